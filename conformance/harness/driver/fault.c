#include "conformance/harness/driver/fault.h"

#include <ctype.h>
#include <errno.h>
#include <poll.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"
#include "conformance/harness/support/clock.h"

/* An implementation that retries this many times would retry forever. The call then succeeds, so
 * that this is noticed at once. */
enum { SYSCALLS_MAX = 6, ERRNO_MAX = 134, STRIKES_MAX = 100 };

/* An operation that a row names, and the system calls an implementation may use for it. */
struct sockspec_fault_operation {
    const char *name;
    const char *syscalls[SYSCALLS_MAX + 1];
};

static const struct sockspec_fault_operation operations[] = {
    {"accept", {"accept", "accept4"}},
    {"bind", {"bind"}},
    {"connect", {"connect"}},
    {"gethostname", {"uname"}},
    {"getpeername", {"getpeername"}},
    {"getsockname", {"getsockname"}},
    {"getsockopt", {"getsockopt"}},
    {"listen", {"listen"}},
    {"receive", {"recvfrom", "recvmsg", "recv", "read", "readv"}},
    {"send", {"sendto", "sendmsg", "send", "write", "writev"}},
    {"setsockopt", {"setsockopt"}},
    {"shutdown", {"shutdown"}},
    {"socket", {"socket"}},
    {"socketpair", {"socketpair"}},
    {"wait", {"poll", "ppoll", "select", "pselect6", "epoll_wait", "epoll_pwait"}},
};

enum { OPERATIONS = sizeof operations / sizeof operations[0] };

/* These calls are made on files, too; a fault applies to them only if they are made on a socket. */
static const char *const file_calls[] = {"read", "readv", "write", "writev", NULL};

static bool lists(const char *const *names, int number) {
    while (*names != NULL && seccomp_syscall_resolve_name(*names) != number) {
        names++;
    }
    return *names != NULL;
}

/* The driver uses the standard streams to talk to us, and those calls must not wait for us. */
static bool add_call(scmp_filter_ctx filter, int number) {
    const struct scmp_arg_cmp no_stream = SCMP_A0_32(SCMP_CMP_GT, STDERR_FILENO, 0);
    return number < 0 || seccomp_rule_add_array(filter, SCMP_ACT_NOTIFY, number,
                                                lists(file_calls, number) ? 1 : 0, &no_stream) == 0;
}

static bool add_operation(scmp_filter_ctx filter,
                          const struct sockspec_fault_operation *operation) {
    for (const char *const *name = operation->syscalls; *name != NULL; name++) {
        if (!add_call(filter, seccomp_syscall_resolve_name(*name))) {
            return false;
        }
    }
    return true;
}

int sockspec_fault_install(void) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    bool complete = filter != NULL;
    for (size_t i = 0; complete && i < OPERATIONS; i++) {
        complete = add_operation(filter, &operations[i]);
    }
    int listener = -1;
    int status = complete ? seccomp_load(filter) : -ENOSYS;
    if (status == 0) {
        listener = seccomp_notify_fd(filter);
    } else {
        errno = -status;
    }
    /* The filter itself stays in the kernel. */
    seccomp_release(filter);
    return listener;
}

static bool is_on_file(const struct seccomp_notif *request) {
    return lists(file_calls, request->data.nr) &&
           !sockspec_observe_is_socket((pid_t)request->pid, (int)request->data.args[0]);
}

static void note_call(struct sockspec_fault *fault, int number) {
    char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
    size_t used = strlen(fault->calls);
    (void)snprintf(fault->calls + used, sizeof fault->calls - used, "%s%s", used == 0 ? "" : ", ",
                   name == NULL ? "?" : name);
    free(name);
}

static bool is_expiring(const struct sockspec_fault *fault, const struct seccomp_notif *request);

/* Returns whether the fault applies to this call. */
static bool strikes(struct sockspec_fault *fault, const struct seccomp_notif *request) {
    const struct seccomp_data *call = &request->data;
    if (fault == NULL || fault->operation == NULL || is_on_file(request)) {
        return false;
    }
    note_call(fault, call->nr);
    if (!lists(fault->operation->syscalls, call->nr) ||
        (fault->descriptor >= 0 && (int)call->args[0] != fault->descriptor) ||
        (fault->kind == SOCKSPEC_FAULT_EXPIRES && !is_expiring(fault, request))) {
        return false;
    }
    if (fault->kind == SOCKSPEC_FAULT_WATCHES) {
        for (size_t i = 0; i < sizeof fault->arguments / sizeof fault->arguments[0]; i++) {
            fault->arguments[i] = (int)call->args[i];
        }
    }
    fault->seen++;
    unsigned strikes_most = fault->always ? STRIKES_MAX : 1;
    bool meant = fault->seen >= fault->nth && fault->fired < strikes_most;
    fault->fired += meant ? 1 : 0;
    return meant;
}

static bool call_waits(int listener) {
    struct pollfd polled = {.fd = listener, .events = POLLIN};
    return poll(&polled, 1, 0) > 0 && (polled.revents & POLLIN) != 0;
}

/* The calls in which Linux writes back the time left, if they were given a time to wait: which
 * argument holds it, and how many parts of a second it counts. */
static const struct {
    const char *name;
    size_t argument;
    long long parts;
} timed_calls[] = {
    {"select", 4, 1000000},
    {"pselect6", 4, 1000000000},
    {"ppoll", 2, 1000000000},
};

/* timeval and timespec have this layout. */
struct interval {
    time_t seconds;
    long parts;
};

_Static_assert(sizeof(struct interval) == sizeof(struct timeval) &&
                   sizeof(struct interval) == sizeof(struct timespec),
               "an interval is laid out as timeval and timespec are");

static void count_down(struct interval *left, long long parts, long long waited_us) {
    long long whole = (long long)left->seconds * parts + left->parts;
    whole -= waited_us * (parts / 1000000);
    whole = whole < 0 ? 0 : whole;
    *left = (struct interval){(time_t)(whole / parts), (long)(whole % parts)};
}

/* An interrupted call leaves the remaining time where it found the time to wait. A caller that
 * continues to wait may read it there. */
static void write_time_left(const struct seccomp_notif *request, long long waited_us) {
    for (size_t i = 0; i < sizeof timed_calls / sizeof timed_calls[0]; i++) {
        struct interval left;
        struct iovec own = {&left, sizeof left};
        struct iovec theirs = {NULL, sizeof left};
        unsigned long long address = request->data.args[timed_calls[i].argument];
        memcpy(&theirs.iov_base, &address, sizeof theirs.iov_base);
        if (seccomp_syscall_resolve_name(timed_calls[i].name) == request->data.nr &&
            theirs.iov_base != NULL &&
            process_vm_readv((pid_t)request->pid, &own, 1, &theirs, 1, 0) == sizeof left) {
            count_down(&left, timed_calls[i].parts, waited_us);
            (void)process_vm_writev((pid_t)request->pid, &own, 1, &theirs, 1, 0);
        }
    }
}

/* The calls that take a number of milliseconds, and which argument that is. */
static const struct {
    const char *name;
    size_t argument;
} millisecond_calls[] = {{"poll", 2}, {"epoll_wait", 3}, {"epoll_pwait", 3}};

/* Returns how many seconds a call that waits is limited to; a negative number if it has no
 * limit. */
static double limit_of(const struct seccomp_notif *request) {
    for (size_t i = 0; i < sizeof millisecond_calls / sizeof millisecond_calls[0]; i++) {
        if (seccomp_syscall_resolve_name(millisecond_calls[i].name) == request->data.nr) {
            return (int)request->data.args[millisecond_calls[i].argument] / 1000.0;
        }
    }
    for (size_t i = 0; i < sizeof timed_calls / sizeof timed_calls[0]; i++) {
        struct interval limit;
        struct iovec own = {&limit, sizeof limit};
        struct iovec theirs = {NULL, sizeof limit};
        unsigned long long address = request->data.args[timed_calls[i].argument];
        memcpy(&theirs.iov_base, &address, sizeof theirs.iov_base);
        if (seccomp_syscall_resolve_name(timed_calls[i].name) == request->data.nr &&
            theirs.iov_base != NULL &&
            process_vm_readv((pid_t)request->pid, &own, 1, &theirs, 1, 0) == sizeof limit) {
            return (double)limit.seconds + (double)limit.parts / (double)timed_calls[i].parts;
        }
    }
    return -1;
}

/* A limit of 0 asks without waiting, which is not changed. */
static bool is_expiring(const struct sockspec_fault *fault, const struct seccomp_notif *request) {
    double limit = limit_of(request);
    return limit > 0 && limit < fault->limit_s;
}

/* Does what Linux does when the time has passed: empties the sets of select, and leaves no time. */
static void write_expired(const struct seccomp_notif *request) {
    static const char *const selects[] = {"select", "pselect6", NULL};
    static const long long longest_us = 1000000000000000;
    static char zeros[1024 / 8];
    size_t length = ((size_t)request->data.args[0] + 63) / 64 * 8;
    for (size_t i = 1; lists(selects, request->data.nr) && length <= sizeof zeros && i <= 3; i++) {
        struct iovec own = {zeros, length};
        struct iovec theirs = {NULL, length};
        unsigned long long address = request->data.args[i];
        memcpy(&theirs.iov_base, &address, sizeof theirs.iov_base);
        if (theirs.iov_base != NULL) {
            (void)process_vm_writev((pid_t)request->pid, &own, 1, &theirs, 1, 0);
        }
    }
    write_time_left(request, longest_us);
}

/* Decides the answer to a call that the fault applies to. */
static void answer(const struct sockspec_fault *fault, const struct seccomp_notif *request,
                   struct seccomp_notif_resp *response) {
    if (fault->kind == SOCKSPEC_FAULT_WATCHES) {
        return;
    }
    if (fault->kind == SOCKSPEC_FAULT_EXPIRES) {
        write_expired(request);
    } else {
        long long begun = sockspec_now_us();
        (void)poll(NULL, 0, fault->lasts_ms);
        write_time_left(request, sockspec_now_us() - begun);
    }
    response->error = -fault->errnum;
    response->flags = 0U;
}

void sockspec_fault_serve(int listener, struct sockspec_fault *fault) {
    struct seccomp_notif *request = NULL;
    struct seccomp_notif_resp *response = NULL;
    if (seccomp_notify_alloc(&request, &response) < 0) {
        return;
    }
    while (call_waits(listener) && seccomp_notify_receive(listener, request) == 0) {
        response->id = request->id;
        response->val = 0;
        response->error = 0;
        response->flags = (unsigned)SECCOMP_USER_NOTIF_FLAG_CONTINUE;
        if (strikes(fault, request)) {
            answer(fault, request, response);
        }
        /* If the caller has ended in the meantime, it needs no answer. */
        (void)seccomp_notify_respond(listener, response);
    }
    seccomp_notify_free(request, response);
}

static int errno_of(const char *name) {
    if (isdigit((unsigned char)name[0])) {
        return (int)strtol(name, NULL, 10);
    }
    if (strcmp(name, "EWOULDBLOCK") == 0) {
        return EWOULDBLOCK;
    }
    for (int errnum = 1; errnum < ERRNO_MAX; errnum++) {
        const char *known = strerrorname_np(errnum);
        if (known != NULL && strcmp(known, name) == 0) {
            return errnum;
        }
    }
    return 0;
}

static const struct sockspec_fault_operation *find_operation(const char *name) {
    for (size_t i = 0; i < OPERATIONS; i++) {
        if (strcmp(operations[i].name, name) == 0) {
            return &operations[i];
        }
    }
    return NULL;
}

void sockspec_fault_arm_expiry(struct sockspec_fault *fault, double limit_s) {
    *fault = (struct sockspec_fault){.kind = SOCKSPEC_FAULT_EXPIRES,
                                     .operation = find_operation("wait"),
                                     .nth = 1,
                                     .always = true,
                                     .limit_s = limit_s,
                                     .descriptor = -1};
}

bool sockspec_fault_arm_watch(struct sockspec_fault *fault, const char *operation) {
    *fault = (struct sockspec_fault){.kind = SOCKSPEC_FAULT_WATCHES,
                                     .operation = find_operation(operation),
                                     .nth = 1,
                                     .always = true,
                                     .descriptor = -1};
    return fault->operation != NULL;
}

bool sockspec_fault_arm(struct sockspec_fault *fault, const char *operation,
                        const char *errno_name) {
    *fault = (struct sockspec_fault){.errnum = errno_of(errno_name), .nth = 1, .descriptor = -1};
    fault->operation = find_operation(operation);
    return fault->operation != NULL && fault->errnum != 0;
}
