/* Packs and unpacks addresses. */
#include "resolver.h"

/* Safe level 4 looks up no text. */
static bool is_secure(const struct sockref_value *value, struct sockref_error *error) {
    return sockref__given(value)->kind != SOCKREF_STRING || sockref__secure(4, error);
}

bool sockref_pack_sockaddr_in(const struct sockref_value *port, const struct sockref_value *host,
                              struct sockref_string *result, struct sockref_error *error) {
    const struct addrinfo hints = {0};
    struct addrinfo *answers;

    if (!is_secure(host, error) || !is_secure(port, error) ||
        !sockref__look_up(host, port, &hints, &answers, error)) {
        return false;
    }
    sockref__string_set(result, answers->ai_addr, answers->ai_addrlen);
    freeaddrinfo(answers);
    return true;
}

bool sockref_sockaddr_in(const struct sockref_value *port, const struct sockref_value *host,
                         struct sockref_string *result, struct sockref_error *error) {
    return sockref_pack_sockaddr_in(port, host, result, error);
}

/* On Linux, the length of an unnamed or abstract address is part of the address. */
static size_t unix_address_length(const char *path, size_t length) {
#ifdef __linux__
    if (length == 0 || path[0] == '\0') {
        return offsetof(struct sockaddr_un, sun_path) + length;
    }
#else
    (void)path;
    (void)length;
#endif
    return sizeof(struct sockaddr_un);
}

bool sockref_pack_sockaddr_un(const struct sockref_value *path, struct sockref_string *result,
                              struct sockref_error *error) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const char *bytes;
    size_t length;

    if (!sockref__to_bytes(path, &bytes, &length, error)) {
        return false;
    }
    if (length > sizeof address.sun_path) {
        return sockref__raise(error, SOCKREF_ARGUMENT_ERROR,
                              "too long unix socket path (%zu bytes given but %zu bytes max)",
                              length, sizeof address.sun_path);
    }
    memcpy(address.sun_path, bytes, length);
    sockref__string_set(result, &address, unix_address_length(bytes, length));
    return true;
}

bool sockref_sockaddr_un(const struct sockref_value *path, struct sockref_string *result,
                         struct sockref_error *error) {
    return sockref_pack_sockaddr_un(path, result, error);
}

/* Copies a string's address to aligned memory. Bytes of `*length` that do not fit are left out. */
static bool to_sockaddr(const struct sockref_value *value, void *address, size_t *length,
                        struct sockref_error *error) {
    const char *bytes;
    size_t size = *length;

    if (!sockref__to_bytes(value, &bytes, length, error)) {
        return false;
    }
    if (*length < offsetof(struct sockaddr, sa_family) + sizeof(sa_family_t)) {
        return sockref__raise(error, SOCKREF_ARGUMENT_ERROR, "too short sockaddr");
    }
    if (*length > size) {
        *length = size;
    }
    memcpy(address, bytes, *length);
    return true;
}

bool sockref_unpack_sockaddr_in(const struct sockref_value *sockaddr, int *port,
                                struct sockref_string *host, struct sockref_error *error) {
    union {
        struct sockaddr any;
        struct sockaddr_in in;
        struct sockaddr_in6 in6;
    } address;
    char text[NI_MAXHOST];
    size_t length = sizeof address;
    int code;

    if (!to_sockaddr(sockaddr, &address, &length, error)) {
        return false;
    }
    if (address.any.sa_family != AF_INET && address.any.sa_family != AF_INET6) {
        return sockref__raise(error, SOCKREF_ARGUMENT_ERROR, "not an AF_INET/AF_INET6 sockaddr");
    }
    code = sockref__address_text(&address.any, length, text);
    if (code != 0) {
        return sockref__raise_gai(error, "getnameinfo", code);
    }
    sockref__string_set_text(host, text);
    *port = ntohs(address.any.sa_family == AF_INET ? address.in.sin_port : address.in6.sin6_port);
    return true;
}

bool sockref_unpack_sockaddr_un(const struct sockref_value *sockaddr, struct sockref_string *path,
                                struct sockref_error *error) {
    struct sockaddr_un address;
    size_t length = sizeof address;

    if (!to_sockaddr(sockaddr, &address, &length, error)) {
        return false;
    }
    if (address.sun_family != AF_UNIX) {
        return sockref__raise(error, SOCKREF_ARGUMENT_ERROR, "not an AF_UNIX sockaddr");
    }
    if (sockaddr->length > sizeof address) {
        return sockref__raise(error, SOCKREF_TYPE_ERROR,
                              "too long sockaddr_un - %zu longer than %zu", sockaddr->length,
                              sizeof address);
    }
    length -= offsetof(struct sockaddr_un, sun_path);
    while (length > 0 && address.sun_path[length - 1] == '\0') {
        length--;
    }
    sockref__string_set(path, address.sun_path, length);
    return true;
}
