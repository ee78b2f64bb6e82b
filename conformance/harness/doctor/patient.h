/* The driver that is examined: started again when it cannot go on, and asked things. */
#ifndef SOCKSPEC_PATIENT_H
#define SOCKSPEC_PATIENT_H

#include "conformance/harness/doctor/examination.h"

/* Starts a driver, which is not greeted yet; false with the reason. */
bool sockspec_doctor_start(struct sockspec_doctor *doctor, char *problem, size_t size);
/* The driver: another one when the last one cannot go on; NULL, found, when there is none. */
struct sockspec_driver *sockspec_doctor_driver(struct sockspec_doctor *doctor);
/* Ends it; `fate` says how it ended. */
void sockspec_doctor_dismiss(struct sockspec_doctor *doctor, char *fate, size_t size);

/* Whether a reply is an answer, of whatever kind; else the driver is found wrong. */
bool sockspec_doctor_judge(struct sockspec_doctor *doctor, const char *what,
                           const struct sockspec_reply *reply);
/* One request, and that judgement. */
struct sockspec_reply sockspec_doctor_call(struct sockspec_doctor *doctor, const char *method,
                                           json_t *params);
/* What a script gives (script.h; `bytes` is a string of all bytes). SOCKSPEC_RESULT_NONE: the
 * driver is found wrong, or the check is skipped. */
struct sockspec_result sockspec_doctor_evaluate(struct sockspec_doctor *doctor, const char *script);

#endif
