/* recvfrom, recvfrom_nonblock, recv and recv_nonblock when the system call itself fails: each errno
 * that is documented, for every kind of socket, although a message waits. */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
#define WAITING "$pair; peer.send('letter'); " SOCKSPEC_READY
#define FAILS "fault('receive', '$errno'); "
#define FAILS_EACH_TIME "fault('receive', '$errno', 'always'); "

#define ERROR(errno) {#errno, {{"errno", #errno}}}

static const struct sockspec_row recvfrom_injected_none_rows[] = {
    /* Without a fault the calls of this file answer the message. */
    {"recvfrom-injected-none", "$message", ITSELF, WAITING "socket.$method(10)$data", RETURNS("'letter'")},
    /* Under O_NONBLOCK, too. */
    {"recvfrom-injected-none-flag", "$message", ITSELF, WAITING "set_nonblocking(socket); socket.$method(10)$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recvfrom_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", receivers)})

/* All that are listed but EAGAIN and EWOULDBLOCK, which depend on O_NONBLOCK. */
static const struct sockspec_variant listed_errors[] = {
    ERROR(EBADF), ERROR(ECONNRESET), ERROR(EFAULT), ERROR(EINTR), ERROR(EINVAL), ERROR(EIO), ERROR(ENOBUFS), ERROR(ENOMEM),
    ERROR(ENOSR), ERROR(ENOTCONN), ERROR(ENOTSOCK), ERROR(EOPNOTSUPP), ERROR(ETIMEDOUT),
};
static const struct sockspec_row recvfrom_injected_rows[] = {
    /* What the system says is raised, the first time it says so. */
    {"recvfrom-injected", "recvfrom.unix.$errno", "recvfrom-injected-none-$kind-$method", WAITING FAILS "socket.$method(10)", RAISES(Errno::$errno, "recvfrom(2)")},
};
SOCKSPEC_TABLE(recvfrom_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", receivers), AXIS("errno", listed_errors)})

/* One error of two names. */
static const struct sockspec_variant again_errors[] = {ERROR(EAGAIN), ERROR(EWOULDBLOCK)};
static const struct sockspec_row recvfrom_injected_again_rows[] = {
    /* Nothing is there, and the descriptor does not block. */
    {"recvfrom-injected-again", "recvfrom.unix.$errno", "recvfrom-injected-none-flag-$kind-$method", WAITING "set_nonblocking(socket); " FAILS "socket.$method(10)", RAISES(Errno::$errno, "recvfrom(2)")},
};
SOCKSPEC_TABLE(recvfrom_injected_again, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", receivers), AXIS("errno", again_errors)})
/* clang-format on */
