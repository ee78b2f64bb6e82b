/*
 * The reference with one wrong method, the function that SOCKSPEC_MUTANT names. This library
 * defines the methods only. Everything else comes from the reference, which it is linked with.
 *
 * An error that a method raises is replaced by another one, where hardly any rows but the method's
 * own would notice. A method that never fails has a wrong result.
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>

#include "sockref.h"

static bool is_wrong(const char *name) {
    const char *wrong = getenv("SOCKSPEC_MUTANT");
    size_t length = strlen(name);
    for (; wrong != NULL && *wrong != '\0'; wrong += strcspn(wrong, " ")) {
        wrong += strspn(wrong, " ");
        if (strcspn(wrong, " ") == length && strncmp(wrong, name, length) == 0) {
            return true;
        }
    }
    return false;
}

/* The reference's own function, as a pointer. */
static void find(void *function, const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (found == NULL) {
        abort();
    }
    memcpy(function, &found, sizeof found);
}

/* What is changed besides TypeError and EOFError: an errno, or the error for a closed socket. */
enum { NOTHING, CLOSED = -1 };

/* Always false, as if a method had failed. */
static bool spoil(struct sockref_error *error, int what) {
    if (error->cls == SOCKREF_EOF_ERROR) {
        error->cls = SOCKREF_IO_ERROR;
    } else if (error->cls == SOCKREF_TYPE_ERROR ||
               (error->cls == SOCKREF_IO_ERROR && what == CLOSED) ||
               (error->cls == SOCKREF_SYSTEM_CALL_ERROR && error->errnum == what)) {
        error->cls = SOCKREF_SECURITY_ERROR;
        error->errnum = 0;
    }
    return false;
}

/* NOLINTBEGIN(bugprone-macro-parentheses): a declarator cannot have parentheses */
#define FAILING(name, what, parameters, arguments)                                                 \
    bool sockref_##name parameters {                                                               \
        bool(*real) parameters = NULL;                                                             \
        find(&real, "sockref_" #name);                                                             \
        return real arguments || (is_wrong(#name) && spoil(error, what));                          \
    }
/* NOLINTEND(bugprone-macro-parentheses) */

typedef const struct sockref_value *value;
typedef struct sockref_socket *handle;
typedef struct sockref_string *text;
typedef struct sockref_hostent *hostent;
typedef struct sockref_message *message;
typedef struct sockref_error *failure;

/* clang-format off */
FAILING(getaddrinfo, NOTHING, (const struct sockref_query *query, struct sockref_addrinfos *result, failure error), (query, result, error))
FAILING(gethostbyname, NOTHING, (value host, hostent result, failure error), (host, result, error))
FAILING(gethostbyaddr, NOTHING, (value address, value family, hostent result, failure error), (address, family, result, error))
FAILING(getnameinfo, NOTHING, (value sockaddr, value flags, text host, text service, failure error), (sockaddr, flags, host, service, error))
FAILING(getservbyname, NOTHING, (value name, value proto, int *port, failure error), (name, proto, port, error))
FAILING(pack_sockaddr_in, NOTHING, (value port, value host, text result, failure error), (port, host, result, error))
FAILING(sockaddr_in, NOTHING, (value port, value host, text result, failure error), (port, host, result, error))
FAILING(pack_sockaddr_un, NOTHING, (value path, text result, failure error), (path, result, error))
FAILING(sockaddr_un, NOTHING, (value path, text result, failure error), (path, result, error))
FAILING(unpack_sockaddr_in, NOTHING, (value sockaddr, int *port, text host, failure error), (sockaddr, port, host, error))
FAILING(unpack_sockaddr_un, NOTHING, (value sockaddr, text path, failure error), (sockaddr, path, error))
FAILING(new, NOTHING, (value domain, value type, value protocol, handle *result, failure error), (domain, type, protocol, result, error))
FAILING(pair, NOTHING, (value domain, value type, value protocol, handle result[2], failure error), (domain, type, protocol, result, error))
FAILING(socketpair, NOTHING, (value domain, value type, value protocol, handle result[2], failure error), (domain, type, protocol, result, error))
FAILING(for_fd, NOTHING, (value fd, handle *result, failure error), (fd, result, error))
FAILING(bind, NOTHING, (handle socket, value sockaddr, failure error), (socket, sockaddr, error))
FAILING(connect, NOTHING, (handle socket, value sockaddr, failure error), (socket, sockaddr, error))
FAILING(connect_nonblock, NOTHING, (handle socket, value sockaddr, failure error), (socket, sockaddr, error))
FAILING(listen, NOTHING, (handle socket, value backlog, failure error), (socket, backlog, error))
FAILING(accept, ENOSR, (handle socket, handle *result, text sockaddr, failure error), (socket, result, sockaddr, error))
FAILING(accept_nonblock, ENOSR, (handle socket, handle *result, text sockaddr, failure error), (socket, result, sockaddr, error))
FAILING(sysaccept, ENOSR, (handle socket, int *fd, text sockaddr, failure error), (socket, fd, sockaddr, error))
FAILING(recvfrom, NOTHING, (handle socket, value maxlen, value flags, message result, failure error), (socket, maxlen, flags, result, error))
FAILING(recvfrom_nonblock, NOTHING, (handle socket, value maxlen, value flags, message result, failure error), (socket, maxlen, flags, result, error))
FAILING(recv, NOTHING, (handle socket, value maxlen, value flags, text result, failure error), (socket, maxlen, flags, result, error))
FAILING(recv_nonblock, NOTHING, (handle socket, value maxlen, value flags, text result, failure error), (socket, maxlen, flags, result, error))
FAILING(send, NOTHING, (handle socket, value bytes, value flags, value sockaddr, size_t *sent, failure error), (socket, bytes, flags, sockaddr, sent, error))
FAILING(close_read, CLOSED, (handle socket, failure error), (socket, error))
FAILING(close_write, CLOSED, (handle socket, failure error), (socket, error))
FAILING(shutdown, NOTHING, (handle socket, value how, failure error), (socket, how, error))
FAILING(getpeername, EIO, (handle socket, text sockaddr, failure error), (socket, sockaddr, error))
FAILING(getsockname, EIO, (handle socket, text sockaddr, failure error), (socket, sockaddr, error))
FAILING(getsockopt, NOTHING, (handle socket, value level, value optname, text optval, failure error), (socket, level, optname, optval, error))
FAILING(setsockopt, NOTHING, (handle socket, value level, value optname, value optval, failure error), (socket, level, optname, optval, error))
FAILING(do_not_reverse_lookup, CLOSED, (handle socket, bool *flag, failure error), (socket, flag, error))
FAILING(set_do_not_reverse_lookup, CLOSED, (handle socket, value flag, failure error), (socket, flag, error))
FAILING(close, EBADF, (handle socket, failure error), (socket, error))
FAILING(write, ENOMEM, (handle socket, value object, size_t *written, failure error), (socket, object, written, error))
FAILING(puts, ENOMEM, (handle socket, value object, failure error), (socket, object, error))
FAILING(read, NOTHING, (handle socket, value length, text result, failure error), (socket, length, result, error))
FAILING(readline, NOTHING, (handle socket, text result, failure error), (socket, result, error))
FAILING(select, NOTHING, (const struct sockref_select_set sets[3], value timeout, bool *any, failure error), (sets, timeout, any, error))
/* clang-format on */

bool sockref_gethostname(text result, failure error) {
    bool (*real)(text, failure) = NULL;
    find(&real, "sockref_gethostname");
    bool good = real(result, error);
    if (good && is_wrong("gethostname")) {
        result->bytes[0] = '?';
    }
    if (good && is_wrong("strings")) { /* each has a final NUL byte */
        result->bytes[result->length] = '?';
    }
    return good;
}

static bool has_been_read;

/* Another value when it is read again. */
bool sockref_class_do_not_reverse_lookup(void) {
    bool (*real)(void) = NULL;
    find(&real, "sockref_class_do_not_reverse_lookup");
    bool other = has_been_read && is_wrong("class_do_not_reverse_lookup");
    has_been_read = true;
    return real() != other;
}

/* 0 is false, as in C. */
void sockref_class_set_do_not_reverse_lookup(value flag) {
    const struct sockref_value no = {SOCKREF_FALSE, 0, {0}};
    void (*real)(value) = NULL;
    find(&real, "sockref_class_set_do_not_reverse_lookup");
    bool zero = flag != NULL && flag->kind == SOCKREF_INTEGER && flag->as.integer == 0;
    has_been_read = false;
    real(zero && is_wrong("class_set_do_not_reverse_lookup") ? &no : flag);
}

const struct sockref_constant *sockref_constants(size_t *count) {
    const struct sockref_constant *(*real)(size_t *) = NULL;
    size_t own_count = 0;
    find(&real, "sockref_constants");
    const struct sockref_constant *own = real(&own_count);
    struct sockref_constant *copy = calloc(own_count, sizeof *copy);
    if (copy == NULL) {
        abort();
    }
    for (size_t i = 0; i < own_count; i++) {
        copy[i] = own[i];
        copy[i].value += is_wrong("constants") && strcmp(own[i].name, "IPPROTO_EGP") == 0 ? 1 : 0;
    }
    if (count != NULL) {
        *count = own_count;
    }
    return copy;
}
