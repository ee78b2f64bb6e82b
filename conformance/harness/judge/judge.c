#include "conformance/harness/judge/judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/driver/hello.h"
#include "conformance/harness/driver/lease.h"
#include "conformance/harness/judge/restore.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/declared.h"
#include "conformance/harness/language/difference.h"
#include "conformance/harness/language/evaluate.h"
#include "conformance/harness/language/made_sockets.h"
#include "conformance/harness/language/outcome.h"
#include "conformance/harness/language/tester.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

static struct sockspec_result play_script(struct sockspec_scenario *scenario, const char *text) {
    char problem[128];
    struct sockspec_node *script = sockspec_script_parse(text, problem, sizeof problem);
    if (script == NULL) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "unreadable script: %s", problem);
    }
    bool is_row = text == scenario->test->script;
    scenario->script = is_row ? script : NULL;
    struct sockspec_result result = is_row && !sockspec_check_declared(scenario, script)
                                        ? sockspec_no_result()
                                        : sockspec_evaluate(scenario, script);
    sockspec_node_free(script);
    return result;
}

/* Returns whether the case cannot even begin, and keeps the reason. */
static bool cannot_run(struct sockspec_scenario *scenario) {
    const struct sockspec_table *table = scenario->test->table;
    if (!scenario->plan->in_world && table->needs == SOCKSPEC_NEEDS_WORLD) {
        (void)sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "needs the world: %s",
                            scenario->plan->outside_reason);
    } else if (!scenario->plan->in_world && table->provoked == SOCKSPEC_INJECTED) {
        (void)sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "faults are injected in the world: %s",
                            scenario->plan->outside_reason);
    } else if (scenario->test->needs_ipv6 && !scenario->plan->has_ipv6) {
        (void)sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "this kernel has no IPv6");
    } else if (table->feature != NULL) {
        const struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
        if (driver != NULL && !sockspec_driver_has_feature(driver, table->feature)) {
            (void)sockspec_stop(scenario, SOCKSPEC_UNSUPPORTED, "no feature %s", table->feature);
        }
    }
    return scenario->detail[0] != '\0';
}

/* A fault that was never injected proves nothing, whatever the outcome. An implementation need not
 * limit its waits, though. */
static bool fault_struck(struct sockspec_scenario *scenario, const struct sockspec_lease *lease) {
    const struct sockspec_fault *fault = &lease->driver.fault;
    bool concluded = scenario->stopped == SOCKSPEC_PASS || scenario->stopped == SOCKSPEC_FAIL;
    if (!lease->used || !concluded || fault->operation == NULL || fault->fired > 0 ||
        fault->kind == SOCKSPEC_FAULT_EXPIRES) {
        return true;
    }
    scenario->detail[0] = '\0';
    (void)sockspec_stop(scenario, SOCKSPEC_NOT_RUN,
                        SOCKSPEC_FAULT_DID_NOT_STRIKE "; system calls made: %s",
                        *fault->calls == '\0' ? "none" : fault->calls);
    return false;
}

static void append_transcript(FILE *out, struct sockspec_driver *driver, const char *title) {
    sockspec_driver_drain_stderr(driver);
    if (*title != '\0' && driver->transcript_length > 0) {
        (void)fprintf(out, "%s\n", title);
    }
    (void)fwrite(driver->transcript, 1, driver->transcript_length, out);
    if (driver->stderr_length > 0) {
        (void)fputs("standard error:\n", out);
        (void)fwrite(driver->stderr_tail, 1, driver->stderr_length, out);
    }
}

/* Returns the messages to and from the drivers, and their standard error. */
static char *transcript(struct sockspec_scenario *scenario) {
    static const char *const titles[SOCKSPEC_PLACES] = {"", "in the second process:"};
    char *text = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&text, &size));
    for (size_t i = 0; i < SOCKSPEC_PLACES; i++) {
        if (scenario->places[i].used) {
            append_transcript(out, &scenario->places[i].driver, titles[i]);
        }
    }
    (void)fclose(out);
    return text;
}

/* Returns a driver to the pool. If the driver crashed, the case's detail also says how it ended. */
static void return_driver(struct sockspec_scenario *scenario, struct sockspec_lease *lease,
                          bool reusable) {
    char fate[64] = "";
    sockspec_pool_release(&lease->driver, reusable, fate, sizeof fate);
    *lease = (struct sockspec_lease){0};
    if (scenario->stopped == SOCKSPEC_CRASHED && !reusable) {
        size_t used = strlen(scenario->detail);
        (void)snprintf(scenario->detail + used, sizeof scenario->detail - used, ": %s", fate);
    }
}

static void begin(struct sockspec_scenario *scenario, const struct sockspec_case *test) {
    const struct sockspec_driver_kind kind = {
        .dual = test->table->names != NULL && strcmp(test->table->names, "dual") == 0,
        .filtered = test->table->provoked == SOCKSPEC_INJECTED};
    if (scenario->kind.dual != kind.dual || scenario->kind.filtered != kind.filtered) {
        sockspec_scenario_end(scenario);
    }
    scenario->kind = kind;
    scenario->test = test;
    scenario->variables = json_object();
    scenario->paths = json_array();
    scenario->lock = -1;
    scenario->left_open = 0;
    sockspec_made_begin(scenario);
    scenario->stopped = SOCKSPEC_PASS;
    scenario->detail[0] = '\0';
    scenario->platform_constants = false;
    for (size_t i = 0; i < SOCKSPEC_PLACES; i++) {
        scenario->places[i].used = false;
        scenario->places[i].driver.transcript_length = 0;
        scenario->places[i].driver.stderr_length = 0;
        scenario->places[i].driver.fault = (struct sockspec_fault){0};
    }
}

/* Returns the code of the implementation that the case ran, if the driver can report it; else
 * NULL. */
static char *ask_covered(struct sockspec_lease *lease, int timeout_ms) {
    static const char method[] = "sockspec.covered";
    if (!lease->used || lease->dirty || !sockspec_driver_has_method(&lease->driver, method)) {
        return NULL;
    }
    json_t *none = json_array();
    struct sockspec_reply reply = sockspec_driver_call(&lease->driver, method, none, timeout_ms);
    json_decref(none);
    char *covered =
        reply.kind == SOCKSPEC_REPLY_RESULT ? json_dumps(reply.value, JSON_COMPACT) : NULL;
    lease->dirty = lease->dirty || covered == NULL;
    json_decref(reply.value);
    return covered;
}

static void finish(struct sockspec_scenario *scenario, struct sockspec_judgement *judgement) {
    sockspec_made_check(scenario);
    sockspec_tester_close_all(scenario);
    sockspec_restore_drivers(scenario);
    bool passes = scenario->detail[0] == '\0';
    judgement->transcript =
        passes && !scenario->plan->keeps_transcripts ? NULL : transcript(scenario);
    judgement->covered = ask_covered(&scenario->places[SOCKSPEC_HERE], scenario->plan->timeout_ms);
    for (size_t i = 0; i < SOCKSPEC_PLACES; i++) {
        if (scenario->places[i].leased && scenario->places[i].dirty) {
            return_driver(scenario, &scenario->places[i], false);
        }
    }
    sockspec_remove_paths(scenario);
    if (scenario->lock >= 0) {
        (void)close(scenario->lock);
    }
    json_decref(scenario->variables);
    json_decref(scenario->paths);
}

/* Runs the table's script that precedes its rows. Returns false if the script failed. */
static bool play_before(struct sockspec_scenario *scenario) {
    struct sockspec_lease *lease = &scenario->places[SOCKSPEC_HERE];
    const char *before = scenario->test->table->before;
    if (lease->leased && lease->before != NULL && lease->before != before) {
        sockspec_reset_driver(scenario, lease);
    }
    if (before == NULL || lease->before == before) {
        return true;
    }
    struct sockspec_result result = play_script(scenario, before);
    json_decref(result.value);
    lease->before = before;
    lease->changed = false;
    return result.kind == SOCKSPEC_RESULT_VALUE;
}

static struct sockspec_judgement judge_once(struct sockspec_scenario *scenario,
                                            const struct sockspec_case *test) {
    begin(scenario, test);
    struct sockspec_result result = {SOCKSPEC_RESULT_NONE, NULL};
    if (!cannot_run(scenario) && play_before(scenario)) {
        result = play_script(scenario, test->script);
    }
    bool matches =
        result.kind != SOCKSPEC_RESULT_NONE && sockspec_outcome_matches(scenario, &result);
    matches = fault_struck(scenario, &scenario->places[SOCKSPEC_HERE]) && matches;
    char *observed = NULL;
    if (matches) {
        observed = sockspec_case_expected(test);
    } else {
        observed = sockspec_render(&result);
        if (scenario->detail[0] == '\0') {
            char *difference = sockspec_difference(scenario, &result);
            (void)sockspec_stop(scenario, SOCKSPEC_FAIL, "%s", difference);
            free(difference);
        }
    }
    json_decref(result.value);
    struct sockspec_judgement judgement = {.observed = observed};
    finish(scenario, &judgement);
    judgement.verdict = scenario->stopped;
    judgement.detail =
        scenario->detail[0] == '\0' ? NULL : sockspec_must_have(strdup(scenario->detail));
    return judgement;
}

void sockspec_judgement_free(struct sockspec_judgement *judgement) {
    free(judgement->observed);
    free(judgement->detail);
    free(judgement->transcript);
    free(judgement->covered);
}

/* A runtime may open files, timers and the like when it first needs them, and keep them. So only
 * what is left open each time that the case is judged is a leak. */
struct sockspec_judgement sockspec_judge_case(struct sockspec_scenario *scenario,
                                              const struct sockspec_case *test) {
    enum { TIMES = 3 };
    struct sockspec_judgement judgement = judge_once(scenario, test);
    for (int i = 1; i < TIMES && judgement.verdict == SOCKSPEC_PASS && scenario->left_open > 0;
         i++) {
        sockspec_judgement_free(&judgement);
        judgement = judge_once(scenario, test);
    }
    if (judgement.verdict == SOCKSPEC_PASS && scenario->left_open > 0) {
        judgement.verdict = SOCKSPEC_FAIL;
        judgement.detail = sockspec_format(
            "leaks %d %s other than sockets", scenario->left_open,
            sockspec_plural((size_t)scenario->left_open, "descriptor", "descriptors"));
    }
    return judgement;
}

void sockspec_scenario_end(struct sockspec_scenario *scenario) {
    for (size_t i = 0; i < SOCKSPEC_PLACES; i++) {
        struct sockspec_lease *lease = &scenario->places[i];
        if (lease->leased && lease->before != NULL) {
            sockspec_reset_driver(scenario, lease); /* the next worker that leases the driver does
                                                     * not know about `before` */
        }
        if (lease->leased) {
            return_driver(scenario, lease, !lease->dirty);
        }
    }
}
