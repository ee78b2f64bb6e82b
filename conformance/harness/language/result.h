/* Results: what the expressions of a script return. */
#ifndef SOCKSPEC_RESULT_H
#define SOCKSPEC_RESULT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* The kind of an expression's result. */
enum sockspec_result_kind {
    SOCKSPEC_RESULT_VALUE = 1,
    SOCKSPEC_RESULT_EXCEPTION,
    SOCKSPEC_RESULT_NONE
};

struct sockspec_result {
    enum sockspec_result_kind kind;
    json_t *value; /* owned; for an exception {"class", "ancestors", "message"}; else NULL */
};

struct sockspec_result sockspec_result_of(json_t *value);
/* Returns the result of an expression that was stopped. */
struct sockspec_result sockspec_no_result(void);
/* Writes a value or an exception in the notation of scripts. The caller frees the text. */
char *sockspec_render(const struct sockspec_result *result);
char *sockspec_render_value(const json_t *value);
bool sockspec_is_a(const json_t *exception, const char *class, size_t length);

#endif
