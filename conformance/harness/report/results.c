#include "conformance/harness/report/results.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/jsonrpc.h"
#include "conformance/harness/report/causes.h"
#include "conformance/harness/report/text.h"
#include "conformance/harness/rows/cases.h"

/* A text that is NULL gets no key. */
static void set_text(json_t *line, const char *key, const char *text) {
    if (text != NULL) {
        (void)json_object_set_new(line, key, sockspec_bytes_to_json(text, strlen(text)));
    }
}

static void set_count(json_t *line, const char *key, size_t count) {
    (void)json_object_set_new(line, key, json_integer((json_int_t)count));
}

static json_t *result_of(const struct sockspec_record *record, const struct sockspec_case *test) {
    const struct sockspec_entry *entry = &record->entries[test->index];
    char *expected = sockspec_case_expected(test);
    char *cause = sockspec_cause_of(record, test);
    json_t *line =
        json_pack("{sssssssssssssssssosI}", "row", test->id, "behaviour", test->behaviour, "method",
                  test->method, "authority", sockspec_case_authority(test), "section",
                  sockspec_case_section(test), "verdict", sockspec_verdict_name(entry->verdict),
                  "provoked", sockspec_provoked_name(test->table->provoked), "expected", expected,
                  "observed", sockspec_bytes_to_json(entry->observed, strlen(entry->observed)),
                  "duration_us", (json_int_t)entry->duration_us);
    set_text(line, "platform", test->table->platform);
    set_text(line, "detail", entry->detail);
    set_text(line, "cause", cause);
    set_text(line, "baseline", entry->listed);
    if (entry->verdict >= SOCKSPEC_KNOWN) {
        set_text(line, "found", sockspec_verdict_name(entry->found));
    }
    if (entry->transcript != NULL) {
        set_text(line, "before", test->table->before);
        set_text(line, "script", test->script);
        set_text(line, "twin", test->control == NULL ? NULL : test->control->id);
        set_text(line, "transcript", entry->transcript);
    }
    if (entry->tamperings > 0) {
        set_count(line, "tamperings", entry->tamperings);
        set_count(line, "allowed", entry->allowed);
        set_count(line, "accepted", entry->accepted);
    }
    if (entry->covered != NULL) {
        (void)json_object_set_new(line, "covered", json_loads(entry->covered, 0, NULL));
    }
    set_text(line, "implementation", record->implementation);
    free(cause);
    free(expected);
    return line;
}

void sockspec_report_json_lines(const struct sockspec_record *record, FILE *out) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        const struct sockspec_entry *entry = &record->entries[i];
        if (!entry->reported || !entry->recorded) {
            continue;
        }
        json_t *line = result_of(record, &cases[i]);
        (void)json_dumpf(line, out, JSON_COMPACT | JSON_ENSURE_ASCII);
        (void)fputc('\n', out);
        json_decref(line);
    }
}
