#include "conformance/harness/doctor/exception.h"

#include <stdio.h>
#include <string.h>

#include "conformance/harness/doctor/patient.h"

#define SOCKET "socket = Socket.new(AF_INET, SOCK_STREAM, 0); "

/* Calls that usually raise, among them some whose errno has two names. */
static const char *const raising[] = {
    "Socket.getservbyname('no such service')",
    "Socket.unpack_sockaddr_in('')",
    "Socket.new(-1, -1, -1)",
    SOCKET "socket.accept",
    SOCKET "socket.getpeername",
    SOCKET "socket.connect(in4(1, '127.0.0.1'))",
    SOCKET "socket.bind(in4(0, '127.0.0.1')); socket.listen(1); socket.accept_nonblock",
    "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); a.recv_nonblock(1)",
    "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.recvfrom_nonblock(1)",
    "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.listen(1)",
};

static bool is_a(const json_t *exception, const char *class) {
    return sockspec_is_a(exception, class, strlen(class));
}

static bool is_errno(const char *class) {
    return strncmp(class, "Errno::", strlen("Errno::")) == 0;
}

/* Other classes may come from a layer below Ruby, and are legitimate. */
static bool is_standard(const char *class) {
    static const char *const classes[] = {"SocketError", "ArgumentError", "TypeError",
                                          "RangeError",  "IOError",       "EOFError"};
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
        if (strcmp(class, classes[i]) == 0) {
            return true;
        }
    }
    return is_errno(class);
}

static void judge_form(struct sockspec_doctor *doctor, const json_t *exception) {
    const char *class = json_string_value(json_object_get(exception, "class"));
    if (!is_a(exception, class)) {
        sockspec_doctor_find(doctor, "%s is not among its own ancestors", class);
    }
    if (is_standard(class) && !is_a(exception, "StandardError")) {
        sockspec_doctor_find(doctor, "%s is no StandardError", class);
    }
    if (is_errno(class) && !is_a(exception, "SystemCallError")) {
        sockspec_doctor_find(doctor, "%s is no SystemCallError", class);
    }
}

static void judge_names(struct sockspec_doctor *doctor, const json_t *exception) {
    static const char *const pairs[][2] = {{"Errno::EAGAIN", "Errno::EWOULDBLOCK"},
                                           {"Errno::EOPNOTSUPP", "Errno::ENOTSUP"}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        bool first = is_a(exception, pairs[i][0]);
        bool second = is_a(exception, pairs[i][1]);
        if (first != second) {
            sockspec_doctor_find(doctor, "%s without %s", pairs[i][first ? 0 : 1],
                                 pairs[i][first ? 1 : 0]);
        }
    }
}

/* Judges one exception of each class. */
static void judge_exceptions(struct sockspec_doctor *doctor,
                             void (*judge)(struct sockspec_doctor *, const json_t *)) {
    json_t *seen = json_object();
    for (size_t i = 0; i < sizeof raising / sizeof raising[0]; i++) {
        struct sockspec_result result = sockspec_doctor_evaluate(doctor, raising[i]);
        const char *class = json_string_value(json_object_get(result.value, "class"));
        if (result.kind == SOCKSPEC_RESULT_EXCEPTION && json_object_get(seen, class) == NULL) {
            (void)json_object_set_new(seen, class, json_true());
            judge(doctor, result.value);
        }
        json_decref(result.value);
    }
    (void)snprintf(doctor->skipped, sizeof doctor->skipped, "%s",
                   json_object_size(seen) == 0 ? "nothing raises" : "");
    json_decref(seen);
}

static void check_exceptions(struct sockspec_doctor *doctor) {
    judge_exceptions(doctor, judge_form);
}

static void check_errno_names(struct sockspec_doctor *doctor) {
    const struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    const char *platform =
        driver == NULL ? NULL : json_string_value(json_object_get(driver->hello, "platform"));
    if (platform == NULL || strcmp(platform, "unix") != 0) {
        sockspec_doctor_skip(doctor, "this platform has its own errnos");
        return;
    }
    judge_exceptions(doctor, judge_names);
}

/* clang-format off */
const struct sockspec_doctor_check sockspec_doctor_exception_checks[] = {
    {"exceptions", check_exceptions,
     "list the class itself and all classes above it, up to StandardError, as data's ancestors", SOCKSPEC_DOCTOR_DEMANDS},
    {"errnos with two names", check_errno_names,
     "list both among the ancestors: EAGAIN is EWOULDBLOCK here, EOPNOTSUPP is ENOTSUP", SOCKSPEC_DOCTOR_DEMANDS},
    {NULL, NULL, NULL, SOCKSPEC_DOCTOR_DEMANDS},
};
/* clang-format on */
