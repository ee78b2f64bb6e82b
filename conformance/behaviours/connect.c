/* socket.connect(server_sockaddr) => 0, and what connect_nonblock shares with it. */
#include "conformance/behaviours/connecting.h"
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/unix_names.h"

#define SOCKET SOCKSPEC_SOCKET
#define DOOR SOCKSPEC_DOOR
#define BOUND_DOOR SOCKSPEC_BOUND_DOOR SOCKET
#define TO SOCKSPEC_TO
/* Waits until a byte, or the end of the connection, has reached `socket`. */
#define READY "IO.select([socket], nil, nil, 5); "

/* clang-format off */

static const struct sockspec_row connect_made_rows[] = {
    /* The call returns 0, and the socket is then connected to the address. */
    {"connect-result", "$method.result", ITSELF, DOOR TO "$attempt", RETURNS("0")},
    {"connect-peername", "connect.$address", ITSELF, DOOR TO "$attempt; socket.getpeername", RETURNS("to")},
    {"connect-named", "connect.$address", ITSELF, DOOR TO "socket.bind($other); $attempt; [socket.getpeername, socket.getsockname]", RETURNS("[to, socket.getsockname]")},
    /* Data that the socket sends arrives at the address. */
    {"connect-send", "connect.$address", ITSELF, DOOR TO "$attempt; socket.send('knock', 0); peer = $answer; peer.recv(10)", RETURNS("'knock'")},
    /* The listener may also be a socket of the implementation, in the same process or in another
     * one. */
    {"connect-to-own", "$method.result", ITSELF, "door = Socket.new($domain, $type, 0); door.bind($any); $opened; " SOCKET "to = door.getsockname; $attempt", RETURNS("0")},
    {"connect-to-process", "$method.result", ITSELF, "door = Elsewhere::Socket.new($domain, $type, 0); door.bind($any); $opened; " SOCKET "to = door.getsockname; $attempt", RETURNS("0")},
    /* The descriptor was closed without the object knowing it (setting O_NONBLOCK may notice
     * that), or it now refers to something other than a socket. */
    {"connect-closed-behind", "connect.unix.EBADF", "connect-result", DOOR TO "other = Socket.for_fd(socket.fileno); other.close; $attempt", RAISES(Errno::EBADF, NULL)},
    {"connect-replaced", "connect.unix.ENOTSOCK", "connect-result", DOOR TO "replace_descriptor(socket); $attempt", RAISES(Errno::ENOTSOCK, "connect(2)")},
    /* A closed object raises IOError. */
    {"connect-closed", "$method.closed", "connect-result", DOOR TO "socket.close; $attempt", RAISES(IOError, NULL)},
};
SOCKSPEC_TABLE(connect_made, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", attempts)})

static const struct sockspec_row connect_stream_rows[] = {
    /* The peer that accepts sees the socket's own address. */
    {"connect-seen", "connect.$address", ITSELF, DOOR TO "socket.bind($other); $attempt; mine = socket.getsockname; peer = door.accept; peer.peer", RETURNS("mine")},
    /* Data can be sent in both directions. */
    {"connect-both-ways", "connect.$address", ITSELF, DOOR TO "$attempt; peer = door.accept; peer.send('come in'); " READY "socket.send('knock', 0); [peer.recv(10), socket.recv(10)]", RETURNS("['knock', 'come in']")},
    /* A connected socket cannot be connected again, to the same address or to another one. */
    {"connect-twice", "connect.unix.EISCONN", "connect-result", DOOR TO "socket.connect(to); $attempt", RAISES(Errno::EISCONN, "connect(2)")},
    {"connect-twice-elsewhere", "connect.unix.EISCONN", "connect-result", DOOR TO "socket.connect(to); second = Tester.socket($domain, $type); second.bind($other); second.listen(5); to = second.sockaddr; $attempt", RAISES(Errno::EISCONN, "connect(2)")},
    {"connect-accepted", "connect.unix.EISCONN", "connect-result", "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(5); caller = Tester.connected(server.getsockname, $type); socket, from = server.accept; door = Tester.socket($domain, $type); door.bind($other); door.listen(5); " TO "$attempt", RAISES(Errno::EISCONN, "connect(2)")},
    /* No socket listens at the address: the socket there is only bound. */
    {"connect-refused", "connect.unix.ECONNREFUSED", "connect-result", BOUND_DOOR TO "$attempt", RAISES(Errno::ECONNREFUSED, "connect(2)")},
    {"connect-refused-by-own", "connect.unix.ECONNREFUSED", "connect-to-own", "door = Socket.new($domain, $type, 0); door.bind($any); " SOCKET "to = door.getsockname; $attempt", RAISES(Errno::ECONNREFUSED, "connect(2)")},
    {"connect-refused-by-connected", "connect.unix.ECONNREFUSED", "connect-result", "far = Tester.socket($domain, $type); far.bind($other); far.listen(5); " BOUND_DOOR "door.connect(far.sockaddr); " TO "$attempt", RAISES(Errno::ECONNREFUSED, "connect(2)")},
};
SOCKSPEC_TABLE(connect_stream, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", stream_kinds), AXIS("method", attempts)})

/* The tester's end of a connection in progress executes `fate`. `socket` is readable once the
 * effect has arrived. */
#define UNDER_WAY(fate) DOOR TO "raised(Errno::EINPROGRESS, socket.connect_nonblock(to)); peer = door.accept; " fate "; " READY

static const struct sockspec_row connect_tcp_rows[] = {
    /* The peer resets the connection before the socket has asked for the outcome of connecting. */
    {"connect-reset", "connect.unix.ECONNRESET", "connect-not-reset", UNDER_WAY("peer.abort") "clear_nonblocking(socket); socket.$method(to)", RAISES(Errno::ECONNRESET, "connect(2)")},
    {"connect-not-reset", "connect.unix.ECONNRESET", ITSELF, UNDER_WAY("peer.send('x')") "clear_nonblocking(socket); socket.$method(to)", RETURNS("0")},
    /* The only local port that the socket may use is in use by a connection to the same address. */
    {"connect-no-local-port", "connect.unix.EADDRNOTAVAIL", "connect-local-port", DOOR TO "caller = Tester.connected(to, $type); socket.setsockopt(0, 51, caller.port * 65537 + -4294967296); $attempt", RAISES(Errno::EADDRNOTAVAIL, "connect(2)")},
    {"connect-local-port", "connect.unix.EADDRNOTAVAIL", ITSELF, DOOR "caller = Tester.connected(door.sockaddr, $type); socket.setsockopt(0, 51, caller.port * 65537 + -4294967296); second = Tester.socket($domain, $type); second.bind($other); second.listen(5); to = second.sockaddr; $attempt", RETURNS("0")},
    /* A socket that was bound to an address or a port first connects from there. */
    {"connect-from-port", "connect.$address", ITSELF, DOOR TO "socket.bind($other); mine = socket.getsockname; $attempt; [socket.getsockname, (peer = door.accept; peer.peer)]", RETURNS("[mine, mine]")},
};
SOCKSPEC_TABLE(connect_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", attempts)})

/* `socket` is bound to the local address of an existing connection to the door. */
#define SAME_NAME DOOR TO "first = Socket.new($domain, $type, 0); first.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); first.bind($any); socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); socket.bind(first.getsockname); first.connect(to); "

static const struct sockspec_row connect_tcp_platform_rows[] = {
    /* Linux: the pair of addresses is in use, for which Linux has EADDRNOTAVAIL. */
    {"connect-pair-taken", "connect.unix.EADDRINUSE", "connect-pair-free", SAME_NAME "$attempt", RAISES(Errno::EADDRNOTAVAIL, "connect(2)")},
    {"connect-pair-free", "connect.unix.EADDRINUSE", ITSELF, SAME_NAME "second = Tester.socket($domain, $type); second.bind($other); second.listen(5); to = second.sockaddr; $attempt", RETURNS("0")},
    /* Linux: a listening socket counts as connected. */
    {"connect-listening", "connect.unix.EOPNOTSUPP", "connect-not-listening", DOOR TO "socket.bind($other); socket.listen(5); $attempt", RAISES(Errno::EISCONN, "connect(2)")},
    {"connect-not-listening", "connect.unix.EOPNOTSUPP", ITSELF, DOOR TO "socket.bind($other); $attempt", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_tcp_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", tcp_kinds), AXIS("method", attempts)})

static const struct sockspec_row connect_datagram_rows[] = {
    /* send then sends to the address. */
    {"connect-datagram-send", "connect.datagram", ITSELF, DOOR TO "$attempt; [socket.send('one', 0), door.recv(10), socket.send('two', 0), door.recv(10)]", RETURNS("[3, 'one', 3, 'two']")},
    /* Data from that address is received. */
    {"connect-datagram-receive", "connect.datagram", ITSELF, DOOR TO "socket.bind($other); $attempt; door.send('answer', 0, socket.getsockname); " READY "socket.recv(10)", RETURNS("'answer'")},
    /* The call exchanges no messages, and it can be repeated with the same address. */
    {"connect-datagram-repeated", "connect.datagram-again", ITSELF, DOOR TO "socket.connect(to); $attempt", RETURNS("0")},
    /* A second address replaces the first. */
    {"connect-datagram-again", "connect.datagram-again", ITSELF, DOOR "far = Tester.socket($domain, $type); far.bind($other); socket.connect(door.sockaddr); to = far.sockaddr; [$attempt, socket.getpeername, socket.send('x', 0), far.recv(10)]", RETURNS("[0, to, 1, 'x']")},
    /* AF_UNSPEC ends the association: the socket then has no peer, and send has no address. */
    {"connect-unspec", "connect.datagram-again", ITSELF, DOOR "socket.connect(door.sockaddr); to = '\\0' * 16; $attempt", RETURNS("0")},
    {"connect-unspec-peer", "connect.datagram-again", "connect-datagram-peer", DOOR "socket.connect(door.sockaddr); to = '\\0' * 16; $attempt; socket.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"connect-datagram-peer", "connect.datagram-again", ITSELF, DOOR "socket.connect(door.sockaddr); to = door.sockaddr; $attempt; socket.getpeername", RETURNS("to")},
    {"connect-unspec-then", "connect.datagram-again", ITSELF, DOOR "socket.connect(door.sockaddr); to = '\\0' * 16; $attempt; to = door.sockaddr; $attempt; socket.getpeername", RETURNS("to")},
    {"connect-unspec-first", "connect.datagram-again", ITSELF, DOOR "to = '\\0' * 16; $attempt", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", datagram_kinds), AXIS("method", attempts)})

static const struct sockspec_row connect_udp_rows[] = {
    /* While the socket has a peer, it does not receive datagrams from other addresses. */
    {"connect-udp-stranger", "connect.datagram", ITSELF, DOOR TO "stranger = Tester.socket($domain, $type); $attempt; stranger.send('no', 0, socket.getsockname); door.send('yes', 0, socket.getsockname); " READY "socket.recv(10)", RETURNS("'yes'")},
    /* Once the association has ended, it receives them again. */
    {"connect-udp-unspec-stranger", "connect.datagram-again", ITSELF, DOOR "stranger = Tester.socket($domain, $type); stranger.bind($any); socket.connect(door.sockaddr); to = '\\0' * 16; $attempt; socket.send('hello', 0, stranger.sockaddr); said, back = stranger.recvfrom(10); stranger.send('hello yourself', 0, back); " READY "[said, socket.recv(20)]", RETURNS("['hello', 'hello yourself']")},
    /* No socket need exist at the address, because the call sends nothing. */
    {"connect-udp-nobody", "connect.datagram", ITSELF, DOOR TO "door.close; $attempt", RETURNS("0")},
    /* The socket gets a local address, which the peer sees. */
    {"connect-udp-named", "connect.datagram", ITSELF, DOOR TO "$attempt; socket.send('x', 0); door.recvfrom(10)", RETURNS("['x', socket.getsockname]")},
};
SOCKSPEC_TABLE(connect_udp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", udp_kinds), AXIS("method", attempts)})

/* Address lengths: a string whose length is not that of the family's address is not an address. */

#define LENGTH(length) {#length, {{"length", #length}}}
#define LENGTHS_TO_7 LENGTH(0), LENGTH(1), LENGTH(2), LENGTH(3), LENGTH(4), LENGTH(5), LENGTH(6), LENGTH(7)
#define LENGTHS_TO_15 LENGTHS_TO_7, LENGTH(8), LENGTH(9), LENGTH(10), LENGTH(11), LENGTH(12), LENGTH(13), LENGTH(14), LENGTH(15)
#define LENGTHS_TO_23 LENGTHS_TO_15, LENGTH(16), LENGTH(17), LENGTH(18), LENGTH(19), LENGTH(20), LENGTH(21), LENGTH(22), LENGTH(23)
#define CUT DOOR "to = (door.sockaddr + '\\0' * 300)[0, $length]; $attempt"

static const struct sockspec_variant in4_lengths[] = {LENGTHS_TO_15, LENGTH(16), LENGTH(129), LENGTH(300)};
static const struct sockspec_row connect_in4_lengths_rows[] = {
    {"connect-in4-length", "connect.unix.EINVAL", "connect-in4-whole/$kind/16/$method",
     "kind=* length=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,129,300 method=*", RAISES(Errno::EINVAL, "connect(2)")},
    {"connect-in4-whole", "$method.length", ITSELF, "kind=* length=16 method=*", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_in4_lengths, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .cross = CUT,
               .axes = {AXIS("kind", in4_kinds), AXIS("length", in4_lengths), AXIS("method", attempts)})

static const struct sockspec_variant in6_lengths[] = {LENGTHS_TO_23, LENGTH(28), LENGTH(129), LENGTH(300)};
static const struct sockspec_row connect_in6_lengths_rows[] = {
    {"connect-in6-length", "connect.unix.EINVAL", "connect-in6-whole/$kind/28/$method",
     "kind=* length=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,129,300 method=*", RAISES(Errno::EINVAL, "connect(2)")},
    {"connect-in6-whole", "$method.length", ITSELF, "kind=* length=28 method=*", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_in6_lengths, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .cross = CUT,
               .axes = {AXIS("kind", in6_kinds), AXIS("length", in6_lengths), AXIS("method", attempts)})

static const struct sockspec_variant unix_lengths[] = {LENGTH(0), LENGTH(1), LENGTH(2), LENGTH(110), LENGTH(111), LENGTH(112), LENGTH(128), LENGTH(129), LENGTH(300)};
static const struct sockspec_row connect_unix_lengths_rows[] = {
    {"connect-unix-length", "connect.unix.EINVAL", "connect-unix-whole/$kind/110/$method",
     "kind=* length=0,1,111,112,128,129,300 method=*", RAISES(Errno::EINVAL, "connect(2)")},
    {"connect-unix-whole", "$method.length", ITSELF, "kind=* length=110 method=*", RETURNS("0")},
    /* The family alone is not an address. */
    {"connect-unix-family-alone", "connect.unix.EINVAL", "connect-unix-whole/$kind/110/$method", "kind=* length=2 method=*", RAISES(Errno::EINVAL, "connect(2)")},
};
SOCKSPEC_TABLE(connect_unix_lengths, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .cross = CUT,
               .axes = {AXIS("kind", unix_kinds), AXIS("length", unix_lengths), AXIS("method", attempts)})

/* Linux: bytes after the address are ignored, up to the 128 bytes of a sockaddr_storage. */
static const struct sockspec_variant in4_longer[] = {LENGTH(17), LENGTH(28), LENGTH(110), LENGTH(128)};
static const struct sockspec_row connect_in4_longer_rows[] = {
    {"connect-in4-longer", "connect.unix.EINVAL", ITSELF, CUT, RETURNS("0")},
};
SOCKSPEC_TABLE(connect_in4_longer, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux",
               .axes = {AXIS("kind", in4_kinds), AXIS("length", in4_longer), AXIS("method", attempts)})

/* Linux: an IPv6 address may lack the scope. */
static const struct sockspec_variant in6_longer[] = {LENGTH(24), LENGTH(25), LENGTH(26), LENGTH(27), LENGTH(29), LENGTH(110), LENGTH(128)};
static const struct sockspec_row connect_in6_longer_rows[] = {
    {"connect-in6-longer", "connect.unix.EINVAL", ITSELF, CUT, RETURNS("0")},
};
SOCKSPEC_TABLE(connect_in6_longer, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux",
               .axes = {AXIS("kind", in6_kinds), AXIS("length", in6_longer), AXIS("method", attempts)})

/* Address families: the address must have the family of the socket. */

static const struct sockspec_row connect_in4_families_rows[] = {
    {"connect-in4-in4", "connect.address-ipv4", ITSELF, DOOR "to = in4(0, '0.0.0.0')[0, 2] + door.sockaddr[2, 14]; $attempt", RETURNS("0")},
    {"connect-in4-in6", "connect.unix.EAFNOSUPPORT", "connect-in4-in4", DOOR "to = in6(0, '::')[0, 2] + door.sockaddr[2, 14]; $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
    {"connect-in4-un", "connect.unix.EAFNOSUPPORT", "connect-in4-in4", DOOR "to = un('')[0, 2] + door.sockaddr[2, 14]; $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
    {"connect-in4-whole-in6", "connect.unix.EAFNOSUPPORT", "connect-in4-in4", DOOR "to = in6(door.port, '::1'); $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
    {"connect-in4-mapped", "connect.unix.EAFNOSUPPORT", "connect-in4-in4", DOOR "to = in6(door.port, '::ffff:127.0.0.1'); $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
    {"connect-in4-whole-un", "connect.unix.EAFNOSUPPORT", "connect-in4-in4", DOOR "to = un(path('a')); $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
};
SOCKSPEC_TABLE(connect_in4_families, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", in4_kinds), AXIS("method", attempts)})

static const struct sockspec_row connect_in6_families_rows[] = {
    {"connect-in6-in6", "connect.address-ipv6", ITSELF, DOOR "to = in6(0, '::')[0, 2] + door.sockaddr[2, 26]; $attempt", RETURNS("0")},
    {"connect-in6-un", "connect.unix.EAFNOSUPPORT", "connect-in6-in6", DOOR "to = un('')[0, 2] + door.sockaddr[2, 26]; $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
    {"connect-in6-whole-un", "connect.unix.EAFNOSUPPORT", "connect-in6-in6", DOOR "to = un(path('a')); $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
    /* An IPv4 address can be given in its IPv6-mapped form. */
    {"connect-in6-mapped", "connect.address-ipv6", ITSELF, "door = Tester.socket(AF_INET, $type); door.bind(in4(0, '127.0.0.1')); $opened; " SOCKET "to = in6(door.port, '::ffff:127.0.0.1'); [$attempt, socket.getpeername]", RETURNS("[0, to]")},
};
SOCKSPEC_TABLE(connect_in6_families, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", in6_kinds), AXIS("method", attempts)})

static const struct sockspec_row connect_tcp6_families_rows[] = {
    {"connect-in6-in4", "connect.unix.EAFNOSUPPORT", "connect-in6-in6", DOOR "to = in4(0, '0.0.0.0')[0, 2] + door.sockaddr[2, 26]; $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
};
static const struct sockspec_variant tcp6_kind[] = {SOCKSPEC_TCP6};
SOCKSPEC_TABLE(connect_tcp6_families, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp6_kind), AXIS("method", attempts)})

static const struct sockspec_row connect_unix_families_rows[] = {
    {"connect-unix-unix", "connect.address-unix", ITSELF, DOOR "to = un('')[0, 2] + door.sockaddr[2, 108]; $attempt", RETURNS("0")},
    /* The family number does not exist. */
    {"connect-unix-unknown", "connect.unix.EINVAL", "connect-unix-unix", DOOR "to = hex('ffff') + door.sockaddr[2, 108]; $attempt", RAISES(Errno::EINVAL, "connect(2)")},
};
SOCKSPEC_TABLE(connect_unix_families, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", unix_kinds), AXIS("method", attempts)})

static const struct sockspec_row connect_in4_families_platform_rows[] = {
    /* Linux: a family number that does not exist is treated like that of another family. */
    {"connect-in4-unknown", "connect.unix.EINVAL", "connect-in4-in4", DOOR "to = hex('ffff') + door.sockaddr[2, 14]; $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
};
SOCKSPEC_TABLE(connect_in4_families_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", in4_kinds), AXIS("method", attempts)})

static const struct sockspec_row connect_in6_families_platform_rows[] = {
    {"connect-in6-unknown", "connect.unix.EINVAL", "connect-in6-in6", DOOR "to = hex('ffff') + door.sockaddr[2, 26]; $attempt", RAISES(Errno::EAFNOSUPPORT, "connect(2)")},
};
SOCKSPEC_TABLE(connect_in6_families_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", in6_kinds), AXIS("method", attempts)})

static const struct sockspec_row connect_tcp6_platform_rows[] = {
    /* Linux: for a TCP socket of IPv6, the length of an IPv4 address is checked before its
     * family, and is too short. */
    {"connect-tcp6-whole-in4", "connect.unix.EAFNOSUPPORT", "connect-in6-in6", DOOR "to = in4(door.port, '127.0.0.1'); $attempt", RAISES(Errno::EINVAL, "connect(2)")},
};
SOCKSPEC_TABLE(connect_tcp6_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", tcp6_kind), AXIS("method", attempts)})

static const struct sockspec_variant udp6_kind[] = {SOCKSPEC_UDP6};
static const struct sockspec_row connect_udp6_platform_rows[] = {
    /* Linux: a UDP socket of IPv6 can be connected to an IPv4 address. */
    {"connect-udp6-whole-in4", "connect.unix.EAFNOSUPPORT", ITSELF, DOOR "to = in4(door.port, '127.0.0.1'); $attempt; socket.getpeername", RETURNS("in6(door.port, '::ffff:127.0.0.1')")},
};
SOCKSPEC_TABLE(connect_udp6_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", udp6_kind), AXIS("method", attempts)})

static const struct sockspec_row connect_unix_platform_rows[] = {
    /* Linux: for an AF_UNIX socket, an address of any other family is invalid. */
    {"connect-unix-in4", "connect.unix.EAFNOSUPPORT", "connect-unix-unix", DOOR "to = in4(0, '0.0.0.0')[0, 2] + door.sockaddr[2, 108]; $attempt", RAISES(Errno::EINVAL, "connect(2)")},
    {"connect-unix-in6", "connect.unix.EAFNOSUPPORT", "connect-unix-unix", DOOR "to = in6(0, '::')[0, 2] + door.sockaddr[2, 108]; $attempt", RAISES(Errno::EINVAL, "connect(2)")},
    {"connect-unix-whole-in4", "connect.unix.EAFNOSUPPORT", "connect-unix-unix", DOOR "to = in4(7, '127.0.0.1'); $attempt", RAISES(Errno::EINVAL, "connect(2)")},
    {"connect-unix-whole-in6", "connect.unix.EAFNOSUPPORT", "connect-unix-unix", DOOR "to = in6(7, '::1'); $attempt", RAISES(Errno::EINVAL, "connect(2)")},
    /* Linux: an empty path is an abstract name of NUL bytes, which no socket has. */
    {"connect-unix-empty", "connect.unix-domain.ENOENT", "connect-unix-unix", DOOR "to = un(''); $attempt", RAISES(Errno::ECONNREFUSED, "connect(2)")},
    {"connect-unix-empty-short", "connect.unix-domain.ENOENT", "connect-unix-unix", DOOR "to = un('')[0, 3]; $attempt", RAISES(Errno::ECONNREFUSED, "connect(2)")},
};
SOCKSPEC_TABLE(connect_unix_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", unix_kinds), AXIS("method", attempts)})

static const struct sockspec_row connect_unix_stream_platform_rows[] = {
    {"connect-unix-listening", "connect.unix.EOPNOTSUPP", "connect-unix-not-listening", DOOR TO "socket.bind($other); socket.listen(5); $attempt", RAISES(Errno::EINVAL, "connect(2)")},
    {"connect-unix-not-listening", "connect.unix.EOPNOTSUPP", ITSELF, DOOR TO "socket.bind($other); $attempt", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_unix_stream_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", unix_stream_kinds), AXIS("method", attempts)})

/* AF_UNIX paths. */

static const struct sockspec_row connect_path_rows[] = {
    {"connect-path", "connect.address-unix", ITSELF, DOOR "to = un(path('a')); $attempt", RETURNS("0")},
    /* A path ends at the end of the string or at its first NUL byte. */
    {"connect-path-unterminated", "$method.length", ITSELF, DOOR "to = un(path('a'))[0, length(path('a')) + 2]; $attempt", RETURNS("0")},
    {"connect-path-terminated", "$method.length", ITSELF, DOOR "to = un(path('a'))[0, length(path('a')) + 3]; $attempt", RETURNS("0")},
    {"connect-path-cut", "$method.length", "connect-path-unterminated", DOOR "to = un(path('a'))[0, length(path('a')) + 1]; $attempt", RAISES(Errno::ENOENT, "connect(2)")},
    {"connect-path-nul", "$method.length", ITSELF, DOOR "to = un(path('a') + '\\0rest'); $attempt", RETURNS("0")},
    /* A path may contain `..`. */
    {"connect-path-dots", "connect.address-unix", ITSELF, DOOR "to = un('/world/tmp/../../' + path('a')); $attempt", RETURNS("0")},
    /* The path, or one of its directories, does not exist. */
    {"connect-path-none", "connect.unix-domain.ENOENT", "connect-path", DOOR "to = un(path('none')); $attempt", RAISES(Errno::ENOENT, "connect(2)")},
    {"connect-path-no-directory", "connect.unix-domain.ENOENT", "connect-path", DOOR "to = un('/world/missing/a'); $attempt", RAISES(Errno::ENOENT, "connect(2)")},
    /* A component of the path is not a directory. */
    {"connect-path-below-file", "connect.unix-domain.ENOTDIR", "connect-path", DOOR "to = un('/world/file/a'); $attempt", RAISES(Errno::ENOTDIR, "connect(2)")},
    {"connect-path-below-socket", "connect.unix-domain.ENOTDIR", "connect-path", DOOR "to = un(path('a') + '/a'); $attempt", RAISES(Errno::ENOTDIR, "connect(2)")},
    {"connect-path-slash", "connect.unix-domain.ENOTDIR", "connect-path", DOOR "to = un(path('a') + '/'); $attempt", RAISES(Errno::ENOTDIR, "connect(2)")},
    /* Symbolic links form a loop. */
    {"connect-path-loop", "connect.unix-domain.ELOOP", "connect-path", DOOR "to = un('/world/loop'); $attempt", RAISES(Errno::ELOOP, "connect(2)")},
    {"connect-path-below-loop", "connect.unix-domain.ELOOP", "connect-path", DOOR "to = un('/world/loop/a'); $attempt", RAISES(Errno::ELOOP, "connect(2)")},
    /* A link leads to a name of 300 bytes. The address itself has room for 108 only. */
    {"connect-path-long", "connect.unix-domain.ENAMETOOLONG", "connect-path", DOOR "to = un('/world/long-name'); $attempt", RAISES(Errno::ENAMETOOLONG, "connect(2)")},
    {"connect-path-below-long", "connect.unix-domain.ENAMETOOLONG", "connect-path", DOOR "to = un('/world/long-name/a'); $attempt", RAISES(Errno::ENAMETOOLONG, "connect(2)")},
    /* A directory may not be searched, or a socket may not be written to. */
    {"connect-path-unsearchable", "connect.unix.EACCES", "connect-path", DOOR "to = un('/world/unsearchable/below'); $attempt", RAISES(Errno::EACCES, "connect(2)")},
    {"connect-path-unwritable", "connect.unix.EACCES", "connect-path", DOOR "to = un('/world/unwritable-socket'); $attempt", RAISES(Errno::EACCES, "connect(2)")},
    /* The path exists, but its socket was closed, or the file was never a socket. */
    {"connect-path-stale", "connect.unix.ECONNREFUSED", "connect-path", DOOR "to = un(path('a')); door.close; $attempt", RAISES(Errno::ECONNREFUSED, "connect(2)")},
    {"connect-path-file", "connect.unix.ECONNREFUSED", "connect-path", DOOR "to = un('/world/file'); $attempt", RAISES(Errno::ECONNREFUSED, "connect(2)")},
};
SOCKSPEC_TABLE(connect_path, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("kind", unix_kinds), AXIS("method", attempts)})

/* The socket at the path must have the same type. */
static const struct sockspec_variant peer_types[] = {
    {"stream", {{"peer_type", "SOCK_STREAM"}, {"peer_opened", "door.listen(5)"}}},
    {"seqpacket", {{"peer_type", "SOCK_SEQPACKET"}, {"peer_opened", "door.listen(5)"}}},
    {"datagram", {{"peer_type", "SOCK_DGRAM"}, {"peer_opened", ""}}},
};
static const struct sockspec_row connect_types_rows[] = {
    {"connect-types-stream", "connect.address-unix", ITSELF, "kind=unix-stream peer=stream method=*", RETURNS("0")},
    {"connect-types-seqpacket", "connect.address-unix", ITSELF, "kind=unix-seqpacket peer=seqpacket method=*", RETURNS("0")},
    {"connect-types-datagram", "connect.address-unix", ITSELF, "kind=unix-dgram peer=datagram method=*", RETURNS("0")},
    {"connect-types-not-stream", "connect.unix.EPROTOTYPE", "connect-types-stream/unix-stream/stream/$method", "kind=unix-stream peer=seqpacket,datagram method=*", RAISES(Errno::EPROTOTYPE, "connect(2)")},
    {"connect-types-not-seqpacket", "connect.unix.EPROTOTYPE", "connect-types-seqpacket/unix-seqpacket/seqpacket/$method", "kind=unix-seqpacket peer=stream,datagram method=*", RAISES(Errno::EPROTOTYPE, "connect(2)")},
    {"connect-types-not-datagram", "connect.unix.EPROTOTYPE", "connect-types-datagram/unix-dgram/datagram/$method", "kind=unix-dgram peer=stream,seqpacket method=*", RAISES(Errno::EPROTOTYPE, "connect(2)")},
};
SOCKSPEC_TABLE(connect_types, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .cross = "door = Tester.socket(AF_UNIX, $peer_type); door.bind(un(path('a'))); $peer_opened; " SOCKET TO "$attempt",
               .axes = {AXIS("kind", unix_kinds), AXIS("peer", peer_types), AXIS("method", attempts)})

/* Networks. */

/* The tester's door is bound to an address of the isolated network. `to` is the same port at
 * another address. */
#define IN4_HOST "door = Tester.socket($domain, $type); door.bind(in4(0, '192.0.2.1')); $opened; " SOCKET "to = in4(door.port, '$host'); $attempt"
#define IN6_HOST "door = Tester.socket($domain, $type); door.bind(in6(0, '2001:db8:1::1')); $opened; " SOCKET "to = in6(door.port, '$host'); $attempt"
#define HOST(name, address) {name, {{"host", address}}}

static const struct sockspec_variant in4_hosts[] = {
    HOST("self", "192.0.2.1"), HOST("unreachable", "198.51.100.1"), HOST("unreachable-last", "198.51.100.254"),
    HOST("no-route", "10.0.0.1"), HOST("no-route-public", "8.8.8.8"), HOST("no-route-next", "192.0.3.1"),
};
static const struct sockspec_row connect_in4_hosts_rows[] = {
    {"connect-in4-host", "connect.address-ipv4", ITSELF, "kind=* host=self method=*", RETURNS("0")},
    /* A route marks the host as unreachable, or there is no route to its network. */
    {"connect-in4-host-unreachable", "connect.unix.EHOSTUNREACH", "connect-in4-host/$kind/self/$method", "kind=* host=unreachable,unreachable-last method=*", RAISES(Errno::EHOSTUNREACH, "connect(2)")},
    {"connect-in4-no-route", "connect.unix.ENETUNREACH", "connect-in4-host/$kind/self/$method", "kind=* host=no-route,no-route-public,no-route-next method=*", RAISES(Errno::ENETUNREACH, "connect(2)")},
};
SOCKSPEC_TABLE(connect_in4_hosts, .provoked = SOCKSPEC_KERNEL, .cross = IN4_HOST, .axes = {AXIS("kind", in4_kinds), AXIS("host", in4_hosts), AXIS("method", attempts)})

static const struct sockspec_variant in6_hosts[] = {
    HOST("self", "2001:db8:1::1"), HOST("unreachable", "2001:db8:2::1"), HOST("unreachable-last", "2001:db8:2:0:ffff:ffff:ffff:ffff"),
    HOST("no-route", "2001:db8:ffff::1"), HOST("no-route-public", "2001:4860:4860::8888"), HOST("no-route-next", "2001:db8:4::1"),
};
static const struct sockspec_row connect_in6_hosts_rows[] = {
    {"connect-in6-host", "connect.address-ipv6", ITSELF, "kind=* host=self method=*", RETURNS("0")},
    {"connect-in6-host-unreachable", "connect.unix.EHOSTUNREACH", "connect-in6-host/$kind/self/$method", "kind=* host=unreachable,unreachable-last method=*", RAISES(Errno::EHOSTUNREACH, "connect(2)")},
    {"connect-in6-no-route", "connect.unix.ENETUNREACH", "connect-in6-host/$kind/self/$method", "kind=* host=no-route,no-route-public,no-route-next method=*", RAISES(Errno::ENETUNREACH, "connect(2)")},
};
SOCKSPEC_TABLE(connect_in6_hosts, .provoked = SOCKSPEC_KERNEL, .cross = IN6_HOST, .axes = {AXIS("kind", in6_kinds), AXIS("host", in6_hosts), AXIS("method", attempts)})

/* Linux: a `prohibit` route causes EACCES, and a `blackhole` route EINVAL. */
static const struct sockspec_variant in4_forbidden[] = {HOST("self", "192.0.2.1"), HOST("prohibited", "203.0.113.1"), HOST("black-hole", "192.88.99.1")};
static const struct sockspec_row connect_in4_forbidden_rows[] = {
    {"connect-in4-allowed", "connect.unix.EACCES", ITSELF, "kind=* host=self method=*", RETURNS("0")},
    {"connect-in4-prohibited", "connect.unix.EACCES", "connect-in4-allowed/$kind/self/$method", "kind=* host=prohibited method=*", RAISES(Errno::EACCES, "connect(2)")},
    {"connect-in4-black-hole", "connect.unix.EINVAL", "connect-in4-allowed/$kind/self/$method", "kind=* host=black-hole method=*", RAISES(Errno::EINVAL, "connect(2)")},
};
SOCKSPEC_TABLE(connect_in4_forbidden, .provoked = SOCKSPEC_KERNEL, .platform = "Linux", .cross = IN4_HOST, .axes = {AXIS("kind", in4_kinds), AXIS("host", in4_forbidden), AXIS("method", attempts)})

static const struct sockspec_variant in6_forbidden[] = {HOST("self", "2001:db8:1::1"), HOST("prohibited", "2001:db8:3::1")};
static const struct sockspec_row connect_in6_forbidden_rows[] = {
    {"connect-in6-allowed", "connect.unix.EACCES", ITSELF, "kind=* host=self method=*", RETURNS("0")},
    {"connect-in6-prohibited", "connect.unix.EACCES", "connect-in6-allowed/$kind/self/$method", "kind=* host=prohibited method=*", RAISES(Errno::EACCES, "connect(2)")},
};
SOCKSPEC_TABLE(connect_in6_forbidden, .provoked = SOCKSPEC_KERNEL, .platform = "Linux", .cross = IN6_HOST, .axes = {AXIS("kind", in6_kinds), AXIS("host", in6_forbidden), AXIS("method", attempts)})

/* Linux: a datagram socket may not connect to the broadcast address (as documented for Windows)
 * unless SO_BROADCAST is set. */
static const struct sockspec_row connect_broadcast_rows[] = {
    {"connect-broadcast", "connect.unix.EACCES", "connect-broadcast-asked", "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.setsockopt(SOL_SOCKET, SO_BROADCAST, 0); socket.$method(in4(7, '192.0.2.255'))", RAISES(Errno::EACCES, "connect(2)")},
    {"connect-broadcast-asked", "connect.unix.EACCES", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.setsockopt(SOL_SOCKET, SO_BROADCAST, 1); socket.$method(in4(7, '192.0.2.255'))", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_broadcast, .provoked = SOCKSPEC_KERNEL, .platform = "Linux", .axes = {AXIS("method", attempts)})

/* Linux: the wildcard address reaches this host, and every byte of an abstract name counts. */
static const struct sockspec_row connect_platform_rows[] = {
    {"connect-in4-wildcard", "connect.result", ITSELF, "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '127.0.0.1')); door.listen(5); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.connect(in4(door.port, '0.0.0.0')); socket.getpeername", RETURNS("door.sockaddr")},
    {"connect-in6-wildcard", "connect.result", ITSELF, "door = Tester.socket(AF_INET6, SOCK_STREAM); door.bind(in6(0, '::1')); door.listen(5); socket = Socket.new(AF_INET6, SOCK_STREAM, 0); socket.connect(in6(door.port, '::')); socket.getpeername", RETURNS("door.sockaddr")},
    {"connect-abstract", "connect.length", ITSELF, "name = un('\\0' + path('a'))[0, length(path('a')) + 3]; door = Tester.socket(AF_UNIX, SOCK_STREAM); door.bind(name); door.listen(5); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.connect(name)", RETURNS("0")},
    {"connect-abstract-longer", "connect.length", "connect-abstract", "name = un('\\0' + path('a'))[0, length(path('a')) + 3]; door = Tester.socket(AF_UNIX, SOCK_STREAM); door.bind(name); door.listen(5); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.connect(name + '\\0')", RAISES(Errno::ECONNREFUSED, "connect(2)")},
};
SOCKSPEC_TABLE(connect_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux")

/* Waiting. */

/* The tester's door has a full queue: its only place is taken. */
#define FULL BOUND_DOOR "door.listen(0); " TO "filler = Tester.connected(to, $type); "
/* getsockopt accepts the option numbers at their levels. */
#define SEND_TIMEOUT "socket.setsockopt(SOL_SOCKET, SO_SNDTIMEO, hex('1e 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00')); "

static const struct sockspec_row connect_unix_waits_rows[] = {
    /* The call waits until there is room in the queue, and then succeeds. */
    {"connect-waits", "connect.blocks", ITSELF, FULL "call = start socket.connect(to); blocked(call); door.accept; finish(call)", RETURNS("0")},
    {"connect-waits-blocking", "connect.blocks", ITSELF, FULL "clear_nonblocking(socket); call = start socket.connect(to); blocked(call); door.accept; finish(call)", RETURNS("0")},
    {"connect-waits-refused", "connect.blocks", "connect-waits-blocking", FULL "clear_nonblocking(socket); call = start socket.connect(to); blocked(call); door.close; finish(call)", RAISES(Errno::ECONNREFUSED, "connect(2)")},
    {"connect-waits-peer", "connect.blocks", ITSELF, FULL "clear_nonblocking(socket); call = start socket.connect(to); blocked(call); door.accept; finish(call); peer = door.accept; peer.send('come in'); socket.recv(10)", RETURNS("'come in'")},
    /* A signal ends the wait. Because no attempt is in progress then, the call does not continue
     * to wait. */
    {"connect-interrupted", "connect.unix.EINTR", "connect-not-interrupted", FULL "clear_nonblocking(socket); " SEND_TIMEOUT "call = start socket.connect(to); blocked(call); interrupted(call); finish(call)", RAISES(Errno::EINTR, "connect(2)")},
    {"connect-not-interrupted", "connect.unix.EINTR", ITSELF, FULL "clear_nonblocking(socket); " SEND_TIMEOUT "call = start socket.connect(to); blocked(call); door.accept; finish(call)", RETURNS("0")},
    {"connect-interrupted-then", "connect.unix.EINTR", ITSELF, FULL "clear_nonblocking(socket); " SEND_TIMEOUT "call = start socket.connect(to); blocked(call); interrupted(call); [rescue(Errno::EINTR, finish(call), 'interrupted'), (door.accept; rescue(Errno::EISCONN, socket.connect(to), 'connected'))]", RETURNS("['interrupted', 0]")},
};
SOCKSPEC_TABLE(connect_unix_waits, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", unix_stream_kinds)})

/* The neighbour never answers. */
static const struct sockspec_variant silent_kinds[] = {
    {"in4", {{"domain", "AF_INET"}, {"silent", "in4(9, '192.0.2.99')"}, {"any", "in4(0, '127.0.0.1')"}}},
    {"in6", {{"domain", "AF_INET6"}, {"silent", "in6(9, '2001:db8:1::99')"}, {"any", "in6(0, '::1')"}}},
};
#define TCP "socket = Socket.new($domain, SOCK_STREAM, 0); "
/* Waits for the neighbour until the attempt is ended. */
#define WAITS "fd = socket.fileno; call = start socket.connect($silent); blocked(call); hang_up(call, fd); rescue([Errno::ECONNRESET, Errno::ECONNABORTED, Errno::EHOSTUNREACH, Errno::ENETUNREACH], finish(call), 'given up')"
#define TCP_DOOR "door = Tester.socket($domain, SOCK_STREAM); door.bind($any); "

static const struct sockspec_row connect_tcp_waits_rows[] = {
    {"connect-waits-silent", "connect.blocks", ITSELF, TCP WAITS, RETURNS("'given up'")},
    {"connect-waits-silent-blocking", "connect.blocks", ITSELF, TCP "clear_nonblocking(socket); " WAITS, RETURNS("'given up'")},
    {"connect-made", "connect.blocks", ITSELF, TCP_DOOR "door.listen(5); " TCP "socket.connect(door.sockaddr)", RETURNS("0")},
    {"connect-made-blocking", "connect.blocks", ITSELF, TCP_DOOR "door.listen(5); " TCP "clear_nonblocking(socket); socket.connect(door.sockaddr)", RETURNS("0")},
    /* The call waits for the attempt to complete, also with O_NONBLOCK set. */
    {"connect-waits-in-progress", "connect.waits-out-progress", ITSELF, TCP_DOOR "door.listen(5); " TCP "set_nonblocking(socket); result = socket.connect(door.sockaddr); [result, socket.getpeername]", RETURNS("[0, door.sockaddr]")},
    {"connect-waits-in-progress-silent", "connect.waits-out-progress", ITSELF, TCP "set_nonblocking(socket); " WAITS, RETURNS("'given up'")},
    /* After that the socket is connected and cannot be connected again. */
    {"connect-waits-in-progress-twice", "connect.unix.EISCONN", "connect-waits-in-progress", TCP_DOOR "door.listen(5); " TCP "set_nonblocking(socket); socket.connect(door.sockaddr); socket.connect(door.sockaddr)", RAISES(Errno::EISCONN, "connect(2)")},
    /* If the attempt fails, the call raises its error. */
    {"connect-waits-in-progress-refused", "connect.waits-out-progress", "connect-waits-in-progress", TCP_DOOR TCP "set_nonblocking(socket); socket.connect(door.sockaddr)", RAISES(Errno::ECONNREFUSED, "connect(2)")},
    /* A signal ends the wait. */
    {"connect-interrupted-silent", "connect.unix.EINTR", "connect-not-interrupted-silent", TCP "clear_nonblocking(socket); " SEND_TIMEOUT "call = start socket.connect($silent); blocked(call); interrupted(call); finish(call)", RAISES(Errno::EINTR, "connect(2)")},
    {"connect-not-interrupted-silent", "connect.unix.EINTR", ITSELF, TCP "clear_nonblocking(socket); " SEND_TIMEOUT WAITS, RETURNS("'given up'")},
    /* After the signal the attempt continues in the background. */
    {"connect-interrupted-goes-on", "connect.unix.EINTR", ITSELF, TCP "clear_nonblocking(socket); " SEND_TIMEOUT "call = start socket.connect($silent); blocked(call); interrupted(call); first = rescue(Errno::EINTR, finish(call), 'interrupted'); [first, rescue(Errno::EALREADY, socket.connect_nonblock($silent), 'under way')]", RETURNS("['interrupted', 'under way']")},
    /* connect_nonblock does not wait, and the attempt continues in the background. */
    {"connect-in-progress", "connect.unix.EINPROGRESS", "connect-made-blocking", TCP_DOOR "door.listen(5); " TCP "socket.connect_nonblock(door.sockaddr)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    {"connect-in-progress-silent", "connect.unix.EINPROGRESS", "connect-made-blocking", TCP "socket.connect_nonblock($silent)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    {"connect-in-progress-made", "connect.unix.EINPROGRESS", ITSELF, TCP_DOOR "door.listen(5); " TCP "raised(Errno::EINPROGRESS, socket.connect_nonblock(door.sockaddr)); IO.select(nil, [socket], nil, 5); socket.getpeername", RETURNS("door.sockaddr")},
    /* A second call does not start a second attempt. */
    {"connect-already", "connect.unix.EALREADY", "connect-already-settled", TCP "raised(Errno::EINPROGRESS, socket.connect_nonblock($silent)); socket.connect_nonblock($silent)", RAISES(Errno::EALREADY, "connect(2)")},
    {"connect-already-elsewhere", "connect.unix.EALREADY", "connect-already-settled", TCP_DOOR "door.listen(5); " TCP "raised(Errno::EINPROGRESS, socket.connect_nonblock($silent)); socket.connect_nonblock(door.sockaddr)", RAISES(Errno::EALREADY, "connect(2)")},
    {"connect-already-nonblock", "connect.unix.EALREADY", "connect-already-settled-blocking", TCP "raised(Errno::EINPROGRESS, socket.connect_nonblock($silent)); call = start socket.connect($silent); at_once(call)", RAISES(Errno::EALREADY, "connect(2)")},
    {"connect-already-settled-blocking", "connect.unix.EALREADY", ITSELF, TCP_DOOR "door.listen(5); " TCP "raised(Errno::EINPROGRESS, socket.connect_nonblock(door.sockaddr)); IO.select(nil, [socket], nil, 5); rescue(Errno::EISCONN, socket.connect(door.sockaddr), 0)", RETURNS("0")},
    {"connect-already-settled", "connect.unix.EALREADY", ITSELF, TCP_DOOR "door.listen(5); " TCP "raised(Errno::EINPROGRESS, socket.connect_nonblock(door.sockaddr)); IO.select(nil, [socket], nil, 5); rescue(Errno::EISCONN, socket.connect_nonblock(door.sockaddr), 0)", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_tcp_waits, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("family", silent_kinds)})

static const struct sockspec_row connect_tcp_waits_platform_rows[] = {
    /* Linux: without O_NONBLOCK the call waits for the attempt that is in progress. */
    {"connect-waits-under-way", "connect.unix.EALREADY", ITSELF, TCP "raised(Errno::EINPROGRESS, socket.connect_nonblock($silent)); clear_nonblocking(socket); " WAITS, RETURNS("'given up'")},
};
SOCKSPEC_TABLE(connect_tcp_waits_platform, .provoked = SOCKSPEC_KERNEL, .platform = "Linux", .axes = {AXIS("family", silent_kinds)})

/* Nobody answers within the timeout. It is at least a second, because the first request is
 * repeated after a second. */
static const struct sockspec_row connect_timeout_rows[] = {
    {"connect-timeout", "connect.unix.ETIMEDOUT", "connect-in-time", "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '192.0.2.1')); door.listen(5); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.setsockopt(IPPROTO_TCP, 18, 1); socket.connect(in4(door.port, '192.0.2.99'))", RAISES(Errno::ETIMEDOUT, "connect(2)")},
    {"connect-in-time", "connect.unix.ETIMEDOUT", ITSELF, "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '192.0.2.1')); door.listen(5); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.setsockopt(IPPROTO_TCP, 18, 1); socket.connect(in4(door.port, '192.0.2.1'))", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_timeout, .provoked = SOCKSPEC_KERNEL, .waits = true)

/* Arguments. */

static const struct sockspec_variant no_addresses[] = {
    {"nil", {{"value", "nil"}}}, {"true", {{"value", "true"}}}, {"zero", {{"value", "0"}}}, {"port", {{"value", "80"}}},
    {"array", {{"value", "['a']"}}}, {"socket", {{"value", "Socket.new(AF_INET, SOCK_DGRAM, 0)"}}},
};
static const struct sockspec_row connect_type_rows[] = {
    /* Only a String is accepted as an address. */
    {"connect-type", "$method.address.type", ITSELF, "value = $value; socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.$method(value)", RAISES(TypeError, NULL)},
    /* The type of the address is checked before the socket. */
    {"connect-type-first", "$method.address.type-first", ITSELF, "value = $value; socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.close; socket.$method(value)", RAISES(TypeError, NULL)},
};
SOCKSPEC_TABLE(connect_type, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("value", no_addresses), AXIS("method", connect_methods)})

static const struct sockspec_row connect_arguments_rows[] = {
    {"connect-arity", "$method.arity", "connect-arity-one", "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.$method", RAISES(ArgumentError, NULL)},
    {"connect-arity-one", "$method.arity", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.$method(in4(7, '127.0.0.1'))", RETURNS("0")},
    {"connect-arity-two", "$method.arity", "connect-arity-one", "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.$method(in4(7, '127.0.0.1'), in4(7, '127.0.0.1'))", RAISES(ArgumentError, NULL)},
    {"connect-arity-three", "$method.arity", "connect-arity-one", "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.$method(in4(7, '127.0.0.1'), 0, 0)", RAISES(ArgumentError, NULL)},
    /* The address may come from pack_sockaddr_in, or from a socket's getsockname. */
    {"connect-packed", "$method.length", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); [socket.$method(Socket.pack_sockaddr_in(7, '127.0.0.1')), socket.getpeername]", RETURNS("[0, in4(7, '127.0.0.1')]")},
    {"connect-packed6", "$method.length", ITSELF, "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); [socket.$method(Socket.sockaddr_in(7, '::1')), socket.getpeername]", RETURNS("[0, in6(7, '::1')]")},
    {"connect-packed-path", "$method.length", ITSELF, "door = Tester.socket(AF_UNIX, SOCK_STREAM); door.bind(un(path('a'))); door.listen(5); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); [socket.$method(Socket.pack_sockaddr_un(path('a'))), socket.getpeername]", RETURNS("[0, door.sockaddr]")},
    /* The NUL bytes of an address count: they are part of its port and its address. */
    {"connect-nul-bytes", "$method.length", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); [socket.$method(in4(256, '127.0.0.1')), socket.getpeername]", RETURNS("[0, in4(256, '127.0.0.1')]")},
    /* The whole message consists of the system's text and the name of the call. */
    {"connect-message", "$method.error.message", "connect-path-unix-stream-$method", "socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.$method(un(path('a')))", RAISES_EXACTLY(Errno::ENOENT, "No such file or directory - connect(2)")},
};
SOCKSPEC_TABLE(connect_arguments, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("method", connect_methods)})

/* The document's example: it fetches a web page. */
static const struct sockspec_row connect_example_rows[] = {
    {"connect-example", "connect.example.client", ITSELF,
     "socket = Socket.new(AF_INET, SOCK_STREAM, 0); sockaddr = Socket.pack_sockaddr_in(80, 'www.google.com'); socket.connect(sockaddr); "
     "socket.write('GET / HTTP/1.0\\r\\n\\r\\n'); results = socket.read",
     RETURNS("'HTTP/1.0 200 OK\\r\\nContent-Type: text/html\\r\\nContent-Length: 67\\r\\nConnection: close\\r\\n\\r\\n"
             "<!DOCTYPE html>\\n<title>The world</title>\\n<p>Hello from inside.</p>\\n'")},
    /* The calls of the example one by one. */
    {"connect-example-address", "connect.example.client", ITSELF, "Socket.pack_sockaddr_in(80, 'www.google.com')", RETURNS("in4(80, '192.0.2.80')")},
    {"connect-example-connect", "connect.example.client", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); sockaddr = Socket.pack_sockaddr_in(80, 'www.google.com'); [socket.connect(sockaddr), socket.getpeername]", RETURNS("[0, in4(80, '192.0.2.80')]")},
    {"connect-example-write", "connect.example.client", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); sockaddr = Socket.pack_sockaddr_in(80, 'www.google.com'); socket.connect(sockaddr); socket.write('GET / HTTP/1.0\\r\\n\\r\\n')", RETURNS("18")},
};
SOCKSPEC_TABLE(connect_example, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */

/* clang-format off */
#define LINK_LOCAL_DOOR SOCKSPEC_LINK_LOCAL_PEER("door", "$type") "$opened; " SOCKET "to = " SOCKSPEC_LINK_LOCAL("door.port") "; "

static const struct sockspec_row connect_link_local_rows[] = {
    /* The scope of a link-local address says through which device the peer is reached. */
    {"connect-link-local", "connect.address-ipv6", ITSELF, LINK_LOCAL_DOOR "$attempt; socket.getpeername", RETURNS(SOCKSPEC_LINK_LOCAL("door.port"))},
    {"connect-link-local-send", "connect.address-ipv6", ITSELF, LINK_LOCAL_DOOR "$attempt; socket.send('knock', 0); peer = $answer; peer.recv(10)", RETURNS("'knock'")},
    {"connect-link-local-packed", "connect.address-ipv6", ITSELF, LINK_LOCAL_DOOR "to = Socket.pack_sockaddr_in(door.port, 'fe80::1%world0'); $attempt; socket.getpeername", RETURNS(SOCKSPEC_LINK_LOCAL("door.port"))},
    {"connect-link-local-named", "connect.address-ipv6", ITSELF, LINK_LOCAL_DOOR "socket.bind(" SOCKSPEC_LINK_LOCAL("0") "); $attempt; socket.send('knock', 0); peer = $answer; [peer.recv(10), peer.port]", RETURNS("['knock', door.port]")},
};
SOCKSPEC_TABLE(connect_link_local, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("kind", in6_kinds), AXIS("method", attempts)})
/* clang-format on */

/* clang-format off */
static const struct sockspec_row connect_odd_name_rows[] = {
    /* Every byte of the name counts, up to the last one. */
    {"connect-odd-name", "connect.address-unix", ITSELF, "door = Tester.socket($domain, $type); door.bind($address); $opened; " SOCKET "to = $address; $attempt; socket.getpeername", RETURNS("$shown")},
    {"connect-odd-name-send", "connect.address-unix", ITSELF, "door = Tester.socket($domain, $type); door.bind($address); $opened; " SOCKET "to = $address; $attempt; socket.send('knock', 0); peer = $answer; peer.recv(10)", RETURNS("'knock'")},
    /* The socket has such a name, and keeps it. */
    {"connect-odd-name-from", "connect.address-unix", ITSELF, "door = Tester.socket($domain, $type); door.bind(un(path('b'))); $opened; " SOCKET "socket.bind($address); to = door.sockaddr; $attempt; socket.getsockname", RETURNS("$shown")},
};
SOCKSPEC_TABLE(connect_odd_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix",
               .axes = {AXIS("name", odd_names), AXIS("kind", unix_kinds), AXIS("method", attempts)})
/* clang-format on */
