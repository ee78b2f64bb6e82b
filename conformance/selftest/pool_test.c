/* The pool of drivers, without an isolated world: this process is its worker, and the drivers
 * are programs that need not write anything. */
#include "conformance/harness/driver/lease.h"
#include "conformance/harness/driver/pool.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/driver/pool_message.h"
#include "conformance/harness/support/memory.h"

enum { PATIENCE_MS = 10000, RUNNER_STATUS = 7 };

/* --- The pool, in a process of its own -------------------------------------------------------- */

struct served {
    struct sockspec_pool_settings settings;
    pid_t pid;
    int hold; /* closed: the run is over */
};

static int make_file(const char *text) {
    int fd = memfd_create("pool", MFD_CLOEXEC);
    cr_assert_geq(fd, 0);
    cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    return fd;
}

static _Noreturn void serve(const struct served *served, int door, const int hold[2]) {
    char byte = '\0';
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)prctl(PR_SET_CHILD_SUBREAPER, 1);
    (void)close(hold[1]);
    pid_t runner = fork();
    if (runner == 0) {
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
        (void)!read(hold[0], &byte, 1);
        _exit(RUNNER_STATUS);
    }
    int status = sockspec_pool_serve(&served->settings, door, runner);
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 1);
}

static struct served open_pool(char *const *command) {
    struct served served = {
        .settings = {.command = command, .plan = make_file("plan"), .records = make_file("record")},
    };
    int hold[2];
    cr_assert_eq(pipe2(hold, O_CLOEXEC), 0);
    int door = sockspec_pool_open();
    cr_assert_geq(door, 0);
    served.pid = fork();
    cr_assert_geq(served.pid, 0);
    if (served.pid == 0) {
        serve(&served, door, hold);
    }
    (void)close(door);
    (void)close(hold[0]);
    served.hold = hold[1];
    return served;
}

static void close_pool(const struct served *served) {
    int status = 0;
    (void)close(served->hold);
    cr_expect_eq(waitpid(served->pid, &status, 0), served->pid);
    cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == RUNNER_STATUS, "wait status %#x", status);
    (void)close(served->settings.plan);
    (void)close(served->settings.records);
}

/* --- A worker --------------------------------------------------------------------------------- */

static const struct sockspec_driver_kind single;

static void must_join(void) {
    int plan = -1;
    int records = -1;
    cr_assert(sockspec_pool_join(&plan, &records));
}

static void must_lease(struct sockspec_driver *driver) {
    char problem[256] = "";
    cr_assert(sockspec_pool_lease(&single, driver, problem, sizeof problem), "%s", problem);
}

static void give_back(struct sockspec_driver *driver, bool reusable) {
    char fate[64] = "";
    sockspec_pool_release(driver, reusable, fate, sizeof fate);
    cr_expect_eq(*fate == '\0', reusable, "%s", fate);
}

/* Whether one of `events` occurs on `fd` in time. */
static bool comes(int fd, short events) {
    struct pollfd polled = {.fd = fd, .events = events};
    return poll(&polled, 1, PATIENCE_MS) == 1 && (polled.revents & events) != 0;
}

static int watch_process(pid_t pid) {
    int fd = (int)syscall(SYS_pidfd_open, pid, 0);
    cr_assert_geq(fd, 0);
    return fd;
}

static bool is_gone(pid_t pid) { return kill(pid, 0) < 0 && errno == ESRCH; }

/* These programs exit at the end of their input. */
static char *const cat[] = {(char[]){"cat"}, NULL};

/* --- Tests ------------------------------------------------------------------------------------ */

static void expect_text(int fd, const char *text) {
    char found[16] = "";
    cr_expect_gt(pread(fd, found, sizeof found - 1, 0), 0);
    cr_expect_str_eq(found, text);
}

Test(pool, gives_a_worker_its_descriptors) {
    struct served served = open_pool(cat);
    for (int i = 0; i < 2; i++) {
        int plan = -1;
        int records = -1;
        cr_assert(sockspec_pool_join(&plan, &records));
        expect_text(plan, "plan");
        expect_text(records, "record");
    }
    close_pool(&served);
}

Test(pool, is_not_there_without_its_door) {
    int plan = -1;
    int records = -1;
    char nobody[] = "sockspec-pool-test-nobody";
    cr_assert_eq(unsetenv(SOCKSPEC_POOL_DOOR), 0);
    cr_expect_not(sockspec_pool_join(&plan, &records));
    cr_assert_eq(setenv(SOCKSPEC_POOL_DOOR, nobody, 1), 0);
    cr_expect_not(sockspec_pool_join(&plan, &records));
}

Test(pool, leases_a_driver_again) {
    struct served served = open_pool(cat);
    struct sockspec_driver driver;
    must_join();
    must_lease(&driver);
    pid_t first = driver.pid;
    cr_expect_eq(write(driver.in, "x", 1), 1);
    cr_expect(comes(driver.out, POLLIN), "it copies its input");
    char byte = '\0';
    cr_expect_eq(read(driver.out, &byte, 1), 1);
    give_back(&driver, true);
    for (int i = 0; i < 3; i++) {
        must_lease(&driver);
        cr_expect_eq(driver.pid, first);
        give_back(&driver, true);
    }
    close_pool(&served);
    cr_expect(is_gone(first));
}

Test(pool, leases_a_driver_to_one_at_a_time) {
    struct served served = open_pool(cat);
    struct sockspec_driver drivers[3];
    must_join();
    for (int i = 0; i < 3; i++) {
        must_lease(&drivers[i]);
        for (int j = 0; j < i; j++) {
            cr_expect_neq(drivers[i].pid, drivers[j].pid);
        }
    }
    for (int i = 0; i < 3; i++) {
        give_back(&drivers[i], true);
    }
    close_pool(&served);
}

Test(pool, leases_a_driver_of_the_kind_asked_for) {
    static const struct sockspec_driver_kind dual = {.dual = true};
    struct served served = open_pool(cat);
    struct sockspec_driver one;
    struct sockspec_driver other;
    char problem[256] = "";
    must_join();
    must_lease(&one);
    pid_t first = one.pid;
    give_back(&one, true);
    cr_assert(sockspec_pool_lease(&dual, &other, problem, sizeof problem), "%s", problem);
    cr_expect_neq(other.pid, first);
    cr_expect_eq(other.listener, -1);
    must_lease(&one);
    cr_expect_eq(one.pid, first);
    give_back(&one, true);
    give_back(&other, true);
    close_pool(&served);
}

Test(pool, replaces_a_driver_that_cannot_be_used_again) {
    struct served served = open_pool(cat);
    struct sockspec_driver driver;
    char fate[64] = "";
    must_join();
    must_lease(&driver);
    pid_t first = driver.pid;
    sockspec_pool_release(&driver, false, fate, sizeof fate);
    cr_expect_str_eq(fate, "killed by SIGKILL");
    cr_expect(is_gone(first));
    must_lease(&driver);
    cr_expect_neq(driver.pid, first);
    give_back(&driver, true);
    close_pool(&served);
}

/* --- Drivers that exit ------------------------------------------------------------------------ */

/* Programs that execute their input. */
static char *const shell[] = {(char[]){"sh"}, NULL};

static void tell(int in, const char *command) {
    cr_assert_eq(write(in, command, strlen(command)), (ssize_t)strlen(command));
}

Test(pool, tells_how_a_driver_ended) {
    static const struct {
        const char *command, *fate;
    } rows[] = {
        {"kill -SEGV $$\n", "killed by SIGSEGV"},
        {"kill -ABRT $$\n", "killed by SIGABRT"},
        {"exit 0\n", "exited with status 0"},
        {"exit 3\n", "exited with status 3"},
        {"exec >/dev/null\n", "killed by SIGKILL"}, /* the pool continues */
        {"exec >/dev/null; kill -STOP $$\n", "killed by SIGKILL"},
    };
    struct served served = open_pool(shell);
    must_join();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockspec_driver driver;
        char fate[64] = "";
        must_lease(&driver);
        tell(driver.in, rows[i].command);
        cr_expect(comes(driver.out, POLLHUP), "%s", rows[i].command);
        sockspec_pool_release(&driver, false, fate, sizeof fate);
        cr_expect_str_eq(fate, rows[i].fate, "%s: %s", rows[i].command, fate);
    }
    close_pool(&served);
}

static void expect_no_start(const char *program, const char *expected) {
    char *const command[] = {sockspec_must_have(strdup(program)), NULL};
    struct served served = open_pool(command);
    struct sockspec_driver driver;
    must_join();
    for (int i = 0; i < 100; i++) { /* more often than the pool has places */
        char problem[256] = "";
        cr_assert_not(sockspec_pool_lease(&single, &driver, problem, sizeof problem));
        cr_assert_str_eq(problem, expected);
    }
    close_pool(&served);
    free(command[0]);
}

Test(pool, tells_that_there_is_no_such_driver) {
    expect_no_start("/proc/nowhere", "cannot start /proc/nowhere: No such file or directory");
}

Test(pool, tells_that_a_driver_is_no_program) {
    expect_no_start("/proc/version", "cannot start /proc/version: Permission denied");
}

/* More drivers exit than the pool has places. */
Test(pool, notices_drivers_that_end_while_nobody_has_them) {
    struct served served = open_pool(shell);
    must_join();
    for (int i = 0; i < 70; i++) {
        struct sockspec_driver driver;
        must_lease(&driver);
        int in = dup(driver.in);
        int end = watch_process(driver.pid);
        give_back(&driver, true);
        tell(in, "exit\n");
        cr_assert(comes(end, POLLIN), "driver %d has been leased though it had ended", i);
        (void)close(in);
        (void)close(end);
    }
    close_pool(&served);
}

Test(pool, notices_drivers_that_end_before_they_are_given_back) {
    struct served served = open_pool(shell);
    must_join();
    for (int i = 0; i < 70; i++) {
        struct sockspec_driver driver;
        must_lease(&driver);
        int end = watch_process(driver.pid);
        tell(driver.in, "exit\n");
        cr_assert(comes(end, POLLIN));
        give_back(&driver, true);
        (void)close(end);
    }
    close_pool(&served);
}

Test(pool, gives_up_when_drivers_end_too_often) {
    enum { MANY = 1000 };
    struct served served = open_pool(cat);
    struct sockspec_driver driver;
    char problem[256] = "";
    int leases = 0;
    must_join();
    while (leases < MANY && sockspec_pool_lease(&single, &driver, problem, sizeof problem)) {
        driver.failed = true;
        give_back(&driver, false);
        leases++;
    }
    cr_expect_eq(leases, 201, "%d", leases);
    cr_expect_str_eq(problem, "drivers ended too often; giving up");
    close_pool(&served);
}

/* --- What is left over ------------------------------------------------------------------------ */

/* A worker that leases a driver, reports which one, and on request exits without returning it. */
static _Noreturn void be_forgetful_worker(int tells, int hears) {
    struct sockspec_driver driver;
    char byte = '\0';
    must_join();
    must_lease(&driver);
    (void)!write(tells, &driver.pid, sizeof driver.pid);
    (void)!read(hears, &byte, 1);
    _exit(0);
}

Test(pool, ends_the_drivers_of_a_worker_that_is_gone) {
    struct served served = open_pool(cat);
    int said[2];
    int heard[2];
    pid_t driver = 0;
    cr_assert_eq(pipe2(said, O_CLOEXEC), 0);
    cr_assert_eq(pipe2(heard, O_CLOEXEC), 0);
    if (fork() == 0) {
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
        be_forgetful_worker(said[1], heard[0]);
    }
    (void)close(said[1]);
    cr_assert_eq(read(said[0], &driver, sizeof driver), (ssize_t)sizeof driver);
    int end = watch_process(driver);
    cr_expect_eq(write(heard[1], "x", 1), 1);
    cr_expect(comes(end, POLLIN));

    struct sockspec_driver another;
    must_join();
    must_lease(&another);
    cr_expect_neq(another.pid, driver);
    give_back(&another, true);
    close_pool(&served);
}

/* A driver that ignores its input and its readers. */
#define FOREVER "tail -f /dev/null >/dev/null "

/* Makes a driver start a process that never exits. The returned descriptor ends when that
 * process does. */
static int start_grandchild(const struct sockspec_driver *driver, const char *command) {
    char said[8] = "";
    int held = dup(driver->err);
    cr_assert_geq(held, 0);
    tell(driver->in, command);
    cr_assert(comes(driver->out, POLLIN));
    cr_assert_gt(read(driver->out, said, sizeof said - 1), 0);
    return held;
}

Test(pool, ends_the_children_of_a_driver_with_it) {
    struct served served = open_pool(shell);
    struct sockspec_driver driver;
    must_join();
    must_lease(&driver);
    int grandchild = start_grandchild(&driver, FOREVER "& echo started\n");
    give_back(&driver, false);
    cr_expect(comes(grandchild, POLLHUP));
    close_pool(&served);
}

Test(pool, leaves_no_process_when_the_run_is_over) {
    static const struct {
        const char *command;
        bool reusable;
    } rows[] = {
        {FOREVER "& echo started\n", true},
        {"setsid " FOREVER "& echo started\n", true},
        {"setsid " FOREVER "& echo started\n", false},
        {FOREVER "& echo started; exit\n", false},
        {"(setsid " FOREVER "&); echo started; exit\n", false},
    };
    enum { ROWS = sizeof rows / sizeof rows[0] };
    int grandchildren[ROWS];
    struct served served = open_pool(shell);
    must_join();
    for (size_t i = 0; i < ROWS; i++) {
        struct sockspec_driver driver;
        must_lease(&driver);
        grandchildren[i] = start_grandchild(&driver, rows[i].command);
        give_back(&driver, rows[i].reusable);
    }
    close_pool(&served);
    for (size_t i = 0; i < ROWS; i++) {
        cr_expect(comes(grandchildren[i], POLLHUP), "%s", rows[i].command);
    }
}
