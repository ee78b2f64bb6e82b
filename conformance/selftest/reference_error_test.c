/* The reference's errors: every class, messages of any length, the names of errnos. */
#include <criterion/criterion.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "reference/src/internal.h"

/* The ancestors, separated by blanks. */
static void join_ancestors(const struct sockref_error *error, char *text, size_t size) {
    const char *names[SOCKREF_ANCESTORS_MAX];
    size_t count = sockref_error_ancestors(error, names);
    *text = '\0';
    for (size_t i = 0; i < count; i++) {
        (void)strncat(text, i == 0 ? "" : " ", size - strlen(text) - 1);
        (void)strncat(text, names[i], size - strlen(text) - 1);
    }
}

static const struct {
    enum sockref_class cls;
    const char *name, *ancestors;
} class_rows[] = {
    {SOCKREF_SYSTEM_CALL_ERROR, "SystemCallError", "SystemCallError StandardError"},
    {SOCKREF_SOCKET_ERROR, "SocketError", "SocketError StandardError"},
    {SOCKREF_ARGUMENT_ERROR, "ArgumentError", "ArgumentError StandardError"},
    {SOCKREF_TYPE_ERROR, "TypeError", "TypeError StandardError"},
    {SOCKREF_RANGE_ERROR, "RangeError", "RangeError StandardError"},
    {SOCKREF_IO_ERROR, "IOError", "IOError StandardError"},
    {SOCKREF_EOF_ERROR, "EOFError", "EOFError IOError StandardError"},
    {SOCKREF_NO_MEMORY_ERROR, "NoMemoryError", "NoMemoryError Exception"},
    {SOCKREF_SECURITY_ERROR, "SecurityError", "SecurityError StandardError"},
};

Test(reference, names_every_class_and_its_ancestors) {
    for (size_t i = 0; i < sizeof class_rows / sizeof class_rows[0]; i++) {
        struct sockref_error error;
        char ancestors[128];
        memset(&error, 0xFF, sizeof error);
        cr_expect_not(sockref__raise(&error, class_rows[i].cls, "%s %d", "why", 7));
        cr_expect_str_eq(sockref_error_class(&error), class_rows[i].name);
        cr_expect_str_eq(error.message, "why 7");
        cr_expect_eq(error.errnum, 0);
        join_ancestors(&error, ancestors, sizeof ancestors);
        cr_expect_str_eq(ancestors, class_rows[i].ancestors);
    }
}

Test(reference, cuts_long_messages_of_every_class) {
    enum { LENGTH = 3 * SOCKREF_MESSAGE_SIZE };
    char *text = malloc(LENGTH + 1);
    cr_assert_not_null(text);
    for (size_t i = 0; i < sizeof class_rows / sizeof class_rows[0]; i++) {
        for (size_t length = SOCKREF_MESSAGE_SIZE - 2; length <= LENGTH; length *= 2) {
            struct {
                struct sockref_error error;
                char beyond[8];
            } raised;
            memset(&raised, '#', sizeof raised);
            memset(text, 'x', length);
            text[length] = '\0';
            sockref__fill_error(&raised.error, class_rows[i].cls, "%s", text);
            size_t kept = strnlen(raised.error.message, SOCKREF_MESSAGE_SIZE);
            cr_expect_eq(kept, length < SOCKREF_MESSAGE_SIZE ? length : SOCKREF_MESSAGE_SIZE - 1);
            cr_expect_eq(strspn(raised.error.message, "x"), kept);
            cr_expect_arr_eq(raised.beyond, "########", sizeof raised.beyond);
        }
    }
    free(text);
}

Test(reference, names_the_errors_of_the_system) {
    static const struct {
        int errnum;
        const char *call, *message, *ancestors;
    } rows[] = {
        {EADDRINUSE, "bind(2)", "Address already in use - bind(2)",
         "Errno::EADDRINUSE SystemCallError StandardError"},
        {ENOENT, NULL, "No such file or directory", "Errno::ENOENT SystemCallError StandardError"},
        {EAGAIN, "accept(2)", "Resource temporarily unavailable - accept(2)",
         "Errno::EAGAIN Errno::EWOULDBLOCK SystemCallError StandardError"},
        {EOPNOTSUPP, "listen(2)", "Operation not supported - listen(2)",
         "Errno::EOPNOTSUPP Errno::ENOTSUP SystemCallError StandardError"},
        {99999, "bind(2)", "Unknown error 99999 - bind(2)", "SystemCallError StandardError"},
        {-1, NULL, "Unknown error -1", "SystemCallError StandardError"},
        {0, NULL, "Success", "SystemCallError StandardError"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockref_error error;
        char ancestors[128];
        cr_expect_not(sockref__raise_errno(&error, rows[i].errnum, rows[i].call));
        cr_expect_str_eq(error.message, rows[i].message);
        cr_expect_eq(error.errnum, rows[i].errnum);
        join_ancestors(&error, ancestors, sizeof ancestors);
        cr_expect_str_eq(ancestors, rows[i].ancestors);
        cr_expect_eq(
            strncmp(ancestors, sockref_error_class(&error), strlen(sockref_error_class(&error))),
            0);
    }
}

Test(reference, has_room_for_the_ancestors_of_every_errno) {
    for (int errnum = -1; errnum < 4096; errnum++) {
        struct sockref_error error;
        const char *names[SOCKREF_ANCESTORS_MAX] = {0};
        sockref__fill_errno(&error, errnum, "call(2)");
        size_t count = sockref_error_ancestors(&error, names);
        cr_assert_leq(count, SOCKREF_ANCESTORS_MAX);
        cr_expect_str_eq(names[0], sockref_error_class(&error));
        cr_expect_str_eq(names[count - 2], "SystemCallError");
        cr_expect_str_eq(names[count - 1], "StandardError");
    }
}
