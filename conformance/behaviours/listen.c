/* socket.listen(backlog) => 0 */
#include "conformance/harness/rows/families.h"

#define SHADOW "shadow = Socket.for_fd(server.fileno)"

/* clang-format off */
static const struct sockspec_row listen_rows[] = {
    /* The call returns 0, whatever the length of the queue. */
    {"listen-result", "listen.result", ITSELF, "$server; server.listen(5)", RETURNS("0")},
    {"listen-one", "listen.result", ITSELF, "$server; server.listen(1)", RETURNS("0")},
    {"listen-zero", "listen.result", ITSELF, "$server; server.listen(0)", RETURNS("0")},
    {"listen-somaxconn", "listen.result", ITSELF, "$server; server.listen(128)", RETURNS("0")},

    /* Connections are then queued and wait for accept. */
    {"listen-accepts", "listen.accepts", ITSELF, "$server; server.listen(5); caller = Tester.connected(server.getsockname, $type); client, from = server.accept; from", RETURNS("caller.sockaddr")},
    {"listen-waiting", "listen.accepts", ITSELF, "$server; server.listen(5); caller = Tester.connected(server.getsockname, $type); caller.send('early'); IO.select([server]); client, from = server.accept; IO.select([client]); client.recv(20)", RETURNS("'early'")},
    {"listen-two-waiting", "listen.accepts", ITSELF, "$server; server.listen(5); one = Tester.connected(server.getsockname, $type); one.send('1'); two = Tester.connected(server.getsockname, $type); two.send('2'); first, from = server.accept; second, from = server.accept; IO.select([first]); IO.select([second]); [first.recv(5), second.recv(5)]", RETURNS("['1', '2']")},
    {"listen-closed-refuses", "listen.accepts", ITSELF, "$server; server.listen(5); caller = Tester.connected(server.getsockname, $type); client, from = server.accept; server.close; caller.send('still'); IO.select([client]); client.recv(20)", RETURNS("'still'")},
    {"listen-shadow", "listen.accepts", ITSELF, "$server; " SHADOW "; shadow.listen(5); caller = Tester.connected(server.getsockname, $type); client, from = server.accept; from", RETURNS("caller.sockaddr")},
    {"listen-implementation-connects", "listen.accepts", ITSELF, "$server; server.listen(5); socket = Socket.new($domain, $type, 0); socket.connect(server.getsockname); client, from = server.accept; client.getpeername", RETURNS("socket.getsockname")},
    /* The call changes neither the blocking mode of the socket nor its address. */
    {"listen-blocking", "listen.leaves-socket", ITSELF, "$server; clear_nonblocking(server); [server.listen(5), nonblocking(server)]", RETURNS("[0, false]")},
    {"listen-nonblocking", "listen.leaves-socket", ITSELF, "$server; set_nonblocking(server); [server.listen(5), nonblocking(server)]", RETURNS("[0, true]")},
    {"listen-keeps-address", "listen.leaves-socket", ITSELF, "$server; at = server.getsockname; server.listen(5); server.getsockname", RETURNS("at")},

    /* A backlog above the system's maximum is not an error, and neither is a negative one. */
    {"listen-above-maximum", "listen.backlog.maximum", ITSELF, "$server; server.listen(9)", RETURNS("0")},
    {"listen-thousand", "listen.backlog.maximum", ITSELF, "$server; server.listen(1000)", RETURNS("0")},
    {"listen-sixteen-bits", "listen.backlog.maximum", ITSELF, "$server; server.listen(65536)", RETURNS("0")},
    {"listen-greatest", "listen.backlog.maximum", ITSELF, "$server; server.listen(2147483647)", RETURNS("0")},
    {"listen-greatest-accepts", "listen.backlog.maximum", ITSELF, "$server; server.listen(2147483647); caller = Tester.connected(server.getsockname, $type); client, from = server.accept; from", RETURNS("caller.sockaddr")},
    {"listen-negative", "listen.backlog.negative", ITSELF, "$server; server.listen(-1)", RETURNS("0")},
    {"listen-negative-least", "listen.backlog.negative", ITSELF, "$server; server.listen(-2147483648)", RETURNS("0")},
    {"listen-negative-accepts", "listen.backlog.negative", ITSELF, "$server; server.listen(-1); caller = Tester.connected(server.getsockname, $type); client, from = server.accept; from", RETURNS("caller.sockaddr")},
    /* The call can be repeated with the same number or another one. */
    {"listen-again", "listen.again", ITSELF, "$server; server.listen(5); server.listen(5)", RETURNS("0")},
    {"listen-again-other", "listen.again", ITSELF, "$server; server.listen(5); server.listen(1)", RETURNS("0")},
    {"listen-again-waiting", "listen.again", ITSELF, "$server; server.listen(5); caller = Tester.connected(server.getsockname, $type); [server.listen(3), server.accept[1]]", RETURNS("[0, caller.sockaddr]")},

    /* The backlog must be a number. */
    {"listen-nil", "listen.backlog.type", "listen-result", "$server; server.listen(nil)", RAISES(TypeError, NULL)},
    {"listen-text", "listen.backlog.type", "listen-result", "$server; server.listen('5')", RAISES(TypeError, NULL)},
    {"listen-array", "listen.backlog.type", "listen-result", "$server; server.listen([5])", RAISES(TypeError, NULL)},
    {"listen-true", "listen.backlog.type", "listen-result", "$server; server.listen(true)", RAISES(TypeError, NULL)},
    {"listen-false", "listen.backlog.type", "listen-result", "$server; server.listen(false)", RAISES(TypeError, NULL)},
    {"listen-socket", "listen.backlog.type", "listen-result", "$server; server.listen(server)", RAISES(TypeError, NULL)},
    {"listen-type-then", "listen.backlog.type", ITSELF, "$server; raised(TypeError, server.listen('5')); server.listen(5)", RETURNS("0")},
    /* The message names the type of the value. For nil both Rubies have the same message. */
    {"listen-nil-called", "listen.backlog.nil.message", "listen-result", "$server; server.listen(nil)", RAISES(TypeError, "no implicit conversion from nil to integer")},
    /* For other values, today's Ruby has words in the message that Ruby 1.8.7 does not use. */
    {"listen-text-called", "listen.backlog.type.message", "listen-result", "$server; server.listen('5')", RAISES(TypeError, "no implicit conversion of String into Integer")},
    {"listen-array-called", "listen.backlog.type.message", "listen-result", "$server; server.listen([5])", RAISES(TypeError, "no implicit conversion of Array into Integer")},
    {"listen-true-called", "listen.backlog.type.message", "listen-result", "$server; server.listen(true)", RAISES(TypeError, "no implicit conversion of true into Integer")},
    /* A fraction is truncated. */
    {"listen-fraction", "listen.backlog.float", ITSELF, "$server; server.listen(5.9)", RETURNS("0")},
    {"listen-fraction-large", "listen.backlog.range", "listen-fraction", "$server; server.listen(1.0e30)", RAISES(RangeError, NULL)},
    {"listen-fraction-small", "listen.backlog.range", "listen-fraction", "$server; server.listen(-1.0e30)", RAISES(RangeError, NULL)},
    {"listen-fraction-no-int", "listen.backlog.range", "listen-fraction", "$server; server.listen(1.0e10)", RAISES(RangeError, NULL)},
    /* The number must fit an int. */
    {"listen-one-too-great", "listen.backlog.range", "listen-greatest", "$server; server.listen(2147483648)", RAISES(RangeError, NULL)},
    {"listen-one-too-small", "listen.backlog.range", "listen-negative-least", "$server; server.listen(-2147483649)", RAISES(RangeError, NULL)},
    {"listen-32-bits", "listen.backlog.range", "listen-result", "$server; server.listen(4294967296)", RAISES(RangeError, NULL)},
    {"listen-32-bits-and-5", "listen.backlog.range", "listen-result", "$server; server.listen(4294967301)", RAISES(RangeError, NULL)},
    {"listen-63-bits", "listen.backlog.range", "listen-result", "$server; server.listen(9223372036854775807)", RAISES(RangeError, NULL)},
    /* The message contains the number, and, in today's Ruby, the name of the C type. */
    {"listen-great-called", "listen.backlog.range.message", "listen-greatest", "$server; server.listen(2147483648)", RAISES(RangeError, "integer 2147483648 too big")},
    {"listen-great-whole", "listen.backlog.range.message.whole", "listen-greatest", "$server; server.listen(2147483648)", RAISES_EXACTLY(RangeError, "integer 2147483648 too big to convert to `int'")},
    {"listen-small-called", "listen.backlog.range.message", "listen-negative-least", "$server; server.listen(-2147483649)", RAISES(RangeError, "integer -2147483649 too small")},
    /* The backlog is converted before the socket is checked. */
    {"listen-nil-closed", "listen.backlog.type-first", "listen-result", "$server; server.close; server.listen(nil)", RAISES(TypeError, NULL)},
    {"listen-text-closed", "listen.backlog.type-first", "listen-result", "$server; server.close; server.listen('5')", RAISES(TypeError, NULL)},
    {"listen-too-great-closed", "listen.backlog.type-first", "listen-result", "$server; server.close; server.listen(2147483648)", RAISES(RangeError, NULL)},
    {"listen-nil-bad-descriptor", "listen.backlog.type-first", "listen-result", "$server; " SHADOW "; shadow.close; server.listen(nil)", RAISES(TypeError, NULL)},
    /* The method takes exactly one argument. */
    {"listen-no-argument", "listen.arity", "listen-result", "$server; server.listen", RAISES(ArgumentError, NULL)},
    {"listen-two-arguments", "listen.arity", "listen-result", "$server; server.listen(5, 5)", RAISES(ArgumentError, NULL)},
    {"listen-no-argument-closed", "listen.arity", "listen-result", "$server; server.close; server.listen", RAISES(ArgumentError, NULL)},
    {"listen-arity-then", "listen.arity", ITSELF, "$server; raised(ArgumentError, server.listen(5, 5)); server.listen(5)", RETURNS("0")},
    /* A closed socket raises IOError. */
    {"listen-closed", "listen.closed", "listen-result", "$server; server.close; server.listen(5)", RAISES(IOError, NULL)},
    {"listen-closed-listening", "listen.closed", "listen-again", "$server; server.listen(5); server.close; server.listen(5)", RAISES(IOError, NULL)},
    {"listen-closed-unbound", "listen.closed", "listen-result", "server = Socket.new($domain, $type, 0); server.close; server.listen(5)", RAISES(IOError, NULL)},

    /* The descriptor was closed, or now refers to something other than a socket, and the object
     * does not know it. */
    {"listen-bad-descriptor", "listen.unix.EBADF", "listen-shadow-open", "$server; " SHADOW "; shadow.close; server.listen(5)", RAISES(Errno::EBADF, "listen(2)")},
    {"listen-shadow-open", "listen.unix.EBADF", ITSELF, "$server; " SHADOW "; server.listen(5)", RETURNS("0")},
    {"listen-no-socket", "listen.unix.ENOTSOCK", "listen-result", "$server; replace_descriptor(server); server.listen(5)", RAISES(Errno::ENOTSOCK, "listen(2)")},
    /* The socket has a connection: it connected, or was accepted. */
    {"listen-connected", "listen.unix.EINVAL-connected", "listen-result", "$connected; socket.listen(5)", RAISES(Errno::EINVAL, "listen(2)")},
    {"listen-accepted", "listen.unix.EINVAL-connected", "listen-result", "$listening; $caller; client, from = server.accept; client.listen(5)", RAISES(Errno::EINVAL, "listen(2)")},
    {"listen-connected-then", "listen.unix.EINVAL-connected", ITSELF, "$connected; raised(Errno::EINVAL, socket.listen(5)); socket.send('still', 0); peer.recv(20)", RETURNS("'still'")},
    {"listen-beside-connected", "listen.unix.EINVAL-connected", ITSELF, "$listening; $caller; client, from = server.accept; raised(Errno::EINVAL, client.listen(5)); server.listen(5)", RETURNS("0")},
    /* The message ends with the name of the call. */
    {"listen-message", "listen.error.message", "listen-result", "$connected; socket.listen(5)", RAISES(Errno::EINVAL, "listen(2)")},
    /* The message begins with the system's text for the error. */
    {"listen-message-whole", "listen.error.message.whole", "listen-result", "$connected; socket.listen(5)", RAISES_EXACTLY(Errno::EINVAL, "Invalid argument - listen(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(listen, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row listen_datagram_rows[] = {
    /* Datagram sockets have no connections and cannot listen, whether new, bound or with a peer. */
    {"listen-datagram-new", "listen.unix.EOPNOTSUPP", "listen-result", "socket = Socket.new($domain, $type, 0); socket.listen(5)", RAISES(Errno::EOPNOTSUPP, "listen(2)")},
    {"listen-datagram", "listen.unix.EOPNOTSUPP", "listen-result", "$bound; socket.listen(5)", RAISES(Errno::EOPNOTSUPP, "listen(2)")},
    {"listen-datagram-connected", "listen.unix.EOPNOTSUPP", "listen-result", "$bound; $peer; socket.connect(peer.sockaddr); socket.listen(5)", RAISES(Errno::EOPNOTSUPP, "listen(2)")},
    {"listen-datagram-zero", "listen.unix.EOPNOTSUPP", "listen-zero", "$bound; socket.listen(0)", RAISES(Errno::EOPNOTSUPP, "listen(2)")},
    {"listen-datagram-message", "listen.error.message", "listen-result", "$bound; socket.listen(5)", RAISES(Errno::EOPNOTSUPP, "listen(2)")},
    {"listen-datagram-message-whole", "listen.error.message.whole", "listen-result", "$bound; socket.listen(5)", RAISES_EXACTLY(Errno::EOPNOTSUPP, "Operation not supported - listen(2)")},
    /* The socket remains usable after the failure. */
    {"listen-datagram-then", "listen.unix.EOPNOTSUPP", ITSELF, "$bound; $peer; raised(Errno::EOPNOTSUPP, socket.listen(5)); peer.send('still'); IO.select([socket]); socket.recv(20)", RETURNS("'still'")},
};
/* clang-format on */
SOCKSPEC_TABLE(listen_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", datagram_families)})

/* The types that can listen, by number and by name. */
static const struct sockspec_variant listening_types[] = {
    {"in4",
     {{"new", "AF_INET, SOCK_STREAM, 0"},
      {"any", "in4(0, '127.0.0.1')"},
      {"is", "stream"},
      {"kind", "SOCK_STREAM"}}},
    {"in6",
     {{"new", "AF_INET6, SOCK_STREAM, 0"},
      {"any", "in6(0, '::1')"},
      {"is", "stream"},
      {"kind", "SOCK_STREAM"}}},
    {"in4-tcp",
     {{"new", "AF_INET, SOCK_STREAM, IPPROTO_TCP"},
      {"any", "in4(0, '127.0.0.1')"},
      {"is", "stream"},
      {"kind", "SOCK_STREAM"}}},
    {"in4-names",
     {{"new", "'AF_INET', 'SOCK_STREAM', 0"},
      {"any", "in4(0, '127.0.0.1')"},
      {"is", "stream"},
      {"kind", "SOCK_STREAM"}}},
    {"unix",
     {{"new", "AF_UNIX, SOCK_STREAM, 0"},
      {"any", "un(path('a'))"},
      {"is", "stream"},
      {"kind", "SOCK_STREAM"}}},
    {"unix-abstract",
     {{"new", "AF_UNIX, SOCK_STREAM, 0"},
      {"any", "hex('01 00 00') + path('a')"},
      {"is", "stream"},
      {"kind", "SOCK_STREAM"}}},
    {"seqpacket",
     {{"new", "AF_UNIX, SOCK_SEQPACKET, 0"},
      {"any", "un(path('a'))"},
      {"is", "seqpacket"},
      {"kind", "SOCK_SEQPACKET"}}},
    {"seqpacket-abstract",
     {{"new", "AF_UNIX, SOCK_SEQPACKET, 0"},
      {"any", "hex('01 00 00') + path('a')"},
      {"is", "seqpacket"},
      {"kind", "SOCK_SEQPACKET"}}},
};

/* clang-format off */
static const struct sockspec_row listen_type_rows[] = {
    {"listen-type", "listen.socktype.$is", ITSELF, "server = Socket.new($new); server.bind($any); server.listen(5)", RETURNS("0")},
    {"listen-type-called", "listen.socktype.$is", ITSELF, "server = Socket.new($new); server.bind($any); server.listen(5); caller = Tester.connected(server.getsockname, $kind); caller.peer", RETURNS("server.getsockname")},
};

/* On AF_UNIX a caller learns at once that the queue is full. (The system decides how many
 * connections beyond the backlog it accepts.) */
#define FILLED(server, backlog, count)                                                             \
    server " = Socket.new(AF_UNIX, $type, 0); " server ".bind(un(path('" server "'))); "           \
    server ".listen(" backlog "); " count " = Tester.fill(" server ".getsockname, $type)"
static const struct sockspec_variant unix_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}}},
    {"seqpacket", {{"type", "SOCK_SEQPACKET"}}},
};
static const struct sockspec_row listen_backlog_rows[] = {
    /* A full queue takes no connection until one is accepted. Then it takes one. */
    {"listen-backlog-full", "listen.backlog", ITSELF, FILLED("server", "3", "count") "; Tester.fill(server.getsockname, $type)", RETURNS("0")},
    {"listen-backlog-fraction", "listen.backlog.float", ITSELF, FILLED("server", "3.9", "count") "; " FILLED("other", "3", "rest") "; [count, rest]", RETURNS("[rest, rest]")},
    {"listen-backlog-one-accepted", "listen.backlog", ITSELF, FILLED("server", "3", "count") "; server.accept; Tester.fill(server.getsockname, $type)", RETURNS("1")},
    {"listen-backlog-two-accepted", "listen.backlog", ITSELF, FILLED("server", "3", "count") "; server.accept; server.accept; Tester.fill(server.getsockname, $type)", RETURNS("2")},
    {"listen-backlog-all-accepted", "listen.backlog", ITSELF, FILLED("server", "1", "count") "; server.accept; server.accept; Tester.fill(server.getsockname, $type)", RETURNS("count")},
    /* A backlog that is larger by one queues one more connection. */
    {"listen-backlog-1", "listen.backlog", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "1", "count") "; count", RETURNS("least + 1")},
    {"listen-backlog-2", "listen.backlog", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "2", "count") "; count", RETURNS("least + 2")},
    {"listen-backlog-3", "listen.backlog", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "3", "count") "; count", RETURNS("least + 3")},
    {"listen-backlog-5", "listen.backlog", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "5", "count") "; count", RETURNS("least + 5")},
    {"listen-backlog-7", "listen.backlog", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "7", "count") "; count", RETURNS("least + 7")},
    /* The implementation's own connect cannot enter a full queue either. */
    {"listen-backlog-own-call", "listen.backlog", "listen-backlog-own-call-fits", FILLED("server", "1", "count") "; socket = Socket.new(AF_UNIX, $type, 0); socket.connect_nonblock(server.getsockname)", RAISES(SystemCallError, NULL)},
    {"listen-backlog-own-call-fits", "listen.backlog", ITSELF, FILLED("server", "1", "count") "; server.accept; socket = Socket.new(AF_UNIX, $type, 0); socket.connect_nonblock(server.getsockname)", RETURNS("0")},
    /* The isolated system's maximum is 8, and a larger backlog means 8. */
    {"listen-maximum-8", "listen.backlog.maximum", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "8", "count") "; count", RETURNS("least + 8")},
    {"listen-maximum-9", "listen.backlog.maximum", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "9", "count") "; count", RETURNS("least + 8")},
    {"listen-maximum-100", "listen.backlog.maximum", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "100", "count") "; count", RETURNS("least + 8")},
    {"listen-maximum-65536", "listen.backlog.maximum", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "65536", "count") "; count", RETURNS("least + 8")},
    {"listen-maximum-somaxconn", "listen.backlog.maximum", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "128", "count") "; count", RETURNS("least + 8")},
    {"listen-maximum-greatest", "listen.backlog.maximum", ITSELF, FILLED("zero", "0", "least") "; " FILLED("server", "2147483647", "count") "; count", RETURNS("least + 8")},
    /* The last call determines the backlog: more connections then fit, or, if the queue is
     * already longer, none. */
    {"listen-again-longer", "listen.again", ITSELF, FILLED("server", "1", "count") "; server.listen(4); Tester.fill(server.getsockname, $type)", RETURNS("3")},
    {"listen-again-shorter", "listen.again", ITSELF, FILLED("server", "4", "count") "; server.listen(1); server.accept; Tester.fill(server.getsockname, $type)", RETURNS("0")},
    {"listen-again-shorter-then", "listen.again", ITSELF, FILLED("server", "4", "count") "; server.listen(1); server.accept; server.accept; server.accept; server.accept; Tester.fill(server.getsockname, $type)", RETURNS("1")},
    {"listen-again-same", "listen.again", ITSELF, FILLED("server", "4", "count") "; server.listen(4); Tester.fill(server.getsockname, $type)", RETURNS("0")},
    /* A call that refuses its number does not change the backlog. */
    {"listen-again-refused", "listen.again", ITSELF, FILLED("server", "1", "count") "; raised(RangeError, server.listen(4294967300)); raised(TypeError, server.listen(nil)); Tester.fill(server.getsockname, $type)", RETURNS("0")},
};
static const struct sockspec_row listen_linux_rows[] = {
    /* Linux: the queue holds one connection more than the backlog, and a negative backlog means
     * the maximum. */
    {"listen-linux-backlog-0", "listen.backlog", ITSELF, FILLED("server", "0", "count") "; count", RETURNS("1")},
    {"listen-linux-backlog-5", "listen.backlog", ITSELF, FILLED("server", "5", "count") "; count", RETURNS("6")},
    {"listen-linux-backlog-maximum", "listen.backlog.maximum", ITSELF, FILLED("server", "9", "count") "; count", RETURNS("9")},
    {"listen-linux-negative", "listen.backlog.negative", ITSELF, FILLED("server", "-1", "count") "; count", RETURNS("9")},
    {"listen-linux-negative-least", "listen.backlog.negative", ITSELF, FILLED("server", "-2147483648", "count") "; count", RETURNS("9")},
    /* Linux: an unbound socket causes EINVAL. */
    {"listen-linux-unbound", "listen.unix.EDESTADDRREQ", "listen-linux-bound", "server = Socket.new(AF_UNIX, $type, 0); server.listen(5)", RAISES(Errno::EINVAL, "listen(2)")},
    {"listen-linux-bound", "listen.unix.EDESTADDRREQ", ITSELF, "server = Socket.new(AF_UNIX, $type, 0); server.bind(un(path('a'))); server.listen(5)", RETURNS("0")},
    {"listen-linux-unbound-then", "listen.unix.EDESTADDRREQ", ITSELF, "server = Socket.new(AF_UNIX, $type, 0); raised(Errno::EINVAL, server.listen(5)); server.bind(un(path('a'))); server.listen(5)", RETURNS("0")},
    /* Linux: a socket that was shut down can listen (again), but does not accept connections. */
    {"listen-linux-shut-down", "listen.unix.EINVAL-shutdown", ITSELF, "server = Socket.new(AF_UNIX, $type, 0); server.bind(un(path('a'))); server.listen(5); server.shutdown(2); server.listen(5)", RETURNS("0")},
    {"listen-linux-shut-down-first", "listen.unix.EINVAL-shutdown", ITSELF, "server = Socket.new(AF_UNIX, $type, 0); server.bind(un(path('a'))); server.shutdown(2); server.listen(5)", RETURNS("0")},
};
/* clang-format on */
SOCKSPEC_TABLE(listen_type, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("type", listening_types)})
SOCKSPEC_TABLE(listen_backlog, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("type", unix_types)})
SOCKSPEC_TABLE(listen_linux, .provoked = SOCKSPEC_KERNEL, .platform = "Linux",
               .axes = {AXIS("type", unix_types)})

static const struct sockspec_variant internet_families[] = {
    {"in4",
     {{"domain", "AF_INET"},
      {"any", "in4(0, '127.0.0.1')"},
      {"wildcard", "in4(0, '0.0.0.0')[4, 12]"},
      {"reached", "server.getsockname[0, 4] + in4(0, '127.0.0.1')[4, 12]"},
      {"other_port", "server.getsockname[0, 4] + in4(0, '0.0.0.0')[4, 12]"}}},
    {"in6",
     {{"domain", "AF_INET6"},
      {"any", "in6(0, '::1')"},
      {"wildcard", "in6(0, '::')[4, 24]"},
      {"reached", "server.getsockname[0, 4] + in6(0, '::1')[4, 24]"},
      {"other_port", "server.getsockname[0, 4] + in6(0, '::')[4, 24]"}}},
};
#define UNBOUND "server = Socket.new($domain, SOCK_STREAM, 0); server.listen(1)"

/* clang-format off */
static const struct sockspec_row listen_unbound_rows[] = {
    /* A socket that was never bound listens at the wildcard address, on a port that the system
     * chooses. */
    {"listen-unbound", "listen.unbound.ephemeral", ITSELF, "server = Socket.new($domain, SOCK_STREAM, 0); server.listen(1)", RETURNS("0")},
    {"listen-unbound-address", "listen.unbound.ephemeral", ITSELF, UNBOUND "; server.getsockname[4, 24]", RETURNS("$wildcard")},
    {"listen-unbound-family", "listen.unbound.ephemeral", ITSELF, UNBOUND "; server.getsockname[0, 2]", RETURNS("$any[0, 2]")},
    {"listen-unbound-reached", "listen.unbound.ephemeral", ITSELF, UNBOUND "; caller = Tester.connected($reached, SOCK_STREAM); client, from = server.accept; from", RETURNS("caller.sockaddr")},
    {"listen-unbound-port-taken", "listen.unbound.ephemeral", "listen-unbound-port-free", UNBOUND "; socket = Socket.new($domain, SOCK_STREAM, 0); socket.bind($other_port)", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"listen-unbound-port-free", "listen.unbound.ephemeral", ITSELF, "server = Socket.new($domain, SOCK_STREAM, 0); socket = Socket.new($domain, SOCK_STREAM, 0); socket.bind($other_port)", RETURNS("0")},
    {"listen-unbound-before", "listen.unbound.ephemeral", ITSELF, "server = Socket.new($domain, SOCK_STREAM, 0); before = server.getsockname[2, 2]; server.listen(1); before", RETURNS("'\\0\\0'")},
    {"listen-unbound-two", "listen.unbound.ephemeral", ITSELF, UNBOUND "; first = server; " UNBOUND "; second = Tester.connected($reached, SOCK_STREAM); client, from = server.accept; from", RETURNS("second.sockaddr")},
    {"listen-unbound-again", "listen.unbound.ephemeral", ITSELF, UNBOUND "; at = server.getsockname; server.listen(5); server.getsockname", RETURNS("at")},
    /* The second example. */
    {"listen-example-unbound", "listen.example.unbound", ITSELF,
     "socket = Socket.new($domain, SOCK_STREAM, 0)\n"
     "socket.listen(1)", RETURNS("0")},
};
static const struct sockspec_row listen_internet_linux_rows[] = {
    /* Linux: two sockets that share a port cannot both listen on it. (The document says so for
     * Windows.) */
    {"listen-linux-shared-port", "listen.windows.EADDRINUSE", "listen-linux-shared-port-free", "holder = Tester.socket($domain, SOCK_STREAM); holder.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); holder.bind($any); server = Socket.new($domain, SOCK_STREAM, 0); server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); server.bind(holder.sockaddr); holder.listen(1); server.listen(1)", RAISES(Errno::EADDRINUSE, "listen(2)")},
    {"listen-linux-shared-port-free", "listen.windows.EADDRINUSE", ITSELF, "holder = Tester.socket($domain, SOCK_STREAM); holder.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); holder.bind($any); server = Socket.new($domain, SOCK_STREAM, 0); server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); server.bind(holder.sockaddr); server.listen(1)", RETURNS("0")},
    /* Linux: a listener that was shut down can listen again and then gets connections again. */
    {"listen-linux-again-after-shutdown", "listen.unix.EINVAL-shutdown", ITSELF, "server = Socket.new($domain, SOCK_STREAM, 0); server.bind($any); server.listen(5); server.shutdown(2); server.listen(5); caller = Tester.connected(server.getsockname, SOCK_STREAM); client, from = server.accept; from", RETURNS("caller.sockaddr")},
};
/* clang-format on */
SOCKSPEC_TABLE(listen_unbound, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", internet_families)})
SOCKSPEC_TABLE(listen_internet_linux, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux", .axes = {AXIS("family", internet_families)})

/* clang-format off */
static const struct sockspec_row listen_example_rows[] = {
    /* The first example. */
    {"listen-example-bound", "listen.example.bound", ITSELF,
     "exclusively('port-2200')\n"
     "socket = Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "sockaddr = Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "socket.bind(sockaddr)\n"
     "socket.listen(5)", RETURNS("0")},
    {"listen-example-bound-called", "listen.example.bound", ITSELF,
     "exclusively('port-2200')\n"
     "socket = Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "sockaddr = Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "socket.bind(sockaddr)\n"
     "socket.listen(5)\n"
     "caller = Tester.connected(in4(2200, '127.0.0.1'), SOCK_STREAM)\n"
     "client, from = socket.accept\n"
     "from", RETURNS("caller.sockaddr")},
};
/* Safe level 4 forbids the call. This is checked before anything else. */
static const struct sockspec_row listen_safe_rows[] = {
    {"listen-safe-0", "listen.safe-level", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); safe_level(0); server.listen(5)", RETURNS("0")},
    {"listen-safe-3", "listen.safe-level", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); safe_level(3); server.listen(5)", RETURNS("0")},
    {"listen-safe-4", "listen.safe-level", "listen-safe-3", "server = Socket.new(AF_INET, SOCK_STREAM, 0); safe_level(4); server.listen(5)", RAISES(SecurityError, NULL)},
    {"listen-safe-4-type", "listen.safe-level", "listen-safe-3", "server = Socket.new(AF_INET, SOCK_STREAM, 0); safe_level(4); server.listen(nil)", RAISES(SecurityError, NULL)},
    {"listen-safe-4-closed", "listen.safe-level", "listen-safe-3", "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.close; safe_level(4); server.listen(5)", RAISES(SecurityError, NULL)},
    {"listen-safe-4-datagram", "listen.safe-level", "listen-safe-3", "server = Socket.new(AF_INET, SOCK_DGRAM, 0); safe_level(4); server.listen(5)", RAISES(SecurityError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(listen_example, .provoked = SOCKSPEC_KERNEL)
SOCKSPEC_TABLE(listen_safe, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "safe_level")
