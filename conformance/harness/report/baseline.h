/* A baseline: what an implementation is known to do differently, with the reasons.
 *
 * One line a difference, its fields separated by " | "; lines that begin with # are comments:
 *
 *   ROW | OUTCOME | REASON [| LINK]
 *
 * ROW is a row's id or a shell pattern of ids. OUTCOME is a shell pattern: of what a failing row
 * shows under `observed` ("returns true", "raises Errno::EINVAL: *"), or of its verdict and detail
 * ("fail: the call blocks *"), or just "fail"; of any other row its verdict and detail ("timed-out:
 * *", "crashed: * killed by SIGSEGV", "unsupported: *"). A crash is excused only by a line that
 * names the signal or the status it ended with, a hang only by one that begins with "timed-out", a
 * fault that did not strike only by one that begins with "not-run"; nothing else that is not-run is
 * the implementation's.
 * Before any OUTCOME, "maybe " says that it is up to chance: the row may pass as well.
 * The reason `?` stands where one is still to be written; only an update takes it. */
#ifndef SOCKSPEC_BASELINE_H
#define SOCKSPEC_BASELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/rows/cases.h"
#include "conformance/harness/run/record.h"

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

enum sockspec_reasons { SOCKSPEC_REASONS_REQUIRED, SOCKSPEC_REASONS_MAY_LACK };

/* NULL with one line on standard error when the file cannot be read or understood. */
struct sockspec_baseline *sockspec_baseline_read(const char *path, enum sockspec_reasons reasons);
void sockspec_baseline_free(struct sockspec_baseline *baseline);

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
/* How many reasons are still to be written. */
size_t sockspec_baseline_unexplained(const struct sockspec_baseline *baseline);

#endif
