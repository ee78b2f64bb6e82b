#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/support/memory.h"
#include "conformance/harness/play/scenario.h"

struct sockspec_given sockspec_give(json_t *value) {
    return (struct sockspec_given){SOCKSPEC_GAVE_VALUE, value};
}

struct sockspec_given sockspec_give_up(struct sockspec_scenario *scenario,
                                       enum sockspec_verdict verdict, const char *format, ...) {
    if (scenario->detail[0] == '\0') {
        va_list arguments;
        va_start(arguments, format);
        (void)vsnprintf(scenario->detail, sizeof scenario->detail, format, arguments);
        va_end(arguments);
        scenario->stopped = verdict;
    }
    return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
}

/* The values of items[first...] as one array. */
static struct sockspec_given evaluate_items(struct sockspec_scenario *scenario,
                                            const struct sockspec_node *node, size_t first) {
    json_t *values = json_array();
    for (size_t i = first; i < node->count; i++) {
        struct sockspec_given item = sockspec_evaluate(scenario, node->items[i]);
        if (item.kind != SOCKSPEC_GAVE_VALUE) {
            json_decref(values);
            return item;
        }
        (void)json_array_append_new(values, item.value);
    }
    return sockspec_give(values);
}

static const char *without_prefix(const char *name, const char *prefix) {
    size_t length = strlen(prefix);
    return strncmp(name, prefix, length) == 0 ? name + length : name;
}

static struct sockspec_given evaluate_constant(struct sockspec_scenario *scenario,
                                               const char *constant) {
    const char *name = without_prefix(without_prefix(constant, "Socket::"), "Constants::");
    long long platform = 0;
    if (scenario->platform_constants && sockspec_platform_constant(name, &platform)) {
        return sockspec_give(json_integer(platform));
    }
    const struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL) {
        return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
    }
    json_t *value = json_object_get(json_object_get(driver->hello, "constants"), name);
    if (value == NULL) {
        return sockspec_give_up(scenario, SOCKSPEC_UNSUPPORTED, "there is no constant %s",
                                constant);
    }
    return sockspec_give(json_incref(value));
}

struct target {
    bool is_tester;
    int place;
    char method[128];
    json_t *receiver; /* NULL: a class method */
};

/* Who is called, and by which full name; false when it cannot be called. */
static bool find_target(struct sockspec_scenario *scenario, const struct sockspec_node *call,
                        struct target *target, struct sockspec_given *problem) {
    const struct sockspec_node *receiver = call->items[0];
    if (receiver->kind == SOCKSPEC_NODE_CONSTANT) {
        const char *class = without_prefix(receiver->text, "Elsewhere::");
        target->is_tester = strcmp(class, "Tester") == 0;
        target->place = class == receiver->text ? SOCKSPEC_HERE : SOCKSPEC_ELSEWHERE;
        (void)snprintf(target->method, sizeof target->method, "%s.%s", class, call->text);
        return true;
    }
    *problem = sockspec_evaluate(scenario, receiver);
    if (problem->kind != SOCKSPEC_GAVE_VALUE) {
        return false;
    }
    target->receiver = problem->value;
    target->is_tester = sockspec_is_tester_socket(target->receiver);
    target->place = sockspec_handle_place(target->receiver);
    (void)snprintf(target->method, sizeof target->method, "Socket#%s", call->text);
    if (!target->is_tester && target->place < 0) {
        json_decref(target->receiver);
        *problem =
            sockspec_give_up(scenario, SOCKSPEC_BROKEN, "%s is called on no socket", call->text);
        return false;
    }
    return true;
}

static struct sockspec_given evaluate_call(struct sockspec_scenario *scenario,
                                           const struct sockspec_node *node, bool only_start) {
    struct target target = {0};
    struct sockspec_given given;
    scenario->aside++;
    if (!find_target(scenario, node, &target, &given)) {
        scenario->aside--;
        return given;
    }
    bool outer = scenario->platform_constants;
    scenario->platform_constants = target.is_tester;
    struct sockspec_given arguments = evaluate_items(scenario, node, 1);
    scenario->platform_constants = outer;
    scenario->aside--;
    if (arguments.kind != SOCKSPEC_GAVE_VALUE) {
        json_decref(target.receiver);
        return arguments;
    }
    if (target.is_tester) {
        given = sockspec_tester_call(scenario, target.receiver, node->text, arguments.value);
    } else {
        if (target.receiver != NULL) {
            (void)json_array_insert(arguments.value, 0, target.receiver);
        }
        given = (only_start ? sockspec_start_call : sockspec_call)(scenario, target.place,
                                                                   target.method, arguments.value);
    }
    json_decref(arguments.value);
    json_decref(target.receiver);
    return given;
}

static json_t *joined(const json_t *left, const json_t *right) {
    size_t left_length = json_string_length(left);
    size_t right_length = json_string_length(right);
    char *text = sockspec_must_have(malloc(left_length + right_length + 1));
    memcpy(text, json_string_value(left), left_length);
    memcpy(text + left_length, json_string_value(right), right_length);
    json_t *result = json_stringn_nocheck(text, left_length + right_length);
    free(text);
    return result;
}

static json_t *repeated(const json_t *string, json_int_t times) {
    size_t length = json_string_length(string);
    size_t count = times < 0 ? 0 : (size_t)times;
    char *text = sockspec_must_have(malloc(length * count + 1));
    for (size_t i = 0; i < count; i++) {
        memcpy(text + i * length, json_string_value(string), length);
    }
    json_t *result = json_stringn_nocheck(text, length * count);
    free(text);
    return result;
}

/* NULL when the operator does not take such values. */
static json_t *operate(char operator, const json_t * left, const json_t *right) {
    if (operator== '*' && json_is_string(left) && json_is_integer(right)) {
        return repeated(left, json_integer_value(right));
    }
    if (operator== '+' && json_is_string(left) && json_is_string(right)) {
        return joined(left, right);
    }
    if (!json_is_integer(left) || !json_is_integer(right)) {
        return NULL;
    }
    json_int_t a = json_integer_value(left);
    json_int_t b = json_integer_value(right);
    return json_integer(operator== '|' ? a | b : operator== '+' ? a + b : a * b);
}

static struct sockspec_given evaluate_operator(struct sockspec_scenario *scenario,
                                               const struct sockspec_node *node) {
    struct sockspec_given values = evaluate_items(scenario, node, 0);
    if (values.kind != SOCKSPEC_GAVE_VALUE) {
        return values;
    }
    json_t *result =
        operate(node->text[0], json_array_get(values.value, 0), json_array_get(values.value, 1));
    json_decref(values.value);
    return result != NULL
               ? sockspec_give(result)
               : sockspec_give_up(scenario, SOCKSPEC_BROKEN, "%s on such values", node->text);
}

/* bytes[at, length] */
static json_t *slice(const json_t *string, json_int_t at, json_int_t length) {
    size_t size = 0;
    char *bytes = sockspec_bytes_from_json(string, &size);
    if (bytes == NULL) {
        return NULL;
    }
    size_t first = at < 0 || (size_t)at > size ? size : (size_t)at;
    size_t most = size - first;
    json_t *part = sockspec_bytes_to_json(
        bytes + first, length < 0 || (size_t)length > most ? most : (size_t)length);
    free(bytes);
    return part;
}

static struct sockspec_given evaluate_index(struct sockspec_scenario *scenario,
                                            const struct sockspec_node *node) {
    struct sockspec_given values = evaluate_items(scenario, node, 0);
    if (values.kind != SOCKSPEC_GAVE_VALUE) {
        return values;
    }
    const json_t *from = json_array_get(values.value, 0);
    json_int_t at = json_integer_value(json_array_get(values.value, 1));
    json_t *part = NULL;
    if (node->count == 3) {
        part = slice(from, at, json_integer_value(json_array_get(values.value, 2)));
    } else {
        part = json_incref(json_array_get(from, (size_t)at));
    }
    json_decref(values.value);
    return part != NULL ? sockspec_give(part)
                        : sockspec_give_up(scenario, SOCKSPEC_BROKEN, "there is no such element");
}

static struct sockspec_given evaluate_name(struct sockspec_scenario *scenario, const char *name) {
    json_t *value = json_object_get(scenario->variables, name);
    return value != NULL ? sockspec_give(json_incref(value))
                         : sockspec_give_up(scenario, SOCKSPEC_BROKEN, "%s has no value", name);
}

static struct sockspec_given assign(struct sockspec_scenario *scenario,
                                    const struct sockspec_node *node) {
    size_t names = node->count - 1;
    struct sockspec_given given = sockspec_evaluate(scenario, node->items[names]);
    if (given.kind != SOCKSPEC_GAVE_VALUE) {
        return given;
    }
    /* `a, b = c[0]` may take the first parts only; an answer has as many as are documented. */
    bool is_answer = node->items[names]->kind == SOCKSPEC_NODE_CALL ||
                     node->items[names]->kind == SOCKSPEC_NODE_FUNCTION;
    if (names > 1 && is_answer && json_array_size(given.value) != names) {
        char *answer = sockspec_render(&given);
        (void)sockspec_give_up(scenario, SOCKSPEC_BROKEN, "%zu names for what %s", names, answer);
        free(answer);
        json_decref(given.value);
        return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
    }
    for (size_t i = 0; i < names; i++) {
        json_t *part = names == 1 ? given.value : json_array_get(given.value, i);
        if (part == NULL) {
            json_decref(given.value);
            return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "%s gets no value",
                                    node->items[i]->text);
        }
        (void)json_object_set(scenario->variables, node->items[i]->text, part);
    }
    return given;
}

static struct sockspec_given evaluate_statement(struct sockspec_scenario *scenario,
                                                const struct sockspec_node *node, size_t i) {
    return node == scenario->script && scenario->tampering != NULL
               ? sockspec_strength_evaluate(scenario, node, i)
               : sockspec_evaluate(scenario, node->items[i]);
}

/* Every statement but the last has to succeed. */
static struct sockspec_given evaluate_sequence(struct sockspec_scenario *scenario,
                                               const struct sockspec_node *node) {
    bool nested = node != scenario->script;
    for (size_t i = 0; i + 1 < node->count; i++) {
        scenario->aside += nested ? 1 : 0;
        struct sockspec_given given = evaluate_statement(scenario, node, i);
        scenario->aside -= nested ? 1 : 0;
        if (given.kind == SOCKSPEC_GAVE_UP) {
            return given;
        }
        if (given.kind == SOCKSPEC_GAVE_EXCEPTION) {
            char *exception = sockspec_render(&given);
            (void)sockspec_give_up(scenario, SOCKSPEC_BROKEN, "step %zu %s", i + 1, exception);
            free(exception);
        }
        json_decref(given.value);
        if (given.kind == SOCKSPEC_GAVE_EXCEPTION) {
            return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
        }
    }
    return evaluate_statement(scenario, node, node->count - 1);
}

struct sockspec_given sockspec_evaluate(struct sockspec_scenario *scenario,
                                        const struct sockspec_node *node) {
    switch (node->kind) {
    case SOCKSPEC_NODE_NIL:
        return sockspec_give(json_null());
    case SOCKSPEC_NODE_TRUE:
        return sockspec_give(json_true());
    case SOCKSPEC_NODE_FALSE:
        return sockspec_give(json_false());
    case SOCKSPEC_NODE_INTEGER:
        return sockspec_give(json_integer(node->integer));
    case SOCKSPEC_NODE_FLOAT:
        return sockspec_give(json_real(node->real));
    case SOCKSPEC_NODE_STRING:
        return sockspec_give(sockspec_bytes_to_json(node->text, node->length));
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
                   : sockspec_give_up(scenario, SOCKSPEC_BROKEN, "only a call can be started");
    case SOCKSPEC_NODE_FUNCTION:
        return sockspec_function(scenario, node);
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
