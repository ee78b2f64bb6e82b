#include "conformance/harness/report/merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/report/result_file.h"
#include "conformance/harness/rows/cases.h"

struct reading {
    struct sockspec_record *record;
    bool afresh;
};

/* Returns 0 if the key is missing. */
static size_t take_count(const json_t *result, const char *key) {
    json_int_t count = json_integer_value(json_object_get(result, key));
    return count < 0 ? 0 : (size_t)count;
}

static bool is_expected(const struct sockspec_case *test, const json_t *result) {
    char *expected = sockspec_case_expected(test);
    bool same = strcmp(expected, json_string_value(json_object_get(result, "expected"))) == 0;
    free(expected);
    return same;
}

static bool take_implementation(struct sockspec_record *record,
                                const struct sockspec_result_place *place, const json_t *result) {
    char *name = sockspec_result_text(result, "implementation");
    bool first = *record->implementation == '\0';
    bool same = name != NULL && (first || strcmp(name, record->implementation) == 0);
    if (same && first) {
        (void)snprintf(record->implementation, sizeof record->implementation, "%s", name);
    }
    if (!same) {
        (void)sockspec_result_refuse(place, "a result of %s among those of %s",
                                     name == NULL ? "?" : name, record->implementation);
    }
    free(name);
    return same;
}

static bool take_entry(struct sockspec_entry *entry, const struct sockspec_result_place *place,
                       const json_t *result, bool afresh) {
    enum sockspec_verdict found = sockspec_result_found(result);
    enum sockspec_verdict verdict = afresh ? found : sockspec_result_verdict(result, "verdict");
    if (entry->recorded) {
        return entry->verdict == verdict ||
               sockspec_result_refuse(place, "%s: %s here, but %s before",
                                      json_string_value(json_object_get(result, "row")),
                                      sockspec_verdict_name(verdict),
                                      sockspec_verdict_name(entry->verdict));
    }
    *entry = (struct sockspec_entry){
        .recorded = true,
        .reported = true,
        .verdict = verdict,
        .found = found,
        .duration_us = json_integer_value(json_object_get(result, "duration_us")),
        .observed = sockspec_result_text(result, "observed"),
        .detail = sockspec_result_text(result, "detail"),
        .transcript = sockspec_result_text(result, "transcript"),
        .listed = afresh ? NULL : sockspec_result_text(result, "baseline"),
        .tamperings = take_count(result, "tamperings"),
        .allowed = take_count(result, "allowed"),
        .accepted = take_count(result, "accepted"),
        .covered = json_dumps(json_object_get(result, "covered"), JSON_COMPACT),
    };
    return (entry->observed != NULL && (entry->detail != NULL || found == SOCKSPEC_PASS)) ||
           sockspec_result_refuse(place,
                                  "a text with code points above U+00FF, which stand for no bytes");
}

static bool take(void *argument, const struct sockspec_result_place *place, const json_t *result) {
    const struct reading *reading = argument;
    struct sockspec_record *record = reading->record;
    const char *row = json_string_value(json_object_get(result, "row"));
    const struct sockspec_case *test = sockspec_case_find(row);
    if (test == NULL) {
        return sockspec_result_refuse(place, "there is no row '%.*s'", (int)strcspn(row, "\n"),
                                      row);
    }
    if (!is_expected(test, result)) {
        return sockspec_result_refuse(
            place, "%s: another version of the suite expects something else", row);
    }
    if (!record->entries[test->index].reported) {
        return sockspec_result_refuse(place, "%s is not selected", row);
    }
    return take_implementation(record, place, result) &&
           take_entry(&record->entries[test->index], place, result, reading->afresh);
}

bool sockspec_merge_read(struct sockspec_record *record, const char *path, bool afresh) {
    struct reading reading = {.record = record, .afresh = afresh};
    return sockspec_result_file_read(path, take, &reading);
}
