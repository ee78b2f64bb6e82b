/* The functions of the notation, by subject: each takes the values of its arguments. */
#ifndef SOCKSPEC_FUNCTIONS_H
#define SOCKSPEC_FUNCTIONS_H

#include "conformance/harness/scenario.h"

typedef struct sockspec_given sockspec_function_call(struct sockspec_scenario *scenario,
                                                     json_t *arguments);

/* An argument's value; "" or 0 where it is of another kind. */
const char *sockspec_text_at(const json_t *arguments, size_t place);
json_int_t sockspec_integer_at(const json_t *arguments, size_t place);

/* values.c */
sockspec_function_call sockspec_function_in4;
sockspec_function_call sockspec_function_in6;
sockspec_function_call sockspec_function_un;
sockspec_function_call sockspec_function_hex;
sockspec_function_call sockspec_function_length;
sockspec_function_call sockspec_function_constant;

/* descriptors.c */
/* The descriptor of a handle in its driver, as the implementation says; -1 if it says none. */
int sockspec_descriptor_of(struct sockspec_scenario *scenario, json_t *handle);
sockspec_function_call sockspec_function_nonblocking;
sockspec_function_call sockspec_function_close_on_exec;
sockspec_function_call sockspec_function_clear_nonblocking;
sockspec_function_call sockspec_function_set_nonblocking;
sockspec_function_call sockspec_function_replace_descriptor;
sockspec_function_call sockspec_function_limit_descriptors;
sockspec_function_call sockspec_function_limit_memory;

/* pending.c: of calls that were started */
sockspec_function_call sockspec_function_finish;
sockspec_function_call sockspec_function_blocked;
sockspec_function_call sockspec_function_at_once;
sockspec_function_call sockspec_function_settled;
sockspec_function_call sockspec_function_interrupted;
sockspec_function_call sockspec_function_paused;
sockspec_function_call sockspec_function_hang_up;

#endif
