/* The body of a table's Criterion test, in a worker of its own: runs the batch that the table
 * leads. */
#include <stdio.h>
#include <stdlib.h>

#include "conformance/harness/driver/lease.h"
#include "conformance/harness/judge/judge.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/rows/plan.h"
#include "conformance/harness/rows/row.h"
#include "conformance/harness/rows/tables.h"
#include "conformance/harness/run/record.h"
#include "conformance/harness/strength/strength.h"
#include "conformance/harness/support/clock.h"
#include "conformance/harness/support/memory.h"

static void report_no_driver(const struct sockspec_scenario *scenario, const char *problem) {
    sockspec_record_send_no_driver(scenario->records, problem);
}

static void play(struct sockspec_scenario *scenario, const struct sockspec_case *test) {
    long long begun = sockspec_now_us();
    struct sockspec_judgement judgement = scenario->plan->strength
                                              ? sockspec_strength_judge(scenario, test)
                                              : sockspec_judge_case(scenario, test);
    sockspec_record_send(scenario->records, test->index, &judgement, sockspec_now_us() - begun);
    free(judgement.observed);
    free(judgement.detail);
    free(judgement.transcript);
    free(judgement.covered);
}

static void play_table(struct sockspec_scenario *scenario, const struct sockspec_table *table) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases_of(table, &count);
    for (size_t i = 0; i < count; i++) {
        if (scenario->plan->selected[cases[i].index]) {
            play(scenario, &cases[i]);
        }
    }
}

void sockspec_run_table(const struct sockspec_table *table) {
    struct sockspec_scenario *scenario = sockspec_must_have(calloc(1, sizeof *scenario));
    int plan = -1;
    scenario->plan =
        sockspec_pool_join(&plan, &scenario->records) ? sockspec_plan_open(plan) : NULL;
    if (scenario->plan == NULL) { /* LCOV_EXCL_BR_LINE - the pool outlives all tables */
        abort();                  /* LCOV_EXCL_LINE - the same */
    }
    scenario->timeout_ms = scenario->plan->timeout_ms;
    scenario->report_no_driver = report_no_driver;
    size_t count = 0;
    const struct sockspec_table *const *tables = sockspec_tables(&count);
    for (size_t i = 0; i < count; i++) {
        if (sockspec_table_leader(tables[i]) == table) {
            play_table(scenario, tables[i]);
        }
    }
    sockspec_scenario_end(scenario);
    free(scenario);
}
