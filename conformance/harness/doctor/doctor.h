/* `sockspec doctor`: examines a driver, not the implementation behind it. */
#ifndef SOCKSPEC_DOCTOR_H
#define SOCKSPEC_DOCTOR_H

#include "conformance/harness/driver/pool.h"
#include "conformance/harness/run/run.h"
#include "conformance/harness/play/scenario.h"

/* Leads a run of no tables (lead.h): makes all checks, and tells what came of each on standard
 * output: what holds, what is wrong and how to mend it. */
sockspec_lead sockspec_doctor_examine;

/* One examination. */
struct sockspec_doctor {
    struct sockspec_pool_settings settings;
    struct sockspec_scenario scenario; /* its first place is the driver's */
    int timeout_ms;
    const char *library;                       /* that was named, or NULL */
    const struct sockspec_doctor_check *check; /* being made, and what came of it: */
    size_t findings;
    bool remarked;
    char skipped[256]; /* why it could not be made, or "" */
    size_t sound, wrong, left_out;
    bool gone;       /* there is no driver that could be asked anything more */
    char title[160]; /* of the implementation; "" until it has greeted */
    char noise[256]; /* the last words of the driver dismissed last */
};

/* A check finds things, or gives the reason why it cannot be made; else all is well. */
struct sockspec_doctor_check {
    const char *name;
    void (*make)(struct sockspec_doctor *doctor);
    const char *advice;
};

/* The tables, each ended by an empty row; the first greets the driver. */
extern const struct sockspec_doctor_check sockspec_doctor_greeting_checks[];
extern const struct sockspec_doctor_check sockspec_doctor_message_checks[];
extern const struct sockspec_doctor_check sockspec_doctor_value_checks[];
extern const struct sockspec_doctor_check sockspec_doctor_state_checks[];

/* Of one check; more are only counted. */
enum { SOCKSPEC_DOCTOR_FINDINGS_SHOWN = 3 };
void sockspec_doctor_tell(struct sockspec_doctor *doctor, const char *finding, const char *advice);

/* For checks. */

__attribute__((format(printf, 2, 3))) void sockspec_doctor_find(struct sockspec_doctor *doctor,
                                                                const char *format, ...);
__attribute__((format(printf, 2, 3))) void sockspec_doctor_skip(struct sockspec_doctor *doctor,
                                                                const char *format, ...);
/* Something that is worth knowing and not wrong. */
__attribute__((format(printf, 2, 3))) void sockspec_doctor_remark(struct sockspec_doctor *doctor,
                                                                  const char *format, ...);

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
/* What a script gives (script.h; `bytes` is a string of all bytes). SOCKSPEC_GAVE_UP: the driver
 * is found wrong, or the check is skipped. */
struct sockspec_given sockspec_doctor_play(struct sockspec_doctor *doctor, const char *script);

/* Whether there is a method of that name to be called: "Socket#accept". */
bool sockspec_doctor_knows(const char *method);

#endif
