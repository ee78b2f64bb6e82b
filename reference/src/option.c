/* BasicSocket#getsockopt and setsockopt. */
#include "internal.h"

#include <errno.h>
#include <netinet/tcp.h>

#include "platform.h"

enum { OPTION_SIZE = 256 };

static bool to_option(const struct sockref_value *level, const struct sockref_value *name,
                      int numbers[2], struct sockref_error *error) {
    static const char *const level_prefixes[] = {"SOL_", "IPPROTO_", NULL};
    static const char *const socket_prefixes[] = {"SO_", NULL};
    static const char *const ip_prefixes[] = {"IP_", NULL};
    static const char *const ipv6_prefixes[] = {"IPV6_", NULL};
    static const char *const tcp_prefixes[] = {"TCP_", NULL};
    static const char *const no_prefixes[] = {NULL};
    const char *const *prefixes = no_prefixes;

    if (!sockref__to_constant(level, level_prefixes, "unknown protocol level", &numbers[0],
                              error)) {
        return false;
    }
    if (numbers[0] == SOL_SOCKET) {
        prefixes = socket_prefixes;
    } else if (numbers[0] == IPPROTO_IP) {
        prefixes = ip_prefixes;
    } else if (numbers[0] == IPPROTO_IPV6) {
        prefixes = ipv6_prefixes;
    } else if (numbers[0] == IPPROTO_TCP) {
        prefixes = tcp_prefixes;
    }
    return sockref__to_constant(name, prefixes, "unknown socket level option name", &numbers[1],
                                error);
}

bool sockref_getsockopt(struct sockref_socket *socket, const struct sockref_value *level,
                        const struct sockref_value *optname, struct sockref_string *optval,
                        struct sockref_error *error) {
    char data[OPTION_SIZE];
    size_t length = sizeof data;
    int numbers[2];

    if (!to_option(level, optname, numbers, error) || !sockref__check_open(socket, error)) {
        return false;
    }
    if (sockref__os_getsockopt(socket->fd, numbers[0], numbers[1], data, &length) < 0) {
        return sockref__raise_errno(error, errno, "getsockopt(2)");
    }
    sockref__string_set(optval, data, length);
    return true;
}

bool sockref_setsockopt(struct sockref_socket *socket, const struct sockref_value *level,
                        const struct sockref_value *optname, const struct sockref_value *optval,
                        struct sockref_error *error) {
    const struct sockref_value *value = sockref__given(optval);
    int number = value->kind == SOCKREF_TRUE;
    const char *data = (const char *)&number;
    size_t length = sizeof number;
    int numbers[2];

    if (!sockref__secure(2, error) || !to_option(level, optname, numbers, error)) {
        return false;
    }
    if (sockref__is_fixnum(value)) {
        if (!sockref__to_int(value, &number, error)) {
            return false;
        }
    } else if (value->kind != SOCKREF_TRUE && value->kind != SOCKREF_FALSE &&
               !sockref__to_bytes(value, &data, &length, error)) {
        return false;
    }
    if (!sockref__check_open(socket, error)) {
        return false;
    }
    return sockref__os_setsockopt(socket->fd, numbers[0], numbers[1], data, length) == 0 ||
           sockref__raise_errno(error, errno, "setsockopt(2)");
}
