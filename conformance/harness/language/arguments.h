/* The arguments of a function of the notation: an array of values. */
#ifndef SOCKSPEC_ARGUMENTS_H
#define SOCKSPEC_ARGUMENTS_H

#include "conformance/harness/language/scenario.h"

typedef struct sockspec_result sockspec_function_call(struct sockspec_scenario *scenario,
                                                      json_t *arguments);

/* An argument's value; "" or 0 where it is of another kind. */
const char *sockspec_text_at(const json_t *arguments, size_t place);
json_int_t sockspec_integer_at(const json_t *arguments, size_t place);

#endif
