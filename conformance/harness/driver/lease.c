/* The workers' side of the pool. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "conformance/harness/driver/lease.h"
#include "conformance/harness/driver/pool_message.h"

/* This process's channel to the pool, and the descriptors the pool sent on it. */
static int channel = -1;
static int given[SOCKSPEC_POOL_DESCRIPTORS];

static bool connect_channel(void) {
    struct sockaddr_un name = {.sun_family = AF_UNIX};
    const char *door = getenv(SOCKSPEC_POOL_DOOR);
    size_t length = door == NULL ? 0 : strlen(door);
    if (length == 0 || length >= sizeof name.sun_path) {
        return false;
    }
    memcpy(name.sun_path + 1, door, length);
    channel = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    return connect(channel, (const struct sockaddr *)&name,
                   (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + length)) == 0;
}

bool sockspec_pool_join(int *plan, int *records) {
    struct sockspec_pool_message hello = {.kind = SOCKSPEC_POOL_HELLO};
    if (channel < 0 && !(connect_channel() && sockspec_pool_say(channel, &hello, NULL, 0) &&
                         sockspec_pool_hear(channel, &hello, given))) {
        return false;
    }
    *plan = given[0];
    *records = given[1];
    return true;
}

bool sockspec_pool_lease(const struct sockspec_driver_kind *kind, struct sockspec_driver *driver,
                         char *problem, size_t size) {
    struct sockspec_pool_message message = {.kind = SOCKSPEC_POOL_LEASE, .driver = *kind};
    int descriptors[SOCKSPEC_POOL_DESCRIPTORS];
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

void sockspec_pool_release(struct sockspec_driver *driver, bool reusable, char *fate, size_t size) {
    struct sockspec_pool_message message = {.kind = SOCKSPEC_POOL_RELEASE,
                                            .pid = driver->pid,
                                            .reusable = reusable,
                                            .failed = driver->failed};
    int none[SOCKSPEC_POOL_DESCRIPTORS];
    sockspec_driver_close(driver);
    if (!sockspec_pool_say(channel, &message, NULL, 0) ||
        !sockspec_pool_hear(channel, &message, none)) {
        (void)snprintf(fate, size, "unknown: the pool does not answer");
    } else if (!reusable) {
        (void)snprintf(fate, size, "%s", message.text);
    }
}
