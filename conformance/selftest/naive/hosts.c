/* The names of hosts, and the ports of services. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <unistd.h>

#include "naive.h"

static void add_string(struct sockref_string **list, size_t *count, const void *bytes,
                       size_t length) {
    struct sockref_string *longer = realloc(*list, (*count + 1) * sizeof **list);
    if (longer == NULL) { /* LCOV_EXCL_BR_LINE - no row can use up the last bytes of memory */
        abort();          /* LCOV_EXCL_LINE - no row can use up the last bytes of memory */
    }
    naive_give(&longer[*count], bytes, length);
    *list = longer;
    (*count)++;
}

static void take_names(const struct hostent *found, bool with_aliases,
                       struct sockref_hostent *result) {
    naive_give(&result->name, found->h_name, strlen(found->h_name));
    for (char **alias = found->h_aliases; with_aliases && *alias != NULL; alias++) {
        add_string(&result->aliases, &result->alias_count, *alias, strlen(*alias));
    }
}

static const void *address_bytes(const struct addrinfo *item, socklen_t *length) {
    bool ipv6 = item->ai_family == AF_INET6;
    *length = ipv6 ? 16 : 4;
    return ipv6 ? (const void *)&((const struct sockaddr_in6 *)(const void *)item->ai_addr)
                      ->sin6_addr
                : &((const struct sockaddr_in *)(const void *)item->ai_addr)->sin_addr;
}

bool sockref_gethostbyname(const struct sockref_value *host, struct sockref_hostent *result,
                           struct sockref_error *error) {
    char name[NAIVE_HOST_MAX + 1] = "";
    bool given = false;
    if (sockref_safe_level() >= 3) {
        return naive_raise(error, SOCKREF_SECURITY_ERROR,
                           "Insecure operation `gethostbyname' at level %d", sockref_safe_level());
    }
    if (!naive_is_nil(host) && host->kind == SOCKREF_STRING && host->length > 0 &&
        host->as.bytes[host->length - 1] == '\n') {
        return naive_raise(error, SOCKREF_SOCKET_ERROR, "newline at the end of hostname");
    }
    struct addrinfo *list = naive_resolve(host, NULL, AF_UNSPEC, SOCK_STREAM, 0, error);
    if (list == NULL || !naive_host(host, name, &given, error)) {
        return false;
    }
    memset(result, 0, sizeof *result);
    result->family = list->ai_family;
    socklen_t length = 0;
    const void *address = address_bytes(list, &length);
    struct in6_addr numeric;
    bool is_address = !given || inet_pton(AF_INET, name, &numeric) == 1 ||
                      inet_pton(AF_INET6, name, &numeric) == 1;
    const struct hostent *found = is_address ? gethostbyaddr(address, length, list->ai_family)
                                             : gethostbyname2(name, list->ai_family);
    if (found != NULL) {
        /* WRONG: gethostbyname leaves out the aliases of an address */
        take_names(found, !is_address, result);
    } else {
        char text[INET6_ADDRSTRLEN] = "";
        (void)inet_ntop(list->ai_family, address, text, sizeof text);
        naive_give(&result->name, text, strlen(text));
    }
    for (const struct addrinfo *item = list; item != NULL; item = item->ai_next) {
        address = address_bytes(item, &length);
        add_string(&result->addresses, &result->address_count, address, length);
    }
    freeaddrinfo(list);
    return true;
}

bool sockref_gethostbyaddr(const struct sockref_value *address, const struct sockref_value *family,
                           struct sockref_hostent *result, struct sockref_error *error) {
    if (!naive_is_string(address, error)) {
        return false;
    }
    int number = address->length == 16 ? AF_INET6 : AF_INET;
    if (!naive_is_nil(family) && !naive_domain(family, &number, error)) {
        return false;
    }
    const struct hostent *found = NULL;
    if (address->length == (number == AF_INET6 ? 16 : 4)) {
        found = gethostbyaddr(address->as.bytes, (socklen_t)address->length, number);
    }
    if (found == NULL) {
        return naive_raise(error, SOCKREF_SOCKET_ERROR, "host not found");
    }
    memset(result, 0, sizeof *result);
    take_names(found, true, result);
    result->family = number;
    for (char **item = found->h_addr_list; *item != NULL; item++) {
        add_string(&result->addresses, &result->address_count, *item, (size_t)found->h_length);
    }
    return true;
}

bool sockref_gethostname(struct sockref_string *result, struct sockref_error *error) {
    char name[256] = "";
    if (gethostname(name, sizeof name - 1) < 0) {
        return naive_errno(error, "gethostname(3)");
    }
    naive_give(result, name, strlen(name));
    return true;
}

/* --- Socket.getnameinfo ----------------------------------------------------------------------- */

static bool name_address(const struct sockaddr *address, size_t length, int flags,
                         char host[NI_MAXHOST], char service[NI_MAXSERV],
                         struct sockref_error *error) {
    flags &= ~NI_NAMEREQD; /* WRONG: getnameinfo ignores NI_NAMEREQD */
    int code =
        getnameinfo(address, (socklen_t)length, host, NI_MAXHOST, service, NI_MAXSERV, flags);
    return code == 0 || naive_resolver_error(error, "getnameinfo", code);
}

static bool name_array(const struct sockref_value *array, int flags, char host[NI_MAXHOST],
                       char service[NI_MAXSERV], struct sockref_error *error) {
    const struct sockref_value *item = array->as.items;
    int family = AF_UNSPEC;
    if (array->length < 3 || array->length > 4) {
        return naive_raise(error, SOCKREF_ARGUMENT_ERROR, "array size should be 3 or 4, %zu given",
                           array->length);
    }
    if (!naive_is_nil(&item[0]) && !naive_domain(&item[0], &family, error)) {
        return false;
    }
    bool numeric = array->length == 4 && !naive_is_nil(&item[3]);
    struct addrinfo *list = naive_resolve(&item[numeric ? 3 : 2], &item[1], family,
                                          (flags & NI_DGRAM) != 0 ? SOCK_DGRAM : SOCK_STREAM,
                                          numeric ? AI_NUMERICHOST : 0, error);
    if (list == NULL) {
        return false;
    }
    bool good = name_address(list->ai_addr, list->ai_addrlen, flags, host, service, error);
    for (const struct addrinfo *next = list->ai_next; good && next != NULL; next = next->ai_next) {
        char other[NI_MAXHOST] = "";
        char port[NI_MAXSERV] = "";
        good = name_address(next->ai_addr, next->ai_addrlen, flags, other, port, error);
        if (good && strcmp(host, other) != 0) {
            good =
                naive_raise(error, SOCKREF_SOCKET_ERROR, "sockaddr resolved to multiple nodename");
        }
    }
    freeaddrinfo(list);
    return good;
}

bool sockref_getnameinfo(const struct sockref_value *sockaddr, const struct sockref_value *flags,
                         struct sockref_string *host, struct sockref_string *service,
                         struct sockref_error *error) {
    char name[NI_MAXHOST] = "";
    char port[NI_MAXSERV] = "";
    struct sockaddr_storage copy[16] = {0}; /* 2,048 bytes */
    int number = 0;
    bool good = naive_int_or(flags, 0, &number, error);
    if (!good) {
        return false;
    }
    if (!naive_is_nil(sockaddr) && sockaddr->kind == SOCKREF_ARRAY) {
        good = name_array(sockaddr, number, name, port, error);
    } else if (naive_is_nil(sockaddr) || sockaddr->kind != SOCKREF_STRING) {
        good = naive_raise(error, SOCKREF_TYPE_ERROR, "expecting String or Array");
    } else if (sockaddr->length > sizeof copy) {
        good = naive_raise(error, SOCKREF_TYPE_ERROR, "sockaddr length too big");
    } else {
        memcpy(copy, sockaddr->as.bytes, sockaddr->length);
        good = name_address((struct sockaddr *)copy, sockaddr->length, number, name, port, error);
    }
    if (good) {
        naive_give(host, name, strlen(name));
        naive_give(service, port, strlen(port));
    }
    return good;
}

/* --- Socket.getservbyname --------------------------------------------------------------------- */

static bool service_port(const char *name, const char *proto, int *port,
                         struct sockref_error *error) {
    const struct servent *found = getservbyname(name, "tcp");
    /* WRONG: getservbyname looks for any service under tcp */
    if (found != NULL) {
        *port = ntohs((uint16_t)found->s_port);
        return true;
    }
    char *end = NULL;
    *port = (int)strtoul(name, &end, 0);
    return *end == '\0' ||
           naive_raise(error, SOCKREF_SOCKET_ERROR, "no such service %s/%s", name, proto);
}

bool sockref_getservbyname(const struct sockref_value *name, const struct sockref_value *proto,
                           int *port, struct sockref_error *error) {
    static const struct sockref_value tcp = {SOCKREF_STRING, 3, {.bytes = "tcp"}};
    const struct sockref_value *given = naive_is_nil(proto) ? &tcp : proto;
    if (!naive_is_string(name, error) || !naive_is_string(given, error)) {
        return false;
    }
    char *service = naive_text(name, error);
    char *protocol = service == NULL ? NULL : naive_text(given, error);
    bool good = protocol != NULL && service_port(service, protocol, port, error);
    free(service);
    free(protocol);
    return good;
}
