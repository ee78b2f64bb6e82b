/* Ruby's conversions of arguments, and the exceptions they raise. */
#include "internal.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>

const struct sockref_value sockref__nil = {.kind = SOCKREF_NIL};

/* Immediate integers have 63 bits. */
#define FIXNUM_MAX (INT64_MAX / 2)
#define FIXNUM_MIN (INT64_MIN / 2)

bool sockref__is_fixnum(const struct sockref_value *value) {
    return value->kind == SOCKREF_INTEGER && value->as.integer >= FIXNUM_MIN &&
           value->as.integer <= FIXNUM_MAX;
}

const char *sockref__describe(const struct sockref_value *value) {
    static const char *const names[] = {
        [SOCKREF_NIL] = "nil",         [SOCKREF_TRUE] = "true",   [SOCKREF_FALSE] = "false",
        [SOCKREF_INTEGER] = "Integer", [SOCKREF_FLOAT] = "Float", [SOCKREF_STRING] = "String",
        [SOCKREF_ARRAY] = "Array",
    };

    return value->kind == SOCKREF_OBJECT ? value->as.class_name : names[value->kind];
}

bool sockref__to_int64(const struct sockref_value *value, int64_t *result,
                       struct sockref_error *error) {
    const double limit = 9223372036854775808.0;

    if (sockref__is_nil(value)) {
        return sockref__raise(error, SOCKREF_TYPE_ERROR,
                              "no implicit conversion from nil to integer");
    }
    if (value->kind == SOCKREF_INTEGER) {
        *result = value->as.integer;
        return true;
    }
    if (value->kind != SOCKREF_FLOAT) {
        return sockref__raise(error, SOCKREF_TYPE_ERROR,
                              "no implicit conversion of %s into Integer",
                              sockref__describe(value));
    }
    if (!(value->as.real >= -limit && value->as.real < limit)) { /* also false for NaN */
        return sockref__raise(error, SOCKREF_RANGE_ERROR, "float %.10g out of range of integer",
                              value->as.real);
    }
    *result = (int64_t)value->as.real;
    return true;
}

bool sockref__check_range(int64_t number, int64_t least, int64_t greatest, const char *type,
                          struct sockref_error *error) {
    const char *wrong = NULL;

    if (number > greatest) {
        wrong = "big";
    } else if (number < least) {
        wrong = "small";
    }
    return wrong == NULL ||
           sockref__raise(error, SOCKREF_RANGE_ERROR,
                          "integer %" PRId64 " too %s to convert to `%s'", number, wrong, type);
}

bool sockref__to_int(const struct sockref_value *value, int *result, struct sockref_error *error) {
    int64_t wide;

    if (!sockref__to_int64(value, &wide, error) ||
        !sockref__check_range(wide, INT_MIN, INT_MAX, "int", error)) {
        return false;
    }
    *result = (int)wide;
    return true;
}

bool sockref__to_int_or(const struct sockref_value *value, int otherwise, int *result,
                        struct sockref_error *error) {
    if (sockref__is_nil(value)) {
        *result = otherwise;
        return true;
    }
    return sockref__to_int(value, result, error);
}

bool sockref__to_bytes(const struct sockref_value *value, const char **bytes, size_t *length,
                       struct sockref_error *error) {
    value = sockref__given(value);
    if (value->kind != SOCKREF_STRING) {
        return sockref__raise(error, SOCKREF_TYPE_ERROR, "no implicit conversion of %s into String",
                              sockref__describe(value));
    }
    *bytes = value->as.bytes;
    *length = value->length;
    return true;
}

bool sockref__check_c_string(const struct sockref_value *value, struct sockref_error *error) {
    const char *bytes;
    size_t length;

    if (!sockref__to_bytes(value, &bytes, &length, error)) {
        return false;
    }
    return memchr(bytes, '\0', length) == NULL ||
           sockref__raise(error, SOCKREF_ARGUMENT_ERROR, "string contains null byte");
}

char *sockref__to_c_string(const struct sockref_value *value, struct sockref_error *error) {
    char *copy;

    if (!sockref__check_c_string(value, error)) {
        return NULL;
    }
    copy = sockref__reallocate(NULL, value->length + 1);
    sockref__copy_c_string(value, copy, value->length + 1);
    return copy;
}

void sockref__copy_c_string(const struct sockref_value *value, char *buffer, size_t size) {
    size_t length = value->length < size ? value->length : size - 1;

    memcpy(buffer, value->as.bytes, length);
    buffer[length] = '\0';
}
