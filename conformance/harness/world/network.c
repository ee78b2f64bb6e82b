/* The network of the world, and the kernel's settings for it. */
#include "conformance/harness/world/network.h"

#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/world/fixtures.h"

struct knob {
    const char *path; /* below /proc/sys/net */
    const char *value;
    bool required;
};

static const struct knob knobs[] = {
    /* The host may have disabled IPv6, or the kernel may lack it. Devices that are made later take
     * their settings from `default`. */
    {"ipv6/conf/all/disable_ipv6", "0", false},
    {"ipv6/conf/default/disable_ipv6", "0", false},
    {"ipv6/conf/lo/disable_ipv6", "0", false},
    {"ipv6/conf/default/accept_dad", "0", false},
    {"ipv6/conf/default/accept_ra", "0", false},
    {"ipv6/conf/default/autoconf", "0", false},
    {"ipv6/conf/default/router_solicitations", "0", false},
    {"ipv6/bindv6only", "0", false},
    /* A driver may not bind a port below this number. */
    {"ipv4/ip_unprivileged_port_start", "1024", true},
    /* Without TIME_WAIT, a port can be bound again as soon as both ends of its connections are
     * closed. */
    {"ipv4/tcp_max_tw_buckets", "0", true},
    {"ipv4/ip_nonlocal_bind", "0", false},
    {"ipv4/ip_forward", "0", false},
    /* This makes a listening socket's queue short enough to fill. */
    {"core/somaxconn", "8", true},
};

static bool turn(const struct knob *knob) {
    char path[128];
    snprintf(path, sizeof path, "/proc/sys/net/%s", knob->path);
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    size_t length = strlen(knob->value);
    bool turned = write(fd, knob->value, length) == (ssize_t)length;
    close(fd);
    return turned;
}

/* The loopback device must be up before `ip` sets it up, because the name server starts at the same
 * time. */
static bool raise_loopback(void) {
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0) {
        return false;
    }
    struct ifreq request = {.ifr_name = "lo"};
    bool up = ioctl(fd, SIOCGIFFLAGS, &request) == 0;
    request.ifr_flags = (short)(request.ifr_flags | IFF_UP);
    up = up && ioctl(fd, SIOCSIFFLAGS, &request) == 0;
    close(fd);
    return up;
}

bool sockspec_world_settle(struct sockspec_world_reason *reason) {
    static const char name[] = "sockspec";
    if (sethostname(name, strlen(name)) < 0 || setdomainname("", 0) < 0) {
        return sockspec_world_fail(reason, "cannot set the host's name");
    }
    for (size_t i = 0; i < sizeof knobs / sizeof knobs[0]; i++) {
        if (!turn(&knobs[i]) && knobs[i].required) {
            return sockspec_world_fail(reason, "cannot set /proc/sys/net/%s", knobs[i].path);
        }
    }
    return raise_loopback() || sockspec_world_fail(reason, "cannot set lo up");
}

static bool begin(const char *device, struct sockspec_world_child *ip,
                  struct sockspec_world_reason *reason) {
    static char name[] = "ip";
    static char batch[] = "-batch";
    static char input[] = "-";
    static char *const arguments[] = {name, batch, input, NULL};
    bool ipv6 = access("/proc/sys/net/ipv6", F_OK) == 0;
    const char *const scripts[] = {device, sockspec_fixture_network,
                                   ipv6 ? sockspec_fixture_network6 : NULL, NULL};
    const struct sockspec_world_program program = {name, "iproute2", arguments, scripts};
    return sockspec_world_spawn(&program, ip, reason);
}

bool sockspec_world_begin_network(struct sockspec_world_child *ip,
                                  struct sockspec_world_reason *reason) {
    return begin(sockspec_fixture_device, ip, reason);
}

/* Returns whether `ip` succeeded. If it failed, `complaint` holds the first line of its errors. */
static bool await(struct sockspec_world_child *ip, char *complaint, size_t size) {
    size_t length = 0;
    ssize_t got = 0;
    while (length < size - 1 &&
           (got = read(ip->errors, complaint + length, size - 1 - length)) > 0) {
        length += (size_t)got;
    }
    close(ip->errors);
    complaint[length] = '\0';
    complaint[strcspn(complaint, "\n")] = '\0';
    int status = 0;
    return waitpid(ip->pid, &status, 0) == ip->pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool sockspec_world_await_network(struct sockspec_world_child *ip,
                                  struct sockspec_world_reason *reason) {
    char complaint[160];
    bool there = await(ip, complaint, sizeof complaint);
    /* The kernel may not have veth. */
    if (!there && if_nametoindex("world0") == 0) {
        if (!begin(sockspec_fixture_device_bridge, ip, reason)) {
            return false;
        }
        there = await(ip, complaint, sizeof complaint);
    }
    errno = 0;
    return there || sockspec_world_fail(reason, "ip cannot set up the network: %s", complaint);
}
