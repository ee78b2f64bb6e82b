#include "conformance/harness/report/reason.h"

#include <string.h>

bool sockspec_is_skip(enum sockspec_verdict verdict) {
    return verdict == SOCKSPEC_NOT_RUN || verdict == SOCKSPEC_UNSUPPORTED ||
           verdict == SOCKSPEC_KNOWN;
}

/* Returns the reason why a row did not pass; for a row the baseline lists, the baseline's
 * reason. */
const char *sockspec_reason_of(const struct sockspec_entry *entry) {
    bool told = entry->detail == NULL || entry->verdict == SOCKSPEC_KNOWN;
    return told && entry->listed != NULL ? entry->listed : entry->detail;
}

const char *sockspec_difference_of(const struct sockspec_entry *entry) {
    size_t length = strlen(SOCKSPEC_OTHER_OUTCOME);
    bool differs =
        entry->detail != NULL && strncmp(entry->detail, SOCKSPEC_OTHER_OUTCOME, length) == 0;
    return differs ? entry->detail + length : NULL;
}
