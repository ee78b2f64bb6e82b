#include "conformance/harness/report/junit.h"

#include <stdlib.h>

#include "conformance/harness/report/reason.h"
#include "conformance/harness/rows/cases.h"

/* XML 1.0 allows no control characters, and no reader takes arbitrary bytes for UTF-8. */
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
    const char *element = sockspec_is_skip(entry->verdict)  ? "skipped"
                          : entry->verdict == SOCKSPEC_FAIL ? "failure"
                          : entry->verdict == SOCKSPEC_PASS ? NULL
                                                            : "error";
    if (element != NULL) {
        (void)fprintf(out, "\n      <%s message=\"%s: ", element,
                      sockspec_verdict_name(entry->verdict));
        put_xml(out, sockspec_reason_of(entry));
        (void)fputc('"', out);
    }
    if (element != NULL && !sockspec_is_skip(entry->verdict)) {
        char *expected = sockspec_case_expected(test);
        (void)fprintf(out, " type=\"%s\">", sockspec_verdict_name(entry->verdict));
        put_xml(out, sockspec_case_authority(test));
        put_xml(out, ": ");
        put_xml(out, sockspec_case_statement(test));
        put_xml(out, "\nsection: ");
        put_xml(out, sockspec_case_section(test));
        put_xml(out, "\nscript: ");
        put_xml(out, test->script);
        put_xml(out, "\nexpected: ");
        put_xml(out, expected);
        put_xml(out, "\nobserved: ");
        put_xml(out, entry->observed);
        put_xml(out, "\nverdict: ");
        put_xml(out, sockspec_verdict_name(entry->verdict));
        put_xml(out, ": ");
        put_xml(out, sockspec_reason_of(entry));
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
                     record->counts[SOCKSPEC_KNOWN];
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
