/* Updates a baseline to match a run. */
#ifndef SOCKSPEC_BASELINE_UPDATE_H
#define SOCKSPEC_BASELINE_UPDATE_H

#include <stdio.h>

#include "conformance/harness/report/baseline.h"

/* Call it before the baseline is applied. Updates the file at `path` to match the record. Lines
 * that hold stay unchanged, and so do lines about rows that did not run; a new line gets
 * `reason`. The comments above the first line stay there, and other comments stay above their line.
 * The file is replaced atomically or not at all; a line on `out` reports what changed. Returns
 * false with a line on standard error if the file cannot be written. */
bool sockspec_baseline_update(struct sockspec_baseline *baseline,
                              const struct sockspec_record *record, const char *reason, FILE *out);
/* Returns the OUTCOME that matches an entry's outcome and no other. The caller frees it. */
char *sockspec_baseline_outcome(const struct sockspec_entry *entry);

#endif
