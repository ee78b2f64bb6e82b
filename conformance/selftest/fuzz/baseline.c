/* Any file as a baseline: it is refused, or rows are judged by it, and it never excuses a row
 * that passes. */
#include "conformance/harness/report/baseline_apply.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "conformance/harness/rows/cases.h"
#include "conformance/harness/support/memory.h"

/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer requires this name */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct sockspec_row fuzzed_rows[] = {
    {"fuzzed", "none", ITSELF, "nil", RETURNS("nil")},
    {"fuzzed-passes", "none", ITSELF, "nil", RETURNS("nil")},
};
static const struct sockspec_table fuzzed_table = {
    .name = "fuzzed", .file = __FILE__, .rows = fuzzed_rows, .count = 2};
__attribute__((
    used, section("sockspec_tables"))) static const struct sockspec_table *const fuzzed_registered =
    &fuzzed_table;

static struct sockspec_record *make_record(void) {
    struct sockspec_record *record = sockspec_record_make(fuzzed_table.count);
    record->entries[0] =
        (struct sockspec_entry){.recorded = true,
                                .reported = true,
                                .verdict = SOCKSPEC_FAIL,
                                .observed = sockspec_must_have(strdup("returns 1")),
                                .detail = sockspec_must_have(strdup("no"))};
    record->entries[1] = (struct sockspec_entry){.recorded = true,
                                                 .reported = true,
                                                 .verdict = SOCKSPEC_PASS,
                                                 .observed = sockspec_must_have(strdup(""))};
    return record;
}

/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer requires this name */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char path[32];
    int fd = memfd_create("baseline", MFD_CLOEXEC);
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size) {
        abort();
    }
    struct sockspec_baseline *baseline = sockspec_baseline_read(path, SOCKSPEC_REASONS_MAY_LACK);
    if (baseline != NULL) {
        struct sockspec_record *record = make_record();
        FILE *nowhere = fopen("/dev/null", "we");
        sockspec_baseline_apply(baseline, record);
        (void)sockspec_baseline_stale(baseline, nowhere);
        if (record->entries[1].verdict == SOCKSPEC_KNOWN) {
            abort(); /* a row that passes is never excused */
        }
        (void)fclose(nowhere);
        sockspec_record_free(record);
    }
    sockspec_baseline_free(baseline);
    (void)close(fd);
    return 0;
}
