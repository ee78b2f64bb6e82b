/* Requests and answers: which answers of a driver are valid, and which are not. */
#include "conformance/harness/driver/jsonrpc.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/support/memory.h"

/* The id of the request being answered. */
enum { ID = 7 };

static const char *kind_name(enum sockspec_reply_kind kind) {
    static const char *const names[] = {"?",       "result", "exception", "unsupported",
                                        "invalid", "died",   "timed out"};
    return names[kind];
}

/* How an answer is classified: "kind: value or problem". The caller frees it. */
static char *judge(const char *line, size_t length) {
    struct sockspec_reply reply = sockspec_jsonrpc_answer(line, length, ID);
    char *value = reply.value == NULL
                      ? NULL
                      : json_dumps(reply.value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_SORT_KEYS);
    char *text =
        sockspec_format("%s: %s", kind_name(reply.kind), value == NULL ? reply.problem : value);
    free(value);
    json_decref(reply.value);
    return text;
}

#define LINE(text) text, sizeof(text) - 1
#define ANSWER(rest) LINE("{\"jsonrpc\":\"2.0\",\"id\":7," rest "}")
#define ERROR(rest) ANSWER("\"error\":{" rest "}")
#define EXCEPTION(rest) ERROR("\"code\":1,\"message\":\"no\",\"data\":{" rest "}")
#define LARGE(digits) "{\"sockspec.integer\":\"" digits "\"}"
#define LIES "invalid: an exception without message, class or ancestors"

struct answer_row {
    const char *line;
    size_t length;
    const char *judgement; /* or its beginning, if it ends in "..." */
};

/* clang-format off */
static const struct answer_row answer_rows[] = {
    /* A result is any value. */
    {ANSWER("\"result\":null"),             "result: null"},
    {ANSWER("\"result\":false"),            "result: false"},
    {ANSWER("\"result\":-5"),               "result: -5"},
    {ANSWER("\"result\":9223372036854775807"), "result: 9223372036854775807"},
    {ANSWER("\"result\":9223372036854775808"), "result: " LARGE("9223372036854775808")},
    {ANSWER("\"result\":-9223372036854775809"), "result: " LARGE("-9223372036854775809")},
    {ANSWER("\"result\":-9223372036854775808"), "result: -9223372036854775808"},
    {ANSWER("\"result\":[1,100000000000000000000000000,\"a\\\"99999999999999999999\"]"),
     "result: [1," LARGE("100000000000000000000000000") ",\"a\\\"99999999999999999999\"]"},
    {ANSWER("\"result\":100000000000000000000.5"), "result: 1e20"},
    {ANSWER("\"result\":09999999999999999999"), "invalid: not JSON: ..."},
    {ANSWER("\"result\":[{\"socket\":3},\"\\u0002\\u00ff\"]"), "result: [{\"socket\":3},\"\\u0002\xc3\xbf\"]"},
    {ANSWER("\"result\":\"a\\u0000b\""),    "result: \"a\\u0000b\""},
    {LINE(" { \"result\" : 1 , \"id\" : 7 , \"jsonrpc\" : \"2.0\" , \"more\" : [] } \r"), "result: 1"},

    /* The answer must have the id of the request that was sent. */
    {LINE("{\"jsonrpc\":\"2.0\",\"result\":1}"),              "invalid: the answer's id is not 7"},
    {LINE("{\"jsonrpc\":\"2.0\",\"id\":8,\"result\":1}"),     "invalid: the answer's id is not 7"},
    {LINE("{\"jsonrpc\":\"2.0\",\"id\":-7,\"result\":1}"),    "invalid: the answer's id is not 7"},
    {LINE("{\"jsonrpc\":\"2.0\",\"id\":\"7\",\"result\":1}"), "invalid: the answer's id is not 7"},
    {LINE("{\"jsonrpc\":\"2.0\",\"id\":7.0,\"result\":1}"),   "invalid: the answer's id is not 7"},
    {LINE("{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":1}"),  "invalid: the answer's id is not 7"},
    {LINE("{\"jsonrpc\":\"2.0\",\"id\":[7],\"result\":1}"),   "invalid: the answer's id is not 7"},

    /* The answer must have the protocol's version. */
    {LINE("{\"id\":7,\"result\":1}"),                         "invalid: not a JSON-RPC 2.0 message"},
    {LINE("{\"jsonrpc\":\"1.0\",\"id\":7,\"result\":1}"),     "invalid: not a JSON-RPC 2.0 message"},
    {LINE("{\"jsonrpc\":2.0,\"id\":7,\"result\":1}"),         "invalid: not a JSON-RPC 2.0 message"},
    {LINE("[]"),                                              "invalid: not a JSON-RPC 2.0 message"},
    {LINE("[{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":1}]"),   "invalid: not a JSON-RPC 2.0 message"},

    /* The answer has either a result or an error. */
    {LINE("{\"jsonrpc\":\"2.0\",\"id\":7}"),                  "invalid: an answer has either a result or an error"},
    {ANSWER("\"result\":1,\"error\":{\"code\":1}"),           "invalid: an answer has either a result or an error"},
    {ANSWER("\"result\":null,\"error\":null"),                "invalid: an answer has either a result or an error"},

    /* An error must have a code. */
    {ANSWER("\"error\":null"),              "invalid: an error without a code"},
    {ANSWER("\"error\":\"no\""),            "invalid: an error without a code"},
    {ERROR(""),                             "invalid: an error without a code"},
    {ERROR("\"message\":\"no\""),           "invalid: an error without a code"},
    {ERROR("\"code\":\"1\""),               "invalid: an error without a code"},
    {ERROR("\"code\":1.0"),                 "invalid: an error without a code"},
    {ERROR("\"code\":-32601,\"message\":\"no such method\""), "unsupported: error -32601: no such method"},
    {ERROR("\"code\":-32601"),              "unsupported: error -32601: no message"},
    {ERROR("\"code\":-32603,\"message\":\"oh\""), "invalid: error -32603: oh"},
    {ERROR("\"code\":0,\"message\":7"),     "invalid: error 0: no message"},

    /* An exception must have a message, a class and ancestors. */
    {EXCEPTION("\"class\":\"A\",\"ancestors\":[\"A\",\"B\"]"), "exception: {\"ancestors\":[\"A\",\"B\"],\"class\":\"A\",\"message\":\"no\"}"},
    {EXCEPTION("\"class\":\"A\",\"ancestors\":[],\"errno\":98"), "exception: {\"ancestors\":[],\"class\":\"A\",\"message\":\"no\"}"},
    {EXCEPTION(""),                                     LIES},
    {EXCEPTION("\"class\":\"A\""),                      LIES},
    {EXCEPTION("\"ancestors\":[\"A\"]"),                LIES},
    {EXCEPTION("\"class\":null,\"ancestors\":[\"A\"]"), LIES},
    {EXCEPTION("\"class\":\"A\",\"ancestors\":\"A\""),  LIES},
    {EXCEPTION("\"class\":\"A\",\"ancestors\":[\"A\",1]"), LIES},
    {ERROR("\"code\":1"),                               LIES},
    {ERROR("\"code\":1,\"message\":\"no\",\"data\":[]"), LIES},
    {ERROR("\"code\":1,\"data\":{\"class\":\"A\",\"ancestors\":[\"A\"]}"), LIES},

    /* The answer must be JSON, and exactly one value. */
    {LINE(""),                              "invalid: not JSON: ..."},
    {LINE("hello"),                         "invalid: not JSON: ..."},
    {LINE("7"),                             "invalid: not JSON: ..."},
    {LINE("\0"),                            "invalid: not JSON: ..."},
    {LINE("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":1} {}"), "invalid: not JSON: end of file expected..."},
    {LINE("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":1}\0"),  "invalid: not JSON: end of file expected..."},
    {ANSWER("\"result\":1,\"result\":2"),   "invalid: not JSON: duplicate object key..."},
    {ANSWER("\"id\":7,\"result\":1"),       "invalid: not JSON: duplicate object key..."},
    {ANSWER("\"result\":1e999"),            "invalid: not JSON: real number overflow..."},
    {ANSWER("\"result\":\"a\0b\""),         "invalid: not JSON: control character 0x0..."},
    {ANSWER("\"result\":\"a\tb\""),         "invalid: not JSON: control character 0x9..."},
    {ANSWER("\"a\\u0000b\":1,\"result\":1"), "invalid: not JSON: NUL byte in object key..."},

    /* The answer must be UTF-8. */
    {ANSWER("\"result\":\"\xff\""),         "invalid: not JSON: unable to decode byte 0xff..."},
    {ANSWER("\"result\":\"\xc3\""),         "invalid: not JSON: unable to decode byte 0xc3..."},
    {ANSWER("\"result\":\"\xc0\x80\""),     "invalid: not JSON: unable to decode byte 0xc0..."},
    {ANSWER("\"result\":\"\xed\xa0\x80\""), "invalid: not JSON: unable to decode byte 0xed..."},
    {ANSWER("\"result\":\"\\ud800\""),      "invalid: not JSON: invalid Unicode..."},
};
/* clang-format on */

static bool reads_as(const char *judgement, const char *expected) {
    size_t length = strlen(expected);
    bool open = length >= 3 && strcmp(expected + length - 3, "...") == 0;
    return strncmp(judgement, expected, open ? length - 3 : length + 1) == 0;
}

Test(jsonrpc, judges_answers) {
    for (size_t i = 0; i < sizeof answer_rows / sizeof answer_rows[0]; i++) {
        char *judgement = judge(answer_rows[i].line, answer_rows[i].length);
        cr_expect(reads_as(judgement, answer_rows[i].judgement), "%s is judged %s, not %s",
                  answer_rows[i].line, judgement, answer_rows[i].judgement);
        free(judgement);
    }
}

static bool is_settled(const struct sockspec_reply *reply) {
    bool valued = reply->kind == SOCKSPEC_REPLY_RESULT || reply->kind == SOCKSPEC_REPLY_EXCEPTION;
    return valued ? reply->value != NULL : reply->value == NULL && *reply->problem != '\0';
}

Test(jsonrpc, takes_no_line_cut_short) {
    static const char line[] =
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":1,\"message\":\"no\","
        "\"data\":{\"class\":\"A\",\"ancestors\":[\"A\"]}}}";
    for (size_t length = 0; length < sizeof line - 1; length++) {
        struct sockspec_reply reply = sockspec_jsonrpc_answer(line, length, ID);
        cr_expect_eq(reply.kind, SOCKSPEC_REPLY_INVALID, "cut to %zu bytes", length);
        cr_expect(is_settled(&reply), "cut to %zu bytes", length);
    }
}

Test(jsonrpc, survives_any_byte_at_any_place) {
    static const char line[] =
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":1,\"message\":\"no\","
        "\"data\":{\"class\":\"A\",\"ancestors\":[\"A\",\"\xc3\xbf\"]}}}";
    for (size_t at = 0; at < sizeof line - 1; at++) {
        for (int byte = 0; byte < 256; byte++) {
            char spoilt[sizeof line];
            memcpy(spoilt, line, sizeof line);
            spoilt[at] = (char)byte;
            struct sockspec_reply reply = sockspec_jsonrpc_answer(spoilt, sizeof line - 1, ID);
            cr_assert(is_settled(&reply), "byte %d at %zu", byte, at);
            json_decref(reply.value);
        }
    }
}

Test(jsonrpc, refuses_what_nests_too_deeply) {
    enum { DEPTH = 100000 };
    static const char head[] = "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":";
    char *line = sockspec_must_have(malloc(sizeof head + DEPTH));
    memcpy(line, head, sizeof head);
    memset(line + sizeof head - 1, '[', DEPTH);
    char *judgement = judge(line, sizeof head - 1 + DEPTH);
    cr_expect(reads_as(judgement, "invalid: not JSON: maximum parsing depth..."), "%s", judgement);
    free(judgement);
    free(line);
}

Test(jsonrpc, cuts_long_messages_of_errors) {
    char line[2048];
    char expected[512];
    char message[1024];
    memset(message, 'x', sizeof message - 1);
    message[sizeof message - 1] = '\0';
    (void)snprintf(line, sizeof line,
                   "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":5,\"message\":\"%s\"}}",
                   message);
    (void)snprintf(expected, sizeof expected, "invalid: error 5: %.200s", message);
    char *judgement = judge(line, strlen(line));
    cr_expect_str_eq(judgement, expected);
    free(judgement);
}

/* --- Requests --------------------------------------------------------------------------------- */

Test(jsonrpc, writes_a_request_on_one_line) {
    static const struct {
        unsigned long id;
        const char *method, *params, *line;
    } rows[] = {
        {1, "sockspec.reset", "[]",
         "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sockspec.reset\",\"params\":[]}\n"},
        {4294967296, "Socket#recv", "[{\"socket\":3}, -1]",
         "{\"jsonrpc\":\"2.0\",\"id\":4294967296,\"method\":\"Socket#recv\","
         "\"params\":[{\"socket\":3},-1]}\n"},
        {2, "Socket.new", "[\"a\\n\\u0000\\u00ff\", null, true, 1.5]",
         "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"Socket.new\","
         "\"params\":[\"a\\n\\u0000\xc3\xbf\",null,true,1.5]}\n"},
        {2, "Socket.new",
         "[{\"sockspec.integer\":\"-18446744073709551616\"}, "
         "{\"sockspec.integer\":\"18446744073709551616\"}]",
         "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"Socket.new\","
         "\"params\":[-18446744073709551616,18446744073709551616]}\n"},
        {3, "sockspec.hello", "{\"protocol\": 1}",
         "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"sockspec.hello\",\"params\":{\"protocol\":1}}"
         "\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t length = 0;
        json_t *params = json_loads(rows[i].params, JSON_ALLOW_NUL, NULL);
        char *line = sockspec_jsonrpc_request(rows[i].id, rows[i].method, params, &length);
        cr_expect_str_eq(line, rows[i].line);
        cr_expect_eq(length, strlen(rows[i].line));
        cr_expect_eq(strchr(line, '\n'), line + length - 1, "%s", line);
        free(line);
        json_decref(params);
    }
}

/* --- Byte strings ----------------------------------------------------------------------------- */

Test(jsonrpc, brings_every_byte_there_and_back) {
    unsigned char bytes[256];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (unsigned char)i;
    }
    for (size_t length = 0; length <= sizeof bytes; length++) {
        size_t back = 0;
        json_t *string = sockspec_bytes_to_json(bytes, length);
        char *text = json_dumps(string, JSON_ENCODE_ANY);
        json_t *read = json_loads(text, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
        char *same = sockspec_bytes_from_json(read, &back);
        cr_assert_not_null(same, "of %zu bytes", length);
        cr_assert_eq(back, length);
        cr_expect_arr_eq(same, bytes, length);
        cr_expect_eq(same[length], '\0');
        free(same);
        json_decref(read);
        free(text);
        json_decref(string);
    }
}

Test(jsonrpc, takes_only_strings_of_bytes) {
    static const struct {
        const char *json;
        const char *bytes; /* NULL: the value is refused */
    } rows[] = {
        {"\"\"", ""},
        {"\"abc\"", "abc"},
        {"\"\\u007f\\u0080\\u00bf\\u00c0\\u00ff\"", "\x7f\x80\xbf\xc0\xff"},
        {"\"\\u0100\"", NULL},
        {"\"\\u017f\"", NULL},
        {"\"a\\u20ac\"", NULL},
        {"\"\\ud83d\\ude00\"", NULL},
        {"\"\\u00ff\\u0100\"", NULL},
        {"null", NULL},
        {"7", NULL},
        {"[\"a\"]", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t length = 0;
        json_t *string = json_loads(rows[i].json, JSON_DECODE_ANY, NULL);
        cr_assert_not_null(string, "%s", rows[i].json);
        char *bytes = sockspec_bytes_from_json(string, &length);
        cr_expect_eq(bytes == NULL, rows[i].bytes == NULL, "%s", rows[i].json);
        if (bytes != NULL && rows[i].bytes != NULL) {
            cr_expect_str_eq(bytes, rows[i].bytes, "%s", rows[i].json);
            cr_expect_eq(length, strlen(rows[i].bytes), "%s", rows[i].json);
        }
        free(bytes);
        json_decref(string);
    }
    size_t length = 0;
    cr_expect_null(sockspec_bytes_from_json(NULL, &length));
}
