/* Every row in the formats of other programs. */
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/report/report.h"

/* What is not there has no key. */
static void set_text(json_t *line, const char *key, const char *text) {
    if (text != NULL) {
        (void)json_object_set_new(line, key, sockspec_bytes_to_json(text, strlen(text)));
    }
}

static void set_count(json_t *line, const char *key, size_t count) {
    (void)json_object_set_new(line, key, json_integer((json_int_t)count));
}

static json_t *result_of(const struct sockspec_case *test, const struct sockspec_entry *entry,
                         const char *implementation) {
    char *expected = sockspec_case_expected(test);
    json_t *line =
        json_pack("{sssssssssssssssssosI}", "row", test->id, "behaviour", test->behaviour, "method",
                  test->method, "authority", sockspec_case_authority(test), "section",
                  sockspec_case_section(test), "verdict", sockspec_verdict_name(entry->verdict),
                  "provoked", sockspec_provoked_name(test->table->provoked), "expected", expected,
                  "observed", sockspec_bytes_to_json(entry->observed, strlen(entry->observed)),
                  "duration_us", (json_int_t)entry->duration_us);
    set_text(line, "platform", test->table->platform);
    set_text(line, "detail", entry->detail);
    set_text(line, "baseline", entry->listed);
    if (entry->verdict >= SOCKSPEC_EXPECTED) {
        set_text(line, "found", sockspec_verdict_name(entry->found));
    }
    if (entry->transcript != NULL) {
        set_text(line, "before", test->table->before);
        set_text(line, "script", test->script);
        set_text(line, "twin", test->twin == NULL ? NULL : test->twin->id);
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
    set_text(line, "implementation", implementation);
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
        json_t *line = result_of(&cases[i], entry, record->implementation);
        (void)json_dumpf(line, out, JSON_COMPACT | JSON_ENSURE_ASCII);
        (void)fputc('\n', out);
        json_decref(line);
    }
}

/* XML 1.0 takes no control characters; neither does anybody's reader take bytes for UTF-8. */
static void put_xml(FILE *out, const char *text) {
    for (const char *at = text == NULL ? "" : text; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte == '&') {
            (void)fputs("&amp;", out);
        } else if (byte == '<') {
            (void)fputs("&lt;", out);
        } else if (byte == '>') {
            (void)fputs("&gt;", out);
        } else if (byte == '"') {
            (void)fputs("&quot;", out);
        } else if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte > 0x7E) {
            (void)fprintf(out, "\\x%02x", byte);
        } else {
            (void)fputc(byte, out);
        }
    }
}

static bool is_skip(enum sockspec_verdict verdict) {
    return verdict == SOCKSPEC_NOT_RUN || verdict == SOCKSPEC_UNSUPPORTED ||
           verdict == SOCKSPEC_EXPECTED;
}

/* Why a row that does not pass does not: of one that is listed, what the baseline says. */
static const char *story(const struct sockspec_entry *entry) {
    bool told = entry->detail == NULL || entry->verdict == SOCKSPEC_EXPECTED;
    return told && entry->listed != NULL ? entry->listed : entry->detail;
}

static void put_property(FILE *out, const char *name, const char *value) {
    (void)fprintf(out, "<property name=\"%s\" value=\"", name);
    put_xml(out, value);
    (void)fputs("\"/>", out);
}

static void put_testcase(FILE *out, const struct sockspec_case *test,
                         const struct sockspec_entry *entry) {
    (void)fputs("    <testcase name=\"", out);
    put_xml(out, test->id);
    (void)fputs("\" classname=\"", out);
    put_xml(out, test->method);
    (void)fprintf(out, "\" time=\"%.6f\">\n      <properties>", (double)entry->duration_us / 1e6);
    put_property(out, "authority", sockspec_case_authority(test));
    put_property(out, "section", sockspec_case_section(test));
    (void)fputs("</properties>", out);
    const char *element = is_skip(entry->verdict)           ? "skipped"
                          : entry->verdict == SOCKSPEC_FAIL ? "failure"
                          : entry->verdict == SOCKSPEC_PASS ? NULL
                                                            : "error";
    if (element != NULL) {
        (void)fprintf(out, "\n      <%s message=\"%s: ", element,
                      sockspec_verdict_name(entry->verdict));
        put_xml(out, story(entry));
        (void)fputc('"', out);
    }
    if (element != NULL && !is_skip(entry->verdict)) {
        char *expected = sockspec_case_expected(test);
        (void)fprintf(out, " type=\"%s\">", sockspec_verdict_name(entry->verdict));
        put_xml(out, sockspec_case_authority(test));
        put_xml(out, ": ");
        put_xml(out, sockspec_case_statement(test));
        put_xml(out, "\nexpected: ");
        put_xml(out, expected);
        put_xml(out, "\nobserved: ");
        put_xml(out, entry->observed);
        put_xml(out, "\n");
        put_xml(out, entry->transcript);
        (void)fprintf(out, "</%s>\n    ", element);
        free(expected);
    } else if (element != NULL) {
        (void)fputs("/>\n    ", out);
    } else {
        (void)fputs("\n    ", out);
    }
    (void)fputs("</testcase>\n", out);
}

void sockspec_report_junit(const struct sockspec_record *record, FILE *out) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    size_t skipped = record->counts[SOCKSPEC_NOT_RUN] + record->counts[SOCKSPEC_UNSUPPORTED] +
                     record->counts[SOCKSPEC_EXPECTED];
    size_t failures = record->counts[SOCKSPEC_FAIL];
    size_t errors =
        record->reported - record->missing - record->counts[SOCKSPEC_PASS] - skipped - failures;
    long long time_us = 0;
    for (size_t i = 0; i < count; i++) {
        time_us += record->entries[i].reported ? record->entries[i].duration_us : 0;
    }
    (void)fprintf(out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
                  "  <testsuite name=\"sockspec\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" "
                  "skipped=\"%zu\" time=\"%.6f\">\n",
                  record->reported - record->missing, failures, errors, skipped,
                  (double)time_us / 1e6);
    for (size_t i = 0; i < count; i++) {
        if (record->entries[i].reported && record->entries[i].recorded) {
            put_testcase(out, &cases[i], &record->entries[i]);
        }
    }
    (void)fputs("  </testsuite>\n</testsuites>\n", out);
}

static void put_tap_text(FILE *out, const char *text) {
    for (const char *at = text == NULL ? "" : text; *at != '\0'; at++) {
        (void)fputs(*at == '#' ? "\\#" : *at == '\n' ? " " : "", out);
        if (*at != '#' && *at != '\n') {
            (void)fputc(*at, out);
        }
    }
}

void sockspec_report_tap(const struct sockspec_record *record, FILE *out) {
    size_t count = 0;
    size_t number = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    (void)fprintf(out, "TAP version 13\n1..%zu\n", record->reported - record->missing);
    for (size_t i = 0; i < count; i++) {
        const struct sockspec_entry *entry = &record->entries[i];
        if (!entry->reported || !entry->recorded) {
            continue;
        }
        bool ok = entry->verdict == SOCKSPEC_PASS || is_skip(entry->verdict);
        (void)fprintf(out, "%sok %zu - ", ok ? "" : "not ", ++number);
        put_tap_text(out, cases[i].id);
        (void)fprintf(out, " (%s: ", sockspec_case_authority(&cases[i]));
        put_tap_text(out, sockspec_case_section(&cases[i]));
        (void)fputc(')', out);
        if (is_skip(entry->verdict)) {
            (void)fprintf(out, " # SKIP %s: ", sockspec_verdict_name(entry->verdict));
            put_tap_text(out, story(entry));
        }
        (void)fputc('\n', out);
        if (!ok) {
            (void)fprintf(out, "# %s: ", sockspec_verdict_name(entry->verdict));
            put_tap_text(out, story(entry));
            (void)fprintf(out, "\n# %s: ", sockspec_case_authority(&cases[i]));
            put_tap_text(out, sockspec_case_statement(&cases[i]));
            (void)fputs("\n# observed: ", out);
            put_tap_text(out, entry->observed);
            (void)fputc('\n', out);
        }
    }
}
