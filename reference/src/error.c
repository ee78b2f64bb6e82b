/* Exceptions: their classes, ancestors and messages. */
#include "internal.h"

#include <stdarg.h>
#include <stdio.h>

#include "platform.h"

struct class_name {
    const char *name;
    const char *parents[3]; /* nearest first */
};

static const struct class_name class_names[] = {
    [SOCKREF_SYSTEM_CALL_ERROR] = {"SystemCallError", {"StandardError"}},
    [SOCKREF_SOCKET_ERROR] = {"SocketError", {"StandardError"}},
    [SOCKREF_ARGUMENT_ERROR] = {"ArgumentError", {"StandardError"}},
    [SOCKREF_TYPE_ERROR] = {"TypeError", {"StandardError"}},
    [SOCKREF_RANGE_ERROR] = {"RangeError", {"StandardError"}},
    [SOCKREF_IO_ERROR] = {"IOError", {"StandardError"}},
    [SOCKREF_EOF_ERROR] = {"EOFError", {"IOError", "StandardError"}},
    [SOCKREF_NO_MEMORY_ERROR] = {"NoMemoryError", {"Exception"}},
    [SOCKREF_SECURITY_ERROR] = {"SecurityError", {"StandardError"}},
};

void sockref__fill_error(struct sockref_error *error, enum sockref_class cls, const char *format,
                         ...) {
    va_list arguments;

    error->cls = cls;
    error->errnum = 0;
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

/* Numbers the platform has no name for are SystemCallErrors themselves, as in Ruby. */
static size_t errno_class_names(int errnum, const char *names[], size_t room) {
    size_t count = 0;

    for (size_t i = 0; i < sockref__os_errno_name_count && count < room; i++) {
        if (sockref__os_errno_names[i].errnum == errnum) {
            names[count++] = sockref__os_errno_names[i].class_name;
        }
    }
    return count;
}

const char *sockref_error_class(const struct sockref_error *error) {
    const char *name = NULL;

    if (error->cls == SOCKREF_SYSTEM_CALL_ERROR && errno_class_names(error->errnum, &name, 1) > 0) {
        return name;
    }
    return class_names[error->cls].name;
}

size_t sockref_error_ancestors(const struct sockref_error *error,
                               const char *names[SOCKREF_ANCESTORS_MAX]) {
    const struct class_name *class_name = &class_names[error->cls];
    size_t count = 0;

    if (error->cls == SOCKREF_SYSTEM_CALL_ERROR) {
        count = errno_class_names(error->errnum, names, 2);
    }
    names[count++] = class_name->name;
    for (size_t i = 0; i < 2 && class_name->parents[i] != NULL; i++) {
        names[count++] = class_name->parents[i];
    }
    return count;
}
