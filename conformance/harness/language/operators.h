/* The operators of scripts, applied to values. */
#ifndef SOCKSPEC_OPERATORS_H
#define SOCKSPEC_OPERATORS_H

#include <jansson.h>

/* Computes left | right, left + right or left * right. Returns NULL if the operator does not take
 * such values. */
json_t *sockspec_operate(char operator_sign, const json_t *left, const json_t *right);
/* Returns string[at, length]; NULL if the value is not a byte string. */
json_t *sockspec_slice(const json_t *string, json_int_t at, json_int_t length);

#endif
