/* Writes every row as a line of JSON. */
#ifndef SOCKSPEC_RESULTS_H
#define SOCKSPEC_RESULTS_H

#include <stdio.h>

#include "conformance/harness/run/record.h"

void sockspec_report_json_lines(const struct sockspec_record *record, FILE *out);

#endif
