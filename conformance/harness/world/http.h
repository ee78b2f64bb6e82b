/* The HTTP server of the world. */
#ifndef SOCKSPEC_WORLD_HTTP_H
#define SOCKSPEC_WORLD_HTTP_H

#include <stdbool.h>

#include "conformance/harness/world/reason.h"

/* Starts the process that serves www.google.com:80 and listens on /world/unwritable-socket. */
bool sockspec_world_begin_http(struct sockspec_world_reason *reason);

#endif
