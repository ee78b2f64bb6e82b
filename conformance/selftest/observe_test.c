/* What /proc shows of a process: of children that sleep, work, end, and hold descriptors. */
#include "conformance/harness/driver/observe.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/support/clock.h"

enum { PATIENCE_MS = 10000, SHORT_MS = 30 };

static _Noreturn void sleep_for_ever(void) {
    for (;;) {
        (void)pause();
    }
}

static _Noreturn void spin(void) {
    for (volatile unsigned turns = 0;; turns++) {
    }
}

static void *spin_in_thread(void *argument) {
    (void)argument;
    spin();
}

static void *sleep_in_thread(void *argument) {
    (void)argument;
    sleep_for_ever();
}

static _Noreturn void sleep_in_two_threads(void) {
    pthread_t thread;
    (void)pthread_create(&thread, NULL, sleep_in_thread, NULL);
    sleep_for_ever();
}

static _Noreturn void work_in_one_of_two_threads(void) {
    pthread_t thread;
    (void)pthread_create(&thread, NULL, spin_in_thread, NULL);
    sleep_for_ever();
}

static _Noreturn void stop(void) {
    (void)raise(SIGSTOP);
    sleep_for_ever();
}

static _Noreturn void end(void) { _exit(0); }

static pid_t start(void (*life)(void)) {
    pid_t pid = fork();
    cr_assert_geq(pid, 0);
    if (pid == 0) {
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
        life();
    }
    return pid;
}

static void finish(pid_t pid) {
    (void)kill(pid, SIGKILL);
    (void)waitpid(pid, NULL, 0);
}

/* A process that has ended and that its parent has reaped. */
static pid_t start_and_bury(void) {
    pid_t pid = start(end);
    (void)waitpid(pid, NULL, 0);
    return pid;
}

static bool falls_asleep(pid_t pid, int timeout_ms) {
    long long deadline = sockspec_now_ms() + timeout_ms;
    bool asleep = sockspec_observe_asleep(pid);
    while (!asleep && sockspec_now_ms() < deadline) {
        (void)sched_yield();
        asleep = sockspec_observe_asleep(pid);
    }
    return asleep;
}

Test(observe, tells_who_sleeps) {
    static const struct {
        const char *name;
        void (*life)(void);
        int timeout_ms;
        bool asleep;
    } rows[] = {
        {"sleeps", sleep_for_ever, PATIENCE_MS, true},
        {"sleeps in two threads", sleep_in_two_threads, PATIENCE_MS, true},
        {"works", spin, SHORT_MS, false},
        {"works in one of two threads", work_in_one_of_two_threads, SHORT_MS, false},
        {"is stopped", stop, SHORT_MS, false},
        {"has ended", end, SHORT_MS, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        pid_t pid = start(rows[i].life);
        cr_expect_eq(falls_asleep(pid, rows[i].timeout_ms), rows[i].asleep, "one that %s",
                     rows[i].name);
        finish(pid);
    }
    cr_expect_not(sockspec_observe_asleep(start_and_bury()));
    cr_expect_not(sockspec_observe_asleep(getpid()), "we look");
}

/* --- Descriptors ------------------------------------------------------------------------------ */

Test(observe, counts_descriptors_and_sockets) {
    pid_t before = start(sleep_for_ever);
    int pipes[2];
    int sockets[2];
    cr_assert_eq(pipe2(pipes, O_CLOEXEC), 0);
    cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets), 0);
    int third = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    cr_assert_geq(third, 0);
    pid_t after = start(sleep_for_ever);
    cr_expect_gt(sockspec_observe_descriptors(before), 0);
    cr_expect_eq(sockspec_observe_descriptors(after), sockspec_observe_descriptors(before) + 5);
    cr_expect_eq(sockspec_observe_sockets(after), sockspec_observe_sockets(before) + 3);
    finish(before);
    finish(after);
    pid_t gone = start_and_bury();
    cr_expect_eq(sockspec_observe_descriptors(gone), -1);
    cr_expect_eq(sockspec_observe_sockets(gone), -1);
}

/* The system assigns the lowest free descriptor, so none is free between two of them. */
Test(observe, finds_the_free_between_the_open) {
    int first = dup(STDIN_FILENO);
    int second = dup(STDIN_FILENO);
    cr_assert(first >= 0 && second > first);
    (void)close(first);
    pid_t pid = start(sleep_for_ever);
    int after = fcntl(STDIN_FILENO, F_DUPFD, second);
    cr_expect_eq(sockspec_observe_next_descriptor(pid, 0), first);
    cr_expect_eq(sockspec_observe_next_descriptor(pid, 1), after);
    finish(pid);
}

/* A child that holds the socket, which this process closes. */
static bool any_address(int socket) {
    pid_t pid = start(sleep_for_ever);
    (void)close(socket);
    bool any = sockspec_observe_any_address(pid);
    finish(pid);
    return any;
}

/* Binding to port 0 makes the kernel choose a port, and binding to an empty path a name. */
Test(observe, sees_addresses) {
    static const sa_family_t families[] = {AF_INET, AF_INET6, AF_UNIX};
    int pair[2];
    cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
    cr_expect_not(any_address(pair[0]), "a pair");
    (void)close(pair[1]);
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        struct sockaddr_storage any = {.ss_family = families[i]};
        socklen_t length = families[i] == AF_UNIX   ? sizeof any.ss_family
                           : families[i] == AF_INET ? sizeof(struct sockaddr_in)
                                                    : sizeof(struct sockaddr_in6);
        cr_expect_not(any_address(socket(families[i], SOCK_DGRAM, 0)), "new, %d", families[i]);
        int bound = socket(families[i], SOCK_DGRAM, 0);
        if (bind(bound, (const struct sockaddr *)&any, length) == 0) {
            cr_expect(any_address(bound), "bound, %d", families[i]);
        } else {
            cr_expect_eq(families[i], AF_INET6, "only IPv6 may be missing");
        }
    }
    cr_expect(sockspec_observe_any_address(start_and_bury()), "nobody knows");
}

Test(observe, sees_work) {
    pid_t idle = start(sleep_for_ever);
    pid_t busy = start(spin);
    cr_assert(falls_asleep(idle, PATIENCE_MS));
    long long before = sockspec_observe_work_ms(idle);
    while (sockspec_observe_work_ms(busy) < SHORT_MS) {
        (void)sched_yield();
    }
    cr_expect_eq(sockspec_observe_work_ms(idle), before);
    finish(idle);
    finish(busy);
    cr_expect_eq(sockspec_observe_work_ms(start_and_bury()), 0);
}

Test(observe, sees_flags) {
    int sockets[2];
    cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets), 0);
    pid_t pid = start(sleep_for_ever);
    for (int i = 0; i < 3; i++) {
        bool set = i == 1;
        cr_assert_eq(fcntl(sockets[0], F_SETFL, set ? O_NONBLOCK : 0), 0);
        int flags = sockspec_observe_flags(pid, sockets[0]);
        cr_expect_geq(flags, 0);
        cr_expect_eq((flags & O_NONBLOCK) != 0, set);
        cr_expect_eq(flags & O_ACCMODE, O_RDWR);
    }
    cr_expect_eq(sockspec_observe_flags(pid, 12345), -1);
    cr_expect_eq(sockspec_observe_flags(pid, -1), -1);
    finish(pid);
    cr_expect_eq(sockspec_observe_flags(start_and_bury(), 0), -1);
}

Test(observe, takes_a_duplicate) {
    int sockets[2];
    cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets), 0);
    pid_t pid = start(sleep_for_ever);
    (void)close(sockets[0]);
    int duplicate = sockspec_observe_duplicate(pid, sockets[0]);
    cr_assert_geq(duplicate, 0);
    char byte = '\0';
    cr_expect_eq(write(duplicate, "x", 1), 1);
    cr_expect_eq(read(sockets[1], &byte, 1), 1);
    cr_expect_eq(byte, 'x');
    cr_expect_neq(fcntl(duplicate, F_GETFD) & FD_CLOEXEC, 0, "drivers started later have it");
    errno = 0;
    cr_expect_eq(sockspec_observe_duplicate(pid, 12345), -1);
    cr_expect_eq(errno, EBADF);
    finish(pid);
    errno = 0;
    cr_expect_eq(sockspec_observe_duplicate(start_and_bury(), 0), -1);
    cr_expect_eq(errno, ESRCH);
}

Test(observe, sees_what_is_left_in_a_pipe) {
    int ends[2];
    char byte = '\0';
    cr_assert_eq(pipe2(ends, O_CLOEXEC), 0);
    cr_expect(sockspec_observe_drained(ends[1]));
    cr_assert_eq(write(ends[1], "x", 1), 1);
    cr_expect_not(sockspec_observe_drained(ends[1]));
    cr_assert_eq(read(ends[0], &byte, 1), 1);
    cr_expect(sockspec_observe_drained(ends[1]));
    (void)close(ends[0]);
    (void)close(ends[1]);
    cr_expect_not(sockspec_observe_drained(ends[1]), "closed");
}
