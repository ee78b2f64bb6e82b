/* What a baseline makes of a record. */
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/report/baseline_internal.h"
#include "conformance/harness/driver/fault.h"
#include "conformance/harness/support/memory.h"

/* A crash, a hang or a fault that did not strike is not excused by a pattern that happens to match:
 * it has to be named. */
static bool names_end(const char *pattern, const struct sockspec_entry *entry) {
    static const char *const fates[] = {"killed by ", "exited with "};
    const char *detail = entry->detail == NULL ? "" : entry->detail;
    const char *verdict = sockspec_verdict_name(entry->verdict);
    if (entry->verdict != SOCKSPEC_CRASHED && entry->verdict != SOCKSPEC_TIMED_OUT &&
        entry->verdict != SOCKSPEC_NOT_RUN) {
        return true;
    }
    for (size_t i = 0; i < sizeof fates / sizeof fates[0]; i++) {
        const char *fate = strstr(detail, fates[i]);
        if (fate != NULL && strstr(pattern, fate + strlen(fates[i])) == NULL) {
            return false;
        }
    }
    return strncmp(pattern, verdict, strlen(verdict)) == 0;
}

/* A failure is known by what it shows under `observed`, by `fail`, or by that and the detail;
 * whatever else a row came to, only by its verdict and detail. */
static bool has_outcome(const struct sockspec_entry *entry, const char *pattern) {
    const char *verdict = sockspec_verdict_name(entry->verdict);
    if (entry->verdict == SOCKSPEC_FAIL && ((entry->observed != NULL && *entry->observed != '\0' &&
                                             fnmatch(pattern, entry->observed, 0) == 0) ||
                                            fnmatch(pattern, verdict, 0) == 0)) {
        return true;
    }
    char *text = sockspec_format("%s: %s", verdict, entry->detail == NULL ? "" : entry->detail);
    bool matches = fnmatch(pattern, text, 0) == 0 && names_end(pattern, entry);
    free(text);
    return matches;
}

/* Tried for every line and every case: nearly all of them differ in what is no pattern. */
bool sockspec_baseline_names(const struct sockspec_baseline_line *line, const char *id) {
    if (strncmp(line->row, id, line->literal) != 0) {
        return false;
    }
    return line->row[line->literal] == '\0' ? id[line->literal] == '\0'
                                            : fnmatch(line->row, id, 0) == 0;
}

bool sockspec_baseline_excuses(const struct sockspec_baseline_line *line,
                               const struct sockspec_case *test,
                               const struct sockspec_entry *entry) {
    static const char maybe[] = "maybe ";
    bool up_to_chance = strncmp(line->outcome, maybe, strlen(maybe)) == 0;
    if (!sockspec_baseline_names(line, test->id)) {
        return false;
    }
    return entry->verdict == SOCKSPEC_PASS
               ? up_to_chance
               : has_outcome(entry, line->outcome + (up_to_chance ? strlen(maybe) : 0));
}

struct sockspec_baseline_line *sockspec_baseline_excuse(struct sockspec_baseline *baseline,
                                                        const struct sockspec_case *test,
                                                        const struct sockspec_entry *entry) {
    for (size_t i = 0; i < baseline->count; i++) {
        if (sockspec_baseline_excuses(&baseline->lines[i], test, entry)) {
            return &baseline->lines[i];
        }
    }
    return NULL;
}

bool sockspec_baseline_ran(const struct sockspec_entry *entry) {
    bool told = entry->verdict != SOCKSPEC_NOT_RUN ||
                (entry->detail != NULL && strncmp(entry->detail, SOCKSPEC_FAULT_DID_NOT_STRIKE,
                                                  strlen(SOCKSPEC_FAULT_DID_NOT_STRIKE)) == 0);
    return entry->reported && entry->recorded && told;
}

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

/* The first line that names the case and does not say what it came to; all such lines are marked.
 * NULL when there is none. */
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

/* What to do about a case that is not as the baseline says. */
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
        entry->verdict = SOCKSPEC_EXPECTED;
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
                      line->number, names_any(line) ? "says what no row comes to" : "names no row",
                      line->row, line->outcome, line->reason);
    }
    return stale;
}

size_t sockspec_baseline_unexplained(const struct sockspec_baseline *baseline) {
    size_t count = 0;
    for (size_t i = 0; i < baseline->count; i++) {
        count += strcmp(baseline->lines[i].reason, SOCKSPEC_NO_REASON) == 0 ? 1 : 0;
    }
    return count;
}
