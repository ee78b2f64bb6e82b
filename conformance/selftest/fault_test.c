/* Faults: a child under the filter makes calls, and reports the errno of each of them. */
#include "conformance/harness/driver/fault.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"
#include "sockref.h"

struct caller {
    pid_t pid;
    int answers; /* the errno of each call, one int each */
    int listener;
};

typedef void calls(int answers);

static void tell(int answers, long result) {
    int errnum = result < 0 ? errno : 0;
    (void)!write(answers, &errnum, sizeof errnum);
}

/* Starts a child under the filter. It makes its calls once this process has the filter's
 * listener. */
static struct caller start_caller(calls *make_calls) {
    struct caller caller;
    int channel[2];
    int number = -1;
    cr_assert_eq(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, channel), 0);
    caller.pid = fork();
    if (caller.pid == 0) {
        (void)dup2(channel[1], STDERR_FILENO); /* the filter does not intercept it */
        number = sockspec_fault_install();
        (void)!write(STDERR_FILENO, &number, sizeof number);
        (void)!read(STDERR_FILENO, &number, sizeof number);
        make_calls(STDERR_FILENO);
        _exit(0);
    }
    caller.answers = channel[0];
    cr_assert_eq(read(channel[0], &number, sizeof number), (ssize_t)sizeof number);
    cr_assert_geq(number, 0, "no filter");
    caller.listener = sockspec_observe_duplicate(caller.pid, number);
    cr_assert_geq(caller.listener, 0);
    cr_assert_eq(write(channel[0], &number, sizeof number), (ssize_t)sizeof number);
    (void)close(channel[1]);
    return caller;
}

/* Serves the child until it has reported the next errno. */
static int next_errno(const struct caller *caller, struct sockspec_fault *fault) {
    struct pollfd polled[] = {{.fd = caller->answers, .events = POLLIN},
                              {.fd = caller->listener, .events = POLLIN}};
    int errnum = -1;
    while (poll(polled, 2, -1) > 0 && polled[0].revents == 0) {
        sockspec_fault_serve(caller->listener, fault);
    }
    cr_assert_eq(read(caller->answers, &errnum, sizeof errnum), (ssize_t)sizeof errnum);
    return errnum;
}

static void end_caller(const struct caller *caller) {
    (void)kill(caller->pid, SIGKILL);
    (void)waitpid(caller->pid, NULL, 0);
    (void)close(caller->answers);
    (void)close(caller->listener);
}

static void accept_three_times(int answers) {
    for (int i = 0; i < 3; i++) {
        tell(answers, accept(-1, NULL, NULL));
    }
}

Test(fault, strikes_the_call_that_is_meant) {
    static const struct {
        const char *operation;
        unsigned nth;
        bool always;
        int errnums[3];
        unsigned fired;
    } rows[] = {
        {"accept", 1, false, {EPROTO, EBADF, EBADF}, 1},
        {"accept", 2, false, {EBADF, EPROTO, EBADF}, 1},
        {"accept", 2, true, {EBADF, EPROTO, EPROTO}, 2},
        {"accept", 4, false, {EBADF, EBADF, EBADF}, 0},
        {"bind", 1, true, {EBADF, EBADF, EBADF}, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct caller caller = start_caller(accept_three_times);
        struct sockspec_fault fault;
        cr_assert(sockspec_fault_arm(&fault, rows[i].operation, "EPROTO"));
        fault.nth = rows[i].nth;
        fault.always = rows[i].always;
        for (size_t call = 0; call < 3; call++) {
            cr_expect_eq(next_errno(&caller, &fault), rows[i].errnums[call], "row %zu, call %zu", i,
                         call);
        }
        cr_expect_eq(fault.fired, rows[i].fired, "row %zu", i);
        cr_expect_str_eq(fault.calls, "accept, accept, accept");
        end_caller(&caller);
    }
}

static void listen_on_two(int answers) {
    int one = socket(AF_UNIX, SOCK_DGRAM, 0);
    int other = socket(AF_UNIX, SOCK_DGRAM, 0);
    tell(answers, other < 0 ? -1 : one);
    tell(answers, listen(one, 1));
    tell(answers, listen(other, 1));
}

Test(fault, strikes_the_descriptor_that_is_meant) {
    struct caller caller = start_caller(listen_on_two);
    struct sockspec_fault fault = {0};
    cr_assert_eq(next_errno(&caller, NULL), 0);
    cr_assert(sockspec_fault_arm(&fault, "listen", "ENOBUFS"));
    fault.descriptor = 1 << 20;
    cr_expect_eq(next_errno(&caller, &fault), EOPNOTSUPP);
    fault.descriptor = -1;
    cr_expect_eq(next_errno(&caller, &fault), ENOBUFS);
    end_caller(&caller);
}

/* Calls on files first, then on sockets. */
static void read_and_write(int answers) {
    char bytes[] = "letter";
    struct iovec part = {bytes, sizeof bytes};
    int ends[2];
    int pair[2];
    tell(answers, pipe(ends));
    tell(answers, write(ends[1], bytes, sizeof bytes));
    tell(answers, read(ends[0], bytes, sizeof bytes));
    tell(answers, socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair));
    tell(answers, writev(pair[0], &part, 1));
    tell(answers, write(pair[0], bytes, sizeof bytes));
    tell(answers, readv(pair[1], &part, 1));
    tell(answers, read(pair[1], bytes, sizeof bytes));
}

/* Faults apply to calls that also work on files, but not to files. */
Test(fault, strikes_reads_and_writes_of_sockets, .timeout = 10) {
    enum { CALLS = 8 };
    static const struct {
        const char *operation;
        int errnums[CALLS];
    } rows[] = {
        {"send", {0, 0, 0, 0, EIO, EIO, EAGAIN, EAGAIN}},
        {"receive", {0, 0, 0, 0, 0, 0, EIO, EIO}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct caller caller = start_caller(read_and_write);
        struct sockspec_fault fault;
        cr_assert(sockspec_fault_arm(&fault, rows[i].operation, "EIO"));
        fault.always = true;
        for (size_t call = 0; call < CALLS; call++) {
            cr_expect_eq(next_errno(&caller, &fault), rows[i].errnums[call], "%s, call %zu",
                         rows[i].operation, call);
        }
        cr_expect_str_eq(fault.calls, "socketpair, writev, write, readv, read");
        end_caller(&caller);
    }
}

static void *accept_in_thread(void *answers) {
    tell(*(int *)answers, accept(-1, NULL, NULL));
    return NULL;
}

static void accept_elsewhere(int answers) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, accept_in_thread, &answers) == 0) {
        (void)pthread_join(thread, NULL);
    }
}

Test(fault, strikes_in_any_thread) {
    struct caller caller = start_caller(accept_elsewhere);
    struct sockspec_fault fault;
    cr_assert(sockspec_fault_arm(&fault, "accept", "ENOSR"));
    cr_expect_eq(next_errno(&caller, &fault), ENOSR);
    end_caller(&caller);
}

Test(fault, outlives_its_caller) {
    struct caller caller = start_caller(accept_three_times);
    struct sockspec_fault fault;
    struct pollfd waits = {.fd = caller.listener, .events = POLLIN};
    cr_assert(sockspec_fault_arm(&fault, "accept", "EPROTO"));
    cr_assert_eq(poll(&waits, 1, -1), 1);
    (void)kill(caller.pid, SIGKILL);
    (void)waitpid(caller.pid, NULL, 0);
    sockspec_fault_serve(caller.listener, &fault);
    (void)close(caller.answers);
    (void)close(caller.listener);
}

Test(fault, is_known_by_its_names) {
    struct sockspec_fault fault;
    cr_expect(sockspec_fault_arm(&fault, "receive", "EWOULDBLOCK"));
    cr_expect_eq(fault.errnum, EAGAIN);
    cr_expect_not(sockspec_fault_arm(&fault, "recv", "EIO"));
    cr_expect_not(sockspec_fault_arm(&fault, "receive", "ENOSUCH"));
    cr_expect_not(sockspec_fault_arm(&fault, "receive", ""));
}

/* Waits ten seconds for nothing, with each call for which Linux returns the remaining time, and
 * reports the seconds. */
static void wait_ten_seconds(int answers) {
    struct timeval seconds = {.tv_sec = 10};
    struct timespec precise = {.tv_sec = 10};
    int left = -1;
    (void)syscall(SYS_select, 0, NULL, NULL, NULL, &seconds);
    left = errno == EINTR ? (int)seconds.tv_sec : -1;
    (void)!write(answers, &left, sizeof left);
    (void)syscall(SYS_pselect6, 0, NULL, NULL, NULL, &precise, NULL);
    left = errno == EINTR ? (int)precise.tv_sec : -1;
    (void)!write(answers, &left, sizeof left);
    precise = (struct timespec){.tv_sec = 10};
    (void)syscall(SYS_ppoll, NULL, 0, &precise, NULL, 0);
    left = errno == EINTR ? (int)precise.tv_sec : -1;
    (void)!write(answers, &left, sizeof left);
}

/* A caller may continue to wait for the time that an interrupted call left. */
Test(fault, leaves_the_time_left, .timeout = 30) {
    struct caller caller = start_caller(wait_ten_seconds);
    for (int i = 0; i < 3; i++) {
        struct sockspec_fault fault;
        cr_assert(sockspec_fault_arm(&fault, "wait", "EINTR"));
        fault.lasts_ms = 100;
        cr_expect_eq(next_errno(&caller, &fault), 9, "call %d", i);
    }
    end_caller(&caller);
}

/* What a call of the reference raised, as an errno; 0 when it succeeded. */
static void tell_outcome(int answers, bool succeeded, const struct sockref_error *error) {
    int errnum = succeeded ? 0 : error->errnum;
    (void)!write(answers, &errnum, sizeof errnum);
}

static void use_reference(int answers) {
    const struct sockref_value domain = sockref_integer(AF_UNIX);
    const struct sockref_value type = sockref_integer(SOCK_STREAM);
    const struct sockref_value length = sockref_integer(10);
    struct sockref_socket *pair[2];
    struct sockref_socket *client = NULL;
    struct sockref_string text = {0};
    struct sockref_error error;
    if (!sockref_pair(&domain, &type, NULL, pair, &error)) {
        return;
    }
    tell_outcome(answers, sockref_accept(pair[0], &client, &text, &error), &error);
    tell_outcome(answers, sockref_recv(pair[0], &length, NULL, &text, &error), &error);
}

/* Rows allow a method that waits to try once more. The reference does not. */
Test(fault, is_raised_by_the_reference_at_once) {
    static const char *const errors[] = {"EINTR", "EMFILE", "ENFILE", "ENOMEM"};
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        struct caller caller = start_caller(use_reference);
        struct sockspec_fault fault;
        cr_assert(sockspec_fault_arm(&fault, "accept", errors[i]));
        cr_expect_eq(next_errno(&caller, &fault), fault.errnum, "accept, %s", errors[i]);
        cr_assert(sockspec_fault_arm(&fault, "receive", errors[i]));
        cr_expect_eq(next_errno(&caller, &fault), fault.errnum, "recv, %s", errors[i]);
        end_caller(&caller);
    }
}
