/* What a run came to, for people. */
#ifndef SOCKSPEC_TERMINAL_H
#define SOCKSPEC_TERMINAL_H

#include <stdio.h>

#include "conformance/harness/report/baseline_apply.h"
#include "conformance/harness/run/record.h"

/* Rows that do not pass, each with what is documented, expected and observed, how it was provoked,
 * and what was said; then a line of counts. With a baseline, or NULL, under headings and with the
 * line of it to change, stale ones last; how many of those there are. Under each heading the first
 * `most` rows are shown. */
size_t sockspec_report_text(const struct sockspec_record *record,
                            const struct sockspec_baseline *baseline, size_t most, FILE *out);
/* A line that replaces itself; does nothing where `out` is no terminal. */
void sockspec_report_progress(const struct sockspec_record *record, size_t recorded,
                              size_t selected);
/* One row, as `explain` shows it. */
void sockspec_report_case(const struct sockspec_case *test, FILE *out);

#endif
