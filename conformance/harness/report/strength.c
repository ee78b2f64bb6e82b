/* The scores of `sockspec strength`. */
#include <string.h>

#include "conformance/harness/report/strength.h"
#include "conformance/harness/rows/cases.h"

struct score {
    size_t rows, tamperings, allowed, accepted;
};

static void print_score(FILE *out, const char *label, const struct score *score) {
    size_t wrong = score->tamperings - score->allowed;
    double share = wrong == 0 ? 100 : 100.0 * (double)(wrong - score->accepted) / (double)wrong;
    (void)fprintf(out, "%-40s %10zu %10zu %10zu %10zu %9.2f%%\n", label, score->rows,
                  score->tamperings, score->allowed, score->accepted, share);
}

static void add(struct score *score, const struct sockspec_entry *entry) {
    score->rows++;
    score->tamperings += entry->tamperings;
    score->allowed += entry->allowed;
    score->accepted += entry->accepted;
}

static bool is_tried(const struct sockspec_entry *entry) {
    return entry->reported && entry->recorded && entry->tamperings > 0;
}

/* Returns whether an earlier case has the same method, so that the method is already reported. */
static bool is_told(const struct sockspec_record *record, const struct sockspec_case *cases,
                    size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (is_tried(&record->entries[i]) && strcmp(cases[i].method, cases[index].method) == 0) {
            return true;
        }
    }
    return false;
}

void sockspec_report_strength(const struct sockspec_record *record, FILE *out) {
    size_t count = 0;
    struct score all = {0};
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        struct score score = {0};
        if (!is_tried(&record->entries[i]) || is_told(record, cases, i)) {
            continue;
        }
        if (all.rows == 0) {
            (void)fprintf(out, "\n%-40s %10s %10s %10s %10s %10s\n", "method", "rows", "tampered",
                          "allowed", "accepted", "score");
        }
        for (size_t j = i; j < count; j++) {
            if (is_tried(&record->entries[j]) && strcmp(cases[j].method, cases[i].method) == 0) {
                add(&score, &record->entries[j]);
                add(&all, &record->entries[j]);
            }
        }
        print_score(out, cases[i].method, &score);
    }
    if (all.rows > 0) {
        print_score(out, "all", &all);
    }
}
