#include "conformance/harness/driver/hello.h"

#include <stdio.h>
#include <string.h>

bool sockspec_driver_greet(struct sockspec_driver *driver, int timeout_ms, char *problem,
                           size_t size) {
    json_t *params = json_pack("{si}", "protocol", 1);
    struct sockspec_reply reply =
        sockspec_driver_call(driver, "sockspec.hello", params, timeout_ms * SOCKSPEC_START_FACTOR);
    json_decref(params);
    driver->greeting = reply.kind;
    driver->transcript_length = 0;
    if (reply.kind != SOCKSPEC_REPLY_RESULT ||
        json_integer_value(json_object_get(reply.value, "protocol")) != 1 ||
        !json_is_object(json_object_get(reply.value, "constants")) ||
        !json_is_array(json_object_get(reply.value, "methods"))) {
        (void)snprintf(problem, size, "no handshake: %s",
                       *reply.problem != '\0' ? reply.problem
                                              : "hello lacks protocol 1, constants or methods");
        json_decref(reply.value);
        return false;
    }
    json_decref(driver->hello);
    driver->hello = reply.value;
    return true;
}

void sockspec_driver_title(const struct sockspec_driver *driver, const char *library, char *title,
                           size_t size) {
    const char *slash = library == NULL ? NULL : strrchr(library, '/');
    const char *file = slash == NULL ? library : slash + 1;
    const char *version = json_string_value(json_object_get(driver->hello, "version"));
    const char *name = json_string_value(json_object_get(driver->hello, "implementation"));
    (void)snprintf(title, size, "%s%s%s%s%s%s", name == NULL ? "?" : name,
                   version == NULL ? "" : " ", version == NULL ? "" : version,
                   file == NULL ? "" : " (", file == NULL ? "" : file, file == NULL ? "" : ")");
}

static bool lists(const struct sockspec_driver *driver, const char *list, const char *name) {
    const json_t *names = json_object_get(driver->hello, list);
    for (size_t i = 0; i < json_array_size(names); i++) {
        const char *listed = json_string_value(json_array_get(names, i));
        if (listed != NULL && strcmp(listed, name) == 0) {
            return true;
        }
    }
    return false;
}

bool sockspec_driver_has_feature(const struct sockspec_driver *driver, const char *feature) {
    return lists(driver, "features", feature);
}

bool sockspec_driver_has_method(const struct sockspec_driver *driver, const char *method) {
    return lists(driver, "methods", method);
}
