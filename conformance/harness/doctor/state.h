/* Checks of state, resets and descriptors. */
#ifndef SOCKSPEC_DOCTOR_STATE_H
#define SOCKSPEC_DOCTOR_STATE_H

#include "conformance/harness/doctor/examination.h"

/* ends with an empty row */
extern const struct sockspec_doctor_check sockspec_doctor_state_checks[];

#endif
