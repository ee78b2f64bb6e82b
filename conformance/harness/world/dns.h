/* The name server of the world. */
#ifndef SOCKSPEC_WORLD_DNS_H
#define SOCKSPEC_WORLD_DNS_H

#include <stdbool.h>

#include "conformance/harness/world/program.h"

/* Starts the name server; sockspec_world_await_dns waits until it answers. */
bool sockspec_world_begin_dns(struct sockspec_world_child *server,
                              struct sockspec_world_reason *reason);
bool sockspec_world_await_dns(struct sockspec_world_child *server,
                              struct sockspec_world_reason *reason);

#endif
