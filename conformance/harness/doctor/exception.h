/* Checks of exceptions. */
#ifndef SOCKSPEC_DOCTOR_EXCEPTION_H
#define SOCKSPEC_DOCTOR_EXCEPTION_H

#include "conformance/harness/doctor/examination.h"

/* ends with an empty row */
extern const struct sockspec_doctor_check sockspec_doctor_exception_checks[];

#endif
