#include "conformance/harness/doctor/doctor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/doctor/exception.h"
#include "conformance/harness/doctor/greeting.h"
#include "conformance/harness/doctor/message.h"
#include "conformance/harness/doctor/method.h"
#include "conformance/harness/doctor/patient.h"
#include "conformance/harness/doctor/state.h"
#include "conformance/harness/doctor/value.h"
#include "conformance/harness/report/text.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

static const struct sockspec_doctor_check *const tables[] = {
    sockspec_doctor_greeting_checks,  sockspec_doctor_message_checks,
    sockspec_doctor_value_checks,     sockspec_doctor_method_checks,
    sockspec_doctor_exception_checks, sockspec_doctor_state_checks};

/* Closes sockets that the check left open, so that the next check starts without them. A separate
 * check tests how well that works. */
static void tidy_up(struct sockspec_doctor *doctor) {
    struct sockspec_lease *lease = &doctor->scenario.places[SOCKSPEC_HERE];
    if (!lease->leased || !lease->changed || lease->dirty || lease->driver.failed) {
        return;
    }
    json_t *none = json_array();
    struct sockspec_reply reply =
        sockspec_driver_call(&lease->driver, "sockspec.reset", none, doctor->timeout_ms);
    lease->changed = false;
    lease->dirty = reply.kind != SOCKSPEC_REPLY_RESULT;
    json_decref(reply.value);
    json_decref(none);
}

static void make_check(struct sockspec_doctor *doctor, const struct sockspec_doctor_check *check) {
    struct sockspec_palette palette = sockspec_palette_for(stdout);
    struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    doctor->check = check;
    doctor->findings = 0;
    doctor->noted = false;
    doctor->skipped[0] = '\0';
    driver->transcript_length = 0;
    check->make(doctor);
    if (doctor->findings > SOCKSPEC_DOCTOR_FINDINGS_SHOWN) {
        (void)printf("         and %zu more like these\n",
                     doctor->findings - SOCKSPEC_DOCTOR_FINDINGS_SHOWN);
    }
    bool advises = check->weight == SOCKSPEC_DOCTOR_ADVISES;
    if (doctor->findings > 0 && !advises) {
        doctor->wrong += doctor->findings;
    } else if (*doctor->skipped != '\0') {
        doctor->left_out++;
        (void)printf("skipped  %s: %s\n", check->name, doctor->skipped);
    } else if (doctor->noted || doctor->findings > 0) {
        doctor->sound++;
    } else {
        doctor->sound++;
        (void)printf("%sok%s       %s\n", palette.good, palette.plain, check->name);
    }
    tidy_up(doctor);
    (void)fflush(stdout);
}

/* Returns whether there are more checks to make. */
static bool make_table(struct sockspec_doctor *doctor, const struct sockspec_doctor_check *table) {
    enum { ENOUGH = 20 };
    for (const struct sockspec_doctor_check *check = table; check->name != NULL; check++) {
        make_check(doctor, check);
        if (doctor->gone) {
            return false;
        }
        if (doctor->wrong >= ENOUGH) {
            (void)puts("         stopping here: fix these first");
            return false;
        }
    }
    return true;
}

static void make_checks(struct sockspec_doctor *doctor) {
    bool more = true;
    for (size_t i = 0; more && i < sizeof tables / sizeof tables[0]; i++) {
        more = make_table(doctor, tables[i]);
    }
}

static void conclude(const struct sockspec_doctor *doctor) {
    struct sockspec_palette palette = sockspec_palette_for(stdout);
    (void)printf("%s: %s%zu %s, %zu %s%s", *doctor->title == '\0' ? "?" : doctor->title,
                 doctor->wrong == 0 ? palette.good : palette.bad, doctor->sound,
                 sockspec_plural(doctor->sound, "check holds", "checks hold"), doctor->wrong,
                 sockspec_plural(doctor->wrong, "finding", "findings"), palette.plain);
    if (doctor->left_out > 0) {
        (void)printf(", %zu skipped", doctor->left_out);
    }
    (void)putchar('\n');
    (void)fflush(stdout);
}

int sockspec_doctor_examine(const struct sockspec_run *run, int records, const char *program) {
    (void)program;
    struct sockspec_doctor *doctor = sockspec_must_have(calloc(1, sizeof *doctor));
    char text[256];
    doctor->settings =
        (struct sockspec_pool_settings){.command = run->command, .in_world = run->plan->in_world};
    doctor->scenario.plan = run->plan;
    doctor->scenario.timeout_ms = run->plan->timeout_ms;
    doctor->scenario.variables = json_object();
    doctor->library = run->library;
    doctor->timeout_ms = run->plan->timeout_ms;
    if (!sockspec_doctor_start(doctor, text, sizeof text)) {
        sockspec_record_send_no_driver(records, text);
        free(doctor);
        return SOCKSPEC_RUNNER_NO_DRIVER;
    }
    if (!run->plan->in_world && run->world != SOCKSPEC_WORLD_OFF) {
        (void)printf("note     there is no world to examine it in: %s\n",
                     run->plan->outside_reason);
    }
    make_checks(doctor);
    conclude(doctor);
    if (doctor->scenario.places[SOCKSPEC_HERE].leased) {
        sockspec_doctor_dismiss(doctor, text, sizeof text);
    }
    bool greeted = *doctor->title != '\0';
    if (!greeted) {
        sockspec_record_send_no_driver(records, "no handshake: nothing else can be examined");
    }
    int status = !greeted            ? SOCKSPEC_RUNNER_NO_DRIVER
                 : doctor->wrong > 0 ? SOCKSPEC_RUNNER_FINDINGS
                                     : SOCKSPEC_RUNNER_DONE;
    json_decref(doctor->scenario.variables);
    free(doctor);
    return status;
}
