/* The devices, addresses and routes of the world. */
#ifndef SOCKSPEC_WORLD_NETWORK_H
#define SOCKSPEC_WORLD_NETWORK_H

#include <stdbool.h>

#include "conformance/harness/world/program.h"

/* Sets the host's name and the kernel's network settings. Call it before any device is made. */
bool sockspec_world_settle(struct sockspec_world_reason *reason);

/* Starts `ip`, which makes the devices, addresses and routes; sockspec_world_await_network waits
 * until they exist. */
bool sockspec_world_begin_network(struct sockspec_world_child *ip,
                                  struct sockspec_world_reason *reason);
bool sockspec_world_await_network(struct sockspec_world_child *ip,
                                  struct sockspec_world_reason *reason);

#endif
