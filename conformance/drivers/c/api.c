#include "api.h"

#include <dlfcn.h>
#include <stdio.h>

struct api api;

struct entry {
    const char *name;
    size_t offset;
};

/* The methods come first. */
static const struct entry entries[] = {
#define API_ENTRY(name) {#name, offsetof(struct api, name)},
    API_METHODS(API_ENTRY) API_SUPPORT(API_ENTRY)
#undef API_ENTRY
};
enum { ENTRIES = sizeof entries / sizeof entries[0] };

#define API_COUNT(name) /* NOLINT(bugprone-macro-parentheses): a term of a sum */ +1
enum { METHODS = 0 API_METHODS(API_COUNT) };
#undef API_COUNT

/* A support function that a library needs if it has one of the methods. */
static const struct need {
    const char *name;
    const char *methods; /* NULL: any method; else names with a blank behind each */
} needs[] = {
    {"error_class", NULL},
    {"error_ancestors", NULL},
    {"free", "new for_fd pair socketpair accept accept_nonblock "},
    {"detach", "for_fd "},
    {"string_free",
     "accept accept_nonblock gethostname getnameinfo getpeername getsockname getsockopt "
     "pack_sockaddr_in pack_sockaddr_un read readline recv recv_nonblock sockaddr_in sockaddr_un "
     "sysaccept unpack_sockaddr_in unpack_sockaddr_un "},
    {"addrinfos_free", "getaddrinfo "},
    {"hostent_free", "gethostbyaddr gethostbyname "},
    {"message_free", "recvfrom recvfrom_nonblock "},
    /* Safe levels need both functions. */
    {"safe_level", "set_safe_level "},
    {"set_safe_level", "safe_level "},
};

static bool load_entry(void *library, const struct entry *entry) {
    char symbol[64];
    void *function;

    (void)snprintf(symbol, sizeof symbol, "sockref_%s", entry->name);
    function = dlsym(library, symbol);
    /* POSIX gives both kinds of pointer the same representation, but C does not convert between
     * them. */
    memcpy((char *)&api + entry->offset, &function, sizeof function);
    return function != NULL;
}

/* Returns the first of the methods that the library has, without the names of the others; "" if it
 * has none. */
static const char *find_user(const struct need *need) {
    static char name[64];

    for (const char *at = need->methods; *at != '\0'; at += strlen(name) + 1) {
        (void)snprintf(name, sizeof name, "%.*s", (int)strcspn(at, " "), at);
        if (api_has(name)) {
            return name;
        }
    }
    return "";
}

/* Names every missing function with the reason why it is needed. Returns false if there is one. */
static bool check_needs(const char *path) {
    bool complete = true;

    for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++) {
        const char *user = needs[i].methods == NULL ? "every method" : find_user(&needs[i]);

        if (api_has(needs[i].name) || *user == '\0') {
            continue;
        }
        if (complete) {
            (void)fprintf(stderr, "sockspec-driver-c: %s lacks ", path);
        }
        (void)fprintf(stderr, "%ssockref_%s (for %s%s)", complete ? "" : ", ", needs[i].name,
                      needs[i].methods == NULL ? "" : "sockref_", user);
        complete = false;
    }
    if (!complete) {
        (void)fputc('\n', stderr);
    }
    return complete;
}

bool api_load(const char *path) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    size_t found = 0;

    if (library == NULL) {
        (void)fprintf(stderr, "sockspec-driver-c: %s\n", dlerror());
        return false;
    }
    for (size_t i = 0; i < ENTRIES; i++) {
        found += load_entry(library, &entries[i]) ? 1 : 0;
    }
    if (found == 0) { /* support functions alone are a library whose methods come later */
        (void)fprintf(stderr,
                      "sockspec-driver-c: %s exports no method of sockref.h, such as sockref_new\n",
                      path);
        return false;
    }
    return check_needs(path);
}

bool api_has(const char *name) {
    static const void *const nothing;

    for (size_t i = 0; i < ENTRIES; i++) {
        if (strcmp(entries[i].name, name) == 0) {
            return memcmp((const char *)&api + entries[i].offset, &nothing, sizeof nothing) != 0;
        }
    }
    return false;
}
