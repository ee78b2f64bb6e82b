#include "serve.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "trace.h"

/* Returns what a row ran of the library. Only for a library that counts it. */
#define COVERED "sockspec.covered"

enum {
    PARSE_ERROR = -32700,
    INVALID_REQUEST = -32600,
    METHOD_NOT_FOUND = -32601,
    INVALID_PARAMS = -32602,
    INTERNAL_ERROR = -32603,
    RAISED = 1,
    PROTOCOL = 1
};

static const struct method *const tables[] = {class_methods, socket_methods, stream_methods,
                                              select_methods};
enum { TABLES = sizeof tables / sizeof tables[0] };

/* --- What reset restores ----------------------------------------------------------------- */

static bool initial_do_not_reverse_lookup;
static int initial_safe_level;

static bool has_class_wide_state(void) {
    return api.class_do_not_reverse_lookup != NULL && api.class_set_do_not_reverse_lookup != NULL;
}

void serve_start(void) {
    initial_do_not_reverse_lookup = has_class_wide_state() && api.class_do_not_reverse_lookup();
    initial_safe_level = api.safe_level == NULL ? 0 : api.safe_level();
}

/* Returns how many descriptors are open, without the descriptor used for counting; null if this is
 * unknown. */
static json_t *count_descriptors(void) {
    DIR *directory = opendir("/proc/self/fd");
    json_int_t count = 0;

    if (directory == NULL) {
        return json_null();
    }
    for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        count += entry->d_name[0] != '.';
    }
    (void)closedir(directory);
    return json_integer(count - 1);
}

static json_t *reset(void) {
    const struct sockref_value flag = sockref_bool(initial_do_not_reverse_lookup);

    handles_close_all();
    if (has_class_wide_state()) {
        api.class_set_do_not_reverse_lookup(&flag);
    }
    if (api.set_safe_level != NULL) {
        api.set_safe_level(initial_safe_level);
    }
    return count_descriptors();
}

/* --- Greeting ---------------------------------------------------------------------------- */

/* "Socket.bind" is sockref_bind, "Socket#closed?" is sockref_closed. The name of a setter begins
 * with set_; the name of a class-wide function begins with class_. */
static bool is_served(const struct method *method) {
    const char *last = method->name + strcspn(method->name, ".#") + 1;
    size_t length = strcspn(last, "?=");
    bool class_wide = strstr(method->name, ".do_not") != NULL;
    char name[64];

    (void)snprintf(name, sizeof name, "%s%s%.*s", class_wide ? "class_" : "",
                   last[length] == '=' ? "set_" : "", (int)length, last);
    return api_has(name);
}

static json_t *method_names(void) {
    json_t *names = json_array();

    for (size_t i = 0; i < TABLES; i++) {
        for (const struct method *method = tables[i]; method->name != NULL; method++) {
            if (is_served(method)) {
                (void)json_array_append_new(names, json_string(method->name));
            }
        }
    }
    if (trace_is_there()) {
        (void)json_array_append_new(names, json_string(COVERED));
    }
    return names;
}

static json_t *constants(void) {
    json_t *values = json_object();
    size_t count = 0;
    const struct sockref_constant *constant = api.constants == NULL ? NULL : api.constants(&count);

    for (size_t i = 0; i < count; i++) {
        (void)json_object_set_new(values, constant[i].name, json_integer(constant[i].value));
    }
    return values;
}

static json_t *features(const json_t *values) {
    json_t *names = json_array();

    if (api.set_safe_level != NULL) {
        (void)json_array_append_new(names, json_string("safe_level"));
    }
    if (json_object_get(values, "AF_INET6") != NULL) {
        (void)json_array_append_new(names, json_string("ipv6"));
    }
    if (json_object_get(values, "AF_UNIX") != NULL) {
        (void)json_array_append_new(names, json_string("unix"));
    }
    return names;
}

static json_t *hello(void) {
    json_t *values = constants();
    json_t *names = method_names();

#ifdef _WIN32
    const char *platform = "windows";
#else
    const char *platform = "unix";
#endif
    return json_pack("{s:i, s:s, s:s, s:s, s:s, s:o, s:o, s:o}", "protocol", PROTOCOL,
                     "implementation",
                     api.implementation == NULL ? "unnamed" : api.implementation(), "version",
                     api.version == NULL ? "0" : api.version(), "language", "C", "platform",
                     platform, "methods", names, "features", features(values), "constants", values);
}

/* --- Calls ------------------------------------------------------------------------------- */

static json_t *failure(int code, const char *message) {
    return json_pack("{s:i, s:s}", "code", code, "message", message);
}

static json_t *exception(const struct sockref_error *error) {
    const char *names[SOCKREF_ANCESTORS_MAX];
    size_t count = api.error_ancestors(error, names);
    json_t *ancestors = json_array();
    json_t *data = json_pack("{s:s, s:o}", "class", api.error_class(error), "ancestors", ancestors);

    for (size_t i = 0; i < count; i++) {
        (void)json_array_append_new(ancestors, json_string(names[i]));
    }
    if (error->cls == SOCKREF_SYSTEM_CALL_ERROR) {
        (void)json_object_set_new(data, "errno", json_integer(error->errnum));
    }
    return json_pack("{s:i, s:o, s:o}", "code", RAISED, "message",
                     encode_bytes(error->message, strlen(error->message)), "data", data);
}

static const struct method *find_method(const char *name) {
    for (size_t i = 0; i < TABLES; i++) {
        for (const struct method *method = tables[i]; method->name != NULL; method++) {
            if (strcmp(method->name, name) == 0) {
                return is_served(method) ? method : NULL;
            }
        }
    }
    return NULL;
}

/* Returns false with an ArgumentError if the method does not take that many arguments. A C function
 * takes a fixed number of arguments, so the library itself cannot raise this error. */
static bool check_arity(const struct method *method, size_t count, struct sockref_error *error) {
    char expected[32];

    if (count >= method->required && count <= method->allowed) {
        return true;
    }
    if (method->required == method->allowed) {
        (void)snprintf(expected, sizeof expected, "%zu", method->required);
    } else {
        (void)snprintf(expected, sizeof expected, "%zu..%zu", method->required, method->allowed);
    }
    error->cls = SOCKREF_ARGUMENT_ERROR;
    error->errnum = 0;
    (void)snprintf(error->message, sizeof error->message,
                   "wrong number of arguments (given %zu, expected %s)", count, expected);
    return false;
}

/* Returns false if the parameters do not have the shape that the method takes. */
static bool to_arguments(const struct method *method, const json_t *params, struct call *call) {
    size_t skip = method->has_receiver ? 1 : 0;
    size_t count = json_array_size(params);

    if (method->has_receiver) {
        call->socket = handle_socket(json_array_get(params, 0));
        if (call->socket == NULL) {
            return false;
        }
    }
    if (count > skip + method->allowed) {
        count = skip + method->allowed;
    }
    for (size_t i = skip; i < count; i++) {
        if (!call_decode(call, json_array_get(params, i), &call->values[i - skip])) {
            return false;
        }
        call->arguments[i - skip] = &call->values[i - skip];
    }
    return true;
}

/* Returns the result, or NULL with the value of the error member in `error`. */
static json_t *perform(const struct method *method, const json_t *params, json_t **error) {
    struct call call;
    json_t *result = NULL;
    size_t receivers = method->has_receiver ? 1 : 0;

    call.socket = NULL;
    call.blocks = NULL;
    call.params = params;
    call.error.cls = SOCKREF_SYSTEM_CALL_ERROR;
    call.error.errnum = 0;
    call.error.message[0] = '\0'; /* empty unless something is raised */
    memset(call.values, 0, sizeof call.values);
    memset(call.arguments, 0, sizeof call.arguments);
    call.invalid = !to_arguments(method, params, &call);
    if (!call.invalid && (!check_arity(method, json_array_size(params) - receivers, &call.error) ||
                          !method->function(&call, &result))) {
        json_decref(result);
        result = NULL;
        *error = exception(&call.error);
    } else if (call.invalid) {
        *error = failure(INVALID_PARAMS, "invalid params");
    } else if (result == NULL) {
        *error = failure(INTERNAL_ERROR, "no memory");
    }
    call_release(&call);
    return result;
}

static json_t *set_safe_level(const json_t *params, json_t **error) {
    const json_t *level = json_array_get(params, 0);

    if (json_array_size(params) != 1 || !json_is_integer(level)) {
        *error = failure(INVALID_PARAMS, "invalid params");
        return NULL;
    }
    api.set_safe_level((int)json_integer_value(level));
    return json_null();
}

static json_t *answer(const char *name, const json_t *params, json_t **error) {
    const struct method *method = find_method(name);

    if (method != NULL) {
        return perform(method, params, error);
    }
    if (strcmp(name, "sockspec.reset") == 0) {
        return reset();
    }
    if (strcmp(name, "sockspec.hello") == 0) {
        return hello();
    }
    if (strcmp(name, "sockspec.safe_level") == 0 && api.set_safe_level != NULL) {
        return set_safe_level(params, error);
    }
    if (strcmp(name, COVERED) == 0 && trace_is_there()) {
        return trace_take();
    }
    *error = failure(METHOD_NOT_FOUND, "method not found");
    return NULL;
}

/* --- Lines ------------------------------------------------------------------------------- */

/* Writes the answer as one line. Takes ownership of the answer. */
static bool put(json_t *reply, struct output *output) {
    const size_t flags = JSON_COMPACT;
    size_t length = json_dumpb(reply, output->bytes, output->room, flags);

    if (length >= output->room) {
        char *larger = length == 0 ? NULL : realloc(output->bytes, length * 2);

        if (larger == NULL) {
            json_decref(reply);
            return false;
        }
        output->bytes = larger;
        output->room = length * 2;
        length = json_dumpb(reply, output->bytes, output->room, flags);
    }
    json_decref(reply);
    output->bytes[length] = '\n';
    output->length = length + 1;
    return true;
}

bool serve(const char *line, size_t length, struct output *output) {
    json_t *request = json_loadb(line, length, JSON_ALLOW_NUL, NULL);
    const char *name = json_string_value(json_object_get(request, "method"));
    json_t *id = json_object_get(request, "id");
    json_t *result = NULL;
    json_t *error = NULL;
    bool ok = true;

    output->length = 0;
    if (request == NULL) {
        error = failure(PARSE_ERROR, "not JSON");
    } else if (name == NULL) {
        error = failure(INVALID_REQUEST, "not a request");
    } else {
        result = answer(name, json_object_get(request, "params"), &error);
    }
    if (name != NULL && id == NULL) { /* a notification */
        json_decref(result);
        json_decref(error);
    } else {
        json_t *reply =
            json_pack("{s:s, s:O?, s:o}", "jsonrpc", "2.0", "id", id,
                      result != NULL ? "result" : "error", result != NULL ? result : error);

        ok = reply != NULL && put(reply, output);
    }
    json_decref(request);
    return ok;
}
