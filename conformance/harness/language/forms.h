/* Special forms: functions of the notation that evaluate their own arguments, such as rescue(). */
#ifndef SOCKSPEC_FORMS_H
#define SOCKSPEC_FORMS_H

#include <stddef.h>

#include "conformance/harness/language/scenario.h"

typedef struct sockspec_result sockspec_evaluator(struct sockspec_scenario *scenario,
                                                  const struct sockspec_node *node);
typedef struct sockspec_result sockspec_form(struct sockspec_scenario *scenario,
                                             const struct sockspec_node *node,
                                             sockspec_evaluator *evaluate);

/* Returns the form of that name that takes `count` arguments, or NULL. */
sockspec_form *sockspec_form_find(const char *name, size_t count);

#endif
