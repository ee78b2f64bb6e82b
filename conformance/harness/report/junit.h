/* Writes every row as JUnit XML. */
#ifndef SOCKSPEC_JUNIT_H
#define SOCKSPEC_JUNIT_H

#include <stdio.h>

#include "conformance/harness/run/record.h"

void sockspec_report_junit(const struct sockspec_record *record, FILE *out);

#endif
