/* Waiting for descriptors on POSIX systems. */
#include "platform.h"

#include <errno.h>
#include <math.h>
#include <time.h>

/* A wait of more seconds than this is as good as forever. */
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

/* Returns how many entries have something to report, or -1. poll always reports that a connection
 * has ended. That is not an exceptional condition, and none will follow, so an entry that waits for
 * one is dropped and never gets a report. */
static int count_met(struct pollfd *polled, size_t count) {
    int met = 0;

    for (size_t i = 0; i < count; i++) {
        if ((polled[i].revents & POLLNVAL) != 0) {
            errno = EBADF;
            return -1;
        }
        if (polled[i].events == POLLPRI && polled[i].revents != 0) {
            polled[i].fd = ~polled[i].fd; /* poll ignores negative descriptors */
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
