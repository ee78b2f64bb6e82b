#include "conformance/harness/command/option_table.h"

#define BIT(command) (1U << SOCKSPEC_COMMAND_##command)

enum {
    EVERY = (1U << SOCKSPEC_COMMANDS) - 1,
    RUN = BIT(RUN),
    RUNS = BIT(RUN) | BIT(STRENGTH),
    DRIVES = RUNS | BIT(DOCTOR),
    SELECTS = RUNS | BIT(LIST),
    SELECTS_OR_MERGES = SELECTS | BIT(MERGE),
    REPORTS = RUNS | BIT(MERGE),
    JUDGES = BIT(RUN) | BIT(MERGE),
};

#define OPTION(name) SOCKSPEC_OPTION_##name

/* clang-format off */
static const struct sockspec_option options[] = {
    {"only", "PATTERN", OPTION(ONLY), SELECTS_OR_MERGES,
        "only rows whose id or behaviour matches (* and ? as in a shell)"},
    {"skip", "PATTERN", OPTION(SKIP), SELECTS_OR_MERGES,
        "leave out the rows that match"},
    {"method", "NAME", OPTION(METHOD), SELECTS_OR_MERGES,
        "only rows of a method, or of those that match: accept,\n"
        "Socket#accept, '*nonblock', 'Socket#*'; each of these three\n"
        "can be repeated: a row must match one of the --only, one of\n"
        "the --method, and none of the --skip values"},
    {"authority", "LIST", OPTION(AUTHORITY), SELECTS_OR_MERGES,
        "only rows of these authorities, separated by commas, or all\n"
        "(default: documented,source,classic):\n"
        "  documented  a sentence or an example of the page\n"
        "  source      only the C that the page prints shows it\n"
        "  classic     the page only names the method; Ruby 1.8.7 and\n"
        "              today's Ruby agree\n"
        "  later       today's Ruby does it, Ruby 1.8.7 does not"},
    {"rerun", "RESULTS", OPTION(RERUN), BIT(RUN) | BIT(LIST),
        "only rows that did not pass in a file of --results, including those\n"
        "that a baseline lists; of all authorities, unless --authority limits\n"
        "them; the status is 0 if every row of the file passed"},
    {"shard", "I/N", OPTION(SHARD), SELECTS,
        "only shard I of N equal shards of these rows, counted from 1"},
    {"library", "FILE", OPTION(LIBRARY), DRIVES,
        "check a C library"},
    {"jobs", "N", OPTION(JOBS), RUNS,
        "number of parallel processes (default: processors + 2)"},
    {"timeout", "SECONDS", OPTION(TIMEOUT), DRIVES,
        "time limit for one answer of the driver (default: 10); the\n"
        "answer to hello may take six times as long"},
    {"world", "WHICH", OPTION(WORLD), DRIVES,
        "auto: isolate the run if the kernel allows it; require: fail if it\n"
        "does not; off: run without isolation"},
    {"results", "FILE", OPTION(RESULTS), REPORTS,
        "write every row as a line of JSON"},
    {"transcripts", NULL, OPTION(TRANSCRIPTS), REPORTS,
        "include the script and the messages of passing rows in the results"},
    {"junit", "FILE", OPTION(JUNIT), REPORTS,
        "write every row as JUnit XML"},
    {"tap", "FILE", OPTION(TAP), REPORTS,
        "write every row as TAP; for one of --results, --junit and --tap, -\n"
        "means standard output, and the report goes to standard error"},
    {"output", "FILE", OPTION(OUTPUT), BIT(HTML),
        "write the page to this file; -o FILE also does; - means standard\n"
        "output"},
    {"baseline", "FILE", OPTION(BASELINE), JUDGES,
        "known differences: only others count against the run"},
    {"update-baseline", NULL, OPTION(UPDATE_BASELINE), JUDGES,
        "make that file match this run; then replace each ? by a reason"},
    {"reason", "TEXT", OPTION(REASON), JUDGES,
        "with --update-baseline: the reason of all new lines, instead of ?"},
    {"allow-incomplete", NULL, OPTION(ALLOW_INCOMPLETE), REPORTS,
        "not-run and unsupported rows do not make the status 3"},
    {"all-failures", NULL, OPTION(ALL_FAILURES), REPORTS | BIT(DIFF),
        "show every row that does not pass, not a summary by cause; with\n"
        "diff, every row, not the first 20 of each group"},
    {"cause", "N", OPTION(CAUSE), REPORTS,
        "show every row of cause N of the summary; all: list all causes"},
    {"fail-fast", NULL, OPTION(FAIL_FAST), RUNS,
        "stop at the first row that counts against the run"},
    {"repeat", "N", OPTION(REPEAT), RUN,
        "run every row N times, and report the rows whose verdict or outcome\n"
        "is not always the same; they count against the run"},
    {"help", NULL, OPTION(HELP), EVERY,
        "describe the options; -h also does, and COMMAND --help describes\n"
        "those of one command"},
    {"version", NULL, OPTION(VERSION), EVERY,
        "print the version"},
};
/* clang-format on */

const struct sockspec_option *sockspec_option_table(size_t *count) {
    *count = sizeof options / sizeof options[0];
    return options;
}

bool sockspec_option_fits(const struct sockspec_option *option, enum sockspec_command command) {
    return command >= SOCKSPEC_COMMAND_HELP || (option->commands & (1U << command)) != 0;
}
