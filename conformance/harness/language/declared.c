#include "conformance/harness/language/declared.h"

#include <stdio.h>
#include <string.h>

#include "conformance/harness/driver/hello.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/constants.h"
#include "conformance/harness/language/forms.h"
#include "conformance/harness/language/outcome.h"

struct search {
    struct sockspec_scenario *scenario;
    const struct sockspec_driver *driver;
    json_t *examined; /* the names of values that the implementation returned */
};

static bool find_constant(const struct search *search, const char *text, bool in_tester_call) {
    const char *colon = strrchr(text, ':');
    const char *name = colon == NULL ? text : colon + 1;
    long long value = 0;
    if (json_object_get(json_object_get(search->driver->hello, "constants"), name) != NULL ||
        (in_tester_call && sockspec_platform_constant(name, &value))) {
        return true;
    }
    (void)sockspec_stop_undeclared(search->scenario, name);
    return false;
}

/* Returns whether a value comes from Tester, or may. */
static bool is_testers(const struct search *search, const struct sockspec_node *node) {
    if (node->kind == SOCKSPEC_NODE_NAME) {
        return json_object_get(search->examined, node->text) == NULL;
    }
    if (node->kind == SOCKSPEC_NODE_CONSTANT) {
        return strcmp(node->text, "Tester") == 0 || strcmp(node->text, "Elsewhere::Tester") == 0;
    }
    size_t looked_at = node->kind == SOCKSPEC_NODE_CALL && node->count > 1 ? 1 : node->count;
    bool any = false;
    for (size_t i = 0; i < looked_at && !any; i++) {
        any = is_testers(search, node->items[i]);
    }
    return any;
}

static bool find_method(const struct search *search, const struct sockspec_node *call) {
    const struct sockspec_node *receiver = call->items[0];
    char method[128];
    if (receiver->kind == SOCKSPEC_NODE_CONSTANT) {
        static const char elsewhere[] = "Elsewhere::";
        bool there = strncmp(receiver->text, elsewhere, strlen(elsewhere)) == 0;
        const char *class = receiver->text + (there ? strlen(elsewhere) : 0);
        (void)snprintf(method, sizeof method, "%s.%s", class, call->text);
    } else {
        (void)snprintf(method, sizeof method, "Socket#%s", call->text);
    }
    if (sockspec_driver_has_method(search->driver, method)) {
        return true;
    }
    (void)sockspec_stop(search->scenario, SOCKSPEC_UNSUPPORTED, "%s is not implemented", method);
    return false;
}

static bool find_all(struct search *search, const struct sockspec_node *node, bool in_tester_call);

static bool find_items(struct search *search, const struct sockspec_node *node, size_t first,
                       size_t end, bool in_tester_call) {
    bool all = true;
    for (size_t i = first; i < end && all; i++) {
        all = find_all(search, node->items[i], in_tester_call);
    }
    return all;
}

static bool find_in_call(struct search *search, const struct sockspec_node *call) {
    bool by_tester = is_testers(search, call->items[0]);
    bool on_class = call->items[0]->kind == SOCKSPEC_NODE_CONSTANT;
    return (on_class || find_all(search, call->items[0], false)) &&
           (by_tester || find_method(search, call)) &&
           find_items(search, call, 1, call->count, by_tester);
}

/* The first argument of a form may be a class. What follows the second is not always evaluated. */
static bool find_in_function(struct search *search, const struct sockspec_node *node,
                             bool in_tester_call) {
    if (sockspec_form_find(node->text, node->count) != NULL) {
        return find_all(search, node->items[1], in_tester_call);
    }
    if (strcmp(node->text, "constant") == 0 && node->items[0]->kind == SOCKSPEC_NODE_STRING) {
        return find_constant(search, node->items[0]->text, false);
    }
    return find_items(search, node, 0, node->count, in_tester_call);
}

static bool find_in_assignment(struct search *search, const struct sockspec_node *node) {
    size_t names = node->count - 1;
    bool by_tester = is_testers(search, node->items[names]);
    bool all = find_all(search, node->items[names], false);
    for (size_t i = 0; i < names; i++) {
        if (by_tester) {
            (void)json_object_del(search->examined, node->items[i]->text);
        } else {
            (void)json_object_set_new(search->examined, node->items[i]->text, json_true());
        }
    }
    return all;
}

static bool find_all(struct search *search, const struct sockspec_node *node, bool in_tester_call) {
    switch (node->kind) {
    case SOCKSPEC_NODE_CONSTANT:
        return find_constant(search, node->text, in_tester_call);
    case SOCKSPEC_NODE_CALL:
        return find_in_call(search, node);
    case SOCKSPEC_NODE_FUNCTION:
        return find_in_function(search, node, in_tester_call);
    case SOCKSPEC_NODE_ASSIGN:
        return find_in_assignment(search, node);
    case SOCKSPEC_NODE_NIL:
    case SOCKSPEC_NODE_TRUE:
    case SOCKSPEC_NODE_FALSE:
    case SOCKSPEC_NODE_INTEGER:
    case SOCKSPEC_NODE_FLOAT:
    case SOCKSPEC_NODE_STRING:
    case SOCKSPEC_NODE_NAME:
    case SOCKSPEC_NODE_ARRAY:
    case SOCKSPEC_NODE_OPERATOR:
    case SOCKSPEC_NODE_INDEX:
    case SOCKSPEC_NODE_START:
    case SOCKSPEC_NODE_SEQUENCE:
        break;
    }
    return find_items(search, node, 0, node->count, in_tester_call);
}

/* In a pattern, a constant may also be the kind of a value. */
static bool find_in_pattern(struct search *search, const struct sockspec_node *pattern) {
    if (pattern->kind == SOCKSPEC_NODE_CONSTANT && sockspec_is_kind(pattern->text)) {
        return true;
    }
    bool is_either =
        pattern->kind == SOCKSPEC_NODE_FUNCTION && strcmp(pattern->text, "either") == 0;
    if (pattern->kind != SOCKSPEC_NODE_ARRAY && !is_either) {
        return find_all(search, pattern, false);
    }
    bool all = true;
    for (size_t i = 0; i < pattern->count && all; i++) {
        all = find_in_pattern(search, pattern->items[i]);
    }
    return all;
}

bool sockspec_check_declared(struct sockspec_scenario *scenario,
                             const struct sockspec_node *script) {
    struct search search = {scenario, sockspec_driver_at(scenario, SOCKSPEC_HERE), json_object()};
    const struct sockspec_case *test = scenario->test;
    char problem[128];
    bool all = search.driver != NULL && find_all(&search, script, false);
    struct sockspec_node *pattern =
        all && test->row->outcome.kind == SOCKSPEC_RETURNS
            ? sockspec_script_parse_expression(test->value, problem, sizeof problem)
            : NULL;
    all = all && (pattern == NULL || find_in_pattern(&search, pattern));
    sockspec_node_free(pattern);
    json_decref(search.examined);
    return all;
}
