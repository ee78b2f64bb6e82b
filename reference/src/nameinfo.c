/* Socket.getnameinfo. */
#include "resolver.h"

/* Longer addresses are refused, as in Ruby. */
enum { SOCKADDR_MAX = 2048 };

struct names {
    char host[NI_MAXHOST];
    char service[SOCKREF__CUT_SIZE]; /* for an AF_UNIX address, its path */
};

static bool look_up_names(const struct sockaddr *address, size_t length, int flags,
                          struct names *names, struct sockref_error *error) {
    int code = getnameinfo(address, (socklen_t)length, names->host, sizeof names->host,
                           names->service, sizeof names->service, flags);

    return code == 0 || sockref__raise_gai(error, "getnameinfo", code);
}

static bool names_of_sockaddr(const struct sockref_value *sockaddr, int flags, struct names *names,
                              struct sockref_error *error) {
    union {
        struct sockaddr address;
        char bytes[SOCKADDR_MAX];
    } copy;

    if (sockaddr->length > sizeof copy.bytes) {
        return sockref__raise(error, SOCKREF_TYPE_ERROR, "sockaddr length too big");
    }
    memcpy(copy.bytes, sockaddr->as.bytes, sockaddr->length);
    return look_up_names(&copy.address, sockaddr->length, flags, names, error);
}

/* Every address of the host must give the same names. */
static bool names_of_answers(const struct addrinfo *answers, int flags, struct names *names,
                             struct sockref_error *error) {
    struct names others;

    if (!look_up_names(answers->ai_addr, answers->ai_addrlen, flags, names, error)) {
        return false;
    }
    for (answers = answers->ai_next; answers != NULL; answers = answers->ai_next) {
        if (!look_up_names(answers->ai_addr, answers->ai_addrlen, flags, &others, error)) {
            return false;
        }
        if (strcmp(names->host, others.host) != 0) {
            return sockref__raise(error, SOCKREF_SOCKET_ERROR,
                                  "sockaddr resolved to multiple nodename");
        }
    }
    return true;
}

static bool names_of_array(const struct sockref_value *array, int flags, struct names *names,
                           struct sockref_error *error) {
    const struct sockref_value *items = array->as.items;
    const struct sockref_value *host;
    struct addrinfo hints = {0};
    struct addrinfo *answers;
    bool ok;

    if (array->length < 3) {
        return sockref__raise(error, SOCKREF_ARGUMENT_ERROR,
                              "array size should be 3 or 4, %zu given", array->length);
    }
    host = &items[2];
    if (array->length > 3 && !sockref__is_nil(&items[3])) {
        host = &items[3];
        hints.ai_flags = AI_NUMERICHOST;
    }
    hints.ai_socktype = (flags & NI_DGRAM) != 0 ? SOCK_DGRAM : SOCK_STREAM;
    if ((!sockref__is_nil(&items[0]) && !sockref__to_family(&items[0], &hints.ai_family, error)) ||
        !sockref__look_up(host, &items[1], &hints, &answers, error)) {
        return false;
    }
    ok = names_of_answers(answers, flags, names, error);
    freeaddrinfo(answers);
    return ok;
}

bool sockref_getnameinfo(const struct sockref_value *sockaddr, const struct sockref_value *flags,
                         struct sockref_string *host, struct sockref_string *service,
                         struct sockref_error *error) {
    const struct sockref_value *address = sockref__given(sockaddr);
    struct names names;
    int flag_bits;
    bool ok;

    if (!sockref__to_int_or(flags, 0, &flag_bits, error)) {
        return false;
    }
    if (address->kind == SOCKREF_STRING) {
        ok = names_of_sockaddr(address, flag_bits, &names, error);
    } else if (address->kind == SOCKREF_ARRAY) {
        ok = names_of_array(address, flag_bits, &names, error);
    } else {
        ok = sockref__raise(error, SOCKREF_TYPE_ERROR, "expecting String or Array");
    }
    if (!ok) {
        return false;
    }
    sockref__string_set_text(host, names.host);
    sockref__string_set_text(service, names.service);
    return true;
}
