/* Evaluates scripts. */
#ifndef SOCKSPEC_EVALUATE_H
#define SOCKSPEC_EVALUATE_H

#include "conformance/harness/language/scenario.h"

struct sockspec_result sockspec_evaluate(struct sockspec_scenario *scenario,
                                         const struct sockspec_node *node);

#endif
