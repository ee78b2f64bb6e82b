/* Waiting for descriptors, on POSIX systems. */
#include "platform.h"

#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>

/* More seconds than this are as good as for ever. */
static const double longest_wait = 1e9;

static double now(void) {
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static struct timespec to_timespec(double seconds) {
    struct timespec time;

    time.tv_sec = (time_t)seconds;
    time.tv_nsec = (long)((seconds - (double)time.tv_sec) * 1e9);
    return time;
}

/* A signal starts the wait again, for what is left of the time. */
static int poll_until(struct pollfd *polled, size_t count, double timeout) {
    bool for_ever = timeout < 0 || timeout > longest_wait;
    double deadline = for_ever ? 0 : now() + timeout;

    for (;;) {
        struct timespec left = to_timespec(timeout > 0 ? timeout : 0);
        int ready = ppoll(polled, count, for_ever ? NULL : &left, NULL);

        if (ready >= 0 || errno != EINTR) {
            return ready;
        }
        timeout = for_ever ? timeout : deadline - now();
    }
}

static short wanted(const struct sockref__interest *interest) {
    if (interest->read) {
        return POLLIN;
    }
    return interest->write ? POLLOUT : POLLPRI;
}

/* What select(2) would tell. -1 for a descriptor that is none. */
static int keep_met(struct sockref__interest *interests, const struct pollfd *polled,
                    size_t count) {
    int met = 0;

    for (size_t i = 0; i < count; i++) {
        short events = polled[i].revents;
        struct sockref__interest *interest = &interests[i];

        if ((events & POLLNVAL) != 0) {
            errno = EBADF;
            return -1;
        }
        interest->read = interest->read && (events & (POLLIN | POLLHUP | POLLERR)) != 0;
        interest->write = interest->write && (events & (POLLOUT | POLLHUP | POLLERR)) != 0;
        interest->error = interest->error && (events & POLLPRI) != 0;
        met += interest->read || interest->write || interest->error;
    }
    return met;
}

int sockref__os_wait(struct sockref__interest *interests, size_t count, double timeout) {
    struct pollfd *polled = sockref__reallocate(NULL, (count + 1) * sizeof *polled);
    int status;

    for (size_t i = 0; i < count; i++) {
        polled[i] = (struct pollfd){.fd = interests[i].fd, .events = wanted(&interests[i])};
    }
    status = poll_until(polled, count, timeout);
    if (status >= 0) {
        status = keep_met(interests, polled, count);
    }
    free(polled);
    return status;
}
