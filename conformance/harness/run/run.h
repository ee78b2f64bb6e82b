/* One run: the world, the pool and the Criterion tests, watched from outside. */
#ifndef SOCKSPEC_RUN_H
#define SOCKSPEC_RUN_H

#include <stdbool.h>

#include "conformance/harness/report/baseline.h"
#include "conformance/harness/command/options.h"
#include "conformance/harness/run/record.h"

struct sockspec_run;

/* What the process that leads a run did; its exit status. */
enum { SOCKSPEC_LED = 0, SOCKSPEC_LED_TO_FINDINGS = 3, SOCKSPEC_LED_NO_DRIVER = 4 };

/* What that process does. `records`: where records go. `program`: this program's file, as it was
 * called outside the world. */
typedef int sockspec_lead(const struct sockspec_run *run, int records, const char *program);

struct sockspec_run {
    const struct sockspec_options *options;
    sockspec_lead *lead;
    char *const *command;               /* of the driver */
    struct sockspec_baseline *baseline; /* or NULL */
    struct sockspec_plan *plan;
    int plan_descriptor;
    void (*progress)(const struct sockspec_record *record, size_t recorded, size_t selected);
    bool findings; /* what the lead was led to, once the run is whole */
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
