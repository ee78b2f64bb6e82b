/* Socket#connect and Socket#connect_nonblock. */
#include "internal.h"

#include <errno.h>

#include "platform.h"

bool sockref_connect(struct sockref_socket *socket, const struct sockref_value *sockaddr,
                     struct sockref_error *error) {
    const char *address;
    size_t length;

    if (!sockref__to_bytes(sockaddr, &address, &length, error) ||
        !sockref__check_open(socket, error)) {
        return false;
    }
    return sockref__os_connect(socket->fd, address, length) == 0 ||
           sockref__raise_errno(error, errno, "connect(2)");
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
