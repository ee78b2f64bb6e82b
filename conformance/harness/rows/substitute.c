#include "conformance/harness/rows/substitute.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/support/memory.h"

enum {
    NESTING_MAX = 8,
    WORDS =
        sizeof((struct sockspec_variant){0}.words) / sizeof((struct sockspec_variant){0}.words[0])
};

const char *sockspec_variant_word(const struct sockspec_variant *variant, const char *name,
                                  size_t length) {
    for (size_t i = 0; i < WORDS && variant->words[i].name != NULL; i++) {
        if (strlen(variant->words[i].name) == length &&
            strncmp(variant->words[i].name, name, length) == 0) {
            return variant->words[i].text;
        }
    }
    return NULL;
}

static size_t name_length(const char *text) {
    size_t length = 0;
    while (islower((unsigned char)text[length]) || isdigit((unsigned char)text[length]) ||
           text[length] == '_') {
        length++;
    }
    return length;
}

static const char *find_word(const struct sockspec_variant *const variants[SOCKSPEC_AXES],
                             const char *name, size_t length) {
    for (size_t axis = 0; axis < SOCKSPEC_AXES && variants[axis] != NULL; axis++) {
        const char *word = sockspec_variant_word(variants[axis], name, length);
        if (word != NULL) {
            return word;
        }
    }
    return NULL;
}

/* A `$name` that nothing defines stays as it is. The script then cannot be parsed, which audit
 * reports. */
static void write_substituted(FILE *out, const char *text,
                              const struct sockspec_variant *const variants[SOCKSPEC_AXES],
                              int nesting) {
    for (const char *at = text; *at != '\0';) {
        size_t length = *at == '$' ? name_length(at + 1) : 0;
        const char *word = length == 0 ? NULL : find_word(variants, at + 1, length);
        if (word == NULL || nesting == NESTING_MAX) {
            (void)fputc(*at++, out);
        } else {
            write_substituted(out, word, variants, nesting + 1);
            at += length + 1;
        }
    }
}

char *sockspec_substitute(const char *text,
                          const struct sockspec_variant *const variants[SOCKSPEC_AXES]) {
    if (strchr(text, '$') == NULL) {
        return sockspec_must_have(strdup(text));
    }
    char *result = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&result, &size));
    write_substituted(out, text, variants, 0);
    (void)fclose(out);
    return result;
}

bool sockspec_claims(const char *claims, const char *axis, const char *variant) {
    size_t axis_length = strlen(axis);
    const char *at = claims;
    while (at != NULL && !(strncmp(at, axis, axis_length) == 0 && at[axis_length] == '=')) {
        at = strchr(at, ' ');
        at = at == NULL ? NULL : at + 1;
    }
    if (at == NULL) {
        return false;
    }
    at += axis_length + 1;
    while (*at != '\0' && *at != ' ') {
        size_t length = strcspn(at, ", ");
        if ((length == 1 && *at == '*') ||
            (strlen(variant) == length && strncmp(at, variant, length) == 0)) {
            return true;
        }
        at += length + (at[length] == ',');
    }
    return false;
}

bool sockspec_claims_cell(const struct sockspec_row *row, const struct sockspec_table *table,
                          const struct sockspec_variant *const variants[SOCKSPEC_AXES]) {
    for (size_t axis = 0; axis < SOCKSPEC_AXES && table->axes[axis].name != NULL; axis++) {
        if (!sockspec_claims(row->script, table->axes[axis].name, variants[axis]->name)) {
            return false;
        }
    }
    return true;
}
