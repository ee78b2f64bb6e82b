#include "conformance/harness/functions.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "conformance/harness/clock.h"

const char *sockspec_text_at(const json_t *arguments, size_t place) {
    const char *text = json_string_value(json_array_get(arguments, place));
    return text == NULL ? "" : text;
}

json_int_t sockspec_integer_at(const json_t *arguments, size_t place) {
    return json_integer_value(json_array_get(arguments, place));
}

static struct sockspec_given path(struct sockspec_scenario *scenario, json_t *arguments) {
    char name[160];
    (void)snprintf(name, sizeof name, "%s/%zu-%s", scenario->plan->directory, scenario->test->index,
                   sockspec_text_at(arguments, 0));
    (void)json_array_append_new(scenario->paths, json_string(name));
    return sockspec_give(json_string(name));
}

/* One case at a time holds what is named, until it ends. */
static struct sockspec_given exclusively(struct sockspec_scenario *scenario, json_t *arguments) {
    char name[160];
    (void)snprintf(name, sizeof name, "%s/%s.lock", scenario->plan->directory,
                   sockspec_text_at(arguments, 0));
    scenario->lock = open(name, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (scenario->lock < 0 || flock(scenario->lock, LOCK_EX) < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "cannot lock %s", name);
    }
    return sockspec_give(json_null());
}

/* Raises the safe level of the implementation; its reset lowers it again. */
static struct sockspec_given safe_level(struct sockspec_scenario *scenario, json_t *arguments) {
    struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL) {
        return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
    }
    scenario->places[SOCKSPEC_HERE].changed = true;
    struct sockspec_reply reply =
        sockspec_driver_call(driver, "sockspec.safe_level", arguments, scenario->timeout_ms);
    json_decref(reply.value);
    if (reply.kind != SOCKSPEC_REPLY_RESULT) {
        scenario->places[SOCKSPEC_HERE].dirty = true;
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "the driver sets no safe level");
    }
    return sockspec_give(json_null());
}

/* fault(operation, errno[, nth, seconds or 'always'[, socket]]): the system call fails so. */
static struct sockspec_given fault(struct sockspec_scenario *scenario, json_t *arguments) {
    json_t *which = json_array_get(arguments, 2);
    json_t *handle = json_array_get(arguments, 3);
    struct sockspec_fault armed;
    if (!sockspec_fault_arm(&armed, sockspec_text_at(arguments, 0),
                            sockspec_text_at(arguments, 1))) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "there is no fault %s of %s",
                                sockspec_text_at(arguments, 1), sockspec_text_at(arguments, 0));
    }
    if (handle != NULL) {
        armed.descriptor = sockspec_descriptor_of(scenario, handle);
    }
    armed.always = json_is_string(which);
    armed.lasts_ms = (int)(json_real_value(which) * 1000);
    armed.nth = json_is_integer(which) ? (unsigned)json_integer_value(which) : 1;
    struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL || driver->listener < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "this table injects no faults");
    }
    driver->fault = armed;
    return sockspec_give(json_null());
}

static const struct {
    const char *name;
    size_t least, most;
    sockspec_function_call *call;
} functions[] = {
    {"in4", 2, 2, sockspec_function_in4},
    {"in6", 2, 3, sockspec_function_in6},
    {"un", 1, 1, sockspec_function_un},
    {"hex", 1, 1, sockspec_function_hex},
    {"path", 1, 1, path},
    {"length", 1, 1, sockspec_function_length},
    {"constant", 1, 1, sockspec_function_constant},
    {"nonblocking", 1, 1, sockspec_function_nonblocking},
    {"close_on_exec", 1, 1, sockspec_function_close_on_exec},
    {"clear_nonblocking", 1, 1, sockspec_function_clear_nonblocking},
    {"set_nonblocking", 1, 1, sockspec_function_set_nonblocking},
    {"replace_descriptor", 1, 1, sockspec_function_replace_descriptor},
    {"exclusively", 1, 1, exclusively},
    {"fault", 2, 4, fault},
    {"limit_descriptors", 1, 1, sockspec_function_limit_descriptors},
    {"limit_memory", 1, 1, sockspec_function_limit_memory},
    {"safe_level", 1, 1, safe_level},
    {"finish", 1, 1, sockspec_function_finish},
    {"blocked", 1, 1, sockspec_function_blocked},
    {"at_once", 1, 1, sockspec_function_at_once},
    {"settled", 1, 1, sockspec_function_settled},
    {"interrupted", 1, 1, sockspec_function_interrupted},
    {"paused", 1, 1, sockspec_function_paused},
    {"hang_up", 2, 2, sockspec_function_hang_up},
};

/* Whether an exception is of the class named, or of one of the classes listed. */
static bool is_listed(const struct sockspec_node *classes, const json_t *exception) {
    if (classes->kind == SOCKSPEC_NODE_CONSTANT) {
        return sockspec_is_a(exception, classes->text, classes->length);
    }
    for (size_t i = 0; i < classes->count; i++) {
        if (is_listed(classes->items[i], exception)) {
            return true;
        }
    }
    return false;
}

/* raised(class, expression): a step that has to raise. */
static struct sockspec_given raised(struct sockspec_scenario *scenario,
                                    const struct sockspec_node *node) {
    struct sockspec_given given = sockspec_evaluate(scenario, node->items[1]);
    if (given.kind == SOCKSPEC_GAVE_EXCEPTION && is_listed(node->items[0], given.value)) {
        json_decref(given.value);
        return sockspec_give(json_true());
    }
    if (given.kind != SOCKSPEC_GAVE_UP) {
        char *answer = sockspec_render(&given);
        (void)sockspec_give_up(scenario, SOCKSPEC_BROKEN, "a step has to raise but %s", answer);
        free(answer);
        json_decref(given.value);
    }
    return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
}

/* Between begin and rescue any statement may raise. */
static struct sockspec_given attempt(struct sockspec_scenario *scenario,
                                     const struct sockspec_node *body) {
    if (body->kind != SOCKSPEC_NODE_SEQUENCE) {
        return sockspec_evaluate(scenario, body);
    }
    struct sockspec_given given = sockspec_evaluate(scenario, body->items[0]);
    for (size_t i = 1; i < body->count && given.kind == SOCKSPEC_GAVE_VALUE; i++) {
        json_decref(given.value);
        given = sockspec_evaluate(scenario, body->items[i]);
    }
    return given;
}

/* rescue(class, expression, otherwise) */
static struct sockspec_given rescue(struct sockspec_scenario *scenario,
                                    const struct sockspec_node *node) {
    struct sockspec_given given = attempt(scenario, node->items[1]);
    if (given.kind != SOCKSPEC_GAVE_EXCEPTION || !is_listed(node->items[0], given.value)) {
        return given;
    }
    json_decref(given.value);
    return sockspec_evaluate(scenario, node->items[2]);
}

/* retrying(class, expression, meanwhile); bounded, so that a lying IO.select ends, too. */
static struct sockspec_given retrying(struct sockspec_scenario *scenario,
                                      const struct sockspec_node *node) {
    enum { TRIES = 100 };
    for (int i = 0; i < TRIES; i++) {
        struct sockspec_given given = sockspec_evaluate(scenario, node->items[1]);
        if (given.kind != SOCKSPEC_GAVE_EXCEPTION || !is_listed(node->items[0], given.value)) {
            return given;
        }
        json_decref(given.value);
        given = sockspec_evaluate(scenario, node->items[2]);
        if (given.kind != SOCKSPEC_GAVE_VALUE) {
            return given;
        }
        json_decref(given.value);
    }
    return sockspec_give_up(scenario, SOCKSPEC_FAIL, "raises however often it is tried");
}

/* lasts(seconds, expression): whether it takes at least so long. No load makes that untrue. */
static struct sockspec_given lasts(struct sockspec_scenario *scenario,
                                   const struct sockspec_node *node) {
    long long began = sockspec_now_us();
    struct sockspec_given given = sockspec_evaluate(scenario, node->items[1]);
    if (given.kind == SOCKSPEC_GAVE_VALUE) {
        json_decref(given.value);
        double seconds = (double)(sockspec_now_us() - began) / 1e6;
        given = sockspec_give(json_boolean(seconds >= node->items[0]->real));
    }
    return given;
}

static const struct {
    const char *name;
    size_t count;
    struct sockspec_given (*evaluate)(struct sockspec_scenario *, const struct sockspec_node *);
} forms[] = {
    {"raised", 2, raised}, {"rescue", 3, rescue}, {"retrying", 3, retrying}, {"lasts", 2, lasts}};

/* Its arguments are evaluated first, as for any function; those of a form are not. */
static struct sockspec_given apply(struct sockspec_scenario *scenario,
                                   const struct sockspec_node *node, sockspec_function_call *call) {
    json_t *arguments = json_array();
    for (size_t i = 0; i < node->count; i++) {
        struct sockspec_given argument = sockspec_evaluate(scenario, node->items[i]);
        if (argument.kind != SOCKSPEC_GAVE_VALUE) {
            json_decref(arguments);
            return argument;
        }
        (void)json_array_append_new(arguments, argument.value);
    }
    struct sockspec_given given = call(scenario, arguments);
    json_decref(arguments);
    return given;
}

struct sockspec_given sockspec_function(struct sockspec_scenario *scenario,
                                        const struct sockspec_node *node) {
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (strcmp(forms[i].name, node->text) == 0 && forms[i].count == node->count) {
            return forms[i].evaluate(scenario, node);
        }
    }
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
        if (strcmp(functions[i].name, node->text) == 0 && node->count >= functions[i].least &&
            node->count <= functions[i].most) {
            return apply(scenario, node, functions[i].call);
        }
    }
    return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "there is no function %s of %zu arguments",
                            node->text, node->count);
}
