/*
 * Everything that differs between systems, and everything that touches descriptors. A platform_*.c
 * file defines every function here. Unless noted otherwise, functions return -1 and set errno when
 * they fail.
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
/* Every errno the platform has. If two names have the same number, the documented name comes
 * first. */
extern const struct sockref__errno_name sockref__os_errno_names[];
extern const size_t sockref__os_errno_name_count;

/* Every class constant that the platform has. */
extern const struct sockref_constant sockref__os_constants[];
extern const size_t sockref__os_constant_count;

/* Returns the meaning of an errno, in the buffer or as a static string. */
const char *sockref__os_strerror(int errnum, char *buffer, size_t size);

/* New descriptors have close-on-exec set. */
int sockref__os_socket(int domain, int type, int protocol);
int sockref__os_socketpair(int domain, int type, int protocol, int fds[2]);
int sockref__os_accept(int fd, void *address, size_t *length, bool nonblock);
int sockref__os_close(int fd);
/* Checks whether there is such a descriptor, of any kind. */
int sockref__os_check(int fd);

int sockref__os_bind(int fd, const void *address, size_t length);
int sockref__os_connect(int fd, const void *address, size_t length);
int sockref__os_listen(int fd, int backlog);
int sockref__os_shutdown(int fd, int how);
int sockref__os_getpeername(int fd, void *address, size_t *length);
int sockref__os_getsockname(int fd, void *address, size_t *length);
/* Returns the error that ended something that went on without a call, or 0 if there is none.
 * Reading the error clears it. */
int sockref__os_pending_error(int fd);
int sockref__os_getsockopt(int fd, int level, int option, void *data, size_t *length);
int sockref__os_setsockopt(int fd, int level, int option, const void *data, size_t length);

/* If there is no such descriptor, the call that follows reports it. */
void sockref__os_set_nonblock(int fd);

/* These functions return the number of bytes. None of them raises a signal. */
ptrdiff_t sockref__os_recvfrom(int fd, void *buffer, size_t size, int flags, void *address,
                               size_t *length);
ptrdiff_t sockref__os_send(int fd, const void *message, size_t size, int flags, const void *address,
                           size_t length); /* NULL for a connected socket */
ptrdiff_t sockref__os_read(int fd, void *buffer, size_t size);
ptrdiff_t sockref__os_write(int fd, const void *bytes, size_t size);

/* Waits up to `timeout` seconds (or INFINITY) until what each entry wants occurs, which is one of
 * POLLIN, POLLOUT and POLLPRI. `revents` is 0 for the entries for which it did not occur. Signals
 * do not end the wait. */
bool sockref__os_wait(struct pollfd *polled, size_t count, double timeout);

int sockref__os_gethostname(char *buffer, size_t size);
/* Looks the service up for the protocol. Returns false if there is none (errno means nothing). */
bool sockref__os_getservbyname(const char *name, const char *proto, int *port);

/* Memory for a host's entry. An entry that needs more is considered damaged. */
struct sockref__host {
    struct hostent entry;
    char storage[65536];
};
/* Returns the host's entry, stored in `host`; NULL if there is none (errno means nothing). */
const struct hostent *sockref__os_gethostbyaddr(const void *address, size_t length, int family,
                                                struct sockref__host *host);
const struct hostent *sockref__os_gethostbyname(const char *name, int family,
                                                struct sockref__host *host);

#endif
