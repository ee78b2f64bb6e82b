/* Writes every row as TAP. */
#ifndef SOCKSPEC_TAP_H
#define SOCKSPEC_TAP_H

#include <stdio.h>

#include "conformance/harness/run/record.h"

void sockspec_report_tap(const struct sockspec_record *record, FILE *out);

#endif
