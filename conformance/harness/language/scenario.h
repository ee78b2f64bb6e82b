/* The state of a case while it is played: its drivers, the names its script bound, what stopped it.
 */
#ifndef SOCKSPEC_SCENARIO_H
#define SOCKSPEC_SCENARIO_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/driver/driver.h"
#include "conformance/harness/driver/pool_message.h"
#include "conformance/harness/language/result.h"
#include "conformance/harness/language/script.h"
#include "conformance/harness/language/verdict.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/rows/plan.h"

/* A driver of ours, kept from case to case. */
struct sockspec_lease {
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

struct sockspec_scenario;

/* What takes part in the evaluation of a row to try its strength. */
struct sockspec_hooks {
    /* Called with every answer of the implementation; returns the one to go on with. */
    struct sockspec_result (*answer)(struct sockspec_scenario *scenario,
                                     struct sockspec_result answer);
    /* Evaluates a statement of the row's script. */
    struct sockspec_result (*statement)(struct sockspec_scenario *scenario,
                                        const struct sockspec_node *script, size_t place);
};

struct sockspec_scenario {
    const struct sockspec_plan *plan;
    int timeout_ms; /* for one answer of a driver */
    int records;    /* where the worker sends what came of a case */
    void (*report_no_driver)(const struct sockspec_scenario *scenario, const char *problem);
    const struct sockspec_case *test;
    struct sockspec_driver_kind kind; /* of the drivers */
    struct sockspec_lease places[SOCKSPEC_PLACES];
    json_t *variables;
    json_t *paths; /* made by path(), removed afterwards */
    int tester_sockets[SOCKSPEC_TESTER_SOCKETS];
    size_t tester_socket_count;
    int lock; /* of exclusively(), or -1 */
    bool platform_constants;
    bool limited;                       /* limit_descriptors() or limit_memory() is in force */
    const struct sockspec_hooks *hooks; /* or NULL */
    struct sockspec_tampering
        *tampering; /* of the hooks; with the last statement of this script: */
    const struct sockspec_node *script;
    int aside; /* while above 0, answers are only on the way to the statement's value */
    /* What stopped the script, if anything did: */
    enum sockspec_verdict stopped;
    char detail[1024];
};

/* The script cannot go on: the verdict and the reason are kept, the first ones only. */
__attribute__((format(printf, 3, 4))) struct sockspec_result
sockspec_stop(struct sockspec_scenario *scenario, enum sockspec_verdict verdict, const char *format,
              ...);

#endif
