/* Allocation that cannot fail: if no memory is left, the program reports it and exits. */
#ifndef SOCKSPEC_MEMORY_H
#define SOCKSPEC_MEMORY_H

#include <stdio.h>
#include <stdlib.h>

/* Returns `memory`, the result of calloc, reallocarray, strdup, open_memstream or a similar
 * function, which then is not NULL. Inline, so that linters still see memory that is not freed. */
__attribute__((returns_nonnull)) static inline void *sockspec_must_have(void *memory) {
    if (memory == NULL) {
        (void)fputs("sockspec: out of memory\n", stderr);
        abort();
    }
    return memory;
}

/* Formats like asprintf. The caller owns the text. */
__attribute__((format(printf, 1, 2), returns_nonnull)) char *sockspec_format(const char *format,
                                                                             ...);

#endif
