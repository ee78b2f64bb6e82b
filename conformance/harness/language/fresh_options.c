#include "conformance/harness/language/fresh_options.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef SO_BUF_LOCK
#define SO_BUF_LOCK 72 /* which buffer sizes a setsockopt has set; Linux 5.14 */
#endif

/* The options that no call but setsockopt changes. The kernel adapts the sizes of TCP's buffers, so
 * it only counts whether a setsockopt has set them. */
static const struct option {
    const char *text;
    int level, name;
    int cause_level, causes[2]; /* other options whose setsockopt changes this one, too */
} options[] = {
    {"SO_BROADCAST", SOL_SOCKET, SO_BROADCAST, 0, {0}},
    {"SO_BUF_LOCK", SOL_SOCKET, SO_BUF_LOCK, SOL_SOCKET, {SO_RCVBUF, SO_SNDBUF}},
    {"SO_DONTROUTE", SOL_SOCKET, SO_DONTROUTE, 0, {0}},
    {"SO_KEEPALIVE", SOL_SOCKET, SO_KEEPALIVE, 0, {0}},
    {"SO_LINGER", SOL_SOCKET, SO_LINGER, 0, {0}},
    {"SO_OOBINLINE", SOL_SOCKET, SO_OOBINLINE, 0, {0}},
    {"SO_PASSCRED", SOL_SOCKET, SO_PASSCRED, 0, {0}},
    {"SO_PRIORITY", SOL_SOCKET, SO_PRIORITY, IPPROTO_IP, {IP_TOS}},
    {"SO_RCVLOWAT", SOL_SOCKET, SO_RCVLOWAT, 0, {0}},
    {"SO_RCVTIMEO", SOL_SOCKET, SO_RCVTIMEO, 0, {0}},
    {"SO_REUSEADDR", SOL_SOCKET, SO_REUSEADDR, 0, {0}},
    {"SO_REUSEPORT", SOL_SOCKET, SO_REUSEPORT, 0, {0}},
    {"SO_SNDTIMEO", SOL_SOCKET, SO_SNDTIMEO, 0, {0}},
    {"SO_TIMESTAMP", SOL_SOCKET, SO_TIMESTAMP, 0, {0}},
    {"IP_RECVERR", IPPROTO_IP, IP_RECVERR, 0, {0}},
    {"IP_TOS", IPPROTO_IP, IP_TOS, 0, {0}},
    {"IP_TTL", IPPROTO_IP, IP_TTL, 0, {0}},
    {"IPV6_RECVERR", IPPROTO_IPV6, IPV6_RECVERR, 0, {0}},
    {"IPV6_TCLASS", IPPROTO_IPV6, IPV6_TCLASS, 0, {0}},
    {"IPV6_UNICAST_HOPS", IPPROTO_IPV6, IPV6_UNICAST_HOPS, 0, {0}},
    {"IPV6_V6ONLY", IPPROTO_IPV6, IPV6_V6ONLY, 0, {0}},
    {"TCP_CORK", IPPROTO_TCP, TCP_CORK, 0, {0}},
    {"TCP_DEFER_ACCEPT", IPPROTO_TCP, TCP_DEFER_ACCEPT, 0, {0}},
    {"TCP_KEEPCNT", IPPROTO_TCP, TCP_KEEPCNT, 0, {0}},
    {"TCP_KEEPIDLE", IPPROTO_TCP, TCP_KEEPIDLE, 0, {0}},
    {"TCP_KEEPINTVL", IPPROTO_TCP, TCP_KEEPINTVL, 0, {0}},
    {"TCP_LINGER2", IPPROTO_TCP, TCP_LINGER2, 0, {0}},
    {"TCP_NODELAY", IPPROTO_TCP, TCP_NODELAY, 0, {0}},
    {"TCP_SYNCNT", IPPROTO_TCP, TCP_SYNCNT, 0, {0}},
    {"TCP_USER_TIMEOUT", IPPROTO_TCP, TCP_USER_TIMEOUT, 0, {0}},
};
enum { OPTIONS = sizeof options / sizeof options[0], WORDS = 4 };

struct value {
    int words[WORDS];
    socklen_t length; /* 0: the socket does not have the option */
};

struct kind {
    int domain, type, protocol;
};

/* Once an IPv6 socket is bound to an address, the kernel sets IPV6_V6ONLY itself. */
static bool is_bound_to_address(int socket) {
    struct sockaddr_in6 name = {0};
    socklen_t length = sizeof name;
    return getsockname(socket, (struct sockaddr *)&name, &length) == 0 && length == sizeof name &&
           !IN6_IS_ADDR_UNSPECIFIED(&name.sin6_addr);
}

static void read_options(int socket, const struct kind *kind, struct value values[OPTIONS]) {
    memset(values, 0, OPTIONS * sizeof *values);
    for (size_t i = 0; i < OPTIONS; i++) {
        bool has = options[i].level == SOL_SOCKET ||
                   (options[i].level == IPPROTO_IP && kind->domain == AF_INET) ||
                   (options[i].level == IPPROTO_IPV6 && kind->domain == AF_INET6) ||
                   (options[i].level == IPPROTO_TCP && kind->protocol == IPPROTO_TCP);
        has = has && !(options[i].level == IPPROTO_IPV6 && options[i].name == IPV6_V6ONLY &&
                       is_bound_to_address(socket));
        values[i].length = sizeof values[i].words;
        if (!has || getsockopt(socket, options[i].level, options[i].name, values[i].words,
                               &values[i].length) < 0) {
            values[i].length = 0;
        }
    }
}

static bool read_kind(int socket, struct kind *kind) {
    int *fields[] = {&kind->domain, &kind->type, &kind->protocol};
    static const int names[] = {SO_DOMAIN, SO_TYPE, SO_PROTOCOL};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        socklen_t length = sizeof(int);
        if (getsockopt(socket, SOL_SOCKET, names[i], fields[i], &length) < 0) {
            return false;
        }
    }
    return true;
}

/* The options of fresh sockets, by kind. Returns NULL if this process cannot make such a socket. */
static const struct value *fresh_options(const struct kind *kind) {
    enum { KINDS = 16 };
    static struct kind kinds[KINDS];
    static struct value known[KINDS][OPTIONS];
    static size_t count;
    for (size_t i = 0; i < count; i++) {
        if (memcmp(&kinds[i], kind, sizeof *kind) == 0) {
            return known[i];
        }
    }
    int fresh =
        count < KINDS ? socket(kind->domain, kind->type | SOCK_CLOEXEC, kind->protocol) : -1;
    if (fresh < 0) {
        return NULL;
    }
    read_options(fresh, kind, known[count]);
    (void)close(fresh);
    kinds[count] = *kind;
    return known[count++];
}

static bool is_skipped(const struct option *option,
                       bool (*skips)(const void *context, int level, int name),
                       const void *context) {
    bool skipped = skips(context, option->level, option->name);
    for (size_t i = 0; !skipped && i < 2 && option->causes[i] != 0; i++) {
        skipped = skips(context, option->cause_level, option->causes[i]);
    }
    return skipped;
}

bool sockspec_fresh_options_differ(int socket,
                                   bool (*skips)(const void *context, int level, int name),
                                   const void *context, char *change, size_t size) {
    struct kind kind = {0};
    struct value values[OPTIONS];
    const struct value *fresh = read_kind(socket, &kind) ? fresh_options(&kind) : NULL;
    if (fresh == NULL) {
        return false;
    }
    read_options(socket, &kind, values);
    for (size_t i = 0; i < OPTIONS; i++) {
        if (values[i].length > 0 && memcmp(&values[i], &fresh[i], sizeof values[i]) != 0 &&
            !is_skipped(&options[i], skips, context)) {
            (void)snprintf(change, size, "%s is %d instead of %d", options[i].text,
                           values[i].words[0], fresh[i].words[0]);
            return true;
        }
    }
    return false;
}
