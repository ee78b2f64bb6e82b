/* The files of the world. */
#ifndef SOCKSPEC_WORLD_FILES_H
#define SOCKSPEC_WORLD_FILES_H

#include <stdbool.h>

#include "conformance/harness/world/reason.h"

/* In the other namespace, this file replaces /etc/hosts. */
#define SOCKSPEC_WORLD_HOSTS_DUAL "/etc/hosts.dual"

/* Moves this process, which must be alone in a new mount namespace, to the world's own root. */
bool sockspec_world_make_root(struct sockspec_world_reason *reason);

#endif
