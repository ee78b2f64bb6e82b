/* The safe levels 0 to 4, $SAFE.
 *
 * The C printed on the page shows those of gethostbyname and listen, which are in their own files.
 * All the others are known from Ruby 1.8.7 alone: later Rubies have no safe levels, so their
 * drivers do not list the feature safe_level, and these rows do not apply to them. */
#include "conformance/harness/rows/row.h"

/* clang-format off */
#define STREAMS "server = Socket.new(AF_UNIX, SOCK_STREAM, 0); server.bind(un(path('a'))); server.listen(5); "
#define CALLER STREAMS "caller = Tester.connected(un(path('a')), SOCK_STREAM); "
#define SOCKET "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); "
#define PAIR "socket, other = Socket.pair(AF_UNIX, SOCK_STREAM, 0); "
#define DATA PAIR "other.send('line\\n', 0); "
#define DOOR "door = Tester.socket(AF_UNIX, SOCK_STREAM); door.bind(un(path('a'))); door.listen(5); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); "
#define CALL(of, make, text, result) {of, {{"of", of}, {"before", make}, {"call", text}, {"good", result}}}

static const struct sockspec_variant any_level[] = {
    {"0", {{"level", "0"}}}, {"1", {{"level", "1"}}}, {"2", {{"level", "2"}}}, {"3", {{"level", "3"}}}, {"4", {{"level", "4"}}},
};
static const struct sockspec_variant levels_0_1[] = {{"0", {{"level", "0"}}}, {"1", {{"level", "1"}}}};
static const struct sockspec_variant levels_2_4[] = {{"2", {{"level", "2"}}}, {"3", {{"level", "3"}}}, {"4", {{"level", "4"}}}};
static const struct sockspec_variant levels_0_2[] = {{"0", {{"level", "0"}}}, {"1", {{"level", "1"}}}, {"2", {{"level", "2"}}}};
static const struct sockspec_variant levels_3_4[] = {{"3", {{"level", "3"}}}, {"4", {{"level", "4"}}}};
static const struct sockspec_variant levels_0_3[] = {{"0", {{"level", "0"}}}, {"1", {{"level", "1"}}}, {"2", {{"level", "2"}}}, {"3", {{"level", "3"}}}};
static const struct sockspec_variant level_4[] = {{"4", {{"level", "4"}}}};

#define ALLOWED_ROW(id) {id, "$of.safe-level", ITSELF, "$before safe_level($level); $call", RETURNS("$good")}
#define REFUSED_ROW(id, control) {id, "$of.safe-level", control, "$before safe_level($level); $call", RAISES(SecurityError, NULL)}

/* From level 2 on: setsockopt. */
static const struct sockspec_variant from_2[] = {
    CALL("setsockopt", SOCKET, "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", "0"),
};
static const struct sockspec_row safe_below_2_rows[] = {ALLOWED_ROW("safe-below-2")};
static const struct sockspec_row safe_from_2_rows[] = {REFUSED_ROW("safe-from-2", "safe-below-2-$of-1")};
/* clang-format on */
SOCKSPEC_TABLE(safe_below_2, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "safe_level", .axes = {AXIS("call", from_2), AXIS("level", levels_0_1)})
SOCKSPEC_TABLE(safe_from_2, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "safe_level", .axes = {AXIS("call", from_2), AXIS("level", levels_2_4)})

/* clang-format off */
/* From level 3 on: new, gethostname, accept, accept_nonblock and sysaccept. */
static const struct sockspec_variant from_3[] = {
    CALL("new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "Socket"),
    CALL("gethostname", "name = Socket.gethostname; ", "Socket.gethostname", "name"),
    CALL("accept", CALLER, "server.accept[1]", "caller.sockaddr"),
    CALL("accept_nonblock", CALLER, "server.accept_nonblock[1]", "caller.sockaddr"),
    CALL("sysaccept", CALLER, "fd, from = server.sysaccept; Socket.for_fd(fd); from", "caller.sockaddr"),
};
static const struct sockspec_row safe_below_3_rows[] = {ALLOWED_ROW("safe-below-3")};
/* clang-format on */
SOCKSPEC_TABLE(safe_below_3, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "safe_level", .axes = {AXIS("call", from_3), AXIS("level", levels_0_2)})

/* clang-format off */
static const struct sockspec_variant refused_from_3[] = {
    CALL("new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "nil"),
    CALL("gethostname", "", "Socket.gethostname", "nil"),
    CALL("accept", CALLER, "server.accept", "nil"),
    CALL("accept_nonblock", CALLER, "server.accept_nonblock", "nil"),
    CALL("sysaccept", CALLER, "server.sysaccept", "nil"),
};
static const struct sockspec_row safe_from_3_rows[] = {REFUSED_ROW("safe-from-3", "safe-below-3-$of-2")};
/* clang-format on */
SOCKSPEC_TABLE(safe_from_3, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "safe_level",
               .axes = {AXIS("call", refused_from_3), AXIS("level", levels_3_4)})

/* clang-format off */
/* At level 4: the class-wide setter, pack_sockaddr_in with a text, IO.select with a socket, and
 * every instance method that is not above. */
static const struct sockspec_variant at_4[] = {
    CALL("do_not_reverse_lookup.class", "", "BasicSocket.do_not_reverse_lookup = true", "true"),
    CALL("do_not_reverse_lookup.socket", "", "Socket.do_not_reverse_lookup = true", "true"),
    CALL("pack_sockaddr_in", "", "Socket.pack_sockaddr_in(80, '127.0.0.1')", "in4(80, '127.0.0.1')"),
    CALL("sockaddr_in", "", "Socket.sockaddr_in(80, '127.0.0.1')", "in4(80, '127.0.0.1')"),
    CALL("select", SOCKET, "IO.select(nil, [socket], nil, 0)", "[[], [socket], []]"),
    CALL("bind", SOCKET, "socket.bind(un(path('a')))", "0"),
    CALL("connect", DOOR, "socket.connect(un(path('a')))", "0"),
    CALL("connect_nonblock", DOOR, "socket.connect_nonblock(un(path('a')))", "0"),
    CALL("recvfrom", DATA, "socket.recvfrom(4)", "['line', '']"),
    CALL("recvfrom_nonblock", DATA, "socket.recvfrom_nonblock(4)", "['line', '']"),
    CALL("recv", DATA, "socket.recv(4)", "'line'"),
    CALL("recv_nonblock", DATA, "socket.recv_nonblock(4)", "'line'"),
    CALL("send", PAIR, "socket.send('x', 0)", "1"),
    CALL("close_read", PAIR, "socket.close_read", "nil"),
    CALL("close_write", PAIR, "socket.close_write", "nil"),
    CALL("shutdown", PAIR, "socket.shutdown(SHUT_WR)", "0"),
    CALL("getpeername", DOOR "socket.connect(un(path('a'))); ", "socket.getpeername", "door.sockaddr"),
    CALL("getsockname", STREAMS "name = server.getsockname; ", "server.getsockname", "name"),
    CALL("getsockopt", SOCKET, "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", "hex('00 00 00 00')"),
    CALL("close", PAIR, "socket.close", "nil"),
    CALL("write", PAIR, "socket.write('x')", "1"),
    CALL("puts", PAIR, "socket.puts('x')", "nil"),
    CALL("read", DATA, "socket.read(4)", "'line'"),
    CALL("readline", DATA, "socket.readline", "'line\\n'"),
};
static const struct sockspec_row safe_below_4_rows[] = {ALLOWED_ROW("safe-below-4")};
static const struct sockspec_row safe_at_4_rows[] = {REFUSED_ROW("safe-at", "safe-below-4-$of-3")};
/* clang-format on */
SOCKSPEC_TABLE(safe_below_4, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "safe_level", .axes = {AXIS("call", at_4), AXIS("level", levels_0_3)})
SOCKSPEC_TABLE(safe_at_4, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "safe_level", .axes = {AXIS("call", at_4), AXIS("level", level_4)})

/* clang-format off */
/* At no level: these methods. */
static const struct sockspec_variant never[] = {
    CALL("pair", "", "Socket.pair(AF_UNIX, SOCK_STREAM, 0)", "[Socket, Socket]"),
    CALL("socketpair", "", "Socket.socketpair(AF_UNIX, SOCK_STREAM, 0)", "[Socket, Socket]"),
    CALL("getaddrinfo", "BasicSocket.do_not_reverse_lookup = true; ", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM)", "[['AF_INET', 80, '127.0.0.1', '127.0.0.1', AF_INET, SOCK_STREAM, IPPROTO_TCP]]"),
    CALL("getnameinfo", "", "Socket.getnameinfo(in4(80, '127.0.0.1'), NI_NUMERICHOST | NI_NUMERICSERV)", "['127.0.0.1', '80']"),
    CALL("gethostbyaddr", "host = Socket.gethostbyaddr(hex('7f 00 00 01')); ", "Socket.gethostbyaddr(hex('7f 00 00 01'))", "host"),
    CALL("getservbyname", "", "Socket.getservbyname('80')", "80"),
    CALL("pack_sockaddr_un", "", "Socket.pack_sockaddr_un('/a')", "un('/a')"),
    CALL("sockaddr_un", "", "Socket.sockaddr_un('/a')", "un('/a')"),
    CALL("unpack_sockaddr_un", "", "Socket.unpack_sockaddr_un(un('/a'))", "'/a'"),
    CALL("unpack_sockaddr_in", "", "Socket.unpack_sockaddr_in(in4(80, '127.0.0.1'))", "[80, '127.0.0.1']"),
    CALL("for_fd", SOCKET "number = socket.fileno; ", "Socket.for_fd(number)", "Socket"),
};
static const struct sockspec_row safe_never_rows[] = {ALLOWED_ROW("safe-never")};
/* clang-format on */
SOCKSPEC_TABLE(safe_never, .provoked = SOCKSPEC_KERNEL, .feature = "safe_level",
               .axes = {AXIS("call", never), AXIS("level", any_level)})

/* clang-format off */
/* A socket that is made at level 3 or above is tainted. Level 4 keeps its hands off untainted
 * sockets only. */
static const struct sockspec_variant on_tainted[] = {
    CALL("select", "", "IO.select(nil, [socket], nil, 0)", "[[], [socket], []]"),
    CALL("bind", "", "socket.bind(un(path('a')))", "0"),
    CALL("recvfrom", "", "socket.recvfrom(4)", "['line', '']"),
    CALL("recvfrom_nonblock", "", "socket.recvfrom_nonblock(4)", "['line', '']"),
    CALL("recv", "", "socket.recv(4)", "'line'"),
    CALL("recv_nonblock", "", "socket.recv_nonblock(4)", "'line'"),
    CALL("close_read", "", "socket.close_read", "nil"),
    CALL("close_write", "", "socket.close_write", "nil"),
    CALL("shutdown", "", "socket.shutdown(SHUT_WR)", "0"),
    CALL("getpeername", "", "socket.getpeername", "hex('01 00')"),
    CALL("getsockname", "", "socket.getsockname", "hex('01 00')"),
    CALL("getsockopt", "", "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", "hex('00 00 00 00')"),
    CALL("close", "", "socket.close", "nil"),
    CALL("read", "", "socket.read(4)", "'line'"),
    CALL("readline", "", "socket.readline", "'line\\n'"),
};
static const struct sockspec_row safe_tainted_rows[] = {
    {"safe-tainted", "$of.safe-level", ITSELF, "safe_level($level); socket, other = Socket.pair(AF_UNIX, SOCK_STREAM, 0); safe_level(3); other.send('line\\n', 0); safe_level(4); $call", RETURNS("$good")},
};
/* clang-format on */
SOCKSPEC_TABLE(safe_tainted, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "safe_level",
               .axes = {AXIS("call", on_tainted), AXIS("level", levels_3_4)})

/* clang-format off */
#define OWN "safe_level(4); socket, other = Socket.pair(AF_UNIX, SOCK_STREAM, 0); "

static const struct sockspec_row safe_level_rows[] = {
    /* These methods refuse a tainted socket as well. */
    {"safe-own-send", "send.safe-level", "safe-below-4-send-3", OWN "socket.send('x', 0)", RAISES(SecurityError, NULL)},
    {"safe-own-write", "write.safe-level", "safe-below-4-write-3", OWN "socket.write('x')", RAISES(SecurityError, NULL)},
    {"safe-own-puts", "puts.safe-level", "safe-below-4-puts-3", OWN "socket.puts('x')", RAISES(SecurityError, NULL)},
    {"safe-own-setsockopt", "setsockopt.safe-level", "safe-below-2-setsockopt-1", OWN "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", RAISES(SecurityError, NULL)},
    {"safe-own-accept", "accept.safe-level", "safe-below-3-accept-2", OWN "socket.accept", RAISES(SecurityError, NULL)},
    /* An empty text is not sent, but is refused. */
    {"safe-at-4-write-empty", "write.safe-level", "safe-below-4-write-3", PAIR "safe_level(4); socket.write('')", RAISES(SecurityError, NULL)},
    /* The level is checked before the arguments ... */
    {"safe-new-arguments", "new.safe-level", "safe-below-3-new-2", "safe_level(3); Socket.new(nil, nil, nil)", RAISES(SecurityError, NULL)},
    {"safe-setsockopt-arguments", "setsockopt.safe-level", "safe-below-2-setsockopt-1", SOCKET "safe_level(2); socket.setsockopt(nil, nil, nil)", RAISES(SecurityError, NULL)},
    {"safe-send-arguments", "send.safe-level", "safe-below-4-send-3", PAIR "safe_level(4); socket.send(nil, nil)", RAISES(SecurityError, NULL)},
    {"safe-shutdown-arguments", "shutdown.safe-level", "safe-below-4-shutdown-3", PAIR "safe_level(4); socket.shutdown(99)", RAISES(SecurityError, NULL)},
    /* ... except by the methods that check the socket itself. */
    {"safe-bind-arguments", "bind.safe-level", "safe-below-4-bind-3", SOCKET "safe_level(4); socket.bind(nil)", RAISES(TypeError, NULL)},
    {"safe-connect-arguments", "connect.safe-level", "safe-below-4-connect-3", SOCKET "safe_level(4); socket.connect(nil)", RAISES(TypeError, NULL)},
    {"safe-connect-nonblock-arguments", "connect_nonblock.safe-level", "safe-below-4-connect_nonblock-3", SOCKET "safe_level(4); socket.connect_nonblock(nil)", RAISES(TypeError, NULL)},
    {"safe-recvfrom-arguments", "recvfrom.safe-level", "safe-below-4-recvfrom-3", PAIR "safe_level(4); socket.recvfrom(nil)", RAISES(TypeError, NULL)},
    {"safe-recv-arguments", "recv.safe-level", "safe-below-4-recv-3", PAIR "safe_level(4); socket.recv(nil)", RAISES(TypeError, NULL)},
    {"safe-getsockopt-arguments", "getsockopt.safe-level", "safe-below-4-getsockopt-3", PAIR "safe_level(4); socket.getsockopt(nil, SO_TYPE)", RAISES(TypeError, NULL)},
    {"safe-read-arguments", "read.safe-level", "safe-below-4-read-3", PAIR "safe_level(4); socket.read(-1)", RAISES(ArgumentError, NULL)},
    {"safe-select-arguments", "select.safe-level", "safe-below-4-select-3", PAIR "safe_level(4); IO.select([socket], nil, nil, -1)", RAISES(ArgumentError, NULL)},
    {"safe-pack-in-arguments", "pack_sockaddr_in.safe-level", "safe-below-4-pack_sockaddr_in-3", "safe_level(4); Socket.pack_sockaddr_in(80, true)", RAISES(TypeError, NULL)},
    /* The level 4 comes before the state of the socket. accept looks at its own level after it. */
    {"safe-closed-getsockname", "getsockname.safe-level", "safe-below-4-getsockname-3", PAIR "socket.close; safe_level(4); socket.getsockname", RAISES(SecurityError, NULL)},
    {"safe-closed-recv", "recv.safe-level", "safe-below-4-recv-3", PAIR "socket.close; safe_level(4); socket.recv(1)", RAISES(SecurityError, NULL)},
    {"safe-closed-close", "close.safe-level", "safe-below-4-close-3", PAIR "socket.close; safe_level(4); socket.close", RAISES(SecurityError, NULL)},
    {"safe-closed-accept", "accept.safe-level", "safe-below-3-accept-2", CALLER "server.close; safe_level(3); server.accept", RAISES(IOError, "closed stream")},
    {"safe-closed-sysaccept", "sysaccept.safe-level", "safe-below-3-sysaccept-2", CALLER "server.close; safe_level(3); server.sysaccept", RAISES(IOError, "closed stream")},
    {"safe-closed-accept-4", "accept.safe-level", "safe-below-3-accept-2", CALLER "server.close; safe_level(4); server.accept", RAISES(SecurityError, NULL)},
    {"safe-closed-setsockopt", "setsockopt.safe-level", "safe-below-2-setsockopt-1", SOCKET "socket.close; safe_level(2); socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", RAISES(SecurityError, NULL)},
    /* A refused call does not wait and changes nothing. */
    {"safe-accept-at-once", "accept.safe-level", "safe-below-3-accept-2", STREAMS "safe_level(3); at_once(start server.accept)", RAISES(SecurityError, NULL)},
    {"safe-accept-keeps", "accept.safe-level", ITSELF, CALLER "safe_level(3); raised(SecurityError, server.accept); raised(SecurityError, server.sysaccept); safe_level(2); server.accept[1]", RETURNS("caller.sockaddr")},
    {"safe-accept-nonblock-unset", "accept_nonblock.safe-level", ITSELF, CALLER "clear_nonblocking(server); safe_level(3); raised(SecurityError, server.accept_nonblock); nonblocking(server)", RETURNS("false")},
    {"safe-recv-keeps", "recv.safe-level", ITSELF, DATA "safe_level(4); raised(SecurityError, socket.recv(4)); safe_level(3); socket.recv(4)", RETURNS("'line'")},
    {"safe-close-keeps", "close.safe-level", ITSELF, PAIR "safe_level(4); raised(SecurityError, socket.close); raised(SecurityError, socket.close_read); raised(SecurityError, socket.close_write); raised(SecurityError, socket.shutdown); safe_level(3); other.send('x', 0); [socket.closed?, socket.recv(1), socket.send('x', 0)]", RETURNS("[false, 'x', 1]")},
    {"safe-setsockopt-keeps", "setsockopt.safe-level", ITSELF, SOCKET "safe_level(2); raised(SecurityError, socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)); socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RETURNS("hex('00 00 00 00')")},
    {"safe-reverse-keeps", "do_not_reverse_lookup.class.safe-level", ITSELF, "BasicSocket.do_not_reverse_lookup = false; safe_level(4); raised(SecurityError, (BasicSocket.do_not_reverse_lookup = true)); BasicSocket.do_not_reverse_lookup", RETURNS("false")},
    {"safe-reverse-socket-keeps", "do_not_reverse_lookup.socket.safe-level", ITSELF, "Socket.do_not_reverse_lookup = false; safe_level(4); raised(SecurityError, (Socket.do_not_reverse_lookup = true)); Socket.do_not_reverse_lookup", RETURNS("false")},
    /* Numbers are allowed as an address and a port at every level, and a text is not. */
    {"safe-pack-in-numbers", "pack_sockaddr_in.safe-level", ITSELF, "safe_level(4); Socket.pack_sockaddr_in(80, 2130706433)", RETURNS("in4(80, '127.0.0.1')")},
    {"safe-pack-in-service", "pack_sockaddr_in.safe-level", "safe-pack-in-numbers", "safe_level(4); Socket.pack_sockaddr_in('80', 2130706433)", RAISES(SecurityError, NULL)},
    {"safe-pack-in-unknown", "pack_sockaddr_in.safe-level", "safe-below-4-pack_sockaddr_in-3", "safe_level(4); Socket.pack_sockaddr_in(80, 'no such host')", RAISES(SecurityError, NULL)},
    {"safe-select-none", "select.safe-level", ITSELF, "safe_level(4); IO.select([], nil, nil, 0)", RETURNS("nil")},
};
/* clang-format on */
SOCKSPEC_TABLE(safe_level, .provoked = SOCKSPEC_KERNEL, .feature = "safe_level")
