/* The pool of drivers: the first process of the world starts them, leases them to workers (lease.h)
 * and reuses them. */
#ifndef SOCKSPEC_POOL_H
#define SOCKSPEC_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "conformance/harness/driver/pool_spawn.h"

/* Opens the door (a listening socket) by which workers find the pool, even after exec, which closes
 * every descriptor they have. Returns -1 with errno set. */
int sockspec_pool_open(void);

/* Starts drivers and leases them to whoever connects to the door, until `runner`, a child of the
 * caller, has ended. Then kills every other child, too. Returns the wait status of `runner`. */
int sockspec_pool_serve(const struct sockspec_pool_settings *settings, int door, pid_t runner);

#endif
