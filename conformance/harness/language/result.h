/* Results: what an expression of a script gives. */
#ifndef SOCKSPEC_RESULT_H
#define SOCKSPEC_RESULT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* What an expression gave. */
enum sockspec_result_kind {
    SOCKSPEC_RESULT_VALUE = 1,
    SOCKSPEC_RESULT_EXCEPTION,
    SOCKSPEC_RESULT_NONE
};

struct sockspec_result {
    enum sockspec_result_kind kind;
    json_t *value; /* owned; of an exception {"class", "ancestors", "message"}; else NULL */
};

struct sockspec_result sockspec_result_of(json_t *value);
/* A value, or an exception, in the notation of scripts; the caller frees it. */
char *sockspec_render(const struct sockspec_result *result);
bool sockspec_is_a(const json_t *exception, const char *class, size_t length);

#endif
