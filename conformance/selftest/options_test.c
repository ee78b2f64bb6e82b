/* The command line's parser. `command` tests its exit status. */
#include "conformance/harness/command/options.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_MAX = 140 };

/* What was written to standard error while it was captured. */
struct caught {
    int real, file;
    char text[1024];
};

static void begin_to_catch(struct caught *caught) {
    FILE *file = tmpfile();
    cr_assert_not_null(file);
    (void)fflush(stderr);
    caught->file = fileno(file);
    caught->real = dup(STDERR_FILENO);
    (void)dup2(caught->file, STDERR_FILENO);
}

static void stop_catching(struct caught *caught) {
    (void)fflush(stderr);
    (void)dup2(caught->real, STDERR_FILENO);
    (void)close(caught->real);
    ssize_t length = pread(caught->file, caught->text, sizeof caught->text - 1, 0);
    caught->text[length < 0 ? 0 : length] = '\0';
    (void)close(caught->file);
}

/* Parses a line of words with single blanks between them. The messages go to `said`. */
static bool read_line(struct sockspec_options *options, const char *line, struct caught *said) {
    static char text[2048];
    static char *words[WORDS_MAX];
    int count = 0;
    (void)snprintf(text, sizeof text, "sockspec%s%s", *line == '\0' ? "" : " ", line);
    for (char *rest = text; rest != NULL;) {
        words[count++] = strsep(&rest, " ");
    }
    words[count] = NULL;
    begin_to_catch(said);
    bool understood = sockspec_options_parse(options, count, words);
    stop_catching(said);
    return understood;
}

static struct sockspec_options must_read(const char *line) {
    struct sockspec_options options;
    struct caught said;
    cr_assert(read_line(&options, line, &said), "%s: %s", line, said.text);
    cr_expect_str_empty(said.text, "%s: %s", line, said.text);
    return options;
}

Test(options, have_defaults) {
    struct sockspec_options options = must_read("");
    cr_expect_eq(options.command, SOCKSPEC_COMMAND_RUN);
    cr_expect_eq(options.selection.only.count + options.selection.skip.count +
                     options.selection.methods.count,
                 0);
    cr_expect_geq(options.jobs, 2, "one more than there are processors");
    cr_expect_eq(options.timeout_ms, 10000);
    cr_expect(options.selection.authorities[SOCKSPEC_DOCUMENTED] &&
              options.selection.authorities[SOCKSPEC_SOURCE] &&
              options.selection.authorities[SOCKSPEC_CLASSIC] &&
              !options.selection.authorities[SOCKSPEC_LATER]);
    cr_expect_eq(options.world, SOCKSPEC_WORLD_AUTO);
    cr_expect_null(options.results);
    cr_expect_null(options.junit);
    cr_expect_null(options.tap);
    cr_expect_null(options.library);
    cr_expect_null(options.baseline);
    cr_expect_null(options.driver);
    cr_expect_not(options.allow_incomplete);
}

Test(options, name_a_command) {
    static const struct {
        const char *line;
        enum sockspec_command command;
    } rows[] = {
        {"run", SOCKSPEC_COMMAND_RUN},
        {"list", SOCKSPEC_COMMAND_LIST},
        {"list --only accept*", SOCKSPEC_COMMAND_LIST},
        {"explain accept-in4", SOCKSPEC_COMMAND_EXPLAIN},
        {"audit", SOCKSPEC_COMMAND_AUDIT},
        {"merge a.jsonl", SOCKSPEC_COMMAND_MERGE},
        {"--help", SOCKSPEC_COMMAND_HELP},
        {"run --help", SOCKSPEC_COMMAND_HELP},
        {"-h", SOCKSPEC_COMMAND_HELP},
        {"help", SOCKSPEC_COMMAND_HELP},
        {"--version", SOCKSPEC_COMMAND_VERSION},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cr_expect_eq(must_read(rows[i].line).command, rows[i].command, "%s", rows[i].line);
    }
    cr_expect_str_eq(must_read("explain accept-in4").subject, "accept-in4");
    cr_expect_eq(must_read("help").helped, SOCKSPEC_COMMAND_HELP);
    cr_expect_eq(must_read("--jobs 2 --help").helped, SOCKSPEC_COMMAND_HELP);
    cr_expect_eq(must_read("help merge").helped, SOCKSPEC_COMMAND_MERGE);
    cr_expect_eq(must_read("merge -h").helped, SOCKSPEC_COMMAND_MERGE);
    cr_expect_eq(must_read("run --jobs 2 --help").helped, SOCKSPEC_COMMAND_RUN);
    struct sockspec_options merge = must_read("merge a --junit j b --only x");
    cr_expect_str_eq(merge.files[0], "a");
    cr_expect_str_eq(merge.files[1], "b");
    cr_expect_null(merge.files[2]);
}

Test(options, choose_authorities) {
    static const struct {
        const char *line;
        bool chosen[SOCKSPEC_AUTHORITIES];
    } rows[] = {
        {"--authority documented", {true, false, false, false}},
        {"--authority later,source", {false, true, false, true}},
        {"--authority classic,classic", {false, false, true, false}},
        {"--authority all", {true, true, true, true}},
        {"--authority all,later", {true, true, true, true}},
        {"--authority all --authority source", {false, true, false, false}},
        {"list --authority later", {false, false, false, true}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockspec_options options = must_read(rows[i].line);
        cr_expect_arr_eq(options.selection.authorities, rows[i].chosen, sizeof rows[i].chosen, "%s",
                         rows[i].line);
    }
}

Test(options, take_values) {
    struct sockspec_options options =
        must_read("--only a* --only=b --skip c --method accept --jobs 3 --timeout 0.25 --world off "
                  "--shard 2/3 "
                  "--results r --junit=j --tap t --baseline b --library l.so --allow-incomplete");
    cr_expect_eq(options.selection.only.count, 2);
    cr_expect_str_eq(options.selection.only.texts[0], "a*");
    cr_expect_str_eq(options.selection.only.texts[1], "b");
    cr_expect_eq(options.selection.skip.count, 1);
    cr_expect_str_eq(options.selection.skip.texts[0], "c");
    cr_expect_eq(options.selection.methods.count, 1);
    cr_expect_str_eq(options.selection.methods.texts[0], "accept");
    cr_expect_eq(options.jobs, 3);
    cr_expect_eq(options.timeout_ms, 250);
    cr_expect_eq(options.world, SOCKSPEC_WORLD_OFF);
    cr_expect_eq(options.selection.shard.index, 2);
    cr_expect_eq(options.selection.shard.count, 3);
    cr_expect_str_eq(options.results, "r");
    cr_expect_str_eq(options.junit, "j");
    cr_expect_str_eq(options.tap, "t");
    cr_expect_str_eq(options.baseline, "b");
    cr_expect_str_eq(options.library, "l.so");
    cr_expect(options.allow_incomplete);
    cr_expect_eq(must_read("--world require").world, SOCKSPEC_WORLD_REQUIRE);
    cr_expect_eq(must_read("--world auto").world, SOCKSPEC_WORLD_AUTO);
}

Test(options, leave_the_driver_its_words) {
    static const struct {
        const char *line, *driver; /* joined by blanks; NULL: none */
    } rows[] = {
        {"--jobs 1", NULL},
        {"-- ruby", "ruby"},
        {"-- ruby --jobs 1 driver.rb", "ruby --jobs 1 driver.rb"},
        {"run --jobs 1 -- ./driver -- --help", "./driver -- --help"},
        {"doctor -- ./driver", "./driver"},
        {"strength -- ./driver", "./driver"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sockspec_options options = must_read(rows[i].line);
        char joined[128] = "";
        for (char **word = options.driver; word != NULL && *word != NULL; word++) {
            (void)strncat(joined, *joined == '\0' ? "" : " ", sizeof joined - strlen(joined) - 1);
            (void)strncat(joined, *word, sizeof joined - strlen(joined) - 1);
        }
        cr_expect_eq(options.driver == NULL, rows[i].driver == NULL, "%s", rows[i].line);
        cr_expect_str_eq(joined, rows[i].driver == NULL ? "" : rows[i].driver);
    }
}

#define SHARDS "--shard takes I/N, from 1/N to N/N, N 1000 at most, not "

/* clang-format off */
static const struct {
    const char *line, *said; /* on one line, after "sockspec: " */
} mistake_rows[] = {
    {"frobnicate",            "unknown command 'frobnicate'; a driver follows --, see --help"},
    {"Run",                   "unknown command 'Run'; did you mean 'run'?"},
    {"lsit",                  "unknown command 'lsit'; did you mean 'list'?"},
    {"help mrge",             "unknown command 'mrge'; did you mean 'merge'?"},
    {"--metod x",             "unknown option '--metod'; did you mean '--method'?"},
    {"--joobs=3",             "unknown option '--joobs=3'; did you mean '--jobs'?"},
    {"run list",              "unexpected 'list'; a driver follows --"},
    {"--jobs 2 list",         "unexpected 'list'; a driver follows --"},
    {"explain",               "explain takes an id"},
    {"explain --jobs 2",      "--jobs is no option of this command; see sockspec explain --help"},
    {"list --timeout 1",      "--timeout is no option of this command; see sockspec list --help"},
    {"audit --only x",        "--only is no option of this command; see sockspec audit --help"},
    {"merge",                 "merge takes files of results"},
    {"merge --shard 1/2 x",   "--shard is no option of this command; see sockspec merge --help"},
    {"merge x -- y",          "this command takes no driver; see --help"},
    {"list -- y",             "this command takes no driver; see --help"},
    {"explain a b",           "unexpected 'b'; a driver follows --"},
    {"--bogus",               "unknown option '--bogus'; see --help"},
    {"--bogus=1",             "unknown option '--bogus=1'; see --help"},
    {"run -x",                "unknown option '-x'; see --help"},
    {"--only",                "a value is missing or unwanted after '--only'; see --help"},
    {"run --jobs",            "a value is missing or unwanted after '--jobs'; see --help"},
    {"--allow-incomplete=no", "a value is missing or unwanted after '--allow-incomplete=no'; see --help"},
    {"--jobs 0",              "--jobs takes a number from 1 to 32, not '0'"},
    {"--jobs 33",             "--jobs takes a number from 1 to 32, not '33'"},
    {"--jobs -1",             "--jobs takes a number from 1 to 32, not '-1'"},
    {"--jobs two",            "--jobs takes a number from 1 to 32, not 'two'"},
    {"--jobs 2x",             "--jobs takes a number from 1 to 32, not '2x'"},
    {"--jobs=",               "--jobs takes a number from 1 to 32, not ''"},
    {"--jobs 1.5",            "--jobs takes a whole number, not '1.5'"},
    {"--timeout 0",           "--timeout takes a number from 0.001 to 3600, not '0'"},
    {"--timeout 3601",        "--timeout takes a number from 0.001 to 3600, not '3601'"},
    {"--timeout inf",         "--timeout takes a number from 0.001 to 3600, not 'inf'"},
    {"--timeout nan",         "--timeout takes a number from 0.001 to 3600, not 'nan'"},
    {"--timeout 1e-400",      "--timeout takes a number from 0.001 to 3600, not '1e-400'"},
    {"--shard 0/3",           SHARDS "'0/3'"},
    {"--shard 4/3",           SHARDS "'4/3'"},
    {"--shard 1",             SHARDS "'1'"},
    {"--shard /3",            SHARDS "'/3'"},
    {"--shard 1/",            SHARDS "'1/'"},
    {"--shard 1/3/5",         SHARDS "'1/3/5'"},
    {"--shard -1/3",          SHARDS "'-1/3'"},
    {"--shard +1/3",          SHARDS "'+1/3'"},
    {"--shard 1/1001",        SHARDS "'1/1001'"},
    {"--shard 1/99999999999", SHARDS "'1/99999999999'"},
    {"audit --shard 1/3",     "--shard is no option of this command; see sockspec audit --help"},
    {"--world flat",          "--world is auto, require or off, not 'flat'"},
    {"--world",               "a value is missing or unwanted after '--world'; see --help"},
    {"--",                    "no driver after --"},
    {"--library l.so -- d",   "either --library or a driver"},
};
/* clang-format on */

Test(options, tell_a_mistake_on_one_line) {
    for (size_t i = 0; i < sizeof mistake_rows / sizeof mistake_rows[0]; i++) {
        struct sockspec_options options;
        struct caught said;
        char expected[256];
        (void)snprintf(expected, sizeof expected, "sockspec: %s\n", mistake_rows[i].said);
        cr_expect_not(read_line(&options, mistake_rows[i].line, &said), "%s", mistake_rows[i].line);
        cr_expect_str_eq(said.text, expected, "%s: %s", mistake_rows[i].line, said.text);
    }
}

Test(options, name_the_letter_that_is_no_option) {
    struct sockspec_options options;
    struct caught said;
    cr_expect_not(read_line(&options, "--jobs 1 -xyz", &said));
    cr_expect_str_eq(said.text, "sockspec: unknown option '-x'; see --help\n");
}

Test(options, take_so_many_patterns) {
    char line[1024] = "";
    struct sockspec_options options;
    struct caught said;
    for (int i = 0; i < SOCKSPEC_PATTERNS_MAX; i++) {
        (void)strncat(line, i == 0 ? "--only=a" : " --only=a", sizeof line - strlen(line) - 1);
    }
    cr_expect_eq(must_read(line).selection.only.count, SOCKSPEC_PATTERNS_MAX);
    (void)strncat(line, " --only=a", sizeof line - strlen(line) - 1);
    cr_expect_not(read_line(&options, line, &said));
    cr_expect_str_eq(said.text, "sockspec: more than 64 patterns\n");
}
