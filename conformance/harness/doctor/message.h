/* Checks of messages that a run does not send as a rule. */
#ifndef SOCKSPEC_DOCTOR_MESSAGE_H
#define SOCKSPEC_DOCTOR_MESSAGE_H

#include "conformance/harness/doctor/examination.h"

/* Ended by an empty row. */
extern const struct sockspec_doctor_check sockspec_doctor_message_checks[];

#endif
