/* Whether hello lists the methods and constants that a row needs. */
#ifndef SOCKSPEC_DECLARED_H
#define SOCKSPEC_DECLARED_H

#include <stdbool.h>

#include "conformance/harness/language/scenario.h"
#include "conformance/harness/language/script.h"

/* Looks up all methods and constants that the script and the outcome of the scenario's case need,
 * before anything is called. So a row that needs something undeclared is unsupported even if an
 * earlier step would fail. Returns false after sockspec_stop if something is undeclared. */
bool sockspec_check_declared(struct sockspec_scenario *scenario,
                             const struct sockspec_node *script);

#endif
