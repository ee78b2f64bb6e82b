/* Parses the values of options. On a wrong value, prints one line on standard error and returns
 * false. */
#ifndef SOCKSPEC_OPTION_VALUES_H
#define SOCKSPEC_OPTION_VALUES_H

#include <stdbool.h>

#include "conformance/harness/rows/catalogue.h"
#include "conformance/harness/rows/select.h"
#include "conformance/harness/run/run.h"

bool sockspec_option_pattern(struct sockspec_patterns *patterns, const char *text);
bool sockspec_option_jobs(int *jobs, const char *text);
/* A value of `cause`: all causes are listed, not only the largest. */
enum { SOCKSPEC_ALL_CAUSES = -1 };
bool sockspec_option_cause(int *cause, const char *text);
bool sockspec_option_repeat(int *repeat, const char *text);
bool sockspec_option_timeout(int *timeout_ms, const char *text);
bool sockspec_option_world(enum sockspec_world_wish *world, const char *text);
/* Parses "documented,source"; "all" means all four. */
bool sockspec_option_authorities(bool authorities[SOCKSPEC_AUTHORITIES], const char *text);

#endif
