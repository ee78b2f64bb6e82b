/* Prints the text of --help. */
#ifndef SOCKSPEC_HELP_H
#define SOCKSPEC_HELP_H

#include <stdio.h>

#include "conformance/harness/command/commands.h"

/* Describes one command, or all of them if it is SOCKSPEC_COMMAND_HELP. */
void sockspec_help(enum sockspec_command command, FILE *out);

#endif
