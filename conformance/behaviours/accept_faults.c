/* accept, accept_nonblock and sysaccept when the system call itself fails. Every documented
 * errno is injected for every family, whether or not this kernel would produce it. */
#include "conformance/harness/rows/families.h"

#define FAILS "fault('accept', '$errno')"
#define ALWAYS_FAILS "fault('accept', '$errno', 'always')"
#define ACCEPTED "client, from = at_once(start server.$method); client = $wrap"
/* An attempt that should raise, and its outcome. If it accepts a socket instead, the socket is
 * wrapped so that it can be closed. */
#define ATTEMPTED                                                                                  \
    "attempt = rescue(SystemCallError, rescue(Errno::$errno, (" ACCEPTED                           \
    "; 'accepted'), 'raised'), 'raised another')"
#define TWO_CALLERS                                                                                \
    "at = server.getsockname; $caller; caller.send('first'); "                                     \
    "second = Tester.connected(at, $type); second.send('second')"
#define HEARD "IO.select([client]); heard = client.recv(20)"

#define ERROR(name)                                                                                \
    {                                                                                              \
        name, {                                                                                    \
            { "errno", name }                                                                      \
        }                                                                                          \
    }
/* Errors after which a method that waits may try again once: a signal's handler has run, or
 * garbage collection may have freed descriptors and memory. */
#define RETRIED_ERRORS ERROR("EINTR"), ERROR("EMFILE"), ERROR("ENFILE"), ERROR("ENOMEM")
/* Temporary errors: the next call can succeed. */
#define PASSING_ERRORS                                                                             \
    ERROR("EAGAIN"), ERROR("EWOULDBLOCK"), ERROR("ECONNABORTED"), ERROR("ENOBUFS"),                \
        ERROR("ENOSR"), ERROR("EPROTO")
#define LASTING_ERRORS                                                                             \
    ERROR("EBADF"), ERROR("EFAULT"), ERROR("EINVAL"), ERROR("ENOTSOCK"), ERROR("EOPNOTSUPP")
static const struct sockspec_variant listed_errors[] = {RETRIED_ERRORS, PASSING_ERRORS,
                                                        LASTING_ERRORS};
static const struct sockspec_variant retried_errors[] = {RETRIED_ERRORS};
static const struct sockspec_variant raised_errors[] = {PASSING_ERRORS, LASTING_ERRORS};
static const struct sockspec_variant passing_errors[] = {PASSING_ERRORS};
static const struct sockspec_variant nonblock_passing_errors[] = {RETRIED_ERRORS, PASSING_ERRORS};
/* Errors after which an implementation might wrongly wait for a caller. */
#define WAITING_ERRORS ERROR("EAGAIN"), ERROR("EWOULDBLOCK"), ERROR("ECONNABORTED"), ERROR("EPROTO")
static const struct sockspec_variant waiting_errors[] = {WAITING_ERRORS};
static const struct sockspec_variant nonblock_waiting_errors[] = {WAITING_ERRORS, ERROR("EINTR")};

/* clang-format off */
static const struct sockspec_row accept_injected_none_rows[] = {
    /* Without a fault the calls of this file succeed. */
    {"accept-injected-none", "accept.result.socket", ITSELF, "$listening; $caller; client, from = at_once(start server.$method); $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
};
#define INJECTED_ROWS \
    {"accept-injected", "accept.unix.$errno", "accept-injected-none-$family-$method", "$listening; $caller; " FAILS "; at_once(start server.$method)", RAISES_ONE("Errno::$errno", NULL)}
#define NOBODY_ROWS \
    {"accept-injected-nobody", "accept.unix.$errno", ITSELF, "$listening; clear_nonblocking(server); " FAILS "; " ATTEMPTED "; attempt", RETURNS("'raised'")}
#define THEN_ROWS \
    /* The caller stays first in the queue: the next call accepts it, and its data has not been lost. */ \
    {"accept-injected-then", "accept.unix.$errno", ITSELF, "$listening; " TWO_CALLERS "; " FAILS "; " ATTEMPTED "; " ACCEPTED "; " HEARD "; [attempt, from, heard, server.getsockname]", RETURNS("['raised', caller.sockaddr, 'first', at]")}, \
    /* Earlier connections are not affected, and the next caller is accepted next. */ \
    {"accept-injected-between", "accept.unix.$errno", ITSELF, "$listening; " TWO_CALLERS "; fault('accept', '$errno', 2); " ACCEPTED "; one = client; " ATTEMPTED "; " ACCEPTED "; " HEARD "; one.send('still', 0); [attempt, from, heard, caller.recv(20)]", RETURNS("['raised', second.sockaddr, 'second', 'still']")}

/* The error is raised the first time it occurs, even if a caller is waiting. */
static const struct sockspec_row accept_injected_rows[] = {INJECTED_ROWS};
static const struct sockspec_row accept_nonblock_injected_once_rows[] = {INJECTED_ROWS};
static const struct sockspec_row accept_injected_once_rows[] = {
    /* Where trying again is the better response to a single failure, the call may accept a
     * connection instead. */
    {"accept-injected-once", "accept.unix.$errno", ITSELF, "$listening; $caller; " FAILS "; " ATTEMPTED "; attempt", RETURNS("either('raised', 'accepted')")},
    {"accept-injected-once-then", "accept.unix.$errno", ITSELF, "$listening; " TWO_CALLERS "; " FAILS "; " ATTEMPTED "; " ACCEPTED "; " HEARD "; [attempt, from, heard, server.getsockname]", RETURNS("either(['raised', caller.sockaddr, 'first', at], ['accepted', second.sockaddr, 'second', at])")},
};
static const struct sockspec_row accept_injected_always_rows[] = {
    /* An error that keeps occurring is raised, so an implementation that tries again must stop
     * at some point. */
    {"accept-injected-always", "accept.unix.$errno", "accept-injected-none-$family-$method", "$listening; $caller; " ALWAYS_FAILS "; at_once(start server.$method)", RAISES_ONE("Errno::$errno", NULL)},
};
/* After the error the call does not wait for a caller either. */
static const struct sockspec_row accept_injected_nobody_rows[] = {NOBODY_ROWS};
static const struct sockspec_row accept_nonblock_injected_nobody_rows[] = {NOBODY_ROWS};
static const struct sockspec_row accept_injected_then_rows[] = {THEN_ROWS};
static const struct sockspec_row accept_nonblock_injected_then_rows[] = {THEN_ROWS};
static const struct sockspec_row accept_injected_other_rows[] = {
    /* The message names the system call. */
    {"accept-injected-message-ECONNABORTED", "$method.error.message", "accept-injected-none", "$listening; $caller; fault('accept', 'ECONNABORTED'); at_once(start server.$method)", RAISES(Errno::ECONNABORTED, "accept(2)")},
    {"accept-injected-message-ENOBUFS", "$method.error.message", "accept-injected-none", "$listening; $caller; fault('accept', 'ENOBUFS'); at_once(start server.$method)", RAISES(Errno::ENOBUFS, "accept(2)")},
    {"accept-injected-message-EMFILE", "$method.error.message", "accept-injected-none", "$listening; $caller; fault('accept', 'EMFILE', 'always'); at_once(start server.$method)", RAISES(Errno::EMFILE, "accept(2)")},
    {"accept-injected-message-EPERM", "$method.error.message", "accept-injected-none", "$listening; $caller; fault('accept', 'EPERM'); at_once(start server.$method)", RAISES(Errno::EPERM, "accept(2)")},
    /* A failure of one listener does not affect another one. */
    {"accept-injected-other", "accept.unix.ENOBUFS", ITSELF, "$listening; $caller; failing = server; server = Socket.new($domain, $type, 0); server.bind($other); server.listen(5); second = Tester.connected(server.getsockname, $type); fault('accept', 'ENOBUFS', 'always', failing); attempt = rescue(Errno::ENOBUFS, failing.$method, 'raised'); " ACCEPTED "; [attempt, from]", RETURNS("['raised', second.sockaddr]")},
    /* After a failure the listener can be closed. */
    {"accept-injected-closed", "accept.unix.ENOBUFS", ITSELF, "$listening; $caller; fault('accept', 'ENOBUFS'); attempt = rescue(Errno::ENOBUFS, server.$method, 'raised'); server.close; [attempt, server.closed?]", RETURNS("['raised', true]")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", accept_methods)})
SOCKSPEC_TABLE(accept_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", waiting_accept_methods),
                        AXIS("errno", raised_errors)})
SOCKSPEC_TABLE(accept_nonblock_injected_once, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", nonblock_accept_methods),
                        AXIS("errno", listed_errors)})
SOCKSPEC_TABLE(accept_injected_once, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", waiting_accept_methods),
                        AXIS("errno", retried_errors)})
SOCKSPEC_TABLE(accept_injected_always, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", accept_methods),
                        AXIS("errno", listed_errors)})
SOCKSPEC_TABLE(accept_injected_nobody, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", waiting_accept_methods),
                        AXIS("errno", waiting_errors)})
SOCKSPEC_TABLE(accept_nonblock_injected_nobody, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", nonblock_accept_methods),
                        AXIS("errno", nonblock_waiting_errors)})
SOCKSPEC_TABLE(accept_injected_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", waiting_accept_methods),
                        AXIS("errno", passing_errors)})
SOCKSPEC_TABLE(accept_nonblock_injected_then, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", nonblock_accept_methods),
                        AXIS("errno", nonblock_passing_errors)})
SOCKSPEC_TABLE(accept_injected_other, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", accept_methods)})

/* clang-format off */
static const struct sockspec_row accept_injected_flags_rows[] = {
    /* The methods that wait leave O_NONBLOCK as it was. */
    {"accept-injected-leaves-blocking", "accept.unix.$errno", ITSELF, "$listening; $caller; clear_nonblocking(server); " FAILS "; " ATTEMPTED "; [attempt, nonblocking(server)]", RETURNS("['raised', false]")},
    {"accept-injected-leaves-nonblocking", "accept.unix.$errno", ITSELF, "$listening; $caller; set_nonblocking(server); " FAILS "; " ATTEMPTED "; [attempt, nonblocking(server)]", RETURNS("['raised', true]")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_injected_flags, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", waiting_accept_methods),
                        AXIS("errno", waiting_errors)})

static const struct sockspec_variant unlisted_errors[] = {
    ERROR("EPERM"),        ERROR("EIO"),        ERROR("EACCES"),          ERROR("EPIPE"),
    ERROR("ENODEV"),       ERROR("ENETDOWN"),   ERROR("ENETUNREACH"),     ERROR("EHOSTDOWN"),
    ERROR("EHOSTUNREACH"), ERROR("ECONNRESET"), ERROR("ETIMEDOUT"),       ERROR("ENOPROTOOPT"),
    ERROR("ENONET"),       ERROR("EADDRINUSE"), ERROR("ESOCKTNOSUPPORT"), ERROR("EPROTONOSUPPORT"),
};

/* clang-format off */
static const struct sockspec_row accept_nonblock_injected_rows[] = {
    /* accept_nonblock sets O_NONBLOCK even though the call fails. */
    {"accept-nonblock-injected-sets", "accept_nonblock.sets-nonblock", ITSELF, "$listening; $caller; clear_nonblocking(server); " FAILS "; attempt = rescue(Errno::$errno, server.accept_nonblock, 'raised'); [attempt, nonblocking(server)]", RETURNS("['raised', true]")},
};
static const struct sockspec_row accept_nonblock_injected_any_rows[] = {
    /* An error of accept(2) that is not listed is raised as well. */
    {"accept-nonblock-injected-any", "accept_nonblock.any-error", "accept-injected-none-$family-accept_nonblock", "$listening; $caller; " FAILS "; server.accept_nonblock", RAISES_ONE("Errno::$errno", NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_nonblock_injected, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("errno", nonblock_waiting_errors)})
SOCKSPEC_TABLE(accept_nonblock_injected_any, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("errno", unlisted_errors)})
