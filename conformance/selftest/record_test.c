/* The record: messages from workers, control rows, and counts. */
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/run/record.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Rows for this test only; nobody runs them. */
static const struct sockspec_row record_rows[] = {
    {"record-test-twin", "none", ITSELF, "nil", RETURNS("nil")},
    {"record-test-case", "none", "record-test-twin", "true", RETURNS("true")},
    {"record-test-orphan", "none", "record-test-nobody", "true", RETURNS("true")},
};
static const struct sockspec_table record_table = {
    .name = "record_test", .file = __FILE__, .rows = record_rows, .count = 3};
__attribute__((
    used, section("sockspec_tables"))) static const struct sockspec_table *const record_registered =
    &record_table;

static struct sockspec_entry *entry_of(struct sockspec_record *record, const char *id) {
    const struct sockspec_case *test = sockspec_case_find(id);
    cr_assert_not_null(test, "%s", id);
    return &record->entries[test->index];
}

static struct sockspec_record *make_record(void) {
    size_t count = 0;
    (void)sockspec_cases(&count);
    return sockspec_record_make(count);
}

/* --- Messages --------------------------------------------------------------------------------- */

struct line {
    int in, out;
};

static struct line open_line(void) {
    int ends[2];
    cr_assert_eq(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
    return (struct line){ends[0], ends[1]};
}

/* Reads all available messages; returns their number. */
static size_t take_all(struct sockspec_record *record, struct line *line) {
    size_t count = 0;
    (void)close(line->in);
    while (sockspec_record_receive(record, line->out)) {
        count++;
    }
    (void)close(line->out);
    return count;
}

static char every_byte[256];

static void fill_every_byte(void) {
    for (size_t i = 0; i < sizeof every_byte - 1; i++) {
        every_byte[i] = (char)(i + 1);
    }
}

Test(record, keeps_what_is_sent, .init = fill_every_byte) {
    struct line line = open_line();
    struct sockspec_record *record = sockspec_record_make(3);
    const struct sockspec_judgement whole = {.verdict = SOCKSPEC_FAIL,
                                             .observed = every_byte,
                                             .detail = every_byte,
                                             .transcript = every_byte};
    const struct sockspec_judgement bare = {.verdict = SOCKSPEC_PASS};
    sockspec_record_send(line.in, 2, &whole, 123456789012);
    sockspec_record_send(line.in, 0, &bare, 0);
    cr_expect_eq(take_all(record, &line), 2);

    const struct sockspec_entry *entry = &record->entries[2];
    cr_assert(entry->recorded);
    cr_expect_eq(entry->verdict, SOCKSPEC_FAIL);
    cr_expect_eq(entry->duration_us, 123456789012);
    cr_expect_str_eq(entry->observed, every_byte);
    cr_expect_str_eq(entry->detail, every_byte);
    cr_expect_str_eq(entry->transcript, every_byte);

    cr_expect(record->entries[0].recorded);
    cr_expect_eq(record->entries[0].verdict, SOCKSPEC_PASS);
    cr_expect_null(record->entries[0].observed);
    cr_expect_null(record->entries[0].detail);
    cr_expect_null(record->entries[0].transcript);
    cr_expect_not(record->entries[1].recorded);
    sockspec_record_free(record);
}

Test(record, keeps_the_first_of_two) {
    struct line line = open_line();
    struct sockspec_record *record = sockspec_record_make(1);
    char first[] = "first";
    char second[] = "second";
    const struct sockspec_judgement failed = {.verdict = SOCKSPEC_FAIL, .observed = first};
    const struct sockspec_judgement passed = {.verdict = SOCKSPEC_PASS, .observed = second};
    sockspec_record_send(line.in, 0, &failed, 1);
    sockspec_record_send(line.in, 0, &passed, 1);
    cr_expect_eq(take_all(record, &line), 2);
    cr_expect_eq(record->entries[0].verdict, SOCKSPEC_FAIL);
    cr_expect_str_eq(record->entries[0].observed, "first");
    sockspec_record_free(record);
}

Test(record, ignores_what_it_does_not_know) {
    static const char *const messages[] = {"garbage",
                                           "[]",
                                           "{}",
                                           "{\"index\":-1}",
                                           "{\"index\":1,\"verdict\":0}",
                                           "\xff",
                                           "7",
                                           "{\"index\":0,\"verdict\":-1}",
                                           "{\"index\":0,\"verdict\":99}",
                                           "{\"index\":\"0\"}"};
    struct line line = open_line();
    struct sockspec_record *record = sockspec_record_make(1);
    for (size_t i = 0; i < sizeof messages / sizeof messages[0]; i++) {
        cr_assert_gt(send(line.in, messages[i], strlen(messages[i]), MSG_NOSIGNAL), 0);
    }
    cr_expect_eq(take_all(record, &line), sizeof messages / sizeof messages[0]);
    cr_expect_not(record->entries[0].recorded);
    cr_expect_str_empty(record->implementation);
    cr_expect_str_empty(record->no_driver);
    sockspec_record_free(record);
}

/* A driver's answer may have any content, up to a MiB. */
Test(record, keeps_the_beginning_of_what_is_too_long) {
    static char text[1 << 20];
    static const char bytes[] = {'x', '\1', '\xff', '"'};
    const struct sockspec_judgement judgement = {
        .verdict = SOCKSPEC_FAIL, .observed = text, .detail = text, .transcript = text};
    for (size_t i = 0; i < sizeof bytes; i++) {
        struct line line = open_line();
        struct sockspec_record *record = sockspec_record_make(1);
        memset(text, bytes[i], sizeof text - 1);
        sockspec_record_send(line.in, 0, &judgement, 1);
        cr_expect_eq(take_all(record, &line), 1, "byte %d", bytes[i]);
        cr_assert(record->entries[0].recorded, "byte %d", bytes[i]);
        const char *observed = record->entries[0].observed;
        cr_expect_gt(strlen(observed), 2000);
        cr_expect_eq(strspn(observed, (char[]){bytes[i], '\0'}), strlen(observed) - strlen(" ..."));
        cr_expect_str_eq(observed + strlen(observed) - strlen(" ..."), " ...");
        sockspec_record_free(record);
    }
}

Test(record, notes_the_implementation_and_why_there_is_no_driver) {
    struct line line = open_line();
    struct sockspec_record *record = sockspec_record_make(1);
    char long_reason[2 * sizeof record->no_driver];
    memset(long_reason, 'x', sizeof long_reason - 1);
    long_reason[sizeof long_reason - 1] = '\0';
    sockspec_record_send_implementation(line.in, "first");
    sockspec_record_send_implementation(line.in, "second");
    sockspec_record_send_no_driver(line.in, long_reason);
    cr_expect_eq(take_all(record, &line), 3);
    cr_expect_eq(record->no_driver[sizeof record->no_driver - 2], 'x');
    cr_expect_eq(record->no_driver[sizeof record->no_driver - 1], '\0');
    cr_expect_str_eq(record->implementation, "first");
    sockspec_record_free(record);
}

/* --- Control rows ----------------------------------------------------------------------------- */

enum { UNRECORDED = SOCKSPEC_VERDICTS };

static void set_verdict(struct sockspec_entry *entry, int verdict) {
    entry->recorded = verdict != UNRECORDED;
    entry->verdict = verdict == UNRECORDED ? SOCKSPEC_PASS : (enum sockspec_verdict)verdict;
}

Test(record, needs_a_twin_that_passes) {
    static const struct {
        int verdict, control;
        enum sockspec_verdict settled;
    } rows[] = {
        {SOCKSPEC_PASS, SOCKSPEC_PASS, SOCKSPEC_PASS},
        {SOCKSPEC_PASS, SOCKSPEC_FAIL, SOCKSPEC_BROKEN},
        {SOCKSPEC_PASS, SOCKSPEC_CRASHED, SOCKSPEC_BROKEN},
        {SOCKSPEC_PASS, SOCKSPEC_TIMED_OUT, SOCKSPEC_BROKEN},
        {SOCKSPEC_PASS, SOCKSPEC_PROTOCOL_ERROR, SOCKSPEC_BROKEN},
        {SOCKSPEC_PASS, SOCKSPEC_BROKEN, SOCKSPEC_BROKEN},
        {SOCKSPEC_PASS, SOCKSPEC_UNSUPPORTED, SOCKSPEC_UNSUPPORTED},
        {SOCKSPEC_PASS, SOCKSPEC_NOT_RUN, SOCKSPEC_NOT_RUN},
        {SOCKSPEC_PASS, UNRECORDED, SOCKSPEC_NOT_RUN},
        {SOCKSPEC_FAIL, SOCKSPEC_PASS, SOCKSPEC_FAIL},
        {SOCKSPEC_FAIL, SOCKSPEC_FAIL, SOCKSPEC_FAIL},
        {SOCKSPEC_NOT_RUN, SOCKSPEC_FAIL, SOCKSPEC_NOT_RUN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockspec_record *record = make_record();
        struct sockspec_entry *entry = entry_of(record, "record-test-case");
        set_verdict(entry, rows[i].verdict);
        set_verdict(entry_of(record, "record-test-twin"), rows[i].control);
        sockspec_record_settle(record);
        cr_expect_eq(entry->verdict, rows[i].settled, "%s beside %s: %s",
                     sockspec_verdict_name((enum sockspec_verdict)rows[i].verdict),
                     rows[i].control == UNRECORDED
                         ? "nothing"
                         : sockspec_verdict_name((enum sockspec_verdict)rows[i].control),
                     sockspec_verdict_name(entry->verdict));
        cr_expect_eq(entry->detail != NULL, (int)rows[i].settled != rows[i].verdict);
        sockspec_record_free(record);
    }
}

Test(record, names_the_twin) {
    struct sockspec_record *record = make_record();
    set_verdict(entry_of(record, "record-test-case"), SOCKSPEC_PASS);
    set_verdict(entry_of(record, "record-test-twin"), SOCKSPEC_FAIL);
    set_verdict(entry_of(record, "record-test-orphan"), SOCKSPEC_PASS);
    sockspec_record_settle(record);
    cr_expect_str_eq(entry_of(record, "record-test-case")->detail,
                     "its control row record-test-twin did not pass (fail)");
    cr_expect_str_eq(entry_of(record, "record-test-orphan")->detail,
                     "its control row record-test-nobody did not pass (there is none)");
    cr_expect_eq(entry_of(record, "record-test-orphan")->verdict, SOCKSPEC_BROKEN);
    cr_expect_eq(entry_of(record, "record-test-twin")->verdict, SOCKSPEC_FAIL);
    cr_expect_null(entry_of(record, "record-test-twin")->detail);
    sockspec_record_free(record);
}

/* --- Runs that end early ---------------------------------------------------------------------- */

Test(record, leaves_out_what_is_open) {
    static const struct {
        int verdict, control;
        bool kept;
    } rows[] = {
        {UNRECORDED, SOCKSPEC_PASS, false},   {SOCKSPEC_PASS, UNRECORDED, false},
        {SOCKSPEC_PASS, SOCKSPEC_PASS, true}, {SOCKSPEC_PASS, SOCKSPEC_FAIL, true},
        {SOCKSPEC_FAIL, UNRECORDED, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockspec_record *record = make_record();
        struct sockspec_entry *entry = entry_of(record, "record-test-case");
        entry->reported = true;
        set_verdict(entry, rows[i].verdict);
        set_verdict(entry_of(record, "record-test-twin"), rows[i].control);
        sockspec_record_leave_out(record);
        cr_expect_eq(entry->reported, rows[i].kept, "row %zu", i);
        cr_expect_eq(record->left_out, rows[i].kept ? 0 : 1, "row %zu", i);
        sockspec_record_free(record);
    }
}

/* --- Counts ----------------------------------------------------------------------------------- */

Test(record, counts_what_was_selected) {
    static const struct {
        bool reported;
        int verdict;
    } rows[] = {{true, SOCKSPEC_PASS},  {true, SOCKSPEC_PASS},  {true, SOCKSPEC_FAIL},
                {true, UNRECORDED},     {false, SOCKSPEC_PASS}, {false, UNRECORDED},
                {false, SOCKSPEC_FAIL}, {true, SOCKSPEC_KNOWN}, {true, SOCKSPEC_FIXED}};
    struct sockspec_record *record = sockspec_record_make(sizeof rows / sizeof rows[0]);
    for (size_t i = 0; i < record->count; i++) {
        record->entries[i].reported = rows[i].reported;
        set_verdict(&record->entries[i], rows[i].verdict);
    }
    sockspec_record_count(record);
    cr_expect_eq(record->reported, 6);
    cr_expect_eq(record->missing, 1);
    cr_expect_eq(record->counts[SOCKSPEC_PASS], 2);
    cr_expect_eq(record->counts[SOCKSPEC_FAIL], 1);
    cr_expect_eq(record->counts[SOCKSPEC_KNOWN], 1);
    cr_expect_eq(record->counts[SOCKSPEC_FIXED], 1);
    cr_expect_eq(record->counts[SOCKSPEC_NOT_RUN], 0);
    sockspec_record_free(record);
}

Test(record, names_every_verdict_once) {
    for (int i = 0; i < SOCKSPEC_VERDICTS; i++) {
        const char *name = sockspec_verdict_name((enum sockspec_verdict)i);
        cr_assert_not_null(name, "%d", i);
        for (int j = 0; j < i; j++) {
            cr_expect_str_neq(name, sockspec_verdict_name((enum sockspec_verdict)j));
        }
    }
}
