#include "conformance/harness/strength/strength.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/judge/judge.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/evaluate.h"
#include "conformance/harness/language/outcome.h"
#include "conformance/harness/strength/dataflow.h"
#include "conformance/harness/strength/tamper.h"
#include "conformance/harness/support/memory.h"

/* What the scenario must do in one run of a case, and what it finds out during that run. */
struct sockspec_tampering {
    /* Input: the number of the answer to tamper with, counted from 1 (0: none), and the way to do
     * it. */
    size_t answer;
    size_t way;
    /* Results: */
    bool deciding;                /* the verdict depends on the answers of the current statement */
    bool selective;               /* the verdict depends only on parts of them */
    size_t answers;               /* the number of such answers so far */
    size_t named;                 /* of these, the answers before the last statement */
    struct sockspec_result last;  /* the last of these answers, untampered */
    struct sockspec_result value; /* the statement's value, as judged */
    bool done;                    /* an answer was tampered with */
    char name[128];               /* how it was tampered with */
    /* Results about wrong values, if no answer is tampered with: */
    size_t values, allowed, accepted;
    char weakness[128]; /* the first wrong value that was accepted */
};

static struct sockspec_result copy(const struct sockspec_result *result) {
    return (struct sockspec_result){result->kind, json_deep_copy(result->value)};
}

static void forget(struct sockspec_result *result) {
    json_decref(result->value);
    *result = (struct sockspec_result){0};
}

/* Returns the answer, or what the tampering makes of it. */
static struct sockspec_result tampered(struct sockspec_scenario *scenario,
                                       struct sockspec_result answer) {
    struct sockspec_tampering *tampering = scenario->tampering;
    size_t count = 0;
    struct sockspec_tampered *all = sockspec_tamper_all(&answer, scenario->variables, &count);
    struct sockspec_result result = answer;
    if (tampering->way < count) {
        result = copy(&all[tampering->way].result);
        (void)snprintf(tampering->name, sizeof tampering->name, "%s", all[tampering->way].name);
        tampering->done = true;
        json_decref(answer.value);
    }
    sockspec_tamper_free(all, count);
    if (result.kind == SOCKSPEC_RESULT_NONE) {
        (void)sockspec_stop(scenario, SOCKSPEC_TIMED_OUT, "no answer in time");
    }
    return result;
}

static struct sockspec_result hook_answer(struct sockspec_scenario *scenario,
                                          struct sockspec_result answer) {
    struct sockspec_tampering *tampering = scenario->tampering;
    if (!tampering->deciding || scenario->aside > 0 || answer.kind == SOCKSPEC_RESULT_NONE) {
        return answer;
    }
    forget(&tampering->last);
    tampering->last = copy(&answer);
    tampering->answers++;
    bool now = tampering->answer == tampering->answers;
    return now ? tampered(scenario, answer) : answer;
}

/* Returns whether the pattern leaves open whatever differs between the two values. */
static bool leaves_open(const struct sockspec_node *pattern, const json_t *one,
                        const json_t *other) {
    bool open = pattern->kind == SOCKSPEC_NODE_CONSTANT ||
                (pattern->kind == SOCKSPEC_NODE_FUNCTION && strcmp(pattern->text, "either") == 0);
    if (open) {
        return !json_equal(one, other);
    }
    bool any = false;
    for (size_t i = 0; pattern->kind == SOCKSPEC_NODE_ARRAY && i < pattern->count && !any; i++) {
        any = leaves_open(pattern->items[i], json_array_get(one, i), json_array_get(other, i));
    }
    return any;
}

/* Returns whether the outcome allows a wrong value that was accepted. */
static bool is_allowed(const struct sockspec_case *test, const struct sockspec_result *value,
                       const struct sockspec_result *wrong) {
    char problem[128];
    if (value->kind != wrong->kind) {
        return test->row->outcome.refusal != NULL;
    }
    if (value->kind == SOCKSPEC_RESULT_EXCEPTION) {
        return !json_equal(value->value, wrong->value);
    }
    struct sockspec_node *pattern =
        sockspec_script_parse_expression(test->value, problem, sizeof problem);
    bool open = pattern != NULL && leaves_open(pattern, value->value, wrong->value);
    sockspec_node_free(pattern);
    return open;
}

/* Substitutes every wrong value for the right one, while the scenario still exists. */
static void try_values(struct sockspec_scenario *scenario, const struct sockspec_result *value) {
    struct sockspec_tampering *tampering = scenario->tampering;
    struct sockspec_tampered *all =
        sockspec_tamper_all(value, scenario->variables, &tampering->values);
    for (size_t i = 0; i < tampering->values; i++) {
        const struct sockspec_result *wrong = &all[i].result;
        bool accepted =
            wrong->kind != SOCKSPEC_RESULT_NONE && sockspec_outcome_matches(scenario, wrong);
        bool allowed = accepted && is_allowed(scenario->test, value, wrong);
        tampering->allowed += allowed ? 1 : 0;
        tampering->accepted += accepted && !allowed ? 1 : 0;
        if (accepted && !allowed && tampering->weakness[0] == '\0') {
            (void)snprintf(tampering->weakness, sizeof tampering->weakness, "%s", all[i].name);
        }
    }
    sockspec_tamper_free(all, tampering->values);
}

static struct sockspec_result hook_statement(struct sockspec_scenario *scenario,
                                             const struct sockspec_node *script, size_t place) {
    struct sockspec_tampering *tampering = scenario->tampering;
    const struct sockspec_node *statement = script->items[place];
    const struct sockspec_node *last = script->items[script->count - 1];
    size_t shown = sockspec_count_shown(script, place);
    tampering->deciding = statement == last || shown > 0;
    bool partly = shown > 0 && shown + 1 < statement->count;
    tampering->selective =
        tampering->selective || partly || (tampering->deciding && sockspec_is_selective(statement));
    struct sockspec_result result = sockspec_evaluate(scenario, statement);
    tampering->deciding = false;
    if (statement != last) {
        tampering->named = tampering->answers;
        return result;
    }
    if (result.kind != SOCKSPEC_RESULT_NONE && tampering->answer == 0) {
        try_values(scenario, &result);
    }
    tampering->value = copy(&result);
    return result;
}

/* Runs the case once, with the tampering that was asked for. */
static struct sockspec_judgement play(struct sockspec_scenario *scenario,
                                      const struct sockspec_case *test,
                                      struct sockspec_tampering *tampering) {
    static const struct sockspec_hooks hooks = {.answer = hook_answer, .statement = hook_statement};
    scenario->tampering = tampering;
    scenario->hooks = &hooks;
    struct sockspec_judgement judgement = sockspec_judge_case(scenario, test);
    scenario->hooks = NULL;
    scenario->tampering = NULL;
    return judgement;
}

static void free_tampering(struct sockspec_tampering *tampering) {
    forget(&tampering->last);
    forget(&tampering->value);
}

struct trial {
    struct sockspec_scenario *scenario;
    const struct sockspec_case *test;
    const struct sockspec_result *value; /* the value of the row's last statement, untampered */
    struct sockspec_judgement *judgement;
};

/* Reports this weakness unless one was reported before. Takes ownership of `weakness`. */
static void find_weak(struct sockspec_judgement *judgement, char *weakness) {
    if (judgement->verdict != SOCKSPEC_PASS) {
        free(weakness);
        return;
    }
    judgement->verdict = SOCKSPEC_FAIL;
    free(judgement->detail);
    judgement->detail = weakness;
}

/* Tries one way to tamper with one answer. Returns false if there is no such way. */
static bool try_way(const struct trial *trial, size_t answer, size_t way) {
    struct sockspec_tampering tampering = {.answer = answer, .way = way};
    struct sockspec_judgement played = play(trial->scenario, trial->test, &tampering);
    bool done = tampering.done;
    bool accepted = done && played.verdict == SOCKSPEC_PASS;
    bool allowed = accepted &&
                   (tampering.selective || is_allowed(trial->test, trial->value, &tampering.value));
    trial->judgement->tamperings += done ? 1 : 0;
    trial->judgement->allowed += allowed ? 1 : 0;
    if (accepted && !allowed) {
        trial->judgement->accepted++;
        find_weak(trial->judgement, sockspec_format("accepts another answer: %s", tampering.name));
    }
    sockspec_judgement_free(&played);
    free_tampering(&tampering);
    return done;
}

static void try_all(const struct trial *trial, size_t answer) {
    size_t ways = 0;
    while (try_way(trial, answer, ways)) {
        ways++;
    }
    if (ways == 0) {
        find_weak(trial->judgement,
                  sockspec_format("played again it does not give answer %zu", answer));
    }
}

/* If a row's value is an answer, all wrong values for that answer have already been tried. */
static void try_answers(const struct trial *trial, const struct sockspec_tampering *probe) {
    enum { IMPATIENCE_MS = 100 };
    struct sockspec_scenario *scenario = trial->scenario;
    bool is_answer = probe->answers > probe->named && probe->last.kind == probe->value.kind &&
                     json_equal(probe->last.value, probe->value.value);
    /* A wrong answer may make the script wait for something that never comes. */
    int patience_ms = scenario->timeout_ms;
    if (!trial->test->table->waits && patience_ms > IMPATIENCE_MS) {
        scenario->timeout_ms = IMPATIENCE_MS;
    }
    for (size_t answer = 1; answer + (is_answer ? 1 : 0) <= probe->answers; answer++) {
        try_all(trial, answer);
    }
    scenario->timeout_ms = patience_ms;
}

struct sockspec_judgement sockspec_strength_judge(struct sockspec_scenario *scenario,
                                                  const struct sockspec_case *test) {
    struct sockspec_tampering probe = {0};
    struct sockspec_judgement judgement = play(scenario, test, &probe);
    if (judgement.verdict == SOCKSPEC_PASS) {
        const struct trial trial = {scenario, test, &probe.value, &judgement};
        judgement.tamperings = probe.values;
        judgement.allowed = probe.allowed;
        judgement.accepted = probe.accepted;
        if (probe.accepted > 0) {
            find_weak(&judgement, sockspec_format("accepts another answer: %s", probe.weakness));
        }
        try_answers(&trial, &probe);
    }
    free_tampering(&probe);
    return judgement;
}
