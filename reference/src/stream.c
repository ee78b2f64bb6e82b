/* A socket as a stream of bytes: write, puts, read and readline. */
#include "internal.h"

#include <errno.h>
#include <float.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "platform.h"

/* How much is read ahead at least. */
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
    const char *exponent_text;
    long exponent;

    do {
        (void)snprintf(buffer, 64, "%.*e", ++decimals, number);
    } while (decimals < DBL_DECIMAL_DIG - 1 && strtod(buffer, NULL) != number);
    exponent_text = strchr(buffer, 'e');
    exponent = exponent_text != NULL ? strtol(exponent_text + 1, NULL, 10) : 0; /* none in "nan" */
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
    const struct sockref_value *value = sockref__given(object);

    *text = buffer;
    buffer[0] = '\0';
    if (value->kind == SOCKREF_INTEGER) {
        (void)snprintf(buffer, 64, "%" PRId64, value->as.integer);
    } else if (value->kind == SOCKREF_FLOAT) {
        float_text(value->as.real, buffer);
    } else if (value->kind == SOCKREF_TRUE || value->kind == SOCKREF_FALSE) {
        (void)snprintf(buffer, 64, "%s", sockref__describe(value));
    } else if (value->kind != SOCKREF_NIL) {
        return sockref__to_bytes(value, text, length, error);
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
    line = sockref__reallocate(NULL, length + 1); /* in one piece, as one datagram */
    if (length > 0) {
        memcpy(line, text, length);
    }
    line[length] = '\n';
    ok = write_all(socket->fd, line, length + 1, error);
    free(line);
    return ok;
}

/* --- Reading ---------------------------------------------------------------------------------- */

/* Room for more than is unread, and for `most` bytes where that is not just all there are. */
static bool make_room(struct sockref_socket *socket, size_t most, struct sockref_error *error) {
    size_t room = most < SIZE_MAX ? most : socket->unread_length * 2;
    char *larger;

    if (room < CHUNK) {
        room = CHUNK;
    }
    if (room <= socket->unread_room) {
        return true;
    }
    larger = realloc(socket->unread, room);
    if (larger == NULL) {
        return sockref__raise_no_memory(error);
    }
    socket->unread = larger;
    socket->unread_room = room;
    return true;
}

/* Reads at least one byte more; `*at_end` when there is none. */
static bool read_more(struct sockref_socket *socket, bool *at_end, struct sockref_error *error) {
    ptrdiff_t received;

    do {
        received = sockref__os_read(socket->fd, socket->unread + socket->unread_length,
                                    socket->unread_room - socket->unread_length);
        if (received < 0 && !go_on(socket->fd, false, error)) {
            return false;
        }
    } while (received < 0);
    *at_end = received == 0;
    socket->unread_length += (size_t)received;
    return true;
}

/* Reads ahead until `most` bytes are there, or a line if one is wanted, or the stream ends: so many
 * bytes are `*count`. */
static bool read_ahead(struct sockref_socket *socket, size_t most, bool line, size_t *count,
                       struct sockref_error *error) {
    bool at_end = false;
    const char *newline = NULL;

    for (;;) {
        if (line && socket->unread_length > 0) {
            newline = memchr(socket->unread, '\n', socket->unread_length);
        }
        if (newline != NULL) {
            most = (size_t)(newline - socket->unread) + 1;
        }
        if (at_end || socket->unread_length >= most) {
            *count = socket->unread_length < most ? socket->unread_length : most;
            return true;
        }
        if (!make_room(socket, most, error) || !read_more(socket, &at_end, error)) {
            return false;
        }
    }
}

static void take_unread(struct sockref_socket *socket, size_t count,
                        struct sockref_string *result) {
    sockref__string_set(result, socket->unread, count);
    socket->unread_length -= count;
    if (socket->unread_length > 0) {
        memmove(socket->unread, socket->unread + count, socket->unread_length);
    }
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
        !read_ahead(socket, (size_t)most, false, &count, error)) {
        return false;
    }
    take_unread(socket, count, result);
    if (count == 0 && most > 0) {
        sockref_string_free(result); /* nil */
    }
    return true;
}

bool sockref_readline(struct sockref_socket *socket, struct sockref_string *result,
                      struct sockref_error *error) {
    size_t count;

    if (!sockref__check_readable(socket, error) ||
        !read_ahead(socket, SIZE_MAX, true, &count, error)) {
        return false;
    }
    if (count == 0) {
        return sockref__raise(error, SOCKREF_EOF_ERROR, "end of file reached");
    }
    take_unread(socket, count, result);
    return true;
}
