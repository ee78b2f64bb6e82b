#include "conformance/harness/language/lexer.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/support/memory.h"

__attribute__((format(printf, 2, 3))) struct sockspec_node *
sockspec_lexer_fail(struct sockspec_lexer *lexer, const char *format, ...) {
    if (!lexer->failed) {
        va_list arguments;
        va_start(arguments, format);
        int used = vsnprintf(lexer->problem, lexer->size, format, arguments);
        va_end(arguments);
        if (used >= 0 && (size_t)used < lexer->size) {
            (void)snprintf(lexer->problem + used, lexer->size - (size_t)used, " before \"%.30s\"",
                           lexer->at);
        }
        lexer->failed = true;
    }
    lexer->at = "";
    return sockspec_node_new(SOCKSPEC_NODE_NIL, NULL, 0);
}

void sockspec_lexer_skip_blanks(struct sockspec_lexer *lexer) {
    while (*lexer->at == ' ' || *lexer->at == '\t') {
        lexer->at++;
    }
}

void sockspec_lexer_skip_separators(struct sockspec_lexer *lexer) {
    while (*lexer->at == ';' || isspace((unsigned char)*lexer->at)) {
        lexer->at++;
    }
}

bool sockspec_lexer_take(struct sockspec_lexer *lexer, char wanted) {
    sockspec_lexer_skip_blanks(lexer);
    if (*lexer->at != wanted) {
        return false;
    }
    lexer->at++;
    return true;
}

static int hex_digit(char digit) {
    static const char digits[] = "0123456789abcdef";
    const char *found = digit == '\0' ? NULL : strchr(digits, tolower((unsigned char)digit));
    return found == NULL ? -1 : (int)(found - digits);
}

/* Returns one character of a string, with its escape decoded; -1 if the escape is unknown. */
static int string_byte(struct sockspec_lexer *lexer) {
    char c = *lexer->at++;
    if (c != '\\') {
        return (unsigned char)c;
    }
    c = *lexer->at;
    if (c == 'x' && hex_digit(lexer->at[1]) >= 0 && hex_digit(lexer->at[2]) >= 0) {
        int byte = hex_digit(lexer->at[1]) * 16 + hex_digit(lexer->at[2]);
        lexer->at += 3;
        return byte;
    }
    static const char escapes[] = "0nrt\\'";
    static const char bytes[] = "\0\n\r\t\\'";
    const char *found = c == '\0' ? NULL : strchr(escapes, c);
    if (found == NULL) {
        return -1;
    }
    lexer->at++;
    return (unsigned char)bytes[found - escapes];
}

struct sockspec_node *sockspec_lexer_string(struct sockspec_lexer *lexer) {
    char *bytes = sockspec_must_have(malloc(strlen(lexer->at) + 1));
    size_t length = 0;
    while (*lexer->at != '\'' && *lexer->at != '\0') {
        int byte = string_byte(lexer);
        if (byte < 0) {
            free(bytes);
            return sockspec_lexer_fail(lexer, "unknown escape");
        }
        bytes[length++] = (char)byte;
    }
    struct sockspec_node *node = sockspec_node_new(SOCKSPEC_NODE_STRING, "", 0);
    free(node->text);
    node->text = bytes;
    node->length = length;
    bytes[length] = '\0';
    if (!sockspec_lexer_take(lexer, '\'')) {
        sockspec_node_free(node);
        return sockspec_lexer_fail(lexer, "unterminated string");
    }
    return node;
}

struct sockspec_node *sockspec_lexer_number(struct sockspec_lexer *lexer) {
    char *end = NULL;
    struct sockspec_node *node = sockspec_node_new(SOCKSPEC_NODE_INTEGER, NULL, 0);
    errno = 0;
    node->integer = strtoll(lexer->at, &end, 0);
    if (end[0] == '.' && isdigit((unsigned char)end[1])) {
        node->kind = SOCKSPEC_NODE_FLOAT;
        errno = 0;
        node->real = strtod(lexer->at, &end);
        errno = isinf(node->real) ? ERANGE : 0; /* a number that is too small is only less exact */
    }
    if (errno == ERANGE) {
        sockspec_node_free(node);
        return sockspec_lexer_fail(lexer, "too large a number");
    }
    lexer->at = end;
    return node;
}

size_t sockspec_lexer_word_length(const char *text) {
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
