/* Checks of values and methods. */
#ifndef SOCKSPEC_DOCTOR_VALUE_H
#define SOCKSPEC_DOCTOR_VALUE_H

#include "conformance/harness/doctor/examination.h"

/* Ended by an empty row. */
extern const struct sockspec_doctor_check sockspec_doctor_value_checks[];

/* Whether there is a method of that name to be called: "Socket#accept". */
bool sockspec_doctor_knows(const char *method);

#endif
