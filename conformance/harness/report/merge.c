#include "conformance/harness/report/merge.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/jsonrpc.h"
#include "conformance/harness/rows/cases.h"

struct place {
    const char *path;
    size_t line;
    bool afresh;
};

__attribute__((format(printf, 2, 3))) static bool refuse(const struct place *place,
                                                         const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    (void)fprintf(stderr, "sockspec: %s:%zu: ", place->path, place->line);
    (void)vfprintf(stderr, format, arguments);
    (void)fputc('\n', stderr);
    va_end(arguments);
    return false;
}

/* Returns NULL if the key is missing or is not a string of bytes. */
static char *take_text(const json_t *result, const char *key) {
    size_t length = 0;
    return sockspec_bytes_from_json(json_object_get(result, key), &length);
}

/* Returns 0 if the key is missing. */
static size_t take_count(const json_t *result, const char *key) {
    json_int_t count = json_integer_value(json_object_get(result, key));
    return count < 0 ? 0 : (size_t)count;
}

/* Returns SOCKSPEC_VERDICTS if there is no verdict of that name. */
static enum sockspec_verdict find_verdict(const json_t *result, const char *key) {
    const json_t *name = json_object_get(result, key);
    enum sockspec_verdict verdict = SOCKSPEC_PASS;
    if (json_is_string(name) && strcmp(json_string_value(name), "expected") == 0) {
        return SOCKSPEC_KNOWN; /* its name in earlier versions */
    }
    while (verdict < SOCKSPEC_VERDICTS &&
           (!json_is_string(name) ||
            strcmp(json_string_value(name), sockspec_verdict_name(verdict)) != 0)) {
        verdict++;
    }
    return verdict;
}

/* Returns whether the line has every field that a report shows about a row. */
static bool is_result(const json_t *result) {
    enum sockspec_verdict verdict = find_verdict(result, "verdict");
    return json_is_string(json_object_get(result, "row")) && verdict < SOCKSPEC_VERDICTS &&
           json_is_string(json_object_get(result, "expected")) &&
           json_is_string(json_object_get(result, "observed")) &&
           json_is_integer(json_object_get(result, "duration_us")) &&
           json_is_string(json_object_get(result, "implementation")) &&
           (verdict < SOCKSPEC_KNOWN || find_verdict(result, "found") < SOCKSPEC_KNOWN) &&
           (verdict == SOCKSPEC_PASS || verdict == SOCKSPEC_FIXED ||
            json_is_string(json_object_get(result, "detail")));
}

static bool is_expected(const struct sockspec_case *test, const json_t *result) {
    char *expected = sockspec_case_expected(test);
    bool same = strcmp(expected, json_string_value(json_object_get(result, "expected"))) == 0;
    free(expected);
    return same;
}

static bool take_implementation(struct sockspec_record *record, const struct place *place,
                                const json_t *result) {
    char *name = take_text(result, "implementation");
    bool first = *record->implementation == '\0';
    bool same = name != NULL && (first || strcmp(name, record->implementation) == 0);
    if (same && first) {
        (void)snprintf(record->implementation, sizeof record->implementation, "%s", name);
    }
    if (!same) {
        (void)refuse(place, "a result of %s among those of %s", name == NULL ? "?" : name,
                     record->implementation);
    }
    free(name);
    return same;
}

static bool take_entry(struct sockspec_entry *entry, const struct place *place,
                       const json_t *result) {
    enum sockspec_verdict verdict = find_verdict(result, "verdict");
    enum sockspec_verdict found =
        verdict < SOCKSPEC_KNOWN ? verdict : find_verdict(result, "found");
    verdict = place->afresh ? found : verdict;
    if (entry->recorded) {
        return entry->verdict == verdict ||
               refuse(place, "%s: %s here, but %s before",
                      json_string_value(json_object_get(result, "row")),
                      sockspec_verdict_name(verdict), sockspec_verdict_name(entry->verdict));
    }
    *entry = (struct sockspec_entry){
        .recorded = true,
        .reported = true,
        .verdict = verdict,
        .found = found,
        .duration_us = json_integer_value(json_object_get(result, "duration_us")),
        .observed = take_text(result, "observed"),
        .detail = take_text(result, "detail"),
        .transcript = take_text(result, "transcript"),
        .listed = place->afresh ? NULL : take_text(result, "baseline"),
        .tamperings = take_count(result, "tamperings"),
        .allowed = take_count(result, "allowed"),
        .accepted = take_count(result, "accepted"),
        .covered = json_dumps(json_object_get(result, "covered"), JSON_COMPACT),
    };
    return (entry->observed != NULL && (entry->detail != NULL || found == SOCKSPEC_PASS)) ||
           refuse(place, "a text with code points above U+00FF, which stand for no bytes");
}

static bool take(struct sockspec_record *record, const struct place *place, const json_t *result) {
    if (!is_result(result)) {
        return refuse(place, "no line that --results writes");
    }
    const char *row = json_string_value(json_object_get(result, "row"));
    const struct sockspec_case *test = sockspec_case_find(row);
    if (test == NULL) {
        return refuse(place, "there is no row '%.*s'", (int)strcspn(row, "\n"), row);
    }
    if (!is_expected(test, result)) {
        return refuse(place, "%s: another version of the suite expects something else", row);
    }
    if (!record->entries[test->index].reported) {
        return refuse(place, "%s is not selected", row);
    }
    return take_implementation(record, place, result) &&
           take_entry(&record->entries[test->index], place, result);
}

static bool read_lines(struct sockspec_record *record, struct place place, FILE *file) {
    char *text = NULL;
    size_t room = 0;
    bool understood = true;
    for (ssize_t length = getline(&text, &room, file); understood && length > 0;
         length = getline(&text, &room, file)) {
        json_t *result = json_loadb(text, (size_t)length, JSON_ALLOW_NUL, NULL);
        place.line++;
        understood = take(record, &place, result);
        json_decref(result);
    }
    if (understood && ferror(file) != 0) {
        (void)fprintf(stderr, "sockspec: cannot read %s: %s\n", place.path, strerror(errno));
        understood = false;
    }
    free(text);
    return understood;
}

bool sockspec_merge_read(struct sockspec_record *record, const char *path, bool afresh) {
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        (void)fprintf(stderr, "sockspec: cannot read %s: %s\n", path, strerror(errno));
        return false;
    }
    bool understood = read_lines(record, (struct place){.path = path, .afresh = afresh}, file);
    (void)fclose(file);
    return understood;
}
