/* All tables, and the batches they are played in. */
#ifndef SOCKSPEC_TABLES_H
#define SOCKSPEC_TABLES_H

#include <stdbool.h>

#include "conformance/harness/rows/row.h"

/* The tables every file of behaviours/ registered, put side by side by the linker. */
const struct sockspec_table *const *sockspec_tables(size_t *count);

/* How many cases a table has, without writing them out. */
size_t sockspec_table_cases(const struct sockspec_table *table);

/* A worker process costs as much as some fifty cases. So the Criterion test of a table, if it leads
 * a batch, plays the next ones of its file, too, until there are enough cases in it; theirs then
 * do not run. The table that leads the batch `table` is played in: */
const struct sockspec_table *sockspec_table_leader(const struct sockspec_table *table);

#endif
