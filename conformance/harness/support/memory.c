#include "conformance/harness/support/memory.h"

#include <stdarg.h>

char *sockspec_format(const char *format, ...) {
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    return sockspec_must_have(length < 0 ? NULL : text);
}
