/* What a worker and the pool say to each other, one packet each. */
#ifndef SOCKSPEC_POOL_MESSAGE_H
#define SOCKSPEC_POOL_MESSAGE_H

#include <stdbool.h>
#include <sys/types.h>

/* A driver's standard input, output and error, and the descriptor its faults are served by, or -1.
 */
enum { SOCKSPEC_POOL_DESCRIPTORS = 4 };

/* What a driver is started as. */
struct sockspec_driver_kind {
    bool dual;     /* it lives with the hosts file of two families */
    bool filtered; /* faults can be injected */
};

/* The environment variable that names the door. */
#define SOCKSPEC_POOL_DOOR "SOCKSPEC_POOL"

struct sockspec_pool_message {
    enum { SOCKSPEC_POOL_HELLO = 1, SOCKSPEC_POOL_LEASE, SOCKSPEC_POOL_RELEASE } kind;
    pid_t pid; /* LEASE: of the driver, 0 when there is none; RELEASE: which one */
    struct sockspec_driver_kind driver; /* LEASE */
    bool failed;                        /* RELEASE: by a fault of its own */
    bool reusable;                      /* RELEASE */
    char text[256];                     /* why there is no driver; how it ended */
};

/* With `count` descriptors beside it, of which the last ones may be -1; false when the other side
 * is gone. */
bool sockspec_pool_say(int channel, const struct sockspec_pool_message *message,
                       const int *descriptors, size_t count);
/* `descriptors` has room for SOCKSPEC_POOL_DESCRIPTORS; those not sent are -1. */
bool sockspec_pool_hear(int channel, struct sockspec_pool_message *message, int *descriptors);

#endif
