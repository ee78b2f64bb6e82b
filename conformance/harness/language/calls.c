#include "conformance/harness/language/calls.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/hello.h"
#include "conformance/harness/driver/lease.h"
#include "conformance/harness/driver/observe.h"
#include "conformance/harness/language/made_sockets.h"

static bool take_driver(struct sockspec_scenario *scenario, struct sockspec_lease *lease) {
    char problem[256] = "";
    struct sockspec_driver *driver = &lease->driver;
    if (!sockspec_pool_lease(&scenario->kind, driver, problem, sizeof problem)) {
        (void)sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "no driver: %s", problem);
        if (!scenario->kind.filtered && scenario->report_no_driver != NULL) {
            scenario->report_no_driver(scenario, problem);
        }
        return false;
    }
    *lease = (struct sockspec_lease){.leased = true, .driver = *driver};
    if (!sockspec_driver_greet(driver, scenario->plan->timeout_ms, problem, sizeof problem)) {
        (void)sockspec_stop(scenario, SOCKSPEC_PROTOCOL_ERROR, "%s", problem);
        lease->dirty = true;
        return false;
    }
    lease->descriptors = sockspec_observe_descriptors(driver->pid);
    lease->sockets = sockspec_observe_sockets(driver->pid);
    lease->others = lease->descriptors - lease->sockets;
    sockspec_observe_open(driver->pid, &lease->before_cases);
    return true;
}

struct sockspec_driver *sockspec_driver_at(struct sockspec_scenario *scenario, int place) {
    struct sockspec_lease *lease = &scenario->places[place];
    if (!lease->leased && !take_driver(scenario, lease)) {
        return NULL;
    }
    lease->used = true;
    return &lease->driver;
}

int sockspec_handle_place(const json_t *value) {
    if (json_object_get(value, "socket") == NULL) {
        return -1;
    }
    return (int)json_integer_value(json_object_get(value, "in"));
}

/* Records in every handle of an answer which process it belongs to. Returns whether there is a
 * handle. */
static bool mark_handles(json_t *value, int place) {
    bool any = false;
    if (json_is_array(value)) {
        for (size_t i = 0; i < json_array_size(value); i++) {
            any = mark_handles(json_array_get(value, i), place) || any;
        }
    } else if (json_object_get(value, "socket") != NULL) {
        (void)json_object_set_new(value, "in", json_integer(place));
        any = true;
    }
    return any;
}

/* Returns a copy without those records, so that the implementation gets back exactly the handle it
 * returned. */
static json_t *wire_value(json_t *value) {
    if (json_is_array(value)) {
        json_t *copy = json_array();
        for (size_t i = 0; i < json_array_size(value); i++) {
            (void)json_array_append_new(copy, wire_value(json_array_get(value, i)));
        }
        return copy;
    }
    json_t *handle = json_object_get(value, "socket");
    return handle == NULL ? json_incref(value) : json_pack("{sO}", "socket", handle);
}

enum sockspec_verdict sockspec_verdict_of(enum sockspec_reply_kind kind) {
    return kind == SOCKSPEC_REPLY_DIED        ? SOCKSPEC_CRASHED
           : kind == SOCKSPEC_REPLY_TIMED_OUT ? SOCKSPEC_TIMED_OUT
                                              : SOCKSPEC_PROTOCOL_ERROR;
}

static struct sockspec_result use_reply(struct sockspec_scenario *scenario, int place,
                                        struct sockspec_reply reply) {
    struct sockspec_lease *lease = &scenario->places[place];
    switch (reply.kind) {
    case SOCKSPEC_REPLY_RESULT:
        if (mark_handles(reply.value, place)) {
            lease->changed = true;
            sockspec_made_note_answer(scenario, place, reply.value);
        }
        return sockspec_result_of(reply.value);
    case SOCKSPEC_REPLY_EXCEPTION:
        return (struct sockspec_result){SOCKSPEC_RESULT_EXCEPTION, reply.value};
    case SOCKSPEC_REPLY_UNSUPPORTED:
        return sockspec_stop(scenario, SOCKSPEC_FAIL, "declared in hello and then refused: %s",
                             reply.problem);
    case SOCKSPEC_REPLY_INVALID:
    case SOCKSPEC_REPLY_DIED:
    case SOCKSPEC_REPLY_TIMED_OUT:
        break;
    }
    lease->pending = reply.kind == SOCKSPEC_REPLY_TIMED_OUT;
    lease->dirty = lease->dirty || !lease->pending;
    return sockspec_stop(scenario, sockspec_verdict_of(reply.kind), "%s", reply.problem);
}

struct sockspec_result sockspec_start_call(struct sockspec_scenario *scenario, int place,
                                           const char *method, json_t *params) {
    struct sockspec_driver *driver = sockspec_driver_at(scenario, place);
    if (driver == NULL) {
        return sockspec_no_result();
    }
    if (!sockspec_driver_has_method(driver, method)) {
        return sockspec_stop(scenario, SOCKSPEC_UNSUPPORTED, "%s is not implemented", method);
    }
    /* Only a class method that is not a setter leaves the driver's state unchanged. */
    if (strchr(method, '.') == NULL || strchr(method, '=') != NULL ||
        strncmp(method, "sockspec.", strlen("sockspec.")) == 0) {
        scenario->places[place].changed = true;
    }
    sockspec_made_note_call(scenario, method, params);
    json_t *wired = wire_value(params);
    struct sockspec_reply failure;
    bool sent = sockspec_driver_send(driver, method, wired, scenario->plan->timeout_ms, &failure);
    json_decref(wired);
    if (!sent) {
        return use_reply(scenario, place, failure);
    }
    scenario->places[place].pending = true;
    return sockspec_result_of(json_pack("{si}", "call", place));
}

struct sockspec_result sockspec_finish_call(struct sockspec_scenario *scenario, int place) {
    struct sockspec_driver *driver = &scenario->places[place].driver;
    scenario->places[place].pending = false;
    struct sockspec_result answer =
        use_reply(scenario, place, sockspec_driver_receive(driver, scenario->timeout_ms));
    return scenario->hooks == NULL ? answer : scenario->hooks->answer(scenario, answer);
}

struct sockspec_result sockspec_call(struct sockspec_scenario *scenario, int place,
                                     const char *method, json_t *params) {
    if (scenario->places[place].pending) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN,
                             "%s is called while another call is under way", method);
    }
    struct sockspec_result started = sockspec_start_call(scenario, place, method, params);
    if (started.kind != SOCKSPEC_RESULT_VALUE) {
        return started;
    }
    json_decref(started.value);
    return sockspec_finish_call(scenario, place);
}
