/* The life of a world: its namespaces, the identity in them, and its first process. */
#include "conformance/harness/world/world.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/world/dns.h"
#include "conformance/harness/world/files.h"
#include "conformance/harness/world/http.h"
#include "conformance/harness/world/network.h"

struct life {
    int (*run)(void *argument);
    void *argument;
};

/* The two ends of the channel between the caller and the first process. The caller sends "go"; the
 * first process sends a reason, which is empty when the world is ready. */
enum { OUTSIDE, INSIDE };

static bool write_file(const char *path, const char *content) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    ssize_t written = write(fd, content, strlen(content));
    int error = errno;
    close(fd);
    errno = error;
    return written == (ssize_t)strlen(content);
}

/* Every id that has a meaning for the caller keeps that meaning: the caller's own ids are mapped to
 * themselves. This needs privileges. */
static bool map_all(const char *current, const char *path) {
    char map[8192];
    char line[128];
    size_t length = 0;
    FILE *extents = fopen(current, "re");
    if (extents == NULL) {
        return false;
    }
    /* An extent is its first id inside, its first id outside, and its length. */
    while (length < sizeof map - sizeof line && fgets(line, sizeof line, extents) != NULL) {
        char *rest = line;
        unsigned long first = strtoul(rest, &rest, 10);
        strtoul(rest, &rest, 10);
        unsigned long count = strtoul(rest, &rest, 10);
        length += (size_t)snprintf(map + length, sizeof map - length, "%lu %lu %lu\n", first, first,
                                   count);
    }
    fclose(extents);
    return length > 0 && write_file(path, map);
}

/* Maps only the caller's own id, to 0. */
static bool map_one(unsigned id, const char *path) {
    char map[40];
    snprintf(map, sizeof map, "0 %u 1\n", id);
    return write_file(path, map);
}

static bool map_ids(pid_t first, struct sockspec_world_reason *reason) {
    char uids[64];
    char gids[64];
    char groups[64];
    snprintf(uids, sizeof uids, "/proc/%d/uid_map", first);
    snprintf(gids, sizeof gids, "/proc/%d/gid_map", first);
    snprintf(groups, sizeof groups, "/proc/%d/setgroups", first);
    if (geteuid() == 0 && map_all("/proc/self/gid_map", gids) &&
        map_all("/proc/self/uid_map", uids)) {
        return true;
    }
    if (!write_file(groups, "deny") || !map_one(getegid(), gids) || !map_one(geteuid(), uids)) {
        return sockspec_world_fail(reason, "cannot map the user into a user namespace");
    }
    return true;
}

/* From now on, the kernel kills this process when its parent ends. Returns false if that comes too
 * late, because the parent has already closed its end of the channel. */
static bool follow_to_the_grave(int talk) {
    struct pollfd parent = {.fd = talk, .events = POLLRDHUP};
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && poll(&parent, 1, 0) == 0;
}

/* The caller's environment affects how the C library looks up names and words its errors. */
static bool settle_environment(struct sockspec_world_reason *reason) {
    static const char *const names[] = {"HOSTALIASES",
                                        "LANGUAGE",
                                        "LOCALDOMAIN",
                                        "RESOLV_ADD_TRIM_DOMAINS",
                                        "RESOLV_HOST_CONF",
                                        "RESOLV_MULTI",
                                        "RESOLV_OVERRIDE_TRIM_DOMAINS",
                                        "RESOLV_REORDER",
                                        "RES_OPTIONS"};
    bool settled = setenv("LC_ALL", "C.UTF-8", 1) == 0;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        settled = unsetenv(names[i]) == 0 && settled;
    }
    return settled || sockspec_world_fail(reason, "cannot set the environment");
}

static bool furnish(struct sockspec_world_reason *reason) {
    struct sockspec_world_child ip;
    struct sockspec_world_child dns;
    return settle_environment(reason) && sockspec_world_make_root(reason) &&
           sockspec_world_settle(reason) && sockspec_world_begin_network(&ip, reason) &&
           sockspec_world_begin_dns(&dns, reason) && sockspec_world_await_network(&ip, reason) &&
           sockspec_world_begin_http(reason) && sockspec_world_await_dns(&dns, reason);
}

static _Noreturn void live(const struct life *life, int talk) {
    char go = 0;
    if (recv(talk, &go, 1, 0) != 1 || !follow_to_the_grave(talk)) {
        _exit(EXIT_FAILURE);
    }
    struct sockspec_world_reason reason = {""};
    bool ready = furnish(&reason);
    if (send(talk, reason.text, strlen(reason.text) + 1, MSG_NOSIGNAL) < 0 || !ready) {
        _exit(EXIT_FAILURE);
    }
    close(talk);
    exit(life->run(life->argument));
}

/* Tells the first process to begin. Returns true when the world is ready. */
static bool await_ready(pid_t first, bool with_users, int talk,
                        struct sockspec_world_reason *reason) {
    if (with_users && !map_ids(first, reason)) {
        return false;
    }
    if (send(talk, "", 1, MSG_NOSIGNAL) != 1) {
        return sockspec_world_fail(reason, "the world's first process is gone");
    }
    ssize_t length = TEMP_FAILURE_RETRY(recv(talk, reason->text, sizeof reason->text - 1, 0));
    if (length <= 0) {
        errno = 0;
        return sockspec_world_fail(reason, "the world's first process died");
    }
    reason->text[length] = '\0';
    return reason->text[0] == '\0';
}

/*
 * Moves to new namespaces and forks the first process of their PID namespace. Sends the process id
 * of that process, or the negated errno. Only a fork leaves the C library in a sound state, and
 * only a process that no longer needs its own namespaces can unshare.
 */
static _Noreturn void beget(bool with_users, const struct life *life, int talk) {
    int flags = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWUTS | CLONE_NEWIPC;
    pid_t first = unshare(with_users ? flags | CLONE_NEWUSER : flags) == 0 ? fork() : -1;
    if (first == 0) {
        live(life, talk);
    }
    first = first < 0 ? -errno : first;
    send(talk, &first, sizeof first, MSG_NOSIGNAL);
    _exit(EXIT_SUCCESS);
}

/* Returns the first process, which is a child of this process by now; -1 if it could not be
 * made. */
static pid_t adopt(pid_t parent, int talk, struct sockspec_world_reason *reason) {
    pid_t first = -EPROTO;
    TEMP_FAILURE_RETRY(recv(talk, &first, sizeof first, 0));
    TEMP_FAILURE_RETRY(waitpid(parent, NULL, 0));
    if (first < 0) {
        errno = -first;
        sockspec_world_fail(reason, "cannot make namespaces");
        return -1;
    }
    return first;
}

static pid_t attempt(bool with_users, const struct life *life,
                     struct sockspec_world_reason *reason) {
    int talk[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, talk) < 0) {
        sockspec_world_fail(reason, "socketpair");
        return -1;
    }
    /* Otherwise buffered output would be written twice. */
    fflush(NULL);
    pid_t parent = fork();
    if (parent == 0) {
        close(talk[OUTSIDE]);
        beget(with_users, life, talk[INSIDE]);
    }
    close(talk[INSIDE]);
    pid_t first = parent > 0 ? adopt(parent, talk[OUTSIDE], reason) : -1;
    if (first > 0 && !await_ready(first, with_users, talk[OUTSIDE], reason)) {
        kill(first, SIGKILL);
        waitpid(first, NULL, 0);
        first = -1;
    }
    close(talk[OUTSIDE]);
    return first;
}

pid_t sockspec_world_start(int (*life)(void *argument), void *argument, char *reason, size_t size) {
    const struct life whole = {life, argument};
    struct sockspec_world_reason why = {""};
    int adopts = 0;
    prctl(PR_GET_CHILD_SUBREAPER, &adopts);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    pid_t first = attempt(true, &whole, &why);
    /* A chroot or a limit may forbid user namespaces, but root does not need one. */
    if (first < 0 && geteuid() == 0) {
        first = attempt(false, &whole, &why);
    }
    prctl(PR_SET_CHILD_SUBREAPER, adopts);
    if (first < 0) {
        snprintf(reason, size, "%s", why.text);
    }
    return first;
}
