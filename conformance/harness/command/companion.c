#include "conformance/harness/command/companion.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/support/memory.h"

char *sockspec_companion(const char *name) {
    /* Relative to the program: beside it or in the sources, or in the installed folders. */
    static const char *const places[] = {"", "/../..", "/../libexec/sockspec", "/../share/sockspec",
                                         "/../lib"};
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    self[length < 0 ? 0 : length] = '\0';
    char *slash = strrchr(self, '/');
    if (slash != NULL) {
        *slash = '\0';
    }
    char *path = NULL;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        free(path);
        path = sockspec_format("%s%s/%s", self, places[i], name);
        if (access(path, R_OK) == 0) {
            break;
        }
    }
    return path;
}
