/* Which rows a command line means. */
#ifndef SOCKSPEC_SELECT_H
#define SOCKSPEC_SELECT_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/command/options.h"

/* Marks the selected cases, of the shard if there is one, and says how many; `all`: how many all
 * shards together have. */
size_t sockspec_select(const struct sockspec_options *options, bool *selected, size_t *all);
/* One line on standard error, with the reason where it is the authority. */
void sockspec_report_nothing_selected(const struct sockspec_options *options);
/* False with one line on standard error: a pattern that matches no row at all. */
bool sockspec_check_patterns(const struct sockspec_options *options);

#endif
