/* The methods of IO that the document's examples use. IO.select is in select_method.c. */
#include "call.h"

static bool call_close(struct call *call, json_t **result) {
    *result = json_null();
    return api.close(call->socket, &call->error);
}

static bool call_closed(struct call *call, json_t **result) {
    *result = json_boolean(api.closed(call->socket));
    return true;
}

static bool call_fileno(struct call *call, json_t **result) {
    int fd;

    if (!api.fileno(call->socket, &fd, &call->error)) {
        return false;
    }
    *result = json_integer(fd);
    return true;
}

static bool call_write(struct call *call, json_t **result) {
    size_t written;

    if (!api.write(call->socket, call->arguments[0], &written, &call->error)) {
        return false;
    }
    *result = json_integer((json_int_t)written);
    return true;
}

static bool call_puts(struct call *call, json_t **result) {
    *result = json_null();
    return api.puts(call->socket, call->arguments[0], &call->error);
}

static bool call_read(struct call *call, json_t **result) {
    struct sockref_string text;

    if (!api.read(call->socket, call->arguments[0], &text, &call->error)) {
        return false;
    }
    *result = text.bytes == NULL ? json_null() : encode_string(&text);
    return true;
}

static bool call_readline(struct call *call, json_t **result) {
    struct sockref_string line;

    if (!api.readline(call->socket, &line, &call->error)) {
        return false;
    }
    *result = encode_string(&line);
    return true;
}

/* clang-format off */
const struct method stream_methods[] = {
    {"Socket#close",    true, 0, 0, call_close},
    {"Socket#closed?",  true, 0, 0, call_closed},
    {"Socket#fileno",   true, 0, 0, call_fileno},
    {"Socket#puts",     true, 0, 1, call_puts},
    {"Socket#read",     true, 0, 1, call_read},
    {"Socket#readline", true, 0, 0, call_readline},
    {"Socket#write",    true, 1, 1, call_write},
    {NULL,              false, 0, 0, NULL},
};
/* clang-format on */
