#include "conformance/harness/rows/tables.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/rows/substitute.h"
#include "conformance/harness/support/memory.h"

/* NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the linker's names */
extern const struct sockspec_table *const __start_sockspec_tables[] __attribute__((weak));
extern const struct sockspec_table *const __stop_sockspec_tables[] __attribute__((weak));
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */

const struct sockspec_table *const *sockspec_tables(size_t *count) {
    /* cppcheck-suppress comparePointers; the linker put the two ends of one array there */
    *count = (size_t)(__stop_sockspec_tables - __start_sockspec_tables);
    return __start_sockspec_tables;
}

/* Counts the variants of an axis that a row uses. */
static size_t count_variants(const struct sockspec_table *table, const struct sockspec_row *row,
                             const struct sockspec_axis *axis) {
    size_t count = 0;
    for (size_t i = 0; i < axis->count; i++) {
        count += table->cross == NULL ||
                 sockspec_claims(row->script, axis->name, axis->variants[i].name);
    }
    return count;
}

size_t sockspec_table_cases(const struct sockspec_table *table) {
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        size_t product = 1;
        for (size_t axis = 0; axis < SOCKSPEC_AXES && table->axes[axis].name != NULL; axis++) {
            product *= count_variants(table, &table->rows[i], &table->axes[axis]);
        }
        count += product;
    }
    return count;
}

/* Finds the leader of each table, in the order of the tables. */
static const struct sockspec_table **find_leaders(void) {
    enum { ENOUGH = 1000 };
    size_t count = 0;
    size_t cases = 0;
    const struct sockspec_table *const *tables = sockspec_tables(&count);
    const struct sockspec_table **leaders = sockspec_must_have(calloc(count + 1, sizeof *leaders));
    for (size_t i = 0; i < count; i++) {
        const struct sockspec_table *leader = i == 0 ? tables[0] : leaders[i - 1];
        if (cases >= ENOUGH || leader->waits || tables[i]->waits ||
            strcmp(leader->file, tables[i]->file) != 0) {
            leader = tables[i];
            cases = 0;
        }
        cases += sockspec_table_cases(tables[i]);
        leaders[i] = leader;
    }
    return leaders;
}

const struct sockspec_table *sockspec_table_leader(const struct sockspec_table *table) {
    static const struct sockspec_table **leaders;
    if (leaders == NULL) {
        leaders = find_leaders();
    }
    size_t count = 0;
    const struct sockspec_table *const *tables = sockspec_tables(&count);
    for (size_t i = 0; i < count; i++) {
        if (tables[i] == table) {
            return leaders[i];
        }
    }
    return table;
}
