/* Checks of what a driver keeps: handles, descriptors, and its own process. */
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "conformance/harness/doctor/patient.h"
#include "conformance/harness/doctor/state.h"
#include "conformance/harness/driver/hello.h"
#include "conformance/harness/driver/observe.h"

#define SOCKET "Socket.new(AF_INET, SOCK_STREAM, 0)"

/* --- Handles ---------------------------------------------------------------------------------- */

/* A driver may refuse a handle with an error of any kind. */
static void call_handle(struct sockspec_doctor *doctor, const char *what, json_int_t handle) {
    json_t *params = json_pack("[{sI}]", "socket", handle);
    struct sockspec_reply reply = sockspec_doctor_call(doctor, "Socket#getsockname", params);
    if (reply.kind == SOCKSPEC_REPLY_RESULT) {
        sockspec_doctor_find(doctor, "%s is called all the same", what);
    }
    json_decref(reply.value);
    json_decref(params);
}

static struct sockspec_reply call_reset(struct sockspec_doctor *doctor) {
    json_t *none = json_array();
    struct sockspec_reply reply = sockspec_doctor_call(doctor, "sockspec.reset", none);
    json_decref(none);
    return reply;
}

static void check_reset(struct sockspec_doctor *doctor) {
    struct sockspec_reply reply = call_reset(doctor);
    if (reply.kind == SOCKSPEC_REPLY_EXCEPTION || reply.kind == SOCKSPEC_REPLY_UNSUPPORTED ||
        reply.code != 0) {
        sockspec_doctor_find(doctor, "it is answered with an error");
    } else if (reply.kind == SOCKSPEC_REPLY_RESULT && !json_is_integer(reply.value) &&
               !json_is_null(reply.value)) {
        sockspec_doctor_find(doctor, "its answer is neither a number nor null");
    }
    json_decref(reply.value);
}

/* Returns whether the driver is back in its first state. If it is not, the check is skipped. */
static bool reset(struct sockspec_doctor *doctor) {
    struct sockspec_reply reply = call_reset(doctor);
    json_decref(reply.value);
    if (reply.kind != SOCKSPEC_REPLY_RESULT) {
        sockspec_doctor_skip(doctor, "sockspec.reset does not work");
    }
    return reply.kind == SOCKSPEC_REPLY_RESULT;
}

static void check_stale_handles(struct sockspec_doctor *doctor) {
    enum { UNKNOWN = 999999 };
    struct sockspec_result result =
        sockspec_doctor_evaluate(doctor, "socket = " SOCKET "; socket.getsockname; socket");
    if (result.kind != SOCKSPEC_RESULT_VALUE) {
        json_decref(result.value);
        return;
    }
    call_handle(doctor, "a handle that was never given", UNKNOWN);
    json_decref(sockspec_doctor_evaluate(doctor, "socket = " SOCKET "; socket.close; "
                                                 "socket.getsockname")
                    .value);
    if (reset(doctor)) {
        call_handle(doctor, "a handle from before a reset",
                    json_integer_value(json_object_get(result.value, "socket")));
    }
    json_decref(result.value);
}

/* --- Descriptors ------------------------------------------------------------------------------ */

/* The suite observes the process it started through /proc, so this process must hold the
 * sockets. */
static void check_process(struct sockspec_doctor *doctor) {
    const struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    int before = driver == NULL ? -1 : sockspec_observe_sockets(driver->pid);
    struct sockspec_result result = sockspec_doctor_evaluate(doctor, "socket = " SOCKET);
    driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    if (result.kind == SOCKSPEC_RESULT_VALUE && sockspec_observe_sockets(driver->pid) <= before) {
        sockspec_doctor_find(doctor, "a new socket is not among the descriptors of the process");
    }
    json_decref(result.value);
}

static void check_fileno(struct sockspec_doctor *doctor) {
    struct sockspec_result result =
        sockspec_doctor_evaluate(doctor, "socket = " SOCKET "; socket.fileno");
    const struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    if (result.kind == SOCKSPEC_RESULT_VALUE &&
        (!json_is_integer(result.value) ||
         sockspec_observe_flags(driver->pid, (int)json_integer_value(result.value)) < 0)) {
        char *answer = sockspec_render(&result);
        sockspec_doctor_find(doctor, "fileno %s, which the process has not open", answer);
        free(answer);
    }
    json_decref(result.value);
}

static void check_closing(struct sockspec_doctor *doctor) {
    if (!reset(doctor)) {
        return;
    }
    const struct sockspec_driver *driver = &doctor->scenario.places[SOCKSPEC_HERE].driver;
    int before = sockspec_observe_sockets(driver->pid);
    struct sockspec_result result = sockspec_doctor_evaluate(doctor, "a = " SOCKET "; b = " SOCKET);
    if (result.kind == SOCKSPEC_RESULT_VALUE && reset(doctor)) {
        int left = sockspec_observe_sockets(driver->pid) - before;
        if (left > 0) {
            sockspec_doctor_find(doctor, "%d of 2 sockets are still open afterwards", left);
        }
    }
    json_decref(result.value);
}

static void check_count(struct sockspec_doctor *doctor) {
    struct sockspec_reply reply = call_reset(doctor);
    int open_now = sockspec_observe_descriptors(doctor->scenario.places[SOCKSPEC_HERE].driver.pid);
    if (!json_is_integer(reply.value)) {
        sockspec_doctor_skip(doctor, "it counts none");
    } else if (json_integer_value(reply.value) != open_now) {
        sockspec_doctor_find(doctor, "it counts %" JSON_INTEGER_FORMAT ", /proc shows %d",
                             json_integer_value(reply.value), open_now);
    }
    json_decref(reply.value);
}

/* Other descriptors may be added over time, but not with every reset. */
static void check_leaks(struct sockspec_doctor *doctor) {
    enum { ROUNDS = 20 };
    bool whole = reset(doctor);
    pid_t pid = doctor->scenario.places[SOCKSPEC_HERE].driver.pid;
    int before = sockspec_observe_descriptors(pid);
    for (int i = 0; whole && i < ROUNDS; i++) {
        json_decref(sockspec_doctor_evaluate(doctor, "a = " SOCKET "; b = " SOCKET).value);
        whole = reset(doctor);
    }
    int more = sockspec_observe_descriptors(pid) - before;
    if (whole && more >= ROUNDS) {
        sockspec_doctor_find(doctor, "%d resets leave %d descriptors", ROUNDS, more);
    }
}

#define SETTING "BasicSocket.do_not_reverse_lookup"

static void check_class_state(struct sockspec_doctor *doctor) {
    if (!reset(doctor)) {
        return;
    }
    struct sockspec_result before = sockspec_doctor_evaluate(doctor, SETTING);
    struct sockspec_result set = sockspec_doctor_evaluate(
        doctor, json_is_true(before.value) ? SETTING " = false" : SETTING " = true");
    if (set.kind == SOCKSPEC_RESULT_VALUE && reset(doctor)) {
        struct sockspec_result after = sockspec_doctor_evaluate(doctor, SETTING);
        if (after.kind == SOCKSPEC_RESULT_VALUE && json_equal(before.value, after.value) != 1) {
            char *answer = sockspec_render(&after);
            sockspec_doctor_find(doctor, SETTING " %s, unlike at first", answer);
            free(answer);
        }
        json_decref(after.value);
    }
    json_decref(before.value);
    json_decref(set.value);
}

/* A driver that stayed at level 4 could make no socket. */
static void check_safe_level(struct sockspec_doctor *doctor) {
    const struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    if (driver == NULL || !sockspec_driver_has_feature(driver, "safe_level")) {
        sockspec_doctor_skip(doctor, "hello does not list the feature safe_level");
        return;
    }
    json_decref(sockspec_doctor_evaluate(doctor, "safe_level(4)").value);
    if (reset(doctor)) {
        struct sockspec_result after = sockspec_doctor_evaluate(doctor, SOCKET);
        if (after.kind == SOCKSPEC_RESULT_EXCEPTION) {
            sockspec_doctor_find(doctor,
                                 "Socket.new raises an exception after level 4 and a reset");
        }
        json_decref(after.value);
    }
}

/* --- Its end ---------------------------------------------------------------------------------- */

static bool ends(const struct sockspec_doctor *doctor, pid_t pid) {
    struct pollfd polled = {.fd = (int)syscall(SYS_pidfd_open, pid, 0), .events = POLLIN};
    bool ended = poll(&polled, 1, doctor->timeout_ms) > 0;
    (void)close(polled.fd);
    return ended;
}

static void check_noise(struct sockspec_doctor *doctor) {
    char fate[64];
    sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    if (*doctor->noise != '\0') {
        sockspec_doctor_note(doctor, "it says things like '%s'", doctor->noise);
    }
}

static void check_end_of_input(struct sockspec_doctor *doctor) {
    struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    char fate[64];
    if (driver == NULL) {
        return;
    }
    (void)close(driver->in);
    driver->in = -1;
    bool ended = ends(doctor, driver->pid);
    sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    if (!ended) {
        sockspec_doctor_find(doctor, "it runs on");
    } else if (strcmp(fate, "exited with status 0") != 0) {
        sockspec_doctor_note(doctor, "it %s", fate);
    }
}

static void check_termination(struct sockspec_doctor *doctor) {
    const struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    char fate[64];
    if (driver == NULL) {
        return;
    }
    (void)kill(driver->pid, SIGTERM);
    bool ended = ends(doctor, driver->pid);
    sockspec_doctor_dismiss(doctor, fate, sizeof fate);
    if (!ended) {
        sockspec_doctor_find(doctor, "it runs on");
    }
}

/* clang-format off */
const struct sockspec_doctor_check sockspec_doctor_state_checks[] = {
    {"sockspec.reset", check_reset,
     "serve it, and answer the number of descriptors open afterwards, or null", SOCKSPEC_DOCTOR_DEMANDS},
    {"handles that are none", check_stale_handles,
     "answer a handle that was not given, or not since the last reset, with an error", SOCKSPEC_DOCTOR_ADVISES},
    {"the process has the sockets", check_process,
     "start the driver itself: a shell in front of it has to exec it", SOCKSPEC_DOCTOR_DEMANDS},
    {"fileno", check_fileno,
     "answer the number of the descriptor, as /proc has it", SOCKSPEC_DOCTOR_DEMANDS},
    {"reset closes sockets", check_closing,
     "close every socket a handle was given for", SOCKSPEC_DOCTOR_DEMANDS},
    {"reset counts descriptors", check_count,
     "do not count the one that counts; where that cannot be known answer null", SOCKSPEC_DOCTOR_DEMANDS},
    {"nothing leaks", check_leaks,
     "close all that reset opens, and every socket", SOCKSPEC_DOCTOR_DEMANDS},
    {"reset restores class-wide state", check_class_state,
     "keep BasicSocket.do_not_reverse_lookup as it is at the start, and set it again", SOCKSPEC_DOCTOR_DEMANDS},
    {"reset restores the safe level", check_safe_level,
     "keep the level as it is at the start, and set it again", SOCKSPEC_DOCTOR_DEMANDS},
    {"standard error", check_noise, "", SOCKSPEC_DOCTOR_DEMANDS},
    {"the end of standard input", check_end_of_input,
     "end when reading standard input comes to an end", SOCKSPEC_DOCTOR_ADVISES},
    {"SIGTERM", check_termination,
     "leave the signal alone, or end on it", SOCKSPEC_DOCTOR_ADVISES},
    {NULL, NULL, NULL, SOCKSPEC_DOCTOR_DEMANDS},
};
/* clang-format on */
