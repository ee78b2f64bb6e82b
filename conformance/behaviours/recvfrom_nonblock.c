/* socket.recvfrom_nonblock(maxlen, flags = 0) => [mesg, sender_sockaddr]: what it does in
 * addition to recvfrom.c, which covers all receiving methods. */
#include "conformance/behaviours/receiving.h"

#define PAIR "$pair; "
#define READY SOCKSPEC_READY
#define BLOCKING "clear_nonblocking(socket); "
#define AGAIN "call = start socket.$method(10); raised(Errno::EAGAIN, at_once(call)); "

/* clang-format off */

static const struct sockspec_row recvfrom_nonblock_flag_rows[] = {
    /* recvfrom_nonblock sets O_NONBLOCK, whatever the flag was before and whatever the outcome
     * of the call, and it stays set. (For recv_nonblock the page does not say so, and today's
     * Ruby leaves the flag alone.) */
    {"recvfrom-nonblock-sets", "recvfrom_nonblock.sets-nonblock", ITSELF, PAIR BLOCKING "peer.send('letter'); " READY "socket.$method(10); nonblocking(socket)", RETURNS("true")},
    {"recvfrom-nonblock-sets-failing", "recvfrom_nonblock.sets-nonblock", ITSELF, PAIR BLOCKING AGAIN "nonblocking(socket)", RETURNS("true")},
    {"recvfrom-nonblock-keeps", "recvfrom_nonblock.sets-nonblock", ITSELF, PAIR "set_nonblocking(socket); peer.send('letter'); " READY "socket.$method(10); nonblocking(socket)", RETURNS("true")},
    {"recvfrom-nonblock-stays", "recvfrom_nonblock.sets-nonblock", ITSELF, PAIR BLOCKING "peer.send('letter'); " READY "socket.$method(3); peer.send('next'); " READY "socket.recv(10); nonblocking(socket)", RETURNS("true")},
    {"recvfrom-nonblock-peek-sets", "recvfrom_nonblock.sets-nonblock", ITSELF, PAIR BLOCKING "peer.send('letter'); " READY "socket.$method(10, MSG_PEEK); nonblocking(socket)", RETURNS("true")},
};
SOCKSPEC_TABLE(recvfrom_nonblock_flag, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", unnamed_receivers)})

static const struct sockspec_row recvfrom_nonblock_rows[] = {
    /* If there is nothing to receive, the call does not wait. */
    {"recvfrom-nonblock-again", "$again", "recvfrom-data", PAIR "call = start socket.$method(10); at_once(call)", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-nonblock-again-cleared", "$again", "recvfrom-nonblock-not-again", PAIR BLOCKING "call = start socket.$method(10); at_once(call)", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-nonblock-not-again", "$again", ITSELF, PAIR BLOCKING "peer.send('letter'); " READY "call = start socket.$method(10); at_once(call)$data", RETURNS("'letter'")},
    {"recvfrom-nonblock-again-flags", "$again", "recvfrom-data", PAIR BLOCKING "call = start socket.$method(10, 0); at_once(call)", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-nonblock-again-peek", "$again", "recvfrom-peek", PAIR BLOCKING "call = start socket.$method(10, MSG_PEEK); at_once(call)", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-nonblock-again-dontwait", "$again", "recvfrom-dontwait-data", PAIR BLOCKING "call = start socket.$method(10, MSG_DONTWAIT); at_once(call)", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-nonblock-again-maxlen-zero", "$again", "recvfrom-maxlen-zero", PAIR BLOCKING "call = start socket.$method(0); at_once(call)", RAISES(Errno::EAGAIN, NULL)},
    /* The call does not wait either when everything has been received. */
    {"recvfrom-nonblock-again-after", "$again", "recvfrom-in-order", PAIR "peer.send('letter'); " READY "socket.$method(10); call = start socket.$method(10); at_once(call)", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-nonblock-again-twice", "$again", "recvfrom-data", PAIR AGAIN "call = start socket.$method(10); at_once(call)", RAISES(Errno::EAGAIN, NULL)},
    /* The error has two names. */
    {"recvfrom-nonblock-would-block", "$would_block", "recvfrom-data", PAIR BLOCKING "call = start socket.$method(10); at_once(call)", RAISES(Errno::EWOULDBLOCK, NULL)},
    /* The message names the system call. */
    {"recvfrom-nonblock-again-message", "$method.error.message", "recvfrom-nonblock-not-again", PAIR BLOCKING "call = start socket.$method(10); at_once(call)", RAISES(Errno::EAGAIN, "recvfrom(2)")},
    /* select reports when to try again. */
    {"recvfrom-nonblock-select", "$again", ITSELF, PAIR AGAIN "peer.send('letter'); [IO.select([socket], nil, nil, 5), socket.$method(10)$data]", RETURNS("[[[socket], [], []], 'letter']")},
    {"recvfrom-nonblock-select-nothing", "$again", ITSELF, PAIR AGAIN "IO.select([socket], nil, nil, 0)", RETURNS("nil")},
    {"recvfrom-nonblock-retry", "$again", ITSELF, PAIR "retrying(Errno::EAGAIN, socket.$method(10), (peer.send('letter'); IO.select([socket])))$data", RETURNS("'letter'")},
    /* The descriptor is not usable: setting O_NONBLOCK on it may fail, or the receiving system
     * call does. */
    {"recvfrom-nonblock-closed-behind", "$method.exceptions", "recvfrom-data", PAIR "peer.send('letter'); " READY "second = Socket.for_fd(socket.fileno); second.close; socket.$method(10, 0)", RAISES(Errno::EBADF, NULL)},
};
SOCKSPEC_TABLE(recvfrom_nonblock, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", nonblocking_receivers)})

static const struct sockspec_row recvfrom_nonblock_unset_rows[] = {
    /* The arguments are checked before O_NONBLOCK is set. */
    {"recvfrom-nonblock-type-unset", "$method.maxlen.type", ITSELF, PAIR BLOCKING "raised(TypeError, socket.$method(nil)); nonblocking(socket)", RETURNS("false")},
    {"recvfrom-nonblock-negative-unset", "$method.maxlen.negative", ITSELF, PAIR BLOCKING "raised(ArgumentError, socket.$method(-1)); nonblocking(socket)", RETURNS("false")},
    {"recvfrom-nonblock-arity-unset", "$method.arity", ITSELF, PAIR BLOCKING "raised(ArgumentError, socket.$method); nonblocking(socket)", RETURNS("false")},
};
SOCKSPEC_TABLE(recvfrom_nonblock_unset, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", some_kinds), AXIS("method", nonblocking_receivers)})

static const struct sockspec_row recvfrom_nonblock_tcp_rows[] = {
    /* Without urgent data or without a connection, the call raises the error of recvfrom at
     * once. */
    {"recvfrom-nonblock-urgent-none", "$method.exceptions", "recvfrom-urgent", PAIR BLOCKING "call = start socket.$method(1, MSG_OOB); at_once(call)", RAISES(Errno::EINVAL, NULL)},
    {"recvfrom-nonblock-unconnected", "$method.exceptions", "recvfrom-data", "socket = Socket.new($domain, $type, 0); " BLOCKING "call = start socket.$method(10); at_once(call)", RAISES(Errno::ENOTCONN, NULL)},
    /* At the end of the stream the call returns empty data and raises no error. */
    {"recvfrom-nonblock-end", "$method.eof", ITSELF, PAIR BLOCKING "peer.close; " READY "call = start socket.$method(10); at_once(call)$data", RETURNS("''")},
    /* The call returns the data that is available, even with MSG_WAITALL. */
    {"recvfrom-nonblock-some", "$method.maxlen", ITSELF, PAIR BLOCKING "peer.send('let'); " READY "call = start socket.$method(6, MSG_WAITALL); at_once(call)$data", RETURNS("'let'")},
};
SOCKSPEC_TABLE(recvfrom_nonblock_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", nonblocking_receivers)})

static const struct sockspec_row recvfrom_nonblock_tcp_flag_rows[] = {
    /* O_NONBLOCK is set even though the call fails. */
    {"recvfrom-nonblock-unconnected-sets", "recvfrom_nonblock.sets-nonblock", ITSELF, "socket = Socket.new($domain, $type, 0); " BLOCKING "raised(Errno::ENOTCONN, socket.$method(10)); nonblocking(socket)", RETURNS("true")},
};
SOCKSPEC_TABLE(recvfrom_nonblock_tcp_flag, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", unnamed_receivers)})

static const struct sockspec_row recvfrom_nonblock_silent_rows[] = {
    /* While the connection attempt is in progress, there is nothing to receive. */
    {"recvfrom-nonblock-connecting", "$again", "recvfrom-data-tcp4-$method", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); raised(Errno::EINPROGRESS, socket.connect_nonblock(in4(9, '192.0.2.99'))); socket.$method(10)", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-nonblock-connecting6", "$again", "recvfrom-data-tcp6-$method", "socket = Socket.new(AF_INET6, SOCK_STREAM, 0); raised(Errno::EINPROGRESS, socket.connect_nonblock(in6(9, '2001:db8:1::99'))); socket.$method(10)", RAISES(Errno::EAGAIN, NULL)},
};
SOCKSPEC_TABLE(recvfrom_nonblock_silent, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("method", nonblocking_receivers)})

static const struct sockspec_row recvfrom_nonblock_example_rows[] = {
    /* The document's example: at first nothing is available, select waits, and 20 bytes of the
     * longer line are received. */
    {"recvfrom-nonblock-example", "recvfrom_nonblock.example.cut-short", ITSELF,
     "exclusively('port-2200'); socket = Socket.new(AF_INET, SOCK_STREAM, 0); sockaddr = Socket.sockaddr_in(2200, 'localhost'); socket.bind(sockaddr); socket.listen(5); "
     "call = start socket.accept; "
     "other = Elsewhere::Socket.new(AF_INET, SOCK_STREAM, 0); other_sockaddr = Elsewhere::Socket.sockaddr_in(2200, 'localhost'); other.connect(other_sockaddr); "
     "client, client_sockaddr = finish(call); "
     "pair = retrying(Errno::EAGAIN, client.recvfrom_nonblock(20), "
     "(call = start IO.select([client]); blocked(call); other.puts('Watch this get cut short!'); other.close; finish(call))); "
     "data = pair[0]; socket.close; data",
     RETURNS("'Watch this get cut s'")},
};
SOCKSPEC_TABLE(recvfrom_nonblock_example, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */
