/* IO.select, implemented with poll(2). */
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>

#include "naive.h"

static bool to_milliseconds(const struct sockref_value *timeout, int *milliseconds,
                            struct sockref_error *error) {
    double seconds = 0;
    *milliseconds = -1;
    if (naive_is_nil(timeout)) {
        return true;
    }
    if (timeout->kind == SOCKREF_INTEGER) {
        seconds = (double)timeout->as.integer;
    } else if (timeout->kind == SOCKREF_FLOAT) {
        seconds = timeout->as.real;
    } else {
        return naive_raise(error, SOCKREF_TYPE_ERROR, "can't convert %s into time interval",
                           timeout->kind == SOCKREF_STRING ? "String" : "it");
    }
    if (seconds < 0) {
        return naive_raise(error, SOCKREF_ARGUMENT_ERROR, "time interval must not be negative");
    }
    *milliseconds = seconds > 2000000 ? 2000000000 : (int)ceil(seconds * 1000);
    return true;
}

/* The events that make a socket of a set ready. */
static const struct {
    short wanted, found;
} events[3] = {
    {POLLIN, POLLIN | POLLHUP | POLLERR},
    {POLLOUT, POLLOUT | POLLERR},
    {POLLPRI, POLLPRI},
};

static bool sort_out(const struct sockref_select_set sets[3], const struct pollfd *polled,
                     bool *any, struct sockref_error *error) {
    size_t at = 0;
    *any = false;
    for (size_t i = 0; i < 3; i++) {
        for (size_t j = 0; j < sets[i].count; j++, at++) {
            bool unread = i == 0 && sets[i].sockets[j]->unread_length > 0;
            if ((polled[at].revents & POLLNVAL) != 0) {
                errno = EBADF;
                return naive_errno(error, "select(2)");
            }
            sets[i].ready[j] = unread || (polled[at].revents & events[i].found) != 0;
            *any = *any || sets[i].ready[j];
        }
    }
    return true;
}

/* A hang-up is not an exceptional condition. A socket with no other event is left out from then
 * on. */
static bool is_ready(struct pollfd *polled, size_t count) {
    bool ready = false;
    for (size_t i = 0; i < count; i++) {
        if (polled[i].events == POLLPRI && (polled[i].revents & (POLLPRI | POLLNVAL)) == 0) {
            polled[i].fd = polled[i].revents == 0 ? polled[i].fd : -1;
            polled[i].revents = 0;
        }
        ready = ready || polled[i].revents != 0;
    }
    return ready;
}

/* A signal neither ends the wait nor restarts it. */
static bool wait_all(struct pollfd *polled, size_t count, int milliseconds) {
    struct timespec now;
    int told = 0;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    long long end = now.tv_sec * 1000LL + now.tv_nsec / 1000000 + milliseconds;
    while ((told = poll(polled, count, milliseconds)) != 0 && !is_ready(polled, count)) {
        if (told < 0 && errno != EINTR) {
            return false;
        }
        (void)clock_gettime(CLOCK_MONOTONIC, &now);
        long long left = end - now.tv_sec * 1000LL - now.tv_nsec / 1000000;
        milliseconds = milliseconds < 0 ? -1 : left < 0 ? 0 : (int)left;
    }
    return true;
}

bool sockref_select(const struct sockref_select_set sets[3], const struct sockref_value *timeout,
                    bool *any, struct sockref_error *error) {
    int milliseconds = -1;
    size_t count = 0;
    struct pollfd *polled =
        naive_room((sets[0].count + sets[1].count + sets[2].count + 1) * sizeof *polled);
    bool good = to_milliseconds(timeout, &milliseconds, error);
    for (size_t i = 0; good && i < 3; i++) {
        for (size_t j = 0; good && j < sets[i].count; j++) {
            const struct sockref_socket *socket = sets[i].sockets[j];
            good = naive_is_open(socket, error);
            polled[count++] = (struct pollfd){.fd = socket->fd, .events = events[i].wanted};
            milliseconds = i == 0 && socket->unread_length > 0 ? 0 : milliseconds;
        }
    }
    good = good && (wait_all(polled, count, milliseconds) || naive_errno(error, "select(2)"));
    good = good && sort_out(sets, polled, any, error);
    free(polled);
    return good;
}
