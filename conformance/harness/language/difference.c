#include "conformance/harness/language/difference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "conformance/harness/driver/integers.h"
#include "conformance/harness/driver/jsonrpc.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/evaluate.h"
#include "conformance/harness/language/outcome.h"
#include "conformance/harness/support/memory.h"

/* The parts of a value that lead to the place that differs: "element 2 of 4: ". */
enum { DEPTH = 4 };

static const char *kind_of(const json_t *value) {
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return sockspec_integer_digits(value) != NULL ? "an Integer"
               : sockspec_handle_place(value) >= 0    ? "a Socket"
                                                      : "an object";
    case JSON_ARRAY:
        return "an Array";
    case JSON_STRING:
        return "a String";
    case JSON_INTEGER:
        return "an Integer";
    case JSON_REAL:
        return "a Float";
    case JSON_TRUE:
        return "true";
    case JSON_FALSE:
        return "false";
    case JSON_NULL:
        return "nil";
    }
    return "a value";
}

/* Returns an AF_UNIX address as "un('/path', 110 bytes)"; NULL if the value is none. */
static char *shown_unix_address(const json_t *value) {
    size_t length = 0;
    char *bytes = json_is_string(value) ? sockspec_bytes_from_json(value, &length) : NULL;
    sa_family_t family = AF_UNSPEC;
    char *text = NULL;
    if (bytes != NULL && length >= sizeof family && length <= sizeof(struct sockaddr_un)) {
        memcpy(&family, bytes, sizeof family);
    }
    if (family == AF_UNIX) {
        size_t path = length - sizeof family;
        while (path > 0 && bytes[sizeof family + path - 1] == '\0') {
            path--;
        }
        json_t *name = sockspec_bytes_to_json(bytes + sizeof family, path);
        char *rendered = sockspec_render_value(name);
        text = sockspec_format("un(%s, %zu bytes)", rendered, length);
        free(rendered);
        json_decref(name);
    }
    free(bytes);
    return text;
}

/* Returns the value as `observed` shows it, but at most SHOWN bytes, and AF_UNIX addresses as such.
 */
static char *shown(const json_t *value) {
    enum { SHOWN = 60 };
    char *address = shown_unix_address(value);
    if (address != NULL) {
        return address;
    }
    char *text = sockspec_render_value(value);
    if (strlen(text) > SHOWN) {
        memcpy(text + SHOWN - 3, "...", sizeof "...");
    }
    return text;
}

static void compare_strings(FILE *out, const json_t *wanted, const json_t *value) {
    size_t lengths[2];
    char *bytes[] = {sockspec_bytes_from_json(wanted, &lengths[0]),
                     sockspec_bytes_from_json(value, &lengths[1])};
    if (bytes[0] == NULL || bytes[1] == NULL) {
        (void)fputs("a string that does not stand for bytes", out);
    } else {
        size_t at = 0;
        while (at < lengths[0] && at < lengths[1] && bytes[0][at] == bytes[1][at]) {
            at++;
        }
        if (lengths[0] != lengths[1]) {
            (void)fprintf(out, "%zu bytes instead of %zu", lengths[1], lengths[0]);
        }
        if (at < lengths[0] && at < lengths[1]) {
            (void)fprintf(out, "%sdifferent from byte %zu on", lengths[0] == lengths[1] ? "" : ", ",
                          at);
        }
    }
    free(bytes[0]);
    free(bytes[1]);
}

static void compare_values(FILE *out, const json_t *wanted, const json_t *value) {
    if (json_is_string(wanted) && json_is_string(value)) {
        char *text = shown(value);
        char *other = shown(wanted);
        compare_strings(out, wanted, value);
        (void)fprintf(out, ": %s instead of %s", text, other);
        free(text);
        free(other);
        return;
    }
    bool simple = !json_is_array(wanted) && !json_is_array(value) && !json_is_object(wanted) &&
                  (!json_is_object(value) || sockspec_integer_digits(value) != NULL);
    char *text = simple ? shown(value) : sockspec_must_have(strdup(kind_of(value)));
    char *other = simple ? shown(wanted) : sockspec_must_have(strdup(kind_of(wanted)));
    (void)fprintf(out, "%s instead of %s", text, other);
    free(text);
    free(other);
}

/* The first alternative of either(...) stands for all. */
static const struct sockspec_node *first_alternative(const struct sockspec_node *pattern) {
    while (pattern->kind == SOCKSPEC_NODE_FUNCTION && strcmp(pattern->text, "either") == 0) {
        pattern = pattern->items[0];
    }
    return pattern;
}

static void compare(FILE *out, struct sockspec_scenario *scenario,
                    const struct sockspec_node *given, const json_t *value, int depth) {
    const struct sockspec_node *pattern = first_alternative(given);
    if (pattern->kind == SOCKSPEC_NODE_ARRAY && json_is_array(value) && depth < DEPTH) {
        size_t count = json_array_size(value);
        if (count != pattern->count) {
            (void)fprintf(out, "%zu %s instead of %zu", count, count == 1 ? "element" : "elements",
                          pattern->count);
            return;
        }
        for (size_t i = 0; i < count; i++) {
            if (!sockspec_value_matches(scenario, pattern->items[i], json_array_get(value, i))) {
                (void)fprintf(out, "element %zu of %zu: ", i + 1, count);
                compare(out, scenario, pattern->items[i], json_array_get(value, i), depth + 1);
                return;
            }
        }
    }
    if (pattern->kind == SOCKSPEC_NODE_ARRAY) {
        (void)fprintf(out, "%s instead of an Array of %zu", kind_of(value), pattern->count);
        return;
    }
    if (pattern->kind == SOCKSPEC_NODE_CONSTANT && sockspec_is_kind(pattern->text)) {
        (void)fprintf(out, "%s instead of %s %s", kind_of(value),
                      *pattern->text == 'I' ? "an" : "a", pattern->text);
        return;
    }
    struct sockspec_result wanted = sockspec_evaluate(scenario, pattern);
    if (wanted.kind == SOCKSPEC_RESULT_VALUE) {
        compare_values(out, wanted.value, value);
    } else {
        (void)fputs("the expected value cannot be computed", out);
    }
    json_decref(wanted.value);
}

static void compare_exceptions(FILE *out, const struct sockspec_case *test,
                               const struct sockspec_result *result) {
    const char *class = json_string_value(json_object_get(result->value, "class"));
    const char *message = json_string_value(json_object_get(result->value, "message"));
    if (!sockspec_class_matches(test, result->value)) {
        (void)fprintf(out, "the class is %s instead of %s", class, test->value);
    } else if (test->message == NULL) {
        (void)fputs("the message is empty", out);
    } else if (test->row->outcome.kind == SOCKSPEC_RAISES_EXACTLY) {
        char *raised = sockspec_render(result); /* leaves out what differs from run to run */
        const char *told = strstr(raised, ": ");
        (void)fprintf(out, "the message is '%s' instead of '%s'", told == NULL ? "" : told + 2,
                      test->message);
        free(raised);
    } else if (strchr(test->message, '(') == NULL) {
        (void)fprintf(out, "the message lacks '%s'", test->message);
    } else {
        const char *last = strrchr(message, ' ');
        last = last == NULL ? message : last + 1;
        size_t length = strlen(last);
        bool names = length > 3 && last[length - 1] == ')' && strchr(last, '(') != NULL;
        (void)fprintf(out, "the message names %s instead of %s", names ? last : "no call",
                      test->message);
    }
}

char *sockspec_difference(struct sockspec_scenario *scenario,
                          const struct sockspec_result *result) {
    const struct sockspec_case *test = scenario->test;
    bool raises = result->kind == SOCKSPEC_RESULT_EXCEPTION;
    char *text = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&text, &size));
    (void)fputs(SOCKSPEC_OTHER_OUTCOME, out);
    if (test->row->outcome.kind == SOCKSPEC_RETURNS && raises) {
        (void)fprintf(out, "it raises %s instead of returning",
                      json_string_value(json_object_get(result->value, "class")));
    } else if (raises) {
        compare_exceptions(out, test, result);
    } else if (test->row->outcome.kind != SOCKSPEC_RETURNS) {
        (void)fprintf(out, "it returns %s instead of raising %s", kind_of(result->value),
                      test->value);
    } else {
        char problem[128];
        struct sockspec_node *pattern =
            sockspec_script_parse_expression(test->value, problem, sizeof problem);
        compare(out, scenario, pattern, result->value, 0);
        sockspec_node_free(pattern);
    }
    (void)fclose(out);
    return text;
}
