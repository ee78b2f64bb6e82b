/* socket.shutdown(how = SHUT_RDWR) => 0 */
#include "conformance/harness/rows/families.h"

/* clang-format off */
/* The forms of each direction: numbers, and, in today's Ruby, names with or without the prefix.
 * $as, $result and $open are the behaviours that the rows of a form belong to. */
static const struct sockspec_variant reading[] = {
    {"0", {{"how", "(0)"}, {"as", "shutdown.read"}, {"result", "shutdown.result"}, {"open", "shutdown.still-open"}}},
    {"SHUT_RD", {{"how", "(SHUT_RD)"}, {"as", "shutdown.read"}, {"result", "shutdown.result"}, {"open", "shutdown.still-open"}}},
    {"name-RD", {{"how", "('RD')"}, {"as", "shutdown.names"}, {"result", "shutdown.names"}, {"open", "shutdown.names"}}},
    {"name-SHUT_RD", {{"how", "('SHUT_RD')"}, {"as", "shutdown.names"}, {"result", "shutdown.names"}, {"open", "shutdown.names"}}},
};
static const struct sockspec_variant writing[] = {
    {"1", {{"how", "(1)"}, {"as", "shutdown.write"}, {"result", "shutdown.result"}, {"open", "shutdown.still-open"}}},
    {"SHUT_WR", {{"how", "(SHUT_WR)"}, {"as", "shutdown.write"}, {"result", "shutdown.result"}, {"open", "shutdown.still-open"}}},
    {"name-WR", {{"how", "('WR')"}, {"as", "shutdown.names"}, {"result", "shutdown.names"}, {"open", "shutdown.names"}}},
    {"name-SHUT_WR", {{"how", "('SHUT_WR')"}, {"as", "shutdown.names"}, {"result", "shutdown.names"}, {"open", "shutdown.names"}}},
};
static const struct sockspec_variant both[] = {
    {"none", {{"how", ""}, {"as", "shutdown.default"}, {"result", "shutdown.result"}, {"open", "shutdown.still-open"}}},
    {"nil", {{"how", "(nil)"}, {"as", "shutdown.default"}, {"result", "shutdown.result"}, {"open", "shutdown.still-open"}}},
    {"2", {{"how", "(2)"}, {"as", "shutdown.both"}, {"result", "shutdown.result"}, {"open", "shutdown.still-open"}}},
    {"SHUT_RDWR", {{"how", "(SHUT_RDWR)"}, {"as", "shutdown.both"}, {"result", "shutdown.result"}, {"open", "shutdown.still-open"}}},
    {"name-RDWR", {{"how", "('RDWR')"}, {"as", "shutdown.names"}, {"result", "shutdown.names"}, {"open", "shutdown.names"}}},
    {"name-SHUT_RDWR", {{"how", "('SHUT_RDWR')"}, {"as", "shutdown.names"}, {"result", "shutdown.names"}, {"open", "shutdown.names"}}},
};

static const struct sockspec_row shutdown_read_rows[] = {
    {"shutdown-read-result", "$result", ITSELF, "$connected; socket.shutdown$how", RETURNS("0")},
    /* After the call nothing more can be read, but data can be written. */
    {"shutdown-read", "$as", ITSELF, "$connected; socket.shutdown$how; [at_once(start socket.recv(20)), socket.recv(20)]", RETURNS("['', '']")},
    {"shutdown-read-writes", "$as", ITSELF, "$connected; socket.shutdown$how; sent = socket.send('still', 0); [sent, peer.recv(20)]", RETURNS("[5, 'still']")},
    {"shutdown-read-open", "$open", ITSELF, "$connected; socket.shutdown$how; [socket.closed?, socket.getpeername, socket.getsockname]", RETURNS("[false, door.sockaddr, peer.peer]")},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_read, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("how", reading), AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row shutdown_write_rows[] = {
    {"shutdown-write-result", "$result", ITSELF, "$connected; socket.shutdown$how", RETURNS("0")},
    /* The peer reads what was sent, then the end. Nothing more can be written, but data can be
     * read. */
    {"shutdown-write", "$as", ITSELF, "$connected; socket.send('last', 0); socket.shutdown$how; [peer.recv(20), peer.recv(20)]", RETURNS("['last', '']")},
    {"shutdown-write-reads", "$as", ITSELF, "$connected; socket.shutdown$how; peer.recv(20); peer.send('still'); socket.recv(20)", RETURNS("'still'")},
    {"shutdown-write-before", "shutdown.write", ITSELF, "$connected; socket.send('x', 0)", RETURNS("1")},
    {"shutdown-write-sends", "$as", "shutdown-write-before", "$connected; socket.shutdown$how; socket.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"shutdown-write-open", "$open", ITSELF, "$connected; socket.shutdown$how; [socket.closed?, socket.getpeername, socket.getsockname]", RETURNS("[false, door.sockaddr, peer.peer]")},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_write, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("how", writing), AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row shutdown_both_rows[] = {
    {"shutdown-both-result", "$result", ITSELF, "$connected; socket.shutdown$how", RETURNS("0")},
    /* Both ends read the end of the stream. */
    {"shutdown-both", "$as", ITSELF, "$connected; socket.send('last', 0); socket.shutdown$how; [at_once(start socket.recv(20)), peer.recv(20), peer.recv(20)]", RETURNS("['', 'last', '']")},
    {"shutdown-both-before", "shutdown.both", ITSELF, "$connected; socket.send('x', 0)", RETURNS("1")},
    {"shutdown-both-sends", "$as", "shutdown-both-before", "$connected; socket.shutdown$how; socket.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"shutdown-both-open", "$open", ITSELF, "$connected; socket.shutdown$how; [socket.closed?, socket.getsockname]", RETURNS("[false, peer.peer]")},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_both, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("how", both), AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row shutdown_rows[] = {
    {"shutdown-good", "shutdown.result", ITSELF, "$connected; socket.shutdown(SHUT_WR)", RETURNS("0")},
    {"shutdown-one-then-other", "shutdown.both", ITSELF, "$connected; first = socket.shutdown(SHUT_WR); second = socket.shutdown(SHUT_RD); [first, second, peer.recv(20), socket.recv(20)]", RETURNS("[0, 0, '', '']")},
    {"shutdown-twice", "shutdown.result", ITSELF, "$connected; [socket.shutdown(SHUT_WR), socket.shutdown(SHUT_WR)]", RETURNS("[0, 0]")},
    {"shutdown-then-close", "shutdown.still-open", ITSELF, "$connected; socket.shutdown(SHUT_WR); before = socket.closed?; socket.close; [before, socket.closed?, peer.recv(20)]", RETURNS("[false, true, '']")},
    {"shutdown-ends-wait", "shutdown.both", ITSELF, "$connected; again = Socket.for_fd(socket.fileno); again.shutdown(SHUT_RD); at_once(start socket.recv(20))", RETURNS("''")},
    /* Names that are not those of a direction are an error: SocketError in today's Ruby, which
     * accepts names. */
    {"shutdown-unknown", "shutdown.unknown-name", "shutdown-good", "$connected; socket.shutdown('NOPE')", RAISES(SocketError, "unknown shutdown argument:")},
    {"shutdown-unknown-prefix", "shutdown.unknown-name", "shutdown-good", "$connected; socket.shutdown('SHUT_NOPE')", RAISES(SocketError, "unknown shutdown argument:")},
    {"shutdown-lower", "shutdown.unknown-name", "shutdown-good", "$connected; socket.shutdown('wr')", RAISES(SocketError, "unknown shutdown argument:")},
    {"shutdown-digits", "shutdown.unknown-name", "shutdown-good", "$connected; socket.shutdown('1')", RAISES(SocketError, "unknown shutdown argument:")},
    {"shutdown-empty", "shutdown.unknown-name", "shutdown-good", "$connected; socket.shutdown('')", RAISES(SocketError, "unknown shutdown argument:")},
    /* A number that is not a direction shuts nothing down. */
    {"shutdown-three", "shutdown.how", "shutdown-good", "$connected; socket.shutdown(3)", RAISES(ArgumentError, NULL)},
    {"shutdown-negative", "shutdown.how", "shutdown-good", "$connected; socket.shutdown(-1)", RAISES(ArgumentError, NULL)},
    {"shutdown-99", "shutdown.how", "shutdown-good", "$connected; socket.shutdown(99)", RAISES(ArgumentError, NULL)},
    {"shutdown-no-harm", "shutdown.how", ITSELF, "$connected; raised(ArgumentError, socket.shutdown(3)); socket.send('still', 0); peer.recv(20)", RETURNS("'still'")},
    /* Types and numbers of arguments. */
    {"shutdown-array", "shutdown.type", "shutdown-good", "$connected; socket.shutdown([SHUT_WR])", RAISES(TypeError, NULL)},
    {"shutdown-true", "shutdown.type", "shutdown-good", "$connected; socket.shutdown(true)", RAISES(TypeError, NULL)},
    {"shutdown-wide", "shutdown.range", "shutdown-good", "$connected; socket.shutdown(0x100000001)", RAISES(RangeError, NULL)},
    {"shutdown-two", "shutdown.arity", "shutdown-good", "$connected; socket.shutdown(SHUT_RD, SHUT_WR)", RAISES(ArgumentError, NULL)},
    /* In today's Ruby the message names the system call. */
    {"shutdown-message-EBADF", "shutdown.error.message", "shutdown-good", "$connected; again = Socket.for_fd(socket.fileno); again.close; socket.shutdown(SHUT_WR)", RAISES(Errno::EBADF, "shutdown(2)")},
    {"shutdown-message-ENOTSOCK", "shutdown.error.message", "shutdown-good", "$connected; replace_descriptor(socket); socket.shutdown(SHUT_WR)", RAISES(Errno::ENOTSOCK, "shutdown(2)")},
    /* The descriptor is closed, or refers to something other than a socket. */
    {"shutdown-EBADF", "shutdown.EBADF", "shutdown-good", "$connected; again = Socket.for_fd(socket.fileno); again.close; socket.shutdown(SHUT_WR)", RAISES(Errno::EBADF, NULL)},
    {"shutdown-ENOTSOCK", "shutdown.ENOTSOCK", "shutdown-good", "$connected; replace_descriptor(socket); socket.shutdown(SHUT_WR)", RAISES(Errno::ENOTSOCK, NULL)},
    {"shutdown-closed", "shutdown.closed", "shutdown-good", "$connected; socket.close; socket.shutdown(SHUT_WR)", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_variant inet_families[] = {
    {"in4", {{"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}}},
    {"in6", {{"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}}},
};
static const struct sockspec_variant directions[] = {
    {"read", {{"how", "SHUT_RD"}}},
    {"write", {{"how", "SHUT_WR"}}},
    {"both", {{"how", "SHUT_RDWR"}}},
};

#define DOOR "door = Tester.socket($domain, SOCK_STREAM); door.bind($any); door.listen(1); socket = Socket.new($domain, SOCK_STREAM, 0); "

static const struct sockspec_row shutdown_inet_rows[] = {
    {"shutdown-connected", "shutdown.result", ITSELF, DOOR "socket.connect(door.sockaddr); socket.shutdown($how)", RETURNS("0")},
    /* The socket has no connection: it is new, or only bound, or its connection was reset. */
    {"shutdown-new", "shutdown.ENOTCONN", "shutdown-connected", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.shutdown($how)", RAISES(Errno::ENOTCONN, NULL)},
    {"shutdown-bound", "shutdown.ENOTCONN", "shutdown-connected", "socket = Socket.new($domain, SOCK_STREAM, 0); socket.bind($any); socket.shutdown($how)", RAISES(Errno::ENOTCONN, NULL)},
    {"shutdown-reset", "shutdown.ENOTCONN", "shutdown-connected", DOOR "socket.connect(door.sockaddr); peer = door.accept; peer.abort; IO.select([socket]); socket.shutdown($how)", RAISES(Errno::ENOTCONN, NULL)},
    {"shutdown-new-then", "shutdown.ENOTCONN", ITSELF, DOOR "other = Socket.new($domain, SOCK_STREAM, 0); raised(Errno::ENOTCONN, other.shutdown($how)); socket.connect(door.sockaddr); socket.shutdown($how)", RETURNS("0")},
    /* A datagram socket can be shut down when it has a peer. */
    {"shutdown-datagram", "shutdown.result", ITSELF, "peer = Tester.socket($domain, SOCK_DGRAM); peer.bind($any); socket = Socket.new($domain, SOCK_DGRAM, 0); socket.connect(peer.sockaddr); socket.shutdown($how)", RETURNS("0")},
    {"shutdown-datagram-new", "shutdown.ENOTCONN", "shutdown-datagram", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.shutdown($how)", RAISES(Errno::ENOTCONN, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_inet, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", inet_families), AXIS("direction", directions)})

/* clang-format off */
static const struct sockspec_variant unix_types[] = {{"stream", {{"type", "SOCK_STREAM"}}}, {"dgram", {{"type", "SOCK_DGRAM"}}}, {"seqpacket", {{"type", "SOCK_SEQPACKET"}}}};

static const struct sockspec_row shutdown_unix_rows[] = {
    {"shutdown-unix-pair", "shutdown.result", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); a.shutdown($how)", RETURNS("0")},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("type", unix_types), AXIS("direction", directions)})

/* clang-format off */
static const struct sockspec_row shutdown_linux_rows[] = {
    /* Linux: an AF_UNIX socket without a connection can be shut down. */
    {"shutdown-unix-new", "shutdown.ENOTCONN", ITSELF, "socket = Socket.new(AF_UNIX, $type, 0); socket.shutdown($how)", RETURNS("0")},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_linux, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .platform = "Linux",
               .axes = {AXIS("type", unix_types), AXIS("direction", directions)})

/* clang-format off */
/* Numbers that are not a direction. */
static const struct sockspec_variant no_directions[] = {
    {"3", {{"how", "3"}}},
    {"minus-1", {{"how", "-1"}}},
    {"256", {{"how", "256"}}},
    {"largest", {{"how", "2147483647"}}},
    {"smallest", {{"how", "-2147483648"}}},
};

/* The states of a connection-oriented socket. */
static const struct sockspec_variant states[] = {
    {"new", {{"state", "socket = Socket.new($domain, $type, 0)"}}},
    {"bound", {{"state", "socket = Socket.new($domain, $type, 0); socket.bind($any)"}}},
    {"listening", {{"state", "socket = Socket.new($domain, $type, 0); socket.bind($any); socket.listen(1)"}}},
    {"connected", {{"state", "$connected"}}},
    {"accepted", {{"state", "$listening; $caller; socket, from = server.accept"}}},
    {"peer-closed", {{"state", "$connected; peer.close"}}},
    {"shut-for-reading", {{"state", "$connected; socket.shutdown(SHUT_RD)"}}},
    {"shut-for-writing", {{"state", "$connected; socket.shutdown(SHUT_WR)"}}},
    {"shut", {{"state", "$connected; socket.shutdown(SHUT_RDWR)"}}},
    {"close-read", {{"state", "$connected; socket.close_read"}}},
    {"close-write", {{"state", "$connected; socket.close_write"}}},
    {"closed", {{"state", "$connected; socket.close"}}},
    {"closed-new", {{"state", "socket = Socket.new($domain, $type, 0); socket.close"}}},
    {"closed-listening", {{"state", "socket = Socket.new($domain, $type, 0); socket.bind($any); socket.listen(1); socket.close"}}},
    {"closed-by-halves", {{"state", "$connected; socket.close_write; socket.close_read"}}},
    {"descriptor-closed", {{"state", "$connected; again = Socket.for_fd(socket.fileno); again.close"}}},
    {"no-socket", {{"state", "$connected; replace_descriptor(socket)"}}},
};

static const struct sockspec_row shutdown_how_rows[] = {
    /* The argument is refused before the state of the socket matters. */
    {"shutdown-how", "shutdown.how.before-state", "shutdown-good-$family", "$state; socket.shutdown($how)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_how, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("state", states), AXIS("family", stream_families),
                        AXIS("how", no_directions)})

/* clang-format off */
static const struct sockspec_variant datagram_states[] = {
    {"new", {{"state", "socket = Socket.new($domain, SOCK_DGRAM, 0)"}}},
    {"bound", {{"state", "$bound"}}},
    {"connected", {{"state", "$bound; $peer; socket.connect(peer.sockaddr)"}}},
    {"shut", {{"state", "$bound; $peer; socket.connect(peer.sockaddr); socket.shutdown(SHUT_RDWR)"}}},
    {"close-read", {{"state", "$bound; socket.close_read"}}},
    {"close-write", {{"state", "$bound; socket.close_write"}}},
    {"closed", {{"state", "$bound; socket.close"}}},
    {"closed-new", {{"state", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.close"}}},
};

static const struct sockspec_row shutdown_datagram_how_rows[] = {
    {"shutdown-datagram-how", "shutdown.how.before-state", "shutdown-datagram-good-$family", "$state; socket.shutdown($how)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_datagram_how, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("state", datagram_states), AXIS("family", datagram_families),
                        AXIS("how", no_directions)})

/* clang-format off */
static const struct sockspec_row shutdown_datagram_rows[] = {
    {"shutdown-datagram-good", "shutdown.result", ITSELF, "$bound; $peer; socket.connect(peer.sockaddr); socket.shutdown(SHUT_RDWR)", RETURNS("0")},
    /* A refused argument changes nothing. */
    {"shutdown-datagram-no-harm", "shutdown.how.before-state", ITSELF, "$bound; $peer; socket.connect(peer.sockaddr); raised(ArgumentError, socket.shutdown(3)); raised(ArgumentError, socket.shutdown(-1)); peer.send('in'); socket.send('out', 0); [socket.recv(20), peer.recv(20)]", RETURNS("['in', 'out']")},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", datagram_families)})

/* clang-format off */
static const struct sockspec_row shutdown_streams_rows[] = {
    /* The methods of IO after both directions were shut down. */
    {"shutdown-streams-write", "shutdown.streams", "shutdown-streams-write-before", "$connected; socket.shutdown(SHUT_RDWR); socket.write('x')", RAISES(Errno::EPIPE, NULL)},
    {"shutdown-streams-write-before", "write.result", ITSELF, "$connected; socket.write('x')", RETURNS("1")},
    {"shutdown-streams-write-empty", "write.result", ITSELF, "$connected; socket.shutdown(SHUT_RDWR); socket.write('')", RETURNS("0")},
    {"shutdown-streams-puts", "shutdown.streams", "shutdown-streams-puts-before", "$connected; socket.shutdown(SHUT_RDWR); socket.puts('x')", RAISES(Errno::EPIPE, NULL)},
    {"shutdown-streams-puts-before", "puts.result", ITSELF, "$connected; socket.puts('x')", RETURNS("nil")},
    {"shutdown-streams-read", "shutdown.streams", ITSELF, "$connected; socket.shutdown(SHUT_RDWR); [socket.read, socket.read]", RETURNS("['', '']")},
    {"shutdown-streams-read-zero", "read.length-zero", ITSELF, "$connected; socket.shutdown(SHUT_RDWR); socket.read(0)", RETURNS("''")},
    {"shutdown-streams-read-length", "read.length-eof", ITSELF, "$connected; socket.shutdown(SHUT_RDWR); socket.read(1)", RETURNS("nil")},
    {"shutdown-streams-readline", "readline.eof", "shutdown-streams-readline-before", "$connected; peer.send('line\n'); socket.shutdown(SHUT_WR); socket.readline; socket.shutdown(SHUT_RD); socket.readline", RAISES(EOFError, NULL)},
    {"shutdown-streams-readline-before", "readline.line", ITSELF, "$connected; peer.send('line\nmore\n'); socket.shutdown(SHUT_WR); socket.readline; socket.readline", RETURNS("'more\n'")},
    {"shutdown-streams-select", "shutdown.streams", ITSELF, "$connected; socket.shutdown(SHUT_RDWR); IO.select([socket], [socket], nil, 5)", RETURNS("[[socket], [socket], []]")},
    /* close_read and close_write are still allowed, and the second of them closes the socket. */
    {"shutdown-streams-close-halves", "shutdown.still-open", ITSELF, "$connected; socket.shutdown(SHUT_RDWR); [socket.close_read, socket.closed?, socket.close_write, socket.closed?]", RETURNS("[nil, false, nil, true]")},
    {"shutdown-streams-close-write-first", "shutdown.still-open", ITSELF, "$connected; socket.shutdown(SHUT_RDWR); [socket.close_write, socket.closed?, socket.close_read, socket.closed?]", RETURNS("[nil, false, nil, true]")},
};
/* clang-format on */
SOCKSPEC_TABLE(shutdown_streams, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})
