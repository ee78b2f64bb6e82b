#include "conformance/harness/language/operators.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/jsonrpc.h"
#include "conformance/harness/support/memory.h"

static json_t *joined(const json_t *left, const json_t *right) {
    size_t left_length = json_string_length(left);
    size_t right_length = json_string_length(right);
    char *text = sockspec_must_have(malloc(left_length + right_length + 1));
    memcpy(text, json_string_value(left), left_length);
    memcpy(text + left_length, json_string_value(right), right_length);
    json_t *result = json_stringn_nocheck(text, left_length + right_length);
    free(text);
    return result;
}

static json_t *repeated(const json_t *string, json_int_t times) {
    size_t length = json_string_length(string);
    size_t count = times < 0 ? 0 : (size_t)times;
    char *text = sockspec_must_have(malloc(length * count + 1));
    for (size_t i = 0; i < count; i++) {
        memcpy(text + i * length, json_string_value(string), length);
    }
    json_t *result = json_stringn_nocheck(text, length * count);
    free(text);
    return result;
}

json_t *sockspec_operate(char operator, const json_t * left, const json_t *right) {
    if (operator== '*' && json_is_string(left) && json_is_integer(right)) {
        return repeated(left, json_integer_value(right));
    }
    if (operator== '+' && json_is_string(left) && json_is_string(right)) {
        return joined(left, right);
    }
    if (!json_is_integer(left) || !json_is_integer(right)) {
        return NULL;
    }
    json_int_t a = json_integer_value(left);
    json_int_t b = json_integer_value(right);
    return json_integer(operator== '|' ? a | b : operator== '+' ? a + b : a * b);
}

json_t *sockspec_slice(const json_t *string, json_int_t at, json_int_t length) {
    size_t size = 0;
    char *bytes = sockspec_bytes_from_json(string, &size);
    if (bytes == NULL) {
        return NULL;
    }
    size_t first = at < 0 || (size_t)at > size ? size : (size_t)at;
    size_t most = size - first;
    json_t *part = sockspec_bytes_to_json(
        bytes + first, length < 0 || (size_t)length > most ? most : (size_t)length);
    free(bytes);
    return part;
}
