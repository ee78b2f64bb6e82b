/* The lexer of scripts: literals, words, blanks, and the position of the first problem. */
#ifndef SOCKSPEC_LEXER_H
#define SOCKSPEC_LEXER_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/language/node.h"

struct sockspec_lexer {
    const char *at;
    int depth; /* of nested expressions */
    bool failed;
    char *problem;
    size_t size;
};

/* Records the first problem, and moves to the end of the text. Returns a node even so, so that no
 * caller needs a NULL check. */
__attribute__((format(printf, 2, 3))) struct sockspec_node *
sockspec_lexer_fail(struct sockspec_lexer *lexer, const char *format, ...);
void sockspec_lexer_skip_blanks(struct sockspec_lexer *lexer);
/* Skips the ends of statements, and blanks. */
void sockspec_lexer_skip_separators(struct sockspec_lexer *lexer);
/* Skips blanks and, if it comes next, the wanted character. Returns whether it came. */
bool sockspec_lexer_take(struct sockspec_lexer *lexer, char wanted);
/* Reads a string, whose opening quote is already read. */
struct sockspec_node *sockspec_lexer_string(struct sockspec_lexer *lexer);
/* Reads an integer, or a float if a fraction follows. */
struct sockspec_node *sockspec_lexer_number(struct sockspec_lexer *lexer);
size_t sockspec_lexer_word_length(const char *text);

#endif
