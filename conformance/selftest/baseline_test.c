/* Baselines: which files are understood, and what their lines make of a verdict. */
#include "conformance/harness/baseline.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A row of our own; nobody plays it. */
static const struct sockspec_row baseline_rows[] = {
    {"baseline-test", "none", ITSELF, "nil", RETURNS("nil")},
};
static const struct sockspec_table baseline_table = {
    .name = "baseline_test", .file = __FILE__, .rows = baseline_rows, .count = 1};
__attribute__((
    used,
    section("sockspec_tables"))) static const struct sockspec_table *const baseline_registered =
    &baseline_table;

/* A file that is nowhere; its path goes to `path`. */
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

/* Reads a baseline; what is said on standard error goes to `said`. */
static struct sockspec_baseline *read_baseline(const char *path, char **said) {
    FILE *caught = tmpfile();
    cr_assert_not_null(caught);
    (void)fflush(stderr);
    int real = dup(STDERR_FILENO);
    (void)dup2(fileno(caught), STDERR_FILENO);
    struct sockspec_baseline *baseline = sockspec_baseline_read(path);
    (void)fflush(stderr);
    (void)dup2(real, STDERR_FILENO);
    (void)close(real);
    *said = read_all(caught);
    (void)fclose(caught);
    return baseline;
}

/* --- Read ------------------------------------------------------------------------------------- */

/* clang-format off */
static const struct {
    const char *text;
    size_t mistake; /* its line, 0: there is none */
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
            (void)snprintf(expected, sizeof expected,
                           "sockspec: %s:%zu: a line is ROW | OUTCOME | REASON [| LINK]\n", path,
                           file_rows[i].mistake);
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
    cr_expect_str_eq(said, "sockspec: cannot read /proc/self\n");
    sockspec_baseline_free(NULL);
}

/* --- Applied ---------------------------------------------------------------------------------- */

struct application_row {
    const char *lines;
    const char *observed, *detail;
    enum sockspec_verdict verdict, becomes;
    const char *says; /* the detail afterwards; NULL: as it was */
};

/* clang-format off */
static const struct application_row application_rows[] = {
    /* A row that fails as listed is expected, */
    {"baseline-test | returns 1 | old\n", "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_EXPECTED, "is expected in %s, line 1: old"},
    {"baseline-* | returns * | old\n",    "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_EXPECTED, "is expected in %s, line 1: old"},
    {"# why\n\n* | raises Errno::EINVAL: * | old | link\n", "raises Errno::EINVAL: Invalid argument - bind(2)", "no", SOCKSPEC_FAIL, SOCKSPEC_EXPECTED, "is expected in %s, line 3: old"},
    {"baseline-test | fail: no | old\n",  "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_EXPECTED, "is expected in %s, line 1: old"},
    {"baseline-test | fail | old\n",      "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_EXPECTED, "is expected in %s, line 1: old"},
    /* one that fails otherwise is not, */
    {"baseline-test | returns 1 | old\n", "returns 12", "no", SOCKSPEC_FAIL, SOCKSPEC_CHANGED, "differs otherwise than listed in %s, line 1: old"},
    {"baseline-test | eturns 1 | old\n",  "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_CHANGED, "differs otherwise than listed in %s, line 1: old"},
    {"baseline-test | fail: yes | old\n", "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_CHANGED, "differs otherwise than listed in %s, line 1: old"},
    /* and one that passes is fixed. */
    {"baseline-test | returns 1 | old\n", "returns 1", NULL, SOCKSPEC_PASS, SOCKSPEC_FIXED, "passes although it is listed in %s, line 1: old"},
    {"baseline-test | * | old\n",         "returns nil", NULL, SOCKSPEC_PASS, SOCKSPEC_FIXED, "passes although it is listed in %s, line 1: old"},
    /* What is no outcome is listed by its verdict and detail. */
    {"baseline-test | crashed: * killed by SIGSEGV | old\n", "", "the driver ended: killed by SIGSEGV", SOCKSPEC_CRASHED, SOCKSPEC_EXPECTED, "is expected in %s, line 1: old"},
    {"baseline-test | crashed: * killed by SIGSEGV | old\n", "", "the driver ended: killed by SIGABRT", SOCKSPEC_CRASHED, SOCKSPEC_CHANGED, "differs otherwise than listed in %s, line 1: old"},
    {"baseline-test | timed-out: * | old\n",   NULL, "no answer in time", SOCKSPEC_TIMED_OUT, SOCKSPEC_EXPECTED, "is expected in %s, line 1: old"},
    {"baseline-test | unsupported: * | old\n", "", NULL, SOCKSPEC_UNSUPPORTED, SOCKSPEC_EXPECTED, "is expected in %s, line 1: old"},
    {"baseline-test | fail: leaks * | old\n",  "", "leaks 1 sockets", SOCKSPEC_FAIL, SOCKSPEC_EXPECTED, "is expected in %s, line 1: old"},
    {"baseline-test | returns 1 | old\n",      "returns 1", "the driver ended", SOCKSPEC_CRASHED, SOCKSPEC_CHANGED, "differs otherwise than listed in %s, line 1: old"},
    /* Of several lines one has to agree; the last one is told when none does. */
    {"baseline-test | returns 1 | old\n* | returns 2 | new\n", "returns 2", "no", SOCKSPEC_FAIL, SOCKSPEC_EXPECTED, "is expected in %s, line 2: new"},
    {"baseline-test | returns 1 | old\n* | returns 2 | new\n", "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_EXPECTED, "is expected in %s, line 1: old"},
    {"baseline-test | returns 1 | old\n* | returns 2 | new\n", "returns 3", "no", SOCKSPEC_FAIL, SOCKSPEC_CHANGED, "differs otherwise than listed in %s, line 2: new"},
    /* What is not listed, or did not run, stays as it is. */
    {"",                                  "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_FAIL, NULL},
    {"baseline | returns 1 | old\n",      "returns 1", "no", SOCKSPEC_FAIL, SOCKSPEC_FAIL, NULL},
    {"baseline-tests | returns 1 | old\n", "returns 1", "no", SOCKSPEC_PASS, SOCKSPEC_PASS, NULL},
    {"baseline-test | * | old\n",         "", "no world", SOCKSPEC_NOT_RUN, SOCKSPEC_NOT_RUN, NULL},
};
/* clang-format on */

static char *copy_or_null(const char *text) { return text == NULL ? NULL : strdup(text); }

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

/* `says` with the path put in for %s. */
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
            char expected[128];
            fill_in(expected, sizeof expected, row->says, path);
            cr_expect_str_eq(entry->detail, expected, "%s", row->lines);
        } else if (row->detail != NULL) {
            cr_expect_str_eq(entry->detail, row->detail, "%s", row->lines);
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

Test(baseline, tells_lines_that_name_no_row) {
    char path[32];
    char expected[256];
    char *said = NULL;
    int fd = make_file("baseline-test | a | b\n# a comment\nbaseline-gone* | a | b\nb* | a | b\n"
                       "gone | a | b\n",
                       path);
    struct sockspec_baseline *baseline = read_baseline(path, &said);
    FILE *out = tmpfile();
    cr_assert_not_null(out);
    cr_expect_eq(sockspec_baseline_stale(baseline, out), 2);
    (void)snprintf(expected, sizeof expected,
                   "stale: %s:3 names no row: baseline-gone*\nstale: %s:5 names no row: gone\n",
                   path, path);
    cr_expect_str_eq(read_all(out), expected);
    (void)fclose(out);
    sockspec_baseline_free(baseline);
    (void)close(fd);
}
