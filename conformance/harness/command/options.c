#include "conformance/harness/command/options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/command/option_values.h"

enum { DEFAULT_TIMEOUT_MS = 10000 };

enum option_id {
    ONLY = 1000,
    SKIP,
    METHOD,
    AUTHORITY,
    SHARD,
    JOBS,
    TIMEOUT,
    WORLD,
    RESULTS,
    TRANSCRIPTS,
    JUNIT,
    TAP,
    LIBRARY,
    BASELINE,
    UPDATE_BASELINE,
    ALLOW_INCOMPLETE,
    ALL_FAILURES,
    CAUSE,
    FAIL_FAST,
    HELP,
    VERSION,
};

static const struct option long_options[] = {
    {"only", required_argument, NULL, ONLY},
    {"skip", required_argument, NULL, SKIP},
    {"method", required_argument, NULL, METHOD},
    {"authority", required_argument, NULL, AUTHORITY},
    {"shard", required_argument, NULL, SHARD},
    {"jobs", required_argument, NULL, JOBS},
    {"timeout", required_argument, NULL, TIMEOUT},
    {"world", required_argument, NULL, WORLD},
    {"results", required_argument, NULL, RESULTS},
    {"transcripts", no_argument, NULL, TRANSCRIPTS},
    {"junit", required_argument, NULL, JUNIT},
    {"tap", required_argument, NULL, TAP},
    {"library", required_argument, NULL, LIBRARY},
    {"baseline", required_argument, NULL, BASELINE},
    {"update-baseline", no_argument, NULL, UPDATE_BASELINE},
    {"allow-incomplete", no_argument, NULL, ALLOW_INCOMPLETE},
    {"all-failures", no_argument, NULL, ALL_FAILURES},
    {"cause", required_argument, NULL, CAUSE},
    {"fail-fast", no_argument, NULL, FAIL_FAST},
    {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION},
    {NULL, 0, NULL, 0},
};

static bool set_option(struct sockspec_options *options, int id, const char *value) {
    switch (id) {
    case ONLY:
        return sockspec_option_pattern(&options->selection.only, value);
    case SKIP:
        return sockspec_option_pattern(&options->selection.skip, value);
    case METHOD:
        return sockspec_option_pattern(&options->selection.methods, value);
    case AUTHORITY:
        return sockspec_option_authorities(options->selection.authorities, value);
    case SHARD:
        return sockspec_shard_read(&options->selection.shard, value);
    case JOBS:
        return sockspec_option_jobs(&options->jobs, value);
    case TIMEOUT:
        return sockspec_option_timeout(&options->timeout_ms, value);
    case WORLD:
        return sockspec_option_world(&options->world, value);
    case RESULTS:
        options->results = value;
        return true;
    case TRANSCRIPTS:
        options->transcripts = true;
        return true;
    case JUNIT:
        options->junit = value;
        return true;
    case TAP:
        options->tap = value;
        return true;
    case LIBRARY:
        options->library = value;
        return true;
    case BASELINE:
        options->baseline = value;
        return true;
    case UPDATE_BASELINE:
        options->update_baseline = true;
        return true;
    case ALLOW_INCOMPLETE:
        options->allow_incomplete = true;
        return true;
    case ALL_FAILURES:
        options->all_failures = true;
        return true;
    case CAUSE:
        return sockspec_option_cause(&options->cause, value);
    case FAIL_FAST:
        options->fail_fast = true;
        return true;
    case HELP:
        options->command = SOCKSPEC_COMMAND_HELP;
        return true;
    case VERSION:
        options->command = SOCKSPEC_COMMAND_VERSION;
        return true;
    default:
        return false;
    }
}

static bool read_command(struct sockspec_options *options, const char *word) {
    static const char *const commands[] = {"run",    "list",  "explain", "audit",
                                           "doctor", "merge", "strength"};
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (strcmp(word, commands[i]) == 0) {
            options->command = (enum sockspec_command)i;
            return true;
        }
    }
    (void)fprintf(stderr, "sockspec: unknown command '%s'; a driver follows --, see --help\n",
                  word);
    return false;
}

/* Reads the words that are not options: a command, and the subjects of explain and merge. */
static bool read_words(struct sockspec_options *options, char **words, size_t count) {
    bool explains = options->command == SOCKSPEC_COMMAND_EXPLAIN;
    bool merges = options->command == SOCKSPEC_COMMAND_MERGE;
    if (count == 0 && (explains || merges)) {
        (void)fprintf(stderr, "sockspec: %s\n",
                      explains ? "explain takes an id" : "merge takes files of results");
        return false;
    }
    if (count > (explains ? 1 : 0) && !merges) {
        (void)fprintf(stderr, "sockspec: unexpected '%s'; a driver follows --\n", words[count - 1]);
        return false;
    }
    options->subject = explains ? words[0] : NULL;
    options->files = merges ? words : NULL;
    return true;
}

/* Everything after "--" is the driver's command; getopt does not see it. */
static int split_driver(struct sockspec_options *options, int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0) {
            options->driver = &argv[i + 1];
            return i;
        }
    }
    return argc;
}

/* getopt moves past a word only after it has read all of its letters, so an unknown letter is
 * reported by itself. */
static bool report_unknown(char **argv) {
    const char letter[] = {'-', (char)optopt, '\0'};
    const char *word = optopt > 0 && optopt < ONLY ? letter : argv[optind - 1];
    bool lacks = optopt >= ONLY;
    (void)fprintf(stderr, "sockspec: %s '%s'; see --help\n",
                  lacks ? "a value is missing or unwanted after" : "unknown option", word);
    return false;
}

/* Only a run accepts all options. list accepts the options that select rows; doctor, those that
 * concern the driver; merge, those that select rows and those that report them; strength, all
 * except a baseline. The other commands accept none. */
static bool fits_command(enum sockspec_command command, int id, const char *name) {
    bool selects = id == ONLY || id == SKIP || id == METHOD || id == AUTHORITY;
    bool judges = id != BASELINE && id != UPDATE_BASELINE;
    bool concerns = id == LIBRARY || id == TIMEOUT || id == WORLD;
    bool tells = id == RESULTS || id == TRANSCRIPTS || id == JUNIT || id == TAP || id == BASELINE ||
                 id == UPDATE_BASELINE || id == ALLOW_INCOMPLETE || id == ALL_FAILURES ||
                 id == CAUSE;
    bool fits = id == HELP || id == VERSION || command == SOCKSPEC_COMMAND_RUN ||
                command == SOCKSPEC_COMMAND_HELP || command == SOCKSPEC_COMMAND_VERSION ||
                (command == SOCKSPEC_COMMAND_LIST && (selects || id == SHARD)) ||
                (command == SOCKSPEC_COMMAND_DOCTOR && concerns) ||
                (command == SOCKSPEC_COMMAND_MERGE && (selects || tells)) ||
                (command == SOCKSPEC_COMMAND_STRENGTH && judges);
    if (!fits) {
        (void)fprintf(stderr, "sockspec: --%s is no option of this command; see --help\n", name);
    }
    return fits;
}

int sockspec_options_claim_stdout(const struct sockspec_options *options) {
    const char *const files[] = {options->results, options->junit, options->tap};
    int claims = 0;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        claims += files[i] != NULL && strcmp(files[i], "-") == 0 ? 1 : 0;
    }
    return claims;
}

/* Returns whether the given options make sense together. */
static bool fit_together(const struct sockspec_options *options) {
    bool drives = options->driver != NULL;
    bool judges = options->command == SOCKSPEC_COMMAND_RUN ||
                  options->command == SOCKSPEC_COMMAND_DOCTOR ||
                  options->command == SOCKSPEC_COMMAND_STRENGTH;
    const struct {
        bool wrong;
        const char *said;
    } mistakes[] = {
        {drives && !judges, "this command takes no driver; see --help"},
        {drives && options->driver[0] == NULL, "no driver after --"},
        {options->update_baseline && options->baseline == NULL,
         "--update-baseline takes the file that --baseline names"},
        {options->update_baseline && options->fail_fast,
         "--update-baseline takes whole runs, not --fail-fast"},
        {drives && options->library != NULL, "either --library or a driver"},
        {options->transcripts && options->results == NULL,
         "--transcripts takes --results to write them to"},
        {sockspec_options_claim_stdout(options) > 1, "only one file can be standard output"},
    };
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
        if (mistakes[i].wrong) {
            (void)fprintf(stderr, "sockspec: %s\n", mistakes[i].said);
            return false;
        }
    }
    return true;
}

bool sockspec_options_parse(struct sockspec_options *options, int argc, char **argv) {
    *options = (struct sockspec_options){
        .timeout_ms = DEFAULT_TIMEOUT_MS,
        .selection.authorities =
            {[SOCKSPEC_DOCUMENTED] = true, [SOCKSPEC_SOURCE] = true, [SOCKSPEC_CLASSIC] = true},
    };
    int count = split_driver(options, argc, argv);
    int first = 1;
    if (count > 1 && argv[1][0] != '-') {
        if (!read_command(options, argv[1])) {
            return false;
        }
        first = 2;
    }
    opterr = 0;
    optind = first;
    int place = 0;
    for (int id = getopt_long(count, argv, "", long_options, &place); id != -1;
         id = getopt_long(count, argv, "", long_options, &place)) {
        if (id == '?') {
            return report_unknown(argv);
        }
        if (!fits_command(options->command, id, long_options[place].name) ||
            !set_option(options, id, optarg)) {
            return false;
        }
    }
    if (options->command == SOCKSPEC_COMMAND_HELP || options->command == SOCKSPEC_COMMAND_VERSION) {
        return true;
    }
    if (options->jobs == 0) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);
        /* Two more than the number of processors, because some rows wait and drivers start. */
        options->jobs = (processors < 1 ? 1 : (int)processors) + 2;
    }
    return fit_together(options) && read_words(options, &argv[optind], (size_t)(count - optind));
}
