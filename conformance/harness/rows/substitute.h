/* Substitutes words of variants in texts, and finds the cells that rows of a cross product
 * claim. */
#ifndef SOCKSPEC_SUBSTITUTE_H
#define SOCKSPEC_SUBSTITUTE_H

#include <stdbool.h>

#include "conformance/harness/rows/row.h"

/* Returns the text for `$name`, or NULL. `$axis` alone, the variant's own name, is not a word. */
const char *sockspec_variant_word(const struct sockspec_variant *variant, const char *name,
                                  size_t length);
/* Returns `text` with every `$name` replaced, also in the replacements. The caller owns the
 * result. */
char *sockspec_substitute(const char *text,
                          const struct sockspec_variant *const variants[SOCKSPEC_AXES]);
/* Returns whether `claims` ("host=a,b service=*") names `variant` of `axis`. */
bool sockspec_claims(const char *claims, const char *axis, const char *variant);
/* Returns whether the row claims the cell: its claims name the cell's variant of every axis. */
bool sockspec_claims_cell(const struct sockspec_row *row, const struct sockspec_table *table,
                          const struct sockspec_variant *const variants[SOCKSPEC_AXES]);

#endif
