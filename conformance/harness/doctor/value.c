/* Checks of calls and of the values they return. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/doctor/patient.h"
#include "conformance/harness/doctor/value.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

#define SOCKET "socket = Socket.new(AF_INET, SOCK_STREAM, 0); "

/* --- Byte strings ----------------------------------------------------------------------------- */

#define PAIR "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); "

/* Ways to send all bytes to the implementation and get them back. The first one that the driver
 * serves is used. One that fails may be the implementation's fault as long as another one works. */
static const char *const byte_ways[][2] = {
    {PAIR "a.write(bytes); b.read(256)", "bytes"},
    {PAIR "a.send(bytes, 0); b.recv(256)", "bytes"},
    {"a = Socket.pack_sockaddr_un(bytes[1, 85]); b = Socket.pack_sockaddr_un(bytes[86, 85]); "
     "c = Socket.pack_sockaddr_un(bytes[171, 85]); "
     "[a[2, 85], Socket.unpack_sockaddr_un(a), b[2, 85], Socket.unpack_sockaddr_un(b), "
     "c[2, 85], Socket.unpack_sockaddr_un(c)]",
     "[bytes[1, 85], bytes[1, 85], bytes[86, 85], bytes[86, 85], bytes[171, 85], bytes[171, 85]]"},
    {"a = Socket.pack_sockaddr_in(33153, '128.159.160.255'); [a, Socket.unpack_sockaddr_in(a)]",
     "[in4(33153, '128.159.160.255'), [33153, '128.159.160.255']]"},
};

static void check_bytes(struct sockspec_doctor *doctor) {
    char *wrong = NULL;
    for (size_t i = 0; i < sizeof byte_ways / sizeof byte_ways[0]; i++) {
        struct sockspec_result result = sockspec_doctor_evaluate(doctor, byte_ways[i][0]);
        if (result.kind != SOCKSPEC_RESULT_VALUE) {
            json_decref(result.value);
            continue;
        }
        struct sockspec_result sent = sockspec_doctor_evaluate(doctor, byte_ways[i][1]);
        bool same = json_equal(result.value, sent.value) == 1;
        if (!same && wrong == NULL) {
            char *came = sockspec_render(&result);
            wrong = sockspec_format("%s %s", byte_ways[i][0], came);
            free(came);
        }
        json_decref(sent.value);
        json_decref(result.value);
        if (same) {
            free(wrong);
            doctor->skipped[0] = '\0';
            return;
        }
    }
    if (wrong != NULL) {
        sockspec_doctor_find(doctor, "%s", wrong);
        free(wrong);
    }
}

static void check_large_answer(struct sockspec_doctor *doctor) {
    struct sockspec_result result = sockspec_doctor_evaluate(
        doctor, PAIR "sent = a.send('\\xff' * 131072, 0); [sent, length(b.recv(131072))]");
    if (result.kind == SOCKSPEC_RESULT_VALUE &&
        json_equal(json_array_get(result.value, 0), json_array_get(result.value, 1)) != 1) {
        sockspec_doctor_find(
            doctor, "of %" JSON_INTEGER_FORMAT " bytes sent %" JSON_INTEGER_FORMAT " come back",
            json_integer_value(json_array_get(result.value, 0)),
            json_integer_value(json_array_get(result.value, 1)));
    }
    json_decref(result.value);
}

/* --- Methods ---------------------------------------------------------------------------------- */

#define BOUND SOCKET "socket.bind(in4(0, '127.0.0.1')); "
#define CALLED                                                                                     \
    BOUND "socket.listen(1); client = Socket.new(AF_INET, SOCK_STREAM, 0); "                       \
          "client.connect(socket.getsockname); "
#define SENT PAIR "a.send('text', 0); "

/* Calls of every method that return at once: first as simple as possible, then with something to
 * return. */
static const char *const calls[][2] = {
    {"BasicSocket.do_not_reverse_lookup", "BasicSocket.do_not_reverse_lookup"},
    {"BasicSocket.do_not_reverse_lookup=", "BasicSocket.do_not_reverse_lookup = true"},
    {"BasicSocket.for_fd", "BasicSocket.for_fd(1000000)"},
    {"IO.select", "IO.select([], [], [], 0)"},
    {"IO.select", SOCKET "IO.select([socket], [socket], [socket], 0)"},
    {"Socket.for_fd", "Socket.for_fd(1000000)"},
    {"Socket.getaddrinfo", "Socket.getaddrinfo('127.0.0.1', '80')"},
    {"Socket.gethostbyaddr", "Socket.gethostbyaddr('\\x7f\\x00\\x00\\x01')"},
    {"Socket.gethostbyname", "Socket.gethostbyname('127.0.0.1')"},
    {"Socket.gethostname", "Socket.gethostname"},
    {"Socket.getnameinfo", "Socket.getnameinfo(in4(80, '127.0.0.1'))"},
    {"Socket.getservbyname", "Socket.getservbyname('http')"},
    {"Socket.new", "Socket.new(AF_INET, SOCK_STREAM, 0)"},
    {"Socket.pack_sockaddr_in", "Socket.pack_sockaddr_in(80, '127.0.0.1')"},
    {"Socket.pack_sockaddr_un", "Socket.pack_sockaddr_un('/tmp/socket')"},
    {"Socket.pair", "Socket.pair(AF_UNIX, SOCK_STREAM, 0)"},
    {"Socket.sockaddr_in", "Socket.sockaddr_in(80, '127.0.0.1')"},
    {"Socket.sockaddr_un", "Socket.sockaddr_un('/tmp/socket')"},
    {"Socket.socketpair", "Socket.socketpair(AF_UNIX, SOCK_STREAM, 0)"},
    {"Socket.unpack_sockaddr_in", "Socket.unpack_sockaddr_in(in4(80, '127.0.0.1'))"},
    {"Socket.unpack_sockaddr_un", "Socket.unpack_sockaddr_un(un('/tmp/socket'))"},
    {"Socket#accept", SOCKET "socket.accept"},
    {"Socket#accept", CALLED "socket.accept"},
    {"Socket#accept_nonblock", SOCKET "socket.accept_nonblock"},
    {"Socket#accept_nonblock", CALLED "socket.accept_nonblock"},
    {"Socket#bind", SOCKET "socket.bind(in4(0, '127.0.0.1'))"},
    {"Socket#close", SOCKET "socket.close"},
    {"Socket#close_read", SOCKET "socket.close_read"},
    {"Socket#close_write", SOCKET "socket.close_write"},
    {"Socket#closed?", SOCKET "socket.closed?"},
    {"Socket#connect", SOCKET "socket.connect(in4(1, '127.0.0.1'))"},
    {"Socket#connect_nonblock", SOCKET "socket.connect_nonblock(in4(1, '127.0.0.1'))"},
    {"Socket#do_not_reverse_lookup", SOCKET "socket.do_not_reverse_lookup"},
    {"Socket#do_not_reverse_lookup=", SOCKET "socket.do_not_reverse_lookup = true"},
    {"Socket#fileno", SOCKET "socket.fileno"},
    {"Socket#getpeername", SOCKET "socket.getpeername"},
    {"Socket#getpeername", CALLED "client.getpeername"},
    {"Socket#getsockname", SOCKET "socket.getsockname"},
    {"Socket#getsockopt", SOCKET "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)"},
    {"Socket#listen", BOUND "socket.listen(1)"},
    {"Socket#puts", SOCKET "socket.puts('text')"},
    {"Socket#puts", PAIR "a.puts('text')"},
    {"Socket#read", SOCKET "socket.read(1)"},
    {"Socket#read", SENT "b.read(4)"},
    {"Socket#readline", SOCKET "socket.readline"},
    {"Socket#readline", PAIR "a.puts('text'); b.readline"},
    {"Socket#recv", SOCKET "socket.recv(1)"},
    {"Socket#recv", SENT "b.recv(4)"},
    {"Socket#recv_nonblock", SOCKET "socket.recv_nonblock(1)"},
    {"Socket#recv_nonblock", SENT "b.recv_nonblock(4)"},
    {"Socket#recvfrom", SOCKET "socket.recvfrom(1)"},
    {"Socket#recvfrom", SENT "b.recvfrom(4)"},
    {"Socket#recvfrom_nonblock", SOCKET "socket.recvfrom_nonblock(1)"},
    {"Socket#recvfrom_nonblock", SENT "b.recvfrom_nonblock(4)"},
    {"Socket#send", SOCKET "socket.send('text', 0)"},
    {"Socket#send", PAIR "a.send('text', 0)"},
    {"Socket#setsockopt", SOCKET "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, true)"},
    {"Socket#shutdown", SOCKET "socket.shutdown(2)"},
    {"Socket#sysaccept", SOCKET "socket.sysaccept"},
    {"Socket#sysaccept", CALLED "socket.sysaccept"},
    {"Socket#write", SOCKET "socket.write('text')"},
    {"Socket#write", PAIR "a.write('text')"},
};

enum { CALLS = sizeof calls / sizeof calls[0] };

bool sockspec_doctor_knows(const char *method) {
    size_t i = 0;
    while (i < CALLS && strcmp(calls[i][0], method) != 0) {
        i++;
    }
    return i < CALLS;
}

/* Notes early which rows will be unsupported. */
static void note_lacking(struct sockspec_doctor *doctor, const json_t *listed) {
    char text[1024] = "";
    size_t used = 0;
    size_t lacking = 0;
    for (size_t i = 0; i < CALLS; i++) {
        bool again = i > 0 && strcmp(calls[i][0], calls[i - 1][0]) == 0;
        if (!again && json_object_get(listed, calls[i][0]) == NULL && used < sizeof text) {
            lacking++;
            used += (size_t)snprintf(text + used, sizeof text - used, " %s", calls[i][0]);
        }
    }
    if (lacking > 0) {
        sockspec_doctor_note(doctor, "%zu %s:%s", lacking,
                             sockspec_plural(lacking, "is not listed; its rows are unsupported",
                                             "are not listed; their rows are unsupported"),
                             text);
    }
}

static void check_names(struct sockspec_doctor *doctor) {
    const struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    const json_t *methods = driver == NULL ? NULL : json_object_get(driver->hello, "methods");
    json_t *seen = json_object();
    if (json_array_size(methods) == 0) {
        sockspec_doctor_find(doctor, "'methods' is no list of names");
    }
    for (size_t i = 0; i < json_array_size(methods); i++) {
        const char *name = json_string_value(json_array_get(methods, i));
        if (name == NULL) {
            sockspec_doctor_find(doctor, "number %zu is no name", i + 1);
        } else if (!sockspec_doctor_knows(name) &&
                   strncmp(name, "sockspec.", strlen("sockspec.")) != 0) {
            sockspec_doctor_find(doctor, "'%s' is never called", name);
        } else if (json_object_get(seen, name) != NULL) {
            sockspec_doctor_find(doctor, "'%s' is listed twice", name);
        } else {
            (void)json_object_set_new(seen, name, json_true());
        }
    }
    note_lacking(doctor, seen);
    json_decref(seen);
}

/* Any result or exception is accepted, as long as it is an answer. */
static void check_calls(struct sockspec_doctor *doctor) {
    enum { ENOUGH = 5 };
    bool any = false;
    for (size_t i = 0; i < CALLS && doctor->findings < ENOUGH; i++) {
        const struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
        if (driver != NULL && sockspec_driver_has_method(driver, calls[i][0])) {
            struct sockspec_result result = sockspec_doctor_evaluate(doctor, calls[i][1]);
            any = any || result.kind != SOCKSPEC_RESULT_NONE;
            json_decref(result.value);
        }
    }
    if (any) {
        doctor->skipped[0] = '\0'; /* a skip of a call that only lacks a socket does not count */
    }
}

/* --- Exceptions ------------------------------------------------------------------------------- */

/* Calls that usually raise, among them some whose errno has two names. */
static const char *const raising[] = {
    "Socket.getservbyname('no such service')",
    "Socket.unpack_sockaddr_in('')",
    "Socket.new(-1, -1, -1)",
    SOCKET "socket.accept",
    SOCKET "socket.getpeername",
    SOCKET "socket.connect(in4(1, '127.0.0.1'))",
    BOUND "socket.listen(1); socket.accept_nonblock",
    PAIR "a.recv_nonblock(1)",
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
const struct sockspec_doctor_check sockspec_doctor_value_checks[] = {
    {"byte strings", check_bytes,
     "code points U+0000 to U+00FF stand for the bytes: decode a JSON string as ISO-8859-1, not as "
     "UTF-8, and encode bytes likewise"},
    {"a large answer", check_large_answer,
     "write a line at any length, up to 1 MiB, and all of it"},
    {"names of methods", check_names,
     "list Socket.name and Socket#name as the suite calls them, instance methods of BasicSocket and "
     "IO on Socket, and leave out what is not served"},
    {"every declared method", check_calls,
     "answer every method hello lists, with a result or with an exception"},
    {"exceptions", check_exceptions,
     "list the class itself and all classes above it, up to StandardError, as data's ancestors"},
    {"errnos with two names", check_errno_names,
     "list both among the ancestors: EAGAIN is EWOULDBLOCK here, EOPNOTSUPP is ENOTSUP"},
    {NULL, NULL, NULL},
};
/* clang-format on */
