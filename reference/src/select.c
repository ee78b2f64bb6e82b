/* IO.select. */
#include "internal.h"

#include <errno.h>
#include <stdlib.h>

#include "platform.h"

enum { READS, WRITES, ERRORS, SETS };

/* Seconds, negative for ever. */
static bool to_seconds(const struct sockref_value *timeout, double *seconds,
                       struct sockref_error *error) {
    const struct sockref_value *value = sockref__given(timeout);

    *seconds = -1;
    if (value->kind == SOCKREF_NIL) {
        return true;
    }
    if (value->kind == SOCKREF_INTEGER) {
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

static bool check_sets(const struct sockref_select_set sets[SETS], struct sockref_error *error) {
    for (size_t set = 0; set < SETS; set++) {
        for (size_t i = 0; i < sets[set].count; i++) {
            if (!sockref__check_open(sets[set].sockets[i], error)) {
                return false;
            }
        }
    }
    return true;
}

/* One interest for each member of the sets, in order. Whether one is ready without waiting. */
static bool list_interests(const struct sockref_select_set sets[SETS],
                           struct sockref__interest *interests) {
    bool unread = false;
    size_t count = 0;

    for (size_t set = 0; set < SETS; set++) {
        for (size_t i = 0; i < sets[set].count; i++) {
            const struct sockref_socket *socket = sets[set].sockets[i];

            interests[count++] = (struct sockref__interest){
                .fd = socket->fd,
                .read = set == READS,
                .write = set == WRITES,
                .error = set == ERRORS,
            };
            unread = unread || (set == READS && sockref__has_unread(socket));
        }
    }
    return unread;
}

static void tell_ready(const struct sockref_select_set sets[SETS],
                       const struct sockref__interest *interests) {
    size_t count = 0;

    for (size_t set = 0; set < SETS; set++) {
        for (size_t i = 0; i < sets[set].count; i++, count++) {
            sets[set].ready[i] = interests[count].read || interests[count].write ||
                                 interests[count].error ||
                                 (set == READS && sockref__has_unread(sets[set].sockets[i]));
        }
    }
}

bool sockref_select(const struct sockref_select_set sets[3], const struct sockref_value *timeout,
                    bool *any, struct sockref_error *error) {
    size_t count = sets[READS].count + sets[WRITES].count + sets[ERRORS].count;
    struct sockref__interest *interests;
    double seconds;
    bool unread;
    int ready;

    if (!to_seconds(timeout, &seconds, error) || !check_sets(sets, error)) {
        return false;
    }
    interests = sockref__reallocate(NULL, (count + 1) * sizeof *interests);
    unread = list_interests(sets, interests);
    ready = sockref__os_wait(interests, count, unread ? 0 : seconds);
    if (ready < 0) {
        (void)sockref__raise_errno(error, errno, "select(2)");
    } else {
        tell_ready(sets, interests);
        *any = ready > 0 || unread;
    }
    free(interests);
    return ready >= 0;
}
