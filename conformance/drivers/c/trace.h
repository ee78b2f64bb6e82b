/* Reports which blocks ran of a library that counts its blocks (built with clang's
 * -fsanitize-coverage=inline-8bit-counters,pc-table). */
#ifndef SOCKSPEC_DRIVER_C_TRACE_H
#define SOCKSPEC_DRIVER_C_TRACE_H

#include <jansson.h>
#include <stdbool.h>

bool trace_is_there(void);

/* Returns the offsets, in the library's file, of the blocks that ran since the last call. */
json_t *trace_take(void);

#endif
