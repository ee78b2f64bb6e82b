/* The conversation with a driver, with drivers that misbehave. */
#include "conformance/harness/driver/driver.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/driver/hello.h"
#include "conformance/harness/support/clock.h"
#include "conformance/harness/support/memory.h"

enum {
    PATIENCE_MS = 10000, /* for what should happen at once */
    SHORT_MS = 30,       /* for what should not happen */
    FLOOD = 2 * SOCKSPEC_LINE_MAX,
};

#define ANSWER "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":42}"

/* --- What a driver does ----------------------------------------------------------------------- */

typedef void driver_life(const char *argument);

static void say_to(int fd, const char *text, size_t length) {
    while (length > 0) {
        ssize_t written = write(fd, text, length);
        if (written < 0) {
            _exit(1);
        }
        text += written;
        length -= (size_t)written;
    }
}

static void say(const char *text) { say_to(STDOUT_FILENO, text, strlen(text)); }

/* Reads a request; returns its length. */
static size_t hear(void) {
    size_t length = 0;
    for (char byte = '\0'; byte != '\n'; length++) {
        if (read(STDIN_FILENO, &byte, 1) != 1) {
            _exit(0);
        }
    }
    return length;
}

static _Noreturn void be_silent(void) {
    for (;;) {
        (void)pause();
    }
}

static void answers(const char *answer) {
    for (;;) {
        (void)hear();
        say(answer);
    }
}

static void answers_and_ends(const char *answer) {
    (void)hear();
    say(answer);
}

static void speaks_first(const char *answer) {
    say(answer);
    answers(answer);
}

/* Repeats its output as soon as that has been read. */
static void repeats_itself(const char *answer) {
    (void)hear();
    say(answer);
    for (int left = 1; left > 0;) {
        (void)ioctl(STDOUT_FILENO, FIONREAD, &left);
        (void)sched_yield();
    }
    say(answer);
    be_silent();
}

static void flood(int fd, size_t length) {
    static char text[1 << 16];
    memset(text, 'x', sizeof text);
    for (; length > sizeof text; length -= sizeof text) {
        say_to(fd, text, sizeof text);
    }
    say_to(fd, text, length);
}

static void floods_output(const char *argument) {
    (void)argument;
    (void)hear();
    flood(STDOUT_FILENO, FLOOD);
    be_silent();
}

static void floods_errors(const char *answer) {
    (void)hear();
    flood(STDERR_FILENO, FLOOD);
    say_to(STDERR_FILENO, "the end", strlen("the end"));
    say(answer);
    be_silent();
}

/* Writes a line of `argument` bytes. */
static void answers_at_length(const char *argument) {
    static const char head[] = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"";
    static const char tail[] = "\"}";
    (void)hear();
    say(head);
    flood(STDOUT_FILENO, strtoul(argument, NULL, 10) - strlen(head) - strlen(tail));
    say(tail);
    say("\n");
    be_silent();
}

static void await_full_input(void) {
    int size = fcntl(STDIN_FILENO, F_GETPIPE_SZ);
    for (int waiting = 0; waiting < size;) {
        (void)ioctl(STDIN_FILENO, FIONREAD, &waiting);
        (void)sched_yield();
    }
}

static void counts_late(const char *argument) {
    char answer[128];
    (void)argument;
    await_full_input();
    (void)snprintf(answer, sizeof answer, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":%zu}\n",
                   hear());
    say(answer);
    be_silent();
}

static void leaves_unread(const char *argument) {
    (void)argument;
    await_full_input();
}

static void sleeps(const char *argument) {
    (void)argument;
    (void)hear();
    be_silent();
}

static _Noreturn void spin(void) {
    for (volatile unsigned turns = 0;; turns++) {
    }
}

static void works(const char *argument) {
    (void)argument;
    (void)hear();
    spin();
}

static void *spin_in_thread(void *argument) {
    (void)argument;
    spin();
}

static void works_in_a_thread(const char *argument) {
    pthread_t thread;
    (void)argument;
    (void)hear();
    (void)pthread_create(&thread, NULL, spin_in_thread, NULL);
    be_silent();
}

static void hears_nothing(const char *argument) {
    (void)argument;
    be_silent();
}

static void ends(const char *argument) {
    (void)argument;
    (void)hear();
}

/* The driver exits, and its pipes stay open until its input ends. */
static void ends_before_its_child(const char *part) {
    (void)hear();
    say(part);
    if (fork() == 0) {
        (void)hear();
    }
}

/* --- The other side --------------------------------------------------------------------------- */

static _Noreturn void live(driver_life *life, const char *argument, int pipes[3][2]) {
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)dup2(pipes[0][0], STDIN_FILENO);
    (void)dup2(pipes[1][1], STDOUT_FILENO);
    (void)dup2(pipes[2][1], STDERR_FILENO);
    for (int i = 0; i < 3; i++) {
        (void)close(pipes[i][0]);
        (void)close(pipes[i][1]);
    }
    life(argument);
    _exit(0);
}

static void start(struct sockspec_driver *driver, driver_life *life, const char *argument) {
    int pipes[3][2];
    (void)signal(SIGPIPE, SIG_IGN); /* as the suite does */
    for (int i = 0; i < 3; i++) {
        cr_assert_eq(pipe2(pipes[i], O_CLOEXEC), 0);
    }
    pid_t pid = fork();
    cr_assert_geq(pid, 0);
    if (pid == 0) {
        live(life, argument, pipes);
    }
    (void)close(pipes[0][0]);
    (void)close(pipes[1][1]);
    (void)close(pipes[2][1]);
    const int ours[] = {pipes[0][1], pipes[1][0], pipes[2][0], -1};
    sockspec_driver_open(driver, pid, ours);
}

static void finish(struct sockspec_driver *driver) {
    (void)kill(driver->pid, SIGKILL);
    (void)waitpid(driver->pid, NULL, 0);
    sockspec_driver_close(driver);
}

static struct sockspec_reply call(struct sockspec_driver *driver, int timeout_ms) {
    json_t *none = json_array();
    struct sockspec_reply reply = sockspec_driver_call(driver, "Socket.test", none, timeout_ms);
    json_decref(none);
    return reply;
}

static void await_output(const struct sockspec_driver *driver) {
    struct pollfd polled = {.fd = driver->out, .events = POLLIN};
    cr_assert_eq(poll(&polled, 1, PATIENCE_MS), 1);
}

/* clang-format off */
static const struct {
    const char *name;
    driver_life *life;
    const char *argument;
    int timeout_ms;
    enum sockspec_reply_kind kind;
    const char *problem;
} call_rows[] = {
    {"answers",              answers, ANSWER "\n",   PATIENCE_MS, SOCKSPEC_REPLY_RESULT, ""},
    {"answers with CR LF",   answers, ANSWER "\r\n", PATIENCE_MS, SOCKSPEC_REPLY_RESULT, ""},
    {"answers, then ends",   answers_and_ends, ANSWER "\n", PATIENCE_MS, SOCKSPEC_REPLY_RESULT, ""},
    {"answers twice",        answers, ANSWER "\n" ANSWER "\n", PATIENCE_MS, SOCKSPEC_REPLY_INVALID, "more on standard output than one answer"},
    {"answers and a half",   answers, ANSWER "\n{", PATIENCE_MS, SOCKSPEC_REPLY_INVALID, "more on standard output than one answer"},
    {"answers a blank line", answers, "\n",         PATIENCE_MS, SOCKSPEC_REPLY_INVALID, "not JSON: '[' or '{' expected near end of file"},
    {"answers another",      answers, "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":42}\n", PATIENCE_MS, SOCKSPEC_REPLY_INVALID, "the answer's id is not 1"},
    {"says half a line",     answers, "{\"jsonrpc\":", SHORT_MS, SOCKSPEC_REPLY_TIMED_OUT, "no answer in time"},
    {"says no line's end",   answers, ANSWER,       SHORT_MS,    SOCKSPEC_REPLY_TIMED_OUT, "no answer in time"},
    {"says nothing",         sleeps, NULL,          SHORT_MS,    SOCKSPEC_REPLY_TIMED_OUT, "no answer in time"},
    {"hears nothing",        hears_nothing, NULL,   SHORT_MS,    SOCKSPEC_REPLY_TIMED_OUT, "no answer in time"},
    {"ends",                 ends, NULL,            PATIENCE_MS, SOCKSPEC_REPLY_DIED, "the driver ended"},
    {"ends in the middle",   answers_and_ends, "{\"jsonrpc\":", PATIENCE_MS, SOCKSPEC_REPLY_DIED, "the driver ended"},
    {"ends before its child", ends_before_its_child, "", PATIENCE_MS, SOCKSPEC_REPLY_DIED, "the driver ended"},
    {"ends within a line",   ends_before_its_child, "{", PATIENCE_MS, SOCKSPEC_REPLY_DIED, "the driver ended"},
    {"answers before it ends", ends_before_its_child, ANSWER "\n", PATIENCE_MS, SOCKSPEC_REPLY_RESULT, ""},
    {"floods its output",    floods_output, NULL,   PATIENCE_MS, SOCKSPEC_REPLY_INVALID, "a line over 1 MiB"},
    {"says 1 MiB",           answers_at_length, "1048576", PATIENCE_MS, SOCKSPEC_REPLY_RESULT, ""},
    {"says a byte more",     answers_at_length, "1048577", PATIENCE_MS, SOCKSPEC_REPLY_INVALID, "a line over 1 MiB"},
    {"floods its errors",    floods_errors, ANSWER "\n", PATIENCE_MS, SOCKSPEC_REPLY_RESULT, ""},
};
/* clang-format on */

Test(driver, takes_answers_and_nothing_else) {
    for (size_t i = 0; i < sizeof call_rows / sizeof call_rows[0]; i++) {
        struct sockspec_driver driver;
        start(&driver, call_rows[i].life, call_rows[i].argument);
        struct sockspec_reply reply = call(&driver, call_rows[i].timeout_ms);
        cr_expect_eq(reply.kind, call_rows[i].kind, "one that %s: kind %d, not %d",
                     call_rows[i].name, (int)reply.kind, (int)call_rows[i].kind);
        cr_expect_str_eq(reply.problem, call_rows[i].problem, "one that %s: %s", call_rows[i].name,
                         reply.problem);
        cr_expect_eq(reply.value != NULL, reply.kind == SOCKSPEC_REPLY_RESULT);
        json_decref(reply.value);
        finish(&driver);
    }
}

Test(driver, takes_no_output_that_nobody_asked_for) {
    static driver_life *const lives[] = {speaks_first, repeats_itself};
    for (size_t i = 0; i < sizeof lives / sizeof lives[0]; i++) {
        struct sockspec_driver driver;
        start(&driver, lives[i], ANSWER "\n");
        if (lives[i] == repeats_itself) {
            struct sockspec_reply first = call(&driver, PATIENCE_MS);
            cr_expect_eq(first.kind, SOCKSPEC_REPLY_RESULT, "%s", first.problem);
            json_decref(first.value);
        }
        await_output(&driver);
        struct sockspec_reply reply = call(&driver, PATIENCE_MS);
        cr_expect_eq(reply.kind, SOCKSPEC_REPLY_INVALID);
        cr_expect_str_eq(reply.problem, "output on standard output that nobody asked for");
        finish(&driver);
    }
}

Test(driver, keeps_the_end_of_standard_error) {
    static const char end[] = "the end";
    struct sockspec_driver driver;
    start(&driver, floods_errors, ANSWER "\n");
    struct sockspec_reply reply = call(&driver, PATIENCE_MS);
    cr_expect_eq(reply.kind, SOCKSPEC_REPLY_RESULT, "%s", reply.problem);
    json_decref(reply.value);
    sockspec_driver_drain_stderr(&driver);
    cr_assert_gt(driver.stderr_length, 1024);
    cr_assert_leq(driver.stderr_length, sizeof driver.stderr_tail);
    const char *kept = driver.stderr_tail + driver.stderr_length - strlen(end);
    cr_expect_eq(strncmp(kept, end, strlen(end)), 0, "%.7s", kept);
    cr_expect_eq(kept[-1], 'x');
    finish(&driver);
}

/* A driver that writes to standard error without end. */
Test(driver, waits_no_longer_because_of_standard_error, .timeout = 5) {
    struct sockspec_driver driver;
    start(&driver, sleeps, NULL);
    (void)close(driver.err);
    driver.err = open("/dev/zero", O_RDONLY | O_CLOEXEC);
    struct sockspec_reply reply = call(&driver, SHORT_MS);
    cr_expect_eq(reply.kind, SOCKSPEC_REPLY_TIMED_OUT);
    finish(&driver);
}

/* --- Requests that do not fit the pipe -------------------------------------------------------- */

enum { LARGE = 1 << 18 };

static struct sockspec_reply call_at_length(struct sockspec_driver *driver, int timeout_ms) {
    char *text = sockspec_must_have(malloc(LARGE));
    memset(text, 'x', LARGE);
    json_t *params = json_pack("[s%]", text, (size_t)LARGE);
    struct sockspec_reply reply = sockspec_driver_call(driver, "Socket.test", params, timeout_ms);
    json_decref(params);
    free(text);
    return reply;
}

Test(driver, sends_on_when_there_is_room_again) {
    static const char around[] =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Socket.test\",\"params\":[\"\"]}\n";
    struct sockspec_driver driver;
    start(&driver, counts_late, NULL);
    struct sockspec_reply reply = call_at_length(&driver, PATIENCE_MS);
    cr_expect_eq(reply.kind, SOCKSPEC_REPLY_RESULT, "%s", reply.problem);
    cr_expect_eq(json_integer_value(reply.value), LARGE + (json_int_t)strlen(around));
    json_decref(reply.value);
    finish(&driver);
}

Test(driver, notices_one_that_leaves_a_request_unread) {
    struct sockspec_driver driver;
    start(&driver, leaves_unread, NULL);
    struct sockspec_reply reply = call_at_length(&driver, PATIENCE_MS);
    cr_expect_eq(reply.kind, SOCKSPEC_REPLY_DIED);
    cr_expect_str_eq(reply.problem, "the driver takes no more requests");
    finish(&driver);
}

Test(driver, waits_no_longer_for_one_that_reads_no_request) {
    struct sockspec_driver driver;
    start(&driver, hears_nothing, NULL);
    struct sockspec_reply reply = call_at_length(&driver, SHORT_MS);
    cr_expect_eq(reply.kind, SOCKSPEC_REPLY_TIMED_OUT);
    cr_expect_str_eq(reply.problem, "the request is not read in time");
    finish(&driver);
}

/* --- Blocked calls ---------------------------------------------------------------------------- */

Test(driver, tells_who_blocks) {
    static const struct {
        const char *name;
        driver_life *life;
        int timeout_ms;
        bool blocks;
    } rows[] = {
        {"sleeps", sleeps, PATIENCE_MS, true},
        {"works", works, SHORT_MS, false},
        {"works in a thread", works_in_a_thread, SHORT_MS, false},
        {"answers", answers, PATIENCE_MS, false},
        {"says half a line", answers_and_ends, PATIENCE_MS, false},
        {"ends", ends, PATIENCE_MS, false},
        {"ends before its child", ends_before_its_child, PATIENCE_MS, false},
        {"floods its errors", floods_errors, PATIENCE_MS, false},
        {"hears nothing", hears_nothing, SHORT_MS, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockspec_driver driver;
        struct sockspec_reply failure;
        json_t *none = json_array();
        start(&driver, rows[i].life, "{");
        cr_expect(sockspec_driver_send(&driver, "Socket.test", none, PATIENCE_MS, &failure));
        cr_expect_eq(sockspec_driver_blocks(&driver, rows[i].timeout_ms), rows[i].blocks,
                     "one that %s", rows[i].name);
        json_decref(none);
        finish(&driver);
    }
}

/* --- The handshake ---------------------------------------------------------------------------- */

#define HELLO(rest) "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{" rest "}}\n"
#define LACKS "no handshake: hello lacks protocol 1, constants or methods"

Test(driver, greets) {
    static const struct {
        const char *answer, *problem;
    } rows[] = {
        {HELLO("\"protocol\":1,\"constants\":{},\"methods\":[]"), ""},
        {HELLO("\"protocol\":2,\"constants\":{},\"methods\":[]"), LACKS},
        {HELLO("\"protocol\":\"1\",\"constants\":{},\"methods\":[]"), LACKS},
        {HELLO("\"constants\":{},\"methods\":[]"), LACKS},
        {HELLO("\"protocol\":1,\"methods\":[]"), LACKS},
        {HELLO("\"protocol\":1,\"constants\":[],\"methods\":[]"), LACKS},
        {HELLO("\"protocol\":1,\"constants\":{},\"methods\":{}"), LACKS},
        {ANSWER "\n", LACKS},
        {"hello\n", "no handshake: not JSON: '[' or '{' expected near 'hello'"},
        {"{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"no\"}}\n",
         "no handshake: error -32601: no"},
        {"", "no handshake: the driver ended"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockspec_driver driver;
        char problem[128] = "";
        start(&driver, answers_and_ends, rows[i].answer);
        bool greeted = sockspec_driver_greet(&driver, PATIENCE_MS, problem, sizeof problem);
        cr_expect_eq(greeted, *rows[i].problem == '\0', "%s", rows[i].answer);
        cr_expect_str_eq(problem, rows[i].problem, "%s: %s", rows[i].answer, problem);
        cr_expect_eq(driver.hello != NULL, greeted);
        finish(&driver);
    }
}

/* A driver may need time to start. */
Test(driver, is_given_time_for_its_first_answer) {
    struct sockspec_driver driver;
    char problem[128] = "";
    start(&driver, sleeps, NULL);
    long long begun = sockspec_now_ms();
    cr_expect_not(sockspec_driver_greet(&driver, SHORT_MS, problem, sizeof problem));
    cr_expect_geq(sockspec_now_ms() - begun, (long long)SHORT_MS * SOCKSPEC_START_FACTOR);
    cr_expect_str_eq(problem, "no handshake: no answer in time");
    finish(&driver);
}

Test(driver, knows_what_hello_lists) {
    struct sockspec_driver driver;
    char problem[128] = "";
    start(&driver, answers_and_ends,
          HELLO("\"protocol\":1,\"constants\":{},\"methods\":[\"Socket.new\",7,null],"
                "\"features\":[\"ipv6\"]"));
    cr_assert(sockspec_driver_greet(&driver, PATIENCE_MS, problem, sizeof problem), "%s", problem);
    cr_expect(sockspec_driver_has_method(&driver, "Socket.new"));
    cr_expect_not(sockspec_driver_has_method(&driver, "Socket.ne"));
    cr_expect_not(sockspec_driver_has_method(&driver, "ipv6"));
    cr_expect(sockspec_driver_has_feature(&driver, "ipv6"));
    cr_expect_not(sockspec_driver_has_feature(&driver, "unix"));
    finish(&driver);
}

/* --- The transcript --------------------------------------------------------------------------- */

Test(driver, writes_down_what_is_said) {
    struct sockspec_driver driver;
    start(&driver, answers, ANSWER "\n");
    json_decref(call(&driver, PATIENCE_MS).value);
    cr_expect_eq(driver.transcript_length, strlen(driver.transcript));
    cr_expect_str_eq(
        driver.transcript,
        "-> {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Socket.test\",\"params\":[]}\n<- " ANSWER
        "\n");
    finish(&driver);
}

Test(driver, writes_down_long_lines_in_part) {
    struct sockspec_driver driver;
    start(&driver, answers_at_length, "5000");
    json_decref(call(&driver, PATIENCE_MS).value);
    cr_expect_lt(driver.transcript_length, 1000);
    cr_expect_str_eq(driver.transcript + driver.transcript_length - strlen("xxx ...\n"),
                     "xxx ...\n");
    finish(&driver);
}

Test(driver, writes_down_no_more_than_there_is_room_for) {
    enum { CALLS = 300 };
    struct sockspec_driver driver;
    start(&driver, answers, ANSWER "\n");
    for (int i = 0; i < CALLS; i++) {
        driver.id = 0; /* so that the same answer fits every call */
        struct sockspec_reply reply = call(&driver, PATIENCE_MS);
        cr_assert_eq(reply.kind, SOCKSPEC_REPLY_RESULT, "%s", reply.problem);
        json_decref(reply.value);
    }
    cr_expect_gt(driver.transcript_length, SOCKSPEC_TRANSCRIPT_MAX - 200);
    cr_assert_lt(driver.transcript_length, SOCKSPEC_TRANSCRIPT_MAX);
    cr_expect_eq(driver.transcript[driver.transcript_length - 1], '\n');
    finish(&driver);
}
