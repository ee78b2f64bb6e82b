/* All tables, and the batches they run in. */
#ifndef SOCKSPEC_TABLES_H
#define SOCKSPEC_TABLES_H

#include <stdbool.h>

#include "conformance/harness/rows/row.h"

/* Returns the tables that the files of behaviours/ registered. The linker puts them into one
 * array. */
const struct sockspec_table *const *sockspec_tables(size_t *count);

/* Returns how many cases a table has, without writing them out. */
size_t sockspec_table_cases(const struct sockspec_table *table);

/* Returns the table that leads the batch `table` runs in. A worker process costs as much as about
 * fifty cases. So the Criterion test of a table that leads a batch also runs the next tables of its
 * file, until the batch has enough cases; the tests of those tables then do not run. */
const struct sockspec_table *sockspec_table_leader(const struct sockspec_table *table);

#endif
