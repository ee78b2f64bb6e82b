/* socket.close_read => nil */
#include "conformance/harness/rows/families.h"

/* clang-format off */
static const struct sockspec_row close_read_rows[] = {
    {"close-read-result", "close_read.result", ITSELF, "$connected; socket.close_read", RETURNS("nil")},
    /* After the call nothing more can be read: recv returns the end, and the other methods raise
     * IOError. */
    {"close-read-recv", "close_read.recv", ITSELF, "$connected; socket.close_read; [socket.recv(20), socket.recv(20)]", RETURNS("['', '']")},
    {"close-read-ends-wait", "close_read.recv", ITSELF, "$connected; socket.close_read; at_once(start socket.recv(20))", RETURNS("''")},
    {"close-read-open-read", "read.length", ITSELF, "$connected; peer.send('x'); socket.read(1)", RETURNS("'x'")},
    {"close-read-read", "close_read.read", "close-read-open-read", "$connected; peer.send('x'); socket.close_read; socket.read(1)", RAISES(IOError, "not opened for reading")},
    {"close-read-read-no-end", "close_read.read", "close-read-open-read", "$connected; peer.send('x'); socket.close_read; rescue(EOFError, socket.read(1), 'at its end')", RAISES(IOError, "not opened for reading")},
    {"close-read-read-all", "close_read.read", "close-read-open-read", "$connected; peer.close; socket.close_read; socket.read", RAISES(IOError, "not opened for reading")},
    {"close-read-readline", "close_read.read", "close-read-open-read", "$connected; peer.send('x\\n'); socket.close_read; socket.readline", RAISES(IOError, "not opened for reading")},
    /* The socket can still be written to. */
    {"close-read-send", "close_read.writing-stays", ITSELF, "$connected; socket.close_read; sent = socket.send('still', 0); [sent, peer.recv(20)]", RETURNS("[5, 'still']")},
    {"close-read-write", "close_read.writing-stays", ITSELF, "$connected; socket.close_read; sent = socket.write('still'); [sent, peer.recv(20)]", RETURNS("[5, 'still']")},
    /* puts may write the newline separately, which makes it a second message on SOCK_SEQPACKET. */
    {"close-read-puts", "close_read.writing-stays", ITSELF, "$connected; socket.close_read; socket.puts('still'); socket.close; peer.recv(20) + peer.recv(20)", RETURNS("'still\\n'")},
    {"close-read-then-close", "close_read.writing-stays", ITSELF, "$connected; socket.close_read; socket.write('last'); socket.close; [peer.recv(20), peer.recv(20)]", RETURNS("['last', '']")},
    {"close-read-open", "close_read.writing-stays", ITSELF, "$connected; socket.close_read; [socket.closed?, socket.getpeername]", RETURNS("[false, door.sockaddr]")},
    /* The call is repeated, or follows close_write. */
    {"close-read-again", "close_read.again", ITSELF, "$connected; socket.close_read; [socket.close_read, socket.close_read, socket.closed?]", RETURNS("[nil, nil, false]")},
    {"close-read-after-close-write", "close_read.both-close", ITSELF, "$connected; socket.close_write; [socket.closed?, socket.close_read, socket.closed?, peer.recv(20)]", RETURNS("[false, nil, true, '']")},
    {"close-read-both-recv", "close_read.both-close", "close-read-recv", "$connected; socket.close_write; socket.close_read; socket.recv(20)", RAISES(IOError, "closed stream")},
    {"close-read-both-send", "close_read.both-close", "close-read-send", "$connected; socket.close_write; socket.close_read; socket.send('x', 0)", RAISES(IOError, "closed stream")},
    {"close-read-both-getsockname", "close_read.both-close", "close-read-open", "$connected; socket.close_write; socket.close_read; socket.getsockname", RAISES(IOError, "closed stream")},
    {"close-read-both-close-read", "close_read.both-close", "close-read-again", "$connected; socket.close_write; socket.close_read; socket.close_read", RAISES(IOError, "closed stream")},
    {"close-read-closed", "close_read.closed", "close-read-result", "$connected; socket.close; socket.close_read", RAISES(IOError, "closed stream")},
    {"close-read-closed-new", "close_read.closed", "close-read-result", "socket = Socket.new($domain, $type, 0); socket.close; socket.close_read", RAISES(IOError, "closed stream")},
    /* An unconnected socket has nothing to shut down, and the call raises no error. */
    {"close-read-unconnected", "close_read.unconnected", ITSELF, "socket = Socket.new($domain, $type, 0); socket.close_read", RETURNS("nil")},
    {"close-read-unconnected-read", "close_read.unconnected", "close-read-open-read", "socket = Socket.new($domain, $type, 0); socket.close_read; socket.read", RAISES(IOError, "not opened for reading")},
    {"close-read-arity", "close_read.arity", "close-read-result", "$connected; socket.close_read(nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(close_read, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
/* Datagram sockets, bound and connected to each other. */
#define DATAGRAMS "$bound; $peer; socket.connect(peer.sockaddr); "

static const struct sockspec_row close_read_datagram_rows[] = {
    {"close-read-datagram", "close_read.result", ITSELF, DATAGRAMS "socket.close_read", RETURNS("nil")},
    {"close-read-datagram-send", "close_read.writing-stays", ITSELF, DATAGRAMS "socket.close_read; socket.send('still', 0); peer.recv(20)", RETURNS("'still'")},
    {"close-read-datagram-both", "close_read.both-close", "close-read-datagram-send", DATAGRAMS "socket.close_write; socket.close_read; socket.send('x', 0)", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(close_read_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", datagram_families)})

/* clang-format off */
static const struct sockspec_variant unix_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}}},
    {"seqpacket", {{"type", "SOCK_SEQPACKET"}}},
};

static const struct sockspec_row close_read_peer_rows[] = {
    /* On AF_UNIX a peer cannot write to a socket that was closed for reading. */
    {"close-read-peer-before", "send.result", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); b.send('x', 0)", RETURNS("1")},
    {"close-read-peer-send", "close_read.peer", "close-read-peer-before", "a, b = Socket.pair(AF_UNIX, $type, 0); a.close_read; b.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"close-read-peer-write", "close_read.peer", "close-read-peer-before", "a, b = Socket.pair(AF_UNIX, $type, 0); a.close_read; b.write('x')", RAISES(Errno::EPIPE, NULL)},
    {"close-read-peer-puts", "close_read.peer", "close-read-peer-before", "a, b = Socket.pair(AF_UNIX, $type, 0); a.close_read; b.puts('x')", RAISES(Errno::EPIPE, NULL)},
    {"close-read-peer-lives", "close_read.peer", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); a.close_read; raised(Errno::EPIPE, b.send('x', 0)); a.send('still', 0); b.recv(20)", RETURNS("'still'")},
};
/* clang-format on */
SOCKSPEC_TABLE(close_read_peer, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("type", unix_types)})

/* clang-format off */
static const struct sockspec_row close_read_state_rows[] = {
    /* On a listener. */
    {"close-read-listening", "close_read.listener", ITSELF, "$listening; name = server.getsockname; answer = server.close_read; [answer, server.closed?, server.getsockname]", RETURNS("[nil, false, name]")},
    {"close-read-listening-read", "close_read.read", "close-read-open-read", "$listening; server.close_read; server.read(1)", RAISES(IOError, "not opened for reading")},
    {"close-read-listening-both", "close_read.both-close", ITSELF, "$listening; server.close_write; [server.closed?, server.close_read, server.closed?]", RETURNS("[false, nil, true]")},
    {"close-read-accepted", "close_read.recv", ITSELF, "$listening; $caller; socket, from = server.accept; socket.close_read; socket.send('still', 0); [socket.recv(20), caller.recv(20)]", RETURNS("['', 'still']")},
    /* On a socket that is connected later. */
    {"close-read-then-connect", "close_read.connect", ITSELF, "door = Tester.socket($domain, $type); door.bind($any); door.listen(5); socket = Socket.new($domain, $type, 0); socket.close_read; socket.connect(door.sockaddr); peer = door.accept; sent = socket.send('still', 0); [sent, peer.recv(20), socket.closed?]", RETURNS("[5, 'still', false]")},
    {"close-read-then-connect-write", "close_read.connect", ITSELF, "door = Tester.socket($domain, $type); door.bind($any); door.listen(5); socket = Socket.new($domain, $type, 0); socket.close_read; socket.connect(door.sockaddr); peer = door.accept; sent = socket.write('still'); [sent, peer.recv(20)]", RETURNS("[5, 'still']")},
    {"close-read-then-connect-read", "close_read.read", "close-read-open-read", "door = Tester.socket($domain, $type); door.bind($any); door.listen(5); socket = Socket.new($domain, $type, 0); socket.close_read; socket.connect(door.sockaddr); peer = door.accept; socket.read(1)", RAISES(IOError, "not opened for reading")},
    {"close-read-then-bind", "close_read.unconnected", ITSELF, "socket = Socket.new($domain, $type, 0); socket.close_read; [socket.bind($any), socket.closed?]", RETURNS("[0, false]")},
    /* A length of 0 is also reading. */
    {"close-read-read-zero", "close_read.read", "close-read-open-read", "$connected; socket.close_read; socket.read(0)", RAISES(IOError, "not opened for reading")},
    {"close-read-unconnected-read-zero", "close_read.read", "close-read-open-read", "socket = Socket.new($domain, $type, 0); socket.close_read; socket.read(0)", RAISES(IOError, "not opened for reading")},
    {"close-read-unconnected-readline", "close_read.read", "close-read-open-read", "socket = Socket.new($domain, $type, 0); socket.close_read; socket.readline", RAISES(IOError, "not opened for reading")},
    /* shutdown is still allowed. */
    {"close-read-shutdown", "shutdown.result", ITSELF, "$connected; socket.close_read; [socket.shutdown(SHUT_RD), socket.shutdown(SHUT_WR), socket.closed?, peer.recv(20)]", RETURNS("[0, 0, false, '']")},
};
/* clang-format on */
SOCKSPEC_TABLE(close_read_state, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row close_read_unconnected_datagram_rows[] = {
    /* A datagram socket without a peer. */
    {"close-read-datagram-new", "close_read.unconnected", ITSELF, "socket = Socket.new($domain, SOCK_DGRAM, 0); [socket.close_read, socket.closed?]", RETURNS("[nil, false]")},
    {"close-read-datagram-bound", "close_read.unconnected", ITSELF, "$bound; [socket.close_read, socket.close_read, socket.closed?]", RETURNS("[nil, nil, false]")},
    {"close-read-datagram-sendto", "close_read.writing-stays", ITSELF, "$bound; $peer; socket.close_read; sent = socket.send('still', 0, peer.sockaddr); [sent, peer.recv(20)]", RETURNS("[5, 'still']")},
    {"close-read-datagram-connect", "close_read.connect", ITSELF, "$bound; $peer; socket.close_read; socket.connect(peer.sockaddr); sent = socket.send('still', 0); [sent, peer.recv(20)]", RETURNS("[5, 'still']")},
    {"close-read-open-datagram-read", "read.length", ITSELF, DATAGRAMS "peer.send('x'); socket.read(1)", RETURNS("'x'")},
    {"close-read-datagram-read", "close_read.read", "close-read-open-datagram-read", DATAGRAMS "socket.close_read; socket.read(1)", RAISES(IOError, "not opened for reading")},
    {"close-read-datagram-new-read", "close_read.unconnected", "close-read-open-datagram-read", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.close_read; socket.read(1)", RAISES(IOError, "not opened for reading")},
    {"close-read-datagram-new-both", "close_read.both-close", ITSELF, "socket = Socket.new($domain, SOCK_DGRAM, 0); [socket.close_write, socket.closed?, socket.close_read, socket.closed?]", RETURNS("[nil, false, nil, true]")},
    {"close-read-datagram-closed", "close_read.closed", "close-read-datagram-new", "$bound; socket.close; socket.close_read", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(close_read_unconnected_datagram, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("family", datagram_families)})

/* clang-format off */
static const struct sockspec_variant inet_families[] = {
    {"in4", {{"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}}},
    {"in6", {{"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}}},
};

#define LISTENING "server = Socket.new($domain, SOCK_STREAM, 0); server.bind($any); server.listen(5); "

static const struct sockspec_row close_read_listener_rows[] = {
    /* A TCP listener that is shut down for reading no longer listens. */
    {"close-read-listener-before", "accept.result.socket", ITSELF, LISTENING "caller = Tester.connected(server.getsockname, SOCK_STREAM); client, from = server.$method; client = $wrap; client.send('x', 0); caller.recv(1)", RETURNS("'x'")},
    {"close-read-listener", "close_read.listener.accept", "close-read-listener-before", LISTENING "server.close_read; server.$method", RAISES(Errno::EINVAL, NULL)},
    {"close-read-listener-waiting", "close_read.listener.accept", "close-read-listener-before", LISTENING "caller = Tester.connected(server.getsockname, SOCK_STREAM); server.close_read; server.$method", RAISES(Errno::EINVAL, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(close_read_listener, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", inet_families), AXIS("method", accept_methods)})
