/*
 * What differs from one system to another, and all that touches descriptors. A platform_*.c defines
 * every function here. Unless said otherwise they return -1 and set errno when they fail.
 */
#ifndef SOCKREF_PLATFORM_H
#define SOCKREF_PLATFORM_H

#include "feature.h"

#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "sockref.h"

struct sockref__errno_name {
    int errnum;
    const char *class_name;
};
/* Every errno the platform has; of two names for one number the documented one comes first. */
extern const struct sockref__errno_name sockref__os_errno_names[];
extern const size_t sockref__os_errno_name_count;

/* Every constant of the class the platform has. */
extern const struct sockref_constant sockref__os_constants[];
extern const size_t sockref__os_constant_count;

/* What an errno means: in the buffer, or a static string. */
const char *sockref__os_strerror(int errnum, char *buffer, size_t size);

/* Descriptors come with close-on-exec set. */
int sockref__os_socket(int domain, int type, int protocol);
int sockref__os_socketpair(int domain, int type, int protocol, int fds[2]);
int sockref__os_accept(int fd, void *address, size_t *length, bool nonblock);
int sockref__os_close(int fd);
/* Whether there is such a descriptor, of whatever kind. */
int sockref__os_check(int fd);

int sockref__os_bind(int fd, const void *address, size_t length);
int sockref__os_connect(int fd, const void *address, size_t length);
int sockref__os_listen(int fd, int backlog);
int sockref__os_shutdown(int fd, int how);
int sockref__os_getpeername(int fd, void *address, size_t *length);
int sockref__os_getsockname(int fd, void *address, size_t *length);
/* The error that ended what went on without a call, which is forgotten by asking; 0 if none did. */
int sockref__os_pending_error(int fd);
int sockref__os_getsockopt(int fd, int level, int option, void *data, size_t *length);
int sockref__os_setsockopt(int fd, int level, int option, const void *data, size_t length);

/* Where there is no such descriptor, the call this is made for says so. */
void sockref__os_set_nonblock(int fd);

/* Return the number of bytes. None of them raises a signal. */
ptrdiff_t sockref__os_recvfrom(int fd, void *buffer, size_t size, int flags, void *address,
                               size_t *length);
ptrdiff_t sockref__os_send(int fd, const void *message, size_t size, int flags, const void *address,
                           size_t length); /* NULL for a connected one */
ptrdiff_t sockref__os_read(int fd, void *buffer, size_t size);
ptrdiff_t sockref__os_write(int fd, const void *bytes, size_t size);

/* Waits for what each wants, one of POLLIN, POLLOUT and POLLPRI, as many seconds or INFINITY; tells
 * in `revents` of whom it came true: 0 for the others. Signals do not end the wait. */
bool sockref__os_wait(struct pollfd *polled, size_t count, double timeout);

int sockref__os_gethostname(char *buffer, size_t size);
/* Looks the service up for the protocol; false when there is none (errno means nothing). */
bool sockref__os_getservbyname(const char *name, const char *proto, int *port);

/* Room for a host's entry. What needs more is taken for damaged. */
struct sockref__host {
    struct hostent entry;
    char storage[65536];
};
/* The entry of the host, in `host`; NULL when there is none (errno means nothing). */
const struct hostent *sockref__os_gethostbyaddr(const void *address, size_t length, int family,
                                                struct sockref__host *host);
const struct hostent *sockref__os_gethostbyname(const char *name, int family,
                                                struct sockref__host *host);

#endif
