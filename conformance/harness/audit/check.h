/* Checks that the catalogue and the tables are consistent. */
#ifndef SOCKSPEC_CHECK_H
#define SOCKSPEC_CHECK_H

#include <stddef.h>
#include <stdio.h>

/* Prints one line for each orphan, missing control row, cell claimed by no row or by two, and
 * script that cannot be parsed. Returns the number of lines. */
size_t sockspec_cases_check(FILE *out);

#endif
