/* Shards: the selected rows, divided among several runs. */
#ifndef SOCKSPEC_SHARD_H
#define SOCKSPEC_SHARD_H

#include <stdbool.h>
#include <stddef.h>

enum { SOCKSPEC_SHARDS_MAX = 1000 };

struct sockspec_shard {
    int index;         /* counted from 1 */
    int count;         /* 0: the run is not sharded */
    bool may_be_empty; /* whoever asked for this shard expects success even if the shard has no
                        * rows */
};

/* Returns the number that the `length` digits give; -1 for any other text, and for a number above
 * SOCKSPEC_SHARDS_MAX. */
int sockspec_shard_number(const char *text, size_t length);
/* Reads "2/3". Returns false with one line on standard error. */
bool sockspec_shard_read(struct sockspec_shard *shard, const char *text);

/* Keeps only the selected cases that belong to this shard, and returns how many there are. A row
 * belongs to the shard of its control row, so that no control row runs in two shards; otherwise,
 * every shard gets as many rows as the others. The same selection is always divided in the same
 * way. */
size_t sockspec_shard_keep(const struct sockspec_shard *shard, bool *selected);

#endif
