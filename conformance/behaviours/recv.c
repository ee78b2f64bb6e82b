/* socket.recv(maxlen, flags = 0) => mesg. What it has in common with recvfrom is in recvfrom.c. */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
/* $to is the destination of a reply: nil if the socket is connected. */
static const struct sockspec_variant answering_kinds[] = {
    {"tcp4", {{"domain", "AF_INET"}, {"type", "SOCK_STREAM"}, {"any", "in4(0, '127.0.0.1')"}, {"pair", SOCKSPEC_ACCEPTED}, {"to", "nil"}}},
    {"tcp6", {{"domain", "AF_INET6"}, {"type", "SOCK_STREAM"}, {"any", "in6(0, '::1')"}, {"pair", SOCKSPEC_ACCEPTED}, {"to", "nil"}}},
    {"udp4", {{"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"pair", SOCKSPEC_BOUND}, {"to", "peer.sockaddr"}}},
    {"udp6", {{"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"pair", SOCKSPEC_BOUND}, {"to", "peer.sockaddr"}}},
    {"unix-stream", {{"domain", "AF_UNIX"}, {"type", "SOCK_STREAM"}, {"any", "un(path('a'))"}, {"pair", SOCKSPEC_ACCEPTED}, {"to", "nil"}}},
    {"unix-seqpacket", {{"domain", "AF_UNIX"}, {"type", "SOCK_SEQPACKET"}, {"any", "un(path('a'))"}, {"pair", SOCKSPEC_ACCEPTED}, {"to", "nil"}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"pair", SOCKSPEC_BOUND}, {"to", "peer.sockaddr"}}},
};

static const struct sockspec_row recv_rows[] = {
    /* The call returns the data only. */
    {"recv-message", "recv.message", ITSELF, "$pair; peer.send('letter'); socket.recv(20)", RETURNS("'letter'")},
    {"recv-message-flags", "recv.message", ITSELF, "$pair; peer.send('letter'); socket.recv(20, 0)", RETURNS("'letter'")},
    {"recv-message-after-select", "recv.message", ITSELF, "$pair; peer.send('letter'); IO.select([socket]); socket.recv(20)", RETURNS("'letter'")},
    {"recv-message-of-implementation", "recv.message", ITSELF, "$pair; peer.send('letter'); one = socket.recv(20); socket.send(one, 0, $to); peer.recv(20)", RETURNS("'letter'")},
    {"recv-each", "recv.message", ITSELF, "$pair; peer.send('one'); one = socket.recv(20); peer.send('two'); [one, socket.recv(20)]", RETURNS("['one', 'two']")},
    {"recv-waits", "recv.blocks", ITSELF, "$pair; call = start socket.recv(20); blocked(call); peer.send('letter'); finish(call)", RETURNS("'letter'")},
    /* maxlen is far larger than the data. */
    {"recv-large", "recv.maxlen.large", ITSELF, "$pair; peer.send('letter'); socket.recv(1000000)", RETURNS("'letter'")},
    {"recv-large-long", "recv.maxlen.large", ITSELF, "$pair; peer.send('0123456789' * 400); socket.recv(1000000)", RETURNS("'0123456789' * 400")},
    {"recv-exact", "recv.maxlen.large", ITSELF, "$pair; peer.send('letter'); socket.recv(6)", RETURNS("'letter'")},
    {"recv-closed", "recv.closed", "recv-message", "$pair; peer.send('letter'); socket.close; socket.recv(20)", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(recv, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", answering_kinds)})

/* clang-format off */
static const struct sockspec_row recv_bytes_rows[] = {
    /* With a maxlen of 0 the call reads nothing. */
    {"recv-zero", "recv.maxlen.zero", ITSELF, "$pair; peer.send('letter'); [socket.recv(0), socket.recv(0), socket.recv(20)]", RETURNS("['', '', 'letter']")},
    {"recv-portions", "recv.maxlen", ITSELF, "$pair; peer.send('letter'); [socket.recv(1), socket.recv(2), socket.recv(20)]", RETURNS("['l', 'et', 'ter']")},
    {"recv-peek-joined", "recv.flags.peek", ITSELF, "$pair; peer.send('onetwo'); [socket.recv(3, MSG_PEEK), socket.recv(20, MSG_PEEK), socket.recv(20)]", RETURNS("['one', 'onetwo', 'onetwo']")},
    {"recv-end", "recv.eof", ITSELF, "$pair; peer.send('last'); peer.close; [socket.recv(20), socket.recv(20), socket.recv(20)]", RETURNS("['last', '', '']")},
};
/* clang-format on */
SOCKSPEC_TABLE(recv_bytes, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds)})

/* clang-format off */
static const struct sockspec_row recv_message_rows[] = {
    /* A message is removed whole, even if maxlen is smaller. */
    {"recv-zero-message", "recv.maxlen.zero-datagram", ITSELF, "$pair; peer.send('one'); peer.send('two'); [socket.recv(0), socket.recv(20)]", RETURNS("['', 'two']")},
    {"recv-zero-peek", "recv.maxlen.zero-datagram", ITSELF, "$pair; peer.send('one'); [socket.recv(0, MSG_PEEK), socket.recv(20)]", RETURNS("['', 'one']")},
    {"recv-cut", "recv.datagram.truncated", ITSELF, "$pair; peer.send('letter'); peer.send('two'); [socket.recv(1), socket.recv(20)]", RETURNS("['l', 'two']")},
    {"recv-apart", "recv.message", ITSELF, "$pair; peer.send('one'); peer.send('two'); [socket.recv(20), socket.recv(20)]", RETURNS("['one', 'two']")},
};
/* clang-format on */
SOCKSPEC_TABLE(recv_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", message_kinds)})

/* clang-format off */
static const struct sockspec_row recv_urgent_rows[] = {
    /* The urgent byte is read separately, and only once. */
    {"recv-oob", "recv.flags.oob", ITSELF, "$pair; peer.send('ab', MSG_OOB); IO.select(nil, nil, [socket]); [socket.recv(20, MSG_OOB), socket.recv(20)]", RETURNS("['b', 'a']")},
    {"recv-oob-first", "recv.flags.oob", ITSELF, "$pair; peer.send('a'); peer.send('!', MSG_OOB); peer.send('c'); IO.select(nil, nil, [socket]); [socket.recv(20, MSG_OOB), socket.recv(20), socket.recv(20)]", RETURNS("['!', 'a', 'c']")},
    {"recv-oob-none", "recv.flags.oob-none", "recv-oob", "$pair; peer.send('ab'); IO.select([socket]); socket.recv(20, MSG_OOB)", RAISES(Errno::EINVAL, "recvfrom(2)")},
    {"recv-oob-nothing", "recv.flags.oob-none", "recv-oob", "$pair; socket.recv(20, MSG_OOB)", RAISES(Errno::EINVAL, "recvfrom(2)")},
    {"recv-oob-twice", "recv.flags.oob-none", "recv-oob", "$pair; peer.send('ab', MSG_OOB); IO.select(nil, nil, [socket]); socket.recv(20, MSG_OOB); socket.recv(20, MSG_OOB)", RAISES(Errno::EINVAL, "recvfrom(2)")},
    {"recv-oob-inline", "recv.flags.oob-none", "recv-oob", "$pair; socket.setsockopt(SOL_SOCKET, SO_OOBINLINE, 1); peer.send('ab', MSG_OOB); IO.select(nil, nil, [socket]); socket.recv(20, MSG_OOB)", RAISES(Errno::EINVAL, "recvfrom(2)")},
    /* The message of an error names the underlying system call. */
    {"recv-error-reset", "recv.error.message", "recv-oob", "$pair; peer.abort; IO.select([socket]); socket.recv(20)", RAISES(Errno::ECONNRESET, "recvfrom(2)")},
    {"recv-error-new", "recv.error.message", "recv-oob", "socket = Socket.new($domain, $type, 0); socket.recv(20)", RAISES(Errno::ENOTCONN, "recvfrom(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(recv_urgent, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", tcp_kinds)})

/* clang-format off */
static const struct sockspec_variant calm_kinds[] = {SOCKSPEC_UNIX_DGRAM, SOCKSPEC_UNIX_SEQPACKET};

static const struct sockspec_row recv_calm_rows[] = {
    /* AF_UNIX messages have no urgent data. */
    {"recv-calm", "recv.message", ITSELF, "$pair; peer.send('letter'); socket.recv(20, 0)", RETURNS("'letter'")},
    {"recv-calm-oob", "recv.flags.unsupported", "recv-calm", "$pair; peer.send('letter'); socket.recv(20, MSG_OOB)", RAISES(Errno::EOPNOTSUPP, "recvfrom(2)")},
    {"recv-calm-oob-nothing", "recv.flags.unsupported", "recv-calm", "$pair; socket.recv(20, MSG_OOB)", RAISES(Errno::EOPNOTSUPP, "recvfrom(2)")},
    {"recv-calm-kept", "recv.flags.unsupported", ITSELF, "$pair; peer.send('letter'); raised(Errno::EOPNOTSUPP, socket.recv(20, MSG_OOB)); socket.recv(20)", RETURNS("'letter'")},
};
/* clang-format on */
SOCKSPEC_TABLE(recv_calm, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("kind", calm_kinds)})
