/* One case being played: its drivers, the names its script bound, what stopped it. */
#ifndef SOCKSPEC_SCENARIO_H
#define SOCKSPEC_SCENARIO_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/rows/cases.h"
#include "conformance/harness/driver/driver.h"
#include "conformance/harness/rows/plan.h"
#include "conformance/harness/driver/pool_message.h"
#include "conformance/harness/language/script.h"

/* The detail of a row that fails because its last statement does something else. */
#define SOCKSPEC_OTHER_OUTCOME "the outcome is not the expected one"

enum sockspec_verdict {
    SOCKSPEC_PASS,
    SOCKSPEC_FAIL,
    SOCKSPEC_CRASHED,
    SOCKSPEC_TIMED_OUT,
    SOCKSPEC_PROTOCOL_ERROR,
    SOCKSPEC_BROKEN, /* a step before the decisive one failed */
    SOCKSPEC_UNSUPPORTED,
    SOCKSPEC_NOT_RUN,
    SOCKSPEC_EXPECTED, /* these three only with a baseline: as it says, */
    SOCKSPEC_CHANGED,  /* different, but not as it says, */
    SOCKSPEC_FIXED,    /* no longer different */
    SOCKSPEC_VERDICTS,
};

const char *sockspec_verdict_name(enum sockspec_verdict verdict);

/* A driver of ours, kept from case to case. */
struct sockspec_tenancy {
    bool leased;
    bool used;          /* by the current case */
    bool changed;       /* by the current case, so that it has to be reset */
    const char *before; /* the table's script it has played since the last reset, or NULL */
    bool pending;       /* a call was started and not finished */
    bool dirty;         /* must not be used again */
    int descriptors;    /* open when last looked at, -1: unknown; no socket more than at first: */
    int sockets;
    struct sockspec_driver driver;
};

enum { SOCKSPEC_HERE, SOCKSPEC_ELSEWHERE, SOCKSPEC_PLACES };

enum { SOCKSPEC_TESTER_SOCKETS = 64 };

struct sockspec_scenario {
    const struct sockspec_plan *plan;
    int timeout_ms; /* for one answer of a driver */
    int records;    /* where a driver that is not to be had is reported */
    const struct sockspec_case *test;
    struct sockspec_driver_kind kind; /* of the drivers */
    struct sockspec_tenancy places[SOCKSPEC_PLACES];
    json_t *variables;
    json_t *paths; /* made by path(), removed afterwards */
    int tester_sockets[SOCKSPEC_TESTER_SOCKETS];
    size_t tester_socket_count;
    int lock; /* of exclusively(), or -1 */
    bool platform_constants;
    bool limited;                         /* limit_descriptors() or limit_memory() is in force */
    struct sockspec_tampering *tampering; /* or NULL; with the last statement of this script: */
    const struct sockspec_node *script;
    int aside; /* while above 0, answers are only on the way to the statement's value */
    /* What stopped the script, if anything did: */
    enum sockspec_verdict stopped;
    char detail[1024];
};

/* What an expression gave. */
enum sockspec_gave { SOCKSPEC_GAVE_VALUE = 1, SOCKSPEC_GAVE_EXCEPTION, SOCKSPEC_GAVE_UP };

struct sockspec_given {
    enum sockspec_gave kind;
    json_t *value; /* owned; of an exception {"class", "ancestors", "message"}; else NULL */
};

/* What a case came to. The strings are owned by the holder. */
struct sockspec_judgement {
    enum sockspec_verdict verdict;
    char *observed;
    char *detail;     /* why, in a sentence; NULL for a pass */
    char *transcript; /* NULL for a pass */
    /* Of a row whose strength is tried: in how many ways its answer was tampered with, how many of
     * them its outcome allows, and how many it accepts although it does not. */
    size_t tamperings, allowed, accepted;
    char *covered; /* of a library that counts them: the offsets of the blocks it ran, or NULL */
};

/* Plays one case and judges it. */
struct sockspec_judgement sockspec_scenario_play(struct sockspec_scenario *scenario,
                                                 const struct sockspec_case *test);
void sockspec_scenario_end(struct sockspec_scenario *scenario);

/* evaluate.c */
struct sockspec_given sockspec_evaluate(struct sockspec_scenario *scenario,
                                        const struct sockspec_node *node);
/* The script cannot go on: the verdict and the reason are kept, the first ones only. */
__attribute__((format(printf, 3, 4))) struct sockspec_given
sockspec_give_up(struct sockspec_scenario *scenario, enum sockspec_verdict verdict,
                 const char *format, ...);
struct sockspec_given sockspec_give(json_t *value);

/* strength.c: what becomes of an answer, and of a statement of the row's script, where answers are
 * tampered with. */
struct sockspec_given sockspec_strength_answer(struct sockspec_scenario *scenario,
                                               struct sockspec_given answer);
struct sockspec_given sockspec_strength_evaluate(struct sockspec_scenario *scenario,
                                                 const struct sockspec_node *script, size_t place);

/* calls.c: calls of the implementation under test. `place` is where a class method is called. */
struct sockspec_given sockspec_call(struct sockspec_scenario *scenario, int place,
                                    const char *method, json_t *params);
struct sockspec_given sockspec_start_call(struct sockspec_scenario *scenario, int place,
                                          const char *method, json_t *params);
struct sockspec_given sockspec_finish_call(struct sockspec_scenario *scenario, int place);
/* The place a value's handle belongs to, -1 if it is no handle. */
int sockspec_handle_place(const json_t *value);
/* What a case comes to whose driver gives no proper answer. */
enum sockspec_verdict sockspec_verdict_of(enum sockspec_reply_kind kind);
struct sockspec_driver *sockspec_driver_at(struct sockspec_scenario *scenario, int place);

/* functions.c: the functions of the notation. `node` is a FUNCTION node. */
struct sockspec_given sockspec_function(struct sockspec_scenario *scenario,
                                        const struct sockspec_node *node);

/* tester.c: `Tester.method(...)`, with a NULL receiver, and methods of the tester's sockets. */
struct sockspec_given sockspec_tester_call(struct sockspec_scenario *scenario,
                                           const json_t *receiver, const char *method,
                                           const json_t *arguments);
bool sockspec_is_tester_socket(const json_t *value);
void sockspec_tester_close_all(struct sockspec_scenario *scenario);
/* The value this platform gives a constant that Tester calls use; false if unknown. */
bool sockspec_platform_constant(const char *name, long long *value);

/* outcome.c */
/* Whether what the last statement gave is what the case documents. */
bool sockspec_outcome_matches(struct sockspec_scenario *scenario,
                              const struct sockspec_given *given);
/* A value, or an exception, in the notation of scripts; the caller frees it. */
char *sockspec_render(const struct sockspec_given *given);
bool sockspec_is_a(const json_t *exception, const char *class, size_t length);

#endif
