/* The class constants, and arguments that name a constant. */
#include "internal.h"

#include "platform.h"

const struct sockref_constant *sockref_constants(size_t *count) {
    *count = sockref__os_constant_count;
    return sockref__os_constants;
}

static bool find(const char *prefix, const char *name, int *result) {
    size_t length = strlen(prefix);

    for (size_t i = 0; i < sockref__os_constant_count; i++) {
        const struct sockref_constant *constant = &sockref__os_constants[i];

        if (strncmp(constant->name, prefix, length) == 0 &&
            (strcmp(constant->name, name) == 0 || strcmp(constant->name + length, name) == 0)) {
            *result = (int)constant->value;
            return true;
        }
    }
    return false;
}

bool sockref__to_constant(const struct sockref_value *value, const char *const *prefixes,
                          const char *what, int *result, struct sockref_error *error) {
    char name[1024];

    if (sockref__given(value)->kind != SOCKREF_STRING) {
        return sockref__to_int(value, result, error);
    }
    sockref__copy_c_string(value, name, sizeof name);
    if (value->length == strlen(name)) {
        for (size_t i = 0; prefixes[i] != NULL; i++) {
            if (find(prefixes[i], name, result)) {
                return true;
            }
        }
    }
    return sockref__raise(error, SOCKREF_SOCKET_ERROR, "%s: %s", what, name);
}

bool sockref__to_family(const struct sockref_value *value, int *result,
                        struct sockref_error *error) {
    static const char *const prefixes[] = {"AF_", "PF_", NULL};

    return sockref__to_constant(value, prefixes, "unknown socket domain", result, error);
}
