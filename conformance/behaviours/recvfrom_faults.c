/* recvfrom, recvfrom_nonblock, recv and recv_nonblock when the system call itself fails: each errno
 * that is documented, for every kind of socket, although a message waits. */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
#define WAITING "$pair; peer.send('letter'); " SOCKSPEC_READY
#define FAILS "fault('receive', '$errno'); "
#define FAILS_EACH_TIME "fault('receive', '$errno', 'always'); "

/* $mode: how the socket has to be for it; $none: the row where it is so and nothing fails. */
#define ERROR(errno) {#errno, {{"errno", #errno}, {"mode", ""}, {"none", "recvfrom-injected-none"}}}
#define ERROR_UNDER_O_NONBLOCK(errno) {#errno, {{"errno", #errno}, {"mode", "set_nonblocking(socket)"}, {"none", "recvfrom-injected-none-flag"}}}

static const struct sockspec_row recvfrom_injected_none_rows[] = {
    /* Without a fault the calls of this file answer the message; ... */
    {"recvfrom-injected-none", "$message", ITSELF, WAITING "socket.$method(10)$data", RETURNS("'letter'")},
    /* ... under O_NONBLOCK, too. */
    {"recvfrom-injected-none-flag", "$message", ITSELF, WAITING "set_nonblocking(socket); socket.$method(10)$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recvfrom_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", receivers)})

#define RAISED_ERRORS \
    ERROR_UNDER_O_NONBLOCK(EAGAIN), ERROR_UNDER_O_NONBLOCK(EWOULDBLOCK), ERROR(EBADF), ERROR(ECONNRESET), ERROR(EFAULT), ERROR(EINVAL), \
    ERROR(EIO), ERROR(ENOBUFS), ERROR(ENOMEM), ERROR(ENOSR), ERROR(ENOTCONN), ERROR(ENOTSOCK), ERROR(EOPNOTSUPP), ERROR(ETIMEDOUT)
static const struct sockspec_variant raised_errors[] = {RAISED_ERRORS};
static const struct sockspec_variant listed_errors[] = {RAISED_ERRORS, ERROR(EINTR)};
/* What the system says is raised, the first time it says so. The page names the exceptions; their messages are below. */
#define INJECTED_ROWS \
    {"recvfrom-injected", "recvfrom.unix.$errno", "$none-$kind-$method", WAITING "$mode; " FAILS "socket.$method(10)", RAISES_ONE("Errno::$errno", NULL)}
static const struct sockspec_row recvfrom_injected_rows[] = {INJECTED_ROWS};
static const struct sockspec_row recvfrom_nonblock_injected_rows[] = {INJECTED_ROWS};
static const struct sockspec_row recvfrom_injected_once_rows[] = {
    /* Once a signal's handler has run, a method that waits may begin again instead, and answers the message then. */
    {"recvfrom-injected-once", "recvfrom.unix.EINTR", ITSELF, WAITING "fault('receive', 'EINTR'); rescue(Errno::EINTR, socket.$method(10)$data, 'raised')", RETURNS("either('raised', 'letter')")},
};
SOCKSPEC_TABLE(recvfrom_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", blocking_receivers), AXIS("errno", raised_errors)})
SOCKSPEC_TABLE(recvfrom_nonblock_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", nonblocking_receivers), AXIS("errno", listed_errors)})
SOCKSPEC_TABLE(recvfrom_injected_once, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", blocking_receivers)})

static const struct sockspec_row recvfrom_injected_always_rows[] = {
    /* However long it lasts, it is not tried again for ever. */
    {"recvfrom-injected-always", "recvfrom.unix.$errno", "$none-$kind-$method", WAITING "$mode; " FAILS_EACH_TIME "socket.$method(10)", RAISES_ONE("Errno::$errno", NULL)},
};
static const struct sockspec_variant lasting_errors[] = {ERROR_UNDER_O_NONBLOCK(EAGAIN), ERROR(EINTR), ERROR(ENOBUFS), ERROR(ENOMEM)};
SOCKSPEC_TABLE(recvfrom_injected_always, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", receivers), AXIS("errno", lasting_errors)})

static const struct sockspec_variant passing_errors[] = {
    ERROR_UNDER_O_NONBLOCK(EAGAIN), ERROR(EIO), ERROR(ENOBUFS), ERROR(ENOMEM), ERROR(ENOSR),
};
static const struct sockspec_variant interruption[] = {ERROR(EINTR)};
/* A call that failed took nothing: the next one answers the message, whole. */
#define THEN_ROWS \
    {"recvfrom-injected-then", "recvfrom.unix.$errno", ITSELF, WAITING "$mode; " FAILS "failed = rescue(Errno::$errno, socket.$method(3), 'failed'); again = start socket.$method(10); [failed, at_once(again)$data]", RETURNS("['failed', 'letter']")}
static const struct sockspec_row recvfrom_injected_then_rows[] = {THEN_ROWS};
static const struct sockspec_row recvfrom_nonblock_injected_then_rows[] = {THEN_ROWS};
SOCKSPEC_TABLE(recvfrom_injected_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", receivers), AXIS("errno", passing_errors)})
SOCKSPEC_TABLE(recvfrom_nonblock_injected_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", nonblocking_receivers), AXIS("errno", interruption)})

static const struct sockspec_row recvfrom_injected_sender_rows[] = {
    /* So is its sender. */
    {"recvfrom-injected-then-sender", "recvfrom.unix.$errno", ITSELF, WAITING "$mode; " FAILS "failed = rescue(Errno::$errno, socket.$method(10), 'failed'); again = start socket.$method(10); [failed, at_once(again)]", RETURNS("['failed', ['letter', peer.sockaddr]]")},
};
SOCKSPEC_TABLE(recvfrom_injected_sender, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", datagram_kinds), AXIS("method", sender_receivers), AXIS("errno", passing_errors)})

static const struct sockspec_row recvfrom_injected_flag_rows[] = {
    /* recvfrom_nonblock sets O_NONBLOCK although the call fails. (Of recv_nonblock nothing says that it does: today's Ruby leaves the flag alone.) */
    {"recvfrom-injected-sets", "$method.sets-nonblock", ITSELF, WAITING "clear_nonblocking(socket); " FAILS "raised(Errno::$errno, socket.$method(10)); nonblocking(socket)", RETURNS("true")},
};
static const struct sockspec_variant flag_errors[] = {ERROR(EAGAIN), ERROR(EINTR), ERROR(ENOMEM)};
SOCKSPEC_TABLE(recvfrom_injected_flag, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", unnamed_receivers), AXIS("errno", flag_errors)})

static const struct sockspec_row recvfrom_injected_left_rows[] = {
    /* It is left as it was by the methods that wait. */
    {"recvfrom-injected-leaves", "$method.blocks", ITSELF, WAITING "clear_nonblocking(socket); fault('receive', 'ENOMEM'); raised(Errno::ENOMEM, socket.$method(10)); nonblocking(socket)", RETURNS("false")},
};
SOCKSPEC_TABLE(recvfrom_injected_left, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", blocking_receivers)})

/* $behaviour: where it is said that an error which is not listed is raised, too. */
static const struct sockspec_variant named_unlisted_receivers[] = {
    {"recvfrom", {{"method", "recvfrom"}, {"behaviour", "recvfrom.error.message"}}},
    {"recv", {{"method", "recv"}, {"behaviour", "recv.error.message"}}},
    {"recv_nonblock", {{"method", "recv_nonblock"}, {"behaviour", "recv_nonblock.exceptions"}}},
};
static const struct sockspec_variant unnamed_unlisted_receivers[] = {
    {"recvfrom_nonblock", {{"method", "recvfrom_nonblock"}, {"behaviour", "recvfrom_nonblock.any-error"}}},
};
static const struct sockspec_variant unlisted_errors[] = {ERROR(ECONNREFUSED), ERROR(EHOSTUNREACH), ERROR(ENETDOWN), ERROR(EPERM), ERROR(EPIPE)};
/* An error that is not listed is raised as well. The page says so of recvfrom_nonblock, without a message. */
#define UNLISTED_ROW(message) \
    {"recvfrom-injected-unlisted", "$behaviour", "recvfrom-injected-none-$kind-$method", WAITING FAILS "socket.$method(10)", RAISES_ONE("Errno::$errno", message)}
static const struct sockspec_row recvfrom_injected_unlisted_named_rows[] = {UNLISTED_ROW("recvfrom(2)")};
static const struct sockspec_row recvfrom_injected_unlisted_rows[] = {UNLISTED_ROW(NULL)};
SOCKSPEC_TABLE(recvfrom_injected_unlisted_named, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", named_unlisted_receivers), AXIS("errno", unlisted_errors)})
SOCKSPEC_TABLE(recvfrom_injected_unlisted, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", unnamed_unlisted_receivers), AXIS("errno", unlisted_errors)})

static const struct sockspec_row recvfrom_injected_message_rows[] = {
    /* In both Rubies the message names the system call, whatever the error is. */
    {"recvfrom-injected-message", "$method.error.message", "recvfrom-injected-none-$kind-$method", WAITING FAILS "socket.$method(10)", RAISES_ONE("Errno::$errno", "recvfrom(2)")},
};
static const struct sockspec_variant message_errors[] = {ERROR(EIO), ERROR(ENOBUFS), ERROR(ETIMEDOUT), ERROR(EPERM)};
SOCKSPEC_TABLE(recvfrom_injected_message, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", some_kinds), AXIS("method", receivers), AXIS("errno", message_errors)})
/* clang-format on */
