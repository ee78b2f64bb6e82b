/* What a library that was built to count its blocks has run: clang's
 * -fsanitize-coverage=inline-8bit-counters,pc-table. */
#ifndef SOCKSPEC_DRIVER_C_TRACE_H
#define SOCKSPEC_DRIVER_C_TRACE_H

#include <jansson.h>
#include <stdbool.h>

bool trace_is_there(void);

/* The offsets in the library's file of the blocks that were run since the last time. */
json_t *trace_take(void);

#endif
