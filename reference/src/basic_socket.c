/* BasicSocket: the names of both ends, shutdown and send. */
#include "internal.h"

#include <errno.h>

#include "platform.h"

static bool name_of(struct sockref_socket *socket, int (*call)(int, void *, size_t *),
                    const char *call_name, struct sockref_string *sockaddr,
                    struct sockref_error *error) {
    char address[SOCKREF__ADDRESS_SIZE];
    size_t length = sizeof address;

    if (!sockref__check_open(socket, error)) {
        return false;
    }
    if (call(socket->fd, address, &length) < 0) {
        return sockref__raise_errno(error, errno, call_name);
    }
    sockref__string_set(sockaddr, address, length);
    return true;
}

bool sockref_getpeername(struct sockref_socket *socket, struct sockref_string *sockaddr,
                         struct sockref_error *error) {
    return name_of(socket, sockref__os_getpeername, "getpeername(2)", sockaddr, error);
}

bool sockref_getsockname(struct sockref_socket *socket, struct sockref_string *sockaddr,
                         struct sockref_error *error) {
    return name_of(socket, sockref__os_getsockname, "getsockname(2)", sockaddr, error);
}

bool sockref_shutdown(struct sockref_socket *socket, const struct sockref_value *how,
                      struct sockref_error *error) {
    static const char *const prefixes[] = {"SHUT_", NULL};
    int direction = SHUT_RDWR;

    if (!sockref__check_secure(socket, error)) {
        return false;
    }
    if (!sockref__is_nil(how) &&
        !sockref__to_constant(how, prefixes, "unknown shutdown argument", &direction, error)) {
        return false;
    }
    if (direction != SHUT_RD && direction != SHUT_WR && direction != SHUT_RDWR) {
        return sockref__raise(error, SOCKREF_ARGUMENT_ERROR,
                              "`how' should be either :SHUT_RD, :SHUT_WR, :SHUT_RDWR");
    }
    if (!sockref__check_open(socket, error)) {
        return false;
    }
    return sockref__os_shutdown(socket->fd, direction) == 0 ||
           sockref__raise_errno(error, errno, "shutdown(2)");
}

/* Closes the direction on this side, whether or not the peer can be notified. */
static bool close_direction(struct sockref_socket *socket, int how, bool *direction, bool other,
                            struct sockref_error *error) {
    if (!sockref__check_open(socket, error)) {
        return false;
    }
    (void)sockref__os_shutdown(socket->fd, how);
    if (!other) {
        return sockref_close(socket, error);
    }
    *direction = false;
    return true;
}

bool sockref_close_read(struct sockref_socket *socket, struct sockref_error *error) {
    return close_direction(socket, SHUT_RD, &socket->readable, socket->writable, error);
}

bool sockref_close_write(struct sockref_socket *socket, struct sockref_error *error) {
    return close_direction(socket, SHUT_WR, &socket->writable, socket->readable, error);
}

/* The bytes of an argument. For nil there are none, and `bytes` is NULL. */
struct bytes {
    const char *bytes;
    size_t length;
};

bool sockref_send(struct sockref_socket *socket, const struct sockref_value *message,
                  const struct sockref_value *flags, const struct sockref_value *sockaddr,
                  size_t *sent, struct sockref_error *error) {
    struct bytes data;
    struct bytes address = {0};
    int flag_bits;
    ptrdiff_t count;

    if (!sockref__secure(4, error) ||
        !sockref__to_bytes(message, &data.bytes, &data.length, error) ||
        (!sockref__is_nil(sockaddr) &&
         !sockref__to_bytes(sockaddr, &address.bytes, &address.length, error)) ||
        !sockref__check_open(socket, error) || !sockref__to_int(flags, &flag_bits, error)) {
        return false;
    }
    do {
        count = sockref__os_send(socket->fd, data.bytes, data.length, flag_bits, address.bytes,
                                 address.length);
        if (count != -1) {
            *sent = (size_t)count;
            return true;
        }
    } while (errno == EINTR);
    return sockref__raise_errno(error, errno, address.bytes == NULL ? "send(2)" : "sendto(2)");
}
