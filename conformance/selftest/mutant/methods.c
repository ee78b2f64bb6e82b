/*
 * This library defines the methods only. Everything else comes from the reference, which it is
 * linked with.
 *
 * An error that a wrong method raises is replaced by another one. A method that never fails has a
 * wrong result.
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "mutant.h"

static bool is_wrong(const char *method) { return mutant_is(method, NULL); }

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
#define METHOD(name, what, parameters, arguments, ...)                                             \
    bool sockref_##name parameters {                                                               \
        bool(*real) parameters = NULL;                                                             \
        find(&real, "sockref_" #name);                                                             \
        struct call call = {.method = #name, .error = error, __VA_ARGS__};                         \
        mutant_before(&call);                                                                      \
        call.good = real arguments;                                                                \
        mutant_after(&call);                                                                       \
        return call.good || (is_wrong(#name) && spoil(error, what));                               \
    }
/* NOLINTEND(bugprone-macro-parentheses) */

typedef const struct sockref_value *value;
typedef struct sockref_socket *handle;
typedef struct sockref_string *text;
typedef struct sockref_hostent *hostent;
typedef struct sockref_message *message;
typedef struct sockref_error *failure;

/* clang-format off */
METHOD(getaddrinfo, NOTHING, (const struct sockref_query *query, struct sockref_addrinfos *result, failure error), (query, result, error), .receiver = NULL)
METHOD(gethostbyname, NOTHING, (value host, hostent result, failure error), (host, result, error), .args = {&host})
METHOD(gethostbyaddr, NOTHING, (value address, value family, hostent result, failure error), (address, family, result, error), .args = {&address, &family})
METHOD(getnameinfo, NOTHING, (value sockaddr, value flags, text host, text service, failure error), (sockaddr, flags, host, service, error), .texts = {host, service}, .args = {&sockaddr, &flags})
METHOD(getservbyname, NOTHING, (value name, value proto, int *port, failure error), (name, proto, port, error), .args = {&name, &proto})
METHOD(pack_sockaddr_in, NOTHING, (value port, value host, text result, failure error), (port, host, result, error), .texts = {result}, .args = {&port, &host})
METHOD(sockaddr_in, NOTHING, (value port, value host, text result, failure error), (port, host, result, error), .texts = {result}, .args = {&port, &host})
METHOD(pack_sockaddr_un, NOTHING, (value path, text result, failure error), (path, result, error), .texts = {result}, .args = {&path})
METHOD(sockaddr_un, NOTHING, (value path, text result, failure error), (path, result, error), .texts = {result}, .args = {&path})
METHOD(unpack_sockaddr_in, NOTHING, (value sockaddr, int *port, text host, failure error), (sockaddr, port, host, error), .texts = {host}, .args = {&sockaddr})
METHOD(unpack_sockaddr_un, NOTHING, (value sockaddr, text path, failure error), (sockaddr, path, error), .texts = {path}, .args = {&sockaddr})
METHOD(new, NOTHING, (value domain, value type, value protocol, handle *result, failure error), (domain, type, protocol, result, error), .made = {result}, .args = {&domain, &type, &protocol})
METHOD(pair, NOTHING, (value domain, value type, value protocol, handle result[2], failure error), (domain, type, protocol, result, error), .made = {&result[0], &result[1]}, .args = {&domain, &type, &protocol})
METHOD(socketpair, NOTHING, (value domain, value type, value protocol, handle result[2], failure error), (domain, type, protocol, result, error), .made = {&result[0], &result[1]}, .args = {&domain, &type, &protocol})
METHOD(for_fd, NOTHING, (value fd, handle *result, failure error), (fd, result, error), .made = {result}, .args = {&fd})
METHOD(bind, NOTHING, (handle socket, value sockaddr, failure error), (socket, sockaddr, error), .receiver = socket, .args = {&sockaddr})
METHOD(connect, NOTHING, (handle socket, value sockaddr, failure error), (socket, sockaddr, error), .receiver = socket, .args = {&sockaddr})
METHOD(connect_nonblock, NOTHING, (handle socket, value sockaddr, failure error), (socket, sockaddr, error), .receiver = socket, .args = {&sockaddr})
METHOD(listen, NOTHING, (handle socket, value backlog, failure error), (socket, backlog, error), .receiver = socket, .args = {&backlog})
METHOD(accept, ENOSR, (handle socket, handle *result, text sockaddr, failure error), (socket, result, sockaddr, error), .receiver = socket, .made = {result}, .texts = {sockaddr})
METHOD(accept_nonblock, ENOSR, (handle socket, handle *result, text sockaddr, failure error), (socket, result, sockaddr, error), .receiver = socket, .made = {result}, .texts = {sockaddr})
METHOD(sysaccept, ENOSR, (handle socket, int *fd, text sockaddr, failure error), (socket, fd, sockaddr, error), .receiver = socket, .descriptor = fd, .texts = {sockaddr})
METHOD(recvfrom, NOTHING, (handle socket, value maxlen, value flags, message result, failure error), (socket, maxlen, flags, result, error), .receiver = socket, .texts = {&result->data, &result->sockaddr}, .args = {&maxlen, &flags})
METHOD(recvfrom_nonblock, NOTHING, (handle socket, value maxlen, value flags, message result, failure error), (socket, maxlen, flags, result, error), .receiver = socket, .texts = {&result->data, &result->sockaddr}, .args = {&maxlen, &flags})
METHOD(recv, NOTHING, (handle socket, value maxlen, value flags, text result, failure error), (socket, maxlen, flags, result, error), .receiver = socket, .texts = {result}, .args = {&maxlen, &flags})
METHOD(recv_nonblock, NOTHING, (handle socket, value maxlen, value flags, text result, failure error), (socket, maxlen, flags, result, error), .receiver = socket, .texts = {result}, .args = {&maxlen, &flags})
METHOD(send, NOTHING, (handle socket, value bytes, value flags, value sockaddr, size_t *sent, failure error), (socket, bytes, flags, sockaddr, sent, error), .receiver = socket, .args = {&bytes, &flags, &sockaddr})
METHOD(close_read, CLOSED, (handle socket, failure error), (socket, error), .receiver = socket)
METHOD(close_write, CLOSED, (handle socket, failure error), (socket, error), .receiver = socket)
METHOD(shutdown, NOTHING, (handle socket, value how, failure error), (socket, how, error), .receiver = socket, .args = {&how})
METHOD(getpeername, EIO, (handle socket, text sockaddr, failure error), (socket, sockaddr, error), .receiver = socket, .texts = {sockaddr})
METHOD(getsockname, EIO, (handle socket, text sockaddr, failure error), (socket, sockaddr, error), .receiver = socket, .texts = {sockaddr})
METHOD(getsockopt, NOTHING, (handle socket, value level, value optname, text optval, failure error), (socket, level, optname, optval, error), .receiver = socket, .texts = {optval}, .args = {&level, &optname})
METHOD(setsockopt, NOTHING, (handle socket, value level, value optname, value optval, failure error), (socket, level, optname, optval, error), .receiver = socket, .args = {&level, &optname, &optval})
METHOD(do_not_reverse_lookup, CLOSED, (handle socket, bool *flag, failure error), (socket, flag, error), .receiver = socket)
METHOD(set_do_not_reverse_lookup, CLOSED, (handle socket, value flag, failure error), (socket, flag, error), .receiver = socket, .args = {&flag})
METHOD(close, EBADF, (handle socket, failure error), (socket, error), .receiver = socket)
METHOD(write, ENOMEM, (handle socket, value object, size_t *written, failure error), (socket, object, written, error), .receiver = socket, .args = {&object})
METHOD(puts, ENOMEM, (handle socket, value object, failure error), (socket, object, error), .receiver = socket, .args = {&object})
METHOD(read, NOTHING, (handle socket, value length, text result, failure error), (socket, length, result, error), .receiver = socket, .texts = {result}, .args = {&length})
METHOD(readline, NOTHING, (handle socket, text result, failure error), (socket, result, error), .receiver = socket, .texts = {result})
METHOD(select, NOTHING, (const struct sockref_select_set sets[3], value timeout, bool *any, failure error), (sets, timeout, any, error), .args = {&timeout})
/* clang-format on */

bool sockref_gethostname(text result, failure error) {
    bool (*real)(text, failure) = NULL;
    find(&real, "sockref_gethostname");
    bool good = real(result, error);
    mutant_after(&(struct call){.method = "gethostname", .error = error, .good = good});
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
    size_t kept = 0;
    for (size_t i = 0; i < own_count; i++) {
        char lost[64];
        (void)snprintf(lost, sizeof lost, "lost-%s", own[i].name);
        copy[kept] = own[i];
        copy[kept].value +=
            is_wrong("constants") && strcmp(own[i].name, "IPPROTO_EGP") == 0 ? 1 : 0;
        kept += mutant_is("constants", lost) ? 0 : 1;
    }
    if (count != NULL) {
        *count = kept;
    }
    return copy;
}
