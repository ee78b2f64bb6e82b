/* The functions of the notation, by name. */
#ifndef SOCKSPEC_FUNCTIONS_H
#define SOCKSPEC_FUNCTIONS_H

#include "conformance/harness/language/arguments.h"

/* Returns the function of that name that takes `count` arguments, or NULL. */
sockspec_function_call *sockspec_function_find(const char *name, size_t count);

#endif
