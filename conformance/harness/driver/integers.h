/* Integers of any size in messages. Jansson holds 64 bits, so a larger integer is kept as an object
 * with its digits: {"sockspec.integer":"18446744073709551616"}. */
#ifndef SOCKSPEC_INTEGERS_H
#define SOCKSPEC_INTEGERS_H

#include <jansson.h>
#include <stddef.h>

/* Returns a copy of a line of JSON in which every integer beyond 64 bits is such an object, or NULL
 * if the line has none. The caller frees it. */
char *sockspec_integers_wrap(const char *line, size_t length, size_t *wrapped_length);
/* Changes the objects in a text back into integers, in place. */
void sockspec_integers_unwrap(char *text);
/* Returns the digits of such an object; NULL if the value is something else. */
const char *sockspec_integer_digits(const json_t *value);

#endif
