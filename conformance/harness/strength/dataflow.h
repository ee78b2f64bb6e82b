/* The data flow of a script: which values the last statement shows, and which only in part. */
#ifndef SOCKSPEC_DATAFLOW_H
#define SOCKSPEC_DATAFLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/language/node.h"

/* Returns how many of the names that the statement at `place` assigns are shown by the last
 * statement with the value it assigned. */
size_t sockspec_count_shown(const struct sockspec_node *script, size_t place);
/* Returns whether an expression looks only at a part of the value it gets. */
bool sockspec_is_selective(const struct sockspec_node *node);

#endif
