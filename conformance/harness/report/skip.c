#include "conformance/harness/report/skip.h"

bool sockspec_is_skip(enum sockspec_verdict verdict) {
    return verdict == SOCKSPEC_NOT_RUN || verdict == SOCKSPEC_UNSUPPORTED ||
           verdict == SOCKSPEC_EXPECTED;
}

/* Why a row that does not pass does not: of one that is listed, what the baseline says. */
const char *sockspec_reason_of(const struct sockspec_entry *entry) {
    bool told = entry->detail == NULL || entry->verdict == SOCKSPEC_EXPECTED;
    return told && entry->listed != NULL ? entry->listed : entry->detail;
}
