/* Conversions of arguments from Ruby, and of results to Ruby. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "naive.h"

void *naive_room(size_t size) {
    void *room = calloc(1, size);
    if (room == NULL) { /* LCOV_EXCL_BR_LINE - no row can use up the last bytes of memory */
        abort();        /* LCOV_EXCL_LINE - no row can use up the last bytes of memory */
    }
    return room;
}

void naive_give(struct sockref_string *string, const void *bytes, size_t length) {
    string->bytes = naive_room(length + 1);
    string->length = length;
    if (length > 0) {
        memcpy(string->bytes, bytes, length);
    }
}

bool naive_is_nil(const struct sockref_value *value) {
    return value == NULL || value->kind == SOCKREF_NIL;
}

/* The name of a value's type in an error. */
static const char *name_of(const struct sockref_value *value) {
    if (naive_is_nil(value)) {
        return "nil";
    }
    switch (value->kind) {
    case SOCKREF_TRUE:
        return "true";
    case SOCKREF_FALSE:
        return "false";
    case SOCKREF_INTEGER:
        return "Integer";
    case SOCKREF_FLOAT:
        return "Float";
    case SOCKREF_STRING:
        return "String";
    case SOCKREF_ARRAY:
        return "Array";
    case SOCKREF_OBJECT:
        return value->as.class_name;
    case SOCKREF_NIL:
        break;
    }
    return "nil";
}

static bool no_conversion(const struct sockref_value *value, const char *into,
                          struct sockref_error *error) {
    return naive_raise(error, SOCKREF_TYPE_ERROR, "no implicit conversion of %s into %s",
                       name_of(value), into);
}

bool naive_long(const struct sockref_value *value, int64_t *number, struct sockref_error *error) {
    static const double limit = 9223372036854775808.0;
    if (naive_is_nil(value)) {
        return naive_raise(error, SOCKREF_TYPE_ERROR, "no implicit conversion from nil to integer");
    }
    if (value->kind == SOCKREF_FLOAT) {
        if (!(value->as.real >= -limit && value->as.real < limit)) {
            return naive_raise(error, SOCKREF_RANGE_ERROR, "float %g out of range of integer",
                               value->as.real);
        }
        *number = (int64_t)value->as.real;
        return true;
    }
    *number = value->as.integer;
    return value->kind == SOCKREF_INTEGER || no_conversion(value, "Integer", error);
}

bool naive_int(const struct sockref_value *value, int *number, struct sockref_error *error) {
    int64_t whole = 0;
    if (!naive_long(value, &whole, error)) {
        return false;
    }
    *number = (int)whole;
    return (whole >= INT_MIN && whole <= INT_MAX) ||
           naive_raise(error, SOCKREF_RANGE_ERROR, "integer %lld too %s to convert to `int'",
                       (long long)whole, whole < 0 ? "small" : "big");
}

bool naive_int_or(const struct sockref_value *value, int missing, int *number,
                  struct sockref_error *error) {
    *number = missing;
    return naive_is_nil(value) || naive_int(value, number, error);
}

bool naive_is_string(const struct sockref_value *value, struct sockref_error *error) {
    return (!naive_is_nil(value) && value->kind == SOCKREF_STRING) ||
           no_conversion(value, "String", error);
}

char *naive_text(const struct sockref_value *value, struct sockref_error *error) {
    if (!naive_is_string(value, error)) {
        return NULL;
    }
    if (memchr(value->as.bytes, '\0', value->length) != NULL) {
        (void)naive_raise(error, SOCKREF_ARGUMENT_ERROR, "string contains null byte");
        return NULL;
    }
    char *text = naive_room(value->length + 1);
    memcpy(text, value->as.bytes, value->length);
    return text;
}

/* Whether a name is that of a constant, with or without the prefix. */
static bool find_constant(const struct sockref_value *name, const char *prefix, int *number) {
    size_t count = 0;
    size_t cut = strlen(prefix);
    const struct sockref_constant *constants = sockref_constants(&count);
    for (size_t i = 0; i < count; i++) {
        const char *whole = constants[i].name;
        if (strncmp(whole, prefix, cut) != 0) {
            continue;
        }
        if ((strlen(whole) == name->length && memcmp(whole, name->as.bytes, name->length) == 0) ||
            (strlen(whole + cut) == name->length &&
             memcmp(whole + cut, name->as.bytes, name->length) == 0)) {
            *number = (int)constants[i].value;
            return true;
        }
    }
    return false;
}

bool naive_constant(const struct sockref_value *value, const char *const *prefixes,
                    const char *what, int *number, struct sockref_error *error) {
    if (naive_is_nil(value) || value->kind != SOCKREF_STRING) {
        return naive_int(value, number, error);
    }
    for (size_t i = 0; prefixes[i] != NULL; i++) {
        if (find_constant(value, prefixes[i], number)) {
            return true;
        }
    }
    return naive_raise(error, SOCKREF_SOCKET_ERROR, "unknown %s: %.*s", what, (int)value->length,
                       value->as.bytes);
}

bool naive_domain(const struct sockref_value *value, int *number, struct sockref_error *error) {
    static const char *const prefixes[] = {"AF_", "PF_", NULL};
    return naive_constant(value, prefixes, "socket domain", number, error);
}

/* --- Results ---------------------------------------------------------------------------------- */

void sockref_string_free(struct sockref_string *string) {
    free(string->bytes);
    string->bytes = NULL;
    string->length = 0;
}

void sockref_message_free(struct sockref_message *message) {
    sockref_string_free(&message->data);
    sockref_string_free(&message->sockaddr);
}

void sockref_addrinfos_free(struct sockref_addrinfos *list) {
    for (size_t i = 0; i < list->count; i++) {
        sockref_string_free(&list->items[i].host);
        sockref_string_free(&list->items[i].address);
    }
    free(list->items);
    list->items = NULL;
    list->count = 0;
}

void sockref_hostent_free(struct sockref_hostent *hostent) {
    sockref_string_free(&hostent->name);
    for (size_t i = 0; i < hostent->alias_count; i++) {
        sockref_string_free(&hostent->aliases[i]);
    }
    for (size_t i = 0; i < hostent->address_count; i++) {
        sockref_string_free(&hostent->addresses[i]);
    }
    free(hostent->aliases);
    free(hostent->addresses);
    memset(hostent, 0, sizeof *hostent);
}

/* --- The library ------------------------------------------------------------------------------ */

static int safe_level;

const char *sockref_implementation(void) { return "naive"; }
const char *sockref_version(void) { return "1"; }
int sockref_safe_level(void) { return safe_level; }
void sockref_set_safe_level(int level) { safe_level = level; }
