/* Checks of messages that a run does not normally send. */
#ifndef SOCKSPEC_DOCTOR_MESSAGE_H
#define SOCKSPEC_DOCTOR_MESSAGE_H

#include "conformance/harness/doctor/examination.h"

/* ends with an empty row */
extern const struct sockspec_doctor_check sockspec_doctor_message_checks[];

#endif
