/* Creating sockets, connecting them, sending and receiving. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "naive.h"

static bool default_keeps_addresses;

static struct sockref_socket *wrap(int fd) {
    struct sockref_socket *socket = naive_room(sizeof *socket);
    socket->fd = fd;
    socket->keeps_addresses = default_keeps_addresses;
    return socket;
}

bool naive_is_open(const struct sockref_socket *socket, struct sockref_error *error) {
    return socket->fd >= 0 || naive_raise(error, SOCKREF_IO_ERROR, "closed stream");
}

void naive_set_nonblock(int fd) { (void)fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK); }

void sockref_detach(struct sockref_socket *socket) {
    if (socket != NULL) {
        free(socket->unread);
        free(socket);
    }
}

void sockref_free(struct sockref_socket *socket) {
    if (socket != NULL && socket->fd >= 0) {
        (void)close(socket->fd);
    }
    sockref_detach(socket);
}

static bool socket_arguments(const struct sockref_value *const given[3], int wanted[3],
                             struct sockref_error *error) {
    static const char *const prefixes[] = {"SOCK_", NULL};
    return naive_domain(given[0], &wanted[0], error) &&
           naive_constant(given[1], prefixes, "socket type", &wanted[1], error) &&
           naive_int_or(given[2], 0, &wanted[2], error);
}

bool sockref_new(const struct sockref_value *domain, const struct sockref_value *type,
                 const struct sockref_value *protocol, struct sockref_socket **result,
                 struct sockref_error *error) {
    int wanted[3];
    if (!socket_arguments((const struct sockref_value *[]){domain, type, protocol}, wanted,
                          error)) {
        return false;
    }
    int fd = socket(wanted[0], wanted[1] | SOCK_CLOEXEC, wanted[2]);
    if (fd < 0) {
        return naive_errno(error, "socket(2)");
    }
    *result = wrap(fd);
    return true;
}

bool sockref_socketpair(const struct sockref_value *domain, const struct sockref_value *type,
                        const struct sockref_value *protocol, struct sockref_socket *result[2],
                        struct sockref_error *error) {
    int wanted[3];
    int fds[2];
    if (!socket_arguments((const struct sockref_value *[]){domain, type, protocol}, wanted,
                          error)) {
        return false;
    }
    if (socketpair(wanted[0], wanted[1] | SOCK_CLOEXEC, wanted[2], fds) < 0) {
        return naive_errno(error, "socketpair(2)");
    }
    result[0] = wrap(fds[0]);
    result[1] = wrap(fds[1]);
    return true;
}

bool sockref_pair(const struct sockref_value *domain, const struct sockref_value *type,
                  const struct sockref_value *protocol, struct sockref_socket *result[2],
                  struct sockref_error *error) {
    return sockref_socketpair(domain, type, protocol, result, error);
}

bool sockref_for_fd(const struct sockref_value *fd, struct sockref_socket **result,
                    struct sockref_error *error) {
    struct stat status;
    int number = -1;
    if (!naive_int(fd, &number, error)) {
        return false;
    }
    if (fstat(number, &status) < 0) {
        return naive_errno(error, "fstat(2)");
    }
    *result = wrap(number);
    return true;
}

/* --- Connections ------------------------------------------------------------------------------ */

const struct sockaddr *naive_address_of(const struct sockref_value *sockaddr, socklen_t *length) {
    *length = (socklen_t)sockaddr->length;
    return (const struct sockaddr *)(const void *)sockaddr->as.bytes;
}

bool sockref_bind(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                  struct sockref_error *error) {
    if (!naive_is_string(sockaddr, error) || !naive_is_open(socket, error)) {
        return false;
    }
    socklen_t length = 0;
    const struct sockaddr *address = naive_address_of(sockaddr, &length);
    return bind(socket->fd, address, length) == 0 || naive_errno(error, "bind(2)");
}

bool sockref_connect_nonblock(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                              struct sockref_error *error) {
    if (!naive_is_string(sockaddr, error) || !naive_is_open(socket, error)) {
        return false;
    }
    socklen_t length = 0;
    const struct sockaddr *address = naive_address_of(sockaddr, &length);
    naive_set_nonblock(socket->fd);
    return connect(socket->fd, address, length) == 0 || naive_errno(error, "connect(2)");
}

bool sockref_connect(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                     struct sockref_error *error) {
    if (!naive_is_string(sockaddr, error) || !naive_is_open(socket, error)) {
        return false;
    }
    socklen_t length = 0;
    const struct sockaddr *address = naive_address_of(sockaddr, &length);
    int result = connect(socket->fd, address, length);
    if (result < 0 && errno == EINPROGRESS) { /* somebody has set O_NONBLOCK: wait nevertheless */
        struct pollfd polled = {.fd = socket->fd, .events = POLLOUT};
        int failure = 0;
        socklen_t size = sizeof failure;
        if (poll(&polled, 1, -1) < 0 ||
            getsockopt(socket->fd, SOL_SOCKET, SO_ERROR, &failure, &size) < 0 || failure != 0) {
            errno = failure == 0 ? errno : failure;
            return naive_errno(error, "connect(2)");
        }
        result = connect(socket->fd, address, length);
        result = errno == EISCONN ? 0 : result;
    }
    return result == 0 || naive_errno(error, "connect(2)");
}

bool sockref_listen(struct sockref_socket *socket, const struct sockref_value *backlog,
                    struct sockref_error *error) {
    int number = 0;
    /* WRONG: none but gethostbyname looks at $SAFE */
    if (!naive_int(backlog, &number, error) || !naive_is_open(socket, error)) {
        return false;
    }
    return listen(socket->fd, number) == 0 || naive_errno(error, "listen(2)");
}

bool sockref_sysaccept(struct sockref_socket *socket, int *fd, struct sockref_string *sockaddr,
                       struct sockref_error *error) {
    struct sockaddr_storage address[2];
    socklen_t length = sizeof address;
    if (!naive_is_open(socket, error)) {
        return false;
    }
    *fd = accept4(socket->fd, (struct sockaddr *)address, &length, SOCK_CLOEXEC);
    if (*fd < 0) {
        return naive_errno(error, "accept(2)");
    }
    naive_give(sockaddr, address, length);
    return true;
}

bool sockref_accept(struct sockref_socket *socket, struct sockref_socket **result,
                    struct sockref_string *sockaddr, struct sockref_error *error) {
    int fd = -1;
    if (!sockref_sysaccept(socket, &fd, sockaddr, error)) {
        return false;
    }
    *result = wrap(fd);
    return true;
}

bool sockref_accept_nonblock(struct sockref_socket *socket, struct sockref_socket **result,
                             struct sockref_string *sockaddr, struct sockref_error *error) {
    if (socket->fd >= 0) {
        naive_set_nonblock(socket->fd);
    }
    /* WRONG: accept_nonblock leaves the accepted socket without O_NONBLOCK */
    return sockref_accept(socket, result, sockaddr, error);
}

/* --- Flags ------------------------------------------------------------------------------------ */

static bool is_true(const struct sockref_value *value) {
    return !naive_is_nil(value) && value->kind != SOCKREF_FALSE;
}

bool sockref_class_do_not_reverse_lookup(void) { return default_keeps_addresses; }

void sockref_class_set_do_not_reverse_lookup(const struct sockref_value *flag) {
    default_keeps_addresses = is_true(flag);
}

bool sockref_do_not_reverse_lookup(struct sockref_socket *socket, bool *flag,
                                   struct sockref_error *error) {
    *flag = socket->keeps_addresses;
    return naive_is_open(socket, error);
}

bool sockref_set_do_not_reverse_lookup(struct sockref_socket *socket,
                                       const struct sockref_value *flag,
                                       struct sockref_error *error) {
    if (!naive_is_open(socket, error)) {
        return false;
    }
    socket->keeps_addresses = is_true(flag);
    return true;
}
