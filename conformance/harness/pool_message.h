/* What a worker and the pool say to each other, one packet each. */
#ifndef SOCKSPEC_POOL_MESSAGE_H
#define SOCKSPEC_POOL_MESSAGE_H

#include <stdbool.h>
#include <sys/types.h>

enum { SOCKSPEC_POOL_DESCRIPTORS = 3 };

/* The environment variable that names the door. */
#define SOCKSPEC_POOL_DOOR "SOCKSPEC_POOL"

struct sockspec_pool_message {
    enum { SOCKSPEC_POOL_HELLO = 1, SOCKSPEC_POOL_LEASE, SOCKSPEC_POOL_RELEASE } kind;
    pid_t pid;      /* LEASE: of the driver, 0 when there is none; RELEASE: which one */
    bool dual;      /* LEASE: which hosts file */
    bool reusable;  /* RELEASE */
    char text[256]; /* why there is no driver; how it ended */
};

/* With `count` descriptors beside it; false when the other side is gone. */
bool sockspec_pool_say(int channel, const struct sockspec_pool_message *message,
                       const int *descriptors, size_t count);
/* `descriptors` has room for SOCKSPEC_POOL_DESCRIPTORS; those not sent are -1. */
bool sockspec_pool_hear(int channel, struct sockspec_pool_message *message, int *descriptors);

#endif
