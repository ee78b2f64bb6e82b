#include "conformance/harness/driver/jsonrpc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/integers.h"
#include "conformance/harness/support/memory.h"

enum { METHOD_NOT_FOUND = -32601, EXCEPTION = 1 };

char *sockspec_jsonrpc_request(unsigned long id, const char *method, json_t *params,
                               size_t *length) {
    char *text = sockspec_must_have(json_dumps(params, JSON_COMPACT | JSON_ENCODE_ANY));
    char *line = sockspec_format(
        "{\"jsonrpc\":\"2.0\",\"id\":%lu,\"method\":\"%s\",\"params\":%s}\n", id, method, text);
    free(text);
    sockspec_integers_unwrap(line);
    *length = strlen(line);
    return line;
}

__attribute__((format(printf, 1, 2))) static struct sockspec_reply invalid(const char *format,
                                                                           ...) {
    struct sockspec_reply reply = {.kind = SOCKSPEC_REPLY_INVALID};
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(reply.problem, sizeof reply.problem, format, arguments);
    va_end(arguments);
    return reply;
}

static bool is_list_of_strings(const json_t *list) {
    if (!json_is_array(list)) {
        return false;
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (!json_is_string(json_array_get(list, i))) {
            return false;
        }
    }
    return true;
}

static struct sockspec_reply read_exception(json_t *error) {
    json_t *message = json_object_get(error, "message");
    json_t *data = json_object_get(error, "data");
    json_t *class = json_object_get(data, "class");
    json_t *ancestors = json_object_get(data, "ancestors");
    if (!json_is_string(message) || !json_is_string(class) || !is_list_of_strings(ancestors)) {
        return invalid("an exception without message, class or ancestors");
    }
    struct sockspec_reply reply = {.kind = SOCKSPEC_REPLY_EXCEPTION};
    reply.value = json_pack("{sOsOsO}", "class", class, "ancestors", ancestors, "message", message);
    return reply;
}

static struct sockspec_reply read_error(json_t *error) {
    json_t *code = json_object_get(error, "code");
    const char *message = json_string_value(json_object_get(error, "message"));
    if (!json_is_integer(code)) {
        return invalid("an error without a code");
    }
    if (json_integer_value(code) == EXCEPTION) {
        return read_exception(error);
    }
    struct sockspec_reply reply =
        invalid("error %" JSON_INTEGER_FORMAT ": %.200s", json_integer_value(code),
                message == NULL ? "no message" : message);
    reply.code = json_integer_value(code);
    if (json_integer_value(code) == METHOD_NOT_FOUND) {
        reply.kind = SOCKSPEC_REPLY_UNSUPPORTED;
    }
    return reply;
}

static struct sockspec_reply read_message(json_t *message, unsigned long id) {
    json_t *answered = json_object_get(message, "id");
    json_t *result = json_object_get(message, "result");
    json_t *error = json_object_get(message, "error");
    const char *version = json_string_value(json_object_get(message, "jsonrpc"));
    if (!json_is_object(message) || version == NULL || strcmp(version, "2.0") != 0) {
        return invalid("not a JSON-RPC 2.0 message");
    }
    if (!json_is_integer(answered) || json_integer_value(answered) != (json_int_t)id) {
        return invalid("the answer's id is not %lu", id);
    }
    if ((result == NULL) == (error == NULL)) {
        return invalid("an answer has either a result or an error");
    }
    if (error != NULL) {
        return read_error(error);
    }
    return (struct sockspec_reply){.kind = SOCKSPEC_REPLY_RESULT, .value = json_incref(result)};
}

struct sockspec_reply sockspec_jsonrpc_answer(const char *line, size_t length, unsigned long id) {
    json_error_t problem;
    char *wrapped = sockspec_integers_wrap(line, length, &length);
    json_t *message = json_loadb(wrapped == NULL ? line : wrapped, length,
                                 JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &problem);
    free(wrapped);
    if (message == NULL) {
        return invalid("not JSON: %.200s", problem.text);
    }
    struct sockspec_reply reply = read_message(message, id);
    json_decref(message);
    return reply;
}

json_t *sockspec_bytes_to_json(const void *bytes, size_t length) {
    const unsigned char *from = bytes;
    char *text = sockspec_must_have(malloc(2 * length + 1));
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        if (from[i] < 0x80) {
            text[used++] = (char)from[i];
        } else {
            text[used++] = (char)(0xC0 | (from[i] >> 6));
            text[used++] = (char)(0x80 | (from[i] & 0x3F));
        }
    }
    json_t *string = json_stringn_nocheck(text, used);
    free(text);
    return string;
}

char *sockspec_bytes_from_json(const json_t *string, size_t *length) {
    if (!json_is_string(string)) {
        return NULL;
    }
    const unsigned char *from = (const unsigned char *)json_string_value(string);
    size_t size = json_string_length(string);
    char *bytes = sockspec_must_have(malloc(size + 1));
    size_t used = 0;
    for (size_t i = 0; i < size; i++) {
        unsigned byte = from[i];
        if (byte >= 0x80) {
            if (byte > 0xC3) {
                free(bytes);
                return NULL;
            }
            byte = ((byte & 0x03U) << 6) | (from[++i] & 0x3FU);
        }
        bytes[used++] = (char)byte;
    }
    bytes[used] = '\0';
    *length = used;
    return bytes;
}
