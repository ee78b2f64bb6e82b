/* Names of hosts and services, and their addresses. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>

#include "naive.h"

enum { SERVICE_MAX_LENGTH = 32 };

/* --- Looking up ------------------------------------------------------------------------------- */

static bool is_number(const char *text, unsigned long *number) {
    *number = text == NULL ? 0 : strtoul(text, NULL, 10);
    return text != NULL && *text != '\0' && text[strspn(text, "0123456789")] == '\0';
}

/* Moves the IPv6 addresses to the front. */
static struct addrinfo *ipv6_first(struct addrinfo *list) {
    struct addrinfo *first = NULL;
    struct addrinfo *second = NULL;
    struct addrinfo **end_of_first = &first;
    struct addrinfo **end_of_second = &second;
    for (struct addrinfo *item = list; item != NULL; item = item->ai_next) {
        struct addrinfo ***end = item->ai_family == AF_INET6 ? &end_of_first : &end_of_second;
        **end = item;
        *end = &item->ai_next;
    }
    *end_of_second = NULL;
    *end_of_first = second;
    return first;
}

static void set_port(const struct addrinfo *item, unsigned long port) {
    if (item->ai_family == AF_INET) {
        ((struct sockaddr_in *)(void *)item->ai_addr)->sin_port = htons((uint16_t)port);
    } else if (item->ai_family == AF_INET6) {
        ((struct sockaddr_in6 *)(void *)item->ai_addr)->sin6_port = htons((uint16_t)port);
    }
}

/* The addresses of a nil host: loopback, or with AI_PASSIVE the wildcard address. */
static int lookup_own(const struct addrinfo *hints, struct addrinfo **list) {
    static const int families[] = {AF_INET6, AF_INET};
    static const char *const hosts[][2] = {{"::1", "::"}, {"127.0.0.1", "0.0.0.0"}};
    struct addrinfo **end = list;
    int code = (hints->ai_flags & AI_CANONNAME) != 0 ? EAI_BADFLAGS : EAI_FAMILY;
    for (size_t i = 0; i < 2 && code != EAI_BADFLAGS; i++) {
        struct addrinfo own = *hints;
        own.ai_family = families[i];
        if (hints->ai_family != AF_UNSPEC && hints->ai_family != families[i]) {
            continue;
        }
        code = getaddrinfo(hosts[i][(hints->ai_flags & AI_PASSIVE) != 0], NULL, &own, end);
        if (code != 0) {
            break;
        }
        while (*end != NULL) {
            end = &(*end)->ai_next;
        }
    }
    return code;
}

/* getaddrinfo(3) accepts no numeric service for SOCK_RAW, so it is called without one. */
static int lookup(const char *host, const char *service, const struct addrinfo *hints,
                  struct addrinfo **list) {
    unsigned long port = 0;
    bool numeric = is_number(service, &port);
    int code = numeric && host == NULL ? lookup_own(hints, list)
                                       : getaddrinfo(host, numeric ? NULL : service, hints, list);
    if (code != 0) {
        return code;
    }
    *list = host == NULL ? ipv6_first(*list) : *list;
    for (const struct addrinfo *item = *list; numeric && item != NULL; item = item->ai_next) {
        set_port(item, port);
    }
    return 0;
}

static void copy_text(char *to, const char *text) { memcpy(to, text, strlen(text) + 1); }

bool naive_host(const struct sockref_value *host, char text[NAIVE_HOST_MAX + 1], bool *given,
                struct sockref_error *error) {
    *given = !naive_is_nil(host);
    if (!*given) {
        return true;
    }
    if (host->kind == SOCKREF_INTEGER) {
        struct in_addr address = {htonl((uint32_t)host->as.integer)};
        if (host->as.integer > UINT32_MAX || host->as.integer < INT32_MIN) {
            return naive_raise(error, SOCKREF_RANGE_ERROR,
                               "integer %lld too %s to convert to `unsigned int'",
                               (long long)host->as.integer, host->as.integer > 0 ? "big" : "small");
        }
        return inet_ntop(AF_INET, &address, text, NAIVE_HOST_MAX) != NULL;
    }
    char *name = naive_text(host, error);
    if (name == NULL) {
        return false;
    }
    size_t length = strlen(name);
    bool fits = length <= NAIVE_HOST_MAX;
    if (!fits) {
        (void)naive_raise(error, SOCKREF_ARGUMENT_ERROR, "hostname too long (%zu)", length);
    } else if (length == 0 || strcmp(name, "<any>") == 0) {
        copy_text(text, "0.0.0.0");
    } else if (strcmp(name, "<broadcast>") == 0) {
        copy_text(text, "255.255.255.255");
    } else {
        copy_text(text, name);
    }
    free(name);
    return fits;
}

static bool service_text(const struct sockref_value *service, char text[SERVICE_MAX_LENGTH],
                         struct sockref_error *error) {
    if (naive_is_nil(service)) {
        return true;
    }
    if (service->kind == SOCKREF_INTEGER) {
        int number = 0;
        if (!naive_int(service, &number, error)) {
            return false;
        }
        (void)snprintf(text, SERVICE_MAX_LENGTH, "%d", number);
        return true;
    }
    char *name = naive_text(service, error);
    if (name == NULL) {
        return false;
    }
    size_t length = strlen(name);
    bool fits = length < SERVICE_MAX_LENGTH;
    if (fits) {
        copy_text(text, name);
    } else {
        (void)naive_raise(error, SOCKREF_ARGUMENT_ERROR, "service name too long (%zu)", length);
    }
    free(name);
    return fits;
}

struct addrinfo *naive_resolve(const struct sockref_value *host, const struct sockref_value *port,
                               int family, int socktype, int flags, struct sockref_error *error) {
    char name[NAIVE_HOST_MAX + 1] = "";
    char service[SERVICE_MAX_LENGTH] = "";
    bool given = false;
    struct addrinfo hints = {.ai_family = family, .ai_socktype = socktype, .ai_flags = flags};
    struct addrinfo *list = NULL;
    if (!naive_host(host, name, &given, error) || !service_text(port, service, error)) {
        return NULL;
    }
    int code = lookup(given ? name : NULL, naive_is_nil(port) ? NULL : service, &hints, &list);
    if (code != 0) {
        (void)naive_resolver_error(error, "getaddrinfo", code);
        return NULL;
    }
    return list;
}

/* --- Socket.getaddrinfo ----------------------------------------------------------------------- */

/* Socket.getaddrinfo accepts no Integer outside this range. */
static bool is_fixnum(const struct sockref_value *value) {
    return value->kind == SOCKREF_INTEGER && value->as.integer < (INT64_C(1) << 62) &&
           value->as.integer >= -(INT64_C(1) << 62);
}

/* A host or a service: a string ends at a NUL byte, or at the length limit. */
static bool to_name(const struct sockref_value *value, bool numbers, char text[NAIVE_HOST_MAX],
                    struct sockref_error *error) {
    if (naive_is_nil(value)) {
        return true;
    }
    if (numbers && is_fixnum(value)) {
        int number = 0;
        bool good = naive_int(value, &number, error);
        (void)snprintf(text, NAIVE_HOST_MAX, "%d", number);
        return good;
    }
    if (!naive_is_string(value, error)) {
        return false;
    }
    size_t length = value->length < NAIVE_HOST_MAX ? value->length : NAIVE_HOST_MAX - 1;
    memcpy(text, value->as.bytes, length);
    text[length] = '\0';
    return true;
}

static bool query_family(const struct sockref_value *family, int *number,
                         struct sockref_error *error) {
    char text[NAIVE_HOST_MAX] = "";
    if (naive_is_nil(family) || is_fixnum(family)) {
        return naive_int_or(family, AF_UNSPEC, number, error);
    }
    bool good = to_name(family, false, text, error);
    *number = strcmp(text, "AF_INET") == 0    ? AF_INET
              : strcmp(text, "AF_INET6") == 0 ? AF_INET6
                                              : AF_UNSPEC;
    return good;
}

static void to_answer(const struct addrinfo *item, const char *canonical,
                      struct sockref_addrinfo *answer) {
    char host[NI_MAXHOST] = "";
    char address[NI_MAXHOST] = "";
    char port[NI_MAXSERV] = "";
    (void)getnameinfo(item->ai_addr, item->ai_addrlen, address, sizeof address, port, sizeof port,
                      NI_NUMERICHOST | NI_NUMERICSERV);
    if (canonical != NULL && strcmp(canonical, address) != 0) {
        (void)snprintf(host, sizeof host, "%s", canonical);
    } else if (sockref_class_do_not_reverse_lookup() ||
               getnameinfo(item->ai_addr, item->ai_addrlen, host, sizeof host, NULL, 0, 0) != 0) {
        copy_text(host, address);
    }
    answer->family_name = item->ai_family == AF_INET6 ? "AF_INET6" : "AF_INET";
    answer->port = (int)strtol(port, NULL, 10);
    answer->family = item->ai_family;
    answer->socktype = item->ai_socktype;
    answer->protocol = item->ai_protocol;
    naive_give(&answer->host, host, strlen(host));
    naive_give(&answer->address, address, strlen(address));
}

/* If the names file has ::1, glibc returns 127.0.0.1 once more. */
static bool is_new(const struct addrinfo *list, const struct addrinfo *item) {
    const struct addrinfo *other = list;
    while (other != item &&
           (other->ai_socktype != item->ai_socktype || other->ai_addrlen != item->ai_addrlen ||
            memcmp(other->ai_addr, item->ai_addr, item->ai_addrlen) != 0)) {
        other = other->ai_next;
    }
    return other == item;
}

bool sockref_getaddrinfo(const struct sockref_query *query, struct sockref_addrinfos *result,
                         struct sockref_error *error) {
    char host[NAIVE_HOST_MAX] = "";
    char service[NAIVE_HOST_MAX] = "";
    struct addrinfo hints = {0};
    struct addrinfo *list = NULL;
    if (!to_name(&query->host, false, host, error) ||
        !to_name(&query->service, true, service, error) ||
        !query_family(&query->family, &hints.ai_family, error) ||
        !naive_int_or(&query->socktype, 0, &hints.ai_socktype, error) ||
        !naive_int_or(&query->protocol, 0, &hints.ai_protocol, error) ||
        !naive_int_or(&query->flags, 0, &hints.ai_flags, error)) {
        return false;
    }
    int code = lookup(naive_is_nil(&query->host) ? NULL : host,
                      naive_is_nil(&query->service) ? NULL : service, &hints, &list);
    if (code != 0) {
        return naive_raise(error, SOCKREF_SOCKET_ERROR, "getaddrinfo: %s", gai_strerror(code));
    }
    const char *canonical = NULL;
    size_t count = 0;
    for (const struct addrinfo *item = list; item != NULL; item = item->ai_next) {
        canonical = item->ai_canonname != NULL ? item->ai_canonname : canonical;
        count++;
    }
    result->items = naive_room((count + 1) * sizeof *result->items);
    result->count = 0;
    for (const struct addrinfo *item = list; item != NULL; item = item->ai_next) {
        if (is_new(list, item)) {
            to_answer(item, result->count == 0 ? canonical : NULL, &result->items[result->count]);
            result->count++;
        }
    }
    freeaddrinfo(list);
    return true;
}
