/* Checks of the first messages. Without them, nothing else can be examined. */
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/doctor/greeting.h"
#include "conformance/harness/doctor/patient.h"
#include "conformance/harness/driver/hello.h"

/* The examination ends, because nothing that follows could be understood. */
static void give_up(struct sockspec_doctor *doctor) {
    char fate[64];
    if (doctor->scenario.places[SOCKSPEC_HERE].leased) {
        sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    }
    doctor->gone = true;
}

static void find_death(struct sockspec_doctor *doctor) {
    char fate[64];
    sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    sockspec_doctor_find(doctor, "it ended without an answer, %s", fate);
    give_up(doctor);
}

/* The driver must sleep until it gets a request, so that a later call can be seen to block. */
static void check_start(struct sockspec_doctor *doctor) {
    struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    if (sockspec_driver_blocks(driver, doctor->timeout_ms * SOCKSPEC_START_FACTOR)) {
        return;
    }
    struct pollfd polled = {.fd = driver->out, .events = POLLIN};
    if (poll(&polled, 1, 0) == 0) {
        sockspec_doctor_find(doctor, "it runs on while there is nothing to do");
    } else if ((polled.revents & POLLIN) == 0) {
        find_death(doctor);
    } else {
        json_decref(sockspec_driver_receive(driver, 0).value);
        give_up(doctor);
        sockspec_doctor_find(doctor, "it writes to standard output before it is asked");
    }
}

/* A driver that answers only when its input ends has kept the answer in a buffer. */
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

/* Checks the fields that the suite needs. */
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
        sockspec_driver_title(driver, doctor->library, doctor->title, sizeof doctor->title);
    }
    json_decref(reply.value);
    if (driver->hello == NULL) {
        give_up(doctor);
    }
}

/* Sends a second request. Its answer must be a separate line with its own id. */
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
    if (driver->failed) {
        give_up(doctor);
    }
    json_decref(reply.value);
    json_decref(params);
}

static json_int_t handle_at(const json_t *values, size_t place) {
    const json_t *handle = json_object_get(json_array_get(values, place), "socket");
    return json_is_integer(handle) ? json_integer_value(handle) : -1;
}

static void check_handles(struct sockspec_doctor *doctor) {
    struct sockspec_result result =
        sockspec_doctor_evaluate(doctor, "a = Socket.new(AF_INET, SOCK_STREAM, 0); "
                                         "b = Socket.new(AF_INET, SOCK_STREAM, 0); [a, b]");
    json_int_t first = handle_at(result.value, 0);
    json_int_t second = handle_at(result.value, 1);
    if (result.kind == SOCKSPEC_RESULT_VALUE && (first < 0 || first == second)) {
        sockspec_doctor_find(doctor, first < 0 ? "a socket is not answered as {\"socket\":NUMBER}"
                                               : "two sockets have the same handle");
        give_up(doctor);
    }
    json_decref(result.value);
}

/* clang-format off */
const struct sockspec_doctor_check sockspec_doctor_greeting_checks[] = {
    {"starts", check_start,
     "say nothing at the start, and wait for requests in a read that blocks", SOCKSPEC_DOCTOR_DEMANDS},
    {"answers sockspec.hello", check_answer,
     "answer each line at once with one line of JSON, a line feed at its end, and flush it", SOCKSPEC_DOCTOR_DEMANDS},
    {"one line an answer", check_framing,
     "end lines with a line feed alone", SOCKSPEC_DOCTOR_DEMANDS},
    {"handles", check_handles,
     "answer each socket as {\"socket\":N}, with a number that no other open socket has", SOCKSPEC_DOCTOR_DEMANDS},
    {NULL, NULL, NULL, SOCKSPEC_DOCTOR_DEMANDS},
};
/* clang-format on */
