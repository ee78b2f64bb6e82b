/* The operators of scripts, on values. */
#ifndef SOCKSPEC_OPERATORS_H
#define SOCKSPEC_OPERATORS_H

#include <jansson.h>

/* left | right, left + right, left * right; NULL when the operator does not take such values. */
json_t *sockspec_operate(char operator_sign, const json_t *left, const json_t *right);
/* string[at, length]; NULL when it is no byte string. */
json_t *sockspec_slice(const json_t *string, json_int_t at, json_int_t length);

#endif
