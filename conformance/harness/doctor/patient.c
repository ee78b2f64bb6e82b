#include "conformance/harness/doctor/patient.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/handshake.h"
#include "conformance/harness/driver/hello.h"
#include "conformance/harness/language/evaluate.h"

void sockspec_doctor_dismiss(struct sockspec_doctor *doctor, char *fate, size_t size) {
    struct sockspec_lease *lease = &doctor->scenario.places[SOCKSPEC_HERE];
    /* The transcript and the last words are kept, because they may still have to be reported. */
    sockspec_driver_last_words(&lease->driver, doctor->noise, sizeof doctor->noise);
    sockspec_handshake_take_errors(&lease->driver, doctor->errors, sizeof doctor->errors);
    sockspec_pool_end(lease->driver.pid, NULL, fate, size);
    sockspec_driver_close(&lease->driver);
    lease->driver.hello = NULL;
    lease->driver.stderr_length = 0;
    lease->leased = false;
    lease->dirty = false;
}

bool sockspec_doctor_start(struct sockspec_doctor *doctor, char *problem, size_t size) {
    enum { FIRST_ID = 1000 }; /* an id that nobody guesses */
    const struct sockspec_driver_kind kind = {0};
    struct sockspec_lease *lease = &doctor->scenario.places[SOCKSPEC_HERE];
    int descriptors[SOCKSPEC_POOL_DESCRIPTORS];
    pid_t pid = sockspec_pool_spawn(&doctor->settings, &kind, descriptors, problem, size);
    if (pid < 0) {
        return false;
    }
    *lease = (struct sockspec_lease){.leased = true};
    sockspec_driver_open(&lease->driver, pid, descriptors);
    lease->driver.id = FIRST_ID;
    return true;
}

struct sockspec_driver *sockspec_doctor_driver(struct sockspec_doctor *doctor) {
    struct sockspec_lease *lease = &doctor->scenario.places[SOCKSPEC_HERE];
    char text[256];
    if (lease->leased && (lease->dirty || lease->driver.failed)) {
        sockspec_doctor_dismiss(doctor, text, sizeof text);
    }
    if (lease->leased) {
        return &lease->driver;
    }
    if (!sockspec_doctor_start(doctor, text, sizeof text) ||
        !sockspec_driver_greet(&lease->driver, doctor->timeout_ms, text, sizeof text)) {
        sockspec_doctor_find(doctor, "it does not start again: %s", text);
        doctor->gone = true;
        return NULL;
    }
    return &lease->driver;
}

/* Mistakes that a driver can make in any check have their own advice. */
static const char *advice_for(enum sockspec_verdict fault, const char *problem, const char *fate) {
    if (strcmp(fate, "killed by SIGPIPE") == 0) {
        return "ignore SIGPIPE, so that the call raises EPIPE instead";
    }
    if (strncmp(fate, "killed by", strlen("killed by")) == 0) {
        return "find the fault, the driver's or the implementation's, in a debugger";
    }
    if (fault == SOCKSPEC_CRASHED) {
        return "rescue whatever the implementation raises, and answer it as an error";
    }
    if (fault == SOCKSPEC_TIMED_OUT) {
        return "answer every request with one line, and flush it";
    }
    if (fault == SOCKSPEC_FAIL) {
        return "leave out of hello's methods what is not served";
    }
    if (strncmp(problem, "error -", strlen("error -")) == 0) {
        return "answer what the implementation raises as an error of code 1; other codes are for"
               " requests that are none";
    }
    return "write to standard output one line of JSON-RPC 2.0 an answer, with the id of its "
           "request, and nothing else; what is logged belongs on standard error";
}

/* If the driver died, the finding also says how, because that explains most. */
static void find_fault(struct sockspec_doctor *doctor, enum sockspec_verdict fault,
                       const char *what, const char *problem) {
    char fate[64] = "";
    char finding[1024];
    bool died = fault == SOCKSPEC_CRASHED;
    if (died) {
        sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    }
    (void)snprintf(finding, sizeof finding, "%s%s%s%s%s", what, *what == '\0' ? "" : ": ", problem,
                   died ? ": " : "", fate);
    sockspec_doctor_tell(doctor, finding, advice_for(fault, problem, fate));
}

bool sockspec_doctor_judge(struct sockspec_doctor *doctor, const char *what,
                           const struct sockspec_reply *reply) {
    struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    enum sockspec_verdict fault = reply->kind == SOCKSPEC_REPLY_DIED        ? SOCKSPEC_CRASHED
                                  : reply->kind == SOCKSPEC_REPLY_TIMED_OUT ? SOCKSPEC_TIMED_OUT
                                  : reply->kind == SOCKSPEC_REPLY_INVALID ? SOCKSPEC_PROTOCOL_ERROR
                                                                          : SOCKSPEC_PASS;
    if (reply->code != 0) { /* an error of the protocol itself is an answer */
        driver->failed = false;
        return true;
    }
    if (fault != SOCKSPEC_PASS) {
        find_fault(doctor, fault, what, reply->problem);
    }
    return fault == SOCKSPEC_PASS;
}

struct sockspec_reply sockspec_doctor_call(struct sockspec_doctor *doctor, const char *method,
                                           json_t *params) {
    struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    if (driver == NULL) {
        return (struct sockspec_reply){.kind = SOCKSPEC_REPLY_DIED};
    }
    struct sockspec_reply reply = sockspec_driver_call(driver, method, params, doctor->timeout_ms);
    (void)sockspec_doctor_judge(doctor, method, &reply);
    return reply;
}

static bool is_fault(enum sockspec_verdict verdict) {
    return verdict == SOCKSPEC_FAIL || verdict == SOCKSPEC_CRASHED ||
           verdict == SOCKSPEC_TIMED_OUT || verdict == SOCKSPEC_PROTOCOL_ERROR;
}

/* Returns a string of all bytes, from 0 to 255. */
static json_t *all_bytes(void) {
    unsigned char bytes[256];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (unsigned char)i;
    }
    return sockspec_bytes_to_json(bytes, sizeof bytes);
}

struct sockspec_result sockspec_doctor_evaluate(struct sockspec_doctor *doctor,
                                                const char *script) {
    struct sockspec_scenario *scenario = &doctor->scenario;
    struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    char problem[128];
    if (driver == NULL) {
        return sockspec_no_result();
    }
    struct sockspec_node *node = sockspec_script_parse(script, problem, sizeof problem);
    if (node == NULL) { /* LCOV_EXCL_BR_LINE - the scripts are ours, and readable */
        abort();        /* LCOV_EXCL_LINE - the same */
    }
    driver->transcript_length = 0;
    scenario->detail[0] = '\0';
    (void)json_object_clear(scenario->variables);
    (void)json_object_set_new(scenario->variables, "bytes", all_bytes());
    struct sockspec_result result = sockspec_evaluate(scenario, node);
    sockspec_node_free(node);
    if (result.kind == SOCKSPEC_RESULT_NONE && is_fault(scenario->stopped)) {
        find_fault(doctor, scenario->stopped, script, scenario->detail);
    } else if (result.kind == SOCKSPEC_RESULT_NONE) {
        sockspec_doctor_skip(doctor, "%s", scenario->detail);
    }
    return result;
}
