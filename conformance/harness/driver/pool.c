#include "conformance/harness/driver/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/driver/fault.h"
#include "conformance/harness/driver/pool_drivers.h"
#include "conformance/harness/driver/pool_message.h"
#include "conformance/harness/support/clock.h"

enum { CHANNELS_MAX = 64 };

struct pool {
    struct sockspec_drivers drivers;
    int channels[CHANNELS_MAX];
    size_t channel_count;
    pid_t runner;
    bool runner_ended;
    int runner_status;
};

static void reap(struct pool *pool) {
    int status = 0;
    for (pid_t pid = waitpid(-1, &status, WNOHANG); pid > 0; pid = waitpid(-1, &status, WNOHANG)) {
        struct sockspec_pooled *driver = sockspec_drivers_find(&pool->drivers, pid);
        if (pid == pool->runner) {
            pool->runner_ended = true;
            pool->runner_status = status;
        } else if (driver != NULL) {
            driver->ended = true;
            driver->status = status;
            sockspec_drivers_forget_if_idle(&pool->drivers, driver);
        }
    }
}

static void lease(struct pool *pool, int channel, struct sockspec_pool_message *message) {
    reap(pool);
    struct sockspec_pooled *driver = sockspec_drivers_find_idle(&pool->drivers, &message->driver);
    if (driver == NULL) {
        driver = sockspec_drivers_start(&pool->drivers, &message->driver, message->text,
                                        sizeof message->text);
    }
    message->pid = driver == NULL ? 0 : driver->pid;
    if (driver == NULL) {
        (void)sockspec_pool_say(channel, message, NULL, 0);
    } else if (sockspec_pool_say(channel, message, driver->descriptors,
                                 SOCKSPEC_POOL_DESCRIPTORS)) {
        driver->channel = channel;
    }
}

static void take_back(struct pool *pool, int channel, struct sockspec_pool_message *message) {
    struct sockspec_pooled *driver = sockspec_drivers_find(&pool->drivers, message->pid);
    if (driver == NULL || driver->channel != channel) {
        return;
    }
    driver->channel = -1;
    if (!message->reusable) {
        sockspec_pooled_end(driver, message->text, sizeof message->text);
        pool->drivers.restarts += message->failed ? 1 : 0;
    } else {
        sockspec_drivers_forget_if_idle(&pool->drivers, driver);
    }
    (void)sockspec_pool_say(channel, message, NULL, 0);
}

/* When a worker is gone, the state of its drivers is unknown, so they are killed. */
static void close_channel(struct pool *pool, size_t place) {
    int channel = pool->channels[place];
    char fate[64];
    for (size_t i = 0; i < SOCKSPEC_DRIVERS_MAX; i++) {
        if (pool->drivers.pooled[i].pid != 0 && pool->drivers.pooled[i].channel == channel) {
            sockspec_pooled_end(&pool->drivers.pooled[i], fate, sizeof fate);
        }
    }
    (void)close(channel);
    pool->channels[place] = pool->channels[--pool->channel_count];
}

static void serve_channel(struct pool *pool, size_t place) {
    struct sockspec_pool_message message;
    int descriptors[SOCKSPEC_POOL_DESCRIPTORS];
    int channel = pool->channels[place];
    if (!sockspec_pool_hear(channel, &message, descriptors)) {
        close_channel(pool, place);
    } else if (message.kind == SOCKSPEC_POOL_HELLO) {
        const int given[] = {pool->drivers.settings->plan, pool->drivers.settings->records};
        (void)sockspec_pool_say(channel, &message, given, 2);
    } else if (message.kind == SOCKSPEC_POOL_LEASE) {
        lease(pool, channel, &message);
    } else if (message.kind == SOCKSPEC_POOL_RELEASE) {
        take_back(pool, channel, &message);
    }
}

static void open_channel(struct pool *pool, int door) {
    int channel = accept4(door, NULL, NULL, SOCK_CLOEXEC);
    if (channel >= 0 && pool->channel_count == CHANNELS_MAX) {
        (void)close(channel);
    } else if (channel >= 0) {
        pool->channels[pool->channel_count++] = channel;
    }
}

/* Returns false if the run must end early. */
static bool serve_signals(struct pool *pool, int signals) {
    struct signalfd_siginfo info;
    if (read(signals, &info, sizeof info) != (ssize_t)sizeof info) {
        return false;
    }
    reap(pool);
    return info.ssi_signo != SIGTERM;
}

/* Also kills the processes that drivers left behind: orphans became children of this process. */
static void end_orphans(void) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    for (bool any = true; any;) {
        any = false;
        FILE *children = fopen(path, "re");
        char pid[16];
        while (children != NULL && fscanf(children, "%15s", pid) == 1) {
            any = kill((pid_t)strtol(pid, NULL, 10), SIGKILL) == 0 || any;
        }
        if (children != NULL) {
            (void)fclose(children);
        }
        while (any && waitpid(-1, NULL, 0) > 0) {
        }
    }
}

static void end_all(struct pool *pool) {
    char fate[64];
    for (size_t i = 0; i < SOCKSPEC_DRIVERS_MAX; i++) {
        if (pool->drivers.pooled[i].pid != 0) {
            sockspec_pooled_end(&pool->drivers.pooled[i], fate, sizeof fate);
        }
    }
    if (getpid() != 1) { /* otherwise the kernel kills the rest of the PID namespace with us */
        end_orphans();
    }
}

/* The kernel chooses a name that nobody else has: five characters in its abstract namespace. */
int sockspec_pool_open(void) {
    struct sockaddr_un name = {.sun_family = AF_UNIX};
    socklen_t length = sizeof name.sun_family;
    int door = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (door < 0 || bind(door, (const struct sockaddr *)&name, length) < 0) {
        return -1;
    }
    length = sizeof name - 1;
    if (listen(door, CHANNELS_MAX) < 0 ||
        getsockname(door, (struct sockaddr *)&name, &length) < 0 ||
        setenv(SOCKSPEC_POOL_DOOR, name.sun_path + 1, 1) < 0) {
        return -1;
    }
    return door;
}

static int watch_signals(void) {
    sigset_t signals;
    (void)sigemptyset(&signals);
    (void)sigaddset(&signals, SIGCHLD);
    (void)sigaddset(&signals, SIGTERM);
    (void)sigaddset(&signals, SIGINT);
    (void)sigprocmask(SIG_BLOCK, &signals, NULL);
    return signalfd(-1, &signals, SFD_CLOEXEC);
}

/* The descriptors that the loop polls: signals, the door, then channels, then the calls of idle
 * drivers. */
struct watched {
    struct pollfd polled[2 + CHANNELS_MAX + SOCKSPEC_DRIVERS_MAX];
    size_t channels, count;
};

static void watch(const struct pool *pool, int signals, int door, struct watched *watched) {
    watched->polled[0] = (struct pollfd){.fd = signals, .events = POLLIN};
    watched->polled[1] = (struct pollfd){.fd = door, .events = POLLIN};
    watched->channels = pool->channel_count;
    watched->count = 2;
    for (size_t i = 0; i < pool->channel_count; i++) {
        watched->polled[watched->count++] =
            (struct pollfd){.fd = pool->channels[i], .events = POLLIN};
    }
    for (size_t i = 0; i < SOCKSPEC_DRIVERS_MAX; i++) {
        if (sockspec_pooled_is_idle(&pool->drivers.pooled[i]) &&
            pool->drivers.pooled[i].kind.filtered) {
            watched->polled[watched->count++] =
                (struct pollfd){.fd = pool->drivers.pooled[i].descriptors[3], .events = POLLIN};
        }
    }
}

/* Serves channels from the last to the first, because the last channel replaces one that closes.
 * Returns false at the end of the run. */
static bool serve_watched(struct pool *pool, const struct watched *watched) {
    for (size_t i = 2 + watched->channels; i < watched->count; i++) {
        if ((watched->polled[i].revents & POLLIN) != 0) {
            sockspec_fault_serve(watched->polled[i].fd, NULL);
        }
    }
    for (size_t i = watched->channels; i > 0; i--) {
        if (watched->polled[i + 1].revents != 0) {
            serve_channel(pool, i - 1);
        }
    }
    if (watched->polled[1].revents != 0) {
        open_channel(pool, watched->polled[1].fd);
    }
    return watched->polled[0].revents == 0 || serve_signals(pool, watched->polled[0].fd);
}

/* Lets the drivers exit by themselves: at the end of their input they can clean up, with any calls
 * that this takes. */
static void dismiss_drivers(struct pool *pool, int signals) {
    enum { PATIENCE_MS = 2000 };
    for (size_t i = 0; i < SOCKSPEC_DRIVERS_MAX; i++) {
        if (pool->drivers.pooled[i].pid != 0) {
            (void)close(pool->drivers.pooled[i].descriptors[0]);
            pool->drivers.pooled[i].descriptors[0] = -1;
        }
    }
    long long deadline = sockspec_now_ms() + PATIENCE_MS;
    for (long long left = PATIENCE_MS; left > 0 && sockspec_drivers_any_left(&pool->drivers);
         left = deadline - sockspec_now_ms()) {
        struct watched watched;
        watch(pool, signals, -1, &watched);
        if (poll(watched.polled, watched.count, (int)left) > 0 && !serve_watched(pool, &watched)) {
            return;
        }
    }
}

int sockspec_pool_serve(const struct sockspec_pool_settings *settings, int door, pid_t runner) {
    struct pool pool = {.drivers.settings = settings, .runner = runner};
    int signals = watch_signals();
    reap(&pool);
    bool wanted = true;
    while (wanted && !pool.runner_ended) {
        struct watched watched;
        watch(&pool, signals, door, &watched);
        if (poll(watched.polled, watched.count, -1) > 0) {
            wanted = serve_watched(&pool, &watched);
        }
    }
    if (wanted) {
        dismiss_drivers(&pool, signals);
    }
    end_all(&pool);
    return pool.runner_ended ? pool.runner_status : SIGTERM;
}
