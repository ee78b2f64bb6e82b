/* Applies a baseline to a record. */
#ifndef SOCKSPEC_BASELINE_APPLY_H
#define SOCKSPEC_BASELINE_APPLY_H

#include <stdio.h>

#include "conformance/harness/report/baseline.h"

/* Gives rows that a baseline line names their verdict: expected, changed, or fixed if the row
 * passes. Every row that needs it also gets the line to add or to change. */
void sockspec_baseline_apply(struct sockspec_baseline *baseline, struct sockspec_record *record);
/* Call it after sockspec_baseline_apply. Writes to `out`, under a heading, one line for each
 * baseline line that matches no row, and for each whose rows all ran without the line excusing one
 * of them. Returns the number of such lines. */
size_t sockspec_baseline_stale(const struct sockspec_baseline *baseline, FILE *out);

/* While a run is in progress: returns whether a case's result counts against it. The baseline may
 * be NULL. */
bool sockspec_baseline_differs(struct sockspec_baseline *baseline, const struct sockspec_case *test,
                               const struct sockspec_entry *entry);

#endif
