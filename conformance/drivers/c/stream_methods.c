/* The methods of IO that the document's examples use. IO.select is in select_method.c. */
#include <stdio.h>

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

/* Several objects are passed as one array: sockref_puts writes each of its items as a line. */
static bool call_puts(struct call *call, json_t **result) {
    size_t count = 0;

    *result = json_null();
    while (count < CALL_ARGUMENTS_MAX && call->arguments[count] != NULL) {
        count++;
    }
    if (count > 1) {
        const struct sockref_value lines = sockref_array(call->values, count);

        return api.puts(call->socket, &lines, &call->error);
    }
    return api.puts(call->socket, call->arguments[0], &call->error);
}

/* The second argument is a buffer, which no caller sees again: only its type matters. */
static bool call_read(struct call *call, json_t **result) {
    struct sockref_string text;

    if (call->values[1].kind != SOCKREF_NIL && call->values[1].kind != SOCKREF_STRING) {
        call->error.cls = SOCKREF_TYPE_ERROR;
        (void)snprintf(call->error.message, sizeof call->error.message,
                       "the buffer is not a String");
        return false;
    }
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
    {"Socket#puts",     true, 0, CALL_ARGUMENTS_MAX, call_puts},
    {"Socket#read",     true, 0, 2, call_read},
    {"Socket#readline", true, 0, 0, call_readline},
    {"Socket#write",    true, 1, 1, call_write},
    {NULL,              false, 0, 0, NULL},
};
/* clang-format on */
