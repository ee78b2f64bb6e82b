#include "conformance/harness/command/help.h"

#include <string.h>

#include "conformance/harness/command/option_table.h"

enum { MARGIN = 22 };

static void print_option(const struct sockspec_option *option, FILE *out) {
    int width = fprintf(out, "  --%s%s%s", option->name, option->value == NULL ? "" : " ",
                        option->value == NULL ? "" : option->value);
    for (const char *line = option->help; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        (void)fprintf(out, "%*s%.*s\n", MARGIN - width, "", (int)length, line);
        line += length + (line[length] == '\n');
        width = 0;
    }
}

static void print_options(enum sockspec_command command, FILE *out) {
    size_t count = 0;
    const struct sockspec_option *options = sockspec_option_table(&count);
    (void)fputc('\n', out);
    for (size_t i = 0; i < count; i++) {
        if (sockspec_option_fits(&options[i], command)) {
            print_option(&options[i], out);
        }
    }
}

static void print_one(enum sockspec_command command, FILE *out) {
    (void)fprintf(out, "usage: sockspec %s\n\n%s\n", sockspec_commands[command].synopsis,
                  sockspec_commands[command].purpose);
    print_options(command, out);
}

static void print_all(FILE *out) {
    for (int i = 0; i < SOCKSPEC_COMMANDS; i++) {
        (void)fprintf(out, "%s sockspec %s\n", i == 0 ? "usage:" : "      ",
                      sockspec_commands[i].synopsis);
    }
    (void)fputs(
        "\n"
        "Checks an implementation of Ruby's Socket class against its documentation in Ruby 1.8:\n"
        "the page of class Socket that socket.c produces, with the C it prints. The "
        "implementation\n"
        "is a driver, a C library that exports sockref.h or, by default, the reference.\n",
        out);
    print_options(SOCKSPEC_COMMAND_HELP, out);
    (void)fputs(
        "\n"
        "Exit status: 0 all selected rows agree; 1 a row does not; 2 usage; 3 incomplete: some "
        "rows\n"
        "could not run; 4 no driver; 5 an internal error of sockspec; 130 interrupted.\n",
        out);
}

void sockspec_help(enum sockspec_command command, FILE *out) {
    if (command == SOCKSPEC_COMMAND_HELP) {
        print_all(out);
    } else {
        print_one(command, out);
    }
}
