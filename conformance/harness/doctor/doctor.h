/* Folder doctor: `sockspec doctor`, which examines a driver, not the implementation behind it. */
#ifndef SOCKSPEC_DOCTOR_H
#define SOCKSPEC_DOCTOR_H

#include "conformance/harness/run/run.h"

/* Runs no tables. Makes all checks and prints the result of each: what works, what is wrong and how
 * to fix it. */
sockspec_runner sockspec_doctor_examine;

#endif
