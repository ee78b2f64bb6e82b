#include "conformance/harness/language/evaluate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/constants.h"
#include "conformance/harness/language/forms.h"
#include "conformance/harness/language/functions.h"
#include "conformance/harness/language/operators.h"
#include "conformance/harness/language/tester.h"

/* Returns the values of items[first...] as one array. */
static struct sockspec_result evaluate_items(struct sockspec_scenario *scenario,
                                             const struct sockspec_node *node, size_t first) {
    json_t *values = json_array();
    for (size_t i = first; i < node->count; i++) {
        struct sockspec_result item = sockspec_evaluate(scenario, node->items[i]);
        if (item.kind != SOCKSPEC_RESULT_VALUE) {
            json_decref(values);
            return item;
        }
        (void)json_array_append_new(values, item.value);
    }
    return sockspec_result_of(values);
}

static const char *without_prefix(const char *name, const char *prefix) {
    size_t length = strlen(prefix);
    return strncmp(name, prefix, length) == 0 ? name + length : name;
}

static struct sockspec_result evaluate_constant(struct sockspec_scenario *scenario,
                                                const char *constant) {
    const char *name = without_prefix(without_prefix(constant, "Socket::"), "Constants::");
    long long platform = 0;
    if (scenario->platform_constants && sockspec_platform_constant(name, &platform)) {
        return sockspec_result_of(json_integer(platform));
    }
    const struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL) {
        return sockspec_no_result();
    }
    json_t *value = json_object_get(json_object_get(driver->hello, "constants"), name);
    if (value == NULL) {
        return sockspec_stop_undeclared(scenario, name);
    }
    return sockspec_result_of(json_incref(value));
}

struct target {
    bool is_tester;
    int place;
    char method[128];
    json_t *receiver; /* NULL for a class method */
};

/* Finds the receiver of a call and the method's full name. Returns false if there is nothing to
 * call. */
static bool find_target(struct sockspec_scenario *scenario, const struct sockspec_node *call,
                        struct target *target, struct sockspec_result *problem) {
    const struct sockspec_node *receiver = call->items[0];
    if (receiver->kind == SOCKSPEC_NODE_CONSTANT) {
        const char *class = without_prefix(receiver->text, "Elsewhere::");
        target->is_tester = strcmp(class, "Tester") == 0;
        target->place = class == receiver->text ? SOCKSPEC_HERE : SOCKSPEC_ELSEWHERE;
        (void)snprintf(target->method, sizeof target->method, "%s.%s", class, call->text);
        return true;
    }
    *problem = sockspec_evaluate(scenario, receiver);
    if (problem->kind != SOCKSPEC_RESULT_VALUE) {
        return false;
    }
    target->receiver = problem->value;
    target->is_tester = sockspec_is_tester_socket(target->receiver);
    target->place = sockspec_handle_place(target->receiver);
    (void)snprintf(target->method, sizeof target->method, "Socket#%s", call->text);
    if (!target->is_tester && target->place < 0) {
        json_decref(target->receiver);
        *problem =
            sockspec_stop(scenario, SOCKSPEC_BROKEN, "%s is called on no socket", call->text);
        return false;
    }
    return true;
}

static struct sockspec_result evaluate_call(struct sockspec_scenario *scenario,
                                            const struct sockspec_node *node, bool only_start) {
    struct target target = {0};
    struct sockspec_result result;
    scenario->aside++;
    if (!find_target(scenario, node, &target, &result)) {
        scenario->aside--;
        return result;
    }
    bool outer = scenario->platform_constants;
    scenario->platform_constants = target.is_tester;
    struct sockspec_result arguments = evaluate_items(scenario, node, 1);
    scenario->platform_constants = outer;
    scenario->aside--;
    if (arguments.kind != SOCKSPEC_RESULT_VALUE) {
        json_decref(target.receiver);
        return arguments;
    }
    if (target.is_tester) {
        result = sockspec_tester_call(scenario, target.receiver, node->text, arguments.value);
    } else {
        if (target.receiver != NULL) {
            (void)json_array_insert(arguments.value, 0, target.receiver);
        }
        result = (only_start ? sockspec_start_call : sockspec_call)(scenario, target.place,
                                                                    target.method, arguments.value);
    }
    json_decref(arguments.value);
    json_decref(target.receiver);
    return result;
}

static struct sockspec_result evaluate_operator(struct sockspec_scenario *scenario,
                                                const struct sockspec_node *node) {
    struct sockspec_result values = evaluate_items(scenario, node, 0);
    if (values.kind != SOCKSPEC_RESULT_VALUE) {
        return values;
    }
    json_t *computed = sockspec_operate(node->text[0], json_array_get(values.value, 0),
                                        json_array_get(values.value, 1));
    json_decref(values.value);
    return computed != NULL
               ? sockspec_result_of(computed)
               : sockspec_stop(scenario, SOCKSPEC_BROKEN, "%s on such values", node->text);
}

static struct sockspec_result evaluate_index(struct sockspec_scenario *scenario,
                                             const struct sockspec_node *node) {
    struct sockspec_result values = evaluate_items(scenario, node, 0);
    if (values.kind != SOCKSPEC_RESULT_VALUE) {
        return values;
    }
    const json_t *from = json_array_get(values.value, 0);
    json_int_t at = json_integer_value(json_array_get(values.value, 1));
    json_t *part = NULL;
    if (node->count == 3) {
        part = sockspec_slice(from, at, json_integer_value(json_array_get(values.value, 2)));
    } else {
        part = json_incref(json_array_get(from, (size_t)at));
    }
    json_decref(values.value);
    return part != NULL ? sockspec_result_of(part)
                        : sockspec_stop(scenario, SOCKSPEC_BROKEN, "there is no such element");
}

static struct sockspec_result evaluate_name(struct sockspec_scenario *scenario, const char *name) {
    json_t *value = json_object_get(scenario->variables, name);
    return value != NULL ? sockspec_result_of(json_incref(value))
                         : sockspec_stop(scenario, SOCKSPEC_BROKEN, "%s has no value", name);
}

static struct sockspec_result assign(struct sockspec_scenario *scenario,
                                     const struct sockspec_node *node) {
    size_t names = node->count - 1;
    struct sockspec_result result = sockspec_evaluate(scenario, node->items[names]);
    if (result.kind != SOCKSPEC_RESULT_VALUE) {
        return result;
    }
    /* `a, b = c[0]` may take only the first elements, but an answer must have as many as are
     * documented. */
    bool is_answer = node->items[names]->kind == SOCKSPEC_NODE_CALL ||
                     node->items[names]->kind == SOCKSPEC_NODE_FUNCTION;
    if (names > 1 && is_answer && json_array_size(result.value) != names) {
        char *answer = sockspec_render(&result);
        (void)sockspec_stop(scenario, SOCKSPEC_BROKEN,
                            "the script assigns %zu names, but the call %s", names, answer);
        free(answer);
        json_decref(result.value);
        return sockspec_no_result();
    }
    for (size_t i = 0; i < names; i++) {
        json_t *part = names == 1 ? result.value : json_array_get(result.value, i);
        if (part == NULL) {
            json_decref(result.value);
            return sockspec_stop(scenario, SOCKSPEC_BROKEN, "%s gets no value",
                                 node->items[i]->text);
        }
        (void)json_object_set(scenario->variables, node->items[i]->text, part);
    }
    return result;
}

static struct sockspec_result evaluate_statement(struct sockspec_scenario *scenario,
                                                 const struct sockspec_node *node, size_t i) {
    return node == scenario->script && scenario->hooks != NULL
               ? scenario->hooks->statement(scenario, node, i)
               : sockspec_evaluate(scenario, node->items[i]);
}

/* Every statement except the last must succeed. */
static struct sockspec_result evaluate_sequence(struct sockspec_scenario *scenario,
                                                const struct sockspec_node *node) {
    bool nested = node != scenario->script;
    for (size_t i = 0; i + 1 < node->count; i++) {
        scenario->aside += nested ? 1 : 0;
        struct sockspec_result result = evaluate_statement(scenario, node, i);
        scenario->aside -= nested ? 1 : 0;
        if (result.kind == SOCKSPEC_RESULT_NONE) {
            return result;
        }
        if (result.kind == SOCKSPEC_RESULT_EXCEPTION) {
            char *exception = sockspec_render(&result);
            (void)sockspec_stop(scenario, SOCKSPEC_BROKEN, "step %zu %s", i + 1, exception);
            free(exception);
        }
        json_decref(result.value);
        if (result.kind == SOCKSPEC_RESULT_EXCEPTION) {
            return sockspec_no_result();
        }
    }
    return evaluate_statement(scenario, node, node->count - 1);
}

/* The arguments of a function are evaluated before the call; those of a form are not. */
static struct sockspec_result apply(struct sockspec_scenario *scenario,
                                    const struct sockspec_node *node,
                                    sockspec_function_call *call) {
    struct sockspec_result arguments = evaluate_items(scenario, node, 0);
    if (arguments.kind != SOCKSPEC_RESULT_VALUE) {
        return arguments;
    }
    struct sockspec_result result = call(scenario, arguments.value);
    json_decref(arguments.value);
    return result;
}

static struct sockspec_result evaluate_function(struct sockspec_scenario *scenario,
                                                const struct sockspec_node *node) {
    sockspec_form *form = sockspec_form_find(node->text, node->count);
    if (form != NULL) {
        return form(scenario, node, sockspec_evaluate);
    }
    sockspec_function_call *function = sockspec_function_find(node->text, node->count);
    return function != NULL
               ? apply(scenario, node, function)
               : sockspec_stop(scenario, SOCKSPEC_BROKEN,
                               "there is no function %s of %zu arguments", node->text, node->count);
}

struct sockspec_result sockspec_evaluate(struct sockspec_scenario *scenario,
                                         const struct sockspec_node *node) {
    switch (node->kind) {
    case SOCKSPEC_NODE_NIL:
        return sockspec_result_of(json_null());
    case SOCKSPEC_NODE_TRUE:
        return sockspec_result_of(json_true());
    case SOCKSPEC_NODE_FALSE:
        return sockspec_result_of(json_false());
    case SOCKSPEC_NODE_INTEGER:
        return sockspec_result_of(json_integer(node->integer));
    case SOCKSPEC_NODE_FLOAT:
        return sockspec_result_of(json_real(node->real));
    case SOCKSPEC_NODE_STRING:
        return sockspec_result_of(sockspec_bytes_to_json(node->text, node->length));
    case SOCKSPEC_NODE_NAME:
        return evaluate_name(scenario, node->text);
    case SOCKSPEC_NODE_CONSTANT:
        return evaluate_constant(scenario, node->text);
    case SOCKSPEC_NODE_ARRAY:
        return evaluate_items(scenario, node, 0);
    case SOCKSPEC_NODE_CALL:
        return evaluate_call(scenario, node, false);
    case SOCKSPEC_NODE_START:
        return node->items[0]->kind == SOCKSPEC_NODE_CALL
                   ? evaluate_call(scenario, node->items[0], true)
                   : sockspec_stop(scenario, SOCKSPEC_BROKEN, "only a call can be started");
    case SOCKSPEC_NODE_FUNCTION:
        return evaluate_function(scenario, node);
    case SOCKSPEC_NODE_OPERATOR:
        return evaluate_operator(scenario, node);
    case SOCKSPEC_NODE_INDEX:
        return evaluate_index(scenario, node);
    case SOCKSPEC_NODE_ASSIGN:
        return assign(scenario, node);
    case SOCKSPEC_NODE_SEQUENCE:
        break;
    }
    return evaluate_sequence(scenario, node);
}
