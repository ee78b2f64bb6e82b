#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "conformance/harness/support/memory.h"
#include "conformance/harness/play/scenario.h"

/* Where the class itself is among its ancestors: what comes before it is none. */
static size_t find_own_class(const json_t *exception, const json_t *ancestors) {
    const json_t *own = json_object_get(exception, "class");
    for (size_t i = 0; i < json_array_size(ancestors); i++) {
        if (json_equal(json_array_get(ancestors, i), own)) {
            return i;
        }
    }
    return 0;
}

bool sockspec_is_a(const json_t *exception, const char *class, size_t length) {
    const json_t *ancestors = json_object_get(exception, "ancestors");
    size_t own = find_own_class(exception, ancestors);
    for (size_t i = own; i < json_array_size(ancestors); i++) {
        const char *ancestor = json_string_value(json_array_get(ancestors, i));
        if (strlen(ancestor) == length && strncmp(ancestor, class, length) == 0) {
            return true;
        }
    }
    return false;
}

/* The call's name ends the message, or what an implementation adds follows it after a blank. */
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

/* Calls `agrees` with `text`, or, if it reads either(a, b), with each alternative until one does.
 */
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
    sockspec_script_free(choice);
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
    if (test->message == NULL) { /* any message but the empty one */
        return *message_of(exception) != '\0';
    }
    bool exactly = test->row->outcome.kind == SOCKSPEC_RAISES_EXACTLY;
    return any_alternative(test->message, exception, exactly ? message_is : message_names);
}

/* Patterns that stand for any value of a kind. */
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
    struct sockspec_given wanted = sockspec_evaluate(scenario, pattern);
    matches = wanted.kind == SOCKSPEC_GAVE_VALUE && json_equal(wanted.value, value);
    json_decref(wanted.value);
    return matches;
}

bool sockspec_outcome_matches(struct sockspec_scenario *scenario,
                              const struct sockspec_given *given) {
    const struct sockspec_case *test = scenario->test;
    if (test->row->outcome.kind != SOCKSPEC_RETURNS) {
        return given->kind == SOCKSPEC_GAVE_EXCEPTION && exception_matches(test, given->value);
    }
    char problem[128];
    struct sockspec_node *pattern =
        sockspec_script_parse_expression(test->value, problem, sizeof problem);
    if (pattern == NULL) {
        (void)sockspec_give_up(scenario, SOCKSPEC_BROKEN, "unreadable outcome: %s", problem);
        return false;
    }
    const char *refusal = test->row->outcome.refusal;
    bool matches = given->kind == SOCKSPEC_GAVE_VALUE
                       ? value_matches(scenario, pattern, given->value)
                       : refusal != NULL && has_class(refusal, given->value);
    sockspec_script_free(pattern);
    return matches;
}

/* Ports that the kernel chose differ from run to run; what is told must not. */
static bool is_ephemeral(unsigned long port) {
    enum { FIRST = 32768, LAST = 60999 };
    return port >= FIRST && port <= LAST;
}

static void render_port(FILE *out, unsigned long port) {
    if (is_ephemeral(port)) {
        (void)fputs("ephemeral", out);
    } else {
        (void)fprintf(out, "%lu", port);
    }
}

/* A whole socket address is shown as the function that makes it; false when this is none. Some
 * implementations write the family as they do the port, in network byte order. */
static bool render_sockaddr(FILE *out, const char *bytes, size_t length) {
    union {
        struct sockaddr any;
        struct sockaddr_in in4;
        struct sockaddr_in6 in6;
    } address;
    const char *swapped = "";
    static const char zero[sizeof address.in4.sin_zero];
    char text[INET6_ADDRSTRLEN];
    if (length != sizeof address.in4 && length != sizeof address.in6) {
        return false;
    }
    memcpy(&address, bytes, length);
    if (address.any.sa_family == htons(AF_INET) || address.any.sa_family == htons(AF_INET6)) {
        swapped = htons(AF_INET) == AF_INET ? "" : "byte-swapped family, ";
        address.any.sa_family = ntohs(address.any.sa_family);
    }
    if (length == sizeof address.in4 && address.in4.sin_family == AF_INET &&
        memcmp(address.in4.sin_zero, zero, sizeof zero) == 0) {
        (void)fprintf(out, "%sin4(", swapped);
        render_port(out, ntohs(address.in4.sin_port));
        (void)fprintf(out, ", '%s')", inet_ntop(AF_INET, &address.in4.sin_addr, text, sizeof text));
        return true;
    }
    if (length == sizeof address.in6 && address.in6.sin6_family == AF_INET6 &&
        address.in6.sin6_flowinfo == 0) {
        (void)fprintf(out, "%sin6(", swapped);
        render_port(out, ntohs(address.in6.sin6_port));
        (void)fprintf(out, ", '%s', %u)",
                      inet_ntop(AF_INET6, &address.in6.sin6_addr, text, sizeof text),
                      address.in6.sin6_scope_id);
        return true;
    }
    return false;
}

static void render_text(FILE *out, const char *bytes, size_t length) {
    enum { SHOWN = 400 };
    (void)fputc('\'', out);
    for (size_t i = 0; i < length && i < SHOWN; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte == '\'' || byte == '\\') {
            (void)fprintf(out, "\\%c", byte);
        } else if (byte < 0x20 || byte > 0x7E) {
            (void)fprintf(out, "\\x%02x", byte);
        } else {
            (void)fputc(byte, out);
        }
    }
    (void)fputs(length > SHOWN ? "...'" : "'", out);
}

static void render_bytes(FILE *out, const json_t *string) {
    size_t length = 0;
    char *bytes = sockspec_bytes_from_json(string, &length);
    if (bytes == NULL) {
        (void)fputs("'(not a byte string)'", out);
    } else if (!render_sockaddr(out, bytes, length)) {
        render_text(out, bytes, length);
    }
    free(bytes);
}

/* Some implementations add the address to an exception's message. */
static void render_message(FILE *out, const char *message) {
    for (const char *at = message; *at != '\0';) {
        char *end = NULL;
        unsigned long port =
            *at == ':' && isdigit((unsigned char)at[1]) ? strtoul(at + 1, &end, 10) : 0;
        (void)fputc(*at++, out);
        if (is_ephemeral(port)) {
            render_port(out, port);
            at = end;
        }
    }
}

static void render_value(FILE *out, const json_t *value) {
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        (void)fputs("#<Socket>", out);
        break;
    case JSON_ARRAY:
        (void)fputc('[', out);
        for (size_t i = 0; i < json_array_size(value); i++) {
            (void)fputs(i == 0 ? "" : ", ", out);
            render_value(out, json_array_get(value, i));
        }
        (void)fputc(']', out);
        break;
    case JSON_STRING:
        render_bytes(out, value);
        break;
    case JSON_INTEGER:
        (void)fprintf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        break;
    case JSON_REAL:
        (void)fprintf(out, "%g", json_real_value(value));
        break;
    case JSON_TRUE:
        (void)fputs("true", out);
        break;
    case JSON_FALSE:
        (void)fputs("false", out);
        break;
    case JSON_NULL:
        (void)fputs("nil", out);
        break;
    }
}

char *sockspec_render(const struct sockspec_given *given) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&text, &size));
    if (given->kind == SOCKSPEC_GAVE_EXCEPTION) {
        (void)fprintf(out,
                      "raises %s: ", json_string_value(json_object_get(given->value, "class")));
        render_message(out, json_string_value(json_object_get(given->value, "message")));
    } else if (given->kind == SOCKSPEC_GAVE_VALUE) {
        (void)fputs("returns ", out);
        render_value(out, given->value);
    }
    (void)fclose(out);
    return text;
}
