/* Turns a record into files, a report and the exit status. */
#ifndef SOCKSPEC_FINISH_H
#define SOCKSPEC_FINISH_H

#include <stdbool.h>
#include <stdio.h>

#include "conformance/harness/command/options.h"
#include "conformance/harness/report/baseline_apply.h"
#include "conformance/harness/run/record.h"

/* In rising precedence: if several apply, the last one is the exit status. */
enum sockspec_status {
    SOCKSPEC_AGREES = 0,
    SOCKSPEC_INCOMPLETE = 3,
    SOCKSPEC_DIFFERS = 1,
    SOCKSPEC_USAGE = 2,
    SOCKSPEC_NO_DRIVER = 4,
    SOCKSPEC_FAULT = 5,
    SOCKSPEC_INTERRUPTED = 130,
};

struct sockspec_outputs {
    FILE *results, *junit, *tap;
    FILE *text; /* where the report goes: standard output, unless one of the files is standard
                 * output */
};

/* Call it before a run, so that a path that cannot be written is found at once, and the files are
 * outside the world. Returns false with one line on standard error. */
bool sockspec_open_outputs(const struct sockspec_options *options,
                           struct sockspec_outputs *outputs);

/* Judges the settled record by the baseline, if there is one, and updates the baseline if asked to.
 * Reports the result to people and writes the files. */
int sockspec_finish_run(const struct sockspec_options *options, struct sockspec_baseline **baseline,
                        struct sockspec_record *record, const struct sockspec_outputs *outputs);

#endif
