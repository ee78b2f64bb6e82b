#include "conformance/harness/language/made_sockets.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"
#include "conformance/harness/language/fresh_options.h"

void sockspec_made_begin(struct sockspec_scenario *scenario) {
    scenario->made.count = 0;
    scenario->made.option_count = 0;
    scenario->made.any_option = false;
}

static struct sockspec_made_socket *find(struct sockspec_scenario *scenario, const json_t *handle) {
    struct sockspec_made_sockets *made = &scenario->made;
    const json_t *number = json_object_get(handle, "socket");
    json_int_t place = json_integer_value(json_object_get(handle, "in"));
    for (size_t i = 0; number != NULL && i < made->count; i++) {
        if (made->items[i].handle == json_integer_value(number) && made->items[i].place == place) {
            return &made->items[i];
        }
    }
    return NULL;
}

static void note_option(struct sockspec_made_sockets *made, const json_t *level,
                        const json_t *name) {
    if (!json_is_integer(level) || !json_is_integer(name) ||
        made->option_count == SOCKSPEC_MADE_OPTIONS) {
        made->any_option = true;
        return;
    }
    made->options[made->option_count].level = json_integer_value(level);
    made->options[made->option_count].name = json_integer_value(name);
    made->option_count++;
}

void sockspec_made_note_call(struct sockspec_scenario *scenario, const char *method,
                             json_t *params) {
    struct sockspec_made_sockets *made = &scenario->made;
    struct sockspec_made_socket *receiver = find(scenario, json_array_get(params, 0));
    if (strcmp(method, "Socket#setsockopt") == 0) {
        note_option(made, json_array_get(params, 1), json_array_get(params, 2));
    } else if (receiver != NULL && strcmp(method, "Socket#close") == 0) {
        *receiver = made->items[--made->count];
    } else if (strstr(method, "_nonblock") != NULL) {
        /* An unknown receiver can share its descriptor with any of the sockets. */
        for (size_t i = 0; i < made->count; i++) {
            struct sockspec_made_socket *socket = &made->items[i];
            socket->may_change = socket->may_change || receiver == NULL || socket == receiver;
        }
    }
}

/* Returns whether a descriptor of the driver is a socket that is not known yet, and its inode and
 * O_NONBLOCK flag. A descriptor that is not open sets errno to EBADF. */
static bool look_at(const struct sockspec_scenario *scenario, struct sockspec_made_socket *socket) {
    struct stat status;
    pid_t pid = scenario->places[socket->place].driver.pid;
    int own = sockspec_observe_duplicate(pid, socket->descriptor);
    bool found = own >= 0 && fstat(own, &status) == 0 && S_ISSOCK(status.st_mode);
    for (size_t i = 0; found && i < scenario->made.count; i++) {
        found = scenario->made.items[i].inode != status.st_ino;
    }
    if (found) {
        socket->inode = status.st_ino;
        socket->nonblocking = (fcntl(own, F_GETFL) & O_NONBLOCK) != 0;
    }
    if (own >= 0) {
        (void)close(own);
        errno = 0;
    }
    return found;
}

static bool is_known(const struct sockspec_scenario *scenario, int place, int descriptor) {
    const struct sockspec_made_sockets *made = &scenario->made;
    bool known = sockspec_descriptor_set_has(&scenario->places[place].before_cases, descriptor);
    for (size_t i = 0; !known && i < made->count; i++) {
        known = made->items[i].descriptor == descriptor && made->items[i].place == place;
    }
    return known;
}

/* A new descriptor has the least number that is free, so it is among the first ones that were not
 * open before. */
static void add(struct sockspec_scenario *scenario, int place, json_int_t handle) {
    enum { MISSES = 4 };
    struct sockspec_made_socket socket = {.place = place, .handle = handle};
    for (int missed = 0; missed < MISSES; socket.descriptor++) {
        if (is_known(scenario, place, socket.descriptor)) {
            continue;
        }
        if (look_at(scenario, &socket)) {
            scenario->made.items[scenario->made.count++] = socket;
            return;
        }
        missed += errno == 0 ? 0 : 1;
    }
}

void sockspec_made_note_answer(struct sockspec_scenario *scenario, int place, json_t *answer) {
    if (json_is_array(answer)) {
        for (size_t i = 0; i < json_array_size(answer); i++) {
            sockspec_made_note_answer(scenario, place, json_array_get(answer, i));
        }
    } else if (json_is_integer(json_object_get(answer, "socket")) &&
               scenario->made.count < SOCKSPEC_MADE_SOCKETS && find(scenario, answer) == NULL) {
        add(scenario, place, json_integer_value(json_object_get(answer, "socket")));
    }
}

void sockspec_made_note_flag(struct sockspec_scenario *scenario, const json_t *handle,
                             bool nonblocking) {
    struct sockspec_made_socket *socket = find(scenario, handle);
    if (socket != NULL) {
        socket->nonblocking = nonblocking;
        socket->may_change = false;
    }
}

static bool is_set_by_case(const void *made_sockets, int level, int name) {
    const struct sockspec_made_sockets *made = made_sockets;
    bool set = made->any_option;
    for (size_t i = 0; !set && i < made->option_count; i++) {
        set = made->options[i].level == level && made->options[i].name == name;
    }
    return set;
}

static void check_one(struct sockspec_scenario *scenario,
                      const struct sockspec_made_socket *socket) {
    struct stat status;
    char change[128];
    pid_t pid = scenario->places[socket->place].driver.pid;
    int own = sockspec_observe_duplicate(pid, socket->descriptor);
    if (own < 0) {
        return;
    }
    if (fstat(own, &status) == 0 && status.st_ino == socket->inode) {
        bool nonblocking = (fcntl(own, F_GETFL) & O_NONBLOCK) != 0;
        /* A call that still waits may restore the flag when it ends. */
        bool must_be_same = !socket->may_change && !scenario->places[socket->place].pending;
        if (must_be_same && nonblocking != socket->nonblocking) {
            (void)sockspec_stop(scenario, SOCKSPEC_FAIL,
                                "changes a socket that it should leave as it is: O_NONBLOCK is %s",
                                nonblocking ? "set" : "cleared");
        } else if (sockspec_fresh_options_differ(own, is_set_by_case, &scenario->made, change,
                                                 sizeof change)) {
            (void)sockspec_stop(scenario, SOCKSPEC_FAIL,
                                "changes an option that the row does not set: %s", change);
        }
    }
    (void)close(own);
}

void sockspec_made_check(struct sockspec_scenario *scenario) {
    for (size_t i = 0; scenario->detail[0] == '\0' && i < scenario->made.count; i++) {
        check_one(scenario, &scenario->made.items[i]);
    }
}
