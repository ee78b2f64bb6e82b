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

#include "conformance/harness/driver/handshake.h"
#include "conformance/harness/driver/hello.h"
#include "conformance/harness/driver/lease.h"
#include "conformance/harness/rows/plan.h"
#include "conformance/harness/rows/tables.h"
#include "conformance/harness/support/memory.h"

/* Prints an argument so that a shell reads it as one word. */
static void print_argument(FILE *out, const char *argument) {
    bool plain = *argument != '\0' && strpbrk(argument, " \t\n'\"\\$`&|;<>()*?[]{}~#!") == NULL;
    (void)fprintf(out, plain ? " %s" : " '%s'", argument);
}

static void print_next_step(FILE *out, const struct sockspec_run *run) {
    (void)fputs("  next: sockspec doctor", out);
    if (run->library != NULL) {
        (void)fputs(" --library", out);
        print_argument(out, run->library);
        return;
    }
    (void)fputs(" --", out);
    for (char *const *argument = run->command; *argument != NULL; argument++) {
        print_argument(out, *argument);
    }
}

/* Reports a driver that did not start, or whose hello failed: then `handshake` says more. */
static void send_no_driver(int records, const struct sockspec_run *run, const char *problem,
                           const struct sockspec_handshake *handshake, const char *fate) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&text, &size));
    (void)fputs(problem, out);
    if (handshake != NULL) {
        (void)fprintf(out, "%s%s%s%s\n", *fate == '\0' ? "" : ": ", fate,
                      *handshake->words == '\0' ? "" : ": ", handshake->words);
        sockspec_handshake_print(handshake, out);
    } else {
        (void)fputc('\n', out);
        sockspec_handshake_print_start(run->command[0], problem, out);
    }
    print_next_step(out, run);
    (void)fclose(out);
    sockspec_record_send_no_driver(records, text);
    free(text);
}

/* Starts a first driver and sends it hello before any table runs: without a driver there is nothing
 * to run. */
static bool greet_first_driver(const struct sockspec_run *run, int records) {
    const struct sockspec_driver_kind kind = {0};
    struct sockspec_driver driver;
    int given[2];
    struct sockspec_handshake handshake;
    char problem[256] = "";
    char text[160];
    char fate[64] = "";
    if (!sockspec_pool_join(&given[0], &given[1]) ||
        !sockspec_pool_lease(&kind, &driver, problem, sizeof problem)) {
        send_no_driver(records, run, problem, NULL, fate);
        return false;
    }
    bool greeted = sockspec_driver_greet(&driver, run->plan->timeout_ms, problem, sizeof problem);
    if (greeted) {
        sockspec_driver_title(&driver, run->library, text, sizeof text);
        sockspec_record_send_implementation(records, text);
    } else {
        sockspec_handshake_examine(&driver, &handshake);
    }
    bool died = driver.greeting == SOCKSPEC_REPLY_DIED;
    sockspec_pool_release(&driver, greeted, fate, sizeof fate);
    if (!greeted) {
        send_no_driver(records, run, problem, &handshake, died ? fate : "");
    }
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
