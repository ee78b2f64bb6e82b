/* Any arguments of a caller: every conversion returns or raises, and what it returns is what was
 * passed. */
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "reference/src/internal.h"

/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer requires this name */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ITEMS_MAX = 8, DEPTH_MAX = 3 };

struct input {
    const uint8_t *bytes;
    size_t left;
    struct sockref_value items[DEPTH_MAX][ITEMS_MAX];
};

static void demand(bool holds) {
    if (!holds) {
        abort();
    }
}

static void take(struct input *input, void *to, size_t length) {
    size_t taken = length < input->left ? length : input->left;
    memset(to, 0, length);
    memcpy(to, input->bytes, taken);
    input->bytes += taken;
    input->left -= taken;
}

static uint8_t take_byte(struct input *input) {
    uint8_t byte = 0;
    take(input, &byte, 1);
    return byte;
}

static struct sockref_value take_value(struct input *input, int depth);

static struct sockref_value take_array(struct input *input, int depth) {
    size_t count = depth < DEPTH_MAX ? take_byte(input) % (ITEMS_MAX + 1) : 0;
    for (size_t i = 0; i < count; i++) {
        input->items[depth][i] = take_value(input, depth + 1);
    }
    return sockref_array(depth < DEPTH_MAX ? input->items[depth] : NULL, count);
}

static struct sockref_value take_string(struct input *input) {
    size_t wanted = take_byte(input) * (size_t)8;
    size_t length = wanted < input->left ? wanted : input->left;
    struct sockref_value value = sockref_bytes((const char *)input->bytes, length);
    input->bytes += length;
    input->left -= length;
    return value;
}

static struct sockref_value take_value(struct input *input, int depth) {
    int64_t integer = 0;
    double real = 0;
    switch (take_byte(input) % 8) {
    case 0:
        return sockref_nil();
    case 1:
        return sockref_bool(true);
    case 2:
        return sockref_bool(false);
    case 3:
        take(input, &integer, sizeof integer);
        return sockref_integer(integer);
    case 4:
        take(input, &real, sizeof real);
        return sockref_float(real);
    case 5:
        return take_array(input, depth);
    case 6:
        return sockref_object("Object");
    default:
        return take_string(input);
    }
}

static void convert_number(const struct sockref_value *value) {
    static struct sockref_error error;
    int small = 0;
    int64_t large = 0;
    bool fits = sockref__to_int(value, &small, &error);
    if (sockref__to_int64(value, &large, &error)) {
        demand(value->kind != SOCKREF_INTEGER || large == value->as.integer);
        demand(fits == (large >= INT_MIN && large <= INT_MAX));
        demand(!fits || small == large);
    } else {
        demand(!fits);
    }
    demand(sockref__to_int_or(value, 7, &small, &error) == (fits || sockref__is_nil(value)));
    demand(!sockref__is_nil(value) || small == 7);
}

static void convert_text(const struct sockref_value *value, size_t room) {
    static struct sockref_error error;
    static char buffer[64];
    const char *bytes = NULL;
    size_t length = 0;
    bool is_text = sockref__to_bytes(value, &bytes, &length, &error);
    demand(is_text == (value->kind == SOCKREF_STRING));
    char *copy = sockref__to_c_string(value, &error);
    demand((copy != NULL) == sockref__check_c_string(value, &error));
    demand(copy == NULL || (is_text && strlen(copy) == length));
    free(copy);
    if (is_text) {
        sockref__copy_c_string(value, buffer, room % sizeof buffer + 1);
        demand(strlen(buffer) <= room % sizeof buffer);
    }
    demand(sockref__describe(value) != NULL);
}

/* Conversions that use a table, of constants or of services. */
static void look_up(const struct sockref_value *value, const struct sockref_value *other) {
    static struct sockref_error error;
    int number = 0;
    if (sockref__to_family(value, &number, &error)) {
        demand(value->kind == SOCKREF_STRING || value->kind == SOCKREF_INTEGER ||
               value->kind == SOCKREF_FLOAT);
    }
    if (sockref_getservbyname(value, other, &number, &error)) {
        demand(value->kind == SOCKREF_STRING);
    }
}

/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer requires this name */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct input input = {.bytes = data, .left = size};
    uint8_t room = take_byte(&input);
    struct sockref_value value = take_value(&input, 0);
    convert_number(&value);
    convert_text(&value, room);
    if (room % 16 == 0) { /* it reads a file */
        struct sockref_value other = take_value(&input, 0);
        look_up(&value, &other);
    }
    return 0;
}
