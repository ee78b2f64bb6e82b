#include "conformance/harness/audit.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/cases.h"
#include "conformance/harness/catalogue.h"

struct coverage {
    size_t rows;     /* without those that record a platform's difference */
    size_t platform; /* those */
};

static struct coverage *count_rows(const struct sockspec_behaviour *behaviours, size_t count) {
    struct coverage *coverage = calloc(count, sizeof *coverage);
    size_t case_count = 0;
    const struct sockspec_case *cases = sockspec_cases(&case_count);
    for (size_t i = 0; coverage != NULL && i < case_count; i++) {
        const struct sockspec_behaviour *behaviour = sockspec_catalogue_find(cases[i].behaviour);
        if (behaviour != NULL) {
            struct coverage *covered = &coverage[behaviour - behaviours];
            *(cases[i].table->platform == NULL ? &covered->rows : &covered->platform) += 1;
        }
    }
    return coverage;
}

static size_t report_orphans(const struct sockspec_behaviour *behaviours,
                             const struct coverage *coverage, size_t count, FILE *out) {
    size_t problems = 0;
    for (size_t i = 0; i < count; i++) {
        bool covered = coverage[i].rows > 0;
        if (covered == (behaviours[i].exclusion != NULL)) {
            (void)fprintf(out, "%s: %s\n", behaviours[i].id,
                          covered ? "excluded although rows check it" : "no row checks it");
            problems++;
        }
    }
    return problems;
}

static void print_totals(const struct sockspec_behaviour *behaviours,
                         const struct coverage *coverage, size_t count, FILE *out) {
    (void)fprintf(out, "%-40s %10s %8s %8s %8s\n", "method", "behaviours", "excluded", "rows",
                  "platform");
    size_t sums[4] = {0};
    for (size_t i = 0; i < count;) {
        size_t totals[4] = {0};
        size_t first = i;
        for (; i < count && strcmp(behaviours[i].method, behaviours[first].method) == 0; i++) {
            totals[0]++;
            totals[1] += behaviours[i].exclusion != NULL;
            totals[2] += coverage[i].rows;
            totals[3] += coverage[i].platform;
        }
        (void)fprintf(out, "%-40s %10zu %8zu %8zu %8zu\n", behaviours[first].method, totals[0],
                      totals[1], totals[2], totals[3]);
        for (size_t column = 0; column < 4; column++) {
            sums[column] += totals[column];
        }
    }
    (void)fprintf(out, "%-40s %10zu %8zu %8zu %8zu\n", "all", sums[0], sums[1], sums[2], sums[3]);
}

bool sockspec_audit(FILE *out) {
    size_t count = 0;
    const struct sockspec_behaviour *behaviours = sockspec_catalogue(&count);
    struct coverage *coverage = count_rows(behaviours, count);
    if (coverage == NULL) {
        abort();
    }
    print_totals(behaviours, coverage, count, out);
    size_t problems = report_orphans(behaviours, coverage, count, out);
    problems += sockspec_cases_check(out);
    (void)fprintf(out, "%zu problems\n", problems);
    free(coverage);
    return problems == 0;
}
