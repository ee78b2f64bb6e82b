/* IO.select(reads, writes = nil, errors = nil, timeout = nil) => [[...], [...], [...]] or nil */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
static const struct sockspec_row select_rows[] = {
    {"select-readable", "select.readable", ITSELF, "$pair; peer.send('x'); IO.select([socket])", RETURNS("[[socket], [], []]")},
    {"select-readable-stays", "select.readable", ITSELF, "$pair; peer.send('x'); IO.select([socket]); first = IO.select([socket]); socket.recv(20); [first, IO.select([socket], nil, nil, 0)]", RETURNS("[[[socket], [], []], nil]")},
    {"select-readable-timeout", "select.readable", ITSELF, "$pair; peer.send('x'); IO.select([socket]); IO.select([socket], nil, nil, 0)", RETURNS("[[socket], [], []]")},
    {"select-writable", "select.writable", ITSELF, "$pair; IO.select(nil, [socket])", RETURNS("[[], [socket], []]")},
    {"select-both", "select.only-ready", ITSELF, "$pair; peer.send('x'); IO.select([socket]); IO.select([socket], [socket], [socket])", RETURNS("[[socket], [socket], []]")},
    {"select-only-writable", "select.only-ready", ITSELF, "$pair; IO.select([socket], [socket], [socket])", RETURNS("[[], [socket], []]")},
    {"select-one-of-two", "select.only-ready", ITSELF, "$pair; other = Socket.new($domain, SOCK_DGRAM, 0); peer.send('x'); IO.select([other, socket])", RETURNS("[[socket], [], []]")},
    {"select-waits", "select.waits", ITSELF, "$pair; call = start IO.select([socket]); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket], [], []]")},
    {"select-waits-nil", "select.waits", ITSELF, "$pair; call = start IO.select([socket], nil, nil, nil); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket], [], []]")},
    {"select-waits-timeout", "select.waits", ITSELF, "$pair; call = start IO.select([socket], nil, nil, 600); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket], [], []]")},
    {"select-nothing", "select.timeout", ITSELF, "$pair; IO.select([socket], nil, nil, 0)", RETURNS("nil")},
    {"select-nothing-exceptional", "select.timeout", ITSELF, "$pair; IO.select(nil, nil, [socket], 0)", RETURNS("nil")},
    {"select-nil-reads", "select.nil-sets", ITSELF, "$pair; peer.send('x'); IO.select([socket]); IO.select(nil, nil, nil, 0)", RETURNS("nil")},
    {"select-empty-sets", "select.nil-sets", ITSELF, "$pair; peer.send('x'); IO.select([socket], [], [])", RETURNS("[[socket], [], []]")},
    {"select-empty-reads", "select.nil-sets", ITSELF, "$pair; IO.select([], [socket], [])", RETURNS("[[], [socket], []]")},
    {"select-negative", "select.timeout-negative", "select-nothing", "$pair; IO.select([socket], nil, nil, -1)", RAISES(ArgumentError, NULL)},
    {"select-timeout-text", "select.type", "select-nothing", "$pair; IO.select([socket], nil, nil, '0')", RAISES(TypeError, NULL)},
    {"select-timeout-true", "select.timeout-type", "select-nothing", "$pair; IO.select([socket], nil, nil, true)", RAISES(TypeError, NULL)},
    {"select-timeout-false", "select.timeout-type", "select-nothing", "$pair; IO.select([socket], nil, nil, false)", RAISES(TypeError, NULL)},
    {"select-timeout-array", "select.timeout-type", "select-nothing", "$pair; IO.select([socket], nil, nil, [0])", RAISES(TypeError, NULL)},
    {"select-timeout-socket", "select.timeout-type", "select-nothing", "$pair; IO.select([socket], nil, nil, socket)", RAISES(TypeError, NULL)},
    {"select-at-once", "select.timeout", ITSELF, "$pair; at_once(start IO.select([socket], nil, nil, 0))", RETURNS("nil")},
    /* The timeout can have a fraction, and can be arbitrarily large. */
    {"select-fraction", "select.timeout-fraction", ITSELF, "$pair; IO.select([socket], nil, nil, 0.001)", RETURNS("nil")},
    {"select-fraction-ready", "select.timeout-fraction", ITSELF, "$pair; peer.send('x'); IO.select([socket], nil, nil, 599.5)", RETURNS("[[socket], [], []]")},
    {"select-fraction-negative", "select.timeout-negative", "select-fraction", "$pair; IO.select([socket], nil, nil, -0.001)", RAISES(ArgumentError, NULL)},
    {"select-fraction-lasts", "select.timeout-fraction", ITSELF, "$pair; lasts(0.02, IO.select([socket], nil, nil, 0.02))", RETURNS("true")},
    {"select-waits-long", "select.timeout-long", ITSELF, "$pair; call = start IO.select([socket], nil, nil, 0x10000000000); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket], [], []]")},
    {"select-waits-longer", "select.timeout-long", ITSELF, "$pair; call = start IO.select([socket], nil, nil, 1000000000000000.5); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket], [], []]")},
    /* A signal does not end the wait. */
    {"select-paused", "select.interrupted", ITSELF, "$pair; call = start IO.select([socket]); blocked(call); paused(call); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket], [], []]")},
    {"select-paused-timeout", "select.interrupted", ITSELF, "$pair; call = start IO.select([socket], nil, nil, 600); blocked(call); paused(call); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket], [], []]")},
    /* The descriptor was closed without the object knowing it. */
    {"select-bad-descriptor", "select.EBADF", "select-nothing", "$pair; again = Socket.for_fd(socket.fileno); again.close; IO.select([socket], nil, nil, 0)", RAISES(Errno::EBADF, NULL)},
    {"select-bad-descriptor-writes", "select.EBADF", "select-writable", "$pair; again = Socket.for_fd(socket.fileno); again.close; IO.select(nil, [socket])", RAISES(Errno::EBADF, NULL)},
    {"select-bad-descriptor-errors", "select.EBADF", "select-nothing-exceptional", "$pair; again = Socket.for_fd(socket.fileno); again.close; IO.select(nil, nil, [socket], 0)", RAISES(Errno::EBADF, NULL)},
    {"select-none", "select.arity", "select-nothing", "IO.select", RAISES(ArgumentError, NULL)},
    {"select-five", "select.arity", "select-nothing", "$pair; IO.select([socket], nil, nil, 0, 0)", RAISES(ArgumentError, NULL)},
    /* One of the sets contains a closed socket. */
    {"select-closed", "select.closed", "select-readable", "$pair; peer.send('x'); socket.close; IO.select([socket])", RAISES(IOError, "closed stream")},
    {"select-closed-writes", "select.closed", "select-writable", "$pair; socket.close; IO.select(nil, [socket])", RAISES(IOError, "closed stream")},
    {"select-closed-errors", "select.closed", "select-nothing", "$pair; socket.close; IO.select(nil, nil, [socket], 0)", RAISES(IOError, "closed stream")},
    {"select-closed-other", "select.closed", "select-one-of-two", "$pair; other = Socket.new($domain, SOCK_DGRAM, 0); other.close; peer.send('x'); IO.select([other, socket])", RAISES(IOError, "closed stream")},
    {"select-closed-last", "select.closed", "select-one-of-two", "$pair; other = Socket.new($domain, SOCK_DGRAM, 0); other.close; peer.send('x'); IO.select([socket, other])", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(select, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds)})

/* clang-format off */
static const struct sockspec_row select_connection_rows[] = {
    /* A stream at its end is readable. */
    {"select-eof", "select.eof", ITSELF, "$pair; peer.close; IO.select([socket])", RETURNS("[[socket], [], []]")},
    {"select-eof-half", "select.eof", ITSELF, "$pair; peer.shutdown(SHUT_WR); IO.select([socket])", RETURNS("[[socket], [], []]")},
    {"select-eof-own", "select.eof", ITSELF, "$pair; socket.shutdown(SHUT_RD); IO.select([socket])", RETURNS("[[socket], [], []]")},
    {"select-eof-closed-read", "select.eof", ITSELF, "$pair; socket.close_read; IO.select([socket])", RETURNS("[[socket], [], []]")},
    {"select-eof-waits", "select.eof", ITSELF, "$pair; call = start IO.select([socket]); blocked(call); peer.close; finish(call)", RETURNS("[[socket], [], []]")},
    {"select-eof-stays", "select.eof", ITSELF, "$pair; peer.close; IO.select([socket]); [socket.recv(1), IO.select([socket])]", RETURNS("['', [[socket], [], []]]")},
    /* A listener with a waiting connection is readable. */
    {"select-listener", "select.listener", ITSELF, "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); caller = Tester.connected(server.getsockname, $type); IO.select([server])", RETURNS("[[server], [], []]")},
    {"select-listener-nobody", "select.listener", ITSELF, "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); IO.select([server], nil, nil, 0)", RETURNS("nil")},
    {"select-listener-waits", "select.listener", ITSELF, "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); name = server.getsockname; call = start IO.select([server]); blocked(call); caller = Tester.connected(name, $type); finish(call)", RETURNS("[[server], [], []]")},
    {"select-listener-accepts", "select.listener", ITSELF, "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); caller = Tester.connected(server.getsockname, $type); IO.select([server]); client, from = server.accept_nonblock; IO.select([server], nil, nil, 0)", RETURNS("nil")},
    {"select-listener-and-client", "select.only-ready", ITSELF,
     "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); caller = Tester.connected(server.getsockname, $type); client, from = server.accept; caller.send('x'); IO.select([server, client])", RETURNS("[[client], [], []]")},
    /* The result has the given objects in the given order. */
    {"select-order", "select.only-ready", ITSELF, "$pair; server = Socket.new(AF_INET, SOCK_DGRAM, 0); peer.send('x'); IO.select([socket]); [IO.select([server, socket], [socket, server]), IO.select([socket, server], [server, socket])]",
     RETURNS("[[[socket], [socket, server], []], [[socket], [server, socket], []]]")},
    {"select-shared", "select.only-ready", ITSELF, "$pair; again = Socket.for_fd(socket.fileno); peer.send('x'); IO.select([socket]); [IO.select([socket]), IO.select([again]), IO.select([again, socket])]",
     RETURNS("[[[socket], [], []], [[again], [], []], [[again, socket], [], []]]")},
    {"select-elsewhere", "select.readable", ITSELF, "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); there = Elsewhere::Socket.new($domain, $type, 0); there.connect(server.getsockname); client, from = server.accept; client.send('x', 0); Elsewhere::IO.select([there])",
     RETURNS("[[there], [], []]")},
};
/* clang-format on */
SOCKSPEC_TABLE(select_connection, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connection_kinds)})

/* clang-format off */
static const struct sockspec_row select_bytes_rows[] = {
    /* A socket with data in its read buffer is readable, even if the system has no data for it. */
    {"select-buffered", "select.buffered", ITSELF, "$pair; peer.send('one\\ntwo\\n'); IO.select([socket]); socket.readline; IO.select([socket], nil, nil, 0)", RETURNS("[[socket], [], []]")},
    {"select-buffered-waits-not", "select.buffered", ITSELF, "$pair; peer.send('one\\ntwo\\n'); socket.readline; at_once(start IO.select([socket]))", RETURNS("[[socket], [], []]")},
    {"select-buffered-read", "select.buffered", ITSELF, "$pair; peer.send('one\\ntwo\\n'); socket.readline; socket.readline; IO.select([socket], nil, nil, 0)", RETURNS("nil")},
    {"select-buffered-two", "select.buffered", ITSELF,
     "$pair; caller = Tester.socket(AF_INET, SOCK_STREAM); server = Socket.new(AF_INET, SOCK_STREAM, 0); server.bind(in4(0, '127.0.0.1')); server.listen(1); caller.connect(server.getsockname); client, from = server.accept; "
     "peer.send('one\\ntwo\\n'); caller.send('one\\ntwo\\n'); socket.readline; client.readline; IO.select([socket, client], nil, nil, 0)", RETURNS("[[socket, client], [], []]")},
    {"select-buffered-first", "select.buffered", ITSELF, "$pair; other = Socket.new(AF_INET, SOCK_DGRAM, 0); peer.send('one\\ntwo\\n'); socket.readline; at_once(start IO.select([socket, other]))", RETURNS("[[socket], [], []]")},
    /* Data in the read buffer is not an exceptional condition. */
    {"select-buffered-exceptional", "select.exceptional", ITSELF, "$pair; peer.send('one\\ntwo\\n'); socket.readline; IO.select(nil, nil, [socket], 0)", RETURNS("nil")},
    {"select-buffered-with-other", "select.buffered", ITSELF, "$pair; other = Socket.new(AF_INET, SOCK_DGRAM, 0); peer.send('one\\ntwo\\n'); socket.readline; IO.select([other, socket], nil, nil, 0)", RETURNS("[[socket], [], []]")},
};
static const struct sockspec_variant narrow_kinds[] = {SOCKSPEC_UNIX_STREAM};
static const struct sockspec_row select_full_rows[] = {
    /* A connection whose send buffer is full is not writable, even if it is readable. */
    {"select-full", "select.writable", ITSELF, "$pair; socket.send('0123456789' * 100000, MSG_DONTWAIT); peer.send('x'); IO.select([socket]); IO.select(nil, [socket], nil, 0)", RETURNS("nil")},
    {"select-full-waits", "select.writable", ITSELF, "$pair; sent = socket.send('0123456789' * 100000, MSG_DONTWAIT); peer.send('x'); IO.select([socket]); call = start IO.select(nil, [socket]); blocked(call); peer.recv(sent, MSG_WAITALL); finish(call)", RETURNS("[[], [socket], []]")},
};
SOCKSPEC_TABLE(select_full, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", narrow_kinds)})
/* clang-format on */
SOCKSPEC_TABLE(select_bytes, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds)})

/* clang-format off */
static const struct sockspec_row select_tcp_rows[] = {
    /* Urgent data is an exceptional condition. */
    {"select-exceptional", "select.exceptional", ITSELF, "$pair; peer.send('!', MSG_OOB); IO.select(nil, nil, [socket])", RETURNS("[[], [], [socket]]")},
    {"select-exceptional-waits", "select.exceptional", ITSELF, "$pair; call = start IO.select(nil, nil, [socket]); blocked(call); peer.send('!', MSG_OOB); finish(call)", RETURNS("[[], [], [socket]]")},
    {"select-exceptional-read", "select.exceptional", ITSELF, "$pair; peer.send('!', MSG_OOB); IO.select(nil, nil, [socket]); socket.recv(1, MSG_OOB); IO.select(nil, nil, [socket], 0)", RETURNS("nil")},
    {"select-not-exceptional", "select.exceptional", ITSELF, "$pair; peer.send('x'); IO.select([socket]); IO.select(nil, nil, [socket], 0)", RETURNS("nil")},
    /* Neither data nor the end is an exceptional condition, and a socket that was never
     * connected has none. */
    {"select-exceptional-data", "select.exceptional", ITSELF, "$pair; peer.send('x'); IO.select([socket]); call = start IO.select(nil, nil, [socket]); blocked(call); peer.send('!', MSG_OOB); finish(call)", RETURNS("[[], [], [socket]]")},
    {"select-exceptional-reset", "select.exceptional", ITSELF, "$pair; peer.abort; IO.select([socket]); IO.select(nil, nil, [socket], 0)", RETURNS("nil")},
    {"select-exceptional-ended", "select.exceptional", ITSELF, "$pair; other = Socket.new($domain, $type, 0); call = start IO.select(nil, nil, [other, socket]); blocked(call); peer.send('!', MSG_OOB); finish(call)", RETURNS("[[], [], [socket]]")},
    {"select-exceptional-ended-last", "select.exceptional", ITSELF, "$pair; other = Socket.new($domain, $type, 0); call = start IO.select(nil, nil, [socket, other]); blocked(call); peer.send('!', MSG_OOB); finish(call)", RETURNS("[[], [], [socket]]")},
    {"select-exceptional-ended-lasts", "select.timeout", ITSELF, "$pair; peer.abort; IO.select([socket]); lasts(0.02, IO.select(nil, nil, [socket], 0.02))", RETURNS("true")},
    /* Once a connection attempt in the background has succeeded or was refused, the socket is
     * writable. */
    {"select-connected", "select.writable", ITSELF, "door = Tester.socket($domain, $type); door.bind($any); door.listen(1); socket = Socket.new($domain, $type, 0); raised(Errno::EINPROGRESS, socket.connect_nonblock(door.sockaddr)); IO.select(nil, [socket])", RETURNS("[[], [socket], []]")},
    {"select-refused", "select.writable", ITSELF, "door = Tester.socket($domain, $type); door.bind($any); socket = Socket.new($domain, $type, 0); raised(Errno::EINPROGRESS, socket.connect_nonblock(door.sockaddr)); ready = IO.select(nil, [socket]); [ready, socket.getsockopt(SOL_SOCKET, SO_ERROR)]", RETURNS("[[[], [socket], []], hex('6f 00 00 00')]")},
    {"select-reset", "select.readable", ITSELF, "$pair; peer.abort; IO.select([socket])", RETURNS("[[socket], [], []]")},
};
/* clang-format on */
SOCKSPEC_TABLE(select_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", tcp_kinds)})

/* clang-format off */
static const struct sockspec_row select_world_rows[] = {
    /* While a connection attempt is in progress, the socket is not writable. */
    {"select-connecting", "select.writable", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); raised(Errno::EINPROGRESS, socket.connect_nonblock(in4(9, '192.0.2.99'))); IO.select(nil, [socket], nil, 0)", RETURNS("nil")},
};
/* clang-format on */
SOCKSPEC_TABLE(select_world, .provoked = SOCKSPEC_KERNEL)
