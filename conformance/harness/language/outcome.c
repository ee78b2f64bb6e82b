#include "conformance/harness/language/outcome.h"

#include <string.h>

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

/* Calls `agrees` with `text`. If the text is either(a, b), calls it with each alternative until one
 * agrees. */
static bool any_alternative(const char *text, const json_t *exception,
                            bool (*agrees)(const char *alternative, const json_t *exception)) {
    char problem[128];
    struct sockspec_node *choice =
        strncmp(text, "either(", strlen("either(")) == 0
            ? sockspec_script_parse_expression(text, problem, sizeof problem)
            : NULL;
    bool any = choice == NULL && agrees(text, exception);
    for (size_t i = 0; choice != NULL && !any && i < choice->count; i++) {
        any = agrees(choice->items[i]->text, exception);
    }
    sockspec_node_free(choice);
    return any;
}

static bool has_class(const char *class, const json_t *exception) {
    return sockspec_is_a(exception, class, strlen(class));
}

static const char *message_of(const json_t *exception) {
    return json_string_value(json_object_get(exception, "message"));
}

static bool message_names(const char *call, const json_t *exception) {
    return names_call(message_of(exception), call);
}

static bool message_is(const char *wanted, const json_t *exception) {
    return strcmp(message_of(exception), wanted) == 0;
}

static bool exception_matches(const struct sockspec_case *test, const json_t *exception) {
    if (!any_alternative(test->value, exception, has_class)) {
        return false;
    }
    if (test->message == NULL) { /* any message except the empty one */
        return *message_of(exception) != '\0';
    }
    bool exactly = test->row->outcome.kind == SOCKSPEC_RAISES_EXACTLY;
    return any_alternative(test->message, exception, exactly ? message_is : message_names);
}

/* Patterns that match any value of a kind. */
static bool kind_matches(const char *kind, const json_t *value, bool *matches) {
    if (strcmp(kind, "Socket") == 0) {
        *matches = sockspec_handle_place(value) >= 0;
    } else if (strcmp(kind, "Integer") == 0) {
        *matches = json_is_integer(value);
    } else if (strcmp(kind, "String") == 0) {
        *matches = json_is_string(value);
    } else {
        return false;
    }
    return true;
}

static bool value_matches(struct sockspec_scenario *scenario, const struct sockspec_node *pattern,
                          const json_t *value) {
    bool matches = false;
    if (pattern->kind == SOCKSPEC_NODE_CONSTANT && kind_matches(pattern->text, value, &matches)) {
        return matches;
    }
    if (pattern->kind == SOCKSPEC_NODE_ARRAY) {
        matches = json_is_array(value) && json_array_size(value) == pattern->count;
        for (size_t i = 0; matches && i < pattern->count; i++) {
            matches = value_matches(scenario, pattern->items[i], json_array_get(value, i));
        }
        return matches;
    }
    if (pattern->kind == SOCKSPEC_NODE_FUNCTION && strcmp(pattern->text, "either") == 0) {
        for (size_t i = 0; !matches && i < pattern->count; i++) {
            matches = value_matches(scenario, pattern->items[i], value);
        }
        return matches;
    }
    struct sockspec_result wanted = sockspec_evaluate(scenario, pattern);
    matches = wanted.kind == SOCKSPEC_RESULT_VALUE && json_equal(wanted.value, value);
    json_decref(wanted.value);
    return matches;
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
                       ? value_matches(scenario, pattern, result->value)
                       : refusal != NULL && has_class(refusal, result->value);
    sockspec_node_free(pattern);
    return matches;
}
