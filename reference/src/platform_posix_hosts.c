/* The system's tables of hosts and services, on POSIX systems. */
#include "platform.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Entries that need more room than this are taken for damaged. */
enum { ROOM_AT_FIRST = 1024, ROOM_AT_MOST = 1 << 20 };

int sockref__os_gethostname(char *buffer, size_t size) {
    if (gethostname(buffer, size) < 0) {
        return -1;
    }
    buffer[size - 1] = '\0';
    return 0;
}

int sockref__os_getservbyname(const char *name, const char *proto, int *port) {
    int status = ERANGE;

    for (size_t room = ROOM_AT_FIRST; status == ERANGE && room <= ROOM_AT_MOST; room *= 2) {
        struct servent entry;
        struct servent *found = NULL;
        char *storage = malloc(room);

        if (storage == NULL) {
            return -1;
        }
        status = getservbyname_r(name, proto, &entry, storage, room, &found);
        if (status == 0 && found != NULL) {
            *port = ntohs((uint16_t)entry.s_port);
        }
        free(storage);
        if (status == 0) {
            return found != NULL ? 0 : -1;
        }
    }
    return -1;
}

/* Which entry is wanted: the one of a name, or of an address. */
struct wanted {
    const char *name;
    const void *address;
    size_t length;
    int family;
};

/* One attempt in `room` bytes; 0, ERANGE for more room, or another number. */
static int look_up(const struct wanted *wanted, size_t room, struct sockref__host *host) {
    struct hostent *entry = malloc(sizeof *entry + room);
    char *buffer;
    struct hostent *found = NULL;
    int reason;
    int status;

    if (entry == NULL) {
        return ENOMEM;
    }
    buffer = (char *)(entry + 1);
    if (wanted->name != NULL) {
        status =
            gethostbyname2_r(wanted->name, wanted->family, entry, buffer, room, &found, &reason);
    } else {
        status = gethostbyaddr_r(wanted->address, (socklen_t)wanted->length, wanted->family, entry,
                                 buffer, room, &found, &reason);
    }
    if (status == 0 && found != NULL) {
        host->entry = entry;
        host->storage = entry;
        return 0;
    }
    free(entry);
    return status == 0 ? ENOENT : status;
}

static int look_up_host(const struct wanted *wanted, struct sockref__host *host) {
    int status = ERANGE;

    for (size_t room = ROOM_AT_FIRST; status == ERANGE && room <= ROOM_AT_MOST; room *= 2) {
        status = look_up(wanted, room, host);
    }
    return status == 0 ? 0 : -1;
}

int sockref__os_gethostbyaddr(const void *address, size_t length, int family,
                              struct sockref__host *host) {
    const struct wanted wanted = {.address = address, .length = length, .family = family};

    return look_up_host(&wanted, host);
}

int sockref__os_gethostbyname(const char *name, int family, struct sockref__host *host) {
    const struct wanted wanted = {.name = name, .family = family};

    return look_up_host(&wanted, host);
}
