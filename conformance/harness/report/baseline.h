/*
 * A baseline: the known differences of an implementation, with reasons.
 *
 * Each line is one difference, with its fields separated by " | "; lines that begin with # are
 * comments:
 *
 *   ROW | OUTCOME | REASON [| LINK]
 *
 * ROW is a row's id or a shell pattern of ids. OUTCOME is a shell pattern. For a failing row it
 * matches what the row shows under `observed` ("returns true", "raises Errno::EINVAL: *"), or its
 * verdict and detail ("fail: the call blocks *"), or it is just "fail"; for any other row it
 * matches its verdict and detail ("timed-out: *", "crashed: * killed by SIGSEGV", "unsupported:
 * *"). A crash is excused only by a line that names the signal or the exit status, a hang only by a
 * line that begins with "timed-out", and a fault that was not injected only by a line that begins
 * with "not-run"; every other not-run row is not the implementation's doing. "maybe " before any
 * OUTCOME says that the outcome is nondeterministic: the row may also pass. The reason `?` stands
 * for a reason that is still to be written; only an update accepts it.
 */
#ifndef SOCKSPEC_BASELINE_H
#define SOCKSPEC_BASELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/rows/cases.h"
#include "conformance/harness/run/record.h"

#define SOCKSPEC_NO_REASON "?"

struct sockspec_baseline_line {
    char *text;    /* the line's text, which the fields point into */
    char *comment; /* the comment lines above this line, each with its line feed; or NULL */
    char *row, *outcome, *reason;
    size_t literal; /* the length of `row` before its first wildcard */
    char *link;     /* may be NULL */
    size_t number;  /* the line's number in the file */
    bool excuses;   /* a row of the run differs as this line says */
    bool concerns;  /* a row that this line names differs otherwise, passes, or did not run */
};

struct sockspec_baseline {
    char *path;
    char *heading; /* the comment at the top, up to its first blank line; or NULL */
    struct sockspec_baseline_line *lines;
    size_t count;
};

enum sockspec_reasons { SOCKSPEC_REASONS_REQUIRED, SOCKSPEC_REASONS_MAY_LACK };

/* Returns NULL with one line on standard error if the file cannot be read or parsed. */
struct sockspec_baseline *sockspec_baseline_read(const char *path, enum sockspec_reasons reasons);
void sockspec_baseline_free(struct sockspec_baseline *baseline);

/* Returns whether the line's ROW matches that id. */
bool sockspec_baseline_names(const struct sockspec_baseline_line *line, const char *id);
/* Returns whether the line names the case and matches the entry's outcome. */
bool sockspec_baseline_excuses(const struct sockspec_baseline_line *line,
                               const struct sockspec_case *test,
                               const struct sockspec_entry *entry);
/* Returns the first line that excuses the entry, or NULL. */
struct sockspec_baseline_line *sockspec_baseline_excuse(struct sockspec_baseline *baseline,
                                                        const struct sockspec_case *test,
                                                        const struct sockspec_entry *entry);
/* Returns whether a case ran in this run, so that the baseline applies to it. A case whose fault
 * was not injected counts as run, because the implementation does not make that call. */
bool sockspec_baseline_ran(const struct sockspec_entry *entry);
/* Returns whether all reasons are written. If not, one line on standard error says which are not.
 */
bool sockspec_baseline_is_explained(const struct sockspec_baseline *baseline);

#endif
