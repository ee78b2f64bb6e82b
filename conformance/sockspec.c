/* sockspec: the command line and the exit status. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/audit/audit.h"
#include "conformance/harness/command/bazel.h"
#include "conformance/harness/command/companion.h"
#include "conformance/harness/command/execute.h"
#include "conformance/harness/command/finish.h"
#include "conformance/harness/command/help.h"
#include "conformance/harness/command/html.h"
#include "conformance/harness/command/init.h"
#include "conformance/harness/command/options.h"
#include "conformance/harness/command/rerun.h"
#include "conformance/harness/doctor/doctor.h"
#include "conformance/harness/report/baseline_apply.h"
#include "conformance/harness/report/diff.h"
#include "conformance/harness/report/merge.h"
#include "conformance/harness/report/terminal.h"
#include "conformance/harness/report/text.h"
#include "conformance/harness/rows/catalogue.h"
#include "conformance/harness/rows/plan.h"
#include "conformance/harness/rows/select.h"
#include "conformance/harness/run/run.h"
#include "conformance/harness/run/runner.h"
#include "conformance/harness/support/memory.h"

#define VERSION "0.1.0"

/* Returns the named driver, or the C driver with the named library or the reference. */
static char **driver_command(const struct sockspec_options *options) {
    static char *command[3];
    if (options->driver != NULL) {
        return options->driver;
    }
    command[0] = sockspec_companion("sockspec-driver-c");
    command[1] = options->library != NULL ? realpath(options->library, NULL)
                                          : sockspec_companion("libsockref.so");
    if (command[1] == NULL || access(command[1], R_OK) < 0) {
        (void)fprintf(stderr, "sockspec: no driver: cannot read %s: %s\n",
                      options->library != NULL ? options->library : command[1], strerror(errno));
        return NULL;
    }
    return command;
}

/* Selects rows and returns how many there are. `all` is the number with the rows of other
 * shards. */
static size_t select_reported(const struct sockspec_options *options, bool *selected,
                              struct sockspec_record *record, size_t *all) {
    size_t count = sockspec_select(&options->selection, selected, all);
    for (size_t i = 0; i < record->count; i++) {
        record->entries[i].reported = selected[i];
    }
    return count;
}

static void select_twins(const struct sockspec_record *record, bool *selected) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        if (record->entries[i].reported && cases[i].control != NULL) {
            selected[cases[i].control->index] = true;
        }
    }
}

/* Returns whether a case's result counts against the run. */
static bool counts_against(const struct sockspec_run *run, const struct sockspec_case *test,
                           const struct sockspec_entry *entry) {
    return sockspec_baseline_differs(run->argument, test, entry);
}

/* Reads the baseline, which is NULL if none is named. Returns false if it cannot be parsed. */
static bool read_baseline(const struct sockspec_options *options,
                          struct sockspec_baseline **baseline) {
    *baseline = options->baseline == NULL
                    ? NULL
                    : sockspec_baseline_read(options->baseline, options->update_baseline
                                                                    ? SOCKSPEC_REASONS_MAY_LACK
                                                                    : SOCKSPEC_REASONS_REQUIRED);
    return options->baseline == NULL || *baseline != NULL;
}

static struct sockspec_run new_run(const struct sockspec_options *options,
                                   sockspec_runner *runner) {
    return (struct sockspec_run){.runner = runner,
                                 .world = options->world,
                                 .jobs = options->jobs,
                                 .command = driver_command(options),
                                 .library = options->library,
                                 .progress = sockspec_report_progress};
}

static int run_command(const struct sockspec_options *options) {
    size_t count = 0;
    (void)sockspec_cases(&count);
    struct sockspec_run run = new_run(options, sockspec_run_tables);
    struct sockspec_baseline *baseline = NULL;
    if (run.command == NULL) {
        return SOCKSPEC_NO_DRIVER;
    }
    if (!read_baseline(options, &baseline)) {
        return SOCKSPEC_USAGE;
    }
    run.ends_with = options->fail_fast ? counts_against : NULL;
    run.argument = baseline;
    run.plan = sockspec_plan_make(count, &run.plan_descriptor);
    if (run.plan == NULL) {
        (void)fprintf(stderr, "sockspec: %s\n", strerror(errno));
        return SOCKSPEC_FAULT;
    }
    run.plan->timeout_ms = options->timeout_ms;
    run.plan->strength = options->command == SOCKSPEC_COMMAND_STRENGTH;
    run.plan->keeps_transcripts = options->transcripts;
    struct sockspec_record *record = sockspec_record_make(count);
    int status = SOCKSPEC_USAGE;
    size_t all = 0;
    size_t selected = select_reported(options, run.plan->selected, record, &all);
    select_twins(record, run.plan->selected);
    if (all == 0) {
        sockspec_report_nothing_selected(&options->selection);
    } else if (selected == 0 && !options->selection.shard.may_be_empty) {
        (void)fputs("sockspec: nothing selected for this shard\n", stderr);
    } else {
        status = sockspec_execute_run(options, &run, &baseline, record);
    }
    sockspec_baseline_free(baseline);
    sockspec_record_free(record);
    return status;
}

/* Runs no rows; the doctor takes the place of the runner. */
static int doctor(const struct sockspec_options *options) {
    struct sockspec_run run = new_run(options, sockspec_doctor_examine);
    if (run.command == NULL) {
        return SOCKSPEC_NO_DRIVER;
    }
    run.plan = sockspec_plan_make(0, &run.plan_descriptor);
    if (run.plan == NULL) {
        (void)fprintf(stderr, "sockspec: %s\n", strerror(errno));
        return SOCKSPEC_FAULT;
    }
    run.plan->timeout_ms = options->timeout_ms;
    struct sockspec_record *record = sockspec_record_make(0);
    int status = sockspec_execute_plan(&run, record);
    if (status == SOCKSPEC_AGREES && record->no_driver[0] != '\0') {
        (void)fprintf(stderr, "sockspec: no driver: %s\n", record->no_driver);
        status = SOCKSPEC_NO_DRIVER;
    }
    sockspec_record_free(record);
    return status == SOCKSPEC_AGREES && run.findings ? SOCKSPEC_DIFFERS : status;
}

static bool read_all(const struct sockspec_options *options, struct sockspec_record *record) {
    size_t all = 0;
    bool *selected = sockspec_must_have(calloc(record->count, sizeof *selected));
    bool understood = sockspec_check_patterns(&options->selection);
    if (understood && select_reported(options, selected, record, &all) == 0) {
        sockspec_report_nothing_selected(&options->selection);
        understood = false;
    }
    for (char **file = options->files; understood && *file != NULL; file++) {
        understood = sockspec_merge_read(record, *file, options->baseline != NULL);
    }
    free(selected);
    return understood;
}

static int diff(const struct sockspec_options *options) {
    struct sockspec_result_list *old = sockspec_result_list_read(options->files[0]);
    struct sockspec_result_list *new =
        old == NULL ? NULL : sockspec_result_list_read(options->files[1]);
    int status = SOCKSPEC_USAGE;
    if (new != NULL) {
        status = sockspec_report_diff(old, new, options->all_failures, stdout) ? SOCKSPEC_AGREES
                                                                               : SOCKSPEC_DIFFERS;
        sockspec_result_list_free(new);
    }
    if (old != NULL) {
        sockspec_result_list_free(old);
    }
    return status;
}

static int merge(const struct sockspec_options *options) {
    size_t count = 0;
    (void)sockspec_cases(&count);
    struct sockspec_baseline *baseline = NULL;
    struct sockspec_outputs outputs = {0};
    struct sockspec_record *record = sockspec_record_make(count);
    int status = SOCKSPEC_USAGE;
    /* The input is read before anything is opened for writing, because it may be the same file. */
    if (read_baseline(options, &baseline) && read_all(options, record) &&
        sockspec_open_outputs(options, &outputs)) {
        status = sockspec_finish_run(options, &baseline, record, &outputs);
    }
    sockspec_baseline_free(baseline);
    sockspec_record_free(record);
    return status;
}

/* Returns whether rows are left to choose from. Else `status` is the exit status. */
static bool read_selection(struct sockspec_options *options, int *status) {
    size_t count = 0;
    (void)sockspec_cases(&count);
    if (!sockspec_check_patterns(&options->selection)) {
        *status = SOCKSPEC_USAGE;
        return false;
    }
    enum sockspec_rerun rerun = sockspec_rerun_read(options);
    *status = rerun == SOCKSPEC_RERUN_NOTHING ? SOCKSPEC_AGREES : SOCKSPEC_USAGE;
    return rerun == SOCKSPEC_RERUN_ROWS;
}

static int list(const struct sockspec_options *options) {
    size_t count = 0;
    size_t all = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    bool *selected = sockspec_must_have(calloc(count, sizeof *selected));
    size_t listed = sockspec_select(&options->selection, selected, &all);
    for (size_t i = 0; i < count; i++) {
        if (selected[i]) {
            (void)printf("%s\t%s\t%s\t%s\t%s\n", cases[i].id, cases[i].method, cases[i].behaviour,
                         sockspec_provoked_name(cases[i].table->provoked),
                         sockspec_case_authority(&cases[i]));
        }
    }
    free(selected);
    if (listed == 0) {
        sockspec_report_nothing_selected(&options->selection);
    }
    return listed == 0 ? SOCKSPEC_USAGE : SOCKSPEC_AGREES;
}

/* Prints the subject, which is a row, or a behaviour with all its rows. */
static int explain(const char *id) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    const struct sockspec_case *test = sockspec_case_find(id);
    const struct sockspec_behaviour *behaviour = sockspec_catalogue_find(id);
    if (test != NULL) {
        sockspec_report_case(test, stdout);
        return SOCKSPEC_AGREES;
    }
    if (behaviour == NULL) {
        struct sockspec_nearest nearest = {.word = id};
        sockspec_offer_ids(&nearest);
        (void)fprintf(stderr, "sockspec: no row and no behaviour is called '%s'%s\n", id,
                      sockspec_nearest_question(&nearest));
        return SOCKSPEC_USAGE;
    }
    (void)printf("%s (%s, %s)\n  %-10s  %s\n  section     %s\n  document    %s\n", behaviour->id,
                 behaviour->method, behaviour->platform,
                 sockspec_authority_name(behaviour->authority), behaviour->statement,
                 behaviour->section, SOCKSPEC_DOCUMENT);
    if (behaviour->exclusion != NULL) {
        (void)printf("  not checked: %s\n", behaviour->exclusion);
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(cases[i].behaviour, id) == 0) {
            (void)printf("  row %s\n", cases[i].id);
        }
    }
    return SOCKSPEC_AGREES;
}

int main(int argc, char **argv) {
    struct sockspec_options options;
    int status = SOCKSPEC_USAGE;
    if (!sockspec_options_parse(&options, argc, argv)) {
        return SOCKSPEC_USAGE;
    }
    switch (options.command) {
    case SOCKSPEC_COMMAND_STRENGTH:
    case SOCKSPEC_COMMAND_RUN:
        return sockspec_bazel_ask(&options) && read_selection(&options, &status)
                   ? run_command(&options)
                   : status;
    case SOCKSPEC_COMMAND_LIST:
        return read_selection(&options, &status) ? list(&options) : status;
    case SOCKSPEC_COMMAND_EXPLAIN:
        return explain(options.subject);
    case SOCKSPEC_COMMAND_DOCTOR:
        return doctor(&options);
    case SOCKSPEC_COMMAND_MERGE:
        return merge(&options);
    case SOCKSPEC_COMMAND_DIFF:
        return diff(&options);
    case SOCKSPEC_COMMAND_HTML:
        return sockspec_make_page(&options);
    case SOCKSPEC_COMMAND_AUDIT:
        return sockspec_audit(stdout) ? SOCKSPEC_AGREES : SOCKSPEC_DIFFERS;
    case SOCKSPEC_COMMAND_INIT:
        return sockspec_init(options.subject, options.directory) ? SOCKSPEC_AGREES : SOCKSPEC_USAGE;
    case SOCKSPEC_COMMAND_HELP:
        sockspec_help(options.helped, stdout);
        return SOCKSPEC_AGREES;
    case SOCKSPEC_COMMAND_VERSION:
        (void)puts("sockspec " VERSION);
        return SOCKSPEC_AGREES;
    }
    return SOCKSPEC_FAULT;
}
