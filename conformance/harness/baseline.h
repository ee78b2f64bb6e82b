/* A baseline: what an implementation is known to do differently, with the reasons.
 *
 * One line a difference, its fields separated by " | "; lines that begin with # are comments:
 *
 *   ROW | OUTCOME | REASON [| LINK]
 *
 * ROW is a row's id or a shell pattern of ids. OUTCOME is a shell pattern: of what a failing row
 * shows under `observed` ("returns true", "raises Errno::EINVAL: *"), or of its verdict and detail
 * ("fail: the call blocks *"), or just "fail"; of any other row its verdict and detail ("timed-out:
 * *", "crashed: * killed by SIGSEGV", "unsupported: *"). */
#ifndef SOCKSPEC_BASELINE_H
#define SOCKSPEC_BASELINE_H

#include <stdbool.h>

#include "conformance/harness/record.h"

struct sockspec_baseline;

/* NULL with one line on standard error when the file cannot be read or understood. */
struct sockspec_baseline *sockspec_baseline_read(const char *path);
void sockspec_baseline_free(struct sockspec_baseline *baseline);

/* Gives listed rows their verdict: expected, changed, or fixed for one that passes. */
void sockspec_baseline_apply(const struct sockspec_baseline *baseline,
                             struct sockspec_record *record);
/* Lines that name no row there is, one line each on `out`; how many. */
size_t sockspec_baseline_stale(const struct sockspec_baseline *baseline, FILE *out);

#endif
