/* Scripts: their results without a driver, and the reports about scripts that cannot continue. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/language/evaluate.h"
#include "conformance/harness/language/scenario.h"
#include "conformance/harness/language/tester.h"
#include "conformance/harness/support/memory.h"

/* "returns ...", "raises ...", or the verdict and the detail of a script that cannot continue. */
static char *play(const char *text) {
    static const struct sockspec_plan plan = {.timeout_ms = 1, .directory = "/nowhere"};
    static const struct sockspec_case test = {.index = 7};
    static struct sockspec_scenario scenario;
    char problem[128] = "";
    struct sockspec_node *script = sockspec_script_parse(text, problem, sizeof problem);
    cr_assert_not_null(script, "%s: %s", text, problem);
    scenario = (struct sockspec_scenario){.plan = &plan, .test = &test};
    scenario.variables = json_object();
    scenario.paths = json_array();
    scenario.lock = -1;
    scenario.places[SOCKSPEC_HERE].leased = true;
    scenario.places[SOCKSPEC_HERE].driver.listener = -1;
    scenario.places[SOCKSPEC_HERE].driver.hello =
        json_pack("{s{si}s[]}", "constants", "AF_INET", 2, "methods");
    struct sockspec_result result = sockspec_evaluate(&scenario, script);
    char *outcome = NULL;
    if (result.kind == SOCKSPEC_RESULT_NONE) {
        outcome =
            sockspec_format("%s: %s", sockspec_verdict_name(scenario.stopped), scenario.detail);
    } else {
        outcome = sockspec_render(&result);
    }
    json_decref(result.value);
    json_decref(scenario.variables);
    json_decref(scenario.paths);
    json_decref(scenario.places[SOCKSPEC_HERE].driver.hello);
    sockspec_tester_close_all(&scenario);
    sockspec_node_free(script);
    return outcome;
}

struct script_row {
    const char *script, *outcome;
};

static void expect_all(const struct script_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char *outcome = play(rows[i].script);
        cr_expect_str_eq(outcome, rows[i].outcome, "%s gives \"%s\", not \"%s\"", rows[i].script,
                         outcome, rows[i].outcome);
        free(outcome);
    }
}

#define EXPECT_ALL(rows) expect_all(rows, sizeof(rows) / sizeof((rows)[0]))

/* clang-format off */
Test(evaluate, gives_what_scripts_say) {
    static const struct script_row rows[] = {
        {"1; 'a'; nil",                   "returns nil"},
        {"[true, 0x10, -1.5, 'x' * 3]",   "returns [true, 16, -1.5, 'xxx']"},
        {"'x' * -1",                      "returns ''"},
        {"'a' + 'b'",                     "returns 'ab'"},
        {"1 | 2 + 4 * 2",                 "returns 11"},
        {"a = 5; b, c = [a, 6]; [c, b]",  "returns [6, 5]"},
        {"[1, [2, 3]][1][0]",             "returns 2"},
        {"'letter'[1, 3]",                "returns 'ett'"},
        {"'letter'[4, 9]",                "returns 'er'"},
        {"'letter'[9, 1]",                "returns ''"},
        {"AF_INET",                       "returns 2"},
        {"Socket::Constants::AF_INET",    "returns 2"},
        {"[constant('AF_INET'), constant('AF_INET')]", "returns [2, 2]"},
        {"[length('\\xff\\0'), length([1, 2, 3])]", "returns [2, 3]"},
        {"in4(80, '127.0.0.1')",          "returns in4(80, '127.0.0.1')"},
        {"hex('41 4 2')",                 "returns 'AB'"},
        {"[numbers(0), numbers(5), numbers(25)]", "returns ['', '0,1,2', '0,1,2,3,4,5,6,7,8,9,10,11']"},
        {"numbers(300)[288, 12]",         "returns '9,100,101,10'"},
        {"path('a')",                     "returns '/nowhere/7-a'"},
        {"rescue(IOError, (1; 2), 3)",    "returns 2"},
        {"[lasts(0.0, 1), lasts(600.0, 1)]", "returns [true, false]"},
        {"peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.getsockopt(SOL_SOCKET, SO_TYPE)", "returns 2"},
    };
    EXPECT_ALL(rows);
}

Test(evaluate, tells_why_a_script_cannot_go_on) {
    static const struct script_row rows[] = {
        {"nothing",                       "broken: nothing has no value"},
        {"nothing.close",                 "broken: nothing has no value"},
        {"a = nothing; 1",                "broken: nothing has no value"},
        {"[1, nothing]",                  "broken: nothing has no value"},
        {"nothing + 1",                   "broken: nothing has no value"},
        {"nothing[0]",                    "broken: nothing has no value"},
        {"length(nothing)",               "broken: nothing has no value"},
        {"Tester.exists(nothing)",        "broken: nothing has no value"},
        {"AF_NONE",                       "unsupported: the constant AF_NONE is not declared"},
        {"constant('AF_NONE')",           "unsupported: the constant AF_NONE is not declared"},
        {"5.close",                       "broken: close is called on no socket"},
        {"Socket.new",                    "unsupported: Socket.new is not implemented"},
        {"start 1",                       "broken: only a call can be started"},
        {"1 + 'a'",                       "broken: + on such values"},
        {"'a' | 'b'",                     "broken: | on such values"},
        {"[1][1]",                        "broken: there is no such element"},
        {"1[0, 1]",                       "broken: there is no such element"},
        {"unheard_of(1)",                 "broken: there is no function unheard_of of 1 arguments"},
        {"length()",                      "broken: there is no function length of 0 arguments"},
        {"raised(IOError, 1)",            "broken: a step should raise an exception but returns 1"},
        {"raised([IOError, EOFError], 1)", "broken: a step should raise an exception but returns 1"},
        {"length(1)",                     "broken: only strings and arrays have a length"},
        {"in4(80, 'localhost')",          "broken: no IPv4 address: localhost"},
        {"in6(80, '127.0.0.1')",          "broken: no IPv6 address: 127.0.0.1"},
        {"un('x' * 109)",                 "broken: no path of at most 108 bytes"},
        {"un(1)",                         "broken: no path of at most 108 bytes"},
        {"exclusively('port')",           "not-run: cannot lock /nowhere/port.lock"},
        {"fault('accept', 'ENONE')",      "broken: there is no fault ENONE of accept"},
        {"fault('accept', 'EIO')",        "broken: this table injects no faults"},
        {"nonblocking(1)",                "broken: this is no socket"},
        {"set_nonblocking(1)",            "broken: this is no socket"},
        {"close_on_exec(1)",              "broken: this is no socket"},
        {"replace_descriptor(1)",         "broken: this is no socket"},
        {"finish(1)",                     "broken: finish() takes a call"},
        {"blocked(1)",                    "broken: blocked() takes a call"},
        {"at_once(1)",                    "broken: at_once() takes a call"},
        {"settled(1)",                    "broken: settled() takes a call"},
        {"interrupted(1)",                "broken: interrupted() takes a call"},
        {"paused(1)",                     "broken: paused() takes a call"},
        {"hang_up(1, 2)",                 "broken: hang_up() takes a call"},
        {"Tester.wave",                   "broken: the tester knows no wave"},
        {"Tester.socket(AF_INET, 77)",    "broken: the tester's own socket: Invalid argument"},
        {"peer = Tester.socket(AF_INET, SOCK_STREAM); peer.recv(1)", "broken: the tester's own recv: Transport endpoint is not connected"},
        {"peer = Tester.socket(AF_INET, SOCK_STREAM); peer.recvfrom(1)", "broken: the tester's own recv: Transport endpoint is not connected"},
        {"peer = Tester.socket(AF_INET, SOCK_STREAM); peer.getsockopt(SOL_SOCKET, 9999)", "broken: the tester's own getsockopt: Protocol not available"},
        {"peer = Tester.socket(AF_INET, SOCK_STREAM); peer.peer", "broken: the tester's own getpeername: Transport endpoint is not connected"},
    };
    EXPECT_ALL(rows);
}
/* clang-format on */
