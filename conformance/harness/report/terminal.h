/* Folder report: reports the result of a run, and applies baselines. This file reports it to
 * people. */
#ifndef SOCKSPEC_TERMINAL_H
#define SOCKSPEC_TERMINAL_H

#include <stdio.h>

#include "conformance/harness/report/baseline_apply.h"
#include "conformance/harness/run/record.h"

/* How much a report shows. */
enum sockspec_detail { SOCKSPEC_SUMMARY, SOCKSPEC_ALL_ROWS, SOCKSPEC_NO_ROWS };

/* So many rows are shown whole, each with the documented, expected and observed behaviour, how the
 * condition was produced, and the exchanged messages. */
enum { SOCKSPEC_FEW_ROWS = 3 };

/* Prints the rows that do not pass. If they are few, or if all are wanted, each is shown whole.
 * Else they are summarised by cause and by method. A line of counts follows. With a baseline (which
 * may be NULL), the rows are under headings, each with the baseline line to change, and stale lines
 * come last. Returns the number of stale lines. */
size_t sockspec_report_text(const struct sockspec_record *record,
                            const struct sockspec_baseline *baseline, enum sockspec_detail detail,
                            FILE *out);
/* Lists all causes. */
void sockspec_report_causes(const struct sockspec_record *record, FILE *out);
/* Prints the rows of a cause, counted from 1. Returns false with one line on standard error if the
 * run has no such cause. */
bool sockspec_report_cause(const struct sockspec_record *record, size_t number, FILE *out);
/* Prints a line that replaces itself. Does nothing if `out` is not a terminal. */
void sockspec_report_progress(const struct sockspec_record *record, size_t recorded,
                              size_t selected);
/* Prints one row, as `explain` shows it. */
void sockspec_report_case(const struct sockspec_case *test, FILE *out);

#endif
