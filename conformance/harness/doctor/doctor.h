/* `sockspec doctor`: examines a driver, not the implementation behind it. */
#ifndef SOCKSPEC_DOCTOR_H
#define SOCKSPEC_DOCTOR_H

#include "conformance/harness/run/run.h"

/* Runs no tables: makes all checks, and prints what came of each: what holds, what is wrong and how
 * to fix it. */
sockspec_runner sockspec_doctor_examine;

#endif
