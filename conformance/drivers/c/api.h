/* The functions of sockref.h, taken from a shared library. */
#ifndef SOCKSPEC_DRIVER_C_API_H
#define SOCKSPEC_DRIVER_C_API_H

#include <stdbool.h>

#include "sockref.h"

/* One that is missing here cannot be called below, so nothing is forgotten. */
#define API_FUNCTIONS(X)                                                                           \
    X(accept)                                                                                      \
    X(accept_nonblock)                                                                             \
    X(addrinfos_free)                                                                              \
    X(bind)                                                                                        \
    X(class_do_not_reverse_lookup)                                                                 \
    X(class_set_do_not_reverse_lookup)                                                             \
    X(close)                                                                                       \
    X(close_read)                                                                                  \
    X(close_write)                                                                                 \
    X(closed)                                                                                      \
    X(connect)                                                                                     \
    X(connect_nonblock)                                                                            \
    X(constants)                                                                                   \
    X(detach)                                                                                      \
    X(do_not_reverse_lookup)                                                                       \
    X(error_ancestors)                                                                             \
    X(error_class)                                                                                 \
    X(fileno)                                                                                      \
    X(for_fd)                                                                                      \
    X(free)                                                                                        \
    X(getaddrinfo)                                                                                 \
    X(gethostbyaddr)                                                                               \
    X(gethostbyname)                                                                               \
    X(gethostname)                                                                                 \
    X(getnameinfo)                                                                                 \
    X(getpeername)                                                                                 \
    X(getservbyname)                                                                               \
    X(getsockname)                                                                                 \
    X(getsockopt)                                                                                  \
    X(hostent_free)                                                                                \
    X(implementation)                                                                              \
    X(listen)                                                                                      \
    X(message_free)                                                                                \
    X(new)                                                                                         \
    X(pack_sockaddr_in)                                                                            \
    X(pack_sockaddr_un)                                                                            \
    X(pair)                                                                                        \
    X(puts)                                                                                        \
    X(read)                                                                                        \
    X(readline)                                                                                    \
    X(recv)                                                                                        \
    X(recv_nonblock)                                                                               \
    X(recvfrom)                                                                                    \
    X(recvfrom_nonblock)                                                                           \
    X(safe_level)                                                                                  \
    X(select)                                                                                      \
    X(send)                                                                                        \
    X(set_do_not_reverse_lookup)                                                                   \
    X(set_safe_level)                                                                              \
    X(setsockopt)                                                                                  \
    X(shutdown)                                                                                    \
    X(sockaddr_in)                                                                                 \
    X(sockaddr_un)                                                                                 \
    X(socketpair)                                                                                  \
    X(string_free)                                                                                 \
    X(sysaccept)                                                                                   \
    X(unpack_sockaddr_in)                                                                          \
    X(unpack_sockaddr_un)                                                                          \
    X(version)                                                                                     \
    X(write)

struct api {
/* NOLINTNEXTLINE(bugprone-macro-parentheses): a declarator takes none */
#define API_MEMBER(name) __typeof__(sockref_##name) *name;
    API_FUNCTIONS(API_MEMBER)
#undef API_MEMBER
};

extern struct api api;

/* False after one line on stderr that names what is wrong. */
bool api_load(const char *path);

#endif
