/* This platform's values of the socket constants, and constants that hello does not list. */
#ifndef SOCKSPEC_CONSTANTS_H
#define SOCKSPEC_CONSTANTS_H

#include <stdbool.h>

#include "conformance/harness/language/scenario.h"

/* Returns this platform's value of a constant that Tester calls use in `value`; false if the
 * constant is unknown. */
bool sockspec_platform_constant(const char *name, long long *value);
/* Stops the scenario, because hello does not list the constant. */
struct sockspec_result sockspec_stop_undeclared(struct sockspec_scenario *scenario,
                                                const char *constant);

#endif
