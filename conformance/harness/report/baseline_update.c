#include "conformance/harness/report/baseline_update.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/report/reason.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

/* A longer outcome is cut and ends in a wildcard. */
enum { OUTCOME_MAX = 240 };

/* What a new line would say about a case. */
struct finding {
    const struct sockspec_case *test;
    char *outcome;
    const char *reason;
    const char *link; /* may be NULL */
};

struct new_line {
    char *text;
    const char *comment; /* may be NULL */
};

struct update {
    const char *reason; /* of new lines */
    struct sockspec_baseline *baseline;
    struct finding *findings; /* for all cases, in the order of their ids; without an outcome, a
                               * case gets no new line */
    size_t count;
    struct new_line *lines;
    size_t line_count;
    size_t kept, unexplained;
};

/* Returns the length of the number that path() puts into a row's file names. That number changes as
 * soon as there are more rows. */
static size_t number_of_path(const char *text, size_t at) {
    static const char directory[] = "/world/tmp/";
    size_t length = sizeof directory - 1;
    bool follows = at >= length && strncmp(text + at - length, directory, length) == 0;
    return follows ? strspn(text + at, "0123456789") : 0;
}

/* Returns a shell pattern that matches only this text. A bar would end the field. */
static char *quoted(const char *text) {
    char *pattern = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&pattern, &size));
    size_t at = 0;
    for (; at < OUTCOME_MAX && text[at] != '\0'; at++) {
        size_t number = number_of_path(text, at);
        bool special = strchr("*?[|", text[at]) != NULL;
        bool control = (unsigned char)text[at] < ' ';
        if (number > 0) {
            (void)fputc('*', out);
            at += number - 1;
        } else {
            (void)fprintf(out,
                          special            ? "[%c]"
                          : text[at] == '\\' ? "\\%c"
                                             : "%c",
                          control ? '?' : text[at]);
        }
    }
    (void)fputs(text[at] == '\0' ? "" : "*", out);
    (void)fclose(out);
    return pattern;
}

char *sockspec_baseline_outcome(const struct sockspec_entry *entry) {
    const char *detail = entry->detail == NULL ? "" : entry->detail;
    bool has_observed = entry->observed != NULL && *entry->observed != '\0';
    if (entry->verdict == SOCKSPEC_FAIL && has_observed && sockspec_difference_of(entry) != NULL) {
        return quoted(entry->observed);
    }
    char *text = sockspec_format("%s: %s", sockspec_verdict_name(entry->verdict), detail);
    char *pattern = quoted(text);
    free(text);
    return pattern;
}

static int by_id(const void *a, const void *b) {
    const struct finding *left = a;
    const struct finding *right = b;
    return strcmp(left->test->id, right->test->id);
}

/* Marks the lines that hold, and the lines that must go because a row they name passes. */
static void mark_lines(struct update *update, const struct sockspec_record *record) {
    struct sockspec_baseline *baseline = update->baseline;
    for (size_t i = 0; i < baseline->count; i++) {
        struct sockspec_baseline_line *line = &baseline->lines[i];
        line->excuses = line->concerns = false;
        for (size_t j = 0; j < update->count; j++) {
            const struct sockspec_case *test = update->findings[j].test;
            const struct sockspec_entry *entry = &record->entries[test->index];
            if (!sockspec_baseline_names(line, test->id)) {
                continue;
            }
            bool ran = sockspec_baseline_ran(entry);
            bool excused = sockspec_baseline_excuses(line, test, entry);
            line->concerns = line->concerns || (ran && entry->verdict == SOCKSPEC_PASS && !excused);
            line->excuses = line->excuses || !ran || excused;
        }
    }
}

static bool holds(const struct sockspec_baseline_line *line) {
    return line->excuses && !line->concerns;
}

/* Returns the line that continues to apply to a case that did not run, or NULL. */
static const struct sockspec_baseline_line *spoken_for(const struct sockspec_baseline *baseline,
                                                       const struct sockspec_case *test) {
    const struct sockspec_baseline_line *found = NULL;
    for (size_t i = 0; i < baseline->count && (found == NULL || !holds(found)); i++) {
        if (sockspec_baseline_names(&baseline->lines[i], test->id)) {
            found = &baseline->lines[i];
        }
    }
    return found;
}

static void find(struct update *update, struct finding *finding,
                 const struct sockspec_entry *entry) {
    bool ran = sockspec_baseline_ran(entry);
    if (ran && entry->verdict == SOCKSPEC_PASS) {
        return;
    }
    const struct sockspec_baseline_line *line =
        ran ? sockspec_baseline_excuse(update->baseline, finding->test, entry)
            : spoken_for(update->baseline, finding->test);
    if (line != NULL && !holds(line)) {
        finding->outcome = sockspec_must_have(strdup(line->outcome));
        finding->reason = line->reason;
        finding->link = line->link;
    } else if (line == NULL && ran) {
        finding->outcome = sockspec_baseline_outcome(entry);
        finding->reason = update->reason;
    }
}

static bool says_the_same(const struct finding *a, const struct finding *b) {
    return a->outcome != NULL && b->outcome != NULL && strcmp(a->outcome, b->outcome) == 0 &&
           strcmp(a->reason, b->reason) == 0 &&
           strcmp(a->link == NULL ? "" : a->link, b->link == NULL ? "" : b->link) == 0;
}

/* `row` may be the beginning of an id; `end` is a wildcard then. */
static void put_line(struct update *update, const char *row, size_t row_length, const char *end,
                     const struct finding *finding) {
    bool linked = finding->link != NULL;
    char *text =
        sockspec_format("%.*s%s | %s | %s%s%s", (int)row_length, row, end, finding->outcome,
                        finding->reason, linked ? " | " : "", linked ? finding->link : "");
    update->lines = sockspec_must_have(
        reallocarray(update->lines, update->line_count + 1, sizeof *update->lines));
    update->lines[update->line_count++] = (struct new_line){.text = text};
    update->unexplained += strcmp(finding->reason, SOCKSPEC_NO_REASON) == 0 ? 1 : 0;
}

/* Writes lines for the findings first...end, whose ids share their first `shared` bytes. If all
 * findings say the same, this is one line; otherwise, one or more lines for each group of findings
 * whose ids share one more word. */
static void cover(struct update *update, size_t first, size_t end, size_t shared) {
    const struct finding *findings = update->findings;
    size_t alike = first + 1;
    while (alike < end && says_the_same(&findings[first], &findings[alike])) {
        alike++;
    }
    if (alike == end && findings[first].outcome != NULL) {
        bool single = end - first == 1;
        const char *id = findings[first].test->id;
        put_line(update, id, single ? strlen(id) : shared, single ? "" : "*", &findings[first]);
        return;
    }
    for (size_t from = first, to = first; end - first > 1 && from < end; from = to) {
        const char *id = findings[from].test->id;
        size_t word = strcspn(id + shared, "-");
        size_t more = shared + word + (id[shared + word] == '-' ? 1 : 0);
        bool whole = id[more] == '\0';
        for (to = from + 1; to < end && !whole && strncmp(findings[to].test->id, id, more) == 0;
             to++) {
        }
        cover(update, from, to, more);
    }
}

static int by_text(const void *a, const void *b) {
    const struct new_line *left = a;
    const struct new_line *right = b;
    return strcmp(left->text, right->text);
}

/* Lines that hold stay as they are. */
static void keep(struct update *update, const struct sockspec_baseline_line *line) {
    const struct finding as_is = {NULL, line->outcome, line->reason, line->link};
    put_line(update, line->row, strlen(line->row), "", &as_is);
    update->lines[update->line_count - 1].comment = line->comment;
    update->kept++;
}

static void collect(struct update *update, const struct sockspec_record *record) {
    const struct sockspec_case *cases = sockspec_cases(&update->count);
    update->findings = sockspec_must_have(calloc(update->count, sizeof *update->findings));
    for (size_t i = 0; i < update->count; i++) {
        update->findings[i].test = &cases[i];
    }
    qsort(update->findings, update->count, sizeof *update->findings, by_id);
    mark_lines(update, record);
    for (size_t i = 0; i < update->count; i++) {
        struct finding *finding = &update->findings[i];
        find(update, finding, &record->entries[finding->test->index]);
    }
    cover(update, 0, update->count, 0);
    for (size_t i = 0; i < update->baseline->count; i++) {
        const struct sockspec_baseline_line *line = &update->baseline->lines[i];
        if (holds(line)) {
            keep(update, line);
        }
    }
    qsort(update->lines, update->line_count, sizeof *update->lines, by_text);
}

static bool write_file(const struct update *update, const char *path) {
    FILE *file = fopen(path, "wex");
    if (file == NULL) {
        return false;
    }
    if (update->baseline->heading != NULL) {
        (void)fprintf(file, "%s\n", update->baseline->heading);
    }
    for (size_t i = 0; i < update->line_count; i++) {
        const char *comment = update->lines[i].comment;
        (void)fprintf(file, "%s%s\n", comment == NULL ? "" : comment, update->lines[i].text);
    }
    bool whole = ferror(file) == 0;
    return fclose(file) == 0 && whole;
}

/* The update is written under another name first, so that a reader never sees half a baseline. */
static bool replace_file(const struct update *update) {
    const char *path = update->baseline->path;
    char *beside = sockspec_format("%s.%d", path, (int)getpid());
    bool replaced = write_file(update, beside) && rename(beside, path) == 0;
    if (!replaced) {
        (void)fprintf(stderr, "sockspec: cannot write %s: %s\n", path, strerror(errno));
        (void)unlink(beside);
    }
    free(beside);
    return replaced;
}

bool sockspec_baseline_update(struct sockspec_baseline *baseline,
                              const struct sockspec_record *record, const char *reason, FILE *out) {
    struct update update = {.baseline = baseline, .reason = reason};
    collect(&update, record);
    bool replaced = replace_file(&update);
    if (replaced) {
        (void)fprintf(out, "%s: %zu %s kept, %zu new, %zu gone; reasons to write: %zu\n",
                      baseline->path, update.kept, sockspec_plural(update.kept, "line", "lines"),
                      update.line_count - update.kept, baseline->count - update.kept,
                      update.unexplained);
    }
    for (size_t i = 0; i < update.count; i++) {
        free(update.findings[i].outcome);
    }
    for (size_t i = 0; i < update.line_count; i++) {
        free(update.lines[i].text);
    }
    free(update.findings);
    free(update.lines);
    return replaced;
}
