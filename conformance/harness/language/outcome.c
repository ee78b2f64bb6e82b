#include "conformance/harness/language/outcome.h"

#include <string.h>

#include "conformance/harness/driver/integers.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/evaluate.h"

/* The call's name must end the message; an implementation may add a blank and more text after
 * it. */
static bool names_call(const char *message, const char *call) {
    size_t length = strlen(call);
    for (const char *at = strstr(message, call); at != NULL; at = strstr(at + 1, call)) {
        bool begins = at == message || at[-1] == ' ';
        if (begins && (at[length] == '\0' || at[length] == ' ')) {
            return true;
        }
    }
    return false;
}

/* Returns whether a value agrees with a pattern that is not either(...). */
typedef bool agreement(struct sockspec_scenario *scenario, const struct sockspec_node *pattern,
                       const json_t *value);

/* Returns whether a value agrees with a pattern or, if that is either(a, b), with one of these. */
static bool any_agrees(struct sockspec_scenario *scenario, const struct sockspec_node *pattern,
                       const json_t *value, agreement *agrees) {
    if (pattern->kind != SOCKSPEC_NODE_FUNCTION || strcmp(pattern->text, "either") != 0) {
        return agrees(scenario, pattern, value);
    }
    bool any = false;
    for (size_t i = 0; i < pattern->count && !any; i++) {
        any = any_agrees(scenario, pattern->items[i], value, agrees);
    }
    return any;
}

/* Like any_agrees, for a text that stands for itself unless it is either(...). */
static bool text_agrees(const char *text, const json_t *exception, agreement *agrees) {
    char problem[128];
    struct sockspec_node *pattern =
        strncmp(text, "either(", strlen("either(")) == 0
            ? sockspec_script_parse_expression(text, problem, sizeof problem)
            : NULL;
    if (pattern == NULL) {
        pattern = sockspec_node_new(SOCKSPEC_NODE_STRING, text, strlen(text));
    }
    bool any = any_agrees(NULL, pattern, exception, agrees);
    sockspec_node_free(pattern);
    return any;
}

static bool is_class(struct sockspec_scenario *scenario, const struct sockspec_node *class,
                     const json_t *exception) {
    (void)scenario;
    return sockspec_is_a(exception, class->text, class->length);
}

static const char *message_of(const json_t *exception) {
    return json_string_value(json_object_get(exception, "message"));
}

static bool message_names(struct sockspec_scenario *scenario, const struct sockspec_node *call,
                          const json_t *exception) {
    (void)scenario;
    return names_call(message_of(exception), call->text);
}

static bool message_is(struct sockspec_scenario *scenario, const struct sockspec_node *wanted,
                       const json_t *exception) {
    (void)scenario;
    return strcmp(message_of(exception), wanted->text) == 0;
}

bool sockspec_class_matches(const struct sockspec_case *test, const json_t *exception) {
    return text_agrees(test->value, exception, is_class);
}

static bool exception_matches(const struct sockspec_case *test, const json_t *exception) {
    if (!sockspec_class_matches(test, exception)) {
        return false;
    }
    if (test->message == NULL) { /* any message except the empty one */
        return *message_of(exception) != '\0';
    }
    bool exactly = test->row->outcome.kind == SOCKSPEC_RAISES_EXACTLY;
    return text_agrees(test->message, exception, exactly ? message_is : message_names);
}

bool sockspec_is_kind(const char *name) {
    return strcmp(name, "Socket") == 0 || strcmp(name, "Integer") == 0 ||
           strcmp(name, "String") == 0;
}

static bool is_of_kind(const char *kind, const json_t *value) {
    return strcmp(kind, "Socket") == 0 ? sockspec_handle_place(value) >= 0
           : strcmp(kind, "Integer") == 0
               ? json_is_integer(value) || sockspec_integer_digits(value) != NULL
               : json_is_string(value);
}

static bool value_matches(struct sockspec_scenario *scenario, const struct sockspec_node *pattern,
                          const json_t *value) {
    bool matches = false;
    if (pattern->kind == SOCKSPEC_NODE_CONSTANT && sockspec_is_kind(pattern->text)) {
        return is_of_kind(pattern->text, value);
    }
    if (pattern->kind == SOCKSPEC_NODE_ARRAY) {
        matches = json_is_array(value) && json_array_size(value) == pattern->count;
        for (size_t i = 0; matches && i < pattern->count; i++) {
            matches =
                any_agrees(scenario, pattern->items[i], json_array_get(value, i), value_matches);
        }
        return matches;
    }
    struct sockspec_result wanted = sockspec_evaluate(scenario, pattern);
    matches = wanted.kind == SOCKSPEC_RESULT_VALUE && json_equal(wanted.value, value);
    json_decref(wanted.value);
    return matches;
}

bool sockspec_value_matches(struct sockspec_scenario *scenario, const struct sockspec_node *pattern,
                            const json_t *value) {
    return any_agrees(scenario, pattern, value, value_matches);
}

bool sockspec_outcome_matches(struct sockspec_scenario *scenario,
                              const struct sockspec_result *result) {
    const struct sockspec_case *test = scenario->test;
    if (test->row->outcome.kind != SOCKSPEC_RETURNS) {
        return result->kind == SOCKSPEC_RESULT_EXCEPTION && exception_matches(test, result->value);
    }
    char problem[128];
    struct sockspec_node *pattern =
        sockspec_script_parse_expression(test->value, problem, sizeof problem);
    if (pattern == NULL) {
        (void)sockspec_stop(scenario, SOCKSPEC_BROKEN, "unreadable outcome: %s", problem);
        return false;
    }
    const char *refusal = test->row->outcome.refusal;
    bool matches = result->kind == SOCKSPEC_RESULT_VALUE
                       ? any_agrees(scenario, pattern, result->value, value_matches)
                       : refusal != NULL && sockspec_is_a(result->value, refusal, strlen(refusal));
    sockspec_node_free(pattern);
    return matches;
}
