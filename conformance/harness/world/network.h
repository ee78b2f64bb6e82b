/* The devices, addresses and routes of the world. */
#ifndef SOCKSPEC_WORLD_NETWORK_H
#define SOCKSPEC_WORLD_NETWORK_H

#include <stdbool.h>

#include "conformance/harness/world/program.h"

/* Names the host and settles the kernel's knobs; before any device is made. */
bool sockspec_world_settle(struct sockspec_world_reason *reason);

/* Starts `ip` on the devices, addresses and routes; waits until they are there. */
bool sockspec_world_begin_network(struct sockspec_world_child *ip,
                                  struct sockspec_world_reason *reason);
bool sockspec_world_await_network(struct sockspec_world_child *ip,
                                  struct sockspec_world_reason *reason);

#endif
