/* Checks that the catalogue and the tables fit together. */
#ifndef SOCKSPEC_CHECK_H
#define SOCKSPEC_CHECK_H

#include <stddef.h>
#include <stdio.h>

/* Orphans, missing twins, cells claimed by none or two, unreadable scripts: one line each. How
 * many. */
size_t sockspec_cases_check(FILE *out);

#endif
