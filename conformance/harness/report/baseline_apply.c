#include "conformance/harness/report/baseline_apply.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/report/baseline_update.h"
#include "conformance/harness/support/memory.h"

bool sockspec_baseline_differs(struct sockspec_baseline *baseline, const struct sockspec_case *test,
                               const struct sockspec_entry *entry) {
    if (entry->verdict == SOCKSPEC_NOT_RUN ||
        (baseline != NULL && sockspec_baseline_excuse(baseline, test, entry) != NULL)) {
        return false;
    }
    for (size_t i = 0; baseline != NULL && i < baseline->count; i++) {
        if (sockspec_baseline_names(&baseline->lines[i], test->id)) {
            return true;
        }
    }
    return entry->verdict != SOCKSPEC_PASS && entry->verdict != SOCKSPEC_UNSUPPORTED;
}

/* Marks every line that names the case but does not match its outcome. Returns the first such line,
 * or NULL. */
static struct sockspec_baseline_line *mark_concerned(struct sockspec_baseline *baseline,
                                                     const struct sockspec_case *test) {
    struct sockspec_baseline_line *first = NULL;
    for (size_t i = 0; i < baseline->count; i++) {
        if (sockspec_baseline_names(&baseline->lines[i], test->id)) {
            baseline->lines[i].concerns = true;
            first = first == NULL ? &baseline->lines[i] : first;
        }
    }
    return first;
}

/* Returns what to do about a case that is not as the baseline says. */
static char *advice(const struct sockspec_baseline *baseline, const struct sockspec_case *test,
                    const struct sockspec_entry *entry,
                    const struct sockspec_baseline_line *listed) {
    char *text = NULL;
    char *outcome = sockspec_baseline_outcome(entry);
    if (listed == NULL) {
        text = sockspec_format("add to %s: %s | %s | REASON", baseline->path, test->id, outcome);
    } else if (entry->verdict == SOCKSPEC_PASS) {
        text = sockspec_format("delete %s:%zu, or let it name fewer rows: %s | %s | %s",
                               baseline->path, listed->number, listed->row, listed->outcome,
                               listed->reason);
    } else {
        text = sockspec_format("change %s:%zu, which says: %s | %s | %s\nto: %s | %s | REASON",
                               baseline->path, listed->number, listed->row, listed->outcome,
                               listed->reason, test->id, outcome);
    }
    free(outcome);
    return text;
}

static void apply_to(struct sockspec_baseline *baseline, const struct sockspec_case *test,
                     struct sockspec_entry *entry) {
    struct sockspec_baseline_line *excuse = sockspec_baseline_excuse(baseline, test, entry);
    entry->found = entry->verdict;
    if (excuse != NULL) {
        for (size_t i = 0; i < baseline->count; i++) {
            struct sockspec_baseline_line *line = &baseline->lines[i];
            line->excuses = line->excuses || sockspec_baseline_excuses(line, test, entry);
        }
        if (entry->verdict == SOCKSPEC_PASS) {
            return;
        }
        entry->verdict = SOCKSPEC_KNOWN;
        entry->listed =
            sockspec_format("%s:%zu: %s", baseline->path, excuse->number, excuse->reason);
        return;
    }
    struct sockspec_baseline_line *listed = mark_concerned(baseline, test);
    if (listed != NULL ||
        (entry->verdict != SOCKSPEC_PASS && entry->verdict != SOCKSPEC_UNSUPPORTED)) {
        entry->listed = advice(baseline, test, entry, listed);
    }
    if (listed != NULL) {
        entry->verdict = entry->verdict == SOCKSPEC_PASS ? SOCKSPEC_FIXED : SOCKSPEC_CHANGED;
    }
}

void sockspec_baseline_apply(struct sockspec_baseline *baseline, struct sockspec_record *record) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        if (sockspec_baseline_ran(&record->entries[i])) {
            apply_to(baseline, &cases[i], &record->entries[i]);
        } else {
            (void)mark_concerned(baseline, &cases[i]);
        }
    }
}

static bool names_any(const struct sockspec_baseline_line *line) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        if (sockspec_baseline_names(line, cases[i].id)) {
            return true;
        }
    }
    return false;
}

size_t sockspec_baseline_stale(const struct sockspec_baseline *baseline, FILE *out) {
    size_t stale = 0;
    for (size_t i = 0; i < baseline->count; i++) {
        const struct sockspec_baseline_line *line = &baseline->lines[i];
        if (line->excuses || line->concerns) {
            continue;
        }
        if (stale == 0) {
            (void)fputs("\nStale lines of the baseline\n", out);
        }
        stale++;
        (void)fprintf(out, "  delete %s:%zu, which %s: %s | %s | %s\n", baseline->path,
                      line->number,
                      names_any(line) ? "has an outcome that no row has" : "matches no row",
                      line->row, line->outcome, line->reason);
    }
    return stale;
}
