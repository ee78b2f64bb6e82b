/* The flags of recvfrom, recv and their nonblocking variants: combinations of flags, flags without
 * a meaning for receiving, and MSG_DONTWAIT. */
#include "conformance/behaviours/receiving.h"

#define PAIR "$pair; "
#define READY SOCKSPEC_READY
#define BLOCKING "clear_nonblocking(socket); "

/* clang-format off */

/* Combinations. */

static const struct sockspec_row recvfrom_combined_rows[] = {
    /* MSG_PEEK leaves the data in place, whatever other flags there are. */
    {"recvfrom-peek-and-dontwait", "$method.flags.combined", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(10, MSG_PEEK | MSG_DONTWAIT)$data, socket.$method(10)$data]", RETURNS("['letter', 'letter']")},
    {"recvfrom-peek-and-waitall", "$method.flags.combined", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(6, MSG_PEEK | MSG_WAITALL)$data, socket.$method(10)$data]", RETURNS("['letter', 'letter']")},
    {"recvfrom-peek-and-both", "$method.flags.combined", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(6, MSG_PEEK | MSG_WAITALL | MSG_DONTWAIT)$data, socket.$method(10)$data]", RETURNS("['letter', 'letter']")},
    {"recvfrom-peek-and-dontwait-part", "$method.flags.combined", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(3, MSG_PEEK | MSG_DONTWAIT)$data, socket.$method(10)$data]", RETURNS("['let', 'letter']")},
    {"recvfrom-peek-and-dontroute", "$method.flags.combined", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(10, MSG_PEEK | MSG_DONTROUTE)$data, socket.$method(10)$data]", RETURNS("['letter', 'letter']")},
    /* With MSG_DONTWAIT, MSG_WAITALL does not wait. */
    {"recvfrom-waitall-and-dontwait", "$method.flags.combined", ITSELF, PAIR BLOCKING "peer.send('letter'); " READY "at_once(start socket.$method(10, MSG_WAITALL | MSG_DONTWAIT))$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recvfrom_combined, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_combined_waits_rows[] = {
    /* With MSG_PEEK and MSG_WAITALL the call waits for maxlen bytes of a TCP stream, and leaves
     * them in place. */
    {"recvfrom-peek-and-waitall-waits", "$method.flags.combined", ITSELF, PAIR BLOCKING "call = start socket.$method(6, MSG_PEEK | MSG_WAITALL); peer.send('let'); blocked(call); peer.send('ter'); [finish(call)$data, socket.$method(10)$data]", RETURNS("['letter', 'letter']")},
};
SOCKSPEC_TABLE(recvfrom_combined_waits, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", blocking_receivers)})

static const struct sockspec_row recvfrom_combined_message_rows[] = {
    /* With MSG_TRUNC as well, the rest of a message is lost, unless there is MSG_PEEK. Bytes
     * beyond maxlen may follow the data. */
    {"recvfrom-trunc-and-peek", "$method.flags.combined", ITSELF, PAIR "peer.send('letter'); peer.send('next'); " READY "[socket.$method(4, MSG_TRUNC | MSG_PEEK)$data[0, 4], socket.$method(10)$data, (" READY "socket.$method(10)$data)]", RETURNS("['lett', 'letter', 'next']")},
    {"recvfrom-trunc-and-dontwait", "$method.flags.combined", ITSELF, PAIR "peer.send('letter'); peer.send('next'); " READY "[socket.$method(4, MSG_TRUNC | MSG_DONTWAIT)$data[0, 4], (" READY "socket.$method(10)$data)]", RETURNS("['lett', 'next']")},
    {"recvfrom-trunc-uncut", "$method.flags.passed", ITSELF, PAIR "peer.send('letter'); peer.send('next'); " READY "[socket.$method(10, MSG_TRUNC)$data, (" READY "socket.$method(4, MSG_TRUNC)$data)]", RETURNS("['letter', 'next']")},
    /* With MSG_PEEK, even a maxlen of 0 leaves the message in place. */
    {"recvfrom-peek-nothing", "$method.flags.peek", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(0, MSG_PEEK)$data, socket.$method(10)$data]", RETURNS("['', 'letter']")},
};
SOCKSPEC_TABLE(recvfrom_combined_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", message_kinds), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_combined_urgent_rows[] = {
    /* The urgent byte of a TCP stream. */
    {"recvfrom-urgent-and-dontwait", "$method.flags.combined", ITSELF, PAIR "peer.send('ab', MSG_OOB); IO.select(nil, nil, [socket], 5); [socket.$method(10, MSG_OOB | MSG_DONTWAIT)$data, socket.$method(10)$data]", RETURNS("['b', 'a']")},
    {"recvfrom-urgent-and-both", "$method.flags.combined", ITSELF, PAIR "peer.send('ab', MSG_OOB); IO.select(nil, nil, [socket], 5); [socket.$method(10, MSG_OOB | MSG_PEEK | MSG_DONTWAIT)$data, socket.$method(10, MSG_OOB)$data]", RETURNS("['b', 'b']")},
    {"recvfrom-urgent-and-waitall", "$method.flags.combined", ITSELF, PAIR "peer.send('ab', MSG_OOB); IO.select(nil, nil, [socket], 5); [socket.$method(1, MSG_OOB | MSG_WAITALL)$data, socket.$method(10)$data]", RETURNS("['b', 'a']")},
};
SOCKSPEC_TABLE(recvfrom_combined_urgent, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_combined_unsupported_rows[] = {
    /* AF_UNIX messages have no urgent data, also with other flags. */
    {"recvfrom-unsupported-and-peek", "$exceptions", "recvfrom-peek-and-dontwait", PAIR "peer.send('letter'); " READY "socket.$method(10, MSG_OOB | MSG_PEEK)", RAISES(Errno::EOPNOTSUPP, NULL)},
    {"recvfrom-unsupported-and-dontwait", "$exceptions", "recvfrom-peek-and-dontwait", PAIR "peer.send('letter'); " READY "socket.$method(10, MSG_OOB | MSG_DONTWAIT)", RAISES(Errno::EOPNOTSUPP, NULL)},
};
static const struct sockspec_variant unsupported_kinds[] = {SOCKSPEC_UNIX_SEQPACKET, SOCKSPEC_UNIX_DGRAM};
static const struct sockspec_variant unsupported_receivers[] = {
    {"recvfrom", {{"method", "recvfrom"}, {"exceptions", "recvfrom.unix.EOPNOTSUPP"}}},
    {"recvfrom_nonblock", {{"method", "recvfrom_nonblock"}, {"exceptions", "recvfrom_nonblock.exceptions"}}},
    {"recv", {{"method", "recv"}, {"exceptions", "recv.flags.unsupported"}}},
    {"recv_nonblock", {{"method", "recv_nonblock"}, {"exceptions", "recv_nonblock.exceptions"}}},
};
SOCKSPEC_TABLE(recvfrom_combined_unsupported, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", unsupported_kinds), AXIS("method", unsupported_receivers)})

/* Flags without a meaning for receiving. */

static const struct sockspec_variant idle_flags[] = {
    {"dontroute", {{"flags", "MSG_DONTROUTE"}}},
    {"ctrunc", {{"flags", "MSG_CTRUNC"}}},
    {"eor", {{"flags", "MSG_EOR"}}},
    {"all", {{"flags", "MSG_DONTROUTE | MSG_CTRUNC | MSG_EOR"}}},
};
static const struct sockspec_row recvfrom_idle_rows[] = {
    {"recvfrom-idle-flags", "$method.flags.passed", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(10, $flags)$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recvfrom_idle, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("flags", idle_flags), AXIS("kind", all_kinds), AXIS("method", receivers)})

/* MSG_ERRQUEUE is 0x2000. The option makes Linux queue errors together with the packets that caused
 * them; the flag makes the call return such a packet instead of raising the error. The socket at
 * the other port receives packets of another peer only. */
#define QUEUED "third = Tester.socket($domain, $type); third.bind($other); door = Tester.socket($domain, $type); door.bind($any); door.connect(third.sockaddr); socket = Socket.new($domain, $type, 0); socket.setsockopt($option, 1); socket.connect(door.sockaddr); socket.send('letter', 0); " READY
static const struct sockspec_variant queueing_kinds[] = {
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"option", "0, 11"}}},
    {"udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"option", "41, 25"}}},
};
static const struct sockspec_row recvfrom_errqueue_rows[] = {
    {"recvfrom-errqueue", "$method.flags.passed", ITSELF, QUEUED "socket.$method(10, 0x2000)$data", RETURNS("'letter'")},
    {"recvfrom-errqueue-cut", "$method.flags.passed", ITSELF, QUEUED "socket.$method(3, 0x2000)$data", RETURNS("'let'")},
    {"recvfrom-errqueue-and-dontwait", "$method.flags.combined", ITSELF, QUEUED "socket.$method(10, 0x2000 | MSG_DONTWAIT)$data", RETURNS("'letter'")},
};
static const struct sockspec_row recvfrom_errqueue_sender_rows[] = {
    /* The address is the one that the packet was sent to. */
    {"recvfrom-errqueue-address", "$method.flags.passed", ITSELF, QUEUED "socket.$method(10, 0x2000)", RETURNS("['letter', door.sockaddr]")},
};
SOCKSPEC_TABLE(recvfrom_errqueue, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", queueing_kinds), AXIS("method", receivers)})
SOCKSPEC_TABLE(recvfrom_errqueue_sender, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", queueing_kinds), AXIS("method", sender_receivers)})

/* MSG_DONTWAIT. */

/* The call may raise Errno::EAGAIN, or wait as in both Rubies. */
#define WITHOUT_DATA(flags) "call = start socket.$method(10, " flags "); first = rescue(Errno::EAGAIN, (settled(call); peer.send('letter'); finish(call)$data), (peer.send('letter'); " READY "socket.$method(10)$data)); "
static const struct sockspec_row recvfrom_dontwait_flag_rows[] = {
    /* O_NONBLOCK stays as it was, set or not, whether there is data or not. */
    {"recvfrom-dontwait-set", "$method.flags.dontwait", ITSELF, PAIR "set_nonblocking(socket); peer.send('letter'); " READY "socket.$method(10, MSG_DONTWAIT); nonblocking(socket)", RETURNS("true")},
    {"recvfrom-dontwait-unset-nothing", "$method.flags.dontwait", ITSELF, PAIR BLOCKING WITHOUT_DATA("MSG_DONTWAIT") "[first, nonblocking(socket)]", RETURNS("['letter', false]")},
    {"recvfrom-dontwait-set-nothing", "$method.flags.dontwait", ITSELF, PAIR "set_nonblocking(socket); " WITHOUT_DATA("MSG_DONTWAIT") "[first, nonblocking(socket)]", RETURNS("['letter', true]")},
    {"recvfrom-dontwait-unset-peek", "$method.flags.dontwait", ITSELF, PAIR BLOCKING "peer.send('letter'); " READY "socket.$method(10, MSG_DONTWAIT | MSG_PEEK); nonblocking(socket)", RETURNS("false")},
    {"recvfrom-dontwait-unset-waitall", "$method.flags.dontwait", ITSELF, PAIR BLOCKING "peer.send('letter'); " READY "socket.$method(10, MSG_DONTWAIT | MSG_WAITALL); nonblocking(socket)", RETURNS("false")},
    /* The flag counts for one call: the next call waits. */
    {"recvfrom-dontwait-once", "$method.flags.dontwait", ITSELF, PAIR BLOCKING WITHOUT_DATA("MSG_DONTWAIT") "call = start socket.$method(10); blocked(call); peer.send('next'); [first, finish(call)$data]", RETURNS("['letter', 'next']")},
    {"recvfrom-dontwait-peek-nothing", "$method.flags.dontwait", ITSELF, PAIR BLOCKING "call = start socket.$method(10, MSG_DONTWAIT | MSG_PEEK); settled(call)", RETURNS_OR_RAISES("'waits'", Errno::EAGAIN)},
};
SOCKSPEC_TABLE(recvfrom_dontwait_flag, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", blocking_receivers)})

static const struct sockspec_row recvfrom_nonblock_dontwait_rows[] = {
    /* The methods that never wait do not wait with other flags. O_NONBLOCK stays set if it was. */
    {"recvfrom-nonblock-dontwait-set", "$method.EAGAIN", ITSELF, PAIR "set_nonblocking(socket); raised(Errno::EAGAIN, at_once(start socket.$method(10, MSG_DONTWAIT))); nonblocking(socket)", RETURNS("true")},
    {"recvfrom-nonblock-dontwait-set-data", "$method.EAGAIN", ITSELF, PAIR "set_nonblocking(socket); peer.send('letter'); " READY "got = socket.$method(10, MSG_DONTWAIT)$data; [got, nonblocking(socket)]", RETURNS("['letter', true]")},
    {"recvfrom-nonblock-again-peek-dontwait", "$method.EAGAIN", "recvfrom-peek-and-dontwait", PAIR BLOCKING "at_once(start socket.$method(10, MSG_PEEK | MSG_DONTWAIT))", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-nonblock-waitall-data", "$method.maxlen", ITSELF, PAIR BLOCKING "peer.send('letter'); " READY "at_once(start socket.$method(10, MSG_WAITALL))$data", RETURNS("'letter'")},
    {"recvfrom-nonblock-again-waitall", "$method.EAGAIN", "recvfrom-nonblock-waitall-data", PAIR BLOCKING "at_once(start socket.$method(10, MSG_WAITALL))", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-nonblock-again-then", "$method.EAGAIN", ITSELF, PAIR BLOCKING "raised(Errno::EAGAIN, at_once(start socket.$method(10, MSG_PEEK | MSG_WAITALL))); peer.send('letter'); " READY "socket.$method(10)$data", RETURNS("'letter'")},
};
static const struct sockspec_row recvfrom_nonblock_trunc_rows[] = {
    {"recvfrom-nonblock-again-trunc", "$method.EAGAIN", "recvfrom-trunc-uncut", PAIR BLOCKING "at_once(start socket.$method(10, MSG_TRUNC))", RAISES(Errno::EAGAIN, NULL)},
};
SOCKSPEC_TABLE(recvfrom_nonblock_trunc, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", message_kinds), AXIS("method", nonblocking_receivers)})
SOCKSPEC_TABLE(recvfrom_nonblock_dontwait, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", nonblocking_receivers)})

/* Empty messages. */

static const struct sockspec_row recvfrom_empties_rows[] = {
    /* Empty messages among others: every message keeps its place and its boundaries. */
    {"recvfrom-empties", "$empty", ITSELF, PAIR "peer.send(''); peer.send('one'); peer.send(''); peer.send(''); peer.send('two'); " READY "a = socket.$method(10)$data; " READY "b = socket.$method(10)$data; " READY "c = socket.$method(10)$data; " READY "d = socket.$method(10)$data; " READY "[a, b, c, d, socket.$method(10)$data]", RETURNS("['', 'one', '', '', 'two']")},
    {"recvfrom-empties-peek", "$empty", ITSELF, PAIR "peer.send(''); peer.send('one'); " READY "a = socket.$method(10, MSG_PEEK)$data; b = socket.$method(10, MSG_PEEK)$data; c = socket.$method(10)$data; " READY "[a, b, c, socket.$method(10)$data]", RETURNS("['', '', '', 'one']")},
    {"recvfrom-empties-cut", "$empty", ITSELF, PAIR "peer.send('letter'); peer.send(''); peer.send('next'); " READY "a = socket.$method(3)$data; " READY "b = socket.$method(3)$data; " READY "[a, b, socket.$method(10)$data]", RETURNS("['let', '', 'next']")},
    {"recvfrom-empties-dontwait", "$empty", ITSELF, PAIR "peer.send(''); peer.send('one'); " READY "a = socket.$method(10, MSG_DONTWAIT)$data; " READY "[a, socket.$method(10, MSG_DONTWAIT)$data]", RETURNS("['', 'one']")},
    {"recvfrom-empties-waitall", "$empty", ITSELF, PAIR BLOCKING "peer.send(''); peer.send('one'); " READY "a = socket.$method(10, MSG_WAITALL)$data; " READY "[a, socket.$method(10, MSG_WAITALL)$data]", RETURNS("['', 'one']")},
    {"recvfrom-empties-zero", "$empty", ITSELF, PAIR "peer.send(''); peer.send('one'); peer.send('two'); " READY "a = socket.$method(0)$data; " READY "b = socket.$method(0)$data; " READY "[a, b, socket.$method(10)$data]", RETURNS("['', '', 'two']")},
};
SOCKSPEC_TABLE(recvfrom_empties, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", message_kinds), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_empties_end_rows[] = {
    /* On a connection, an empty message looks like the end, but data follows. */
    {"recvfrom-empties-end", "$empty", ITSELF, PAIR "peer.send('one'); peer.send(''); peer.send('two'); peer.close; " READY "[socket.$method(10)$data, socket.$method(10)$data, socket.$method(10)$data, socket.$method(10)$data]", RETURNS("['one', '', 'two', '']")},
};
SOCKSPEC_TABLE(recvfrom_empties_end, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", seqpacket_kinds), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_empties_wait_rows[] = {
    /* An empty message ends the wait on a connection, too. */
    {"recvfrom-empties-waits", "$empty", ITSELF, PAIR "call = start socket.$method(10); blocked(call); peer.send(''); got = finish(call)$data; call = start socket.$method(10); blocked(call); peer.send('one'); [got, finish(call)$data]", RETURNS("['', 'one']")},
};
SOCKSPEC_TABLE(recvfrom_empties_wait, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", message_kinds), AXIS("method", blocking_receivers)})

/* The second element for an empty message is the sender of that message. */
static const struct sockspec_row recvfrom_empties_sender_rows[] = {
    {"recvfrom-empties-senders", "$empty", ITSELF, PAIR "third = Tester.socket($domain, $type); third.bind($third); peer.send('one'); third.send('', 0, socket.getsockname); peer.send(''); third.send('two', 0, socket.getsockname); " READY "a = socket.$method(10); " READY "b = socket.$method(10); " READY "c = socket.$method(10); " READY "[a, b, c, socket.$method(10)]", RETURNS("[['one', peer.sockaddr], ['', third.sockaddr], ['', peer.sockaddr], ['two', third.sockaddr]]")},
};
static const struct sockspec_variant sending_kinds[] = {
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"third", "in4(0, '127.0.0.3')"}, {"pair", SOCKSPEC_BOUND}}},
    {"udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"third", "in6(0, '::1')"}, {"pair", SOCKSPEC_BOUND}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"third", "un(path('c'))"}, {"pair", SOCKSPEC_BOUND}}},
};
SOCKSPEC_TABLE(recvfrom_empties_sender, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", sending_kinds), AXIS("method", sender_receivers)})
/* clang-format on */
