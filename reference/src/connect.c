/* Socket#connect and Socket#connect_nonblock. */
#include "internal.h"

#include <errno.h>

#include "platform.h"

/* Whether a failed connect(2) goes on by itself: after a signal, or because it may not block. */
static bool is_under_way(int fd, int errnum) {
    return errnum == EINTR ||
           ((errnum == EINPROGRESS || errnum == EALREADY) && sockref__os_is_nonblock(fd));
}

/* Waits for the end of a connection under way; the errno it ended with, or 0. Calling connect(2)
 * again instead would report that the call is of no use any more, not what became of it. */
static int finish_connect(int fd, int errnum) {
    struct sockref__interest interest = {.fd = fd, .write = true};
    char peer[SOCKREF__ADDRESS_SIZE];
    size_t peer_length = sizeof peer;
    int reason = 0;
    size_t length = sizeof reason;

    if (sockref__os_wait(&interest, 1, -1) < 0 ||
        sockref__os_getsockopt(fd, SOL_SOCKET, SO_ERROR, &reason, &length) < 0) {
        return errno;
    }
    if (reason == 0 && sockref__os_getpeername(fd, peer, &peer_length) < 0) {
        return errnum; /* nothing was under way */
    }
    return reason;
}

bool sockref_connect(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                     struct sockref_error *error) {
    const char *address;
    size_t length;
    int errnum = 0;

    if (!sockref__to_bytes(sockaddr, &address, &length, error) ||
        !sockref__check_open(socket, error)) {
        return false;
    }
    if (sockref__os_connect(socket->fd, address, length) < 0) {
        errnum = errno;
        if (is_under_way(socket->fd, errnum)) {
            errnum = finish_connect(socket->fd, errnum);
        }
    }
    return errnum == 0 || sockref__raise_errno(error, errnum, "connect(2)");
}

bool sockref_connect_nonblock(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                              struct sockref_error *error) {
    const char *address;
    size_t length;

    if (!sockref__to_bytes(sockaddr, &address, &length, error) ||
        !sockref__check_open(socket, error)) {
        return false;
    }
    if (sockref__os_set_nonblock(socket->fd) < 0) {
        return sockref__raise_errno(error, errno, "connect(2)");
    }
    return sockref__os_connect(socket->fd, address, length) == 0 ||
           sockref__raise_errno(error, errno, "connect(2)");
}
