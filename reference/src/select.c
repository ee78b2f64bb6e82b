/* IO.select. */
#include "internal.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "platform.h"

enum { READS, WRITES, ERRORS, SETS };

/* Converts to seconds; INFINITY means forever. */
static bool to_seconds(const struct sockref_value *timeout, double *seconds,
                       struct sockref_error *error) {
    const struct sockref_value *value = sockref__given(timeout);

    if (value->kind == SOCKREF_NIL) {
        *seconds = INFINITY;
    } else if (value->kind == SOCKREF_INTEGER) {
        *seconds = (double)value->as.integer;
    } else if (value->kind == SOCKREF_FLOAT) {
        *seconds = value->as.real;
    } else {
        return sockref__raise(error, SOCKREF_TYPE_ERROR, "can't convert %s into time interval",
                              sockref__describe(value));
    }
    if (!(*seconds >= 0)) {
        return sockref__raise(error, SOCKREF_ARGUMENT_ERROR, "time interval must not be negative");
    }
    return true;
}

/* Lists all members of the sets, in order. A socket that holds bytes read ahead is readable at
 * once. */
static bool list_members(const struct sockref_select_set sets[SETS], struct pollfd *polled,
                         double *seconds, struct sockref_error *error) {
    static const short wanted[SETS] = {[READS] = POLLIN, [WRITES] = POLLOUT, [ERRORS] = POLLPRI};

    for (size_t set = 0; set < SETS; set++) {
        for (size_t i = 0; i < sets[set].count; i++) {
            const struct sockref_socket *socket = sets[set].sockets[i];

            if (!sockref__check_open(socket, error)) {
                return false;
            }
            *polled++ = (struct pollfd){.fd = socket->fd, .events = wanted[set]};
            sets[set].ready[i] = set == READS && sockref__has_unread(socket);
            if (sets[set].ready[i]) {
                *seconds = 0;
            }
        }
    }
    return true;
}

/* Returns whether any socket is ready. */
static bool tell_ready(const struct sockref_select_set sets[SETS], const struct pollfd *polled) {
    bool any = false;

    for (size_t set = 0; set < SETS; set++) {
        for (size_t i = 0; i < sets[set].count; i++, polled++) {
            sets[set].ready[i] = sets[set].ready[i] || polled->revents != 0;
            any = any || sets[set].ready[i];
        }
    }
    return any;
}

bool sockref_select(const struct sockref_select_set sets[3], const struct sockref_value *timeout,
                    bool *any, struct sockref_error *error) {
    size_t count = sets[READS].count + sets[WRITES].count + sets[ERRORS].count;
    struct pollfd *polled;
    double seconds;
    bool ok;

    if (!to_seconds(timeout, &seconds, error)) {
        return false;
    }
    polled = sockref__reallocate(NULL, (count + 1) * sizeof *polled);
    ok = list_members(sets, polled, &seconds, error) &&
         (sockref__os_wait(polled, count, seconds) || sockref__raise_errno(error, errno, NULL));
    if (ok) {
        *any = tell_ready(sets, polled);
    }
    free(polled);
    return ok;
}
