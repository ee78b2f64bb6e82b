/* connect and connect_nonblock when the system call itself fails. Every documented errno is
 * injected for every kind of socket, whether or not this kernel would produce it. */
#include "conformance/behaviours/connecting.h"

#define DOOR SOCKSPEC_DOOR
#define TO SOCKSPEC_TO
#define KNOCKING DOOR TO
#define FAILS "fault('connect', '$errno'); "
#define ALWAYS_FAILS "fault('connect', '$errno', 'always'); "

/* clang-format off */
#define LISTED(errno) {#errno, {{"errno", #errno}, {"behaviour", "connect.unix." #errno}}}
#define LISTED_FOR_PATHS(errno) {#errno, {{"errno", #errno}, {"behaviour", "connect.unix-domain." #errno}}}
#define UNLISTED(errno) {#errno, {{"errno", #errno}}}

static const struct sockspec_row connect_injected_none_rows[] = {
    /* Without a fault the calls of this file succeed. */
    {"connect-injected-none", "$method.result", ITSELF, KNOCKING "$attempt", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", attempts)})

/* All listed errors except EINPROGRESS, which the two methods handle differently. */
static const struct sockspec_variant listed_errors[] = {
    LISTED(EACCES), LISTED(EADDRINUSE), LISTED(EADDRNOTAVAIL), LISTED(EAFNOSUPPORT), LISTED(EALREADY), LISTED(EBADF), LISTED(ECONNREFUSED),
    LISTED(ECONNRESET), LISTED(EFAULT), LISTED(EHOSTUNREACH), LISTED(EINTR), LISTED(EISCONN), LISTED(EINVAL), LISTED(ENAMETOOLONG),
    LISTED(ENETDOWN), LISTED(ENETUNREACH), LISTED(ENOBUFS), LISTED(ENOSR), LISTED(ENOTSOCK), LISTED(EOPNOTSUPP), LISTED(EPROTOTYPE),
    LISTED(ETIMEDOUT),
};
static const struct sockspec_row connect_injected_rows[] = {
    /* The error is raised the first time it occurs. */
    {"connect-injected", "$behaviour", "connect-injected-none-$kind-$method", KNOCKING FAILS "socket.$method(to)", RAISES_ONE("Errno::$errno", "connect(2)")},
};
SOCKSPEC_TABLE(connect_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", attempts), AXIS("errno", listed_errors)})

static const struct sockspec_variant listed_path_errors[] = {
    LISTED_FOR_PATHS(EIO), LISTED_FOR_PATHS(ELOOP), LISTED_FOR_PATHS(ENAMETOOLONG), LISTED_FOR_PATHS(ENOENT), LISTED_FOR_PATHS(ENOTDIR),
};
static const struct sockspec_row connect_injected_path_rows[] = {
    /* The errors that are listed for AF_UNIX are raised as well. */
    {"connect-injected-path", "$behaviour", "connect-injected-none-$kind-$method", KNOCKING FAILS "socket.$method(to)", RAISES_ONE("Errno::$errno", "connect(2)")},
};
SOCKSPEC_TABLE(connect_injected_path, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", unix_kinds), AXIS("method", attempts), AXIS("errno", listed_path_errors)})

/* connect(2) reports that the attempt is in progress. */

static const struct sockspec_row connect_injected_progress_rows[] = {
    /* connect waits until the socket is writable. Then Ruby 1.8.7 calls connect(2) again, while
     * today's Ruby assumes that the socket is connected. Here it has no peer, because no attempt
     * was really in progress. */
    {"connect-injected-progress", "connect.waits-out-progress", ITSELF, KNOCKING "clear_nonblocking(socket); fault('connect', 'EINPROGRESS'); [socket.connect(to), rescue(Errno::ENOTCONN, socket.getpeername, 'no peer')]", RETURNS("[0, either(to, 'no peer')]")},
    /* If every connect(2) reports EINPROGRESS, the call returns or raises that error; it does
     * not hang. */
    {"connect-injected-progress-always", "connect.waits-out-progress", ITSELF, KNOCKING "clear_nonblocking(socket); fault('connect', 'EINPROGRESS', 'always'); call = start socket.connect(to); at_once(call)", RETURNS_OR_RAISES("0", Errno::EINPROGRESS)},
    /* connect_nonblock raises the error the first time. */
    {"connect-nonblock-injected-progress", "connect.unix.EINPROGRESS", "connect-injected-none-$kind-connect_nonblock", KNOCKING "fault('connect', 'EINPROGRESS'); socket.connect_nonblock(to)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    {"connect-nonblock-injected-progress-always", "connect_nonblock.one-call", "connect-injected-none-$kind-connect_nonblock", KNOCKING "fault('connect', 'EINPROGRESS', 'always'); call = start socket.connect_nonblock(to); at_once(call)", RAISES(Errno::EINPROGRESS, "connect(2)")},
};
SOCKSPEC_TABLE(connect_injected_progress, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds)})

static const struct sockspec_row connect_injected_progress_stream_rows[] = {
    /* If the socket is already connected, the call succeeds. */
    {"connect-injected-progress-already-connected", "connect.waits-out-progress", ITSELF, KNOCKING "socket.connect(to); clear_nonblocking(socket); fault('connect', 'EINPROGRESS'); [socket.connect(to), socket.getpeername]", RETURNS("[0, to]")},
    /* No socket listens: the second connect(2) of Ruby 1.8.7 is refused. Today's Ruby makes no
     * second one. */
    {"connect-injected-progress-refused", "connect.waits-out-progress", ITSELF, SOCKSPEC_BOUND_DOOR SOCKSPEC_SOCKET TO "clear_nonblocking(socket); fault('connect', 'EINPROGRESS'); socket.connect(to)", RETURNS_OR_RAISES("0", Errno::ECONNREFUSED)},
};
SOCKSPEC_TABLE(connect_injected_progress_stream, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", stream_kinds)})

static const struct sockspec_row connect_injected_wait_rows[] = {
    /* connect waits for an attempt in progress. */
    {"connect-injected-wait-none", "connect.waits-out-progress", ITSELF, KNOCKING "set_nonblocking(socket); socket.connect(to)", RETURNS("0")},
    /* If waiting fails, or reading the outcome of the attempt fails, the call raises that error. */
    {"connect-injected-wait", "connect.wait-error", "connect-injected-wait-none", KNOCKING "set_nonblocking(socket); fault('wait', 'ENOMEM'); socket.connect(to)", RAISES(Errno::ENOMEM, "connect(2)")},
    {"connect-injected-outcome", "connect.wait-error", "connect-injected-wait-none", KNOCKING "set_nonblocking(socket); fault('getsockopt', 'ENOBUFS'); socket.connect(to)", RAISES(Errno::ENOBUFS, "connect(2)")},
};
SOCKSPEC_TABLE(connect_injected_wait, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds)})

static const struct sockspec_row connect_injected_nameless_rows[] = {
    /* An errno without a name raises SystemCallError. */
    {"connect-injected-nameless", "$behaviour", "connect-injected-none-$kind-$method", KNOCKING "fault('connect', '4000'); socket.$method(to)", RAISES(SystemCallError, "connect(2)")},
};

static const struct sockspec_row connect_injected_always_rows[] = {
    /* An error that keeps occurring is raised at once: the call does not try again for ever. */
    {"connect-injected-always", "$behaviour", "connect-injected-none-$kind-$method", KNOCKING ALWAYS_FAILS "call = start socket.$method(to); at_once(call)", RAISES_ONE("Errno::$errno", "connect(2)")},
};
static const struct sockspec_variant lasting_errors[] = {LISTED(EALREADY), LISTED(EINTR), LISTED(ENOBUFS), LISTED(ETIMEDOUT)};
SOCKSPEC_TABLE(connect_injected_always, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", attempts), AXIS("errno", lasting_errors)})

/* After a failure. */

static const struct sockspec_variant passing_errors[] = {
    LISTED(EADDRNOTAVAIL), LISTED(EALREADY), LISTED(ECONNREFUSED), LISTED(EHOSTUNREACH), LISTED(EINTR), LISTED(ENETDOWN),
    LISTED(ENETUNREACH), LISTED(ENOBUFS), LISTED(ENOSR), LISTED(ETIMEDOUT),
};
static const struct sockspec_row connect_injected_then_rows[] = {
    /* An earlier error does not persist: the next call connects. */
    {"connect-injected-then", "$behaviour", ITSELF, KNOCKING FAILS "failed = rescue(Errno::$errno, socket.$method(to), 'failed'); [failed, $attempt, socket.getpeername]", RETURNS("['failed', 0, to]")},
};
SOCKSPEC_TABLE(connect_injected_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", attempts), AXIS("errno", passing_errors)})

static const struct sockspec_row connect_injected_flag_rows[] = {
    /* connect_nonblock sets O_NONBLOCK even though the call fails. */
    {"connect-injected-sets", "connect_nonblock.sets-nonblock", ITSELF, KNOCKING "clear_nonblocking(socket); " FAILS "raised(Errno::$errno, socket.connect_nonblock(to)); nonblocking(socket)", RETURNS("true")},
    /* connect leaves O_NONBLOCK as it was, whether it raises the error or, as Ruby 1.8.7 does
     * with EALREADY, waits. */
    {"connect-injected-leaves", "connect.leaves-nonblock", ITSELF, KNOCKING "clear_nonblocking(socket); " FAILS "rescue(Errno::$errno, socket.connect(to), 'raised'); nonblocking(socket)", RETURNS("false")},
};
static const struct sockspec_variant flag_errors[] = {UNLISTED(EALREADY), UNLISTED(ECONNREFUSED), UNLISTED(ENOBUFS)};
SOCKSPEC_TABLE(connect_injected_flag, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("errno", flag_errors)})

/* $behaviour: the behaviour that says that an unlisted error is raised as well. */
static const struct sockspec_variant unlisted_attempts[] = {
    {"connect", {{"method", "connect"}, {"behaviour", "connect.error.message"}}},
    {"connect_nonblock", {{"method", "connect_nonblock"}, {"behaviour", "connect_nonblock.any-error"}}},
};
static const struct sockspec_variant unlisted_errors[] = {UNLISTED(EDOM), UNLISTED(ENFILE), UNLISTED(ENOMEM), UNLISTED(EPERM), UNLISTED(EPROTO)};
static const struct sockspec_row connect_injected_unlisted_rows[] = {
    /* An error that is not listed is raised as well. */
    {"connect-injected-unlisted", "$behaviour", "connect-injected-none-$kind-$method", KNOCKING FAILS "socket.$method(to)", RAISES_ONE("Errno::$errno", "connect(2)")},
};
SOCKSPEC_TABLE(connect_injected_unlisted, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", unlisted_attempts), AXIS("errno", unlisted_errors)})

static const struct sockspec_variant again[] = {UNLISTED(EAGAIN)};
static const struct sockspec_row connect_nonblock_injected_again_rows[] = {
    {"connect-injected-unlisted", "connect_nonblock.any-error", "connect-injected-none-$kind-$method", KNOCKING FAILS "socket.$method(to)", RAISES_ONE("Errno::$errno", "connect(2)")},
};
static const struct sockspec_variant attempt_nonblock[] = {{"connect_nonblock", {{"method", "connect_nonblock"}}}};
SOCKSPEC_TABLE(connect_nonblock_injected_again, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", attempt_nonblock), AXIS("errno", again)})

static const struct sockspec_row connect_injected_again_rows[] = {
    /* In connect both Rubies wait after EAGAIN, as they do after EINPROGRESS. Raising it is
     * allowed as well. */
    {"connect-injected-unlisted", "connect.again", ITSELF, KNOCKING FAILS "socket.$method(to)", RETURNS_OR_RAISES("0", Errno::EAGAIN)},
};
static const struct sockspec_variant attempt_blocking[] = {{"connect", {{"method", "connect"}}}};
SOCKSPEC_TABLE(connect_injected_again, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", attempt_blocking), AXIS("errno", again)})

SOCKSPEC_TABLE(connect_injected_nameless, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", unlisted_attempts)})

static const struct sockspec_row connect_injected_once_rows[] = {
    /* The call makes only one connect(2): the second one, which fails, is another socket's. */
    {"connect-injected-once", "connect_nonblock.one-call", ITSELF, KNOCKING "other = Socket.new($domain, $type, 0); fault('connect', 'ENOBUFS', 2); [socket.connect_nonblock(to), rescue(Errno::ENOBUFS, other.connect_nonblock(to), 'failed')]", RETURNS("[0, 'failed']")},
};
static const struct sockspec_variant kinds_at_once[] = {SOCKSPEC_UDP4, SOCKSPEC_UDP6, SOCKSPEC_UNIX_STREAM, SOCKSPEC_UNIX_SEQPACKET, SOCKSPEC_UNIX_DGRAM};
SOCKSPEC_TABLE(connect_injected_once, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", kinds_at_once)})
/* clang-format on */

/* clang-format off */
static const struct sockspec_row connect_long_wait_rows[] = {
    /* The door has a full queue. A wait with a time limit ends at once, and the call continues to
     * wait. */
    {"connect-waits-long", "connect.blocks", ITSELF, "door = Tester.socket($domain, $type); door.bind($any); door.listen(0); to = door.sockaddr; filler = Tester.connected(to, $type); socket = Socket.new($domain, $type, 0); clear_nonblocking(socket); expire_waits(1000000000); call = start socket.connect(to); blocked(call); door.accept; finish(call)", RETURNS("0")},
};
static const struct sockspec_variant silent_hosts[] = {
    {"in4", {{"domain", "AF_INET"}, {"silent", "in4(9, '192.0.2.99')"}}},
    {"in6", {{"domain", "AF_INET6"}, {"silent", "in6(9, '2001:db8:1::99')"}}},
};
static const struct sockspec_row connect_long_wait_silent_rows[] = {
    /* The host never answers. */
    {"connect-waits-long-silent", "connect.blocks", ITSELF, "socket = Socket.new($domain, SOCK_STREAM, 0); clear_nonblocking(socket); expire_waits(1000000000); call = start socket.connect($silent); blocked(call)", RETURNS("true")},
    {"connect-waits-long-progress", "connect.waits-out-progress", ITSELF, "socket = Socket.new($domain, SOCK_STREAM, 0); set_nonblocking(socket); expire_waits(1000000000); call = start socket.connect($silent); blocked(call)", RETURNS("true")},
};
SOCKSPEC_TABLE(connect_long_wait, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix", .axes = {AXIS("kind", unix_stream_kinds)})
SOCKSPEC_TABLE(connect_long_wait_silent, .provoked = SOCKSPEC_INJECTED, .axes = {AXIS("family", silent_hosts)})
/* clang-format on */
