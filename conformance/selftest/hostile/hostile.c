/*
 * The C driver, except for requests that look up a service called "null" or contain the text in
 * SOCKSPEC_HOSTILE_AT. For those it does what SOCKSPEC_HOSTILE names.
 *
 * It is linked with `--wrap=serve`, so everything else is the driver's own code, including its
 * process.
 */
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "conformance/drivers/c/serve.h"

enum { LONGEST = 1 << 20, DEEP = 100000, NOISE = 1 << 16 };

/* The linker's names for the driver's own function and for its replacement. */
bool serve_well(const char *line, size_t length, struct output *output) __asm__("__real_serve");
bool serve_hostile(const char *line, size_t length, struct output *output) __asm__("__wrap_serve");

/* What is done with the answer to request `id`. If the function returns, the answer is sent. */
typedef void misbehaviour(struct output *answer, long id);

static void say(int fd, const char *text, size_t length) {
    while (length > 0) {
        ssize_t written = write(fd, text, length);
        if (written < 0) {
            _exit(EXIT_FAILURE);
        }
        text += written;
        length -= (size_t)written;
    }
}

_Noreturn static void stay(void) {
    for (;;) {
        (void)pause();
    }
}

__attribute__((format(printf, 2, 3))) static void put(struct output *answer, const char *format,
                                                      ...) {
    va_list arguments;
    va_start(arguments, format);
    free(answer->bytes);
    int length = vasprintf(&answer->bytes, format, arguments);
    va_end(arguments);
    if (length < 0) {
        abort();
    }
    answer->length = answer->room = (size_t)length;
}

#define HEAD "{\"jsonrpc\":\"2.0\",\"id\":%ld,"

/* A well-formed answer with `result`. */
static void put_result(struct output *answer, long id, const char *result) {
    put(answer, HEAD "\"result\":%s}\n", id, result);
}

/* `count` times `byte`, between two texts. */
static char *repeat(const char *before, char byte, size_t count, const char *after) {
    char *filling = malloc(count + 1);
    char *text = NULL;
    if (filling == NULL) {
        abort();
    }
    memset(filling, byte, count);
    filling[count] = '\0';
    if (asprintf(&text, "%s%s%s", before, filling, after) < 0) {
        abort();
    }
    free(filling);
    return text;
}

/* --- The driver exits ------------------------------------------------------------------------- */

static void exits(struct output *answer, long id) {
    (void)answer;
    (void)id;
    _exit(3);
}

static void aborts(struct output *answer, long id) {
    (void)answer;
    (void)id;
    abort();
}

static void ends_within_its_answer(struct output *answer, long id) {
    (void)id;
    say(STDOUT_FILENO, answer->bytes, answer->length / 2);
    _exit(0);
}

/* Another process, in a session of its own, keeps the pipes open. */
static void leaves_its_pipes_to_a_child(struct output *answer, long id) {
    (void)answer;
    (void)id;
    if (fork() == 0) {
        (void)setsid();
        stay();
    }
    _exit(3);
}

static void closes_its_output(struct output *answer, long id) {
    (void)answer;
    (void)id;
    (void)close(STDOUT_FILENO);
    stay();
}

static void closes_its_input(struct output *answer, long id) {
    (void)id;
    (void)close(STDIN_FILENO);
    say(STDOUT_FILENO, answer->bytes, answer->length);
    stay();
}

/* --- The driver stops answering --------------------------------------------------------------- */

static void hangs(struct output *answer, long id) {
    (void)answer;
    (void)id;
    stay();
}

static void ignores_signals(struct output *answer, long id) {
    for (int number = 1; number < NSIG; number++) {
        (void)signal(number, SIG_IGN);
    }
    hangs(answer, id);
}

static void stops(struct output *answer, long id) {
    (void)answer;
    (void)id;
    (void)raise(SIGSTOP);
}

static void spins(struct output *answer, long id) {
    (void)answer;
    (void)id;
    for (volatile unsigned turns = 0;; turns++) {
    }
}

static void says_half_a_line(struct output *answer, long id) {
    say(STDOUT_FILENO, answer->bytes, answer->length / 2);
    hangs(answer, id);
}

static void reads_no_more(struct output *answer, long id) {
    say(STDOUT_FILENO, answer->bytes, answer->length);
    hangs(answer, id);
}

static void linger(void) { stay(); }

/* The driver does not exit when its input ends. */
static void outstays(struct output *answer, long id) {
    (void)answer;
    (void)id;
    (void)signal(SIGTERM, SIG_IGN);
    (void)atexit(linger);
}

/* --- The driver writes too much --------------------------------------------------------------- */

_Noreturn static void flood(int fd) {
    const char *noise = repeat("", 'x', NOISE, "");
    for (;;) {
        say(fd, noise, NOISE);
    }
}

static void floods_its_output(struct output *answer, long id) {
    (void)answer;
    (void)id;
    flood(STDOUT_FILENO);
}

static void floods_its_errors(struct output *answer, long id) {
    (void)answer;
    (void)id;
    flood(STDERR_FILENO);
}

static void is_noisy(struct output *answer, long id) {
    (void)answer;
    (void)id;
    char *noise = repeat("", '\a', LONGEST, "\n");
    say(STDERR_FILENO, noise, strlen(noise));
    free(noise);
}

/* A line of that length, not counting its end. */
static void put_line(struct output *answer, long id, size_t length) {
    put_result(answer, id, "\"\"");
    char *result = repeat("\"", 'x', length + 1 - answer->length, "\"");
    put_result(answer, id, result);
    free(result);
}

static void says_the_longest_line(struct output *answer, long id) { put_line(answer, id, LONGEST); }

static void says_too_long_a_line(struct output *answer, long id) {
    put_line(answer, id, LONGEST + 1);
}

static void answers_twice(struct output *answer, long id) {
    put(answer, HEAD "\"result\":9}\n" HEAD "\"result\":9}\n", id, id);
}

static void answers_ahead(struct output *answer, long id) {
    put(answer, HEAD "\"result\":9}\n" HEAD "\"result\":9}\n", id + 1, id);
}

/* --- The driver writes something else --------------------------------------------------------- */

static void answers_another(struct output *answer, long id) { put_result(answer, id + 1, "9"); }

static void says_no_json(struct output *answer, long id) {
    (void)id;
    put(answer, "debug: \033[31mnull\033[0m is 9\n");
}

static void says_nothing_at_all(struct output *answer, long id) {
    put(answer, HEAD "\"method\":\"hello\"}\n", id);
}

static void says_no_utf8(struct output *answer, long id) {
    put_result(answer, id, "\"\xff\xfe\xc0\x80\"");
}

static void nests(struct output *answer, long id) {
    char *result = repeat("", '[', DEEP, "");
    put_result(answer, id, result);
    free(result);
}

static void says_a_huge_integer(struct output *answer, long id) {
    put_result(answer, id, "100000000000000000000000000000000000009");
}

static void says_the_largest_integer(struct output *answer, long id) {
    put_result(answer, id, "9223372036854775807");
}

static void gives_a_socket(struct output *answer, long id) {
    put_result(answer, id, "[{\"socket\":-9223372036854775808},{\"socket\":[]}]");
}

static void refuses(struct output *answer, long id) {
    put(answer, HEAD "\"error\":{\"code\":-32601,\"message\":\"no\"}}\n", id);
}

static void leaks(struct output *answer, long id) {
    (void)answer;
    (void)id;
    for (int i = 0; i < 3; i++) {
        (void)socket(AF_INET, SOCK_STREAM, 0);
    }
}

#define MODE(name)                                                                                 \
    { #name, name }

static const struct {
    const char *name;
    misbehaviour *function;
} modes[] = {
    MODE(exits),
    MODE(aborts),
    MODE(ends_within_its_answer),
    MODE(leaves_its_pipes_to_a_child),
    MODE(closes_its_output),
    MODE(closes_its_input),
    MODE(hangs),
    MODE(ignores_signals),
    MODE(stops),
    MODE(spins),
    MODE(says_half_a_line),
    MODE(reads_no_more),
    MODE(outstays),
    MODE(floods_its_output),
    MODE(floods_its_errors),
    MODE(is_noisy),
    MODE(says_the_longest_line),
    MODE(says_too_long_a_line),
    MODE(answers_twice),
    MODE(answers_ahead),
    MODE(answers_another),
    MODE(says_no_json),
    MODE(says_nothing_at_all),
    MODE(says_no_utf8),
    MODE(nests),
    MODE(says_a_huge_integer),
    MODE(says_the_largest_integer),
    MODE(gives_a_socket),
    MODE(refuses),
    MODE(leaks),
};

static misbehaviour *find_mode(void) {
    const char *name = getenv("SOCKSPEC_HOSTILE");
    for (size_t i = 0; name != NULL && i < sizeof modes / sizeof modes[0]; i++) {
        if (strcmp(modes[i].name, name) == 0) {
            return modes[i].function;
        }
    }
    (void)fprintf(stderr, "SOCKSPEC_HOSTILE is none of the modes in hostile.c\n");
    exit(EXIT_FAILURE);
}

bool serve_hostile(const char *line, size_t length, struct output *output) {
    static const char id[] = "\"id\":";
    const char *at = getenv("SOCKSPEC_HOSTILE_AT");
    const char *number = memmem(line, length, id, strlen(id));
    misbehaviour *misbehave = find_mode();
    bool ok = serve_well(line, length, output);
    at = at == NULL ? "\"params\":[\"null\"]" : at;
    if (ok && number != NULL && memmem(line, length, at, strlen(at)) != NULL) {
        misbehave(output, strtol(number + strlen(id), NULL, 10));
    }
    return ok;
}
