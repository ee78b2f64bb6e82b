/* Results: what an expression of a script gives. */
#ifndef SOCKSPEC_RESULT_H
#define SOCKSPEC_RESULT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* What an expression gave. */
enum sockspec_gave { SOCKSPEC_GAVE_VALUE = 1, SOCKSPEC_GAVE_EXCEPTION, SOCKSPEC_GAVE_UP };

struct sockspec_given {
    enum sockspec_gave kind;
    json_t *value; /* owned; of an exception {"class", "ancestors", "message"}; else NULL */
};

struct sockspec_given sockspec_give(json_t *value);
/* A value, or an exception, in the notation of scripts; the caller frees it. */
char *sockspec_render(const struct sockspec_given *given);
bool sockspec_is_a(const json_t *exception, const char *class, size_t length);

#endif
