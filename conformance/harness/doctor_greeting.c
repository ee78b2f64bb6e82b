/* The first words: without them there is nothing else to examine. */
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/doctor.h"

static void find_death(struct sockspec_doctor *doctor) {
    char fate[64];
    sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    sockspec_doctor_find(doctor, "it ended without an answer, %s%s%s", fate,
                         *doctor->noise == '\0' ? "" : ": ", doctor->noise);
}

/* It sleeps until it is asked, so that later on a call can be seen to block. */
static void check_start(struct sockspec_doctor *doctor) {
    struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    if (sockspec_driver_blocks(driver, doctor->timeout_ms)) {
        return;
    }
    struct pollfd polled = {.fd = driver->out, .events = POLLIN};
    if (poll(&polled, 1, 0) == 0) {
        sockspec_doctor_find(doctor, "it runs on while there is nothing to do");
    } else if ((polled.revents & POLLIN) == 0) {
        find_death(doctor);
    } else {
        char fate[64];
        json_decref(sockspec_driver_receive(driver, 0).value);
        sockspec_doctor_dismiss(doctor, fate, sizeof fate);
        sockspec_doctor_find(doctor, "it writes to standard output before it is asked");
    }
}

/* A driver that says at its end what it should have said before keeps it in a buffer. */
static bool answers_late(struct sockspec_doctor *doctor, struct sockspec_driver *driver) {
    (void)close(driver->in);
    driver->in = -1;
    struct sockspec_reply reply = sockspec_driver_receive(driver, doctor->timeout_ms);
    json_decref(reply.value);
    return reply.kind != SOCKSPEC_REPLY_DIED && reply.kind != SOCKSPEC_REPLY_TIMED_OUT;
}

static void explain_silence(struct sockspec_doctor *doctor, struct sockspec_driver *driver) {
    if (driver->received_length > 0) {
        sockspec_doctor_find(doctor, "the answer has no line feed at its end: %.*s",
                             (int)(driver->received_length > 200 ? 200 : driver->received_length),
                             driver->received);
    } else if (answers_late(doctor, driver)) {
        sockspec_doctor_find(doctor, "the answer comes only once standard input has ended: it was "
                                     "kept in a buffer");
    } else {
        sockspec_doctor_find(doctor, "no answer within %g s", doctor->timeout_ms / 1000.0);
    }
}

/* What the suite cannot do without. */
static bool is_greeting(const json_t *hello) {
    return json_integer_value(json_object_get(hello, "protocol")) == 1 &&
           json_is_object(json_object_get(hello, "constants")) &&
           json_is_array(json_object_get(hello, "methods"));
}

static void check_answer(struct sockspec_doctor *doctor) {
    struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    json_t *params = json_pack("{si}", "protocol", 1);
    struct sockspec_reply reply =
        sockspec_driver_call(driver, "sockspec.hello", params, doctor->timeout_ms);
    json_decref(params);
    if (reply.kind == SOCKSPEC_REPLY_TIMED_OUT) {
        explain_silence(doctor, driver);
    } else if (reply.kind == SOCKSPEC_REPLY_DIED) {
        find_death(doctor);
        return;
    } else if (reply.kind == SOCKSPEC_REPLY_INVALID && reply.code == 0) {
        (void)sockspec_doctor_judge(doctor, "", &reply);
    } else if (reply.kind != SOCKSPEC_REPLY_RESULT) {
        sockspec_doctor_find(doctor, "it is answered with an error");
    } else if (!is_greeting(reply.value)) {
        sockspec_doctor_find(doctor, "the answer lacks protocol 1, constants or methods");
    } else {
        driver->hello = json_incref(reply.value);
        sockspec_driver_title(driver, doctor->title, sizeof doctor->title);
    }
    json_decref(reply.value);
    if (driver->hello == NULL) {
        char fate[64];
        sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    }
}

/* A second question: its answer is a line of its own, with an id of its own. */
static void check_framing(struct sockspec_doctor *doctor) {
    json_t *params = json_pack("{si}", "protocol", 1);
    struct sockspec_reply reply = sockspec_doctor_call(doctor, "sockspec.hello", params);
    const struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    if (reply.kind == SOCKSPEC_REPLY_RESULT) {
        const char *feed = strchr(driver->received, '\n');
        if (feed > driver->received && feed[-1] == '\r') {
            sockspec_doctor_find(doctor, "a carriage return before the line feed");
        }
    }
    if (doctor->scenario.places[SOCKSPEC_HERE].leased && driver->failed) {
        char fate[64];
        sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    }
    json_decref(reply.value);
    json_decref(params);
}

/* clang-format off */
const struct sockspec_doctor_check sockspec_doctor_greeting_checks[] = {
    {"starts", check_start,
     "say nothing at the start, and wait for requests in a read that blocks"},
    {"answers sockspec.hello", check_answer,
     "answer each line at once with one line of JSON, a line feed at its end, and flush it"},
    {"one line an answer", check_framing,
     "end lines with a line feed alone"},
    {NULL, NULL, NULL},
};
/* clang-format on */
