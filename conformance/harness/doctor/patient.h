/* The examined driver: starts it again when it cannot continue, and sends it requests. */
#ifndef SOCKSPEC_PATIENT_H
#define SOCKSPEC_PATIENT_H

#include "conformance/harness/doctor/examination.h"

/* Starts a driver without sending hello. Returns false with the reason in `problem`. */
bool sockspec_doctor_start(struct sockspec_doctor *doctor, char *problem, size_t size);
/* Returns the driver, or a new one if the last one cannot continue. If there is none, reports a
 * finding and returns NULL. */
struct sockspec_driver *sockspec_doctor_driver(struct sockspec_doctor *doctor);
/* Kills the driver; `fate` says how it ended. */
void sockspec_doctor_dismiss(struct sockspec_doctor *doctor, char *fate, size_t size);

/* Returns whether a reply is an answer of any kind. If it is not, reports a finding. */
bool sockspec_doctor_judge(struct sockspec_doctor *doctor, const char *what,
                           const struct sockspec_reply *reply);
/* Sends one request and judges the reply as sockspec_doctor_judge does. */
struct sockspec_reply sockspec_doctor_call(struct sockspec_doctor *doctor, const char *method,
                                           json_t *params);
/* Returns the result of a script (script.h; `bytes` is a string of all bytes). SOCKSPEC_RESULT_NONE
 * means that a finding is reported or the check is skipped. */
struct sockspec_result sockspec_doctor_evaluate(struct sockspec_doctor *doctor, const char *script);

#endif
