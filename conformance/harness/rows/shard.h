/* Shards: the selected rows, dealt out to several runs. */
#ifndef SOCKSPEC_SHARD_H
#define SOCKSPEC_SHARD_H

#include <stdbool.h>
#include <stddef.h>

enum { SOCKSPEC_SHARDS_MAX = 1000 };

struct sockspec_shard {
    int index;         /* from 1 */
    int count;         /* 0: the run is whole */
    bool may_be_empty; /* who asked for it expects one without rows to succeed */
};

/* What `length` digits say; -1 for anything else, and for more than SOCKSPEC_SHARDS_MAX. */
int sockspec_shard_number(const char *text, size_t length);
/* "2/3"; false with one line on standard error. */
bool sockspec_shard_read(struct sockspec_shard *shard, const char *text);

/* Leaves of the selected cases those that are this shard's, and says how many. A row goes where its
 * twin goes, so that no twin runs in two shards; else every shard gets as many rows as the others.
 * The same selection is always dealt out in the same way. */
size_t sockspec_shard_keep(const struct sockspec_shard *shard, bool *selected);

#endif
