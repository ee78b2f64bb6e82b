/* The strength of rows: the wrong answers that are tried, and the rows that detect them. */
#include "conformance/harness/strength/strength.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"
#include "conformance/harness/strength/tamper.h"
#include "conformance/harness/support/memory.h"

enum { PATIENCE_MS = 10000 };

/* --- Wrong answers ---------------------------------------------------------------------------- */

/* clang-format off */
static const struct {
    const char *answer, *wrong; /* every name and its rendering; "nothing": no answer */
} tamper_rows[] = {
    {"80", "one more: returns 81; one less: returns 79; byte order swapped: returns 20480; as text: returns '80'; nil: returns nil; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
    {"0", "one more: returns 1; one less: returns -1; as text: returns '0'; nil: returns nil; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
    {"\"ab\"", "longer by a letter: returns 'abx'; longer by a NUL: returns 'ab\\x00'; empty: returns ''; shorter: returns 'a'; first byte flipped: returns '`b'; middle byte flipped: returns 'ac'; last byte flipped: returns 'ac'; nil: returns nil; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
    {"\"\"", "longer by a letter: returns 'x'; longer by a NUL: returns '\\x00'; nil: returns nil; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
    {"\"\\u0002\\u0000\\u0000P\\u007f\\u0000\\u0000\\u0001\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\"", "longer by a letter: returns '\\x02\\x00\\x00P\\x7f\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00x'; longer by a NUL: returns '\\x02\\x00\\x00P\\x7f\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'; empty: returns ''; shorter: returns '\\x02\\x00\\x00P\\x7f\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00'; first byte flipped: returns '\\x03\\x00\\x00P\\x7f\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'; middle byte flipped: returns '\\x02\\x00\\x00P\\x7f\\x00\\x00\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00'; last byte flipped: returns '\\x02\\x00\\x00P\\x7f\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x01'; byte order swapped: returns in4(20480, '127.0.0.1'); nil: returns nil; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
    {"null", "0 for nil: returns 0; empty text for nil: returns ''; false for nil: returns false; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
    {"true", "the other one: returns false; nil: returns nil; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
    {"[]", "last field doubled: returns [nil]; nil: returns nil; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
    {"[true,null]", "last field dropped: returns [true]; last field doubled: returns [true, nil, nil]; first fields swapped: returns [nil, true]; empty: returns []; [0]: the other one: returns [false, nil]; [0]: nil: returns [nil, nil]; [1]: 0 for nil: returns [true, 0]; [1]: empty text for nil: returns [true, '']; [1]: false for nil: returns [true, false]; nil: returns nil; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
    {"{\"socket\":3,\"in\":0}", "another handle: returns #<Socket>; as its number: returns 3; nil: returns nil; an exception: raises Errno::EIO: Input/output error; no answer in time: nothing"},
};
/* clang-format on */

static char *all_wrong(const struct sockspec_result *answer) {
    char *text = NULL;
    size_t size = 0;
    size_t count = 0;
    FILE *out = sockspec_must_have(open_memstream(&text, &size));
    json_t *variables = json_pack("{s{sisi}}", "server", "socket", 2, "in", 0);
    struct sockspec_tampered *all = sockspec_tamper_all(answer, variables, &count);
    for (size_t i = 0; i < count; i++) {
        char *rendered = sockspec_render(&all[i].result);
        (void)fprintf(out, "%s%s: %s", i == 0 ? "" : "; ", all[i].name,
                      all[i].result.kind == SOCKSPEC_RESULT_NONE ? "nothing" : rendered);
        free(rendered);
    }
    sockspec_tamper_free(all, count);
    json_decref(variables);
    (void)fclose(out);
    return text;
}

Test(strength, knows_every_wrong_answer) {
    for (size_t i = 0; i < sizeof tamper_rows / sizeof tamper_rows[0]; i++) {
        struct sockspec_result answer = {
            SOCKSPEC_RESULT_VALUE,
            json_loads(tamper_rows[i].answer, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL)};
        char *wrong = all_wrong(&answer);
        cr_expect_str_eq(wrong, tamper_rows[i].wrong, "of %s:\n%s", tamper_rows[i].answer, wrong);
        free(wrong);
        json_decref(answer.value);
    }
}

Test(strength, knows_every_wrong_exception) {
    json_t *exception =
        json_pack("{ss s[ssss] ss}", "class", "Errno::EAGAIN", "ancestors", "Errno::EAGAIN",
                  "Errno::EWOULDBLOCK", "SystemCallError", "StandardError", "message",
                  "Resource temporarily unavailable - accept(2)");
    const struct sockspec_result answer = {SOCKSPEC_RESULT_EXCEPTION, exception};
    char *wrong = all_wrong(&answer);
    cr_expect_str_eq(
        wrong, "a neighbouring class: raises Errno::EINVAL: Resource temporarily unavailable - "
               "accept(2); its parent class: raises SystemCallError: Resource temporarily "
               "unavailable - accept(2); a message without the call: raises Errno::EAGAIN: "
               "Resource temporarily unavailable; success with nil: returns nil; success with 0: "
               "returns 0; no answer in time: nothing");
    free(wrong);
    json_decref(exception);
}

/* --- Rows that detect them, or do not --------------------------------------------------------- */

/* A driver with a few fixed answers, one for each method. */
static _Noreturn void serve(void) {
    static const char *const answers[][2] = {
        {"gethostname", "\"result\":\"host\""},
        {"getservbyname", "\"result\":80"},
        {"getaddrinfo", "\"result\":[[\"AF_INET\",80]]"},
        {"unpack_sockaddr_in",
         "\"error\":{\"code\":1,\"message\":\"Invalid argument - a(2)\",\"data\":{\"class\":"
         "\"Errno::EINVAL\",\"ancestors\":[\"Errno::EINVAL\",\"SystemCallError\"]}}"},
    };
    static char line[1 << 12];
    while (fgets(line, sizeof line, stdin) != NULL) {
        const char *id = strstr(line, "\"id\":");
        for (size_t i = 0; id != NULL && i < sizeof answers / sizeof answers[0]; i++) {
            if (strstr(line, answers[i][0]) != NULL) {
                (void)printf("{\"jsonrpc\":\"2.0\",%.*s,%s}\n", (int)strcspn(id, ","), id,
                             answers[i][1]);
            }
        }
        (void)fflush(stdout);
    }
    _exit(0);
}

static void start_driver(struct sockspec_lease *lease) {
    struct sockspec_driver *driver = &lease->driver;
    int in[2];
    int out[2];
    int err[2];
    cr_assert_eq(pipe2(in, O_CLOEXEC) | pipe2(out, O_CLOEXEC) | pipe2(err, O_CLOEXEC), 0);
    pid_t pid = fork();
    cr_assert_geq(pid, 0);
    if (pid == 0) {
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
        (void)dup2(in[0], STDIN_FILENO);
        (void)dup2(out[1], STDOUT_FILENO);
        (void)dup2(err[1], STDERR_FILENO);
        (void)close(in[1]);
        serve();
    }
    (void)close(in[0]);
    (void)close(out[1]);
    (void)close(err[1]);
    const int descriptors[4] = {in[1], out[0], err[0], -1};
    sockspec_driver_open(driver, pid, descriptors);
    driver->hello =
        json_pack("{s[ssss] s[] s{}}", "methods", "Socket.gethostname", "Socket.getservbyname",
                  "Socket.getaddrinfo", "Socket.unpack_sockaddr_in", "features", "constants");
    json_t *none = json_array(); /* once it has answered, it opens no more descriptors */
    json_decref(sockspec_driver_call(driver, "Socket.gethostname", none, PATIENCE_MS).value);
    json_decref(none);
    lease->descriptors = sockspec_observe_descriptors(pid);
    lease->sockets = sockspec_observe_sockets(pid);
}

/* clang-format off */
static const struct {
    const char *script;
    struct sockspec_outcome outcome;
    const char *weakness; /* or NULL */
    bool allows;
} strength_rows[] = {
    /* An outcome that is fully specified detects every wrong answer. */
    {"Socket.gethostname", RETURNS("'host'"), NULL, false},
    {"Socket.getservbyname('x')", RETURNS("80"), NULL, false},
    {"Socket.getaddrinfo('x')", RETURNS("[['AF_INET', 80]]"), NULL, false},
    {"Socket.unpack_sockaddr_in('')", RAISES(Errno::EINVAL, "a(2)"), NULL, false},
    {"name = Socket.gethostname; name", RETURNS("'host'"), NULL, false},
    {"Socket.gethostname; 5", RETURNS("5"), NULL, false},
    /* A difference in a part that the outcome leaves open, or that the script does not read, is
     * allowed. */
    {"Socket.gethostname", RETURNS("String"), NULL, true},
    {"Socket.getservbyname('x')", RETURNS("either(79, 80)"), NULL, true},
    {"Socket.getaddrinfo('x')", RETURNS("[['AF_INET', Integer]]"), NULL, true},
    {"Socket.gethostname[0, 1]", RETURNS("'h'"), NULL, true},
    {"length(Socket.gethostname)", RETURNS("4"), NULL, true},
    {"rescue(SystemCallError, Socket.unpack_sockaddr_in(''), 'raised')", RETURNS("'raised'"), NULL, true},
    {"Socket.unpack_sockaddr_in('')", RAISES(Errno::EINVAL, NULL), NULL, true},
    {"Socket.unpack_sockaddr_in('')", RAISES(SystemCallError, "a(2)"), NULL, true},
    {"Socket.unpack_sockaddr_in('')", RETURNS_OR_RAISES("0", Errno::EINVAL), NULL, true},
    {"Socket.getservbyname('x')", RETURNS_OR_RAISES("80", SocketError), NULL, false},
    /* A row that compares an answer with itself is weak. */
    {"name = Socket.gethostname; name", RETURNS("name"), "accepts another answer: longer by a letter", false},
    {"port = Socket.getservbyname('x'); [port, 1]", RETURNS("[port, 1]"), "accepts another answer: one more", false},
};
/* clang-format on */

Test(strength, tells_the_rows_that_are_weak) {
    static struct sockspec_scenario scenario;
    static const struct sockspec_plan plan = {.timeout_ms = PATIENCE_MS, .in_world = true};
    static const struct sockspec_table table = {.provoked = SOCKSPEC_PURE};
    scenario.plan = &plan;
    scenario.timeout_ms = plan.timeout_ms;
    scenario.places[SOCKSPEC_HERE].leased = true;
    start_driver(&scenario.places[SOCKSPEC_HERE]);
    for (size_t i = 0; i < sizeof strength_rows / sizeof strength_rows[0]; i++) {
        const struct sockspec_row row = {.id = "strength-test",
                                         .script = strength_rows[i].script,
                                         .outcome = strength_rows[i].outcome};
        const struct sockspec_case test = {.id = row.id,
                                           .script = row.script,
                                           .value = row.outcome.value,
                                           .message = row.outcome.message,
                                           .row = &row,
                                           .table = &table};
        struct sockspec_judgement judgement = sockspec_strength_judge(&scenario, &test);
        const char *weakness = strength_rows[i].weakness;
        cr_expect_eq(judgement.verdict, weakness == NULL ? SOCKSPEC_PASS : SOCKSPEC_FAIL, "%s: %s",
                     row.script, judgement.detail);
        cr_expect_gt(judgement.tamperings, 3, "%s", row.script);
        cr_expect_eq(judgement.accepted > 0, weakness != NULL, "%s", row.script);
        cr_expect_eq(judgement.allowed > 0, strength_rows[i].allows, "%s", row.script);
        if (weakness != NULL) {
            cr_expect_str_eq(judgement.detail, weakness, "%s", row.script);
        }
        free(judgement.observed);
        free(judgement.detail);
        free(judgement.transcript);
    }
    sockspec_driver_close(&scenario.places[SOCKSPEC_HERE].driver);
}
