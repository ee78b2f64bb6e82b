/* Socket#connect and Socket#connect_nonblock. */
#include "internal.h"

#include <errno.h>

#include "platform.h"

/* Waits until the attempt that was begun has ended, and asks what came of it. An attempt without
 * an error is tried again, and finds the connection made; under way still, as a broken system could
 * say for ever, is what the caller is told. */
static int wait_out(int fd, const char *address, size_t length) {
    struct sockref__interest interest = {.fd = fd, .write = true};

    if (sockref__os_wait(&interest, 1, -1) < 0) {
        return -1;
    }
    errno = sockref__os_pending_error(fd);
    if (errno != 0) {
        return -1;
    }
    if (sockref__os_connect(fd, address, length) == 0 || errno == EISCONN) {
        return 0;
    }
    return -1;
}

bool sockref_connect(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                     struct sockref_error *error) {
    const char *address;
    size_t length;
    int status;

    if (!sockref__check_sockaddr(socket, sockaddr, &address, &length, error)) {
        return false;
    }
    status = sockref__os_connect(socket->fd, address, length);
    if (status < 0 && errno == EINPROGRESS) {
        status = wait_out(socket->fd, address, length);
    }
    return status == 0 || sockref__raise_errno(error, errno, "connect(2)");
}

bool sockref_connect_nonblock(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                              struct sockref_error *error) {
    const char *address;
    size_t length;

    if (!sockref__check_sockaddr(socket, sockaddr, &address, &length, error)) {
        return false;
    }
    if (sockref__os_set_nonblock(socket->fd) < 0) {
        return sockref__raise_errno(error, errno, "connect(2)");
    }
    return sockref__os_connect(socket->fd, address, length) == 0 ||
           sockref__raise_errno(error, errno, "connect(2)");
}
