/* The reference's conversions of values of every type, and strings of any size. */
#include <criterion/criterion.h>
#include <limits.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reference/src/internal.h"

/* --- Values ----------------------------------------------------------------------------------- */

/* An outcome as text: a number, or "Class: message". */
static void write_outcome(char *text, size_t size, bool ok, long long number,
                          const struct sockref_error *error) {
    if (ok) {
        (void)snprintf(text, size, "%lld", number);
    } else {
        (void)snprintf(text, size, "%s: %.160s", sockref_error_class(error), error->message);
    }
}

#define INTEGER(number)                                                                            \
    {                                                                                              \
        SOCKREF_INTEGER, 0, { .integer = (number) }                                                \
    }
#define FLOAT(number)                                                                              \
    {                                                                                              \
        SOCKREF_FLOAT, 0, { .real = (number) }                                                     \
    }
#define TEXT(text)                                                                                 \
    {                                                                                              \
        SOCKREF_STRING, sizeof(text) - 1, { .bytes = (text) }                                      \
    }
#define KIND(kind)                                                                                 \
    {                                                                                              \
        kind, 0, { 0 }                                                                             \
    }
#define OBJECT(name)                                                                               \
    {                                                                                              \
        SOCKREF_OBJECT, 0, { .class_name = (name) }                                                \
    }
#define FLOAT_RANGE(number) "RangeError: float " number " out of range of integer"
#define NO_INTEGER(kind) "TypeError: no implicit conversion of " kind " into Integer"

/* clang-format off */
static const struct {
    struct sockref_value value;
    const char *to_int, *to_int64; /* NULL: as an int */
} integer_rows[] = {
    {INTEGER(0),          "0", NULL},
    {INTEGER(-1),         "-1", NULL},
    {INTEGER(INT_MAX),    "2147483647", NULL},
    {INTEGER(INT_MIN),    "-2147483648", NULL},
    {INTEGER(2147483648), "RangeError: integer 2147483648 too big to convert to `int'", "2147483648"},
    {INTEGER(-2147483649), "RangeError: integer -2147483649 too small to convert to `int'", "-2147483649"},
    {INTEGER(INT64_MAX),  "RangeError: integer 9223372036854775807 too big to convert to `int'", "9223372036854775807"},
    {INTEGER(INT64_MIN),  "RangeError: integer -9223372036854775808 too small to convert to `int'", "-9223372036854775808"},
    {FLOAT(3.99),         "3", NULL},
    {FLOAT(-3.99),        "-3", NULL},
    {FLOAT(-0.0),         "0", NULL},
    {FLOAT(2147483647.9), "2147483647", NULL},
    {FLOAT(3e9),          "RangeError: integer 3000000000 too big to convert to `int'", "3000000000"},
    {FLOAT(-9223372036854775808.0), "RangeError: integer -9223372036854775808 too small to convert to `int'", "-9223372036854775808"},
    {FLOAT(9223372036854775808.0),  FLOAT_RANGE("9.223372037e+18"), NULL},
    {FLOAT(12345678901234567890.0), FLOAT_RANGE("1.23456789e+19"), NULL},
    {FLOAT(-1e300),       FLOAT_RANGE("-1e+300"), NULL},
    {FLOAT((double)INFINITY),  FLOAT_RANGE("inf"), NULL},
    {FLOAT(-(double)INFINITY), FLOAT_RANGE("-inf"), NULL},
    {FLOAT((double)NAN),  FLOAT_RANGE("nan"), NULL},
    {KIND(SOCKREF_NIL),   "TypeError: no implicit conversion from nil to integer", NULL},
    {KIND(SOCKREF_TRUE),  NO_INTEGER("true"), NULL},
    {KIND(SOCKREF_FALSE), NO_INTEGER("false"), NULL},
    {TEXT("80"),          NO_INTEGER("String"), NULL},
    {KIND(SOCKREF_ARRAY), NO_INTEGER("Array"), NULL},
    {OBJECT("Hash"),      NO_INTEGER("Hash"), NULL},
};
/* clang-format on */

Test(reference, converts_to_integers) {
    for (size_t i = 0; i < sizeof integer_rows / sizeof integer_rows[0]; i++) {
        struct sockref_error error;
        char outcome[256];
        int narrow = 7;
        int64_t wide = 7;
        bool ok = sockref__to_int(&integer_rows[i].value, &narrow, &error);
        write_outcome(outcome, sizeof outcome, ok, narrow, &error);
        cr_expect_str_eq(outcome, integer_rows[i].to_int);
        cr_expect(ok || narrow == 7, "a result is written only when there is one");
        ok = sockref__to_int64(&integer_rows[i].value, &wide, &error);
        write_outcome(outcome, sizeof outcome, ok, wide, &error);
        cr_expect_str_eq(outcome, integer_rows[i].to_int64 == NULL ? integer_rows[i].to_int
                                                                   : integer_rows[i].to_int64);
    }
}

Test(reference, takes_null_for_nil) {
    struct sockref_error error;
    const char *bytes = NULL;
    size_t length = 0;
    int number = 0;
    cr_expect_not(sockref__to_int(NULL, &number, &error));
    cr_expect_str_eq(error.message, "no implicit conversion from nil to integer");
    cr_expect_not(sockref__to_bytes(NULL, &bytes, &length, &error));
    cr_expect_str_eq(error.message, "no implicit conversion of nil into String");
    cr_expect_null(sockref__to_c_string(NULL, &error));
    cr_expect(sockref__to_int_or(NULL, 5, &number, &error));
    cr_expect_eq(number, 5);
    cr_expect(sockref__is_nil(NULL));
    const struct sockref_value truth = sockref_bool(true);
    sockref_class_set_do_not_reverse_lookup(&truth);
    sockref_class_set_do_not_reverse_lookup(NULL);
    cr_expect_not(sockref_class_do_not_reverse_lookup());
}

Test(reference, takes_only_nil_for_an_argument_left_out) {
    static const struct {
        struct sockref_value value;
        const char *outcome;
    } rows[] = {
        {KIND(SOCKREF_NIL), "5"},
        {INTEGER(0), "0"},
        {KIND(SOCKREF_FALSE), NO_INTEGER("false")},
        {TEXT(""), NO_INTEGER("String")},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockref_error error;
        char outcome[256];
        int number = 0;
        bool ok = sockref__to_int_or(&rows[i].value, 5, &number, &error);
        write_outcome(outcome, sizeof outcome, ok, number, &error);
        cr_expect_str_eq(outcome, rows[i].outcome);
    }
}

Test(reference, knows_immediate_integers_and_truth) {
    static const struct {
        struct sockref_value value;
        bool fixnum, truthy;
    } rows[] = {
        {INTEGER(0), true, true},
        {INTEGER(4611686018427387903), true, true},
        {INTEGER(4611686018427387904), false, true},
        {INTEGER(-4611686018427387904), true, true},
        {INTEGER(-4611686018427387905), false, true},
        {FLOAT(0), false, true},
        {TEXT(""), false, true},
        {KIND(SOCKREF_TRUE), false, true},
        {KIND(SOCKREF_ARRAY), false, true},
        {OBJECT("Object"), false, true},
        {KIND(SOCKREF_FALSE), false, false},
        {KIND(SOCKREF_NIL), false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cr_expect_eq(sockref__is_fixnum(&rows[i].value), rows[i].fixnum, "row %zu", i);
        cr_expect_eq(sockref__truthy(&rows[i].value), rows[i].truthy, "row %zu", i);
    }
}

Test(reference, converts_to_c_strings) {
    static const struct {
        struct sockref_value value;
        const char *text, *message; /* one of them */
    } rows[] = {
        {TEXT(""), "", NULL},
        {TEXT("a b\xff"), "a b\xff", NULL},
        {{SOCKREF_STRING, 0, {.bytes = NULL}}, "", NULL},
        {{SOCKREF_STRING, 2, {.bytes = "abc"}}, "ab", NULL},
        {TEXT("a\0"), NULL, "string contains null byte"},
        {TEXT("\0"), NULL, "string contains null byte"},
        {INTEGER(1), NULL, "no implicit conversion of Integer into String"},
        {FLOAT(1), NULL, "no implicit conversion of Float into String"},
        {KIND(SOCKREF_TRUE), NULL, "no implicit conversion of true into String"},
        {KIND(SOCKREF_ARRAY), NULL, "no implicit conversion of Array into String"},
        {OBJECT("Socket"), NULL, "no implicit conversion of Socket into String"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockref_error error = {.message = ""};
        char *text = sockref__to_c_string(&rows[i].value, &error);
        cr_expect_eq(text == NULL, rows[i].text == NULL, "row %zu", i);
        cr_expect_str_eq(text == NULL ? error.message : text,
                         rows[i].text == NULL ? rows[i].message : rows[i].text);
        cr_expect_eq(sockref__check_c_string(&rows[i].value, &error), text != NULL);
        free(text);
    }
}

Test(reference, names_an_object_of_any_class_in_a_message) {
    enum { LENGTH = 2 * SOCKREF_MESSAGE_SIZE };
    char *name = malloc(LENGTH + 1);
    struct sockref_error error;
    int number = 0;
    cr_assert_not_null(name);
    memset(name, 'x', LENGTH);
    name[LENGTH] = '\0';
    struct sockref_value object = sockref_object(name);
    cr_expect_not(sockref__to_int(&object, &number, &error));
    cr_expect_eq(strlen(error.message), SOCKREF_MESSAGE_SIZE - 1);
    cr_expect_eq(strncmp(error.message, "no implicit conversion of xxx", 29), 0);
    free(name);
}

/* --- Strings ---------------------------------------------------------------------------------- */

Test(reference, copies_what_fits_up_to_a_nul) {
    static const struct {
        struct sockref_value value;
        size_t size;
        const char *copy;
    } rows[] = {
        {TEXT("abcd"), 8, "abcd"},
        {TEXT("abcd"), 5, "abcd"},
        {TEXT("abcd"), 4, "abc"},
        {TEXT("abcd"), 1, ""},
        {TEXT("ab\0cd"), 8, "ab"},
        {TEXT("ab\0cd"), 3, "ab"},
        {TEXT("ab\0cd"), 2, "a"},
        {TEXT("\0abc"), 8, ""},
        {TEXT(""), 8, ""},
        {TEXT(""), 1, ""},
        {{SOCKREF_STRING, 0, {0}}, 8, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char buffer[8 + 1];
        memset(buffer, '#', sizeof buffer);
        sockref__copy_c_string(&rows[i].value, buffer, rows[i].size);
        cr_expect_eq(strnlen(buffer, rows[i].size), strlen(rows[i].copy), "row %zu", i);
        cr_expect_str_eq(buffer, rows[i].copy, "row %zu", i);
        cr_expect_eq(buffer[rows[i].size], '#', "row %zu", i);
    }
}

Test(reference, makes_strings) {
    struct sockref_string string = {NULL, 0};
    sockref__string_set(&string, "a\0b", 3);
    cr_expect_eq(string.length, 3);
    cr_expect_arr_eq(string.bytes, "a\0b", 4, "with a NUL that is not counted");
    sockref_string_free(&string);
    sockref__string_set(&string, "", 0);
    cr_expect_str_empty(string.bytes);
    sockref_string_free(&string);
    sockref__string_set_text(&string, "text");
    cr_expect_eq(string.length, 4);
    sockref_string_free(&string);
}

#ifndef __SANITIZE_ADDRESS__ /* a request for that much memory ends a program */
Test(reference, raises_where_there_is_no_memory) {
    struct sockref_string string = {NULL, 7};
    struct sockref_error error;
    cr_expect_not(sockref__string_reserve(&string, SIZE_MAX / 2, &error));
    cr_expect_str_eq(sockref_error_class(&error), "NoMemoryError");
    cr_expect_str_eq(error.message, "failed to allocate memory");
    cr_expect_null(string.bytes);
    cr_expect_eq(string.length, 7, "a result is written only when there is one");
}

Test(reference, ends_the_process_where_there_is_no_memory_for_itself, .signal = SIGABRT) {
    (void)sockref__reallocate(NULL, SIZE_MAX / 2);
}
#endif

Test(reference, frees_results_that_hold_nothing) {
    struct sockref_addrinfos answers = {NULL, 0};
    struct sockref_hostent host = {.name = {NULL, 0}};
    struct sockref_message message = {.data = {NULL, 0}};
    sockref_addrinfos_free(&answers);
    sockref_hostent_free(&host);
    sockref_message_free(&message);
}

/* --- Names of constants ----------------------------------------------------------------------- */

Test(reference, finds_constants_by_name) {
    static const struct {
        struct sockref_value value;
        const char *outcome;
    } rows[] = {
        {TEXT("AF_INET"), "2"},
        {TEXT("INET"), "2"},
        {TEXT("PF_INET"), "2"},
        {INTEGER(77), "77"},
        {TEXT("inet"), "SocketError: unknown socket domain: inet"},
        {TEXT("INE"), "SocketError: unknown socket domain: INE"},
        {TEXT("AF_"), "SocketError: unknown socket domain: AF_"},
        {TEXT(""), "SocketError: unknown socket domain: "},
        {TEXT("AF_INET\0"), "SocketError: unknown socket domain: AF_INET"},
        {TEXT("SOCK_STREAM"), "SocketError: unknown socket domain: SOCK_STREAM"},
        {KIND(SOCKREF_NIL), "TypeError: no implicit conversion from nil to integer"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockref_error error;
        char outcome[256];
        int family = 0;
        bool ok = sockref__to_family(&rows[i].value, &family, &error);
        write_outcome(outcome, sizeof outcome, ok, family, &error);
        cr_expect_str_eq(outcome, rows[i].outcome);
    }
}

Test(reference, refuses_a_name_of_any_length) {
    for (size_t length = 1000; length < 20000; length += 1000) {
        char *name = malloc(length);
        struct sockref_error error;
        int family = 0;
        cr_assert_not_null(name);
        memset(name, 'x', length);
        struct sockref_value value = sockref_bytes(name, length);
        cr_expect_not(sockref__to_family(&value, &family, &error));
        cr_expect_str_eq(sockref_error_class(&error), "SocketError");
        cr_expect_lt(strnlen(error.message, sizeof error.message), sizeof error.message);
        free(name);
    }
}
