/* Outcomes: compares the result of a row's last statement with what the row expects. */
#ifndef SOCKSPEC_OUTCOME_H
#define SOCKSPEC_OUTCOME_H

#include "conformance/harness/language/scenario.h"

bool sockspec_outcome_matches(struct sockspec_scenario *scenario,
                              const struct sockspec_result *result);

/* The same for a part of the expected value. */
bool sockspec_value_matches(struct sockspec_scenario *scenario, const struct sockspec_node *pattern,
                            const json_t *value);
/* Returns whether an exception has the expected class. */
bool sockspec_class_matches(const struct sockspec_case *test, const json_t *exception);
/* Returns whether a capitalised name in a pattern stands for all values of a kind. */
bool sockspec_is_kind(const char *name);

#endif
