#include "conformance/harness/language/script.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/language/lexer.h"
#include "conformance/harness/support/memory.h"

enum { NESTING_MAX = 64 };

static struct sockspec_node *parse_expression(struct sockspec_lexer *lexer);
static struct sockspec_node *parse_sequence(struct sockspec_lexer *lexer, char end);

static void parse_items(struct sockspec_lexer *lexer, struct sockspec_node *node, char end) {
    if (sockspec_lexer_take(lexer, end)) {
        return;
    }
    do {
        sockspec_node_append(node, parse_expression(lexer));
    } while (sockspec_lexer_take(lexer, ','));
    if (!sockspec_lexer_take(lexer, end)) {
        sockspec_node_free(sockspec_lexer_fail(lexer, "'%c' missing", end));
    }
}

static struct sockspec_node *parse_word(struct sockspec_lexer *lexer) {
    static const struct {
        const char *word;
        enum sockspec_node_kind kind;
    } literals[] = {
        {"nil", SOCKSPEC_NODE_NIL}, {"true", SOCKSPEC_NODE_TRUE}, {"false", SOCKSPEC_NODE_FALSE}};
    const char *word = lexer->at;
    size_t length = sockspec_lexer_word_length(word);
    lexer->at += length;
    for (size_t i = 0; i < sizeof literals / sizeof literals[0]; i++) {
        if (strlen(literals[i].word) == length && strncmp(word, literals[i].word, length) == 0) {
            return sockspec_node_new(literals[i].kind, NULL, 0);
        }
    }
    if (length == 5 && strncmp(word, "start", 5) == 0) {
        struct sockspec_node *node = sockspec_node_new(SOCKSPEC_NODE_START, NULL, 0);
        sockspec_node_append(node, parse_expression(lexer));
        return node;
    }
    if (isupper((unsigned char)*word)) {
        return sockspec_node_new(SOCKSPEC_NODE_CONSTANT, word, length);
    }
    if (*lexer->at == '(') {
        lexer->at++;
        struct sockspec_node *node = sockspec_node_new(SOCKSPEC_NODE_FUNCTION, word, length);
        parse_items(lexer, node, ')');
        return node;
    }
    return sockspec_node_new(SOCKSPEC_NODE_NAME, word, length);
}

static struct sockspec_node *parse_primary(struct sockspec_lexer *lexer) {
    sockspec_lexer_skip_blanks(lexer);
    char c = *lexer->at;
    if (isdigit((unsigned char)c) || c == '-') {
        return sockspec_lexer_number(lexer);
    }
    if (isalpha((unsigned char)c) || c == '_') {
        return parse_word(lexer);
    }
    if (sockspec_lexer_take(lexer, '\'')) {
        return sockspec_lexer_string(lexer);
    }
    if (sockspec_lexer_take(lexer, '(')) {
        return parse_sequence(lexer, ')');
    }
    if (sockspec_lexer_take(lexer, '[')) {
        struct sockspec_node *node = sockspec_node_new(SOCKSPEC_NODE_ARRAY, NULL, 0);
        parse_items(lexer, node, ']');
        return node;
    }
    return sockspec_lexer_fail(lexer, "a value is missing");
}

static struct sockspec_node *parse_postfix(struct sockspec_lexer *lexer) {
    struct sockspec_node *value = parse_primary(lexer);
    for (;;) {
        struct sockspec_node *outer = NULL;
        if (*lexer->at == '.') {
            lexer->at++;
            size_t length = sockspec_lexer_word_length(lexer->at);
            outer = sockspec_node_new(SOCKSPEC_NODE_CALL, lexer->at, length);
            sockspec_node_append(outer, value);
            if (length == 0) {
                sockspec_node_free(sockspec_lexer_fail(lexer, "a method's name is missing"));
            }
            lexer->at += length;
            if (*lexer->at == '(') {
                lexer->at++;
                parse_items(lexer, outer, ')');
            }
        } else if (*lexer->at == '[') {
            lexer->at++;
            outer = sockspec_node_new(SOCKSPEC_NODE_INDEX, NULL, 0);
            sockspec_node_append(outer, value);
            parse_items(lexer, outer, ']');
        } else {
            return value;
        }
        value = outer;
    }
}

/* Parses operators by precedence. From highest to lowest: * then + then |. */
static struct sockspec_node *parse_operators(struct sockspec_lexer *lexer, size_t rank) {
    static const char operators[] = "|+*";
    if (operators[rank] == '\0') {
        return parse_postfix(lexer);
    }
    struct sockspec_node *left = parse_operators(lexer, rank + 1);
    while (sockspec_lexer_take(lexer, operators[rank])) {
        struct sockspec_node *node = sockspec_node_new(SOCKSPEC_NODE_OPERATOR, &operators[rank], 1);
        sockspec_node_append(node, left);
        sockspec_node_append(node, parse_operators(lexer, rank + 1));
        left = node;
    }
    return left;
}

static struct sockspec_node *parse_expression(struct sockspec_lexer *lexer) {
    if (lexer->depth >= NESTING_MAX) {
        return sockspec_lexer_fail(lexer, "nested too deeply");
    }
    lexer->depth++;
    struct sockspec_node *node = parse_operators(lexer, 0);
    lexer->depth--;
    return node;
}

static struct sockspec_node *parse_setter(struct sockspec_lexer *lexer,
                                          struct sockspec_node *call) {
    char *method = sockspec_format("%s=", call->text);
    free(call->text);
    call->text = method;
    call->length++;
    sockspec_node_append(call, parse_expression(lexer));
    return call;
}

static struct sockspec_node *parse_statement(struct sockspec_lexer *lexer) {
    struct sockspec_node *first = parse_expression(lexer);
    sockspec_lexer_skip_blanks(lexer);
    if (*lexer->at != '=' && *lexer->at != ',') {
        return first;
    }
    if (first->kind == SOCKSPEC_NODE_CALL && first->count == 1 && sockspec_lexer_take(lexer, '=')) {
        return parse_setter(lexer, first);
    }
    struct sockspec_node *assign = sockspec_node_new(SOCKSPEC_NODE_ASSIGN, NULL, 0);
    sockspec_node_append(assign, first);
    while (sockspec_lexer_take(lexer, ',')) {
        sockspec_node_append(assign, parse_expression(lexer));
    }
    for (size_t i = 0; i < assign->count; i++) {
        if (assign->items[i]->kind != SOCKSPEC_NODE_NAME) {
            sockspec_node_append(assign,
                                 sockspec_lexer_fail(lexer, "only a name can be assigned to"));
            return assign;
        }
    }
    sockspec_node_append(assign, sockspec_lexer_take(lexer, '=')
                                     ? parse_expression(lexer)
                                     : sockspec_lexer_fail(lexer, "'=' missing"));
    return assign;
}

static struct sockspec_node *parse_sequence(struct sockspec_lexer *lexer, char end) {
    struct sockspec_node *sequence = sockspec_node_new(SOCKSPEC_NODE_SEQUENCE, NULL, 0);
    sockspec_lexer_skip_separators(lexer);
    while (*lexer->at != end && *lexer->at != '\0') {
        sockspec_node_append(sequence, parse_statement(lexer));
        sockspec_lexer_skip_blanks(lexer);
        if (*lexer->at != end && *lexer->at != '\0' && *lexer->at != ';' && *lexer->at != '\n') {
            sockspec_node_free(sockspec_lexer_fail(lexer, "unexpected text"));
        }
        sockspec_lexer_skip_separators(lexer);
    }
    if (end != '\0' && !sockspec_lexer_take(lexer, end)) {
        sockspec_node_free(sockspec_lexer_fail(lexer, "'%c' missing", end));
    }
    if (sequence->count == 0) {
        sockspec_node_free(sockspec_lexer_fail(lexer, "no statement"));
    }
    return sequence;
}

static struct sockspec_node *finish_parse(struct sockspec_lexer *lexer,
                                          struct sockspec_node *node) {
    if (!lexer->failed && *lexer->at != '\0') {
        sockspec_node_free(sockspec_lexer_fail(lexer, "unexpected text"));
    }
    if (lexer->failed) {
        sockspec_node_free(node);
        return NULL;
    }
    return node;
}

struct sockspec_node *sockspec_script_parse(const char *text, char *problem, size_t size) {
    struct sockspec_lexer lexer = {.at = text, .problem = problem, .size = size};
    return finish_parse(&lexer, parse_sequence(&lexer, '\0'));
}

struct sockspec_node *sockspec_script_parse_expression(const char *text, char *problem,
                                                       size_t size) {
    struct sockspec_lexer lexer = {.at = text, .problem = problem, .size = size};
    struct sockspec_node *node = parse_expression(&lexer);
    sockspec_lexer_skip_blanks(&lexer);
    return finish_parse(&lexer, node);
}

size_t sockspec_script_statement_length(const char *text) {
    char problem[128];
    struct sockspec_lexer lexer = {.at = text, .problem = problem, .size = sizeof problem};
    sockspec_node_free(parse_statement(&lexer));
    return lexer.failed ? strlen(text) : (size_t)(lexer.at - text);
}
