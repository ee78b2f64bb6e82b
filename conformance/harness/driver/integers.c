#include "conformance/harness/driver/integers.h"

#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/support/memory.h"

#define KEY "sockspec.integer"
#define BEFORE "{\"" KEY "\":\""
#define AFTER "\"}"

/* Returns how many bytes the token at `at` takes: a string, a number, or a single byte. */
static size_t token_length(const char *at, const char *end) {
    const char *next = at + 1;
    if (*at == '"') {
        while (next < end && *next != '"') {
            next += *next == '\\' && next + 1 < end ? 2 : 1;
        }
        return (size_t)(next - at) + (next < end ? 1 : 0);
    }
    if (*at == '-' || isdigit((unsigned char)*at)) {
        while (next < end && (isalnum((unsigned char)*next) || strchr("+-.", *next) != NULL)) {
            next++;
        }
    }
    return (size_t)(next - at);
}

/* Returns whether a token is an integer, as JSON writes it, that does not fit into 64 bits. */
static bool is_large(const char *token, size_t length) {
    enum { FITS = 18 };
    const char *digits = token + (*token == '-' ? 1 : 0);
    size_t count = length - (size_t)(digits - token);
    if (count <= FITS || *digits == '0') {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!isdigit((unsigned char)digits[i])) {
            return false;
        }
    }
    char text[FITS + 4] = "";
    if (length >= sizeof text) {
        return true;
    }
    memcpy(text, token, length);
    errno = 0;
    (void)strtoll(text, NULL, 10);
    return errno == ERANGE;
}

/* Returns whether a line has any large integer. Almost none has. */
static bool has_large(const char *line, const char *end) {
    for (const char *at = line; at < end; at += token_length(at, end)) {
        if (is_large(at, token_length(at, end))) {
            return true;
        }
    }
    return false;
}

char *sockspec_integers_wrap(const char *line, size_t length, size_t *wrapped_length) {
    const char *end = line + length;
    char *text = NULL;
    if (!has_large(line, end)) {
        return NULL;
    }
    FILE *out = sockspec_must_have(open_memstream(&text, wrapped_length));
    for (const char *at = line; at < end;) {
        size_t size = token_length(at, end);
        bool large = is_large(at, size);
        (void)fputs(large ? BEFORE : "", out);
        (void)fwrite(at, 1, size, out);
        (void)fputs(large ? AFTER : "", out);
        at += size;
    }
    (void)fclose(out);
    return text;
}

void sockspec_integers_unwrap(char *text) {
    for (char *at = strstr(text, BEFORE); at != NULL; at = strstr(at, BEFORE)) {
        char *digits = at + strlen(BEFORE);
        size_t length = strcspn(digits, "\"");
        char *rest = digits + length + strlen(AFTER);
        memmove(at, digits, length);
        memmove(at + length, rest, strlen(rest) + 1);
    }
}

const char *sockspec_integer_digits(const json_t *value) {
    return json_string_value(json_object_get(value, KEY));
}
