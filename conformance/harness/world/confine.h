/* Restricts what a driver may do in the world. */
#ifndef SOCKSPEC_WORLD_CONFINE_H
#define SOCKSPEC_WORLD_CONFINE_H

#include <stdbool.h>

/* The addresses `localhost` has in the driver's mount namespace. */
enum sockspec_names {
    SOCKSPEC_NAMES_SINGLE, /* 127.0.0.1 */
    SOCKSPEC_NAMES_DUAL,   /* ::1, then 127.0.0.1 */
    SOCKSPEC_NAMES_COUNT
};

/*
 * Called in a fresh child, in the world, that is about to exec a driver. Moves the child to the
 * mount namespace of `names` and gives up every capability permanently (no_new_privs is set, too).
 * Keeps the working directory. Async-signal-safe. Returns false with errno set.
 */
bool sockspec_world_confine(enum sockspec_names names);

/* Returns whether the world has IPv6. Call it inside the world. */
bool sockspec_world_has_ipv6(void);

#endif
