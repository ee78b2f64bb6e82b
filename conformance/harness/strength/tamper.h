/* Wrong answers: every way in which the suite tampers with what a row's verdict hangs on, to see
 * whether the row notices. */
#ifndef SOCKSPEC_TAMPER_H
#define SOCKSPEC_TAMPER_H

#include "conformance/harness/language/result.h"

struct sockspec_tampered {
    char *name; /* what was done: "[0]: one more" */
    struct sockspec_result result;
};

/* All of them for an answer; the same ones, in the same order, for answers of the same shape. Of
 * the names a script has bound so far, `variables`, a handle takes the place of another one. The
 * caller frees them. */
struct sockspec_tampered *sockspec_tamper_all(const struct sockspec_result *answer,
                                              json_t *variables, size_t *count);
void sockspec_tamper_free(struct sockspec_tampered *all, size_t count);

#endif
