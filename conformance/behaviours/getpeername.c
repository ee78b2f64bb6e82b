/* socket.getpeername => sockaddr */
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/unix_names.h"
#include "conformance/harness/rows/families.h"

/* clang-format off */
/* $of is the behaviour for the family. */
static const struct sockspec_variant connected_families[] = {
    {"in4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"of", "ipv4"}, {"length", "16"}, SOCKSPEC_STREAM_WORDS}},
    {"in6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"of", "ipv6"}, {"length", "28"}, SOCKSPEC_STREAM_WORDS}},
    {"unix", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"of", "unix"}, {"length", "length(path('a')) + 3"}, SOCKSPEC_STREAM_WORDS}},
    {"seqpacket", {{"domain", "AF_UNIX"}, {"type", "SOCK_SEQPACKET"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"of", "unix"}, {"length", "length(path('a')) + 3"}, SOCKSPEC_STREAM_WORDS}},
};

static const struct sockspec_row getpeername_rows[] = {
    /* The method returns the whole address of the peer, for a socket that connected and for one
     * that was accepted. */
    {"getpeername-connected", "getpeername.$of", ITSELF, "$connected; socket.getpeername", RETURNS("door.sockaddr")},
    {"getpeername-length", "getpeername.$of", ITSELF, "$connected; length(socket.getpeername)", RETURNS("$length")},
    {"getpeername-twice", "getpeername.$of", ITSELF, "$connected; [socket.getpeername, socket.getpeername]", RETURNS("[door.sockaddr, door.sockaddr]")},
    {"getpeername-accepted", "getpeername.$of", ITSELF, "$listening; caller = Tester.socket($domain, $type); caller.bind($other); caller.connect(server.getsockname); client, from = server.accept; [client.getpeername, from]", RETURNS("[caller.sockaddr, caller.sockaddr]")},
    {"getpeername-both-ends", "getpeername.$of", ITSELF, "$listening; there = Elsewhere::Socket.new($domain, $type, 0); there.connect(server.getsockname); client, from = server.accept; [there.getpeername, client.getsockname]", RETURNS("[server.getsockname, server.getsockname]")},
    /* The address stays available while the connection exists. */
    {"getpeername-after-shutdown", "getpeername.$of", ITSELF, "$connected; socket.shutdown(SHUT_WR); peer.recv(20); socket.getpeername", RETURNS("door.sockaddr")},
    {"getpeername-half-closed", "getpeername.$of", ITSELF, "$connected; peer.shutdown(SHUT_WR); socket.recv(20); socket.getpeername", RETURNS("door.sockaddr")},
    {"getpeername-door-closed", "getpeername.$of", ITSELF, "$connected; name = door.sockaddr; door.close; socket.getpeername", RETURNS("name")},
    /* The socket has no peer. */
    {"getpeername-new", "getpeername.ENOTCONN", "getpeername-connected", "socket = Socket.new($domain, $type, 0); socket.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"getpeername-bound", "getpeername.ENOTCONN", "getpeername-connected", "$server; server.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"getpeername-listening", "getpeername.ENOTCONN", "getpeername-connected", "$listening; server.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"getpeername-waiting", "getpeername.ENOTCONN", "getpeername-connected", "$listening; $caller; server.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"getpeername-then", "getpeername.ENOTCONN", ITSELF, "$connected; other = Socket.new($domain, $type, 0); raised(Errno::ENOTCONN, other.getpeername); other.connect(door.sockaddr); other.getpeername", RETURNS("door.sockaddr")},
    {"getpeername-EBADF", "getpeername.EBADF", "getpeername-connected", "$connected; again = Socket.for_fd(socket.fileno); again.close; socket.getpeername", RAISES(Errno::EBADF, "getpeername(2)")},
    {"getpeername-ENOTSOCK", "getpeername.ENOTSOCK", "getpeername-connected", "$connected; replace_descriptor(socket); socket.getpeername", RAISES(Errno::ENOTSOCK, "getpeername(2)")},
    {"getpeername-closed", "getpeername.closed", "getpeername-connected", "$connected; socket.close; socket.getpeername", RAISES(IOError, "closed stream")},
    {"getpeername-closed-new", "getpeername.closed", "getpeername-connected", "socket = Socket.new($domain, $type, 0); socket.close; socket.getpeername", RAISES(IOError, "closed stream")},
    {"getpeername-arity", "getpeername.arity", "getpeername-connected", "$connected; socket.getpeername(nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(getpeername, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", connected_families)})

/* clang-format off */
static const struct sockspec_variant datagram_kinds[] = {
    {"in4", {{"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.1')"}, {"third", "in4(0, '127.0.0.2')"}, SOCKSPEC_DATAGRAM_WORDS}},
    {"in6", {{"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"third", "in6(0, '::1')"}, SOCKSPEC_DATAGRAM_WORDS}},
    {"unix", {{"domain", "AF_UNIX"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"third", "un(path('c'))"}, SOCKSPEC_DATAGRAM_WORDS}},
};

static const struct sockspec_row getpeername_datagram_rows[] = {
    {"getpeername-datagram", "getpeername.datagram", ITSELF, "$bound; $peer; socket.connect(peer.sockaddr); socket.getpeername", RETURNS("peer.sockaddr")},
    {"getpeername-datagram-again", "getpeername.datagram", ITSELF, "$bound; $peer; socket.connect(peer.sockaddr); third = Tester.socket($domain, SOCK_DGRAM); third.bind($third); socket.connect(third.sockaddr); socket.getpeername", RETURNS("third.sockaddr")},
    {"getpeername-datagram-new", "getpeername.ENOTCONN", "getpeername-datagram", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"getpeername-datagram-bound", "getpeername.ENOTCONN", "getpeername-datagram", "$bound; $peer; socket.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"getpeername-datagram-received", "getpeername.ENOTCONN", "getpeername-datagram", "$bound; $peer; peer.send('x'); socket.recv(20); socket.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"getpeername-datagram-sent", "getpeername.ENOTCONN", "getpeername-datagram", "$bound; $peer; socket.send('x', 0, peer.sockaddr); socket.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"getpeername-datagram-closed", "getpeername.closed", "getpeername-datagram", "$bound; $peer; socket.connect(peer.sockaddr); socket.close; socket.getpeername", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(getpeername_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", datagram_kinds)})

/* clang-format off */
static const struct sockspec_variant unix_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}}},
    {"seqpacket", {{"type", "SOCK_SEQPACKET"}}},
};

static const struct sockspec_row getpeername_unix_rows[] = {
    /* If the peer has no name, the address has none. An abstract name has all of its bytes. */
    {"getpeername-unnamed", "getpeername.unix-unnamed", ITSELF, "server = Socket.new(AF_UNIX, $type, 0); server.bind(un(path('a'))); server.listen(1); caller = Tester.connected(un(path('a')), $type); client, from = server.accept; client.getpeername", RETURNS("hex('01 00')")},
    {"getpeername-pair", "getpeername.unix-unnamed", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); [a.getpeername, b.getpeername]", RETURNS("[hex('01 00'), hex('01 00')]")},
    {"getpeername-pair-closed", "getpeername.unix-unnamed", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); b.close; a.getpeername", RETURNS("hex('01 00')")},
    {"getpeername-abstract", "getpeername.unix", ITSELF,
     "name = hex('01 00 00') + path('a'); door = Tester.socket(AF_UNIX, $type); door.bind(name); door.listen(1); socket = Socket.new(AF_UNIX, $type, 0); socket.connect(name); socket.getpeername", RETURNS("hex('01 00 00') + path('a')")},
    {"getpeername-path", "getpeername.unix", ITSELF,
     "door = Tester.socket(AF_UNIX, $type); door.bind(un(path('a'))); door.listen(1); socket = Socket.new(AF_UNIX, $type, 0); socket.connect(un(path('a'))); socket.getpeername", RETURNS("hex('01 00') + path('a') + '\\0'")},
};
/* clang-format on */
SOCKSPEC_TABLE(getpeername_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("type", unix_types)})

/* clang-format off */
static const struct sockspec_variant inet_families[] = {
    {"in4", {{"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}, {"of", "ipv4"}}},
    {"in6", {{"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}, {"of", "ipv6"}}},
};

static const struct sockspec_row getpeername_tcp_rows[] = {
    /* A connection that was reset has no peer. */
    {"getpeername-tcp", "getpeername.$of", ITSELF,
     "door = Tester.socket($domain, SOCK_STREAM); door.bind($any); door.listen(1); socket = Socket.new($domain, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.close; IO.select([socket]); socket.getpeername", RETURNS("door.sockaddr")},
    {"getpeername-tcp-reset", "getpeername.ENOTCONN", "getpeername-tcp",
     "door = Tester.socket($domain, SOCK_STREAM); door.bind($any); door.listen(1); socket = Socket.new($domain, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.abort; IO.select([socket]); socket.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(getpeername_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", inet_families)})

/* clang-format off */
static const struct sockspec_row getpeername_link_local_rows[] = {
    /* A link-local address has its scope. */
    {"getpeername-link-local", "getpeername.ipv6", ITSELF, SOCKSPEC_LINK_LOCAL_PEER("peer", "SOCK_STREAM") "peer.listen(1); socket = Socket.new(AF_INET6, SOCK_STREAM, 0); socket.connect(peer.sockaddr); socket.getpeername", RETURNS(SOCKSPEC_LINK_LOCAL("peer.port"))},
    {"getpeername-link-local-accepted", "getpeername.ipv6", ITSELF, SOCKSPEC_LINK_LOCAL_PEER("caller", "SOCK_STREAM") "server = Socket.new(AF_INET6, SOCK_STREAM, 0); server.bind(" SOCKSPEC_LINK_LOCAL("0") "); server.listen(1); caller.connect(server.getsockname); client, from = server.accept; client.getpeername", RETURNS(SOCKSPEC_LINK_LOCAL("caller.port"))},
    {"getpeername-link-local-datagram", "getpeername.datagram", ITSELF, SOCKSPEC_LINK_LOCAL_PEER("peer", "SOCK_DGRAM") "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.connect(peer.sockaddr); socket.getpeername", RETURNS(SOCKSPEC_LINK_LOCAL("peer.port"))},
};
/* clang-format on */
SOCKSPEC_TABLE(getpeername_link_local, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
static const struct sockspec_row getpeername_odd_name_rows[] = {
    /* The address has every byte of the peer's name, up to the last one. */
    {"getpeername-odd-name", "getpeername.unix", ITSELF, "peer = Tester.socket(AF_UNIX, $type); peer.bind($address); peer.listen(1); socket = Socket.new(AF_UNIX, $type, 0); socket.connect($address); socket.getpeername", RETURNS("$shown")},
    {"getpeername-odd-name-accepted", "getpeername.unix", ITSELF, "server = Socket.new(AF_UNIX, $type, 0); server.bind(un(path('b'))); server.listen(1); caller = Tester.socket(AF_UNIX, $type); caller.bind($address); caller.connect(un(path('b'))); client, from = server.accept; client.getpeername", RETURNS("$shown")},
};
static const struct sockspec_row getpeername_odd_name_datagram_rows[] = {
    {"getpeername-odd-name-datagram", "getpeername.datagram", ITSELF, "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind($address); socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.connect($address); socket.getpeername", RETURNS("$shown")},
};
/* clang-format on */
SOCKSPEC_TABLE(getpeername_odd_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("name", odd_names), AXIS("type", unix_types)})
SOCKSPEC_TABLE(getpeername_odd_name_datagram, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix",
               .axes = {AXIS("name", odd_names)})
