/* Any bytes to unpack: the result is a valid value or an exception. */
#include <stdint.h>
#include <stdlib.h>

#include "sockref.h"

/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer requires this name */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds) {
    if (!holds) {
        abort();
    }
}

/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer requires this name */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct sockref_error error;
    const struct sockref_value sockaddr = sockref_bytes((const char *)data, size);
    struct sockref_string text = {NULL, 0};
    int port = -1;
    if (sockref_unpack_sockaddr_in(&sockaddr, &port, &text, &error)) {
        demand(port >= 0 && port <= UINT16_MAX && text.length > 0);
        demand(text.bytes[text.length] == '\0');
    }
    sockref_string_free(&text);
    text = (struct sockref_string){NULL, 0};
    if (sockref_unpack_sockaddr_un(&sockaddr, &text, &error)) {
        demand(text.length + 2 <= size);
    }
    sockref_string_free(&text);
    return 0;
}
