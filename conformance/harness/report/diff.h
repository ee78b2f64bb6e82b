/* Compares the results of two runs. */
#ifndef SOCKSPEC_DIFF_H
#define SOCKSPEC_DIFF_H

#include <stdbool.h>
#include <stdio.h>

#include "conformance/harness/report/result_list.h"

/* Prints, under a heading each, the rows that regressed, changed, were fixed, are new, or are gone,
 * and a line of counts. Unless `all`, only the first rows under each heading are printed. Verdicts
 * are compared without a baseline. Returns whether no row regressed or changed. */
bool sockspec_report_diff(const struct sockspec_result_list *old,
                          const struct sockspec_result_list *new, bool all, FILE *out);

#endif
