/* Socket#accept, accept_nonblock and sysaccept. */
#include "internal.h"

#include <errno.h>

#include "platform.h"

/* A caller's address, as the system gave it. */
struct caller {
    char bytes[SOCKREF__ADDRESS_SIZE];
    size_t length;
};

static bool accept_caller(int fd, bool nonblock, int *accepted, struct caller *caller,
                          struct sockref_error *error) {
    if (nonblock && sockref__os_set_nonblock(fd) < 0) {
        return sockref__raise_errno(error, errno, "accept(2)");
    }
    caller->length = sizeof caller->bytes;
    *accepted = sockref__os_accept(fd, caller->bytes, &caller->length, nonblock);
    return *accepted >= 0 || sockref__raise_errno(error, errno, "accept(2)");
}

/* Makes the results of what was accepted. */
static bool hand_out(int fd, const struct caller *caller, struct sockref_socket **result,
                     struct sockref_string *sockaddr, struct sockref_error *error) {
    struct sockref_socket *accepted;

    if (!sockref__wrap(fd, &accepted, error)) {
        return false;
    }
    if (!sockref__string_set(sockaddr, caller->bytes, caller->length, error)) {
        sockref_free(accepted);
        return false;
    }
    *result = accepted;
    return true;
}

static bool accept_socket(struct sockref_socket *socket, bool nonblock,
                          struct sockref_socket **result, struct sockref_string *sockaddr,
                          struct sockref_error *error) {
    struct caller caller;
    int fd = -1;

    return sockref__check_open(socket, error) &&
           accept_caller(socket->fd, nonblock, &fd, &caller, error) &&
           hand_out(fd, &caller, result, sockaddr, error);
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
    int accepted = -1;

    if (!sockref__check_open(socket, error) ||
        !accept_caller(socket->fd, false, &accepted, &caller, error)) {
        return false;
    }
    if (!sockref__string_set(sockaddr, caller.bytes, caller.length, error)) {
        (void)sockref__os_close(accepted);
        return false;
    }
    *fd = accepted;
    return true;
}
