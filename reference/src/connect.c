/* Socket#connect and Socket#connect_nonblock. */
#include "internal.h"

#include <errno.h>
#include <math.h>

#include "platform.h"

/* Waits until the connection attempt that was begun has ended, and gets its result. If the attempt
 * ended without an error, a second attempt finds the connection made. If that attempt is still in
 * progress, which a broken system could report forever, the caller gets that error. Returns false
 * with errno set. */
static bool wait_out(int fd, const char *address, size_t length) {
    struct pollfd polled = {.fd = fd, .events = POLLOUT};

    if (!sockref__os_wait(&polled, 1, INFINITY)) {
        return false;
    }
    errno = sockref__os_pending_error(fd);
    return errno == 0 && (sockref__os_connect(fd, address, length) == 0 || errno == EISCONN);
}

bool sockref_connect(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                     struct sockref_error *error) {
    const char *address;
    size_t length;

    if (!sockref__check_sockaddr(socket, sockaddr, &address, &length, error)) {
        return false;
    }
    return sockref__os_connect(socket->fd, address, length) == 0 ||
           (errno == EINPROGRESS && wait_out(socket->fd, address, length)) ||
           sockref__raise_errno(error, errno, "connect(2)");
}

bool sockref_connect_nonblock(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                              struct sockref_error *error) {
    const char *address;
    size_t length;

    if (!sockref__check_sockaddr(socket, sockaddr, &address, &length, error)) {
        return false;
    }
    sockref__os_set_nonblock(socket->fd);
    return sockref__os_connect(socket->fd, address, length) == 0 ||
           sockref__raise_errno(error, errno, "connect(2)");
}
