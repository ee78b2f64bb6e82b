#include "conformance/harness/report/unstable.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/report/text.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

struct outcome {
    struct sockspec_entry entry; /* its verdict and texts; it owns the texts */
    size_t times;
};

/* The distinct outcomes of a case, in the order in which they occurred. */
struct outcomes {
    struct outcome *list;
    size_t count;
};

struct sockspec_repetitions {
    struct outcomes *cases;
    size_t case_count;
    size_t repetitions;
};

struct sockspec_repetitions *sockspec_repetitions_make(size_t count) {
    struct sockspec_repetitions *made = sockspec_must_have(calloc(1, sizeof *made));
    made->cases = sockspec_must_have(calloc(count + 1, sizeof *made->cases));
    made->case_count = count;
    return made;
}

void sockspec_repetitions_free(struct sockspec_repetitions *repetitions) {
    for (size_t i = 0; i < repetitions->case_count; i++) {
        struct outcomes *outcomes = &repetitions->cases[i];
        for (size_t j = 0; j < outcomes->count; j++) {
            free(outcomes->list[j].entry.observed);
            free(outcomes->list[j].entry.detail);
        }
        free(outcomes->list);
    }
    free(repetitions->cases);
    free(repetitions);
}

/* What was observed, or else the reason of the verdict. */
static const char *text_of(const struct sockspec_entry *entry) {
    if (entry->observed != NULL && *entry->observed != '\0') {
        return entry->observed;
    }
    return entry->detail == NULL ? "" : entry->detail;
}

static char *copy(const char *text) {
    return text == NULL ? NULL : sockspec_must_have(strdup(text));
}

static void add(struct outcomes *outcomes, const struct sockspec_entry *entry) {
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct sockspec_entry *other = &outcomes->list[i].entry;
        if (other->verdict == entry->verdict && strcmp(text_of(other), text_of(entry)) == 0) {
            outcomes->list[i].times++;
            return;
        }
    }
    outcomes->list = sockspec_must_have(
        reallocarray(outcomes->list, outcomes->count + 1, sizeof *outcomes->list));
    outcomes->list[outcomes->count++] =
        (struct outcome){.entry = {.recorded = true,
                                   .reported = true,
                                   .verdict = entry->verdict,
                                   .observed = copy(entry->observed),
                                   .detail = copy(entry->detail)},
                         .times = 1};
}

void sockspec_repetitions_add(struct sockspec_repetitions *repetitions,
                              const struct sockspec_record *record) {
    repetitions->repetitions++;
    for (size_t i = 0; i < record->count; i++) {
        if (record->entries[i].reported && record->entries[i].recorded) {
            add(&repetitions->cases[i], &record->entries[i]);
        }
    }
}

static bool is_known(struct sockspec_baseline *baseline, const struct sockspec_case *test,
                     const struct outcomes *outcomes) {
    for (size_t i = 0; i < outcomes->count; i++) {
        if (baseline == NULL ||
            sockspec_baseline_excuse(baseline, test, &outcomes->list[i].entry) == NULL) {
            return false;
        }
    }
    return true;
}

static void print_row(const struct sockspec_case *test, const struct outcomes *outcomes,
                      FILE *out) {
    size_t total = 0;
    (void)fprintf(out, "  %s (%s)\n", test->id, test->method);
    for (size_t i = 0; i < outcomes->count; i++) {
        total += outcomes->list[i].times;
    }
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct sockspec_entry *entry = &outcomes->list[i].entry;
        const char *text = text_of(entry);
        (void)fprintf(out, "    %zu of %zu  %s%s", outcomes->list[i].times, total,
                      sockspec_verdict_name(entry->verdict), *text == '\0' ? "" : ": ");
        sockspec_print_plain(out, text, strlen(text));
        (void)fputc('\n', out);
    }
}

size_t sockspec_repetitions_report(const struct sockspec_repetitions *repetitions,
                                   struct sockspec_baseline *baseline, FILE *out) {
    struct sockspec_palette palette = sockspec_palette_for(out);
    size_t count = 0;
    size_t unstable = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        const struct outcomes *outcomes = &repetitions->cases[i];
        if (outcomes->count < 2 || is_known(baseline, &cases[i], outcomes)) {
            continue;
        }
        if (unstable++ == 0) {
            (void)fprintf(out, "\n%sUnstable: the outcome is not the same in each repetition%s\n",
                          palette.strong, palette.plain);
        }
        print_row(&cases[i], outcomes, out);
    }
    (void)fprintf(out, "%s%zu %s: %s%zu unstable %s%s\n", unstable > 0 ? "\n" : "",
                  repetitions->repetitions,
                  sockspec_plural(repetitions->repetitions, "repetition", "repetitions"),
                  unstable > 0 ? palette.bad : palette.good, unstable,
                  sockspec_plural(unstable, "row", "rows"), palette.plain);
    return unstable;
}
