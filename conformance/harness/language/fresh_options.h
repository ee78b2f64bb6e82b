/* Compares the options of a socket with those of a fresh one. */
#ifndef SOCKSPEC_FRESH_OPTIONS_H
#define SOCKSPEC_FRESH_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

/* Returns whether an option of `socket` has another value than in a fresh socket of the same
 * domain, type and protocol, which this process makes. `change` says which: "SO_KEEPALIVE is 1
 * instead of 0". Options for which `skips` is true are left out. */
bool sockspec_fresh_options_differ(int socket,
                                   bool (*skips)(const void *context, int level, int name),
                                   const void *context, char *change, size_t size);

#endif
