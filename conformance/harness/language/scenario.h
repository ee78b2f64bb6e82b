/* The state of a running case: its drivers, the variables of its script, and what stopped it. */
#ifndef SOCKSPEC_SCENARIO_H
#define SOCKSPEC_SCENARIO_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/driver/driver.h"
#include "conformance/harness/driver/observe.h"
#include "conformance/harness/driver/pool_message.h"
#include "conformance/harness/language/result.h"
#include "conformance/harness/language/script.h"
#include "conformance/harness/language/verdict.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/rows/plan.h"

/* A driver leased by this worker, which several cases use one after the other. */
struct sockspec_lease {
    bool leased;
    bool used;          /* the current case has used it */
    bool changed;       /* the current case has changed its state, so it must be reset */
    const char *before; /* the table's script that ran since the last reset, or NULL */
    bool pending;       /* a call was started and has not finished */
    bool dirty;         /* must not be used again */
    int descriptors;    /* open when last counted, -1: unknown; more sockets than `sockets` are a
                         * leak */
    int sockets;
    int others;                                  /* open when last counted, other than sockets */
    struct sockspec_descriptor_set before_cases; /* open when the driver was leased */
    struct sockspec_driver driver;
};

/* The sockets that the implementation made for a case, and the options that the case sets; see
 * made_sockets.h. */
enum { SOCKSPEC_MADE_SOCKETS = 32, SOCKSPEC_MADE_OPTIONS = 16 };

struct sockspec_made_sockets {
    struct sockspec_made_socket {
        int place;
        json_int_t handle;
        int descriptor;
        ino_t inode;
        bool nonblocking;
        bool may_change; /* a method that sets O_NONBLOCK was called */
    } items[SOCKSPEC_MADE_SOCKETS];
    size_t count;
    /* The options that the case sets. */
    struct {
        json_int_t level, name;
    } options[SOCKSPEC_MADE_OPTIONS];
    size_t option_count;
    bool any_option; /* the case sets an option by name, or more options than fit */
};

enum { SOCKSPEC_HERE, SOCKSPEC_ELSEWHERE, SOCKSPEC_PLACES };

enum { SOCKSPEC_TESTER_SOCKETS = 64 };

struct sockspec_scenario;

/* Functions that intervene in the evaluation of a row, to measure its strength. */
struct sockspec_hooks {
    /* Called with every answer of the implementation. Returns the answer to continue with. */
    struct sockspec_result (*answer)(struct sockspec_scenario *scenario,
                                     struct sockspec_result answer);
    /* Evaluates a statement of the row's script. */
    struct sockspec_result (*statement)(struct sockspec_scenario *scenario,
                                        const struct sockspec_node *script, size_t place);
};

struct sockspec_scenario {
    const struct sockspec_plan *plan;
    int timeout_ms; /* for one answer of a driver */
    int records;    /* where the worker sends a case's result */
    void (*report_no_driver)(const struct sockspec_scenario *scenario, const char *problem);
    const struct sockspec_case *test;
    struct sockspec_driver_kind kind; /* the kind of the drivers */
    struct sockspec_lease places[SOCKSPEC_PLACES];
    json_t *variables;
    struct sockspec_made_sockets made;
    int left_open; /* descriptors other than sockets that the case has left open */
    json_t *paths; /* made by path(); removed when the case ends */
    int tester_sockets[SOCKSPEC_TESTER_SOCKETS];
    size_t tester_socket_count;
    int lock; /* the lock that exclusively() holds, or -1 */
    bool platform_constants;
    bool limited;                       /* limit_descriptors() or limit_memory() is in effect */
    const struct sockspec_hooks *hooks; /* may be NULL */
    struct sockspec_tampering
        *tampering; /* the hooks' state; it applies to the last statement of `script` */
    const struct sockspec_node *script;
    int aside; /* above 0, answers are only steps on the way to the statement's value */
    /* What stopped the script, if anything stopped it. */
    enum sockspec_verdict stopped;
    char detail[1024];
};

/* The script cannot continue. The first verdict and reason are kept; later ones are ignored. */
__attribute__((format(printf, 3, 4))) struct sockspec_result
sockspec_stop(struct sockspec_scenario *scenario, enum sockspec_verdict verdict, const char *format,
              ...);

#endif
