#include "conformance/harness/baseline.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS_LEAST = 3, FIELDS_MOST = 4 };

struct line {
    char *text; /* the fields are parts of it */
    char *row, *outcome, *reason;
    size_t number;
};

struct sockspec_baseline {
    const char *path;
    struct line *lines;
    size_t count;
};

/* Splits at " | ", in place; how many fields there are. */
static size_t split(char *text, char *fields[FIELDS_MOST]) {
    size_t count = 0;
    for (char *field = text; field != NULL;) {
        char *bar = strstr(field, " | ");
        if (bar != NULL) {
            *bar = '\0';
            bar += strlen(" | ");
        }
        if (count < FIELDS_MOST) {
            fields[count] = field;
        }
        count++;
        field = bar;
    }
    return count;
}

static bool add_line(struct sockspec_baseline *baseline, const char *text, size_t number) {
    char *fields[FIELDS_MOST] = {0};
    char *copy = strdup(text);
    copy[strcspn(copy, "\n")] = '\0';
    size_t count = split(copy, fields);
    if (count < FIELDS_LEAST || count > FIELDS_MOST || *fields[0] == '\0' || *fields[1] == '\0' ||
        *fields[2] == '\0') {
        (void)fprintf(stderr, "sockspec: %s:%zu: a line is ROW | OUTCOME | REASON [| LINK]\n",
                      baseline->path, number);
        free(copy);
        return false;
    }
    struct line *lines = realloc(baseline->lines, (baseline->count + 1) * sizeof *lines);
    if (lines == NULL) {
        abort();
    }
    baseline->lines = lines;
    lines[baseline->count++] = (struct line){copy, fields[0], fields[1], fields[2], number};
    return true;
}

static bool read_lines(struct sockspec_baseline *baseline, FILE *file) {
    char *text = NULL;
    size_t room = 0;
    bool understood = true;
    for (size_t number = 1; understood && getline(&text, &room, file) > 0; number++) {
        if (*text != '#' && *text != '\n') {
            understood = add_line(baseline, text, number);
        }
    }
    free(text);
    if (understood && ferror(file) != 0) {
        (void)fprintf(stderr, "sockspec: cannot read %s\n", baseline->path);
        return false;
    }
    return understood;
}

struct sockspec_baseline *sockspec_baseline_read(const char *path) {
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        (void)fprintf(stderr, "sockspec: cannot read %s: %s\n", path, strerror(errno));
        return NULL;
    }
    struct sockspec_baseline *baseline = calloc(1, sizeof *baseline);
    if (baseline == NULL) {
        abort();
    }
    baseline->path = path;
    bool understood = read_lines(baseline, file);
    (void)fclose(file);
    if (!understood) {
        sockspec_baseline_free(baseline);
        return NULL;
    }
    return baseline;
}

void sockspec_baseline_free(struct sockspec_baseline *baseline) {
    for (size_t i = 0; baseline != NULL && i < baseline->count; i++) {
        free(baseline->lines[i].text);
    }
    if (baseline != NULL) {
        free(baseline->lines);
    }
    free(baseline);
}

/* A failure is known by what it shows under `observed`, by `fail`, or by that and the detail;
 * whatever else a row came to, only by its verdict and detail. */
static bool has_outcome(const struct sockspec_entry *entry, const char *pattern) {
    char text[2048];
    const char *verdict = sockspec_verdict_name(entry->verdict);
    (void)snprintf(text, sizeof text, "%s: %s", verdict,
                   entry->detail == NULL ? "" : entry->detail);
    if (entry->verdict == SOCKSPEC_FAIL && ((entry->observed != NULL && *entry->observed != '\0' &&
                                             fnmatch(pattern, entry->observed, 0) == 0) ||
                                            fnmatch(pattern, verdict, 0) == 0)) {
        return true;
    }
    return fnmatch(pattern, text, 0) == 0;
}

/* Several lines may name a row: it is as expected if one of them says what happened. */
static void apply_to(const struct sockspec_baseline *baseline, const struct sockspec_case *test,
                     struct sockspec_entry *entry) {
    const struct line *listed = NULL;
    bool agrees = false;
    for (size_t i = 0; i < baseline->count && !agrees; i++) {
        if (fnmatch(baseline->lines[i].row, test->id, 0) == 0) {
            listed = &baseline->lines[i];
            agrees = entry->verdict != SOCKSPEC_PASS && has_outcome(entry, listed->outcome);
        }
    }
    if (listed == NULL) {
        return;
    }
    char *detail = NULL;
    const char *what = agrees                            ? "is expected"
                       : entry->verdict == SOCKSPEC_PASS ? "passes although it is listed"
                                                         : "differs otherwise than listed";
    if (asprintf(&detail, "%s in %s, line %zu: %s", what, baseline->path, listed->number,
                 listed->reason) < 0) {
        abort();
    }
    entry->verdict = agrees                            ? SOCKSPEC_EXPECTED
                     : entry->verdict == SOCKSPEC_PASS ? SOCKSPEC_FIXED
                                                       : SOCKSPEC_CHANGED;
    free(entry->detail);
    entry->detail = detail;
}

void sockspec_baseline_apply(const struct sockspec_baseline *baseline,
                             struct sockspec_record *record) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        struct sockspec_entry *entry = &record->entries[i];
        if (entry->reported && entry->recorded && entry->verdict != SOCKSPEC_NOT_RUN) {
            apply_to(baseline, &cases[i], entry);
        }
    }
}

size_t sockspec_baseline_stale(const struct sockspec_baseline *baseline, FILE *out) {
    size_t stale = 0;
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < baseline->count; i++) {
        bool named = false;
        for (size_t j = 0; j < count && !named; j++) {
            named = fnmatch(baseline->lines[i].row, cases[j].id, 0) == 0;
        }
        if (!named) {
            (void)fprintf(out, "stale: %s:%zu names no row: %s\n", baseline->path,
                          baseline->lines[i].number, baseline->lines[i].row);
            stale++;
        }
    }
    return stale;
}
