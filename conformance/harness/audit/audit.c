#include "conformance/harness/audit/audit.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/audit/check.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/rows/catalogue.h"
#include "conformance/harness/support/memory.h"

/* How many rows check a behaviour. */
struct coverage {
    size_t natural; /* pure, or really caused in the kernel */
    size_t injected;
    size_t platform; /* rows that record what a platform does differently; they check nothing */
};

static struct coverage *count_rows(const struct sockspec_behaviour *behaviours, size_t count) {
    struct coverage *coverage = sockspec_must_have(calloc(count, sizeof *coverage));
    size_t case_count = 0;
    const struct sockspec_case *cases = sockspec_cases(&case_count);
    for (size_t i = 0; i < case_count; i++) {
        const struct sockspec_behaviour *behaviour = cases[i].catalogued;
        const struct sockspec_table *table = cases[i].table;
        if (behaviour == NULL) {
            continue;
        }
        struct coverage *covered = &coverage[behaviour - behaviours];
        if (table->platform != NULL) {
            covered->platform++;
        } else if (table->provoked == SOCKSPEC_INJECTED) {
            covered->injected++;
        } else {
            covered->natural++;
        }
    }
    return coverage;
}

static size_t report_orphans(const struct sockspec_behaviour *behaviours,
                             const struct coverage *coverage, size_t count, FILE *out) {
    size_t problems = 0;
    for (size_t i = 0; i < count; i++) {
        bool covered = coverage[i].natural + coverage[i].injected > 0;
        if (covered == (behaviours[i].exclusion != NULL)) {
            (void)fprintf(out, "%s: %s\n", behaviours[i].id,
                          covered ? "excluded although rows check it" : "no row checks it");
            problems++;
        }
    }
    return problems;
}

/* The first columns are the authorities. */
enum { EXCLUDED = SOCKSPEC_AUTHORITIES, NATURAL, INJECTED, PLATFORM, COLUMNS };
enum { LABEL_WIDTH = 40 };

static const char *heading(size_t column) {
    static const char *const others[] = {"excluded", "natural", "injected", "platform"};
    return column < SOCKSPEC_AUTHORITIES ? sockspec_authority_name((enum sockspec_authority)column)
                                         : others[column - SOCKSPEC_AUTHORITIES];
}

struct line {
    size_t columns[COLUMNS];
};

static void print_headings(FILE *out, const char *label) {
    (void)fprintf(out, "%-*s", LABEL_WIDTH, label);
    for (size_t i = 0; i < COLUMNS; i++) {
        (void)fprintf(out, " %10s", heading(i));
    }
    (void)fputc('\n', out);
}

static void print_line(FILE *out, const char *label, const struct line *line) {
    (void)fprintf(out, "%-*s", LABEL_WIDTH, label);
    for (size_t i = 0; i < COLUMNS; i++) {
        (void)fprintf(out, " %10zu", line->columns[i]);
    }
    (void)fputc('\n', out);
}

static void add_to(struct line *line, const struct sockspec_behaviour *behaviour,
                   const struct coverage *covered) {
    line->columns[behaviour->authority]++;
    line->columns[EXCLUDED] += behaviour->exclusion != NULL ? 1 : 0;
    line->columns[NATURAL] += covered->natural;
    line->columns[INJECTED] += covered->injected;
    line->columns[PLATFORM] += covered->platform;
}

/* Prints the behaviours by authority, and the rows that check them, for each method and for each
 * authority. */
static void print_methods(const struct sockspec_behaviour *behaviours,
                          const struct coverage *coverage, size_t count, FILE *out) {
    struct line all = {0};
    struct line authorities[SOCKSPEC_AUTHORITIES] = {0};
    print_headings(out, "method");
    for (size_t i = 0; i < count;) {
        struct line line = {0};
        const char *method = behaviours[i].method;
        for (; i < count && strcmp(behaviours[i].method, method) == 0; i++) {
            add_to(&line, &behaviours[i], &coverage[i]);
            add_to(&all, &behaviours[i], &coverage[i]);
            add_to(&authorities[behaviours[i].authority], &behaviours[i], &coverage[i]);
        }
        print_line(out, method, &line);
    }
    print_line(out, "all", &all);
    (void)fputc('\n', out);
    print_headings(out, "authority");
    for (size_t i = 0; i < SOCKSPEC_AUTHORITIES; i++) {
        print_line(out, heading(i), &authorities[i]);
    }
}

/* An exception that the document lists for unix systems has an id that ends in an errno's name. */
static bool is_unix_exception(const struct sockspec_behaviour *behaviour) {
    return strstr(behaviour->id, ".unix.E") != NULL ||
           strstr(behaviour->id, ".unix-domain.E") != NULL;
}

/* Prints the documented exceptions, and how the condition for each of them is produced. */
static void print_exceptions(const struct sockspec_behaviour *behaviours,
                             const struct coverage *coverage, size_t count, FILE *out) {
    size_t listed = 0;
    size_t covered = 0;
    (void)fprintf(out, "\n%-*s %10s %10s %10s\n", LABEL_WIDTH, "exception", "natural", "injected",
                  "platform");
    for (size_t i = 0; i < count; i++) {
        if (is_unix_exception(&behaviours[i])) {
            listed++;
            covered += coverage[i].natural + coverage[i].injected > 0;
            (void)fprintf(out, "%-*s %10zu %10zu %10zu\n", LABEL_WIDTH, behaviours[i].id,
                          coverage[i].natural, coverage[i].injected, coverage[i].platform);
        }
    }
    (void)fprintf(out, "%zu of %zu exceptions of unix systems are checked\n\n", covered, listed);
}

bool sockspec_audit(FILE *out) {
    size_t count = 0;
    const struct sockspec_behaviour *behaviours = sockspec_catalogue(&count);
    struct coverage *coverage = count_rows(behaviours, count);
    print_methods(behaviours, coverage, count, out);
    print_exceptions(behaviours, coverage, count, out);
    size_t problems = report_orphans(behaviours, coverage, count, out);
    problems += sockspec_cases_check(out);
    (void)fprintf(out, "%zu problems\n", problems);
    free(coverage);
    return problems == 0;
}
