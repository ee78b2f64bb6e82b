/* The kinds of sockets that receive, for the tables of recvfrom, recv and their nonblocking
 * variants.
 *
 * The words of a kind are: $kind, its name; $domain and $type; $any, a fresh address to bind to,
 * and $other a second one; $pair, `socket` of the implementation and the tester's `peer`, each
 * with a name, and connected to each other if the kind has connections. */
#ifndef SOCKSPEC_RECEIVING_H
#define SOCKSPEC_RECEIVING_H

#include "conformance/harness/rows/families.h"

/* clang-format off */
#define SOCKSPEC_RECEIVES(name, domain, type, any, other, pair) \
    {name, {{"kind", name}, {"domain", domain}, {"type", type}, {"any", any}, {"other", other}, {"pair", pair}}}
#define SOCKSPEC_IN4(name, type, pair) SOCKSPEC_RECEIVES(name, "AF_INET", type, "in4(0, '127.0.0.1')", "in4(0, '127.0.0.2')", pair)
#define SOCKSPEC_IN6(name, type, pair) SOCKSPEC_RECEIVES(name, "AF_INET6", type, "in6(0, '::1')", "in6(0, '::1')", pair)
#define SOCKSPEC_UN(name, type, pair) SOCKSPEC_RECEIVES(name, "AF_UNIX", type, "un(path('a'))", "un(path('b'))", pair)

#define SOCKSPEC_ACCEPTED "door = Tester.socket($domain, $type); door.bind($any); door.listen(5); socket = Socket.new($domain, $type, 0); socket.connect(door.sockaddr); peer = door.accept"
#define SOCKSPEC_BOUND "socket = Socket.new($domain, $type, 0); socket.bind($any); peer = Tester.socket($domain, $type); peer.bind($other); peer.connect(socket.getsockname)"

/* As SOCKSPEC_BOUND, but connected to each other. */
#define SOCKSPEC_CONNECTED SOCKSPEC_BOUND "; socket.connect(peer.sockaddr)"

#define SOCKSPEC_TCP4 SOCKSPEC_IN4("tcp4", "SOCK_STREAM", SOCKSPEC_ACCEPTED)
#define SOCKSPEC_TCP6 SOCKSPEC_IN6("tcp6", "SOCK_STREAM", SOCKSPEC_ACCEPTED)
#define SOCKSPEC_UDP4 SOCKSPEC_IN4("udp4", "SOCK_DGRAM", SOCKSPEC_BOUND)
#define SOCKSPEC_UDP6 SOCKSPEC_IN6("udp6", "SOCK_DGRAM", SOCKSPEC_BOUND)
#define SOCKSPEC_UNIX_STREAM SOCKSPEC_UN("unix-stream", "SOCK_STREAM", SOCKSPEC_ACCEPTED)
#define SOCKSPEC_UNIX_SEQPACKET SOCKSPEC_UN("unix-seqpacket", "SOCK_SEQPACKET", SOCKSPEC_ACCEPTED)
#define SOCKSPEC_UNIX_DGRAM SOCKSPEC_UN("unix-dgram", "SOCK_DGRAM", SOCKSPEC_BOUND)

SOCKSPEC_SHARED struct sockspec_variant tcp_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_TCP6};
SOCKSPEC_SHARED struct sockspec_variant udp_kinds[] = {SOCKSPEC_UDP4, SOCKSPEC_UDP6};
/* Kinds that do not preserve message boundaries, and kinds that do. */
SOCKSPEC_SHARED struct sockspec_variant byte_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_TCP6, SOCKSPEC_UNIX_STREAM};
SOCKSPEC_SHARED struct sockspec_variant message_kinds[] = {SOCKSPEC_UDP4, SOCKSPEC_UDP6, SOCKSPEC_UNIX_DGRAM, SOCKSPEC_UNIX_SEQPACKET};
/* Kinds with a connection, and kinds without one. */
SOCKSPEC_SHARED struct sockspec_variant connection_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_TCP6, SOCKSPEC_UNIX_STREAM, SOCKSPEC_UNIX_SEQPACKET};
SOCKSPEC_SHARED struct sockspec_variant datagram_kinds[] = {SOCKSPEC_UDP4, SOCKSPEC_UDP6, SOCKSPEC_UNIX_DGRAM};
SOCKSPEC_SHARED struct sockspec_variant all_kinds[] = {
    SOCKSPEC_TCP4, SOCKSPEC_TCP6, SOCKSPEC_UDP4, SOCKSPEC_UDP6, SOCKSPEC_UNIX_STREAM, SOCKSPEC_UNIX_SEQPACKET, SOCKSPEC_UNIX_DGRAM,
};
/* Every kind, with `socket` and `peer` connected to each other, and those that preserve message
 * boundaries. */
#define SOCKSPEC_LINKED_MESSAGES \
    SOCKSPEC_IN4("udp4", "SOCK_DGRAM", SOCKSPEC_CONNECTED), SOCKSPEC_IN6("udp6", "SOCK_DGRAM", SOCKSPEC_CONNECTED), SOCKSPEC_UN("unix-dgram", "SOCK_DGRAM", SOCKSPEC_CONNECTED), SOCKSPEC_UNIX_SEQPACKET
SOCKSPEC_SHARED struct sockspec_variant linked_message_kinds[] = {SOCKSPEC_LINKED_MESSAGES};
SOCKSPEC_SHARED struct sockspec_variant linked_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_TCP6, SOCKSPEC_UNIX_STREAM, SOCKSPEC_LINKED_MESSAGES};
SOCKSPEC_SHARED struct sockspec_variant unix_message_kinds[] = {SOCKSPEC_UN("unix-dgram", "SOCK_DGRAM", SOCKSPEC_CONNECTED), SOCKSPEC_UNIX_SEQPACKET};
SOCKSPEC_SHARED struct sockspec_variant seqpacket_kinds[] = {SOCKSPEC_UNIX_SEQPACKET};
SOCKSPEC_SHARED struct sockspec_variant udp6_kinds[] = {SOCKSPEC_IN6("udp6", "SOCK_DGRAM", SOCKSPEC_CONNECTED)};
SOCKSPEC_SHARED struct sockspec_variant some_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_UDP4, SOCKSPEC_UNIX_DGRAM};

/* $data selects the message from what the method returns. The other words are behaviours whose
 * names differ from method to method. */
#define SOCKSPEC_RECVFROM \
    {"recvfrom", {{"method", "recvfrom"}, {"large", "recvfrom.maxlen.large"}, {"zero_takes", "recvfrom.datagram.truncated"}, {"data", "[0]"}, {"message", "recvfrom.result.message"}, {"empty", "recvfrom.datagram.empty"}, \
                  {"again", "recvfrom.unix.EAGAIN"}, {"would_block", "recvfrom.unix.EWOULDBLOCK"}, {"not_connected", "recvfrom.unix.ENOTCONN"}, {"reset", "recvfrom.unix.ECONNRESET"}, \
                  {"any_error", "recvfrom.error.message"}, {"buffered", "recv for buffered IO"}}}
#define SOCKSPEC_RECVFROM_NONBLOCK \
    {"recvfrom_nonblock", {{"method", "recvfrom_nonblock"}, {"large", "recvfrom_nonblock.maxlen"}, {"zero_takes", "recvfrom_nonblock.datagram.truncated"}, {"data", "[0]"}, {"message", "recvfrom_nonblock.result"}, {"empty", "recvfrom_nonblock.empty-datagram"}, \
                           {"again", "recvfrom_nonblock.EAGAIN"}, {"would_block", "recvfrom_nonblock.exceptions"}, {"not_connected", "recvfrom_nonblock.exceptions"}, {"reset", "recvfrom_nonblock.exceptions"}, \
                           {"any_error", "recvfrom_nonblock.any-error"}, {"buffered", "recvfrom for buffered IO"}}}
#define SOCKSPEC_RECV \
    {"recv", {{"method", "recv"}, {"large", "recv.maxlen.large"}, {"zero_takes", "recv.maxlen.zero-datagram"}, {"data", ""}, {"message", "recv.binary"}, {"empty", "recv.datagram.empty"}, \
              {"again", "recv.nonblocking"}, {"would_block", "recv.nonblocking"}, {"not_connected", "recv.ENOTCONN"}, {"reset", "recv.ECONNRESET"}, \
              {"any_error", "recv.ECONNREFUSED"}, {"buffered", "recv for buffered IO"}}}
#define SOCKSPEC_RECV_NONBLOCK \
    {"recv_nonblock", {{"method", "recv_nonblock"}, {"large", "recv_nonblock.maxlen"}, {"zero_takes", "recv_nonblock.datagram.truncated"}, {"data", ""}, {"message", "recv_nonblock.message"}, {"empty", "recv_nonblock.empty-datagram"}, \
                       {"again", "recv_nonblock.EAGAIN"}, {"would_block", "recv_nonblock.EWOULDBLOCK"}, {"not_connected", "recv_nonblock.exceptions"}, {"reset", "recv_nonblock.exceptions"}, \
                       {"any_error", "recv_nonblock.exceptions"}, {"buffered", "recvfrom for buffered IO"}}}

SOCKSPEC_SHARED struct sockspec_variant receivers[] = {SOCKSPEC_RECVFROM, SOCKSPEC_RECVFROM_NONBLOCK, SOCKSPEC_RECV, SOCKSPEC_RECV_NONBLOCK};
SOCKSPEC_SHARED struct sockspec_variant blocking_receivers[] = {SOCKSPEC_RECVFROM, SOCKSPEC_RECV};
SOCKSPEC_SHARED struct sockspec_variant nonblocking_receivers[] = {SOCKSPEC_RECVFROM_NONBLOCK, SOCKSPEC_RECV_NONBLOCK};
/* For an error that the page does not list. Only for recvfrom_nonblock the page says that such
 * errors are raised. */
SOCKSPEC_SHARED struct sockspec_variant named_receivers[] = {SOCKSPEC_RECVFROM, SOCKSPEC_RECV, SOCKSPEC_RECV_NONBLOCK};
SOCKSPEC_SHARED struct sockspec_variant unnamed_receivers[] = {SOCKSPEC_RECVFROM_NONBLOCK};
/* The page lists the exceptions of the first two methods, without messages. For the other two
 * the page says nothing; both Rubies agree there, also on the messages. */
SOCKSPEC_SHARED struct sockspec_variant documented_receivers[] = {SOCKSPEC_RECVFROM, SOCKSPEC_RECVFROM_NONBLOCK};
SOCKSPEC_SHARED struct sockspec_variant classic_receivers[] = {SOCKSPEC_RECV, SOCKSPEC_RECV_NONBLOCK};
SOCKSPEC_SHARED struct sockspec_variant recvfrom_only[] = {SOCKSPEC_RECVFROM};
SOCKSPEC_SHARED struct sockspec_variant recv_only[] = {SOCKSPEC_RECV};
SOCKSPEC_SHARED struct sockspec_variant recv_nonblock_only[] = {SOCKSPEC_RECV_NONBLOCK};
SOCKSPEC_SHARED struct sockspec_variant sender_receivers[] = {SOCKSPEC_RECVFROM, SOCKSPEC_RECVFROM_NONBLOCK};
/* clang-format on */

/* The behaviour for an error: an entry of the page's list, or the method's own behaviour. */
#define SOCKSPEC_OF_PAGE(errno) "recvfrom.unix." errno
#define SOCKSPEC_OF_METHOD(errno) "$method.exceptions"

/* With a timeout set (which is not reached), a signal that stops the process ends a wait in the
 * kernel. */
#define SOCKSPEC_RECEIVE_TIMEOUT                                                                   \
    "$pair; clear_nonblocking(socket); socket.setsockopt(SOL_SOCKET, SO_RCVTIMEO, hex('3c 00 00 "  \
    "00 00 00 00 00 00 00 00 00 00 00 00 00')); "

/* Sizes of data, all of it checked by means of numbers(). The largest fits into a UDP packet over
 * IPv4, or into one over IPv6, or into an AF_UNIX message. A stream has no such limit; an answer of
 * the driver, which is a line of at most 1 MiB, has room for a million bytes. */
/* clang-format off */
#define SOCKSPEC_SIZE(size) {#size, {{"size", #size}}}
SOCKSPEC_SHARED struct sockspec_variant udp_sizes[] = {SOCKSPEC_SIZE(8193), SOCKSPEC_SIZE(20000), SOCKSPEC_SIZE(65507)};
SOCKSPEC_SHARED struct sockspec_variant udp6_sizes[] = {SOCKSPEC_SIZE(65527)};
SOCKSPEC_SHARED struct sockspec_variant unix_message_sizes[] = {SOCKSPEC_SIZE(65536), SOCKSPEC_SIZE(102400)};
SOCKSPEC_SHARED struct sockspec_variant stream_sizes[] = {SOCKSPEC_SIZE(20000), SOCKSPEC_SIZE(65536), SOCKSPEC_SIZE(102400), SOCKSPEC_SIZE(1000000), SOCKSPEC_SIZE(1048576)};
SOCKSPEC_SHARED struct sockspec_variant answered_sizes[] = {SOCKSPEC_SIZE(20000), SOCKSPEC_SIZE(65536), SOCKSPEC_SIZE(102400), SOCKSPEC_SIZE(1000000)};
SOCKSPEC_SHARED struct sockspec_variant available_sizes[] = {SOCKSPEC_SIZE(20000), SOCKSPEC_SIZE(65536), SOCKSPEC_SIZE(102400)};
/* clang-format on */

/* Waits until data, or the end, has arrived. */
#define SOCKSPEC_READY "IO.select([socket], nil, nil, 5); "

#endif
