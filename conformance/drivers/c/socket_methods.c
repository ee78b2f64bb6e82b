/* The methods of a Socket, including those it inherits from BasicSocket. */
#include "call.h"

static json_t *zero(void) { return json_integer(0); }

static bool call_bind(struct call *call, json_t **result) {
    *result = zero();
    return api.bind(call->socket, call->arguments[0], &call->error);
}

static bool call_connect(struct call *call, json_t **result) {
    *result = zero();
    return api.connect(call->socket, call->arguments[0], &call->error);
}

static bool call_connect_nonblock(struct call *call, json_t **result) {
    *result = zero();
    return api.connect_nonblock(call->socket, call->arguments[0], &call->error);
}

static bool call_listen(struct call *call, json_t **result) {
    *result = zero();
    return api.listen(call->socket, call->arguments[0], &call->error);
}

static bool call_accept(struct call *call, json_t **result) {
    struct sockref_socket *accepted;
    struct sockref_string sockaddr;

    if (!api.accept(call->socket, &accepted, &sockaddr, &call->error)) {
        return false;
    }
    *result = json_pack("[o,o]", handle_new(accepted), encode_string(&sockaddr));
    return true;
}

static bool call_accept_nonblock(struct call *call, json_t **result) {
    struct sockref_socket *accepted;
    struct sockref_string sockaddr;

    if (!api.accept_nonblock(call->socket, &accepted, &sockaddr, &call->error)) {
        return false;
    }
    *result = json_pack("[o,o]", handle_new(accepted), encode_string(&sockaddr));
    return true;
}

static bool call_sysaccept(struct call *call, json_t **result) {
    struct sockref_string sockaddr;
    int fd;

    if (!api.sysaccept(call->socket, &fd, &sockaddr, &call->error)) {
        return false;
    }
    *result = json_pack("[i,o]", fd, encode_string(&sockaddr));
    return true;
}

static json_t *encode_message(struct sockref_message *message) {
    json_t *data = encode_held(&message->data);
    json_t *sockaddr = encode_held(&message->sockaddr);

    api.message_free(message);
    return json_pack("[o,o]", data, sockaddr);
}

static bool call_recvfrom(struct call *call, json_t **result) {
    struct sockref_message message;

    if (!api.recvfrom(call->socket, call->arguments[0], call->arguments[1], &message,
                      &call->error)) {
        return false;
    }
    *result = encode_message(&message);
    return true;
}

static bool call_recvfrom_nonblock(struct call *call, json_t **result) {
    struct sockref_message message;

    if (!api.recvfrom_nonblock(call->socket, call->arguments[0], call->arguments[1], &message,
                               &call->error)) {
        return false;
    }
    *result = encode_message(&message);
    return true;
}

static bool call_recv(struct call *call, json_t **result) {
    struct sockref_string data;

    if (!api.recv(call->socket, call->arguments[0], call->arguments[1], &data, &call->error)) {
        return false;
    }
    *result = encode_string(&data);
    return true;
}

static bool call_recv_nonblock(struct call *call, json_t **result) {
    struct sockref_string data;

    if (!api.recv_nonblock(call->socket, call->arguments[0], call->arguments[1], &data,
                           &call->error)) {
        return false;
    }
    *result = encode_string(&data);
    return true;
}

static bool call_send(struct call *call, json_t **result) {
    const struct sockref_value *const *argument = call->arguments;
    size_t sent;

    if (!api.send(call->socket, argument[0], argument[1], argument[2], &sent, &call->error)) {
        return false;
    }
    *result = json_integer((json_int_t)sent);
    return true;
}

static bool call_close_read(struct call *call, json_t **result) {
    *result = json_null();
    return api.close_read(call->socket, &call->error);
}

static bool call_close_write(struct call *call, json_t **result) {
    *result = json_null();
    return api.close_write(call->socket, &call->error);
}

static bool call_shutdown(struct call *call, json_t **result) {
    *result = zero();
    return api.shutdown(call->socket, call->arguments[0], &call->error);
}

static bool call_getpeername(struct call *call, json_t **result) {
    struct sockref_string sockaddr;

    if (!api.getpeername(call->socket, &sockaddr, &call->error)) {
        return false;
    }
    *result = encode_string(&sockaddr);
    return true;
}

static bool call_getsockname(struct call *call, json_t **result) {
    struct sockref_string sockaddr;

    if (!api.getsockname(call->socket, &sockaddr, &call->error)) {
        return false;
    }
    *result = encode_string(&sockaddr);
    return true;
}

static bool call_getsockopt(struct call *call, json_t **result) {
    struct sockref_string optval;

    if (!api.getsockopt(call->socket, call->arguments[0], call->arguments[1], &optval,
                        &call->error)) {
        return false;
    }
    *result = encode_string(&optval);
    return true;
}

static bool call_setsockopt(struct call *call, json_t **result) {
    const struct sockref_value *const *argument = call->arguments;

    *result = zero();
    return api.setsockopt(call->socket, argument[0], argument[1], argument[2], &call->error);
}

static bool call_do_not_reverse_lookup(struct call *call, json_t **result) {
    bool flag;

    if (!api.do_not_reverse_lookup(call->socket, &flag, &call->error)) {
        return false;
    }
    *result = json_boolean(flag);
    return true;
}

/* The value of an assignment is the assigned value. */
static bool call_set_do_not_reverse_lookup(struct call *call, json_t **result) {
    *result = json_incref(json_array_get(call->params, 1));
    return api.set_do_not_reverse_lookup(call->socket, call->arguments[0], &call->error);
}

/* clang-format off */
const struct method socket_methods[] = {
    {"Socket#accept",                 true, 0, 0, call_accept},
    {"Socket#accept_nonblock",        true, 0, 0, call_accept_nonblock},
    {"Socket#bind",                   true, 1, 1, call_bind},
    {"Socket#close_read",             true, 0, 0, call_close_read},
    {"Socket#close_write",            true, 0, 0, call_close_write},
    {"Socket#connect",                true, 1, 1, call_connect},
    {"Socket#connect_nonblock",       true, 1, 1, call_connect_nonblock},
    {"Socket#do_not_reverse_lookup",  true, 0, 0, call_do_not_reverse_lookup},
    {"Socket#do_not_reverse_lookup=", true, 1, 1, call_set_do_not_reverse_lookup},
    {"Socket#getpeername",            true, 0, 0, call_getpeername},
    {"Socket#getsockname",            true, 0, 0, call_getsockname},
    {"Socket#getsockopt",             true, 2, 2, call_getsockopt},
    {"Socket#listen",                 true, 1, 1, call_listen},
    {"Socket#recv",                   true, 1, 2, call_recv},
    {"Socket#recv_nonblock",          true, 1, 2, call_recv_nonblock},
    {"Socket#recvfrom",               true, 1, 2, call_recvfrom},
    {"Socket#recvfrom_nonblock",      true, 1, 2, call_recvfrom_nonblock},
    {"Socket#send",                   true, 2, 3, call_send},
    {"Socket#setsockopt",             true, 3, 3, call_setsockopt},
    {"Socket#shutdown",               true, 0, 1, call_shutdown},
    {"Socket#sysaccept",              true, 0, 0, call_sysaccept},
    {NULL,                            false, 0, 0, NULL},
};
/* clang-format on */
