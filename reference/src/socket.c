/* Makes sockets (Socket.new, pair, for_fd) and names them (bind, connect, listen). */
#include "internal.h"

#include <errno.h>

#include "platform.h"

/* The three numbers that specify the kind of socket. */
struct kind {
    int domain, type, protocol;
};

static bool to_kind(const struct sockref_value *domain, const struct sockref_value *type,
                    const struct sockref_value *protocol, struct kind *kind,
                    struct sockref_error *error) {
    static const char *const prefixes[] = {"SOCK_", NULL};

    return sockref__to_family(domain, &kind->domain, error) &&
           sockref__to_constant(type, prefixes, "unknown socket type", &kind->type, error) &&
           sockref__to_int_or(protocol, 0, &kind->protocol, error);
}

bool sockref_new(const struct sockref_value *domain, const struct sockref_value *type,
                 const struct sockref_value *protocol, struct sockref_socket **result,
                 struct sockref_error *error) {
    struct kind kind;
    int fd;

    if (!sockref__secure(3, error) || !to_kind(domain, type, protocol, &kind, error)) {
        return false;
    }
    fd = sockref__os_socket(kind.domain, kind.type, kind.protocol);
    if (fd == -1) {
        return sockref__raise_errno(error, errno, "socket(2)");
    }
    *result = sockref__wrap(fd);
    return true;
}

bool sockref_pair(const struct sockref_value *domain, const struct sockref_value *type,
                  const struct sockref_value *protocol, struct sockref_socket *result[2],
                  struct sockref_error *error) {
    struct kind kind;
    int fds[2];

    if (!to_kind(domain, type, protocol, &kind, error)) {
        return false;
    }
    if (sockref__os_socketpair(kind.domain, kind.type, kind.protocol, fds) < 0) {
        return sockref__raise_errno(error, errno, "socketpair(2)");
    }
    result[0] = sockref__wrap(fds[0]);
    result[1] = sockref__wrap(fds[1]);
    return true;
}

bool sockref_socketpair(const struct sockref_value *domain, const struct sockref_value *type,
                        const struct sockref_value *protocol, struct sockref_socket *result[2],
                        struct sockref_error *error) {
    return sockref_pair(domain, type, protocol, result, error);
}

bool sockref_for_fd(const struct sockref_value *fd, struct sockref_socket **result,
                    struct sockref_error *error) {
    int number;

    if (!sockref__to_int(fd, &number, error)) {
        return false;
    }
    if (sockref__os_check(number) < 0) {
        return sockref__raise_errno(error, errno, "fstat(2)");
    }
    *result = sockref__wrap(number);
    return true;
}

bool sockref_bind(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                  struct sockref_error *error) {
    const char *address;
    size_t length;

    if (!sockref__check_sockaddr(socket, sockaddr, &address, &length, error)) {
        return false;
    }
    return sockref__os_bind(socket->fd, address, length) == 0 ||
           sockref__raise_errno(error, errno, "bind(2)");
}

bool sockref_listen(struct sockref_socket *socket, const struct sockref_value *backlog,
                    struct sockref_error *error) {
    int length;

    if (!sockref__secure(4, error) || !sockref__to_int(backlog, &length, error) ||
        !sockref__check_open(socket, error)) {
        return false;
    }
    return sockref__os_listen(socket->fd, length) == 0 ||
           sockref__raise_errno(error, errno, "listen(2)");
}
