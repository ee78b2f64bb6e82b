/* One examination of a driver, and what its checks found. */
#ifndef SOCKSPEC_EXAMINATION_H
#define SOCKSPEC_EXAMINATION_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/driver/pool_spawn.h"
#include "conformance/harness/language/scenario.h"

struct sockspec_doctor {
    struct sockspec_pool_settings settings;
    struct sockspec_scenario scenario; /* its first place holds the driver */
    int timeout_ms;
    const char *library;                       /* the library that was named, or NULL */
    const struct sockspec_doctor_check *check; /* the check being made; the fields below hold its
                                                * results */
    size_t findings;
    bool noted;
    char skipped[256]; /* why the check could not be made, or "" */
    size_t sound, wrong, left_out;
    bool gone;         /* no driver is left that could answer */
    char title[160];   /* the implementation's title; "" until the driver has answered hello */
    char noise[256];   /* the last words of the most recently dismissed driver */
    char errors[8192]; /* and everything that it wrote to standard error */
};

/* Whether a driver must pass a check. What an advising check finds is a note, because it sends or
 * demands what no run does. */
enum sockspec_doctor_weight { SOCKSPEC_DOCTOR_DEMANDS = 1, SOCKSPEC_DOCTOR_ADVISES };

/* A check reports findings, or a reason why it cannot be made. If it does neither, all is well. */
struct sockspec_doctor_check {
    const char *name;
    void (*make)(struct sockspec_doctor *doctor);
    const char *advice;
    enum sockspec_doctor_weight weight;
};

/* This many findings of one check are shown; further ones are only counted. */
enum { SOCKSPEC_DOCTOR_FINDINGS_SHOWN = 3 };
void sockspec_doctor_tell(struct sockspec_doctor *doctor, const char *finding, const char *advice);

__attribute__((format(printf, 2, 3))) void sockspec_doctor_find(struct sockspec_doctor *doctor,
                                                                const char *format, ...);
__attribute__((format(printf, 2, 3))) void sockspec_doctor_skip(struct sockspec_doctor *doctor,
                                                                const char *format, ...);
/* Reports something that is worth knowing but not wrong. */
__attribute__((format(printf, 2, 3))) void sockspec_doctor_note(struct sockspec_doctor *doctor,
                                                                const char *format, ...);

#endif
