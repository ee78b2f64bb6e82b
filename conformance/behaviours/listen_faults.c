/* listen when the system call itself fails. Every documented errno is injected for every family,
 * whether or not this kernel would produce it. */
#include "conformance/harness/rows/families.h"

#define FAILS "fault('listen', '$errno')"
/* An attempt that should raise, and its outcome. */
#define ATTEMPTED                                                                                  \
    "attempt = rescue(SystemCallError, rescue(Errno::$errno, (server.listen(5); 'listening'), "    \
    "'raised'), 'raised another')"

#define ERROR(errno, behaviour)                                                                    \
    {                                                                                              \
        {"errno", errno}, { "behaviour", behaviour }                                               \
    }
static const struct sockspec_variant listed_errors[] = {
    {"EBADF", ERROR("EBADF", "listen.unix.EBADF")},
    {"EDESTADDRREQ", ERROR("EDESTADDRREQ", "listen.unix.EDESTADDRREQ")},
    {"EINVAL-connected", ERROR("EINVAL", "listen.unix.EINVAL-connected")},
    {"ENOTSOCK", ERROR("ENOTSOCK", "listen.unix.ENOTSOCK")},
    {"EOPNOTSUPP", ERROR("EOPNOTSUPP", "listen.unix.EOPNOTSUPP")},
    {"EACCES", ERROR("EACCES", "listen.unix.EACCES")},
    {"EINVAL-shutdown", ERROR("EINVAL", "listen.unix.EINVAL-shutdown")},
    {"ENOBUFS", ERROR("ENOBUFS", "listen.unix.ENOBUFS")},
};

/* clang-format off */
static const struct sockspec_row listen_injected_none_rows[] = {
    /* Without a fault the calls of this file succeed. */
    {"listen-injected-none", "listen.result", ITSELF, "$server; server.listen(5)", RETURNS("0")},
};
static const struct sockspec_row listen_injected_rows[] = {
    /* The error is raised the first time it occurs. */
    {"listen-injected", "$behaviour", "listen-injected-none-$family", "$server; " FAILS "; server.listen(5)", RAISES_ONE("Errno::$errno", "listen(2)")},
    /* An error that keeps occurring is raised, too. */
    {"listen-injected-always", "$behaviour", "listen-injected-none-$family", "$server; fault('listen', '$errno', 'always'); server.listen(5)", RAISES_ONE("Errno::$errno", "listen(2)")},
    /* The error is raised whatever the socket's address and the backlog are. */
    {"listen-injected-unbound", "$behaviour", "listen-injected-none-$family", "server = Socket.new($domain, $type, 0); " FAILS "; server.listen(5)", RAISES_ONE("Errno::$errno", "listen(2)")},
    {"listen-injected-zero", "$behaviour", "listen-injected-none-$family", "$server; " FAILS "; server.listen(0)", RAISES_ONE("Errno::$errno", "listen(2)")},
    /* After the failure the socket does not listen. */
    {"listen-injected-deaf", "$behaviour", ITSELF, "$server; at = server.getsockname; " FAILS "; " ATTEMPTED "; [attempt, rescue(Errno::EINVAL, server.accept_nonblock, 'deaf'), server.getsockname]", RETURNS("['raised', 'deaf', at]")},
    /* The next call of listen succeeds. */
    {"listen-injected-then", "$behaviour", ITSELF, "$server; " FAILS "; " ATTEMPTED "; again = server.listen(5); $caller; client, from = server.accept; [attempt, again, from]", RETURNS("['raised', 0, caller.sockaddr]")},
    /* A socket that already listens continues to listen, and its queued connections remain. */
    {"listen-injected-goes-on", "$behaviour", ITSELF, "$listening; at = server.getsockname; $caller; " FAILS "; " ATTEMPTED "; second = Tester.connected(at, $type); one, from = server.accept; two, then = server.accept; [attempt, from, then]", RETURNS("['raised', caller.sockaddr, second.sockaddr]")},
};
static const struct sockspec_row listen_injected_shut_down_rows[] = {
    /* A case where this kernel reports no error: a socket that was shut down. */
    {"listen-injected-shut-down", "listen.unix.EINVAL-shutdown", "listen-injected-none-$family", "$listening; server.shutdown(2); fault('listen', 'EINVAL'); server.listen(5)", RAISES(Errno::EINVAL, "listen(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(listen_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})
SOCKSPEC_TABLE(listen_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("errno", listed_errors)})
SOCKSPEC_TABLE(listen_injected_shut_down, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("family", stream_families)})

/* clang-format off */
#define BACKLOG(number) {#number, {{"backlog", #number}}}
static const struct sockspec_variant backlogs[] = {
    BACKLOG(0), BACKLOG(1), BACKLOG(5), BACKLOG(8), BACKLOG(9), BACKLOG(127), BACKLOG(128), BACKLOG(129), BACKLOG(255), BACKLOG(256), BACKLOG(4096), BACKLOG(4097),
    BACKLOG(32768), BACKLOG(65535), BACKLOG(65536), BACKLOG(1000000), BACKLOG(2147483647), BACKLOG(-1), BACKLOG(-2147483648),
};
static const struct sockspec_row listen_passes_rows[] = {
    /* The system limits the backlog; the method does not. */
    {"listen-passes", "listen.backlog.passed", ITSELF, "$server; watch('listen'); server.listen($backlog); argument(1)", RETURNS("$backlog")},
};
SOCKSPEC_TABLE(listen_passes, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("family", stream_families), AXIS("backlog", backlogs)})
/* clang-format on */
