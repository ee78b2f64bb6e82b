#include "conformance/harness/command/execute.h"

#include <stdio.h>
#include <string.h>

#include "conformance/harness/command/finish.h"
#include "conformance/harness/report/unstable.h"

int sockspec_execute_plan(struct sockspec_run *run, struct sockspec_record *record) {
    switch (sockspec_run_plan(run, record)) {
    case SOCKSPEC_RUN_NO_WORLD:
        return SOCKSPEC_INCOMPLETE;
    case SOCKSPEC_RUN_FAULT:
        (void)fputs("sockspec: the run broke off\n", stderr);
        return SOCKSPEC_FAULT;
    case SOCKSPEC_RUN_INTERRUPTED:
        (void)fputs("sockspec: interrupted\n", stderr);
        return SOCKSPEC_INTERRUPTED;
    case SOCKSPEC_RUN_WHOLE:
        return SOCKSPEC_AGREES;
    }
    return SOCKSPEC_FAULT;
}

/* Adds the repetitions after the first to the record. Returns as sockspec_execute_plan does. */
static int repeat(struct sockspec_run *run, struct sockspec_record *record, int times,
                  struct sockspec_repetitions *repetitions) {
    int status = SOCKSPEC_AGREES;
    for (int i = 1; i < times && status == SOCKSPEC_AGREES; i++) {
        if (record->no_driver[0] != '\0' || record->left_out > 0) {
            break; /* --fail-fast has ended the run */
        }
        struct sockspec_record *another = sockspec_record_make(record->count);
        for (size_t j = 0; j < record->count; j++) {
            another->entries[j].reported = record->entries[j].reported;
        }
        status = sockspec_execute_plan(run, another);
        if (status == SOCKSPEC_AGREES || status == SOCKSPEC_INTERRUPTED) {
            sockspec_record_settle(another);
            sockspec_repetitions_add(repetitions, another);
            sockspec_record_combine(record, another);
        }
        bool ended = another->left_out > 0;
        sockspec_record_free(another);
        if (ended) {
            break;
        }
    }
    return status;
}

/* Returns the status with regard to the rows that are unstable. */
static int report_unstable(const struct sockspec_repetitions *repetitions,
                           struct sockspec_baseline *baseline, int status, FILE *out) {
    bool unstable = sockspec_repetitions_report(repetitions, baseline, out) > 0;
    bool yields = status == SOCKSPEC_AGREES || status == SOCKSPEC_INCOMPLETE;
    return unstable && yields ? SOCKSPEC_DIFFERS : status;
}

/* Runs the selected rows, if there are any, and settles the record. */
static int run_rows(const struct sockspec_options *options, struct sockspec_run *run,
                    struct sockspec_record *record, struct sockspec_repetitions *repetitions) {
    if (memchr(run->plan->selected, 1, record->count) == NULL) {
        return SOCKSPEC_AGREES;
    }
    int status = sockspec_execute_plan(run, record);
    if (status == SOCKSPEC_AGREES || status == SOCKSPEC_INTERRUPTED) {
        sockspec_record_settle(record);
        if (repetitions != NULL) {
            sockspec_repetitions_add(repetitions, record);
        }
    }
    return status == SOCKSPEC_AGREES && repetitions != NULL
               ? repeat(run, record, options->repeat, repetitions)
               : status;
}

int sockspec_execute_run(const struct sockspec_options *options, struct sockspec_run *run,
                         struct sockspec_baseline **baseline, struct sockspec_record *record) {
    struct sockspec_outputs outputs = {0};
    struct sockspec_options finishing = *options;
    if (!sockspec_open_outputs(options, &outputs)) {
        return SOCKSPEC_USAGE;
    }
    struct sockspec_repetitions *repetitions =
        options->repeat == 0 ? NULL : sockspec_repetitions_make(record->count);
    int status = run_rows(options, run, record, repetitions);
    bool interrupted = status == SOCKSPEC_INTERRUPTED;
    if (status == SOCKSPEC_AGREES || interrupted) {
        finishing.update_baseline = options->update_baseline && !interrupted;
        status = sockspec_finish_run(&finishing, baseline, record, &outputs);
        if (repetitions != NULL) {
            status = report_unstable(repetitions, *baseline, status, outputs.text);
        }
    }
    if (repetitions != NULL) {
        sockspec_repetitions_free(repetitions);
    }
    return interrupted ? SOCKSPEC_INTERRUPTED : status;
}
