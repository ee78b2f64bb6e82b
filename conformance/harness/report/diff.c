#include "conformance/harness/report/diff.h"

#include <string.h>

#include "conformance/harness/report/text.h"
#include "conformance/harness/support/plural.h"

enum { SHOWN = 20, WIDTH = 72 };

enum group { REGRESSED, CHANGED, FIXED, NEW, GONE, UNCHANGED, GROUPS };

static const struct {
    const char *name, *meaning;
} groups[GROUPS] = {
    [REGRESSED] = {"regressed", "Regressed: passed before, does not pass now"},
    [CHANGED] = {"changed", "Changed: did not pass before, does not pass now in another way"},
    [FIXED] = {"fixed", "Fixed: did not pass before, passes now"},
    [NEW] = {"new", "New: only in the new results"},
    [GONE] = {"gone", "Gone: only in the old results"},
    [UNCHANGED] = {"unchanged", NULL},
};

/* Either may be NULL, if the row is in the other results only. */
static enum group compare(const struct sockspec_listed_result *before,
                          const struct sockspec_listed_result *now) {
    if (before == NULL || now == NULL) {
        return before == NULL ? NEW : GONE;
    }
    bool passed = before->found == SOCKSPEC_PASS;
    bool passes = now->found == SOCKSPEC_PASS;
    if (passed != passes) {
        return passed ? REGRESSED : FIXED;
    }
    bool same = before->found == now->found && strcmp(before->text, now->text) == 0;
    return passes || same ? UNCHANGED : CHANGED;
}

static void print_result(const struct sockspec_listed_result *result, FILE *out) {
    size_t length = strcspn(result->text, "\n");
    bool cut = length > WIDTH || result->text[length] != '\0';
    (void)fprintf(out, "%s%s", sockspec_verdict_name(result->found), length == 0 ? "" : ": ");
    sockspec_print_plain(out, result->text, length > WIDTH ? WIDTH : length);
    (void)fputs(cut ? " ..." : "", out);
}

/* `either` is one of the two. */
static void print_row(const struct sockspec_listed_result *either,
                      const struct sockspec_listed_result *before,
                      const struct sockspec_listed_result *now, FILE *out) {
    (void)fprintf(out, "  %s (%s)  ", either->row, either->method);
    if (before != NULL) {
        print_result(before, out);
    }
    if (before != NULL && now != NULL) {
        (void)fputs(" -> ", out);
    }
    if (now != NULL) {
        print_result(now, out);
    }
    (void)fputc('\n', out);
}

/* Counts the rows of a group, and prints the first `most`. */
static size_t walk(const struct sockspec_result_list *old, const struct sockspec_result_list *new,
                   enum group group, size_t most, FILE *out) {
    const struct sockspec_result_list *list = group == GONE ? old : new;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const char *row = list->results[i].row;
        const struct sockspec_listed_result *before = sockspec_result_list_find(old, row);
        const struct sockspec_listed_result *now = sockspec_result_list_find(new, row);
        if (compare(before, now) == group && count++ < most) {
            print_row(&list->results[i], before, now, out);
        }
    }
    return count;
}

bool sockspec_report_diff(const struct sockspec_result_list *old,
                          const struct sockspec_result_list *new, bool all, FILE *out) {
    struct sockspec_palette palette = sockspec_palette_for(out);
    size_t counts[GROUPS] = {0};
    for (enum group group = 0; group < GROUPS; group++) {
        counts[group] = walk(old, new, group, 0, out);
        if (counts[group] == 0 || group == UNCHANGED) {
            continue;
        }
        size_t most = all || counts[group] < SHOWN ? counts[group] : SHOWN;
        (void)fprintf(out, "%s%s (%zu %s)%s\n", palette.strong, groups[group].meaning,
                      counts[group], sockspec_plural(counts[group], "row", "rows"), palette.plain);
        (void)walk(old, new, group, most, out);
        if (most < counts[group]) {
            (void)fprintf(out, "  and %zu more; --all-failures shows them\n", counts[group] - most);
        }
        (void)fputc('\n', out);
    }
    bool good = counts[REGRESSED] + counts[CHANGED] == 0;
    for (enum group group = 0; group < GROUPS; group++) {
        bool bad = group <= CHANGED && counts[group] > 0;
        (void)fprintf(out, "%s%s%zu %s%s", group == 0 ? "" : ", ", bad ? palette.bad : "",
                      counts[group], groups[group].name, bad ? palette.plain : "");
    }
    (void)fputc('\n', out);
    return good;
}
