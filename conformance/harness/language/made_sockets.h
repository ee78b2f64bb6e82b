/*
 * The sockets that the implementation made for a case. Whatever the case is about, each of them has
 * the options of a fresh socket in the end, unless the case sets them, and O_NONBLOCK as it was
 * when the socket was made, unless the case calls a method that sets it.
 */
#ifndef SOCKSPEC_MADE_SOCKETS_H
#define SOCKSPEC_MADE_SOCKETS_H

#include "conformance/harness/language/scenario.h"

/* Forgets the sockets and options of the case before. */
void sockspec_made_begin(struct sockspec_scenario *scenario);
/* Notes what a call of the implementation may change. */
void sockspec_made_note_call(struct sockspec_scenario *scenario, const char *method,
                             json_t *params);
/* Finds the descriptors of sockets that are new in an answer. */
void sockspec_made_note_answer(struct sockspec_scenario *scenario, int place, json_t *answer);
/* Notes that the suite itself has set or cleared O_NONBLOCK. */
void sockspec_made_note_flag(struct sockspec_scenario *scenario, const json_t *handle,
                             bool nonblocking);
/* Fails the case if one of its sockets is not as it should be. */
void sockspec_made_check(struct sockspec_scenario *scenario);

#endif
