/* Checks of the methods that hello lists. */
#ifndef SOCKSPEC_DOCTOR_METHOD_H
#define SOCKSPEC_DOCTOR_METHOD_H

#include "conformance/harness/doctor/examination.h"

/* ends with an empty row */
extern const struct sockspec_doctor_check sockspec_doctor_method_checks[];

/* Returns whether there is a method of that name to call: "Socket#accept". */
bool sockspec_doctor_knows(const char *method);

#endif
