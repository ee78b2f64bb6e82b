#include "conformance/harness/language/forms.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/support/clock.h"

/* Returns whether an exception is of the named class, or of one of the listed classes. */
static bool is_listed(const struct sockspec_node *classes, const json_t *exception) {
    if (classes->kind == SOCKSPEC_NODE_CONSTANT) {
        return sockspec_is_a(exception, classes->text, classes->length);
    }
    for (size_t i = 0; i < classes->count; i++) {
        if (is_listed(classes->items[i], exception)) {
            return true;
        }
    }
    return false;
}

/* raised(class, expression): a step that must raise */
static struct sockspec_result raised(struct sockspec_scenario *scenario,
                                     const struct sockspec_node *node,
                                     sockspec_evaluator *evaluate) {
    struct sockspec_result result = evaluate(scenario, node->items[1]);
    if (result.kind == SOCKSPEC_RESULT_EXCEPTION && is_listed(node->items[0], result.value)) {
        json_decref(result.value);
        return sockspec_result_of(json_true());
    }
    if (result.kind != SOCKSPEC_RESULT_NONE) {
        char *answer = sockspec_render(&result);
        (void)sockspec_stop(scenario, SOCKSPEC_BROKEN, "a step should raise an exception but %s",
                            answer);
        free(answer);
        json_decref(result.value);
    }
    return sockspec_no_result();
}

/* Any statement between begin and rescue may raise. */
static struct sockspec_result attempt(struct sockspec_scenario *scenario,
                                      const struct sockspec_node *body,
                                      sockspec_evaluator *evaluate) {
    if (body->kind != SOCKSPEC_NODE_SEQUENCE) {
        return evaluate(scenario, body);
    }
    struct sockspec_result result = evaluate(scenario, body->items[0]);
    for (size_t i = 1; i < body->count && result.kind == SOCKSPEC_RESULT_VALUE; i++) {
        json_decref(result.value);
        result = evaluate(scenario, body->items[i]);
    }
    return result;
}

/* rescue(class, expression, otherwise) */
static struct sockspec_result rescue(struct sockspec_scenario *scenario,
                                     const struct sockspec_node *node,
                                     sockspec_evaluator *evaluate) {
    struct sockspec_result result = attempt(scenario, node->items[1], evaluate);
    if (result.kind != SOCKSPEC_RESULT_EXCEPTION || !is_listed(node->items[0], result.value)) {
        return result;
    }
    json_decref(result.value);
    return evaluate(scenario, node->items[2]);
}

/* retrying(class, expression, meanwhile): the number of tries is limited, so that the loop ends
 * even if IO.select lies. */
static struct sockspec_result retrying(struct sockspec_scenario *scenario,
                                       const struct sockspec_node *node,
                                       sockspec_evaluator *evaluate) {
    enum { TRIES = 100 };
    for (int i = 0; i < TRIES; i++) {
        struct sockspec_result result = evaluate(scenario, node->items[1]);
        if (result.kind != SOCKSPEC_RESULT_EXCEPTION || !is_listed(node->items[0], result.value)) {
            return result;
        }
        json_decref(result.value);
        result = evaluate(scenario, node->items[2]);
        if (result.kind != SOCKSPEC_RESULT_VALUE) {
            return result;
        }
        json_decref(result.value);
    }
    return sockspec_stop(scenario, SOCKSPEC_FAIL, "the call still raises after 100 tries");
}

/* lasts(seconds, expression): whether the expression takes at least this long. Load on the machine
 * cannot make that false. */
static struct sockspec_result lasts(struct sockspec_scenario *scenario,
                                    const struct sockspec_node *node,
                                    sockspec_evaluator *evaluate) {
    long long began = sockspec_now_us();
    struct sockspec_result result = evaluate(scenario, node->items[1]);
    if (result.kind == SOCKSPEC_RESULT_VALUE) {
        json_decref(result.value);
        double seconds = (double)(sockspec_now_us() - began) / 1e6;
        result = sockspec_result_of(json_boolean(seconds >= node->items[0]->real));
    }
    return result;
}

static const struct {
    const char *name;
    size_t count;
    sockspec_form *form;
} forms[] = {
    {"raised", 2, raised}, {"rescue", 3, rescue}, {"retrying", 3, retrying}, {"lasts", 2, lasts}};

sockspec_form *sockspec_form_find(const char *name, size_t count) {
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (strcmp(forms[i].name, name) == 0 && forms[i].count == count) {
            return forms[i].form;
        }
    }
    return NULL;
}
