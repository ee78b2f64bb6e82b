/* The arguments of a function of the notation, which are an array of values. */
#ifndef SOCKSPEC_ARGUMENTS_H
#define SOCKSPEC_ARGUMENTS_H

#include "conformance/harness/language/scenario.h"

typedef struct sockspec_result sockspec_function_call(struct sockspec_scenario *scenario,
                                                      json_t *arguments);

/* Returns an argument's value, or "" or 0 if the argument is of another kind. */
const char *sockspec_text_at(const json_t *arguments, size_t place);
json_int_t sockspec_integer_at(const json_t *arguments, size_t place);

#endif
