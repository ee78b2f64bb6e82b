/* Runs the tables: greets a first driver, then lets Criterion run them. */
#ifndef SOCKSPEC_LEAD_H
#define SOCKSPEC_LEAD_H

#include "conformance/harness/run/run.h"

sockspec_runner sockspec_run_tables;

#endif
