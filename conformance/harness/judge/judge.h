/* Folder judge: runs a case and judges it. */
#ifndef SOCKSPEC_JUDGE_H
#define SOCKSPEC_JUDGE_H

#include "conformance/harness/language/scenario.h"

struct sockspec_judgement sockspec_judge_case(struct sockspec_scenario *scenario,
                                              const struct sockspec_case *test);
void sockspec_judgement_free(struct sockspec_judgement *judgement);
/* Returns the drivers of the scenario to the pool. */
void sockspec_scenario_end(struct sockspec_scenario *scenario);

#endif
