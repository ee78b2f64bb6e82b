/* Faults: system calls of a driver that the suite answers itself, by seccomp user notification.
 *
 * A driver under the filter asks us at every socket call whether to go on. It does, unless a fault
 * is armed that means this call. The implementation cannot tell the difference, whatever language
 * it is written in, and however many threads it has. */
#ifndef SOCKSPEC_FAULT_H
#define SOCKSPEC_FAULT_H

#include <stdbool.h>
#include <stddef.h>

/* What is said of a row whose fault was armed and never meant a call: it proves nothing. */
#define SOCKSPEC_FAULT_DID_NOT_STRIKE "the injected error was never reached"

struct sockspec_fault {
    const struct sockspec_fault_operation *operation; /* NULL: none is armed */
    int errnum;
    unsigned nth;   /* the call that fails, from 1 */
    bool always;    /* and those after it, a hundred in all */
    int lasts_ms;   /* how long it goes on before it fails */
    int descriptor; /* the only one meant, or -1 */
    unsigned seen, fired;
    char calls[256]; /* made since it was armed, in words */
};

/* In a fresh child about to exec a driver: puts it under the filter. The descriptor it is to be
 * served by, which exec closes; -1 with errno. */
int sockspec_fault_install(void);

/* Answers every call that waits; returns when none does. `fault` may be NULL. */
void sockspec_fault_serve(int listener, struct sockspec_fault *fault);

/* Makes `fault` mean the nth call of an operation ("accept", "connect", "receive", ...), as failing
 * with an errno by its name or number. False when there is no such operation or errno. */
bool sockspec_fault_arm(struct sockspec_fault *fault, const char *operation,
                        const char *errno_name);

#endif
