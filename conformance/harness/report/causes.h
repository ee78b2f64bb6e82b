/* Groups the rows that do not pass by their cause: what was observed that should not be. */
#ifndef SOCKSPEC_CAUSES_H
#define SOCKSPEC_CAUSES_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/rows/cases.h"
#include "conformance/harness/run/record.h"

struct sockspec_cause {
    char *text;   /* "raises Errno::EINVAL: Invalid argument - bind(2)" */
    size_t count; /* rows, also those that are broken because another row of the cause fails */
    const struct sockspec_case *sample; /* the most basic row */
};

struct sockspec_causes {
    struct sockspec_cause *causes; /* the largest first */
    size_t count;
    size_t *of_case; /* for each case, its cause; `count` if it has none */
};

/* Returns whether a verdict counts against a run and has a cause. */
bool sockspec_has_cause(enum sockspec_verdict verdict);
/* Returns the text of a case's cause, whether or not a baseline lists the case; NULL if it passes.
 * The caller frees it. */
char *sockspec_cause_of(const struct sockspec_record *record, const struct sockspec_case *test);
/* The order is the same for the same results. */
struct sockspec_causes *sockspec_causes_find(const struct sockspec_record *record);
void sockspec_causes_free(struct sockspec_causes *causes);

#endif
