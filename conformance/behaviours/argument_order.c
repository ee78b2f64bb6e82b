/* Which check comes first when a call is wrong in two ways: the number of its arguments, then each
 * argument, then the state of the socket. */
#include "conformance/harness/rows/families.h"

/* clang-format off */
#define PAIR "socket, other = Socket.pair(AF_UNIX, SOCK_STREAM, 0); "
#define DATA PAIR "other.send('letter', 0); "
#define OWN "socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); "
#define DOOR "door = Tester.socket(AF_UNIX, SOCK_STREAM); door.bind(un(path('a'))); door.listen(5); " OWN
#define CALL(name, of, make, good, result, bad, error) \
    {name, {{"as", name}, {"of", of}, {"make", make}, {"good", good}, {"result", result}, {"bad", bad}, {"error", error}}}

/* Calls with a wrong argument, and the call with one that is right. */
static const struct sockspec_variant calls[] = {
    CALL("bind-nil", "bind", OWN, "socket.bind(un(path('b')))", "0", "socket.bind(nil)", "TypeError"),
    CALL("bind-integer", "bind", OWN, "socket.bind(un(path('b')))", "0", "socket.bind(1)", "TypeError"),
    CALL("connect-nil", "connect", DOOR, "socket.connect(un(path('a')))", "0", "socket.connect(nil)", "TypeError"),
    CALL("connect-integer", "connect", DOOR, "socket.connect(un(path('a')))", "0", "socket.connect(1)", "TypeError"),
    CALL("connect-nonblock-nil", "connect_nonblock", DOOR, "socket.connect_nonblock(un(path('a')))", "0", "socket.connect_nonblock(nil)", "TypeError"),
    CALL("connect-nonblock-integer", "connect_nonblock", DOOR, "socket.connect_nonblock(un(path('a')))", "0", "socket.connect_nonblock(1)", "TypeError"),
    CALL("listen-nil", "listen", OWN "socket.bind(un(path('b'))); ", "socket.listen(5)", "0", "socket.listen(nil)", "TypeError"),
    CALL("listen-text", "listen", OWN "socket.bind(un(path('b'))); ", "socket.listen(5)", "0", "socket.listen('5')", "TypeError"),
    CALL("listen-wide", "listen", OWN "socket.bind(un(path('b'))); ", "socket.listen(5)", "0", "socket.listen(4294967296)", "RangeError"),
    CALL("recvfrom-nil", "recvfrom", DATA, "socket.recvfrom(6)", "['letter', '']", "socket.recvfrom(nil)", "TypeError"),
    CALL("recvfrom-wide", "recvfrom", DATA, "socket.recvfrom(6)", "['letter', '']", "socket.recvfrom(4294967296)", "RangeError"),
    CALL("recvfrom-flags", "recvfrom", DATA, "socket.recvfrom(6)", "['letter', '']", "socket.recvfrom(6, '0')", "TypeError"),
    CALL("recvfrom-flags-wide", "recvfrom", DATA, "socket.recvfrom(6)", "['letter', '']", "socket.recvfrom(6, 4294967296)", "RangeError"),
    CALL("recvfrom-nonblock-nil", "recvfrom_nonblock", DATA, "socket.recvfrom_nonblock(6)", "['letter', '']", "socket.recvfrom_nonblock(nil)", "TypeError"),
    CALL("recvfrom-nonblock-wide", "recvfrom_nonblock", DATA, "socket.recvfrom_nonblock(6)", "['letter', '']", "socket.recvfrom_nonblock(4294967296)", "RangeError"),
    CALL("recvfrom-nonblock-flags", "recvfrom_nonblock", DATA, "socket.recvfrom_nonblock(6)", "['letter', '']", "socket.recvfrom_nonblock(6, '0')", "TypeError"),
    CALL("recv-nil", "recv", DATA, "socket.recv(6)", "'letter'", "socket.recv(nil)", "TypeError"),
    CALL("recv-wide", "recv", DATA, "socket.recv(6)", "'letter'", "socket.recv(4294967296)", "RangeError"),
    CALL("recv-flags", "recv", DATA, "socket.recv(6)", "'letter'", "socket.recv(6, '0')", "TypeError"),
    CALL("recv-flags-wide", "recv", DATA, "socket.recv(6)", "'letter'", "socket.recv(6, 4294967296)", "RangeError"),
    CALL("recv-nonblock-nil", "recv_nonblock", DATA, "socket.recv_nonblock(6)", "'letter'", "socket.recv_nonblock(nil)", "TypeError"),
    CALL("recv-nonblock-wide", "recv_nonblock", DATA, "socket.recv_nonblock(6)", "'letter'", "socket.recv_nonblock(4294967296)", "RangeError"),
    CALL("recv-nonblock-flags", "recv_nonblock", DATA, "socket.recv_nonblock(6)", "'letter'", "socket.recv_nonblock(6, '0')", "TypeError"),
    CALL("send-message", "send", PAIR, "socket.send('x', 0)", "1", "socket.send(nil, 0)", "TypeError"),
    CALL("send-message-integer", "send", PAIR, "socket.send('x', 0)", "1", "socket.send(1, 0)", "TypeError"),
    CALL("send-destination", "send", PAIR, "socket.send('x', 0)", "1", "socket.send('x', 0, 1)", "TypeError"),
    CALL("shutdown-array", "shutdown", PAIR, "socket.shutdown(SHUT_WR)", "0", "socket.shutdown([1])", "TypeError"),
    CALL("shutdown-wide", "shutdown", PAIR, "socket.shutdown(SHUT_WR)", "0", "socket.shutdown(4294967296)", "RangeError"),
    CALL("read-text", "read", DATA, "socket.read(6)", "'letter'", "socket.read('6')", "TypeError"),
    CALL("read-negative", "read", DATA, "socket.read(6)", "'letter'", "socket.read(-1)", "ArgumentError"),
};

static const struct sockspec_row argument_order_good_rows[] = {
    {"order-good", "$of.state-last", ITSELF, "$make$good", RETURNS("$result")},
};

/* States in which the right call would raise another exception, too. */
static const struct sockspec_variant states[] = {
    {"open", {{"state", ""}}},
    {"closed", {{"state", "socket.close; "}}},
    {"closed-by-halves", {{"state", "socket.close_read; socket.close_write; "}}},
    {"close-read", {{"state", "socket.close_read; "}}},
    {"close-write", {{"state", "socket.close_write; "}}},
    {"shut", {{"state", "socket.shutdown(SHUT_RDWR); "}}},
    {"descriptor-closed", {{"state", "again = Socket.for_fd(socket.fileno); again.close; "}}},
    {"no-socket", {{"state", "replace_descriptor(socket); "}}},
};

static const struct sockspec_row argument_order_state_rows[] = {
    {"order-state", "$of.state-last", "order-good-$as", "$make$state$bad", RAISES_ONE("$error", NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(argument_order_good, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("call", calls)})
SOCKSPEC_TABLE(argument_order_state, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("call", calls), AXIS("state", states)})

/* clang-format off */
/* On a closed socket Ruby 1.8.7 looks at the arguments of getsockopt and setsockopt first, and
 * today's Ruby at the socket. A level that is a text is unknown to one and no number to the other. */
static const struct sockspec_variant option_calls[] = {
    {"getsockopt-level-nil", {{"of", "getsockopt"}, {"bad", "socket.getsockopt(nil, SO_TYPE)"}, {"error", "either(TypeError, IOError)"}}},
    {"getsockopt-level-text", {{"of", "getsockopt"}, {"bad", "socket.getsockopt('x', SO_TYPE)"}, {"error", "either(TypeError, SocketError, IOError)"}}},
    {"getsockopt-level-wide", {{"of", "getsockopt"}, {"bad", "socket.getsockopt(4294967297, SO_TYPE)"}, {"error", "either(RangeError, IOError)"}}},
    {"getsockopt-option-nil", {{"of", "getsockopt"}, {"bad", "socket.getsockopt(SOL_SOCKET, nil)"}, {"error", "either(TypeError, IOError)"}}},
    {"getsockopt-option-text", {{"of", "getsockopt"}, {"bad", "socket.getsockopt(SOL_SOCKET, 'x')"}, {"error", "either(TypeError, SocketError, IOError)"}}},
    {"setsockopt-level-nil", {{"of", "setsockopt"}, {"bad", "socket.setsockopt(nil, SO_REUSEADDR, 1)"}, {"error", "either(TypeError, IOError)"}}},
    {"setsockopt-level-text", {{"of", "setsockopt"}, {"bad", "socket.setsockopt('x', SO_REUSEADDR, 1)"}, {"error", "either(TypeError, SocketError, IOError)"}}},
    {"setsockopt-option-wide", {{"of", "setsockopt"}, {"bad", "socket.setsockopt(SOL_SOCKET, 4294967298, 1)"}, {"error", "either(RangeError, IOError)"}}},
    {"setsockopt-value-nil", {{"of", "setsockopt"}, {"bad", "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, nil)"}, {"error", "either(TypeError, IOError)"}}},
    {"setsockopt-value-wide", {{"of", "setsockopt"}, {"bad", "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 4294967297)"}, {"error", "either(RangeError, IOError)"}}},
    {"setsockopt-value-bignum", {{"of", "setsockopt"}, {"bad", "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 4611686018427387904)"}, {"error", "either(TypeError, IOError)"}}},
};
static const struct sockspec_row argument_order_option_rows[] = {
    {"order-closed", "$of.closed-or-argument", "setsockopt-result-unix-stream", OWN "socket.close; $bad", RAISES_ONE("$error", NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(argument_order_option, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("call", option_calls)})

/* clang-format off */
#define TWO(name, of, make, good, result, bad, error) CALL(name, of, make, good, result, bad, error)

/* Two arguments are wrong, each in its own way. The first in the order of the checks decides. */
static const struct sockspec_variant twice_wrong[] = {
    TWO("new-domain-type", "new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "Socket", "Socket.new(nil, 4294967297, 0)", "TypeError"),
    TWO("new-domain-wide-type", "new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "Socket", "Socket.new(4294967298, nil, 0)", "RangeError"),
    TWO("new-domain-unknown-type", "new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "Socket", "Socket.new('AF_NOPE', nil, 0)", "SocketError"),
    TWO("new-domain-nil-type-unknown", "new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "Socket", "Socket.new(nil, 'SOCK_NOPE', 0)", "TypeError"),
    TWO("new-type-unknown-protocol", "new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "Socket", "Socket.new(AF_INET, 'SOCK_NOPE', '0')", "SocketError"),
    TWO("new-type-wide-protocol", "new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "Socket", "Socket.new(AF_INET, 4294967297, '0')", "RangeError"),
    TWO("new-unsupported-protocol", "new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "Socket", "Socket.new(12345, SOCK_STREAM, '0')", "TypeError"),
    TWO("new-unsupported-protocol-wide", "new", "", "Socket.new(AF_INET, SOCK_STREAM, 0)", "Socket", "Socket.new(12345, SOCK_STREAM, 4294967296)", "RangeError"),
    TWO("pair-domain-type", "pair", "", "Socket.pair(AF_UNIX, SOCK_STREAM, 0)", "[Socket, Socket]", "Socket.pair(nil, 4294967297, 0)", "TypeError"),
    TWO("pair-domain-wide-type", "pair", "", "Socket.pair(AF_UNIX, SOCK_STREAM, 0)", "[Socket, Socket]", "Socket.pair(4294967297, nil, 0)", "RangeError"),
    TWO("pair-domain-unknown-type", "pair", "", "Socket.pair(AF_UNIX, SOCK_STREAM, 0)", "[Socket, Socket]", "Socket.pair('AF_NOPE', nil, 0)", "SocketError"),
    TWO("pair-type-unknown-protocol", "pair", "", "Socket.pair(AF_UNIX, SOCK_STREAM, 0)", "[Socket, Socket]", "Socket.pair(AF_UNIX, 'SOCK_NOPE', '0')", "SocketError"),
    TWO("pair-unsupported-protocol", "pair", "", "Socket.pair(AF_UNIX, SOCK_STREAM, 0)", "[Socket, Socket]", "Socket.pair(12345, SOCK_STREAM, '0')", "TypeError"),
    TWO("getaddrinfo-host-family", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo(true, 80, 4294967298)", "TypeError"),
    TWO("getaddrinfo-service-family", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo('127.0.0.1', [], 4294967298)", "TypeError"),
    TWO("getaddrinfo-family-socktype", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo('127.0.0.1', 80, 4294967298, 'x')", "RangeError"),
    TWO("getaddrinfo-family-type-socktype", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo('127.0.0.1', 80, [], 4294967297)", "TypeError"),
    TWO("getaddrinfo-socktype-protocol", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo('127.0.0.1', 80, nil, 4294967297, 'x')", "RangeError"),
    TWO("getaddrinfo-socktype-type-protocol", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo('127.0.0.1', 80, nil, 'x', 4294967302)", "TypeError"),
    TWO("getaddrinfo-protocol-flags", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo('127.0.0.1', 80, nil, nil, 4294967302, 'x')", "RangeError"),
    TWO("getaddrinfo-protocol-type-flags", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo('127.0.0.1', 80, nil, nil, 'x', 4294967296)", "TypeError"),
    TWO("getaddrinfo-flags-host-unknown", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo('no such host', 80, nil, nil, nil, 'x')", "TypeError"),
    TWO("getaddrinfo-flags-wide-host-unknown", "getaddrinfo", "", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, AI_NUMERICHOST)[0][3]", "'127.0.0.1'", "Socket.getaddrinfo('no such host', 80, nil, nil, nil, 4294967296)", "RangeError"),
    TWO("gethostbyaddr-address-family", "gethostbyaddr", "", "Socket.gethostbyaddr(hex('7f 00 00 01'), AF_INET)[3]", "hex('7f 00 00 01')", "Socket.gethostbyaddr(1, 4294967298)", "TypeError"),
    TWO("gethostbyaddr-length-family", "gethostbyaddr", "", "Socket.gethostbyaddr(hex('7f 00 00 01'), AF_INET)[3]", "hex('7f 00 00 01')", "Socket.gethostbyaddr('', 4294967298)", "RangeError"),
    TWO("getnameinfo-flags-sockaddr", "getnameinfo", "", "Socket.getnameinfo(in4(80, '127.0.0.1'), NI_NUMERICHOST | NI_NUMERICSERV)", "['127.0.0.1', '80']", "Socket.getnameinfo(1, 4294967296)", "RangeError"),
    TWO("getnameinfo-flags-array", "getnameinfo", "", "Socket.getnameinfo(in4(80, '127.0.0.1'), NI_NUMERICHOST | NI_NUMERICSERV)", "['127.0.0.1', '80']", "Socket.getnameinfo(['AF_INET'], 4294967296)", "RangeError"),
    TWO("getnameinfo-flags-type-array", "getnameinfo", "", "Socket.getnameinfo(in4(80, '127.0.0.1'), NI_NUMERICHOST | NI_NUMERICSERV)", "['127.0.0.1', '80']", "Socket.getnameinfo(['AF_INET'], 'x')", "TypeError"),
    TWO("pack-in-host-port", "pack_sockaddr_in", "", "Socket.pack_sockaddr_in(80, '127.0.0.1')", "in4(80, '127.0.0.1')", "Socket.pack_sockaddr_in([], 'a' * 2000)", "ArgumentError"),
    TWO("pack-in-host-type-port", "pack_sockaddr_in", "", "Socket.pack_sockaddr_in(80, '127.0.0.1')", "in4(80, '127.0.0.1')", "Socket.pack_sockaddr_in('8' * 2000, [])", "TypeError"),
    TWO("pack-in-port-unknown-host", "pack_sockaddr_in", "", "Socket.pack_sockaddr_in(80, '127.0.0.1')", "in4(80, '127.0.0.1')", "Socket.pack_sockaddr_in([], 'no such host')", "TypeError"),
    TWO("recvfrom-flags-maxlen", "recvfrom", DATA, "socket.recvfrom(6)", "['letter', '']", "socket.recvfrom('6', 4294967296)", "RangeError"),
    TWO("recvfrom-flags-type-maxlen", "recvfrom", DATA, "socket.recvfrom(6)", "['letter', '']", "socket.recvfrom(4294967296, '0')", "TypeError"),
    TWO("recvfrom-nonblock-flags-maxlen", "recvfrom_nonblock", DATA, "socket.recvfrom_nonblock(6)", "['letter', '']", "socket.recvfrom_nonblock('6', 4294967296)", "RangeError"),
    TWO("recvfrom-nonblock-flags-type-maxlen", "recvfrom_nonblock", DATA, "socket.recvfrom_nonblock(6)", "['letter', '']", "socket.recvfrom_nonblock(4294967296, '0')", "TypeError"),
    TWO("recv-flags-maxlen", "recv", DATA, "socket.recv(6)", "'letter'", "socket.recv('6', 4294967296)", "RangeError"),
    TWO("recv-flags-type-maxlen", "recv", DATA, "socket.recv(6)", "'letter'", "socket.recv(4294967296, '0')", "TypeError"),
    TWO("recv-nonblock-flags-maxlen", "recv_nonblock", DATA, "socket.recv_nonblock(6)", "'letter'", "socket.recv_nonblock('6', 4294967296)", "RangeError"),
    TWO("recv-nonblock-flags-type-maxlen", "recv_nonblock", DATA, "socket.recv_nonblock(6)", "'letter'", "socket.recv_nonblock(4294967296, '0')", "TypeError"),
    TWO("send-message-flags", "send", PAIR, "socket.send('x', 0)", "1", "socket.send(nil, 4294967296)", "TypeError"),
    TWO("send-destination-flags", "send", PAIR, "socket.send('x', 0)", "1", "socket.send('x', 4294967296, 1)", "TypeError"),
    TWO("getsockopt-level-option", "getsockopt", OWN, "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", "hex('00 00 00 00')", "socket.getsockopt(nil, 4294967297)", "TypeError"),
    TWO("getsockopt-level-wide-option", "getsockopt", OWN, "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", "hex('00 00 00 00')", "socket.getsockopt(4294967297, nil)", "RangeError"),
    TWO("setsockopt-level-option", "setsockopt", OWN, "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", "0", "socket.setsockopt(nil, 4294967297, 1)", "TypeError"),
    TWO("setsockopt-level-wide-value", "setsockopt", OWN, "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", "0", "socket.setsockopt(4294967297, SO_REUSEADDR, nil)", "RangeError"),
    TWO("setsockopt-option-wide-value", "setsockopt", OWN, "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", "0", "socket.setsockopt(SOL_SOCKET, 4294967298, nil)", "RangeError"),
    TWO("setsockopt-option-value-bignum", "setsockopt", OWN, "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", "0", "socket.setsockopt(SOL_SOCKET, 4294967298, 4611686018427387904)", "RangeError"),
    TWO("setsockopt-unknown-value", "setsockopt", OWN, "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", "0", "socket.setsockopt(SOL_SOCKET, 9999, nil)", "TypeError"),
    TWO("select-timeout-closed", "select", OWN, "IO.select(nil, [socket], nil, 0)", "[[], [socket], []]", "socket.close; IO.select(nil, [socket], nil, 'x')", "TypeError"),
    TWO("select-negative-closed", "select", OWN, "IO.select(nil, [socket], nil, 0)", "[[], [socket], []]", "socket.close; IO.select(nil, [socket], nil, -1)", "ArgumentError"),
};
static const struct sockspec_row argument_order_two_good_rows[] = {
    {"order-two-good", "$of.argument-order", ITSELF, "$make$good", RETURNS("$result")},
};
static const struct sockspec_row argument_order_two_rows[] = {
    {"order-two", "$of.argument-order", "order-two-good-$as", "$make$bad", RAISES_ONE("$error", NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(argument_order_two_good, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("call", twice_wrong)})
SOCKSPEC_TABLE(argument_order_two, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("call", twice_wrong)})

/* clang-format off */
/* Calls with one argument too few or too many, and the same call with the right number. */
#define LINE PAIR "other.send('letter\\n', 0); "
#define CALLED "socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.bind(un(path('a'))); socket.listen(5); caller = Tester.connected(un(path('a')), SOCK_STREAM); "
#define COUNT(name, of, make, good, result, bad) {name, {{"as", name}, {"of", of}, {"make", make}, {"good", good}, {"result", result}, {"bad", bad}}}
static const struct sockspec_variant counts[] = {
    COUNT("accept", "accept", CALLED, "socket.accept[1]", "caller.sockaddr", "socket.accept(nil)"),
    COUNT("accept-nonblock", "accept_nonblock", CALLED, "socket.accept_nonblock[1]", "caller.sockaddr", "socket.accept_nonblock(1)"),
    COUNT("sysaccept", "sysaccept", CALLED, "fd, from = socket.sysaccept; Socket.for_fd(fd); from", "caller.sockaddr", "socket.sysaccept(nil)"),
    COUNT("bind-none", "bind", LINE, "socket.bind(un(path('b')))", "0", "socket.bind"),
    COUNT("bind-two", "bind", LINE, "socket.bind(un(path('b')))", "0", "socket.bind(un(path('b')), nil)"),
    COUNT("connect-none", "connect", DOOR, "socket.connect(un(path('a')))", "0", "socket.connect"),
    COUNT("connect-two", "connect", DOOR, "socket.connect(un(path('a')))", "0", "socket.connect(un('/a'), nil)"),
    COUNT("connect-nonblock-none", "connect_nonblock", DOOR, "socket.connect_nonblock(un(path('a')))", "0", "socket.connect_nonblock"),
    COUNT("connect-nonblock-two", "connect_nonblock", DOOR, "socket.connect_nonblock(un(path('a')))", "0", "socket.connect_nonblock(un('/a'), 1)"),
    COUNT("listen-none", "listen", OWN "socket.bind(un(path('b'))); ", "socket.listen(5)", "0", "socket.listen"),
    COUNT("listen-two", "listen", OWN "socket.bind(un(path('b'))); ", "socket.listen(5)", "0", "socket.listen(5, 5)"),
    COUNT("recvfrom-none", "recvfrom", LINE, "socket.recvfrom(6)", "['letter', '']", "socket.recvfrom"),
    COUNT("recvfrom-four", "recvfrom", LINE, "socket.recvfrom(6)", "['letter', '']", "socket.recvfrom(6, 0, nil, nil)"),
    COUNT("recvfrom-nonblock-none", "recvfrom_nonblock", LINE, "socket.recvfrom_nonblock(6)", "['letter', '']", "socket.recvfrom_nonblock"),
    COUNT("recvfrom-nonblock-four", "recvfrom_nonblock", LINE, "socket.recvfrom_nonblock(6)", "['letter', '']", "socket.recvfrom_nonblock(6, 0, nil, 1)"),
    COUNT("recv-none", "recv", LINE, "socket.recv(6)", "'letter'", "socket.recv"),
    COUNT("recv-four", "recv", LINE, "socket.recv(6)", "'letter'", "socket.recv(6, 0, nil, nil)"),
    COUNT("recv-nonblock-none", "recv_nonblock", LINE, "socket.recv_nonblock(6)", "'letter'", "socket.recv_nonblock"),
    COUNT("recv-nonblock-four", "recv_nonblock", LINE, "socket.recv_nonblock(6)", "'letter'", "socket.recv_nonblock(6, 0, nil, 1)"),
    COUNT("send-none", "send", LINE, "socket.send('x', 0)", "1", "socket.send"),
    COUNT("send-one", "send", LINE, "socket.send('x', 0)", "1", "socket.send('x')"),
    COUNT("send-four", "send", LINE, "socket.send('x', 0)", "1", "socket.send('x', 0, nil, nil)"),
    COUNT("close-read-one", "close_read", LINE, "socket.close_read", "nil", "socket.close_read(nil)"),
    COUNT("close-write-one", "close_write", LINE, "socket.close_write", "nil", "socket.close_write(nil)"),
    COUNT("shutdown-two", "shutdown", LINE, "socket.shutdown", "0", "socket.shutdown(SHUT_RD, SHUT_WR)"),
    COUNT("getpeername-one", "getpeername", LINE, "socket.getpeername", "hex('01 00')", "socket.getpeername(nil)"),
    COUNT("getsockname-one", "getsockname", LINE, "socket.getsockname", "hex('01 00')", "socket.getsockname(nil)"),
    COUNT("getsockopt-none", "getsockopt", LINE, "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", "hex('00 00 00 00')", "socket.getsockopt"),
    COUNT("getsockopt-one", "getsockopt", LINE, "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", "hex('00 00 00 00')", "socket.getsockopt(SOL_SOCKET)"),
    COUNT("getsockopt-three", "getsockopt", LINE, "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", "hex('00 00 00 00')", "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR, 4)"),
    COUNT("setsockopt-none", "setsockopt", LINE, "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", "0", "socket.setsockopt"),
    COUNT("setsockopt-two", "setsockopt", LINE, "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", "0", "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR)"),
    COUNT("setsockopt-four", "setsockopt", LINE, "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", "0", "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1, 4)"),
    COUNT("close-one", "close", LINE, "socket.close", "nil", "socket.close(nil)"),
    COUNT("read-three", "read", LINE, "socket.read(6)", "'letter'", "socket.read(6, nil, nil)"),
    COUNT("readline-three", "readline", LINE, "socket.readline", "'letter\\n'", "socket.readline(nil, nil, nil)"),
};
static const struct sockspec_row argument_count_good_rows[] = {
    {"count-good", "$of.arity", ITSELF, "$make$good", RETURNS("$result")},
};
/* The number of arguments comes before the state of the socket. */
static const struct sockspec_row argument_count_rows[] = {
    {"count", "$of.arity", "count-good-$as", "$make$state$bad", RAISES(ArgumentError, NULL)},
};
static const struct sockspec_variant count_states[] = {
    {"open", {{"state", ""}}},
    {"closed", {{"state", "socket.close; "}}},
    {"shut", {{"state", "socket.shutdown(SHUT_RDWR); "}}},
    {"descriptor-closed", {{"state", "again = Socket.for_fd(socket.fileno); again.close; "}}},
};
/* clang-format on */
SOCKSPEC_TABLE(argument_count_good, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("call", counts)})
SOCKSPEC_TABLE(argument_count, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("call", counts), AXIS("state", count_states)})

/* clang-format off */
static const struct sockspec_row argument_more_rows[] = {
    /* One argument fewer or more than the page's calls have, where Ruby 1.8.7 and today's Ruby
     * differ: today's Ruby has a protocol of its own, and writes several objects at once. */
    {"count-new-two", "new.two-arguments", ITSELF, "Socket.new(AF_INET, SOCK_STREAM)", RETURNS_OR_RAISES("Socket", ArgumentError)},
    {"count-pair-two", "pair.two-arguments", ITSELF, "Socket.pair(AF_UNIX, SOCK_STREAM)", RETURNS_OR_RAISES("[Socket, Socket]", ArgumentError)},
    {"count-socketpair-two", "socketpair.two-arguments", ITSELF, "Socket.socketpair(AF_UNIX, SOCK_STREAM)", RETURNS_OR_RAISES("[Socket, Socket]", ArgumentError)},
    {"count-write-none", "write.count", ITSELF, PAIR "socket.write", RETURNS_OR_RAISES("0", ArgumentError)},
    {"count-write-two", "write.count", ITSELF, PAIR "socket.write('ab', 'c')", RETURNS_OR_RAISES("3", ArgumentError)},
    /* The third argument of recv and its like is a buffer in today's Ruby. */
    {"count-recv-three", "recv.arity", "count-good-recv-four", LINE "socket.recv(6, 0, 0)", RAISES_ONE("either(ArgumentError, TypeError)", NULL)},
    {"count-recv-nonblock-three", "recv_nonblock.arity", "count-good-recv-nonblock-four", LINE "socket.recv_nonblock(6, 0, 0)", RAISES_ONE("either(ArgumentError, TypeError)", NULL)},
    {"count-recvfrom-nonblock-three", "recvfrom_nonblock.arity", "count-good-recvfrom-nonblock-four", LINE "socket.recvfrom_nonblock(6, 0, 0)", RAISES_ONE("either(ArgumentError, TypeError)", NULL)},
    /* puts takes any number of objects. */
    {"count-puts-two", "puts.several", ITSELF, PAIR "socket.puts('a', 'b\\n'); socket.close; other.read", RETURNS("'a\\nb\\n'")},
    {"count-puts-six", "puts.several", ITSELF, PAIR "socket.puts('a', 1, ['b', ['c']], 'd\\n', '', -2); socket.close; other.read", RETURNS("'a\\n1\\nb\\nc\\nd\\n\\n-2\\n'")},
    {"count-puts-none-closed", "puts.closed", "count-puts-two", PAIR "socket.close; socket.puts", RAISES(IOError, "closed stream")},
    {"count-puts-two-closed", "puts.closed", "count-puts-two", PAIR "socket.close; socket.puts('a', 'b')", RAISES(IOError, "closed stream")},
    /* read puts what it returns into a second argument, a buffer, too. */
    {"count-read-two", "read.buffer", ITSELF, LINE "socket.read(6, '')", RETURNS("'letter'")},
    {"count-read-two-nil", "read.buffer", ITSELF, LINE "socket.read(6, nil)", RETURNS("'letter'")},
    {"count-read-two-full", "read.buffer", ITSELF, LINE "socket.read(6, 'a longer buffer')", RETURNS("'letter'")},
    {"count-read-buffer-type", "read.buffer", "count-read-two", LINE "socket.read(6, 1)", RAISES(TypeError, NULL)},
    {"count-read-buffer-closed", "read.buffer", "count-read-two", LINE "socket.close; socket.read(6, 1)", RAISES(TypeError, NULL)},
    /* Classes of arguments that Ruby 1.8.7 refuses and today's Ruby converts. */
    {"order-getnameinfo-host-integer", "getnameinfo.array.host-integer", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 2130706433], NI_NUMERICHOST | NI_NUMERICSERV)", RETURNS_OR_RAISES("['127.0.0.1', '80']", TypeError)},
    {"order-getnameinfo-family-float", "getnameinfo.array.family-float", ITSELF, "Socket.getnameinfo([2.0, 80, '127.0.0.1'], NI_NUMERICHOST | NI_NUMERICSERV)", RETURNS_OR_RAISES("['127.0.0.1', '80']", TypeError)},
    {"order-getnameinfo-long-good", "getnameinfo.argument-order", ITSELF, "Socket.getnameinfo(['AF_INET', 80, '127.0.0.1'], NI_NUMERICHOST | NI_NUMERICSERV)", RETURNS("['127.0.0.1', '80']")},
    {"order-getnameinfo-long", "getnameinfo.array.long-host", "order-getnameinfo-long-good", "Socket.getnameinfo(['AF_INET', 80, 'a' * 1025], NI_NUMERICHOST | NI_NUMERICSERV)", RAISES_ONE("either(ArgumentError, SocketError)", NULL)},
    {"order-getnameinfo-long-port", "getnameinfo.array.long-host", "order-getnameinfo-long-good", "Socket.getnameinfo(['AF_INET', [], 'a' * 1025], NI_NUMERICHOST | NI_NUMERICSERV)", RAISES_ONE("either(ArgumentError, TypeError)", NULL)},
    /* send looks at its flags after the socket. */
    {"order-send-flags-closed", "send.closed-first", "order-good-send-message", PAIR "socket.close; socket.send('x', nil)", RAISES(IOError, "closed stream")},
    {"order-send-flags-wide-closed", "send.closed-first", "order-good-send-message", PAIR "socket.close; socket.send('x', 4294967296)", RAISES(IOError, "closed stream")},
    {"order-send-flags-shut", "send.flags.type", "order-good-send-message", PAIR "socket.shutdown(SHUT_RDWR); socket.send('x', nil)", RAISES(TypeError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(argument_more, .provoked = SOCKSPEC_KERNEL)
