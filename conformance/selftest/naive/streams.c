/* A socket as an IO. */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "naive.h"

bool sockref_close(struct sockref_socket *socket, struct sockref_error *error) {
    int fd = socket->fd;
    socket->fd = -1;
    socket->unread_length = 0;
    return fd < 0 || close(fd) == 0 || naive_errno(error, NULL);
}

bool sockref_closed(const struct sockref_socket *socket) { return socket->fd < 0; }

bool sockref_fileno(struct sockref_socket *socket, int *fd, struct sockref_error *error) {
    *fd = socket->fd;
    return naive_is_open(socket, error);
}

bool sockref_close_read(struct sockref_socket *socket, struct sockref_error *error) {
    if (!naive_is_open(socket, error)) {
        return false;
    }
    (void)shutdown(socket->fd, SHUT_RDWR); /* WRONG: close_read ends both directions */
    socket->no_more_reading = true;
    return !socket->no_more_writing || sockref_close(socket, error);
}

bool sockref_close_write(struct sockref_socket *socket, struct sockref_error *error) {
    if (!naive_is_open(socket, error)) {
        return false;
    }
    (void)shutdown(socket->fd, SHUT_WR);
    socket->no_more_writing = true;
    return !socket->no_more_reading || sockref_close(socket, error);
}

/* --- Writing ---------------------------------------------------------------------------------- */

static bool is_writable(const struct sockref_socket *socket, struct sockref_error *error) {
    return naive_is_open(socket, error) &&
           (!socket->no_more_writing ||
            naive_raise(error, SOCKREF_IO_ERROR, "not opened for writing"));
}

static bool wait_for(int fd, short events) {
    struct pollfd polled = {.fd = fd, .events = events};
    return errno == EINTR || (errno == EAGAIN && poll(&polled, 1, -1) >= 0) || errno == EINTR;
}

static bool write_bytes(const struct sockref_socket *socket, const char *bytes, size_t length,
                        struct sockref_error *error) {
    while (length > 0) {
        ssize_t count = send(socket->fd, bytes, length, MSG_NOSIGNAL);
        if (count < 0 && errno == ENOTSOCK) {
            count = write(socket->fd, bytes, length);
        }
        if (count < 0 && !wait_for(socket->fd, POLLOUT)) {
            return naive_errno(error, NULL);
        }
        bytes += count < 0 ? 0 : count;
        length -= count < 0 ? 0 : (size_t)count;
    }
    return true;
}

/* The fewest digits that identify the number. */
static void float_text(double real, char *text, size_t size) {
    int digits = 0;
    do {
        (void)snprintf(text, size, "%.*e", digits, real);
    } while (digits++ < 17 && strtod(text, NULL) != real);
    char *exponent = strchr(text, 'e');
    long magnitude = exponent == NULL ? 0 : strtol(exponent + 1, NULL, 10);
    long decimals = digits - 1 - magnitude;
    if (exponent == NULL) { /* not a number */
        (void)snprintf(text, size, real > 0 ? "Infinity" : real < 0 ? "-Infinity" : "NaN");
    } else if (magnitude >= -4 && (magnitude < 15 || magnitude < digits - 1)) {
        (void)snprintf(text, size, "%.*f", decimals < 1 ? 1 : (int)decimals, real);
    } else if (digits == 1) {
        (void)snprintf(exponent, size - (size_t)(exponent - text), ".0e%+03ld", magnitude);
    }
}

static bool to_text(const struct sockref_value *object, struct sockref_string *text,
                    struct sockref_error *error);

static void print_quoted(FILE *out, const struct sockref_value *string) {
    static const char special[] = "\a\b\t\n\v\f\r\033\"\\";
    static const char letters[] = "abtnvfre\"\\";
    (void)fputc('"', out);
    for (size_t i = 0; i < string->length; i++) {
        char byte = string->as.bytes[i];
        const char *found = byte == '\0' ? NULL : strchr(special, byte);
        if (found != NULL) {
            (void)fprintf(out, "\\%c", letters[found - special]);
        } else if (byte < ' ' || byte > '~') {
            (void)fprintf(out, "\\x%02X", (unsigned)(unsigned char)byte);
        } else {
            const char *next = i + 1 < string->length ? &string->as.bytes[i + 1] : "";
            bool code = byte == '#' && (*next == '{' || *next == '$' || *next == '@');
            (void)fprintf(out, "%s%c", code ? "\\" : "", byte);
        }
    }
    (void)fputc('"', out);
}

/* Prints an array as a program would write it. */
static bool print_array(FILE *out, const struct sockref_value *array, struct sockref_error *error) {
    bool good = true;
    (void)fputc('[', out);
    for (size_t i = 0; good && i < array->length; i++) {
        const struct sockref_value *item = &array->as.items[i];
        struct sockref_string text = {NULL, 0};
        (void)fputs(i == 0 ? "" : ", ", out);
        if (item->kind == SOCKREF_ARRAY) {
            good = print_array(out, item, error);
        } else if (item->kind == SOCKREF_STRING) {
            print_quoted(out, item);
        } else {
            good = to_text(item, &text, error);
            (void)fputs(good && text.length == 0 ? "nil" : good ? text.bytes : "", out);
            sockref_string_free(&text);
        }
    }
    (void)fputc(']', out);
    return good;
}

static bool array_text(const struct sockref_value *array, struct sockref_string *text,
                       struct sockref_error *error) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    if (out == NULL) {
        abort();
    }
    bool good = print_array(out, array, error);
    (void)fclose(out);
    if (good) {
        naive_give(text, bytes, length);
    }
    free(bytes);
    return good;
}

/* The result of to_s. */
static bool to_text(const struct sockref_value *object, struct sockref_string *text,
                    struct sockref_error *error) {
    char number[64] = "";
    if (naive_is_nil(object)) {
        naive_give(text, "", 0);
        return true;
    }
    switch (object->kind) {
    case SOCKREF_STRING:
        naive_give(text, object->as.bytes, object->length);
        return true;
    case SOCKREF_TRUE:
    case SOCKREF_FALSE:
        (void)snprintf(number, sizeof number, "%s",
                       object->kind == SOCKREF_TRUE ? "true" : "false");
        break;
    case SOCKREF_INTEGER:
        (void)snprintf(number, sizeof number, "%lld", (long long)object->as.integer);
        break;
    case SOCKREF_FLOAT:
        float_text(object->as.real, number, sizeof number);
        break;
    case SOCKREF_ARRAY:
        return array_text(object, text, error);
    case SOCKREF_NIL:
    case SOCKREF_OBJECT:
        return naive_raise(error, SOCKREF_TYPE_ERROR, "this is not written");
    }
    naive_give(text, number, strlen(number));
    return true;
}

bool sockref_write(struct sockref_socket *socket, const struct sockref_value *object,
                   size_t *written, struct sockref_error *error) {
    struct sockref_string text = {NULL, 0};
    bool good = to_text(object, &text, error) &&
                (text.length == 0 || (is_writable(socket, error) &&
                                      write_bytes(socket, text.bytes, text.length, error)));
    *written = text.length;
    sockref_string_free(&text);
    return good;
}

static bool puts_items(struct sockref_socket *socket, const struct sockref_value *array,
                       struct sockref_error *error) {
    for (size_t i = 0; i < array->length; i++) {
        if (!sockref_puts(socket, &array->as.items[i], error)) {
            return false;
        }
    }
    return true;
}

bool sockref_puts(struct sockref_socket *socket, const struct sockref_value *object,
                  struct sockref_error *error) {
    struct sockref_string text = {NULL, 0};
    if (!naive_is_nil(object) && object->kind == SOCKREF_ARRAY) {
        return puts_items(socket, object, error);
    }
    bool good = to_text(object, &text, error) && is_writable(socket, error);
    if (good) {
        char *line = naive_room(text.length + 1);
        for (size_t i = 0; i < text.length; i++) {
            line[i] = text.bytes[i];
        }
        line[text.length] = '\n'; /* WRONG: puts adds a newline to one that is there */
        good = write_bytes(socket, line, text.length + 1, error);
        free(line);
    }
    sockref_string_free(&text);
    return good;
}

/* --- Reading ---------------------------------------------------------------------------------- */

static bool is_readable(const struct sockref_socket *socket, struct sockref_error *error) {
    return naive_is_open(socket, error) &&
           (!socket->no_more_reading ||
            naive_raise(error, SOCKREF_IO_ERROR, "not opened for reading"));
}

/* Reads some more, at most `most` bytes. `more` is whether there was anything to read. */
static bool read_some(struct sockref_socket *socket, size_t most, bool *more,
                      struct sockref_error *error) {
    char buffer[131072]; /* the rest of a longer message would be lost */
    ssize_t got = -1;
    do {
        got = read(socket->fd, buffer, most < sizeof buffer ? most : sizeof buffer);
    } while (got < 0 && wait_for(socket->fd, POLLIN));
    if (got < 0) {
        return naive_errno(error, NULL);
    }
    *more = got > 0;
    char *longer = naive_room(socket->unread_length + (size_t)got + 1);
    if (socket->unread_length > 0) {
        memcpy(longer, socket->unread, socket->unread_length);
    }
    memcpy(longer + socket->unread_length, buffer, (size_t)got);
    free(socket->unread);
    socket->unread = longer;
    socket->unread_length += (size_t)got;
    return true;
}

static void take(struct sockref_socket *socket, size_t length, struct sockref_string *result) {
    naive_give(result, socket->unread, length);
    socket->unread_length -= length;
    if (length > 0) {
        memmove(socket->unread, socket->unread + length, socket->unread_length);
    }
}

/* How much to read: everything if `all`, otherwise `wanted` bytes, for which there is room. */
static bool read_arguments(const struct sockref_value *length, bool *all, size_t *wanted,
                           struct sockref_error *error) {
    int64_t number = 0;
    *all = naive_is_nil(length);
    if (!*all && !naive_long(length, &number, error)) {
        return false;
    }
    if (number < 0) {
        return naive_raise(error, SOCKREF_ARGUMENT_ERROR, "negative length %lld given",
                           (long long)number);
    }
    *wanted = (size_t)number;
    void *volatile room = malloc(*wanted + 1);
    free(room);
    return room != NULL || naive_raise(error, SOCKREF_NO_MEMORY_ERROR, "failed to allocate memory");
}

bool sockref_read(struct sockref_socket *socket, const struct sockref_value *length,
                  struct sockref_string *result, struct sockref_error *error) {
    size_t wanted = 0;
    bool all = false;
    bool more = true;
    if (!read_arguments(length, &all, &wanted, error) || !is_readable(socket, error)) {
        return false;
    }
    while (more && (all || socket->unread_length < wanted)) {
        if (!read_some(socket, all ? SIZE_MAX : wanted - socket->unread_length, &more, error)) {
            return false;
        }
    }
    if (!all && wanted > 0 && socket->unread_length == 0) {
        *result = (struct sockref_string){NULL, 0};
        return true;
    }
    take(socket, all || socket->unread_length < wanted ? socket->unread_length : wanted, result);
    return true;
}

bool sockref_readline(struct sockref_socket *socket, struct sockref_string *result,
                      struct sockref_error *error) {
    bool more = true;
    const char *end = NULL;
    if (!is_readable(socket, error)) {
        return false;
    }
    while (more) {
        end =
            socket->unread_length == 0 ? NULL : memchr(socket->unread, '\n', socket->unread_length);
        if (end != NULL) {
            break;
        }
        if (!read_some(socket, SIZE_MAX, &more, error)) {
            return false;
        }
    }
    if (socket->unread_length == 0) {
        return naive_raise(error, SOCKREF_EOF_ERROR, "end of file reached");
    }
    take(socket, end == NULL ? socket->unread_length : (size_t)(end - socket->unread) + 1, result);
    return true;
}
