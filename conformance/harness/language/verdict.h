/* Verdicts: what comes of a row. */
#ifndef SOCKSPEC_VERDICT_H
#define SOCKSPEC_VERDICT_H

#include <stddef.h>

/* The detail of a row that fails because its last statement does something else. */
#define SOCKSPEC_OTHER_OUTCOME "the outcome is not the expected one"

enum sockspec_verdict {
    SOCKSPEC_PASS,
    SOCKSPEC_FAIL,
    SOCKSPEC_CRASHED,
    SOCKSPEC_TIMED_OUT,
    SOCKSPEC_PROTOCOL_ERROR,
    SOCKSPEC_BROKEN, /* a step before the decisive one failed */
    SOCKSPEC_UNSUPPORTED,
    SOCKSPEC_NOT_RUN,
    SOCKSPEC_EXPECTED, /* these three only with a baseline: as it says, */
    SOCKSPEC_CHANGED,  /* different, but not as it says, */
    SOCKSPEC_FIXED,    /* no longer different */
    SOCKSPEC_VERDICTS,
};

const char *sockspec_verdict_name(enum sockspec_verdict verdict);

/* What a case came to. The strings are owned by the holder. */
struct sockspec_judgement {
    enum sockspec_verdict verdict;
    char *observed;
    char *detail;     /* why, in a sentence; NULL for a pass */
    char *transcript; /* NULL for a pass */
    /* Of a row whose strength is tried: in how many ways its answer was tampered with, how many of
     * them its outcome allows, and how many it accepts although it does not. */
    size_t tamperings, allowed, accepted;
    char *covered; /* of a library that counts them: the offsets of the blocks it ran, or NULL */
};

#endif
