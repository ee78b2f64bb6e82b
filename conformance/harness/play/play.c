#include "conformance/harness/play/play.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "conformance/harness/driver/lease.h"
#include "conformance/harness/driver/observe.h"
#include "conformance/harness/driver/process.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/evaluate.h"
#include "conformance/harness/language/outcome.h"
#include "conformance/harness/language/tester.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

static struct sockspec_given play_script(struct sockspec_scenario *scenario, const char *text) {
    char problem[128];
    struct sockspec_node *script = sockspec_script_parse(text, problem, sizeof problem);
    if (script == NULL) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "unreadable script: %s", problem);
    }
    scenario->script = text == scenario->test->script ? script : NULL;
    struct sockspec_given given = sockspec_evaluate(scenario, script);
    sockspec_script_free(script);
    return given;
}

/* Why the case does not even begin; false when it does. */
static bool cannot_run(struct sockspec_scenario *scenario) {
    const struct sockspec_table *table = scenario->test->table;
    if (!scenario->plan->in_world && table->needs == SOCKSPEC_NEEDS_WORLD) {
        (void)sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "needs the world: %s",
                               scenario->plan->outside_reason);
    } else if (!scenario->plan->in_world && table->provoked == SOCKSPEC_INJECTED) {
        (void)sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "faults are injected in the world: %s",
                               scenario->plan->outside_reason);
    } else if (scenario->test->needs_ipv6 && !scenario->plan->has_ipv6) {
        (void)sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "this kernel has no IPv6");
    } else if (table->feature != NULL) {
        const struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
        if (driver != NULL && !sockspec_driver_has_feature(driver, table->feature)) {
            (void)sockspec_give_up(scenario, SOCKSPEC_UNSUPPORTED, "no feature %s", table->feature);
        }
    }
    return scenario->detail[0] != '\0';
}

/* As many descriptors as before are taken for the same ones, where the driver counts them, too. */
static int count_leaked(struct sockspec_tenancy *tenancy) {
    int leaked = 0;
    int open_now = sockspec_observe_descriptors(tenancy->driver.pid);
    if (open_now >= 0 && open_now != tenancy->descriptors) {
        int sockets = sockspec_observe_sockets(tenancy->driver.pid);
        leaked = sockets - tenancy->sockets;
        tenancy->sockets = sockets;
        tenancy->descriptors = open_now;
    }
    return leaked;
}

/* Everything a case opened is closed, and the driver proves that it forgot it. */
static void reset(struct sockspec_scenario *scenario, struct sockspec_tenancy *tenancy) {
    json_t *none = json_array();
    struct sockspec_reply reply =
        sockspec_driver_call(&tenancy->driver, "sockspec.reset", none, scenario->plan->timeout_ms);
    json_decref(none);
    tenancy->changed = false;
    tenancy->before = NULL;
    int open_now = sockspec_observe_descriptors(tenancy->driver.pid);
    if (reply.kind != SOCKSPEC_REPLY_RESULT) {
        tenancy->dirty = true;
        (void)sockspec_give_up(scenario, sockspec_verdict_of(reply.kind), "sockspec.reset: %s",
                               reply.problem);
    } else if (open_now >= 0 && json_is_integer(reply.value) &&
               json_integer_value(reply.value) != open_now) {
        tenancy->dirty = true;
        (void)sockspec_give_up(scenario, SOCKSPEC_PROTOCOL_ERROR,
                               "sockspec.reset counts %" JSON_INTEGER_FORMAT
                               " descriptors, /proc shows %d",
                               json_integer_value(reply.value), open_now);
    }
    if (json_is_null(reply.value)) {
        tenancy->descriptors = -1;
    }
    json_decref(reply.value);
}

/* Leaves the driver as it was before the case; a socket that is left is the case's failure, and the
 * driver's end where it could be the next one's, too. */
static void clean_up(struct sockspec_scenario *scenario, struct sockspec_tenancy *tenancy) {
    if (tenancy->changed) {
        reset(scenario, tenancy);
    }
    int leaked = tenancy->dirty ? 0 : count_leaked(tenancy);
    if (leaked > 0) {
        tenancy->dirty = sockspec_observe_any_address(tenancy->driver.pid);
        (void)sockspec_give_up(scenario, SOCKSPEC_FAIL, "leaks %d %s", leaked,
                               sockspec_plural((size_t)leaked, "socket", "sockets"));
    }
}

/* Ends a call that still waits, so that its driver can go on: nothing is connected any more. */
static void recover(struct sockspec_tenancy *tenancy) {
    enum { PATIENCE_MS = 1000 };
    sockspec_driver_remark(&tenancy->driver, "the call waits; what it waits for is ended");
    sockspec_intrude_hang_up(tenancy->driver.pid);
    struct sockspec_reply reply = sockspec_driver_receive(&tenancy->driver, PATIENCE_MS);
    tenancy->dirty = tenancy->dirty || reply.kind == SOCKSPEC_REPLY_DIED ||
                     reply.kind == SOCKSPEC_REPLY_INVALID || reply.kind == SOCKSPEC_REPLY_TIMED_OUT;
    json_decref(reply.value);
    tenancy->driver.failed = tenancy->dirty;
    tenancy->pending = false;
}

/* A fault that never struck proves nothing, whatever the outcome. */
static bool fault_struck(struct sockspec_scenario *scenario,
                         const struct sockspec_tenancy *tenancy) {
    const struct sockspec_fault *fault = &tenancy->driver.fault;
    bool concluded = scenario->stopped == SOCKSPEC_PASS || scenario->stopped == SOCKSPEC_FAIL;
    if (!tenancy->used || !concluded || fault->operation == NULL || fault->fired > 0) {
        return true;
    }
    scenario->detail[0] = '\0';
    (void)sockspec_give_up(scenario, SOCKSPEC_NOT_RUN,
                           SOCKSPEC_FAULT_DID_NOT_STRIKE "; the calls made: %s",
                           *fault->calls == '\0' ? "none" : fault->calls);
    return false;
}

static void lift_limits(struct sockspec_scenario *scenario) {
    static const __rlimit_resource_t resources[] = {RLIMIT_NOFILE, RLIMIT_AS};
    struct rlimit limit;
    pid_t pid = scenario->places[SOCKSPEC_HERE].driver.pid;
    for (size_t i = 0; scenario->limited && i < sizeof resources / sizeof resources[0]; i++) {
        if (prlimit(pid, resources[i], NULL, &limit) == 0) {
            limit.rlim_cur = limit.rlim_max;
            (void)prlimit(pid, resources[i], &limit, NULL);
        }
    }
    scenario->limited = false;
}

static void remove_paths(const struct sockspec_scenario *scenario) {
    for (size_t i = 0; i < json_array_size(scenario->paths); i++) {
        size_t length = 0;
        char *path = sockspec_bytes_from_json(json_array_get(scenario->paths, i), &length);
        if (path != NULL) {
            (void)unlink(path);
        }
        free(path);
    }
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

/* What was said to the drivers, and what they said on standard error. */
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

/* A driver that cannot be used again is given back, and how it ended is part of the story. */
static void move_out(struct sockspec_scenario *scenario, struct sockspec_tenancy *tenancy,
                     bool reusable) {
    char fate[64] = "";
    sockspec_pool_release(&tenancy->driver, reusable, fate, sizeof fate);
    *tenancy = (struct sockspec_tenancy){0};
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

/* What a case ran of the implementation, where the driver can tell; NULL elsewhere. */
static char *ask_covered(struct sockspec_tenancy *tenancy, int timeout_ms) {
    static const char method[] = "sockspec.covered";
    if (!tenancy->used || tenancy->dirty || !sockspec_driver_has_method(&tenancy->driver, method)) {
        return NULL;
    }
    json_t *none = json_array();
    struct sockspec_reply reply = sockspec_driver_call(&tenancy->driver, method, none, timeout_ms);
    json_decref(none);
    char *covered =
        reply.kind == SOCKSPEC_REPLY_RESULT ? json_dumps(reply.value, JSON_COMPACT) : NULL;
    tenancy->dirty = tenancy->dirty || covered == NULL;
    json_decref(reply.value);
    return covered;
}

static void finish(struct sockspec_scenario *scenario, struct sockspec_judgement *judgement) {
    sockspec_tester_close_all(scenario);
    lift_limits(scenario);
    for (size_t i = 0; i < SOCKSPEC_PLACES; i++) {
        if (scenario->places[i].pending) {
            recover(&scenario->places[i]);
        }
        if (scenario->places[i].used && !scenario->places[i].dirty) {
            clean_up(scenario, &scenario->places[i]);
        }
    }
    bool passes = scenario->detail[0] == '\0';
    judgement->transcript =
        passes && !scenario->plan->keeps_transcripts ? NULL : transcript(scenario);
    judgement->covered = ask_covered(&scenario->places[SOCKSPEC_HERE], scenario->plan->timeout_ms);
    for (size_t i = 0; i < SOCKSPEC_PLACES; i++) {
        if (scenario->places[i].leased && scenario->places[i].dirty) {
            move_out(scenario, &scenario->places[i], false);
        }
    }
    remove_paths(scenario);
    if (scenario->lock >= 0) {
        (void)close(scenario->lock);
    }
    json_decref(scenario->variables);
    json_decref(scenario->paths);
}

/* What the table wants played before its rows; false when that failed. */
static bool play_before(struct sockspec_scenario *scenario) {
    struct sockspec_tenancy *tenancy = &scenario->places[SOCKSPEC_HERE];
    const char *before = scenario->test->table->before;
    if (tenancy->leased && tenancy->before != NULL && tenancy->before != before) {
        reset(scenario, tenancy);
    }
    if (before == NULL || tenancy->before == before) {
        return true;
    }
    struct sockspec_given given = play_script(scenario, before);
    json_decref(given.value);
    tenancy->before = before;
    tenancy->changed = false;
    return given.kind == SOCKSPEC_GAVE_VALUE;
}

struct sockspec_judgement sockspec_scenario_play(struct sockspec_scenario *scenario,
                                                 const struct sockspec_case *test) {
    begin(scenario, test);
    struct sockspec_given given = {SOCKSPEC_GAVE_UP, NULL};
    if (!cannot_run(scenario) && play_before(scenario)) {
        given = play_script(scenario, test->script);
    }
    bool matches = given.kind != SOCKSPEC_GAVE_UP && sockspec_outcome_matches(scenario, &given);
    matches = fault_struck(scenario, &scenario->places[SOCKSPEC_HERE]) && matches;
    char *observed = NULL;
    if (matches) {
        observed = sockspec_case_expected(test);
    } else {
        observed = sockspec_render(&given);
        (void)sockspec_give_up(scenario, SOCKSPEC_FAIL, SOCKSPEC_OTHER_OUTCOME);
    }
    json_decref(given.value);
    struct sockspec_judgement judgement = {.observed = observed};
    finish(scenario, &judgement);
    judgement.verdict = scenario->stopped;
    judgement.detail =
        scenario->detail[0] == '\0' ? NULL : sockspec_must_have(strdup(scenario->detail));
    return judgement;
}

void sockspec_scenario_end(struct sockspec_scenario *scenario) {
    for (size_t i = 0; i < SOCKSPEC_PLACES; i++) {
        struct sockspec_tenancy *tenancy = &scenario->places[i];
        if (tenancy->leased && tenancy->before != NULL) {
            reset(scenario, tenancy); /* the next tenant knows nothing of it */
        }
        if (tenancy->leased) {
            move_out(scenario, tenancy, !tenancy->dirty);
        }
    }
}
