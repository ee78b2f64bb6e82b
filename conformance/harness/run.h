/* One run: the world, the pool and the Criterion tests, watched from outside. */
#ifndef SOCKSPEC_RUN_H
#define SOCKSPEC_RUN_H

#include <stdbool.h>

#include "conformance/harness/options.h"
#include "conformance/harness/record.h"

struct sockspec_run {
    const struct sockspec_options *options;
    char *const *command; /* of the driver */
    struct sockspec_plan *plan;
    int plan_descriptor;
    void (*progress)(const struct sockspec_record *record, size_t recorded, size_t selected);
};

enum sockspec_run_end {
    SOCKSPEC_RUN_WHOLE,
    SOCKSPEC_RUN_NO_WORLD, /* required, and not to be had; said on standard error */
    SOCKSPEC_RUN_FAULT,    /* of the suite itself; said on standard error */
    SOCKSPEC_RUN_INTERRUPTED,
};

/* Runs the plan's selected cases into `record`. Leaves no process, mount or file behind. */
enum sockspec_run_end sockspec_run_plan(struct sockspec_run *run, struct sockspec_record *record);

#endif
