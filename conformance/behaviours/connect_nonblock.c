/* socket.connect_nonblock(server_sockaddr) => 0: what it does in addition to connect.c, which
 * covers both methods. */
#include "conformance/behaviours/connecting.h"

#define SOCKET SOCKSPEC_SOCKET
#define DOOR SOCKSPEC_DOOR
#define BOUND_DOOR SOCKSPEC_BOUND_DOOR SOCKET
#define TO SOCKSPEC_TO
/* Over TCP the attempt is in progress first, and then succeeds or is refused. */
#define IN_PROGRESS                                                                                \
    "call = start socket.connect_nonblock(to); raised(Errno::EINPROGRESS, at_once(call)); "
#define SETTLED IN_PROGRESS "IO.select(nil, [socket], nil, 5); "

/* clang-format off */

static const struct sockspec_row connect_nonblock_flag_rows[] = {
    /* The call sets O_NONBLOCK, whatever the flag was before and whatever the outcome of the
     * call. */
    {"connect-nonblock-sets", "connect_nonblock.sets-nonblock", ITSELF, DOOR TO "clear_nonblocking(socket); $nonblocking_attempt; nonblocking(socket)", RETURNS("true")},
    {"connect-nonblock-keeps", "connect_nonblock.sets-nonblock", ITSELF, DOOR TO "set_nonblocking(socket); $nonblocking_attempt; nonblocking(socket)", RETURNS("true")},
    {"connect-nonblock-sets-failing", "connect_nonblock.sets-nonblock", ITSELF, SOCKET "clear_nonblocking(socket); raised(Errno::EINVAL, socket.connect_nonblock('')); nonblocking(socket)", RETURNS("true")},
    /* The flag stays set while the socket is used. */
    {"connect-nonblock-stays", "connect_nonblock.sets-nonblock", ITSELF, DOOR TO "clear_nonblocking(socket); $nonblocking_attempt; socket.send('x', 0); nonblocking(socket)", RETURNS("true")},
    /* connect does not change the flag. */
    {"connect-leaves-blocking", "connect.blocks", ITSELF, DOOR TO "clear_nonblocking(socket); socket.connect(to); nonblocking(socket)", RETURNS("false")},
    /* The type of the argument is checked before the flag is set. */
    {"connect-nonblock-type-unset", "connect_nonblock.address.type", ITSELF, SOCKET "clear_nonblocking(socket); raised(TypeError, socket.connect_nonblock(nil)); nonblocking(socket)", RETURNS("false")},
    /* The call raises the errors of connect. */
    {"connect-nonblock-empty", "connect_nonblock.exceptions", "connect-result-$kind-connect_nonblock", DOOR "to = ''; $nonblocking_attempt", RAISES(Errno::EINVAL, "connect(2)")},
};
SOCKSPEC_TABLE(connect_nonblock_flag, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds)})

static const struct sockspec_variant at_once_kinds[] = {SOCKSPEC_UDP4, SOCKSPEC_UDP6, SOCKSPEC_UNIX_STREAM, SOCKSPEC_UNIX_SEQPACKET, SOCKSPEC_UNIX_DGRAM};
static const struct sockspec_row connect_nonblock_at_once_rows[] = {
    /* Where no network is involved, the call connects at once. */
    {"connect-nonblock-at-once", "connect_nonblock.result", ITSELF, DOOR TO "call = start socket.connect_nonblock(to); at_once(call)", RETURNS("0")},
    {"connect-nonblock-at-once-peer", "connect_nonblock.result", ITSELF, DOOR TO "[socket.connect_nonblock(to), socket.getpeername]", RETURNS("[0, to]")},
};
SOCKSPEC_TABLE(connect_nonblock_at_once, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", at_once_kinds)})

static const struct sockspec_row connect_nonblock_tcp_rows[] = {
    /* A TCP connection takes time, so the call raises Errno::EINPROGRESS, whatever the outcome
     * will be. */
    {"connect-nonblock-in-progress", "connect_nonblock.EINPROGRESS", "connect-result-$kind-connect", DOOR TO "socket.connect_nonblock(to)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    {"connect-nonblock-in-progress-refused", "connect_nonblock.EINPROGRESS", "connect-result-$kind-connect", BOUND_DOOR TO "socket.connect_nonblock(to)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    {"connect-nonblock-in-progress-cleared", "connect.unix.EINPROGRESS", "connect-result-$kind-connect", DOOR TO "clear_nonblocking(socket); socket.connect_nonblock(to)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    {"connect-nonblock-in-progress-named", "connect.unix.EINPROGRESS", "connect-named-$kind-connect", DOOR TO "socket.bind($other); socket.connect_nonblock(to)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    /* The connection is made in the background. The socket is then writable and has a peer. */
    {"connect-nonblock-select", "connect_nonblock.completes", ITSELF, DOOR TO IN_PROGRESS "IO.select(nil, [socket], nil, 5)", RETURNS("[[], [socket], []]")},
    {"connect-nonblock-peername", "connect_nonblock.completes", ITSELF, DOOR TO SETTLED "socket.getpeername", RETURNS("to")},
    {"connect-nonblock-accepted", "connect_nonblock.completes", ITSELF, DOOR TO SETTLED "peer = door.accept; peer.peer", RETURNS("socket.getsockname")},
    {"connect-nonblock-send", "connect_nonblock.completes", ITSELF, DOOR TO SETTLED "peer = door.accept; [socket.send('knock', 0), peer.recv(10)]", RETURNS("[5, 'knock']")},
    {"connect-nonblock-receive", "connect_nonblock.completes", ITSELF, DOOR TO SETTLED "peer = door.accept; peer.send('come in'); IO.select([socket], nil, nil, 5); socket.recv(10)", RETURNS("'come in'")},
    {"connect-nonblock-write", "connect_nonblock.completes", ITSELF, DOOR TO SETTLED "peer = door.accept; [socket.write('knock'), peer.recv(10)]", RETURNS("[5, 'knock']")},
    /* Once the connection is made, a second call returns 0 or raises Errno::EISCONN. Every later
     * call raises Errno::EISCONN. */
    {"connect-nonblock-second", "connect_nonblock.completes", ITSELF, DOOR TO SETTLED "rescue(Errno::EISCONN, socket.connect_nonblock(to), 0)", RETURNS("0")},
    {"connect-nonblock-third", "connect.unix.EISCONN", "connect-nonblock-second", DOOR TO SETTLED "rescue(Errno::EISCONN, socket.connect_nonblock(to), 0); socket.connect_nonblock(to)", RAISES(Errno::EISCONN, "connect(2)")},
    /* If the connection was refused, the second call raises Errno::ECONNREFUSED. */
    {"connect-nonblock-refused", "connect_nonblock.exceptions", "connect-nonblock-second", BOUND_DOOR TO SETTLED "socket.connect_nonblock(to)", RAISES(Errno::ECONNREFUSED, "connect(2)")},
    /* A refused socket has no peer. */
    {"connect-nonblock-refused-peer", "connect_nonblock.completes", "connect-nonblock-peername", BOUND_DOOR TO SETTLED "socket.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
};
SOCKSPEC_TABLE(connect_nonblock_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds)})

static const struct sockspec_row connect_nonblock_platform_rows[] = {
    /* Linux: the second call returns 0, and only that call does. */
    {"connect-nonblock-second-is-0", "connect_nonblock.completes", ITSELF, DOOR TO SETTLED "[socket.connect_nonblock(to), rescue(Errno::EISCONN, socket.connect_nonblock(to), 'connected')]", RETURNS("[0, 'connected']")},
};
SOCKSPEC_TABLE(connect_nonblock_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("kind", tcp_kinds)})

/* A neighbour that never answers, and a door that answers. */
static const struct sockspec_variant silent_kinds[] = {
    {"tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"opened", "door.listen(5)"}, {"any", "in4(0, '192.0.2.1')"}, {"silent", "in4(door.port, '192.0.2.99')"}, {"far", "in4(9, '198.51.100.1')"}}},
    {"tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"opened", "door.listen(5)"}, {"any", "in6(0, '2001:db8:1::1')"}, {"silent", "in6(door.port, '2001:db8:1::99')"}, {"far", "in6(9, '2001:db8:2::1')"}}},
};
#define SILENT DOOR "to = $silent; "

static const struct sockspec_row connect_nonblock_silent_rows[] = {
    /* The call makes one attempt and does not wait. */
    {"connect-nonblock-silent", "connect_nonblock.one-call", "connect-nonblock-silent-answers", SILENT "call = start socket.connect_nonblock(to); at_once(call)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    {"connect-nonblock-silent-cleared", "connect_nonblock.one-call", "connect-nonblock-silent-answers", SILENT "clear_nonblocking(socket); call = start socket.connect_nonblock(to); at_once(call)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    {"connect-nonblock-silent-answers", "connect_nonblock.one-call", ITSELF, DOOR TO "socket.connect(to)", RETURNS("0")},
    /* While the neighbour has not answered, the socket is neither readable nor writable and has
     * no peer. */
    {"connect-nonblock-silent-select", "connect_nonblock.completes", ITSELF, SILENT IN_PROGRESS "IO.select([socket], [socket], [socket], 0)", RETURNS("nil")},
    {"connect-nonblock-silent-peer", "connect_nonblock.completes", "connect-nonblock-answers-peer", SILENT IN_PROGRESS "socket.getpeername", RAISES(Errno::ENOTCONN, "getpeername(2)")},
    {"connect-nonblock-answers-peer", "connect_nonblock.completes", ITSELF, DOOR TO SETTLED "socket.getpeername", RETURNS("to")},
    /* While the attempt is in progress, no other attempt can be started. */
    {"connect-nonblock-already", "connect.unix.EALREADY", "connect-nonblock-answers-again", SILENT IN_PROGRESS "again = start socket.connect_nonblock(to); at_once(again)", RAISES(Errno::EALREADY, "connect(2)")},
    {"connect-nonblock-answers-again", "connect.unix.EALREADY", ITSELF, DOOR TO SETTLED "rescue(Errno::EISCONN, socket.connect_nonblock(to), 0)", RETURNS("0")},
    {"connect-nonblock-already-again", "connect.unix.EALREADY", "connect-nonblock-answers-again", SILENT IN_PROGRESS "raised(Errno::EALREADY, socket.connect_nonblock(to)); socket.connect_nonblock(to)", RAISES(Errno::EALREADY, "connect(2)")},
    {"connect-nonblock-already-elsewhere", "connect.unix.EALREADY", "connect-nonblock-answers-again", SILENT IN_PROGRESS "again = start socket.connect_nonblock(door.sockaddr); at_once(again)", RAISES(Errno::EALREADY, "connect(2)")},
    {"connect-nonblock-already-unreachable", "connect.unix.EALREADY", "connect-nonblock-answers-again", SILENT IN_PROGRESS "again = start socket.connect_nonblock($far); at_once(again)", RAISES(Errno::EALREADY, "connect(2)")},
    {"connect-nonblock-already-at-once", "connect_nonblock.one-call", "connect-nonblock-answers-again", SILENT IN_PROGRESS "clear_nonblocking(socket); call = start socket.connect_nonblock(to); at_once(call)", RAISES(Errno::EALREADY, "connect(2)")},
    /* The socket can be closed during the attempt. */
    {"connect-nonblock-given-up", "connect_nonblock.EINPROGRESS", ITSELF, SILENT IN_PROGRESS "[socket.close, socket.closed?]", RETURNS("[nil, true]")},
};
SOCKSPEC_TABLE(connect_nonblock_silent, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("kind", silent_kinds)})

static const struct sockspec_row connect_nonblock_full_rows[] = {
    /* The listener's queue is full. The call raises Errno::EAGAIN at once; the page does not
     * list that error for connect. */
    {"connect-nonblock-full", "connect_nonblock.any-error", "connect-nonblock-room", BOUND_DOOR "door.listen(0); " TO "filler = Tester.connected(to, $type); call = start socket.connect_nonblock(to); at_once(call)", RAISES(Errno::EAGAIN, "connect(2)")},
    {"connect-nonblock-room", "connect_nonblock.any-error", ITSELF, BOUND_DOOR "door.listen(1); " TO "filler = Tester.connected(to, $type); call = start socket.connect_nonblock(to); at_once(call)", RETURNS("0")},
    {"connect-nonblock-full-then", "connect_nonblock.one-call", ITSELF, BOUND_DOOR "door.listen(0); " TO "filler = Tester.connected(to, $type); raised(Errno::EAGAIN, socket.connect_nonblock(to)); door.accept; socket.connect_nonblock(to)", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_nonblock_full, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", unix_stream_kinds)})

static const struct sockspec_row connect_nonblock_rows[] = {
    /* A datagram socket that has a peer does not accept another one. */
    {"connect-nonblock-taken", "connect_nonblock.any-error", "connect-nonblock-free", "door = Tester.socket(AF_UNIX, SOCK_DGRAM); door.bind(un(path('a'))); third = Tester.socket(AF_UNIX, SOCK_DGRAM); third.bind(un(path('b'))); door.connect(third.sockaddr); socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.connect_nonblock(door.sockaddr)", RAISES(Errno::EPERM, "connect(2)")},
    {"connect-nonblock-free", "connect_nonblock.any-error", ITSELF, "door = Tester.socket(AF_UNIX, SOCK_DGRAM); door.bind(un(path('a'))); third = Tester.socket(AF_UNIX, SOCK_DGRAM); third.bind(un(path('b'))); socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.connect_nonblock(door.sockaddr)", RETURNS("0")},
    /* The document's example: it fetches the page without waiting in connect. */
    {"connect-nonblock-example", "connect_nonblock.example.client", ITSELF,
     "socket = Socket.new(AF_INET, SOCK_STREAM, 0); sockaddr = Socket.sockaddr_in(80, 'www.google.com'); "
     "rescue(Errno::EINPROGRESS, socket.connect_nonblock(sockaddr), (IO.select(nil, [socket]); rescue(Errno::EISCONN, socket.connect_nonblock(sockaddr), nil))); "
     "socket.write('GET / HTTP/1.0\\r\\n\\r\\n'); results = socket.read",
     RETURNS("'HTTP/1.0 200 OK\\r\\nContent-Type: text/html\\r\\nContent-Length: 67\\r\\nConnection: close\\r\\n\\r\\n"
             "<!DOCTYPE html>\\n<title>The world</title>\\n<p>Hello from inside.</p>\\n'")},
    /* The calls of the example one by one. */
    {"connect-nonblock-example-first", "connect_nonblock.example.client", "connect-example", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); sockaddr = Socket.sockaddr_in(80, 'www.google.com'); socket.connect_nonblock(sockaddr)", RAISES(Errno::EINPROGRESS, "connect(2)")},
    {"connect-nonblock-example-select", "connect_nonblock.example.client", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); sockaddr = Socket.sockaddr_in(80, 'www.google.com'); raised(Errno::EINPROGRESS, socket.connect_nonblock(sockaddr)); IO.select(nil, [socket])", RETURNS("[[], [socket], []]")},
};
SOCKSPEC_TABLE(connect_nonblock, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */
