/* socket.close => nil */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
static const struct sockspec_row close_rows[] = {
    {"close-result", "close.releases", ITSELF, "$pair; [socket.closed?, socket.close, socket.closed?]", RETURNS("[false, nil, true]")},
    {"close-new", "close.releases", ITSELF, "socket = Socket.new($domain, $type, 0); [socket.close, socket.closed?]", RETURNS("[nil, true]")},
    /* The descriptor number is free again, and the next socket gets it. */
    {"close-number", "close.releases", ITSELF, "$pair; fd = socket.fileno; socket.close; other = Socket.new($domain, $type, 0); other.fileno", RETURNS("fd")},
    {"close-open-number", "for_fd.shares", ITSELF, "$pair; again = Socket.for_fd(socket.fileno); again.closed?", RETURNS("false")},
    {"close-no-number", "close.releases", "close-open-number", "$pair; fd = socket.fileno; socket.close; Socket.for_fd(fd)", RAISES(Errno::EBADF, NULL)},
    {"close-limit", "close.releases", ITSELF, "$pair; limit_descriptors(0); socket.close; Socket.new($domain, $type, 0)", RETURNS("Socket")},
    {"close-number-open", "close.releases", ITSELF, "$pair; socket.fileno", RETURNS("Integer")},
    {"close-number-none", "close.releases", "close-number-open", "$pair; socket.close; socket.fileno", RAISES(IOError, "closed stream")},
    /* A closed socket stays closed: closing it again returns nil in today's Ruby and raises
     * IOError in Ruby 1.8.7. */
    {"close-again", "close.again", ITSELF, "$pair; socket.close; [rescue(IOError, socket.close, nil), socket.closed?]", RETURNS("[nil, true]")},
    {"close-again-nil", "close.again.nil", ITSELF, "$pair; socket.close; [socket.close, socket.close, socket.closed?]", RETURNS("[nil, nil, true]")},
    /* If the system reports that the descriptor is not open, the call raises that error, and the
     * socket is closed nevertheless. */
    {"close-bad-descriptor", "close.EBADF", "close-result", "$pair; again = Socket.for_fd(socket.fileno); again.close; socket.close", RAISES(Errno::EBADF, NULL)},
    {"close-bad-descriptor-closed", "close.EBADF", ITSELF, "$pair; again = Socket.for_fd(socket.fileno); again.close; raised(Errno::EBADF, socket.close); [socket.closed?, rescue(IOError, socket.close, nil)]", RETURNS("[true, nil]")},
    /* Closing a socket does not affect other sockets. */
    {"close-other", "close.releases", ITSELF, "$pair; other = Socket.new($domain, $type, 0); other.close; [socket.closed?, socket.getsockopt(SOL_SOCKET, SO_ERROR)]", RETURNS("[false, hex('00 00 00 00')]")},
    {"close-elsewhere", "close.releases", ITSELF, "$pair; other = Elsewhere::Socket.new($domain, $type, 0); other.close; [socket.closed?, other.closed?]", RETURNS("[false, true]")},
};
/* clang-format on */
SOCKSPEC_TABLE(close, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds)})

/* clang-format off */
static const struct sockspec_row close_connection_rows[] = {
    /* The peer reads what was sent, then the end. */
    {"close-peer", "close.peer", ITSELF, "$pair; socket.send('last', 0); socket.close; [peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("['last', '', '']")},
    {"close-peer-written", "close.peer", ITSELF, "$pair; socket.write('last'); socket.close; [peer.recv(20), peer.recv(20)]", RETURNS("['last', '']")},
    {"close-peer-nothing", "close.peer", ITSELF, "$pair; socket.close; peer.recv(20)", RETURNS("''")},
    {"close-peer-elsewhere", "close.peer", ITSELF, "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); other = Elsewhere::Socket.new($domain, $type, 0); other.connect(server.getsockname); "
     "client, from = server.accept; other.send('last', 0); other.close; [client.recv(20), client.recv(20)]", RETURNS("['last', '']")},
    /* A closed listener accepts no more connections. Connections that it accepted stay open. */
    {"close-listener-open", "close.listener", ITSELF, "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); name = server.getsockname; socket = Socket.new($domain, $type, 0); socket.connect(name)", RETURNS("0")},
    {"close-listener", "close.listener", "close-listener-open", "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); name = server.getsockname; server.close; socket = Socket.new($domain, $type, 0); socket.connect(name)", RAISES(Errno::ECONNREFUSED, "connect(2)")},
    {"close-accepted", "close.accepted-stay", ITSELF,
     "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); caller = Tester.connected(server.getsockname, $type); client, from = server.accept; server.close; "
     "caller.send('question'); question = client.recv(20); client.send('answer', 0); [question, caller.recv(20), client.closed?]", RETURNS("['question', 'answer', false]")},
    {"close-accepted-lines", "close.accepted-stay", ITSELF,
     "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); caller = Tester.connected(server.getsockname, $type); client, from = server.accept; server.close; "
     "caller.send('question\\n'); question = client.readline; client.write('answer\\n'); [question, caller.recv(20)]", RETURNS("['question\\n', 'answer\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(close_connection, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connection_kinds)})

/* clang-format off */
static const struct sockspec_row close_port_rows[] = {
    /* The listener's port is free again. */
    {"close-port", "close.listener", ITSELF, "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); name = server.getsockname; server.close; again = Socket.new($domain, $type, 0); [again.bind(name), again.listen(1), again.getsockname]", RETURNS("[0, 0, name]")},
    {"close-port-not", "close.listener", "close-port", "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); name = server.getsockname; again = Socket.new($domain, $type, 0); again.bind(name)", RAISES(Errno::EADDRINUSE, "bind(2)")},
    /* Connections that wait in the listener's queue are reset. */
    {"close-waiting", "close.listener", "close-accepted-by-listener", "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); socket = Socket.new($domain, $type, 0); socket.connect(server.getsockname); server.close; socket.recv(20)", RAISES(Errno::ECONNRESET, "recvfrom(2)")},
    {"close-accepted-by-listener", "close.accepted-stay", ITSELF, "server = Socket.new($domain, $type, 0); server.bind($any); server.listen(1); socket = Socket.new($domain, $type, 0); socket.connect(server.getsockname); client, from = server.accept; server.close; client.send('x', 0); socket.recv(20)", RETURNS("'x'")},
};
/* clang-format on */
SOCKSPEC_TABLE(close_port, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", tcp_kinds)})
