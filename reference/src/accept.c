/* Socket#accept, accept_nonblock and sysaccept. */
#include "internal.h"

#include <errno.h>

#include "platform.h"

/* A caller's address, as the system returned it. */
struct caller {
    char bytes[SOCKREF__ADDRESS_SIZE];
    size_t length;
};

static bool accept_caller(const struct sockref_socket *socket, bool nonblock, int *accepted,
                          struct caller *caller, struct sockref_error *error) {
    if (!sockref__check_open(socket, error) || !sockref__secure(3, error)) {
        return false;
    }
    if (nonblock) {
        sockref__os_set_nonblock(socket->fd);
    }
    caller->length = sizeof caller->bytes;
    *accepted = sockref__os_accept(socket->fd, caller->bytes, &caller->length, nonblock);
    return *accepted != -1 || sockref__raise_errno(error, errno, "accept(2)");
}

static bool accept_socket(struct sockref_socket *socket, bool nonblock,
                          struct sockref_socket **result, struct sockref_string *sockaddr,
                          struct sockref_error *error) {
    struct caller caller;
    int fd;

    if (!accept_caller(socket, nonblock, &fd, &caller, error)) {
        return false;
    }
    *result = sockref__wrap(fd);
    sockref__string_set(sockaddr, caller.bytes, caller.length);
    return true;
}

bool sockref_accept(struct sockref_socket *socket, struct sockref_socket **result,
                    struct sockref_string *sockaddr, struct sockref_error *error) {
    return accept_socket(socket, false, result, sockaddr, error);
}

bool sockref_accept_nonblock(struct sockref_socket *socket, struct sockref_socket **result,
                             struct sockref_string *sockaddr, struct sockref_error *error) {
    return accept_socket(socket, true, result, sockaddr, error);
}

bool sockref_sysaccept(struct sockref_socket *socket, int *fd, struct sockref_string *sockaddr,
                       struct sockref_error *error) {
    struct caller caller;
    int accepted;

    if (!accept_caller(socket, false, &accepted, &caller, error)) {
        return false;
    }
    *fd = accepted;
    sockref__string_set(sockaddr, caller.bytes, caller.length);
    return true;
}
