#include "conformance/harness/doctor.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/lead.h"
#include "conformance/harness/pool_spawn.h"
#include "conformance/harness/report.h"

/* What follows the greeting. */
static const struct sockspec_doctor_check *const tables[] = {
    sockspec_doctor_message_checks, sockspec_doctor_value_checks, sockspec_doctor_state_checks};

/* Of one check, and of all: then there is enough to mend. */
enum { FINDINGS_SHOWN = 3, FINDINGS_MAX = 20 };

/* --- What is told ----------------------------------------------------------------------------- */

/* Drivers say what they like: what is no plain text is written out. */
static void tell_text(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        (void)printf(byte < 0x20 || byte > 0x7E ? "\\x%02x" : "%c", byte);
    }
}

/* A line of the transcript, as far as it fits a line of the report. */
static void tell_line(const char *line, size_t length) {
    enum { SHOWN = 160 };
    (void)fputs("         ", stdout);
    tell_text(line, length > SHOWN ? SHOWN : length);
    (void)puts(length > SHOWN ? " ..." : "");
}

/* The last request, and all that came of it. */
static void tell_transcript(const struct sockspec_driver *driver) {
    enum { LINES_MAX = 4 };
    const char *end = driver->transcript + driver->transcript_length;
    const char *from = driver->transcript;
    for (const char *line = from; line < end; line = strchr(line, '\n') + 1) {
        from = strncmp(line, "-> ", 3) == 0 ? line : from;
    }
    for (int lines = 0; from < end && lines < LINES_MAX; lines++) {
        const char *feed = strchr(from, '\n');
        tell_line(from, (size_t)(feed - from));
        from = feed + 1;
    }
}

/* The same thing can be wrong everywhere: the first few findings show it. */
static void tell_finding(struct sockspec_doctor *doctor, const char *finding, const char *advice) {
    struct sockspec_palette palette = sockspec_palette_for(stdout);
    if (doctor->findings++ >= FINDINGS_SHOWN) {
        return;
    }
    (void)printf("%swrong%s    %s%s%s: ", palette.bad, palette.plain, palette.strong,
                 doctor->check->name, palette.plain);
    tell_text(finding, strlen(finding));
    (void)printf("\n         mend: %s\n", advice);
    tell_transcript(&doctor->scenario.places[SOCKSPEC_HERE].driver);
}

void sockspec_doctor_find(struct sockspec_doctor *doctor, const char *format, ...) {
    char finding[1024];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(finding, sizeof finding, format, arguments);
    va_end(arguments);
    tell_finding(doctor, finding, doctor->check->advice);
}

void sockspec_doctor_skip(struct sockspec_doctor *doctor, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(doctor->skipped, sizeof doctor->skipped, format, arguments);
    va_end(arguments);
}

void sockspec_doctor_remark(struct sockspec_doctor *doctor, const char *format, ...) {
    va_list arguments;
    doctor->remarked = true;
    (void)printf("remark   %s: ", doctor->check->name);
    va_start(arguments, format);
    (void)vprintf(format, arguments);
    va_end(arguments);
    (void)putchar('\n');
}

/* --- The driver ------------------------------------------------------------------------------- */

/* The last line of what it said on standard error outlives the driver. */
static void keep_noise(struct sockspec_doctor *doctor, struct sockspec_driver *driver) {
    sockspec_driver_drain_stderr(driver);
    size_t length = driver->stderr_length;
    while (length > 0 && driver->stderr_tail[length - 1] == '\n') {
        length--;
    }
    if (length > 0) {
        const char *feed = memrchr(driver->stderr_tail, '\n', length);
        const char *last = feed == NULL ? driver->stderr_tail : feed + 1;
        int shown = (int)(driver->stderr_tail + length - last);
        (void)snprintf(doctor->noise, sizeof doctor->noise, "%.*s", shown, last);
    }
}

void sockspec_doctor_dismiss(struct sockspec_doctor *doctor, char *fate, size_t size) {
    struct sockspec_tenancy *tenancy = &doctor->scenario.places[SOCKSPEC_HERE];
    keep_noise(doctor, &tenancy->driver);
    sockspec_pool_end(tenancy->driver.pid, NULL, fate, size);
    sockspec_driver_close(&tenancy->driver);
    /* The transcript stays: it may still have to be told. */
    tenancy->driver.hello = NULL;
    tenancy->driver.stderr_length = 0;
    tenancy->leased = false;
    tenancy->dirty = false;
}

static bool start(struct sockspec_doctor *doctor, char *problem, size_t size) {
    enum { FIRST_ID = 1000 }; /* one that nobody guesses */
    const struct sockspec_driver_kind kind = {0};
    struct sockspec_tenancy *tenancy = &doctor->scenario.places[SOCKSPEC_HERE];
    int descriptors[SOCKSPEC_POOL_DESCRIPTORS];
    pid_t pid = sockspec_pool_spawn(&doctor->settings, &kind, descriptors, problem, size);
    if (pid < 0) {
        return false;
    }
    *tenancy = (struct sockspec_tenancy){.leased = true};
    sockspec_driver_open(&tenancy->driver, pid, descriptors);
    tenancy->driver.id = FIRST_ID;
    return true;
}

struct sockspec_driver *sockspec_doctor_driver(struct sockspec_doctor *doctor) {
    struct sockspec_tenancy *tenancy = &doctor->scenario.places[SOCKSPEC_HERE];
    char text[256];
    if (tenancy->leased && (tenancy->dirty || tenancy->driver.failed)) {
        sockspec_doctor_dismiss(doctor, text, sizeof text);
    }
    if (tenancy->leased) {
        return &tenancy->driver;
    }
    if (!start(doctor, text, sizeof text) ||
        !sockspec_driver_greet(&tenancy->driver, doctor->timeout_ms, text, sizeof text)) {
        sockspec_doctor_find(doctor, "it does not start again: %s", text);
        doctor->gone = true;
        return NULL;
    }
    return &tenancy->driver;
}

/* What a driver does wrong whatever is checked has advice of its own. */
static const char *advice_for(enum sockspec_verdict fault, const char *problem, const char *fate) {
    if (strcmp(fate, "killed by SIGPIPE") == 0) {
        return "ignore SIGPIPE, so that the call raises EPIPE instead";
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
           "request,"
           " and nothing else; what is logged belongs on standard error";
}

/* How it ended is the better half of the story. */
static void find_fault(struct sockspec_doctor *doctor, enum sockspec_verdict fault,
                       const char *what, const char *problem) {
    char fate[64] = "";
    char finding[1024];
    bool died = fault == SOCKSPEC_CRASHED;
    doctor->noise[0] = '\0';
    if (died) {
        sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    }
    (void)snprintf(finding, sizeof finding, "%s%s%s%s%s", what, *what == '\0' ? "" : ": ", problem,
                   died ? ": " : "", fate);
    tell_finding(doctor, finding, advice_for(fault, problem, fate));
    if (died && *doctor->noise != '\0' && doctor->findings <= FINDINGS_SHOWN) {
        (void)fputs("         standard error: ", stdout);
        tell_line(doctor->noise, strlen(doctor->noise));
    }
}

bool sockspec_doctor_judge(struct sockspec_doctor *doctor, const char *what,
                           const struct sockspec_reply *reply) {
    struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    enum sockspec_verdict fault = reply->kind == SOCKSPEC_REPLY_DIED        ? SOCKSPEC_CRASHED
                                  : reply->kind == SOCKSPEC_REPLY_TIMED_OUT ? SOCKSPEC_TIMED_OUT
                                  : reply->kind == SOCKSPEC_REPLY_INVALID ? SOCKSPEC_PROTOCOL_ERROR
                                                                          : SOCKSPEC_PASS;
    if (reply->code != 0) { /* an error of the protocol's own is an answer */
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

/* A string of all bytes, from 0 to 255. */
static json_t *all_bytes(void) {
    unsigned char bytes[256];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (unsigned char)i;
    }
    return sockspec_bytes_to_json(bytes, sizeof bytes);
}

struct sockspec_given sockspec_doctor_play(struct sockspec_doctor *doctor, const char *script) {
    struct sockspec_scenario *scenario = &doctor->scenario;
    struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    char problem[128];
    if (driver == NULL) {
        return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
    }
    struct sockspec_node *node = sockspec_script_parse(script, problem, sizeof problem);
    if (node == NULL) {
        abort();
    }
    driver->transcript_length = 0;
    scenario->detail[0] = '\0';
    (void)json_object_clear(scenario->variables);
    (void)json_object_set_new(scenario->variables, "bytes", all_bytes());
    struct sockspec_given given = sockspec_evaluate(scenario, node);
    sockspec_script_free(node);
    if (given.kind == SOCKSPEC_GAVE_UP && is_fault(scenario->stopped)) {
        find_fault(doctor, scenario->stopped, script, scenario->detail);
    } else if (given.kind == SOCKSPEC_GAVE_UP) {
        sockspec_doctor_skip(doctor, "%s", scenario->detail);
    }
    return given;
}

/* --- The examination -------------------------------------------------------------------------- */

/* Leaves no sockets to the next check; how well that works is a check of its own. */
static void tidy_up(struct sockspec_doctor *doctor) {
    struct sockspec_tenancy *tenancy = &doctor->scenario.places[SOCKSPEC_HERE];
    if (!tenancy->leased || !tenancy->changed || tenancy->dirty || tenancy->driver.failed) {
        return;
    }
    json_t *none = json_array();
    struct sockspec_reply reply =
        sockspec_driver_call(&tenancy->driver, "sockspec.reset", none, doctor->timeout_ms);
    tenancy->changed = false;
    tenancy->dirty = reply.kind != SOCKSPEC_REPLY_RESULT;
    json_decref(reply.value);
    json_decref(none);
}

static void make_check(struct sockspec_doctor *doctor, const struct sockspec_doctor_check *check) {
    struct sockspec_palette palette = sockspec_palette_for(stdout);
    struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    doctor->check = check;
    doctor->findings = 0;
    doctor->remarked = false;
    doctor->skipped[0] = '\0';
    driver->transcript_length = 0;
    check->make(doctor);
    if (doctor->findings > FINDINGS_SHOWN) {
        (void)printf("         and %zu more like these\n", doctor->findings - FINDINGS_SHOWN);
    }
    if (doctor->findings > 0) {
        doctor->wrong += doctor->findings;
    } else if (*doctor->skipped != '\0') {
        doctor->left_out++;
        (void)printf("skipped  %s: %s\n", check->name, doctor->skipped);
    } else if (doctor->remarked) {
        doctor->sound++;
    } else {
        doctor->sound++;
        (void)printf("%sok%s       %s\n", palette.good, palette.plain, check->name);
    }
    tidy_up(doctor);
    (void)fflush(stdout);
}

/* Whether another check makes sense. */
static bool goes_on(struct sockspec_doctor *doctor, bool greeting) {
    if (doctor->gone || (greeting && !doctor->scenario.places[SOCKSPEC_HERE].leased)) {
        return false;
    }
    if (doctor->wrong >= FINDINGS_MAX) {
        (void)puts("         that is enough: mend these first");
    }
    return doctor->wrong < FINDINGS_MAX;
}

static bool make_table(struct sockspec_doctor *doctor, const struct sockspec_doctor_check *table) {
    bool well = true;
    for (const struct sockspec_doctor_check *check = table; well && check->name != NULL; check++) {
        make_check(doctor, check);
        well = goes_on(doctor, table == sockspec_doctor_greeting_checks);
    }
    return well;
}

/* False when it does not even greet, so that nothing else can be asked. */
static bool make_checks(struct sockspec_doctor *doctor) {
    if (!make_table(doctor, sockspec_doctor_greeting_checks)) {
        return *doctor->title != '\0';
    }
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        if (!make_table(doctor, tables[i])) {
            break;
        }
    }
    return true;
}

static void conclude(const struct sockspec_doctor *doctor) {
    struct sockspec_palette palette = sockspec_palette_for(stdout);
    (void)printf("%s: %s%zu checks hold%s, %s%zu %s%s",
                 *doctor->title == '\0' ? "?" : doctor->title,
                 doctor->wrong == 0 ? palette.good : "", doctor->sound,
                 doctor->wrong == 0 ? palette.plain : "", doctor->wrong == 0 ? "" : palette.bad,
                 doctor->wrong, doctor->wrong == 1 ? "finding" : "findings",
                 doctor->wrong == 0 ? "" : palette.plain);
    if (doctor->left_out > 0) {
        (void)printf(", %zu skipped", doctor->left_out);
    }
    (void)putchar('\n');
    (void)fflush(stdout);
}

int sockspec_doctor_examine(const struct sockspec_run *run, int records, const char *program) {
    (void)program;
    struct sockspec_doctor *doctor = calloc(1, sizeof *doctor);
    if (doctor == NULL) {
        abort();
    }
    char text[256];
    doctor->settings =
        (struct sockspec_pool_settings){.command = run->command, .in_world = run->plan->in_world};
    doctor->scenario.plan = run->plan;
    doctor->scenario.variables = json_object();
    doctor->timeout_ms = run->plan->timeout_ms;
    if (!start(doctor, text, sizeof text)) {
        sockspec_record_send_no_driver(records, text);
        free(doctor);
        return SOCKSPEC_LED_NO_DRIVER;
    }
    if (!run->plan->in_world && run->options->world != SOCKSPEC_WORLD_OFF) {
        (void)printf("remark   there is no world to examine it in: %s\n",
                     run->plan->outside_reason);
    }
    bool greeted = make_checks(doctor);
    conclude(doctor);
    if (doctor->scenario.places[SOCKSPEC_HERE].leased) {
        sockspec_doctor_dismiss(doctor, text, sizeof text);
    }
    if (!greeted) {
        sockspec_record_send_no_driver(records, "no handshake: nothing else can be examined");
    }
    int led = !greeted            ? SOCKSPEC_LED_NO_DRIVER
              : doctor->wrong > 0 ? SOCKSPEC_LED_TO_FINDINGS
                                  : SOCKSPEC_LED;
    json_decref(doctor->scenario.variables);
    free(doctor);
    return led;
}
