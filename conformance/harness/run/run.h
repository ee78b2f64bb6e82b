/* Folder run: makes one run, which consists of the world, the pool and the Criterion tests,
 * observed from outside. */
#ifndef SOCKSPEC_RUN_H
#define SOCKSPEC_RUN_H

#include <stdbool.h>

#include "conformance/harness/rows/cases.h"
#include "conformance/harness/rows/plan.h"
#include "conformance/harness/run/record.h"

struct sockspec_run;

/* Whether a run must be isolated. */
enum sockspec_world_wish { SOCKSPEC_WORLD_AUTO, SOCKSPEC_WORLD_REQUIRE, SOCKSPEC_WORLD_OFF };

/* The exit status of a runner. */
enum { SOCKSPEC_RUNNER_DONE = 0, SOCKSPEC_RUNNER_FINDINGS = 3, SOCKSPEC_RUNNER_NO_DRIVER = 4 };

/* What the process inside the world does: it runs the tables or examines the driver. `records` is
 * where records go; `program` is this program's file, as it was called outside the world. */
typedef int sockspec_runner(const struct sockspec_run *run, int records, const char *program);

struct sockspec_run {
    sockspec_runner *runner;
    enum sockspec_world_wish world;
    int jobs;
    char *const *command; /* the driver's command */
    const char *library;  /* the library that was named, or NULL */
    struct sockspec_plan *plan;
    int plan_descriptor;
    void (*progress)(const struct sockspec_record *record, size_t recorded, size_t selected);
    /* Returns whether the run ends early because of the case recorded last; NULL: the run never
     * ends early. */
    bool (*ends_with)(const struct sockspec_run *run, const struct sockspec_case *test,
                      const struct sockspec_entry *entry);
    void *argument; /* for ends_with */
    bool findings;  /* whether the runner had findings, once the run is complete */
};

enum sockspec_run_end {
    SOCKSPEC_RUN_WHOLE,
    SOCKSPEC_RUN_NO_WORLD, /* the world is required but cannot be made; reported on standard
                            * error */
    SOCKSPEC_RUN_FAULT,    /* an error of the suite itself; reported on standard error */
    SOCKSPEC_RUN_INTERRUPTED,
};

/* Runs the plan's selected cases and records them in `record`. Leaves no process, mount or file
 * behind. */
enum sockspec_run_end sockspec_run_plan(struct sockspec_run *run, struct sockspec_record *record);

#endif
