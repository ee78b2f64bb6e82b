#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "naive.h"

static const char *const class_names[] = {
    [SOCKREF_SOCKET_ERROR] = "SocketError",
    [SOCKREF_ARGUMENT_ERROR] = "ArgumentError",
    [SOCKREF_TYPE_ERROR] = "TypeError",
    [SOCKREF_RANGE_ERROR] = "RangeError",
    [SOCKREF_IO_ERROR] = "IOError",
    [SOCKREF_EOF_ERROR] = "EOFError",
    [SOCKREF_NO_MEMORY_ERROR] = "NoMemoryError",
    [SOCKREF_SECURITY_ERROR] = "SecurityError",
};

bool naive_raise(struct sockref_error *error, enum sockref_class class, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    error->cls = class;
    error->errnum = 0;
    (void)vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return false;
}

bool naive_errno(struct sockref_error *error, const char *call) {
    error->cls = SOCKREF_SYSTEM_CALL_ERROR;
    error->errnum = errno;
    (void)snprintf(error->message, sizeof error->message, "%s%s%s", strerror(errno),
                   call == NULL ? "" : " - ", call == NULL ? "" : call);
    return false;
}

bool naive_resolver_error(struct sockref_error *error, const char *call, int code) {
    if (code == EAI_SYSTEM) {
        return naive_errno(error, call);
    }
    return naive_raise(error, SOCKREF_SOCKET_ERROR, "%s: %s", call, gai_strerror(code));
}

/* "Errno::EPERM" and so on, each stored once per number. */
static const char *errno_class(int number) {
    enum { NUMBERS = 200 };
    static _Thread_local char names[NUMBERS][32];
    const char *name = strerrorname_np(number);
    if (name == NULL || number >= NUMBERS) {
        return "SystemCallError";
    }
    (void)snprintf(names[number], sizeof names[number], "Errno::%s", name);
    return names[number];
}

const char *sockref_error_class(const struct sockref_error *error) {
    return error->cls == SOCKREF_SYSTEM_CALL_ERROR ? errno_class(error->errnum)
                                                   : class_names[error->cls];
}

size_t sockref_error_ancestors(const struct sockref_error *error,
                               const char *names[SOCKREF_ANCESTORS_MAX]) {
    size_t count = 0;
    names[count++] = sockref_error_class(error);
    if (error->cls == SOCKREF_SYSTEM_CALL_ERROR) {
        if (error->errnum == EAGAIN) {
            names[count++] = "Errno::EWOULDBLOCK";
        } else if (error->errnum == EOPNOTSUPP) {
            names[0] = "Errno::EOPNOTSUPP";
            names[count++] = "Errno::ENOTSUP";
        }
        names[count++] = "SystemCallError";
    } else if (error->cls == SOCKREF_EOF_ERROR) {
        names[count++] = "IOError";
    }
    bool fatal = error->cls == SOCKREF_NO_MEMORY_ERROR;
    names[count++] = fatal ? "Exception" : "StandardError";
    return count;
}
