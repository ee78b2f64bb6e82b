/* Socket.getservbyname. */
#include "internal.h"

#include <stdlib.h>

#include "platform.h"

/* Reads the name as a number in the base that its prefix gives. A number that does not fit an int
 * is cut to one. */
static bool read_number(const char *name, const char *proto, int *port,
                        struct sockref_error *error) {
    char *end;
    unsigned long number = strtoul(name, &end, 0);

    if (*end != '\0') {
        return sockref__raise(error, SOCKREF_SOCKET_ERROR, "no such service %s/%s", name, proto);
    }
    *port = (int)number;
    return true;
}

static bool look_up(const char *name, const char *proto, int *port, struct sockref_error *error) {
    return sockref__os_getservbyname(name, proto, port) || read_number(name, proto, port, error);
}

bool sockref_getservbyname(const struct sockref_value *name, const struct sockref_value *proto,
                           int *port, struct sockref_error *error) {
    const struct sockref_value tcp = sockref_text("tcp");
    const char *bytes;
    size_t length;
    char *name_copy = NULL;
    char *proto_copy = NULL;
    bool ok = false;

    if (sockref__is_nil(proto)) {
        proto = &tcp;
    }
    /* The types of both arguments are checked before either content. */
    if (!sockref__to_bytes(name, &bytes, &length, error) ||
        !sockref__to_bytes(proto, &bytes, &length, error)) {
        return false;
    }
    name_copy = sockref__to_c_string(name, error);
    if (name_copy == NULL) {
        goto out;
    }
    proto_copy = sockref__to_c_string(proto, error);
    if (proto_copy == NULL) {
        goto out;
    }
    ok = look_up(name_copy, proto_copy, port, error);
out:
    free(name_copy);
    free(proto_copy);
    return ok;
}
