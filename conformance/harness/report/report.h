/* The record, told: to people on a terminal, and to programs in files. */
#ifndef SOCKSPEC_REPORT_H
#define SOCKSPEC_REPORT_H

#include <stdio.h>

#include "conformance/harness/report/baseline.h"
#include "conformance/harness/run/record.h"

/* Rows that do not pass, each with what is documented, expected and observed, how it was provoked,
 * and what was said; then a line of counts. With a baseline, or NULL, under headings and with the
 * line of it to change, stale ones last; how many of those there are. Under each heading the first
 * `most` rows are shown. */
size_t sockspec_report_text(const struct sockspec_record *record,
                            const struct sockspec_baseline *baseline, size_t most, FILE *out);
/* How many wrong answers the rows of each method were given, and rejected; nothing where none was.
 */
void sockspec_report_strength(const struct sockspec_record *record, FILE *out);
/* A line that replaces itself; does nothing where `out` is no terminal. */
void sockspec_report_progress(const struct sockspec_record *record, size_t recorded,
                              size_t selected);
/* One row, as `explain` shows it. */
void sockspec_report_case(const struct sockspec_case *test, FILE *out);

void sockspec_report_json_lines(const struct sockspec_record *record, FILE *out);
void sockspec_report_junit(const struct sockspec_record *record, FILE *out);
void sockspec_report_tap(const struct sockspec_record *record, FILE *out);

/* What somebody else said: control characters are written out. */
void sockspec_print_plain(FILE *out, const char *text, size_t length);

/* Colours where `out` is a terminal and nobody objects, else nothing. */
struct sockspec_palette {
    const char *strong, *good, *bad, *plain;
};
struct sockspec_palette sockspec_palette_for(FILE *out);

/* "pure", "kernel", "injected" */
const char *sockspec_provoked_name(enum sockspec_provoked provoked);

#endif
