#include "conformance/harness/language/verdict.h"

const char *sockspec_verdict_name(enum sockspec_verdict verdict) {
    static const char *const names[SOCKSPEC_VERDICTS] = {
        "pass",        "fail",    "crashed", "timed-out", "protocol-error", "broken",
        "unsupported", "not-run", "known",   "changed",   "fixed"};
    return names[verdict];
}
