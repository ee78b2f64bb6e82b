/* Plays a case and judges it. */
#ifndef SOCKSPEC_JUDGE_H
#define SOCKSPEC_JUDGE_H

#include "conformance/harness/language/scenario.h"

/* Plays one case and judges it. */
struct sockspec_judgement sockspec_judge_case(struct sockspec_scenario *scenario,
                                              const struct sockspec_case *test);
/* Gives back the drivers of the scenario. */
void sockspec_scenario_end(struct sockspec_scenario *scenario);

#endif
