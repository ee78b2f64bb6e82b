#include "conformance/harness/language/arguments.h"

const char *sockspec_text_at(const json_t *arguments, size_t place) {
    const char *text = json_string_value(json_array_get(arguments, place));
    return text == NULL ? "" : text;
}

json_int_t sockspec_integer_at(const json_t *arguments, size_t place) {
    return json_integer_value(json_array_get(arguments, place));
}
