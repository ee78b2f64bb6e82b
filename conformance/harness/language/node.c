#include "conformance/harness/language/node.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/support/memory.h"

struct sockspec_node *sockspec_node_new(enum sockspec_node_kind kind, const char *text,
                                        size_t length) {
    struct sockspec_node *node = sockspec_must_have(calloc(1, sizeof *node));
    node->kind = kind;
    if (text != NULL) {
        node->text = sockspec_must_have(strndup(text, length));
        node->length = length;
    }
    return node;
}

void sockspec_node_append(struct sockspec_node *node, struct sockspec_node *item) {
    node->items =
        sockspec_must_have(reallocarray(node->items, node->count + 1, sizeof *node->items));
    node->items[node->count++] = item;
}

void sockspec_node_free(struct sockspec_node *node) {
    if (node == NULL) {
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        sockspec_node_free(node->items[i]);
    }
    free(node->items);
    free(node->text);
    free(node);
}
