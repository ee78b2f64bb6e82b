/* The drivers of a run: started by the first process of the world, leased to workers (lease.h),
 * reused. */
#ifndef SOCKSPEC_POOL_H
#define SOCKSPEC_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "conformance/harness/driver/pool_spawn.h"

/* Opens the door workers find the pool by, also across exec, which closes every descriptor of
 * theirs; -1 with errno. */
int sockspec_pool_open(void);

/* Starts drivers and leases them to whoever comes through the door until `runner`, a child of the
 * caller, has ended; then ends every other child too. The wait status of `runner`. */
int sockspec_pool_serve(const struct sockspec_pool_settings *settings, int door, pid_t runner);

#endif
