#include "conformance/harness/command/commands.h"

#include <stdio.h>
#include <string.h>

#include "conformance/harness/support/nearest.h"

#define IMPLEMENTATION "[--library FILE | -- DRIVER [ARG...]]"

/* clang-format off */
const struct sockspec_command_words sockspec_commands[SOCKSPEC_COMMANDS] = {
    [SOCKSPEC_COMMAND_RUN] = {"run", "[run] [options] " IMPLEMENTATION,
        "Checks an implementation, and reports the rows that do not pass. This is the default\n"
        "command."},
    [SOCKSPEC_COMMAND_LIST] = {"list", "list [options]",
        "Prints the selected rows, one a line: the row, its method, the behaviour it checks, how its\n"
        "condition is produced, and its authority."},
    [SOCKSPEC_COMMAND_EXPLAIN] = {"explain", "explain ID",
        "Shows what a row does, or which rows check a behaviour."},
    [SOCKSPEC_COMMAND_AUDIT] = {"audit", "audit",
        "Shows each behaviour and counts the rows that check it."},
    [SOCKSPEC_COMMAND_DOCTOR] = {"doctor", "doctor [options] " IMPLEMENTATION,
        "Examines the driver itself: whether it follows the protocol, and what would make a run fail."},
    [SOCKSPEC_COMMAND_MERGE] = {"merge", "merge [options] RESULTS...",
        "Combines the results of several runs, for example of all shards. The output is as if there\n"
        "had been one run."},
    [SOCKSPEC_COMMAND_DIFF] = {"diff", "diff [--all-failures] OLD NEW",
        "Compares two files of --results: prints the rows that regressed, changed, were fixed, are new\n"
        "or are gone. Verdicts are compared without a baseline. Exit status: 0 no row regressed or\n"
        "changed; 1 some did; 2 usage, or a file that is not a file of results."},
    [SOCKSPEC_COMMAND_STRENGTH] = {"strength", "strength [options] " IMPLEMENTATION,
        "Replays each passing row with deliberately wrong answers, and reports the rows that accept\n"
        "one."},
    [SOCKSPEC_COMMAND_HTML] = {"html", "html -o FILE RESULTS...",
        "Makes one HTML page of the results of one or more implementations: what they do differently,\n"
        "by cause, and every row side by side. It needs python3."},
    [SOCKSPEC_COMMAND_INIT] = {"init", "init LANGUAGE [DIRECTORY]",
        "Writes a driver to fill in into the directory (default: the current one), and prints the\n"
        "commands to run next. It replaces no file. The languages are python, ruby, javascript, go,\n"
        "java, rust, c."},
    [SOCKSPEC_COMMAND_HELP] = {"help", "help [COMMAND]",
        "Describes the commands and options, or those of one command, like COMMAND --help."},
};
/* clang-format on */

bool sockspec_command_find(enum sockspec_command *command, const char *word) {
    struct sockspec_nearest nearest = {.word = word};
    for (int i = 0; i < SOCKSPEC_COMMANDS; i++) {
        if (strcmp(word, sockspec_commands[i].name) == 0) {
            *command = (enum sockspec_command)i;
            return true;
        }
        sockspec_nearest_offer(&nearest, sockspec_commands[i].name);
    }
    (void)fprintf(stderr, "sockspec: unknown command '%s'%s\n", word,
                  nearest.found == NULL ? "; a driver follows --, see --help"
                                        : sockspec_nearest_question(&nearest));
    return false;
}
