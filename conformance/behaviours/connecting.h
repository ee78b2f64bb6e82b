/* The kinds of sockets that connect, for the tables of connect and connect_nonblock.
 *
 * The words of a kind are: $kind, its name; $domain and $type; $any, a fresh address to bind to,
 * and $other a second one; $address, the behaviour for such an address; $opened, which makes the
 * tester's bound `door` reachable; $answer, the tester's end of a connection to the door.
 *
 * $attempt connects `socket` to the address `to` with the method under test, calling it until
 * the outcome is known: over TCP a nonblocking attempt is in progress first. */
#ifndef SOCKSPEC_CONNECTING_H
#define SOCKSPEC_CONNECTING_H

#include "conformance/harness/rows/families.h"

/* clang-format off */
#define SOCKSPEC_IN4 {"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"address", "address-ipv4"}
#define SOCKSPEC_IN6 {"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"address", "address-ipv6"}
#define SOCKSPEC_UN {"domain", "AF_UNIX"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"address", "address-unix"}

#define SOCKSPEC_AT_ONCE {"nonblocking_attempt", "socket.connect_nonblock(to)"}
#define SOCKSPEC_BY_AND_BY {"nonblocking_attempt", "rescue(Errno::EINPROGRESS, socket.connect_nonblock(to), (IO.select(nil, [socket], nil, 5); rescue(Errno::EISCONN, socket.connect_nonblock(to), 0)))"}
#define SOCKSPEC_LISTENS {"opened", "door.listen(5)"}, {"answer", "door.accept"}
#define SOCKSPEC_STREAM {"type", "SOCK_STREAM"}, SOCKSPEC_LISTENS
#define SOCKSPEC_SEQPACKET {"type", "SOCK_SEQPACKET"}, SOCKSPEC_LISTENS
#define SOCKSPEC_DATAGRAM {"type", "SOCK_DGRAM"}, {"opened", ""}, {"answer", "door"}

#define SOCKSPEC_TCP4 {"tcp4", {{"kind", "tcp4"}, SOCKSPEC_IN4, SOCKSPEC_STREAM, SOCKSPEC_BY_AND_BY}}
#define SOCKSPEC_TCP6 {"tcp6", {{"kind", "tcp6"}, SOCKSPEC_IN6, SOCKSPEC_STREAM, SOCKSPEC_BY_AND_BY}}
#define SOCKSPEC_UDP4 {"udp4", {{"kind", "udp4"}, SOCKSPEC_IN4, SOCKSPEC_DATAGRAM, SOCKSPEC_AT_ONCE}}
#define SOCKSPEC_UDP6 {"udp6", {{"kind", "udp6"}, SOCKSPEC_IN6, SOCKSPEC_DATAGRAM, SOCKSPEC_AT_ONCE}}
#define SOCKSPEC_UNIX_STREAM {"unix-stream", {{"kind", "unix-stream"}, SOCKSPEC_UN, SOCKSPEC_STREAM, SOCKSPEC_AT_ONCE}}
#define SOCKSPEC_UNIX_SEQPACKET {"unix-seqpacket", {{"kind", "unix-seqpacket"}, SOCKSPEC_UN, SOCKSPEC_SEQPACKET, SOCKSPEC_AT_ONCE}}
#define SOCKSPEC_UNIX_DGRAM {"unix-dgram", {{"kind", "unix-dgram"}, SOCKSPEC_UN, SOCKSPEC_DATAGRAM, SOCKSPEC_AT_ONCE}}

SOCKSPEC_SHARED struct sockspec_variant tcp_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_TCP6};
SOCKSPEC_SHARED struct sockspec_variant udp_kinds[] = {SOCKSPEC_UDP4, SOCKSPEC_UDP6};
SOCKSPEC_SHARED struct sockspec_variant in4_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_UDP4};
SOCKSPEC_SHARED struct sockspec_variant in6_kinds[] = {SOCKSPEC_TCP6, SOCKSPEC_UDP6};
SOCKSPEC_SHARED struct sockspec_variant inet_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_TCP6, SOCKSPEC_UDP4, SOCKSPEC_UDP6};
SOCKSPEC_SHARED struct sockspec_variant unix_kinds[] = {SOCKSPEC_UNIX_STREAM, SOCKSPEC_UNIX_SEQPACKET, SOCKSPEC_UNIX_DGRAM};
SOCKSPEC_SHARED struct sockspec_variant unix_stream_kinds[] = {SOCKSPEC_UNIX_STREAM, SOCKSPEC_UNIX_SEQPACKET};
SOCKSPEC_SHARED struct sockspec_variant stream_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_TCP6, SOCKSPEC_UNIX_STREAM, SOCKSPEC_UNIX_SEQPACKET};
SOCKSPEC_SHARED struct sockspec_variant datagram_kinds[] = {SOCKSPEC_UDP4, SOCKSPEC_UDP6, SOCKSPEC_UNIX_DGRAM};
SOCKSPEC_SHARED struct sockspec_variant all_kinds[] = {
    SOCKSPEC_TCP4, SOCKSPEC_TCP6, SOCKSPEC_UDP4, SOCKSPEC_UDP6, SOCKSPEC_UNIX_STREAM, SOCKSPEC_UNIX_SEQPACKET, SOCKSPEC_UNIX_DGRAM,
};

SOCKSPEC_SHARED struct sockspec_variant attempts[] = {
    {"connect", {{"method", "connect"}, {"attempt", "socket.connect(to)"}}},
    {"connect_nonblock", {{"method", "connect_nonblock"}, {"attempt", "$nonblocking_attempt"}}},
};
/* clang-format on */

/* `socket` of the implementation, and the tester's `door`, which it may connect to at the
 * address `to`. */
#define SOCKSPEC_SOCKET "socket = Socket.new($domain, $type, 0); "
#define SOCKSPEC_BOUND_DOOR "door = Tester.socket($domain, $type); door.bind($any); "
#define SOCKSPEC_DOOR SOCKSPEC_BOUND_DOOR "$opened; " SOCKSPEC_SOCKET
#define SOCKSPEC_TO "to = door.sockaddr; "

#endif
