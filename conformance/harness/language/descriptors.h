/* Functions of the notation that inspect and change a driver's descriptors and limits. */
#ifndef SOCKSPEC_DESCRIPTORS_H
#define SOCKSPEC_DESCRIPTORS_H

#include "conformance/harness/language/arguments.h"

/* Returns the descriptor of a handle in its driver, as the implementation reports it; -1 if the
 * implementation reports none. */
int sockspec_descriptor_of(struct sockspec_scenario *scenario, json_t *handle);
sockspec_function_call sockspec_function_nonblocking;
sockspec_function_call sockspec_function_close_on_exec;
sockspec_function_call sockspec_function_clear_nonblocking;
sockspec_function_call sockspec_function_set_nonblocking;
sockspec_function_call sockspec_function_replace_descriptor;
sockspec_function_call sockspec_function_duplicate_descriptor;
sockspec_function_call sockspec_function_limit_descriptors;
sockspec_function_call sockspec_function_limit_memory;

#endif
