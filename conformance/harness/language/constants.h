/* This platform's values of the socket constants. */
#ifndef SOCKSPEC_CONSTANTS_H
#define SOCKSPEC_CONSTANTS_H

#include <stdbool.h>

/* Returns this platform's value of a constant that Tester calls use in `value`; false if the
 * constant is unknown. */
bool sockspec_platform_constant(const char *name, long long *value);

#endif
