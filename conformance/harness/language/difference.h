/* Says in words how a result differs from the expected outcome. */
#ifndef SOCKSPEC_DIFFERENCE_H
#define SOCKSPEC_DIFFERENCE_H

#include "conformance/harness/language/scenario.h"

/* Returns a text that begins with SOCKSPEC_OTHER_OUTCOME, such as "the outcome differs: the class
 * is TypeError instead of ArgumentError". Call it for a result that does not match. The caller
 * frees the text. */
char *sockspec_difference(struct sockspec_scenario *scenario, const struct sockspec_result *result);

#endif
