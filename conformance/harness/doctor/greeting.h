/* Checks of its hello. */
#ifndef SOCKSPEC_DOCTOR_GREETING_H
#define SOCKSPEC_DOCTOR_GREETING_H

#include "conformance/harness/doctor/examination.h"

/* Ended by an empty row. */
extern const struct sockspec_doctor_check sockspec_doctor_greeting_checks[];

#endif
