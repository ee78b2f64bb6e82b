/* Descriptors on POSIX systems. */
#include "platform.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef SOCK_CLOEXEC
#define SOCK_CLOEXEC 0
#endif
#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

const char *sockref__os_strerror(int errnum, char *buffer, size_t size) {
#if defined(__GLIBC__)
    return strerror_r(errnum, buffer, size);
#else
    return strerror_r(errnum, buffer, size) == 0 ? buffer : "";
#endif
}

int sockref__os_socket(int domain, int type, int protocol) {
    return socket(domain, type | SOCK_CLOEXEC, protocol);
}

int sockref__os_socketpair(int domain, int type, int protocol, int fds[2]) {
    return socketpair(domain, type | SOCK_CLOEXEC, protocol, fds);
}

int sockref__os_accept(int fd, void *address, size_t *length, bool nonblock) {
    socklen_t room = (socklen_t)*length;
    int accepted = accept4(fd, address, &room, SOCK_CLOEXEC | (nonblock ? SOCK_NONBLOCK : 0));

    *length = (size_t)room;
    return accepted;
}

int sockref__os_close(int fd) { return close(fd); }

int sockref__os_check(int fd) {
    struct stat status;

    return fstat(fd, &status);
}

int sockref__os_bind(int fd, const void *address, size_t length) {
    return bind(fd, address, (socklen_t)length);
}

int sockref__os_connect(int fd, const void *address, size_t length) {
    return connect(fd, address, (socklen_t)length);
}

int sockref__os_listen(int fd, int backlog) { return listen(fd, backlog); }

int sockref__os_shutdown(int fd, int how) { return shutdown(fd, how); }

int sockref__os_getpeername(int fd, void *address, size_t *length) {
    socklen_t room = (socklen_t)*length;
    int status = getpeername(fd, address, &room);

    *length = (size_t)room;
    return status;
}

int sockref__os_getsockname(int fd, void *address, size_t *length) {
    socklen_t room = (socklen_t)*length;
    int status = getsockname(fd, address, &room);

    *length = (size_t)room;
    return status;
}

int sockref__os_getsockopt(int fd, int level, int option, void *data, size_t *length) {
    socklen_t room = (socklen_t)*length;
    int status = getsockopt(fd, level, option, data, &room);

    *length = (size_t)room;
    return status;
}

int sockref__os_pending_error(int fd) {
    int pending;
    socklen_t length = sizeof pending;

    return getsockopt(fd, SOL_SOCKET, SO_ERROR, &pending, &length) < 0 ? errno : pending;
}

int sockref__os_setsockopt(int fd, int level, int option, const void *data, size_t length) {
    return setsockopt(fd, level, option, data, (socklen_t)length);
}

void sockref__os_set_nonblock(int fd) {
    int on = true;

    (void)ioctl(fd, FIONBIO, &on);
}

ptrdiff_t sockref__os_recvfrom(int fd, void *buffer, size_t size, int flags, void *address,
                               size_t *length) {
    socklen_t room = (socklen_t)*length;
    ssize_t received = recvfrom(fd, buffer, size, flags, address, &room);

    *length = (size_t)room;
    return received;
}

ptrdiff_t sockref__os_send(int fd, const void *message, size_t size, int flags, const void *address,
                           size_t length) {
    return sendto(fd, message, size, flags | MSG_NOSIGNAL, address, (socklen_t)length);
}

ptrdiff_t sockref__os_read(int fd, void *buffer, size_t size) { return read(fd, buffer, size); }

ptrdiff_t sockref__os_write(int fd, const void *bytes, size_t size) {
    ssize_t written = send(fd, bytes, size, MSG_NOSIGNAL);

    if (written != -1) {
        return written;
    }
    /* for_fd may have made a socket object of a descriptor of another kind. */
    return errno == ENOTSOCK ? write(fd, bytes, size) : -1;
}
