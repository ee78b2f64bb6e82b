/* The drivers that the pool has started, leased or idle. */
#ifndef SOCKSPEC_POOL_DRIVERS_H
#define SOCKSPEC_POOL_DRIVERS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "conformance/harness/driver/pool_message.h"
#include "conformance/harness/driver/pool_spawn.h"

enum { SOCKSPEC_DRIVERS_MAX = 64 };

struct sockspec_pooled {
    pid_t pid; /* 0: this slot is free */
    int descriptors[SOCKSPEC_POOL_DESCRIPTORS];
    struct sockspec_driver_kind kind;
    int channel; /* the channel of the worker that leases the driver; -1: no worker does */
    bool ended;
    int status;
};

struct sockspec_drivers {
    const struct sockspec_pool_settings *settings;
    struct sockspec_pooled pooled[SOCKSPEC_DRIVERS_MAX];
    int restarts;
};

/* Returns the driver with that process, or NULL. With 0, returns a free slot. */
struct sockspec_pooled *sockspec_drivers_find(struct sockspec_drivers *drivers, pid_t pid);
/* Returns an idle driver of that kind, or NULL. */
struct sockspec_pooled *sockspec_drivers_find_idle(struct sockspec_drivers *drivers,
                                                   const struct sockspec_driver_kind *kind);
/* Starts a driver. Returns NULL with the reason in `problem`. */
struct sockspec_pooled *sockspec_drivers_start(struct sockspec_drivers *drivers,
                                               const struct sockspec_driver_kind *kind,
                                               char *problem, size_t size);
/* A driver that ended while it was not leased frees its slot. */
void sockspec_drivers_forget_if_idle(struct sockspec_drivers *drivers,
                                     struct sockspec_pooled *driver);
bool sockspec_drivers_any_left(const struct sockspec_drivers *drivers);
bool sockspec_pooled_is_idle(const struct sockspec_pooled *driver);
/* Kills the driver, frees its slot and writes to `fate` how it ended. */
void sockspec_pooled_end(struct sockspec_pooled *driver, char *fate, size_t size);

#endif
