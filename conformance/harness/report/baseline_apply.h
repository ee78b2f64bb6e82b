/* Judges a record by a baseline. */
#ifndef SOCKSPEC_BASELINE_APPLY_H
#define SOCKSPEC_BASELINE_APPLY_H

#include <stdio.h>

#include "conformance/harness/report/baseline.h"

/* Gives listed rows their verdict: expected, changed, or fixed for one that passes; and every row
 * that needs it the line to add or to change. */
void sockspec_baseline_apply(struct sockspec_baseline *baseline, struct sockspec_record *record);
/* After that: the lines that name no row, and those all of whose rows ran without one being excused
 * by them; one line each on `out`, under a heading. How many. */
size_t sockspec_baseline_stale(const struct sockspec_baseline *baseline, FILE *out);

/* While a run goes on: whether what a case came to counts against it; the baseline may be NULL. */
bool sockspec_baseline_differs(struct sockspec_baseline *baseline, const struct sockspec_case *test,
                               const struct sockspec_entry *entry);

#endif
