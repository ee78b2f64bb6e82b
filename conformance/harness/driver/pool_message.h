/* The messages between a worker and the pool, one packet each. */
#ifndef SOCKSPEC_POOL_MESSAGE_H
#define SOCKSPEC_POOL_MESSAGE_H

#include <stdbool.h>
#include <sys/types.h>

/* A driver's standard input, output and error, and the descriptor that serves its faults, or -1. */
enum { SOCKSPEC_POOL_DESCRIPTORS = 4 };

/* How a driver is started. */
struct sockspec_driver_kind {
    bool dual;     /* it uses the hosts file with two address families */
    bool filtered; /* faults can be injected */
};

/* The environment variable that names the door. */
#define SOCKSPEC_POOL_DOOR "SOCKSPEC_POOL"

struct sockspec_pool_message {
    enum { SOCKSPEC_POOL_HELLO = 1, SOCKSPEC_POOL_LEASE, SOCKSPEC_POOL_RELEASE } kind;
    pid_t pid; /* LEASE: the driver's process, or 0 if there is no driver; RELEASE: the driver to
                * return */
    struct sockspec_driver_kind driver; /* LEASE */
    bool failed;                        /* RELEASE: the driver itself failed */
    bool reusable;                      /* RELEASE */
    char text[256];                     /* why there is no driver, or how it ended */
};

/* Sends a message with `count` descriptors, of which the last ones may be -1. Returns false if the
 * other side is gone. */
bool sockspec_pool_say(int channel, const struct sockspec_pool_message *message,
                       const int *descriptors, size_t count);
/* Receives a message. `descriptors` has room for SOCKSPEC_POOL_DESCRIPTORS; those that were not
 * sent are -1. */
bool sockspec_pool_hear(int channel, struct sockspec_pool_message *message, int *descriptors);

#endif
