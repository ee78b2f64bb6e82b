/* A small library with the functions of sockref.h, as a newcomer would write it: it goes from
 * the header straight to the calls of libc. It is wrong in a dozen known ways, each marked WRONG
 * where it is, and fixtures/baselines/naive.txt lists what the suite finds of them. */
#ifndef NAIVE_H
#define NAIVE_H

#include <netdb.h>
#include <sys/socket.h>

#include "sockref.h"

struct sockref_socket {
    int fd;               /* -1: closed */
    bool keeps_addresses; /* do_not_reverse_lookup */
    bool no_more_reading, no_more_writing;
    char *unread; /* what readline and read have read too much */
    size_t unread_length;
};

/* errors.c: all of them return false */
__attribute__((format(printf, 3, 4))) bool
naive_raise(struct sockref_error *error, enum sockref_class class, const char *format, ...);
/* Errno::* for errno, with or without the name of the call. */
bool naive_errno(struct sockref_error *error, const char *call);
bool naive_resolver_error(struct sockref_error *error, const char *call, int code);

/* values.c */
bool naive_is_nil(const struct sockref_value *value);
bool naive_long(const struct sockref_value *value, int64_t *number, struct sockref_error *error);
bool naive_int(const struct sockref_value *value, int *number, struct sockref_error *error);
/* Returns `missing` if the value is nil. */
bool naive_int_or(const struct sockref_value *value, int missing, int *number,
                  struct sockref_error *error);
bool naive_is_string(const struct sockref_value *value, struct sockref_error *error);
/* A copy that the caller frees; it must not contain a NUL byte. */
char *naive_text(const struct sockref_value *value, struct sockref_error *error);
/* A number, or the name of a constant with one of the prefixes, which are a list that ends with
 * NULL. `what` is its name in an error. */
bool naive_constant(const struct sockref_value *value, const char *const *prefixes,
                    const char *what, int *number, struct sockref_error *error);
bool naive_domain(const struct sockref_value *value, int *number, struct sockref_error *error);
void naive_give(struct sockref_string *string, const void *bytes, size_t length);
/* calloc; it exits if there is no memory. */
void *naive_room(size_t size);

/* sockets.c */
bool naive_is_open(const struct sockref_socket *socket, struct sockref_error *error);
void naive_set_nonblock(int fd);
const struct sockaddr *naive_address_of(const struct sockref_value *sockaddr, socklen_t *length);

/* names.c */
enum { NAIVE_HOST_MAX = 1024 };
/* A host as most methods accept it, as text; not `given` if it is nil. */
bool naive_host(const struct sockref_value *host, char text[NAIVE_HOST_MAX + 1], bool *given,
                struct sockref_error *error);
/* The addresses of the host, to be freed with freeaddrinfo; NULL with an error. */
struct addrinfo *naive_resolve(const struct sockref_value *host, const struct sockref_value *port,
                               int family, int socktype, int flags, struct sockref_error *error);

#endif
