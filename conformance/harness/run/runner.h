/* Runs the tables: sends hello to a first driver, then lets Criterion run the tables. */
#ifndef SOCKSPEC_RUNNER_H
#define SOCKSPEC_RUNNER_H

#include "conformance/harness/run/run.h"

sockspec_runner sockspec_run_tables;

#endif
