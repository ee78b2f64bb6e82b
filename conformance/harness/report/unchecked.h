/* Says why rows could not be checked: one line for each kind of reason. */
#ifndef SOCKSPEC_UNCHECKED_H
#define SOCKSPEC_UNCHECKED_H

#include <stdio.h>

#include "conformance/harness/run/record.h"

/* Prints the reasons of the rows with this verdict, which is unsupported or not-run. Methods that
 * are not implemented share a line, as do constants that are not declared. */
void sockspec_print_unchecked(FILE *out, const struct sockspec_record *record,
                              enum sockspec_verdict verdict);

#endif
