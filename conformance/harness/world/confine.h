/* What a driver is allowed in the world. */
#ifndef SOCKSPEC_WORLD_CONFINE_H
#define SOCKSPEC_WORLD_CONFINE_H

#include <stdbool.h>

/* What `localhost` is where a driver lives. */
enum sockspec_names {
    SOCKSPEC_NAMES_SINGLE, /* 127.0.0.1 */
    SOCKSPEC_NAMES_DUAL,   /* ::1, then 127.0.0.1 */
    SOCKSPEC_NAMES_COUNT
};

/*
 * For a fresh child, in the world, about to exec a driver: moves it to the mount namespace of
 * `names` and gives up every capability for good (no_new_privs included), keeping the working
 * directory. Async-signal-safe. Returns false with errno set.
 */
bool sockspec_world_confine(enum sockspec_names names);

/* Whether the world has IPv6. To be asked inside. */
bool sockspec_world_has_ipv6(void);

#endif
