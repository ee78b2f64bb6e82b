#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "conformance/harness/intrude.h"
#include "conformance/harness/observe.h"
#include "conformance/harness/scenario.h"

typedef struct sockspec_given function(struct sockspec_scenario *scenario, json_t *arguments);

static const char *text_at(const json_t *arguments, size_t place) {
    const char *text = json_string_value(json_array_get(arguments, place));
    return text == NULL ? "" : text;
}

static json_int_t integer_at(const json_t *arguments, size_t place) {
    return json_integer_value(json_array_get(arguments, place));
}

/* Socket addresses are laid out here, sharing nothing with any implementation. */
static struct sockspec_given in4(struct sockspec_scenario *scenario, json_t *arguments) {
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)integer_at(arguments, 0))};
    if (inet_pton(AF_INET, text_at(arguments, 1), &address.sin_addr) != 1) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "no IPv4 address: %s",
                                text_at(arguments, 1));
    }
    return sockspec_give(sockspec_bytes_to_json(&address, sizeof address));
}

static struct sockspec_given in6(struct sockspec_scenario *scenario, json_t *arguments) {
    struct sockaddr_in6 address = {.sin6_family = AF_INET6,
                                   .sin6_port = htons((uint16_t)integer_at(arguments, 0)),
                                   .sin6_scope_id = (uint32_t)integer_at(arguments, 2)};
    if (inet_pton(AF_INET6, text_at(arguments, 1), &address.sin6_addr) != 1) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "no IPv6 address: %s",
                                text_at(arguments, 1));
    }
    return sockspec_give(sockspec_bytes_to_json(&address, sizeof address));
}

static struct sockspec_given un(struct sockspec_scenario *scenario, json_t *arguments) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = 0;
    char *path = sockspec_bytes_from_json(json_array_get(arguments, 0), &length);
    if (path == NULL || length > sizeof address.sun_path) {
        free(path);
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "no path of at most 108 bytes");
    }
    memcpy(address.sun_path, path, length);
    free(path);
    return sockspec_give(sockspec_bytes_to_json(&address, sizeof address));
}

static struct sockspec_given hex(struct sockspec_scenario *scenario, json_t *arguments) {
    (void)scenario;
    const char *text = text_at(arguments, 0);
    unsigned char *bytes = malloc(strlen(text) + 1);
    size_t count = 0;
    char digits[3] = "";
    size_t have = 0;
    if (bytes == NULL) {
        abort();
    }
    for (; *text != '\0'; text++) {
        if (isxdigit((unsigned char)*text)) {
            digits[have++] = *text;
        }
        if (have == 2) {
            bytes[count++] = (unsigned char)strtoul(digits, NULL, 16);
            have = 0;
        }
    }
    json_t *value = sockspec_bytes_to_json(bytes, count);
    free(bytes);
    return sockspec_give(value);
}

static struct sockspec_given path(struct sockspec_scenario *scenario, json_t *arguments) {
    char name[160];
    (void)snprintf(name, sizeof name, "%s/%zu-%s", scenario->plan->directory, scenario->test->index,
                   text_at(arguments, 0));
    (void)json_array_append_new(scenario->paths, json_string(name));
    return sockspec_give(json_string(name));
}

static struct sockspec_given length(struct sockspec_scenario *scenario, json_t *arguments) {
    json_t *value = json_array_get(arguments, 0);
    size_t size = json_array_size(value);
    if (json_is_string(value)) {
        free(sockspec_bytes_from_json(value, &size));
    } else if (!json_is_array(value)) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "only strings and arrays have a length");
    }
    return sockspec_give(json_integer((json_int_t)size));
}

static struct sockspec_given constant(struct sockspec_scenario *scenario, json_t *arguments) {
    const struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL) {
        return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
    }
    json_t *constants = json_object_get(driver->hello, "constants");
    json_t *value = json_object_get(constants, text_at(arguments, 0));
    return sockspec_give(value == NULL ? json_null() : json_incref(value));
}

/* The descriptor of a handle in its driver, as the implementation says; -1 if it says none. */
static int descriptor_of(struct sockspec_scenario *scenario, json_t *handle) {
    int place = sockspec_handle_place(handle);
    if (place < 0) {
        (void)sockspec_give_up(scenario, SOCKSPEC_BROKEN, "this is no socket");
        return -1;
    }
    json_t *params = json_pack("[O]", handle);
    struct sockspec_given given = sockspec_call(scenario, place, "Socket#fileno", params);
    json_decref(params);
    int descriptor = json_is_integer(given.value) ? (int)json_integer_value(given.value) : -1;
    if (given.kind != SOCKSPEC_GAVE_UP && descriptor < 0) {
        (void)sockspec_give_up(scenario, SOCKSPEC_BROKEN, "fileno gives no descriptor");
    }
    json_decref(given.value);
    return descriptor;
}

static struct sockspec_given nonblocking(struct sockspec_scenario *scenario, json_t *arguments) {
    json_t *handle = json_array_get(arguments, 0);
    int descriptor = descriptor_of(scenario, handle);
    if (descriptor < 0) {
        return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
    }
    pid_t pid = scenario->places[sockspec_handle_place(handle)].driver.pid;
    int flags = sockspec_observe_flags(pid, descriptor);
    if (flags < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "/proc does not show the descriptor");
    }
    return sockspec_give(json_boolean((flags & O_NONBLOCK) != 0));
}

/* The flag belongs to the open socket, so setting it here sets it there. */
static struct sockspec_given write_nonblocking(struct sockspec_scenario *scenario,
                                               json_t *arguments, int flag) {
    json_t *handle = json_array_get(arguments, 0);
    int descriptor = descriptor_of(scenario, handle);
    if (descriptor < 0) {
        return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
    }
    pid_t pid = scenario->places[sockspec_handle_place(handle)].driver.pid;
    int own = sockspec_observe_duplicate(pid, descriptor);
    int flags = own < 0 ? -1 : fcntl(own, F_GETFL);
    bool written = flags >= 0 && fcntl(own, F_SETFL, (flags & ~O_NONBLOCK) | flag) == 0;
    if (own >= 0) {
        (void)close(own);
    }
    return written ? sockspec_give(json_null())
                   : sockspec_give_up(scenario, SOCKSPEC_NOT_RUN,
                                      "this kernel lets nobody share the driver's descriptor");
}

static struct sockspec_given clear_nonblocking(struct sockspec_scenario *scenario,
                                               json_t *arguments) {
    return write_nonblocking(scenario, arguments, 0);
}

static struct sockspec_given set_nonblocking(struct sockspec_scenario *scenario,
                                             json_t *arguments) {
    return write_nonblocking(scenario, arguments, O_NONBLOCK);
}

/* The socket object keeps its descriptor, which is no socket any more. */
static struct sockspec_given replace_descriptor(struct sockspec_scenario *scenario,
                                                json_t *arguments) {
    json_t *handle = json_array_get(arguments, 0);
    int descriptor = descriptor_of(scenario, handle);
    if (descriptor < 0) {
        return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
    }
    struct sockspec_driver *driver = &scenario->places[sockspec_handle_place(handle)].driver;
    bool idle = sockspec_driver_blocks(driver, scenario->plan->timeout_ms);
    if (!idle || !sockspec_intrude_replace(driver->pid, descriptor)) {
        return sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "cannot replace the descriptor: %s",
                                idle ? strerror(errno) : "the driver is busy");
    }
    return sockspec_give(json_null());
}

/* One case at a time holds what is named, until it ends. */
static struct sockspec_given exclusively(struct sockspec_scenario *scenario, json_t *arguments) {
    char name[160];
    (void)snprintf(name, sizeof name, "%s/%s.lock", scenario->plan->directory,
                   text_at(arguments, 0));
    scenario->lock = open(name, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (scenario->lock < 0 || flock(scenario->lock, LOCK_EX) < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "cannot lock %s", name);
    }
    return sockspec_give(json_null());
}

/* At most this many more descriptors can be opened by the driver. */
static struct sockspec_given limit_descriptors(struct sockspec_scenario *scenario,
                                               json_t *arguments) {
    struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    int open_now = driver == NULL ? -1 : sockspec_observe_descriptors(driver->pid);
    struct rlimit limit = {0};
    if (open_now < 0 || prlimit(driver->pid, RLIMIT_NOFILE, NULL, &limit) < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "cannot limit the descriptors");
    }
    limit.rlim_cur = (rlim_t)open_now + (rlim_t)integer_at(arguments, 0);
    if (prlimit(driver->pid, RLIMIT_NOFILE, &limit, NULL) < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "cannot limit the descriptors");
    }
    scenario->limited = true;
    return sockspec_give(json_null());
}

/* Raises the safe level of the implementation; its reset lowers it again. */
static struct sockspec_given safe_level(struct sockspec_scenario *scenario, json_t *arguments) {
    struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL) {
        return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
    }
    scenario->places[SOCKSPEC_HERE].changed = true;
    struct sockspec_reply reply =
        sockspec_driver_call(driver, "sockspec.safe_level", arguments, scenario->plan->timeout_ms);
    json_decref(reply.value);
    if (reply.kind != SOCKSPEC_REPLY_RESULT) {
        scenario->places[SOCKSPEC_HERE].dirty = true;
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "the driver sets no safe level");
    }
    return sockspec_give(json_null());
}

/* fault(operation, errno[, nth or 'always'[, socket]]): the system call fails so from now on. */
static struct sockspec_given fault(struct sockspec_scenario *scenario, json_t *arguments) {
    json_t *which = json_array_get(arguments, 2);
    json_t *handle = json_array_get(arguments, 3);
    struct sockspec_fault armed;
    if (!sockspec_fault_arm(&armed, text_at(arguments, 0), text_at(arguments, 1))) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "there is no fault %s of %s",
                                text_at(arguments, 1), text_at(arguments, 0));
    }
    if (handle != NULL) {
        armed.descriptor = descriptor_of(scenario, handle);
    }
    armed.always = json_is_string(which);
    armed.nth = json_is_integer(which) ? (unsigned)json_integer_value(which) : 1;
    struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL || driver->listener < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "this table injects no faults");
    }
    driver->fault = armed;
    return sockspec_give(json_null());
}

static int pending_place(const json_t *arguments) {
    const json_t *call = json_object_get(json_array_get(arguments, 0), "call");
    return call == NULL ? -1 : (int)json_integer_value(call);
}

static struct sockspec_given finish(struct sockspec_scenario *scenario, json_t *arguments) {
    int place = pending_place(arguments);
    return place >= 0 ? sockspec_finish_call(scenario, place)
                      : sockspec_give_up(scenario, SOCKSPEC_BROKEN, "finish() takes a call");
}

static struct sockspec_given blocked(struct sockspec_scenario *scenario, json_t *arguments) {
    int place = pending_place(arguments);
    if (place < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "blocked() takes a call");
    }
    if (sockspec_driver_blocks(&scenario->places[place].driver, scenario->plan->timeout_ms)) {
        return sockspec_give(json_true());
    }
    struct sockspec_given given = sockspec_finish_call(scenario, place);
    if (given.kind != SOCKSPEC_GAVE_UP) {
        char *answer = sockspec_render(&given);
        (void)sockspec_give_up(scenario, SOCKSPEC_FAIL, "the call has to block but %s", answer);
        free(answer);
        json_decref(given.value);
    }
    return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
}

/* Its result; one that blocks has failed. */
static struct sockspec_given at_once(struct sockspec_scenario *scenario, json_t *arguments) {
    int place = pending_place(arguments);
    if (place < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "at_once() takes a call");
    }
    if (sockspec_driver_blocks(&scenario->places[place].driver, scenario->plan->timeout_ms)) {
        return sockspec_give_up(scenario, SOCKSPEC_FAIL,
                                "the call blocks but has to answer at once");
    }
    return sockspec_finish_call(scenario, place);
}

/* Some implementations try again a few times. */
static struct sockspec_given interrupted(struct sockspec_scenario *scenario, json_t *arguments) {
    enum { TRIES = 5 };
    int place = pending_place(arguments);
    if (place < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "interrupted() takes a call");
    }
    struct sockspec_driver *driver = &scenario->places[place].driver;
    for (int i = 0; i < TRIES; i++) {
        if (!sockspec_driver_blocks(driver, scenario->plan->timeout_ms)) {
            return sockspec_give(json_true());
        }
        if (!sockspec_intrude_interrupt(driver->pid)) {
            return sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "cannot stop the driver");
        }
    }
    return sockspec_give_up(scenario, SOCKSPEC_FAIL, "the call goes on, however often interrupted");
}

/* Ends the connection under a call, or its attempt, by way of the descriptor the call works on. */
static struct sockspec_given hang_up(struct sockspec_scenario *scenario, json_t *arguments) {
    int place = pending_place(arguments);
    if (place < 0) {
        return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "hang_up() takes a call");
    }
    int own = sockspec_observe_duplicate(scenario->places[place].driver.pid,
                                         (int)integer_at(arguments, 1));
    bool ended = own >= 0 && shutdown(own, SHUT_RDWR) == 0;
    if (own >= 0) {
        (void)close(own);
    }
    return ended ? sockspec_give(json_null())
                 : sockspec_give_up(scenario, SOCKSPEC_NOT_RUN, "cannot shut the descriptor down");
}

static const struct {
    const char *name;
    size_t least, most;
    function *call;
} functions[] = {
    {"in4", 2, 2, in4},
    {"in6", 2, 3, in6},
    {"un", 1, 1, un},
    {"hex", 1, 1, hex},
    {"path", 1, 1, path},
    {"length", 1, 1, length},
    {"constant", 1, 1, constant},
    {"nonblocking", 1, 1, nonblocking},
    {"clear_nonblocking", 1, 1, clear_nonblocking},
    {"set_nonblocking", 1, 1, set_nonblocking},
    {"replace_descriptor", 1, 1, replace_descriptor},
    {"exclusively", 1, 1, exclusively},
    {"fault", 2, 4, fault},
    {"limit_descriptors", 1, 1, limit_descriptors},
    {"safe_level", 1, 1, safe_level},
    {"finish", 1, 1, finish},
    {"blocked", 1, 1, blocked},
    {"at_once", 1, 1, at_once},
    {"interrupted", 1, 1, interrupted},
    {"hang_up", 2, 2, hang_up},
};

/* Whether an exception is of the class named, or of one of the classes listed. */
static bool is_listed(const struct sockspec_node *classes, const json_t *exception) {
    if (classes->kind == SOCKSPEC_NODE_CONSTANT) {
        return sockspec_is_a(exception, classes->text, classes->length);
    }
    for (size_t i = 0; i < classes->count; i++) {
        if (is_listed(classes->items[i], exception)) {
            return true;
        }
    }
    return false;
}

/* raised(class, expression): a step that has to raise. */
static struct sockspec_given raised(struct sockspec_scenario *scenario,
                                    const struct sockspec_node *node) {
    struct sockspec_given given = sockspec_evaluate(scenario, node->items[1]);
    if (given.kind == SOCKSPEC_GAVE_EXCEPTION && is_listed(node->items[0], given.value)) {
        json_decref(given.value);
        return sockspec_give(json_true());
    }
    if (given.kind != SOCKSPEC_GAVE_UP) {
        char *answer = sockspec_render(&given);
        (void)sockspec_give_up(scenario, SOCKSPEC_BROKEN, "a step has to raise but %s", answer);
        free(answer);
        json_decref(given.value);
    }
    return (struct sockspec_given){SOCKSPEC_GAVE_UP, NULL};
}

/* rescue(class, expression, otherwise) */
static struct sockspec_given rescue(struct sockspec_scenario *scenario,
                                    const struct sockspec_node *node) {
    struct sockspec_given given = sockspec_evaluate(scenario, node->items[1]);
    if (given.kind != SOCKSPEC_GAVE_EXCEPTION || !is_listed(node->items[0], given.value)) {
        return given;
    }
    json_decref(given.value);
    return sockspec_evaluate(scenario, node->items[2]);
}

/* retrying(class, expression, meanwhile); bounded, so that a lying IO.select ends, too. */
static struct sockspec_given retrying(struct sockspec_scenario *scenario,
                                      const struct sockspec_node *node) {
    enum { TRIES = 100 };
    for (int i = 0; i < TRIES; i++) {
        struct sockspec_given given = sockspec_evaluate(scenario, node->items[1]);
        if (given.kind != SOCKSPEC_GAVE_EXCEPTION || !is_listed(node->items[0], given.value)) {
            return given;
        }
        json_decref(given.value);
        given = sockspec_evaluate(scenario, node->items[2]);
        if (given.kind != SOCKSPEC_GAVE_VALUE) {
            return given;
        }
        json_decref(given.value);
    }
    return sockspec_give_up(scenario, SOCKSPEC_FAIL, "raises however often it is tried");
}

static const struct {
    const char *name;
    size_t count;
    struct sockspec_given (*evaluate)(struct sockspec_scenario *, const struct sockspec_node *);
} forms[] = {{"raised", 2, raised}, {"rescue", 3, rescue}, {"retrying", 3, retrying}};

/* Its arguments are evaluated first, as for any function; those of a form are not. */
static struct sockspec_given apply(struct sockspec_scenario *scenario,
                                   const struct sockspec_node *node, function *call) {
    json_t *arguments = json_array();
    for (size_t i = 0; i < node->count; i++) {
        struct sockspec_given argument = sockspec_evaluate(scenario, node->items[i]);
        if (argument.kind != SOCKSPEC_GAVE_VALUE) {
            json_decref(arguments);
            return argument;
        }
        (void)json_array_append_new(arguments, argument.value);
    }
    struct sockspec_given given = call(scenario, arguments);
    json_decref(arguments);
    return given;
}

struct sockspec_given sockspec_function(struct sockspec_scenario *scenario,
                                        const struct sockspec_node *node) {
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (strcmp(forms[i].name, node->text) == 0 && forms[i].count == node->count) {
            return forms[i].evaluate(scenario, node);
        }
    }
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
        if (strcmp(functions[i].name, node->text) == 0 && node->count >= functions[i].least &&
            node->count <= functions[i].most) {
            return apply(scenario, node, functions[i].call);
        }
    }
    return sockspec_give_up(scenario, SOCKSPEC_BROKEN, "there is no function %s of %zu arguments",
                            node->text, node->count);
}
