#include "conformance/harness/run/run.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/driver/pool.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/rows/plan.h"
#include "conformance/harness/world/confine.h"
#include "conformance/harness/world/outside.h"
#include "conformance/harness/world/world.h"

struct life {
    const struct sockspec_run *run;
    int records;            /* the workers' end of the socket for records */
    char program[PATH_MAX]; /* this program's file, as seen outside the world */
};

static volatile sig_atomic_t interrupted;

static void interrupt(int signal_number) {
    (void)signal_number;
    interrupted = 1;
}

/* Runs as the first process of the world; without a world, as an ordinary child. */
static int live(void *argument) {
    const struct life *life = argument;
    struct sockspec_run const *run = life->run;
    (void)setsid();
    if (run->plan->in_world) {
        run->plan->has_ipv6 = sockspec_world_has_ipv6();
    }
    (void)fflush(NULL);
    int door = sockspec_pool_open();
    pid_t runner = door < 0 ? -1 : fork();
    if (runner < 0) {
        return EXIT_FAILURE;
    }
    if (runner == 0) {
        _exit(run->runner(run, life->records, life->program));
    }
    struct sockspec_pool_settings settings = {.command = run->command,
                                              .in_world = run->plan->in_world,
                                              .patient = run->plan->strength,
                                              .plan = run->plan_descriptor,
                                              .records = life->records};
    int status = sockspec_pool_serve(&settings, door, runner);
    if (!run->plan->in_world) { /* the end of a world ends everything in it */
        sockspec_outside_clean_up(run->plan->directory, runner);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
}

static pid_t live_outside(struct life *life) {
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0) {
        (void)prctl(PR_SET_PDEATHSIG, SIGTERM);
        (void)prctl(PR_SET_CHILD_SUBREAPER, 1);
        _exit(getppid() == parent ? live(life) : EXIT_FAILURE);
    }
    return pid;
}

static pid_t start_life(struct life *life) {
    const struct sockspec_run *run = life->run;
    struct sockspec_plan *plan = run->plan;
    pid_t pid = -1;
    plan->in_world = true;
    if (run->world == SOCKSPEC_WORLD_OFF) {
        (void)snprintf(plan->outside_reason, sizeof plan->outside_reason, "it is switched off");
    } else {
        (void)snprintf(plan->directory, sizeof plan->directory, "/world/tmp");
        pid = sockspec_world_start(live, life, plan->outside_reason, sizeof plan->outside_reason);
    }
    if (pid >= 0 || run->world == SOCKSPEC_WORLD_REQUIRE) {
        return pid;
    }
    plan->in_world = false;
    plan->has_ipv6 = sockspec_outside_has_ipv6();
    return sockspec_outside_make_directory(plan->directory, sizeof plan->directory)
               ? live_outside(life)
               : -1;
}

/* Returns whether the row recorded last ends the run. */
static bool is_enough(const struct sockspec_run *run, const struct sockspec_record *record) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    const struct sockspec_entry *entry = &record->entries[record->latest];
    return run->ends_with != NULL && record->latest < count && entry->reported &&
           run->ends_with(run, &cases[record->latest], entry);
}

/* Returns false if the run is interrupted. A signal is noticed however late it comes: it is blocked
 * except while the call waits. */
static bool wait_for_record(int records) {
    struct pollfd polled = {.fd = records, .events = POLLIN};
    sigset_t caught;
    sigset_t before;
    (void)sigemptyset(&caught);
    (void)sigaddset(&caught, SIGINT);
    (void)sigaddset(&caught, SIGTERM);
    (void)sigaddset(&caught, SIGHUP);
    (void)sigprocmask(SIG_BLOCK, &caught, &before);
    while (!interrupted && ppoll(&polled, 1, NULL, &before) < 0) {
    }
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return !interrupted;
}

/* Returns whether the run must end although more results would come. */
static bool collect(const struct sockspec_run *run, struct sockspec_record *record, int records) {
    size_t selected = 0;
    for (size_t i = 0; i < record->count; i++) {
        selected += run->plan->selected[i] ? 1 : 0;
    }
    size_t recorded = 0;
    while (wait_for_record(records)) {
        if (!sockspec_record_receive(record, records)) {
            return false;
        }
        run->progress(record, recorded++, selected);
        if (is_enough(run, record)) {
            break;
        }
    }
    run->progress(record, selected, selected);
    return true;
}

/* Takes the records that were sent before the run was interrupted. Later ones may be of rows whose
 * driver was killed. */
static void collect_rest(struct sockspec_record *record, int records) {
    struct pollfd polled = {.fd = records, .events = POLLIN};
    while (poll(&polled, 1, 0) > 0 && sockspec_record_receive(record, records)) {
    }
}

static void catch_interrupts(void) {
    struct sigaction action = {.sa_handler = interrupt};
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGHUP, &action, NULL);
    (void)signal(SIGPIPE, SIG_IGN);
}

/* A world ends with its first process. Without a world, that process is asked to end its
 * children. */
static int end_life(const struct sockspec_plan *plan, pid_t pid, bool early) {
    int status = 0;
    if (early || interrupted) {
        (void)kill(pid, plan->in_world ? SIGKILL : SIGTERM);
    }
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

enum sockspec_run_end sockspec_run_plan(struct sockspec_run *run, struct sockspec_record *record) {
    int records[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, records) < 0) {
        (void)fprintf(stderr, "sockspec: %s\n", strerror(errno));
        return SOCKSPEC_RUN_FAULT;
    }
    struct life life = {.run = run, .records = records[1]};
    (void)!readlink("/proc/self/exe", life.program, sizeof life.program - 1);
    catch_interrupts();
    pid_t pid = start_life(&life);
    (void)close(records[1]);
    if (pid < 0) {
        (void)fprintf(stderr, "sockspec: no world: %s\n", run->plan->outside_reason);
        return SOCKSPEC_RUN_NO_WORLD;
    }
    bool early = collect(run, record, records[0]);
    if (interrupted) {
        collect_rest(record, records[0]);
    }
    int status = end_life(run->plan, pid, early);
    (void)close(records[0]);
    if (early || interrupted) {
        sockspec_record_leave_out(record);
        return interrupted ? SOCKSPEC_RUN_INTERRUPTED : SOCKSPEC_RUN_WHOLE;
    }
    int exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
    bool whole = exit_status == SOCKSPEC_RUNNER_DONE || exit_status == SOCKSPEC_RUNNER_FINDINGS ||
                 exit_status == SOCKSPEC_RUNNER_NO_DRIVER;
    run->findings = exit_status == SOCKSPEC_RUNNER_FINDINGS;
    return whole ? SOCKSPEC_RUN_WHOLE : SOCKSPEC_RUN_FAULT;
}
