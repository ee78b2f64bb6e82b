/* Executes a run, once or several times, and finishes it. */
#ifndef SOCKSPEC_EXECUTE_H
#define SOCKSPEC_EXECUTE_H

#include "conformance/harness/command/options.h"
#include "conformance/harness/report/baseline.h"
#include "conformance/harness/run/run.h"

/* Returns SOCKSPEC_AGREES if the run is complete, whatever the results of its rows; otherwise the
 * exit status, with one line on standard error. */
int sockspec_execute_plan(struct sockspec_run *run, struct sockspec_record *record);
/* Runs the selected rows, writes the files and the report, and returns the exit status. If the run
 * is interrupted, files and report have the rows that came to a verdict. */
int sockspec_execute_run(const struct sockspec_options *options, struct sockspec_run *run,
                         struct sockspec_baseline **baseline, struct sockspec_record *record);

#endif
