/* One examination of a driver, and what its checks found. */
#ifndef SOCKSPEC_EXAMINATION_H
#define SOCKSPEC_EXAMINATION_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/driver/pool_spawn.h"
#include "conformance/harness/language/scenario.h"

/* One examination. */
struct sockspec_doctor {
    struct sockspec_pool_settings settings;
    struct sockspec_scenario scenario; /* its first place is the driver's */
    int timeout_ms;
    const char *library;                       /* that was named, or NULL */
    const struct sockspec_doctor_check *check; /* being made, and what came of it: */
    size_t findings;
    bool noted;
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

/* Of one check; more are only counted. */
enum { SOCKSPEC_DOCTOR_FINDINGS_SHOWN = 3 };
void sockspec_doctor_tell(struct sockspec_doctor *doctor, const char *finding, const char *advice);

__attribute__((format(printf, 2, 3))) void sockspec_doctor_find(struct sockspec_doctor *doctor,
                                                                const char *format, ...);
__attribute__((format(printf, 2, 3))) void sockspec_doctor_skip(struct sockspec_doctor *doctor,
                                                                const char *format, ...);
/* Something that is worth knowing and not wrong. */
__attribute__((format(printf, 2, 3))) void sockspec_doctor_note(struct sockspec_doctor *doctor,
                                                                const char *format, ...);

#endif
