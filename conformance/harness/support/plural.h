/* Returns one word for a count of one, and another word for any other count. */
#ifndef SOCKSPEC_PLURAL_H
#define SOCKSPEC_PLURAL_H

#include <stddef.h>

static inline const char *sockspec_plural(size_t count, const char *one, const char *many) {
    return count == 1 ? one : many;
}

#endif
