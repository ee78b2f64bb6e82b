#include "conformance/harness/driver/process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"

#ifdef __x86_64__

enum { INSTRUCTION_SIZE = 2, RESTART_BY_CALL = 516, RESTART_FIRST = 512, RESTART_LAST = 514 };

/* Lets the process continue until `request` stops it again. */
static bool step(pid_t pid, enum __ptrace_request request) {
    int status = 0;
    return ptrace(request, pid, 0, 0) == 0 && waitpid(pid, &status, __WALL) == pid &&
           WIFSTOPPED(status);
}

/* Returns whether the process was stopped in a system call: then a system call instruction is the
 * last one executed. */
static bool waits_in_call(pid_t pid, const struct user_regs_struct *registers) {
    errno = 0;
    long word = ptrace(PTRACE_PEEKTEXT, pid, registers->rip - INSTRUCTION_SIZE, 0);
    return errno == 0 && (word & 0xFFFF) == 0x050F && (long long)registers->orig_rax >= 0;
}

/* Makes the process itself execute a system call. Returns the call's result, or -1 with errno
 * set. */
static int call(pid_t pid, struct user_regs_struct registers, unsigned number,
                const unsigned arguments[3]) {
    registers.rip -= INSTRUCTION_SIZE;
    registers.orig_rax = ~0ULL;
    registers.rax = number;
    registers.rdi = arguments[0];
    registers.rsi = arguments[1];
    registers.rdx = arguments[2];
    if (ptrace(PTRACE_SETREGS, pid, 0, &registers) < 0 || !step(pid, PTRACE_SYSCALL) ||
        !step(pid, PTRACE_SYSCALL) || ptrace(PTRACE_GETREGS, pid, 0, &registers) < 0) {
        return -1;
    }
    int result = (int)registers.rax;
    if (result < 0) {
        errno = -result;
    }
    return result < 0 ? -1 : result;
}

/* Puts an eventfd in place of the descriptor. It is always ready, so an implementation that does
 * not notice that it is not a socket does not wait for it. Nothing else shares the open file, so
 * its flags affect nobody. */
static bool put_eventfd(pid_t pid, const struct user_regs_struct *registers, int descriptor) {
    int fresh =
        call(pid, *registers, SYS_eventfd2, (unsigned[3]){INT_MAX, EFD_CLOEXEC | EFD_SEMAPHORE, 0});
    if (fresh < 0) {
        return false;
    }
    int put = call(pid, *registers, SYS_dup3,
                   (unsigned[3]){(unsigned)fresh, (unsigned)descriptor, O_CLOEXEC});
    return call(pid, *registers, SYS_close, (unsigned[3]){(unsigned)fresh, 0, 0}) == 0 &&
           put == descriptor;
}

/* Does what the kernel does after a signal: makes the interrupted system call again. */
static bool restart_call(pid_t pid, struct user_regs_struct registers) {
    int cause = -(int)registers.rax;
    bool as_before = cause >= RESTART_FIRST && cause <= RESTART_LAST;
    if (as_before || cause == RESTART_BY_CALL) {
        registers.rax = as_before ? registers.orig_rax : SYS_restart_syscall;
        registers.rip -= INSTRUCTION_SIZE;
    }
    registers.orig_rax = ~0ULL;
    return ptrace(PTRACE_SETREGS, pid, 0, &registers) == 0;
}

/* Interrupts a process that waits in a system call. Returns whether `registers` are the ones it is
 * to continue with; then it has to be released. */
static bool hold(pid_t pid, struct user_regs_struct *registers) {
    if (ptrace(PTRACE_SEIZE, pid, 0, 0) < 0) {
        return false;
    }
    bool held = step(pid, PTRACE_INTERRUPT) && ptrace(PTRACE_GETREGS, pid, 0, registers) == 0;
    if (held && !waits_in_call(pid, registers)) {
        errno = EAGAIN;
        held = false;
    }
    if (!held) {
        int errnum = errno;
        (void)ptrace(PTRACE_DETACH, pid, 0, 0);
        errno = errnum;
    }
    return held;
}

/* Lets the process continue to wait. Leaves errno as it is. */
static bool release(pid_t pid, struct user_regs_struct registers) {
    int errnum = errno;
    bool restarted = restart_call(pid, registers);
    (void)ptrace(PTRACE_DETACH, pid, 0, 0);
    errno = errnum;
    return restarted;
}

bool sockspec_process_replace_descriptor(pid_t pid, int descriptor) {
    struct user_regs_struct registers;
    if (!hold(pid, &registers)) {
        return false;
    }
    bool replaced = put_eventfd(pid, &registers, descriptor);
    return release(pid, registers) && replaced;
}

int sockspec_process_duplicate_descriptor(pid_t pid, int descriptor, int least) {
    struct user_regs_struct registers;
    if (!hold(pid, &registers)) {
        return -1;
    }
    int number = call(pid, registers, SYS_fcntl,
                      (unsigned[3]){(unsigned)descriptor, F_DUPFD_CLOEXEC, (unsigned)least});
    return release(pid, registers) ? number : -1;
}

#else

int sockspec_process_duplicate_descriptor(pid_t pid, int descriptor, int least) {
    (void)pid;
    (void)descriptor;
    (void)least;
    errno = ENOSYS;
    return -1;
}

bool sockspec_process_replace_descriptor(pid_t pid, int descriptor) {
    (void)pid;
    (void)descriptor;
    errno = ENOSYS;
    return false;
}

#endif

/* Returns the letter by which /proc gives the state of a process. */
static int state_of(pid_t pid) {
    char path[64];
    char line[512] = "";
    (void)snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *stat = fopen(path, "re");
    if (stat == NULL) {
        return 0;
    }
    const char *read = fgets(line, sizeof line, stat);
    (void)fclose(stat);
    const char *name_end = read == NULL ? NULL : strrchr(line, ')');
    return name_end == NULL ? 0 : name_end[2];
}

bool sockspec_process_interrupt(pid_t pid) {
    if (kill(pid, SIGSTOP) < 0) {
        return false;
    }
    int state = state_of(pid);
    while (state != 'T' && state != '\0' && state != 'Z') {
        state = state_of(pid);
    }
    return kill(pid, SIGCONT) == 0 && state == 'T';
}

/* Sends a datagram to the socket, so that a call that waits for one returns. */
static bool send_datagram(int descriptor) {
    union {
        struct sockaddr address;
        struct sockaddr_storage storage;
    } name = {0};
    socklen_t length = sizeof name;
    if (getsockname(descriptor, &name.address, &length) < 0) {
        return false;
    }
    int sender = socket(name.address.sa_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    bool sent = sendto(sender, "", 1, MSG_DONTWAIT, &name.address, length) == 1;
    if (sender >= 0) {
        (void)close(sender);
    }
    return sent;
}

/* After this, no route leads from the socket to a host of the world's network: an IPv4 packet must
 * first pass through an unreachable host, and an IPv6 packet finds no route on the loopback
 * device. */
static void make_unroutable(int descriptor) {
    static const unsigned char by_unreachable[] = {IPOPT_LSRR, 7, 4, 198, 51, 100, 1, IPOPT_END};
    static const char loopback[] = "lo";
    int domain = 0;
    socklen_t length = sizeof domain;
    (void)getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &length);
    if (domain == AF_INET) {
        (void)setsockopt(descriptor, IPPROTO_IP, IP_OPTIONS, by_unreachable, sizeof by_unreachable);
    } else if (domain == AF_INET6) {
        (void)setsockopt(descriptor, SOL_SOCKET, SO_BINDTODEVICE, loopback, sizeof loopback);
    }
}

/* A TCP connection that is being made. One that is made has to be able to say that it ends. */
static bool is_connecting(int descriptor) {
    struct tcp_info information = {0};
    socklen_t length = sizeof information;
    return getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &information, &length) == 0 &&
           information.tcpi_state == TCP_SYN_SENT;
}

bool sockspec_process_cut_off(int descriptor) {
    if (is_connecting(descriptor)) {
        make_unroutable(descriptor);
    }
    return shutdown(descriptor, SHUT_RDWR) == 0;
}

/* A non-blocking accept on AF_UNIX would not notice that its socket is shut down, but would fail
 * with EAGAIN forever. */
static void hang_up(int descriptor) {
    int type = 0;
    socklen_t length = sizeof type;
    if (getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &length) < 0) {
        return;
    }
    if (type == SOCK_DGRAM) { /* a connected socket drops the datagram, and must be shut down */
        (void)send_datagram(descriptor);
    }
    (void)fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    (void)sockspec_process_cut_off(descriptor);
}

void sockspec_process_shut_down(pid_t pid) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
    DIR *descriptors = opendir(path);
    if (descriptors == NULL) {
        return;
    }
    for (struct dirent *entry = readdir(descriptors); entry != NULL; entry = readdir(descriptors)) {
        int own = entry->d_name[0] == '.'
                      ? -1
                      : sockspec_observe_duplicate(pid, (int)strtol(entry->d_name, NULL, 10));
        if (own >= 0) {
            hang_up(own);
            (void)close(own);
        }
    }
    (void)closedir(descriptors);
}
