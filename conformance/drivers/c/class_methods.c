/* The methods of the classes Socket and BasicSocket. */
#include <stdio.h>

#include "call.h"

static bool call_new(struct call *call, json_t **result) {
    const struct sockref_value *const *argument = call->arguments;
    struct sockref_socket *socket;

    if (!api.new(argument[0], argument[1], argument[2], &socket, &call->error)) {
        return false;
    }
    *result = handle_new(socket);
    return true;
}

static bool call_for_fd(struct call *call, json_t **result) {
    struct sockref_socket *socket;

    if (!api.for_fd(call->arguments[0], &socket, &call->error)) {
        return false;
    }
    *result = handle_new(socket);
    return true;
}

static bool hand_out_pair(struct sockref_socket *const sockets[2], json_t **result) {
    json_t *first = handle_new(sockets[0]);
    json_t *second = handle_new(sockets[1]);

    *result = json_pack("[o,o]", first, second);
    return true;
}

static bool call_pair(struct call *call, json_t **result) {
    const struct sockref_value *const *argument = call->arguments;
    struct sockref_socket *sockets[2];

    return api.pair(argument[0], argument[1], argument[2], sockets, &call->error) &&
           hand_out_pair(sockets, result);
}

static bool call_socketpair(struct call *call, json_t **result) {
    const struct sockref_value *const *argument = call->arguments;
    struct sockref_socket *sockets[2];

    return api.socketpair(argument[0], argument[1], argument[2], sockets, &call->error) &&
           hand_out_pair(sockets, result);
}

static json_t *encode_addrinfo(struct sockref_addrinfo *answer) {
    json_t *host = encode_held(&answer->host);
    json_t *address = encode_held(&answer->address);

    return json_pack("[s,i,o,o,i,i,i]", answer->family_name, answer->port, host, address,
                     answer->family, answer->socktype, answer->protocol);
}

static bool call_getaddrinfo(struct call *call, json_t **result) {
    const struct sockref_value *value = call->values;
    const struct sockref_query query = {value[0], value[1], value[2], value[3], value[4], value[5]};
    struct sockref_addrinfos answers;

    if (!api.getaddrinfo(&query, &answers, &call->error)) {
        return false;
    }
    *result = json_array();
    for (size_t i = 0; i < answers.count; i++) {
        (void)json_array_append_new(*result, encode_addrinfo(&answers.items[i]));
    }
    api.addrinfos_free(&answers);
    return true;
}

static json_t *encode_hostent(struct sockref_hostent *hostent) {
    json_t *name = encode_held(&hostent->name);
    json_t *aliases = json_array();
    json_t *result;

    for (size_t i = 0; i < hostent->alias_count; i++) {
        (void)json_array_append_new(aliases, encode_held(&hostent->aliases[i]));
    }
    result = json_pack("[o,o,i]", name, aliases, hostent->family);
    for (size_t i = 0; i < hostent->address_count; i++) {
        (void)json_array_append_new(result, encode_held(&hostent->addresses[i]));
    }
    api.hostent_free(hostent);
    return result;
}

static bool call_gethostbyname(struct call *call, json_t **result) {
    struct sockref_hostent hostent;

    if (!api.gethostbyname(call->arguments[0], &hostent, &call->error)) {
        return false;
    }
    *result = encode_hostent(&hostent);
    return true;
}

static bool call_gethostbyaddr(struct call *call, json_t **result) {
    struct sockref_hostent hostent;

    if (!api.gethostbyaddr(call->arguments[0], call->arguments[1], &hostent, &call->error)) {
        return false;
    }
    *result = encode_hostent(&hostent);
    return true;
}

static bool call_gethostname(struct call *call, json_t **result) {
    struct sockref_string name;

    if (!api.gethostname(&name, &call->error)) {
        return false;
    }
    *result = encode_string(&name);
    return true;
}

static bool call_getnameinfo(struct call *call, json_t **result) {
    struct sockref_string host;
    struct sockref_string service;
    json_t *name;

    if (!api.getnameinfo(call->arguments[0], call->arguments[1], &host, &service, &call->error)) {
        return false;
    }
    name = encode_string(&host);
    *result = json_pack("[o,o]", name, encode_string(&service));
    return true;
}

static bool call_getservbyname(struct call *call, json_t **result) {
    int port;

    if (!api.getservbyname(call->arguments[0], call->arguments[1], &port, &call->error)) {
        return false;
    }
    *result = json_integer(port);
    return true;
}

static bool call_pack_sockaddr_in(struct call *call, json_t **result) {
    struct sockref_string sockaddr;

    if (!api.pack_sockaddr_in(call->arguments[0], call->arguments[1], &sockaddr, &call->error)) {
        return false;
    }
    *result = encode_string(&sockaddr);
    return true;
}

static bool call_sockaddr_in(struct call *call, json_t **result) {
    struct sockref_string sockaddr;

    if (!api.sockaddr_in(call->arguments[0], call->arguments[1], &sockaddr, &call->error)) {
        return false;
    }
    *result = encode_string(&sockaddr);
    return true;
}

static bool call_pack_sockaddr_un(struct call *call, json_t **result) {
    struct sockref_string sockaddr;

    if (!api.pack_sockaddr_un(call->arguments[0], &sockaddr, &call->error)) {
        return false;
    }
    *result = encode_string(&sockaddr);
    return true;
}

static bool call_sockaddr_un(struct call *call, json_t **result) {
    struct sockref_string sockaddr;

    if (!api.sockaddr_un(call->arguments[0], &sockaddr, &call->error)) {
        return false;
    }
    *result = encode_string(&sockaddr);
    return true;
}

static bool call_unpack_sockaddr_in(struct call *call, json_t **result) {
    struct sockref_string host;
    int port;

    if (!api.unpack_sockaddr_in(call->arguments[0], &port, &host, &call->error)) {
        return false;
    }
    *result = json_pack("[i,o]", port, encode_string(&host));
    return true;
}

static bool call_unpack_sockaddr_un(struct call *call, json_t **result) {
    struct sockref_string path;

    if (!api.unpack_sockaddr_un(call->arguments[0], &path, &call->error)) {
        return false;
    }
    *result = encode_string(&path);
    return true;
}

static bool call_do_not_reverse_lookup(struct call *call, json_t **result) {
    (void)call;
    *result = json_boolean(api.class_do_not_reverse_lookup());
    return true;
}

/* The value of an assignment is the assigned value. The library's function cannot raise, so the
 * error that Ruby raises at safe level 4 is raised here. */
static bool call_set_do_not_reverse_lookup(struct call *call, json_t **result) {
    if (api.safe_level != NULL && api.safe_level() >= 4) {
        call->error.cls = SOCKREF_SECURITY_ERROR;
        (void)snprintf(call->error.message, sizeof call->error.message,
                       "Insecure operation at level %d", api.safe_level());
        return false;
    }
    api.class_set_do_not_reverse_lookup(call->arguments[0]);
    *result = json_incref(json_array_get(call->params, 0));
    return true;
}

/* clang-format off */
const struct method class_methods[] = {
    {"BasicSocket.do_not_reverse_lookup",  false, 0, 0, call_do_not_reverse_lookup},
    {"BasicSocket.do_not_reverse_lookup=", false, 1, 1, call_set_do_not_reverse_lookup},
    {"BasicSocket.for_fd",                 false, 1, 1, call_for_fd},
    {"Socket.do_not_reverse_lookup",       false, 0, 0, call_do_not_reverse_lookup},
    {"Socket.do_not_reverse_lookup=",      false, 1, 1, call_set_do_not_reverse_lookup},
    {"Socket.for_fd",                      false, 1, 1, call_for_fd},
    {"Socket.getaddrinfo",                 false, 2, 6, call_getaddrinfo},
    {"Socket.gethostbyaddr",               false, 1, 2, call_gethostbyaddr},
    {"Socket.gethostbyname",               false, 1, 1, call_gethostbyname},
    {"Socket.gethostname",                 false, 0, 0, call_gethostname},
    {"Socket.getnameinfo",                 false, 1, 2, call_getnameinfo},
    {"Socket.getservbyname",               false, 1, 2, call_getservbyname},
    {"Socket.new",                         false, 2, 3, call_new},
    {"Socket.pack_sockaddr_in",            false, 2, 2, call_pack_sockaddr_in},
    {"Socket.pack_sockaddr_un",            false, 1, 1, call_pack_sockaddr_un},
    {"Socket.pair",                        false, 2, 3, call_pair},
    {"Socket.sockaddr_in",                 false, 2, 2, call_sockaddr_in},
    {"Socket.sockaddr_un",                 false, 1, 1, call_sockaddr_un},
    {"Socket.socketpair",                  false, 2, 3, call_socketpair},
    {"Socket.unpack_sockaddr_in",          false, 1, 1, call_unpack_sockaddr_in},
    {"Socket.unpack_sockaddr_un",          false, 1, 1, call_unpack_sockaddr_un},
    {NULL,                                 false, 0, 0, NULL},
};
/* clang-format on */
