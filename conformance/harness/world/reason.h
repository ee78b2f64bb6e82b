/* The reason why a world could not be made. */
#ifndef SOCKSPEC_WORLD_REASON_H
#define SOCKSPEC_WORLD_REASON_H

#include <stdbool.h>

/* One line that says why the world could not be made, without a line feed. */
struct sockspec_world_reason {
    char text[256];
};

/* Writes the reason and, unless errno is 0, the text for errno. Returns false, so that a caller can
 * return the call's result. */
__attribute__((format(printf, 2, 3))) bool sockspec_world_fail(struct sockspec_world_reason *reason,
                                                               const char *format, ...);

#endif
