#include "conformance/harness/command/finish.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/command/option_values.h"
#include "conformance/harness/report/baseline_update.h"
#include "conformance/harness/report/junit.h"
#include "conformance/harness/report/results.h"
#include "conformance/harness/report/strength.h"
#include "conformance/harness/report/tap.h"
#include "conformance/harness/report/terminal.h"
#include "conformance/harness/support/plural.h"

static bool open_output(const char *path, FILE **file) {
    *file = NULL;
    if (path == NULL) {
        return true;
    }
    /* Closing the file must leave standard output open. */
    *file = strcmp(path, "-") == 0 ? fdopen(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0), "w")
                                   : fopen(path, "we");
    if (*file == NULL) {
        (void)fprintf(stderr, "sockspec: cannot write %s: %s\n", path, strerror(errno));
    }
    return *file != NULL;
}

bool sockspec_open_outputs(const struct sockspec_options *options,
                           struct sockspec_outputs *outputs) {
    outputs->text = sockspec_options_claim_stdout(options) > 0 ? stderr : stdout;
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

static bool write_outputs(const struct sockspec_outputs *outputs,
                          const struct sockspec_record *record) {
    bool results = write_output(outputs->results, record, sockspec_report_json_lines);
    bool junit = write_output(outputs->junit, record, sockspec_report_junit);
    bool tap = write_output(outputs->tap, record, sockspec_report_tap);
    return results && junit && tap;
}

/* Returns the baseline to judge by, after it is updated to match the run; NULL on failure. */
static struct sockspec_baseline *update_baseline(const struct sockspec_options *options,
                                                 struct sockspec_baseline *baseline,
                                                 const struct sockspec_record *record, FILE *out) {
    struct sockspec_baseline *updated = NULL;
    const char *reason = options->reason == NULL ? SOCKSPEC_NO_REASON : options->reason;
    if (sockspec_baseline_update(baseline, record, reason, out)) {
        updated = sockspec_baseline_read(options->baseline, SOCKSPEC_REASONS_MAY_LACK);
    }
    sockspec_baseline_free(baseline);
    return updated;
}

/* Returns whether rows may be without a verdict without a mistake in the suite. Reports how many
 * there are. */
static bool may_lack_rows(const struct sockspec_options *options,
                          const struct sockspec_record *record) {
    bool merged = options->command == SOCKSPEC_COMMAND_MERGE;
    size_t missing = record->missing;
    size_t count = 0;
    const struct sockspec_case *first = sockspec_cases(&count);
    while (!record->entries[first->index].reported || record->entries[first->index].recorded) {
        first++;
    }
    (void)fprintf(
        stderr, "sockspec: %zu %s, the first is %s\n", missing,
        merged ? sockspec_plural(missing, "row is in none of the results",
                                 "rows are in none of the results")
               : sockspec_plural(missing, "row came to no verdict", "rows came to no verdict"),
        first->id);
    return merged;
}

/* Reports as much as the options ask for. Returns false if they name a cause that does not exist.
 */
static bool report_text(const struct sockspec_options *options,
                        const struct sockspec_baseline *baseline,
                        const struct sockspec_record *record, FILE *out, size_t *stale) {
    bool shows_all = options->all_failures || options->command == SOCKSPEC_COMMAND_STRENGTH;
    enum sockspec_detail detail = shows_all ? SOCKSPEC_ALL_ROWS : SOCKSPEC_SUMMARY;
    if (options->cause == SOCKSPEC_ALL_CAUSES) {
        sockspec_report_causes(record, out);
    } else if (options->cause != 0 && !sockspec_report_cause(record, (size_t)options->cause, out)) {
        return false;
    }
    *stale = sockspec_report_text(record, baseline, options->cause != 0 ? SOCKSPEC_NO_ROWS : detail,
                                  out);
    return true;
}

static int judge(const struct sockspec_options *options, struct sockspec_baseline **baseline,
                 struct sockspec_record *record, FILE *out) {
    size_t stale = 0;
    sockspec_record_count(record);
    if (options->update_baseline && record->no_driver[0] == '\0' && record->missing == 0) {
        *baseline = update_baseline(options, *baseline, record, out);
        if (*baseline == NULL) {
            return SOCKSPEC_FAULT;
        }
    }
    if (*baseline != NULL) {
        sockspec_baseline_apply(*baseline, record);
        sockspec_record_count(record);
    }
    size_t incomplete = record->counts[SOCKSPEC_UNSUPPORTED] + record->counts[SOCKSPEC_NOT_RUN];
    size_t ran = record->reported - record->missing - incomplete;
    if (record->missing < record->reported || record->reported == 0) {
        if (!report_text(options, *baseline, record, out, &stale)) {
            return SOCKSPEC_USAGE;
        }
        sockspec_report_strength(record, out);
    }
    if (record->no_driver[0] != '\0') {
        (void)fprintf(stderr, "sockspec: no driver: %s\n", record->no_driver);
        return SOCKSPEC_NO_DRIVER;
    }
    if (record->missing > 0 && !may_lack_rows(options, record)) {
        return SOCKSPEC_FAULT;
    }
    if (*baseline != NULL && !sockspec_baseline_is_explained(*baseline)) {
        return SOCKSPEC_DIFFERS;
    }
    if (stale > 0 || ran != record->counts[SOCKSPEC_PASS] + record->counts[SOCKSPEC_KNOWN]) {
        return SOCKSPEC_DIFFERS;
    }
    bool accepted = options->allow_incomplete && ran > 0;
    return record->missing > 0 || (incomplete > 0 && !accepted) ? SOCKSPEC_INCOMPLETE
                                                                : SOCKSPEC_AGREES;
}

int sockspec_finish_run(const struct sockspec_options *options, struct sockspec_baseline **baseline,
                        struct sockspec_record *record, const struct sockspec_outputs *outputs) {
    int status = judge(options, baseline, record, outputs->text);
    return write_outputs(outputs, record) ? status : SOCKSPEC_FAULT;
}
