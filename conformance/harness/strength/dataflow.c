#include "conformance/harness/strength/dataflow.h"

#include <string.h>

/* Returns whether an expression shows the value of that name. */
static bool shows(const struct sockspec_node *node, const char *name) {
    if (node->kind == SOCKSPEC_NODE_NAME) {
        return strcmp(node->text, name) == 0;
    }
    bool looks_through =
        node->kind == SOCKSPEC_NODE_ARRAY || node->kind == SOCKSPEC_NODE_INDEX ||
        node->kind == SOCKSPEC_NODE_OPERATOR ||
        (node->kind == SOCKSPEC_NODE_FUNCTION && strcmp(node->text, "length") == 0);
    bool any = false;
    for (size_t i = 0; looks_through && i < node->count && !any; i++) {
        any = shows(node->items[i], name);
    }
    return any;
}

static bool assigns(const struct sockspec_node *statement, const char *name) {
    bool any = false;
    for (size_t i = 0; statement->kind == SOCKSPEC_NODE_ASSIGN && i + 1 < statement->count; i++) {
        any = any || strcmp(statement->items[i]->text, name) == 0;
    }
    return any;
}

size_t sockspec_count_shown(const struct sockspec_node *script, size_t place) {
    const struct sockspec_node *statement = script->items[place];
    size_t shown = 0;
    for (size_t i = 0; statement->kind == SOCKSPEC_NODE_ASSIGN && i + 1 < statement->count; i++) {
        const char *name = statement->items[i]->text;
        size_t later = place + 1;
        while (later < script->count && !assigns(script->items[later], name)) {
            later++;
        }
        bool lasts = later == script->count && place + 1 < script->count;
        shown += lasts && shows(script->items[script->count - 1], name) ? 1 : 0;
    }
    return shown;
}

bool sockspec_is_selective(const struct sockspec_node *node) {
    static const char *const selective[] = {"length", "rescue", "raised", "retrying", "lasts"};
    bool any = node->kind == SOCKSPEC_NODE_INDEX;
    for (size_t i = 0; i < sizeof selective / sizeof selective[0]; i++) {
        any =
            any || (node->kind == SOCKSPEC_NODE_FUNCTION && strcmp(node->text, selective[i]) == 0);
    }
    for (size_t i = 0; i < node->count && !any; i++) {
        any = sockspec_is_selective(node->items[i]);
    }
    return any;
}
