#include "conformance/harness/audit/check.h"

#include <string.h>

#include "conformance/harness/language/script.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/rows/catalogue.h"
#include "conformance/harness/rows/substitute.h"
#include "conformance/harness/rows/tables.h"

static size_t check_script(const struct sockspec_case *test, FILE *out) {
    char problem[128] = "";
    struct sockspec_node *script = sockspec_script_parse(test->script, problem, sizeof problem);
    struct sockspec_node *value =
        script == NULL ? NULL
                       : sockspec_script_parse_expression(test->value, problem, sizeof problem);
    bool readable = script != NULL && value != NULL;
    if (!readable) {
        (void)fprintf(out, "%s: unreadable: %s\n", test->id, problem);
    }
    sockspec_node_free(script);
    sockspec_node_free(value);
    return readable ? 0 : 1;
}

static bool is_later(const struct sockspec_case *test) {
    return test->catalogued != NULL && test->catalogued->authority == SOCKSPEC_LATER;
}

/* The control row must exist, succeed, and have a different script. */
static size_t check_control(const struct sockspec_case *test, FILE *out) {
    bool is_errno =
        test->row->outcome.kind != SOCKSPEC_RETURNS && strstr(test->value, "Errno::") != NULL;
    const char *problem = NULL;
    if (test->row->control == NULL) {
        problem = is_errno ? "an errno row without a control row" : NULL;
    } else if (test->control == NULL) {
        problem = "its control row does not exist";
    } else if (test->control->row->outcome.kind != SOCKSPEC_RETURNS) {
        problem = "its control row is not a success";
    } else if (strcmp(test->control->script, test->script) == 0) {
        problem = "its control row does not differ";
    } else if (test->catalogued != NULL && !is_later(test) && is_later(test->control)) {
        problem = "its control row is of authority later, and the row is not";
    }
    if (problem != NULL) {
        (void)fprintf(out, "%s: %s\n", test->id, problem);
    }
    return problem == NULL ? 0 : 1;
}

/* Every cell of a cross product must be claimed by exactly one row. */
static size_t check_cells(const struct sockspec_table *table, FILE *out) {
    if (table->cross == NULL) {
        return 0;
    }
    size_t cells = 1;
    for (size_t axis = 0; axis < SOCKSPEC_AXES && table->axes[axis].name != NULL; axis++) {
        cells *= table->axes[axis].count;
    }
    size_t problems = 0;
    for (size_t cell = 0; cell < cells; cell++) {
        char name[256] = "";
        size_t rest = cell;
        const struct sockspec_variant *variants[SOCKSPEC_AXES] = {0};
        for (size_t axis = 0; axis < SOCKSPEC_AXES && table->axes[axis].name != NULL; axis++) {
            variants[axis] = &table->axes[axis].variants[rest % table->axes[axis].count];
            rest /= table->axes[axis].count;
            (void)strncat(name, "/", sizeof name - strlen(name) - 1);
            (void)strncat(name, variants[axis]->name, sizeof name - strlen(name) - 1);
        }
        size_t claims = 0;
        for (size_t i = 0; i < table->count; i++) {
            claims += sockspec_claims_cell(&table->rows[i], table, variants) ? 1 : 0;
        }
        if (claims != 1) {
            (void)fprintf(out, "%s%s: claimed by %zu rows\n", table->name, name, claims);
            problems++;
        }
    }
    return problems;
}

size_t sockspec_cases_check(FILE *out) {
    size_t problems = sockspec_catalogue_check(out);
    size_t repeated = sockspec_cases_repeated_ids();
    if (repeated > 0) {
        (void)fprintf(out, "%zu row ids are not unique\n", repeated);
        problems += repeated;
    }
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        if (cases[i].catalogued == NULL) {
            (void)fprintf(out, "%s: names no behaviour: %s\n", cases[i].id, cases[i].behaviour);
            problems++;
        }
        problems += check_script(&cases[i], out) + check_control(&cases[i], out);
    }
    size_t table_count = 0;
    const struct sockspec_table *const *tables = sockspec_tables(&table_count);
    for (size_t i = 0; i < table_count; i++) {
        problems += check_cells(tables[i], out);
    }
    return problems;
}
