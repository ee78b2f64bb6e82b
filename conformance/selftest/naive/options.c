/* The names of both ends, options, shutdown. */
#include <errno.h>
#include <netinet/in.h>

#include "naive.h"

bool sockref_getpeername(struct sockref_socket *socket, struct sockref_string *sockaddr,
                         struct sockref_error *error) {
    struct sockaddr_storage address[2];
    socklen_t length = sizeof address;
    if (!naive_is_open(socket, error)) {
        return false;
    }
    if (getpeername(socket->fd, (struct sockaddr *)address, &length) < 0) {
        return naive_errno(error, "getpeername(2)");
    }
    naive_give(sockaddr, address, length);
    return true;
}

bool sockref_getsockname(struct sockref_socket *socket, struct sockref_string *sockaddr,
                         struct sockref_error *error) {
    struct sockaddr_storage address[2];
    socklen_t length = sizeof address;
    if (!naive_is_open(socket, error)) {
        return false;
    }
    if (getsockname(socket->fd, (struct sockaddr *)address, &length) < 0) {
        return naive_errno(error, "getsockname(2)");
    }
    naive_give(sockaddr, address, length);
    return true;
}

static bool option_arguments(const struct sockref_value *level, const struct sockref_value *optname,
                             int numbers[2], struct sockref_error *error) {
    static const char *const levels[] = {"SOL_", "IPPROTO_", NULL};
    static const struct {
        int level;
        const char *prefixes[2];
    } options[] = {{SOL_SOCKET, {"SO_", NULL}},
                   {IPPROTO_IP, {"IP_", NULL}},
                   {IPPROTO_IPV6, {"IPV6_", NULL}},
                   {IPPROTO_TCP, {"TCP_", NULL}}};
    static const char *const none[] = {NULL};
    if (!naive_constant(level, levels, "protocol level", &numbers[0], error)) {
        return false;
    }
    const char *const *prefixes = none;
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        prefixes = options[i].level == numbers[0] ? options[i].prefixes : prefixes;
    }
    return naive_constant(optname, prefixes, "socket level option name", &numbers[1], error);
}

bool sockref_getsockopt(struct sockref_socket *socket, const struct sockref_value *level,
                        const struct sockref_value *optname, struct sockref_string *optval,
                        struct sockref_error *error) {
    int numbers[2];
    char value[256];
    socklen_t length = sizeof value;
    if (!option_arguments(level, optname, numbers, error) || !naive_is_open(socket, error)) {
        return false;
    }
    if (getsockopt(socket->fd, numbers[0], numbers[1], value, &length) < 0) {
        return naive_errno(error, NULL); /* WRONG: getsockopt raises Errno::* without its name */
    }
    naive_give(optval, value, length);
    return true;
}

bool sockref_setsockopt(struct sockref_socket *socket, const struct sockref_value *level,
                        const struct sockref_value *optname, const struct sockref_value *optval,
                        struct sockref_error *error) {
    int numbers[2];
    int number = 0;
    const void *value = &number;
    socklen_t length = sizeof number;
    if (!option_arguments(level, optname, numbers, error)) {
        return false;
    }
    if (!naive_is_nil(optval) && optval->kind == SOCKREF_STRING) {
        value = optval->as.bytes;
        length = (socklen_t)optval->length;
    } else if (!naive_is_nil(optval) && optval->kind == SOCKREF_TRUE) {
        number = 1;
    } else if (!naive_is_nil(optval) && optval->kind == SOCKREF_FALSE) {
        number = 0;
    } else if (!naive_is_nil(optval) && optval->kind == SOCKREF_INTEGER &&
               (optval->as.integer > INT64_MAX / 2 || optval->as.integer < INT64_MIN / 2)) {
        return naive_raise(error, SOCKREF_TYPE_ERROR, "this is neither a Fixnum nor a String");
    } else if (!naive_int(optval, &number, error)) {
        return false;
    }
    return naive_is_open(socket, error) &&
           (setsockopt(socket->fd, numbers[0], numbers[1], value, length) == 0 ||
            naive_errno(error, "setsockopt(2)"));
}

bool sockref_shutdown(struct sockref_socket *socket, const struct sockref_value *how,
                      struct sockref_error *error) {
    static const char *const prefixes[] = {"SHUT_", NULL};
    int number = SHUT_RDWR;
    if (!naive_is_nil(how) && !naive_constant(how, prefixes, "shutdown argument", &number, error)) {
        return false;
    }
    if (number < 0 || number > 2) {
        return naive_raise(error, SOCKREF_ARGUMENT_ERROR,
                           "`how' should be either :SHUT_RD, :SHUT_WR, :SHUT_RDWR");
    }
    return naive_is_open(socket, error) &&
           (shutdown(socket->fd, number) == 0 || naive_errno(error, "shutdown(2)"));
}
