/* Brings a baseline in line with a run. */
#ifndef SOCKSPEC_BASELINE_UPDATE_H
#define SOCKSPEC_BASELINE_UPDATE_H

#include <stdio.h>

#include "conformance/harness/report/baseline.h"

/* Before any of that: brings the file at `path` in line with the record. Lines that hold stay as
 * they are, those about rows that did not run, too; what is new gets the reason `?`. The comments
 * above the first line stay there, others stay above their line. The file appears at once or not at
 * all; a line on `out` tells what changed. False, with a line on standard error, when it cannot be
 * written. */
bool sockspec_baseline_update(struct sockspec_baseline *baseline,
                              const struct sockspec_record *record, FILE *out);
/* The OUTCOME that stands for what an entry came to, and for nothing else; the caller frees it. */
char *sockspec_baseline_outcome(const struct sockspec_entry *entry);

#endif
