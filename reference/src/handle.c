/* The state of a socket: a descriptor, its open directions, and the bytes that were read ahead. */
#include "internal.h"

#include <errno.h>
#include <stdlib.h>

#include "platform.h"

struct sockref_socket *sockref__wrap(int fd) {
    struct sockref_socket *socket = sockref__reallocate(NULL, sizeof *socket);

    *socket = (struct sockref_socket){
        .fd = fd,
        .readable = true,
        .writable = true,
        .tainted = sockref_safe_level() >= 3,
        .do_not_reverse_lookup = sockref_class_do_not_reverse_lookup(),
    };
    sockref__string_set_text(&socket->unread, "");
    return socket;
}

bool sockref__check_secure(const struct sockref_socket *socket, struct sockref_error *error) {
    return socket->tainted || sockref__secure(4, error);
}

bool sockref__check_open(const struct sockref_socket *socket, struct sockref_error *error) {
    if (!sockref__check_secure(socket, error)) {
        return false;
    }
    return !sockref_closed(socket) || sockref__raise(error, SOCKREF_IO_ERROR, "closed stream");
}

bool sockref__check_sockaddr(const struct sockref_socket *socket,
                             const struct sockref_value *sockaddr, const char **address,
                             size_t *length, struct sockref_error *error) {
    return sockref__to_bytes(sockaddr, address, length, error) &&
           sockref__check_open(socket, error);
}

bool sockref__check_readable(const struct sockref_socket *socket, struct sockref_error *error) {
    if (!sockref__check_open(socket, error)) {
        return false;
    }
    return socket->readable || sockref__raise(error, SOCKREF_IO_ERROR, "not opened for reading");
}

bool sockref__check_writable(const struct sockref_socket *socket, struct sockref_error *error) {
    if (!sockref__check_open(socket, error)) {
        return false;
    }
    return socket->writable || sockref__raise(error, SOCKREF_IO_ERROR, "not opened for writing");
}

bool sockref_close(struct sockref_socket *socket, struct sockref_error *error) {
    int fd = socket->fd;

    if (!sockref__check_secure(socket, error)) {
        return false;
    }
    if (sockref_closed(socket)) {
        return true;
    }
    socket->fd = -1;
    return sockref__os_close(fd) == 0 || sockref__raise_errno(error, errno, NULL);
}

bool sockref_closed(const struct sockref_socket *socket) { return socket->fd == -1; }

bool sockref_fileno(struct sockref_socket *socket, int *fd, struct sockref_error *error) {
    if (!sockref__check_open(socket, error)) {
        return false;
    }
    *fd = socket->fd;
    return true;
}

void sockref_detach(struct sockref_socket *socket) {
    sockref_string_free(&socket->unread);
    free(socket);
}

void sockref_free(struct sockref_socket *socket) {
    (void)sockref__os_close(socket->fd);
    sockref_detach(socket);
}

bool sockref_do_not_reverse_lookup(struct sockref_socket *socket, bool *flag,
                                   struct sockref_error *error) {
    if (!sockref__check_open(socket, error)) {
        return false;
    }
    *flag = socket->do_not_reverse_lookup;
    return true;
}

bool sockref_set_do_not_reverse_lookup(struct sockref_socket *socket,
                                       const struct sockref_value *flag,
                                       struct sockref_error *error) {
    if (!sockref__check_open(socket, error)) {
        return false;
    }
    socket->do_not_reverse_lookup = sockref__truthy(flag);
    return true;
}
