/* Packing and unpacking addresses. */
#include <arpa/inet.h>
#include <ctype.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/un.h>

#include "naive.h"

bool sockref_pack_sockaddr_in(const struct sockref_value *port, const struct sockref_value *host,
                              struct sockref_string *result, struct sockref_error *error) {
    struct addrinfo *list = naive_resolve(host, port, AF_UNSPEC, 0, 0, error);
    if (list == NULL) {
        return false;
    }
    struct sockaddr_in *address = (struct sockaddr_in *)(void *)list->ai_addr;
    if (!naive_is_nil(port) && port->kind == SOCKREF_STRING && isalpha(port->as.bytes[0]) != 0) {
        /* WRONG: pack_sockaddr_in forgets htons for a service's name */
        address->sin_port = ntohs(address->sin_port);
    }
    naive_give(result, address, list->ai_addrlen);
    freeaddrinfo(list);
    return true;
}

bool sockref_sockaddr_in(const struct sockref_value *port, const struct sockref_value *host,
                         struct sockref_string *result, struct sockref_error *error) {
    return sockref_pack_sockaddr_in(port, host, result, error);
}

bool sockref_pack_sockaddr_un(const struct sockref_value *path, struct sockref_string *result,
                              struct sockref_error *error) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = sizeof address;
    if (!naive_is_string(path, error)) {
        return false;
    }
    if (path->length > sizeof address.sun_path) {
        return naive_raise(error, SOCKREF_ARGUMENT_ERROR,
                           "too long unix socket path (%zu bytes given but %zu bytes max)",
                           path->length, sizeof address.sun_path);
    }
    memcpy(address.sun_path, path->as.bytes, path->length);
    if (path->length == 0 || path->as.bytes[0] == '\0') {
        length = offsetof(struct sockaddr_un, sun_path) + path->length;
    }
    naive_give(result, &address, length);
    return true;
}

bool sockref_sockaddr_un(const struct sockref_value *path, struct sockref_string *result,
                         struct sockref_error *error) {
    return sockref_pack_sockaddr_un(path, result, error);
}

/* The family at the beginning of an address. */
static bool family_of(const struct sockref_value *sockaddr, sa_family_t *family,
                      struct sockref_error *error) {
    if (!naive_is_string(sockaddr, error)) {
        return false;
    }
    if (sockaddr->length < sizeof *family) {
        return naive_raise(error, SOCKREF_ARGUMENT_ERROR, "too short sockaddr");
    }
    memcpy(family, sockaddr->as.bytes, sizeof *family);
    return true;
}

bool sockref_unpack_sockaddr_in(const struct sockref_value *sockaddr, int *port,
                                struct sockref_string *host, struct sockref_error *error) {
    sa_family_t family = AF_UNSPEC;
    struct sockaddr_storage copy = {0};
    char name[NI_MAXHOST] = "";
    char service[NI_MAXSERV] = "";
    if (!family_of(sockaddr, &family, error)) {
        return false;
    }
    if (family == AF_UNIX) { /* WRONG: unpack_sockaddr_in takes AF_UNIX addresses */
        *port = 0;
        naive_give(host, "", 0);
        return true;
    }
    if (family != AF_INET && family != AF_INET6) {
        return naive_raise(error, SOCKREF_ARGUMENT_ERROR, "not an AF_INET/AF_INET6 sockaddr");
    }
    size_t length = sockaddr->length < sizeof copy ? sockaddr->length : sizeof copy;
    memcpy(&copy, sockaddr->as.bytes, length);
    int code = getnameinfo((struct sockaddr *)&copy, (socklen_t)length, name, sizeof name, service,
                           sizeof service, NI_NUMERICHOST | NI_NUMERICSERV);
    if (code != 0) {
        return naive_resolver_error(error, "getnameinfo", code);
    }
    *port = (int)strtol(service, NULL, 10);
    naive_give(host, name, strlen(name));
    return true;
}

bool sockref_unpack_sockaddr_un(const struct sockref_value *sockaddr, struct sockref_string *path,
                                struct sockref_error *error) {
    sa_family_t family = AF_UNSPEC;
    if (!family_of(sockaddr, &family, error)) {
        return false;
    }
    if (family != AF_UNIX) {
        return naive_raise(error, SOCKREF_ARGUMENT_ERROR, "not an AF_UNIX sockaddr");
    }
    if (sockaddr->length > sizeof(struct sockaddr_un)) {
        return naive_raise(error, SOCKREF_TYPE_ERROR, "too long sockaddr_un - %zu longer than %zu",
                           sockaddr->length, sizeof(struct sockaddr_un));
    }
    size_t length = sockaddr->length - sizeof family;
    const char *bytes = sockaddr->as.bytes + sizeof family;
    while (length > 0 && bytes[length - 1] == '\0') {
        length--;
    }
    naive_give(path, bytes, length);
    return true;
}
