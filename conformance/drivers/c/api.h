/* The functions of sockref.h, loaded from a shared library. */
#ifndef SOCKSPEC_DRIVER_C_API_H
#define SOCKSPEC_DRIVER_C_API_H

#include <stdbool.h>

#include "sockref.h"

/* The support functions. Which ones a library needs follows from its methods (api.c has the list).
 * The others may be missing. A function that is missing from these lists cannot be called below, so
 * none can be forgotten. */
#define API_SUPPORT(X)                                                                             \
    X(addrinfos_free)                                                                              \
    X(constants)                                                                                   \
    X(detach)                                                                                      \
    X(error_ancestors)                                                                             \
    X(error_class)                                                                                 \
    X(free)                                                                                        \
    X(hostent_free)                                                                                \
    X(implementation)                                                                              \
    X(message_free)                                                                                \
    X(safe_level)                                                                                  \
    X(set_safe_level)                                                                              \
    X(string_free)                                                                                 \
    X(version)
/* The methods, which a library may lack. A missing method is left out of hello. */
#define API_METHODS(X)                                                                             \
    X(accept)                                                                                      \
    X(accept_nonblock)                                                                             \
    X(bind)                                                                                        \
    X(class_do_not_reverse_lookup)                                                                 \
    X(class_set_do_not_reverse_lookup)                                                             \
    X(close)                                                                                       \
    X(close_read)                                                                                  \
    X(close_write)                                                                                 \
    X(closed)                                                                                      \
    X(connect)                                                                                     \
    X(connect_nonblock)                                                                            \
    X(do_not_reverse_lookup)                                                                       \
    X(fileno)                                                                                      \
    X(for_fd)                                                                                      \
    X(getaddrinfo)                                                                                 \
    X(gethostbyaddr)                                                                               \
    X(gethostbyname)                                                                               \
    X(gethostname)                                                                                 \
    X(getnameinfo)                                                                                 \
    X(getpeername)                                                                                 \
    X(getservbyname)                                                                               \
    X(getsockname)                                                                                 \
    X(getsockopt)                                                                                  \
    X(listen)                                                                                      \
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
    X(select)                                                                                      \
    X(send)                                                                                        \
    X(set_do_not_reverse_lookup)                                                                   \
    X(setsockopt)                                                                                  \
    X(shutdown)                                                                                    \
    X(sockaddr_in)                                                                                 \
    X(sockaddr_un)                                                                                 \
    X(socketpair)                                                                                  \
    X(sysaccept)                                                                                   \
    X(unpack_sockaddr_in)                                                                          \
    X(unpack_sockaddr_un)                                                                          \
    X(write)

struct api {
/* NOLINTNEXTLINE(bugprone-macro-parentheses): a declarator takes none */
#define API_MEMBER(name) __typeof__(sockref_##name) *name;
    API_SUPPORT(API_MEMBER)
    API_METHODS(API_MEMBER)
#undef API_MEMBER
};

extern struct api api;

/* Returns false after one line on stderr that names what is wrong: all missing functions at once.
 */
bool api_load(const char *path);
/* Returns whether the library has a function, named as in sockref.h but without "sockref_". */
bool api_has(const char *name);

#endif
