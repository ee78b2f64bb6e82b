/* socket.bind(sockaddr) => 0 */
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/unix_names.h"
#include "conformance/harness/rows/families.h"

#define SHADOW "shadow = Socket.for_fd(socket.fileno)"

/* clang-format off */
static const struct sockspec_row bind_rows[] = {
    /* The call returns 0, and the socket then has the address. */
    {"bind-result", "bind.result", ITSELF, "$socket; socket.bind($any)", RETURNS("0")},
    {"bind-other-result", "bind.result", ITSELF, "$socket; socket.bind($other)", RETURNS("0")},
    {"bind-two-sockets", "bind.result", ITSELF, "$socket; second = Socket.new($domain, $type, 0); [socket.bind($any), second.bind($other)]", RETURNS("[0, 0]")},
    {"bind-blocking", "bind.result", ITSELF, "$socket; clear_nonblocking(socket); [socket.bind($any), nonblocking(socket)]", RETURNS("[0, false]")},

    /* A socket that already has an address cannot be bound to another one. */
    {"bind-again", "bind.unix.EINVAL-bound", "bind-result", "$socket; socket.bind($any); socket.bind($other)", RAISES(Errno::EINVAL, "bind(2)")},
    /* After that failure the socket keeps its first address. */
    {"bind-again-keeps", "bind.unix.EINVAL-bound", ITSELF, "$socket; socket.bind($any); first = socket.getsockname; raised(Errno::EINVAL, socket.bind($other)); socket.getsockname", RETURNS("first")},

    /* The descriptor was closed without the object knowing it. */
    {"bind-bad-descriptor", "bind.unix.EBADF", "bind-shadow-open", "$socket; " SHADOW "; shadow.close; socket.bind($any)", RAISES(Errno::EBADF, "bind(2)")},
    {"bind-shadow-open", "bind.unix.EBADF", ITSELF, "$socket; " SHADOW "; [socket.bind($any), socket.getsockname]", RETURNS("[0, shadow.getsockname]")},
    /* The descriptor now refers to something other than a socket, and the object does not know
     * it. */
    {"bind-no-socket", "bind.unix.ENOTSOCK", "bind-result", "$socket; replace_descriptor(socket); socket.bind($any)", RAISES(Errno::ENOTSOCK, "bind(2)")},

    /* Another socket has the address, whoever bound it. A neighbouring address is free. */
    {"bind-taken", "bind.unix.EADDRINUSE", "bind-not-taken", "holder = Tester.socket($domain, $type); holder.bind($any); $socket; socket.bind(holder.sockaddr)", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-not-taken", "bind.unix.EADDRINUSE", ITSELF, "holder = Tester.socket($domain, $type); holder.bind($any); $socket; socket.bind($other)", RETURNS("0")},
    {"bind-taken-by-own", "bind.unix.EADDRINUSE", "bind-not-taken", "holder = Socket.new($domain, $type, 0); holder.bind($any); $socket; socket.bind(holder.getsockname)", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-taken-then", "bind.unix.EADDRINUSE", ITSELF, "holder = Tester.socket($domain, $type); holder.bind($any); $socket; raised(Errno::EADDRINUSE, socket.bind(holder.sockaddr)); socket.bind($other)", RETURNS("0")},
    {"bind-message", "bind.error.message", "bind-not-taken", "holder = Tester.socket($domain, $type); holder.bind($any); $socket; socket.bind(holder.sockaddr)", RAISES_EXACTLY(Errno::EADDRINUSE, "Address already in use - bind(2)")},
    {"bind-message-again", "bind.error.message", "bind-result", "$socket; socket.bind($any); socket.bind($other)", RAISES_EXACTLY(Errno::EINVAL, "Invalid argument - bind(2)")},

    /* A closed socket raises IOError. */
    {"bind-closed", "bind.closed", "bind-result", "$socket; socket.close; socket.bind($any)", RAISES(IOError, NULL)},
    {"bind-closed-bound", "bind.closed", "bind-result", "$socket; socket.bind($any); socket.close; socket.bind($other)", RAISES(IOError, NULL)},

    /* Only a String is accepted as an address. */
    {"bind-nil", "bind.address.type", "bind-result", "$socket; socket.bind(nil)", RAISES(TypeError, NULL)},
    {"bind-integer", "bind.address.type", "bind-result", "$socket; socket.bind(1)", RAISES(TypeError, NULL)},
    {"bind-true", "bind.address.type", "bind-result", "$socket; socket.bind(true)", RAISES(TypeError, NULL)},
    {"bind-array", "bind.address.type", "bind-result", "$socket; socket.bind([$any])", RAISES(TypeError, NULL)},
    {"bind-socket", "bind.address.type", "bind-result", "$socket; socket.bind(socket)", RAISES(TypeError, NULL)},
    {"bind-type-then", "bind.address.type", ITSELF, "$socket; raised(TypeError, socket.bind(nil)); socket.bind($any)", RETURNS("0")},
    /* The type of the address is checked before the socket. */
    {"bind-nil-closed", "bind.address.type-first", "bind-result", "$socket; socket.close; socket.bind(nil)", RAISES(TypeError, NULL)},
    {"bind-integer-closed", "bind.address.type-first", "bind-result", "$socket; socket.close; socket.bind(1)", RAISES(TypeError, NULL)},
    {"bind-nil-bad-descriptor", "bind.address.type-first", "bind-result", "$socket; " SHADOW "; shadow.close; socket.bind(nil)", RAISES(TypeError, NULL)},

    /* The method takes exactly one argument. */
    {"bind-no-argument", "bind.arity", "bind-result", "$socket; socket.bind", RAISES(ArgumentError, NULL)},
    {"bind-two-arguments", "bind.arity", "bind-result", "$socket; socket.bind($any, $any)", RAISES(ArgumentError, NULL)},
    {"bind-no-argument-closed", "bind.arity", "bind-result", "$socket; socket.close; socket.bind", RAISES(ArgumentError, NULL)},
    {"bind-arity-then", "bind.arity", ITSELF, "$socket; raised(ArgumentError, socket.bind($any, nil)); socket.bind($any)", RETURNS("0")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", socket_kinds)})

/* The two types of the internet families. */
static const struct sockspec_variant internet_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}}},
    {"datagram", {{"type", "SOCK_DGRAM"}}},
};

/* A port that is known to be free for sockets that share it. */
#define SHARED_PORT(domain, address)                                                               \
    "holder = Tester.socket(" domain ", $type); holder.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); "  \
    "holder.bind(" address "); socket = Socket.new(" domain ", $type, 0); "                        \
    "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)"
#define IPV4 "socket = Socket.new(AF_INET, $type, 0)"
#define IPV6 "socket = Socket.new(AF_INET6, $type, 0)"
#define BIND4(address) IPV4 "; socket.bind(in4(0, '" address "'))"
#define BIND6(address) IPV6 "; socket.bind(in6(0, '" address "'))"

/* clang-format off */
static const struct sockspec_row bind_internet_rows[] = {
    /* The socket has the IPv4 address and the port: getsockname returns them, and the existing
     * holder of the port sees the same address. */
    {"bind-ipv4", "bind.address-ipv4", ITSELF, SHARED_PORT("AF_INET", "in4(0, '127.0.0.1')") "; socket.bind(in4(holder.port, '127.0.0.1')); socket.getsockname", RETURNS("in4(holder.port, '127.0.0.1')")},
    {"bind-ipv4-another", "bind.address-ipv4", ITSELF, SHARED_PORT("AF_INET", "in4(0, '127.1.2.3')") "; socket.bind(in4(holder.port, '127.1.2.3')); socket.getsockname", RETURNS("in4(holder.port, '127.1.2.3')")},
    {"bind-ipv4-every", "bind.address-ipv4", ITSELF, SHARED_PORT("AF_INET", "in4(0, '0.0.0.0')") "; socket.bind(in4(holder.port, '0.0.0.0')); socket.getsockname", RETURNS("in4(holder.port, '0.0.0.0')")},
    {"bind-ipv4-device", "bind.address-ipv4", ITSELF, SHARED_PORT("AF_INET", "in4(0, '192.0.2.1')") "; socket.bind(in4(holder.port, '192.0.2.1')); socket.getsockname", RETURNS("in4(holder.port, '192.0.2.1')")},
    {"bind-ipv4-packed", "bind.address-ipv4", ITSELF, SHARED_PORT("AF_INET", "in4(0, '127.0.0.1')") "; socket.bind(Socket.pack_sockaddr_in(holder.port, '127.0.0.1')); socket.getsockname", RETURNS("in4(holder.port, '127.0.0.1')")},
    {"bind-ipv4-unpacked", "bind.address-ipv4", ITSELF, SHARED_PORT("AF_INET", "in4(0, '127.0.0.1')") "; socket.bind(in4(holder.port, '127.0.0.1')); Socket.unpack_sockaddr_in(socket.getsockname)", RETURNS("[holder.port, '127.0.0.1']")},
    {"bind-ipv4-address-only", "bind.address-ipv4", ITSELF, BIND4("127.0.0.2") "; [socket.getsockname[0, 2], socket.getsockname[4, 12]]", RETURNS("[in4(0, '127.0.0.2')[0, 2], in4(0, '127.0.0.2')[4, 12]]")},
    /* The socket has the IPv6 address and the port. */
    {"bind-ipv6", "bind.address-ipv6", ITSELF, SHARED_PORT("AF_INET6", "in6(0, '::1')") "; socket.bind(in6(holder.port, '::1')); socket.getsockname", RETURNS("in6(holder.port, '::1')")},
    {"bind-ipv6-every", "bind.address-ipv6", ITSELF, SHARED_PORT("AF_INET6", "in6(0, '::')") "; socket.bind(in6(holder.port, '::')); socket.getsockname", RETURNS("in6(holder.port, '::')")},
    {"bind-ipv6-device", "bind.address-ipv6", ITSELF, SHARED_PORT("AF_INET6", "in6(0, '2001:db8:1::1')") "; socket.bind(in6(holder.port, '2001:db8:1::1')); socket.getsockname", RETURNS("in6(holder.port, '2001:db8:1::1')")},
    {"bind-ipv6-mapped", "bind.address-ipv6", ITSELF, SHARED_PORT("AF_INET6", "in6(0, '::ffff:127.0.0.1')") "; socket.bind(in6(holder.port, '::ffff:127.0.0.1')); socket.getsockname", RETURNS("in6(holder.port, '::ffff:127.0.0.1')")},
    {"bind-ipv6-packed", "bind.address-ipv6", ITSELF, SHARED_PORT("AF_INET6", "in6(0, '::1')") "; socket.bind(Socket.pack_sockaddr_in(holder.port, '::1')); socket.getsockname", RETURNS("in6(holder.port, '::1')")},
    {"bind-ipv6-unpacked", "bind.address-ipv6", ITSELF, SHARED_PORT("AF_INET6", "in6(0, '::1')") "; socket.bind(in6(holder.port, '::1')); Socket.unpack_sockaddr_in(socket.getsockname)", RETURNS("[holder.port, '::1']")},

    /* Port 0 stands for a free port, so two sockets never get the same one, and no other socket
     * can bind to it. */
    {"bind-port-zero-taken", "bind.port-zero", "bind-port-zero-others", BIND4("127.0.0.1") "; other = Socket.new(AF_INET, $type, 0); other.bind(socket.getsockname)", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-port-zero-others", "bind.port-zero", ITSELF, BIND4("127.0.0.1") "; other = Socket.new(AF_INET, $type, 0); other.bind(in4(0, '127.0.0.1'))", RETURNS("0")},
    {"bind-port-zero-taken6", "bind.port-zero", "bind-port-zero-others6", BIND6("::1") "; other = Socket.new(AF_INET6, $type, 0); other.bind(socket.getsockname)", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-port-zero-others6", "bind.port-zero", ITSELF, BIND6("::1") "; other = Socket.new(AF_INET6, $type, 0); other.bind(in6(0, '::1'))", RETURNS("0")},
    {"bind-port-zero-known", "bind.port-zero", ITSELF, BIND4("127.0.0.1") "; peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.connect(socket.getsockname); peer.peer", RETURNS("socket.getsockname")},

    /* A port is taken only for the address it is bound to, for all addresses if that is the
     * wildcard, and only for one socket type. */
    {"bind-taken-wildcard", "bind.unix.EADDRINUSE", "bind-taken-elsewhere", "holder = Tester.socket(AF_INET, $type); holder.bind(in4(0, '0.0.0.0')); " IPV4 "; socket.bind(in4(holder.port, '127.0.0.1'))", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-wildcard-taken", "bind.unix.EADDRINUSE", "bind-result-ipv4-every", "holder = Tester.socket(AF_INET, $type); holder.bind(in4(0, '127.0.0.1')); " IPV4 "; socket.bind(in4(holder.port, '0.0.0.0'))", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-result-ipv4-every", "bind.unix.EADDRINUSE", ITSELF, "holder = Tester.socket(AF_INET, $type); holder.bind(in4(0, '127.0.0.1')); " IPV4 "; socket.bind(in4(0, '0.0.0.0'))", RETURNS("0")},
    {"bind-taken-elsewhere", "bind.unix.EADDRINUSE", ITSELF, SHARED_PORT("AF_INET", "in4(0, '127.0.0.1')") "; socket.bind(in4(holder.port, '127.0.0.1'))", RETURNS("0")},
    {"bind-taken-unshared", "bind.unix.EADDRINUSE", "bind-taken-elsewhere", "holder = Tester.socket(AF_INET, $type); holder.bind(in4(0, '127.0.0.1')); " IPV4 "; socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); socket.bind(in4(holder.port, '127.0.0.1'))", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-ipv4-taken-by-ipv6", "bind.unix.EADDRINUSE", "bind-ipv4-beside-ipv6", "holder = Tester.socket(AF_INET6, $type); holder.bind(in6(0, '::')); " IPV4 "; socket.bind(in4(holder.port, '0.0.0.0'))", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-ipv4-beside-ipv6", "bind.unix.EADDRINUSE", ITSELF, "holder = Tester.socket(AF_INET6, $type); holder.bind(in6(0, '::')); " IPV4 "; socket.bind(in4(0, '0.0.0.0'))", RETURNS("0")},
    {"bind-taken6-mapped", "bind.unix.EADDRINUSE", "bind-mapped-beside", "holder = Tester.socket(AF_INET, $type); holder.bind(in4(0, '127.0.0.1')); " IPV6 "; socket.bind(in6(holder.port, '::ffff:127.0.0.1'))", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-mapped-beside", "bind.unix.EADDRINUSE", ITSELF, "holder = Tester.socket(AF_INET, $type); holder.bind(in4(0, '127.0.0.1')); " IPV6 "; socket.bind(in6(0, '::ffff:127.0.0.1'))", RETURNS("0")},

    /* Addresses that are not local: a neighbour's, a stranger's, a reserved one, one of the
     * device's network. */
    {"bind-of-neighbour", "bind.unix.EADDRNOTAVAIL", "bind-of-own", BIND4("192.0.2.99"), RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-stranger", "bind.unix.EADDRNOTAVAIL", "bind-of-own", BIND4("198.51.100.1"), RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-nobody", "bind.unix.EADDRNOTAVAIL", "bind-of-own", BIND4("10.9.8.7"), RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-reserved", "bind.unix.EADDRNOTAVAIL", "bind-of-own", BIND4("240.0.0.1"), RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-network-zero", "bind.unix.EADDRNOTAVAIL", "bind-of-own", BIND4("0.0.0.1"), RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-own", "bind.unix.EADDRNOTAVAIL", ITSELF, BIND4("192.0.2.1"), RETURNS("0")},
    {"bind-of-neighbour6", "bind.unix.EADDRNOTAVAIL", "bind-of-own6", BIND6("2001:db8:1::99"), RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-stranger6", "bind.unix.EADDRNOTAVAIL", "bind-of-own6", BIND6("2001:db8:2::1"), RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-nobody6", "bind.unix.EADDRNOTAVAIL", "bind-of-own6", BIND6("::2"), RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-mapped", "bind.unix.EADDRNOTAVAIL", "bind-of-own6", BIND6("::ffff:192.0.2.99"), RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-other-device", "bind.unix.EADDRNOTAVAIL", "bind-of-own6", IPV6 "; socket.bind(in6(0, 'fe80::1', 1))", RAISES(Errno::EADDRNOTAVAIL, "bind(2)")},
    {"bind-of-own6", "bind.unix.EADDRNOTAVAIL", ITSELF, BIND6("2001:db8:1::1"), RETURNS("0")},
    /* After that failure the socket can be bound to another address. */
    {"bind-of-neighbour-then", "bind.unix.EADDRNOTAVAIL", ITSELF, IPV4 "; raised(Errno::EADDRNOTAVAIL, socket.bind(in4(0, '192.0.2.99'))); socket.bind(in4(0, '192.0.2.1'))", RETURNS("0")},

    /* An address of another family, whether the family exists or not. */
    {"bind-ipv4-to-ipv6", "bind.unix.EAFNOSUPPORT", "bind-of-own", IPV4 "; socket.bind(in6(0, '::1'))", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-ipv4-to-mapped", "bind.unix.EAFNOSUPPORT", "bind-of-own", IPV4 "; socket.bind(in6(0, '::ffff:127.0.0.1'))", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-ipv4-to-path", "bind.unix.EAFNOSUPPORT", "bind-of-own", IPV4 "; socket.bind(un(path('a')))", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-ipv4-to-none", "bind.unix.EAFNOSUPPORT", "bind-of-own", IPV4 "; socket.bind(hex('00 00') + in4(0, '127.0.0.1')[2, 14])", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-ipv4-to-unknown", "bind.unix.EAFNOSUPPORT", "bind-of-own", IPV4 "; socket.bind(hex('ff 7f') + in4(0, '127.0.0.1')[2, 14])", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-ipv6-to-ipv4", "bind.unix.EAFNOSUPPORT", "bind-of-own6", IPV6 "; socket.bind(in4(0, '127.0.0.1') + '\\0' * 12)", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-ipv6-to-path", "bind.unix.EAFNOSUPPORT", "bind-of-own6", IPV6 "; socket.bind(un(path('a')))", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-ipv6-to-none", "bind.unix.EAFNOSUPPORT", "bind-of-own6", IPV6 "; socket.bind(hex('00 00') + in6(0, '::1')[2, 26])", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-ipv6-to-unknown", "bind.unix.EAFNOSUPPORT", "bind-of-own6", IPV6 "; socket.bind(hex('ff 7f') + in6(0, '::1')[2, 26])", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-ipv4-to-ipv6-then", "bind.unix.EAFNOSUPPORT", ITSELF, IPV4 "; raised(Errno::EAFNOSUPPORT, socket.bind(in6(0, '::1'))); socket.bind(in4(0, '127.0.0.1'))", RETURNS("0")},

    /* The padding bytes of a sockaddr_in are not part of the address, but they count towards its
     * length. */
    {"bind-filling", "bind.length", ITSELF, IPV4 "; socket.bind(in4(0, '127.0.0.1')[0, 8] + 'fillings'); socket.getsockname[8, 8]", RETURNS("'\\0' * 8")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_internet, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("type", internet_types)})

#define TCP_CONNECTED                                                                              \
    "door = Tester.socket($domain, SOCK_STREAM); door.bind($any); door.listen(5); "                \
    "socket = Socket.new($domain, SOCK_STREAM, 0); socket.connect(door.sockaddr)"
static const struct sockspec_variant internet_families[] = {
    {"in4",
     {{"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}, {"every", "in4(0, '0.0.0.0')"}}},
    {"in6", {{"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}, {"every", "in6(0, '::')"}}},
};

/* clang-format off */
static const struct sockspec_row bind_tcp_rows[] = {
    /* A socket already has an address if it listens unbound, is connected, or was connected and
     * is shut down. */
    {"bind-tcp-new", "bind.unix.EINVAL-bound", ITSELF, "socket = Socket.new($domain, SOCK_STREAM, 0); socket.bind($any)", RETURNS("0")},
    {"bind-listening", "bind.unix.EINVAL-bound", "bind-tcp-new", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.listen(1); socket.bind($any)", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-again-same", "bind.unix.EINVAL-bound", "bind-tcp-new", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.bind($any); socket.bind(socket.getsockname)", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-again-same-datagram", "bind.unix.EINVAL-bound", "bind-udp-new", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.bind($any); socket.bind(socket.getsockname)", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-tcp-connected", "bind.unix.EINVAL-bound", "bind-tcp-new", TCP_CONNECTED "; socket.bind($any)", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-shut-down", "bind.unix.EINVAL-bound", "bind-tcp-new", TCP_CONNECTED "; socket.shutdown(2); socket.bind($any)", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-accepted", "bind.unix.EINVAL-bound", "bind-tcp-new", "server = Socket.new($domain, SOCK_STREAM, 0); server.bind($any); server.listen(5); caller = Tester.connected(server.getsockname, SOCK_STREAM); socket, from = server.accept; socket.bind($any)", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-udp-connected", "bind.unix.EINVAL-bound", "bind-udp-new", "peer = Tester.socket($domain, SOCK_DGRAM); peer.bind($any); socket = Socket.new($domain, SOCK_DGRAM, 0); socket.connect(peer.sockaddr); socket.bind($any)", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-udp-new", "bind.unix.EINVAL-bound", ITSELF, "peer = Tester.socket($domain, SOCK_DGRAM); peer.bind($any); socket = Socket.new($domain, SOCK_DGRAM, 0); socket.bind($any)", RETURNS("0")},

    /* A bound socket can listen and be reached at the address, or it can connect and the peer
     * sees the address. */
    {"bind-listened", "bind.result", ITSELF, "server = Socket.new($domain, SOCK_STREAM, 0); server.bind($any); server.listen(1); caller = Tester.connected(server.getsockname, SOCK_STREAM); caller.peer", RETURNS("server.getsockname")},
    {"bind-calling", "bind.result", ITSELF, "door = Tester.socket($domain, SOCK_STREAM); door.bind($any); door.listen(5); socket = Socket.new($domain, SOCK_STREAM, 0); socket.bind($any); socket.connect(door.sockaddr); peer = door.accept; peer.peer", RETURNS("socket.getsockname")},
    /* Stream and datagram sockets can use the same port number. */
    {"bind-same-port", "bind.result", ITSELF, "holder = Tester.socket($domain, SOCK_STREAM); holder.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); holder.bind($any); sharer = Socket.new($domain, SOCK_STREAM, 0); sharer.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); sharer.bind(holder.sockaddr)", RETURNS("0")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", internet_families)})

#define PORT(number, bytes)                                                                        \
    {                                                                                              \
        number, {                                                                                  \
            { "port", "hex('" bytes "')" }                                                         \
        }                                                                                          \
    }
static const struct sockspec_variant ports[] = {
    PORT("0", "00 00"),   PORT("1", "00 01"),   PORT("7", "00 07"),    PORT("22", "00 16"),
    PORT("25", "00 19"),  PORT("80", "00 50"),  PORT("443", "01 bb"),  PORT("512", "02 00"),
    PORT("587", "02 4b"), PORT("993", "03 e1"), PORT("1022", "03 fe"), PORT("1023", "03 ff"),
};

/* clang-format off */
#define PROTECTED "1,7,22,25,80,443,512,587,993,1022,1023"
static const struct sockspec_row bind_port_rows[] = {
    /* Ports below 1024 are privileged, except 0. */
    {"bind-port-any", "bind.unix.EACCES", ITSELF, "family=* type=* port=0", RETURNS("0")},
    {"bind-port-protected-tcp4", "bind.unix.EACCES", "bind-port-any/in4/stream/0", "family=in4 type=stream port=" PROTECTED, RAISES(Errno::EACCES, "bind(2)")},
    {"bind-port-protected-udp4", "bind.unix.EACCES", "bind-port-any/in4/datagram/0", "family=in4 type=datagram port=" PROTECTED, RAISES(Errno::EACCES, "bind(2)")},
    {"bind-port-protected-tcp6", "bind.unix.EACCES", "bind-port-any/in6/stream/0", "family=in6 type=stream port=" PROTECTED, RAISES(Errno::EACCES, "bind(2)")},
    {"bind-port-protected-udp6", "bind.unix.EACCES", "bind-port-any/in6/datagram/0", "family=in6 type=datagram port=" PROTECTED, RAISES(Errno::EACCES, "bind(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_port, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("family", internet_families), AXIS("type", internet_types),
                        AXIS("port", ports)},
               .cross = "socket = Socket.new($domain, $type, 0); "
                        "socket.bind($any[0, 2] + $port + $any[4, 24])")

/* The first bytes of an address, followed by zeros if more bytes are wanted than it has. */
#define LENGTH(number)                                                                             \
    {                                                                                              \
#number, {                                                                                 \
            { "length", #number }                                                                  \
        }                                                                                          \
    }
#define LENGTHS(tens)                                                                              \
    LENGTH(tens##0), LENGTH(tens##1), LENGTH(tens##2), LENGTH(tens##3), LENGTH(tens##4),           \
        LENGTH(tens##5), LENGTH(tens##6), LENGTH(tens##7), LENGTH(tens##8), LENGTH(tens##9)
static const struct sockspec_variant ipv4_lengths[] = {
    LENGTHS(),  LENGTH(10),  LENGTH(11),  LENGTH(12),  LENGTH(13),   LENGTH(14),   LENGTH(15),
    LENGTH(16), LENGTH(129), LENGTH(130), LENGTH(256), LENGTH(1024), LENGTH(4096),
};
static const struct sockspec_variant ipv6_lengths[] = {
    LENGTHS(),  LENGTHS(1),  LENGTH(20),  LENGTH(21),  LENGTH(22),   LENGTH(23),
    LENGTH(28), LENGTH(129), LENGTH(130), LENGTH(256), LENGTH(1024), LENGTH(4096),
};

/* clang-format off */
static const struct sockspec_row bind_ipv4_length_rows[] = {
    /* A sockaddr_in has 16 bytes. */
    {"bind-ipv4-whole", "bind.unix.EINVAL-length", ITSELF, "type=* length=16", RETURNS("[0, in4(0, '127.0.0.1')[0, 2], in4(0, '127.0.0.1')[4, 12]]")},
    {"bind-ipv4-short-stream", "bind.unix.EINVAL-length", "bind-ipv4-whole/stream/16", "type=stream length=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-ipv4-short-datagram", "bind.unix.EINVAL-length", "bind-ipv4-whole/datagram/16", "type=datagram length=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-ipv4-long-stream", "bind.unix.EINVAL-length", "bind-ipv4-whole/stream/16", "type=stream length=129,130,256,1024,4096", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-ipv4-long-datagram", "bind.unix.EINVAL-length", "bind-ipv4-whole/datagram/16", "type=datagram length=129,130,256,1024,4096", RAISES(Errno::EINVAL, "bind(2)")},
};
static const struct sockspec_row bind_ipv6_length_rows[] = {
    /* A sockaddr_in6 has 28 bytes. (Linux also accepts 24, without the scope.) */
    {"bind-ipv6-whole", "bind.unix.EINVAL-length", ITSELF, "type=* length=28", RETURNS("[0, in6(0, '::1')[0, 2], in6(0, '::1')[4, 24]]")},
    {"bind-ipv6-short-stream", "bind.unix.EINVAL-length", "bind-ipv6-whole/stream/28", "type=stream length=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-ipv6-short-datagram", "bind.unix.EINVAL-length", "bind-ipv6-whole/datagram/28", "type=datagram length=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-ipv6-long-stream", "bind.unix.EINVAL-length", "bind-ipv6-whole/stream/28", "type=stream length=129,130,256,1024,4096", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-ipv6-long-datagram", "bind.unix.EINVAL-length", "bind-ipv6-whole/datagram/28", "type=datagram length=129,130,256,1024,4096", RAISES(Errno::EINVAL, "bind(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_ipv4_length, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("type", internet_types), AXIS("length", ipv4_lengths)},
               .cross = IPV4
               "; address = (in4(0, '127.0.0.1') + '\\0' * 4080)[0, $length]; "
               "[socket.bind(address), socket.getsockname[0, 2], socket.getsockname[4, 12]]")
SOCKSPEC_TABLE(bind_ipv6_length, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("type", internet_types), AXIS("length", ipv6_lengths)},
               .cross = IPV6
               "; address = (in6(0, '::1') + '\\0' * 4068)[0, $length]; "
               "[socket.bind(address), socket.getsockname[0, 2], socket.getsockname[4, 24]]")

/* The types of AF_UNIX. */
static const struct sockspec_variant unix_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}}},
    {"datagram", {{"type", "SOCK_DGRAM"}}},
    {"seqpacket", {{"type", "SOCK_SEQPACKET"}}},
};
#define UNIX "socket = Socket.new(AF_UNIX, $type, 0)"
#define BIND_PATH(path) UNIX "; socket.bind(un(" path "))"
/* A path that fills all of the 108 bytes of sun_path, and one that is a byte shorter. */
#define LONGEST_PATH "path('x' * (108 + -1 * length(path(''))))"
#define TERMINATED_PATH "path('x' * (107 + -1 * length(path(''))))"

/* clang-format off */
static const struct sockspec_row bind_unix_rows[] = {
    /* The socket has the path, and the file then exists. */
    {"bind-path", "bind.address-unix", ITSELF, "name = path('a'); " BIND_PATH("name") "; socket.getsockname", RETURNS("hex('01 00') + name + '\\0'")},
    {"bind-path-result", "bind.address-unix", ITSELF, BIND_PATH("path('a')"), RETURNS("0")},
    {"bind-path-made", "bind.address-unix", ITSELF, "name = path('a'); before = Tester.exists(name); " BIND_PATH("name") "; [before, Tester.exists(name)]", RETURNS("[false, true]")},
    {"bind-path-unpacked", "bind.address-unix", ITSELF, "name = path('a'); " BIND_PATH("name") "; Socket.unpack_sockaddr_un(socket.getsockname)", RETURNS("name")},
    {"bind-path-packed", "bind.address-unix", ITSELF, "name = path('a'); " UNIX "; socket.bind(Socket.pack_sockaddr_un(name)); [Tester.exists(name), Socket.unpack_sockaddr_un(socket.getsockname)]", RETURNS("[true, name]")},
    {"bind-path-bytes", "bind.address-unix", ITSELF, "name = path(' a\\n\\x80\\xff '); " BIND_PATH("name") "; [Tester.exists(name), socket.getsockname]", RETURNS("[true, hex('01 00') + name + '\\0']")},
    {"bind-path-longest", "bind.address-unix", ITSELF, "name = " LONGEST_PATH "; " BIND_PATH("name") "; [Tester.exists(name), length(name), socket.getsockname[0, 110]]", RETURNS("[true, 108, hex('01 00') + name]")},
    {"bind-path-terminated", "bind.address-unix", ITSELF, "name = " TERMINATED_PATH "; " BIND_PATH("name") "; [Tester.exists(name), socket.getsockname]", RETURNS("[true, hex('01 00') + name + '\\0']")},
    /* The file stays when the socket is closed, and prevents the next bind to that path. */
    {"bind-path-left", "bind.address-unix", ITSELF, "name = path('a'); " BIND_PATH("name") "; socket.close; Tester.exists(name)", RETURNS("true")},
    {"bind-path-taken-by-closed", "bind.unix.EADDRINUSE", "bind-path-result", "name = path('a'); " BIND_PATH("name") "; socket.close; " BIND_PATH("name"), RAISES(Errno::EADDRINUSE, "bind(2)")},
    /* A failed call creates no file. */
    {"bind-path-not-made", "bind.address-unix", ITSELF, "name = path('b'); " BIND_PATH("path('a')") "; raised(Errno::EINVAL, socket.bind(un(name))); Tester.exists(name)", RETURNS("false")},

    /* If the first byte is 0, the name is abstract: it has no file, and is free again once the
     * socket is closed. */
    {"bind-abstract", "bind.address-abstract", ITSELF, "name = hex('01 00 00') + path('a'); " UNIX "; [socket.bind(name), socket.getsockname]", RETURNS("[0, name]")},
    {"bind-abstract-no-file", "bind.address-abstract", ITSELF, "name = path('a'); " UNIX "; socket.bind(hex('01 00 00') + name); Tester.exists(name)", RETURNS("false")},
    {"bind-abstract-beside-path", "bind.address-abstract", ITSELF, "name = path('a'); " UNIX "; socket.bind(hex('01 00 00') + name); second = Socket.new(AF_UNIX, $type, 0); second.bind(un(name)); [socket.getsockname, second.getsockname]", RETURNS("[hex('01 00 00') + name, hex('01 00') + name + '\\0']")},
    {"bind-abstract-freed", "bind.address-abstract", ITSELF, "name = hex('01 00 00') + path('a'); " UNIX "; socket.bind(name); socket.close; " UNIX "; socket.bind(name)", RETURNS("0")},
    {"bind-abstract-taken", "bind.unix.EADDRINUSE", "bind-abstract", "name = hex('01 00 00') + path('a'); holder = Tester.socket(AF_UNIX, $type); holder.bind(name); " UNIX "; socket.bind(name)", RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-abstract-longer", "bind.address-abstract", ITSELF, "name = hex('01 00 00') + path('a'); holder = Tester.socket(AF_UNIX, $type); holder.bind(name); " UNIX "; socket.bind(name + '\\0')", RETURNS("0")},

    /* The whole string is the address: a path ends at the end of the string, or at a NUL byte. */
    {"bind-path-exact", "bind.length", ITSELF, "name = path('a'); " UNIX "; socket.bind(hex('01 00') + name); [Tester.exists(name), socket.getsockname]", RETURNS("[true, hex('01 00') + name + '\\0']")},
    {"bind-path-one-nul", "bind.length", ITSELF, "name = path('a'); " UNIX "; socket.bind(hex('01 00') + name + '\\0'); [Tester.exists(name), socket.getsockname]", RETURNS("[true, hex('01 00') + name + '\\0']")},
    {"bind-path-beyond-nul", "bind.length", ITSELF, "name = path('a'); " UNIX "; socket.bind(hex('01 00') + name + '\\0beyond'); [Tester.exists(name), socket.getsockname]", RETURNS("[true, hex('01 00') + name + '\\0']")},
    /* In an abstract name a NUL byte is a byte like any other. */
    {"bind-abstract-nuls", "bind.length", ITSELF, "name = hex('01 00 00') + path('a') + '\\0\\0b\\0'; " UNIX "; socket.bind(name); socket.getsockname", RETURNS("name")},
    {"bind-abstract-bytes", "bind.length", ITSELF, "name = hex('01 00 00') + path('a') + hex('ff 80 0a 00 7f'); " UNIX "; socket.bind(name); socket.getsockname", RETURNS("name")},

    /* A directory may not be searched or not be written. */
    {"bind-unsearchable", "bind.unix-domain.EACCES", "bind-path-result", BIND_PATH("'/world/unsearchable/new'"), RAISES(Errno::EACCES, "bind(2)")},
    {"bind-unsearchable-there", "bind.unix-domain.EACCES", "bind-path-result", BIND_PATH("'/world/unsearchable/below'"), RAISES(Errno::EACCES, "bind(2)")},
    {"bind-unsearchable-deep", "bind.unix-domain.EACCES", "bind-path-result", BIND_PATH("'/world/unsearchable/missing/new'"), RAISES(Errno::EACCES, "bind(2)")},
    {"bind-unwritable", "bind.unix-domain.EACCES", "bind-path-result", BIND_PATH("'/world/unwritable/new'"), RAISES(Errno::EACCES, "bind(2)")},
    {"bind-unwritable-world", "bind.unix-domain.EACCES", "bind-path-result", BIND_PATH("'/world/new'"), RAISES(Errno::EACCES, "bind(2)")},
    /* A symbolic link leads to itself. */
    {"bind-loop", "bind.unix-domain.ELOOP", "bind-path-result", BIND_PATH("'/world/loop/new'"), RAISES(Errno::ELOOP, "bind(2)")},
    {"bind-loop-deep", "bind.unix-domain.ELOOP", "bind-path-result", BIND_PATH("'/world/loop/tmp/new'"), RAISES(Errno::ELOOP, "bind(2)")},
    /* A path component is too long. The path reaches it through a link, because an address has
     * no room for one that long. */
    {"bind-long-name", "bind.unix-domain.ENAMETOOLONG", "bind-path-result", BIND_PATH("'/world/long-name/new'"), RAISES(Errno::ENAMETOOLONG, "bind(2)")},
    /* A directory does not exist. */
    {"bind-missing", "bind.unix-domain.ENOENT", "bind-path-result", BIND_PATH("'/world/missing/new'"), RAISES(Errno::ENOENT, "bind(2)")},
    {"bind-missing-deep", "bind.unix-domain.ENOENT", "bind-path-result", BIND_PATH("'/world/missing/tmp/new'"), RAISES(Errno::ENOENT, "bind(2)")},
    {"bind-missing-tmp", "bind.unix-domain.ENOENT", "bind-path-result", BIND_PATH("path('a') + '/new'"), RAISES(Errno::ENOENT, "bind(2)")},
    {"bind-directory-to-be", "bind.unix-domain.ENOENT", "bind-path-result", BIND_PATH("path('a') + '/'"), RAISES(Errno::ENOENT, "bind(2)")},
    /* A component of the path is not a directory but a file or a socket. */
    {"bind-file-between", "bind.unix-domain.ENOTDIR", "bind-path-result", BIND_PATH("'/world/file/new'"), RAISES(Errno::ENOTDIR, "bind(2)")},
    {"bind-socket-between", "bind.unix-domain.ENOTDIR", "bind-path-result", "holder = Tester.socket(AF_UNIX, $type); holder.bind(un(path('a'))); " BIND_PATH("path('a') + '/new'"), RAISES(Errno::ENOTDIR, "bind(2)")},
    /* The file system is read-only. */
    {"bind-read-only", "bind.unix-domain.EROFS", "bind-path-result", BIND_PATH("'/world/read-only/new'"), RAISES(Errno::EROFS, "bind(2)")},
    /* The name is taken by a file, a directory, a dangling link or a socket. */
    {"bind-on-file", "bind.unix.EADDRINUSE", "bind-path-result", BIND_PATH("'/world/file'"), RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-on-directory", "bind.unix.EADDRINUSE", "bind-path-result", BIND_PATH("'/world/tmp'"), RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-on-link", "bind.unix.EADDRINUSE", "bind-path-result", BIND_PATH("'/world/loop'"), RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-on-long-link", "bind.unix.EADDRINUSE", "bind-path-result", BIND_PATH("'/world/long-name'"), RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-on-read-only-file", "bind.unix.EADDRINUSE", "bind-path-result", BIND_PATH("'/world/read-only/file'"), RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-on-unwritable-socket", "bind.unix.EADDRINUSE", "bind-path-result", BIND_PATH("'/world/unwritable-socket'"), RAISES(Errno::EADDRINUSE, "bind(2)")},
    {"bind-on-datagram-socket", "bind.unix.EADDRINUSE", "bind-path-result", "holder = Tester.socket(AF_UNIX, SOCK_DGRAM); holder.bind(un(path('a'))); " BIND_PATH("path('a')"), RAISES(Errno::EADDRINUSE, "bind(2)")},
    /* After any of these failures the socket can be bound to a valid path. */
    {"bind-missing-then", "bind.unix-domain.ENOENT", ITSELF, UNIX "; raised(Errno::ENOENT, socket.bind(un('/world/missing/new'))); raised(Errno::EACCES, socket.bind(un('/world/unwritable/new'))); raised(Errno::ENOTDIR, socket.bind(un('/world/file/new'))); raised(Errno::ELOOP, socket.bind(un('/world/loop/new'))); raised(Errno::EROFS, socket.bind(un('/world/read-only/new'))); socket.bind(un(path('a')))", RETURNS("0")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_unix, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("type", unix_types)})

static const struct sockspec_variant unix_lengths[] = {
    LENGTH(0),   LENGTH(1),   LENGTH(3),   LENGTH(4),   LENGTH(5),    LENGTH(6),    LENGTH(7),
    LENGTH(8),   LENGTH(9),   LENGTHS(1),  LENGTHS(2),  LENGTHS(3),   LENGTHS(4),   LENGTHS(5),
    LENGTHS(6),  LENGTHS(7),  LENGTHS(8),  LENGTHS(9),  LENGTHS(10),  LENGTH(110),  LENGTH(111),
    LENGTH(112), LENGTH(128), LENGTH(129), LENGTH(256), LENGTH(1024), LENGTH(4096),
};

/* clang-format off */
#define SHORTEST_LENGTHS "3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19"
#define OTHER_LENGTHS \
    "20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49," \
    "50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79," \
    "80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99," \
    "100,101,102,103,104,105,106,107,108,109,110"
static const struct sockspec_row bind_unix_length_rows[] = {
    /* A sockaddr_un has the family and up to 108 bytes. An abstract name has exactly the bytes
     * that were given. */
    {"bind-unix-fits", "bind.length", ITSELF, "type=* length=" SHORTEST_LENGTHS "," OTHER_LENGTHS, RETURNS("[0, address]")},
    {"bind-unix-short-stream", "bind.unix.EINVAL-length", "bind-unix-fits/stream/3", "type=stream length=0,1", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-unix-short-datagram", "bind.unix.EINVAL-length", "bind-unix-fits/datagram/3", "type=datagram length=0,1", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-unix-short-seqpacket", "bind.unix.EINVAL-length", "bind-unix-fits/seqpacket/3", "type=seqpacket length=0,1", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-unix-long-stream", "bind.unix.EINVAL-length", "bind-unix-fits/stream/110", "type=stream length=111,112,128,129,256,1024,4096", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-unix-long-datagram", "bind.unix.EINVAL-length", "bind-unix-fits/datagram/110", "type=datagram length=111,112,128,129,256,1024,4096", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-unix-long-seqpacket", "bind.unix.EINVAL-length", "bind-unix-fits/seqpacket/110", "type=seqpacket length=111,112,128,129,256,1024,4096", RAISES(Errno::EINVAL, "bind(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_unix_length, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("type", unix_types), AXIS("length", unix_lengths)},
               .cross = UNIX "; address = (hex('01 00 00') + 'b' * 4093)[0, $length]; "
                             "[socket.bind(address), socket.getsockname]")

/* clang-format off */
static const struct sockspec_row bind_datagram_rows[] = {
    /* A bound datagram socket receives what any socket sends to its address. */
    {"bind-datagram", "bind.datagram", ITSELF, "$bound; peer = Tester.socket($domain, SOCK_DGRAM); peer.bind($other); peer.send('here', 0, socket.getsockname); IO.select([socket]); socket.recvfrom(20)", RETURNS("['here', peer.sockaddr]")},
    {"bind-datagram-two", "bind.datagram", ITSELF, "$bound; at = socket.getsockname; one = Tester.socket($domain, SOCK_DGRAM); one.send('1', 0, at); IO.select([socket]); first = socket.recv(20); two = Tester.socket($domain, SOCK_DGRAM); two.send('2', 0, at); IO.select([socket]); [first, socket.recv(20)]", RETURNS("['1', '2']")},
    /* The receiver of its datagrams sees that address. */
    {"bind-datagram-sender", "bind.datagram", ITSELF, "$bound; peer = Tester.socket($domain, SOCK_DGRAM); peer.bind($other); socket.send('there', 0, peer.sockaddr); peer.recvfrom(20)", RETURNS("['there', socket.getsockname]")},
    {"bind-datagram-connected", "bind.datagram", ITSELF, "$bound; $peer; socket.connect(peer.sockaddr); socket.send('there', 0); peer.recv(20)", RETURNS("'there'")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", datagram_families)})

/* clang-format off */
static const struct sockspec_row bind_abstract_datagram_rows[] = {
    {"bind-datagram-abstract", "bind.datagram", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); name = hex('01 00 00') + path('a'); socket.bind(name); peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.send('here', 0, name); IO.select([socket]); socket.recv(20)", RETURNS("'here'")},
    {"bind-abstract-called", "bind.address-abstract", ITSELF, "server = Socket.new(AF_UNIX, SOCK_STREAM, 0); name = hex('01 00 00') + path('a'); server.bind(name); server.listen(1); caller = Tester.connected(name, SOCK_STREAM); caller.peer", RETURNS("name")},
    {"bind-path-called", "bind.address-unix", ITSELF, "server = Socket.new(AF_UNIX, SOCK_STREAM, 0); name = path('a'); server.bind(un(name)); server.listen(1); caller = Tester.connected(un(name), SOCK_STREAM); caller.peer", RETURNS("hex('01 00') + name + '\\0'")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_abstract_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING)

/* clang-format off */
static const struct sockspec_row bind_linux_rows[] = {
    /* Linux: an address longer than a sockaddr_in (or sockaddr_in6) is accepted, up to 128
     * bytes. */
    {"bind-linux-ipv4-17", "bind.unix.EINVAL-length", ITSELF, IPV4 "; socket.bind(in4(0, '127.0.0.1') + '\\0')", RETURNS("0")},
    {"bind-linux-ipv4-128", "bind.unix.EINVAL-length", ITSELF, IPV4 "; socket.bind(in4(0, '127.0.0.1') + '\\0' * 112)", RETURNS("0")},
    {"bind-linux-ipv6-24", "bind.unix.EINVAL-length", ITSELF, IPV6 "; socket.bind(in6(0, '::1')[0, 24])", RETURNS("0")},
    {"bind-linux-ipv6-27", "bind.unix.EINVAL-length", ITSELF, IPV6 "; socket.bind(in6(0, '::1')[0, 27])", RETURNS("0")},
    {"bind-linux-ipv6-29", "bind.unix.EINVAL-length", ITSELF, IPV6 "; socket.bind(in6(0, '::1') + '\\0')", RETURNS("0")},
    {"bind-linux-ipv6-128", "bind.unix.EINVAL-length", ITSELF, IPV6 "; socket.bind(in6(0, '::1') + '\\0' * 100)", RETURNS("0")},
    /* Linux: AF_UNSPEC with zeros is accepted as the IPv4 wildcard address. */
    {"bind-linux-ipv4-unspecified", "bind.unix.EAFNOSUPPORT", ITSELF, IPV4 "; socket.bind('\\0' * 16)", RETURNS("0")},
    /* Linux: the length is checked before the family. */
    {"bind-linux-ipv6-to-ipv4", "bind.unix.EAFNOSUPPORT", "bind-linux-ipv6-24", IPV6 "; socket.bind(in4(0, '127.0.0.1'))", RAISES(Errno::EINVAL, "bind(2)")},
    /* Linux: an address of the device's network that no host has is refused, but its broadcast
     * address is accepted. */
    {"bind-linux-broadcast", "bind.unix.EADDRNOTAVAIL", ITSELF, BIND4("192.0.2.255"), RETURNS("0")},
    {"bind-linux-multicast", "bind.unix.EADDRNOTAVAIL", ITSELF, BIND4("224.0.0.1"), RETURNS("0")},
    /* Linux: a link-local address needs a scope that names its device. */
    {"bind-linux-link-local", "bind.unix.EADDRNOTAVAIL", "bind-linux-ipv6-24", IPV6 "; socket.bind(in6(0, 'fe80::1'))", RAISES(Errno::EINVAL, "bind(2)")},
};
static const struct sockspec_row bind_unix_linux_rows[] = {
    /* Linux: an address of another family is invalid for AF_UNIX. */
    {"bind-linux-unix-to-ipv4", "bind.unix.EAFNOSUPPORT", "bind-linux-unix-path", UNIX "; socket.bind(in4(0, '127.0.0.1'))", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-linux-unix-to-ipv6", "bind.unix.EAFNOSUPPORT", "bind-linux-unix-path", UNIX "; socket.bind(in6(0, '::1'))", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-linux-unix-to-none", "bind.unix.EAFNOSUPPORT", "bind-linux-unix-path", UNIX "; socket.bind(hex('00 00') + path('a'))", RAISES(Errno::EINVAL, "bind(2)")},
    {"bind-linux-unix-path", "bind.unix.EAFNOSUPPORT", ITSELF, UNIX "; socket.bind(hex('01 00') + path('a'))", RETURNS("0")},
    /* Linux: an empty path is an abstract name: 107 NUL bytes, or a name that Linux chooses. */
    {"bind-linux-unix-empty", "bind.unix-domain.ENOENT", ITSELF, "exclusively('empty-path'); " UNIX "; [socket.bind(un('')), socket.getsockname]", RETURNS("[0, un('')]")},
    {"bind-linux-unix-no-path", "bind.unix-domain.ENOENT", ITSELF, UNIX "; [socket.bind(hex('01 00')), length(socket.getsockname), socket.getsockname[0, 3]]", RETURNS("[0, 8, hex('01 00 00')]")},
    {"bind-linux-unix-no-path-twice", "bind.unix-domain.ENOENT", ITSELF, UNIX "; [socket.bind(hex('01 00')), socket.bind(hex('01 00'))]", RETURNS("[0, 0]")},
    /* Linux: an existing file is found before the socket's own address is checked. */
    {"bind-linux-unix-again-same", "bind.unix.EINVAL-bound", "bind-linux-unix-path", UNIX "; socket.bind(un(path('a'))); socket.bind(un(path('a')))", RAISES(Errno::EADDRINUSE, "bind(2)")},
    /* Linux: a socket that was shut down can be bound. */
    {"bind-linux-unix-shut-down", "bind.unix.EINVAL-bound", ITSELF, "socket, peer = Socket.pair(AF_UNIX, $type, 0); socket.shutdown(2); socket.bind(un(path('a')))", RETURNS("0")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_linux, .provoked = SOCKSPEC_KERNEL, .platform = "Linux",
               .axes = {AXIS("type", internet_types)})
SOCKSPEC_TABLE(bind_unix_linux, .provoked = SOCKSPEC_KERNEL, .platform = "Linux",
               .axes = {AXIS("type", unix_types)})

/* clang-format off */
static const struct sockspec_row bind_example_rows[] = {
    /* The document's example. */
    {"bind-example", "bind.example.server", ITSELF,
     "exclusively('port-2200')\n"
     "socket = Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "sockaddr = Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "socket.bind(sockaddr)", RETURNS("0")},
    {"bind-example-address", "bind.example.server", ITSELF,
     "exclusively('port-2200')\n"
     "socket = Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "sockaddr = Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "socket.bind(sockaddr)\n"
     "socket.getsockname", RETURNS("in4(2200, '127.0.0.1')")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_example, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
static const struct sockspec_row bind_link_local_rows[] = {
    /* The scope of a link-local address names the device that has the address. */
    {"bind-link-local", "bind.address-ipv6", ITSELF, IPV6 "; [socket.bind(" SOCKSPEC_LINK_LOCAL("0") "), socket.getsockname[8, 20]]", RETURNS("[0, " SOCKSPEC_LINK_LOCAL("0") "[8, 20]]")},
    {"bind-link-local-packed", "bind.address-ipv6", ITSELF, IPV6 "; socket.bind(Socket.pack_sockaddr_in(0, 'fe80::1%world0')); port, host = Socket.unpack_sockaddr_in(socket.getsockname); host", RETURNS("'fe80::1%world0'")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_link_local, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("type", internet_types)})

/* clang-format off */
static const struct sockspec_row bind_odd_name_rows[] = {
    /* Every byte of the name counts, up to the last one. */
    {"bind-odd-name", "bind.address-$sort", ITSELF, UNIX "; [socket.bind($address), socket.getsockname]", RETURNS("[0, $shown]")},
    {"bind-odd-name-beside", "bind.address-$sort", ITSELF, "holder = Tester.socket(AF_UNIX, $type); holder.bind((hex('01 00') + $name)[0, length($name) + 1]); " UNIX "; [socket.bind($address), socket.getsockname]", RETURNS("[0, $shown]")},
};
static const struct sockspec_row bind_odd_name_called_rows[] = {
    /* A peer reaches the socket by that name. */
    {"bind-odd-name-called", "bind.address-$sort", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.bind($address); peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.send('letter', 0, $address); socket.recv(20)", RETURNS("'letter'")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_odd_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("name", odd_names), AXIS("type", unix_types)})
SOCKSPEC_TABLE(bind_odd_name_called, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("name", odd_names)})
