/* Waiting for descriptors, on POSIX systems. */
#include "platform.h"

#include <errno.h>
#include <math.h>
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

static struct timespec time_left(double deadline) {
    double left = deadline - now();

    if (signbit(left)) {
        return to_timespec(0);
    }
    return to_timespec(left < longest_wait ? left : longest_wait);
}

/* How many of them there is something to tell of, or -1. That a connection has ended is told
 * unasked: it is nothing exceptional, and nothing exceptional will follow, so that who waits for
 * that is told nothing, now or later. */
static int count_met(struct pollfd *polled, size_t count) {
    int met = 0;

    for (size_t i = 0; i < count; i++) {
        if ((polled[i].revents & POLLNVAL) != 0) {
            errno = EBADF;
            return -1;
        }
        if (polled[i].events == POLLPRI && polled[i].revents != 0) {
            polled[i].fd = ~polled[i].fd; /* negative ones are left out */
            polled[i].revents &= POLLPRI;
        }
        met += polled[i].revents != 0;
    }
    return met;
}

bool sockref__os_wait(struct pollfd *polled, size_t count, double timeout) {
    double deadline = now() + timeout;
    int told;

    do {
        struct timespec left = time_left(deadline);

        told = ppoll(polled, count, &left, NULL);
        if (told == 0) {
            return true;
        }
        if (told != -1) {
            told = count_met(polled, count);
        } else if (errno == EINTR) {
            told = 0;
        }
    } while (told == 0);
    return told != -1;
}
