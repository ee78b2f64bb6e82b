/* Finds rows whose outcome moves when a run is repeated. */
#ifndef SOCKSPEC_UNSTABLE_H
#define SOCKSPEC_UNSTABLE_H

#include <stddef.h>
#include <stdio.h>

#include "conformance/harness/report/baseline.h"
#include "conformance/harness/run/record.h"

struct sockspec_repetitions;

/* For so many cases. */
struct sockspec_repetitions *sockspec_repetitions_make(size_t count);
void sockspec_repetitions_free(struct sockspec_repetitions *repetitions);
/* Adds the settled record of one repetition. */
void sockspec_repetitions_add(struct sockspec_repetitions *repetitions,
                              const struct sockspec_record *record);
/* Prints the rows that had several outcomes, each with its outcomes and how often they occurred. A
 * row is left out if the baseline (which may be NULL) lists all of its outcomes. Returns the number
 * of rows printed. */
size_t sockspec_repetitions_report(const struct sockspec_repetitions *repetitions,
                                   struct sockspec_baseline *baseline, FILE *out);

#endif
