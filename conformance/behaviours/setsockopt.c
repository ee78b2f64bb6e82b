/* socket.setsockopt(level, optname, optval) => 0 */
#include "conformance/behaviours/option_forms.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */
#define NEW "socket = Socket.new($domain, $type, 0); "

/* Switches: levels and options whose value is 0 or 1. Ruby 1.8.7 has no constants for
 * IPPROTO_IPV6 (41), IPV6_V6ONLY (26) and the other options of IPv6, so this file uses numbers
 * for them. */
static const struct sockspec_variant switches[] = {
    {"reuseaddr-tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_REUSEADDR"}}},
    {"reuseaddr-udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_REUSEADDR"}}},
    {"reuseaddr-unix", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_REUSEADDR"}}},
    {"reuseport-tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_REUSEPORT"}}},
    {"keepalive-tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_KEEPALIVE"}}},
    {"keepalive-tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_KEEPALIVE"}}},
    {"broadcast-udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_BROADCAST"}}},
    {"oobinline-tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_OOBINLINE"}}},
    {"dontroute-udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_DONTROUTE"}}},
    {"timestamp-udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_TIMESTAMP"}}},
    {"passcred-unix", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_PASSCRED"}}},
    {"nodelay-tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "IPPROTO_TCP"}, {"option", "TCP_NODELAY"}}},
    {"nodelay-tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"level", "IPPROTO_TCP"}, {"option", "TCP_NODELAY"}}},
    {"multicast-loop-udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "IPPROTO_IP"}, {"option", "IP_MULTICAST_LOOP"}}},
    {"v6only-tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"level", "41"}, {"option", "26"}}},
    {"v6only-udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"level", "41"}, {"option", "26"}}},
};

/* Every form of a value, the value that getsockopt then returns, and the opposite, which is set
 * first. */
static const struct sockspec_variant values[] = {
    {"true", {{"value", "true"}, {"read", "01 00 00 00"}, {"opposite", "0"}, {"of", "true"}}},
    {"false", {{"value", "false"}, {"read", "00 00 00 00"}, {"opposite", "1"}, {"of", "false"}}},
    {"1", {{"value", "1"}, {"read", "01 00 00 00"}, {"opposite", "0"}, {"of", "int"}}},
    {"0", {{"value", "0"}, {"read", "00 00 00 00"}, {"opposite", "1"}, {"of", "int"}}},
    {"bytes-1", {{"value", "hex('01 00 00 00')"}, {"read", "01 00 00 00"}, {"opposite", "0"}, {"of", "string-int"}}},
    {"bytes-0", {{"value", "hex('00 00 00 00')"}, {"read", "00 00 00 00"}, {"opposite", "1"}, {"of", "string-int"}}},
    {"more-bytes", {{"value", "hex('01 00 00 00 00 00 00 00')"}, {"read", "01 00 00 00"}, {"opposite", "0"}, {"of", "string-int"}}},
};

static const struct sockspec_row setsockopt_switch_rows[] = {
    {"setsockopt-switch", "setsockopt.$of", ITSELF, NEW "socket.setsockopt($level, $option, $opposite); answer = socket.setsockopt($level, $option, $value); [answer, socket.getsockopt($level, $option)]", RETURNS("[0, hex('$read')]")},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_switch, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("switch", switches), AXIS("value", values)})

/* clang-format off */
/* Nonzero values other than 1: an implementation that passes on only a part of the int would pass
 * on 0. */
static const struct sockspec_variant nonzero[] = {
    {"2", {{"value", "2"}}},
    {"256", {{"value", "256"}}},
    {"65536", {{"value", "65536"}}},
    {"16777216", {{"value", "16777216"}}},
    {"largest", {{"value", "2147483647"}}},
    {"minus-1", {{"value", "-1"}}},
    {"smallest", {{"value", "-2147483648"}}},
    {"bytes-2", {{"value", "hex('02 00 00 00')"}}},
    {"bytes-256", {{"value", "hex('00 01 00 00')"}}},
    {"bytes-smallest", {{"value", "hex('00 00 00 80')"}}},
};

static const struct sockspec_row setsockopt_nonzero_rows[] = {
    /* The system counts any nonzero value as on, and getsockopt then reads 1. */
    {"setsockopt-nonzero", "setsockopt.switch.nonzero", ITSELF, NEW "socket.setsockopt($level, $option, 0); answer = socket.setsockopt($level, $option, $value); [answer, socket.getsockopt($level, $option)]", RETURNS("[0, hex('01 00 00 00')]")},
    {"setsockopt-nonzero-off", "setsockopt.switch.nonzero", ITSELF, NEW "socket.setsockopt($level, $option, $value); answer = socket.setsockopt($level, $option, 0); [answer, socket.getsockopt($level, $option)]", RETURNS("[0, hex('00 00 00 00')]")},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_nonzero, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("switch", switches), AXIS("value", nonzero)})

/* clang-format off */
/* Options whose value is read as it was set, and the bytes of that value. */
static const struct sockspec_variant numbers[] = {
    {"ttl", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "IPPROTO_IP"}, {"option", "IP_TTL"}, {"value", "7"}, {"bytes", "07 00 00 00"}}},
    {"ttl-largest", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "IPPROTO_IP"}, {"option", "IP_TTL"}, {"value", "255"}, {"bytes", "ff 00 00 00"}}},
    {"tos", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "IPPROTO_IP"}, {"option", "IP_TOS"}, {"value", "16"}, {"bytes", "10 00 00 00"}}},
    {"multicast-ttl", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "IPPROTO_IP"}, {"option", "IP_MULTICAST_TTL"}, {"value", "9"}, {"bytes", "09 00 00 00"}}},
    {"unicast-hops", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"level", "41"}, {"option", "16"}, {"value", "7"}, {"bytes", "07 00 00 00"}}},
    {"multicast-hops", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"level", "41"}, {"option", "18"}, {"value", "9"}, {"bytes", "09 00 00 00"}}},
    {"priority", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_PRIORITY"}, {"value", "6"}, {"bytes", "06 00 00 00"}}},
    {"lowat", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"option", "SO_RCVLOWAT"}, {"value", "300"}, {"bytes", "2c 01 00 00"}}},
    {"maxseg", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "IPPROTO_TCP"}, {"option", "TCP_MAXSEG"}, {"value", "600"}, {"bytes", "58 02 00 00"}}},
};

static const struct sockspec_row setsockopt_number_rows[] = {
    {"setsockopt-number", "setsockopt.int", ITSELF, NEW "answer = socket.setsockopt($level, $option, $value); [answer, socket.getsockopt($level, $option)]", RETURNS("[0, hex('$bytes')]")},
    {"setsockopt-number-bytes", "setsockopt.string-int", ITSELF, NEW "answer = socket.setsockopt($level, $option, hex('$bytes')); [answer, socket.getsockopt($level, $option)]", RETURNS("[0, hex('$bytes')]")},
    {"setsockopt-number-back", "setsockopt.string-int", ITSELF, NEW "socket.setsockopt($level, $option, $value); other = Socket.new($domain, $type, 0); other.setsockopt($level, $option, socket.getsockopt($level, $option)); other.getsockopt($level, $option)", RETURNS("hex('$bytes')")},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_number, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("option", numbers)})

/* clang-format off */
static const struct sockspec_variant named[] = {
    {"reuseaddr", {{"as", "setsockopt.true"}, {"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"level_name", "SOL_SOCKET"}, {"level_short", "SOCKET"}, {"option", "SO_REUSEADDR"}, {"option_name", "SO_REUSEADDR"}, {"option_short", "REUSEADDR"}, {"value", "true"}, {"read", "01 00 00 00"}}},
    {"broadcast", {{"as", "setsockopt.int"}, {"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "SOL_SOCKET"}, {"level_name", "SOL_SOCKET"}, {"level_short", "SOCKET"}, {"option", "SO_BROADCAST"}, {"option_name", "SO_BROADCAST"}, {"option_short", "BROADCAST"}, {"value", "1"}, {"read", "01 00 00 00"}}},
    {"linger", {{"as", "setsockopt.string"}, {"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}, {"level", "SOL_SOCKET"}, {"level_name", "SOL_SOCKET"}, {"level_short", "SOCKET"}, {"option", "SO_LINGER"}, {"option_name", "SO_LINGER"}, {"option_short", "LINGER"}, {"value", "hex('01 00 00 00 07 00 00 00')"}, {"read", "01 00 00 00 07 00 00 00"}}},
    {"nodelay", {{"as", "setsockopt.protocol-level"}, {"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "IPPROTO_TCP"}, {"level_name", "IPPROTO_TCP"}, {"level_short", "TCP"}, {"option", "TCP_NODELAY"}, {"option_name", "TCP_NODELAY"}, {"option_short", "NODELAY"}, {"value", "true"}, {"read", "01 00 00 00"}}},
    {"ttl", {{"as", "setsockopt.protocol-level"}, {"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"level", "IPPROTO_IP"}, {"level_name", "IPPROTO_IP"}, {"level_short", "IP"}, {"option", "IP_TTL"}, {"option_name", "IP_TTL"}, {"option_short", "TTL"}, {"value", "9"}, {"read", "09 00 00 00"}}},
    {"v6only", {{"as", "setsockopt.true"}, {"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"level", "41"}, {"level_name", "IPPROTO_IPV6"}, {"level_short", "IPV6"}, {"option", "26"}, {"option_name", "IPV6_V6ONLY"}, {"option_short", "V6ONLY"}, {"value", "true"}, {"read", "01 00 00 00"}}},
};

#define NAMED_ROW(behaviour) \
    {"setsockopt-named", behaviour, ITSELF, NEW "answer = socket.setsockopt($at, $what, $value); [answer, socket.getsockopt($level, $option)]", RETURNS("[0, hex('$read')]")}
/* The level and the option can be numbers. */
static const struct sockspec_row setsockopt_number_form_rows[] = {NAMED_ROW("$as")};
/* In today's Ruby either can also be a name, with or without its prefix. */
static const struct sockspec_row setsockopt_option_name_rows[] = {NAMED_ROW("setsockopt.names")};
static const struct sockspec_row setsockopt_name_rows[] = {NAMED_ROW("setsockopt.names")};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_number_form, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("option", named), AXIS("level_form", level_number),
                        AXIS("option_form", option_number)})
SOCKSPEC_TABLE(setsockopt_option_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("option", named), AXIS("level_form", level_number),
                        AXIS("option_form", option_names)})
SOCKSPEC_TABLE(setsockopt_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("option", named), AXIS("level_form", level_names),
                        AXIS("option_form", option_forms)})

/* clang-format off */
static const struct sockspec_variant kinds[] = {
    {"tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}}},
    {"tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}}},
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}}},
    {"udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}}},
    {"unix-stream", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}}},
    {"unix-seqpacket", {{"domain", "AF_UNIX"}, {"type", "SOCK_SEQPACKET"}}},
};

static const struct sockspec_row setsockopt_rows[] = {
    {"setsockopt-result", "setsockopt.result", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", RETURNS("0")},
    /* Bytes are passed to the system unchanged, for example the switch and the seconds of
     * SO_LINGER. */
    {"setsockopt-linger", "setsockopt.string", ITSELF, NEW "answer = socket.setsockopt(SOL_SOCKET, SO_LINGER, hex('01 00 00 00 05 00 00 00')); [answer, socket.getsockopt(SOL_SOCKET, SO_LINGER)]", RETURNS("[0, hex('01 00 00 00 05 00 00 00')]")},
    {"setsockopt-linger-off", "setsockopt.string", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_LINGER, hex('01 00 00 00 05 00 00 00')); socket.setsockopt(SOL_SOCKET, SO_LINGER, hex('00 00 00 00 00 00 00 00')); socket.getsockopt(SOL_SOCKET, SO_LINGER)[0, 4]", RETURNS("hex('00 00 00 00')")},
    {"setsockopt-timeout", "setsockopt.string", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_SNDTIMEO, hex('09 00 00 00 00 00 00 00') + '\\0' * 8); socket.getsockopt(SOL_SOCKET, SO_SNDTIMEO)", RETURNS("hex('09 00 00 00 00 00 00 00') + '\\0' * 8")},
    {"setsockopt-separate", "setsockopt.int", ITSELF, NEW "other = Socket.new($domain, $type, 0); socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); other.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RETURNS("hex('00 00 00 00')")},
    /* The value has too few bytes for an int or a struct, or is not a valid time. */
    {"setsockopt-empty", "setsockopt.EINVAL", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, '')", RAISES(Errno::EINVAL, NULL)},
    {"setsockopt-one-byte", "setsockopt.EINVAL", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, hex('01'))", RAISES(Errno::EINVAL, NULL)},
    {"setsockopt-two-bytes", "setsockopt.EINVAL", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, hex('01 00'))", RAISES(Errno::EINVAL, NULL)},
    {"setsockopt-three-bytes", "setsockopt.EINVAL", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, hex('01 00 00'))", RAISES(Errno::EINVAL, NULL)},
    {"setsockopt-linger-int", "setsockopt.EINVAL", "setsockopt-linger", NEW "socket.setsockopt(SOL_SOCKET, SO_LINGER, 1)", RAISES(Errno::EINVAL, NULL)},
    {"setsockopt-linger-true", "setsockopt.EINVAL", "setsockopt-linger", NEW "socket.setsockopt(SOL_SOCKET, SO_LINGER, true)", RAISES(Errno::EINVAL, NULL)},
    {"setsockopt-linger-seven-bytes", "setsockopt.EINVAL", "setsockopt-linger", NEW "socket.setsockopt(SOL_SOCKET, SO_LINGER, hex('01 00 00 00 05 00 00'))", RAISES(Errno::EINVAL, NULL)},
    {"setsockopt-timeout-int", "setsockopt.EINVAL", "setsockopt-timeout", NEW "socket.setsockopt(SOL_SOCKET, SO_SNDTIMEO, 1)", RAISES(Errno::EINVAL, NULL)},
    /* The option does not exist or can only be read. */
    {"setsockopt-unknown", "setsockopt.ENOPROTOOPT", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, 9999, 1)", RAISES(Errno::ENOPROTOOPT, NULL)},
    {"setsockopt-negative", "setsockopt.ENOPROTOOPT", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, -1, 1)", RAISES(Errno::ENOPROTOOPT, NULL)},
    {"setsockopt-zero", "setsockopt.ENOPROTOOPT", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, 0, 1)", RAISES(Errno::ENOPROTOOPT, NULL)},
    {"setsockopt-type", "setsockopt.ENOPROTOOPT", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_TYPE, 1)", RAISES(Errno::ENOPROTOOPT, NULL)},
    {"setsockopt-error", "setsockopt.ENOPROTOOPT", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_ERROR, 1)", RAISES(Errno::ENOPROTOOPT, NULL)},
    {"setsockopt-acceptconn", "setsockopt.ENOPROTOOPT", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_ACCEPTCONN, 1)", RAISES(Errno::ENOPROTOOPT, NULL)},
    /* Names that are not those of an option are an error: SocketError in today's Ruby, which
     * accepts names. */
    {"setsockopt-level-name", "setsockopt.unknown-name", "setsockopt-result", NEW "socket.setsockopt('SOL_NOPE', SO_REUSEADDR, 1)", RAISES(SocketError, "unknown protocol level:")},
    {"setsockopt-level-lower", "setsockopt.unknown-name", "setsockopt-result", NEW "socket.setsockopt('socket', SO_REUSEADDR, 1)", RAISES(SocketError, "unknown protocol level:")},
    {"setsockopt-option-name", "setsockopt.unknown-name", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, 'SO_NOPE', 1)", RAISES(SocketError, "unknown socket level option name:")},
    {"setsockopt-option-lower", "setsockopt.unknown-name", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, 'reuseaddr', 1)", RAISES(SocketError, "unknown socket level option name:")},
    {"setsockopt-option-other-level", "setsockopt.unknown-name", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, 'TCP_NODELAY', 1)", RAISES(SocketError, "unknown socket level option name:")},
    /* In today's Ruby the message names the system call. */
    {"setsockopt-message-EINVAL", "setsockopt.error.message", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, '')", RAISES(Errno::EINVAL, "setsockopt(2)")},
    {"setsockopt-message-ENOPROTOOPT", "setsockopt.error.message", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, 9999, 1)", RAISES(Errno::ENOPROTOOPT, "setsockopt(2)")},
    /* The descriptor is closed, or refers to something other than a socket. */
    {"setsockopt-EBADF", "setsockopt.EBADF", "setsockopt-result", NEW "again = Socket.for_fd(socket.fileno); again.close; socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", RAISES(Errno::EBADF, NULL)},
    {"setsockopt-ENOTSOCK", "setsockopt.ENOTSOCK", "setsockopt-result", NEW "replace_descriptor(socket); socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", RAISES(Errno::ENOTSOCK, NULL)},
    {"setsockopt-closed", "setsockopt.closed", "setsockopt-result", NEW "socket.close; socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)", RAISES(IOError, "closed stream")},
    /* Types and numbers of arguments. */
    {"setsockopt-nil", "setsockopt.nil", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, nil)", RAISES(TypeError, NULL)},
    {"setsockopt-array", "setsockopt.type", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, [1])", RAISES(TypeError, NULL)},
    {"setsockopt-empty-array", "setsockopt.type", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, [])", RAISES(TypeError, NULL)},
    {"setsockopt-level-nil", "setsockopt.type", "setsockopt-result", NEW "socket.setsockopt(nil, SO_REUSEADDR, 1)", RAISES(TypeError, NULL)},
    {"setsockopt-level-true", "setsockopt.type", "setsockopt-result", NEW "socket.setsockopt(true, SO_REUSEADDR, 1)", RAISES(TypeError, NULL)},
    {"setsockopt-level-array", "setsockopt.type", "setsockopt-result", NEW "socket.setsockopt([SOL_SOCKET], SO_REUSEADDR, 1)", RAISES(TypeError, NULL)},
    {"setsockopt-option-nil", "setsockopt.type", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, nil, 1)", RAISES(TypeError, NULL)},
    {"setsockopt-option-array", "setsockopt.type", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, [SO_REUSEADDR], 1)", RAISES(TypeError, NULL)},
    {"setsockopt-wide", "setsockopt.range", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 0x100000001)", RAISES(RangeError, NULL)},
    {"setsockopt-wide-negative", "setsockopt.range", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, -2147483649)", RAISES(RangeError, NULL)},
    /* 2 to the power of 62 is not a Fixnum, and is accepted neither as a number nor as a String. */
    {"setsockopt-bignum", "setsockopt.bignum", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 4611686018427387904)", RAISES(TypeError, NULL)},
    {"setsockopt-bignum-negative", "setsockopt.bignum", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, -4611686018427387905)", RAISES(TypeError, NULL)},
    {"setsockopt-fixnum", "setsockopt.range", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 4611686018427387903)", RAISES(RangeError, NULL)},
    {"setsockopt-level-wide", "setsockopt.range", "setsockopt-result", NEW "socket.setsockopt(0x100000001, SO_REUSEADDR, 1)", RAISES(RangeError, NULL)},
    {"setsockopt-option-wide", "setsockopt.range", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, 0x100000002, 1)", RAISES(RangeError, NULL)},
    {"setsockopt-none", "setsockopt.arity", "setsockopt-result", NEW "socket.setsockopt", RAISES(ArgumentError, NULL)},
    {"setsockopt-two", "setsockopt.arity", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR)", RAISES(ArgumentError, NULL)},
    {"setsockopt-four", "setsockopt.arity", "setsockopt-result", NEW "socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1, 4)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", kinds)})

/* clang-format off */
static const struct sockspec_variant inet_families[] = {
    {"in4", {{"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}}},
    {"in6", {{"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}}},
};

#define PAIR "server = Socket.new($domain, SOCK_STREAM, 0); server.bind($any); server.listen(1); name = server.getsockname; "
/* A server was closed, but one of its connections still uses the address. */
#define HELD "server = Socket.new($domain, SOCK_STREAM, 0); server.setsockopt(SOL_SOCKET, SO_REUSEADDR, true); server.bind($any); server.listen(1); name = server.getsockname; " \
             "caller = Tester.connected(name, SOCK_STREAM); client, from = server.accept; server.close; again = Socket.new($domain, SOCK_STREAM, 0); "

static const struct sockspec_row setsockopt_effect_rows[] = {
    {"setsockopt-nodelay", "setsockopt.protocol-level", ITSELF, "socket = Socket.new($domain, SOCK_STREAM, 0); answer = socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1); [answer, socket.getsockopt(IPPROTO_TCP, TCP_NODELAY)]", RETURNS("[0, hex('01 00 00 00')]")},
    /* Today's Ruby also accepts a single argument, an object that has a level, an optname and
     * data. An Integer has none of these. */
    {"setsockopt-one", "setsockopt.arity", "setsockopt-nodelay", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.setsockopt(SOL_SOCKET)", RAISES_ONE("either(ArgumentError, NoMethodError)", NULL)},
    {"setsockopt-tcp-unknown", "setsockopt.ENOPROTOOPT", "setsockopt-nodelay", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.setsockopt(IPPROTO_TCP, 9999, 1)", RAISES(Errno::ENOPROTOOPT, NULL)},
    {"setsockopt-tcp-one-byte", "setsockopt.EINVAL", "setsockopt-nodelay", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, hex('01'))", RAISES(Errno::EINVAL, NULL)},
    {"setsockopt-udp-of-tcp", "setsockopt.ENOPROTOOPT", "setsockopt-nodelay", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)", RAISES(Errno::ENOPROTOOPT, NULL)},
    /* With SO_REUSEADDR an address that only connections use is free. */
    {"setsockopt-reuse", "setsockopt.effect.reuseaddr", ITSELF, HELD "again.setsockopt(SOL_SOCKET, SO_REUSEADDR, true); again.bind(name); [again.getsockname, again.listen(1)]", RETURNS("[name, 0]")},
    {"setsockopt-no-reuse", "setsockopt.effect.reuseaddr", "setsockopt-reuse", HELD "again.setsockopt(SOL_SOCKET, SO_REUSEADDR, false); again.bind(name)", RAISES(Errno::EADDRINUSE, "bind(2)")},
    /* SO_LINGER with a time of 0: closing resets the connection. */
    {"setsockopt-no-linger", "setsockopt.effect.linger", ITSELF, PAIR "socket = Socket.new($domain, SOCK_STREAM, 0); socket.connect(name); client, from = server.accept; client.setsockopt(SOL_SOCKET, SO_LINGER, hex('00 00 00 00 00 00 00 00')); client.close; socket.recv(1)", RETURNS("''")},
    {"setsockopt-linger-zero", "setsockopt.effect.linger", "setsockopt-no-linger", PAIR "socket = Socket.new($domain, SOCK_STREAM, 0); socket.connect(name); client, from = server.accept; client.setsockopt(SOL_SOCKET, SO_LINGER, hex('01 00 00 00 00 00 00 00')); client.close; socket.recv(1)", RAISES(Errno::ECONNRESET, "recvfrom(2)")},
    /* SO_OOBINLINE: urgent bytes are received in their place among the others. */
    {"setsockopt-oobinline", "setsockopt.effect.oobinline", ITSELF, PAIR "caller = Tester.connected(name, SOCK_STREAM); client, from = server.accept; client.setsockopt(SOL_SOCKET, SO_OOBINLINE, true); caller.send('ab', MSG_OOB); caller.send('c'); caller.close; client.read", RETURNS("'abc'")},
    {"setsockopt-not-oobinline", "setsockopt.effect.oobinline", ITSELF, PAIR "caller = Tester.connected(name, SOCK_STREAM); client, from = server.accept; client.setsockopt(SOL_SOCKET, SO_OOBINLINE, false); caller.send('ab', MSG_OOB); caller.send('c'); caller.close; client.read", RETURNS("'ac'")},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_effect, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", inet_families)})

/* clang-format off */
static const struct sockspec_row setsockopt_broadcast_rows[] = {
    /* The broadcast address of a network is available with SO_BROADCAST only. */
    {"setsockopt-broadcast", "setsockopt.effect.broadcast", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.setsockopt(SOL_SOCKET, SO_BROADCAST, true); socket.send('x', 0, in4(9, '192.0.2.255'))", RETURNS("1")},
    {"setsockopt-broadcast-one", "setsockopt.effect.broadcast", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.setsockopt(SOL_SOCKET, SO_BROADCAST, 1); socket.connect(in4(9, '192.0.2.255')); socket.send('x', 0)", RETURNS("1")},
    {"setsockopt-no-broadcast", "setsockopt.effect.broadcast", "setsockopt-broadcast", "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.setsockopt(SOL_SOCKET, SO_BROADCAST, false); socket.send('x', 0, in4(9, '192.0.2.255'))", RAISES(Errno::EACCES, NULL)},
    {"setsockopt-no-broadcast-more", "setsockopt.effect.broadcast", "setsockopt-broadcast", "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.setsockopt(SOL_SOCKET, SO_BROADCAST, true); socket.setsockopt(SOL_SOCKET, SO_BROADCAST, false); socket.send('x', 0, in4(9, '192.0.2.255'))", RAISES(Errno::EACCES, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_broadcast, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
/* The first field of SO_LINGER, an int that is a switch. */
static const struct sockspec_variant linger_switches[] = {
    {"2", {{"onoff", "02 00 00 00"}}},
    {"256", {{"onoff", "00 01 00 00"}}},
    {"65536", {{"onoff", "00 00 01 00"}}},
    {"minus-1", {{"onoff", "ff ff ff ff"}}},
    {"smallest", {{"onoff", "00 00 00 80"}}},
};

static const struct sockspec_row setsockopt_linger_rows[] = {
    {"setsockopt-linger-nonzero", "setsockopt.switch.nonzero", ITSELF, NEW "answer = socket.setsockopt(SOL_SOCKET, SO_LINGER, hex('$onoff 05 00 00 00')); [answer, socket.getsockopt(SOL_SOCKET, SO_LINGER)]", RETURNS("[0, hex('01 00 00 00 05 00 00 00')]")},
    {"setsockopt-linger-nonzero-off", "setsockopt.switch.nonzero", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_LINGER, hex('$onoff 05 00 00 00')); socket.setsockopt(SOL_SOCKET, SO_LINGER, hex('00 00 00 00 05 00 00 00')); socket.getsockopt(SOL_SOCKET, SO_LINGER)", RETURNS("hex('00 00 00 00 05 00 00 00')")},
    /* The seconds are an int. */
    {"setsockopt-linger-seconds", "setsockopt.string", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_LINGER, hex('$onoff 78 56 34 12')); socket.getsockopt(SOL_SOCKET, SO_LINGER)", RETURNS("hex('01 00 00 00 78 56 34 12')")},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_linger, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", kinds), AXIS("onoff", linger_switches)})

/* clang-format off */
static const struct sockspec_variant buffers[] = {
    {"rcvbuf", {{"option", "SO_RCVBUF"}}},
    {"sndbuf", {{"option", "SO_SNDBUF"}}},
};
/* Sizes that the system replaces by its smallest or largest one. */
static const struct sockspec_variant sizes[] = {
    {"0", {{"size", "0"}, {"bytes", "00 00 00 00"}}},
    {"1", {{"size", "1"}, {"bytes", "01 00 00 00"}}},
    {"255", {{"size", "255"}, {"bytes", "ff 00 00 00"}}},
    {"65537", {{"size", "65537"}, {"bytes", "01 00 01 00"}}},
    {"largest", {{"size", "2147483647"}, {"bytes", "ff ff ff 7f"}}},
    {"minus-1", {{"size", "-1"}, {"bytes", "ff ff ff ff"}}},
};

#define TESTERS "own = Tester.socket($domain, $type); own.setsockopt(SOL_SOCKET, $option, $size); kept = own.option(SOL_SOCKET, $option); "

static const struct sockspec_row setsockopt_buffer_rows[] = {
    /* What the system keeps of a size is up to the system. It keeps as much of the tester's. */
    {"setsockopt-size", "setsockopt.size", ITSELF, TESTERS NEW "answer = socket.setsockopt(SOL_SOCKET, $option, $size); [answer, socket.getsockopt(SOL_SOCKET, $option)]", RETURNS("[0, kept]")},
    {"setsockopt-size-bytes", "setsockopt.size", ITSELF, TESTERS NEW "answer = socket.setsockopt(SOL_SOCKET, $option, hex('$bytes')); [answer, socket.getsockopt(SOL_SOCKET, $option)]", RETURNS("[0, kept]")},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_buffer, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", kinds), AXIS("buffer", buffers), AXIS("size", sizes)})

/* clang-format off */
#define INCOMING_CPU(kind, domain, type) {"incoming-cpu-" kind, {{"domain", domain}, {"type", type}, {"level", "SOL_SOCKET"}, {"option", "49"}}}
#define PEEK_OFF(kind, domain, type) {"peek-off-" kind, {{"domain", domain}, {"type", type}, {"level", "SOL_SOCKET"}, {"option", "42"}}}

/* Options for which Linux stores any int as it is: SO_INCOMING_CPU (49), SO_PEEK_OFF (42) and
 * TCP_NOTSENT_LOWAT (25), for which Ruby 1.8.7 has no constants. */
static const struct sockspec_variant whole[] = {
    INCOMING_CPU("tcp4", "AF_INET", "SOCK_STREAM"),
    INCOMING_CPU("tcp6", "AF_INET6", "SOCK_STREAM"),
    INCOMING_CPU("udp4", "AF_INET", "SOCK_DGRAM"),
    INCOMING_CPU("udp6", "AF_INET6", "SOCK_DGRAM"),
    INCOMING_CPU("unix-stream", "AF_UNIX", "SOCK_STREAM"),
    INCOMING_CPU("unix-dgram", "AF_UNIX", "SOCK_DGRAM"),
    INCOMING_CPU("unix-seqpacket", "AF_UNIX", "SOCK_SEQPACKET"),
    PEEK_OFF("udp4", "AF_INET", "SOCK_DGRAM"),
    PEEK_OFF("udp6", "AF_INET6", "SOCK_DGRAM"),
    PEEK_OFF("unix-stream", "AF_UNIX", "SOCK_STREAM"),
    PEEK_OFF("unix-dgram", "AF_UNIX", "SOCK_DGRAM"),
    PEEK_OFF("unix-seqpacket", "AF_UNIX", "SOCK_SEQPACKET"),
    {"notsent-lowat-tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"level", "IPPROTO_TCP"}, {"option", "25"}}},
    {"notsent-lowat-tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"level", "IPPROTO_TCP"}, {"option", "25"}}},
};
static const struct sockspec_variant ints[] = {
    {"7", {{"value", "7"}, {"bytes", "07 00 00 00"}}},
    {"256", {{"value", "256"}, {"bytes", "00 01 00 00"}}},
    {"65536", {{"value", "65536"}, {"bytes", "00 00 01 00"}}},
    {"four-bytes", {{"value", "305419896"}, {"bytes", "78 56 34 12"}}},
    {"largest", {{"value", "2147483647"}, {"bytes", "ff ff ff 7f"}}},
    {"minus-1", {{"value", "-1"}, {"bytes", "ff ff ff ff"}}},
    {"minus-2", {{"value", "-2"}, {"bytes", "fe ff ff ff"}}},
    {"minus-256", {{"value", "-256"}, {"bytes", "00 ff ff ff"}}},
    {"smallest", {{"value", "-2147483648"}, {"bytes", "00 00 00 80"}}},
};

static const struct sockspec_row setsockopt_whole_rows[] = {
    {"setsockopt-whole", "setsockopt.int", ITSELF, NEW "answer = socket.setsockopt($level, $option, $value); [answer, socket.getsockopt($level, $option)]", RETURNS("[0, hex('$bytes')]")},
    {"setsockopt-whole-bytes", "setsockopt.string-int", ITSELF, NEW "answer = socket.setsockopt($level, $option, hex('$bytes')); [answer, socket.getsockopt($level, $option)]", RETURNS("[0, hex('$bytes')]")},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_whole, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux", .axes = {AXIS("option", whole), AXIS("value", ints)})

/* clang-format off */
static const struct sockspec_row setsockopt_linux_rows[] = {
    /* Linux doubles the size of a buffer, for its own use of it. */
    {"setsockopt-rcvbuf", "setsockopt.int", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_RCVBUF, 8192); socket.getsockopt(SOL_SOCKET, SO_RCVBUF)", RETURNS("hex('00 40 00 00')")},
    {"setsockopt-sndbuf", "setsockopt.int", ITSELF, NEW "socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); socket.getsockopt(SOL_SOCKET, SO_SNDBUF)", RETURNS("hex('00 40 00 00')")},
};
/* clang-format on */
SOCKSPEC_TABLE(setsockopt_linux, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux", .axes = {AXIS("kind", kinds)})
