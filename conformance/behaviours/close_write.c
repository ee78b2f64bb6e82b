/* socket.close_write => nil */
#include "conformance/harness/rows/families.h"

/* clang-format off */
static const struct sockspec_row close_write_rows[] = {
    {"close-write-result", "close_write.result", ITSELF, "$connected; socket.close_write", RETURNS("nil")},
    /* The peer reads what was sent, then the end. */
    {"close-write-peer", "close_write.peer", ITSELF, "$connected; socket.send('last', 0); socket.close_write; [peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("['last', '', '']")},
    {"close-write-peer-nothing", "close_write.peer", ITSELF, "$connected; socket.close_write; peer.recv(20)", RETURNS("''")},
    /* After the call nothing more can be written. */
    {"close-write-open-write", "write.result", ITSELF, "$connected; socket.write('x')", RETURNS("1")},
    {"close-write-open-puts", "puts.result", ITSELF, "$connected; socket.puts('x')", RETURNS("nil")},
    {"close-write-open-send", "send.result", ITSELF, "$connected; socket.send('x', 0)", RETURNS("1")},
    {"close-write-write", "close_write.write", "close-write-open-write", "$connected; socket.close_write; socket.write('x')", RAISES(IOError, "not opened for writing")},
    {"close-write-write-no-end", "close_write.write", "close-write-open-write", "$connected; socket.close_write; rescue(EOFError, socket.write('x'), 'at its end')", RAISES(IOError, "not opened for writing")},
    {"close-write-puts", "close_write.write", "close-write-open-puts", "$connected; socket.close_write; socket.puts('x')", RAISES(IOError, "not opened for writing")},
    {"close-write-puts-nothing", "close_write.write", "close-write-open-puts", "$connected; socket.close_write; socket.puts", RAISES(IOError, "not opened for writing")},
    {"close-write-send", "close_write.send", "close-write-open-send", "$connected; socket.close_write; socket.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"close-write-send-lives", "close_write.send", ITSELF, "$connected; socket.close_write; raised(Errno::EPIPE, socket.send('x', 0)); raised(Errno::EPIPE, socket.send('x', 0)); peer.send('still'); socket.recv(20)", RETURNS("'still'")},
    /* The socket can still be read from. */
    {"close-write-recv", "close_write.reading-stays", ITSELF, "$connected; socket.close_write; peer.send('still'); socket.recv(20)", RETURNS("'still'")},
    {"close-write-read", "close_write.reading-stays", ITSELF, "$connected; socket.close_write; peer.send('still'); peer.close; socket.read", RETURNS("'still'")},
    {"close-write-readline", "close_write.reading-stays", ITSELF, "$connected; socket.close_write; peer.send('still\\n'); socket.readline", RETURNS("'still\\n'")},
    {"close-write-answer", "close_write.reading-stays", ITSELF, "$connected; socket.write('question'); socket.close_write; question = peer.recv(20); peer.send('answer'); [question, peer.recv(20), socket.recv(20)]", RETURNS("['question', '', 'answer']")},
    {"close-write-open", "close_write.reading-stays", ITSELF, "$connected; socket.close_write; [socket.closed?, socket.getpeername]", RETURNS("[false, door.sockaddr]")},
    /* The call is repeated, or follows close_read. */
    {"close-write-again", "close_write.again", ITSELF, "$connected; socket.close_write; [socket.close_write, socket.close_write, socket.closed?]", RETURNS("[nil, nil, false]")},
    {"close-write-after-close-read", "close_write.both-close", ITSELF, "$connected; socket.close_read; [socket.closed?, socket.close_write, socket.closed?, peer.recv(20)]", RETURNS("[false, nil, true, '']")},
    {"close-write-both-recv", "close_write.both-close", "close-write-recv", "$connected; socket.close_read; socket.close_write; socket.recv(20)", RAISES(IOError, "closed stream")},
    {"close-write-both-write", "close_write.both-close", "close-write-open-write", "$connected; socket.close_read; socket.close_write; socket.write('x')", RAISES(IOError, "closed stream")},
    {"close-write-both-getsockname", "close_write.both-close", "close-write-open", "$connected; socket.close_read; socket.close_write; socket.getsockname", RAISES(IOError, "closed stream")},
    {"close-write-both-close-write", "close_write.both-close", "close-write-again", "$connected; socket.close_read; socket.close_write; socket.close_write", RAISES(IOError, "closed stream")},
    {"close-write-closed", "close_write.closed", "close-write-result", "$connected; socket.close; socket.close_write", RAISES(IOError, "closed stream")},
    {"close-write-closed-new", "close_write.closed", "close-write-result", "socket = Socket.new($domain, $type, 0); socket.close; socket.close_write", RAISES(IOError, "closed stream")},
    /* An unconnected socket has nothing to shut down, and the call raises no error. */
    {"close-write-unconnected", "close_write.unconnected", ITSELF, "socket = Socket.new($domain, $type, 0); socket.close_write", RETURNS("nil")},
    {"close-write-unconnected-write", "close_write.unconnected", "close-write-open-write", "socket = Socket.new($domain, $type, 0); socket.close_write; socket.write('x')", RAISES(IOError, "not opened for writing")},
    {"close-write-arity", "close_write.arity", "close-write-result", "$connected; socket.close_write(nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(close_write, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
/* Datagram sockets, bound and connected to each other. */
#define DATAGRAMS "$bound; $peer; socket.connect(peer.sockaddr); "

static const struct sockspec_row close_write_datagram_rows[] = {
    {"close-write-datagram", "close_write.result", ITSELF, DATAGRAMS "socket.close_write", RETURNS("nil")},
    {"close-write-datagram-before", "send.result", ITSELF, DATAGRAMS "socket.send('x', 0)", RETURNS("1")},
    {"close-write-datagram-send", "close_write.send", "close-write-datagram-before", DATAGRAMS "socket.close_write; socket.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"close-write-datagram-recv", "close_write.reading-stays", ITSELF, DATAGRAMS "socket.close_write; peer.send('still'); socket.recv(20)", RETURNS("'still'")},
    {"close-write-datagram-both", "close_write.both-close", "close-write-datagram-recv", DATAGRAMS "socket.close_read; socket.close_write; socket.recv(20)", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(close_write_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", datagram_families)})

/* clang-format off */
static const struct sockspec_row close_write_state_rows[] = {
    /* On a listener, which writes nothing itself. */
    {"close-write-listening", "close_write.listener", ITSELF, "$listening; name = server.getsockname; answer = server.close_write; [answer, server.closed?, server.getsockname]", RETURNS("[nil, false, name]")},
    {"close-write-listening-accept", "close_write.listener", ITSELF, "$listening; server.close_write; $caller; client, from = server.accept; client.send('hello', 0); [from, caller.recv(20)]", RETURNS("[caller.sockaddr, 'hello']")},
    {"close-write-listening-sysaccept", "close_write.listener", ITSELF, "$listening; server.close_write; $caller; fd, from = server.sysaccept; client = Socket.for_fd(fd); client.send('hello', 0); caller.recv(20)", RETURNS("'hello'")},
    {"close-write-listening-accept-nonblock", "close_write.listener", ITSELF, "$listening; server.close_write; $caller; client, from = server.accept_nonblock; client.send('hello', 0); caller.recv(20)", RETURNS("'hello'")},
    {"close-write-listening-waiting", "close_write.listener", ITSELF, "$listening; $caller; server.close_write; client, from = server.accept; from", RETURNS("caller.sockaddr")},
    {"close-write-listening-write", "close_write.write", "close-write-open-write", "$listening; server.close_write; server.write('x')", RAISES(IOError, "not opened for writing")},
    {"close-write-listening-both", "close_write.both-close", ITSELF, "$listening; server.close_read; [server.closed?, server.close_write, server.closed?]", RETURNS("[false, nil, true]")},
    {"close-write-then-bind", "close_write.unconnected", ITSELF, "socket = Socket.new($domain, $type, 0); socket.close_write; [socket.bind($any), socket.closed?]", RETURNS("[0, false]")},
    {"close-write-then-listen", "close_write.listener", ITSELF, "$server; server.close_write; server.listen(5); $caller; client, from = server.accept; from", RETURNS("caller.sockaddr")},
    {"close-write-unconnected-puts", "close_write.unconnected", "close-write-open-puts", "socket = Socket.new($domain, $type, 0); socket.close_write; socket.puts('x')", RAISES(IOError, "not opened for writing")},
    {"close-write-accepted", "close_write.peer", ITSELF, "$listening; $caller; socket, from = server.accept; socket.close_write; caller.send('still'); [socket.recv(20), caller.recv(20)]", RETURNS("['still', '']")},
    /* Reading after the call, also of nothing. */
    {"close-write-read-zero", "close_write.reading-stays", ITSELF, "$connected; socket.close_write; [socket.read(0), socket.closed?]", RETURNS("['', false]")},
    {"close-write-read-zero-data", "close_write.reading-stays", ITSELF, "$connected; socket.close_write; peer.send('still'); [socket.read(0), socket.read(5)]", RETURNS("['', 'still']")},
    {"close-write-read-end", "close_write.reading-stays", ITSELF, "$connected; socket.close_write; peer.close; [socket.read(1), socket.read, socket.read(0)]", RETURNS("[nil, '', '']")},
    {"close-write-read-line-end", "readline.eof", "close-write-readline", "$connected; socket.close_write; peer.close; socket.readline", RAISES(EOFError, NULL)},
    {"close-write-select", "close_write.reading-stays", ITSELF, "$connected; socket.close_write; before = IO.select([socket], nil, nil, 0); peer.send('x'); IO.select([socket]); [before, socket.recv(1)]", RETURNS("[nil, 'x']")},
    /* Writing nothing is allowed. */
    {"close-write-write-empty", "close_write.empty", ITSELF, "$connected; socket.close_write; [socket.write(''), socket.closed?, peer.recv(20)]", RETURNS("[0, false, '']")},
    {"close-write-unconnected-write-empty", "close_write.empty", ITSELF, "socket = Socket.new($domain, $type, 0); socket.close_write; socket.write('')", RETURNS("0")},
    /* shutdown is still allowed. */
    {"close-write-shutdown", "shutdown.result", ITSELF, "$connected; socket.close_write; [socket.shutdown(SHUT_WR), socket.shutdown(SHUT_RD), socket.closed?, socket.recv(20)]", RETURNS("[0, 0, false, '']")},
};
/* clang-format on */
SOCKSPEC_TABLE(close_write_state, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row close_write_unconnected_datagram_rows[] = {
    /* A datagram socket without a peer. */
    {"close-write-datagram-new", "close_write.unconnected", ITSELF, "socket = Socket.new($domain, SOCK_DGRAM, 0); [socket.close_write, socket.closed?]", RETURNS("[nil, false]")},
    {"close-write-datagram-bound", "close_write.unconnected", ITSELF, "$bound; [socket.close_write, socket.close_write, socket.closed?]", RETURNS("[nil, nil, false]")},
    {"close-write-datagram-recvfrom", "close_write.reading-stays", ITSELF, "$bound; $peer; socket.close_write; peer.send('still'); socket.recvfrom(20)", RETURNS("['still', peer.sockaddr]")},
    {"close-write-datagram-open-write", "write.result", ITSELF, DATAGRAMS "socket.write('x')", RETURNS("1")},
    {"close-write-datagram-write", "close_write.write", "close-write-datagram-open-write", DATAGRAMS "socket.close_write; socket.write('x')", RAISES(IOError, "not opened for writing")},
    {"close-write-datagram-puts", "close_write.write", "close-write-datagram-open-write", DATAGRAMS "socket.close_write; socket.puts('x')", RAISES(IOError, "not opened for writing")},
    {"close-write-datagram-new-write", "close_write.unconnected", "close-write-datagram-open-write", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.close_write; socket.write('x')", RAISES(IOError, "not opened for writing")},
    {"close-write-datagram-write-empty", "close_write.empty", ITSELF, DATAGRAMS "socket.close_write; peer.send('x'); [socket.write(''), socket.recv(20)]", RETURNS("[0, 'x']")},
    {"close-write-datagram-sendto-before", "send.result", ITSELF, "$bound; $peer; socket.send('x', 0, peer.sockaddr)", RETURNS("1")},
    {"close-write-datagram-sendto", "close_write.send", "close-write-datagram-sendto-before", "$bound; $peer; socket.close_write; socket.send('x', 0, peer.sockaddr)", RAISES(Errno::EPIPE, NULL)},
    {"close-write-datagram-new-both", "close_write.both-close", ITSELF, "socket = Socket.new($domain, SOCK_DGRAM, 0); [socket.close_read, socket.closed?, socket.close_write, socket.closed?]", RETURNS("[nil, false, nil, true]")},
    {"close-write-datagram-closed", "close_write.closed", "close-write-datagram-new", "$bound; socket.close; socket.close_write", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(close_write_unconnected_datagram, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("family", datagram_families)})
