/* The files of the world: a separate root, into which the host's directories are bound. */
#include "conformance/harness/world/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "conformance/harness/world/fixtures.h"
#include "conformance/harness/world/program.h"

/* The host's root is mounted here while the world's root is built. */
#define HOST "/.host"

/* Top-level names that are not bound, because the world makes its own. */
static const char *const own_entries[] = {".", "..", "proc", "etc", "etc.host", "tmp", "world"};

/* The files of /etc that determine what a name means. Each is made of one or two fixtures. */
struct file {
    const char *name;
    const char *const *parts[2];
};
static const struct file own_files[] = {
    {"gai.conf", {&sockspec_fixture_gai_conf, NULL}},
    {"host.conf", {&sockspec_fixture_host_conf, NULL}},
    {"hosts", {&sockspec_fixture_hosts_single, &sockspec_fixture_hosts}},
    {"hosts.dual", {&sockspec_fixture_hosts_dual, &sockspec_fixture_hosts}},
    {"nsswitch.conf", {&sockspec_fixture_nsswitch_conf, NULL}},
    {"protocols", {&sockspec_fixture_protocols, NULL}},
    {"resolv.conf", {&sockspec_fixture_resolv_conf, NULL}},
    {"services", {&sockspec_fixture_services, NULL}},
};

static bool is_own_entry(const char *name) {
    for (size_t i = 0; i < sizeof own_entries / sizeof own_entries[0]; i++) {
        if (strcmp(name, own_entries[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_own_file(const char *name) {
    for (size_t i = 0; i < sizeof own_files / sizeof own_files[0]; i++) {
        if (strcmp(name, own_files[i].name) == 0) {
            return true;
        }
    }
    return false;
}

/* In a chroot, the root of this process is not the root of its mount namespace. Joining the
 * namespace again moves the process to the namespace's root. */
static bool leave_chroot(void) {
    int self = (int)syscall(SYS_pidfd_open, getpid(), 0);
    if (self < 0) {
        return false;
    }
    bool left = setns(self, CLONE_NEWNS) == 0;
    close(self);
    return left;
}

/* Replaces the host's root with an empty one; `host` still refers to the host's root. Mounts made
 * from here on are not visible outside. */
static bool change_root(int host) {
    if (!leave_chroot() || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0) {
        return false;
    }
    /* Any directory will do as a mount point: the mount leaves it when it becomes the root. */
    return fchdir(host) == 0 && mount("world", "tmp", "tmpfs", 0, "mode=0755") == 0 &&
           chdir("tmp") == 0 && mkdir(&HOST[1], 0700) == 0 &&
           syscall(SYS_pivot_root, ".", &HOST[1]) == 0 && chroot(".") == 0 && fchdir(host) == 0;
}

/* Makes one entry of the host's root (the working directory) appear in the world's root. */
static bool bind_entry(const char *name, mode_t type) {
    char path[NAME_MAX + 2];
    char target[PATH_MAX];
    snprintf(path, sizeof path, "/%s", name);
    if (S_ISLNK(type)) {
        ssize_t length = readlink(name, target, sizeof target - 1);
        target[length > 0 ? length : 0] = '\0';
        return length > 0 && symlink(target, path) == 0;
    }
    bool made = S_ISDIR(type) ? mkdir(path, 0755) == 0 : mknod(path, S_IFREG | 0644, 0) == 0;
    return made && mount(name, path, NULL, MS_BIND | MS_REC, NULL) == 0;
}

static bool bind_entries(struct sockspec_world_reason *reason) {
    DIR *root = opendir(".");
    if (root == NULL) {
        return sockspec_world_fail(reason, "cannot read /");
    }
    bool bound = true;
    for (struct dirent *each = readdir(root); each != NULL && bound; each = readdir(root)) {
        struct stat status;
        if (is_own_entry(each->d_name) ||
            fstatat(dirfd(root), each->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0) {
            continue;
        }
        /* A driver does not need an entry that this user cannot reach. */
        bound = bind_entry(each->d_name, status.st_mode) || errno == EACCES ||
                sockspec_world_fail(reason, "cannot bind /%s", each->d_name);
    }
    closedir(root);
    return bound;
}

static bool make_proc(void) {
    return mkdir("/proc", 0555) == 0 &&
           mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) == 0;
}

static bool write_own_file(const struct file *file) {
    char path[64];
    snprintf(path, sizeof path, "/etc/%s", file->name);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
    if (fd < 0) {
        return false;
    }
    bool written = true;
    for (size_t i = 0; i < sizeof file->parts / sizeof file->parts[0] && file->parts[i] != NULL;
         i++) {
        written = written && sockspec_world_write(fd, *file->parts[i]);
    }
    return close(fd) == 0 && written;
}

/* Makes /etc from the host's, entry by entry, except for the files that the world replaces. */
static bool make_etc(void) {
    if (mkdir("/etc", 0755) < 0 || mkdir("/etc.host", 0755) < 0 ||
        mount("etc", "/etc.host", NULL, MS_BIND | MS_REC, NULL) < 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof own_files / sizeof own_files[0]; i++) {
        if (!write_own_file(&own_files[i])) {
            return false;
        }
    }
    DIR *host = opendir("/etc.host");
    bool made = host != NULL;
    for (struct dirent *each = made ? readdir(host) : NULL; each != NULL && made;
         each = readdir(host)) {
        char path[NAME_MAX + sizeof "/etc/"];
        char target[NAME_MAX + sizeof "/etc.host/"];
        snprintf(path, sizeof path, "/etc/%s", each->d_name);
        snprintf(target, sizeof target, "/etc.host/%s", each->d_name);
        made = strcmp(each->d_name, ".") == 0 || strcmp(each->d_name, "..") == 0 ||
               is_own_file(each->d_name) || symlink(target, path) == 0;
    }
    if (host != NULL) {
        closedir(host);
    }
    return made;
}

static bool make_directories(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, 0755) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made) {
            return false;
        }
    }
    return mkdir(path, 0755) == 0 || errno == EEXIST;
}

/* Mounts an overlay: the host's files are the lower layer, the world's are the upper one. Writes go
 * to memory that nothing else refers to. */
static bool mount_overlay(void) {
    static const char scratch[] = "/.scratch";
    if (mkdir(scratch, 0700) < 0 || mount("scratch", scratch, "tmpfs", 0, "mode=0700") < 0) {
        return false;
    }
    bool mounted =
        mkdir("/.scratch/upper", 0755) == 0 && chmod("/.scratch/upper", 01777) == 0 &&
        mkdir("/.scratch/work", 0755) == 0 &&
        (mount("tmp", "/tmp", "overlay", MS_NOSUID | MS_NODEV,
               "userxattr,lowerdir=tmp,upperdir=/.scratch/upper,workdir=/.scratch/work") == 0 ||
         mount("tmp", "/tmp", "overlay", MS_NOSUID | MS_NODEV,
               "lowerdir=tmp,upperdir=/.scratch/upper,workdir=/.scratch/work") == 0);
    umount2(scratch, MNT_DETACH);
    rmdir(scratch);
    return mounted;
}

/* Makes a private /tmp that shows the host's files. If the caller's working directory is in /tmp,
 * that directory is the host's own. */
static bool make_tmp(char *directory) {
    if (mkdir("/tmp", 01777) < 0 || chmod("/tmp", 01777) < 0 || setenv("TMPDIR", "/tmp", 1) < 0) {
        return false;
    }
    bool is_tmp = strcmp(directory, "/tmp") == 0;
    if (is_tmp || !mount_overlay()) {
        return mount("tmp", "/tmp", NULL, MS_BIND | MS_REC, NULL) == 0;
    }
    return strncmp(directory, "/tmp/", strlen("/tmp/")) != 0 ||
           (make_directories(directory) &&
            mount(directory + 1, directory, NULL, MS_BIND | MS_REC, NULL) == 0);
}

static bool touch(const char *path) { return mknod(path, S_IFREG | 0644, 0) == 0; }

static bool make_long_name(void) {
    char name[301];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    return symlink(name, "/world/long-name") == 0;
}

static bool make_world(void) {
    return mkdir("/world", 0755) == 0 && mkdir("/world/tmp", 0755) == 0 &&
           chmod("/world/tmp", 01777) == 0 && touch("/world/file") &&
           symlink("loop", "/world/loop") == 0 && make_long_name() &&
           mkdir("/world/unsearchable", 0755) == 0 && touch("/world/unsearchable/below") &&
           chmod("/world/unsearchable", 0) == 0 && mkdir("/world/unwritable", 0555) == 0 &&
           mkdir("/world/read-only", 0755) == 0 && touch("/world/read-only/file") &&
           mount("/world/read-only", "/world/read-only", NULL, MS_BIND, NULL) == 0 &&
           mount(NULL, "/world/read-only", NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL) == 0;
}

/* Drivers must not write to the files that make up the world. */
static bool protect(void) {
    static const char *const directories[] = {"/etc", "/world", "/"};
    for (size_t i = 0; i < sizeof directories / sizeof directories[0]; i++) {
        if (chmod(directories[i], 0555) < 0) {
            return false;
        }
    }
    return true;
}

/* A name cache of the host would answer instead of the world's files. */
static bool mask_caches(void) {
    static const char *const caches[] = {"/run/nscd", "/var/run/nscd"};
    for (size_t i = 0; i < sizeof caches / sizeof caches[0]; i++) {
        if (mount("nothing", caches[i], "tmpfs", MS_RDONLY, "mode=0755") < 0 && errno != ENOENT &&
            errno != ENOTDIR) {
            return false;
        }
    }
    return true;
}

/* Shared memory is found by names that contain process ids, and every world has the same process
 * ids. */
static bool make_shared_memory(void) {
    return mount("shm", "/dev/shm", "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777") == 0 ||
           errno == ENOENT || errno == ENOTDIR;
}

/* Fills the new root. The working directory must be the host's root. */
static bool fill(char *directory, struct sockspec_world_reason *reason) {
    if (!bind_entries(reason)) {
        return false;
    }
    return (make_proc() || sockspec_world_fail(reason, "cannot mount /proc")) &&
           (make_etc() || sockspec_world_fail(reason, "cannot make /etc")) &&
           (make_tmp(directory) || sockspec_world_fail(reason, "cannot make /tmp")) &&
           (make_world() || sockspec_world_fail(reason, "cannot make /world")) &&
           (make_shared_memory() || sockspec_world_fail(reason, "cannot mount /dev/shm")) &&
           (mask_caches() || sockspec_world_fail(reason, "cannot hide nscd")) &&
           (protect() || sockspec_world_fail(reason, "cannot protect /"));
}

bool sockspec_world_make_root(struct sockspec_world_reason *reason) {
    char directory[PATH_MAX];
    mode_t mask = umask(022);
    if (getcwd(directory, sizeof directory) == NULL) {
        return sockspec_world_fail(reason, "cannot tell the working directory");
    }
    int host = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (host < 0 || !change_root(host)) {
        return sockspec_world_fail(reason, "cannot make a root directory");
    }
    if (!fill(directory, reason)) {
        return false;
    }
    close(host);
    umask(mask);
    if (chdir("/") < 0 || umount2(HOST, MNT_DETACH) < 0 || rmdir(HOST) < 0 ||
        chdir(directory) < 0) {
        return sockspec_world_fail(reason, "cannot enter the world's root");
    }
    return true;
}
