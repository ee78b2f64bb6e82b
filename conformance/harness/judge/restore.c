#include "conformance/harness/judge/restore.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"
#include "conformance/harness/driver/process.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/support/plural.h"

struct leak {
    int sockets, others;
};

/* If the number of descriptors is unchanged, they are assumed to be the same ones, provided that
 * the driver counts them, too. */
static struct leak count_leaked(struct sockspec_lease *lease) {
    struct leak leak = {0, 0};
    int open_now = sockspec_observe_descriptors(lease->driver.pid);
    if (open_now >= 0 && open_now != lease->descriptors) {
        int sockets = sockspec_observe_sockets(lease->driver.pid);
        leak = (struct leak){sockets - lease->sockets, open_now - sockets - lease->others};
        lease->sockets = sockets;
        lease->others = open_now - sockets;
        lease->descriptors = open_now;
    }
    return leak;
}

/* The driver closes everything the case opened, and its answer proves that it did. */
void sockspec_reset_driver(struct sockspec_scenario *scenario, struct sockspec_lease *lease) {
    json_t *none = json_array();
    struct sockspec_reply reply =
        sockspec_driver_call(&lease->driver, "sockspec.reset", none, scenario->plan->timeout_ms);
    json_decref(none);
    lease->changed = false;
    lease->before = NULL;
    int open_now = sockspec_observe_descriptors(lease->driver.pid);
    if (reply.kind != SOCKSPEC_REPLY_RESULT) {
        lease->dirty = true;
        (void)sockspec_stop(scenario, sockspec_verdict_of(reply.kind), "sockspec.reset: %s",
                            reply.problem);
    } else if (open_now >= 0 && json_is_integer(reply.value) &&
               json_integer_value(reply.value) != open_now) {
        lease->dirty = true;
        (void)sockspec_stop(scenario, SOCKSPEC_PROTOCOL_ERROR,
                            "sockspec.reset counts %" JSON_INTEGER_FORMAT
                            " descriptors, /proc shows %d",
                            json_integer_value(reply.value), open_now);
    }
    if (json_is_null(reply.value)) {
        lease->descriptors = -1;
    }
    json_decref(reply.value);
}

/* Restores the driver to its state before the case. A socket that is left fails the case. If the
 * socket could make the next case fail, too, the driver is not reused. */
static void clean_up(struct sockspec_scenario *scenario, struct sockspec_lease *lease) {
    if (lease->changed) {
        sockspec_reset_driver(scenario, lease);
    }
    struct leak leak = lease->dirty ? (struct leak){0, 0} : count_leaked(lease);
    if (leak.sockets > 0) {
        lease->dirty = sockspec_observe_any_address(lease->driver.pid);
        (void)sockspec_stop(scenario, SOCKSPEC_FAIL, "leaks %d %s", leak.sockets,
                            sockspec_plural((size_t)leak.sockets, "socket", "sockets"));
    }
    scenario->left_open += leak.others > 0 ? leak.others : 0;
}

/* Shuts down the driver's sockets to end a call that still waits, so that the driver can
 * continue. */
static void recover(struct sockspec_lease *lease) {
    enum { PATIENCE_MS = 1000 };
    sockspec_driver_note(&lease->driver,
                         "the call still waits; the suite shuts the socket down to end it");
    sockspec_process_shut_down(lease->driver.pid);
    struct sockspec_reply reply = sockspec_driver_receive(&lease->driver, PATIENCE_MS);
    lease->dirty = lease->dirty || reply.kind == SOCKSPEC_REPLY_DIED ||
                   reply.kind == SOCKSPEC_REPLY_INVALID || reply.kind == SOCKSPEC_REPLY_TIMED_OUT;
    json_decref(reply.value);
    lease->driver.failed = lease->dirty;
    lease->pending = false;
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

void sockspec_remove_paths(const struct sockspec_scenario *scenario) {
    for (size_t i = 0; i < json_array_size(scenario->paths); i++) {
        size_t length = 0;
        char *path = sockspec_bytes_from_json(json_array_get(scenario->paths, i), &length);
        if (path != NULL) {
            (void)unlink(path);
        }
        free(path);
    }
}

void sockspec_restore_drivers(struct sockspec_scenario *scenario) {
    lift_limits(scenario);
    for (size_t i = 0; i < SOCKSPEC_PLACES; i++) {
        if (scenario->places[i].pending) {
            recover(&scenario->places[i]);
        }
        if (scenario->places[i].used && !scenario->places[i].dirty) {
            clean_up(scenario, &scenario->places[i]);
        }
    }
}
