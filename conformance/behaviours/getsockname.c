/* socket.getsockname => sockaddr */
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/unix_names.h"
#include "conformance/harness/rows/families.h"

/* clang-format off */
/* An address that the tester holds without listening, and that the implementation may share. */
#define HELD "holder = Tester.socket($domain, $type); holder.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); holder.bind($address); " \
             "socket = Socket.new($domain, $type, 0); socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); "

static const struct sockspec_variant inet_addresses[] = {
    {"in4", {{"domain", "AF_INET"}, {"address", "in4(0, '127.0.0.1')"}, {"of", "ipv4"}, {"full", "in4(holder.port, '127.0.0.1')"}, {"length", "16"}}},
    {"in4-other", {{"domain", "AF_INET"}, {"address", "in4(0, '127.9.8.7')"}, {"of", "ipv4"}, {"full", "in4(holder.port, '127.9.8.7')"}, {"length", "16"}}},
    {"in4-any", {{"domain", "AF_INET"}, {"address", "in4(0, '0.0.0.0')"}, {"of", "ipv4"}, {"full", "in4(holder.port, '0.0.0.0')"}, {"length", "16"}}},
    {"in6", {{"domain", "AF_INET6"}, {"address", "in6(0, '::1')"}, {"of", "ipv6"}, {"full", "in6(holder.port, '::1')"}, {"length", "28"}}},
    {"in6-any", {{"domain", "AF_INET6"}, {"address", "in6(0, '::')"}, {"of", "ipv6"}, {"full", "in6(holder.port, '::')"}, {"length", "28"}}},
};

static const struct sockspec_variant inet_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}}},
    {"dgram", {{"type", "SOCK_DGRAM"}}},
};

static const struct sockspec_row getsockname_inet_rows[] = {
    /* The method returns all bytes of the address that the socket was bound to. */
    {"getsockname-bound", "getsockname.$of", ITSELF, HELD "socket.bind(holder.sockaddr); socket.getsockname", RETURNS("$full")},
    {"getsockname-length", "getsockname.$of", ITSELF, HELD "socket.bind(holder.sockaddr); length(socket.getsockname)", RETURNS("$length")},
    {"getsockname-again", "getsockname.$of", ITSELF, HELD "socket.bind(holder.sockaddr); [socket.getsockname, socket.getsockname]", RETURNS("[$full, $full]")},
    /* The address has the port that the system chose. */
    {"getsockname-chosen", "getsockname.$of", ITSELF, "socket = Socket.new($domain, $type, 0); socket.bind($address); name = socket.getsockname; [name[0, 2], name[4, 24], rescue(Errno::EADDRINUSE, Socket.new($domain, $type, 0).bind(name), 'taken')]", RETURNS("[$address[0, 2], $address[4, 24], 'taken']")},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockname_inet, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("address", inet_addresses), AXIS("type", inet_types)})

/* clang-format off */
static const struct sockspec_variant kinds[] = {
    {"tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"nameless", "hex('02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00')"}, {"of", "unbound"}}},
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"nameless", "hex('02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00')"}, {"of", "unbound"}}},
    {"tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"nameless", "hex('0a 00') + '\\0' * 26"}, {"of", "unbound"}}},
    {"udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"nameless", "hex('0a 00') + '\\0' * 26"}, {"of", "unbound"}}},
    {"unix-stream", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}, {"nameless", "hex('01 00')"}, {"of", "unix-unnamed"}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}, {"nameless", "hex('01 00')"}, {"of", "unix-unnamed"}}},
    {"unix-seqpacket", {{"domain", "AF_UNIX"}, {"type", "SOCK_SEQPACKET"}, {"nameless", "hex('01 00')"}, {"of", "unix-unnamed"}}},
};

static const struct sockspec_row getsockname_kind_rows[] = {
    /* An unbound socket has the wildcard address, or on AF_UNIX no name. */
    {"getsockname-new", "getsockname.$of", ITSELF, "socket = Socket.new($domain, $type, 0); socket.getsockname", RETURNS("$nameless")},
    {"getsockname-EBADF", "getsockname.EBADF", "getsockname-new", "socket = Socket.new($domain, $type, 0); again = Socket.for_fd(socket.fileno); again.close; socket.getsockname", RAISES(Errno::EBADF, "getsockname(2)")},
    {"getsockname-ENOTSOCK", "getsockname.ENOTSOCK", "getsockname-new", "socket = Socket.new($domain, $type, 0); replace_descriptor(socket); socket.getsockname", RAISES(Errno::ENOTSOCK, "getsockname(2)")},
    /* A closed socket raises IOError, and not EOFError as at the end of a stream. */
    {"getsockname-closed-no-end", "getsockname.closed", "getsockname-new", "socket = Socket.new($domain, $type, 0); socket.close; rescue(EOFError, socket.getsockname, 'at its end')", RAISES(IOError, "closed stream")},
    {"getsockname-closed", "getsockname.closed", "getsockname-new", "socket = Socket.new($domain, $type, 0); socket.close; socket.getsockname", RAISES(IOError, "closed stream")},
    {"getsockname-arity", "getsockname.arity", "getsockname-new", "socket = Socket.new($domain, $type, 0); socket.getsockname(nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockname_kind, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", kinds)})

/* clang-format off */
static const struct sockspec_variant unix_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}}},
    {"dgram", {{"type", "SOCK_DGRAM"}}},
    {"seqpacket", {{"type", "SOCK_SEQPACKET"}}},
};

static const struct sockspec_row getsockname_unix_rows[] = {
    /* The path is followed by the NUL byte that the system adds, whether or not it was given
     * with one. */
    {"getsockname-path", "getsockname.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); socket.bind(un(path('a'))); socket.getsockname", RETURNS("hex('01 00') + path('a') + '\\0'")},
    {"getsockname-path-unterminated", "getsockname.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); socket.bind(hex('01 00') + path('a')); socket.getsockname", RETURNS("hex('01 00') + path('a') + '\\0'")},
    {"getsockname-path-text", "getsockname.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); socket.bind(un(path('a'))); Socket.unpack_sockaddr_un(socket.getsockname)", RETURNS("path('a')")},
    {"getsockname-abstract", "getsockname.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); socket.bind(hex('01 00 00') + path('a')); socket.getsockname", RETURNS("hex('01 00 00') + path('a')")},
    {"getsockname-abstract-zeros", "getsockname.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); socket.bind(hex('01 00 00') + path('a') + '\\0\\0'); socket.getsockname", RETURNS("hex('01 00 00') + path('a') + '\\0\\0'")},
    /* Binding to the family alone requests an abstract name of five bytes from the system. */
    {"getsockname-autobound", "getsockname.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); socket.bind(hex('01 00')); [length(socket.getsockname), socket.getsockname[0, 3]]", RETURNS("[8, hex('01 00 00')]")},
    {"getsockname-pair", "getsockname.unix-unnamed", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); [a.getsockname, b.getsockname]", RETURNS("[hex('01 00'), hex('01 00')]")},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockname_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("type", unix_types)})

/* clang-format off */
static const struct sockspec_row getsockname_stream_rows[] = {
    /* Both ends of a connection report the same addresses. */
    {"getsockname-connected", "getsockname.after-connect", ITSELF, "$connected; socket.getsockname", RETURNS("peer.peer")},
    {"getsockname-accepted", "getsockname.after-connect", ITSELF, "$listening; $caller; client, from = server.accept; [client.getsockname, server.getsockname]", RETURNS("[caller.peer, caller.peer]")},
    {"getsockname-bound-connected", "getsockname.after-connect", ITSELF,
     "door = Tester.socket($domain, $type); door.bind($any); door.listen(1); socket = Socket.new($domain, $type, 0); socket.bind($other); before = socket.getsockname; socket.connect(door.sockaddr); peer = door.accept; [before, socket.getsockname]",
     RETURNS("[peer.peer, peer.peer]")},
    {"getsockname-shut-down", "getsockname.after-connect", ITSELF, "$connected; socket.shutdown(SHUT_WR); peer.recv(20); socket.getsockname", RETURNS("peer.peer")},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockname_stream, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row getsockname_connected_rows[] = {
    /* Connecting chooses the local address from which the peer can be reached. */
    {"getsockname-udp", "getsockname.after-connect", ITSELF, "peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.bind(in4(0, '127.0.0.1')); socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.connect(peer.sockaddr); socket.send('x', 0); from = peer.recvfrom(20); socket.getsockname", RETURNS("from[1]")},
    {"getsockname-udp-ipv6", "getsockname.after-connect", ITSELF, "peer = Tester.socket(AF_INET6, SOCK_DGRAM); peer.bind(in6(0, '::1')); socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.connect(peer.sockaddr); socket.send('x', 0); from = peer.recvfrom(20); socket.getsockname", RETURNS("from[1]")},
    {"getsockname-udp-any", "getsockname.after-connect", ITSELF,
     "peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.bind(in4(0, '127.0.0.1')); socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.bind(in4(0, '0.0.0.0')); before = socket.getsockname[4, 4]; socket.connect(peer.sockaddr); [before, socket.getsockname[4, 4]]",
     RETURNS("['\\0\\0\\0\\0', hex('7f 00 00 01')]")},
    {"getsockname-tcp-any", "getsockname.after-connect", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.bind(in4(0, '0.0.0.0')); server.listen(1); port, host = Socket.unpack_sockaddr_in(server.getsockname); caller = Tester.connected(in4(port, '127.0.0.3'), SOCK_STREAM); client, from = server.accept; [server.getsockname, client.getsockname]",
     RETURNS("[in4(port, '0.0.0.0'), in4(port, '127.0.0.3')]")},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockname_connected, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING)

/* clang-format off */
static const struct sockspec_variant link_local_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}, {"opened", "peer.listen(1)"}}},
    {"dgram", {{"type", "SOCK_DGRAM"}, {"opened", ""}}},
};

static const struct sockspec_row getsockname_link_local_rows[] = {
    /* A link-local address has its scope, whether it was bound or the system chose it. */
    {"getsockname-link-local", "getsockname.ipv6", ITSELF, "socket = Socket.new(AF_INET6, $type, 0); socket.bind(" SOCKSPEC_LINK_LOCAL("0") "); port, host = Socket.unpack_sockaddr_in(socket.getsockname); [host, socket.getsockname]", RETURNS("['fe80::1%world0', " SOCKSPEC_LINK_LOCAL("port") "]")},
    {"getsockname-link-local-connected", "getsockname.after-connect", ITSELF, SOCKSPEC_LINK_LOCAL_PEER("peer", "$type") "$opened; socket = Socket.new(AF_INET6, $type, 0); socket.connect(peer.sockaddr); port, host = Socket.unpack_sockaddr_in(socket.getsockname); socket.getsockname", RETURNS(SOCKSPEC_LINK_LOCAL("port"))},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockname_link_local, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("type", link_local_types)})

/* clang-format off */
static const struct sockspec_row getsockname_odd_name_rows[] = {
    /* The address has every byte of the name, up to the last one. */
    {"getsockname-odd-name", "getsockname.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); socket.bind($address); socket.getsockname", RETURNS("$shown")},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockname_odd_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("name", odd_names), AXIS("type", unix_types)})
