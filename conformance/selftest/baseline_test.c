/* Baselines: which files are valid, and how their lines change a verdict. */
#include "conformance/harness/report/baseline.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "conformance/harness/report/baseline_apply.h"
#include "conformance/harness/report/baseline_update.h"
#include "conformance/harness/support/memory.h"

/* A row for this test only; nobody runs it. */
static const struct sockspec_row baseline_rows[] = {
    {"baseline-test", "none", ITSELF, "nil", RETURNS("nil")},
};
static const struct sockspec_table baseline_table = {
    .name = "baseline_test", .file = __FILE__, .rows = baseline_rows, .count = 1};
__attribute__((
    used,
    section("sockspec_tables"))) static const struct sockspec_table *const baseline_registered =
    &baseline_table;

/* A file that has been unlinked. `path` receives a path to it. */
static int make_file(const char *text, char path[32]) {
    int fd = memfd_create("baseline", MFD_CLOEXEC);
    cr_assert_geq(fd, 0);
    cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    (void)snprintf(path, 32, "/proc/self/fd/%d", fd);
    return fd;
}

static char *read_all(FILE *file) {
    static char text[512];
    rewind(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    return text;
}

/* Reads a baseline. The messages on standard error go to `said`. */
static struct sockspec_baseline *read_baseline(const char *path, char **said) {
    FILE *caught = tmpfile();
    cr_assert_not_null(caught);
    (void)fflush(stderr);
    int real = dup(STDERR_FILENO);
    (void)dup2(fileno(caught), STDERR_FILENO);
    struct sockspec_baseline *baseline = sockspec_baseline_read(path, SOCKSPEC_REASONS_REQUIRED);
    (void)fflush(stderr);
    (void)dup2(real, STDERR_FILENO);
    (void)close(real);
    *said = read_all(caught);
    (void)fclose(caught);
    return baseline;
}

/* --- Reading ---------------------------------------------------------------------------------- */

/* clang-format off */
static const struct {
    const char *text;
    size_t mistake; /* the number of the line, or 0 for none */
} file_rows[] = {
    {"", 0},
    {"\n\n", 0},
    {"# ROW | OUTCOME\n#\n", 0},
    {"a | b | c\n", 0},
    {"a | b | c", 0},
    {"a | b | c | https://example.com/1\n", 0},
    {"# why\na | b | c\n\nd | e | f\n", 0},
    {"a*-[bc]? | raises Errno::EINVAL: * | because | of it\n", 0},
    {"a|b | b|c | c|d\n", 0},
    {"a", 1},
    {"only a row\n", 1},
    {"a | b\n", 1},
    {"a | b | ?\n", 1},
    {"a | b | ? | link\n", 1},
    {"a | b | why?\n", 0},
    {"a|b|c\n", 1},
    {"a | b | c | d | e\n", 1},
    {" | b | c\n", 1},
    {"a |  | c\n", 1},
    {"a | b | \n", 1},
    {" \n", 1},
    {"# fine\na | b | c\nbad\na | b | c\n", 3},
};
/* clang-format on */

Test(baseline, understands_lines_of_three_or_four_fields) {
    for (size_t i = 0; i < sizeof file_rows / sizeof file_rows[0]; i++) {
        char path[32];
        char expected[128] = "";
        char *said = NULL;
        int fd = make_file(file_rows[i].text, path);
        struct sockspec_baseline *baseline = read_baseline(path, &said);
        cr_expect_eq(baseline == NULL, file_rows[i].mistake > 0, "%s", file_rows[i].text);
        if (file_rows[i].mistake > 0) {
            bool unexplained = strstr(file_rows[i].text, "| ?") != NULL;
            (void)snprintf(expected, sizeof expected,
                           unexplained
                               ? "sockspec: %s: 1 reason is still to be written, instead of ?, in "
                                 "line %zu\n"
                               : "sockspec: %s:%zu: a line is ROW | OUTCOME | REASON [| LINK]\n",
                           path, file_rows[i].mistake);
        }
        cr_expect_str_eq(said, expected, "%s", file_rows[i].text);
        sockspec_baseline_free(baseline);
        (void)close(fd);
    }
}

Test(baseline, tells_what_it_cannot_read) {
    char *said = NULL;
    cr_expect_null(read_baseline("/proc/self/nowhere", &said));
    cr_expect_str_eq(said, "sockspec: cannot read /proc/self/nowhere: No such file or directory\n");
    cr_expect_null(read_baseline("/proc/self", &said));
    cr_expect_str_eq(said, "sockspec: cannot read /proc/self: Is a directory\n");
    sockspec_baseline_free(NULL);
}

/* --- Applying --------------------------------------------------------------------------------- */

struct application_row {
    const char *lines;
    const char *observed, *detail;
    enum sockspec_verdict verdict, becomes;
    const char *says; /* what the baseline says about it; NULL: nothing */
};

/* clang-format off */
static const struct application_row application_rows[] = {
    /* A row that fails as listed is expected. */
    {"baseline-test | returns 1 | old\n", "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-* | returns * | old\n",    "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_KNOWN, "%s:1: old"},
    {"# why\n\n* | raises Errno::EINVAL: * | old | link\n", "raises Errno::EINVAL: Invalid argument - bind(2)", "no", SOCKSPEC_FAIL, SOCKSPEC_KNOWN, "%s:3: old"},
    {"baseline-test | fail: no | old\n",  "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | fail | old\n",      "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_KNOWN, "%s:1: old"},
    /* A row that fails in another way is not expected. */
    {"baseline-test | returns 1 | old\n", "returns 12", "no", SOCKSPEC_FAIL, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | returns 1 | old\nto: baseline-test | fail: no | REASON"},
    {"baseline-test | eturns 1 | old\n",  "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | eturns 1 | old\nto: baseline-test | fail: no | REASON"},
    {"baseline-test | fail: yes | old\n", "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | fail: yes | old\nto: baseline-test | fail: no | REASON"},
    /* A row that passes is fixed. */
    {"baseline-test | returns 1 | old\n", "returns 1", NULL, SOCKSPEC_PASS, SOCKSPEC_FIXED, "delete %s:1, or let it name fewer rows: baseline-test | returns 1 | old"},
    {"baseline-test | * | old\n",         "returns nil", NULL, SOCKSPEC_PASS, SOCKSPEC_FIXED, "delete %s:1, or let it name fewer rows: baseline-test | * | old"},
    /* A nondeterministic row may pass as well, but may not fail in another way. */
    {"baseline-test | maybe returns 1 | old\n", "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | maybe returns 1 | old\n", "returns 2", NULL, SOCKSPEC_PASS, SOCKSPEC_PASS, NULL},
    {"baseline-test | maybe returns 1 | old\n", "returns 3", "no", SOCKSPEC_FAIL, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | maybe returns 1 | old\nto: baseline-test | fail: no | REASON"},
    {"baseline-test | maybe crashed: * killed by SIGSEGV | old\n", "", "the driver ended: killed by SIGSEGV", SOCKSPEC_CRASHED, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | maybe* | old\n", "returns 2", NULL, SOCKSPEC_PASS, SOCKSPEC_FIXED, "delete %s:1, or let it name fewer rows: baseline-test | maybe* | old"},
    /* A result that is not an outcome is listed by its verdict and detail. */
    {"baseline-test | crashed: * killed by SIGSEGV | old\n", "", "the driver ended: killed by SIGSEGV", SOCKSPEC_CRASHED, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | crashed: * killed by SIGSEGV | old\n", "", "the driver ended: killed by SIGABRT", SOCKSPEC_CRASHED, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | crashed: * killed by SIGSEGV | old\nto: baseline-test | crashed: the driver ended: killed by SIGABRT | REASON"},
    {"baseline-test | timed-out: * | old\n",   NULL, "no answer in time", SOCKSPEC_TIMED_OUT, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | unsupported: * | old\n", "", NULL, SOCKSPEC_UNSUPPORTED, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | fail: leaks * | old\n",  "", "leaks 1 socket", SOCKSPEC_FAIL, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | returns 1 | old\n",      "returns 1", "the driver ended", SOCKSPEC_CRASHED, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | returns 1 | old\nto: baseline-test | crashed: the driver ended | REASON"},
    /* A crash or a hang is excused only if it is named. */
    {"baseline-test | * | old\n", "", "the driver ended: killed by SIGSEGV", SOCKSPEC_CRASHED, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | * | old\nto: baseline-test | crashed: the driver ended: killed by SIGSEGV | REASON"},
    {"baseline-test | crashed: * | old\n", "", "the driver ended: killed by SIGSEGV", SOCKSPEC_CRASHED, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | crashed: * | old\nto: baseline-test | crashed: the driver ended: killed by SIGSEGV | REASON"},
    {"baseline-test | crashed: * | old\n", "", "the driver ended: exited with status 3", SOCKSPEC_CRASHED, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | crashed: * | old\nto: baseline-test | crashed: the driver ended: exited with status 3 | REASON"},
    {"baseline-test | crashed: *status 3 | old\n", "", "the driver ended: exited with status 3", SOCKSPEC_CRASHED, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | * | old\n", "", "no answer in time", SOCKSPEC_TIMED_OUT, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | * | old\nto: baseline-test | timed-out: no answer in time | REASON"},
    /* A fault that is never reached is a property of the implementation, and must be named. */
    {"baseline-test | not-run: the injected error was never reached; * | old\n", "", "the injected error was never reached; system calls made: none", SOCKSPEC_NOT_RUN, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | * | old\n", "", "the injected error was never reached; system calls made: none", SOCKSPEC_NOT_RUN, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | * | old\nto: baseline-test | not-run: the injected error was never reached; system calls made: none | REASON"},
    /* If several lines are listed, one must match. If none does, the first is reported. */
    {"baseline-test | returns 1 | old\n* | returns 2 | new\n", "returns 2", "no", SOCKSPEC_FAIL, SOCKSPEC_KNOWN, "%s:2: new"},
    {"baseline-test | returns 1 | old\n* | returns 2 | new\n", "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_KNOWN, "%s:1: old"},
    {"baseline-test | returns 1 | old\n* | returns 2 | new\n", "returns 3", "no", SOCKSPEC_FAIL, SOCKSPEC_CHANGED, "change %s:1, which says: baseline-test | returns 1 | old\nto: baseline-test | fail: no | REASON"},
    /* The line to write matches what was observed, and nothing else. */
    {"", "returns ['a*', nil]", "the outcome differs: another value", SOCKSPEC_FAIL, SOCKSPEC_FAIL, "add to %s: baseline-test | returns [[]'a[*]', nil] | REASON"},
    {"", "returns '\\x01?|/world/tmp/12-a'", "the outcome differs: another value", SOCKSPEC_FAIL, SOCKSPEC_FAIL, "add to %s: baseline-test | returns '\\\\x01[?][|]/world/tmp/*-a' | REASON"},
    /* A verdict that is not listed, or a row that did not run, is not changed. */
    {"",                                  "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_FAIL, "add to %s: baseline-test | fail: no | REASON"},
    {"baseline | returns 1 | old\n",      "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_FAIL, "add to %s: baseline-test | fail: no | REASON"},
    {"baseline-tests | returns 1 | old\n", "returns 1", "no", SOCKSPEC_PASS, SOCKSPEC_PASS, NULL},
    {"baseline-test | * | old\n",         "", "no world", SOCKSPEC_NOT_RUN, SOCKSPEC_NOT_RUN, NULL},
};
/* clang-format on */

static char *copy_or_null(const char *text) {
    return text == NULL ? NULL : sockspec_must_have(strdup(text));
}

static struct sockspec_record *make_record(const struct application_row *row,
                                           struct sockspec_entry **entry) {
    size_t count = 0;
    (void)sockspec_cases(&count);
    struct sockspec_record *record = sockspec_record_make(count);
    *entry = &record->entries[sockspec_case_find("baseline-test")->index];
    **entry = (struct sockspec_entry){.recorded = true,
                                      .reported = true,
                                      .verdict = row->verdict,
                                      .observed = copy_or_null(row->observed),
                                      .detail = copy_or_null(row->detail)};
    return record;
}

/* `says` with the path in place of %s. */
static void fill_in(char *expected, size_t size, const char *says, const char *path) {
    const char *at = strstr(says, "%s");
    cr_assert_not_null(at);
    (void)snprintf(expected, size, "%.*s%s%s", (int)(at - says), says, path, at + 2);
}

Test(baseline, gives_listed_rows_their_verdict) {
    for (size_t i = 0; i < sizeof application_rows / sizeof application_rows[0]; i++) {
        const struct application_row *row = &application_rows[i];
        char path[32];
        char *said = NULL;
        struct sockspec_entry *entry = NULL;
        int fd = make_file(row->lines, path);
        struct sockspec_baseline *baseline = read_baseline(path, &said);
        cr_assert_not_null(baseline, "%s", said);
        struct sockspec_record *record = make_record(row, &entry);
        sockspec_baseline_apply(baseline, record);
        cr_expect_eq(entry->verdict, row->becomes, "%s makes it %s", row->lines,
                     sockspec_verdict_name(entry->verdict));
        if (row->says != NULL) {
            char expected[512];
            fill_in(expected, sizeof expected, row->says, path);
            cr_expect_str_eq(entry->listed, expected, "%s", row->lines);
        } else {
            cr_expect_null(entry->listed, "%s", row->lines);
        }
        sockspec_record_free(record);
        sockspec_baseline_free(baseline);
        (void)close(fd);
    }
}

Test(baseline, leaves_alone_what_was_not_selected_or_not_recorded) {
    for (int i = 0; i < 2; i++) {
        char path[32];
        char *said = NULL;
        struct sockspec_entry *entry = NULL;
        int fd = make_file("* | * | old\n", path);
        struct sockspec_baseline *baseline = read_baseline(path, &said);
        struct sockspec_record *record = make_record(&application_rows[0], &entry);
        *(i == 0 ? &entry->reported : &entry->recorded) = false;
        sockspec_baseline_apply(baseline, record);
        cr_expect_eq(entry->verdict, SOCKSPEC_FAIL);
        sockspec_record_free(record);
        sockspec_baseline_free(baseline);
        (void)close(fd);
    }
}

/* A whole record in which only baseline-test has a result. */
static struct sockspec_baseline *applied(const char *lines, const struct application_row *row,
                                         char path[32], int *fd) {
    char *said = NULL;
    struct sockspec_entry *entry = NULL;
    *fd = make_file(lines, path);
    struct sockspec_baseline *baseline = read_baseline(path, &said);
    struct sockspec_record *record = make_record(row, &entry);
    sockspec_baseline_apply(baseline, record);
    sockspec_record_free(record);
    return baseline;
}

Test(baseline, tells_lines_that_say_nothing_true) {
    char path[32];
    char expected[512];
    int fd = -1;
    struct sockspec_baseline *baseline =
        applied("baseline-test | returns 1 | b\n# a comment\nbaseline-gone* | a | b\n"
                "baseline-t* | returns 2 | b\ngone | a | b\n",
                &application_rows[0], path, &fd);
    FILE *out = tmpfile();
    cr_assert_not_null(out);
    cr_expect_eq(sockspec_baseline_stale(baseline, out), 3);
    (void)snprintf(
        expected, sizeof expected,
        "\nStale lines of the baseline\n"
        "  delete %s:3, which matches no row: baseline-gone* | a | b\n"
        "  delete %s:4, which has an outcome that no row has: baseline-t* | returns 2 | b\n"
        "  delete %s:5, which matches no row: gone | a | b\n",
        path, path, path);
    cr_expect_str_eq(read_all(out), expected);
    (void)fclose(out);
    sockspec_baseline_free(baseline);
    (void)close(fd);
}

/* --- Updating --------------------------------------------------------------------------------- */

/* The new content of a file with `lines`, when baseline-test has the result of the case. */
static char *updated(const char *lines, const struct application_row *row) {
    static char text[512];
    char path[] = "/tmp/sockspec-baseline-XXXXXX";
    struct sockspec_entry *entry = NULL;
    int fd = mkstemp(path);
    cr_assert_geq(fd, 0);
    cr_assert_eq(write(fd, lines, strlen(lines)), (ssize_t)strlen(lines));
    (void)close(fd);
    struct sockspec_baseline *baseline = sockspec_baseline_read(path, SOCKSPEC_REASONS_MAY_LACK);
    struct sockspec_record *record = make_record(row, &entry);
    FILE *out = tmpfile();
    cr_assert_not_null(out);
    cr_expect(sockspec_baseline_update(baseline, record, SOCKSPEC_NO_REASON, out));
    (void)fclose(out);
    FILE *file = fopen(path, "re");
    cr_assert_not_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    (void)fclose(file);
    (void)unlink(path);
    sockspec_record_free(record);
    sockspec_baseline_free(baseline);
    return text;
}

/* clang-format off */
static const struct {
    const char *before;
    const char *observed;
    enum sockspec_verdict verdict;
    const char *after;
} update_rows[] = {
    /* A new result is added with a question. */
    {"", "returns 1", SOCKSPEC_FAIL, "baseline-test | returns 1 | ?\n"},
    {"", NULL, SOCKSPEC_UNSUPPORTED, "baseline-test | unsupported: the outcome differs: another value | ?\n"},
    /* A line that still applies stays, with the comments, and the lines are sorted. */
    {"# head\n\n# why\nbaseline-test | returns * | old | link\n", "returns 1", SOCKSPEC_FAIL, "# head\n\n# why\nbaseline-test | returns * | old | link\n"},
    {"baseline-test | returns 1 | new\nbaseline* | returns 1 | old\n", "returns 1", SOCKSPEC_FAIL, "baseline* | returns 1 | old\nbaseline-test | returns 1 | new\n"},
    {"baseline-test | returns 1 | ?\n", "returns 1", SOCKSPEC_FAIL, "baseline-test | returns 1 | ?\n"},
    /* A line that no longer applies is removed. */
    {"baseline-test | returns 1 | old\n", "returns 1", SOCKSPEC_PASS, ""},
    {"baseline-test | returns 1 | old\n", "returns 2", SOCKSPEC_FAIL, "baseline-test | returns 2 | ?\n"},
    {"baseline-gone | returns 1 | old\n", "returns 1", SOCKSPEC_PASS, ""},
    /* A fault that was never reached is a new result like any other. A row that could not run is
     * not. */
    {"", NULL, SOCKSPEC_NOT_RUN, ""},
    /* A nondeterministic line stays, whether the row passes or not. */
    {"baseline-test | maybe returns 1 | old\n", "returns 1", SOCKSPEC_PASS, "baseline-test | maybe returns 1 | old\n"},
    {"baseline-test | maybe returns 1 | old\n", "returns 1", SOCKSPEC_FAIL, "baseline-test | maybe returns 1 | old\n"},
    {"baseline-test | maybe returns 1 | old\n", "returns 2", SOCKSPEC_FAIL, "baseline-test | returns 2 | ?\n"},
    /* Rows that did not run keep their lines. */
    {"baseline-test | returns 1 | old\n", NULL, SOCKSPEC_NOT_RUN, "baseline-test | returns 1 | old\n"},
};
/* clang-format on */

Test(baseline, is_brought_in_line) {
    for (size_t i = 0; i < sizeof update_rows / sizeof update_rows[0]; i++) {
        const struct application_row row = {.observed = update_rows[i].observed,
                                            .detail = update_rows[i].verdict == SOCKSPEC_PASS
                                                          ? NULL
                                                          : "the outcome differs: another value",
                                            .verdict = update_rows[i].verdict};
        cr_expect_str_eq(updated(update_rows[i].before, &row), update_rows[i].after, "row %zu", i);
    }
}

Test(baseline, is_not_updated_where_nothing_can_be_written) {
    char *said = NULL;
    struct sockspec_entry *entry = NULL;
    struct sockspec_baseline *baseline =
        sockspec_baseline_read("/proc/self/nowhere", SOCKSPEC_REASONS_MAY_LACK);
    struct sockspec_record *record = make_record(&application_rows[0], &entry);
    (void)said;
    cr_expect_not(sockspec_baseline_update(baseline, record, SOCKSPEC_NO_REASON, stdout));
    sockspec_record_free(record);
    sockspec_baseline_free(baseline);
}
