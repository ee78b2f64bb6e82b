/* The outcome of a call: how it is shown, and whether it is the one that a row documents. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/language/outcome.h"
#include "conformance/harness/language/scenario.h"

static json_t *read_json(const char *text) {
    json_t *value = json_loads(text, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    cr_assert_not_null(value, "%s", text);
    return value;
}

/* --- How an outcome is shown ------------------------------------------------------------------ */

static void expect_shown(enum sockspec_result_kind kind, const char *json, const char *shown) {
    struct sockspec_result given = {kind, json == NULL ? NULL : read_json(json)};
    char *text = sockspec_render(&given);
    cr_expect_str_eq(text, shown, "%s is shown as \"%s\", not \"%s\"", json == NULL ? "" : json,
                     text, shown);
    free(text);
    json_decref(given.value);
}

Test(outcome, shows_values_in_the_notation) {
    static const struct {
        const char *json, *shown;
    } rows[] = {
        {"null", "returns nil"},
        {"true", "returns true"},
        {"false", "returns false"},
        {"0", "returns 0"},
        {"-9223372036854775808", "returns -9223372036854775808"},
        {"{\"sockspec.integer\":\"18446744073709551616\"}", "returns 18446744073709551616"},
        {"1.5", "returns 1.5"},
        {"\"\"", "returns ''"},
        {"\"a b\"", "returns 'a b'"},
        {"\"it's \\\\\"", "returns 'it\\'s \\\\'"},
        {"\"\\u0000\\n\\u001f ~\\u007f\\u0080\\u00ff\"",
         "returns '\\x00\\x0a\\x1f ~\\x7f\\x80\\xff'"},
        {"\"\\u0100\"", "returns '(not a byte string)'"},
        {"[]", "returns []"},
        {"[1,[\"a\",null],[]]", "returns [1, ['a', nil], []]"},
        {"{\"socket\":3,\"in\":0}", "returns #<Socket>"},
        {"[{\"socket\":3},\"\\u0002\"]", "returns [#<Socket>, '\\x02']"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        expect_shown(SOCKSPEC_RESULT_VALUE, rows[i].json, rows[i].shown);
    }
}

#define ZEROS "\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000"
#define IN4(port, rest) "\"\\u0002\\u0000" port "\\u007f\\u0000\\u0000\\u0001" rest "\""
#define IN6(port, flow, scope)                                                                     \
    "\"\\n\\u0000" port flow "\\u0000\\u0000\\u0000" ZEROS                                         \
    "\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0001" scope "\\u0000\\u0000\\u0000\""

/* The text does not differ from run to run: ports that the kernel chose are shown without their
 * number. */
Test(outcome, shows_addresses_as_what_makes_them) {
    static const struct {
        const char *json, *shown;
    } rows[] = {
        {IN4("\\u0000P", ZEROS), "returns in4(80, '127.0.0.1')"},
        {IN4("\\u007f\\u00ff", ZEROS), "returns in4(32767, '127.0.0.1')"},
        {IN4("\\u0080\\u0000", ZEROS), "returns in4(ephemeral, '127.0.0.1')"},
        {IN4("\\u00eeG", ZEROS), "returns in4(ephemeral, '127.0.0.1')"},
        {IN4("\\u00eeH", ZEROS), "returns in4(61000, '127.0.0.1')"},
        {IN4("\\u0000P", "xxxxxxxx"), "returns '\\x02\\x00\\x00P\\x7f\\x00\\x00\\x01xxxxxxxx'"},
        {IN4("\\u0000P", ""), "returns '\\x02\\x00\\x00P\\x7f\\x00\\x00\\x01'"},
        {IN6("\\u0000P", "\\u0000", "\\u0000"), "returns in6(80, '::1', 0)"},
        {IN6("\\u0080\\u0000", "\\u0000", "\\u0005"), "returns in6(ephemeral, '::1', 5)"},
        {"\"\\u0000\\u0002\\u0080\\u0000\\u007f\\u0000\\u0000\\u0001" ZEROS "\"",
         "returns byte-swapped family, in4(ephemeral, '127.0.0.1')"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        expect_shown(SOCKSPEC_RESULT_VALUE, rows[i].json, rows[i].shown);
    }
}

Test(outcome, shows_the_beginning_of_a_long_string) {
    enum { SHOWN = 400 };
    for (size_t length = SHOWN - 1; length <= SHOWN + 1; length++) {
        char json[SHOWN + 8] = "\"";
        char shown[SHOWN + 32] = "returns '";
        memset(json + 1, 'x', length);
        (void)strncat(json, "\"", sizeof json - strlen(json) - 1);
        memset(shown + strlen(shown), 'x', length < SHOWN ? length : SHOWN);
        (void)strncat(shown, length > SHOWN ? "...'" : "'", sizeof shown - strlen(shown) - 1);
        expect_shown(SOCKSPEC_RESULT_VALUE, json, shown);
    }
}

#define EXCEPTION(class, ancestors, message)                                                       \
    "{\"class\":\"" class "\",\"ancestors\":[" ancestors "],\"message\":\"" message "\"}"
#define EADDRINUSE(message)                                                                        \
    EXCEPTION("Errno::EADDRINUSE", "\"Errno::EADDRINUSE\",\"SystemCallError\",\"StandardError\"",  \
              message)

Test(outcome, shows_exceptions) {
    expect_shown(SOCKSPEC_RESULT_EXCEPTION, EADDRINUSE("Address already in use - bind(2)"),
                 "raises Errno::EADDRINUSE: Address already in use - bind(2)");
    expect_shown(SOCKSPEC_RESULT_EXCEPTION, EADDRINUSE("bind(2) for 127.0.0.1:80"),
                 "raises Errno::EADDRINUSE: bind(2) for 127.0.0.1:80");
    expect_shown(SOCKSPEC_RESULT_EXCEPTION, EADDRINUSE("bind(2) for 127.0.0.1:32768 (::1:60999)"),
                 "raises Errno::EADDRINUSE: bind(2) for 127.0.0.1:ephemeral (::1:ephemeral)");
    expect_shown(SOCKSPEC_RESULT_EXCEPTION, EXCEPTION("E", "", ""), "raises E: ");
    expect_shown(SOCKSPEC_RESULT_NONE, NULL, "");
}

/* --- How an outcome is judged ----------------------------------------------------------------- */

/* A scenario that already has a driver, whose constants are known. */
static void settle_in(struct sockspec_scenario *scenario, const struct sockspec_case *test) {
    static const struct sockspec_plan plan = {.timeout_ms = 1};
    scenario->plan = &plan;
    scenario->test = test;
    scenario->variables = json_pack("{si}", "port", 2200);
    scenario->places[SOCKSPEC_HERE].leased = true;
    scenario->places[SOCKSPEC_HERE].driver.hello =
        json_pack("{s{sisi}}", "constants", "AF_INET", 2, "MSG_OOB", 1);
}

static void expect_match(const struct sockspec_outcome *outcome, enum sockspec_result_kind kind,
                         const char *json, bool matches) {
    static struct sockspec_scenario scenario;
    const struct sockspec_row row = {.outcome = *outcome};
    const struct sockspec_case test = {
        .row = &row, .value = outcome->value, .message = outcome->message};
    struct sockspec_result given = {kind, json == NULL ? NULL : read_json(json)};
    scenario = (struct sockspec_scenario){0};
    settle_in(&scenario, &test);
    cr_expect_eq(sockspec_outcome_matches(&scenario, &given), matches, "%s (%s) by %s",
                 outcome->value, outcome->message == NULL ? "" : outcome->message,
                 json == NULL ? "nothing" : json);
    json_decref(given.value);
    json_decref(scenario.variables);
    json_decref(scenario.places[SOCKSPEC_HERE].driver.hello);
}

/* clang-format off */
static const struct {
    struct sockspec_outcome outcome;
    const char *json;
    bool matches;
} value_rows[] = {
    /* Values match if they are equal in type and in value. */
    {RETURNS("nil"),              "null",         true},
    {RETURNS("nil"),              "false",        false},
    {RETURNS("true"),             "true",         true},
    {RETURNS("true"),             "1",            false},
    {RETURNS("0"),                "0",            true},
    {RETURNS("0"),                "0.0",          false},
    {RETURNS("0"),                "\"0\"",        false},
    {RETURNS("0"),                "null",         false},
    {RETURNS("''"),               "\"\"",         true},
    {RETURNS("'\\xff'"),          "\"\\u00ff\"",  true},
    {RETURNS("'a'"),              "\"a\\u0000\"", false},
    {RETURNS("[]"),               "[]",           true},
    {RETURNS("[]"),               "null",         false},
    {RETURNS("[]"),               "[null]",       false},
    {RETURNS("[1, 'a']"),         "[1,\"a\"]",    true},
    {RETURNS("[1, 'a']"),         "[\"a\",1]",    false},
    {RETURNS("[1, 2]"),           "[1,2,3]",      false},
    {RETURNS("[1, 2, 3]"),        "[1,2]",        false},
    {RETURNS("[[1], [2]]"),       "[[1],[2]]",    true},
    {RETURNS("[[1], [2]]"),       "[1,2]",        false},
    /* A pattern that names a type matches any value of it. */
    {RETURNS("Integer"),          "-5",           true},
    {RETURNS("Integer"),          "1.0",          false},
    {RETURNS("Integer"),          "\"1\"",        false},
    {RETURNS("String"),           "\"\"",         true},
    {RETURNS("String"),           "null",         false},
    {RETURNS("Socket"),           "{\"socket\":3}", true},
    {RETURNS("Socket"),           "{\"server\":3}", false},
    {RETURNS("Socket"),           "3",            false},
    {RETURNS("[Socket, String]"), "[{\"socket\":3},\"\"]", true},
    {RETURNS("[Socket, String]"), "[\"\",{\"socket\":3}]", false},
    /* An expression in a pattern is evaluated. */
    {RETURNS("AF_INET"),          "2",            true},
    {RETURNS("AF_INET"),          "1",            false},
    {RETURNS("AF_INET | MSG_OOB"), "3",           true},
    {RETURNS("port"),             "2200",         true},
    {RETURNS("'x' * 3 + 'y'"),    "\"xxxy\"",     true},
    {RETURNS("[1, 2][1]"),        "2",            true},
    {RETURNS("'abcd'[1, 2]"),     "\"bc\"",       true},
    /* An expression that cannot be evaluated matches nothing. */
    {RETURNS("SO_UNKNOWN"),       "null",         false},
    {RETURNS("nobody"),           "null",         false},
    {RETURNS("1 +"),              "1",            false},
    /* An allowed refusal does not change which values match. */
    {RETURNS_OR_RAISES("80", SocketError), "80",  true},
    {RETURNS_OR_RAISES("80", SocketError), "81",  false},
};

static const struct {
    struct sockspec_outcome outcome;
    const char *json;
    bool matches;
} exception_rows[] = {
    /* The class of an exception, or one it inherits from, matches. */
    {RAISES(Errno::EADDRINUSE, NULL), EADDRINUSE("no"), true},
    {RAISES(SystemCallError, NULL),   EADDRINUSE("no"), true},
    {RAISES(StandardError, NULL),     EADDRINUSE("no"), true},
    {RAISES(Errno::EADDRIN, NULL),    EADDRINUSE("no"), false},
    {RAISES(Errno::EADDRINUSES, NULL), EADDRINUSE("no"), false},
    {RAISES(SocketError, NULL),       EADDRINUSE("no"), false},
    {RAISES(E, NULL),                 EXCEPTION("E", "", "no"), false},
    {RAISES(Errno::EADDRINUSE, NULL), EADDRINUSE(""), false},
    /* An entry before the class itself in the list is not an ancestor. */
    {RAISES(Errno::EIO, NULL),        EXCEPTION("Errno::EIO", "\"Prepended\",\"Errno::EIO\",\"SystemCallError\"", "no"), true},
    {RAISES(SystemCallError, NULL),   EXCEPTION("Errno::EIO", "\"Prepended\",\"Errno::EIO\",\"SystemCallError\"", "no"), true},
    {RAISES(Errno::EIO, NULL),        EXCEPTION("SystemCallError", "\"Errno::EIO\",\"SystemCallError\"", "no"), false},
    {RAISES(SystemCallError, NULL),   EXCEPTION("SystemCallError", "\"Errno::EIO\",\"SystemCallError\"", "no"), true},
    /* The message contains the name of the call. */
    {RAISES(SystemCallError, "bind(2)"), EADDRINUSE("Address already in use - bind(2)"), true},
    {RAISES(SystemCallError, "bind(2)"), EADDRINUSE("Address already in use - bind(2) for 127.0.0.1:80"), true},
    {RAISES(SystemCallError, "bind(2)"), EADDRINUSE("bind(2)"), true},
    {RAISES(SystemCallError, "bind(2)"), EADDRINUSE("rebind(2) or bind(2)"), true},
    {RAISES(SystemCallError, "bind(2)"), EADDRINUSE("Address already in use"), false},
    {RAISES(SystemCallError, "bind(2)"), EADDRINUSE("Address already in use - rebind(2)"), false},
    {RAISES(SystemCallError, "bind(2)"), EADDRINUSE("Address already in use - bind(2)x"), false},
    {RAISES(SystemCallError, "bind(2)"), EADDRINUSE(""), false},
    /* The whole message can be specified. */
    {RAISES_EXACTLY(SystemCallError, "no"), EADDRINUSE("no"), true},
    {RAISES_EXACTLY(SystemCallError, "no"), EADDRINUSE("oh no"), false},
    {RAISES_EXACTLY(SystemCallError, "no"), EADDRINUSE("no "), false},
    {RAISES_EXACTLY(SocketError, "no"),     EADDRINUSE("no"), false},
    /* Where the Rubies differ, a class or a message has alternatives. */
    {RAISES_ONE("either(SocketError, Errno::EADDRINUSE)", NULL), EADDRINUSE("no"), true},
    {RAISES_ONE("either(SocketError, Errno::EADDRINUSE)", NULL), EXCEPTION("SocketError", "\"SocketError\"", "no"), true},
    {RAISES_ONE("either(SocketError, Errno::EADDRINUSE)", NULL), EXCEPTION("E", "\"E\"", "no"), false},
    {RAISES_ONE("either(SocketError, Errno::EADDRINUSE)", NULL), EADDRINUSE(""), false},
    {RAISES(Errno::EADDRINUSE, "either('a(2)', 'b(2)')"), EADDRINUSE("no - a(2)"), true},
    {RAISES(Errno::EADDRINUSE, "either('a(2)', 'b(2)')"), EADDRINUSE("no - b(2)"), true},
    {RAISES(Errno::EADDRINUSE, "either('a(2)', 'b(2)')"), EADDRINUSE("no - c(2)"), false},
    {RAISES_EXACTLY(Errno::EADDRINUSE, "either('yes', 'no')"), EADDRINUSE("no"), true},
    {RAISES_EXACTLY(Errno::EADDRINUSE, "either('yes', 'no')"), EADDRINUSE("oh no"), false},
    /* An outcome can allow a refusal in place of a result. */
    {RETURNS_OR_RAISES("80", SystemCallError), EADDRINUSE("no"), true},
    {RETURNS_OR_RAISES("80", SocketError),     EADDRINUSE("no"), false},
};
/* clang-format on */

Test(outcome, compares_values) {
    for (size_t i = 0; i < sizeof value_rows / sizeof value_rows[0]; i++) {
        expect_match(&value_rows[i].outcome, SOCKSPEC_RESULT_VALUE, value_rows[i].json,
                     value_rows[i].matches);
    }
}

Test(outcome, compares_exceptions) {
    for (size_t i = 0; i < sizeof exception_rows / sizeof exception_rows[0]; i++) {
        expect_match(&exception_rows[i].outcome, SOCKSPEC_RESULT_EXCEPTION, exception_rows[i].json,
                     exception_rows[i].matches);
    }
}

Test(outcome, tells_a_result_from_an_exception) {
    static const struct sockspec_outcome returns = RETURNS("'E'");
    static const struct sockspec_outcome raises = RAISES(E, NULL);
    expect_match(&returns, SOCKSPEC_RESULT_EXCEPTION, EXCEPTION("E", "\"E\"", "E"), false);
    expect_match(&raises, SOCKSPEC_RESULT_VALUE, EXCEPTION("E", "\"E\"", "E"), false);
    expect_match(&returns, SOCKSPEC_RESULT_NONE, NULL, false);
    expect_match(&raises, SOCKSPEC_RESULT_NONE, NULL, false);
}
