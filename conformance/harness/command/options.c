#include "conformance/harness/command/options.h"

#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/command/option_table.h"
#include "conformance/harness/command/option_values.h"
#include "conformance/harness/support/nearest.h"

enum { DEFAULT_TIMEOUT_MS = 10000, OPTIONS_MAX = 64 };

/* Returns where the value of an option is kept as it is written, or NULL. */
static const char **text_of(struct sockspec_options *options, int id) {
    switch (id) {
    case SOCKSPEC_OPTION_RERUN:
        return &options->rerun;
    case SOCKSPEC_OPTION_RESULTS:
        return &options->results;
    case SOCKSPEC_OPTION_JUNIT:
        return &options->junit;
    case SOCKSPEC_OPTION_TAP:
        return &options->tap;
    case SOCKSPEC_OPTION_LIBRARY:
        return &options->library;
    case SOCKSPEC_OPTION_BASELINE:
        return &options->baseline;
    case SOCKSPEC_OPTION_REASON:
        return &options->reason;
    default:
        return NULL;
    }
}

/* Returns what an option without a value switches on, or NULL. */
static bool *flag_of(struct sockspec_options *options, int id) {
    switch (id) {
    case SOCKSPEC_OPTION_TRANSCRIPTS:
        return &options->transcripts;
    case SOCKSPEC_OPTION_UPDATE_BASELINE:
        return &options->update_baseline;
    case SOCKSPEC_OPTION_ALLOW_INCOMPLETE:
        return &options->allow_incomplete;
    case SOCKSPEC_OPTION_ALL_FAILURES:
        return &options->all_failures;
    case SOCKSPEC_OPTION_FAIL_FAST:
        return &options->fail_fast;
    default:
        return NULL;
    }
}

static bool set_option(struct sockspec_options *options, int id, char *value) {
    const char **text = text_of(options, id);
    bool *flag = flag_of(options, id);
    if (text != NULL) {
        *text = value;
        return true;
    }
    if (flag != NULL) {
        *flag = true;
        return true;
    }
    switch (id) {
    case SOCKSPEC_OPTION_ONLY:
        return sockspec_option_pattern(&options->selection.only, value);
    case SOCKSPEC_OPTION_SKIP:
        return sockspec_option_pattern(&options->selection.skip, value);
    case SOCKSPEC_OPTION_METHOD:
        return sockspec_option_pattern(&options->selection.methods, value);
    case SOCKSPEC_OPTION_AUTHORITY:
        options->limits_authority = true;
        return sockspec_option_authorities(options->selection.authorities, value);
    case SOCKSPEC_OPTION_OUTPUT:
        options->output = value;
        return true;
    case SOCKSPEC_OPTION_SHARD:
        return sockspec_shard_read(&options->selection.shard, value);
    case SOCKSPEC_OPTION_JOBS:
        return sockspec_option_jobs(&options->jobs, value);
    case SOCKSPEC_OPTION_TIMEOUT:
        return sockspec_option_timeout(&options->timeout_ms, value);
    case SOCKSPEC_OPTION_WORLD:
        return sockspec_option_world(&options->world, value);
    case SOCKSPEC_OPTION_CAUSE:
        return sockspec_option_cause(&options->cause, value);
    case SOCKSPEC_OPTION_REPEAT:
        return sockspec_option_repeat(&options->repeat, value);
    case SOCKSPEC_OPTION_HELP:
        if (options->command < SOCKSPEC_COMMAND_HELP && options->named) {
            options->helped = options->command;
        }
        options->command = SOCKSPEC_COMMAND_HELP;
        return true;
    case SOCKSPEC_OPTION_VERSION:
        options->command = SOCKSPEC_COMMAND_VERSION;
        return true;
    default:
        return false;
    }
}

/* Reads the words that are not options: the subjects of a command. */
static bool read_words(struct sockspec_options *options, char **words, size_t count) {
    static const struct {
        size_t least, most;
        const char *said;
    } commands[SOCKSPEC_COMMAND_VERSION + 1] = {
        [SOCKSPEC_COMMAND_EXPLAIN] = {1, 1, "explain takes an id"},
        [SOCKSPEC_COMMAND_MERGE] = {1, SIZE_MAX, "merge takes files of results"},
        [SOCKSPEC_COMMAND_DIFF] = {2, 2, "diff takes two files of results, the old one first"},
        [SOCKSPEC_COMMAND_HTML] = {1, SIZE_MAX, "html takes files of results"},
        [SOCKSPEC_COMMAND_INIT] = {1, 2, "init takes a language, such as python; see --help"},
    };
    if (count < commands[options->command].least) {
        (void)fprintf(stderr, "sockspec: %s\n", commands[options->command].said);
        return false;
    }
    if (count > commands[options->command].most) {
        (void)fprintf(stderr, "sockspec: unexpected '%s'; a driver follows --\n", words[count - 1]);
        return false;
    }
    options->subject = count > 0 ? words[0] : NULL;
    options->directory = count > 1 ? words[1] : ".";
    options->files = words;
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
    const char *word = optopt > 0 && optopt < SOCKSPEC_OPTION_ONLY ? letter : argv[optind - 1];
    if (optopt >= SOCKSPEC_OPTION_ONLY || optopt == 'o') {
        (void)fprintf(stderr, "sockspec: a value is missing or unwanted after '%s'; see --help\n",
                      word);
        return false;
    }
    size_t count = 0;
    const struct sockspec_option *options = sockspec_option_table(&count);
    char written[64] = "";
    char names[OPTIONS_MAX][32];
    struct sockspec_nearest nearest = {.word = written};
    (void)snprintf(written, sizeof written, "%.*s", (int)strcspn(word, "="), word);
    for (size_t i = 0; i < count && word != letter; i++) {
        (void)snprintf(names[i], sizeof names[i], "--%s", options[i].name);
        sockspec_nearest_offer(&nearest, names[i]);
    }
    (void)fprintf(stderr, "sockspec: unknown option '%s'%s\n", word,
                  nearest.found == NULL ? "; see --help" : sockspec_nearest_question(&nearest));
    return false;
}

static bool fits_command(enum sockspec_command command, int id) {
    size_t count = 0;
    const struct sockspec_option *option = sockspec_option_table(&count);
    while (option->id != id) {
        option++;
    }
    bool fits = sockspec_option_fits(option, command);
    if (!fits) {
        (void)fprintf(stderr,
                      "sockspec: --%s is no option of this command; see sockspec %s --help\n",
                      option->name, sockspec_commands[command].name);
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
        {options->reason != NULL && !options->update_baseline,
         "--reason takes --update-baseline, whose new lines it explains"},
        {options->reason != NULL && (*options->reason == '\0' || strpbrk(options->reason, "|\n")),
         "--reason takes a text of one line without |"},
        {options->update_baseline && options->fail_fast,
         "--update-baseline takes whole runs, not --fail-fast"},
        {options->update_baseline && options->repeat > 0,
         "--update-baseline takes one run, not --repeat"},
        {drives && options->library != NULL, "either --library or a driver"},
        {options->transcripts && options->results == NULL,
         "--transcripts takes --results to write them to"},
        {options->command == SOCKSPEC_COMMAND_HTML && options->output == NULL,
         "html takes -o FILE, the page to write; - is standard output"},
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

/* Fills the array for getopt, whose last element stays empty. */
static void list_options(struct option *list) {
    size_t count = 0;
    const struct sockspec_option *options = sockspec_option_table(&count);
    for (size_t i = 0; i < count; i++) {
        list[i] = (struct option){options[i].name,
                                  options[i].value == NULL ? no_argument : required_argument, NULL,
                                  options[i].id};
    }
}

static bool read_options(struct sockspec_options *options, int count, char **argv) {
    struct option list[OPTIONS_MAX] = {{0}};
    list_options(list);
    opterr = 0;
    optind = 0; /* getopt forgets the words of an earlier call */
    for (int id = getopt_long(count, argv, "ho:", list, NULL); id != -1;
         id = getopt_long(count, argv, "ho:", list, NULL)) {
        if (id == '?') {
            return report_unknown(argv);
        }
        id = id == 'h' ? SOCKSPEC_OPTION_HELP : id;
        id = id == 'o' ? SOCKSPEC_OPTION_OUTPUT : id;
        if (!fits_command(options->command, id) || !set_option(options, id, optarg)) {
            return false;
        }
    }
    return true;
}

bool sockspec_options_parse(struct sockspec_options *options, int argc, char **argv) {
    *options = (struct sockspec_options){
        .helped = SOCKSPEC_COMMAND_HELP,
        .timeout_ms = DEFAULT_TIMEOUT_MS,
        .selection.authorities =
            {[SOCKSPEC_DOCUMENTED] = true, [SOCKSPEC_SOURCE] = true, [SOCKSPEC_CLASSIC] = true},
    };
    int count = split_driver(options, argc, argv);
    options->named = count > 1 && argv[1][0] != '-';
    if (options->named) { /* the command takes the place of the program's name */
        argv++;
        count--;
    }
    if (options->named && !sockspec_command_find(&options->command, argv[0])) {
        return false;
    }
    if (!read_options(options, count, argv)) {
        return false;
    }
    if (options->command == SOCKSPEC_COMMAND_HELP) {
        return options->helped != SOCKSPEC_COMMAND_HELP || optind == count ||
               sockspec_command_find(&options->helped, argv[optind]);
    }
    if (options->command == SOCKSPEC_COMMAND_VERSION) {
        return true;
    }
    if (options->rerun != NULL && !options->limits_authority) {
        memset(options->selection.authorities, true, sizeof options->selection.authorities);
    }
    if (options->jobs == 0) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);
        /* Two more than the number of processors, because some rows wait and drivers start. */
        options->jobs = (processors < 1 ? 1 : (int)processors) + 2;
    }
    return fit_together(options) && read_words(options, &argv[optind], (size_t)(count - optind));
}
