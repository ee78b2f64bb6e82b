/* recvfrom, recv and their nonblocking variants on datagram sockets that were never bound. */
#include "conformance/behaviours/receiving.h"

#define READY SOCKSPEC_READY
#define BLOCKING "clear_nonblocking(socket); "
#define NEW "socket = Socket.new($domain, $type, 0); "
#define PEER "peer = Tester.socket($domain, $type); peer.bind($other); "
/* Connecting and sending give a UDP socket an address, but no name to an AF_UNIX socket. */
#define CONNECTED PEER NEW "socket.connect(peer.sockaddr); "
#define SENT PEER NEW "socket.send('question', 0, peer.sockaddr); question = peer.recvfrom(20); "

/* clang-format off */
static const struct sockspec_row recvfrom_unbound_waits_rows[] = {
    /* Nothing can arrive at a new socket. The call waits, and raises no error. */
    {"recvfrom-unbound-waits", "$method.blocks", ITSELF, NEW "settled(start socket.$method(10))", RETURNS("'waits'")},
    {"recvfrom-unbound-waits-blocking", "$method.blocks", ITSELF, NEW BLOCKING "settled(start socket.$method(10))", RETURNS("'waits'")},
    {"recvfrom-unbound-waits-peek", "$method.blocks", ITSELF, NEW "settled(start socket.$method(10, MSG_PEEK))", RETURNS("'waits'")},
    {"recvfrom-unbound-waits-maxlen-zero", "$method.blocks", ITSELF, NEW "settled(start socket.$method(0))", RETURNS("'waits'")},
    {"recvfrom-connected-waits", "$method.blocks", ITSELF, CONNECTED "settled(start socket.$method(10))", RETURNS("'waits'")},
    {"recvfrom-connected-waits-blocking", "$method.blocks", ITSELF, CONNECTED BLOCKING "settled(start socket.$method(10))", RETURNS("'waits'")},
    {"recvfrom-sent-waits", "$method.blocks", ITSELF, SENT "[question[0], settled(start socket.$method(10))]", RETURNS("['question', 'waits']")},
    {"recvfrom-sent-waits-blocking", "$method.blocks", ITSELF, SENT BLOCKING "[question[0], settled(start socket.$method(10))]", RETURNS("['question', 'waits']")},
    /* The socket can still be bound, and then receives. */
    {"recvfrom-unbound-then-bound", "$message", ITSELF, PEER NEW "raised(Errno::EAGAIN, socket.recv_nonblock(10)); " BLOCKING "socket.bind($any); to = socket.getsockname; call = start socket.$method(10); blocked(call); peer.send('letter', 0, to); finish(call)$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recvfrom_unbound_waits, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", datagram_kinds), AXIS("method", blocking_receivers)})

static const struct sockspec_row recvfrom_unbound_again_rows[] = {
    /* The methods that do not wait raise Errno::EAGAIN. */
    {"recvfrom-unbound-again", "$again", "recvfrom-unconnected-datagram", NEW "at_once(start socket.$method(10))", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-unbound-again-cleared", "$again", "recvfrom-unconnected-datagram", NEW BLOCKING "at_once(start socket.$method(10))", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-unbound-again-peek", "$again", "recvfrom-unconnected-datagram", NEW "at_once(start socket.$method(10, MSG_PEEK))", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-unbound-again-maxlen-zero", "$again", "recvfrom-unconnected-datagram", NEW "at_once(start socket.$method(0))", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-unbound-again-twice", "$again", "recvfrom-unconnected-datagram", NEW "raised(Errno::EAGAIN, socket.$method(10)); at_once(start socket.$method(10))", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-unbound-then", "$again", ITSELF, PEER NEW "raised(Errno::EAGAIN, socket.$method(10)); socket.bind($any); peer.send('letter', 0, socket.getsockname); " READY "socket.$method(10)$data", RETURNS("'letter'")},
    {"recvfrom-connected-again", "$again", "recvfrom-unconnected-datagram", CONNECTED "at_once(start socket.$method(10))", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-sent-again", "$again", "recvfrom-unconnected-datagram", SENT "at_once(start socket.$method(10))", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-unbound-select", "$again", ITSELF, NEW "raised(Errno::EAGAIN, socket.$method(10)); IO.select([socket], nil, nil, 0)", RETURNS("nil")},
};
SOCKSPEC_TABLE(recvfrom_unbound_again, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", datagram_kinds), AXIS("method", nonblocking_receivers)})

static const struct sockspec_row recvfrom_unbound_message_rows[] = {
    /* Connecting gives a UDP socket an address: it receives from its peer, and from nobody else. */
    {"recvfrom-connected-message", "$message", ITSELF, CONNECTED "peer.send('letter', 0, socket.getsockname); " READY "socket.$method(10)$data", RETURNS("'letter'")},
    {"recvfrom-connected-stranger", "$message", ITSELF, CONNECTED "third = Tester.socket($domain, $type); third.bind($other); third.send('stray', 0, socket.getsockname); peer.send('letter', 0, socket.getsockname); " READY "socket.$method(10)$data", RETURNS("'letter'")},
    /* So does sending: anybody can answer. */
    {"recvfrom-sent-message", "$message", ITSELF, SENT "peer.send('answer', 0, question[1]); " READY "[question[0], socket.$method(10)$data]", RETURNS("['question', 'answer']")},
    {"recvfrom-sent-stranger", "$message", ITSELF, SENT "third = Tester.socket($domain, $type); third.bind($other); third.send('letter', 0, question[1]); " READY "socket.$method(10)$data", RETURNS("'letter'")},
    {"recvfrom-connected-sent-message", "$message", ITSELF, CONNECTED "socket.send('question', 0); question = peer.recvfrom(20); peer.send('answer', 0, question[1]); " READY "[question[0], socket.$method(10)$data]", RETURNS("['question', 'answer']")},
    {"recvfrom-written-message", "$message", ITSELF, CONNECTED "socket.write('question'); question = peer.recvfrom(20); peer.send('answer', 0, question[1]); " READY "[question[0], socket.$method(10)$data]", RETURNS("['question', 'answer']")},
};
SOCKSPEC_TABLE(recvfrom_unbound_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", udp_kinds), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_unbound_arrives_rows[] = {
    /* A message that arrives during the call ends the wait. */
    {"recvfrom-connected-arrives", "$method.blocks", ITSELF, CONNECTED "to = socket.getsockname; call = start socket.$method(10); blocked(call); peer.send('letter', 0, to); finish(call)$data", RETURNS("'letter'")},
    {"recvfrom-sent-arrives", "$method.blocks", ITSELF, SENT "call = start socket.$method(10); blocked(call); peer.send('answer', 0, question[1]); finish(call)$data", RETURNS("'answer'")},
};
SOCKSPEC_TABLE(recvfrom_unbound_arrives, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", udp_kinds), AXIS("method", blocking_receivers)})

static const struct sockspec_row recvfrom_unbound_sender_rows[] = {
    {"recvfrom-connected-sender", "$sender", ITSELF, CONNECTED "peer.send('letter', 0, socket.getsockname); " READY "socket.$method(10)", RETURNS("['letter', peer.sockaddr]")},
    {"recvfrom-sent-sender", "$sender", ITSELF, SENT "peer.send('answer', 0, question[1]); " READY "socket.$method(10)", RETURNS("['answer', peer.sockaddr]")},
};
static const struct sockspec_variant sending_kinds[] = {
    {"udp4", {{"sender", "recvfrom.result.sender-ipv4"}, {"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"other", "in4(0, '127.0.0.2')"}}},
    {"udp6", {{"sender", "recvfrom.result.sender-ipv6"}, {"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"other", "in6(0, '::1')"}}},
};
SOCKSPEC_TABLE(recvfrom_unbound_sender, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", sending_kinds), AXIS("method", sender_receivers)})
/* clang-format on */
