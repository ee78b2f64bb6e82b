#include "conformance/harness/language/functions.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "conformance/harness/language/arguments.h"
#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/descriptors.h"
#include "conformance/harness/language/pending.h"
#include "conformance/harness/language/values.h"

static struct sockspec_result path(struct sockspec_scenario *scenario, json_t *arguments) {
    char name[160];
    (void)snprintf(name, sizeof name, "%s/%zu-%s", scenario->plan->directory, scenario->test->index,
                   sockspec_text_at(arguments, 0));
    (void)json_array_append_new(scenario->paths, json_string(name));
    return sockspec_result_of(json_string(name));
}

/* Only one case at a time can hold this name, and it holds the name until it ends. */
static struct sockspec_result exclusively(struct sockspec_scenario *scenario, json_t *arguments) {
    char name[160];
    (void)snprintf(name, sizeof name, "%s/%s.lock", scenario->plan->directory,
                   sockspec_text_at(arguments, 0));
    scenario->lock = open(name, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (scenario->lock < 0 || flock(scenario->lock, LOCK_EX) < 0) {
        return sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "cannot lock %s", name);
    }
    return sockspec_result_of(json_null());
}

/* Raises the safe level of the implementation. The reset lowers it again. */
static struct sockspec_result safe_level(struct sockspec_scenario *scenario, json_t *arguments) {
    struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL) {
        return sockspec_no_result();
    }
    scenario->places[SOCKSPEC_HERE].changed = true;
    struct sockspec_reply reply =
        sockspec_driver_call(driver, "sockspec.safe_level", arguments, scenario->timeout_ms);
    json_decref(reply.value);
    if (reply.kind != SOCKSPEC_REPLY_RESULT) {
        scenario->places[SOCKSPEC_HERE].dirty = true;
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "the driver sets no safe level");
    }
    return sockspec_result_of(json_null());
}

/* Arms a fault in the driver of the row. */
static struct sockspec_result arm(struct sockspec_scenario *scenario,
                                  const struct sockspec_fault *fault) {
    struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL || driver->listener < 0) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "this table injects no faults");
    }
    driver->fault = *fault;
    return sockspec_result_of(json_null());
}

/* expire_waits(seconds): waits that have a shorter limit end at once */
static struct sockspec_result expire_waits(struct sockspec_scenario *scenario, json_t *arguments) {
    struct sockspec_fault expiry;
    sockspec_fault_arm_expiry(&expiry, json_number_value(json_array_get(arguments, 0)));
    return arm(scenario, &expiry);
}

/* watch(operation): records the arguments of the system call */
static struct sockspec_result watch(struct sockspec_scenario *scenario, json_t *arguments) {
    struct sockspec_fault watched;
    if (!sockspec_fault_arm_watch(&watched, sockspec_text_at(arguments, 0))) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "there is no operation %s",
                             sockspec_text_at(arguments, 0));
    }
    return arm(scenario, &watched);
}

/* argument(n): of the last watched call */
static struct sockspec_result argument(struct sockspec_scenario *scenario, json_t *arguments) {
    enum { COUNT = sizeof((struct sockspec_fault *)NULL)->arguments / sizeof(int) };
    const struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    json_int_t place = sockspec_integer_at(arguments, 0);
    if (driver == NULL || driver->fault.kind != SOCKSPEC_FAULT_WATCHES || place < 0 ||
        place >= COUNT) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "no call is watched");
    }
    return sockspec_result_of(json_integer(driver->fault.arguments[place]));
}

/* fault(operation, errno[, nth, seconds or 'always'[, socket]]): the system call fails with
 * errno */
static struct sockspec_result fault(struct sockspec_scenario *scenario, json_t *arguments) {
    json_t *which = json_array_get(arguments, 2);
    json_t *handle = json_array_get(arguments, 3);
    struct sockspec_fault armed;
    if (!sockspec_fault_arm(&armed, sockspec_text_at(arguments, 0),
                            sockspec_text_at(arguments, 1))) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "there is no fault %s of %s",
                             sockspec_text_at(arguments, 1), sockspec_text_at(arguments, 0));
    }
    if (handle != NULL) {
        armed.descriptor = sockspec_descriptor_of(scenario, handle);
    }
    armed.always = json_is_string(which);
    armed.lasts_ms = (int)(json_real_value(which) * 1000);
    armed.nth = json_is_integer(which) ? (unsigned)json_integer_value(which) : 1;
    return arm(scenario, &armed);
}

static const struct {
    const char *name;
    size_t least, most;
    sockspec_function_call *call;
} functions[] = {
    {"in4", 2, 2, sockspec_function_in4},
    {"in6", 2, 3, sockspec_function_in6},
    {"interface", 1, 1, sockspec_function_interface},
    {"un", 1, 1, sockspec_function_un},
    {"hex", 1, 1, sockspec_function_hex},
    {"path", 1, 1, path},
    {"numbers", 1, 1, sockspec_function_numbers},
    {"length", 1, 1, sockspec_function_length},
    {"constant", 1, 1, sockspec_function_constant},
    {"nonblocking", 1, 1, sockspec_function_nonblocking},
    {"close_on_exec", 1, 1, sockspec_function_close_on_exec},
    {"clear_nonblocking", 1, 1, sockspec_function_clear_nonblocking},
    {"set_nonblocking", 1, 1, sockspec_function_set_nonblocking},
    {"replace_descriptor", 1, 1, sockspec_function_replace_descriptor},
    {"exclusively", 1, 1, exclusively},
    {"fault", 2, 4, fault},
    {"expire_waits", 1, 1, expire_waits},
    {"watch", 1, 1, watch},
    {"argument", 1, 1, argument},
    {"duplicate_descriptor", 2, 2, sockspec_function_duplicate_descriptor},
    {"limit_descriptors", 1, 1, sockspec_function_limit_descriptors},
    {"limit_memory", 1, 1, sockspec_function_limit_memory},
    {"safe_level", 1, 1, safe_level},
    {"finish", 1, 1, sockspec_function_finish},
    {"blocked", 1, 1, sockspec_function_blocked},
    {"at_once", 1, 1, sockspec_function_at_once},
    {"settled", 1, 1, sockspec_function_settled},
    {"interrupted", 1, 1, sockspec_function_interrupted},
    {"paused", 1, 1, sockspec_function_paused},
    {"hang_up", 2, 2, sockspec_function_hang_up},
};

sockspec_function_call *sockspec_function_find(const char *name, size_t count) {
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
        if (strcmp(functions[i].name, name) == 0 && count >= functions[i].least &&
            count <= functions[i].most) {
            return functions[i].call;
        }
    }
    return NULL;
}
