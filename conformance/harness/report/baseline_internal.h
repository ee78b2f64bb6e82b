/* What the files of the baseline share. */
#ifndef SOCKSPEC_BASELINE_INTERNAL_H
#define SOCKSPEC_BASELINE_INTERNAL_H

#include "conformance/harness/report/baseline.h"

#define SOCKSPEC_NO_REASON "?"

struct sockspec_baseline_line {
    char *text;    /* the fields are parts of it */
    char *comment; /* the lines above it, each with its line feed; or NULL */
    char *row, *outcome, *reason;
    size_t literal; /* the length of `row` before its first wildcard */
    char *link;     /* or NULL */
    size_t number;  /* in the file */
    bool excuses;   /* a row of the run that differs as it says, */
    bool concerns;  /* or one that differs otherwise, passes, or did not run */
};

struct sockspec_baseline {
    char *path;
    char *heading; /* the comment on top, up to its first blank line; or NULL */
    struct sockspec_baseline_line *lines;
    size_t count;
};

/* Whether the line's ROW stands for that id. */
bool sockspec_baseline_names(const struct sockspec_baseline_line *line, const char *id);
/* Whether it says what the entry came to. */
bool sockspec_baseline_excuses(const struct sockspec_baseline_line *line,
                               const struct sockspec_case *test,
                               const struct sockspec_entry *entry);
/* The first line that does, or NULL. */
struct sockspec_baseline_line *sockspec_baseline_excuse(struct sockspec_baseline *baseline,
                                                        const struct sockspec_case *test,
                                                        const struct sockspec_entry *entry);
/* Whether a case ran in this run, so that the baseline has something to say about it. One whose
 * fault did not strike did: the implementation does not make that call. */
bool sockspec_baseline_ran(const struct sockspec_entry *entry);
/* The OUTCOME that stands for what an entry came to, and for nothing else; the caller frees it. */
char *sockspec_baseline_outcome(const struct sockspec_entry *entry);

#endif
