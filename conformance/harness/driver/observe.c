#include "conformance/harness/driver/observe.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

bool sockspec_observe_drained(int pipe) {
    int left = 0;
    return ioctl(pipe, FIONREAD, &left) == 0 && left == 0;
}

/* Returns whether a thread sleeps. Adds its context switches, whose number changes if the thread
 * runs between two looks. */
static bool thread_sleeps(pid_t pid, const char *thread, long long *switches) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/task/%.20s/status", (int)pid, thread);
    FILE *status = fopen(path, "re");
    if (status == NULL) {
        return true; /* the thread has ended */
    }
    char line[256];
    bool sleeps = false;
    while (fgets(line, sizeof line, status) != NULL) {
        const char *value = strchr(line, '\t');
        if (value == NULL) {
            continue;
        }
        if (strncmp(line, "State:", 6) == 0) {
            sleeps = value[1] == 'S';
        } else if (strstr(line, "ctxt_switches:") != NULL) {
            *switches += strtoll(value + 1, NULL, 10);
        }
    }
    (void)fclose(status);
    return sleeps;
}

static bool all_sleep(pid_t pid, long long *switches) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
    DIR *threads = opendir(path);
    if (threads == NULL) {
        return false;
    }
    bool sleep = true;
    *switches = 0;
    for (struct dirent *thread = readdir(threads); thread != NULL; thread = readdir(threads)) {
        sleep = sleep && (thread->d_name[0] == '.' || thread_sleeps(pid, thread->d_name, switches));
    }
    (void)closedir(threads);
    return sleep;
}

/* Looks twice and requires that nothing ran in between, so that a thread that woke another one is
 * not missed. */
bool sockspec_observe_asleep(pid_t pid) {
    long long before = 0;
    long long after = 0;
    return all_sleep(pid, &before) && all_sleep(pid, &after) && before == after;
}

static bool links_to_socket(int directory, const char *entry) {
    char target[32] = "";
    return readlinkat(directory, entry, target, sizeof target - 1) > 0 &&
           strncmp(target, "socket:", 7) == 0;
}

bool sockspec_observe_is_socket(pid_t pid, int descriptor) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/fd/%d", (int)pid, descriptor);
    return links_to_socket(AT_FDCWD, path);
}

static int count_descriptors(pid_t pid, bool only_sockets) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
    DIR *descriptors = opendir(path);
    if (descriptors == NULL) {
        return -1;
    }
    int count = 0;
    for (struct dirent *entry = readdir(descriptors); entry != NULL; entry = readdir(descriptors)) {
        count += entry->d_name[0] != '.' &&
                 (!only_sockets || links_to_socket(dirfd(descriptors), entry->d_name));
    }
    (void)closedir(descriptors);
    return count;
}

static bool has_address(int socket) {
    union {
        struct sockaddr any;
        struct sockaddr_in in4;
        struct sockaddr_in6 in6;
        struct sockaddr_storage storage;
    } name = {0};
    socklen_t length = sizeof name;
    if (getsockname(socket, &name.any, &length) < 0) {
        return false; /* not a socket */
    }
    switch (name.any.sa_family) {
    case AF_INET:
        return name.in4.sin_port != 0;
    case AF_INET6:
        return name.in6.sin6_port != 0;
    default:
        return length > sizeof name.any.sa_family;
    }
}

bool sockspec_observe_any_address(pid_t pid) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
    DIR *descriptors = opendir(path);
    bool any = descriptors == NULL;
    const struct dirent *entry = NULL;
    while (!any && (entry = readdir(descriptors)) != NULL) {
        if (links_to_socket(dirfd(descriptors), entry->d_name)) {
            int own = sockspec_observe_duplicate(pid, (int)strtol(entry->d_name, NULL, 10));
            any = own < 0 || has_address(own);
            (void)close(own);
        }
    }
    if (descriptors != NULL) {
        (void)closedir(descriptors);
    }
    return any;
}

void sockspec_observe_open(pid_t pid, struct sockspec_descriptor_set *set) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
    DIR *descriptors = opendir(path);
    *set = (struct sockspec_descriptor_set){{0}};
    for (struct dirent *entry = descriptors == NULL ? NULL : readdir(descriptors); entry != NULL;
         entry = readdir(descriptors)) {
        unsigned long number = strtoul(entry->d_name, NULL, 10);
        if (entry->d_name[0] != '.' && number / 8 < sizeof set->open) {
            set->open[number / 8] |= (unsigned char)(1U << number % 8);
        }
    }
    if (descriptors != NULL) {
        (void)closedir(descriptors);
    }
}

bool sockspec_descriptor_set_has(const struct sockspec_descriptor_set *set, int descriptor) {
    unsigned number = (unsigned)descriptor;
    return number / 8 < sizeof set->open &&
           ((unsigned)set->open[number / 8] >> number % 8 & 1U) != 0;
}

/* Since Linux 6.2, the directory's size is the number of its entries. */
int sockspec_observe_descriptors(pid_t pid) {
    char path[64];
    struct stat status;
    (void)snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
    bool counted = stat(path, &status) == 0 && status.st_size > 0;
    return counted ? (int)status.st_size : count_descriptors(pid, false);
}

int sockspec_observe_sockets(pid_t pid) { return count_descriptors(pid, true); }

long long sockspec_observe_work_ms(pid_t pid) {
    clockid_t clock;
    struct timespec spent;
    bool known = clock_getcpuclockid(pid, &clock) == 0 && clock_gettime(clock, &spent) == 0;
    return known ? spent.tv_sec * 1000LL + spent.tv_nsec / 1000000 : 0;
}

long long sockspec_observe_memory(pid_t pid) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/statm", (int)pid);
    FILE *status = fopen(path, "re");
    if (status == NULL) {
        return -1;
    }
    char line[128];
    bool read = fgets(line, sizeof line, status) != NULL;
    (void)fclose(status);
    return read ? strtoll(line, NULL, 10) * sysconf(_SC_PAGESIZE) : -1;
}

int sockspec_observe_flags(pid_t pid, int descriptor) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/fdinfo/%d", (int)pid, descriptor);
    FILE *info = fopen(path, "re");
    if (info == NULL) {
        return -1;
    }
    char line[128];
    int flags = -1;
    while (fgets(line, sizeof line, info) != NULL) {
        if (strncmp(line, "flags:", 6) == 0) {
            flags = (int)strtol(line + 6, NULL, 8);
        }
    }
    (void)fclose(info);
    return flags;
}

int sockspec_observe_next_descriptor(pid_t pid, int count) {
    int number = -1;
    for (int left = count; left >= 0;) {
        left -= sockspec_observe_flags(pid, ++number) < 0 ? 1 : 0;
    }
    return number;
}

int sockspec_observe_duplicate(pid_t pid, int descriptor) {
    int process = (int)syscall(SYS_pidfd_open, pid, 0);
    if (process < 0) {
        return -1;
    }
    int duplicate = (int)syscall(SYS_pidfd_getfd, process, descriptor, 0);
    int errnum = errno;
    (void)close(process);
    errno = errnum;
    return duplicate;
}
