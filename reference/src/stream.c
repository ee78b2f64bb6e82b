/* A socket as a stream of bytes: write, puts, read and readline. */
#include "internal.h"

#include <errno.h>
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "platform.h"

/* The maximal number of bytes to read ahead. */
static const size_t chunk = 16384;

/* --- Waiting ---------------------------------------------------------------------------------- */

static bool would_block(int errnum) {
#if EAGAIN != EWOULDBLOCK
    if (errnum == EWOULDBLOCK) {
        return true;
    }
#endif
    return errnum == EAGAIN;
}

/* Called after a failed call. If the call would have blocked, waits until it can be made again. */
static bool go_on(int fd, bool write, struct sockref_error *error) {
    struct pollfd polled = {.fd = fd, .events = write ? POLLOUT : POLLIN};

    if (errno == EINTR || (would_block(errno) && sockref__os_wait(&polled, 1, INFINITY))) {
        return true;
    }
    return sockref__raise_errno(error, errno, NULL);
}

/* --- Writing ---------------------------------------------------------------------------------- */

static bool write_all(int fd, const char *bytes, size_t length, struct sockref_error *error) {
    while (length > 0) {
        ptrdiff_t written = sockref__os_write(fd, bytes, length);

        if (written != -1) {
            bytes += written;
            length -= (size_t)written;
        } else if (!go_on(fd, true, error)) {
            return false;
        }
    }
    return true;
}

/* A value that is not a string, converted to text. */
struct text {
    char bytes[64];
};

/* Writes the fewest digits from which the number can be read back, with at least one digit after
 * the point. Uses an exponent if the number is below 0.0001, or has so many digits before the point
 * that some of them are 0. */
static void float_text(double number, struct text *text) {
    int decimals = -1; /* after the first digit */
    char *behind;      /* points behind the digits; in "nan" and "inf" it points elsewhere, without
                        * an exponent */
    long exponent;

    do {
        (void)snprintf(text->bytes, sizeof text->bytes, "%.*e", ++decimals, number);
    } while (islessgreater(strtod(text->bytes, NULL), number)); /* false for NaN */
    behind = strpbrk(text->bytes, "en");
    exponent = strtol(behind + 1, NULL, 10);
    if (exponent >= -4 && (exponent < DBL_DIG || exponent < decimals)) {
        int left = decimals - (int)exponent;

        (void)snprintf(text->bytes, sizeof text->bytes, "%.*f", left > 1 ? left : 1, number);
    } else if (decimals == 0) {
        (void)sprintf(behind, ".0e%+03ld", exponent);
    }
}

/* Converts an object to text, which is in `buffer` unless the object is a string. */
static bool to_text(const struct sockref_value *object, struct text *buffer, const char **text,
                    size_t *length, struct sockref_error *error) {
    const struct sockref_value *value = sockref__given(object);

    *buffer = (struct text){.bytes = ""};
    *text = buffer->bytes;
    if (value->kind == SOCKREF_INTEGER) {
        (void)snprintf(buffer->bytes, sizeof buffer->bytes, "%" PRId64, value->as.integer);
    } else if (value->kind == SOCKREF_FLOAT) {
        float_text(value->as.real, buffer);
    } else if (value->kind == SOCKREF_TRUE || value->kind == SOCKREF_FALSE) {
        *text = sockref__describe(value);
    } else if (value->kind != SOCKREF_NIL) {
        return sockref__to_bytes(value, text, length, error);
    }
    *length = strlen(*text);
    return true;
}

static void append(struct sockref_string *string, const char *bytes, size_t length) {
    string->bytes = sockref__reallocate(string->bytes, string->length + length + 1);
    memcpy(string->bytes + string->length, bytes, length);
    string->length += length;
}

/* Appends a byte of a quoted string: as it is, after a backslash, or as its number. */
static void append_quoted(struct sockref_string *string, const char *bytes, size_t left) {
    static const char codes[] = "\a\b\t\n\v\f\r\033";
    static const char names[] = "abtnvfre";
    unsigned char byte = (unsigned char)bytes[0];
    const char *code = byte == '\0' ? NULL : strchr(codes, byte);
    bool begins_code = byte == '#' && left > 1 && strchr("{$@", bytes[1]) != NULL;
    char text[8] = {bytes[0], '\0'};

    if (byte == '"' || byte == '\\' || begins_code) {
        (void)snprintf(text, sizeof text, "\\%c", byte);
    } else if (code != NULL) {
        (void)snprintf(text, sizeof text, "\\%c", names[code - codes]);
    } else if (byte < ' ' || byte > '~') {
        (void)snprintf(text, sizeof text, "\\x%02X", byte);
    }
    append(string, text, strlen(text));
}

/* Appends a value as a program would write it. */
static bool append_literal(const struct sockref_value *value, struct sockref_string *string,
                           struct sockref_error *error) {
    struct text buffer;
    const char *text;
    size_t length;
    bool ok = true;

    if (value->kind == SOCKREF_ARRAY) {
        append(string, "[", 1);
        for (size_t i = 0; ok && i < value->length; i++) {
            append(string, ", ", i == 0 ? 0 : 2);
            ok = append_literal(&value->as.items[i], string, error);
        }
        append(string, "]", 1);
        return ok;
    }
    ok = to_text(value, &buffer, &text, &length, error);
    if (ok && value->kind == SOCKREF_STRING) {
        append(string, "\"", 1);
        for (size_t i = 0; i < length; i++) {
            append_quoted(string, text + i, length - i);
        }
        append(string, "\"", 1);
    } else if (ok) {
        append(string, length == 0 ? "nil" : text, length == 0 ? 3 : length);
    }
    return ok;
}

static bool write_array(struct sockref_socket *socket, const struct sockref_value *array,
                        size_t *written, struct sockref_error *error) {
    struct sockref_string literal = {.bytes = NULL};
    bool ok = append_literal(array, &literal, error) && sockref__check_writable(socket, error) &&
              write_all(socket->fd, literal.bytes, literal.length, error);

    *written = literal.length;
    free(literal.bytes);
    return ok;
}

bool sockref_write(struct sockref_socket *socket, const struct sockref_value *object,
                   size_t *written, struct sockref_error *error) {
    struct text buffer;
    const char *text;
    size_t length;

    if (sockref__given(object)->kind == SOCKREF_ARRAY) {
        return write_array(socket, object, written, error);
    }
    /* An empty text can be written in any state of the socket, even if it is closed. */
    if (!sockref__secure(4, error) || !to_text(object, &buffer, &text, &length, error) ||
        (length > 0 && (!sockref__check_writable(socket, error) ||
                        !write_all(socket->fd, text, length, error)))) {
        return false;
    }
    *written = length;
    return true;
}

/* Writes an object as one line, or each item of an array as one line. */
static bool write_lines(int fd, const struct sockref_value *object, struct sockref_error *error) {
    const struct sockref_value *value = sockref__given(object);
    struct sockref_string line = {.bytes = NULL}; /* written in one piece, so that it is one
                                                   * datagram */
    struct text buffer;
    const char *text;
    size_t length;
    bool ok = true;

    if (value->kind == SOCKREF_ARRAY) {
        for (size_t i = 0; ok && i < value->length; i++) {
            ok = write_lines(fd, &value->as.items[i], error);
        }
        return ok;
    }
    ok = to_text(value, &buffer, &text, &length, error);
    if (ok) {
        append(&line, text, length);
        append(&line, "\n", length == 0 || text[length - 1] != '\n' ? 1 : 0);
        ok = write_all(fd, line.bytes, line.length, error);
    }
    free(line.bytes);
    return ok;
}

bool sockref_puts(struct sockref_socket *socket, const struct sockref_value *object,
                  struct sockref_error *error) {
    return sockref__secure(4, error) && sockref__check_writable(socket, error) &&
           write_lines(socket->fd, object, error);
}

/* --- Reading ---------------------------------------------------------------------------------- */

/* Reads at least one and at most `count` more bytes. Sets `*at_end` if there are none. */
static bool read_more(struct sockref_socket *socket, size_t count, bool *at_end,
                      struct sockref_error *error) {
    struct sockref_string *unread = &socket->unread;
    char *larger = realloc(unread->bytes, unread->length + count);
    ptrdiff_t received;

    if (larger == NULL) {
        return sockref__raise_no_memory(error);
    }
    unread->bytes = larger;
    do {
        received = sockref__os_read(socket->fd, larger + unread->length, count);
        if (received < 0 && !go_on(socket->fd, false, error)) {
            return false;
        }
    } while (received < 0);
    *at_end = received == 0;
    unread->length += (size_t)received;
    return true;
}

/* Reads until there are `most` bytes, or a line if one is wanted, or the stream ends, and sets
 * `*count` to the number of these bytes. Reads ahead if the wanted number of bytes is not known. */
static bool read_until(struct sockref_socket *socket, size_t most, bool line, size_t *count,
                       struct sockref_error *error) {
    const struct sockref_string *unread = &socket->unread;
    bool at_end = false;
    const char *newline = NULL;

    for (;;) {
        if (line) {
            newline = memchr(unread->bytes, '\n', unread->length);
        }
        if (newline != NULL) {
            most = (size_t)(newline - unread->bytes) + 1;
        }
        if (at_end || unread->length >= most) {
            *count = unread->length < most ? unread->length : most;
            return true;
        }
        if (!read_more(socket, most == SIZE_MAX ? chunk : most - unread->length, &at_end, error)) {
            return false;
        }
    }
}

static void take_unread(struct sockref_socket *socket, size_t count,
                        struct sockref_string *result) {
    struct sockref_string *unread = &socket->unread;

    sockref__string_set(result, unread->bytes, count);
    unread->length -= count;
    memmove(unread->bytes, unread->bytes + count, unread->length);
}

bool sockref_read(struct sockref_socket *socket, const struct sockref_value *length,
                  struct sockref_string *result, struct sockref_error *error) {
    int64_t most = -1;
    size_t count;

    if (!sockref__is_nil(length)) {
        if (!sockref__to_int64(length, &most, error)) {
            return false;
        }
        if (most < 0) {
            return sockref__raise(error, SOCKREF_ARGUMENT_ERROR,
                                  "negative length %" PRId64 " given", most);
        }
    }
    if (!sockref__check_readable(socket, error) ||
        !read_until(socket, (size_t)most, false, &count, error)) {
        return false;
    }
    if (count == 0 && most > 0) {
        *result = (struct sockref_string){.bytes = NULL}; /* nil */
    } else {
        take_unread(socket, count, result);
    }
    return true;
}

bool sockref_readline(struct sockref_socket *socket, struct sockref_string *result,
                      struct sockref_error *error) {
    size_t count;

    if (!sockref__check_readable(socket, error) ||
        !read_until(socket, SIZE_MAX, true, &count, error)) {
        return false;
    }
    if (count == 0) {
        return sockref__raise(error, SOCKREF_EOF_ERROR, "end of file reached");
    }
    take_unread(socket, count, result);
    return true;
}
