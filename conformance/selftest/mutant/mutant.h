/*
 * Mutants of the reference: libmutant.so is the reference with something wrong, which
 * SOCKSPEC_MUTANT names. There are two sorts, and several may be named, with blanks between them:
 *
 *   METHOD          the method raises another error where hardly any rows but the method's own
 *                   would notice (methods.c)
 *   METHOD:EFFECT   the method has that effect (effects.c): it does something else besides, or
 *                   loses something. `scripts/behaviours` tries all of them.
 *
 * To add an effect: a line in the table of effects.c, with the methods that can have it.
 */
#ifndef MUTANT_H
#define MUTANT_H

#include <stdbool.h>
#include <stddef.h>

#include "sockref.h"

/* One call of a method. What the method does not have is NULL. */
struct call {
    const char *method; /* without "sockref_" */
    struct sockref_socket *receiver;
    struct sockref_socket **made[2];      /* the sockets that it returns */
    int *descriptor;                      /* the descriptor that it returns */
    struct sockref_string *texts[2];      /* the strings that it returns */
    const struct sockref_value **args[4]; /* its arguments, which an effect may replace */
    struct sockref_error *error;
    bool good; /* after the call: it raised nothing */
};

/* Returns whether SOCKSPEC_MUTANT names "METHOD" or, with an effect, "METHOD:EFFECT". */
bool mutant_is(const char *method, const char *effect);
/* What the named effects do before and after the call. */
void mutant_before(struct call *call);
void mutant_after(struct call *call);
/* An effect on messages, destinations or flags (messages.c). */
void mutant_message(struct call *call, const char *name);

#endif
