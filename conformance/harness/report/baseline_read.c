/* Reading a baseline. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/report/baseline_internal.h"
#include "conformance/harness/support/memory.h"

enum { FIELDS_LEAST = 3, FIELDS_MOST = 4 };

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

static bool refuse(const struct sockspec_baseline *baseline, size_t number, const char *why) {
    (void)fprintf(stderr, "sockspec: %s:%zu: %s\n", baseline->path, number, why);
    return false;
}

static bool add_line(struct sockspec_baseline *baseline, const char *text, size_t number,
                     enum sockspec_reasons reasons) {
    char *fields[FIELDS_MOST] = {0};
    char *copy = sockspec_must_have(strdup(text));
    copy[strcspn(copy, "\n")] = '\0';
    size_t count = split(copy, fields);
    bool whole = count >= FIELDS_LEAST && count <= FIELDS_MOST && *fields[0] != '\0' &&
                 *fields[1] != '\0' && *fields[2] != '\0';
    bool explained = whole && (reasons == SOCKSPEC_REASONS_MAY_LACK ||
                               strcmp(fields[2], SOCKSPEC_NO_REASON) != 0);
    if (!explained) {
        free(copy);
        return refuse(baseline, number,
                      whole ? "its reason is still to be written, instead of ?"
                            : "a line is ROW | OUTCOME | REASON [| LINK]");
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

/* Adds a line, and its line feed, to a comment. */
static void add_comment(char **comment, const char *text) {
    char *longer = sockspec_format("%s%.*s\n", *comment == NULL ? "" : *comment,
                                   (int)strcspn(text, "\n"), text);
    free(*comment);
    *comment = longer;
}

static bool read_lines(struct sockspec_baseline *baseline, FILE *file,
                       enum sockspec_reasons reasons) {
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
            understood = add_line(baseline, text, number, reasons);
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

struct sockspec_baseline *sockspec_baseline_read(const char *path, enum sockspec_reasons reasons) {
    FILE *file = fopen(path, "re");
    struct sockspec_baseline *baseline = sockspec_must_have(calloc(1, sizeof *baseline));
    baseline->path = sockspec_must_have(strdup(path));
    if (file == NULL && errno == ENOENT && reasons == SOCKSPEC_REASONS_MAY_LACK) {
        return baseline; /* an update makes it */
    }
    bool understood = false;
    if (file == NULL) {
        (void)fprintf(stderr, "sockspec: cannot read %s: %s\n", path, strerror(errno));
    } else {
        understood = read_lines(baseline, file, reasons);
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
