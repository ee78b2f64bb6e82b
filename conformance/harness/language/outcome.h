/* Outcomes: compares the result of a row's last statement with what the row expects. */
#ifndef SOCKSPEC_OUTCOME_H
#define SOCKSPEC_OUTCOME_H

#include "conformance/harness/language/scenario.h"

bool sockspec_outcome_matches(struct sockspec_scenario *scenario,
                              const struct sockspec_result *result);

#endif
