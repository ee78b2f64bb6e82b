/* Restricts a driver before it starts. These functions make only async-signal-safe calls, because
 * they run between fork and exec. */
#include "conformance/harness/world/confine.h"

#include <errno.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "conformance/harness/world/files.h"

/* The driver runs as user 0 of its world, and exec would give user 0 every capability again. */
static bool give_up_capabilities(void) {
    for (unsigned long capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0;
         capability++) {
        if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) < 0) {
            return false;
        }
    }
    unsigned long bits = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP |
                         SECBIT_NO_SETUID_FIXUP_LOCKED | SECBIT_NO_CAP_AMBIENT_RAISE |
                         SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED;
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0}};
    return prctl(PR_SET_SECUREBITS, bits, 0, 0, 0) == 0 &&
           prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) == 0 &&
           syscall(SYS_capset, &header, none) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/* In the world's own mount namespace, `localhost` has a single address. */
static bool join_names(enum sockspec_names names) {
    return names == SOCKSPEC_NAMES_SINGLE ||
           (unshare(CLONE_NEWNS) == 0 &&
            mount(SOCKSPEC_WORLD_HOSTS_DUAL, "/etc/hosts", NULL, MS_BIND, NULL) == 0);
}

bool sockspec_world_confine(enum sockspec_names names) {
    return join_names(names) && give_up_capabilities();
}

bool sockspec_world_has_ipv6(void) {
    int fd = socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0) {
        return false;
    }
    struct sockaddr_in6 loopback = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
    bool bound = bind(fd, (const struct sockaddr *)&loopback, sizeof loopback) == 0;
    close(fd);
    return bound;
}
