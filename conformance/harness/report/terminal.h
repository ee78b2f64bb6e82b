/* Folder report: reports the result of a run, and applies baselines. This file reports it to
 * people. */
#ifndef SOCKSPEC_TERMINAL_H
#define SOCKSPEC_TERMINAL_H

#include <stdio.h>

#include "conformance/harness/report/baseline_apply.h"
#include "conformance/harness/run/record.h"

/* Prints the rows that do not pass, each with the documented, expected and observed behaviour, how
 * the condition was produced, and the exchanged messages; then a line of counts. With a baseline
 * (which may be NULL), the rows are under headings, each with the baseline line to change, and
 * stale lines come last. Under each heading, the first `most` rows are shown. Returns the number of
 * stale lines. */
size_t sockspec_report_text(const struct sockspec_record *record,
                            const struct sockspec_baseline *baseline, size_t most, FILE *out);
/* Prints a line that replaces itself. Does nothing if `out` is not a terminal. */
void sockspec_report_progress(const struct sockspec_record *record, size_t recorded,
                              size_t selected);
/* Prints one row, as `explain` shows it. */
void sockspec_report_case(const struct sockspec_case *test, FILE *out);

#endif
