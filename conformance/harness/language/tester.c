#include "conformance/harness/language/tester.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

union any_sockaddr {
    struct sockaddr address;
    struct sockaddr_storage storage;
    char bytes[sizeof(struct sockaddr_storage)];
};

struct verb_call {
    struct sockspec_scenario *scenario;
    int fd; /* the receiver's descriptor; -1 for Tester itself */
    size_t place;
    const json_t *arguments;
};

static json_int_t integer_at(const struct verb_call *call, size_t place) {
    return json_integer_value(json_array_get(call->arguments, place));
}

static socklen_t sockaddr_at(const struct verb_call *call, size_t place,
                             union any_sockaddr *address) {
    size_t length = 0;
    char *bytes = sockspec_bytes_from_json(json_array_get(call->arguments, place), &length);
    if (length > sizeof address->bytes) {
        length = sizeof address->bytes;
    }
    if (bytes != NULL) {
        memcpy(address->bytes, bytes, length);
    }
    free(bytes);
    return (socklen_t)length;
}

/* What the machine does not allow the tester says nothing about the implementation. */
static struct sockspec_result failed(const struct verb_call *call, const char *verb) {
    return sockspec_stop(call->scenario, errno == EPERM ? SOCKSPEC_NOT_RUN : SOCKSPEC_BROKEN,
                         "the tester's own %s: %s", verb, strerror(errno));
}

/* Returns the result of a call that returned 0 or -1. */
static struct sockspec_result done(const struct verb_call *call, const char *verb, int status) {
    return status < 0 ? failed(call, verb) : sockspec_result_of(json_integer(0));
}

static struct sockspec_result keep(const struct verb_call *call, const char *verb, int fd) {
    static const struct timeval patience = {.tv_sec = 10};
    struct sockspec_scenario *scenario = call->scenario;
    if (fd < 0) {
        return failed(call, verb);
    }
    if (scenario->tester_socket_count == SOCKSPEC_TESTER_SOCKETS) {
        (void)close(fd);
        errno = EMFILE;
        return failed(call, verb);
    }
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    (void)setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    scenario->tester_sockets[scenario->tester_socket_count] = fd;
    return sockspec_result_of(json_pack("{si}", "tester", (int)scenario->tester_socket_count++));
}

static struct sockspec_result verb_socket(const struct verb_call *call) {
    return keep(call, "socket",
                socket((int)integer_at(call, 0), (int)integer_at(call, 1) | SOCK_CLOEXEC,
                       (int)integer_at(call, 2)));
}

static struct sockspec_result verb_connected(const struct verb_call *call) {
    union any_sockaddr address = {0};
    socklen_t length = sockaddr_at(call, 0, &address);
    int fd = socket(address.address.sa_family, (int)integer_at(call, 1) | SOCK_CLOEXEC, 0);
    if (fd >= 0 && connect(fd, &address.address, length) < 0) {
        struct sockspec_result result = failed(call, "connect");
        (void)close(fd);
        return result;
    }
    return keep(call, "socket", fd);
}

/* Only AF_UNIX queues immediately refuse what does not fit. */
static struct sockspec_result verb_fill(const struct verb_call *call) {
    enum { MOST = 40 };
    union any_sockaddr address = {0};
    socklen_t length = sockaddr_at(call, 0, &address);
    for (int count = 0; count < MOST; count++) {
        int fd = socket(address.address.sa_family,
                        (int)integer_at(call, 1) | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (fd >= 0 && connect(fd, &address.address, length) < 0) {
            struct sockspec_result result =
                errno == EAGAIN ? sockspec_result_of(json_integer(count)) : failed(call, "connect");
            (void)close(fd);
            return result;
        }
        struct sockspec_result kept = keep(call, "socket", fd);
        if (kept.kind != SOCKSPEC_RESULT_VALUE) {
            return kept;
        }
        json_decref(kept.value);
    }
    return sockspec_result_of(json_integer(MOST));
}

static struct sockspec_result verb_exists(const struct verb_call *call) {
    struct stat status;
    size_t length = 0;
    char *path = sockspec_bytes_from_json(json_array_get(call->arguments, 0), &length);
    bool exists = path != NULL && lstat(path, &status) == 0;
    free(path);
    return sockspec_result_of(json_boolean(exists));
}

/* The file of an AF_UNIX address goes when the case ends, also where its name is not from path().
 */
static void keep_path(const struct verb_call *call, const union any_sockaddr *address,
                      socklen_t length) {
    const size_t begin = offsetof(struct sockaddr_un, sun_path);
    if (address->address.sa_family == AF_UNIX && length > begin && address->bytes[begin] != '\0') {
        size_t bytes = strnlen(address->bytes + begin, length - begin);
        (void)json_array_append_new(call->scenario->paths,
                                    sockspec_bytes_to_json(address->bytes + begin, bytes));
    }
}

static struct sockspec_result verb_bind(const struct verb_call *call) {
    union any_sockaddr address = {0};
    socklen_t length = sockaddr_at(call, 0, &address);
    keep_path(call, &address, length);
    return done(call, "bind", bind(call->fd, &address.address, length));
}

static struct sockspec_result verb_listen(const struct verb_call *call) {
    return done(call, "listen", listen(call->fd, (int)integer_at(call, 0)));
}

static struct sockspec_result verb_connect(const struct verb_call *call) {
    union any_sockaddr address = {0};
    socklen_t length = sockaddr_at(call, 0, &address);
    return done(call, "connect", connect(call->fd, &address.address, length));
}

static struct sockspec_result verb_accept(const struct verb_call *call) {
    return keep(call, "accept", accept4(call->fd, NULL, NULL, SOCK_CLOEXEC));
}

static struct sockspec_result verb_send(const struct verb_call *call) {
    union any_sockaddr address = {0};
    size_t length = 0;
    char *bytes = sockspec_bytes_from_json(json_array_get(call->arguments, 0), &length);
    socklen_t address_length = sockaddr_at(call, 2, &address);
    ssize_t sent = sendto(call->fd, bytes, length, (int)integer_at(call, 1) | MSG_NOSIGNAL,
                          address_length == 0 ? NULL : &address.address, address_length);
    free(bytes);
    return sent < 0 ? failed(call, "send") : sockspec_result_of(json_integer(sent));
}

static struct sockspec_result receive(const struct verb_call *call, bool with_sender) {
    union any_sockaddr address = {0};
    socklen_t address_length = sizeof address;
    size_t length = (size_t)integer_at(call, 0);
    char *bytes = malloc(length + 1);
    if (bytes == NULL) {
        return failed(call, "recv");
    }
    ssize_t got = recvfrom(call->fd, bytes, length, (int)integer_at(call, 1), &address.address,
                           &address_length);
    json_t *received = got < 0 ? NULL : sockspec_bytes_to_json(bytes, (size_t)got);
    free(bytes);
    if (received == NULL) {
        return failed(call, "recv");
    }
    if (!with_sender) {
        return sockspec_result_of(received);
    }
    return sockspec_result_of(
        json_pack("[oo]", received, sockspec_bytes_to_json(address.bytes, address_length)));
}

static struct sockspec_result verb_recv(const struct verb_call *call) {
    return receive(call, false);
}

static struct sockspec_result verb_recvfrom(const struct verb_call *call) {
    return receive(call, true);
}

/* Returns the address that getsockname or getpeername reports. */
static struct sockspec_result ask_name(const struct verb_call *call, const char *verb,
                                       int (*ask)(int, struct sockaddr *, socklen_t *)) {
    union any_sockaddr address = {0};
    socklen_t length = sizeof address;
    return ask(call->fd, &address.address, &length) < 0
               ? failed(call, verb)
               : sockspec_result_of(sockspec_bytes_to_json(address.bytes, length));
}

static struct sockspec_result verb_sockaddr(const struct verb_call *call) {
    return ask_name(call, "getsockname", getsockname);
}

static struct sockspec_result verb_peer(const struct verb_call *call) {
    return ask_name(call, "getpeername", getpeername);
}

static struct sockspec_result verb_port(const struct verb_call *call) {
    union {
        struct sockaddr address;
        struct sockaddr_in in4;
        struct sockaddr_in6 in6;
    } name = {0};
    socklen_t length = sizeof name;
    if (getsockname(call->fd, &name.address, &length) < 0) {
        return failed(call, "getsockname");
    }
    /* The port is at the same offset in both families. */
    return sockspec_result_of(json_integer(ntohs(name.in4.sin_port)));
}

static struct sockspec_result verb_setsockopt(const struct verb_call *call) {
    int value = (int)integer_at(call, 2);
    return done(call, "setsockopt",
                setsockopt(call->fd, (int)integer_at(call, 0), (int)integer_at(call, 1), &value,
                           sizeof value));
}

static struct sockspec_result verb_getsockopt(const struct verb_call *call) {
    int value = 0;
    socklen_t length = sizeof value;
    return getsockopt(call->fd, (int)integer_at(call, 0), (int)integer_at(call, 1), &value,
                      &length) < 0
               ? failed(call, "getsockopt")
               : sockspec_result_of(json_integer(value));
}

static struct sockspec_result verb_option(const struct verb_call *call) {
    unsigned char bytes[256];
    socklen_t length = sizeof bytes;
    return getsockopt(call->fd, (int)integer_at(call, 0), (int)integer_at(call, 1), bytes,
                      &length) < 0
               ? failed(call, "getsockopt")
               : sockspec_result_of(sockspec_bytes_to_json((const char *)bytes, length));
}

static struct sockspec_result verb_shutdown(const struct verb_call *call) {
    return done(call, "shutdown", shutdown(call->fd, (int)integer_at(call, 0)));
}

static struct sockspec_result verb_close(const struct verb_call *call) {
    call->scenario->tester_sockets[call->place] = -1;
    return done(call, "close", close(call->fd));
}

static struct sockspec_result verb_abort(const struct verb_call *call) {
    static const struct linger at_once = {.l_onoff = 1, .l_linger = 0};
    (void)setsockopt(call->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    return verb_close(call);
}

/* Attaches a filter that drops every packet. */
static struct sockspec_result verb_deafen(const struct verb_call *call) {
    struct sock_filter nothing = BPF_STMT(BPF_RET | BPF_K, 0);
    struct sock_fprog filter = {.len = 1, .filter = &nothing};
    return done(call, "deafen",
                setsockopt(call->fd, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter));
}

static const struct {
    const char *name;
    bool of_socket;
    struct sockspec_result (*call)(const struct verb_call *);
} verbs[] = {
    {"socket", false, verb_socket},
    {"connected", false, verb_connected},
    {"fill", false, verb_fill},
    {"exists", false, verb_exists},
    {"bind", true, verb_bind},
    {"listen", true, verb_listen},
    {"connect", true, verb_connect},
    {"accept", true, verb_accept},
    {"send", true, verb_send},
    {"recv", true, verb_recv},
    {"recvfrom", true, verb_recvfrom},
    {"sockaddr", true, verb_sockaddr},
    {"peer", true, verb_peer},
    {"port", true, verb_port},
    {"setsockopt", true, verb_setsockopt},
    {"getsockopt", true, verb_getsockopt},
    {"option", true, verb_option},
    {"shutdown", true, verb_shutdown},
    {"close", true, verb_close},
    {"abort", true, verb_abort},
    {"deafen", true, verb_deafen},
};

/* Writes the step into the transcript, as "tester socket 1: send('letter') returns 6". */
static void note_step(const struct verb_call *call, const json_t *receiver, const char *method,
                      const struct sockspec_result *result) {
    struct sockspec_lease *lease = &call->scenario->places[SOCKSPEC_HERE];
    char *text = NULL;
    size_t size = 0;
    FILE *out = lease->leased ? open_memstream(&text, &size) : NULL;
    if (out == NULL) {
        return;
    }
    if (receiver == NULL) {
        (void)fprintf(out, "tester: %s(", method);
    } else {
        (void)fprintf(out, "tester socket %zu: %s(", call->place + 1, method);
    }
    for (size_t i = 0; i < json_array_size(call->arguments); i++) {
        char *argument = sockspec_render_value(json_array_get(call->arguments, i));
        (void)fprintf(out, "%s%.80s", i == 0 ? "" : ", ", argument);
        free(argument);
    }
    char *rendered = sockspec_render(result);
    (void)fprintf(out, ") %.80s", result->kind == SOCKSPEC_RESULT_NONE ? "fails" : rendered);
    (void)fclose(out);
    sockspec_driver_note(&lease->driver, text);
    free(rendered);
    free(text);
}

struct sockspec_result sockspec_tester_call(struct sockspec_scenario *scenario,
                                            const json_t *receiver, const char *method,
                                            const json_t *arguments) {
    struct verb_call call = {.scenario = scenario, .fd = -1, .arguments = arguments};
    if (receiver != NULL) {
        call.place = (size_t)json_integer_value(json_object_get(receiver, "tester"));
        call.fd = scenario->tester_sockets[call.place];
    }
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        if (strcmp(verbs[i].name, method) == 0 && verbs[i].of_socket == (receiver != NULL)) {
            struct sockspec_result result = verbs[i].call(&call);
            note_step(&call, receiver, method, &result);
            /* cppcheck-suppress returnDanglingLifetime; what is returned points nowhere into it */
            return result;
        }
    }
    return sockspec_stop(scenario, SOCKSPEC_BROKEN, "the tester knows no %s", method);
}

bool sockspec_is_tester_socket(const json_t *value) {
    return json_object_get(value, "tester") != NULL;
}

void sockspec_tester_close_all(struct sockspec_scenario *scenario) {
    for (size_t i = 0; i < scenario->tester_socket_count; i++) {
        if (scenario->tester_sockets[i] >= 0) {
            (void)close(scenario->tester_sockets[i]);
        }
    }
    scenario->tester_socket_count = 0;
}
