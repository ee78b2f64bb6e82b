/* sockspec: the command line and the exit status. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/audit.h"
#include "conformance/harness/baseline.h"
#include "conformance/harness/bazel.h"
#include "conformance/harness/catalogue.h"
#include "conformance/harness/doctor.h"
#include "conformance/harness/lead.h"
#include "conformance/harness/options.h"
#include "conformance/harness/plan.h"
#include "conformance/harness/report.h"
#include "conformance/harness/run.h"
#include "conformance/harness/select.h"

#define VERSION "0.1.0"

/* In rising precedence: when several apply, the later one is the exit status. */
enum status {
    AGREES = 0,
    INCOMPLETE = 3,
    DIFFERS = 1,
    USAGE = 2,
    NO_DRIVER = 4,
    FAULT = 5,
    INTERRUPTED = 130,
};

struct outputs {
    FILE *results, *junit, *tap;
};

static bool open_output(const char *path, FILE **file) {
    *file = NULL;
    if (path == NULL) {
        return true;
    }
    *file = fopen(path, "we");
    if (*file == NULL) {
        (void)fprintf(stderr, "sockspec: cannot write %s: %s\n", path, strerror(errno));
    }
    return *file != NULL;
}

/* Opened before the run: a path that cannot be written is found out at once, and what is written
 * lands outside the world. */
static bool open_outputs(const struct sockspec_options *options, struct outputs *outputs) {
    return open_output(options->results, &outputs->results) &&
           open_output(options->junit, &outputs->junit) && open_output(options->tap, &outputs->tap);
}

static bool write_output(FILE *file, const struct sockspec_record *record,
                         void (*report)(const struct sockspec_record *, FILE *)) {
    if (file == NULL) {
        return true;
    }
    report(record, file);
    if (fclose(file) != 0) {
        (void)fprintf(stderr, "sockspec: cannot write the results: %s\n", strerror(errno));
        return false;
    }
    return true;
}

static bool write_outputs(const struct outputs *outputs, const struct sockspec_record *record) {
    bool results = write_output(outputs->results, record, sockspec_report_json_lines);
    bool junit = write_output(outputs->junit, record, sockspec_report_junit);
    bool tap = write_output(outputs->tap, record, sockspec_report_tap);
    return results && junit && tap;
}

/* A file beside this program: the C driver, the reference. */
static char *beside(const char *name) {
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    self[length < 0 ? 0 : length] = '\0';
    char *slash = strrchr(self, '/');
    if (slash != NULL) {
        *slash = '\0';
    }
    char *path = NULL;
    return asprintf(&path, "%s/%s", self, name) < 0 ? NULL : path;
}

/* The driver named, or the C driver with the library named, or with the reference. */
static char **driver_command(const struct sockspec_options *options) {
    static char *command[3];
    if (options->driver != NULL) {
        return options->driver;
    }
    command[0] = beside("sockspec-driver-c");
    command[1] =
        options->library != NULL ? realpath(options->library, NULL) : beside("libsockref.so");
    if (command[0] == NULL || command[1] == NULL || access(command[1], R_OK) < 0) {
        (void)fprintf(stderr, "sockspec: no driver: cannot read %s: %s\n",
                      options->library != NULL ? options->library : command[1], strerror(errno));
        return NULL;
    }
    return command;
}

/* Twins run along. How many rows are selected themselves, and, in `all`, with those of other
 * shards. */
static size_t select_cases(const struct sockspec_options *options, struct sockspec_plan *plan,
                           struct sockspec_record *record, size_t *all) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    size_t selected = sockspec_select(options, plan->selected, all);
    for (size_t i = 0; i < count; i++) {
        record->entries[i].reported = plan->selected[i];
    }
    for (size_t i = 0; i < count; i++) {
        if (record->entries[i].reported && cases[i].twin != NULL) {
            plan->selected[cases[i].twin->index] = true;
        }
    }
    return selected;
}

/* The baseline to judge by: the one read, or that brought in line with the run; NULL on failure. */
static struct sockspec_baseline *update_baseline(const char *path,
                                                 struct sockspec_baseline *baseline,
                                                 const struct sockspec_record *record) {
    struct sockspec_baseline *updated = NULL;
    if (sockspec_baseline_update(baseline, record, stdout)) {
        updated = sockspec_baseline_read(path, SOCKSPEC_REASONS_MAY_LACK);
    }
    sockspec_baseline_free(baseline);
    return updated;
}

static int conclude(const struct sockspec_options *options, struct sockspec_baseline **baseline,
                    struct sockspec_record *record) {
    size_t stale = 0;
    sockspec_record_settle(record);
    sockspec_record_count(record);
    if (options->update_baseline && record->no_driver[0] == '\0' && record->missing == 0) {
        *baseline = update_baseline(options->baseline, *baseline, record);
        if (*baseline == NULL) {
            return FAULT;
        }
    }
    if (*baseline != NULL) {
        sockspec_baseline_apply(*baseline, record);
        sockspec_record_count(record);
    }
    size_t incomplete = record->counts[SOCKSPEC_UNSUPPORTED] + record->counts[SOCKSPEC_NOT_RUN];
    size_t ran = record->reported - record->missing - incomplete;
    if (record->missing < record->reported || record->reported == 0) {
        stale = sockspec_report_text(record, *baseline, stdout);
    }
    if (record->no_driver[0] != '\0') {
        (void)fprintf(stderr, "sockspec: no driver: %s\n", record->no_driver);
        return NO_DRIVER;
    }
    if (record->missing > 0) {
        (void)fprintf(stderr, "sockspec: %zu rows came to no verdict\n", record->missing);
        return FAULT;
    }
    if (*baseline != NULL && sockspec_baseline_unexplained(*baseline) > 0) {
        (void)fprintf(stderr, "sockspec: write the reasons where %s has a ?\n", options->baseline);
        return DIFFERS;
    }
    if (stale > 0 || ran != record->counts[SOCKSPEC_PASS] + record->counts[SOCKSPEC_EXPECTED]) {
        return DIFFERS;
    }
    bool accepted = options->allow_incomplete && ran > 0;
    return incomplete > 0 && !accepted ? INCOMPLETE : AGREES;
}

/* AGREES when the run is whole, whatever came of its rows. */
static int run_plan(struct sockspec_run *run, struct sockspec_record *record) {
    switch (sockspec_run_plan(run, record)) {
    case SOCKSPEC_RUN_NO_WORLD:
        return INCOMPLETE;
    case SOCKSPEC_RUN_FAULT:
        (void)fputs("sockspec: the run broke off\n", stderr);
        return FAULT;
    case SOCKSPEC_RUN_INTERRUPTED:
        (void)fputs("sockspec: interrupted\n", stderr);
        return INTERRUPTED;
    case SOCKSPEC_RUN_WHOLE:
        return AGREES;
    }
    return FAULT;
}

static int run_selected(struct sockspec_run *run, struct sockspec_record *record) {
    struct outputs outputs = {0};
    if (!open_outputs(run->options, &outputs)) {
        return USAGE;
    }
    bool empty = memchr(run->plan->selected, 1, record->count) == NULL;
    int status = empty ? AGREES : run_plan(run, record);
    if (status != AGREES) {
        return status;
    }
    status = conclude(run->options, &run->baseline, record);
    return write_outputs(&outputs, record) ? status : FAULT;
}

static int run_command(const struct sockspec_options *options) {
    size_t count = 0;
    (void)sockspec_cases(&count);
    if (!sockspec_check_patterns(options)) {
        return USAGE;
    }
    struct sockspec_run run = {.options = options,
                               .lead = sockspec_lead_tables,
                               .command = driver_command(options),
                               .progress = sockspec_report_progress};
    if (run.command == NULL) {
        return NO_DRIVER;
    }
    if (options->baseline != NULL) {
        run.baseline = sockspec_baseline_read(options->baseline, options->update_baseline
                                                                     ? SOCKSPEC_REASONS_MAY_LACK
                                                                     : SOCKSPEC_REASONS_REQUIRED);
        if (run.baseline == NULL) {
            return USAGE;
        }
    }
    run.plan = sockspec_plan_make(count, &run.plan_descriptor);
    if (run.plan == NULL) {
        (void)fprintf(stderr, "sockspec: %s\n", strerror(errno));
        return FAULT;
    }
    run.plan->timeout_ms = options->timeout_ms;
    run.plan->keeps_transcripts = options->transcripts;
    struct sockspec_record *record = sockspec_record_make(count);
    int status = USAGE;
    size_t all = 0;
    if (select_cases(options, run.plan, record, &all) == 0 &&
        !(all > 0 && options->shard.may_be_empty)) {
        (void)fprintf(stderr, "sockspec: nothing selected%s\n", all > 0 ? " for this shard" : "");
    } else {
        status = run_selected(&run, record);
    }
    sockspec_baseline_free(run.baseline);
    sockspec_record_free(record);
    return status;
}

/* A run of no rows, led by the doctor. */
static int doctor(const struct sockspec_options *options) {
    struct sockspec_run run = {.options = options,
                               .lead = sockspec_doctor_examine,
                               .command = driver_command(options),
                               .progress = sockspec_report_progress};
    if (run.command == NULL) {
        return NO_DRIVER;
    }
    run.plan = sockspec_plan_make(0, &run.plan_descriptor);
    if (run.plan == NULL) {
        (void)fprintf(stderr, "sockspec: %s\n", strerror(errno));
        return FAULT;
    }
    run.plan->timeout_ms = options->timeout_ms;
    struct sockspec_record *record = sockspec_record_make(0);
    int status = run_plan(&run, record);
    if (status == AGREES && record->no_driver[0] != '\0') {
        (void)fprintf(stderr, "sockspec: no driver: %s\n", record->no_driver);
        status = NO_DRIVER;
    }
    sockspec_record_free(record);
    return status == AGREES && run.findings ? DIFFERS : status;
}

static int list(const struct sockspec_options *options) {
    size_t count = 0;
    size_t all = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    bool *selected = calloc(count, sizeof *selected);
    if (selected == NULL || !sockspec_check_patterns(options)) {
        free(selected);
        return USAGE;
    }
    size_t listed = sockspec_select(options, selected, &all);
    for (size_t i = 0; i < count; i++) {
        if (selected[i]) {
            (void)printf("%s\t%s\t%s\t%s\n", cases[i].id, cases[i].method, cases[i].behaviour,
                         sockspec_provoked_name(cases[i].table->provoked));
        }
    }
    free(selected);
    if (listed == 0) {
        (void)fputs("sockspec: nothing selected\n", stderr);
    }
    return listed == 0 ? USAGE : AGREES;
}

/* The subject is a row, or a behaviour with all its rows. */
static int explain(const char *id) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    const struct sockspec_case *test = sockspec_case_find(id);
    const struct sockspec_behaviour *behaviour = sockspec_catalogue_find(id);
    if (test != NULL) {
        sockspec_report_case(test, stdout);
        return AGREES;
    }
    if (behaviour == NULL) {
        (void)fprintf(stderr, "sockspec: no row and no behaviour is called '%s'\n", id);
        return USAGE;
    }
    (void)printf("%s (%s, %s, %s)\n  %s\n", behaviour->id, behaviour->method, behaviour->authority,
                 behaviour->platform, behaviour->statement);
    if (behaviour->exclusion != NULL) {
        (void)printf("  not checked: %s\n", behaviour->exclusion);
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(cases[i].behaviour, id) == 0) {
            (void)printf("  row %s\n", cases[i].id);
        }
    }
    return AGREES;
}

int main(int argc, char **argv) {
    struct sockspec_options options;
    if (!sockspec_options_parse(&options, argc, argv)) {
        return USAGE;
    }
    switch (options.command) {
    case SOCKSPEC_COMMAND_RUN:
        return sockspec_bazel_ask(&options) ? run_command(&options) : USAGE;
    case SOCKSPEC_COMMAND_LIST:
        return list(&options);
    case SOCKSPEC_COMMAND_EXPLAIN:
        return explain(options.subject);
    case SOCKSPEC_COMMAND_DOCTOR:
        return doctor(&options);
    case SOCKSPEC_COMMAND_AUDIT:
        return sockspec_audit(stdout) ? AGREES : DIFFERS;
    case SOCKSPEC_COMMAND_HELP:
        sockspec_options_help(stdout);
        return AGREES;
    case SOCKSPEC_COMMAND_VERSION:
        (void)puts("sockspec " VERSION);
        return AGREES;
    }
    return FAULT;
}
