#include "conformance/harness/strength/tamper.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/jsonrpc.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/support/memory.h"

/* In a longer array, the first and the last elements stand for the others. */
enum { PATH_MAX_DEPTH = 4, ENDS = 4 };

struct list {
    struct sockspec_tampered *items;
    size_t count;
    const struct sockspec_result *answer;
    json_t *variables;
    size_t path[PATH_MAX_DEPTH]; /* the path to the part that is tampered with */
    size_t depth;
};

static void add(struct list *list, const char *name, struct sockspec_result result) {
    list->items =
        sockspec_must_have(reallocarray(list->items, list->count + 1, sizeof *list->items));
    char where[PATH_MAX_DEPTH * 24] = "";
    for (size_t i = 0; i < list->depth; i++) {
        size_t used = strlen(where);
        (void)snprintf(where + used, sizeof where - used, "[%zu]", list->path[i]);
    }
    struct sockspec_tampered *item = &list->items[list->count++];
    item->result = result;
    item->name = sockspec_format("%s%s%s", where, list->depth == 0 ? "" : ": ", name);
}

/* Adds the answer with `part` at the place the path leads to. Takes ownership of `part`. */
static void replace(struct list *list, const char *name, json_t *part) {
    json_t *whole = part;
    if (list->depth > 0) {
        whole = json_deep_copy(list->answer->value);
        json_t *parent = whole;
        for (size_t i = 0; i + 1 < list->depth; i++) {
            parent = json_array_get(parent, list->path[i]);
        }
        (void)json_array_set_new(parent, list->path[list->depth - 1], part);
    }
    if (json_equal(whole, list->answer->value)) {
        json_decref(whole);
        return;
    }
    add(list, name, sockspec_result_of(whole));
}

static void tamper_integer(struct list *list, json_int_t value) {
    unsigned long long bits = (unsigned long long)value;
    bool fits = value > 0 && value <= UINT32_MAX;
    unsigned long long swapped =
        bits <= UINT16_MAX ? __builtin_bswap16((uint16_t)bits) : __builtin_bswap32((uint32_t)bits);
    replace(list, "one more", json_integer(value + 1));
    replace(list, "one less", json_integer(value - 1));
    if (fits) {
        replace(list, "byte order swapped", json_integer((json_int_t)swapped));
    }
    replace(list, "as text", json_sprintf("%" JSON_INTEGER_FORMAT, value));
}

/* Returns a copy of the bytes with one of them changed by a flipped bit. */
static json_t *flipped(const char *bytes, size_t length, size_t at) {
    char *copy = sockspec_must_have(malloc(length));
    memcpy(copy, bytes, length);
    copy[at] = (char)(copy[at] ^ 1);
    json_t *string = sockspec_bytes_to_json(copy, length);
    free(copy);
    return string;
}

/* Returns a copy with the second pair of bytes swapped, which is the port of a socket address. */
static json_t *port_swapped(const char *bytes, size_t length) {
    enum { HIGH = 2, LOW = 3 };
    char *copy = sockspec_must_have(malloc(length));
    memcpy(copy, bytes, length);
    copy[HIGH] = bytes[LOW];
    copy[LOW] = bytes[HIGH];
    json_t *string = sockspec_bytes_to_json(copy, length);
    free(copy);
    return string;
}

static json_t *longer(const char *bytes, size_t length, char last) {
    char *copy = sockspec_must_have(malloc(length + 1));
    memcpy(copy, bytes, length);
    copy[length] = last;
    json_t *string = sockspec_bytes_to_json(copy, length + 1);
    free(copy);
    return string;
}

static void tamper_string(struct list *list, const json_t *value) {
    enum { SOCKADDR_IN = 16 };
    size_t length = 0;
    char *bytes = sockspec_bytes_from_json(value, &length);
    if (bytes == NULL) {
        return;
    }
    replace(list, "longer by a letter", longer(bytes, length, 'x'));
    replace(list, "longer by a NUL", longer(bytes, length, '\0'));
    if (length > 0) {
        replace(list, "empty", json_string(""));
        replace(list, "shorter", sockspec_bytes_to_json(bytes, length - 1));
        replace(list, "first byte flipped", flipped(bytes, length, 0));
        replace(list, "middle byte flipped", flipped(bytes, length, length / 2));
        replace(list, "last byte flipped", flipped(bytes, length, length - 1));
    }
    if (length >= SOCKADDR_IN) {
        replace(list, "byte order swapped", port_swapped(bytes, length));
    }
    free(bytes);
}

static void tamper_value(struct list *list, json_t *value);

static void tamper_array(struct list *list, json_t *value) {
    size_t count = json_array_size(value);
    json_t *dropped = json_copy(value);
    json_t *doubled = json_copy(value);
    json_t *swapped = json_copy(value);
    if (count > 0) {
        (void)json_array_remove(dropped, count - 1);
        (void)json_array_append(doubled, json_array_get(value, count - 1));
    } else {
        (void)json_array_append_new(doubled, json_null());
    }
    if (count > 1) {
        (void)json_array_set(swapped, 0, json_array_get(value, 1));
        (void)json_array_set(swapped, 1, json_array_get(value, 0));
    }
    replace(list, "last field dropped", dropped);
    replace(list, "last field doubled", doubled);
    replace(list, "first fields swapped", swapped);
    replace(list, "empty", json_array());
    for (size_t i = 0; i < count && list->depth < PATH_MAX_DEPTH; i++) {
        if (i < ENDS || i + ENDS >= count) {
            list->path[list->depth++] = i;
            tamper_value(list, json_array_get(value, i));
            list->depth--;
        }
    }
}

/* Substitutes another socket of the same process, if the script knows one. */
static void tamper_handle(struct list *list, const json_t *value) {
    const char *name = NULL;
    json_t *variable = NULL;
    json_object_foreach(list->variables, name, variable) {
        if (sockspec_handle_place(variable) == sockspec_handle_place(value) &&
            !json_equal(variable, value)) {
            replace(list, "another handle", json_incref(variable));
            break;
        }
    }
    replace(list, "as its number", json_incref(json_object_get(value, "socket")));
}

static void tamper_value(struct list *list, json_t *value) {
    switch (json_typeof(value)) {
    case JSON_INTEGER:
        tamper_integer(list, json_integer_value(value));
        break;
    case JSON_STRING:
        tamper_string(list, value);
        break;
    case JSON_ARRAY:
        tamper_array(list, value);
        break;
    case JSON_OBJECT:
        tamper_handle(list, value);
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        replace(list, "the other one", json_boolean(json_is_false(value)));
        break;
    case JSON_NULL:
        replace(list, "0 for nil", json_integer(0));
        replace(list, "empty text for nil", json_string(""));
        replace(list, "false for nil", json_false());
        break;
    case JSON_REAL:
        break;
    }
    replace(list, "nil", json_null());
}

static struct sockspec_result exception(json_t *ancestors, const char *message) {
    json_t *value = json_pack("{sOsoss}", "class", json_array_get(ancestors, 0), "ancestors",
                              ancestors, "message", message);
    return (struct sockspec_result){SOCKSPEC_RESULT_EXCEPTION, value};
}

/* Returns the ancestors without the class itself and its other names: the classes above it. */
static json_t *parents(const json_t *ancestors) {
    json_t *rest = json_array();
    for (size_t i = 1; i < json_array_size(ancestors); i++) {
        const char *name = json_string_value(json_array_get(ancestors, i));
        if (name != NULL && strncmp(name, "Errno::", strlen("Errno::")) != 0) {
            (void)json_array_append(rest, json_array_get(ancestors, i));
        }
    }
    return rest;
}

static void tamper_exception(struct list *list) {
    const json_t *value = list->answer->value;
    json_t *ancestors = json_object_get(value, "ancestors");
    const char *class = json_string_value(json_object_get(value, "class"));
    const char *message = json_string_value(json_object_get(value, "message"));
    bool is_errno = strncmp(class, "Errno::", strlen("Errno::")) == 0;
    const char *neighbour = !is_errno                             ? "FrozenError"
                            : strcmp(class, "Errno::EINVAL") == 0 ? "Errno::ENOENT"
                                                                  : "Errno::EINVAL";
    const char *dash = strstr(message, " - ");
    json_t *siblings = parents(ancestors);
    (void)json_array_insert_new(siblings, 0, json_string(neighbour));
    add(list, "a neighbouring class", exception(siblings, message));
    if (json_array_size(siblings) > 1) {
        add(list, "its parent class", exception(parents(ancestors), message));
    }
    if (dash != NULL) {
        char *shorter = sockspec_must_have(strndup(message, (size_t)(dash - message)));
        add(list, "a message without the call", exception(json_incref(ancestors), shorter));
        free(shorter);
    }
    add(list, "success with nil", sockspec_result_of(json_null()));
    add(list, "success with 0", sockspec_result_of(json_integer(0)));
}

struct sockspec_tampered *sockspec_tamper_all(const struct sockspec_result *answer,
                                              json_t *variables, size_t *count) {
    struct list list = {.answer = answer, .variables = variables};
    if (answer->kind == SOCKSPEC_RESULT_EXCEPTION) {
        tamper_exception(&list);
    } else {
        tamper_value(&list, answer->value);
        json_t *ancestors = json_pack("[sss]", "Errno::EIO", "SystemCallError", "StandardError");
        add(&list, "an exception", exception(ancestors, "Input/output error"));
    }
    add(&list, "no answer in time", sockspec_no_result());
    *count = list.count;
    return list.items;
}

void sockspec_tamper_free(struct sockspec_tampered *all, size_t count) {
    for (size_t i = 0; i < count; i++) {
        free(all[i].name);
        json_decref(all[i].result.value);
    }
    free(all);
}
