/* Functions of the notation that make values: addresses, bytes, lengths, constants. */
#ifndef SOCKSPEC_VALUES_H
#define SOCKSPEC_VALUES_H

#include "conformance/harness/language/arguments.h"

sockspec_function_call sockspec_function_in4;
sockspec_function_call sockspec_function_in6;
sockspec_function_call sockspec_function_interface;
sockspec_function_call sockspec_function_un;
sockspec_function_call sockspec_function_hex;
sockspec_function_call sockspec_function_numbers;
sockspec_function_call sockspec_function_length;
sockspec_function_call sockspec_function_constant;

#endif
