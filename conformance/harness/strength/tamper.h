/* Wrong answers: every way in which the suite tampers with an answer that a row's verdict depends
 * on, to see whether the row notices. */
#ifndef SOCKSPEC_TAMPER_H
#define SOCKSPEC_TAMPER_H

#include "conformance/harness/language/result.h"

struct sockspec_tampered {
    char *name; /* how the answer was changed: "[0]: one more" */
    struct sockspec_result result;
};

/* Returns all wrong answers for an answer. Answers of the same shape get the same ones in the same
 * order. A handle is replaced with another one from `variables`, the names the script has bound so
 * far. The caller frees the result. */
struct sockspec_tampered *sockspec_tamper_all(const struct sockspec_result *answer,
                                              json_t *variables, size_t *count);
void sockspec_tamper_free(struct sockspec_tampered *all, size_t count);

#endif
