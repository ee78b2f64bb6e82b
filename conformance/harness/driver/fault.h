/*
 * Faults: system calls of a driver that the suite answers itself, by seccomp user notification.
 *
 * A driver under the filter asks the suite before every socket call whether to continue. The call
 * continues unless an armed fault applies to it. The implementation cannot notice the difference,
 * whatever language it is written in and however many threads it has.
 */
#ifndef SOCKSPEC_FAULT_H
#define SOCKSPEC_FAULT_H

#include <stdbool.h>
#include <stddef.h>

/* The message for a row whose fault was armed but never applied to a call. Such a row proves
 * nothing. */
#define SOCKSPEC_FAULT_DID_NOT_STRIKE "the injected error was never reached"

enum sockspec_fault_kind {
    SOCKSPEC_FAULT_FAILS,   /* the call fails */
    SOCKSPEC_FAULT_EXPIRES, /* a wait with a time limit ends at once, as if its time had passed */
    SOCKSPEC_FAULT_WATCHES, /* nothing changes; the arguments are recorded */
};

struct sockspec_fault {
    enum sockspec_fault_kind kind;
    const struct sockspec_fault_operation *operation; /* NULL: no fault is armed */
    int errnum;
    unsigned nth;     /* which call fails, counted from 1 */
    bool always;      /* also the calls after it, a hundred in total */
    int lasts_ms;     /* how long the call runs before it fails */
    double limit_s;   /* EXPIRES: only waits with a shorter limit end, a hundred in total */
    int arguments[6]; /* WATCHES: of the last call */
    int descriptor;   /* the only descriptor the fault applies to, or -1 */
    unsigned seen, fired;
    char calls[256]; /* the names of the calls made since the fault was armed */
};

/* Called in a fresh child that is about to exec a driver: installs the filter. Returns the
 * descriptor that serves the child's calls, which exec closes; -1 with errno set. */
int sockspec_fault_install(void);

/* Answers every waiting call, and returns when none waits. `fault` may be NULL. */
void sockspec_fault_serve(int listener, struct sockspec_fault *fault);

/* Makes `fault` end waits that are limited to fewer than `limit_s` seconds. */
void sockspec_fault_arm_expiry(struct sockspec_fault *fault, double limit_s);

/* Makes `fault` record the arguments of an operation's calls. Returns false if there is no such
 * operation. */
bool sockspec_fault_arm_watch(struct sockspec_fault *fault, const char *operation);

/* Makes `fault` apply to the nth call of an operation ("accept", "connect", "receive", ...). The
 * call then fails with an errno, given by name or number. Returns false if there is no such
 * operation or errno. */
bool sockspec_fault_arm(struct sockspec_fault *fault, const char *operation,
                        const char *errno_name);

#endif
