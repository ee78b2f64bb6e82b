#include "conformance/harness/command/execute.h"

#include <stdio.h>
#include <string.h>

#include "conformance/harness/command/finish.h"

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

int sockspec_execute_run(const struct sockspec_options *options, struct sockspec_run *run,
                         struct sockspec_baseline **baseline, struct sockspec_record *record) {
    struct sockspec_outputs outputs = {0};
    struct sockspec_options finishing = *options;
    if (!sockspec_open_outputs(options, &outputs)) {
        return SOCKSPEC_USAGE;
    }
    bool empty = memchr(run->plan->selected, 1, record->count) == NULL;
    int status = empty ? SOCKSPEC_AGREES : sockspec_execute_plan(run, record);
    bool interrupted = status == SOCKSPEC_INTERRUPTED;
    if (status != SOCKSPEC_AGREES && !interrupted) {
        return status;
    }
    finishing.update_baseline = options->update_baseline && !interrupted;
    sockspec_record_settle(record);
    int finished = sockspec_finish_run(&finishing, baseline, record, &outputs);
    return interrupted ? SOCKSPEC_INTERRUPTED : finished;
}
