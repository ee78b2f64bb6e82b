/* recvfrom, recv and their _nonblock variants. */
#include "internal.h"

#include <errno.h>

#include "platform.h"

/* What one call receives, and from which socket. */
struct request {
    int fd, maxlen, flags;
};

static bool to_request(const struct sockref_value *maxlen, const struct sockref_value *flags,
                       struct request *request, struct sockref_error *error) {
    if (!sockref__to_int_or(flags, 0, &request->flags, error) ||
        !sockref__to_int(maxlen, &request->maxlen, error)) {
        return false;
    }
    return request->maxlen >= 0 ||
           sockref__raise(error, SOCKREF_ARGUMENT_ERROR, "negative string size (or size too big)");
}

/* The socket must be open, and must not hold bytes that were read ahead. */
static bool check(const struct sockref_socket *socket, bool nonblock, struct sockref_error *error) {
    if (!sockref__check_open(socket, error)) {
        return false;
    }
    return !sockref__has_unread(socket) ||
           sockref__raise(error, SOCKREF_IO_ERROR, "%s for buffered IO",
                          nonblock ? "recvfrom" : "recv");
}

static bool receive_message(const struct request *request, bool nonblock,
                            struct sockref_message *result, struct sockref_error *error) {
    struct sockref_string data;
    char address[SOCKREF__ADDRESS_SIZE];
    size_t length = sizeof address;
    ptrdiff_t received;

    if (!sockref__string_reserve(&data, (size_t)request->maxlen, error)) {
        return false;
    }
    if (nonblock) {
        sockref__os_set_nonblock(request->fd);
    }
    received = sockref__os_recvfrom(request->fd, data.bytes, data.length, request->flags, address,
                                    &length);
    if (received < 0) {
        sockref__fill_errno(error, errno, "recvfrom(2)");
        sockref_string_free(&data);
        return false;
    }
    /* With MSG_TRUNC, the system may return a length greater than the buffer. */
    if ((size_t)received < data.length) {
        data.length = (size_t)received;
    }
    result->data = data;
    sockref__string_set(&result->sockaddr, address, length);
    return true;
}

/* The arguments of a receiving method. */
struct arguments {
    const struct sockref_value *maxlen, *flags;
    bool nonblock;
};

static bool receive(struct sockref_socket *socket, struct arguments arguments,
                    struct sockref_message *result, struct sockref_error *error) {
    struct request request;

    if (!to_request(arguments.maxlen, arguments.flags, &request, error) ||
        !check(socket, arguments.nonblock, error)) {
        return false;
    }
    request.fd = socket->fd;
    return receive_message(&request, arguments.nonblock, result, error);
}

/* recv is recvfrom without the sender's address. */
static bool receive_data(struct sockref_socket *socket, struct arguments arguments,
                         struct sockref_string *data, struct sockref_error *error) {
    struct sockref_message message;

    if (!receive(socket, arguments, &message, error)) {
        return false;
    }
    sockref_string_free(&message.sockaddr);
    *data = message.data;
    return true;
}

bool sockref_recvfrom(struct sockref_socket *socket, const struct sockref_value *maxlen,
                      const struct sockref_value *flags, struct sockref_message *result,
                      struct sockref_error *error) {
    return receive(socket, (struct arguments){maxlen, flags, false}, result, error);
}

bool sockref_recvfrom_nonblock(struct sockref_socket *socket, const struct sockref_value *maxlen,
                               const struct sockref_value *flags, struct sockref_message *result,
                               struct sockref_error *error) {
    return receive(socket, (struct arguments){maxlen, flags, true}, result, error);
}

bool sockref_recv(struct sockref_socket *socket, const struct sockref_value *maxlen,
                  const struct sockref_value *flags, struct sockref_string *message,
                  struct sockref_error *error) {
    return receive_data(socket, (struct arguments){maxlen, flags, false}, message, error);
}

bool sockref_recv_nonblock(struct sockref_socket *socket, const struct sockref_value *maxlen,
                           const struct sockref_value *flags, struct sockref_string *message,
                           struct sockref_error *error) {
    return receive_data(socket, (struct arguments){maxlen, flags, true}, message, error);
}
