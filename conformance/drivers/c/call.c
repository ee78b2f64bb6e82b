#include "call.h"

#include <stdio.h>
#include <stdlib.h>

/* Each string has a block of exactly its own size, so that a library that reads past the end is
 * detected. */
struct call_block {
    struct call_block *next;
    max_align_t bytes[];
};

static void *allocate(struct call *call, size_t size) {
    struct call_block *block = malloc(sizeof *block + size);

    if (block == NULL) {
        return NULL;
    }
    block->next = call->blocks;
    call->blocks = block;
    return block->bytes;
}

void call_release(struct call *call) {
    while (call->blocks != NULL) {
        struct call_block *next = call->blocks->next;

        free(call->blocks);
        call->blocks = next;
    }
}

/* Converts code points to bytes. Returns -1 if a code point is not a byte. The text is valid
 * UTF-8. */
static ptrdiff_t decode_text(const char *text, size_t length, char *bytes) {
    size_t count = 0;

    for (size_t i = 0; i < length; i++) {
        unsigned char first = (unsigned char)text[i];

        if (first >= 0x80) {
            if (first > 0xC3) {
                return -1;
            }
            i++;
            first = (unsigned char)(((first & 3U) << 6) | ((unsigned char)text[i] & 0x3FU));
        }
        bytes[count++] = (char)first;
    }
    return (ptrdiff_t)count;
}

static size_t count_code_points(const char *text, size_t length) {
    size_t count = 0;

    for (size_t i = 0; i < length; i++) {
        count += ((unsigned char)text[i] & 0xC0U) != 0x80U;
    }
    return count;
}

static bool decode_string(struct call *call, const json_t *json, struct sockref_value *value) {
    const char *text = json_string_value(json);
    size_t length = json_string_length(json);
    char *bytes = allocate(call, count_code_points(text, length));
    ptrdiff_t count = bytes == NULL ? -1 : decode_text(text, length, bytes);

    if (count < 0) {
        return false;
    }
    *value = sockref_bytes(bytes, (size_t)count);
    return true;
}

static bool decode_array(struct call *call, const json_t *json, struct sockref_value *value) {
    size_t count = json_array_size(json);
    struct sockref_value *items = allocate(call, count * sizeof *items);

    if (items == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(json, i);

        if (!call_decode(call, item, &items[i])) {
            return false;
        }
    }
    *value = sockref_array(items, count);
    return true;
}

bool call_decode(struct call *call, const json_t *json, struct sockref_value *value) {
    switch (json_typeof(json)) {
    case JSON_NULL:
        *value = sockref_nil();
        return true;
    case JSON_TRUE:
    case JSON_FALSE:
        *value = sockref_bool(json_is_true(json));
        return true;
    case JSON_INTEGER:
        *value = sockref_integer(json_integer_value(json));
        return true;
    case JSON_REAL:
        *value = sockref_float(json_real_value(json));
        return true;
    case JSON_STRING:
        return decode_string(call, json, value);
    case JSON_ARRAY:
        return decode_array(call, json, value);
    case JSON_OBJECT:
        *value = sockref_object("Socket");
        return handle_socket(json) != NULL;
    }
    return false;
}

json_t *encode_bytes(const char *bytes, size_t length) {
    char small[256] = "";
    char *text = length <= sizeof small / 2 ? small : malloc(length * 2);
    size_t count = 0;
    json_t *json;

    if (text == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];

        if (byte < 0x80) {
            text[count++] = (char)byte;
        } else {
            text[count++] = (char)(unsigned char)(0xC0U | (byte >> 6));
            text[count++] = (char)(unsigned char)(0x80U | (byte & 0x3FU));
        }
    }
    json = json_stringn_nocheck(text, count);
    if (text != small) {
        free(text);
    }
    return json;
}

json_t *encode_held(const struct sockref_string *string) {
    if (string->bytes[string->length] != '\0') {
        (void)fputs("sockspec-driver-c: the library hands out a string without its NUL\n", stderr);
        exit(EXIT_FAILURE);
    }
    return encode_bytes(string->bytes, string->length);
}

json_t *encode_string(struct sockref_string *string) {
    json_t *json = encode_held(string);

    api.string_free(string);
    return json;
}
