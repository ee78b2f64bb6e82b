#include "conformance/harness/doctor/method.h"

#include <stdio.h>
#include <string.h>

#include "conformance/harness/doctor/patient.h"
#include "conformance/harness/driver/hello.h"
#include "conformance/harness/support/plural.h"

#define SOCKET "socket = Socket.new(AF_INET, SOCK_STREAM, 0); "
#define PAIR "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); "
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
    {"Socket.do_not_reverse_lookup", "Socket.do_not_reverse_lookup"},
    {"Socket.do_not_reverse_lookup=", "Socket.do_not_reverse_lookup = true"},
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
    if (json_object_size(listed) == 0) {
        sockspec_doctor_note(doctor, "none is listed; the rows of all methods are unsupported");
    } else if (lacking > 0) {
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

/* clang-format off */
const struct sockspec_doctor_check sockspec_doctor_method_checks[] = {
    {"names of methods", check_names,
     "list Socket.name and Socket#name as the suite calls them, instance methods of BasicSocket and "
     "IO on Socket, and leave out what is not served", SOCKSPEC_DOCTOR_DEMANDS},
    {"every declared method", check_calls,
     "answer every method hello lists, with a result or with an exception", SOCKSPEC_DOCTOR_DEMANDS},
    {NULL, NULL, NULL, SOCKSPEC_DOCTOR_DEMANDS},
};
/* clang-format on */
