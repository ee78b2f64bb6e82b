/* Selects rows: by pattern, method, authority and shard. */
#ifndef SOCKSPEC_SELECT_H
#define SOCKSPEC_SELECT_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/rows/catalogue.h"
#include "conformance/harness/rows/shard.h"
#include "conformance/harness/support/nearest.h"

enum { SOCKSPEC_PATTERNS_MAX = 64 };

struct sockspec_patterns {
    const char *texts[SOCKSPEC_PATTERNS_MAX];
    size_t count;
};

/* The rows that a run asks for. A row is selected if all of these allow it. */
struct sockspec_selection {
    struct sockspec_patterns only, skip, methods;
    bool authorities[SOCKSPEC_AUTHORITIES];
    struct sockspec_shard shard;
    const bool *chosen; /* for each case, whether it is allowed; NULL: all are */
};

/* Marks the selected cases and returns how many there are. With a shard, only the cases of that
 * shard are selected; `all` is how many cases all shards have together. */
size_t sockspec_select(const struct sockspec_selection *selection, bool *selected, size_t *all);
/* Writes one line to standard error. It gives the reason if the authority is the reason. */
void sockspec_report_nothing_selected(const struct sockspec_selection *selection);
/* Returns false with one line on standard error if a pattern matches no row at all. */
bool sockspec_check_patterns(const struct sockspec_selection *selection);
/* Offers the ids of all rows and behaviours. */
void sockspec_offer_ids(struct sockspec_nearest *nearest);

#endif
