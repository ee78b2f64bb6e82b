#include "conformance/harness/run/runner.h"

#include <criterion/criterion.h>
#include <criterion/options.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "conformance/harness/driver/hello.h"
#include "conformance/harness/driver/lease.h"
#include "conformance/harness/rows/plan.h"
#include "conformance/harness/rows/tables.h"
#include "conformance/harness/support/memory.h"

/* The driver's own output explains best why it does not serve. */
static void say_no_driver(int records, struct sockspec_driver *driver, const char *problem) {
    char text[640];
    char words[300];
    sockspec_driver_last_words(driver, words, sizeof words);
    (void)snprintf(text, sizeof text, "%s%s%s", problem, *words == '\0' ? "" : ": ", words);
    sockspec_record_send_no_driver(records, text);
}

/* Starts a first driver and sends it hello before any table runs: without a driver there is nothing
 * to run. */
static bool greet_first_driver(const struct sockspec_run *run, int records) {
    const struct sockspec_driver_kind kind = {0};
    struct sockspec_driver driver;
    int given[2];
    char problem[256] = "";
    char text[160];
    char fate[64];
    if (!sockspec_pool_join(&given[0], &given[1]) ||
        !sockspec_pool_lease(&kind, &driver, problem, sizeof problem)) {
        sockspec_record_send_no_driver(records, problem);
        return false;
    }
    bool greeted = sockspec_driver_greet(&driver, run->plan->timeout_ms, problem, sizeof problem);
    if (greeted) {
        sockspec_driver_title(&driver, run->library, text, sizeof text);
        sockspec_record_send_implementation(records, text);
    } else {
        say_no_driver(records, &driver, problem);
    }
    sockspec_pool_release(&driver, greeted, fate, sizeof fate);
    return greeted;
}

/* Returns whether a leader of that name is among the wanted ones. */
static bool is_wanted(const struct sockspec_table *const *wanted, const char *name) {
    while (*wanted != NULL && strcmp((*wanted)->name, name) != 0) {
        wanted++;
    }
    return *wanted != NULL;
}

/* Returns the leaders of the tables with a selected case, NULL-terminated. */
static const struct sockspec_table **find_wanted(const struct sockspec_plan *plan) {
    size_t count = 0;
    size_t first = 0;
    size_t found = 0;
    const struct sockspec_table *const *tables = sockspec_tables(&count);
    const struct sockspec_table **wanted = sockspec_must_have(calloc(count + 1, sizeof *wanted));
    for (size_t i = 0; i < count; i++) {
        size_t cases = sockspec_table_cases(tables[i]);
        if (memchr(&plan->selected[first], 1, cases) != NULL) {
            wanted[found++] = sockspec_table_leader(tables[i]);
        }
        first += cases;
    }
    return wanted;
}

/* The other tests would only cost a process each. */
static void disable_unwanted(struct criterion_test_set *tests, const struct sockspec_plan *plan) {
    const struct sockspec_table **wanted = find_wanted(plan);
    FOREACH_SET(struct criterion_suite_set * suite, tests->suites) {
        FOREACH_SET(struct criterion_test * test, suite->tests) {
            test->data->disabled = !is_wanted(wanted, test->name);
        }
    }
    free(wanted);
}

/* Criterion loads libgit2, which reads the machine's certificates whenever a process starts. A
 * worker does not need them, and reading them takes five milliseconds. Only the caller and its
 * children lose sight of them. */
static void hide_certificates(void) {
    if (unshare(CLONE_NEWNS) == 0) {
        (void)mount("none", "/etc/ssl/certs", "tmpfs", MS_RDONLY, NULL);
    }
}

/* Criterion starts its workers from the path that /proc gives for this program. If the caller ran
 * in a chroot, that path belongs to another root than the world's, so a link takes its place. */
static void keep_own_path(const char *program) {
    char path[PATH_MAX] = "";
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0 || strcmp(path, program) == 0) {
        return;
    }
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(path, 0755);
        *slash = '/';
    }
    (void)symlink(program, path);
}

/* Criterion's output is silenced and its conclusion is not used: only the record decides. */
int sockspec_run_tables(const struct sockspec_run *run, int records, const char *program) {
    if (!greet_first_driver(run, records)) {
        return SOCKSPEC_RUNNER_NO_DRIVER;
    }
    if (run->plan->in_world) {
        hide_certificates();
        keep_own_path(program);
    }
    struct criterion_test_set *tests = criterion_initialize();
    disable_unwanted(tests, run->plan);
    criterion_options.logging_threshold = (enum criterion_logging_level)100;
    criterion_options.jobs = (size_t)run->jobs;
    (void)criterion_run_all_tests(tests);
    criterion_finalize(tests);
    return SOCKSPEC_RUNNER_DONE;
}
