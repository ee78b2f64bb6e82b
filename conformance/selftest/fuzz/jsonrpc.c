/* Any line of a driver: it is judged, and its content is kept unchanged. */
#include "conformance/harness/driver/jsonrpc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer requires this name */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds) {
    if (!holds) {
        abort();
    }
}

/* Strings of bytes survive encoding and decoding unchanged. */
static void check_bytes(const json_t *string) {
    size_t length = 0;
    char *bytes = sockspec_bytes_from_json(string, &length);
    if (bytes != NULL) {
        json_t *again = sockspec_bytes_to_json(bytes, length);
        demand(json_equal(again, string));
        json_decref(again);
    }
    free(bytes);
}

/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer requires this name */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct sockspec_reply reply = sockspec_jsonrpc_answer((const char *)data, size, 1);
    switch (reply.kind) {
    case SOCKSPEC_REPLY_RESULT:
        demand(reply.value != NULL);
        check_bytes(reply.value);
        break;
    case SOCKSPEC_REPLY_EXCEPTION:
        demand(json_is_array(json_object_get(reply.value, "ancestors")));
        demand(json_is_string(json_object_get(reply.value, "class")));
        check_bytes(json_object_get(reply.value, "message"));
        break;
    case SOCKSPEC_REPLY_UNSUPPORTED:
    case SOCKSPEC_REPLY_INVALID:
        demand(reply.value == NULL && *reply.problem != '\0');
        break;
    case SOCKSPEC_REPLY_DIED:
    case SOCKSPEC_REPLY_TIMED_OUT:
        abort(); /* a value that no line can contain */
    }
    json_decref(reply.value);
    return 0;
}
