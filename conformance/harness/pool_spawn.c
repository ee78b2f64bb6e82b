#include "conformance/harness/pool_spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/world.h"

struct pipes {
    int in[2], out[2], err[2];
    int trouble[2]; /* closed by a successful exec, else errno */
};

/* Our ends close when a later driver starts; the driver's ends become its 0, 1 and 2. */
static bool open_pipes(struct pipes *pipes) {
    return pipe2(pipes->in, O_CLOEXEC) == 0 && pipe2(pipes->out, O_CLOEXEC) == 0 &&
           pipe2(pipes->err, O_CLOEXEC) == 0 && pipe2(pipes->trouble, O_CLOEXEC) == 0;
}

/* The standard descriptors, and the one that reports trouble as number 3. */
static bool arrange_descriptors(const struct pipes *pipes) {
    int trouble = fcntl(pipes->trouble[1], F_DUPFD_CLOEXEC, 10);
    return dup2(pipes->in[0], STDIN_FILENO) >= 0 && dup2(pipes->out[1], STDOUT_FILENO) >= 0 &&
           dup2(pipes->err[1], STDERR_FILENO) >= 0 && trouble >= 0 &&
           dup3(trouble, STDERR_FILENO + 1, O_CLOEXEC) >= 0 &&
           close_range(STDERR_FILENO + 2, ~0U, 0) == 0;
}

__attribute__((noreturn)) static void become_driver(const struct sockspec_pool_settings *settings,
                                                    bool dual, const struct pipes *pipes) {
    static const struct rlimit no_core = {0, 0};
    sigset_t none;
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    (void)signal(SIGPIPE, SIG_DFL);
    (void)setrlimit(RLIMIT_CORE, &no_core);
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)setsid();
    int trouble = STDERR_FILENO + 1;
    enum sockspec_names names = dual ? SOCKSPEC_NAMES_DUAL : SOCKSPEC_NAMES_SINGLE;
    if (arrange_descriptors(pipes) && (!settings->in_world || sockspec_world_confine(names))) {
        (void)execvp(settings->command[0], settings->command);
    }
    int errnum = errno;
    (void)!write(trouble, &errnum, sizeof errnum);
    _exit(127);
}

pid_t sockspec_pool_spawn(const struct sockspec_pool_settings *settings, bool dual,
                          int descriptors[3], char *problem, size_t size) {
    struct pipes pipes;
    pid_t pid = open_pipes(&pipes) ? fork() : -1;
    if (pid < 0) {
        (void)snprintf(problem, size, "cannot start a driver: %s", strerror(errno));
        return -1;
    }
    if (pid == 0) {
        become_driver(settings, dual, &pipes);
    }
    (void)close(pipes.in[0]);
    (void)close(pipes.out[1]);
    (void)close(pipes.err[1]);
    (void)close(pipes.trouble[1]);
    int errnum = 0;
    bool started = read(pipes.trouble[0], &errnum, sizeof errnum) == 0;
    (void)close(pipes.trouble[0]);
    descriptors[0] = pipes.in[1];
    descriptors[1] = pipes.out[0];
    descriptors[2] = pipes.err[0];
    if (!started) {
        (void)waitpid(pid, NULL, 0);
        (void)snprintf(problem, size, "cannot start %s: %s", settings->command[0],
                       strerror(errnum));
        for (int i = 0; i < 3; i++) {
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
