/* Why a world could not be made. */
#ifndef SOCKSPEC_WORLD_REASON_H
#define SOCKSPEC_WORLD_REASON_H

#include <stdbool.h>

/* Why the world could not be made: one line, without its end. */
struct sockspec_world_reason {
    char text[256];
};

/* Writes the reason, followed by what errno means unless it is 0. Returns false, for `return`. */
__attribute__((format(printf, 2, 3))) bool sockspec_world_fail(struct sockspec_world_reason *reason,
                                                               const char *format, ...);

#endif
