/* socket.send(mesg, flags, dest_sockaddr = nil) => bytes sent */
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/receiving.h"
#include "conformance/behaviours/unix_names.h"

/* clang-format off */
#define EVERY_BYTE \
    "hex('000102030405060708090a0b0c0d0e0f 101112131415161718191a1b1c1d1e1f 202122232425262728292a2b2c2d2e2f 303132333435363738393a3b3c3d3e3f " \
    "404142434445464748494a4b4c4d4e4f 505152535455565758595a5b5c5d5e5f 606162636465666768696a6b6c6d6e6f 707172737475767778797a7b7c7d7e7f " \
    "808182838485868788898a8b8c8d8e8f 909192939495969798999a9b9c9d9e9f a0a1a2a3a4a5a6a7a8a9aaabacadaeaf b0b1b2b3b4b5b6b7b8b9babbbcbdbebf " \
    "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf d0d1d2d3d4d5d6d7d8d9dadbdcdddedf e0e1e2e3e4e5e6e7e8e9eaebecedeeef f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff')"

/* $behaviour is the behaviour for the delivery of this kind's data. */
static const struct sockspec_variant connected_kinds[] = {
    {"tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"any", "in4(0, '127.0.0.1')"}, {"pair", SOCKSPEC_ACCEPTED}, {"behaviour", "send.stream"}}},
    {"tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"any", "in6(0, '::1')"}, {"pair", SOCKSPEC_ACCEPTED}, {"behaviour", "send.stream"}}},
    {"unix-stream", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}, {"any", "un(path('a'))"}, {"pair", SOCKSPEC_ACCEPTED}, {"behaviour", "send.stream"}}},
    {"unix-seqpacket", {{"domain", "AF_UNIX"}, {"type", "SOCK_SEQPACKET"}, {"any", "un(path('a'))"}, {"pair", SOCKSPEC_ACCEPTED}, {"behaviour", "send.datagram"}}},
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"pair", SOCKSPEC_CONNECTED}, {"behaviour", "send.datagram"}}},
    {"udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"pair", SOCKSPEC_CONNECTED}, {"behaviour", "send.datagram"}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"pair", SOCKSPEC_CONNECTED}, {"behaviour", "send.datagram"}}},
};

static const struct sockspec_variant sizes[] = {
    {"1", {{"size", "1"}}}, {"2", {{"size", "2"}}}, {"100", {{"size", "100"}}}, {"1023", {{"size", "1023"}}}, {"1024", {{"size", "1024"}}}, {"1025", {{"size", "1025"}}}, {"8192", {{"size", "8192"}}},
};

static const struct sockspec_row send_size_rows[] = {
    /* The call returns the number of bytes, whatever the size. */
    {"send-size", "send.result", ITSELF, "$pair; sent = socket.send('x' * $size, 0); [sent, peer.recv(9000, MSG_PEEK)]", RETURNS("[$size, 'x' * $size]")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connected_kinds), AXIS("size", sizes)})

/* clang-format off */
static const struct sockspec_row send_rows[] = {
    {"send-arrives", "$behaviour", ITSELF, "$pair; socket.send('letter', 0); peer.recv(20)", RETURNS("'letter'")},
    {"send-result", "send.result", ITSELF, "$pair; socket.send('letter', 0)", RETURNS("6")},
    {"send-nil", "send.dest.nil", ITSELF, "$pair; sent = socket.send('letter', 0, nil); [sent, peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"send-in-order", "$behaviour", ITSELF, "$pair; socket.send('one', 0); one = peer.recv(20); socket.send('two', 0); [one, peer.recv(20)]", RETURNS("['one', 'two']")},
    {"send-both-ways", "$behaviour", ITSELF, "$pair; socket.send('question', 0); question = peer.recv(20); peer.send('answer'); [question, socket.recv(20)]", RETURNS("['question', 'answer']")},
    {"send-flag", "send.result", ITSELF, "$pair; sent = socket.send('letter', MSG_DONTWAIT); [sent, peer.recv(20)]", RETURNS("[6, 'letter']")},
    /* All byte values are sent unchanged. */
    {"send-binary", "send.binary", ITSELF, "$pair; sent = socket.send('\\0\\xff\\x80\\n\\0', 0); [sent, peer.recv(20)]", RETURNS("[5, '\\0\\xff\\x80\\n\\0']")},
    {"send-zeros", "send.binary", ITSELF, "$pair; sent = socket.send('\\0\\0\\0', 0); [sent, peer.recv(20)]", RETURNS("[3, '\\0\\0\\0']")},
    {"send-utf8", "send.binary", ITSELF, "$pair; sent = socket.send('\\xc3\\xa9', 0); [sent, peer.recv(20)]", RETURNS("[2, '\\xc3\\xa9']")},
    {"send-every-byte", "send.binary", ITSELF, "$pair; sent = socket.send(" EVERY_BYTE ", 0); [sent, peer.recv(300)]", RETURNS("[256, " EVERY_BYTE "]")},
    {"send-empty", "send.empty", ITSELF, "$pair; socket.send('', 0)", RETURNS("0")},
    /* Nothing more can be sent. */
    {"send-shut-down", "send.EPIPE", "send-result", "$pair; socket.shutdown(SHUT_WR); socket.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"send-shut-down-lives", "send.EPIPE", ITSELF, "$pair; socket.shutdown(SHUT_WR); raised(Errno::EPIPE, socket.send('x', 0)); raised(Errno::EPIPE, socket.send('x', 0)); peer.send('still'); socket.recv(20)", RETURNS("'still'")},
    /* The descriptor is closed, or refers to something other than a socket. */
    {"send-EBADF", "send.EBADF", "send-result", "$pair; again = Socket.for_fd(socket.fileno); again.close; socket.send('x', 0)", RAISES(Errno::EBADF, "send(2)")},
    {"send-ENOTSOCK", "send.ENOTSOCK", "send-result", "$pair; replace_descriptor(socket); socket.send('x', 0)", RAISES(Errno::ENOTSOCK, "send(2)")},
    /* The socket is checked for being closed before the flags are converted. */
    {"send-closed-flags-nil", "send.closed-first", "send-result", "$pair; socket.close; socket.send('x', nil)", RAISES(IOError, "closed stream")},
    {"send-closed-flags-text", "send.closed-first", "send-result", "$pair; socket.close; socket.send('x', 'none')", RAISES(IOError, "closed stream")},
    {"send-closed-flags-wide", "send.closed-first", "send-result", "$pair; socket.close; socket.send('x', 0x100000000)", RAISES(IOError, "closed stream")},
    {"send-closed", "send.closed", "send-result", "$pair; socket.close; socket.send('x', 0)", RAISES(IOError, "closed stream")},
    /* Types and numbers of arguments. */
    {"send-message-nil", "send.message.type", "send-result", "$pair; socket.send(nil, 0)", RAISES(TypeError, NULL)},
    {"send-message-integer", "send.message.type", "send-result", "$pair; socket.send(1, 0)", RAISES(TypeError, NULL)},
    {"send-message-true", "send.message.type", "send-result", "$pair; socket.send(true, 0)", RAISES(TypeError, NULL)},
    {"send-message-array", "send.message.type", "send-result", "$pair; socket.send(['letter'], 0)", RAISES(TypeError, NULL)},
    {"send-flags-nil", "send.flags.type", "send-result", "$pair; socket.send('letter', nil)", RAISES(TypeError, NULL)},
    {"send-flags-text", "send.flags.type", "send-result", "$pair; socket.send('letter', '0')", RAISES(TypeError, NULL)},
    {"send-flags-true", "send.flags.type", "send-result", "$pair; socket.send('letter', true)", RAISES(TypeError, NULL)},
    {"send-flags-array", "send.flags.type", "send-result", "$pair; socket.send('letter', [0])", RAISES(TypeError, NULL)},
    {"send-flags-wide", "send.flags.range", "send-result", "$pair; socket.send('letter', 0x100000000)", RAISES(RangeError, NULL)},
    {"send-dest-integer", "send.dest.type", "send-result", "$pair; socket.send('letter', 0, 1)", RAISES(TypeError, NULL)},
    {"send-dest-true", "send.dest.type", "send-result", "$pair; socket.send('letter', 0, true)", RAISES(TypeError, NULL)},
    {"send-dest-array", "send.dest.type", "send-result", "$pair; socket.send('letter', 0, [peer.sockaddr])", RAISES(TypeError, NULL)},
    {"send-none", "send.arity", "send-result", "$pair; socket.send", RAISES(ArgumentError, NULL)},
    {"send-one", "send.arity", "send-result", "$pair; socket.send('letter')", RAISES(ArgumentError, NULL)},
    {"send-four", "send.arity", "send-result", "$pair; socket.send('letter', 0, nil, nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(send, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connected_kinds)})

/* clang-format off */
static const struct sockspec_row send_bytes_rows[] = {
    /* An empty message adds nothing to a stream, and a stream does not preserve message
     * boundaries. */
    {"send-empty-bytes", "send.empty", ITSELF, "$pair; socket.send('', 0); socket.send('x', 0); peer.recv(20)", RETURNS("'x'")},
    {"send-joined", "send.stream", ITSELF, "$pair; socket.send('one', 0); socket.send('two', 0); socket.close; [peer.recv(6, MSG_WAITALL), peer.recv(20)]", RETURNS("['onetwo', '']")},
    {"send-long", "send.stream", ITSELF, "$pair; socket.send('0123456789' * 2000, 0); peer.recv(20000, MSG_WAITALL)", RETURNS("'0123456789' * 2000")},
    /* The data does not fit into the buffer: the part that fits is sent, and then the buffer is
     * full. */
    {"send-part", "send.flags.dontwait", ITSELF, "$pair; sent = at_once(start socket.send('x' * 500000, MSG_DONTWAIT)); peer.recv(sent, MSG_WAITALL) + '.'", RETURNS("'x' * sent + '.'")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_bytes, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds)})

/* clang-format off */
static const struct sockspec_variant unix_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}, {"most", "100000"}}},
    {"dgram", {{"type", "SOCK_DGRAM"}, {"most", "16000"}}},
    {"seqpacket", {{"type", "SOCK_SEQPACKET"}, {"most", "16000"}}},
};

static const struct sockspec_row send_full_rows[] = {
    /* If the buffer is full, MSG_DONTWAIT asks the system not to wait. Both Rubies wait
     * nevertheless, which is allowed. */
    {"send-not-full", "send.flags.dontwait", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); a.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); a.send('x' * 2000, MSG_DONTWAIT)", RETURNS("2000")},
    {"send-full", "send.flags.dontwait", ITSELF,
     "a, b = Socket.pair(AF_UNIX, $type, 0); a.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); a.send('x' * $most, MSG_DONTWAIT); settled(start a.send('x' * 2000, MSG_DONTWAIT))", RETURNS_OR_RAISES("'waits'", Errno::EAGAIN)},
    {"send-full-read", "send.flags.dontwait", ITSELF,
     "a, b = Socket.pair(AF_UNIX, $type, 0); a.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); a.send('x' * $most, MSG_DONTWAIT); b.recv(100000); a.send('x' * 2000, MSG_DONTWAIT)", RETURNS("2000")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_full, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("type", unix_types)})

/* clang-format off */
static const struct sockspec_variant unix_messages[] = {{"dgram", {{"type", "SOCK_DGRAM"}}}, {"seqpacket", {{"type", "SOCK_SEQPACKET"}}}};

static const struct sockspec_row send_unix_message_rows[] = {
    /* The message is larger than the send buffer. */
    {"send-fits", "send.EMSGSIZE", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); a.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); a.send('x' * 16000, 0)", RETURNS("16000")},
    {"send-too-large", "send.EMSGSIZE", "send-fits", "a, b = Socket.pair(AF_UNIX, $type, 0); a.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); a.send('x' * 17000, 0)", RAISES(Errno::EMSGSIZE, "send(2)")},
    {"send-too-large-kept-out", "send.EMSGSIZE", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); a.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); raised(Errno::EMSGSIZE, a.send('x' * 17000, 0)); a.send('small', 0); b.recv(20)", RETURNS("'small'")},
    {"send-calm-oob", "send.flags.oob-unsupported", "send-fits", "a, b = Socket.pair(AF_UNIX, $type, 0); a.send('x', MSG_OOB)", RAISES(Errno::EOPNOTSUPP, "send(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_unix_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("type", unix_messages)})

/* clang-format off */
static const struct sockspec_variant message_families[] = {
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"third", "in4(0, '127.0.0.3')"}, {"pair", SOCKSPEC_BOUND}, {"dest", "send.dest"}, {"nobody", "send.EDESTADDRREQ"}, {"error", "EDESTADDRREQ"}}},
    {"udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"third", "in6(0, '::1')"}, {"pair", SOCKSPEC_BOUND}, {"dest", "send.dest.ipv6"}, {"nobody", "send.EDESTADDRREQ"}, {"error", "EDESTADDRREQ"}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"third", "un(path('c'))"}, {"pair", SOCKSPEC_BOUND}, {"dest", "send.dest.unix"}, {"nobody", "send.ENOTCONN"}, {"error", "ENOTCONN"}}},
};

static const struct sockspec_row send_message_rows[] = {
    /* Each message is delivered separately, including an empty one. */
    {"send-apart", "send.datagram", ITSELF, "$pair; socket.send('one', 0, peer.sockaddr); socket.send('two', 0, peer.sockaddr); [peer.recv(20), peer.recv(20)]", RETURNS("['one', 'two']")},
    {"send-empty-message", "send.empty", ITSELF, "$pair; sent = socket.send('', 0, peer.sockaddr); socket.send('x', 0, peer.sockaddr); [sent, peer.recv(20), peer.recv(20)]", RETURNS("[0, '', 'x']")},
    {"send-from", "$dest", ITSELF, "$pair; sent = socket.send('letter', 0, peer.sockaddr); [sent, peer.recvfrom(20)]", RETURNS("[6, ['letter', socket.getsockname]]")},
    {"send-answer", "$dest", ITSELF, "$pair; peer.send('question'); text, from = socket.recvfrom(20); socket.send('answer', 0, from); [text, peer.recv(20)]", RETURNS("['question', 'answer']")},
    {"send-unbound", "$dest", ITSELF, "$pair; other = Socket.new($domain, $type, 0); peer = Tester.socket($domain, $type); peer.bind($third); other.send('letter', 0, peer.sockaddr); peer.recv(20)", RETURNS("'letter'")},
    {"send-two-peers", "$dest", ITSELF, "$pair; third = Tester.socket($domain, $type); third.bind($third); socket.send('one', 0, peer.sockaddr); socket.send('two', 0, third.sockaddr); [peer.recv(20), third.recv(20)]", RETURNS("['one', 'two']")},
    {"send-elsewhere", "send.dest.overrides", ITSELF,
     "$pair; third = Tester.socket($domain, $type); third.bind($third); socket.connect(peer.sockaddr); socket.send('one', 0, third.sockaddr); socket.send('two', 0); [third.recv(20), peer.recv(20), socket.getpeername]", RETURNS("['one', 'two', peer.sockaddr]")},
    /* The socket has no peer, and no destination is given. */
    {"send-to-nobody", "$nobody", "send-from", "$pair; socket.send('x', 0)", RAISES_ONE("Errno::$error", "send(2)")},
    {"send-to-nil", "$nobody", "send-from", "$pair; socket.send('x', 0, nil)", RAISES_ONE("Errno::$error", "send(2)")},
    {"send-new-to-nobody", "$nobody", "send-from", "socket = Socket.new($domain, $type, 0); socket.send('x', 0)", RAISES_ONE("Errno::$error", "send(2)")},
    /* The destination is not an address, or has another family. Ruby 1.8.7 names send(2) in the
     * message, today's Ruby sendto(2). */
    {"send-dest-family-only", "send.dest.EINVAL", "send-from", "$pair; socket.send('x', 0, peer.sockaddr[0, 2])", RAISES(Errno::EINVAL, "either('send(2)', 'sendto(2)')")},
    {"send-dest-half-family", "send.dest.EINVAL", "send-from", "$pair; socket.send('x', 0, peer.sockaddr[0, 1])", RAISES(Errno::EINVAL, "either('send(2)', 'sendto(2)')")},
    {"send-dest-too-long", "send.dest.EINVAL", "send-from", "$pair; socket.send('x', 0, peer.sockaddr[0, 2] + 'x' * 200)", RAISES(Errno::EINVAL, "either('send(2)', 'sendto(2)')")},
    {"send-dest-EBADF", "send.EBADF", "send-from", "$pair; again = Socket.for_fd(socket.fileno); again.close; socket.send('x', 0, peer.sockaddr)", RAISES(Errno::EBADF, "either('send(2)', 'sendto(2)')")},
    {"send-dest-ENOTSOCK", "send.ENOTSOCK", "send-from", "$pair; replace_descriptor(socket); socket.send('x', 0, peer.sockaddr)", RAISES(Errno::ENOTSOCK, "either('send(2)', 'sendto(2)')")},
    /* Today's Ruby names sendto(2) whenever a destination was given. */
    {"send-dest-message-EINVAL", "send.dest.error.message", "send-from", "$pair; socket.send('x', 0, peer.sockaddr[0, 2])", RAISES(Errno::EINVAL, "sendto(2)")},
    {"send-dest-message-ENOTSOCK", "send.dest.error.message", "send-from", "$pair; replace_descriptor(socket); socket.send('x', 0, peer.sockaddr)", RAISES(Errno::ENOTSOCK, "sendto(2)")},
    {"send-dest-closed", "send.closed", "send-from", "$pair; socket.close; socket.send('x', 0, peer.sockaddr)", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", message_families)})

/* clang-format off */
static const struct sockspec_variant udp_families[] = {
    {"in4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"pair", SOCKSPEC_BOUND}, {"longest", "65507"}, {"port_zero", "in4(0, '127.0.0.1')"}, {"cut", "15"}, {"foreign", "EAFNOSUPPORT"}}},
    {"in6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"pair", SOCKSPEC_BOUND}, {"longest", "65527"}, {"port_zero", "in6(0, '::1')"}, {"cut", "23"}, {"foreign", "EINVAL"}}},
};

static const struct sockspec_row send_udp_rows[] = {
    {"send-udp", "send.datagram", ITSELF, "$pair; socket.send('x', 0, peer.sockaddr)", RETURNS("1")},
    /* The longest message that fits into a UDP packet beside the headers. */
    {"send-udp-longest", "send.EMSGSIZE", ITSELF, "$pair; socket.send('x' * $longest, 0, peer.sockaddr)", RETURNS("$longest")},
    {"send-udp-longer", "send.EMSGSIZE", "send-udp-longest", "$pair; socket.send('x' * ($longest + 1), 0, peer.sockaddr)", RAISES(Errno::EMSGSIZE, "either('send(2)', 'sendto(2)')")},
    {"send-udp-longer-connected", "send.EMSGSIZE", "send-udp-longest", "$pair; socket.connect(peer.sockaddr); socket.send('x' * ($longest + 1), 0)", RAISES(Errno::EMSGSIZE, "send(2)")},
    {"send-udp-longer-then", "send.EMSGSIZE", ITSELF, "$pair; raised(Errno::EMSGSIZE, socket.send('x' * 70000, 0, peer.sockaddr)); socket.send('small', 0, peer.sockaddr); peer.recv(20)", RETURNS("'small'")},
    {"send-udp-port-zero", "send.dest.EINVAL", "send-udp", "$pair; socket.send('x', 0, $port_zero)", RAISES(Errno::EINVAL, "either('send(2)', 'sendto(2)')")},
    {"send-udp-cut", "send.dest.EINVAL", "send-udp", "$pair; socket.send('x', 0, peer.sockaddr[0, $cut])", RAISES(Errno::EINVAL, "either('send(2)', 'sendto(2)')")},
    {"send-udp-to-unix", "send.dest.EAFNOSUPPORT", "send-udp", "$pair; socket.send('x', 0, un(path('a')))", RAISES_ONE("Errno::$foreign", "either('send(2)', 'sendto(2)')")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_udp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", udp_families)})

/* clang-format off */
static const struct sockspec_row send_tcp_rows[] = {
    /* The last byte is the urgent one, which is read separately from the others. */
    {"send-oob", "send.flags.oob", ITSELF, "$pair; sent = socket.send('ab', MSG_OOB); [sent, peer.recv(20), peer.recv(20, MSG_OOB)]", RETURNS("[2, 'a', 'b']")},
    {"send-oob-long", "send.flags.oob", ITSELF, "$pair; socket.send('x' * 100 + '!', MSG_OOB); [peer.recv(200), peer.recv(200, MSG_OOB)]", RETURNS("['x' * 100, '!']")},
    {"send-oob-after", "send.flags.oob", ITSELF, "$pair; socket.send('ab', MSG_OOB); socket.send('c', 0); [peer.recv(20), peer.recv(20, MSG_OOB), peer.recv(20)]", RETURNS("['a', 'b', 'c']")},
    {"send-oob-inline", "send.flags.oob", ITSELF, "$pair; peer.setsockopt(SOL_SOCKET, SO_OOBINLINE, 1); socket.send('ab', MSG_OOB); [peer.recv(1), peer.recv(20)]", RETURNS("['a', 'b']")},
    /* The peer has reset the connection or closed its socket. */
    {"send-tcp", "send.stream", ITSELF, "$pair; socket.send('x', 0)", RETURNS("1")},
    {"send-reset", "send.EPIPE", "send-tcp", "$pair; peer.abort; IO.select([socket]); raised(Errno::ECONNRESET, socket.recv(1)); socket.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"send-reset-first", "send.ECONNRESET", "send-tcp", "$pair; peer.abort; IO.select([socket]); socket.send('x', 0)", RAISES(Errno::ECONNRESET, "send(2)")},
    {"send-peer-gone", "send.EPIPE", "send-tcp", "$pair; peer.close; IO.select([socket]); socket.send('x', 0); rescue(Errno::EPIPE, socket.send('x', 0), 0); socket.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"send-peer-gone-lives", "send.EPIPE", ITSELF, "$pair; peer.close; IO.select([socket]); socket.send('x', 0); rescue(Errno::EPIPE, socket.send('x', 0), 0); raised(Errno::EPIPE, socket.send('x', 0)); Socket.new($domain, $type, 0)", RETURNS("Socket")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", tcp_kinds)})

/* clang-format off */
static const struct sockspec_variant unix_streams[] = {{"stream", {{"type", "SOCK_STREAM"}}}, {"seqpacket", {{"type", "SOCK_SEQPACKET"}}}};

static const struct sockspec_row send_unix_rows[] = {
    {"send-unix", "send.stream", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); a.send('x', 0)", RETURNS("1")},
    {"send-unix-peer-closed", "send.EPIPE", "send-unix", "a, b = Socket.pair(AF_UNIX, $type, 0); b.close; a.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"send-unix-peer-shut-down", "send.EPIPE", "send-unix", "a, b = Socket.pair(AF_UNIX, $type, 0); b.shutdown(SHUT_RD); a.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"send-unix-lives", "send.EPIPE", ITSELF, "a, b = Socket.pair(AF_UNIX, $type, 0); b.close; raised(Errno::EPIPE, a.send('x', 0)); raised(Errno::EPIPE, a.send('x', 0)); a.getsockname", RETURNS("hex('01 00')")},
    {"send-unix-new", "send.ENOTCONN", "send-unix", "socket = Socket.new(AF_UNIX, $type, 0); socket.send('x', 0)", RAISES(Errno::ENOTCONN, "send(2)")},
    {"send-unix-listening", "send.ENOTCONN", "send-unix", "socket = Socket.new(AF_UNIX, $type, 0); socket.bind(un(path('a'))); socket.listen(1); socket.send('x', 0)", RAISES(Errno::ENOTCONN, "send(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("type", unix_streams)})

/* clang-format off */
#define DGRAM "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); "

static const struct sockspec_row send_path_rows[] = {
    {"send-path", "send.dest.unix", ITSELF, DGRAM "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(un(path('a'))); socket.send('letter', 0, un(path('a'))); peer.recv(20)", RETURNS("'letter'")},
    {"send-path-packed", "send.dest.unix", ITSELF, DGRAM "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(un(path('a'))); socket.send('letter', 0, Socket.pack_sockaddr_un(path('a'))); peer.recv(20)", RETURNS("'letter'")},
    {"send-path-abstract", "send.dest.unix", ITSELF, DGRAM "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(hex('01 00 00') + path('a')); socket.send('letter', 0, hex('01 00 00') + path('a')); peer.recv(20)", RETURNS("'letter'")},
    {"send-path-unnamed", "send.dest.unix", ITSELF, DGRAM "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(un(path('a'))); socket.send('letter', 0, un(path('a'))); peer.recvfrom(20)", RETURNS("['letter', '']")},
    {"send-path-missing", "send.dest.ENOENT", "send-path", DGRAM "socket.send('letter', 0, un(path('a')))", RAISES(Errno::ENOENT, "either('send(2)', 'sendto(2)')")},
    {"send-path-stale", "send.dest.ECONNREFUSED", "send-path", DGRAM "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(un(path('a'))); peer.close; socket.send('letter', 0, un(path('a')))", RAISES(Errno::ECONNREFUSED, "either('send(2)', 'sendto(2)')")},
    {"send-path-abstract-missing", "send.dest.ECONNREFUSED", "send-path-abstract", DGRAM "socket.send('letter', 0, hex('01 00 00') + path('a'))", RAISES(Errno::ECONNREFUSED, "either('send(2)', 'sendto(2)')")},
    {"send-path-stream", "send.dest.EPROTOTYPE", "send-path", DGRAM "peer = Tester.socket(AF_UNIX, SOCK_STREAM); peer.bind(un(path('a'))); peer.listen(1); socket.send('letter', 0, un(path('a')))", RAISES(Errno::EPROTOTYPE, "either('send(2)', 'sendto(2)')")},
    {"send-path-peer-closed", "send.dest.ECONNREFUSED", "send-path", DGRAM "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(un(path('a'))); socket.connect(un(path('a'))); peer.close; socket.send('letter', 0)", RAISES(Errno::ECONNREFUSED, "send(2)")},
    /* A stream socket is already connected and accepts no destination, not even its peer's
     * address. */
    {"send-stream-nil", "send.dest.nil", ITSELF, "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); a.send('x', 0, nil)", RETURNS("1")},
    {"send-stream-dest", "send.dest.EISCONN", "send-stream-nil", "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); a.send('x', 0, un(path('a')))", RAISES(Errno::EISCONN, "either('send(2)', 'sendto(2)')")},
    {"send-stream-dest-peer", "send.dest.EISCONN", "send-stream-nil", "door = Tester.socket(AF_UNIX, SOCK_STREAM); door.bind(un(path('a'))); door.listen(1); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.connect(un(path('a'))); socket.send('x', 0, un(path('a')))", RAISES(Errno::EISCONN, "either('send(2)', 'sendto(2)')")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_path, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix")

/* clang-format off */
static const struct sockspec_row send_network_rows[] = {
    /* Errors that the network causes. */
    {"send-network", "send.dest", ITSELF, "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.send('x', 0, in4(9, '192.0.2.1'))", RETURNS("1")},
    {"send-network-ipv6", "send.dest.ipv6", ITSELF, "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.send('x', 0, in6(9, '2001:db8:1::1'))", RETURNS("1")},
    {"send-network-broadcast", "send.EACCES", "send-network", "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.send('x', 0, in4(9, '192.0.2.255'))", RAISES(Errno::EACCES, "either('send(2)', 'sendto(2)')")},
    {"send-network-unreachable", "send.dest.EHOSTUNREACH", "send-network", "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.send('x', 0, in4(9, '198.51.100.1'))", RAISES(Errno::EHOSTUNREACH, "either('send(2)', 'sendto(2)')")},
    {"send-network-unreachable-ipv6", "send.dest.EHOSTUNREACH", "send-network-ipv6", "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.send('x', 0, in6(9, '2001:db8:2::1'))", RAISES(Errno::EHOSTUNREACH, "either('send(2)', 'sendto(2)')")},
    {"send-network-no-route", "send.dest.ENETUNREACH", "send-network", "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.send('x', 0, in4(9, '10.0.0.1'))", RAISES(Errno::ENETUNREACH, "either('send(2)', 'sendto(2)')")},
    {"send-network-no-route-ipv6", "send.dest.ENETUNREACH", "send-network-ipv6", "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.send('x', 0, in6(9, '2001:db8:ffff::1'))", RAISES(Errno::ENETUNREACH, "either('send(2)', 'sendto(2)')")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_network, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
static const struct sockspec_row send_linux_rows[] = {
    /* Linux: a TCP socket that was never connected causes EPIPE. */
    {"send-tcp-new", "send.ENOTCONN", "send-tcp", "socket = Socket.new($domain, $type, 0); socket.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"send-tcp-listening", "send.ENOTCONN", "send-tcp", "socket = Socket.new($domain, $type, 0); socket.listen(1); socket.send('x', 0)", RAISES(Errno::EPIPE, "send(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_linux, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux", .axes = {AXIS("kind", tcp_kinds)})

/* clang-format off */
static const struct sockspec_variant urgent_kinds[] = {SOCKSPEC_UDP4};

static const struct sockspec_row send_oob_rows[] = {
    /* Datagrams have no urgent data. */
    {"send-oob-not", "send.datagram", ITSELF, "$pair; socket.send('x', 0, peer.sockaddr)", RETURNS("1")},
    {"send-udp-oob", "send.flags.oob-unsupported", "send-oob-not", "$pair; socket.send('x', MSG_OOB, peer.sockaddr)", RAISES(Errno::EOPNOTSUPP, "either('send(2)', 'sendto(2)')")},
    {"send-udp-oob-connected", "send.flags.oob-unsupported", "send-oob-not", "$pair; socket.connect(peer.sockaddr); socket.send('x', MSG_OOB)", RAISES(Errno::EOPNOTSUPP, "send(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_oob, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", urgent_kinds)})

/* clang-format off */
static const struct sockspec_variant ignoring_kinds[] = {SOCKSPEC_UDP6};

static const struct sockspec_row send_oob_linux_rows[] = {
    /* Linux ignores the flag on IPv6. */
    {"send-udp6-oob", "send.flags.oob-unsupported", ITSELF, "$pair; sent = socket.send('x', MSG_OOB, peer.sockaddr); [sent, peer.recv(20)]", RETURNS("[1, 'x']")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_oob_linux, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux", .axes = {AXIS("kind", ignoring_kinds)})

/* clang-format off */
/* $called is how today's Ruby names a value that is not a String. */
static const struct sockspec_variant no_texts[] = {
    {"nil", {{"value", "nil"}, {"called", "nil"}}},
    {"true", {{"value", "true"}, {"called", "true"}}},
    {"false", {{"value", "false"}, {"called", "false"}}},
    {"integer", {{"value", "1"}, {"called", "Integer"}}},
    {"float", {{"value", "1.5"}, {"called", "Float"}}},
    {"array", {{"value", "['letter']"}, {"called", "Array"}}},
    {"socket", {{"value", "socket"}, {"called", "Socket"}}},
};
static const struct sockspec_row send_no_text_rows[] = {
    {"send-message-called", "send.message.type", "send-result-$kind", "$pair; socket.send($value, 0)", RAISES(TypeError, NULL)},
};
static const struct sockspec_variant no_text_kind[] = {SOCKSPEC_TCP4};
static const struct sockspec_row send_no_text_message_rows[] = {
    /* The message of today's Ruby names the type of the value. */
    {"send-message-named", "send.message.type.message", "send-result-$kind", "$pair; socket.send($value, 0)", RAISES(TypeError, "no implicit conversion of $called into String")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_no_text, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("value", no_texts), AXIS("kind", byte_kinds)})
SOCKSPEC_TABLE(send_no_text_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("value", no_texts), AXIS("kind", no_text_kind)})

/* clang-format off */
#define LINK_LOCAL SOCKSPEC_LINK_LOCAL_PEER("peer", "SOCK_DGRAM") "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); "
static const struct sockspec_row send_link_local_rows[] = {
    /* The scope of a link-local destination says through which device the message leaves. */
    {"send-link-local", "send.dest.ipv6", ITSELF, LINK_LOCAL "[socket.send('letter', 0, " SOCKSPEC_LINK_LOCAL("peer.port") "), peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"send-link-local-packed", "send.dest.ipv6", ITSELF, LINK_LOCAL "[socket.send('letter', 0, Socket.pack_sockaddr_in(peer.port, 'fe80::1%world0')), peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"send-link-local-named", "send.dest.ipv6", ITSELF, LINK_LOCAL "socket.bind(" SOCKSPEC_LINK_LOCAL("0") "); socket.send('letter', 0, " SOCKSPEC_LINK_LOCAL("peer.port") "); peer.recvfrom(20)", RETURNS("['letter', socket.getsockname]")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_link_local, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
static const struct sockspec_row send_odd_name_rows[] = {
    /* Every byte of the destination's name counts, up to the last one. */
    {"send-odd-name", "send.dest.unix", ITSELF, "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind($address); socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); [socket.send('letter', 0, $address), peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"send-odd-name-from", "send.dest.unix", ITSELF, "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(un(path('b'))); socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.bind($address); socket.send('letter', 0, un(path('b'))); got = peer.recvfrom(20); [got[0], got[1]]", RETURNS("['letter', $shown]")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_odd_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("name", odd_names)})

/* clang-format off */
/* Data of more than 8 KiB. */
#define MESSAGE_ROW(id) \
    {id, "send.datagram", ITSELF, "$pair; sent = socket.send(numbers($size), 0); [sent, peer.recv(200000)]", RETURNS("[$size, numbers($size)]")}
#define DEST_ROW(id, behaviour) \
    {id, behaviour, ITSELF, "$pair; sent = socket.send(numbers($size), 0, peer.sockaddr); [sent, peer.recv(200000)]", RETURNS("[$size, numbers($size)]")}
static const struct sockspec_row send_message_size_rows[] = {MESSAGE_ROW("send-message-size")};
static const struct sockspec_row send_message_size_udp6_rows[] = {MESSAGE_ROW("send-message-longest"), DEST_ROW("send-dest-longest", "send.dest.ipv6")};
static const struct sockspec_row send_message_size_unix_rows[] = {MESSAGE_ROW("send-message-large")};
static const struct sockspec_row send_dest_size_rows[] = {DEST_ROW("send-dest-size", "$dest")};
static const struct sockspec_row send_stream_size_rows[] = {
    /* A socket without O_NONBLOCK sends all of it. */
    {"send-stream-size", "send.stream", ITSELF, "$pair; clear_nonblocking(socket); call = start socket.send(numbers($size), 0); received = peer.recv($size, MSG_WAITALL); [finish(call), received]", RETURNS("[$size, numbers($size)]")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_message_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_message_kinds), AXIS("size", udp_sizes)})
SOCKSPEC_TABLE(send_message_size_udp6, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", udp6_kinds), AXIS("size", udp6_sizes)})
SOCKSPEC_TABLE(send_message_size_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", unix_message_kinds), AXIS("size", unix_message_sizes)})
SOCKSPEC_TABLE(send_dest_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", message_families), AXIS("size", udp_sizes)})
SOCKSPEC_TABLE(send_stream_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds), AXIS("size", stream_sizes)})

/* clang-format off */
/* A destination on a connected socket. `third` is a third socket. */
#define THIRD "$pair; third = Tester.socket($domain, $type); third.bind($third); socket.connect(peer.sockaddr); "
static const struct sockspec_row send_elsewhere_rows[] = {
    /* The message goes to the destination. The peer stays what it was: for getpeername ... */
    {"send-elsewhere-message", "send.dest.overrides", ITSELF, THIRD "sent = socket.send('letter', 0, third.sockaddr); [sent, third.recvfrom(20)]", RETURNS("[6, ['letter', socket.getsockname]]")},
    {"send-elsewhere-peer", "send.dest.overrides", ITSELF, THIRD "sent = socket.send('letter', 0, peer.sockaddr); [sent, peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"send-elsewhere-empty", "send.dest.overrides", ITSELF, THIRD "socket.send('', 0, third.sockaddr); socket.send('letter', 0, third.sockaddr); [third.recv(20), third.recv(20)]", RETURNS("['', 'letter']")},
    {"send-elsewhere-getpeername", "send.dest.keeps-peer", ITSELF, THIRD "socket.send('letter', 0, third.sockaddr); [third.recv(20), socket.getpeername]", RETURNS("['letter', peer.sockaddr]")},
    {"send-elsewhere-getsockname", "send.dest.keeps-peer", ITSELF, THIRD "name = socket.getsockname; socket.send('letter', 0, third.sockaddr); socket.getsockname", RETURNS("name")},
    /* ... for the next messages without a destination ... */
    {"send-elsewhere-next", "send.dest.keeps-peer", ITSELF, THIRD "socket.send('one', 0, third.sockaddr); socket.send('two', 0); socket.send('three', 0, nil); [third.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("['one', 'two', 'three']")},
    {"send-elsewhere-write", "send.dest.keeps-peer", ITSELF, THIRD "socket.send('one', 0, third.sockaddr); socket.write('two'); [third.recv(20), peer.recv(20)]", RETURNS("['one', 'two']")},
    {"send-elsewhere-in-turn", "send.dest.keeps-peer", ITSELF, THIRD "socket.send('one', 0); socket.send('two', 0, third.sockaddr); socket.send('three', 0); socket.send('four', 0, third.sockaddr); [peer.recv(20), third.recv(20), peer.recv(20), third.recv(20)]", RETURNS("['one', 'two', 'three', 'four']")},
    /* ... and for messages received before or after. */
    {"send-elsewhere-receives", "send.dest.keeps-peer", ITSELF, THIRD "socket.send('one', 0, third.sockaddr); peer.send('answer'); [third.recv(20), socket.recv(20)]", RETURNS("['one', 'answer']")},
    {"send-elsewhere-received", "send.dest.keeps-peer", ITSELF, THIRD "peer.send('question'); socket.send('one', 0, third.sockaddr); [third.recv(20), socket.recv(20)]", RETURNS("['one', 'question']")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_elsewhere, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", message_families)})

/* clang-format off */
static const struct sockspec_variant filtering_families[] = {
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"third", "in4(0, '127.0.0.3')"}, {"pair", SOCKSPEC_BOUND}}},
    {"udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"third", "in6(0, '::1')"}, {"pair", SOCKSPEC_BOUND}}},
};
static const struct sockspec_row send_elsewhere_udp_rows[] = {
    /* Messages of the destination are not received. */
    {"send-elsewhere-filters", "send.dest.keeps-peer", ITSELF, THIRD "socket.send('one', 0, third.sockaddr); third.send('stray', 0, socket.getsockname); peer.send('answer'); socket.recvfrom(20)", RETURNS("['answer', peer.sockaddr]")},
    {"send-elsewhere-filters-nothing", "send.dest.keeps-peer", "send-elsewhere-filters", THIRD "socket.send('one', 0, third.sockaddr); third.recv(20); third.send('stray', 0, socket.getsockname); socket.recv_nonblock(20)", RAISES(Errno::EAGAIN, NULL)},
    /* An error does not change the peer. */
    {"send-elsewhere-refused", "send.dest.keeps-peer", ITSELF, THIRD "raised(Errno::EINVAL, socket.send('one', 0, third.sockaddr[0, 2])); socket.send('two', 0); [peer.recv(20), socket.getpeername]", RETURNS("['two', peer.sockaddr]")},
    {"send-elsewhere-no-address", "send.dest.EINVAL", "send-elsewhere-message", THIRD "socket.send('one', 0, '')", RAISES(Errno::EINVAL, "either('send(2)', 'sendto(2)')")},
    /* A socket that was never bound has an address after connect, and keeps it. */
    {"send-elsewhere-unbound", "send.dest.keeps-peer", ITSELF, "peer = Tester.socket($domain, $type); peer.bind($other); third = Tester.socket($domain, $type); third.bind($third); socket = Socket.new($domain, $type, 0); socket.connect(peer.sockaddr); name = socket.getsockname; socket.send('one', 0, third.sockaddr); socket.send('two', 0); [third.recvfrom(20)[0], peer.recvfrom(20), socket.getpeername]", RETURNS("['one', ['two', name], peer.sockaddr]")},
};
static const struct sockspec_row send_elsewhere_unix_rows[] = {
    /* The system refuses messages of the destination. */
    {"send-elsewhere-filters-unix", "send.dest.keeps-peer", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.bind(un(path('a'))); peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(un(path('b'))); third = Socket.new(AF_UNIX, SOCK_DGRAM, 0); third.bind(un(path('c'))); socket.connect(un(path('b'))); "
     "socket.send('one', 0, un(path('c'))); raised(Errno::EPERM, third.send('stray', 0, un(path('a')))); peer.send('answer', 0, un(path('a'))); [third.recv(20), socket.recv(20)]", RETURNS("['one', 'answer']")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_elsewhere_udp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", filtering_families)})
SOCKSPEC_TABLE(send_elsewhere_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix")

/* clang-format off */
static const struct sockspec_variant ignored_kinds[] = {SOCKSPEC_TCP4, SOCKSPEC_TCP6, SOCKSPEC_UNIX_SEQPACKET};
static const struct sockspec_row send_connected_dest_rows[] = {
    /* The system may ignore the destination of a connected socket, or refuse it. */
    {"send-connected-dest", "send.dest.ignored", ITSELF, "$pair; [socket.send('letter', 0, door.sockaddr), peer.recv(20)]", RETURNS_OR_RAISES("[6, 'letter']", Errno::EISCONN)},
};
static const struct sockspec_row send_ignored_rows[] = {
    /* Linux ignores the destination, whatever it is. */
    {"send-ignored-peer", "send.dest.ignored", ITSELF, "$pair; sent = socket.send('letter', 0, door.sockaddr); [sent, peer.recv(20), socket.getpeername]", RETURNS("[6, 'letter', door.sockaddr]")},
    {"send-ignored-other", "send.dest.ignored", ITSELF, "$pair; third = Tester.socket($domain, $type); third.bind($other); third.listen(5); sent = socket.send('letter', 0, third.sockaddr); [sent, peer.recv(20), socket.getpeername]", RETURNS("[6, 'letter', door.sockaddr]")},
    {"send-ignored-nowhere", "send.dest.ignored", ITSELF, "$pair; sent = socket.send('letter', 0, $any); [sent, peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"send-ignored-next", "send.dest.ignored", ITSELF, "$pair; socket.send('one', 0, $any); one = peer.recv(20); socket.send('two', 0); [one, peer.recv(20)]", RETURNS("['one', 'two']")},
    {"send-ignored-family", "send.dest.ignored", ITSELF, "$pair; sent = socket.send('letter', 0, hex('ff ff 00 00')); [sent, peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"send-ignored-short", "send.dest.ignored", ITSELF, "$pair; sent = socket.send('letter', 0, 'x'); [sent, peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"send-ignored-empty", "send.dest.ignored", ITSELF, "$pair; sent = socket.send('letter', 0, ''); [sent, peer.recv(20)]", RETURNS("[6, 'letter']")},
    {"send-ignored-answered", "send.dest.ignored", ITSELF, "$pair; socket.send('question', 0, $any); question = peer.recv(20); peer.send('answer'); [question, socket.recv(20)]", RETURNS("['question', 'answer']")},
    /* An address must fit a sockaddr_storage. */
    {"send-ignored-too-long", "send.dest.EINVAL", "send-ignored-short", "$pair; socket.send('letter', 0, 'x' * 200)", RAISES(Errno::EINVAL, "either('send(2)', 'sendto(2)')")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_connected_dest, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", ignored_kinds)})
SOCKSPEC_TABLE(send_ignored, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux", .axes = {AXIS("kind", ignored_kinds)})

/* clang-format off */
/* Flags without a meaning for sending. */
static const struct sockspec_variant idle_flags[] = {
    {"peek", {{"flags", "MSG_PEEK"}}},
    {"waitall", {{"flags", "MSG_WAITALL"}}},
    {"peek-waitall", {{"flags", "MSG_PEEK | MSG_WAITALL"}}},
    {"peek-dontwait", {{"flags", "MSG_PEEK | MSG_DONTWAIT"}}},
    {"dontroute", {{"flags", "MSG_DONTROUTE"}}},
    {"peek-dontroute", {{"flags", "MSG_PEEK | MSG_DONTROUTE"}}},
    {"trunc", {{"flags", "MSG_TRUNC"}}},
    {"ctrunc", {{"flags", "MSG_CTRUNC"}}},
    {"all", {{"flags", "MSG_PEEK | MSG_WAITALL | MSG_DONTWAIT | MSG_DONTROUTE | MSG_TRUNC | MSG_CTRUNC"}}},
};
static const struct sockspec_row send_idle_rows[] = {
    {"send-idle-flags", "send.flags.passed", ITSELF, "$pair; sent = socket.send('letter', $flags); text = peer.recv(20); socket.send('next', 0); [sent, text, peer.recv(20)]", RETURNS("[6, 'letter', 'next']")},
};
static const struct sockspec_row send_dest_idle_rows[] = {
    {"send-dest-idle-flags", "send.flags.passed", ITSELF, "$pair; sent = socket.send('letter', $flags, peer.sockaddr); text = peer.recv(20); socket.send('next', 0, peer.sockaddr); [sent, text, peer.recv(20)]", RETURNS("[6, 'letter', 'next']")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_idle, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("flags", idle_flags), AXIS("kind", linked_kinds)})
SOCKSPEC_TABLE(send_dest_idle, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("flags", idle_flags), AXIS("family", message_families)})

/* clang-format off */
/* MSG_OOB beside flags without a meaning. */
static const struct sockspec_variant oob_flags[] = {
    {"peek", {{"flags", "MSG_OOB | MSG_PEEK"}}},
    {"waitall", {{"flags", "MSG_OOB | MSG_WAITALL"}}},
    {"dontroute", {{"flags", "MSG_OOB | MSG_DONTROUTE"}}},
    {"dontwait", {{"flags", "MSG_OOB | MSG_DONTWAIT"}}},
    {"all", {{"flags", "MSG_OOB | MSG_PEEK | MSG_WAITALL | MSG_DONTROUTE | MSG_DONTWAIT"}}},
};
static const struct sockspec_row send_oob_flags_rows[] = {
    {"send-oob-and-flags", "send.flags.passed", ITSELF, "$pair; sent = socket.send('ab', $flags); [sent, peer.recv(20), peer.recv(20, MSG_OOB)]", RETURNS("[2, 'a', 'b']")},
};
static const struct sockspec_variant oob_less_kinds[] = {
    SOCKSPEC_IN4("udp4", "SOCK_DGRAM", SOCKSPEC_CONNECTED), SOCKSPEC_UN("unix-dgram", "SOCK_DGRAM", SOCKSPEC_CONNECTED), SOCKSPEC_UNIX_SEQPACKET,
};
static const struct sockspec_row send_oob_flags_unsupported_rows[] = {
    {"send-oob-and-flags-unsupported", "send.flags.oob-unsupported", "send-oob-and-flags-without", "$pair; socket.send('x', $flags)", RAISES(Errno::EOPNOTSUPP, "send(2)")},
    {"send-oob-and-flags-without", "send.flags.passed", ITSELF, "$pair; flags = [$flags, MSG_OOB]; sent = socket.send('x', MSG_PEEK | MSG_WAITALL); [sent, peer.recv(20)]", RETURNS("[1, 'x']")},
};
static const struct sockspec_row send_more_rows[] = {
    /* Linux: with MSG_MORE, 0x8000, the message ends with the next call. */
    {"send-more", "send.flags.passed", ITSELF, "$pair; one = socket.send('one', 0x8000); two = socket.send('two', 0x8000 | MSG_DONTWAIT); three = socket.send('three', 0); [one, two, three, peer.recv(20)]", RETURNS("[3, 3, 5, 'onetwothree']")},
    {"send-more-none", "send.flags.passed", ITSELF, "$pair; socket.send('one', 0x8000); socket.send('', 0); socket.send('two', 0); [peer.recv(20), peer.recv(20)]", RETURNS("['one', 'two']")},
};
static const struct sockspec_row send_more_dest_rows[] = {
    {"send-more-dest", "send.flags.passed", ITSELF, "$pair; one = socket.send('one', 0x8000, peer.sockaddr); two = socket.send('two', 0, peer.sockaddr); [one, two, peer.recv(20)]", RETURNS("[3, 3, 'onetwo']")},
};
static const struct sockspec_variant linked_udp_kinds[] = {SOCKSPEC_IN4("udp4", "SOCK_DGRAM", SOCKSPEC_CONNECTED), SOCKSPEC_IN6("udp6", "SOCK_DGRAM", SOCKSPEC_CONNECTED)};
/* clang-format on */
SOCKSPEC_TABLE(send_oob_flags, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("flags", oob_flags), AXIS("kind", tcp_kinds)})
SOCKSPEC_TABLE(send_oob_flags_unsupported, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("flags", oob_flags), AXIS("kind", oob_less_kinds)})
SOCKSPEC_TABLE(send_more, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux", .axes = {AXIS("kind", linked_udp_kinds)})
SOCKSPEC_TABLE(send_more_dest, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .platform = "Linux", .axes = {AXIS("kind", udp_kinds)})

/* clang-format off */
static const struct sockspec_row send_dontwait_rows[] = {
    /* MSG_DONTWAIT leaves O_NONBLOCK as it was. */
    {"send-dontwait-unset", "send.flags.dontwait.unset", ITSELF, "$pair; clear_nonblocking(socket); sent = socket.send('letter', MSG_DONTWAIT); [sent, nonblocking(socket)]", RETURNS("[6, false]")},
    {"send-dontwait-set", "send.flags.dontwait.unset", ITSELF, "$pair; set_nonblocking(socket); sent = socket.send('letter', MSG_DONTWAIT); [sent, nonblocking(socket)]", RETURNS("[6, true]")},
    {"send-dontwait-unset-flags", "send.flags.dontwait.unset", ITSELF, "$pair; clear_nonblocking(socket); sent = socket.send('letter', MSG_DONTWAIT | MSG_DONTROUTE); [sent, nonblocking(socket)]", RETURNS("[6, false]")},
    {"send-dontwait-unset-failing", "send.flags.dontwait.unset", ITSELF, "$pair; clear_nonblocking(socket); socket.shutdown(SHUT_WR); raised(Errno::EPIPE, socket.send('letter', MSG_DONTWAIT)); nonblocking(socket)", RETURNS("false")},
    {"send-dontwait-set-failing", "send.flags.dontwait.unset", ITSELF, "$pair; set_nonblocking(socket); socket.shutdown(SHUT_WR); raised(Errno::EPIPE, socket.send('letter', MSG_DONTWAIT)); nonblocking(socket)", RETURNS("true")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_dontwait, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_kinds)})

/* clang-format off */
/* There is no buffer space: the call may raise Errno::EAGAIN, or wait as in both Rubies. */
static const struct sockspec_variant full_kinds[] = {
    {"unix-stream", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}, {"any", "un(path('a'))"}, {"pair", SOCKSPEC_ACCEPTED}, {"most", "100000"}}},
    {"unix-seqpacket", {{"domain", "AF_UNIX"}, {"type", "SOCK_SEQPACKET"}, {"any", "un(path('a'))"}, {"pair", SOCKSPEC_ACCEPTED}, {"most", "16000"}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"pair", SOCKSPEC_CONNECTED}, {"most", "16000"}}},
};
#define FULL "socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); socket.send('x' * $most, MSG_DONTWAIT); call = start socket.send('y' * 2000, MSG_DONTWAIT); sent = rescue(Errno::EAGAIN, (settled(call); peer.recv(200000); finish(call)), (peer.recv(200000); socket.send('y' * 2000, 0))); "
static const struct sockspec_row send_dontwait_full_rows[] = {
    {"send-dontwait-full-unset", "send.flags.dontwait.unset", ITSELF, "$pair; clear_nonblocking(socket); " FULL "[sent, peer.recv(9000), nonblocking(socket)]", RETURNS("[2000, 'y' * 2000, false]")},
    {"send-dontwait-full-set", "send.flags.dontwait.unset", ITSELF, "$pair; set_nonblocking(socket); " FULL "[sent, peer.recv(9000), nonblocking(socket)]", RETURNS("[2000, 'y' * 2000, true]")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_dontwait_full, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", full_kinds)})

/* clang-format off */
/* Empty messages among others: every message keeps its place and its boundaries. */
static const struct sockspec_row send_empties_rows[] = {
    {"send-empties", "send.empty", ITSELF, "$pair; socket.send('', 0); socket.send('one', 0); nothing = socket.send('', 0); socket.send('', 0); socket.send('two', 0); [nothing, peer.recv(20), peer.recv(20), peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("[0, '', 'one', '', '', 'two']")},
    {"send-empties-dontwait", "send.empty", ITSELF, "$pair; socket.send('one', MSG_DONTWAIT); nothing = socket.send('', MSG_DONTWAIT); socket.send('two', MSG_DONTWAIT); [nothing, peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("[0, 'one', '', 'two']")},
    {"send-empties-dest-nil", "send.empty", ITSELF, "$pair; socket.send('one', 0, nil); nothing = socket.send('', 0, nil); socket.send('two', 0, nil); [nothing, peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("[0, 'one', '', 'two']")},
    {"send-empties-and-write", "send.empty", ITSELF, "$pair; socket.write('one'); socket.send('', 0); socket.write(''); socket.write('two'); [peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("['one', '', 'two']")},
};
static const struct sockspec_row send_dest_empties_rows[] = {
    {"send-dest-empties", "send.empty", ITSELF, "$pair; socket.send('one', 0, peer.sockaddr); nothing = socket.send('', 0, peer.sockaddr); socket.send('', MSG_DONTWAIT, peer.sockaddr); socket.send('two', 0, peer.sockaddr); [nothing, peer.recv(20), peer.recvfrom(20), peer.recv(20), peer.recv(20)]", RETURNS("[0, 'one', ['', socket.getsockname], '', 'two']")},
};
/* clang-format on */
SOCKSPEC_TABLE(send_empties, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_message_kinds)})
SOCKSPEC_TABLE(send_dest_empties, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", message_families)})
