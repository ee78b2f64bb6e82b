/* Receiving and sending. */
#include <errno.h>
#include <stdlib.h>

#include "naive.h"

/* What to receive, how, and the name of the call in an error. */
struct receipt {
    int maxlen, flags;
    bool nonblock;
    const char *name;
};

static bool receive_arguments(const struct sockref_value *maxlen, const struct sockref_value *flags,
                              struct receipt *receipt, struct sockref_error *error) {
    return naive_int_or(flags, 0, &receipt->flags, error) &&
           naive_int(maxlen, &receipt->maxlen, error) &&
           (receipt->maxlen >= 0 ||
            naive_raise(error, SOCKREF_ARGUMENT_ERROR, "negative string size (or size too big)"));
}

static bool receive(struct sockref_socket *socket, const struct receipt *receipt,
                    struct sockref_message *result, struct sockref_error *error) {
    struct sockaddr_storage address[2];
    socklen_t length = sizeof address;
    size_t room = (size_t)receipt->maxlen;
    if (!naive_is_open(socket, error)) {
        return false;
    }
    if (socket->unread_length > 0) {
        return naive_raise(error, SOCKREF_IO_ERROR, "%s for buffered IO", receipt->name);
    }
    char *buffer = malloc(room + 1);
    if (buffer == NULL) {
        return naive_raise(error, SOCKREF_NO_MEMORY_ERROR, "failed to allocate memory");
    }
    if (receipt->nonblock) {
        naive_set_nonblock(socket->fd);
    }
    ssize_t got =
        recvfrom(socket->fd, buffer, room, receipt->flags, (struct sockaddr *)address, &length);
    bool good = got >= 0 || naive_errno(error, "recvfrom(2)");
    if (good) {
        naive_give(&result->data, buffer, (size_t)got < room ? (size_t)got : room);
        naive_give(&result->sockaddr, address, length);
    }
    free(buffer);
    return good;
}

bool sockref_recvfrom(struct sockref_socket *socket, const struct sockref_value *maxlen,
                      const struct sockref_value *flags, struct sockref_message *result,
                      struct sockref_error *error) {
    struct receipt receipt = {.name = "recv"};
    return receive_arguments(maxlen, flags, &receipt, error) &&
           receive(socket, &receipt, result, error);
}

bool sockref_recvfrom_nonblock(struct sockref_socket *socket, const struct sockref_value *maxlen,
                               const struct sockref_value *flags, struct sockref_message *result,
                               struct sockref_error *error) {
    struct receipt receipt = {.nonblock = true, .name = "recvfrom"};
    if (!receive_arguments(maxlen, flags, &receipt, error)) {
        return false;
    }
    receipt.flags = 0; /* WRONG: recvfrom_nonblock drops the flags */
    return receive(socket, &receipt, result, error);
}

bool sockref_recv(struct sockref_socket *socket, const struct sockref_value *maxlen,
                  const struct sockref_value *flags, struct sockref_string *message,
                  struct sockref_error *error) {
    struct receipt receipt = {.name = "recv"};
    struct sockref_message result;
    if (!receive_arguments(maxlen, flags, &receipt, error) ||
        !receive(socket, &receipt, &result, error)) {
        return false;
    }
    sockref_string_free(&result.sockaddr);
    *message = result.data;
    return true;
}

bool sockref_recv_nonblock(struct sockref_socket *socket, const struct sockref_value *maxlen,
                           const struct sockref_value *flags, struct sockref_string *message,
                           struct sockref_error *error) {
    struct receipt receipt = {.nonblock = true, .name = "recvfrom"};
    struct sockref_message result;
    if (!receive_arguments(maxlen, flags, &receipt, error) ||
        !receive(socket, &receipt, &result, error)) {
        return false;
    }
    sockref_string_free(&result.sockaddr);
    *message = result.data;
    return true;
}

bool sockref_send(struct sockref_socket *socket, const struct sockref_value *message,
                  const struct sockref_value *flags, const struct sockref_value *sockaddr,
                  size_t *sent, struct sockref_error *error) {
    int number = 0;
    bool to = !naive_is_nil(sockaddr);
    if (!naive_is_string(message, error) || (to && !naive_is_string(sockaddr, error)) ||
        !naive_is_open(socket, error) || !naive_int(flags, &number, error)) {
        return false;
    }
    socklen_t length = 0;
    const struct sockaddr *address = to ? naive_address_of(sockaddr, &length) : NULL;
    ssize_t count = -1;
    do {
        count = sendto(socket->fd, message->as.bytes, message->length, number | MSG_NOSIGNAL,
                       address, length);
    } while (count < 0 && errno == EINTR);
    *sent = (size_t)count;
    if (count < 0 && errno == EAGAIN) {
        errno = ENOBUFS; /* WRONG: send raises Errno::ENOBUFS for EAGAIN */
    }
    return count >= 0 || naive_errno(error, to ? "sendto(2)" : "send(2)");
}
