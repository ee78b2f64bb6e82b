/* Summarises a run for people who fix an implementation: its causes, and its methods. */
#ifndef SOCKSPEC_SUMMARY_H
#define SOCKSPEC_SUMMARY_H

#include <stdio.h>

#include "conformance/harness/report/causes.h"
#include "conformance/harness/run/record.h"

enum { SOCKSPEC_CAUSES_SHOWN = 10 };

/* Prints the largest causes, `most` at most, each with its methods and its most basic row. */
void sockspec_print_causes(FILE *out, const struct sockspec_record *record,
                           const struct sockspec_causes *causes, size_t most);
/* Prints a line for each method with rows that do not pass. */
void sockspec_print_methods(FILE *out, const struct sockspec_record *record);

#endif
