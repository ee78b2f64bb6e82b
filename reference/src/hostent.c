/* Socket.gethostbyname and Socket.gethostbyaddr. */
#include "resolver.h"

#include <errno.h>
#include <stdlib.h>
#include <strings.h>

/* Adds a copy of the bytes to an array of strings. */
static bool append(struct sockref_string **strings, size_t *count, const void *bytes, size_t length,
                   struct sockref_error *error) {
    struct sockref_string *larger = realloc(*strings, (*count + 1) * sizeof *larger);

    if (larger == NULL) {
        return sockref__raise_no_memory(error);
    }
    *strings = larger;
    if (!sockref__string_set(&larger[*count], bytes, length, error)) {
        return false;
    }
    (*count)++;
    return true;
}

/* An alias is listed once, and the canonical name is none. */
static bool add_alias(struct sockref_hostent *result, const char *alias,
                      struct sockref_error *error) {
    if (strcasecmp(alias, result->name.bytes) == 0) {
        return true;
    }
    for (size_t i = 0; i < result->alias_count; i++) {
        if (strcasecmp(alias, result->aliases[i].bytes) == 0) {
            return true;
        }
    }
    return append(&result->aliases, &result->alias_count, alias, strlen(alias), error);
}

static bool add_aliases(struct sockref_hostent *result, const struct hostent *entry,
                        struct sockref_error *error) {
    for (char **alias = entry->h_aliases; alias != NULL && *alias != NULL; alias++) {
        if (!add_alias(result, *alias, error)) {
            return false;
        }
    }
    return true;
}

/* The bytes of an address itself, without port and the like. */
static const void *raw_address(const struct addrinfo *answer, size_t *length) {
    if (answer->ai_family == AF_INET6) {
        *length = sizeof(struct in6_addr);
        return (const char *)answer->ai_addr + offsetof(struct sockaddr_in6, sin6_addr);
    }
    *length = sizeof(struct in_addr);
    return (const char *)answer->ai_addr + offsetof(struct sockaddr_in, sin_addr);
}

static bool add_addresses(struct sockref_hostent *result, const struct addrinfo *answers,
                          struct sockref_error *error) {
    result->family = answers->ai_family;
    for (; answers != NULL; answers = answers->ai_next) {
        size_t length;
        const void *address = raw_address(answers, &length);

        if (!append(&result->addresses, &result->address_count, address, length, error)) {
            return false;
        }
    }
    return true;
}

/* The host is an address: its name is the one it has in reverse. */
static bool name_address(struct sockref_hostent *result, const struct addrinfo *answer,
                         struct sockref_error *error) {
    char text[NI_MAXHOST];
    struct sockref__host host;
    size_t length;
    const void *address = raw_address(answer, &length);
    bool ok;

    if (sockref__os_gethostbyaddr(address, length, answer->ai_family, &host) == 0) {
        ok = sockref__string_set_text(&result->name, host.entry->h_name, error) &&
             add_aliases(result, host.entry, error);
        free(host.storage);
        return ok;
    }
    return sockref__address_text(answer->ai_addr, answer->ai_addrlen, text, error) &&
           sockref__string_set_text(&result->name, text, error);
}

/* The host is a name: its canonical name, and what else that is called in any of its families. */
static bool name_name(struct sockref_hostent *result, const char *asked,
                      const struct addrinfo *answers, struct sockref_error *error) {
    const char *canonical = answers->ai_canonname != NULL ? answers->ai_canonname : asked;
    int family = AF_UNSPEC;

    if (!sockref__string_set_text(&result->name, canonical, error)) {
        return false;
    }
    for (; answers != NULL; answers = answers->ai_next) {
        struct sockref__host host;

        if (answers->ai_family != family) {
            family = answers->ai_family;
            if (sockref__os_gethostbyname(asked, family, &host) == 0) {
                bool ok = add_aliases(result, host.entry, error);

                free(host.storage);
                if (!ok) {
                    return false;
                }
            }
        }
    }
    return add_alias(result, asked, error);
}

static bool fill(struct sockref_hostent *result, const struct sockref_value *host,
                 const struct addrinfo *answers, struct sockref_error *error) {
    char asked[SOCKREF__HOST_SIZE] = "";

    if (host->kind == SOCKREF_STRING) {
        sockref__copy_c_string(host, asked, sizeof asked);
    }
    /* An Integer, "", "<any>" and "<broadcast>" stand for addresses too. */
    if (asked[0] == '\0' || asked[0] == '<' || sockref__is_address(asked)) {
        return name_address(result, answers, error) && add_addresses(result, answers, error);
    }
    return name_name(result, asked, answers, error) && add_addresses(result, answers, error);
}

bool sockref_gethostbyname(const struct sockref_value *host, struct sockref_hostent *result,
                           struct sockref_error *error) {
    const struct addrinfo hints = {.ai_flags = AI_CANONNAME, .ai_socktype = SOCK_STREAM};
    struct sockref_hostent hostent = {0};
    struct addrinfo *answers;
    bool ok;

    if (!sockref__secure(3, "gethostbyname", error) ||
        !sockref__look_up(host, NULL, &hints, &answers, error)) {
        return false;
    }
    ok = fill(&hostent, sockref__given(host), answers, error);
    freeaddrinfo(answers);
    if (!ok) {
        sockref_hostent_free(&hostent);
        return false;
    }
    *result = hostent;
    return true;
}

static bool copy_entry(struct sockref_hostent *result, const struct hostent *entry,
                       struct sockref_error *error) {
    result->family = entry->h_addrtype;
    if (!sockref__string_set_text(&result->name, entry->h_name, error) ||
        !add_aliases(result, entry, error)) {
        return false;
    }
    for (char **address = entry->h_addr_list; *address != NULL; address++) {
        if (!append(&result->addresses, &result->address_count, *address, (size_t)entry->h_length,
                    error)) {
            return false;
        }
    }
    return true;
}

bool sockref_gethostbyaddr(const struct sockref_value *address, const struct sockref_value *family,
                           struct sockref_hostent *result, struct sockref_error *error) {
    struct sockref_hostent hostent = {0};
    struct sockref__host host;
    const char *bytes;
    size_t length;
    int family_number = AF_INET;
    bool ok;

    if (!sockref__to_bytes(address, &bytes, &length, error) ||
        (!sockref__is_nil(family) && !sockref__to_family(family, &family_number, error))) {
        return false;
    }
    if (sockref__is_nil(family) && length == sizeof(struct in6_addr)) {
        family_number = AF_INET6;
    }
    if (sockref__os_gethostbyaddr(bytes, length, family_number, &host) != 0) {
        return sockref__raise(error, SOCKREF_SOCKET_ERROR, "host not found");
    }
    ok = copy_entry(&hostent, host.entry, error);
    free(host.storage);
    if (!ok) {
        sockref_hostent_free(&hostent);
        return false;
    }
    *result = hostent;
    return true;
}

bool sockref_gethostname(struct sockref_string *result, struct sockref_error *error) {
    char name[NI_MAXHOST];

    if (sockref__os_gethostname(name, sizeof name) < 0) {
        return sockref__raise_errno(error, errno, "gethostname(3)");
    }
    return sockref__string_set_text(result, name, error);
}
