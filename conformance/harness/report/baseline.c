#include "conformance/harness/report/baseline.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/fault.h"
#include "conformance/harness/support/memory.h"

enum { FIELDS_LEAST = 3, FIELDS_MOST = 4 };

/* Splits at " | ", in place. Returns the number of fields. */
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

static bool refuse(const struct sockspec_baseline *baseline, size_t number, const char *why) {
    (void)fprintf(stderr, "sockspec: %s:%zu: %s\n", baseline->path, number, why);
    return false;
}

static bool add_line(struct sockspec_baseline *baseline, const char *text, size_t number) {
    char *fields[FIELDS_MOST] = {0};
    char *copy = sockspec_must_have(strdup(text));
    copy[strcspn(copy, "\n")] = '\0';
    size_t count = split(copy, fields);
    bool whole = count >= FIELDS_LEAST && count <= FIELDS_MOST && *fields[0] != '\0' &&
                 *fields[1] != '\0' && *fields[2] != '\0';
    if (!whole) {
        free(copy);
        return refuse(baseline, number, "a line is ROW | OUTCOME | REASON [| LINK]");
    }
    baseline->lines = sockspec_must_have(
        reallocarray(baseline->lines, baseline->count + 1, sizeof *baseline->lines));
    baseline->lines[baseline->count++] =
        (struct sockspec_baseline_line){.text = copy,
                                        .row = fields[0],
                                        .literal = strcspn(fields[0], "*?[\\"),
                                        .outcome = fields[1],
                                        .reason = fields[2],
                                        .link = fields[3],
                                        .number = number};
    return true;
}

/* Adds a line with its line feed to a comment. */
static void add_comment(char **comment, const char *text) {
    char *longer = sockspec_format("%s%.*s\n", *comment == NULL ? "" : *comment,
                                   (int)strcspn(text, "\n"), text);
    free(*comment);
    *comment = longer;
}

static bool read_lines(struct sockspec_baseline *baseline, FILE *file) {
    char *text = NULL;
    char *comment = NULL;
    size_t room = 0;
    bool understood = true;
    errno = 0;
    for (size_t number = 1; understood && getline(&text, &room, file) > 0; number++) {
        if (*text == '#') {
            add_comment(&comment, text);
        } else if (*text == '\n') {
            if (baseline->count == 0 && baseline->heading == NULL) {
                baseline->heading = comment;
                comment = NULL;
            }
        } else {
            understood = add_line(baseline, text, number);
            if (understood) {
                baseline->lines[baseline->count - 1].comment = comment;
                comment = NULL;
            }
        }
    }
    free(text);
    free(comment);
    if (understood && ferror(file) != 0) {
        (void)fprintf(stderr, "sockspec: cannot read %s: %s\n", baseline->path, strerror(errno));
        return false;
    }
    return understood;
}

static bool is_unexplained(const struct sockspec_baseline_line *line) {
    return strcmp(line->reason, SOCKSPEC_NO_REASON) == 0;
}

/* Writes the numbers of the unexplained lines, as in "3, 7-10, 20". */
static void put_unexplained(FILE *out, const struct sockspec_baseline *baseline) {
    const struct sockspec_baseline_line *lines = baseline->lines;
    const char *separator = "";
    for (size_t i = 0; i < baseline->count; i++) {
        if (!is_unexplained(&lines[i])) {
            continue;
        }
        size_t last = i;
        while (last + 1 < baseline->count && is_unexplained(&lines[last + 1]) &&
               lines[last + 1].number == lines[last].number + 1) {
            last++;
        }
        (void)fprintf(out, "%s%zu", separator, lines[i].number);
        if (last > i) {
            (void)fprintf(out, "-%zu", lines[last].number);
        }
        separator = ", ";
        i = last;
    }
}

bool sockspec_baseline_is_explained(const struct sockspec_baseline *baseline) {
    size_t count = 0;
    for (size_t i = 0; i < baseline->count; i++) {
        count += is_unexplained(&baseline->lines[i]) ? 1 : 0;
    }
    if (count > 0) {
        (void)fprintf(stderr, "sockspec: %s: %zu %s still to be written, instead of ?, in %s ",
                      baseline->path, count, count == 1 ? "reason is" : "reasons are",
                      count == 1 ? "line" : "lines");
        put_unexplained(stderr, baseline);
        (void)fputc('\n', stderr);
    }
    return count == 0;
}

struct sockspec_baseline *sockspec_baseline_read(const char *path, enum sockspec_reasons reasons) {
    FILE *file = fopen(path, "re");
    struct sockspec_baseline *baseline = sockspec_must_have(calloc(1, sizeof *baseline));
    baseline->path = sockspec_must_have(strdup(path));
    if (file == NULL && errno == ENOENT && reasons == SOCKSPEC_REASONS_MAY_LACK) {
        return baseline; /* an update creates the file */
    }
    bool understood = false;
    if (file == NULL) {
        (void)fprintf(stderr, "sockspec: cannot read %s: %s\n", path, strerror(errno));
    } else {
        understood = read_lines(baseline, file) && (reasons == SOCKSPEC_REASONS_MAY_LACK ||
                                                    sockspec_baseline_is_explained(baseline));
        (void)fclose(file);
    }
    if (!understood) {
        sockspec_baseline_free(baseline);
        return NULL;
    }
    return baseline;
}

void sockspec_baseline_free(struct sockspec_baseline *baseline) {
    if (baseline == NULL) {
        return;
    }
    for (size_t i = 0; i < baseline->count; i++) {
        free(baseline->lines[i].text);
        free(baseline->lines[i].comment);
    }
    free(baseline->lines);
    free(baseline->heading);
    free(baseline->path);
    free(baseline);
}

/* A crash, a hang, or a fault that was not injected is excused only by a pattern that names it, not
 * by one that merely matches. */
static bool names_end(const char *pattern, const struct sockspec_entry *entry) {
    static const char *const fates[] = {"killed by ", "exited with "};
    const char *detail = entry->detail == NULL ? "" : entry->detail;
    const char *verdict = sockspec_verdict_name(entry->verdict);
    if (entry->verdict != SOCKSPEC_CRASHED && entry->verdict != SOCKSPEC_TIMED_OUT &&
        entry->verdict != SOCKSPEC_NOT_RUN) {
        return true;
    }
    for (size_t i = 0; i < sizeof fates / sizeof fates[0]; i++) {
        const char *fate = strstr(detail, fates[i]);
        if (fate != NULL && strstr(pattern, fate + strlen(fates[i])) == NULL) {
            return false;
        }
    }
    return strncmp(pattern, verdict, strlen(verdict)) == 0;
}

/* A failure matches by what it shows under `observed`, by `fail`, or by `fail` and the detail;
 * every other result matches only by its verdict and detail. */
static bool has_outcome(const struct sockspec_entry *entry, const char *pattern) {
    const char *verdict = sockspec_verdict_name(entry->verdict);
    if (entry->verdict == SOCKSPEC_FAIL && ((entry->observed != NULL && *entry->observed != '\0' &&
                                             fnmatch(pattern, entry->observed, 0) == 0) ||
                                            fnmatch(pattern, verdict, 0) == 0)) {
        return true;
    }
    char *text = sockspec_format("%s: %s", verdict, entry->detail == NULL ? "" : entry->detail);
    bool matches = fnmatch(pattern, text, 0) == 0 && names_end(pattern, entry);
    free(text);
    return matches;
}

/* This runs for every line and every case. In nearly all of them, the part before the first
 * wildcard already differs. */
bool sockspec_baseline_names(const struct sockspec_baseline_line *line, const char *id) {
    if (strncmp(line->row, id, line->literal) != 0) {
        return false;
    }
    return line->row[line->literal] == '\0' ? id[line->literal] == '\0'
                                            : fnmatch(line->row, id, 0) == 0;
}

bool sockspec_baseline_excuses(const struct sockspec_baseline_line *line,
                               const struct sockspec_case *test,
                               const struct sockspec_entry *entry) {
    static const char maybe[] = "maybe ";
    bool up_to_chance = strncmp(line->outcome, maybe, strlen(maybe)) == 0;
    if (!sockspec_baseline_names(line, test->id)) {
        return false;
    }
    return entry->verdict == SOCKSPEC_PASS
               ? up_to_chance
               : has_outcome(entry, line->outcome + (up_to_chance ? strlen(maybe) : 0));
}

struct sockspec_baseline_line *sockspec_baseline_excuse(struct sockspec_baseline *baseline,
                                                        const struct sockspec_case *test,
                                                        const struct sockspec_entry *entry) {
    for (size_t i = 0; i < baseline->count; i++) {
        if (sockspec_baseline_excuses(&baseline->lines[i], test, entry)) {
            return &baseline->lines[i];
        }
    }
    return NULL;
}

bool sockspec_baseline_ran(const struct sockspec_entry *entry) {
    bool told = entry->verdict != SOCKSPEC_NOT_RUN ||
                (entry->detail != NULL && strncmp(entry->detail, SOCKSPEC_FAULT_DID_NOT_STRIKE,
                                                  strlen(SOCKSPEC_FAULT_DID_NOT_STRIKE)) == 0);
    return entry->reported && entry->recorded && told;
}
