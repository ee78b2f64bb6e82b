/* Checks of byte strings and of large answers. */
#ifndef SOCKSPEC_DOCTOR_VALUE_H
#define SOCKSPEC_DOCTOR_VALUE_H

#include "conformance/harness/doctor/examination.h"

/* ends with an empty row */
extern const struct sockspec_doctor_check sockspec_doctor_value_checks[];

#endif
