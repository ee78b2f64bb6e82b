/* recvfrom, recvfrom_nonblock, recv and recv_nonblock when the system call itself fails although
 * a message is waiting. Every documented errno is injected for every kind of socket. */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
#define WAITING "$pair; peer.send('letter'); " SOCKSPEC_READY
#define FAILS "fault('receive', '$errno'); "
#define FAILS_EACH_TIME "fault('receive', '$errno', 'always'); "

/* $mode puts the socket into the mode that the error needs. $none is the row with that mode and
 * no fault. */
#define ERROR(errno) {#errno, {{"errno", #errno}, {"mode", ""}, {"none", "recvfrom-injected-none"}}}
#define ERROR_UNDER_O_NONBLOCK(errno) {#errno, {{"errno", #errno}, {"mode", "set_nonblocking(socket)"}, {"none", "recvfrom-injected-none-flag"}}}

static const struct sockspec_row recvfrom_injected_none_rows[] = {
    /* Without a fault the calls of this file return the message. */
    {"recvfrom-injected-none", "$message", ITSELF, WAITING "socket.$method(10)$data", RETURNS("'letter'")},
    /* Without a fault the calls of this file return the message with O_NONBLOCK set as well. */
    {"recvfrom-injected-none-flag", "$message", ITSELF, WAITING "set_nonblocking(socket); socket.$method(10)$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recvfrom_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", receivers)})

#define BLOCKING_ERRORS ERROR_UNDER_O_NONBLOCK(EAGAIN), ERROR_UNDER_O_NONBLOCK(EWOULDBLOCK)
#define RAISED_ERRORS \
    ERROR(EBADF), ERROR(ECONNRESET), ERROR(EFAULT), ERROR(EINVAL), \
    ERROR(EIO), ERROR(ENOBUFS), ERROR(ENOMEM), ERROR(ENOSR), ERROR(ENOTCONN), ERROR(ENOTSOCK), ERROR(EOPNOTSUPP), ERROR(ETIMEDOUT)
static const struct sockspec_variant raised_errors[] = {BLOCKING_ERRORS, RAISED_ERRORS};
static const struct sockspec_variant listed_errors[] = {BLOCKING_ERRORS, RAISED_ERRORS, ERROR(EINTR)};
static const struct sockspec_variant blocking_errors[] = {BLOCKING_ERRORS};
static const struct sockspec_variant other_errors[] = {RAISED_ERRORS};
/* The error is raised the first time it occurs. The page lists the exceptions of recvfrom and
 * recvfrom_nonblock, without messages. Both Rubies raise those of recv and recv_nonblock as
 * well, with a message that names recvfrom(2). */
#define INJECTED_ROWS(of, message) \
    {"recvfrom-injected", of("$errno"), "$none-$kind-$method", WAITING "$mode; " FAILS "socket.$method(10)", RAISES_ONE("Errno::$errno", message)}
static const struct sockspec_row recvfrom_injected_rows[] = {INJECTED_ROWS(SOCKSPEC_OF_PAGE, NULL)};
static const struct sockspec_row recvfrom_nonblock_injected_rows[] = {INJECTED_ROWS(SOCKSPEC_OF_PAGE, NULL)};
static const struct sockspec_row recv_injected_rows[] = {INJECTED_ROWS(SOCKSPEC_OF_METHOD, "recvfrom(2)")};
static const struct sockspec_row recv_nonblock_injected_rows[] = {INJECTED_ROWS(SOCKSPEC_OF_METHOD, "recvfrom(2)")};
SOCKSPEC_TABLE(recvfrom_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recvfrom_only), AXIS("errno", raised_errors)})
SOCKSPEC_TABLE(recvfrom_nonblock_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", unnamed_receivers), AXIS("errno", listed_errors)})
SOCKSPEC_TABLE(recv_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_only), AXIS("errno", other_errors)})
SOCKSPEC_TABLE(recv_nonblock_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_nonblock_only), AXIS("errno", listed_errors)})

/* After a signal's handler has run, a method that waits may start again, and then returns the
 * message. */
#define ONCE_ROW(behaviour) \
    {"recvfrom-injected-once", behaviour, ITSELF, WAITING "fault('receive', 'EINTR'); rescue(Errno::EINTR, socket.$method(10)$data, 'raised')", RETURNS("either('raised', 'letter')")}
static const struct sockspec_row recvfrom_injected_once_rows[] = {ONCE_ROW("recvfrom.unix.EINTR")};
static const struct sockspec_row recv_injected_once_rows[] = {ONCE_ROW("recv.interrupted")};
SOCKSPEC_TABLE(recvfrom_injected_once, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recvfrom_only)})
SOCKSPEC_TABLE(recv_injected_once, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_only)})

/* An error that keeps occurring is raised: the call does not try again for ever. */
#define ALWAYS_ROWS(of, message) \
    {"recvfrom-injected-always", of("$errno"), "$none-$kind-$method", WAITING "$mode; " FAILS_EACH_TIME "socket.$method(10)", RAISES_ONE("Errno::$errno", message)}
static const struct sockspec_row recvfrom_injected_always_rows[] = {ALWAYS_ROWS(SOCKSPEC_OF_PAGE, NULL)};
static const struct sockspec_row recv_injected_always_rows[] = {ALWAYS_ROWS(SOCKSPEC_OF_METHOD, "recvfrom(2)")};
static const struct sockspec_row recv_nonblock_injected_always_rows[] = {ALWAYS_ROWS(SOCKSPEC_OF_METHOD, "recvfrom(2)")};
static const struct sockspec_variant lasting_errors[] = {ERROR_UNDER_O_NONBLOCK(EAGAIN), ERROR(EINTR), ERROR(ENOBUFS), ERROR(ENOMEM)};
static const struct sockspec_variant lasting_other_errors[] = {ERROR(ENOBUFS), ERROR(ENOMEM)};
SOCKSPEC_TABLE(recvfrom_injected_always, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", documented_receivers), AXIS("errno", lasting_errors)})
SOCKSPEC_TABLE(recv_injected_always, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_only), AXIS("errno", lasting_other_errors)})
SOCKSPEC_TABLE(recv_nonblock_injected_always, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_nonblock_only), AXIS("errno", lasting_errors)})

static const struct sockspec_variant passing_errors[] = {
    ERROR_UNDER_O_NONBLOCK(EAGAIN), ERROR(EIO), ERROR(ENOBUFS), ERROR(ENOMEM), ERROR(ENOSR),
};
static const struct sockspec_variant passing_other_errors[] = {ERROR(EIO), ERROR(ENOBUFS), ERROR(ENOMEM), ERROR(ENOSR)};
static const struct sockspec_variant interruption[] = {ERROR(EINTR)};
/* A call that failed received nothing: the next call returns the whole message. */
#define THEN_ROWS(of) \
    {"recvfrom-injected-then", of("$errno"), ITSELF, WAITING "$mode; " FAILS "failed = rescue(Errno::$errno, socket.$method(3), 'failed'); again = start socket.$method(10); [failed, at_once(again)$data]", RETURNS("['failed', 'letter']")}
static const struct sockspec_row recvfrom_injected_then_rows[] = {THEN_ROWS(SOCKSPEC_OF_PAGE)};
static const struct sockspec_row recvfrom_nonblock_injected_then_rows[] = {THEN_ROWS(SOCKSPEC_OF_PAGE)};
static const struct sockspec_row recv_injected_then_rows[] = {THEN_ROWS(SOCKSPEC_OF_METHOD)};
static const struct sockspec_row recv_nonblock_injected_then_rows[] = {THEN_ROWS(SOCKSPEC_OF_METHOD)};
static const struct sockspec_row recv_nonblock_injected_interrupted_then_rows[] = {THEN_ROWS(SOCKSPEC_OF_METHOD)};
SOCKSPEC_TABLE(recvfrom_injected_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", documented_receivers), AXIS("errno", passing_errors)})
SOCKSPEC_TABLE(recvfrom_nonblock_injected_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", unnamed_receivers), AXIS("errno", interruption)})
SOCKSPEC_TABLE(recv_injected_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_only), AXIS("errno", passing_other_errors)})
SOCKSPEC_TABLE(recv_nonblock_injected_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_nonblock_only), AXIS("errno", passing_errors)})
SOCKSPEC_TABLE(recv_nonblock_injected_interrupted_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_nonblock_only), AXIS("errno", interruption)})

/* For recv the page does not say that it raises when the system reports that nothing is
 * available or that a signal arrived. Both Rubies try again and return the message. */
static const struct sockspec_row recv_injected_again_rows[] = {
    {"recvfrom-injected", "recv.nonblocking", ITSELF, WAITING "$mode; " FAILS "rescue(Errno::$errno, socket.$method(10), 'raised')", RETURNS("either('raised', 'letter')")},
};
static const struct sockspec_row recv_injected_again_always_rows[] = {
    {"recvfrom-injected-always", "recv.nonblocking", ITSELF, WAITING "$mode; " FAILS_EACH_TIME "rescue(Errno::$errno, socket.$method(10), 'raised')", RETURNS("either('raised', 'letter')")},
    /* The message is not lost: if the call raises, the next call returns the message. */
    {"recvfrom-injected-then", "recv.nonblocking", ITSELF, WAITING "$mode; " FAILS "rescue(Errno::$errno, socket.$method(10), at_once(start socket.$method(10)))", RETURNS("'letter'")},
};
static const struct sockspec_row recv_injected_interrupted_always_rows[] = {
    {"recvfrom-injected-always", "recv.interrupted", ITSELF, WAITING FAILS_EACH_TIME "rescue(Errno::$errno, socket.$method(10), 'raised')", RETURNS("either('raised', 'letter')")},
};
static const struct sockspec_variant eagain[] = {ERROR_UNDER_O_NONBLOCK(EAGAIN)};
SOCKSPEC_TABLE(recv_injected_again, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_only), AXIS("errno", blocking_errors)})
SOCKSPEC_TABLE(recv_injected_again_always, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_only), AXIS("errno", eagain)})
SOCKSPEC_TABLE(recv_injected_interrupted_always, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", recv_only), AXIS("errno", interruption)})

static const struct sockspec_row recvfrom_injected_sender_rows[] = {
    /* The next call also returns the sender of the message. */
    {"recvfrom-injected-then-sender", "recvfrom.unix.$errno", ITSELF, WAITING "$mode; " FAILS "failed = rescue(Errno::$errno, socket.$method(10), 'failed'); again = start socket.$method(10); [failed, at_once(again)]", RETURNS("['failed', ['letter', peer.sockaddr]]")},
};
SOCKSPEC_TABLE(recvfrom_injected_sender, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", datagram_kinds), AXIS("method", sender_receivers), AXIS("errno", passing_errors)})

static const struct sockspec_row recvfrom_injected_flag_rows[] = {
    /* recvfrom_nonblock sets O_NONBLOCK even though the call fails. (For recv_nonblock the page
     * does not say that it sets the flag, and today's Ruby leaves it alone.) */
    {"recvfrom-injected-sets", "$method.sets-nonblock", ITSELF, WAITING "clear_nonblocking(socket); " FAILS "raised(Errno::$errno, socket.$method(10)); nonblocking(socket)", RETURNS("true")},
};
static const struct sockspec_variant flag_errors[] = {ERROR(EAGAIN), ERROR(EINTR), ERROR(ENOMEM)};
SOCKSPEC_TABLE(recvfrom_injected_flag, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", unnamed_receivers), AXIS("errno", flag_errors)})

static const struct sockspec_row recvfrom_injected_left_rows[] = {
    /* The methods that wait leave O_NONBLOCK as it was. */
    {"recvfrom-injected-leaves", "$method.blocks", ITSELF, WAITING "clear_nonblocking(socket); fault('receive', 'ENOMEM'); raised(Errno::ENOMEM, socket.$method(10)); nonblocking(socket)", RETURNS("false")},
};
SOCKSPEC_TABLE(recvfrom_injected_left, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", blocking_receivers)})

/* $behaviour: the behaviour that says that an unlisted error is raised as well. */
static const struct sockspec_variant named_unlisted_receivers[] = {
    {"recvfrom", {{"method", "recvfrom"}, {"behaviour", "recvfrom.error.message"}}},
    {"recv", {{"method", "recv"}, {"behaviour", "recv.error.message"}}},
    {"recv_nonblock", {{"method", "recv_nonblock"}, {"behaviour", "recv_nonblock.exceptions"}}},
};
static const struct sockspec_variant unnamed_unlisted_receivers[] = {
    {"recvfrom_nonblock", {{"method", "recvfrom_nonblock"}, {"behaviour", "recvfrom_nonblock.any-error"}}},
};
static const struct sockspec_variant unlisted_errors[] = {ERROR(ECONNREFUSED), ERROR(EHOSTUNREACH), ERROR(ENETDOWN), ERROR(EPERM), ERROR(EPIPE)};
/* An error that is not listed is raised as well. The page says so for recvfrom_nonblock, without
 * a message. */
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
