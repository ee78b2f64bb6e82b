/* The drivers of a run: started by the first process of the world, leased to workers, reused. */
#ifndef SOCKSPEC_POOL_H
#define SOCKSPEC_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "conformance/harness/driver/driver.h"
#include "conformance/harness/driver/pool_message.h"

struct sockspec_pool_settings {
    char *const *command; /* of the driver, NULL-terminated */
    bool in_world;
    bool patient; /* with drivers that end: however many of them do, there are others */
    int plan;     /* given to every worker: the plan's descriptor, */
    int records;  /* and where its records go */
};

/* Opens the door workers find the pool by, also across exec, which closes every descriptor of
 * theirs; -1 with errno. */
int sockspec_pool_open(void);

/* Starts drivers and leases them to whoever comes through the door until `runner`, a child of the
 * caller, has ended; then ends every other child too. The wait status of `runner`. */
int sockspec_pool_serve(const struct sockspec_pool_settings *settings, int door, pid_t runner);

/* In a worker: the descriptors of the settings; false when there is no pool. */
bool sockspec_pool_join(int *plan, int *records);

/* In a worker: a driver of that kind; false with the reason. */
bool sockspec_pool_lease(const struct sockspec_driver_kind *kind, struct sockspec_driver *driver,
                         char *problem, size_t size);
/* Gives it back. One that is not reusable is ended, and `fate` says how ("killed by SIGSEGV"). */
void sockspec_pool_release(struct sockspec_driver *driver, bool reusable, char *fate, size_t size);

#endif
