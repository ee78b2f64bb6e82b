#include "trace.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

/* A block of the library: its start address, and clang's flags for it. */
struct block {
    const char *address;
    uintptr_t flags;
};

static uint8_t *counters, *counters_end;
static const struct block *blocks, *blocks_end;

/* NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): what the library calls
 * as it is loaded, under the names clang gave them */
void __sanitizer_cov_8bit_counters_init(uint8_t *start, uint8_t *end);
void __sanitizer_cov_pcs_init(const struct block *start, const struct block *end);

void __sanitizer_cov_8bit_counters_init(uint8_t *start, uint8_t *end) {
    counters = start;
    counters_end = end;
}

void __sanitizer_cov_pcs_init(const struct block *start, const struct block *end) {
    blocks = start;
    blocks_end = end;
}
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */

bool trace_is_there(void) {
    return blocks != NULL && counters != NULL && counters_end - counters == blocks_end - blocks;
}

json_t *trace_take(void) {
    json_t *taken = json_array();
    Dl_info library;

    for (ptrdiff_t i = 0; i < counters_end - counters; i++) {
        if (counters[i] != 0 && dladdr(blocks[i].address, &library) != 0) {
            ptrdiff_t offset = blocks[i].address - (const char *)library.dli_fbase;

            (void)json_array_append_new(taken, json_integer((json_int_t)offset));
            counters[i] = 0;
        }
    }
    return taken;
}
