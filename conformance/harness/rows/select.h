/* Selects rows: by pattern, method, authority and shard. */
#ifndef SOCKSPEC_SELECT_H
#define SOCKSPEC_SELECT_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/rows/catalogue.h"
#include "conformance/harness/rows/shard.h"

enum { SOCKSPEC_PATTERNS_MAX = 64 };

struct sockspec_patterns {
    const char *texts[SOCKSPEC_PATTERNS_MAX];
    size_t count;
};

/* Which rows are asked for; what all of these allow is selected. */
struct sockspec_selection {
    struct sockspec_patterns only, skip, methods;
    bool authorities[SOCKSPEC_AUTHORITIES];
    struct sockspec_shard shard;
};

/* Marks the selected cases, of the shard if there is one, and says how many; `all`: how many all
 * shards together have. */
size_t sockspec_select(const struct sockspec_selection *selection, bool *selected, size_t *all);
/* One line on standard error, with the reason where it is the authority. */
void sockspec_report_nothing_selected(const struct sockspec_selection *selection);
/* False with one line on standard error: a pattern that matches no row at all. */
bool sockspec_check_patterns(const struct sockspec_selection *selection);

#endif
