/* Socket.new(domain, socktype, protocol) => socket */
#include "conformance/harness/rows/families.h"

#define TYPE_OF(socket) socket ".getsockopt(SOL_SOCKET, SO_TYPE)"

/* clang-format off */
static const struct sockspec_row new_rows[] = {
    /* The socket that every example creates: a TCP socket without an address and without a peer. */
    {"new-stream", "new.stream", ITSELF, "Socket.new(AF_INET, SOCK_STREAM, 0)", RETURNS("Socket")},
    {"new-stream-unbound", "new.stream", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.getsockname", RETURNS("in4(0, '0.0.0.0')")},
    {"new-stream-unconnected", "new.stream", "new-stream-connected", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.getpeername", RAISES(Errno::ENOTCONN, NULL)},
    {"new-stream-connected", "new.stream", ITSELF, "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '127.0.0.1')); door.listen(1); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.connect(door.sockaddr); socket.getpeername", RETURNS("door.sockaddr")},
    {"new-stream-type", "new.stream", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); " TYPE_OF("socket"), RETURNS("hex('01 00 00 00')")},
    {"new-stream-tcp", "new.stream", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.getsockopt(IPPROTO_TCP, TCP_NODELAY)", RETURNS("hex('00 00 00 00')")},
    {"new-stream-open", "new.stream", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.closed?", RETURNS("false")},
    {"new-stream-no-error", "new.stream", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.getsockopt(SOL_SOCKET, SO_ERROR)", RETURNS("hex('00 00 00 00')")},
    {"new-stream-talks", "new.stream", ITSELF, "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '127.0.0.1')); door.listen(1); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; socket.send('out', 0); peer.send('in'); IO.select([socket]); [peer.recv(5), socket.recv(5)]", RETURNS("['out', 'in']")},

    /* Today's Ruby sets close-on-exec, so that a program that is executed does not inherit the
     * descriptor. */
    {"new-close-on-exec", "new.close-on-exec", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); close_on_exec(socket)", RETURNS("true")},
    {"new-close-on-exec-unix", "new.close-on-exec", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); close_on_exec(socket)", RETURNS("true")},

    /* Datagram sockets. */
    {"new-datagram", "new.datagram", ITSELF, "Socket.new(AF_INET, SOCK_DGRAM, 0)", RETURNS("Socket")},
    {"new-datagram-type", "new.datagram", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); " TYPE_OF("socket"), RETURNS("hex('02 00 00 00')")},
    {"new-datagram-unbound", "new.datagram", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.getsockname", RETURNS("in4(0, '0.0.0.0')")},
    {"new-datagram-sends", "new.datagram", ITSELF, "peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.bind(in4(0, '127.0.0.1')); socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.send('out', 0, peer.sockaddr); peer.recv(5)", RETURNS("'out'")},
    {"new-datagram-receives", "new.datagram", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.bind(in4(0, '127.0.0.1')); peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.send('in', 0, socket.getsockname); IO.select([socket]); socket.recv(5)", RETURNS("'in'")},
    {"new-datagram-apart", "new.datagram", ITSELF, "peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.bind(in4(0, '127.0.0.1')); socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.send('one', 0, peer.sockaddr); socket.send('two', 0, peer.sockaddr); [peer.recv(20), peer.recv(20)]", RETURNS("['one', 'two']")},

    /* IPv6 sockets. */
    {"new-ipv6", "new.ipv6", ITSELF, "socket = Socket.new(AF_INET6, SOCK_STREAM, 0); socket.getsockname", RETURNS("in6(0, '::')")},
    {"new-ipv6-datagram", "new.ipv6", ITSELF, "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.getsockname", RETURNS("in6(0, '::')")},
    {"new-ipv6-connected", "new.ipv6", ITSELF, "door = Tester.socket(AF_INET6, SOCK_STREAM); door.bind(in6(0, '::1')); door.listen(1); socket = Socket.new(AF_INET6, SOCK_STREAM, 0); socket.connect(door.sockaddr); socket.getpeername", RETURNS("door.sockaddr")},

    /* Today's Ruby takes a protocol that is left out or nil as 0; Ruby 1.8.7 requires a number. */
    {"new-protocol-left-out", "new.protocol.default", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM); socket.getsockopt(IPPROTO_TCP, TCP_NODELAY)", RETURNS("hex('00 00 00 00')")},
    {"new-protocol-left-out-ipv6", "new.protocol.default", ITSELF, "socket = Socket.new(AF_INET6, SOCK_STREAM); [socket.getsockname, socket.getsockopt(IPPROTO_TCP, TCP_NODELAY)]", RETURNS("[in6(0, '::'), hex('00 00 00 00')]")},
    {"new-protocol-left-out-datagram", "new.protocol.default", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM); " TYPE_OF("socket"), RETURNS("hex('02 00 00 00')")},
    {"new-protocol-left-out-unix", "new.protocol.default", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_SEQPACKET); " TYPE_OF("socket"), RETURNS("hex('05 00 00 00')")},
    {"new-protocol-nil", "new.protocol.default", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, nil); socket.getsockopt(IPPROTO_TCP, TCP_NODELAY)", RETURNS("hex('00 00 00 00')")},
    /* The type's own protocol can be given explicitly. */
    {"new-protocol-tcp", "new.protocol.explicit", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, IPPROTO_TCP); [" TYPE_OF("socket") ", socket.getsockopt(IPPROTO_TCP, TCP_NODELAY)]", RETURNS("[hex('01 00 00 00'), hex('00 00 00 00')]")},
    {"new-protocol-udp", "new.protocol.explicit", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, IPPROTO_UDP); " TYPE_OF("socket"), RETURNS("hex('02 00 00 00')")},
    {"new-protocol-udp-sends", "new.protocol.explicit", ITSELF, "peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.bind(in4(0, '127.0.0.1')); socket = Socket.new(AF_INET, SOCK_DGRAM, IPPROTO_UDP); socket.send('out', 0, peer.sockaddr); peer.recv(5)", RETURNS("'out'")},
    {"new-protocol-tcp-ipv6", "new.protocol.explicit", ITSELF, "socket = Socket.new(AF_INET6, SOCK_STREAM, IPPROTO_TCP); [socket.getsockname, socket.getsockopt(IPPROTO_TCP, TCP_NODELAY)]", RETURNS("[in6(0, '::'), hex('00 00 00 00')]")},
    {"new-protocol-udp-ipv6", "new.protocol.explicit", ITSELF, "socket = Socket.new(AF_INET6, SOCK_DGRAM, IPPROTO_UDP); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[in6(0, '::'), hex('02 00 00 00')]")},

    /* The protocol belongs to another type, or to no type. */
    {"new-stream-udp", "new.EPROTONOSUPPORT", "new-protocol-tcp", "Socket.new(AF_INET, SOCK_STREAM, IPPROTO_UDP)", RAISES(Errno::EPROTONOSUPPORT, "socket(2)")},
    {"new-datagram-tcp", "new.EPROTONOSUPPORT", "new-protocol-udp", "Socket.new(AF_INET, SOCK_DGRAM, IPPROTO_TCP)", RAISES(Errno::EPROTONOSUPPORT, "socket(2)")},
    {"new-stream-udp-ipv6", "new.EPROTONOSUPPORT", "new-protocol-tcp-ipv6", "Socket.new(AF_INET6, SOCK_STREAM, IPPROTO_UDP)", RAISES(Errno::EPROTONOSUPPORT, "socket(2)")},
    {"new-datagram-tcp-ipv6", "new.EPROTONOSUPPORT", "new-protocol-udp-ipv6", "Socket.new(AF_INET6, SOCK_DGRAM, IPPROTO_TCP)", RAISES(Errno::EPROTONOSUPPORT, "socket(2)")},
    {"new-stream-icmp", "new.EPROTONOSUPPORT", "new-protocol-tcp", "Socket.new(AF_INET, SOCK_STREAM, 1)", RAISES(Errno::EPROTONOSUPPORT, "socket(2)")},
    {"new-stream-99", "new.EPROTONOSUPPORT", "new-protocol-tcp", "Socket.new(AF_INET, SOCK_STREAM, 99)", RAISES(Errno::EPROTONOSUPPORT, "socket(2)")},
    {"new-raw-no-protocol", "new.EPROTONOSUPPORT", "new-stream", "Socket.new(AF_INET, SOCK_RAW, 0)", RAISES(Errno::EPROTONOSUPPORT, "socket(2)")},
    {"new-unix-tcp", "new.EPROTONOSUPPORT", "new-unix-stream", "Socket.new(AF_UNIX, SOCK_STREAM, IPPROTO_TCP)", RAISES(Errno::EPROTONOSUPPORT, "socket(2)")},
    {"new-unix-udp", "new.EPROTONOSUPPORT", "new-unix-datagram", "Socket.new(AF_UNIX, SOCK_DGRAM, IPPROTO_UDP)", RAISES(Errno::EPROTONOSUPPORT, "socket(2)")},
    /* Raw sockets require a privilege. */
    {"new-raw", "new.EPERM", "new-stream", "Socket.new(AF_INET, SOCK_RAW, 1)", RAISES(Errno::EPERM, "socket(2)")},
    {"new-raw-raw", "new.EPERM", "new-stream", "Socket.new(AF_INET, SOCK_RAW, 255)", RAISES(Errno::EPERM, "socket(2)")},
    {"new-raw-tcp", "new.EPERM", "new-stream", "Socket.new(AF_INET, SOCK_RAW, IPPROTO_TCP)", RAISES(Errno::EPERM, "socket(2)")},
    {"new-raw-udp", "new.EPERM", "new-stream", "Socket.new(AF_INET, SOCK_RAW, IPPROTO_UDP)", RAISES(Errno::EPERM, "socket(2)")},
    {"new-raw-ipv6", "new.EPERM", "new-ipv6", "Socket.new(AF_INET6, SOCK_RAW, 58)", RAISES(Errno::EPERM, "socket(2)")},
    {"new-raw-named", "new.EPERM", "new-stream", "Socket.new('AF_INET', 'SOCK_RAW', 1)", RAISES(Errno::EPERM, "socket(2)")},

    /* The call fails if no descriptor is free. One free descriptor is enough. */
    {"new-too-many-open", "new.EMFILE", "new-one-left", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); limit_descriptors(0); Socket.new(AF_INET, SOCK_STREAM, 0)", RAISES(Errno::EMFILE, "socket(2)")},
    {"new-one-left", "new.EMFILE", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); limit_descriptors(1); Socket.new(AF_INET, SOCK_STREAM, 0)", RETURNS("Socket")},
    {"new-one-left-taken", "new.EMFILE", "new-one-left", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); limit_descriptors(1); second = Socket.new(AF_INET, SOCK_STREAM, 0); Socket.new(AF_INET, SOCK_STREAM, 0)", RAISES(Errno::EMFILE, "socket(2)")},
    {"new-one-closed", "new.EMFILE", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); limit_descriptors(0); raised(Errno::EMFILE, Socket.new(AF_INET, SOCK_STREAM, 0)); socket.close; Socket.new(AF_INET, SOCK_STREAM, 0)", RETURNS("Socket")},
    {"new-too-many-open-unix", "new.EMFILE", "new-one-left", "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); limit_descriptors(0); Socket.new(AF_UNIX, SOCK_DGRAM, 0)", RAISES(Errno::EMFILE, "socket(2)")},

    /* Each call creates a separate socket. */
    {"new-two", "new.distinct", ITSELF, "one = Socket.new(AF_INET, SOCK_STREAM, 0); two = Socket.new(AF_INET, SOCK_STREAM, 0); one.close; [one.closed?, two.closed?, two.getsockname]", RETURNS("[true, false, in4(0, '0.0.0.0')]")},
    {"new-two-bound", "new.distinct", ITSELF, "one = Socket.new(AF_INET, SOCK_STREAM, 0); two = Socket.new(AF_INET, SOCK_STREAM, 0); one.bind(in4(0, '127.0.0.1')); [one.getsockname[4, 4], two.getsockname]", RETURNS("[hex('7f 00 00 01'), in4(0, '0.0.0.0')]")},
    {"new-two-descriptors", "new.distinct", ITSELF, "one = Socket.new(AF_INET, SOCK_STREAM, 0); limit_descriptors(1); two = Socket.new(AF_INET, SOCK_STREAM, 0); raised(Errno::EMFILE, Socket.new(AF_INET, SOCK_STREAM, 0)); [one.closed?, two.closed?]", RETURNS("[false, false]")},
    {"new-after-closed", "new.distinct", ITSELF, "one = Socket.new(AF_INET, SOCK_STREAM, 0); one.close; two = Socket.new(AF_INET, SOCK_STREAM, 0); [one.closed?, two.closed?]", RETURNS("[true, false]")},
    {"new-many", "new.distinct", ITSELF, "one = Socket.new(AF_INET, SOCK_STREAM, 0); two = Socket.new(AF_INET6, SOCK_DGRAM, 0); three = Socket.new(AF_UNIX, SOCK_SEQPACKET, 0); [" TYPE_OF("one") ", " TYPE_OF("two") ", " TYPE_OF("three") "]", RETURNS("[hex('01 00 00 00'), hex('02 00 00 00'), hex('05 00 00 00')]")},

    /* Fewer than two arguments, or more than three, are an error. */
    {"new-no-argument", "new.arity", "new-stream", "Socket.new", RAISES(ArgumentError, NULL)},
    {"new-one-argument", "new.arity", "new-stream", "Socket.new(AF_INET)", RAISES(ArgumentError, NULL)},
    {"new-four-arguments", "new.arity", "new-stream", "Socket.new(AF_INET, SOCK_STREAM, 0, 0)", RAISES(ArgumentError, NULL)},
    {"new-four-arguments-nil", "new.arity", "new-stream", "Socket.new(AF_INET, SOCK_STREAM, 0, nil)", RAISES(ArgumentError, NULL)},
    {"new-arity-first", "new.arity", "new-stream", "Socket.new(nil)", RAISES(ArgumentError, NULL)},

    /* The first invalid argument determines the error: the domain, then the type, then the
     * protocol. */
    {"new-order-domain", "new.domain.unknown-name", "new-stream", "Socket.new('AF_NONE', nil, 'x')", RAISES_EXACTLY(SocketError, "either('unknown socket domain: AF_NONE', 'unknown socket domain AF_NONE')")},
    {"new-order-domain-type", "new.domain.type", "new-stream", "Socket.new(nil, 'SOCK_NONE', 'x')", RAISES(TypeError, NULL)},
    {"new-order-type", "new.socktype.unknown-name", "new-stream", "Socket.new(AF_INET, 'SOCK_NONE', 'x')", RAISES_EXACTLY(SocketError, "either('unknown socket type: SOCK_NONE', 'unknown socket type SOCK_NONE')")},
    {"new-order-type-system", "new.socktype.unknown-name", "new-stream", "Socket.new(77, 'SOCK_NONE', 0)", RAISES_EXACTLY(SocketError, "either('unknown socket type: SOCK_NONE', 'unknown socket type SOCK_NONE')")},
    /* Today's Ruby reads a name to the end of the String; Ruby 1.8.7 reads it up to a NUL byte. */
    {"new-domain-nul", "new.domain.nul", "new-domain-no-nul", "Socket.new('AF_INET\\0', SOCK_STREAM, 0)", RAISES(SocketError, NULL)},
    {"new-domain-no-nul", "new.domain.name", ITSELF, "Socket.new('AF_INET', SOCK_STREAM, 0)", RETURNS("Socket")},
    /* Today's Ruby separates the name from the rest of the message by a colon; Ruby 1.8.7 has
     * only a blank there. */
    {"new-domain-unknown-colon", "new.domain.unknown-name.message", "new-domain-no-nul", "Socket.new('AF_NONE', SOCK_STREAM, 0)", RAISES_EXACTLY(SocketError, "unknown socket domain: AF_NONE")},
    {"new-socktype-unknown-colon", "new.socktype.unknown-name.message", "new-stream", "Socket.new(AF_INET, 'SOCK_NONE', 0)", RAISES_EXACTLY(SocketError, "unknown socket type: SOCK_NONE")},
};
/* clang-format on */
SOCKSPEC_TABLE(new, .provoked = SOCKSPEC_KERNEL)

/* The types of AF_UNIX. */
static const struct sockspec_variant unix_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}, {"number", "hex('01 00 00 00')"}}},
    {"datagram", {{"type", "SOCK_DGRAM"}, {"number", "hex('02 00 00 00')"}}},
    {"seqpacket", {{"type", "SOCK_SEQPACKET"}, {"number", "hex('05 00 00 00')"}}},
};

/* clang-format off */
static const struct sockspec_row new_unix_rows[] = {
    /* AF_UNIX has three types, each of which can be bound to a path. */
    {"new-unix", "new.unix", ITSELF, "Socket.new(AF_UNIX, $type, 0)", RETURNS("Socket")},
    {"new-unix-type", "new.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); " TYPE_OF("socket"), RETURNS("$number")},
    {"new-unix-unbound", "new.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); socket.getsockname", RETURNS("hex('01 00')")},
    {"new-unix-binds", "new.unix", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); name = path('a'); socket.bind(un(name)); [Tester.exists(name), Socket.unpack_sockaddr_un(socket.getsockname)]", RETURNS("[true, name]")},
    {"new-unix-local", "new.unix", ITSELF, "socket = Socket.new(AF_LOCAL, $type, 0); socket.getsockname", RETURNS("hex('01 00')")},
    {"new-unix-named", "new.domain.name", ITSELF, "socket = Socket.new('AF_UNIX', $type, 0); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[hex('01 00'), $number]")},
};
/* Sockets of two of these types can be connected to a listener, those of the third to a bound
 * socket. */
static const struct sockspec_row new_unix_connects_rows[] = {
    {"new-unix-connects-stream", "new.unix", ITSELF, "door = Tester.socket(AF_UNIX, SOCK_STREAM); door.bind(un(path('a'))); door.listen(1); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; socket.send('out', 0); peer.recv(5)", RETURNS("'out'")},
    {"new-unix-connects-seqpacket", "new.unix", ITSELF, "door = Tester.socket(AF_UNIX, SOCK_SEQPACKET); door.bind(un(path('a'))); door.listen(1); socket = Socket.new(AF_UNIX, SOCK_SEQPACKET, 0); socket.connect(door.sockaddr); peer = door.accept; socket.send('one', 0); socket.send('two', 0); [peer.recv(20), peer.recv(20)]", RETURNS("['one', 'two']")},
    {"new-unix-connects-datagram", "new.unix", ITSELF, "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(un(path('a'))); socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.connect(peer.sockaddr); socket.send('one', 0); socket.send('two', 0); [peer.recv(20), peer.recv(20)]", RETURNS("['one', 'two']")},
};
/* clang-format on */
SOCKSPEC_TABLE(new_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("type", unix_types)})
SOCKSPEC_TABLE(new_unix_connects, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING)

/* Domain names and the sockets they create. Ruby 1.8.7 knows only some of the names. $domains is
 * the behaviour for the domain's name, $types that for a type's name used with it. */
#define DOMAIN(name, address, domains, types)                                                      \
    {                                                                                              \
        name, {                                                                                    \
            {"name", name}, {"address", address}, {"domains", domains}, { "types", types }         \
        }                                                                                          \
    }
#define KNOWN_DOMAIN(name, address) DOMAIN(name, address, "new.domain.name", "new.socktype.name")
#define LATER_DOMAIN(name, address)                                                                \
    DOMAIN(name, address, "new.domain.name.more", "new.domain.name.more")
static const struct sockspec_variant domain_names[] = {
    KNOWN_DOMAIN("AF_INET", "in4(0, '0.0.0.0')"), KNOWN_DOMAIN("PF_INET", "in4(0, '0.0.0.0')"),
    LATER_DOMAIN("AF_INET6", "in6(0, '::')"),     LATER_DOMAIN("PF_INET6", "in6(0, '::')"),
    KNOWN_DOMAIN("AF_UNIX", "hex('01 00')"),      KNOWN_DOMAIN("PF_UNIX", "hex('01 00')"),
    LATER_DOMAIN("AF_LOCAL", "hex('01 00')"),     LATER_DOMAIN("PF_LOCAL", "hex('01 00')"),
};
/* Strings that name no domain or type: an unknown name, a name with another spelling or cut off,
 * a number, the name of a constant of another kind. */
#define NO_NAME(id, name)                                                                          \
    {                                                                                              \
        id, {                                                                                      \
            { "name", name }                                                                       \
        }                                                                                          \
    }
static const struct sockspec_variant no_domains[] = {
    NO_NAME("none", "AF_NONE"),   NO_NAME("lower", "af_inet"),        NO_NAME("mixed", "Af_Inet"),
    NO_NAME("blank", "AF_INET "), NO_NAME("first-blank", " AF_INET"), NO_NAME("short", "AF_INE"),
    NO_NAME("long", "AF_INET66"), NO_NAME("prefix", "AF_"),           NO_NAME("empty", ""),
    NO_NAME("number", "2"),       NO_NAME("socktype", "SOCK_STREAM"), NO_NAME("word", "ipv4"),
};
static const struct sockspec_variant no_socktypes[] = {
    NO_NAME("none", "SOCK_NONE"),
    NO_NAME("lower", "sock_stream"),
    NO_NAME("mixed", "Sock_Stream"),
    NO_NAME("blank", "SOCK_STREAM "),
    NO_NAME("first-blank", " SOCK_DGRAM"),
    NO_NAME("short", "SOCK_STREA"),
    NO_NAME("long", "SOCK_STREAMS"),
    NO_NAME("prefix", "SOCK_"),
    NO_NAME("empty", ""),
    NO_NAME("number", "1"),
    NO_NAME("domain", "AF_INET"),
    NO_NAME("word", "tcp"),
};
static const struct sockspec_variant domains[] = {
    {"in4", {{"domain", "AF_INET"}, {"address", "in4(0, '0.0.0.0')"}}},
    {"in6", {{"domain", "AF_INET6"}, {"address", "in6(0, '::')"}}},
    {"unix", {{"domain", "AF_UNIX"}, {"address", "hex('01 00')"}}},
};
static const struct sockspec_variant common_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}, {"number", "hex('01 00 00 00')"}}},
    {"datagram", {{"type", "SOCK_DGRAM"}, {"number", "hex('02 00 00 00')"}}},
};

/* clang-format off */
static const struct sockspec_row new_domain_name_rows[] = {
    /* The domain can be given by its name. */
    {"new-domain-name", "$domains", ITSELF, "socket = Socket.new('$name', $type, 0); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[$address, $number]")},
    {"new-domain-name-no-protocol", "new.protocol.default", ITSELF, "socket = Socket.new('$name', $type); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[$address, $number]")},
    {"new-both-names", "$types", ITSELF, "socket = Socket.new('$name', '$type', 0); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[$address, $number]")},
};
static const struct sockspec_row new_type_name_rows[] = {
    /* The type can be given by its name. */
    {"new-socktype-name", "new.socktype.name", ITSELF, "socket = Socket.new($domain, '$type', 0); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[$address, $number]")},
    {"new-socktype-name-no-protocol", "new.protocol.default", ITSELF, "socket = Socket.new($domain, '$type'); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[$address, $number]")},
    {"new-socktype-as-number", "new.socktype.name", ITSELF, "socket = Socket.new($domain, $type, 0); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[$address, $number]")},
};
static const struct sockspec_row new_no_domain_rows[] = {
    /* A String that names no domain is an error, and the message ends with it. */
    {"new-domain-unknown", "new.domain.unknown-name", ITSELF, "Socket.new('$name', SOCK_STREAM, 0)", RAISES_EXACTLY(SocketError, "either('unknown socket domain: $name', 'unknown socket domain $name')")},
    {"new-domain-unknown-datagram", "new.domain.unknown-name", ITSELF, "Socket.new('$name', 'SOCK_DGRAM', 0)", RAISES_EXACTLY(SocketError, "either('unknown socket domain: $name', 'unknown socket domain $name')")},
};
static const struct sockspec_row new_no_type_rows[] = {
    /* A String that names no type is an error, and the message ends with it. */
    {"new-socktype-unknown", "new.socktype.unknown-name", ITSELF, "Socket.new(AF_INET, '$name', 0)", RAISES_EXACTLY(SocketError, "either('unknown socket type: $name', 'unknown socket type $name')")},
    {"new-socktype-unknown-unix", "new.socktype.unknown-name", ITSELF, "Socket.new('AF_UNIX', '$name', 0)", RAISES_EXACTLY(SocketError, "either('unknown socket type: $name', 'unknown socket type $name')")},
};
/* clang-format on */
SOCKSPEC_TABLE(new_domain_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("domain", domain_names), AXIS("type", common_types)})
SOCKSPEC_TABLE(new_type_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("domain", domains), AXIS("type", common_types)})
SOCKSPEC_TABLE(new_no_domain, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("name", no_domains)})
SOCKSPEC_TABLE(new_no_type, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("name", no_socktypes)})

/* Names need no prefix. */
static const struct sockspec_variant short_domains[] = {
    {"INET", {{"name", "INET"}, {"domain", "AF_INET"}, {"address", "in4(0, '0.0.0.0')"}}},
    {"INET6", {{"name", "INET6"}, {"domain", "AF_INET6"}, {"address", "in6(0, '::')"}}},
    {"UNIX", {{"name", "UNIX"}, {"domain", "AF_UNIX"}, {"address", "hex('01 00')"}}},
    {"LOCAL", {{"name", "LOCAL"}, {"domain", "AF_UNIX"}, {"address", "hex('01 00')"}}},
};
static const struct sockspec_variant short_types[] = {
    {"STREAM", {{"type", "STREAM"}, {"number", "hex('01 00 00 00')"}}},
    {"DGRAM", {{"type", "DGRAM"}, {"number", "hex('02 00 00 00')"}}},
};

/* clang-format off */
static const struct sockspec_row new_short_name_rows[] = {
    {"new-short-domain", "new.domain.name.more", ITSELF, "socket = Socket.new('$name', SOCK_$type, 0); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[$address, $number]")},
    {"new-short-type", "new.socktype.name.more", ITSELF, "socket = Socket.new($domain, '$type', 0); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[$address, $number]")},
    {"new-short-both", "new.socktype.name.more", ITSELF, "socket = Socket.new('$name', '$type', 0); [socket.getsockname, " TYPE_OF("socket") "]", RETURNS("[$address, $number]")},
};
/* clang-format on */
SOCKSPEC_TABLE(new_short_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("name", short_domains), AXIS("type", short_types)})

/* Values that are not numbers. */
#define VALUE(id, text)                                                                            \
    {                                                                                              \
        id, {                                                                                      \
            { "value", text }                                                                      \
        }                                                                                          \
    }
static const struct sockspec_variant no_numbers[] = {
    VALUE("nil", "nil"),   VALUE("array", "[1]"),   VALUE("empty-array", "[]"),
    VALUE("true", "true"), VALUE("false", "false"), VALUE("socket", "socket"),
};
static const struct sockspec_variant no_protocols[] = {
    VALUE("name", "'tcp'"),
    VALUE("number", "'6'"),
    VALUE("zero", "'0'"),
    VALUE("empty", "''"),
    VALUE("constant", "'IPPROTO_TCP'"),
    VALUE("array", "[0]"),
    VALUE("true", "true"),
    VALUE("socket", "socket"),
};
/* Domains that no system has: their numbers are far above those of all protocol families. */
static const struct sockspec_variant no_domain_numbers[] = {
    VALUE("unspecified", "0"), VALUE("77", "77"),
    VALUE("255", "255"),       VALUE("1000", "1000"),
    VALUE("65536", "65536"),   VALUE("greatest", "2147483647"),
    VALUE("negative", "-1"),   VALUE("least", "-2147483648"),
};
static const struct sockspec_variant no_type_numbers[] = {
    VALUE("11", "11"),
    VALUE("15", "15"),
    VALUE("16", "16"),
    VALUE("77", "77"),
    VALUE("255", "255"),
    VALUE("1000", "1000"),
    VALUE("greatest", "2147483647"),
    VALUE("negative", "-1"),
};

/* clang-format off */
static const struct sockspec_row new_type_error_rows[] = {
    /* The argument is neither a number nor a name. */
    {"new-domain-type", "new.domain.type", "new-stream", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); Socket.new($value, SOCK_STREAM, 0)", RAISES(TypeError, NULL)},
    {"new-socktype-type", "new.socktype.type", "new-stream", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); Socket.new(AF_INET, $value, 0)", RAISES(TypeError, NULL)},
};
static const struct sockspec_row new_protocol_type_rows[] = {
    /* The protocol cannot be given by name. */
    {"new-protocol-type", "new.protocol.type", "new-stream", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); Socket.new(AF_INET, SOCK_STREAM, $value)", RAISES(TypeError, NULL)},
};
static const struct sockspec_row new_no_domain_number_rows[] = {
    {"new-domain-number", "new.EAFNOSUPPORT", "new-stream", "Socket.new($value, SOCK_STREAM, 0)", RAISES(Errno::EAFNOSUPPORT, "socket(2)")},
    {"new-domain-number-datagram", "new.EAFNOSUPPORT", "new-datagram", "Socket.new($value, SOCK_DGRAM, 0)", RAISES(Errno::EAFNOSUPPORT, "socket(2)")},
};
static const struct sockspec_row new_no_type_number_rows[] = {
    {"new-socktype-number", "new.EINVAL", "new-stream", "Socket.new(AF_INET, $value, 0)", RAISES(Errno::EINVAL, "socket(2)")},
    {"new-socktype-number-ipv6", "new.EINVAL", "new-ipv6", "Socket.new(AF_INET6, $value, 0)", RAISES(Errno::EINVAL, "socket(2)")},
    {"new-socktype-number-unix", "new.EINVAL", "new-unix-stream", "Socket.new(AF_UNIX, $value, 0)", RAISES(Errno::EINVAL, "socket(2)")},
};
static const struct sockspec_row new_linux_rows[] = {
    /* Linux: the type exists, but not for the domain. */
    {"new-linux-seqpacket", "new.EINVAL", "new-stream", "Socket.new(AF_INET, SOCK_SEQPACKET, 0)", RAISES(Errno::ESOCKTNOSUPPORT, "socket(2)")},
    {"new-linux-rdm", "new.EINVAL", "new-ipv6", "Socket.new(AF_INET6, SOCK_RDM, 0)", RAISES(Errno::ESOCKTNOSUPPORT, "socket(2)")},
    {"new-linux-unix-rdm", "new.EINVAL", "new-unix-stream", "Socket.new(AF_UNIX, SOCK_RDM, 0)", RAISES(Errno::ESOCKTNOSUPPORT, "socket(2)")},
    /* Linux: no type has the number 0. */
    {"new-linux-type-zero", "new.EINVAL", "new-stream", "Socket.new(AF_INET, 0, 0)", RAISES(Errno::ESOCKTNOSUPPORT, "socket(2)")},
    /* Linux: a number that cannot be a protocol. */
    {"new-linux-protocol-negative", "new.EPROTONOSUPPORT", "new-protocol-tcp", "Socket.new(AF_INET, SOCK_STREAM, -1)", RAISES(Errno::EINVAL, "socket(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(new_type_error, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("value", no_numbers)})
SOCKSPEC_TABLE(new_protocol_type, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("value", no_protocols)})
SOCKSPEC_TABLE(new_no_domain_number, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("value", no_domain_numbers)})
SOCKSPEC_TABLE(new_no_type_number, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("value", no_type_numbers)})
SOCKSPEC_TABLE(new_linux, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux")
