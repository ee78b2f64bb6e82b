#include "conformance/harness/report/unchecked.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/fault.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

/* Reasons that differ only in a name between two texts, and how to say them of many names. */
static const struct kind {
    const char *before, *after; /* a reason has these around the name */
    const char *many;           /* "are not implemented" */
    size_t shown;               /* so many names are shown */
} kinds[] = {
    {"", " is not implemented", "methods are not implemented", 60},
    {"the constant ", " is not declared", "constants are not declared", 10},
    {SOCKSPEC_BY_CONTROL_ROW, "", "their control rows did not pass", 0},
    {SOCKSPEC_FAULT_DID_NOT_STRIKE "; ", "", SOCKSPEC_FAULT_DID_NOT_STRIKE, 0},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* What to do where a run cannot have namespaces of its own. */
static const char world_advice[] =
    "  In a container, run without --world off and allow namespaces: docker run --privileged, or "
    "--cap-add SYS_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined.\n"
    "  On Ubuntu 24.04: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0\n";

struct reason {
    const char *text;
    size_t kind; /* KINDS if it has none */
    size_t rows;
    const char *row; /* the first row */
};

static bool is_of_kind(const char *text, const struct kind *kind) {
    size_t length = strlen(text);
    size_t after = strlen(kind->after);
    return strncmp(text, kind->before, strlen(kind->before)) == 0 && length > after &&
           strcmp(text + length - after, kind->after) == 0;
}

static size_t kind_of(const char *text) {
    size_t kind = 0;
    while (kind < KINDS && !is_of_kind(text, &kinds[kind])) {
        kind++;
    }
    return kind;
}

static int by_rows(const void *a, const void *b) {
    const struct reason *left = a;
    const struct reason *right = b;
    return left->rows != right->rows ? (left->rows < right->rows ? 1 : -1)
                                     : strcmp(left->text, right->text);
}

/* Returns the reasons, those with the most rows first. */
static struct reason *find_reasons(const struct sockspec_record *record,
                                   enum sockspec_verdict verdict, size_t *count) {
    struct reason *reasons = sockspec_must_have(calloc(record->count + 1, sizeof *reasons));
    size_t case_count = 0;
    const struct sockspec_case *cases = sockspec_cases(&case_count);
    *count = 0;
    for (size_t i = 0; i < record->count; i++) {
        const struct sockspec_entry *entry = &record->entries[i];
        if (!entry->reported || !entry->recorded || entry->verdict != verdict) {
            continue;
        }
        size_t k = 0;
        while (k < *count && strcmp(reasons[k].text, entry->detail) != 0) {
            k++;
        }
        if (k == *count) {
            reasons[(*count)++] =
                (struct reason){entry->detail, kind_of(entry->detail), 0, cases[i].id};
        }
        reasons[k].rows++;
    }
    qsort(reasons, *count, sizeof *reasons, by_rows);
    return reasons;
}

/* Prints the names of a kind's reasons, each with its number of rows. */
static void print_names(FILE *out, const struct reason *reasons, size_t count, size_t kind) {
    const struct kind *of = &kinds[kind];
    size_t printed = 0;
    size_t more = 0;
    for (size_t i = 0; i < count; i++) {
        if (reasons[i].kind != kind) {
            continue;
        }
        if (printed == of->shown) {
            more++;
            continue;
        }
        const char *name = reasons[i].text + strlen(of->before);
        (void)fprintf(out, "%s%.*s %zu", printed++ == 0 ? ": " : ", ",
                      (int)(strlen(name) - strlen(of->after)), name, reasons[i].rows);
    }
    if (more > 0) {
        (void)fprintf(out, ", and %zu more", more);
    }
}

static void print_kind(FILE *out, const struct reason *reasons, size_t count, size_t kind,
                       const char *verdict) {
    size_t names = 0;
    size_t rows = 0;
    const char *only = NULL;
    const char *row = NULL;
    for (size_t i = 0; i < count; i++) {
        if (reasons[i].kind == kind) {
            names++;
            rows += reasons[i].rows;
            only = reasons[i].text;
            row = row == NULL ? reasons[i].row : row;
        }
    }
    if (names == 0) {
        return;
    }
    (void)fprintf(out, "%s: %zu %s: ", verdict, rows, sockspec_plural(rows, "row", "rows"));
    if (kinds[kind].shown == 0) {
        (void)fprintf(out, "%s (%s%s)", rows > 1 ? kinds[kind].many : only,
                      rows > 1 ? "such as " : "", row);
    } else if (names == 1) {
        (void)fputs(only, out);
    } else {
        (void)fprintf(out, "%zu %s", names, kinds[kind].many);
        print_names(out, reasons, count, kind);
    }
    (void)fputc('\n', out);
}

void sockspec_print_unchecked(FILE *out, const struct sockspec_record *record,
                              enum sockspec_verdict verdict) {
    const char *name = sockspec_verdict_name(verdict);
    size_t count = 0;
    struct reason *reasons = find_reasons(record, verdict, &count);
    for (size_t kind = 0; kind < KINDS; kind++) {
        print_kind(out, reasons, count, kind, name);
    }
    for (size_t i = 0; i < count; i++) {
        if (reasons[i].kind == KINDS) {
            (void)fprintf(out, "%s: %zu %s: %s (%s%s)\n", name, reasons[i].rows,
                          sockspec_plural(reasons[i].rows, "row", "rows"), reasons[i].text,
                          reasons[i].rows > 1 ? "such as " : "", reasons[i].row);
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (strncmp(reasons[i].text, "needs the world", strlen("needs the world")) == 0) {
            (void)fputs(world_advice, out);
            break;
        }
    }
    free(reasons);
}
