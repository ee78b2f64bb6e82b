/* Methods of BasicSocket that make one system call, when that call fails: send, shutdown,
 * getsockopt, setsockopt, getsockname and getpeername. The receiving methods are in
 * recvfrom_faults.c. */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
/* `socket` and the tester's `peer` are connected to each other. */
#define CONNECTED SOCKSPEC_BOUND "; socket.connect(peer.sockaddr)"
static const struct sockspec_variant connected_kinds[] = {
    SOCKSPEC_TCP4, SOCKSPEC_UNIX_STREAM, SOCKSPEC_IN6("udp6", "SOCK_DGRAM", CONNECTED), SOCKSPEC_UN("unix-dgram", "SOCK_DGRAM", CONNECTED),
};

#define FAILS "fault('$method', '$errno'); "
#define ERROR(errno) {#errno, {{"errno", #errno}}}

/* $call and its result. In both Rubies the message of getsockname and getpeername names the
 * system call; for the other methods only today's Ruby does so. */
#define SHUTDOWN {"method", "shutdown"}, {"call", "socket.shutdown"}, {"answer", "0"}
#define GETSOCKOPT {"method", "getsockopt"}, {"call", "socket.getsockopt(SOL_SOCKET, SO_TYPE)"}, {"answer", "String"}
#define SETSOCKOPT {"method", "setsockopt"}, {"call", "socket.setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1)"}, {"answer", "0"}
#define GETSOCKNAME {"method", "getsockname"}, {"call", "socket.getsockname"}, {"answer", "String"}
#define GETPEERNAME {"method", "getpeername"}, {"call", "socket.getpeername"}, {"answer", "peer.sockaddr"}

static const struct sockspec_variant calls[] = {
    {"shutdown", {SHUTDOWN}}, {"getsockopt", {GETSOCKOPT}}, {"setsockopt", {SETSOCKOPT}}, {"getsockname", {GETSOCKNAME}}, {"getpeername", {GETPEERNAME}},
};

static const struct sockspec_row basic_socket_injected_none_rows[] = {
    /* Without a fault the calls of this file succeed. */
    {"basic-socket-injected-none", "$method.any-error", ITSELF, "$pair; $call", RETURNS("$answer")},
};
SOCKSPEC_TABLE(basic_socket_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", connected_kinds), AXIS("method", calls)})

/* The errors that the page lists for each method. */
static const struct sockspec_variant classed_errors[] = {
    {"shutdown-ENOTCONN", {SHUTDOWN, {"errno", "ENOTCONN"}}},
    {"shutdown-EBADF", {SHUTDOWN, {"errno", "EBADF"}}},
    {"shutdown-ENOTSOCK", {SHUTDOWN, {"errno", "ENOTSOCK"}}},
    {"getsockopt-ENOPROTOOPT", {GETSOCKOPT, {"errno", "ENOPROTOOPT"}}},
    {"getsockopt-EBADF", {GETSOCKOPT, {"errno", "EBADF"}}},
    {"getsockopt-ENOTSOCK", {GETSOCKOPT, {"errno", "ENOTSOCK"}}},
    {"setsockopt-EINVAL", {SETSOCKOPT, {"errno", "EINVAL"}}},
    {"setsockopt-ENOPROTOOPT", {SETSOCKOPT, {"errno", "ENOPROTOOPT"}}},
    {"setsockopt-EBADF", {SETSOCKOPT, {"errno", "EBADF"}}},
    {"setsockopt-ENOTSOCK", {SETSOCKOPT, {"errno", "ENOTSOCK"}}},
};
static const struct sockspec_variant named_errors[] = {
    {"getsockname-EBADF", {GETSOCKNAME, {"errno", "EBADF"}}},
    {"getsockname-ENOTSOCK", {GETSOCKNAME, {"errno", "ENOTSOCK"}}},
    {"getpeername-ENOTCONN", {GETPEERNAME, {"errno", "ENOTCONN"}}},
    {"getpeername-EBADF", {GETPEERNAME, {"errno", "EBADF"}}},
    {"getpeername-ENOTSOCK", {GETPEERNAME, {"errno", "ENOTSOCK"}}},
};
static const struct sockspec_row basic_socket_injected_class_rows[] = {
    {"basic-socket-injected", "$method.$errno", "basic-socket-injected-none-$kind-$method", "$pair; " FAILS "$call", RAISES_ONE("Errno::$errno", NULL)},
};
SOCKSPEC_TABLE(basic_socket_injected_class, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", connected_kinds), AXIS("error", classed_errors)})
static const struct sockspec_row basic_socket_injected_rows[] = {
    {"basic-socket-injected", "$method.$errno", "basic-socket-injected-none-$kind-$method", "$pair; " FAILS "$call", RAISES_ONE("Errno::$errno", "$method(2)")},
};
SOCKSPEC_TABLE(basic_socket_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", connected_kinds), AXIS("error", named_errors)})

static const struct sockspec_variant classed_calls[] = {
    {"shutdown", {SHUTDOWN}}, {"getsockopt", {GETSOCKOPT}}, {"setsockopt", {SETSOCKOPT}},
};
static const struct sockspec_variant named_calls[] = {
    {"getsockname", {GETSOCKNAME}}, {"getpeername", {GETPEERNAME}},
};
static const struct sockspec_variant unnamed_errors[] = {ERROR(EINTR), ERROR(EIO), ERROR(ENOBUFS)};
/* Any other error of the system is raised as well. */
static const struct sockspec_row basic_socket_injected_unnamed_class_rows[] = {
    {"basic-socket-injected-unnamed", "$method.any-error", "basic-socket-injected-none-$kind-$method", "$pair; " FAILS "$call", RAISES_ONE("Errno::$errno", NULL)},
};
SOCKSPEC_TABLE(basic_socket_injected_unnamed_class, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connected_kinds), AXIS("method", classed_calls), AXIS("errno", unnamed_errors)})
static const struct sockspec_row basic_socket_injected_message_rows[] = {
    {"basic-socket-injected-message", "$method.error.message", "basic-socket-injected-none-$kind-$method", "$pair; " FAILS "$call", RAISES_ONE("Errno::$errno", "$method(2)")},
};
static const struct sockspec_variant message_errors[] = {ERROR(EBADF), ERROR(EIO)};
SOCKSPEC_TABLE(basic_socket_injected_message, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connected_kinds), AXIS("method", classed_calls), AXIS("errno", message_errors)})
static const struct sockspec_row basic_socket_injected_unnamed_rows[] = {
    {"basic-socket-injected-unnamed", "$method.any-error", "basic-socket-injected-none-$kind-$method", "$pair; " FAILS "$call", RAISES_ONE("Errno::$errno", "$method(2)")},
};
SOCKSPEC_TABLE(basic_socket_injected_unnamed, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connected_kinds), AXIS("method", named_calls), AXIS("errno", unnamed_errors)})
static const struct sockspec_row basic_socket_injected_then_rows[] = {
    /* Once the error is gone, the call succeeds. */
    {"basic-socket-injected-then", "$method.any-error", ITSELF, "$pair; " FAILS "failed = rescue(Errno::$errno, $call, 'failed'); [failed, $call]", RETURNS("['failed', $answer]")},
};
SOCKSPEC_TABLE(basic_socket_injected_then, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connected_kinds), AXIS("method", calls), AXIS("errno", unnamed_errors)})

/* Every errno has a class. Ruby 1.8.7 has none for some that systems introduced later. */
static const struct sockspec_variant all_errors[] = {
    ERROR(EPERM), ERROR(ENOENT), ERROR(ESRCH), ERROR(EINTR), ERROR(EIO), ERROR(ENXIO), ERROR(E2BIG),
    ERROR(ENOEXEC), ERROR(EBADF), ERROR(ECHILD), ERROR(EAGAIN), ERROR(ENOMEM), ERROR(EACCES),
    ERROR(EFAULT), ERROR(ENOTBLK), ERROR(EBUSY), ERROR(EEXIST), ERROR(EXDEV), ERROR(ENODEV),
    ERROR(ENOTDIR), ERROR(EISDIR), ERROR(EINVAL), ERROR(ENFILE), ERROR(EMFILE), ERROR(ENOTTY),
    ERROR(ETXTBSY), ERROR(EFBIG), ERROR(ENOSPC), ERROR(ESPIPE), ERROR(EROFS), ERROR(EMLINK),
    ERROR(EPIPE), ERROR(EDOM), ERROR(ERANGE), ERROR(EDEADLK), ERROR(ENAMETOOLONG), ERROR(ENOLCK),
    ERROR(ENOSYS), ERROR(ENOTEMPTY), ERROR(ELOOP), ERROR(ENOMSG), ERROR(EIDRM), ERROR(ECHRNG),
    ERROR(EL2NSYNC), ERROR(EL3HLT), ERROR(EL3RST), ERROR(ELNRNG), ERROR(EUNATCH), ERROR(ENOCSI),
    ERROR(EL2HLT), ERROR(EBADE), ERROR(EBADR), ERROR(EXFULL), ERROR(ENOANO), ERROR(EBADRQC),
    ERROR(EBADSLT), ERROR(EBFONT), ERROR(ENOSTR), ERROR(ENODATA), ERROR(ETIME), ERROR(ENOSR),
    ERROR(ENONET), ERROR(ENOPKG), ERROR(EREMOTE), ERROR(ENOLINK), ERROR(EADV), ERROR(ESRMNT),
    ERROR(ECOMM), ERROR(EPROTO), ERROR(EMULTIHOP), ERROR(EDOTDOT), ERROR(EBADMSG), ERROR(EOVERFLOW),
    ERROR(ENOTUNIQ), ERROR(EBADFD), ERROR(EREMCHG), ERROR(ELIBACC), ERROR(ELIBBAD), ERROR(ELIBSCN),
    ERROR(ELIBMAX), ERROR(ELIBEXEC), ERROR(EILSEQ), ERROR(ERESTART), ERROR(ESTRPIPE), ERROR(EUSERS),
    ERROR(ENOTSOCK), ERROR(EDESTADDRREQ), ERROR(EMSGSIZE), ERROR(EPROTOTYPE), ERROR(ENOPROTOOPT),
    ERROR(EPROTONOSUPPORT), ERROR(ESOCKTNOSUPPORT), ERROR(EOPNOTSUPP), ERROR(EPFNOSUPPORT),
    ERROR(EAFNOSUPPORT), ERROR(EADDRINUSE), ERROR(EADDRNOTAVAIL), ERROR(ENETDOWN),
    ERROR(ENETUNREACH), ERROR(ENETRESET), ERROR(ECONNABORTED), ERROR(ECONNRESET), ERROR(ENOBUFS),
    ERROR(EISCONN), ERROR(ENOTCONN), ERROR(ESHUTDOWN), ERROR(ETOOMANYREFS), ERROR(ETIMEDOUT),
    ERROR(ECONNREFUSED), ERROR(EHOSTDOWN), ERROR(EHOSTUNREACH), ERROR(EALREADY), ERROR(EINPROGRESS),
    ERROR(ESTALE), ERROR(EUCLEAN), ERROR(ENOTNAM), ERROR(ENAVAIL), ERROR(EISNAM), ERROR(EREMOTEIO),
    ERROR(EDQUOT),
};
static const struct sockspec_variant newer_errors[] = {
    ERROR(ENOMEDIUM), ERROR(EMEDIUMTYPE), ERROR(ECANCELED), ERROR(ENOKEY), ERROR(EKEYEXPIRED), ERROR(EKEYREVOKED),
    ERROR(EKEYREJECTED), ERROR(EOWNERDEAD), ERROR(ENOTRECOVERABLE), ERROR(ERFKILL), ERROR(EHWPOISON),
};
#define EVERY_ROW(behaviour) \
    {"basic-socket-injected-every", behaviour, "basic-socket-injected-none-unix-stream-getpeername", "socket, peer = Socket.pair(AF_UNIX, SOCK_STREAM, 0); fault('getpeername', '$errno'); socket.getpeername", RAISES_ONE("Errno::$errno", "getpeername(2)")}
static const struct sockspec_row basic_socket_injected_every_rows[] = {
    EVERY_ROW("getpeername.any-error"),
};
static const struct sockspec_row basic_socket_injected_newer_rows[] = {
    EVERY_ROW("getpeername.any-error.newer"),
};
SOCKSPEC_TABLE(basic_socket_injected_every, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("errno", all_errors)})
SOCKSPEC_TABLE(basic_socket_injected_newer, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("errno", newer_errors)})
static const struct sockspec_row basic_socket_injected_names_rows[] = {
    /* One errno has two names. */
    {"basic-socket-injected-every-ENOTSUP", "getpeername.any-error", "basic-socket-injected-none-unix-stream-getpeername", "socket, peer = Socket.pair(AF_UNIX, SOCK_STREAM, 0); fault('getpeername', 'EOPNOTSUPP'); socket.getpeername", RAISES(Errno::ENOTSUP, "getpeername(2)")},
    /* An errno without a name raises SystemCallError. */
    {"basic-socket-injected-nameless", "getpeername.any-error", "basic-socket-injected-none-unix-stream-getpeername", "socket, peer = Socket.pair(AF_UNIX, SOCK_STREAM, 0); fault('getpeername', '134'); socket.getpeername", RAISES(SystemCallError, "getpeername(2)")},
};
SOCKSPEC_TABLE(basic_socket_injected_names, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING)

/* send with a destination: today's Ruby names sendto(2) in the message, Ruby 1.8.7 names
 * send(2). */

#define SEND_FAILS "fault('send', '$errno'); "
#define NAMED(errno) {#errno, {{"errno", #errno}, {"behaviour", "send." #errno}}}
#define NAMED_FOR_DESTINATIONS(errno) {#errno, {{"errno", #errno}, {"behaviour", "send.dest." #errno}}}
#define UNNAMED(errno) {#errno, {{"errno", #errno}, {"behaviour", "send.any-error"}}}

static const struct sockspec_variant send_errors[] = {
    NAMED(EACCES), NAMED(EBADF), NAMED(ECONNRESET), NAMED(EDESTADDRREQ), NAMED(EMSGSIZE), NAMED(ENOTCONN), NAMED(ENOTSOCK), NAMED(EPIPE),
    UNNAMED(EFAULT), UNNAMED(EIO), UNNAMED(ENETDOWN), UNNAMED(ENOBUFS), UNNAMED(ENOMEM),
};
static const struct sockspec_row send_injected_rows[] = {
    {"send-injected", "$behaviour", "send-injected-none-$kind", "$pair; " SEND_FAILS "socket.send('letter', 0)", RAISES_ONE("Errno::$errno", "send(2)")},
    /* A message whose call failed has not been sent. The next message is sent. */
    {"send-injected-then", "$behaviour", ITSELF, "$pair; " SEND_FAILS "failed = rescue(Errno::$errno, socket.send('lost', 0), 'failed'); [failed, socket.send('letter', 0), peer.recv(20)]", RETURNS("['failed', 6, 'letter']")},
};
SOCKSPEC_TABLE(send_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", connected_kinds), AXIS("errno", send_errors)})

static const struct sockspec_row send_injected_none_rows[] = {
    {"send-injected-none", "send.result", ITSELF, "$pair; socket.send('letter', 0)", RETURNS("6")},
    /* The socket's buffer has no room: with MSG_DONTWAIT the call raises, or, as in both Rubies,
     * waits for room and sends. */
    {"send-injected-dontwait", "send.flags.dontwait", ITSELF, "$pair; socket.send('letter', MSG_DONTWAIT)", RETURNS("6")},
    {"send-injected-full", "send.flags.dontwait", ITSELF, "$pair; fault('send', 'EAGAIN'); socket.send('letter', MSG_DONTWAIT)", RETURNS_OR_RAISES("6", Errno::EAGAIN)},
    /* A signal arrives before anything was sent: the call starts again. */
    {"send-injected-interrupted", "send.interrupted", ITSELF, "$pair; fault('send', 'EINTR'); [socket.send('letter', 0), peer.recv(20)]", RETURNS("[6, 'letter']")},
    /* A message that was sent after the restart is not sent again. */
    {"send-injected-interrupted-then", "send.interrupted", ITSELF, "$pair; fault('send', 'EINTR'); socket.send('one', 0); [peer.recv(20), socket.send('two', 0), socket.shutdown(SHUT_WR), peer.recv(20)]", RETURNS("['one', 3, 0, 'two']")},
};
SOCKSPEC_TABLE(send_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", connected_kinds)})

static const struct sockspec_variant send_to_errors[] = {
    NAMED_FOR_DESTINATIONS(EAFNOSUPPORT), NAMED_FOR_DESTINATIONS(ECONNREFUSED), NAMED_FOR_DESTINATIONS(EHOSTUNREACH), NAMED_FOR_DESTINATIONS(EINVAL),
    NAMED_FOR_DESTINATIONS(EISCONN), NAMED_FOR_DESTINATIONS(ENETUNREACH), NAMED_FOR_DESTINATIONS(ENOENT), NAMED_FOR_DESTINATIONS(EPROTOTYPE),
    UNNAMED(ENETDOWN), UNNAMED(ENOBUFS), UNNAMED(ENOMEM),
};
static const struct sockspec_row send_to_injected_rows[] = {
    {"send-to-injected", "$behaviour", "send-to-injected-none-$kind", "$pair; " SEND_FAILS "socket.send('letter', 0, peer.sockaddr)", RAISES_ONE("Errno::$errno", "either('send(2)', 'sendto(2)')")},
    {"send-to-injected-then", "$behaviour", ITSELF, "$pair; " SEND_FAILS "failed = rescue(Errno::$errno, socket.send('lost', 0, peer.sockaddr), 'failed'); [failed, socket.send('letter', 0, peer.sockaddr), peer.recv(20)]", RETURNS("['failed', 6, 'letter']")},
};
SOCKSPEC_TABLE(send_to_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", datagram_kinds), AXIS("errno", send_to_errors)})

static const struct sockspec_row send_to_injected_none_rows[] = {
    {"send-to-injected-none", "send.dest", ITSELF, "$pair; socket.send('letter', 0, peer.sockaddr)", RETURNS("6")},
    {"send-to-injected-message", "send.dest.error.message", "send-to-injected-none", "$pair; fault('send', 'ENOBUFS'); socket.send('letter', 0, peer.sockaddr)", RAISES(Errno::ENOBUFS, "sendto(2)")},
    {"send-to-injected-interrupted", "send.interrupted", ITSELF, "$pair; fault('send', 'EINTR'); [socket.send('letter', 0, peer.sockaddr), peer.recv(20)]", RETURNS("[6, 'letter']")},
};
SOCKSPEC_TABLE(send_to_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", datagram_kinds)})
/* clang-format on */
