/* Checks of the driver's hello. */
#ifndef SOCKSPEC_DOCTOR_GREETING_H
#define SOCKSPEC_DOCTOR_GREETING_H

#include "conformance/harness/doctor/examination.h"

/* ends with an empty row */
extern const struct sockspec_doctor_check sockspec_doctor_greeting_checks[];

#endif
