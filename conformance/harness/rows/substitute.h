/* The words of variants put into texts, and the cells that rows of a cross product claim. */
#ifndef SOCKSPEC_SUBSTITUTE_H
#define SOCKSPEC_SUBSTITUTE_H

#include <stdbool.h>

#include "conformance/harness/rows/row.h"

/* The text behind `$name`, or NULL. `$axis` alone, the variant's own name, has no word. */
const char *sockspec_variant_word(const struct sockspec_variant *variant, const char *name,
                                  size_t length);
/* `text` with every `$name` replaced, also in what replaces it. The caller owns the result. */
char *sockspec_substitute(const char *text,
                          const struct sockspec_variant *const variants[SOCKSPEC_AXES]);
/* Whether `claims` ("host=a,b service=*") names `variant` of `axis`. */
bool sockspec_claims(const char *claims, const char *axis, const char *variant);
/* The same for all axes of a cell. */
bool sockspec_claims_cell(const struct sockspec_row *row, const struct sockspec_table *table,
                          const struct sockspec_variant *const variants[SOCKSPEC_AXES]);

#endif
