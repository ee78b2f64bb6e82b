#include "conformance/harness/language/descriptors.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"
#include "conformance/harness/driver/process.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/made_sockets.h"

int sockspec_descriptor_of(struct sockspec_scenario *scenario, json_t *handle) {
    int place = sockspec_handle_place(handle);
    if (place < 0) {
        (void)sockspec_stop(scenario, SOCKSPEC_BROKEN, "this is no socket");
        return -1;
    }
    json_t *params = json_pack("[O]", handle);
    const struct sockspec_hooks *hooks = scenario->hooks;
    scenario->hooks = NULL; /* the suite itself asks for the descriptor, so no verdict depends on
                             * this answer */
    struct sockspec_result result = sockspec_call(scenario, place, "Socket#fileno", params);
    scenario->hooks = hooks;
    json_decref(params);
    int descriptor = json_is_integer(result.value) ? (int)json_integer_value(result.value) : -1;
    if (result.kind != SOCKSPEC_RESULT_NONE && descriptor < 0) {
        (void)sockspec_stop(scenario, SOCKSPEC_BROKEN, "fileno gives no descriptor");
    }
    json_decref(result.value);
    return descriptor;
}

/* Returns whether a descriptor has a flag of open(2). */
static struct sockspec_result has_flag(struct sockspec_scenario *scenario, json_t *arguments,
                                       int flag) {
    json_t *handle = json_array_get(arguments, 0);
    int descriptor = sockspec_descriptor_of(scenario, handle);
    if (descriptor < 0) {
        return sockspec_no_result();
    }
    pid_t pid = scenario->places[sockspec_handle_place(handle)].driver.pid;
    int flags = sockspec_observe_flags(pid, descriptor);
    if (flags < 0) {
        return sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "/proc does not show the descriptor");
    }
    return sockspec_result_of(json_boolean((flags & flag) != 0));
}

struct sockspec_result sockspec_function_nonblocking(struct sockspec_scenario *scenario,
                                                     json_t *arguments) {
    return has_flag(scenario, arguments, O_NONBLOCK);
}

struct sockspec_result sockspec_function_close_on_exec(struct sockspec_scenario *scenario,
                                                       json_t *arguments) {
    return has_flag(scenario, arguments, O_CLOEXEC);
}

/* The flag belongs to the open socket, so setting it in this process also sets it in the driver. */
static struct sockspec_result write_nonblocking(struct sockspec_scenario *scenario,
                                                json_t *arguments, int flag) {
    json_t *handle = json_array_get(arguments, 0);
    int descriptor = sockspec_descriptor_of(scenario, handle);
    if (descriptor < 0) {
        return sockspec_no_result();
    }
    pid_t pid = scenario->places[sockspec_handle_place(handle)].driver.pid;
    int own = sockspec_observe_duplicate(pid, descriptor);
    int flags = own < 0 ? -1 : fcntl(own, F_GETFL);
    bool written = flags >= 0 && fcntl(own, F_SETFL, (flags & ~O_NONBLOCK) | flag) == 0;
    sockspec_made_note_flag(scenario, handle, flag != 0);
    if (own >= 0) {
        (void)close(own);
    }
    return written ? sockspec_result_of(json_null())
                   : sockspec_stop(scenario, SOCKSPEC_NOT_RUN,
                                   "this kernel lets nobody share the driver's descriptor");
}

struct sockspec_result sockspec_function_clear_nonblocking(struct sockspec_scenario *scenario,
                                                           json_t *arguments) {
    return write_nonblocking(scenario, arguments, 0);
}

struct sockspec_result sockspec_function_set_nonblocking(struct sockspec_scenario *scenario,
                                                         json_t *arguments) {
    return write_nonblocking(scenario, arguments, O_NONBLOCK);
}

/* The socket object keeps its descriptor, which is no longer a socket. */
struct sockspec_result sockspec_function_replace_descriptor(struct sockspec_scenario *scenario,
                                                            json_t *arguments) {
    json_t *handle = json_array_get(arguments, 0);
    int descriptor = sockspec_descriptor_of(scenario, handle);
    if (descriptor < 0) {
        return sockspec_no_result();
    }
    struct sockspec_driver *driver = &scenario->places[sockspec_handle_place(handle)].driver;
    bool idle = sockspec_driver_blocks(driver, scenario->timeout_ms);
    if (!idle || !sockspec_process_replace_descriptor(driver->pid, descriptor)) {
        return sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "cannot replace the descriptor: %s",
                             idle ? strerror(errno) : "the driver is busy");
    }
    return sockspec_result_of(json_null());
}

/* Lets the driver have as many descriptors as the system allows. */
static void raise_limit(struct sockspec_scenario *scenario, pid_t pid) {
    struct rlimit limits;
    if (prlimit(pid, RLIMIT_NOFILE, NULL, &limits) == 0) {
        limits.rlim_cur = limits.rlim_max;
        scenario->limited = prlimit(pid, RLIMIT_NOFILE, &limits, NULL) == 0 || scenario->limited;
    }
}

struct sockspec_result sockspec_function_duplicate_descriptor(struct sockspec_scenario *scenario,
                                                              json_t *arguments) {
    json_t *handle = json_array_get(arguments, 0);
    int descriptor = sockspec_descriptor_of(scenario, handle);
    if (descriptor < 0) {
        return (struct sockspec_result){SOCKSPEC_RESULT_NONE, NULL};
    }
    struct sockspec_driver *driver = &scenario->places[sockspec_handle_place(handle)].driver;
    bool idle = sockspec_driver_blocks(driver, scenario->timeout_ms);
    raise_limit(scenario, driver->pid);
    int number = idle ? sockspec_process_duplicate_descriptor(
                            driver->pid, descriptor, (int)sockspec_integer_at(arguments, 1))
                      : -1;
    return number >= 0
               ? sockspec_result_of(json_integer(number))
               : sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "cannot duplicate the descriptor: %s",
                               idle ? strerror(errno) : "the driver is busy");
}

/* Limits a resource of the driver to what it has now plus `more`; `bound` computes the limit. */
static struct sockspec_result limit(struct sockspec_scenario *scenario,
                                    __rlimit_resource_t resource,
                                    long long (*bound)(pid_t, json_int_t), json_int_t more) {
    struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL) {
        return sockspec_no_result();
    }
    long long most = bound(driver->pid, more);
    struct rlimit limits;
    bool limited = most >= 0 && prlimit(driver->pid, resource, NULL, &limits) == 0;
    limits.rlim_cur = (rlim_t)most;
    limited = limited && prlimit(driver->pid, resource, &limits, NULL) == 0;
    scenario->limited = scenario->limited || limited;
    return limited ? sockspec_result_of(json_null())
                   : sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "cannot limit the driver");
}

static long long bound_descriptors(pid_t pid, json_int_t more) {
    return sockspec_observe_next_descriptor(pid, (int)more);
}

static long long bound_memory(pid_t pid, json_int_t more) {
    long long now = sockspec_observe_memory(pid);
    return now < 0 ? now : now + more;
}

struct sockspec_result sockspec_function_limit_descriptors(struct sockspec_scenario *scenario,
                                                           json_t *arguments) {
    return limit(scenario, RLIMIT_NOFILE, bound_descriptors, sockspec_integer_at(arguments, 0));
}

struct sockspec_result sockspec_function_limit_memory(struct sockspec_scenario *scenario,
                                                      json_t *arguments) {
    return limit(scenario, RLIMIT_AS, bound_memory, sockspec_integer_at(arguments, 0));
}
