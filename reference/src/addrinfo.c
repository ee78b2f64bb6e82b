/* Socket.getaddrinfo. */
#include "resolver.h"

/* Nil and any string that is neither family's name leave the family unchanged. */
static bool to_family(const struct sockref_value *value, int *family, struct sockref_error *error) {
    char name[sizeof "AF_INET6" + 1];
    const char *bytes;
    size_t length;

    if (sockref__is_nil(value)) {
        return true;
    }
    if (sockref__is_fixnum(value)) {
        return sockref__to_int(value, family, error);
    }
    if (!sockref__to_bytes(value, &bytes, &length, error)) {
        return false;
    }
    sockref__copy_c_string(value, name, sizeof name);
    if (strcmp(name, "AF_INET") == 0) {
        *family = AF_INET;
    } else if (strcmp(name, "AF_INET6") == 0) {
        *family = AF_INET6;
    }
    return true;
}

/* A host ends at its first NUL and is cut to the size of the buffer
 * [getaddrinfo.host.truncated]. */
static bool host_text(const struct sockref_value *host, char buffer[SOCKREF__CUT_SIZE],
                      const char **text, struct sockref_error *error) {
    const char *bytes;
    size_t length;

    *text = NULL;
    if (sockref__is_nil(host)) {
        return true;
    }
    if (!sockref__to_bytes(host, &bytes, &length, error)) {
        return false;
    }
    sockref__copy_c_string(host, buffer, SOCKREF__CUT_SIZE);
    *text = buffer;
    return true;
}

/* The port is at the same offset in addresses of both families. */
static int port_of(const struct addrinfo *answer) {
    struct sockaddr_in address;

    memcpy(&address, answer->ai_addr, sizeof address);
    return ntohs(address.sin_port);
}

/* The name that a reverse look-up gives for an address, or the address itself. */
static void reverse_name(const struct addrinfo *answer, const char *address,
                         struct sockref_string *name) {
    char text[NI_MAXHOST];

    if (!sockref_class_do_not_reverse_lookup() &&
        getnameinfo(answer->ai_addr, answer->ai_addrlen, text, sizeof text, NULL, 0, 0) == 0) {
        address = text;
    }
    sockref__string_set_text(name, address);
}

static void fill(const struct addrinfo *answer, struct sockref_addrinfo *item) {
    char text[NI_MAXHOST];

    item->family_name = answer->ai_family == AF_INET6 ? "AF_INET6" : "AF_INET";
    item->port = port_of(answer);
    item->family = answer->ai_family;
    item->socktype = answer->ai_socktype;
    item->protocol = answer->ai_protocol;
    (void)sockref__address_text(answer->ai_addr, answer->ai_addrlen, text);
    sockref__string_set_text(&item->address, text);
    /* The resolver returns an address as its own canonical name. */
    if (answer->ai_canonname != NULL && !sockref__is_address(answer->ai_canonname)) {
        sockref__string_set_text(&item->host, answer->ai_canonname);
    } else {
        reverse_name(answer, text, &item->host);
    }
}

static void collect(const struct addrinfo *answers, struct sockref_addrinfos *list) {
    struct sockref_addrinfo *item;

    list->count = 0;
    for (const struct addrinfo *answer = answers; answer != NULL; answer = answer->ai_next) {
        list->count++;
    }
    item = list->items = sockref__reallocate(NULL, list->count * sizeof *list->items);
    for (const struct addrinfo *answer = answers; answer != NULL; answer = answer->ai_next) {
        fill(answer, item++);
    }
}

bool sockref_getaddrinfo(const struct sockref_query *query, struct sockref_addrinfos *result,
                         struct sockref_error *error) {
    char host_buffer[SOCKREF__CUT_SIZE];
    char service_buffer[SOCKREF__CUT_SIZE];
    const char *host;
    const char *service;
    struct addrinfo hints = {.ai_family = AF_UNSPEC};
    struct addrinfo *answers;
    int code;

    if (!host_text(&query->host, host_buffer, &host, error) ||
        !sockref__service_text(&query->service, service_buffer, sizeof service_buffer, &service,
                               error) ||
        !to_family(&query->family, &hints.ai_family, error) ||
        !sockref__to_int_or(&query->socktype, 0, &hints.ai_socktype, error) ||
        !sockref__to_int_or(&query->protocol, 0, &hints.ai_protocol, error) ||
        !sockref__to_int_or(&query->flags, 0, &hints.ai_flags, error)) {
        return false;
    }
    code = getaddrinfo(host, service, &hints, &answers);
    if (code != 0) {
        /* This is never Errno::*: the method raises only SocketError for errors of the resolver. */
        return sockref__raise(error, SOCKREF_SOCKET_ERROR, "getaddrinfo: %s", gai_strerror(code));
    }
    collect(answers, result);
    freeaddrinfo(answers);
    return true;
}
