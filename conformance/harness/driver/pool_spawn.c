#include "conformance/harness/driver/pool_spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/driver/fault.h"
#include "conformance/harness/driver/observe.h"
#include "conformance/harness/world/confine.h"

struct channels {
    int in[2], out[2], err[2];
    int report[2]; /* a socket on which the child reports its progress, until exec closes the
                    * child's end */
};

/* A child's report: the number of its listener in the child, or the error. */
struct report {
    int listener; /* to be fetched before the child continues; -1: the child failed with `errnum` */
    int errnum;
};

/* Our ends close when a later driver starts. The driver's ends become its descriptors 0, 1 and
 * 2. */
static bool open_channels(struct channels *channels) {
    return pipe2(channels->in, O_CLOEXEC) == 0 && pipe2(channels->out, O_CLOEXEC) == 0 &&
           pipe2(channels->err, O_CLOEXEC) == 0 &&
           socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, channels->report) == 0;
}

/* Arranges the standard descriptors, and the report channel as descriptor 3. */
static bool arrange_descriptors(const struct channels *channels) {
    int report = fcntl(channels->report[1], F_DUPFD_CLOEXEC, 10);
    return dup2(channels->in[0], STDIN_FILENO) >= 0 && dup2(channels->out[1], STDOUT_FILENO) >= 0 &&
           dup2(channels->err[1], STDERR_FILENO) >= 0 && report >= 0 &&
           dup3(report, STDERR_FILENO + 1, O_CLOEXEC) >= 0 &&
           close_range(STDERR_FILENO + 2, ~0U, 0) == 0;
}

/* Uses calls that the filter lets pass, because nobody answers the others yet. */
static bool say_report(int report_channel, struct report report) {
    struct iovec part = {&report, sizeof report};
    struct mmsghdr message = {.msg_hdr = {.msg_iov = &part, .msg_iovlen = 1}};
    return sendmmsg(report_channel, &message, 1, 0) == 1;
}

static bool hear_go(int report_channel) {
    char go = 0;
    struct iovec part = {&go, sizeof go};
    struct mmsghdr message = {.msg_hdr = {.msg_iov = &part, .msg_iovlen = 1}};
    return recvmmsg(report_channel, &message, 1, 0, NULL) == 1 && message.msg_len == sizeof go;
}

/* Installs the filter in this process and lets the parent fetch the listener. */
static bool put_under_filter(int report_channel) {
    struct report report = {.listener = sockspec_fault_install()};
    return report.listener >= 0 && say_report(report_channel, report) && hear_go(report_channel);
}

__attribute__((noreturn)) static void become_driver(const struct sockspec_pool_settings *settings,
                                                    const struct sockspec_driver_kind *kind,
                                                    const struct channels *channels) {
    static const struct rlimit no_core = {0, 0};
    sigset_t none;
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    (void)signal(SIGPIPE, SIG_DFL);
    (void)setrlimit(RLIMIT_CORE, &no_core);
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)setsid();
    int report_channel = STDERR_FILENO + 1;
    enum sockspec_names names = kind->dual ? SOCKSPEC_NAMES_DUAL : SOCKSPEC_NAMES_SINGLE;
    if (arrange_descriptors(channels) && (!settings->in_world || sockspec_world_confine(names)) &&
        (!kind->filtered || put_under_filter(report_channel))) {
        (void)execvp(settings->command[0], settings->command);
    }
    (void)say_report(report_channel, (struct report){.listener = -1, .errnum = errno});
    _exit(127);
}

/* Reads the child's reports until it has become a driver, and fetches its listener. Returns 0, or
 * the errno with which the child failed. */
static int await_driver(pid_t pid, int report_channel, int *listener) {
    struct report report;
    *listener = -1;
    while (read(report_channel, &report, sizeof report) == (ssize_t)sizeof report) {
        if (report.listener < 0) {
            return report.errnum;
        }
        *listener = sockspec_observe_duplicate(pid, report.listener);
        if (*listener < 0 || write(report_channel, "", 1) != 1) {
            return errno;
        }
    }
    return 0;
}

pid_t sockspec_pool_spawn(const struct sockspec_pool_settings *settings,
                          const struct sockspec_driver_kind *kind,
                          int descriptors[SOCKSPEC_POOL_DESCRIPTORS], char *problem, size_t size) {
    struct channels channels;
    pid_t pid = open_channels(&channels) ? fork() : -1;
    if (pid < 0) {
        (void)snprintf(problem, size, "cannot start a driver: %s", strerror(errno));
        return -1;
    }
    if (pid == 0) {
        become_driver(settings, kind, &channels);
    }
    (void)close(channels.in[0]);
    (void)close(channels.out[1]);
    (void)close(channels.err[1]);
    (void)close(channels.report[1]);
    descriptors[0] = channels.in[1];
    descriptors[1] = channels.out[0];
    descriptors[2] = channels.err[0];
    int errnum = await_driver(pid, channels.report[0], &descriptors[3]);
    (void)close(channels.report[0]);
    if (errnum != 0) {
        (void)kill(pid, SIGKILL);
        (void)waitpid(pid, NULL, 0);
        (void)snprintf(problem, size, "cannot start %s%s: %s", settings->command[0],
                       kind->filtered ? " under a seccomp filter" : "", strerror(errnum));
        for (int i = 0; i < SOCKSPEC_POOL_DESCRIPTORS; i++) {
            (void)close(descriptors[i]);
        }
        return -1;
    }
    return pid;
}

void sockspec_pool_end(pid_t pid, const int *status, char *fate, size_t size) {
    int ended = 0;
    if (status != NULL) {
        ended = *status;
    } else {
        (void)kill(-pid, SIGKILL);
        (void)kill(pid, SIGKILL);
        (void)waitpid(pid, &ended, 0);
    }
    if (WIFSIGNALED(ended)) {
        (void)snprintf(fate, size, "killed by SIG%s", sigabbrev_np(WTERMSIG(ended)));
    } else {
        (void)snprintf(fate, size, "exited with status %d", WEXITSTATUS(ended));
    }
}
