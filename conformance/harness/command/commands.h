/* Folder command: reads the command line, and finishes a run. This file lists the commands. */
#ifndef SOCKSPEC_COMMANDS_H
#define SOCKSPEC_COMMANDS_H

#include <stdbool.h>

enum sockspec_command {
    SOCKSPEC_COMMAND_RUN,
    SOCKSPEC_COMMAND_LIST,
    SOCKSPEC_COMMAND_EXPLAIN,
    SOCKSPEC_COMMAND_AUDIT,
    SOCKSPEC_COMMAND_DOCTOR,
    SOCKSPEC_COMMAND_MERGE,
    SOCKSPEC_COMMAND_DIFF,
    SOCKSPEC_COMMAND_STRENGTH,
    SOCKSPEC_COMMAND_HTML,
    SOCKSPEC_COMMAND_INIT,
    SOCKSPEC_COMMAND_HELP,
    SOCKSPEC_COMMANDS,
    SOCKSPEC_COMMAND_VERSION = SOCKSPEC_COMMANDS, /* only as an option */
};

struct sockspec_command_words {
    const char *name;
    const char *synopsis; /* what follows "sockspec " */
    const char *purpose;
};

extern const struct sockspec_command_words sockspec_commands[SOCKSPEC_COMMANDS];

/* Returns false with one line on standard error if there is no such command. */
bool sockspec_command_find(enum sockspec_command *command, const char *word);

#endif
