#include "conformance/harness/language/script.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/support/memory.h"

enum { NESTING_MAX = 64 };

struct parser {
    const char *at;
    int depth;
    bool failed;
    char *problem;
    size_t size;
};

static struct sockspec_node *parse_expression(struct parser *parser);
static struct sockspec_node *parse_sequence(struct parser *parser, char end);

static struct sockspec_node *new_node(enum sockspec_node_kind kind, const char *text,
                                      size_t length) {
    struct sockspec_node *node = sockspec_must_have(calloc(1, sizeof *node));
    node->kind = kind;
    if (text != NULL) {
        node->text = sockspec_must_have(strndup(text, length));
        node->length = length;
    }
    return node;
}

static void append(struct sockspec_node *node, struct sockspec_node *item) {
    node->items =
        sockspec_must_have(reallocarray(node->items, node->count + 1, sizeof *node->items));
    node->items[node->count++] = item;
}

void sockspec_script_free(struct sockspec_node *node) {
    if (node == NULL) {
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        sockspec_script_free(node->items[i]);
    }
    free(node->items);
    free(node->text);
    free(node);
}

/* Every parse function returns a node, even after a failure, so that no caller needs a NULL
 * check. */
__attribute__((format(printf, 2, 3))) static struct sockspec_node *fail(struct parser *parser,
                                                                        const char *format, ...) {
    if (!parser->failed) {
        va_list arguments;
        va_start(arguments, format);
        int used = vsnprintf(parser->problem, parser->size, format, arguments);
        va_end(arguments);
        if (used >= 0 && (size_t)used < parser->size) {
            (void)snprintf(parser->problem + used, parser->size - (size_t)used, " before \"%.30s\"",
                           parser->at);
        }
        parser->failed = true;
    }
    parser->at = "";
    return new_node(SOCKSPEC_NODE_NIL, NULL, 0);
}

static void skip_blanks(struct parser *parser) {
    while (*parser->at == ' ' || *parser->at == '\t') {
        parser->at++;
    }
}

static bool take(struct parser *parser, char wanted) {
    skip_blanks(parser);
    if (*parser->at != wanted) {
        return false;
    }
    parser->at++;
    return true;
}

static int hex_digit(char digit) {
    static const char digits[] = "0123456789abcdef";
    const char *found = digit == '\0' ? NULL : strchr(digits, tolower((unsigned char)digit));
    return found == NULL ? -1 : (int)(found - digits);
}

/* Returns one character of a string, with its escape decoded; -1 if the escape is unknown. */
static int string_byte(struct parser *parser) {
    char c = *parser->at++;
    if (c != '\\') {
        return (unsigned char)c;
    }
    c = *parser->at;
    if (c == 'x' && hex_digit(parser->at[1]) >= 0 && hex_digit(parser->at[2]) >= 0) {
        int byte = hex_digit(parser->at[1]) * 16 + hex_digit(parser->at[2]);
        parser->at += 3;
        return byte;
    }
    static const char escapes[] = "0nrt\\'";
    static const char bytes[] = "\0\n\r\t\\'";
    const char *found = c == '\0' ? NULL : strchr(escapes, c);
    if (found == NULL) {
        return -1;
    }
    parser->at++;
    return (unsigned char)bytes[found - escapes];
}

static struct sockspec_node *parse_string(struct parser *parser) {
    char *bytes = sockspec_must_have(malloc(strlen(parser->at) + 1));
    size_t length = 0;
    while (*parser->at != '\'' && *parser->at != '\0') {
        int byte = string_byte(parser);
        if (byte < 0) {
            free(bytes);
            return fail(parser, "unknown escape");
        }
        bytes[length++] = (char)byte;
    }
    struct sockspec_node *node = new_node(SOCKSPEC_NODE_STRING, "", 0);
    free(node->text);
    node->text = bytes;
    node->length = length;
    bytes[length] = '\0';
    if (!take(parser, '\'')) {
        sockspec_script_free(node);
        return fail(parser, "unterminated string");
    }
    return node;
}

/* Parses an integer, or a float if a fraction follows. */
static struct sockspec_node *parse_number(struct parser *parser) {
    char *end = NULL;
    struct sockspec_node *node = new_node(SOCKSPEC_NODE_INTEGER, NULL, 0);
    errno = 0;
    node->integer = strtoll(parser->at, &end, 0);
    if (end[0] == '.' && isdigit((unsigned char)end[1])) {
        node->kind = SOCKSPEC_NODE_FLOAT;
        errno = 0;
        node->real = strtod(parser->at, &end);
        errno = isinf(node->real) ? ERANGE : 0; /* a number that is too small is only less exact */
    }
    if (errno == ERANGE) {
        sockspec_script_free(node);
        return fail(parser, "too large a number");
    }
    parser->at = end;
    return node;
}

static void parse_items(struct parser *parser, struct sockspec_node *node, char end) {
    if (take(parser, end)) {
        return;
    }
    do {
        append(node, parse_expression(parser));
    } while (take(parser, ','));
    if (!take(parser, end)) {
        sockspec_script_free(fail(parser, "'%c' missing", end));
    }
}

static size_t word_length(const char *text) {
    size_t length = 0;
    for (;;) {
        if (isalnum((unsigned char)text[length]) || text[length] == '_') {
            length++;
        } else if (strncmp(text + length, "::", 2) == 0) {
            length += 2;
        } else {
            break;
        }
    }
    if (text[length] == '?') {
        length++;
    }
    return length;
}

static struct sockspec_node *parse_word(struct parser *parser) {
    static const struct {
        const char *word;
        enum sockspec_node_kind kind;
    } literals[] = {
        {"nil", SOCKSPEC_NODE_NIL}, {"true", SOCKSPEC_NODE_TRUE}, {"false", SOCKSPEC_NODE_FALSE}};
    const char *word = parser->at;
    size_t length = word_length(word);
    parser->at += length;
    for (size_t i = 0; i < sizeof literals / sizeof literals[0]; i++) {
        if (strlen(literals[i].word) == length && strncmp(word, literals[i].word, length) == 0) {
            return new_node(literals[i].kind, NULL, 0);
        }
    }
    if (length == 5 && strncmp(word, "start", 5) == 0) {
        struct sockspec_node *node = new_node(SOCKSPEC_NODE_START, NULL, 0);
        append(node, parse_expression(parser));
        return node;
    }
    if (isupper((unsigned char)*word)) {
        return new_node(SOCKSPEC_NODE_CONSTANT, word, length);
    }
    if (*parser->at == '(') {
        parser->at++;
        struct sockspec_node *node = new_node(SOCKSPEC_NODE_FUNCTION, word, length);
        parse_items(parser, node, ')');
        return node;
    }
    return new_node(SOCKSPEC_NODE_NAME, word, length);
}

static struct sockspec_node *parse_primary(struct parser *parser) {
    skip_blanks(parser);
    char c = *parser->at;
    if (isdigit((unsigned char)c) || c == '-') {
        return parse_number(parser);
    }
    if (isalpha((unsigned char)c) || c == '_') {
        return parse_word(parser);
    }
    if (take(parser, '\'')) {
        return parse_string(parser);
    }
    if (take(parser, '(')) {
        return parse_sequence(parser, ')');
    }
    if (take(parser, '[')) {
        struct sockspec_node *node = new_node(SOCKSPEC_NODE_ARRAY, NULL, 0);
        parse_items(parser, node, ']');
        return node;
    }
    return fail(parser, "a value is missing");
}

static struct sockspec_node *parse_postfix(struct parser *parser) {
    struct sockspec_node *value = parse_primary(parser);
    for (;;) {
        struct sockspec_node *outer = NULL;
        if (*parser->at == '.') {
            parser->at++;
            size_t length = word_length(parser->at);
            outer = new_node(SOCKSPEC_NODE_CALL, parser->at, length);
            append(outer, value);
            if (length == 0) {
                sockspec_script_free(fail(parser, "a method's name is missing"));
            }
            parser->at += length;
            if (*parser->at == '(') {
                parser->at++;
                parse_items(parser, outer, ')');
            }
        } else if (*parser->at == '[') {
            parser->at++;
            outer = new_node(SOCKSPEC_NODE_INDEX, NULL, 0);
            append(outer, value);
            parse_items(parser, outer, ']');
        } else {
            return value;
        }
        value = outer;
    }
}

/* Parses operators by precedence. From highest to lowest: * then + then |. */
static struct sockspec_node *parse_operators(struct parser *parser, size_t rank) {
    static const char operators[] = "|+*";
    if (operators[rank] == '\0') {
        return parse_postfix(parser);
    }
    struct sockspec_node *left = parse_operators(parser, rank + 1);
    while (take(parser, operators[rank])) {
        struct sockspec_node *node = new_node(SOCKSPEC_NODE_OPERATOR, &operators[rank], 1);
        append(node, left);
        append(node, parse_operators(parser, rank + 1));
        left = node;
    }
    return left;
}

static struct sockspec_node *parse_expression(struct parser *parser) {
    if (parser->depth >= NESTING_MAX) {
        return fail(parser, "nested too deeply");
    }
    parser->depth++;
    struct sockspec_node *node = parse_operators(parser, 0);
    parser->depth--;
    return node;
}

static struct sockspec_node *parse_setter(struct parser *parser, struct sockspec_node *call) {
    char *method = sockspec_format("%s=", call->text);
    free(call->text);
    call->text = method;
    call->length++;
    append(call, parse_expression(parser));
    return call;
}

static struct sockspec_node *parse_statement(struct parser *parser) {
    struct sockspec_node *first = parse_expression(parser);
    skip_blanks(parser);
    if (*parser->at != '=' && *parser->at != ',') {
        return first;
    }
    if (first->kind == SOCKSPEC_NODE_CALL && first->count == 1 && take(parser, '=')) {
        return parse_setter(parser, first);
    }
    struct sockspec_node *assign = new_node(SOCKSPEC_NODE_ASSIGN, NULL, 0);
    append(assign, first);
    while (take(parser, ',')) {
        append(assign, parse_expression(parser));
    }
    for (size_t i = 0; i < assign->count; i++) {
        if (assign->items[i]->kind != SOCKSPEC_NODE_NAME) {
            append(assign, fail(parser, "only a name can be assigned to"));
            return assign;
        }
    }
    append(assign, take(parser, '=') ? parse_expression(parser) : fail(parser, "'=' missing"));
    return assign;
}

static void skip_separators(struct parser *parser) {
    while (*parser->at == ';' || isspace((unsigned char)*parser->at)) {
        parser->at++;
    }
}

static struct sockspec_node *parse_sequence(struct parser *parser, char end) {
    struct sockspec_node *sequence = new_node(SOCKSPEC_NODE_SEQUENCE, NULL, 0);
    skip_separators(parser);
    while (*parser->at != end && *parser->at != '\0') {
        append(sequence, parse_statement(parser));
        skip_blanks(parser);
        if (*parser->at != end && *parser->at != '\0' && *parser->at != ';' &&
            *parser->at != '\n') {
            sockspec_script_free(fail(parser, "unexpected text"));
        }
        skip_separators(parser);
    }
    if (end != '\0' && !take(parser, end)) {
        sockspec_script_free(fail(parser, "'%c' missing", end));
    }
    if (sequence->count == 0) {
        sockspec_script_free(fail(parser, "no statement"));
    }
    return sequence;
}

static struct sockspec_node *finish_parse(struct parser *parser, struct sockspec_node *node) {
    if (!parser->failed && *parser->at != '\0') {
        sockspec_script_free(fail(parser, "unexpected text"));
    }
    if (parser->failed) {
        sockspec_script_free(node);
        return NULL;
    }
    return node;
}

struct sockspec_node *sockspec_script_parse(const char *text, char *problem, size_t size) {
    struct parser parser = {.at = text, .problem = problem, .size = size};
    return finish_parse(&parser, parse_sequence(&parser, '\0'));
}

struct sockspec_node *sockspec_script_parse_expression(const char *text, char *problem,
                                                       size_t size) {
    struct parser parser = {.at = text, .problem = problem, .size = size};
    struct sockspec_node *node = parse_expression(&parser);
    skip_blanks(&parser);
    return finish_parse(&parser, node);
}

size_t sockspec_script_statement_length(const char *text) {
    char problem[128];
    struct parser parser = {.at = text, .problem = problem, .size = sizeof problem};
    sockspec_script_free(parse_statement(&parser));
    return parser.failed ? strlen(text) : (size_t)(parser.at - text);
}
