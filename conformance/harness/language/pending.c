#include "conformance/harness/language/pending.h"

#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"
#include "conformance/harness/driver/process.h"
#include "conformance/harness/language/calls.h"

/* Returns the place of the call that `function` was given. If it was given something else, stops
 * the scenario and returns -1. */
static int pending_place(struct sockspec_scenario *scenario, const json_t *arguments,
                         const char *function) {
    const json_t *call = json_object_get(json_array_get(arguments, 0), "call");
    if (call == NULL) {
        (void)sockspec_stop(scenario, SOCKSPEC_BROKEN, "%s() takes a call", function);
        return -1;
    }
    return (int)json_integer_value(call);
}

struct sockspec_result sockspec_function_finish(struct sockspec_scenario *scenario,
                                                json_t *arguments) {
    int place = pending_place(scenario, arguments, "finish");
    return place >= 0 ? sockspec_finish_call(scenario, place) : sockspec_no_result();
}

/* Returns the answer of a call that does not block. If there is none by now, the call keeps its
 * driver busy. */
static struct sockspec_result finish_awake(struct sockspec_scenario *scenario, int place) {
    struct pollfd answer = {.fd = scenario->places[place].driver.out, .events = POLLIN};
    return poll(&answer, 1, 0) > 0
               ? sockspec_finish_call(scenario, place)
               : sockspec_stop(scenario, SOCKSPEC_TIMED_OUT, "the call neither returned nor slept");
}

struct sockspec_result sockspec_function_blocked(struct sockspec_scenario *scenario,
                                                 json_t *arguments) {
    int place = pending_place(scenario, arguments, "blocked");
    if (place < 0) {
        return sockspec_no_result();
    }
    if (sockspec_driver_blocks(&scenario->places[place].driver, scenario->timeout_ms)) {
        return sockspec_result_of(json_true());
    }
    struct sockspec_result result = finish_awake(scenario, place);
    if (result.kind != SOCKSPEC_RESULT_NONE) {
        char *answer = sockspec_render(&result);
        (void)sockspec_stop(scenario, SOCKSPEC_FAIL, "the call should block but %s", answer);
        free(answer);
        json_decref(result.value);
    }
    return sockspec_no_result();
}

/* Returns the call's result. A call that blocks fails the row. */
struct sockspec_result sockspec_function_at_once(struct sockspec_scenario *scenario,
                                                 json_t *arguments) {
    int place = pending_place(scenario, arguments, "at_once");
    if (place < 0) {
        return sockspec_no_result();
    }
    if (sockspec_driver_blocks(&scenario->places[place].driver, scenario->timeout_ms)) {
        return sockspec_stop(scenario, SOCKSPEC_FAIL, "the call blocks but should return at once");
    }
    return finish_awake(scenario, place);
}

/* Returns the call's result, or 'waits' if it blocks. For calls that may do either. */
struct sockspec_result sockspec_function_settled(struct sockspec_scenario *scenario,
                                                 json_t *arguments) {
    int place = pending_place(scenario, arguments, "settled");
    if (place < 0) {
        return sockspec_no_result();
    }
    if (sockspec_driver_blocks(&scenario->places[place].driver, scenario->timeout_ms)) {
        return sockspec_result_of(json_string("waits"));
    }
    return finish_awake(scenario, place);
}

/* The function interrupts the call several times, because some implementations retry a few
 * times. */
struct sockspec_result sockspec_function_interrupted(struct sockspec_scenario *scenario,
                                                     json_t *arguments) {
    enum { TRIES = 5 };
    int place = pending_place(scenario, arguments, "interrupted");
    if (place < 0) {
        return sockspec_no_result();
    }
    struct sockspec_driver *driver = &scenario->places[place].driver;
    for (int i = 0; i < TRIES; i++) {
        if (!sockspec_driver_blocks(driver, scenario->timeout_ms)) {
            return sockspec_result_of(json_true());
        }
        if (!sockspec_process_interrupt(driver->pid)) {
            return sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "cannot stop the driver");
        }
    }
    return sockspec_stop(scenario, SOCKSPEC_FAIL, "the call goes on waiting after a signal");
}

/* Sends a signal that the call must survive. */
struct sockspec_result sockspec_function_paused(struct sockspec_scenario *scenario,
                                                json_t *arguments) {
    int place = pending_place(scenario, arguments, "paused");
    if (place < 0) {
        return sockspec_no_result();
    }
    return sockspec_process_interrupt(scenario->places[place].driver.pid)
               ? sockspec_result_of(json_true())
               : sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "cannot stop the driver");
}

/* Ends the connection that a call uses, or the call's attempt to connect, through the descriptor
 * the call works on. */
struct sockspec_result sockspec_function_hang_up(struct sockspec_scenario *scenario,
                                                 json_t *arguments) {
    int place = pending_place(scenario, arguments, "hang_up");
    if (place < 0) {
        return sockspec_no_result();
    }
    int own = sockspec_observe_duplicate(scenario->places[place].driver.pid,
                                         (int)sockspec_integer_at(arguments, 1));
    bool ended = own >= 0 && sockspec_process_cut_off(own);
    if (own >= 0) {
        (void)close(own);
    }
    return ended ? sockspec_result_of(json_null())
                 : sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "cannot shut the descriptor down");
}
