/* The isolated world as a driver sees it: what each name, address and path yields there, and
 * that nothing of it is left behind. */
#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/world/confine.h"
#include "conformance/harness/world/world.h"

enum { PATIENCE_MS = 20000, OUTCOME_SIZE = 256 };

#define SINGLE SOCKSPEC_NAMES_SINGLE
#define DUAL SOCKSPEC_NAMES_DUAL

/* A look at the world: puts what it saw into `outcome`. */
typedef void look(const char *argument, char *outcome);

struct world_row {
    const char *id;
    enum sockspec_names names;
    look *look;
    const char *argument;
    const char *expected;
};

static void say(char *outcome, bool succeeded) {
    snprintf(outcome, OUTCOME_SIZE, "%s", succeeded ? "ok" : strerrorname_np(errno));
}

static void append(char *outcome, const char *word) {
    size_t length = strlen(outcome);
    snprintf(outcome + length, OUTCOME_SIZE - length, "%s%s", length > 0 ? " " : "", word);
}

/* Reads `address` or `address port`; port 9 has no listener. */
static struct addrinfo *parse(const char *argument, int socktype) {
    char address[64];
    char port[16] = "9";
    sscanf(argument, "%63s %15s", address, port);
    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV, .ai_socktype = socktype};
    struct addrinfo *parsed = NULL;
    return getaddrinfo(address, port, &hints, &parsed) == 0 ? parsed : NULL;
}

static void connects(const char *argument, char *outcome) {
    struct addrinfo *to = parse(argument, SOCK_STREAM);
    int fd = socket(to->ai_family, SOCK_STREAM, 0);
    int milliseconds = 300;
    setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, sizeof milliseconds);
    say(outcome, connect(fd, to->ai_addr, to->ai_addrlen) == 0);
}

static void begins_to_connect(const char *argument, char *outcome) {
    struct addrinfo *to = parse(argument, SOCK_STREAM);
    int fd = socket(to->ai_family, SOCK_STREAM | SOCK_NONBLOCK, 0);
    char second[OUTCOME_SIZE];
    say(outcome, connect(fd, to->ai_addr, to->ai_addrlen) == 0);
    say(second, connect(fd, to->ai_addr, to->ai_addrlen) == 0);
    append(outcome, second);
}

static void connects_a_datagram_socket(const char *argument, char *outcome) {
    struct addrinfo *to = parse(argument, SOCK_DGRAM);
    int fd = socket(to->ai_family, SOCK_DGRAM, 0);
    say(outcome, connect(fd, to->ai_addr, to->ai_addrlen) == 0);
}

static void binds(const char *argument, char *outcome) {
    struct addrinfo *to = parse(argument, SOCK_STREAM);
    int fd = socket(to->ai_family, SOCK_STREAM, 0);
    say(outcome, bind(fd, to->ai_addr, to->ai_addrlen) == 0);
}

static struct sockaddr_un at_path(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    return address;
}

static void binds_path(const char *path, char *outcome) {
    struct sockaddr_un address = at_path(path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    say(outcome, bind(fd, (const struct sockaddr *)&address, sizeof address) == 0);
}

static void connects_path(const char *path, char *outcome) {
    struct sockaddr_un address = at_path(path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    say(outcome, connect(fd, (const struct sockaddr *)&address, sizeof address) == 0);
}

static void list_addresses(const char *host, int family, char *outcome) {
    struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    int error = getaddrinfo(host, NULL, &hints, &list);
    if (error != 0) {
        append(outcome, gai_strerror(error));
        return;
    }
    for (struct addrinfo *each = list; each != NULL; each = each->ai_next) {
        char text[NI_MAXHOST];
        getnameinfo(each->ai_addr, each->ai_addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST);
        append(outcome, text);
    }
    freeaddrinfo(list);
}

static void lists(const char *host, char *outcome) { list_addresses(host, AF_UNSPEC, outcome); }

static void lists_ipv6(const char *host, char *outcome) { list_addresses(host, AF_INET6, outcome); }

/* The canonical name, then the aliases. */
static void names_host(const char *host, char *outcome) {
    struct hostent *entry = gethostbyname(host);
    append(outcome, entry != NULL ? entry->h_name : "nothing");
    for (char **alias = entry != NULL ? entry->h_aliases : NULL; alias != NULL && *alias != NULL;
         alias++) {
        append(outcome, *alias);
    }
}

static void reverses(const char *address, char *outcome) {
    struct addrinfo *of = parse(address, SOCK_STREAM);
    int error =
        getnameinfo(of->ai_addr, of->ai_addrlen, outcome, OUTCOME_SIZE, NULL, 0, NI_NAMEREQD);
    if (error != 0) {
        snprintf(outcome, OUTCOME_SIZE, "%s", gai_strerror(error));
    }
}

/* Reads `name protocol`. */
static void finds_service(const char *argument, char *outcome) {
    char name[64];
    char protocol[16];
    sscanf(argument, "%63s %15s", name, protocol);
    struct servent *entry = getservbyname(name, protocol);
    snprintf(outcome, OUTCOME_SIZE, "%d", entry != NULL ? ntohs((uint16_t)entry->s_port) : -1);
}

static void names_itself(const char *argument, char *outcome) {
    (void)argument;
    gethostname(outcome, OUTCOME_SIZE);
}

static void fetches(const char *host, char *outcome) {
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *to = NULL;
    (void)getaddrinfo(host, "http", &hints, &to);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    (void)connect(fd, to->ai_addr, to->ai_addrlen);
    dprintf(fd, "GET / HTTP/1.0\r\n\r\n");
    char answer[OUTCOME_SIZE];
    ssize_t length = recv(fd, answer, sizeof answer - 1, MSG_WAITALL);
    answer[length > 0 ? length : 0] = '\0';
    const char *title = strstr(answer, "<title>");
    snprintf(outcome, OUTCOME_SIZE, "%.15s %.9s", answer, title != NULL ? title + 7 : "");
}

/* The number of connections that a socket with the largest backlog queues before anyone accepts. */
static void fills(const char *path, char *outcome) {
    struct sockaddr_un address = at_path(path);
    int server = socket(AF_UNIX, SOCK_STREAM, 0);
    int taken = 0;
    if (bind(server, (const struct sockaddr *)&address, sizeof address) == 0 &&
        listen(server, SOMAXCONN) == 0) {
        while (connect(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0),
                       (const struct sockaddr *)&address, sizeof address) == 0) {
            taken++;
        }
    }
    snprintf(outcome, OUTCOME_SIZE, "%d %s", taken, strerrorname_np(errno));
}

/* The server closes first, which is the worst case. Then another server binds to its port. */
static void binds_again(const char *argument, char *outcome) {
    struct addrinfo *to = parse(argument, SOCK_STREAM);
    int server = socket(AF_INET, SOCK_STREAM, 0);
    int client = socket(AF_INET, SOCK_STREAM, 0);
    (void)bind(server, to->ai_addr, to->ai_addrlen);
    (void)listen(server, 1);
    (void)connect(client, to->ai_addr, to->ai_addrlen);
    int accepted = accept(server, NULL, NULL);
    close(accepted);
    close(server);
    close(client);
    binds(argument, outcome);
}

/* The capabilities, and whether exec could restore any. */
static void has_capabilities(const char *argument, char *outcome) {
    (void)argument;
    char line[128];
    FILE *status = fopen("/proc/self/status", "re");
    while (fgets(line, sizeof line, status) != NULL) {
        if (strncmp(line, "CapPrm", 6) == 0 || strncmp(line, "CapBnd", 6) == 0 ||
            strncmp(line, "NoNewPrivs", 10) == 0) {
            append(outcome, strchr(line, '\t') + 1);
            outcome[strcspn(outcome, "\n")] = '\0';
        }
    }
    fclose(status);
}

static void opens(const char *path, char *outcome) { say(outcome, open(path, O_RDONLY) >= 0); }

/* clang-format off */
static const struct world_row world_rows[] = {
    /* Each route causes its own errno. */
    {"connect-itself",      SINGLE, connects, "192.0.2.1",      "ECONNREFUSED"},
    {"connect-loopback",    SINGLE, connects, "127.1.2.3",      "ECONNREFUSED"},
    {"connect-unreachable", SINGLE, connects, "198.51.100.1",   "EHOSTUNREACH"},
    {"connect-prohibited",  SINGLE, connects, "203.0.113.1",    "EACCES"},
    {"connect-blackhole",   SINGLE, connects, "192.88.99.1",    "EINVAL"},
    {"connect-no-route",    SINGLE, connects, "10.0.0.1",       "ENETUNREACH"},
    {"connect-silent",      SINGLE, connects, "192.0.2.99",     "ETIMEDOUT"},
    {"connect-broadcast",   SINGLE, connects_a_datagram_socket, "192.0.2.255", "EACCES"},
    {"begin-silent",        SINGLE, begins_to_connect, "192.0.2.99", "EINPROGRESS EALREADY"},
    /* Each IPv6 route causes its own errno as well. */
    {"connect6-itself",      SINGLE, connects, "2001:db8:1::1",  "ECONNREFUSED"},
    {"connect6-loopback",    SINGLE, connects, "::1",            "ECONNREFUSED"},
    {"connect6-scope",       SINGLE, connects, "fe80::1%world0", "ECONNREFUSED"},
    {"connect6-unreachable", SINGLE, connects, "2001:db8:2::1",  "EHOSTUNREACH"},
    {"connect6-prohibited",  SINGLE, connects, "2001:db8:3::1",  "EACCES"},
    {"connect6-no-route",    SINGLE, connects, "2001:db8:4::1",  "ENETUNREACH"},
    {"connect6-silent",      SINGLE, connects, "2001:db8:1::99", "ETIMEDOUT"},
    {"begin6-silent",        SINGLE, begins_to_connect, "2001:db8:1::99", "EINPROGRESS EALREADY"},

    /* A driver runs as an ordinary user, and its ports are separate from the host's. */
    {"bind-low-port",    SINGLE, binds, "127.0.0.1 80",   "EACCES"},
    {"bind-lowest-port", SINGLE, binds, "127.0.0.1 1024", "ok"},
    {"bind-foreign",     SINGLE, binds, "192.0.2.2 1024", "EADDRNOTAVAIL"},
    {"bind-again",       SINGLE, binds_again, "127.0.0.1 2200", "ok"},
    {"capabilities",     SINGLE, has_capabilities, "", "0000000000000000 0000000000000000 1"},
    {"capabilities-dual", DUAL,  has_capabilities, "", "0000000000000000 0000000000000000 1"},
    {"fill-backlog",     SINGLE, fills, "/world/tmp/fill", "9 EAGAIN"},

    /* Every path causes its own errno. */
    {"bind-path",              SINGLE, binds_path,    "/world/tmp/bind",            "ok"},
    {"bind-file",              SINGLE, binds_path,    "/world/file",                "EADDRINUSE"},
    {"bind-not-directory",     SINGLE, binds_path,    "/world/file/below",          "ENOTDIR"},
    {"bind-loop",              SINGLE, binds_path,    "/world/loop/below",          "ELOOP"},
    {"bind-long-name",         SINGLE, binds_path,    "/world/long-name/below",     "ENAMETOOLONG"},
    {"bind-read-only",         SINGLE, binds_path,    "/world/read-only/new",       "EROFS"},
    {"bind-unsearchable",      SINGLE, binds_path,    "/world/unsearchable/new",    "EACCES"},
    {"bind-unwritable",        SINGLE, binds_path,    "/world/unwritable/new",      "EACCES"},
    {"bind-missing",           SINGLE, binds_path,    "/world/missing/new",         "ENOENT"},
    {"connect-file",           SINGLE, connects_path, "/world/file",                "ECONNREFUSED"},
    {"connect-not-directory",  SINGLE, connects_path, "/world/file/below",          "ENOTDIR"},
    {"connect-loop",           SINGLE, connects_path, "/world/loop",                "ELOOP"},
    {"connect-long-name",      SINGLE, connects_path, "/world/long-name",           "ENAMETOOLONG"},
    {"connect-unsearchable",   SINGLE, connects_path, "/world/unsearchable/below",  "EACCES"},
    {"connect-unwritable",     SINGLE, connects_path, "/world/unwritable-socket",   "EACCES"},
    {"connect-missing",        SINGLE, connects_path, "/world/missing",             "ENOENT"},

    /* localhost is what the names file says. */
    {"localhost-single",      SINGLE, lists,      "localhost",      "127.0.0.1"},
    {"localhost-single-ipv6", SINGLE, lists_ipv6, "localhost",      "Name or service not known"},
    {"localhost-dual",        DUAL,   lists,      "localhost",      "::1 127.0.0.1"},
    {"localhost-dual-name",   DUAL,   names_host, "localhost",      "localhost"},
    {"localhost-reverse",     SINGLE, reverses,   "127.0.0.1",      "localhost"},
    {"localhost-reverse-dual", DUAL,  reverses,   "127.0.0.1",      "localhost"},
    {"localhost-reverse6",    DUAL,   reverses,   "::1",            "localhost"},
    {"ensemble",              DUAL,   lists,      "ensemble.local", "fe80:4::203:93ff:fead:88c 192.168.123.154"},
    {"uname",                 SINGLE, names_itself, "",             "sockspec"},
    {"uname-address",         SINGLE, lists,      "sockspec",       "127.0.1.1"},
    {"hosts-aliases",         SINGLE, names_host, "lp",             "printer.example printer lp"},
    {"hosts-ipv4-only",       SINGLE, lists,      "ipv4-only.example", "192.0.2.14"},
    {"hosts-ipv6-only",       SINGLE, lists,      "ipv6-only.example", "2001:db8:1::16"},
    {"hosts-both",            SINGLE, lists,      "both.example",   "2001:db8:1::18 192.0.2.18"},

    /* The name server answers, each time in the same order. */
    {"dns-example",     SINGLE, lists,      "example.com",     "192.0.34.166"},
    {"dns-www",         SINGLE, lists,      "www.example.com", "192.0.34.166"},
    {"dns-reverse",     SINGLE, reverses,   "192.0.34.166",    "www.example.com"},
    {"dns-alias",       SINGLE, names_host, "smtp.telus.net",  "smtp.svc.telus.net smtp.telus.net"},
    {"dns-alias-address", SINGLE, lists,    "smtp.telus.net",  "199.185.220.249"},
    {"dns-chain",       SINGLE, names_host, "chain.example.com", "end.example.com chain.example.com link.example.com"},
    {"dns-many",        SINGLE, lists, "many.example.com", "2001:db8:1::11 2001:db8:1::12 192.0.2.11 192.0.2.12 192.0.2.13"},
    {"dns-many-again",  SINGLE, lists, "many.example.com", "2001:db8:1::11 2001:db8:1::12 192.0.2.11 192.0.2.12 192.0.2.13"},
    {"dns-dual",        SINGLE, lists,      "dual.example.com", "2001:db8:1::30 192.0.2.30"},
    {"dns-ipv6-only",   SINGLE, lists,      "v6.example.com",  "2001:db8:1::6"},
    {"dns-no-address",  SINGLE, lists,      "no-address.example.com", "No address associated with hostname"},
    {"dns-unknown",     SINGLE, lists,      "unknown.example.com", "Name or service not known"},
    {"dns-unknown-word", SINGLE, lists,     "unknown",         "Name or service not known"},
    {"dns-no-reverse",  SINGLE, reverses,   "192.0.2.77",      "Name or service not known"},
    {"dns-silent",      SINGLE, lists,      "silent.example.com", "Temporary failure in name resolution"},
    {"dns-in-dual",     DUAL,   lists,      "www.google.com",  "192.0.2.80"},
    {"http",            SINGLE, fetches,    "www.google.com",  "HTTP/1.0 200 OK The world"},

    /* Services differ by protocol. */
    {"service-http",     SINGLE, finds_service, "http tcp", "80"},
    {"service-alias",    SINGLE, finds_service, "www tcp", "80"},
    {"service-http-udp", SINGLE, finds_service, "http udp", "-1"},
    {"service-tftp-tcp", SINGLE, finds_service, "tftp tcp", "-1"},
    {"service-split",    SINGLE, finds_service, "sockspec-split tcp", "7001"},
    {"service-split-udp", SINGLE, finds_service, "sockspec-split-alias udp", "7002"},

    /* The host's files are available. */
    {"host-passwd", SINGLE, opens, "/etc/passwd", "ok"},
    {"host-proc",   SINGLE, opens, "/proc/self/fd", "ok"},
    {"host-shell",  SINGLE, opens, "/bin/sh", "ok"},
    {"host-nscd",   SINGLE, opens, "/run/nscd/socket", "ENOENT"},
};
/* clang-format on */

enum { ROWS = sizeof world_rows / sizeof world_rows[0] };

static void *share(size_t size) {
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    cr_assert_neq(memory, MAP_FAILED);
    return memory;
}

static pid_t start(int (*life)(void *argument), void *argument) {
    char reason[256];
    pid_t first = sockspec_world_start(life, argument, reason, sizeof reason);
    if (first < 0) {
        cr_skip_test("%s", reason);
    }
    return first;
}

static int finish(pid_t first) {
    int status = 0;
    cr_assert_eq(waitpid(first, &status, 0), first);
    cr_assert(WIFEXITED(status), "the world died of signal %d", WTERMSIG(status));
    return WEXITSTATUS(status);
}

/* The rows run concurrently, each in a confined process of its own. */
static int look_around(void *argument) {
    char(*outcomes)[OUTCOME_SIZE] = argument;
    pid_t lookers[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        lookers[i] = fork();
        if (lookers[i] == 0) {
            if (sockspec_world_confine(world_rows[i].names)) {
                world_rows[i].look(world_rows[i].argument, outcomes[i]);
                _exit(0);
            }
            snprintf(outcomes[i], OUTCOME_SIZE, "not confined: %s", strerror(errno));
            _exit(1);
        }
    }
    for (size_t i = 0; i < ROWS; i++) {
        waitpid(lookers[i], NULL, 0);
    }
    return sockspec_world_has_ipv6() ? 6 : 4;
}

Test(world, gives_each_row_what_it_is_made_for) {
    char(*outcomes)[OUTCOME_SIZE] = share(sizeof *outcomes * ROWS);
    cr_expect_eq(finish(start(look_around, outcomes)), 6, "IPv6");
    for (size_t i = 0; i < ROWS; i++) {
        cr_expect_str_eq(outcomes[i], world_rows[i].expected, "%s: %s, not %s", world_rows[i].id,
                         outcomes[i], world_rows[i].expected);
    }
}

static int scribble(void *argument) {
    (void)argument;
    const char *scratch = getenv("TMPDIR");
    bool same = scratch != NULL && strcmp(scratch, "/tmp") == 0;
    pid_t driver = fork();
    if (driver == 0) {
        bool written = sockspec_world_confine(DUAL) &&
                       open("kept", O_CREAT | O_WRONLY, 0644) >= 0 &&
                       open("/tmp/sockspec-world-test-lost", O_CREAT | O_WRONLY, 0644) >= 0;
        _exit(written ? 0 : 1);
    }
    int status = 0;
    return waitpid(driver, &status, 0) == driver && status == 0 && same ? 7 : 1;
}

/* A file written into the working directory stays, although the directory is in /tmp and has a
 * space in its name. No other file stays. */
Test(world, keeps_the_working_directory_only) {
    char directory[] = "/tmp/sockspec world XXXXXX";
    cr_assert_not_null(mkdtemp(directory));
    cr_assert_eq(chdir(directory), 0);
    int status = finish(start(scribble, NULL));
    cr_expect_eq(unlink("kept"), 0);
    cr_expect_eq(rmdir(directory), 0);
    cr_expect_eq(status, 7);
    cr_expect_neq(access("/tmp/sockspec-world-test-lost", F_OK), 0);
}

static size_t count_mounts(void) {
    size_t count = 0;
    FILE *mounts = fopen("/proc/self/mountinfo", "re");
    for (int character = 0; mounts != NULL && (character = fgetc(mounts)) != EOF;) {
        count += character == '\n';
    }
    fclose(mounts);
    return count;
}

/* The number of processes in the PID namespace that `space` names. */
static size_t count_processes(const char *space) {
    size_t count = 0;
    DIR *processes = opendir("/proc");
    for (struct dirent *each = readdir(processes); each != NULL; each = readdir(processes)) {
        char path[NAME_MAX + sizeof "/proc//ns/pid"];
        char other[64] = "";
        snprintf(path, sizeof path, "/proc/%s/ns/pid", each->d_name);
        count += readlink(path, other, sizeof other - 1) > 0 && strcmp(other, space) == 0;
    }
    closedir(processes);
    return count;
}

static int wait_for_ever(void *argument) {
    (void)argument;
    pause();
    return 0;
}

static _Noreturn void be_caller(int tell) {
    char reason[256];
    pid_t first = sockspec_world_start(wait_for_ever, NULL, reason, sizeof reason);
    if (write(tell, &first, sizeof first) != sizeof first) {
        _exit(1);
    }
    wait_for_ever(NULL);
    _exit(1);
}

/* Starts a world from another process, its caller. Returns the world's first process. */
static pid_t start_elsewhere(pid_t *caller) {
    int tell[2];
    cr_assert_eq(pipe2(tell, O_CLOEXEC), 0);
    *caller = fork();
    if (*caller == 0) {
        be_caller(tell[1]);
    }
    pid_t first = -1;
    cr_assert_eq(read(tell[0], &first, sizeof first), sizeof first);
    return first;
}

Test(world, leaves_nothing_when_its_caller_is_killed) {
    size_t mounts = count_mounts();
    /* The orphaned first process becomes a child of this one, to be reaped. */
    cr_assert_eq(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
    pid_t caller = -1;
    pid_t first = start_elsewhere(&caller);
    if (first < 0) {
        kill(caller, SIGKILL);
        cr_skip_test("no world here");
    }
    char path[64];
    char space[64] = "";
    snprintf(path, sizeof path, "/proc/%d/ns/pid", first);
    cr_assert_gt(readlink(path, space, sizeof space - 1), 0);
    cr_expect_geq(count_processes(space), 3, "the first process and two servers");
    struct pollfd end = {.fd = (int)syscall(SYS_pidfd_open, first, 0), .events = POLLIN};
    kill(caller, SIGKILL);
    waitpid(caller, NULL, 0);
    cr_expect_eq(poll(&end, 1, PATIENCE_MS), 1, "the world outlives its caller");
    cr_expect_eq(waitpid(first, NULL, 0), first);
    cr_expect_eq(count_processes(space), 0);
    cr_expect_eq(count_mounts(), mounts);
}

static int return_it(void *argument) { return *(int *)argument; }

Test(world, returns_what_its_life_returns) {
    int given = 42;
    cr_expect_eq(finish(start(return_it, &given)), 42);
}
