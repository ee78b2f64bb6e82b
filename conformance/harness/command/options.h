/* The command line. */
#ifndef SOCKSPEC_OPTIONS_H
#define SOCKSPEC_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/command/commands.h"
#include "conformance/harness/rows/select.h"
#include "conformance/harness/run/run.h"

struct sockspec_options {
    enum sockspec_command command;
    bool named;                   /* the command is written, not the default */
    enum sockspec_command helped; /* the command that help describes, or SOCKSPEC_COMMAND_HELP */
    const char *subject;          /* the id of explain, the language of init */
    const char *directory;        /* the directory of init */
    char **files;                 /* the files of merge, html and diff, NULL-terminated */
    struct sockspec_selection selection;
    bool limits_authority; /* --authority is given */
    int jobs;              /* 0: as many as suit this machine */
    int timeout_ms;
    enum sockspec_world_wish world;
    const char *results, *junit, *tap;
    char *output; /* the file of html */
    const char *library;
    const char *rerun; /* the results whose rows run if they did not pass; NULL: none */
    const char *baseline;
    bool update_baseline;
    const char *reason; /* of new lines of the baseline; NULL: none */
    char **driver;      /* NULL: --library or the reference */
    bool transcripts;
    bool allow_incomplete;
    bool all_failures;
    int cause; /* show the rows of this cause, counted from 1; 0: none; or SOCKSPEC_ALL_CAUSES */
    bool fail_fast;
    int repeat; /* how often; 0: --repeat is not given */
};

/* Returns false with one line on standard error if the command line cannot be parsed. */
bool sockspec_options_parse(struct sockspec_options *options, int argc, char **argv);
/* Returns how many of the files to be written are "-", which is standard output. */
int sockspec_options_claim_stdout(const struct sockspec_options *options);

#endif
