/* Checks of the messages themselves, whatever the implementation does. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/doctor/message.h"
#include "conformance/harness/doctor/patient.h"
#include "conformance/harness/driver/hello.h"
#include "conformance/harness/driver/pool_spawn.h"
#include "conformance/harness/language/constants.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

static json_t *hello_member(struct sockspec_doctor *doctor, const char *name) {
    struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    return driver == NULL ? NULL : json_object_get(driver->hello, name);
}

static bool is_platform(struct sockspec_doctor *doctor, const char *platform) {
    const char *said = json_string_value(hello_member(doctor, "platform"));
    return said != NULL && strcmp(said, platform) == 0;
}

static void check_fields(struct sockspec_doctor *doctor) {
    static const char *const texts[] = {"implementation", "version", "language"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const char *text = json_string_value(hello_member(doctor, texts[i]));
        if (text == NULL || *text == '\0') {
            sockspec_doctor_find(doctor, "'%s' is no text", texts[i]);
        }
    }
    if (!is_platform(doctor, "unix") && !is_platform(doctor, "windows")) {
        sockspec_doctor_find(doctor, "'platform' is neither unix nor windows");
    }
}

static bool is_text_list(const json_t *list) {
    bool texts = json_is_array(list);
    for (size_t i = 0; i < json_array_size(list); i++) {
        texts = texts && json_is_string(json_array_get(list, i));
    }
    return texts;
}

/* A feature is a promise: the feature of an address family needs the family's constant. */
static void check_features(struct sockspec_doctor *doctor) {
    static const char *const known[][2] = {
        {"ipv6", "AF_INET6"}, {"unix", "AF_UNIX"}, {"safe_level", NULL}};
    const json_t *features = hello_member(doctor, "features");
    const json_t *constants = hello_member(doctor, "constants");
    if (!is_text_list(features)) {
        sockspec_doctor_find(doctor, "'features' is no list of texts");
        return;
    }
    for (size_t i = 0; i < json_array_size(features); i++) {
        const char *feature = json_string_value(json_array_get(features, i));
        size_t k = 0;
        while (k < sizeof known / sizeof known[0] && strcmp(known[k][0], feature) != 0) {
            k++;
        }
        if (k == sizeof known / sizeof known[0]) {
            sockspec_doctor_find(doctor, "there is no feature '%s'", feature);
        } else if (known[k][1] != NULL && json_object_get(constants, known[k][1]) == NULL) {
            sockspec_doctor_find(doctor, "feature '%s' without a constant %s", feature,
                                 known[k][1]);
        }
    }
}

static void check_safe_level(struct sockspec_doctor *doctor) {
    const struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    if (driver == NULL || !sockspec_driver_has_feature(driver, "safe_level")) {
        sockspec_doctor_skip(doctor, "hello does not list the feature safe_level");
        return;
    }
    json_t *params = json_pack("[i]", 0);
    struct sockspec_reply reply = sockspec_doctor_call(doctor, "sockspec.safe_level", params);
    if (reply.kind == SOCKSPEC_REPLY_EXCEPTION || reply.kind == SOCKSPEC_REPLY_UNSUPPORTED ||
        reply.code != 0) {
        sockspec_doctor_find(doctor, "it is answered with an error");
    }
    json_decref(reply.value);
    json_decref(params);
}

/* The constants that the document names are those of this row's script: constant('AF_INET'). */
static void note_lacking_constants(struct sockspec_doctor *doctor, const json_t *constants) {
    static const char before[] = "constant('";
    const struct sockspec_case *row = sockspec_case_find("constants-document");
    char text[512] = "";
    size_t lacking = 0;
    for (const char *at = row == NULL ? NULL : strstr(row->script, before); at != NULL;
         at = strstr(at, before)) {
        char name[64];
        at += strlen(before);
        (void)snprintf(name, sizeof name, "%.*s", (int)strcspn(at, "'"), at);
        if (json_object_get(constants, name) == NULL) {
            size_t used = strlen(text);
            (void)snprintf(text + used, sizeof text - used, " %s", name);
            lacking++;
        }
    }
    if (lacking > 0) {
        sockspec_doctor_note(doctor, "%zu %s:%s", lacking,
                             sockspec_plural(lacking,
                                             "constant that the document names is not listed; its "
                                             "rows are unsupported",
                                             "constants that the document names are not listed; "
                                             "their rows are unsupported"),
                             text);
    }
}

/* Address families and the other constants have this machine's values, whichever implementation
 * lists them. */
static void check_constants(struct sockspec_doctor *doctor) {
    json_t *constants = hello_member(doctor, "constants");
    const char *name = NULL;
    json_t *value = NULL;
    note_lacking_constants(doctor, constants);
    json_object_foreach(constants, name, value) {
        long long own = 0;
        if (!json_is_integer(value)) {
            sockspec_doctor_find(doctor, "%s is no integer", name);
        } else if (is_platform(doctor, "unix") && sockspec_platform_constant(name, &own) &&
                   json_integer_value(value) != own) {
            sockspec_doctor_find(doctor, "%s is %" JSON_INTEGER_FORMAT ", here it is %lld", name,
                                 json_integer_value(value), own);
        }
    }
}

static void check_unknown_method(struct sockspec_doctor *doctor) {
    json_t *none = json_array();
    struct sockspec_reply reply = sockspec_doctor_call(doctor, "Socket.no_such_method", none);
    if (reply.kind == SOCKSPEC_REPLY_RESULT || reply.kind == SOCKSPEC_REPLY_EXCEPTION ||
        reply.kind == SOCKSPEC_REPLY_INVALID) {
        sockspec_doctor_find(doctor, "a method that hello does not list is not refused as one");
    }
    json_decref(reply.value);
    json_decref(none);
}

/* A driver need not answer, but it must answer the next request. */
static void send_malformed(struct sockspec_doctor *doctor, const char *what, const char *line) {
    struct sockspec_driver *driver = sockspec_doctor_driver(doctor);
    if (driver == NULL) {
        return;
    }
    struct sockspec_reply failure;
    driver->transcript_length = 0;
    if (!sockspec_driver_send_line(driver, line, strlen(line), doctor->timeout_ms, &failure) ||
        sockspec_driver_blocks(driver, doctor->timeout_ms)) {
        return;
    }
    struct sockspec_reply reply = sockspec_driver_receive(driver, doctor->timeout_ms);
    json_decref(reply.value);
    if (reply.kind == SOCKSPEC_REPLY_DIED) {
        char fate[64];
        sockspec_doctor_dismiss(doctor, fate, sizeof fate);
        sockspec_doctor_find(doctor, "%s ends it: %s", what, fate);
    } else {
        driver->failed = false;
    }
}

static void check_malformed(struct sockspec_doctor *doctor) {
    static const char *const lines[][2] = {
        {"a line that is no JSON", "{\"jsonrpc\":\n"},
        {"a message that is no request", "{\"jsonrpc\":\"2.0\",\"id\":1}\n"},
        {"an empty line", "\n"},
    };
    json_t *params = json_pack("{si}", "protocol", 1);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        send_malformed(doctor, lines[i][0], lines[i][1]);
        json_decref(sockspec_doctor_call(doctor, "sockspec.hello", params).value);
    }
    json_decref(params);
}

/* No method has the name in this request, so that only its length matters. */
static void check_large_request(struct sockspec_doctor *doctor) {
    enum { LARGE = 512 << 10 };
    char *text = sockspec_must_have(malloc(LARGE));
    memset(text, 'x', LARGE);
    json_t *params = json_pack("[s%]", text, (size_t)LARGE);
    json_decref(sockspec_doctor_call(doctor, "Socket.no_such_method", params).value);
    json_decref(params);
    free(text);
}

/* A run starts several drivers at the same time. */
static void check_several(struct sockspec_doctor *doctor) {
    const struct sockspec_driver_kind kind = {0};
    struct sockspec_driver other;
    int descriptors[SOCKSPEC_POOL_DESCRIPTORS];
    char problem[256];
    char fate[64];
    pid_t pid = sockspec_pool_spawn(&doctor->settings, &kind, descriptors, problem, sizeof problem);
    if (pid < 0) {
        sockspec_doctor_find(doctor, "a second one: %s", problem);
        return;
    }
    sockspec_driver_open(&other, pid, descriptors);
    if (!sockspec_driver_greet(&other, doctor->timeout_ms, problem, sizeof problem)) {
        sockspec_doctor_find(doctor, "a second one: %s", problem);
    }
    sockspec_pool_end(pid, NULL, fate, sizeof fate);
    sockspec_driver_close(&other);
}

/* clang-format off */
const struct sockspec_doctor_check sockspec_doctor_message_checks[] = {
    {"hello is complete", check_fields,
     "answer implementation, version, language, and platform: unix or windows", SOCKSPEC_DOCTOR_DEMANDS},
    {"hello's features", check_features,
     "list ipv6, unix or safe_level, each with what it needs, or none: []", SOCKSPEC_DOCTOR_DEMANDS},
    {"hello's constants", check_constants,
     "answer every integer constant of the implementation, with the value it has there", SOCKSPEC_DOCTOR_DEMANDS},
    {"sockspec.safe_level", check_safe_level,
     "serve it, or do not list the feature safe_level", SOCKSPEC_DOCTOR_DEMANDS},
    {"an unknown method", check_unknown_method,
     "answer {\"error\":{\"code\":-32601,\"message\":...}} for every method hello does not list", SOCKSPEC_DOCTOR_ADVISES},
    {"a malformed request", check_malformed,
     "answer it with an error of code -32700 or -32600 and id null, or ignore it", SOCKSPEC_DOCTOR_ADVISES},
    {"a large request", check_large_request,
     "read a line at any length, up to 1 MiB", SOCKSPEC_DOCTOR_DEMANDS},
    {"several at a time", check_several,
     "share no file, lock or port between processes", SOCKSPEC_DOCTOR_DEMANDS},
    {NULL, NULL, NULL, SOCKSPEC_DOCTOR_DEMANDS},
};
/* clang-format on */
