/* Memory that is there: where none is left, the program says so and ends. */
#ifndef SOCKSPEC_MEMORY_H
#define SOCKSPEC_MEMORY_H

#include <stdio.h>
#include <stdlib.h>

/* What calloc, reallocarray, strdup, open_memstream or their like gave, which is then not NULL.
 * Inline, so that the linters go on to see what is not freed. */
__attribute__((returns_nonnull)) static inline void *sockspec_must_have(void *memory) {
    if (memory == NULL) {
        (void)fputs("sockspec: out of memory\n", stderr);
        abort();
    }
    return memory;
}

/* As asprintf; the caller owns the text. */
__attribute__((format(printf, 1, 2), returns_nonnull)) char *sockspec_format(const char *format,
                                                                             ...);

#endif
