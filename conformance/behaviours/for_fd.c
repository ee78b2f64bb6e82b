/* BasicSocket.for_fd(fd) => socket */
#include "conformance/behaviours/receiving.h"
#include "conformance/harness/rows/families.h"

/* clang-format off */
static const struct sockspec_variant classes[] = {
    {"Socket", {{"class", "Socket"}}},
    {"BasicSocket", {{"class", "BasicSocket"}}},
};

static const struct sockspec_row for_fd_rows[] = {
    /* Both objects represent the same connection. */
    {"for-fd-sends", "for_fd.shares", ITSELF, "$connected; again = $class.for_fd(socket.fileno); socket.send('one', 0); first = peer.recv(20); again.send('two', 0); [first, peer.recv(20)]", RETURNS("['one', 'two']")},
    {"for-fd-receives", "for_fd.shares", ITSELF, "$connected; again = $class.for_fd(socket.fileno); peer.send('one'); first = socket.recv(20); peer.send('two'); [first, again.recv(20)]", RETURNS("['one', 'two']")},
    {"for-fd-takes", "for_fd.shares", ITSELF, "$connected; again = $class.for_fd(socket.fileno); peer.send('one'); again.recv(20); rescue(Errno::EAGAIN, socket.recv_nonblock(20), 'nothing')", RETURNS("'nothing'")},
    {"for-fd-number", "for_fd.shares", ITSELF, "$connected; fd = socket.fileno; again = $class.for_fd(fd); again.fileno", RETURNS("fd")},
    {"for-fd-option", "for_fd.shares", ITSELF, "$connected; again = $class.for_fd(socket.fileno); again.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); socket.getsockopt(SOL_SOCKET, SO_REUSEADDR)", RETURNS("hex('01 00 00 00')")},
    {"for-fd-three", "for_fd.shares", ITSELF, "$connected; again = $class.for_fd(socket.fileno); third = $class.for_fd(again.fileno); third.send('three', 0); peer.recv(20)", RETURNS("'three'")},
    {"for-fd-writes", "for_fd.shares", ITSELF, "$connected; again = $class.for_fd(socket.fileno); again.write('line\\n'); peer.recv(20)", RETURNS("'line\\n'")},
    {"for-fd-reads", "for_fd.shares", ITSELF, "$connected; again = $class.for_fd(socket.fileno); peer.send('line\\nrest'); peer.close; [again.readline, again.read]", RETURNS("['line\\n', 'rest']")},
    {"for-fd-shutdown", "for_fd.shares", ITSELF, "$connected; again = $class.for_fd(socket.fileno); again.shutdown(SHUT_WR); [peer.recv(20), socket.closed?]", RETURNS("['', false]")},
    {"for-fd-peer", "for_fd.connected", ITSELF, "$connected; again = $class.for_fd(socket.fileno); again.getpeername", RETURNS("door.sockaddr")},
    {"for-fd-name", "for_fd.connected", ITSELF, "$connected; again = $class.for_fd(socket.fileno); again.getsockname", RETURNS("peer.peer")},
    /* Closing the first object closes the descriptor. The other object does not know it. */
    {"for-fd-closes", "for_fd.owns", ITSELF, "$connected; again = $class.for_fd(socket.fileno); again.close; [peer.recv(20), again.closed?]", RETURNS("['', true]")},
    {"for-fd-closed-by-first", "for_fd.owns", "for-fd-name", "$connected; again = $class.for_fd(socket.fileno); socket.close; again.getsockname", RAISES(Errno::EBADF, "getsockname(2)")},
    {"for-fd-closed-by-second", "for_fd.owns", "for-fd-name", "$connected; again = $class.for_fd(socket.fileno); again.close; socket.getsockname", RAISES(Errno::EBADF, "getsockname(2)")},
    {"for-fd-closed-peer", "for_fd.owns", "for-fd-peer", "$connected; again = $class.for_fd(socket.fileno); again.close; socket.getpeername", RAISES(Errno::EBADF, "getpeername(2)")},
    /* The number is not an open descriptor. */
    {"for-fd-closed", "for_fd.EBADF", "for-fd-number", "$connected; fd = socket.fileno; socket.close; $class.for_fd(fd)", RAISES(Errno::EBADF, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(for_fd, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("class", classes), AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row for_fd_listening_rows[] = {
    {"for-fd-accept", "for_fd.listening", ITSELF, "$listening; again = Socket.for_fd(server.fileno); $caller; client, from = again.accept; caller.send('hello'); client.recv(20)", RETURNS("'hello'")},
    {"for-fd-accept-nonblock", "for_fd.listening", ITSELF, "$listening; again = Socket.for_fd(server.fileno); $caller; client, from = again.accept_nonblock; caller.send('hello'); client.recv(20)", RETURNS("'hello'")},
    {"for-fd-accept-either", "for_fd.listening", ITSELF, "$listening; again = Socket.for_fd(server.fileno); $caller; client, from = again.accept; rescue(Errno::EAGAIN, server.accept_nonblock, 'nobody')", RETURNS("'nobody'")},
    {"for-fd-sysaccept", "for_fd.listening", ITSELF, "$listening; $caller; fd, from = server.sysaccept; client = Socket.for_fd(fd); client.send('hello', 0); caller.recv(20)", RETURNS("'hello'")},
    {"for-fd-listening-name", "for_fd.listening", ITSELF, "$listening; again = Socket.for_fd(server.fileno); again.getsockname", RETURNS("server.getsockname")},
    {"for-fd-listen", "for_fd.listening", ITSELF, "$server; again = Socket.for_fd(server.fileno); again.listen(5); $caller; client, from = server.accept; client", RETURNS("Socket")},
};
/* clang-format on */
SOCKSPEC_TABLE(for_fd_listening, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row for_fd_datagram_rows[] = {
    {"for-fd-datagram-sends", "for_fd.shares", ITSELF, "$bound; $peer; again = $class.for_fd(socket.fileno); again.send('one', 0, peer.sockaddr); peer.recvfrom(20)", RETURNS("['one', socket.getsockname]")},
    {"for-fd-datagram-receives", "for_fd.shares", ITSELF, "$bound; $peer; again = $class.for_fd(socket.fileno); peer.send('one'); peer.send('two'); [again.recv(20), socket.recv(20)]", RETURNS("['one', 'two']")},
    {"for-fd-datagram-connects", "for_fd.connected", ITSELF, "$bound; $peer; socket.connect(peer.sockaddr); again = $class.for_fd(socket.fileno); again.getpeername", RETURNS("peer.sockaddr")},
};
/* clang-format on */
SOCKSPEC_TABLE(for_fd_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("class", classes), AXIS("family", datagram_families)})

/* clang-format off */
static const struct sockspec_row for_fd_argument_rows[] = {
    {"for-fd-open", "for_fd.shares", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); again = $class.for_fd(socket.fileno); again.getsockname", RETURNS("in4(0, '0.0.0.0')")},
    {"for-fd-unused", "for_fd.EBADF", "for-fd-open", "$class.for_fd(999)", RAISES(Errno::EBADF, NULL)},
    /* In today's Ruby the message names the system call that detected the error. */
    {"for-fd-unused-message", "for_fd.error.message", "for-fd-open", "$class.for_fd(999)", RAISES(Errno::EBADF, "fstat(2)")},
    {"for-fd-minus-one", "for_fd.EBADF", "for-fd-open", "$class.for_fd(-1)", RAISES(Errno::EBADF, NULL)},
    {"for-fd-minus-two", "for_fd.EBADF", "for-fd-open", "$class.for_fd(-2)", RAISES(Errno::EBADF, NULL)},
    {"for-fd-least", "for_fd.EBADF", "for-fd-open", "$class.for_fd(-2147483648)", RAISES(Errno::EBADF, NULL)},
    {"for-fd-most", "for_fd.EBADF", "for-fd-open", "$class.for_fd(2147483647)", RAISES(Errno::EBADF, NULL)},
    {"for-fd-nil", "for_fd.type", "for-fd-open", "$class.for_fd(nil)", RAISES(TypeError, NULL)},
    {"for-fd-text", "for_fd.type", "for-fd-open", "$class.for_fd('3')", RAISES(TypeError, NULL)},
    {"for-fd-true", "for_fd.type", "for-fd-open", "$class.for_fd(true)", RAISES(TypeError, NULL)},
    {"for-fd-array", "for_fd.type", "for-fd-open", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); $class.for_fd([socket.fileno])", RAISES(TypeError, NULL)},
    {"for-fd-wide", "for_fd.range", "for-fd-open", "$class.for_fd(0x100000000)", RAISES(RangeError, NULL)},
    {"for-fd-wide-negative", "for_fd.range", "for-fd-open", "$class.for_fd(-2147483649)", RAISES(RangeError, NULL)},
    {"for-fd-none", "for_fd.arity", "for-fd-open", "$class.for_fd", RAISES(ArgumentError, NULL)},
    {"for-fd-two", "for_fd.arity", "for-fd-open", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); fd = socket.fileno; $class.for_fd(fd, 0)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(for_fd_argument, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("class", classes)})

/* clang-format off */
/* In Ruby 1.8.7 a method that waits for a descriptor of 1,024 or above writes past the end of the set
 * that it passes to select(2). */
#define HIGH "$pair; high = Socket.for_fd(duplicate_descriptor(socket, $number)); "
static const struct sockspec_variant high_numbers[] = {
    {"1023", {{"number", "1023"}}}, {"1024", {{"number", "1024"}}}, {"1025", {{"number", "1025"}}}, {"3000", {{"number", "3000"}}},
};
static const struct sockspec_row for_fd_high_rows[] = {
    {"for-fd-high-number", "for_fd.descriptor-high", ITSELF, HIGH "high.fileno", RETURNS("$number")},
    {"for-fd-high-names", "for_fd.descriptor-high", ITSELF, HIGH "[high.getsockname, high.getpeername]", RETURNS("[socket.getsockname, peer.sockaddr]")},
    {"for-fd-high-options", "for_fd.descriptor-high", ITSELF, HIGH "[high.setsockopt(SOL_SOCKET, SO_KEEPALIVE, true), high.getsockopt(SOL_SOCKET, SO_KEEPALIVE)]", RETURNS("[0, hex('01 00 00 00')]")},
    {"for-fd-high-send", "for_fd.descriptor-high", ITSELF, HIGH "[high.send('letter', 0), peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"for-fd-high-write", "for_fd.descriptor-high", ITSELF, HIGH "[high.write('line\\n'), peer.recv(5), high.puts('line'), peer.recv(5, MSG_WAITALL)]", RETURNS("[5, 'line\\n', nil, 'line\\n']")},
    {"for-fd-high-recv", "for_fd.descriptor-high", ITSELF, HIGH "call = start high.recv(20); blocked(call); peer.send('letter'); finish(call)", RETURNS("'letter'")},
    {"for-fd-high-recvfrom", "for_fd.descriptor-high", ITSELF, HIGH "call = start high.recvfrom(20); blocked(call); peer.send('letter'); finish(call)[0]", RETURNS("'letter'")},
    {"for-fd-high-nonblock", "for_fd.descriptor-high", ITSELF, HIGH "raised(Errno::EAGAIN, high.recv_nonblock(20)); peer.send('letter'); IO.select([socket], nil, nil, 5); high.recvfrom_nonblock(20)[0]", RETURNS("'letter'")},
    {"for-fd-high-read", "for_fd.descriptor-high", ITSELF, HIGH "call = start high.read(5); blocked(call); peer.send('line\\n'); finish(call)", RETURNS("'line\\n'")},
    {"for-fd-high-readline", "for_fd.descriptor-high", ITSELF, HIGH "set_nonblocking(socket); call = start high.readline; blocked(call); peer.send('line\\n'); finish(call)", RETURNS("'line\\n'")},
    {"for-fd-high-shutdown", "for_fd.descriptor-high", ITSELF, HIGH "[high.shutdown(SHUT_WR), peer.recv(20)]", RETURNS("[0, '']")},
    {"for-fd-high-close", "for_fd.descriptor-high", ITSELF, HIGH "high.close; raised(Errno::EBADF, Socket.for_fd($number)); socket.send('still', 0); peer.recv(20)", RETURNS("'still'")},
    /* The socket is in each of the sets of select. */
    {"select-high-readable", "select.descriptor-high", ITSELF, HIGH "call = start IO.select([socket, high], nil, nil, 600); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket, high], [], []]")},
    {"select-high-writable", "select.descriptor-high", ITSELF, HIGH "IO.select(nil, [high, socket], nil, 600)", RETURNS("[[], [high, socket], []]")},
    {"select-high-none", "select.descriptor-high", ITSELF, HIGH "IO.select([high], nil, [high], 0)", RETURNS("nil")},
    {"select-high-only", "select.descriptor-high", ITSELF, HIGH "other = Socket.new($domain, SOCK_DGRAM, 0); peer.send('x'); at_once(start IO.select([other, high], nil, [high], 600))", RETURNS("[[high], [], []]")},
};
SOCKSPEC_TABLE(for_fd_high, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", byte_kinds), AXIS("number", high_numbers)})

static const struct sockspec_variant high_families[] = {
    {"in4", {{"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}}},
    {"in6", {{"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}}},
    {"unix", {{"domain", "AF_UNIX"}, {"any", "un(path('a'))"}}},
};
static const struct sockspec_row for_fd_high_listener_rows[] = {
    {"for-fd-high-accept", "for_fd.descriptor-high", ITSELF, "low = Socket.new($domain, SOCK_STREAM, 0); high = Socket.for_fd(duplicate_descriptor(low, 1024)); high.bind($any); high.listen(5); at = low.getsockname; call = start high.accept; blocked(call); caller = Tester.connected(at, SOCK_STREAM); client, from = finish(call); from", RETURNS("caller.sockaddr")},
    {"for-fd-high-accept-nonblock", "for_fd.descriptor-high", ITSELF, "low = Socket.new($domain, SOCK_STREAM, 0); high = Socket.for_fd(duplicate_descriptor(low, 1024)); high.bind($any); high.listen(5); caller = Tester.connected(low.getsockname, SOCK_STREAM); client, from = high.accept_nonblock; from", RETURNS("caller.sockaddr")},
    {"for-fd-high-sysaccept", "for_fd.descriptor-high", ITSELF, "low = Socket.new($domain, SOCK_STREAM, 0); high = Socket.for_fd(duplicate_descriptor(low, 1024)); high.bind($any); high.listen(5); caller = Tester.connected(low.getsockname, SOCK_STREAM); client, from = high.sysaccept; client = Socket.for_fd(client); from", RETURNS("caller.sockaddr")},
    {"for-fd-high-connect", "for_fd.descriptor-high", ITSELF, "door = Tester.socket($domain, SOCK_STREAM); door.bind($any); door.listen(5); low = Socket.new($domain, SOCK_STREAM, 0); high = Socket.for_fd(duplicate_descriptor(low, 1024)); high.connect(door.sockaddr); peer = door.accept; peer.send('x'); low.recv(1)", RETURNS("'x'")},
    {"for-fd-high-connect-nonblocking", "for_fd.descriptor-high", ITSELF, "door = Tester.socket($domain, SOCK_STREAM); door.bind($any); door.listen(5); low = Socket.new($domain, SOCK_STREAM, 0); high = Socket.for_fd(duplicate_descriptor(low, 1024)); set_nonblocking(low); high.connect(door.sockaddr)", RETURNS("0")},
};
SOCKSPEC_TABLE(for_fd_high_listener, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("family", high_families)})
/* clang-format on */
