#include "conformance/harness/rows/cases.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/rows/substitute.h"
#include "conformance/harness/rows/tables.h"
#include "conformance/harness/support/memory.h"

struct case_list {
    struct sockspec_case *cases;
    size_t count, room;
    size_t first; /* the index of the table's first case among all cases */
};

static struct case_list all;               /* the cases of all tables */
static const struct sockspec_case **by_id; /* all cases, in the order of their ids */
static size_t repeated_ids;

static struct sockspec_case *new_case(struct case_list *list) {
    if (list->count == list->room) {
        list->room = list->room == 0 ? 256 : list->room * 2;
        list->cases =
            sockspec_must_have(reallocarray(list->cases, list->room, sizeof *list->cases));
    }
    list->cases[list->count] = (struct sockspec_case){.index = list->first + list->count};
    return &list->cases[list->count++];
}

/* In a cross product the id ends in the cell's name; in other tables, in the variants' names. */
static char *case_id(const struct sockspec_table *table, const struct sockspec_row *row,
                     const struct sockspec_variant *const variants[SOCKSPEC_AXES]) {
    char *id = sockspec_must_have(strdup(row->id));
    for (size_t axis = 0; axis < SOCKSPEC_AXES && variants[axis] != NULL; axis++) {
        char *longer =
            sockspec_format("%s%s%s", id, table->cross != NULL ? "/" : "-", variants[axis]->name);
        free(id);
        id = longer;
    }
    return id;
}

/* Returns the method that a variant names, if the variant stands for a method. */
static const char *variant_method(const struct sockspec_variant *const variants[SOCKSPEC_AXES]) {
    const char *name = NULL;
    for (size_t axis = 0; axis < SOCKSPEC_AXES && variants[axis] != NULL && name == NULL; axis++) {
        name = sockspec_variant_word(variants[axis], "method", strlen("method"));
    }
    return name;
}

/* Without such a variant, the case has the method of its behaviour. */
static const char *full_method(const struct sockspec_case *test) {
    const char *method = test->method == NULL ? NULL : sockspec_catalogue_method(test->method);
    if (method == NULL && test->catalogued != NULL) {
        method = test->catalogued->method;
    }
    return method == NULL ? "?" : method;
}

static bool mentions_ipv6(const char *script) {
    static const char *const signs[] = {"AF_INET6", "in6(", "::1'", "'::'"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (strstr(script, signs[i]) != NULL) {
            return true;
        }
    }
    return false;
}

static void add_case(struct case_list *list, const struct sockspec_table *table,
                     const struct sockspec_row *row,
                     const struct sockspec_variant *const variants[SOCKSPEC_AXES]) {
    struct sockspec_case *test = new_case(list);
    test->table = table;
    test->row = row;
    test->id = case_id(table, row, variants);
    test->behaviour = sockspec_substitute(row->behaviour, variants);
    test->script = sockspec_substitute(table->cross != NULL ? table->cross : row->script, variants);
    test->value = sockspec_substitute(row->outcome.value, variants);
    test->message =
        row->outcome.message == NULL ? NULL : sockspec_substitute(row->outcome.message, variants);
    test->control_name = row->control == NULL ? NULL : sockspec_substitute(row->control, variants);
    test->method = variant_method(variants);
    test->needs_ipv6 = mentions_ipv6(test->script) || mentions_ipv6(test->value);
}

/* Adds every combination of variants from `axis` on; in a cross product, only those the row
 * claims. */
static void expand(struct case_list *list, const struct sockspec_table *table,
                   const struct sockspec_row *row, size_t axis,
                   const struct sockspec_variant *variants[SOCKSPEC_AXES]) {
    if (axis == SOCKSPEC_AXES || table->axes[axis].name == NULL) {
        add_case(list, table, row, variants);
        return;
    }
    const struct sockspec_axis *dimension = &table->axes[axis];
    for (size_t i = 0; i < dimension->count; i++) {
        const struct sockspec_variant *variant = &dimension->variants[i];
        if (table->cross == NULL || sockspec_claims(row->script, dimension->name, variant->name)) {
            variants[axis] = variant;
            expand(list, table, row, axis + 1, variants);
            variants[axis] = NULL;
        }
    }
}

static void expand_table(struct case_list *list, const struct sockspec_table *table) {
    for (size_t i = 0; i < table->count; i++) {
        const struct sockspec_variant *variants[SOCKSPEC_AXES] = {0};
        expand(list, table, &table->rows[i], 0, variants);
    }
}

static int compare_ids(const void *left, const void *right) {
    const struct sockspec_case *const *one = left;
    const struct sockspec_case *const *other = right;
    return strcmp((*one)->id, (*other)->id);
}

static void index_cases(void) {
    by_id = sockspec_must_have(calloc(all.count + 1, sizeof *by_id));
    for (size_t i = 0; i < all.count; i++) {
        by_id[i] = &all.cases[i];
    }
    qsort(by_id, all.count, sizeof *by_id, compare_ids);
    for (size_t i = 1; i < all.count; i++) {
        repeated_ids += strcmp(by_id[i - 1]->id, by_id[i]->id) == 0;
    }
}

/* A row names its control row in full, or without the variants that both have in common. */
static const struct sockspec_case *find_control(const struct sockspec_case *test) {
    const struct sockspec_case *control = sockspec_case_find(test->control_name);
    if (control == NULL) {
        char *full = sockspec_format("%s%s", test->control_name, test->id + strlen(test->row->id));
        control = sockspec_case_find(full);
        free(full);
    }
    return control;
}

static void load(void) {
    if (by_id != NULL) {
        return;
    }
    size_t table_count = 0;
    const struct sockspec_table *const *tables = sockspec_tables(&table_count);
    for (size_t i = 0; i < table_count; i++) {
        expand_table(&all, tables[i]);
    }
    index_cases();
    for (struct sockspec_case *test = all.cases; test < all.cases + all.count; test++) {
        test->catalogued = sockspec_catalogue_find(test->behaviour);
        test->method = full_method(test);
        test->control = test->control_name == NULL ? NULL : find_control(test);
    }
}

const struct sockspec_case *sockspec_cases(size_t *count) {
    load();
    *count = all.count;
    return all.cases;
}

const struct sockspec_case *sockspec_case_find(const char *id) {
    load();
    struct sockspec_case wanted = {.id = id};
    const struct sockspec_case *key = &wanted;
    const struct sockspec_case **found =
        bsearch(&key, by_id, all.count, sizeof *by_id, compare_ids);
    return found == NULL ? NULL : *found;
}

const struct sockspec_case *sockspec_cases_of(const struct sockspec_table *table, size_t *count) {
    static struct case_list list;
    list = (struct case_list){0};
    size_t table_count = 0;
    const struct sockspec_table *const *tables = sockspec_tables(&table_count);
    for (size_t i = 0; i < table_count && tables[i] != table; i++) {
        list.first += sockspec_table_cases(tables[i]);
    }
    expand_table(&list, table);
    *count = list.count;
    return list.cases;
}

const char *sockspec_case_authority(const struct sockspec_case *test) {
    return test->catalogued == NULL ? "?" : sockspec_authority_name(test->catalogued->authority);
}

const char *sockspec_case_section(const struct sockspec_case *test) {
    return test->catalogued == NULL ? "?" : test->catalogued->section;
}

const char *sockspec_case_statement(const struct sockspec_case *test) {
    return test->catalogued == NULL ? "?" : test->catalogued->statement;
}

char *sockspec_case_expected(const struct sockspec_case *test) {
    if (test->row->outcome.kind == SOCKSPEC_RETURNS) {
        const char *refusal = test->row->outcome.refusal;
        return sockspec_format("returns %s%s%s", test->value, refusal == NULL ? "" : " or raises ",
                               refusal == NULL ? "" : refusal);
    }
    return sockspec_format("raises %s%s%s", test->value, test->message == NULL ? "" : ": ",
                           test->message == NULL ? "" : test->message);
}

size_t sockspec_cases_repeated_ids(void) {
    load();
    return repeated_ids;
}
