#include "conformance/harness/language/scenario.h"

#include <stdarg.h>
#include <stdio.h>

struct sockspec_result sockspec_stop(struct sockspec_scenario *scenario,
                                     enum sockspec_verdict verdict, const char *format, ...) {
    if (scenario->detail[0] == '\0') {
        va_list arguments;
        va_start(arguments, format);
        (void)vsnprintf(scenario->detail, sizeof scenario->detail, format, arguments);
        va_end(arguments);
        scenario->stopped = verdict;
    }
    return sockspec_no_result();
}
