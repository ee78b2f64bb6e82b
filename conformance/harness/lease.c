/* The workers' side of the pool. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "conformance/harness/plan.h"
#include "conformance/harness/pool.h"
#include "conformance/harness/pool_message.h"

/* This process's own way to the pool, opened at the first lease. */
static int pool_channel(void) {
    static int channel = -1;
    if (channel >= 0) {
        return channel;
    }
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0) {
        return -1;
    }
    struct sockspec_pool_message hello = {.kind = SOCKSPEC_POOL_HELLO};
    int door = sockspec_plan_announced(SOCKSPEC_ANNOUNCED_POOL);
    if (sockspec_pool_say(door, &hello, &ends[1], 1)) {
        channel = ends[0];
    }
    (void)close(ends[1]);
    return channel;
}

bool sockspec_pool_lease(const char *names, struct sockspec_driver *driver, char *problem,
                         size_t size) {
    struct sockspec_pool_message message = {.kind = SOCKSPEC_POOL_LEASE,
                                            .dual = strcmp(names, "dual") == 0};
    int descriptors[SOCKSPEC_POOL_DESCRIPTORS];
    int channel = pool_channel();
    if (!sockspec_pool_say(channel, &message, NULL, 0) ||
        !sockspec_pool_hear(channel, &message, descriptors)) {
        (void)snprintf(problem, size, "the pool of drivers does not answer");
        return false;
    }
    if (message.pid == 0) {
        (void)snprintf(problem, size, "%s", message.text);
        return false;
    }
    sockspec_driver_open(driver, message.pid, descriptors);
    return true;
}

void sockspec_pool_release(struct sockspec_driver *driver, bool reusable, char *fate,
                           size_t size) {
    struct sockspec_pool_message message = {
        .kind = SOCKSPEC_POOL_RELEASE, .pid = driver->pid, .reusable = reusable};
    int none[SOCKSPEC_POOL_DESCRIPTORS];
    int channel = pool_channel();
    sockspec_driver_close(driver);
    if (!sockspec_pool_say(channel, &message, NULL, 0) ||
        !sockspec_pool_hear(channel, &message, none)) {
        (void)snprintf(fate, size, "unknown: the pool does not answer");
    } else if (!reusable) {
        (void)snprintf(fate, size, "%s", message.text);
    }
}
