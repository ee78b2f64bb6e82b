#include "conformance/harness/driver/pool_drivers.h"

#include <stdio.h>
#include <unistd.h>

/* If a job's drivers exit more often than this, it gets no more drivers, and its remaining rows
 * cannot run. */
enum { RESTART_BUDGET = 200 };

struct sockspec_pooled *sockspec_drivers_find(struct sockspec_drivers *drivers, pid_t pid) {
    for (size_t i = 0; i < SOCKSPEC_DRIVERS_MAX; i++) {
        if (drivers->pooled[i].pid == pid) {
            return &drivers->pooled[i];
        }
    }
    return NULL;
}

void sockspec_pooled_end(struct sockspec_pooled *driver, char *fate, size_t size) {
    sockspec_pool_end(driver->pid, driver->ended ? &driver->status : NULL, fate, size);
    for (size_t i = 0; i < SOCKSPEC_POOL_DESCRIPTORS; i++) {
        (void)close(driver->descriptors[i]);
    }
    driver->pid = 0;
}

struct sockspec_pooled *sockspec_drivers_start(struct sockspec_drivers *drivers,
                                               const struct sockspec_driver_kind *kind,
                                               char *problem, size_t size) {
    struct sockspec_pooled *driver = sockspec_drivers_find(drivers, 0);
    bool spent = !drivers->settings->patient && drivers->restarts > RESTART_BUDGET;
    if (driver == NULL || spent) {
        (void)snprintf(problem, size,
                       driver == NULL ? "too many drivers at once"
                                      : "drivers ended too often; giving up");
        return NULL;
    }
    *driver = (struct sockspec_pooled){.kind = *kind, .channel = -1};
    pid_t pid = sockspec_pool_spawn(drivers->settings, kind, driver->descriptors, problem, size);
    driver->pid = pid < 0 ? 0 : pid;
    return pid < 0 ? NULL : driver;
}

bool sockspec_pooled_is_idle(const struct sockspec_pooled *driver) {
    return driver->pid != 0 && driver->channel < 0 && !driver->ended;
}

struct sockspec_pooled *sockspec_drivers_find_idle(struct sockspec_drivers *drivers,
                                                   const struct sockspec_driver_kind *kind) {
    for (size_t i = 0; i < SOCKSPEC_DRIVERS_MAX; i++) {
        struct sockspec_pooled *driver = &drivers->pooled[i];
        if (sockspec_pooled_is_idle(driver) && driver->kind.dual == kind->dual &&
            driver->kind.filtered == kind->filtered) {
            return driver;
        }
    }
    return NULL;
}

void sockspec_drivers_forget_if_idle(struct sockspec_drivers *drivers,
                                     struct sockspec_pooled *driver) {
    char fate[64];
    if (driver->ended && driver->channel < 0) {
        sockspec_pooled_end(driver, fate, sizeof fate);
        drivers->restarts++;
    }
}

bool sockspec_drivers_any_left(const struct sockspec_drivers *drivers) {
    for (size_t i = 0; i < SOCKSPEC_DRIVERS_MAX; i++) {
        if (drivers->pooled[i].pid != 0 && !drivers->pooled[i].ended) {
            return true;
        }
    }
    return false;
}
