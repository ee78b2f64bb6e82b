/* Verdicts: the possible results of a row. */
#ifndef SOCKSPEC_VERDICT_H
#define SOCKSPEC_VERDICT_H

#include <stddef.h>

/* How the detail begins of a row that fails because its last statement has another outcome. What
 * differs follows. */
#define SOCKSPEC_OTHER_OUTCOME "the outcome differs: "

enum sockspec_verdict {
    SOCKSPEC_PASS,
    SOCKSPEC_FAIL,
    SOCKSPEC_CRASHED,
    SOCKSPEC_TIMED_OUT,
    SOCKSPEC_PROTOCOL_ERROR,
    SOCKSPEC_BROKEN, /* a step before the last one failed, or the control row did */
    SOCKSPEC_UNSUPPORTED,
    SOCKSPEC_NOT_RUN,
    SOCKSPEC_KNOWN,   /* only with a baseline: differs as the baseline says */
    SOCKSPEC_CHANGED, /* only with a baseline: differs, but not as the baseline says */
    SOCKSPEC_FIXED,   /* only with a baseline: no longer differs */
    SOCKSPEC_VERDICTS,
};

const char *sockspec_verdict_name(enum sockspec_verdict verdict);

/* The result of a case. The holder owns the strings. */
struct sockspec_judgement {
    enum sockspec_verdict verdict;
    char *observed;
    char *detail;     /* the reason, in a sentence; NULL for a pass */
    char *transcript; /* NULL for a pass */
    /* For a row whose strength is measured: the number of ways in which its answers were tampered
     * with, how many of these its outcome allows, and how many it accepts although its outcome does
     * not allow them. */
    size_t tamperings, allowed, accepted;
    char *covered; /* for a library that counts blocks: the offsets of the blocks that ran, or
                    * NULL */
};

#endif
