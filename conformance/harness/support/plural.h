/* A word for one thing, another for any other number of them. */
#ifndef SOCKSPEC_PLURAL_H
#define SOCKSPEC_PLURAL_H

#include <stddef.h>

static inline const char *sockspec_plural(size_t count, const char *one, const char *many) {
    return count == 1 ? one : many;
}

#endif
