/* A socket as a stream of bytes: write, puts, read and readline. */
#include "internal.h"

#include <errno.h>
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "platform.h"

/* How much is read ahead, and how much a read without a length asks for at first. */
enum { CHUNK = 16384 };

/* --- Waiting ---------------------------------------------------------------------------------- */

static bool would_block(int errnum) {
#if EAGAIN != EWOULDBLOCK
    if (errnum == EWOULDBLOCK) {
        return true;
    }
#endif
    return errnum == EAGAIN;
}

/* After a call that failed: waits, if it would have blocked, until it can be made again. */
static bool go_on(int fd, bool write, struct sockref_error *error) {
    struct sockref__interest interest = {.fd = fd, .read = !write, .write = write};

    if (errno == EINTR || (would_block(errno) && sockref__os_wait(&interest, 1, -1) >= 0)) {
        return true;
    }
    return sockref__raise_errno(error, errno, NULL);
}

/* Reads at least one byte into the buffer unless the stream ends: `*count` is 0 then. */
static bool read_some(int fd, char *buffer, size_t size, size_t *count,
                      struct sockref_error *error) {
    ptrdiff_t received;

    while ((received = sockref__os_read(fd, buffer, size)) < 0) {
        if (!go_on(fd, false, error)) {
            return false;
        }
    }
    *count = (size_t)received;
    return true;
}

/* --- Writing ---------------------------------------------------------------------------------- */

static bool write_all(int fd, const char *bytes, size_t length, struct sockref_error *error) {
    while (length > 0) {
        ptrdiff_t written = sockref__os_write(fd, bytes, length);

        if (written >= 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (!go_on(fd, true, error)) {
            return false;
        }
    }
    return true;
}

/* The fewest digits that give the number back, one of them at least after the point. An exponent
 * is written for what is below 0.0001, or has so many digits before the point that some are 0. */
static void float_text(double number, char buffer[64]) {
    int decimals = -1; /* after the first digit */
    long exponent;

    if (!isfinite(number)) {
        (void)snprintf(buffer, 64, "%s%s", number < 0 ? "-" : "",
                       isnan(number) ? "NaN" : "Infinity");
        return;
    }
    do {
        (void)snprintf(buffer, 64, "%.*e", ++decimals, number);
    } while (decimals < DBL_DECIMAL_DIG - 1 && strtod(buffer, NULL) != number);
    exponent = strtol(strchr(buffer, 'e') + 1, NULL, 10);
    if (exponent >= -4 && (exponent < DBL_DIG || exponent < decimals)) {
        int left = decimals - (int)exponent;

        (void)snprintf(buffer, 64, "%.*f", left > 1 ? left : 1, number);
    } else if (decimals == 0) {
        (void)snprintf(buffer, 64, "%.1e", number);
    }
}

/* An object as text, in `buffer` unless it is a string. */
static bool to_text(const struct sockref_value *object, char buffer[64], const char **text,
                    size_t *length, struct sockref_error *error) {
    *text = buffer;
    switch (sockref__given(object)->kind) {
    case SOCKREF_NIL:
        buffer[0] = '\0';
        break;
    case SOCKREF_TRUE:
        (void)snprintf(buffer, 64, "true");
        break;
    case SOCKREF_FALSE:
        (void)snprintf(buffer, 64, "false");
        break;
    case SOCKREF_INTEGER:
        (void)snprintf(buffer, 64, "%" PRId64, object->as.integer);
        break;
    case SOCKREF_FLOAT:
        float_text(object->as.real, buffer);
        break;
    case SOCKREF_STRING:
    case SOCKREF_ARRAY:
    case SOCKREF_OBJECT:
        return sockref__to_bytes(object, text, length, error);
    }
    *length = strlen(buffer);
    return true;
}

bool sockref_write(struct sockref_socket *socket, const struct sockref_value *object,
                   size_t *written, struct sockref_error *error) {
    char buffer[64];
    const char *text;
    size_t length;

    if (!to_text(object, buffer, &text, &length, error) || !sockref__check_open(socket, error)) {
        return false;
    }
    /* Nothing can be written whether the socket may be written to or not. */
    if (length > 0 &&
        (!sockref__check_writable(socket, error) || !write_all(socket->fd, text, length, error))) {
        return false;
    }
    *written = length;
    return true;
}

bool sockref_puts(struct sockref_socket *socket, const struct sockref_value *object,
                  struct sockref_error *error) {
    char buffer[64];
    const char *text;
    char *line;
    size_t length;
    bool ok;

    if (!to_text(object, buffer, &text, &length, error) ||
        !sockref__check_writable(socket, error)) {
        return false;
    }
    if (length > 0 && text[length - 1] == '\n') {
        return write_all(socket->fd, text, length, error);
    }
    line = length < SIZE_MAX ? malloc(length + 1) : NULL; /* in one piece, as one datagram */
    if (line == NULL) {
        return sockref__raise_no_memory(error);
    }
    if (length > 0) {
        memcpy(line, text, length);
    }
    line[length] = '\n';
    ok = write_all(socket->fd, line, length + 1, error);
    free(line);
    return ok;
}

/* --- Reading ---------------------------------------------------------------------------------- */

/* A result as it grows. */
struct growing {
    char *bytes; /* always room for a NUL */
    size_t length, room;
};

static bool make_room(struct growing *text, size_t more, struct sockref_error *error) {
    char *larger;
    size_t room = text->room < CHUNK / 2 ? CHUNK / 2 : text->room;

    while (room - text->length <= more) {
        if (room > SIZE_MAX / 2) {
            return sockref__raise_no_memory(error);
        }
        room *= 2;
    }
    if (room == text->room) {
        return true;
    }
    larger = realloc(text->bytes, room);
    if (larger == NULL) {
        return sockref__raise_no_memory(error);
    }
    text->bytes = larger;
    text->room = room;
    return true;
}

/* Moves what was read ahead, `most` bytes of it, to the result. */
static bool take_unread(struct sockref_socket *socket, size_t most, struct growing *text,
                        struct sockref_error *error) {
    size_t count = socket->unread_end - socket->unread_start;

    if (count > most) {
        count = most;
    }
    if (!make_room(text, count, error)) {
        return false;
    }
    if (count > 0) {
        memcpy(text->bytes + text->length, socket->unread + socket->unread_start, count);
    }
    text->length += count;
    socket->unread_start += count;
    return true;
}

/* Reads ahead when nothing is left unread; `*at_end` when there is nothing more. */
static bool read_ahead(struct sockref_socket *socket, bool *at_end, struct sockref_error *error) {
    size_t count = 0;

    *at_end = false;
    if (sockref__has_unread(socket)) {
        return true;
    }
    if (socket->unread == NULL) {
        socket->unread = malloc(CHUNK);
        if (socket->unread == NULL) {
            return sockref__raise_no_memory(error);
        }
    }
    socket->unread_start = 0;
    socket->unread_end = 0;
    if (!read_some(socket->fd, socket->unread, CHUNK, &count, error)) {
        return false;
    }
    socket->unread_end = count;
    *at_end = count == 0;
    return true;
}

/* Hands the result out, or drops it. */
static bool finish(bool ok, struct growing *text, struct sockref_string *result) {
    if (!ok) {
        free(text->bytes);
        return false;
    }
    text->bytes[text->length] = '\0';
    result->bytes = text->bytes;
    result->length = text->length;
    return true;
}

static bool read_up_to(struct sockref_socket *socket, size_t most, struct growing *text,
                       struct sockref_error *error) {
    bool at_end = false;

    if (!make_room(text, 0, error)) {
        return false;
    }
    while (text->length < most && !at_end) {
        if (!read_ahead(socket, &at_end, error) ||
            !take_unread(socket, most - text->length, text, error)) {
            return false;
        }
    }
    return true;
}

bool sockref_read(struct sockref_socket *socket, const struct sockref_value *length,
                  struct sockref_string *result, struct sockref_error *error) {
    struct growing text = {NULL, 0, 0};
    int64_t most = INT64_MAX;

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
        !finish(read_up_to(socket, (size_t)most, &text, error), &text, result)) {
        return false;
    }
    if (result->length == 0 && !sockref__is_nil(length) && most > 0) {
        sockref_string_free(result); /* nil */
    }
    return true;
}

static bool read_to_newline(struct sockref_socket *socket, struct growing *text,
                            struct sockref_error *error) {
    bool at_end = false;
    bool complete = false;

    while (!complete && !at_end) {
        const char *start;
        const char *newline;
        size_t unread;

        if (!read_ahead(socket, &at_end, error)) {
            return false;
        }
        start = socket->unread + socket->unread_start;
        unread = socket->unread_end - socket->unread_start;
        newline = memchr(start, '\n', unread);
        complete = newline != NULL;
        if (!take_unread(socket, complete ? (size_t)(newline - start) + 1 : unread, text, error)) {
            return false;
        }
    }
    return text->length > 0 || sockref__raise(error, SOCKREF_EOF_ERROR, "end of file reached");
}

bool sockref_readline(struct sockref_socket *socket, struct sockref_string *result,
                      struct sockref_error *error) {
    struct growing text = {NULL, 0, 0};

    return sockref__check_readable(socket, error) &&
           finish(read_to_newline(socket, &text, error), &text, result);
}
