/* The nodes of a syntax tree, which is a parsed script. */
#ifndef SOCKSPEC_NODE_H
#define SOCKSPEC_NODE_H

#include <stddef.h>

enum sockspec_node_kind {
    SOCKSPEC_NODE_NIL,
    SOCKSPEC_NODE_TRUE,
    SOCKSPEC_NODE_FALSE,
    SOCKSPEC_NODE_INTEGER,
    SOCKSPEC_NODE_FLOAT,
    SOCKSPEC_NODE_STRING,
    SOCKSPEC_NODE_NAME,
    SOCKSPEC_NODE_CONSTANT,
    SOCKSPEC_NODE_ARRAY,
    SOCKSPEC_NODE_CALL,     /* items[0] is the receiver; the others are arguments */
    SOCKSPEC_NODE_FUNCTION, /* the items are arguments */
    SOCKSPEC_NODE_OPERATOR, /* text is "|", "+" or "*" */
    SOCKSPEC_NODE_INDEX,    /* items: value, index[, length] */
    SOCKSPEC_NODE_START,    /* items[0] is the call */
    SOCKSPEC_NODE_ASSIGN,   /* items: the names, then the value */
    SOCKSPEC_NODE_SEQUENCE,
};

struct sockspec_node {
    enum sockspec_node_kind kind;
    long long integer;
    double real;
    char *text; /* name, constant, method, function, operator or string */
    size_t length;
    struct sockspec_node **items;
    size_t count;
};

/* Returns a node without items. `text` may be NULL. */
struct sockspec_node *sockspec_node_new(enum sockspec_node_kind kind, const char *text,
                                        size_t length);
/* Takes ownership of `item`. */
void sockspec_node_append(struct sockspec_node *node, struct sockspec_node *item);
/* Frees the node and its items. `node` may be NULL. */
void sockspec_node_free(struct sockspec_node *node);

#endif
