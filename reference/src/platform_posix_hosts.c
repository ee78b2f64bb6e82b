/* The system's tables of hosts and services on POSIX systems. */
#include "platform.h"

#include <unistd.h>

int sockref__os_gethostname(char *buffer, size_t size) { return gethostname(buffer, size); }

/* The look-ups leave `found` NULL whenever they fail. */

bool sockref__os_getservbyname(const char *name, const char *proto, int *port) {
    char storage[65536]; /* an entry that needs more is considered damaged */
    struct servent entry;
    struct servent *found = NULL;

    (void)getservbyname_r(name, proto, &entry, storage, sizeof storage, &found);
    if (found == NULL) {
        return false;
    }
    *port = ntohs((uint16_t)found->s_port);
    return true;
}

const struct hostent *sockref__os_gethostbyaddr(const void *address, size_t length, int family,
                                                struct sockref__host *host) {
    struct hostent *found = NULL;
    int reason;

    (void)gethostbyaddr_r(address, (socklen_t)length, family, &host->entry, host->storage,
                          sizeof host->storage, &found, &reason);
    return found;
}

const struct hostent *sockref__os_gethostbyname(const char *name, int family,
                                                struct sockref__host *host) {
    struct hostent *found = NULL;
    int reason;

    (void)gethostbyname2_r(name, family, &host->entry, host->storage, sizeof host->storage, &found,
                           &reason);
    return found;
}
