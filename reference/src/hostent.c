/* Socket.gethostbyname and Socket.gethostbyaddr. */
#include "resolver.h"

#include <errno.h>
#include <strings.h>

/* Adds a copy of the bytes to an array of strings. */
static void append(struct sockref_string **strings, size_t *count, const void *bytes,
                   size_t length) {
    *strings = sockref__reallocate(*strings, (*count + 1) * sizeof **strings);
    sockref__string_set(&(*strings)[(*count)++], bytes, length);
}

/* An alias is listed only once, and the canonical name is not an alias. */
static void add_alias(struct sockref_hostent *result, const char *alias) {
    bool known = strcasecmp(alias, result->name.bytes) == 0;

    for (size_t i = 0; i < result->alias_count; i++) {
        known = known || strcasecmp(alias, result->aliases[i].bytes) == 0;
    }
    if (!known) {
        append(&result->aliases, &result->alias_count, alias, strlen(alias));
    }
}

static void add_aliases(struct sockref_hostent *result, const struct hostent *entry) {
    for (char **alias = entry->h_aliases; *alias != NULL; alias++) {
        add_alias(result, *alias);
    }
}

/* Returns the bytes of the address itself, without the port and other fields. */
static const void *raw_address(const struct addrinfo *answer, size_t *length) {
    if (answer->ai_family == AF_INET6) {
        *length = sizeof(struct in6_addr);
        return (const char *)answer->ai_addr + offsetof(struct sockaddr_in6, sin6_addr);
    }
    *length = sizeof(struct in_addr);
    return (const char *)answer->ai_addr + offsetof(struct sockaddr_in, sin_addr);
}

static void add_addresses(struct sockref_hostent *result, const struct addrinfo *answers) {
    result->family = answers->ai_family;
    for (; answers != NULL; answers = answers->ai_next) {
        size_t length;
        const void *address = raw_address(answers, &length);

        append(&result->addresses, &result->address_count, address, length);
    }
}

/* If the host is an address, its name is the one that a reverse look-up gives. */
static void name_address(struct sockref_hostent *result, const struct addrinfo *answer) {
    char text[NI_MAXHOST];
    struct sockref__host host;
    size_t length;
    const void *address = raw_address(answer, &length);
    const struct hostent *entry =
        sockref__os_gethostbyaddr(address, length, answer->ai_family, &host);

    if (entry != NULL) {
        sockref__string_set_text(&result->name, entry->h_name);
        add_aliases(result, entry);
    } else {
        (void)sockref__address_text(answer->ai_addr, answer->ai_addrlen, text);
        sockref__string_set_text(&result->name, text);
    }
}

static void add_aliases_in(struct sockref_hostent *result, const char *asked, int family) {
    struct sockref__host host;
    const struct hostent *entry = sockref__os_gethostbyname(asked, family, &host);

    if (entry != NULL) {
        add_aliases(result, entry);
    }
}

/* If the host is a name, the result has its canonical name and, as aliases, its other names in any
 * of its families. */
static void name_name(struct sockref_hostent *result, const struct sockref_value *host,
                      const struct addrinfo *answers) {
    char asked[SOCKREF__HOST_SIZE];

    sockref__copy_c_string(host, asked, sizeof asked);
    sockref__string_set_text(&result->name, answers->ai_canonname);
    add_aliases_in(result, asked, AF_INET6);
    add_aliases_in(result, asked, AF_INET);
}

bool sockref_gethostbyname(const struct sockref_value *host, struct sockref_hostent *result,
                           struct sockref_error *error) {
    const struct addrinfo hints = {.ai_flags = AI_CANONNAME, .ai_socktype = SOCK_STREAM};
    struct sockref_hostent hostent = {.alias_count = 0};
    struct addrinfo *answers;

    if (!sockref__secure(3, error) || !sockref__look_up(host, NULL, &hints, &answers, error)) {
        return false;
    }
    /* The resolver returns an address as its own canonical name. An Integer, "" and "<any>" also
     * stand for an address. */
    if (sockref__is_address(answers->ai_canonname)) {
        name_address(&hostent, answers);
    } else {
        name_name(&hostent, host, answers);
    }
    add_addresses(&hostent, answers);
    freeaddrinfo(answers);
    *result = hostent;
    return true;
}

bool sockref_gethostbyaddr(const struct sockref_value *address, const struct sockref_value *family,
                           struct sockref_hostent *result, struct sockref_error *error) {
    struct sockref_hostent hostent = {.alias_count = 0};
    struct sockref__host host;
    const struct hostent *entry;
    const char *bytes;
    size_t length;
    int family_number = AF_INET;

    if (!sockref__to_bytes(address, &bytes, &length, error) ||
        (!sockref__is_nil(family) && !sockref__to_family(family, &family_number, error))) {
        return false;
    }
    if (sockref__is_nil(family) && length == sizeof(struct in6_addr)) {
        family_number = AF_INET6;
    }
    entry = sockref__os_gethostbyaddr(bytes, length, family_number, &host);
    if (entry == NULL) {
        return sockref__raise(error, SOCKREF_SOCKET_ERROR, "host not found");
    }
    hostent.family = entry->h_addrtype;
    sockref__string_set_text(&hostent.name, entry->h_name);
    add_aliases(&hostent, entry);
    for (char **item = entry->h_addr_list; *item != NULL; item++) {
        append(&hostent.addresses, &hostent.address_count, *item, (size_t)entry->h_length);
    }
    *result = hostent;
    return true;
}

bool sockref_gethostname(struct sockref_string *result, struct sockref_error *error) {
    char name[NI_MAXHOST];

    if (!sockref__secure(3, error)) {
        return false;
    }
    if (sockref__os_gethostname(name, sizeof name) < 0) {
        return sockref__raise_errno(error, errno, "gethostname(3)");
    }
    sockref__string_set_text(result, name);
    return true;
}
