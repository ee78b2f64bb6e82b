/* Data of more than 8 KiB, received by recvfrom, recv and their nonblocking variants. */
#include "conformance/behaviours/receiving.h"

#define PAIR "$pair; "
#define READY SOCKSPEC_READY

/* clang-format off */
/* A message is received whole. The next message is separate. */
#define MESSAGE_ROW(id) \
    {id, "$method.maxlen", ITSELF, PAIR "peer.send(numbers($size)); " READY "got = socket.$method($size)$data; peer.send('next'); " READY "[got, socket.$method(10)$data]", RETURNS("[numbers($size), 'next']")}
static const struct sockspec_row recvfrom_message_size_rows[] = {
    MESSAGE_ROW("recvfrom-message-size"),
    /* It can be peeked at whole. */
    {"recvfrom-message-size-peek", "$method.flags.peek", ITSELF, PAIR "peer.send(numbers($size)); " READY "[socket.$method(1000000, MSG_PEEK)$data, socket.$method($size)$data]", RETURNS("[numbers($size), numbers($size)]")},
    /* maxlen is less by one byte, which is lost. */
    {"recvfrom-message-size-cut", "$method.datagram.truncated", ITSELF, PAIR "bytes = numbers($size); part = bytes[1, $size]; peer.send(bytes); " READY "got = socket.$method(length(part))$data; peer.send('next'); " READY "[got + '.', socket.$method(10)$data]", RETURNS("[bytes[0, length(part)] + '.', 'next']")},
};
static const struct sockspec_row recvfrom_message_size_udp6_rows[] = {MESSAGE_ROW("recvfrom-message-longest")};
static const struct sockspec_row recvfrom_message_size_unix_rows[] = {MESSAGE_ROW("recvfrom-message-large")};
SOCKSPEC_TABLE(recvfrom_message_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", message_kinds), AXIS("size", udp_sizes), AXIS("method", receivers)})
SOCKSPEC_TABLE(recvfrom_message_size_udp6, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", udp6_kinds), AXIS("size", udp6_sizes), AXIS("method", receivers)})
SOCKSPEC_TABLE(recvfrom_message_size_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", unix_message_kinds), AXIS("size", unix_message_sizes), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_available_rows[] = {
    /* Everything is returned that is available in a stream. With SO_RCVLOWAT, a TCP socket is
     * readable once that many bytes are available. */
    {"recvfrom-available", "$method.maxlen", ITSELF, PAIR "socket.setsockopt(SOL_SOCKET, SO_RCVLOWAT, $size); peer.send(numbers($size)); " READY "socket.$method(1000000)$data", RETURNS("numbers($size)")},
    {"recvfrom-available-peek", "$method.flags.peek", ITSELF, PAIR "socket.setsockopt(SOL_SOCKET, SO_RCVLOWAT, $size); peer.send(numbers($size)); " READY "[socket.$method(1000000, MSG_PEEK)$data, socket.$method($size)$data]", RETURNS("[numbers($size), numbers($size)]")},
};
SOCKSPEC_TABLE(recvfrom_available, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", byte_kinds), AXIS("size", available_sizes), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_all_rows[] = {
    /* With MSG_WAITALL the call waits for all of it. */
    {"recvfrom-all", "$method.flags.waitall", ITSELF, PAIR "clear_nonblocking(socket); call = start socket.$method($size, MSG_WAITALL); peer.send(numbers($size)); peer.send('next'); [finish(call)$data, socket.$method(10)$data]", RETURNS("[numbers($size), 'next']")},
};
SOCKSPEC_TABLE(recvfrom_all, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", byte_kinds), AXIS("size", answered_sizes), AXIS("method", blocking_receivers)})
/* clang-format on */
