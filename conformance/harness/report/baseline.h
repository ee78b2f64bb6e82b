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

#include "conformance/harness/run/record.h"

struct sockspec_baseline;

enum sockspec_reasons { SOCKSPEC_REASONS_REQUIRED, SOCKSPEC_REASONS_MAY_LACK };

/* NULL with one line on standard error when the file cannot be read or understood. */
struct sockspec_baseline *sockspec_baseline_read(const char *path, enum sockspec_reasons reasons);
void sockspec_baseline_free(struct sockspec_baseline *baseline);

/* Gives listed rows their verdict: expected, changed, or fixed for one that passes; and every row
 * that needs it the line to add or to change. */
void sockspec_baseline_apply(struct sockspec_baseline *baseline, struct sockspec_record *record);
/* After that: the lines that name no row, and those all of whose rows ran without one being excused
 * by them; one line each on `out`, under a heading. How many. */
size_t sockspec_baseline_stale(const struct sockspec_baseline *baseline, FILE *out);

/* While a run goes on: whether what a case came to counts against it; the baseline may be NULL. */
bool sockspec_baseline_differs(struct sockspec_baseline *baseline, const struct sockspec_case *test,
                               const struct sockspec_entry *entry);

/* Before any of that: brings the file at `path` in line with the record. Lines that hold stay as
 * they are, those about rows that did not run, too; what is new gets the reason `?`. The comments
 * above the first line stay there, others stay above their line. The file appears at once or not at
 * all; a line on `out` tells what changed. False, with a line on standard error, when it cannot be
 * written. */
bool sockspec_baseline_update(struct sockspec_baseline *baseline,
                              const struct sockspec_record *record, FILE *out);
/* The reasons that are still to be written. */
size_t sockspec_baseline_unexplained(const struct sockspec_baseline *baseline);

#endif
