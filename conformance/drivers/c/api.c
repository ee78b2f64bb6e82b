#include "api.h"

#include <dlfcn.h>
#include <stdio.h>

struct api api;

struct entry {
    const char *name;
    size_t offset;
};

static const struct entry entries[] = {
#define API_ENTRY(name) {"sockref_" #name, offsetof(struct api, name)},
    API_FUNCTIONS(API_ENTRY)
#undef API_ENTRY
};

bool api_load(const char *path) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);

    if (library == NULL) {
        (void)fprintf(stderr, "sockspec-driver-c: %s\n", dlerror());
        return false;
    }
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        void *function = dlsym(library, entries[i].name);

        if (function == NULL) {
            (void)fprintf(stderr, "sockspec-driver-c: %s has no %s\n", path, entries[i].name);
            return false;
        }
        /* POSIX gives both kinds of pointer one representation; C does not convert them. */
        memcpy((char *)&api + entries[i].offset, &function, sizeof function);
    }
    return true;
}
