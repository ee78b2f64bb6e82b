#include "conformance/harness/report/tap.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/jsonrpc.h"
#include "conformance/harness/report/reason.h"
#include "conformance/harness/rows/cases.h"

static void put_tap_text(FILE *out, const char *text) {
    for (const char *at = text == NULL ? "" : text; *at != '\0'; at++) {
        (void)fputs(*at == '#' ? "\\#" : *at == '\n' ? " " : "", out);
        if (*at != '#' && *at != '\n') {
            (void)fputc(*at, out);
        }
    }
}

/* A string of JSON is one of YAML, too. */
static void put_yaml(FILE *out, const char *key, const char *text) {
    json_t *string =
        sockspec_bytes_to_json(text == NULL ? "" : text, text == NULL ? 0 : strlen(text));
    (void)fprintf(out, "  %s: ", key);
    (void)json_dumpf(string, out, JSON_ENCODE_ANY | JSON_ENSURE_ASCII);
    (void)fputc('\n', out);
    json_decref(string);
}

static void put_diagnosis(FILE *out, const struct sockspec_case *test,
                          const struct sockspec_entry *entry) {
    char *expected = sockspec_case_expected(test);
    (void)fputs("  ---\n", out);
    put_yaml(out, "message", sockspec_reason_of(entry));
    put_yaml(out, "verdict", sockspec_verdict_name(entry->verdict));
    put_yaml(out, "authority", sockspec_case_authority(test));
    put_yaml(out, "statement", sockspec_case_statement(test));
    put_yaml(out, "section", sockspec_case_section(test));
    put_yaml(out, "script", test->script);
    put_yaml(out, "expected", expected);
    put_yaml(out, "observed", entry->observed);
    (void)fputs("  ...\n", out);
    free(expected);
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
        bool ok = entry->verdict == SOCKSPEC_PASS || sockspec_is_skip(entry->verdict);
        (void)fprintf(out, "%sok %zu - ", ok ? "" : "not ", ++number);
        put_tap_text(out, cases[i].id);
        (void)fprintf(out, " (%s: ", sockspec_case_authority(&cases[i]));
        put_tap_text(out, sockspec_case_section(&cases[i]));
        (void)fputc(')', out);
        if (sockspec_is_skip(entry->verdict)) {
            (void)fprintf(out, " # SKIP %s: ", sockspec_verdict_name(entry->verdict));
            put_tap_text(out, sockspec_reason_of(entry));
        }
        (void)fputc('\n', out);
        if (!ok) {
            put_diagnosis(out, &cases[i], entry);
        }
    }
}
