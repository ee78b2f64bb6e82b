/* The options: which commands accept them, and how --help describes them. */
#ifndef SOCKSPEC_OPTION_TABLE_H
#define SOCKSPEC_OPTION_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/command/commands.h"

enum sockspec_option_id {
    SOCKSPEC_OPTION_ONLY = 1000,
    SOCKSPEC_OPTION_SKIP,
    SOCKSPEC_OPTION_METHOD,
    SOCKSPEC_OPTION_AUTHORITY,
    SOCKSPEC_OPTION_SHARD,
    SOCKSPEC_OPTION_RERUN,
    SOCKSPEC_OPTION_LIBRARY,
    SOCKSPEC_OPTION_JOBS,
    SOCKSPEC_OPTION_TIMEOUT,
    SOCKSPEC_OPTION_WORLD,
    SOCKSPEC_OPTION_RESULTS,
    SOCKSPEC_OPTION_TRANSCRIPTS,
    SOCKSPEC_OPTION_JUNIT,
    SOCKSPEC_OPTION_TAP,
    SOCKSPEC_OPTION_OUTPUT,
    SOCKSPEC_OPTION_BASELINE,
    SOCKSPEC_OPTION_UPDATE_BASELINE,
    SOCKSPEC_OPTION_REASON,
    SOCKSPEC_OPTION_ALLOW_INCOMPLETE,
    SOCKSPEC_OPTION_ALL_FAILURES,
    SOCKSPEC_OPTION_CAUSE,
    SOCKSPEC_OPTION_FAIL_FAST,
    SOCKSPEC_OPTION_REPEAT,
    SOCKSPEC_OPTION_HELP,
    SOCKSPEC_OPTION_VERSION,
};

struct sockspec_option {
    const char *name;
    const char *value; /* as --help shows it; NULL: the option takes none */
    int id;            /* enum sockspec_option_id */
    unsigned commands; /* for each command that accepts the option, the bit of its number */
    const char *help;  /* lines without their margin */
};

/* Returns all options, in the order of --help. */
const struct sockspec_option *sockspec_option_table(size_t *count);
bool sockspec_option_fits(const struct sockspec_option *option, enum sockspec_command command);

#endif
