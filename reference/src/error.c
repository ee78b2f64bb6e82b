/* Exceptions: their classes, ancestors and messages. */
#include "internal.h"

#include <stdarg.h>
#include <stdio.h>

#include "platform.h"

/* Each class with its ancestors, nearest first. */
static const char *const class_names[][4] = {
    [SOCKREF_SYSTEM_CALL_ERROR] = {"SystemCallError", "StandardError"},
    [SOCKREF_SOCKET_ERROR] = {"SocketError", "StandardError"},
    [SOCKREF_ARGUMENT_ERROR] = {"ArgumentError", "StandardError"},
    [SOCKREF_TYPE_ERROR] = {"TypeError", "StandardError"},
    [SOCKREF_RANGE_ERROR] = {"RangeError", "StandardError"},
    [SOCKREF_IO_ERROR] = {"IOError", "StandardError"},
    [SOCKREF_EOF_ERROR] = {"EOFError", "IOError", "StandardError"},
    [SOCKREF_NO_MEMORY_ERROR] = {"NoMemoryError", "Exception"},
    [SOCKREF_SECURITY_ERROR] = {"SecurityError", "StandardError"},
};

void sockref__fill_error(struct sockref_error *error, enum sockref_class cls, const char *format,
                         ...) {
    va_list arguments;

    *error = (struct sockref_error){.cls = cls};
    va_start(arguments, format);
    (void)vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
}

void sockref__fill_errno(struct sockref_error *error, int errnum, const char *call) {
    char buffer[256];
    const char *text = sockref__os_strerror(errnum, buffer, sizeof buffer);

    if (call == NULL) {
        sockref__fill_error(error, SOCKREF_SYSTEM_CALL_ERROR, "%s", text);
    } else {
        sockref__fill_error(error, SOCKREF_SYSTEM_CALL_ERROR, "%s - %s", text, call);
    }
    error->errnum = errnum;
}

const char *sockref_error_class(const struct sockref_error *error) {
    const char *names[SOCKREF_ANCESTORS_MAX] = {NULL};

    (void)sockref_error_ancestors(error, names);
    return names[0];
}

/* As in Ruby, a number without a name on this platform is a plain SystemCallError. */
size_t sockref_error_ancestors(const struct sockref_error *error,
                               const char *names[SOCKREF_ANCESTORS_MAX]) {
    const struct sockref__errno_name *end = sockref__os_errno_names + sockref__os_errno_name_count;
    size_t count = 0;

    for (const struct sockref__errno_name *errno_name = sockref__os_errno_names; errno_name != end;
         errno_name++) {
        if (errno_name->errnum == error->errnum) {
            names[count++] = errno_name->class_name;
        }
    }
    for (const char *const *name = class_names[error->cls]; *name != NULL; name++) {
        names[count++] = *name;
    }
    return count;
}
