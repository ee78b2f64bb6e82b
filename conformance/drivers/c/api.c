#include "api.h"

#include <dlfcn.h>
#include <stdio.h>

struct api api;

struct entry {
    const char *name;
    size_t offset;
    bool needed;
};

static const struct entry entries[] = {
#define API_NEEDED_ENTRY(name) {"sockref_" #name, offsetof(struct api, name), true},
#define API_METHOD_ENTRY(name) {"sockref_" #name, offsetof(struct api, name), false},
    API_NEEDED(API_NEEDED_ENTRY) API_METHODS(API_METHOD_ENTRY)
#undef API_NEEDED_ENTRY
#undef API_METHOD_ENTRY
};
enum { ENTRIES = sizeof entries / sizeof entries[0] };

bool api_load(const char *path) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);

    if (library == NULL) {
        (void)fprintf(stderr, "sockspec-driver-c: %s\n", dlerror());
        return false;
    }
    for (size_t i = 0; i < ENTRIES; i++) {
        void *function = dlsym(library, entries[i].name);

        if (function == NULL && entries[i].needed) {
            (void)fprintf(stderr, "sockspec-driver-c: %s has no %s\n", path, entries[i].name);
            return false;
        }
        /* POSIX gives both kinds of pointer the same representation, but C does not convert between
         * them. */
        memcpy((char *)&api + entries[i].offset, &function, sizeof function);
    }
    return true;
}

bool api_has(const char *name) {
    static const void *const nothing;

    for (size_t i = 0; i < ENTRIES; i++) {
        if (strcmp(entries[i].name + strlen("sockref_"), name) == 0) {
            return memcmp((const char *)&api + entries[i].offset, &nothing, sizeof nothing) != 0;
        }
    }
    return false;
}
