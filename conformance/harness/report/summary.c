#include "conformance/harness/report/summary.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/report/reason.h"
#include "conformance/harness/report/text.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

enum { METHODS_SHOWN = 3 };

struct method {
    const char *name;
    size_t counts[SOCKSPEC_VERDICTS];
    size_t of_cause;
};

static struct method *find_method(struct method *methods, size_t *count, const char *name) {
    for (size_t i = 0; i < *count; i++) {
        if (strcmp(methods[i].name, name) == 0) {
            return &methods[i];
        }
    }
    methods[*count] = (struct method){.name = name};
    return &methods[(*count)++];
}

static int by_count(const void *a, const void *b) {
    const struct method *left = a;
    const struct method *right = b;
    return left->of_cause != right->of_cause ? (left->of_cause < right->of_cause ? 1 : -1)
                                             : strcmp(left->name, right->name);
}

/* Prints the methods of a cause, those with the most rows first. */
static void print_where(FILE *out, const struct sockspec_causes *causes, size_t cause) {
    enum { METHODS = 256 };
    static struct method methods[METHODS];
    size_t method_count = 0;
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        if (causes->of_case[i] == cause) {
            find_method(methods, &method_count, cases[i].method)->of_cause++;
        }
    }
    qsort(methods, method_count, sizeof *methods, by_count);
    (void)fputs("      where    ", out);
    for (size_t i = 0; i < method_count && i < METHODS_SHOWN; i++) {
        (void)fprintf(out, "%s%s %zu", i == 0 ? "" : ", ", methods[i].name, methods[i].of_cause);
    }
    if (method_count > METHODS_SHOWN) {
        (void)fprintf(out, ", and %zu more %s", method_count - METHODS_SHOWN,
                      sockspec_plural(method_count - METHODS_SHOWN, "method", "methods"));
    }
    (void)fputc('\n', out);
}

/* Prints a verdict and its reason, in at most one line. */
static void print_short(FILE *out, const struct sockspec_entry *entry) {
    enum { MOST = 90 };
    const char *difference = sockspec_difference_of(entry);
    const char *detail = difference != NULL      ? difference
                         : entry->detail == NULL ? ""
                                                 : entry->detail;
    size_t length = strcspn(detail, "\n");
    (void)fprintf(out, "%s%s", sockspec_verdict_name(entry->verdict), *detail == '\0' ? "" : ": ");
    sockspec_print_plain(out, detail, length > MOST ? MOST : length);
    (void)fputs(length > MOST ? " ...\n" : "\n", out);
}

void sockspec_print_causes(FILE *out, const struct sockspec_record *record,
                           const struct sockspec_causes *causes, size_t most) {
    struct sockspec_palette palette = sockspec_palette_for(out);
    size_t rows = 0;
    size_t shown = 0;
    for (size_t i = 0; i < causes->count; i++) {
        rows += causes->causes[i].count;
    }
    (void)fprintf(out, "\n%s%zu %s not pass, for %zu %s%s\n", palette.strong, rows,
                  sockspec_plural(rows, "row does", "rows do"), causes->count,
                  sockspec_plural(causes->count, "cause", "causes"), palette.plain);
    for (size_t i = 0; i < causes->count && i < most; i++) {
        const struct sockspec_cause *cause = &causes->causes[i];
        const struct sockspec_entry *entry = &record->entries[cause->sample->index];
        shown += cause->count;
        (void)fprintf(out, "%4zu. %s%zu %s%s: ", i + 1, palette.bad, cause->count,
                      sockspec_plural(cause->count, "row", "rows"), palette.plain);
        sockspec_print_plain(out, cause->text, strlen(cause->text));
        (void)fputc('\n', out);
        print_where(out, causes, i);
        (void)fprintf(out, "      such as  %s (%s): ", cause->sample->id,
                      sockspec_case_authority(cause->sample));
        print_short(out, entry);
    }
    if (causes->count > most) {
        (void)fprintf(out, "      and %zu more %s with %zu %s\n", causes->count - most,
                      sockspec_plural(causes->count - most, "cause", "causes"), rows - shown,
                      sockspec_plural(rows - shown, "row", "rows"));
    }
    (void)fputs("\n      Add --cause N to see all rows of a cause, --cause all to list all causes, "
                "--all-failures to see every row.\n",
                out);
}

static size_t out_of_reach(const struct method *method) {
    return method->counts[SOCKSPEC_UNSUPPORTED] + method->counts[SOCKSPEC_NOT_RUN];
}

static void print_method(FILE *out, const struct method *method, int width) {
    size_t broken = method->counts[SOCKSPEC_BROKEN];
    size_t known = method->counts[SOCKSPEC_KNOWN];
    size_t failed = 0;
    for (int verdict = SOCKSPEC_PASS + 1; verdict < SOCKSPEC_UNSUPPORTED; verdict++) {
        failed += method->counts[verdict];
    }
    failed += method->counts[SOCKSPEC_CHANGED] + method->counts[SOCKSPEC_FIXED] - broken;
    (void)fprintf(out, "  %-*s %7zu %7zu %7zu %7zu %12zu\n", width, method->name,
                  method->counts[SOCKSPEC_PASS], failed, broken, known, out_of_reach(method));
}

/* Counts the methods that have no line of their own, because no row of theirs differs. */
static void print_other_methods(FILE *out, const struct method *methods, size_t count) {
    size_t whole = 0;
    size_t partial = 0;
    size_t unchecked = 0;
    for (size_t i = 0; i < count; i++) {
        bool differs = methods[i].of_cause > 0;
        bool in_reach = out_of_reach(&methods[i]) == 0;
        bool passes = methods[i].counts[SOCKSPEC_PASS] > 0;
        whole += !differs && in_reach ? 1 : 0;
        partial += !differs && !in_reach && passes ? 1 : 0;
        unchecked += !differs && !in_reach && !passes ? 1 : 0;
    }
    if (whole > 0) {
        (void)fprintf(out, "  %zu %s all rows\n", whole,
                      sockspec_plural(whole, "method passes", "methods pass"));
    }
    if (partial > 0) {
        (void)fprintf(out, "  %zu %s all rows that could be checked\n", partial,
                      sockspec_plural(partial, "method passes", "methods pass"));
    }
    if (unchecked > 0) {
        (void)fprintf(out, "  %zu %s no row that could be checked\n", unchecked,
                      sockspec_plural(unchecked, "method has", "methods have"));
    }
}

void sockspec_print_methods(FILE *out, const struct sockspec_record *record) {
    enum { WIDTH = 34 };
    struct sockspec_palette palette = sockspec_palette_for(out);
    size_t count = 0;
    size_t method_count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    struct method *methods = sockspec_must_have(calloc(count + 1, sizeof *methods));
    for (size_t i = 0; i < count; i++) {
        const struct sockspec_entry *entry = &record->entries[i];
        if (entry->reported && entry->recorded) {
            bool differs = entry->verdict != SOCKSPEC_PASS &&
                           entry->verdict != SOCKSPEC_UNSUPPORTED &&
                           entry->verdict != SOCKSPEC_NOT_RUN;
            struct method *method = find_method(methods, &method_count, cases[i].method);
            method->counts[entry->verdict]++;
            method->of_cause += differs ? 1 : 0;
        }
    }
    (void)fprintf(out, "\n%s  %-*s %7s %7s %7s %7s %12s%s\n", palette.strong, WIDTH, "method",
                  "pass", "fail", "broken", "known", "not checked", palette.plain);
    for (size_t i = 0; i < method_count; i++) {
        if (methods[i].of_cause > 0) {
            print_method(out, &methods[i], WIDTH);
        }
    }
    print_other_methods(out, methods, method_count);
    (void)fputc('\n', out);
    free(methods);
}
