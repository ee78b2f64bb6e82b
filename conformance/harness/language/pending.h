/* Functions of the notation for calls that were started. */
#ifndef SOCKSPEC_PENDING_H
#define SOCKSPEC_PENDING_H

#include "conformance/harness/language/arguments.h"

sockspec_function_call sockspec_function_finish;
sockspec_function_call sockspec_function_blocked;
sockspec_function_call sockspec_function_at_once;
sockspec_function_call sockspec_function_settled;
sockspec_function_call sockspec_function_interrupted;
sockspec_function_call sockspec_function_paused;
sockspec_function_call sockspec_function_hang_up;

#endif
