/* socket.getsockopt(level, optname) => bytes */
#include "conformance/behaviours/option_forms.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */
static const struct sockspec_variant kinds[] = {
    {"tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"number", "01 00 00 00"}}},
    {"tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"number", "01 00 00 00"}}},
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"number", "02 00 00 00"}}},
    {"udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"number", "02 00 00 00"}}},
    {"unix-stream", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}, {"number", "01 00 00 00"}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}, {"number", "02 00 00 00"}}},
    {"unix-seqpacket", {{"domain", "AF_UNIX"}, {"type", "SOCK_SEQPACKET"}, {"number", "05 00 00 00"}}},
};

#define NEW "socket = Socket.new($domain, $type, 0); "

static const struct sockspec_row getsockopt_kind_rows[] = {
    /* The result is an int, as its bytes. */
    {"getsockopt-type", "getsockopt.int", ITSELF, NEW "socket.getsockopt(SOL_SOCKET, SO_TYPE)", RETURNS("hex('$number')")},
    {"getsockopt-error-none", "getsockopt.int", ITSELF, NEW "socket.getsockopt(SOL_SOCKET, SO_ERROR)", RETURNS("hex('00 00 00 00')")},
    {"getsockopt-int-length", "getsockopt.int", ITSELF, NEW "[length(socket.getsockopt(SOL_SOCKET, SO_RCVBUF)), length(socket.getsockopt(SOL_SOCKET, SO_SNDBUF)), length(socket.getsockopt(SOL_SOCKET, SO_RCVLOWAT))]", RETURNS("[4, 4, 4]")},
    /* Switches that are off and on. */
    {"getsockopt-off", "getsockopt.flag", ITSELF, NEW "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RETURNS("hex('00 00 00 00')")},
    {"getsockopt-on", "getsockopt.flag", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RETURNS("hex('01 00 00 00')")},
    {"getsockopt-off-again", "getsockopt.flag", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 0); socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RETURNS("hex('00 00 00 00')")},
    /* The result is a struct, as its bytes: a switch and seconds, or seconds and microseconds. */
    {"getsockopt-linger", "getsockopt.struct", ITSELF, NEW "socket.getsockopt(SOL_SOCKET, SO_LINGER)", RETURNS("hex('00 00 00 00 00 00 00 00')")},
    {"getsockopt-linger-set", "getsockopt.struct", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_LINGER, hex('01 00 00 00 05 00 00 00')); socket.getsockopt(SOL_SOCKET, SO_LINGER)", RETURNS("hex('01 00 00 00 05 00 00 00')")},
    {"getsockopt-timeout", "getsockopt.struct", ITSELF, NEW "socket.getsockopt(SOL_SOCKET, SO_RCVTIMEO)", RETURNS("'\\0' * 16")},
    {"getsockopt-timeout-set", "getsockopt.struct", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_RCVTIMEO, hex('07 00 00 00 00 00 00 00') + '\\0' * 8); socket.getsockopt(SOL_SOCKET, SO_RCVTIMEO)", RETURNS("hex('07 00 00 00 00 00 00 00') + '\\0' * 8")},
    /* Numbers that are not those of an option are an error. */
    {"getsockopt-unknown", "getsockopt.ENOPROTOOPT", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, 9999)", RAISES(Errno::ENOPROTOOPT, NULL)},
    {"getsockopt-negative", "getsockopt.ENOPROTOOPT", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, -1)", RAISES(Errno::ENOPROTOOPT, NULL)},
    {"getsockopt-zero", "getsockopt.ENOPROTOOPT", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, 0)", RAISES(Errno::ENOPROTOOPT, NULL)},
    /* Names that are not those of an option are an error: SocketError in today's Ruby, which
     * accepts names. */
    {"getsockopt-level-name", "getsockopt.unknown-name", "getsockopt-off", NEW "socket.getsockopt('SOL_NOPE', SO_REUSEADDR)", RAISES(SocketError, "unknown protocol level:")},
    {"getsockopt-level-lower", "getsockopt.unknown-name", "getsockopt-off", NEW "socket.getsockopt('sol_socket', SO_REUSEADDR)", RAISES(SocketError, "unknown protocol level:")},
    {"getsockopt-level-empty", "getsockopt.unknown-name", "getsockopt-off", NEW "socket.getsockopt('', SO_REUSEADDR)", RAISES(SocketError, "unknown protocol level:")},
    {"getsockopt-option-name", "getsockopt.unknown-name", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, 'SO_NOPE')", RAISES(SocketError, "unknown socket level option name:")},
    {"getsockopt-option-lower", "getsockopt.unknown-name", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, 'so_reuseaddr')", RAISES(SocketError, "unknown socket level option name:")},
    {"getsockopt-option-other-level", "getsockopt.unknown-name", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, 'TCP_NODELAY')", RAISES(SocketError, "unknown socket level option name:")},
    {"getsockopt-option-empty", "getsockopt.unknown-name", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, '')", RAISES(SocketError, "unknown socket level option name:")},
    /* In today's Ruby the message names the system call. */
    {"getsockopt-message-ENOPROTOOPT", "getsockopt.error.message", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, 9999)", RAISES(Errno::ENOPROTOOPT, "getsockopt(2)")},
    {"getsockopt-message-ENOTSOCK", "getsockopt.error.message", "getsockopt-off", NEW "replace_descriptor(socket); socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RAISES(Errno::ENOTSOCK, "getsockopt(2)")},
    /* The descriptor is closed, or refers to something other than a socket. */
    {"getsockopt-EBADF", "getsockopt.EBADF", "getsockopt-off", NEW "again = Socket.for_fd(socket.fileno); again.close; socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RAISES(Errno::EBADF, NULL)},
    {"getsockopt-ENOTSOCK", "getsockopt.ENOTSOCK", "getsockopt-off", NEW "replace_descriptor(socket); socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RAISES(Errno::ENOTSOCK, NULL)},
    {"getsockopt-closed", "getsockopt.closed", "getsockopt-off", NEW "socket.close; socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RAISES(IOError, "closed stream")},
    /* Types and numbers of arguments. */
    {"getsockopt-level-nil", "getsockopt.type", "getsockopt-off", NEW "socket.getsockopt(nil, SO_REUSEADDR)", RAISES(TypeError, NULL)},
    {"getsockopt-level-true", "getsockopt.type", "getsockopt-off", NEW "socket.getsockopt(true, SO_REUSEADDR)", RAISES(TypeError, NULL)},
    {"getsockopt-level-array", "getsockopt.type", "getsockopt-off", NEW "socket.getsockopt([SOL_SOCKET], SO_REUSEADDR)", RAISES(TypeError, NULL)},
    {"getsockopt-option-nil", "getsockopt.type", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, nil)", RAISES(TypeError, NULL)},
    {"getsockopt-option-true", "getsockopt.type", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, true)", RAISES(TypeError, NULL)},
    {"getsockopt-option-array", "getsockopt.type", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, [SO_REUSEADDR])", RAISES(TypeError, NULL)},
    {"getsockopt-level-wide", "getsockopt.range", "getsockopt-off", NEW "socket.getsockopt(0x100000001, SO_REUSEADDR)", RAISES(RangeError, NULL)},
    {"getsockopt-option-wide", "getsockopt.range", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, 0x100000002)", RAISES(RangeError, NULL)},
    {"getsockopt-none", "getsockopt.arity", "getsockopt-off", NEW "socket.getsockopt", RAISES(ArgumentError, NULL)},
    {"getsockopt-one", "getsockopt.arity", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET)", RAISES(ArgumentError, NULL)},
    {"getsockopt-three", "getsockopt.arity", "getsockopt-off", NEW "socket.getsockopt(SOL_SOCKET, SO_REUSEADDR, 4)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockopt_kind, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", kinds)})

/* clang-format off */
/* Options with their value on a new socket, and their names with and without the prefix. Ruby
 * 1.8.7 has no constants for IPPROTO_IPV6 (41) and IPV6_MULTICAST_HOPS (18). */
static const struct sockspec_variant options[] = {
    {"type", {{"as", "getsockopt.int"}, {"domain", "AF_UNIX"}, {"type", "SOCK_SEQPACKET"}, {"level", "SOL_SOCKET"}, {"level_name", "SOL_SOCKET"}, {"level_short", "SOCKET"}, {"option", "SO_TYPE"}, {"option_name", "SO_TYPE"}, {"option_short", "TYPE"}, {"value", "05 00 00 00"}}},
    {"keepalive", {{"as", "getsockopt.flag"}, {"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"level_name", "SOL_SOCKET"}, {"level_short", "SOCKET"}, {"option", "SO_KEEPALIVE"}, {"option_name", "SO_KEEPALIVE"}, {"option_short", "KEEPALIVE"}, {"value", "00 00 00 00"}}},
    {"linger", {{"as", "getsockopt.struct"}, {"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"level_name", "SOL_SOCKET"}, {"level_short", "SOCKET"}, {"option", "SO_LINGER"}, {"option_name", "SO_LINGER"}, {"option_short", "LINGER"}, {"value", "00 00 00 00 00 00 00 00"}}},
    {"nodelay", {{"as", "getsockopt.protocol-level"}, {"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "IPPROTO_TCP"}, {"level_name", "IPPROTO_TCP"}, {"level_short", "TCP"}, {"option", "TCP_NODELAY"}, {"option_name", "TCP_NODELAY"}, {"option_short", "NODELAY"}, {"value", "00 00 00 00"}}},
    {"maxseg", {{"as", "getsockopt.protocol-level"}, {"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "IPPROTO_TCP"}, {"level_name", "IPPROTO_TCP"}, {"level_short", "TCP"}, {"option", "TCP_MAXSEG"}, {"option_name", "TCP_MAXSEG"}, {"option_short", "MAXSEG"}, {"value", "18 02 00 00"}}},
    {"multicast-ttl", {{"as", "getsockopt.protocol-level"}, {"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "IPPROTO_IP"}, {"level_name", "IPPROTO_IP"}, {"level_short", "IP"}, {"option", "IP_MULTICAST_TTL"}, {"option_name", "IP_MULTICAST_TTL"}, {"option_short", "MULTICAST_TTL"}, {"value", "01 00 00 00"}}},
    {"tos", {{"as", "getsockopt.protocol-level"}, {"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "IPPROTO_IP"}, {"level_name", "IPPROTO_IP"}, {"level_short", "IP"}, {"option", "IP_TOS"}, {"option_name", "IP_TOS"}, {"option_short", "TOS"}, {"value", "00 00 00 00"}}},
    {"multicast-hops", {{"as", "getsockopt.protocol-level"}, {"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"level", "41"}, {"level_name", "IPPROTO_IPV6"}, {"level_short", "IPV6"}, {"option", "18"}, {"option_name", "IPV6_MULTICAST_HOPS"}, {"option_short", "MULTICAST_HOPS"}, {"value", "01 00 00 00"}}},
};

#define NAMED_ROW(behaviour) \
    {"getsockopt-named", behaviour, ITSELF, NEW "socket.getsockopt($at, $what)", RETURNS("hex('$value')")}
/* The level and the option can be numbers. */
static const struct sockspec_row getsockopt_number_form_rows[] = {NAMED_ROW("$as")};
/* In today's Ruby either can also be a name, with or without its prefix. */
static const struct sockspec_row getsockopt_option_name_rows[] = {NAMED_ROW("getsockopt.names")};
static const struct sockspec_row getsockopt_name_rows[] = {NAMED_ROW("getsockopt.names")};
/* clang-format on */
SOCKSPEC_TABLE(getsockopt_number_form, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("option", options), AXIS("level_form", level_number),
                        AXIS("option_form", option_number)})
SOCKSPEC_TABLE(getsockopt_option_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("option", options), AXIS("level_form", level_number),
                        AXIS("option_form", option_names)})
SOCKSPEC_TABLE(getsockopt_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("option", options), AXIS("level_form", level_names),
                        AXIS("option_form", option_forms)})

/* clang-format off */
static const struct sockspec_variant inet_families[] = {
    {"in4", {{"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}, {"elsewhere", "in4(9, '127.0.0.9')"}}},
    {"in6", {{"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}, {"elsewhere", "in6(9, '::1')"}}},
};

/* A port that the tester holds, so that no other socket listens there. */
#define NOBODY "nobody = Tester.socket($domain, SOCK_STREAM); nobody.bind($any); socket = Socket.new($domain, SOCK_STREAM, 0); "

static const struct sockspec_row getsockopt_inet_rows[] = {
    /* The options of a protocol are read at its level. */
    {"getsockopt-nodelay", "getsockopt.protocol-level", ITSELF, "socket = Socket.new($domain, SOCK_STREAM, 0); socket.getsockopt(IPPROTO_TCP, TCP_NODELAY)", RETURNS("hex('00 00 00 00')")},
    {"getsockopt-nodelay-set", "getsockopt.protocol-level", ITSELF, "socket = Socket.new($domain, SOCK_STREAM, 0); socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1); socket.getsockopt(IPPROTO_TCP, TCP_NODELAY)", RETURNS("hex('01 00 00 00')")},
    {"getsockopt-tcp-unknown", "getsockopt.ENOPROTOOPT", "getsockopt-nodelay", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.getsockopt(IPPROTO_TCP, 9999)", RAISES(Errno::ENOPROTOOPT, NULL)},
    {"getsockopt-tcp-name", "getsockopt.unknown-name", "getsockopt-nodelay", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.getsockopt(IPPROTO_TCP, 'TCP_NOPE')", RAISES(SocketError, NULL)},
    {"getsockopt-tcp-other-level", "getsockopt.unknown-name", "getsockopt-nodelay", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.getsockopt(IPPROTO_TCP, 'SO_TYPE')", RAISES(SocketError, NULL)},
    {"getsockopt-udp-other-level", "getsockopt.unknown-name", "getsockopt-nodelay", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.getsockopt(IPPROTO_UDP, 'NODELAY')", RAISES(SocketError, NULL)},
    {"getsockopt-listening", "getsockopt.int", ITSELF, "socket = Socket.new($domain, SOCK_STREAM, 0); before = socket.getsockopt(SOL_SOCKET, SO_ACCEPTCONN); socket.listen(1); [before, socket.getsockopt(SOL_SOCKET, SO_ACCEPTCONN)]", RETURNS("[hex('00 00 00 00'), hex('01 00 00 00')]")},
    /* SO_ERROR reports the outcome of a connection attempt in the background: ECONNREFUSED is
     * 111, and is reported once. */
    {"getsockopt-refused", "getsockopt.error", ITSELF, NOBODY "raised(Errno::EINPROGRESS, socket.connect_nonblock(nobody.sockaddr)); IO.select(nil, [socket]); socket.getsockopt(SOL_SOCKET, SO_ERROR)", RETURNS("hex('6f 00 00 00')")},
    {"getsockopt-refused-once", "getsockopt.error", ITSELF, NOBODY "raised(Errno::EINPROGRESS, socket.connect_nonblock(nobody.sockaddr)); IO.select(nil, [socket]); socket.getsockopt(SOL_SOCKET, SO_ERROR); socket.getsockopt(SOL_SOCKET, SO_ERROR)", RETURNS("hex('00 00 00 00')")},
    {"getsockopt-accepted", "getsockopt.error", ITSELF, NOBODY "nobody.listen(1); raised(Errno::EINPROGRESS, socket.connect_nonblock(nobody.sockaddr)); IO.select(nil, [socket]); socket.getsockopt(SOL_SOCKET, SO_ERROR)", RETURNS("hex('00 00 00 00')")},
    {"getsockopt-reset", "getsockopt.error", ITSELF, NOBODY "nobody.listen(1); socket.connect(nobody.sockaddr); peer = nobody.accept; peer.abort; IO.select([socket]); [socket.getsockopt(SOL_SOCKET, SO_ERROR), socket.getsockopt(SOL_SOCKET, SO_ERROR)]", RETURNS("[hex('68 00 00 00'), hex('00 00 00 00')]")},
    /* A datagram reached no receiver: the tester holds the port, but is connected to another
     * address. */
    {"getsockopt-datagram-refused", "getsockopt.error", ITSELF,
     "nobody = Tester.socket($domain, SOCK_DGRAM); nobody.bind($any); nobody.connect($elsewhere); socket = Socket.new($domain, SOCK_DGRAM, 0); socket.connect(nobody.sockaddr); socket.send('x', 0); IO.select([socket]); "
     "[socket.getsockopt(SOL_SOCKET, SO_ERROR), socket.getsockopt(SOL_SOCKET, SO_ERROR)]", RETURNS("[hex('6f 00 00 00'), hex('00 00 00 00')]")},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockopt_inet, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", inet_families)})

/* clang-format off */
static const struct sockspec_variant other_kinds[] = {
    {"tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}}},
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}}},
    {"unix-stream", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}}},
};

static const struct sockspec_row getsockopt_linux_rows[] = {
    /* For a level that a socket does not have, Linux has another errno here, except with IPv6. */
    {"getsockopt-level", "getsockopt.ENOPROTOOPT", "getsockopt-off", NEW "socket.getsockopt(12345, SO_REUSEADDR)", RAISES(Errno::EOPNOTSUPP, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockopt_linux, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux", .axes = {AXIS("kind", other_kinds)})

/* clang-format off */
/* A routing header of 17 addresses, which is 280 bytes long: IPV6_RTHDR (57) at level
 * IPPROTO_IPV6 (41), for which Ruby 1.8.7 has no constants. */
#define HEADER "header = hex('00 22 04 10 10 00 00 00') + '0123456789abcdef' * 17; "

static const struct sockspec_row getsockopt_long_rows[] = {
    /* The call returns at most 256 bytes. */
    {"getsockopt-cut", "getsockopt.cut", ITSELF, HEADER "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.setsockopt(41, 57, header); socket.getsockopt(41, 57)", RETURNS("header[0, 256]")},
};
/* clang-format on */
SOCKSPEC_TABLE(getsockopt_long, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING)
