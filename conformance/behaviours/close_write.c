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
