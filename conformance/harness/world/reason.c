#include "conformance/harness/world/reason.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool sockspec_world_fail(struct sockspec_world_reason *reason, const char *format, ...) {
    int error = errno;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(reason->text, sizeof reason->text, format, arguments);
    va_end(arguments);
    if (error != 0 && length >= 0 && (size_t)length < sizeof reason->text) {
        snprintf(reason->text + length, sizeof reason->text - (size_t)length, ": %s",
                 strerror(error));
    }
    return false;
}
