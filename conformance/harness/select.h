/* Which rows a command line means. */
#ifndef SOCKSPEC_SELECT_H
#define SOCKSPEC_SELECT_H

#include <stdbool.h>

#include "conformance/harness/cases.h"
#include "conformance/harness/options.h"

bool sockspec_is_selected(const struct sockspec_options *options, const struct sockspec_case *test);
/* False with one line on standard error: a pattern that matches no row at all. */
bool sockspec_check_patterns(const struct sockspec_options *options);

#endif
