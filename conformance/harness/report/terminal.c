#include "conformance/harness/report/terminal.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/language/script.h"
#include "conformance/harness/report/causes.h"
#include "conformance/harness/report/summary.h"
#include "conformance/harness/report/text.h"
#include "conformance/harness/report/unchecked.h"
#include "conformance/harness/rows/catalogue.h"
#include "conformance/harness/support/plural.h"

enum { SAMPLE_LINES = 10, SAMPLE_WIDTH = 150 };

/* In a sample, a transcript has at most SAMPLE_LINES lines of at most SAMPLE_WIDTH bytes. */
static void print_indented(FILE *out, const char *text, const char *margin, bool sample) {
    int lines = 0;
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        bool cut = sample && length > SAMPLE_WIDTH;
        if (sample && ++lines > SAMPLE_LINES) {
            (void)fprintf(out, "%s...\n", margin);
            return;
        }
        (void)fputs(margin, out);
        sockspec_print_plain(out, line, cut ? SAMPLE_WIDTH : length);
        (void)fputs(cut ? " ...\n" : "\n", out);
        line += length + (line[length] == '\n');
    }
}

/* One statement a line. */
static void print_script(FILE *out, const char *script) {
    for (const char *statement = script + strspn(script, "; \n"); *statement != '\0';) {
        size_t length = sockspec_script_statement_length(statement);
        (void)fputs("    ", out);
        sockspec_print_plain(out, statement, length);
        (void)fputc('\n', out);
        statement += length;
        statement += strspn(statement, "; \n");
    }
}

/* Describes a row, without its result. */
static void print_statement(FILE *out, const struct sockspec_case *test) {
    char *expected = sockspec_case_expected(test);
    (void)fprintf(out, "  %-10s  %s\n", sockspec_case_authority(test),
                  sockspec_case_statement(test));
    (void)fprintf(out, "  section     %s\n", sockspec_case_section(test));
    if (test->table->platform != NULL) {
        (void)fprintf(out, "  platform    what %s does where the document differs\n",
                      test->table->platform);
    }
    if (test->table->before != NULL) {
        (void)fprintf(out, "  before      %s\n", test->table->before);
    }
    (void)fputs("  script\n", out);
    print_script(out, test->script);
    (void)fprintf(out, "  expected    %s\n", expected);
    free(expected);
}

/* Prints a text of several lines under a label. All labels have the same width. */
static void print_labelled(FILE *out, const char *label, const char *text) {
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        (void)fprintf(out, "  %-10s  %.*s\n", line == text ? label : "", (int)length, line);
        line += length + (line[length] == '\n');
    }
}

static void print_failure(FILE *out, const struct sockspec_palette *palette,
                          const struct sockspec_case *test, const struct sockspec_entry *entry,
                          bool sample) {
    (void)fprintf(out, "\n%s%s%s %s%s%s (%s, %s)\n", palette->bad,
                  sockspec_verdict_name(entry->verdict), palette->plain, palette->strong, test->id,
                  palette->plain, test->method, test->behaviour);
    print_statement(out, test);
    if (entry->observed != NULL && *entry->observed != '\0') {
        (void)fprintf(out, "  observed    %s\n", entry->observed);
    }
    (void)fprintf(out, "  verdict     %s%s", sockspec_verdict_name(entry->verdict),
                  entry->detail == NULL ? "" : ": ");
    sockspec_print_plain(out, entry->detail, entry->detail == NULL ? 0 : strlen(entry->detail));
    (void)fputc('\n', out);
    (void)fprintf(out, "  provoked    %s\n", sockspec_provoked_name(test->table->provoked));
    if (entry->listed != NULL) {
        print_labelled(out, "baseline", entry->listed);
    }
    if (entry->transcript != NULL && *entry->transcript != '\0') {
        (void)fputs("  transcript\n", out);
        print_indented(out, entry->transcript, "    ", sample);
    }
}

static void print_counts(FILE *out, const struct sockspec_palette *palette,
                         const struct sockspec_record *record) {
    bool all = record->counts[SOCKSPEC_PASS] + record->counts[SOCKSPEC_KNOWN] == record->reported;
    (void)fprintf(out, "%s: %s%zu of %zu %s%s",
                  *record->implementation == '\0' ? "sockspec" : record->implementation,
                  all ? palette->good : palette->bad, record->counts[SOCKSPEC_PASS],
                  record->reported, sockspec_plural(record->reported, "row passes", "rows pass"),
                  palette->plain);
    size_t implemented = record->reported - record->counts[SOCKSPEC_UNSUPPORTED];
    if (implemented > 0 && implemented < record->reported) {
        (void)fprintf(out, ", %zu of %zu %s of what it implements", record->counts[SOCKSPEC_PASS],
                      implemented, sockspec_plural(implemented, "row", "rows"));
    }
    for (int verdict = SOCKSPEC_PASS + 1; verdict < SOCKSPEC_VERDICTS; verdict++) {
        if (record->counts[verdict] > 0) {
            (void)fprintf(out, ", %zu %s", record->counts[verdict],
                          sockspec_verdict_name((enum sockspec_verdict)verdict));
        }
    }
    if (record->missing > 0) {
        (void)fprintf(out, ", %zu without a verdict", record->missing);
    }
    if (record->left_out > 0) {
        (void)fprintf(out, ", %zu left out", record->left_out);
    }
}

/* Prints for each authority how many of its rows pass. */
static void print_authorities(FILE *out, const struct sockspec_record *record) {
    size_t passed[SOCKSPEC_AUTHORITIES] = {0};
    size_t reported[SOCKSPEC_AUTHORITIES] = {0};
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        const struct sockspec_behaviour *behaviour = cases[i].catalogued;
        const struct sockspec_entry *entry = &record->entries[i];
        if (behaviour != NULL && entry->reported) {
            reported[behaviour->authority]++;
            passed[behaviour->authority] +=
                entry->recorded && entry->verdict == SOCKSPEC_PASS ? 1 : 0;
        }
    }
    const char *separator = " (";
    for (size_t i = 0; i < SOCKSPEC_AUTHORITIES; i++) {
        if (reported[i] > 0) {
            (void)fprintf(out, "%s%s %zu of %zu", separator,
                          sockspec_authority_name((enum sockspec_authority)i), passed[i],
                          reported[i]);
            separator = ", ";
        }
    }
    (void)fputs(record->reported > 0 ? ")\n" : "\n", out);
}

static bool is_changed(enum sockspec_verdict verdict) { return verdict == SOCKSPEC_CHANGED; }

static bool is_fixed(enum sockspec_verdict verdict) { return verdict == SOCKSPEC_FIXED; }

/* What counts against a run. The headings are printed if there is a baseline. */
static const struct {
    const char *heading;
    bool (*holds)(enum sockspec_verdict);
} groups[] = {
    {"Regressions: differences that the baseline does not list", sockspec_has_cause},
    {"Changed: differences other than the baseline says", is_changed},
    {"Unexpected passes: the baseline lists a difference that is gone", is_fixed},
};

/* Prints the first `most` rows of a group; further rows are only counted. */
static void print_group(const struct sockspec_record *record, const char *heading,
                        bool (*holds)(enum sockspec_verdict), size_t most, FILE *out) {
    struct sockspec_palette palette = sockspec_palette_for(out);
    size_t count = 0;
    size_t printed = 0;
    size_t more = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        const struct sockspec_entry *entry = &record->entries[i];
        if (!entry->reported || !entry->recorded || !holds(entry->verdict)) {
            continue;
        }
        if (printed == most) {
            more++;
            continue;
        }
        printed++;
        if (heading != NULL) {
            (void)fprintf(out, "\n%s%s%s\n", palette.strong, heading, palette.plain);
            heading = NULL;
        }
        print_failure(out, &palette, &cases[i], entry, false);
    }
    if (more > 0) {
        (void)fprintf(
            out,
            "\nand %zu more %s like these: --all-failures shows them, --method NAME those of "
            "a method, --results FILE has every row\n",
            more, sockspec_plural(more, "row", "rows"));
    }
}

static size_t count_with_cause(const struct sockspec_record *record) {
    size_t held = 0;
    for (size_t i = 0; i < record->count; i++) {
        const struct sockspec_entry *entry = &record->entries[i];
        held += entry->reported && entry->recorded && sockspec_has_cause(entry->verdict) ? 1 : 0;
    }
    return held;
}

/* Prints the largest causes, and the most basic row of the first one whole. */
static void print_summary(const struct sockspec_record *record, const char *heading, FILE *out) {
    struct sockspec_palette palette = sockspec_palette_for(out);
    struct sockspec_causes *causes = sockspec_causes_find(record);
    const struct sockspec_case *sample = causes->causes[0].sample;
    if (heading != NULL) {
        (void)fprintf(out, "\n%s%s%s\n", palette.strong, heading, palette.plain);
    }
    print_failure(out, &palette, sample, &record->entries[sample->index], true);
    sockspec_print_causes(out, record, causes, SOCKSPEC_CAUSES_SHOWN);
    sockspec_causes_free(causes);
}

void sockspec_report_causes(const struct sockspec_record *record, FILE *out) {
    struct sockspec_causes *causes = sockspec_causes_find(record);
    sockspec_print_causes(out, record, causes, causes->count);
    sockspec_causes_free(causes);
}

bool sockspec_report_cause(const struct sockspec_record *record, size_t number, FILE *out) {
    struct sockspec_palette palette = sockspec_palette_for(out);
    struct sockspec_causes *causes = sockspec_causes_find(record);
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    bool found = number >= 1 && number <= causes->count;
    for (size_t i = 0; found && i < count; i++) {
        if (causes->of_case[i] == number - 1) {
            print_failure(out, &palette, &cases[i], &record->entries[i], false);
        }
    }
    if (!found) {
        (void)fprintf(stderr, "sockspec: there is no cause %zu; the run has %zu %s\n", number,
                      causes->count, sockspec_plural(causes->count, "cause", "causes"));
    }
    sockspec_causes_free(causes);
    return found;
}

size_t sockspec_report_text(const struct sockspec_record *record,
                            const struct sockspec_baseline *baseline, enum sockspec_detail detail,
                            FILE *out) {
    struct sockspec_palette palette = sockspec_palette_for(out);
    bool all = detail == SOCKSPEC_ALL_ROWS;
    bool many = count_with_cause(record) > SOCKSPEC_FEW_ROWS;
    for (size_t i = 0; detail != SOCKSPEC_NO_ROWS && i < sizeof groups / sizeof groups[0]; i++) {
        const char *heading = baseline == NULL ? NULL : groups[i].heading;
        if (!all && groups[i].holds == sockspec_has_cause && many) {
            print_summary(record, heading, out);
        } else {
            print_group(record, heading, groups[i].holds, all ? record->count : SOCKSPEC_FEW_ROWS,
                        out);
        }
    }
    size_t stale = baseline == NULL ? 0 : sockspec_baseline_stale(baseline, out);
    if (detail == SOCKSPEC_SUMMARY && many) {
        sockspec_print_methods(out, record);
    }
    sockspec_print_unchecked(out, record, SOCKSPEC_UNSUPPORTED);
    sockspec_print_unchecked(out, record, SOCKSPEC_NOT_RUN);
    print_counts(out, &palette, record);
    print_authorities(out, record);
    return stale;
}

void sockspec_report_progress(const struct sockspec_record *record, size_t recorded,
                              size_t selected) {
    enum { EVERY = 64 };
    if (isatty(STDERR_FILENO) != 1) {
        return;
    }
    if (recorded >= selected) {
        (void)fputs("\r\033[K", stderr);
    } else if (recorded % EVERY == 0) {
        (void)fprintf(stderr, "\r\033[K%s: %zu of %zu rows", record->implementation, recorded,
                      selected);
    }
}

void sockspec_report_case(const struct sockspec_case *test, FILE *out) {
    (void)fprintf(out, "%s (%s, %s)\n", test->id, test->method, test->behaviour);
    print_statement(out, test);
    (void)fprintf(out, "  provoked    %s\n", sockspec_provoked_name(test->table->provoked));
    if (test->control != NULL) {
        (void)fprintf(out, "  control row %s\n", test->control->id);
    }
    (void)fprintf(out, "  table       %s (%s)\n", test->table->name, test->table->file);
    (void)fprintf(out, "  document    %s\n", SOCKSPEC_DOCUMENT);
}
