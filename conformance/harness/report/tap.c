#include "conformance/harness/report/tap.h"

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
            (void)fprintf(out, "# %s: ", sockspec_verdict_name(entry->verdict));
            put_tap_text(out, sockspec_reason_of(entry));
            (void)fprintf(out, "\n# %s: ", sockspec_case_authority(&cases[i]));
            put_tap_text(out, sockspec_case_statement(&cases[i]));
            (void)fputs("\n# observed: ", out);
            put_tap_text(out, entry->observed);
            (void)fputc('\n', out);
        }
    }
}
