#include "conformance/harness/world/outside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

bool sockspec_outside_has_ipv6(void) {
    int fd = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd >= 0) {
        (void)close(fd);
    }
    return fd >= 0;
}

bool sockspec_outside_make_directory(char *path, size_t size) {
    static const char name[] = "/sockspec.XXXXXX";
    const char *parent = getenv("TMPDIR");
    bool fits = parent != NULL && *parent == '/' && strlen(parent) + sizeof name <= size;
    (void)snprintf(path, size, "%s%s", fits ? parent : "/tmp", name);
    return mkdtemp(path) != NULL;
}

/* Removes the files of a directory for which `is_left` returns true. */
static void remove_files(const char *path, bool (*is_left)(int directory, const char *name)) {
    DIR *directory = opendir(path);
    if (directory == NULL) {
        return;
    }
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
        if (is_left(dirfd(directory), entry->d_name)) {
            (void)unlinkat(dirfd(directory), entry->d_name, 0);
        }
    }
    (void)closedir(directory);
}

static bool is_any(int directory, const char *name) {
    (void)directory;
    return *name != '.';
}

/* The name of Boxfort's shared memory contains the id of the process that made it. The file is left
 * over if that process was ours and has ended. */
static bool is_memory_of_the_dead(int directory, const char *name) {
    struct stat status;
    const char *number = strrchr(name, '_');
    long pid = number == NULL ? 0 : strtol(number + 1, NULL, 10);
    return strncmp(name, "bxf", strlen("bxf")) == 0 && pid > 0 &&
           fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           status.st_uid == geteuid() && kill((pid_t)pid, 0) < 0 && errno == ESRCH;
}

void sockspec_outside_clean_up(const char *path, pid_t leader) {
    char socket_path[64];
    (void)snprintf(socket_path, sizeof socket_path, "/tmp/criterion_%d.sock", (int)leader);
    (void)unlink(socket_path);
    remove_files("/dev/shm", is_memory_of_the_dead);
    remove_files(path, is_any);
    (void)rmdir(path);
}
