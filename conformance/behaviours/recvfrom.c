/* socket.recvfrom(maxlen, flags = 0) => [mesg, sender_sockaddr], and what recvfrom_nonblock,
 * recv and recv_nonblock have in common with it. */
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/receiving.h"
#include "conformance/behaviours/unix_names.h"

#define PAIR "$pair; "
#define READY SOCKSPEC_READY
#define OF_PAGE SOCKSPEC_OF_PAGE
#define OF_METHOD SOCKSPEC_OF_METHOD

/* clang-format off */
#define EVERY_BYTE \
    "hex('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f' + " \
    "'404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f' + " \
    "'808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf' + " \
    "'c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff')"

static const struct sockspec_row recvfrom_any_rows[] = {
    /* The data is what was sent, byte for byte: text, NUL bytes and every other byte value. */
    {"recvfrom-data", "$message", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(10)$data", RETURNS("'letter'")},
    {"recvfrom-nul-bytes", "$message", ITSELF, PAIR "peer.send('\\0\\0a\\0'); " READY "socket.$method(10)$data", RETURNS("'\\0\\0a\\0'")},
    {"recvfrom-every-byte", "$message", ITSELF, PAIR "bytes = " EVERY_BYTE "; peer.send(bytes); " READY "socket.$method(1000)$data", RETURNS("bytes")},
    {"recvfrom-utf8", "$message", ITSELF, PAIR "peer.send('\\xc3\\xa9\\xff'); " READY "socket.$method(10)$data", RETURNS("'\\xc3\\xa9\\xff'")},
    {"recvfrom-newlines", "$message", ITSELF, PAIR "peer.send('a\\r\\nb\\n'); " READY "socket.$method(10)$data", RETURNS("'a\\r\\nb\\n'")},
    /* maxlen is far larger than the data. */
    {"recvfrom-large-maxlen", "$large", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(1000000)$data", RETURNS("'letter'")},
    {"recvfrom-exact-maxlen", "$method.maxlen", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(6)$data", RETURNS("'letter'")},
    /* Successive calls return data in the order in which it was sent. */
    {"recvfrom-in-order", "$method.maxlen", ITSELF, PAIR "peer.send('one'); " READY "first = socket.$method(10)$data; peer.send('two'); " READY "second = socket.$method(10)$data; peer.send('three'); " READY "[first, second, socket.$method(10)$data]", RETURNS("['one', 'two', 'three']")},
    /* Omitting the flags is the same as flags of 0. */
    {"recvfrom-flags-zero", "$method.flags.default", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(10, 0)$data", RETURNS("'letter'")},
    {"recvfrom-flags-none", "$method.flags.default", ITSELF, PAIR "peer.send('letter'); " READY "first = socket.$method(10)$data; peer.send('letter'); " READY "[first, socket.$method(10, 0)$data]", RETURNS("['letter', 'letter']")},
    /* With MSG_PEEK the call returns data that the next call returns again, all of it or a part. */
    {"recvfrom-peek", "$method.flags.peek", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(10, MSG_PEEK)$data, socket.$method(10)$data]", RETURNS("['letter', 'letter']")},
    {"recvfrom-peek-twice", "$method.flags.peek", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(10, MSG_PEEK)$data, socket.$method(10, MSG_PEEK)$data, socket.$method(10)$data]", RETURNS("['letter', 'letter', 'letter']")},
    {"recvfrom-peek-part", "$method.flags.peek", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(3, MSG_PEEK)$data, socket.$method(10)$data]", RETURNS("['let', 'letter']")},
    {"recvfrom-peek-taken", "$method.flags.peek", "recvfrom-peek-left", PAIR "peer.send('letter'); " READY "socket.$method(10, MSG_PEEK); socket.$method(10); call = start socket.recv_nonblock(10); at_once(call)", RAISES(Errno::EAGAIN, NULL)},
    {"recvfrom-peek-left", "$method.flags.peek", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(10, MSG_PEEK); socket.recv_nonblock(10)", RETURNS("'letter'")},
    /* If data is available, MSG_DONTWAIT makes no difference. */
    {"recvfrom-dontwait-data", "$message", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(10, MSG_DONTWAIT)$data", RETURNS("'letter'")},
    /* A closed object raises IOError. */
    {"recvfrom-closed", "$method.closed", "recvfrom-data", PAIR "peer.send('letter'); " READY "socket.close; socket.$method(10)", RAISES(IOError, NULL)},
    /* With a maxlen of 0 the call returns an empty String if data is available. */
    {"recvfrom-maxlen-zero", "$method.maxlen.zero", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(0)$data", RETURNS("''")},
    /* Several objects can receive from one descriptor. */
    {"recvfrom-same-descriptor", "$message", ITSELF, PAIR "peer.send('letter'); " READY "second = Socket.for_fd(socket.fileno); second.$method(10)$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recvfrom_any, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", receivers)})

/* The descriptor was closed without the object knowing it (setting O_NONBLOCK may notice that),
 * or it now refers to something other than a socket. */
#define DESCRIPTOR_ROWS(of, message) \
    {"recvfrom-closed-behind", of("EBADF"), "recvfrom-data", PAIR "peer.send('letter'); " READY "second = Socket.for_fd(socket.fileno); second.close; socket.$method(10)", RAISES(Errno::EBADF, NULL)}, \
    {"recvfrom-replaced", of("ENOTSOCK"), "recvfrom-data", PAIR "peer.send('letter'); " READY "replace_descriptor(socket); socket.$method(10)", RAISES(Errno::ENOTSOCK, message)}
static const struct sockspec_row recvfrom_descriptor_rows[] = {DESCRIPTOR_ROWS(OF_PAGE, NULL)};
static const struct sockspec_row recvfrom_descriptor_classic_rows[] = {DESCRIPTOR_ROWS(OF_METHOD, "recvfrom(2)")};
SOCKSPEC_TABLE(recvfrom_descriptor, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", documented_receivers)})
SOCKSPEC_TABLE(recvfrom_descriptor_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", classic_receivers)})

/* Lengths of the sent data, and values of maxlen. */

#define MESSAGE_8280 "message = '0123456789abcdefghijklmnopqrstuvwxyz' * 230; "
#define SIZE(size) {#size, {{"size", #size}}}
#define MAXLEN(maxlen) {#maxlen, {{"maxlen", #maxlen}}}
#define MESSAGE "message = ('0123456789abcdefghijklmnopqrstuvwxyz' * 230)[0, $size]; "

static const struct sockspec_variant byte_sizes[] = {SIZE(1), SIZE(2), SIZE(99), SIZE(100), SIZE(101), SIZE(8192)};
static const struct sockspec_variant maxlens[] = {MAXLEN(1), MAXLEN(99), MAXLEN(100), MAXLEN(101), MAXLEN(8192)};

/* From a stream the call returns the bytes that are available, at most maxlen. The rest is read
 * by the next call. */
static const struct sockspec_row recvfrom_bytes_rows[] = {
    {"recvfrom-bytes-all-of-1", "$method.maxlen", ITSELF, "kind=* size=1 maxlen=* method=*", RETURNS("['0', '']")},
    {"recvfrom-bytes-all-of-2", "$method.maxlen", ITSELF, "kind=* size=2 maxlen=99,100,101,8192 method=*", RETURNS("['01', '']")},
    {"recvfrom-bytes-all-of-99", "$method.maxlen", ITSELF, "kind=* size=99 maxlen=99,100,101,8192 method=*", RETURNS("[message, '']")},
    {"recvfrom-bytes-all-of-100", "$method.maxlen", ITSELF, "kind=* size=100 maxlen=100,101,8192 method=*", RETURNS("[message, '']")},
    {"recvfrom-bytes-all-of-101", "$method.maxlen", ITSELF, "kind=* size=101 maxlen=101,8192 method=*", RETURNS("[message, '']")},
    {"recvfrom-bytes-all-of-8192", "$method.maxlen", ITSELF, "kind=* size=8192 maxlen=8192 method=*", RETURNS("[message, '']")},
    {"recvfrom-bytes-first", "$method.maxlen", ITSELF, "kind=* size=2,99,100,101,8192 maxlen=1 method=*", RETURNS("['0', message[1, 8192]]")},
    {"recvfrom-bytes-99", "$method.maxlen", ITSELF, "kind=* size=100,101,8192 maxlen=99 method=*", RETURNS("[message[0, 99], message[99, 8192]]")},
    {"recvfrom-bytes-100", "$method.maxlen", ITSELF, "kind=* size=101,8192 maxlen=100 method=*", RETURNS("[message[0, 100], message[100, 8192]]")},
    {"recvfrom-bytes-101", "$method.maxlen", ITSELF, "kind=* size=8192 maxlen=101 method=*", RETURNS("[message[0, 101], message[101, 8192]]")},
};
SOCKSPEC_TABLE(recvfrom_bytes, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .cross = PAIR MESSAGE "peer.send(message); peer.close; " READY "[socket.$method($maxlen)$data, socket.read]",
               .axes = {AXIS("kind", byte_kinds), AXIS("size", byte_sizes), AXIS("maxlen", maxlens), AXIS("method", receivers)})

/* If message boundaries are preserved, the rest of a message is lost, and the next call returns
 * the next message. */
static const struct sockspec_variant message_sizes[] = {SIZE(0), SIZE(1), SIZE(99), SIZE(100), SIZE(101), SIZE(8192)};
static const struct sockspec_row recvfrom_messages_rows[] = {
    {"recvfrom-message-empty", "$empty", ITSELF, "kind=* size=0 maxlen=* method=*", RETURNS("['', 'next']")},
    {"recvfrom-message-all-of-1", "$method.maxlen", ITSELF, "kind=* size=1 maxlen=* method=*", RETURNS("['0', 'next']")},
    {"recvfrom-message-all-of-99", "$method.maxlen", ITSELF, "kind=* size=99 maxlen=99,100,101,8192 method=*", RETURNS("[message, 'next']")},
    {"recvfrom-message-all-of-100", "$method.maxlen", ITSELF, "kind=* size=100 maxlen=100,101,8192 method=*", RETURNS("[message, 'next']")},
    {"recvfrom-message-all-of-101", "$method.maxlen", ITSELF, "kind=* size=101 maxlen=101,8192 method=*", RETURNS("[message, 'next']")},
    {"recvfrom-message-all-of-8192", "$method.maxlen", ITSELF, "kind=* size=8192 maxlen=8192 method=*", RETURNS("[message, 'next']")},
    {"recvfrom-message-first", "$method.datagram.truncated", ITSELF, "kind=* size=99,100,101,8192 maxlen=1 method=*", RETURNS("['0', 'next']")},
    {"recvfrom-message-99", "$method.datagram.truncated", ITSELF, "kind=* size=100,101,8192 maxlen=99 method=*", RETURNS("[message[0, 99], 'next']")},
    {"recvfrom-message-100", "$method.datagram.truncated", ITSELF, "kind=* size=101,8192 maxlen=100 method=*", RETURNS("[message[0, 100], 'next']")},
    {"recvfrom-message-101", "$method.datagram.truncated", ITSELF, "kind=* size=8192 maxlen=101 method=*", RETURNS("[message[0, 101], 'next']")},
};
SOCKSPEC_TABLE(recvfrom_messages, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .cross = PAIR MESSAGE "peer.send(message); " READY "got = socket.$method($maxlen)$data; peer.send('next'); " READY "[got, socket.recv(10)]",
               .axes = {AXIS("kind", message_kinds), AXIS("size", message_sizes), AXIS("maxlen", maxlens), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_stream_rows[] = {
    /* A maxlen of 0 reads nothing from a stream. */
    {"recvfrom-maxlen-zero-keeps", "$method.maxlen.zero", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(0)$data, socket.$method(10)$data]", RETURNS("['', 'letter']")},
    /* Data that was sent by several calls is returned by one call, once it has arrived. */
    {"recvfrom-joined", "$method.maxlen", ITSELF, PAIR "peer.send('let'); peer.send('ter'); peer.close; " READY "first = socket.$method(2)$data; [first, socket.read]", RETURNS("['le', 'tter']")},
};
SOCKSPEC_TABLE(recvfrom_stream, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", byte_kinds), AXIS("method", receivers)})

/* The end of a connection. */

static const struct sockspec_row recvfrom_end_rows[] = {
    /* The peer has closed its socket, or only its sending direction: each call returns empty
     * data. */
    {"recvfrom-end", "$method.eof", ITSELF, PAIR "peer.close; " READY "socket.$method(10)$data", RETURNS("''")},
    {"recvfrom-end-twice", "$method.eof", ITSELF, PAIR "peer.close; " READY "[socket.$method(10)$data, socket.$method(10)$data]", RETURNS("['', '']")},
    {"recvfrom-end-half", "$method.eof", ITSELF, PAIR "peer.shutdown(SHUT_WR); " READY "socket.$method(10)$data", RETURNS("''")},
    {"recvfrom-end-own-half", "$method.eof", ITSELF, PAIR "socket.shutdown(0); " READY "socket.$method(10)$data", RETURNS("''")},
    {"recvfrom-end-peek", "$method.eof", ITSELF, PAIR "peer.close; " READY "[socket.$method(10, MSG_PEEK)$data, socket.$method(10)$data]", RETURNS("['', '']")},
    {"recvfrom-end-maxlen-zero", "$method.eof", ITSELF, PAIR "peer.close; " READY "socket.$method(0)$data", RETURNS("''")},
    /* Data that was sent before the end is returned first. */
    {"recvfrom-end-after-data", "$method.eof", ITSELF, PAIR "peer.send('letter'); peer.close; " READY "[socket.$method(10)$data, (" READY "socket.$method(10)$data)]", RETURNS("['letter', '']")},
};
SOCKSPEC_TABLE(recvfrom_end, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", connection_kinds), AXIS("method", receivers)})

/* If a peer closes its socket without having read everything that was sent to it, the connection
 * is reset. */
#define UNREAD_ROWS(of, message) \
    {"recvfrom-end-unread", "$reset", "recvfrom-end-read", PAIR "socket.send('letter', 0); peer.recv(10, MSG_PEEK); peer.close; " READY "socket.$method(10)", RAISES(Errno::ECONNRESET, message)}, \
    {"recvfrom-end-read", "$reset", ITSELF, PAIR "socket.send('letter', 0); peer.recv(10); peer.close; " READY "socket.$method(10)$data", RETURNS("''")}
static const struct sockspec_row recvfrom_unread_rows[] = {UNREAD_ROWS(OF_PAGE, NULL)};
static const struct sockspec_row recvfrom_unread_classic_rows[] = {UNREAD_ROWS(OF_METHOD, "recvfrom(2)")};
SOCKSPEC_TABLE(recvfrom_unread, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connection_kinds), AXIS("method", documented_receivers)})
SOCKSPEC_TABLE(recvfrom_unread_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connection_kinds), AXIS("method", classic_receivers)})

#define TCP_ERROR_ROWS(of, message) \
    /* The peer resets the connection. */ \
    {"recvfrom-aborted", of("ECONNRESET"), "recvfrom-tcp-closed", PAIR "peer.abort; " READY "socket.$method(10)", RAISES(Errno::ECONNRESET, message)}, \
    {"recvfrom-tcp-closed", of("ECONNRESET"), ITSELF, PAIR "peer.close; " READY "socket.$method(10)$data", RETURNS("''")}, \
    /* There is no connection: the socket is new, bound or listening. */ \
    {"recvfrom-unconnected", "$not_connected", "recvfrom-data", "socket = Socket.new($domain, $type, 0); socket.$method(10)", RAISES(Errno::ENOTCONN, message)}, \
    {"recvfrom-unconnected-bound", of("ENOTCONN"), "recvfrom-data", "socket = Socket.new($domain, $type, 0); socket.bind($any); socket.$method(10)", RAISES(Errno::ENOTCONN, message)}, \
    {"recvfrom-listening", of("ENOTCONN"), "recvfrom-data", "socket = Socket.new($domain, $type, 0); socket.bind($any); socket.listen(5); socket.$method(10)", RAISES(Errno::ENOTCONN, message)}, \
    {"recvfrom-unconnected-peek", of("ENOTCONN"), "recvfrom-data", "socket = Socket.new($domain, $type, 0); socket.$method(10, MSG_PEEK)", RAISES(Errno::ENOTCONN, message)}, \
    /* MSG_OOB: there is no urgent byte, or it was read already, or it is in line with the other data. */ \
    {"recvfrom-urgent-none", of("EINVAL"), "recvfrom-urgent", PAIR "peer.send('!'); " READY "socket.$method(1, MSG_OOB)", RAISES(Errno::EINVAL, message)}, \
    {"recvfrom-urgent-nothing", of("EINVAL"), "recvfrom-urgent", PAIR "socket.$method(1, MSG_OOB)", RAISES(Errno::EINVAL, message)}, \
    {"recvfrom-urgent-taken", of("EINVAL"), "recvfrom-urgent", PAIR "peer.send('!', MSG_OOB); IO.select(nil, nil, [socket], 5); socket.$method(1, MSG_OOB); socket.$method(1, MSG_OOB)", RAISES(Errno::EINVAL, message)}, \
    {"recvfrom-urgent-inline", of("EINVAL"), "recvfrom-urgent", PAIR "socket.setsockopt(SOL_SOCKET, SO_OOBINLINE, 1); peer.send('!', MSG_OOB); " READY "socket.$method(1, MSG_OOB)", RAISES(Errno::EINVAL, message)}
static const struct sockspec_row recvfrom_tcp_error_rows[] = {TCP_ERROR_ROWS(OF_PAGE, NULL)};
static const struct sockspec_row recvfrom_tcp_error_classic_rows[] = {TCP_ERROR_ROWS(OF_METHOD, "recvfrom(2)")};
SOCKSPEC_TABLE(recvfrom_tcp_error, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", tcp_kinds), AXIS("method", documented_receivers)})
SOCKSPEC_TABLE(recvfrom_tcp_error_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", tcp_kinds), AXIS("method", classic_receivers)})

/* After a refused connection attempt recvfrom raises Errno::ENOTCONN. For recv the page says
 * nothing: Ruby 1.8.7 raises the same error, today's Ruby returns an empty String. */
#define REFUSED "door = Tester.socket($domain, $type); door.bind($any); socket = Socket.new($domain, $type, 0); raised(Errno::ECONNREFUSED, socket.connect(door.sockaddr)); socket.$method(10)"
static const struct sockspec_row recvfrom_refused_rows[] = {
    {"recvfrom-refused", "recvfrom.unix.ENOTCONN", "recvfrom-data", REFUSED, RAISES(Errno::ENOTCONN, NULL)},
};
static const struct sockspec_row recvfrom_refused_classic_rows[] = {
    {"recvfrom-refused", "$not_connected", ITSELF, REFUSED, RETURNS_OR_RAISES("''", Errno::ENOTCONN)},
};
SOCKSPEC_TABLE(recvfrom_refused, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", documented_receivers)})
SOCKSPEC_TABLE(recvfrom_refused_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", classic_receivers)})

/* MSG_PEEK does not remove the urgent byte. */
#define URGENT_PEEK_ROW(behaviour) \
    {"recvfrom-urgent-peek", behaviour, ITSELF, PAIR "peer.send('!', MSG_OOB); IO.select(nil, nil, [socket], 5); [socket.$method(1, MSG_PEEK | MSG_OOB)$data, socket.$method(1, MSG_OOB)$data]", RETURNS("['!', '!']")}
static const struct sockspec_row recvfrom_urgent_peek_rows[] = {URGENT_PEEK_ROW("recvfrom.flags.combined")};
static const struct sockspec_row recvfrom_urgent_peek_classic_rows[] = {URGENT_PEEK_ROW("$method.flags.oob")};
SOCKSPEC_TABLE(recvfrom_urgent_peek, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", documented_receivers)})
SOCKSPEC_TABLE(recvfrom_urgent_peek_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", classic_receivers)})

static const struct sockspec_row recvfrom_tcp_rows[] = {
    /* The message names the system call. */
    {"recvfrom-message-reset", "$method.error.message", "recvfrom-tcp-closed", PAIR "peer.abort; " READY "socket.$method(10)", RAISES(Errno::ECONNRESET, "recvfrom(2)")},
    {"recvfrom-message-urgent", "$method.error.message", "recvfrom-urgent", PAIR "peer.send('!'); " READY "socket.$method(1, MSG_OOB)", RAISES(Errno::EINVAL, "recvfrom(2)")},
    {"recvfrom-message-replaced", "$method.error.message", "recvfrom-data", PAIR "peer.send('letter'); " READY "replace_descriptor(socket); socket.$method(10)", RAISES(Errno::ENOTSOCK, "recvfrom(2)")},
    /* With MSG_OOB the call returns the urgent byte, which is not part of the other data. */
    {"recvfrom-urgent", "$method.flags.oob", ITSELF, PAIR "peer.send('!', MSG_OOB); IO.select(nil, nil, [socket], 5); socket.$method(1, MSG_OOB)$data", RETURNS("'!'")},
    {"recvfrom-urgent-large-maxlen", "$method.flags.oob", ITSELF, PAIR "peer.send('!', MSG_OOB); IO.select(nil, nil, [socket], 5); socket.$method(10, MSG_OOB)$data", RETURNS("'!'")},
    {"recvfrom-urgent-last", "$method.flags.oob", ITSELF, PAIR "peer.send('help!', MSG_OOB); IO.select(nil, nil, [socket], 5); [socket.$method(10, MSG_OOB)$data, socket.$method(10)$data]", RETURNS("['!', 'help']")},
    {"recvfrom-urgent-apart", "$method.flags.oob", ITSELF, PAIR "peer.send('help!', MSG_OOB); peer.send('come'); peer.close; IO.select(nil, nil, [socket], 5); [socket.$method(10, MSG_OOB)$data, socket.$method(4)$data, socket.read]", RETURNS("['!', 'help', 'come']")},
    {"recvfrom-urgent-after", "$method.flags.oob", ITSELF, PAIR "peer.send('help!', MSG_OOB); IO.select(nil, nil, [socket], 5); [socket.$method(4)$data, socket.$method(10, MSG_OOB)$data]", RETURNS("['help', '!']")},
    {"recvfrom-urgent-byte", "$method.flags.oob", ITSELF, PAIR "peer.send('\\xff', MSG_OOB); IO.select(nil, nil, [socket], 5); socket.$method(1, MSG_OOB)$data", RETURNS("'\\xff'")},
    {"recvfrom-urgent-inline-data", "$method.flags.oob", ITSELF, PAIR "socket.setsockopt(SOL_SOCKET, SO_OOBINLINE, 1); peer.send('!', MSG_OOB); " READY "socket.$method(10)$data", RETURNS("'!'")},
    /* A long TCP stream: the bytes are received in order, by as many calls as necessary. */
    {"recvfrom-long", "$method.maxlen", ITSELF, PAIR MESSAGE_8280 "peer.send(message); peer.close; " READY "first = socket.$method(4000)$data; second = socket.$method(4000)$data; [first + second, socket.read]", RETURNS("[message[0, 8000], message[8000, 280]]")},
};
SOCKSPEC_TABLE(recvfrom_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", receivers)})

static const struct sockspec_variant seqpacket_kind[] = {SOCKSPEC_UNIX_SEQPACKET};
#define SEQPACKET_ROWS(of, message) \
    {"recvfrom-seqpacket-unconnected", "$not_connected", "recvfrom-data", "socket = Socket.new($domain, $type, 0); socket.$method(10)", RAISES(Errno::ENOTCONN, message)}, \
    {"recvfrom-seqpacket-listening", of("ENOTCONN"), "recvfrom-data", "socket = Socket.new($domain, $type, 0); socket.bind($any); socket.listen(5); socket.$method(10)", RAISES(Errno::ENOTCONN, message)}
static const struct sockspec_row recvfrom_seqpacket_rows[] = {SEQPACKET_ROWS(OF_PAGE, NULL)};
static const struct sockspec_row recvfrom_seqpacket_classic_rows[] = {SEQPACKET_ROWS(OF_METHOD, "recvfrom(2)")};
SOCKSPEC_TABLE(recvfrom_seqpacket, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", seqpacket_kind), AXIS("method", documented_receivers)})
SOCKSPEC_TABLE(recvfrom_seqpacket_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", seqpacket_kind), AXIS("method", classic_receivers)})

static const struct sockspec_variant unix_stream_kind[] = {SOCKSPEC_UNIX_STREAM};
/* Linux: an AF_UNIX stream socket without a connection causes EINVAL. */
#define UNIX_STREAM_ROWS(of, message) \
    {"recvfrom-unix-unconnected", of("ENOTCONN"), "recvfrom-data", "socket = Socket.new($domain, $type, 0); socket.$method(10)", RAISES(Errno::EINVAL, message)}, \
    {"recvfrom-unix-listening", of("ENOTCONN"), "recvfrom-data", "socket = Socket.new($domain, $type, 0); socket.bind($any); socket.listen(5); socket.$method(10)", RAISES(Errno::EINVAL, message)}
static const struct sockspec_row recvfrom_unix_stream_platform_rows[] = {UNIX_STREAM_ROWS(OF_PAGE, NULL)};
static const struct sockspec_row recvfrom_unix_stream_platform_classic_rows[] = {UNIX_STREAM_ROWS(OF_METHOD, "recvfrom(2)")};
SOCKSPEC_TABLE(recvfrom_unix_stream_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux",
               .axes = {AXIS("kind", unix_stream_kind), AXIS("method", documented_receivers)})
SOCKSPEC_TABLE(recvfrom_unix_stream_platform_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux",
               .axes = {AXIS("kind", unix_stream_kind), AXIS("method", classic_receivers)})

static const struct sockspec_variant oob_less_kinds[] = {SOCKSPEC_UNIX_SEQPACKET, SOCKSPEC_UNIX_DGRAM};
/* AF_UNIX messages have no urgent data. */
#define UNSUPPORTED_ROWS(of, message) \
    {"recvfrom-unsupported", of("EOPNOTSUPP"), "recvfrom-data", PAIR "peer.send('letter'); " READY "socket.$method(10, MSG_OOB)", RAISES(Errno::EOPNOTSUPP, message)}, \
    {"recvfrom-unsupported-nothing", of("EOPNOTSUPP"), "recvfrom-data", PAIR "socket.$method(10, MSG_OOB)", RAISES(Errno::EOPNOTSUPP, message)}, \
    {"recvfrom-unsupported-kept", of("EOPNOTSUPP"), ITSELF, PAIR "peer.send('letter'); " READY "raised(Errno::EOPNOTSUPP, socket.$method(10, MSG_OOB)); socket.$method(10)$data", RETURNS("'letter'")}
static const struct sockspec_row recvfrom_unsupported_rows[] = {UNSUPPORTED_ROWS(OF_PAGE, NULL)};
static const struct sockspec_row recvfrom_unsupported_classic_rows[] = {UNSUPPORTED_ROWS(OF_METHOD, "recvfrom(2)")};
SOCKSPEC_TABLE(recvfrom_unsupported, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", oob_less_kinds), AXIS("method", documented_receivers)})
SOCKSPEC_TABLE(recvfrom_unsupported_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", oob_less_kinds), AXIS("method", classic_receivers)})

/* Datagrams. */

static const struct sockspec_row recvfrom_datagram_rows[] = {
    /* An empty datagram is returned and does not mean the end. */
    {"recvfrom-empty", "$empty", ITSELF, PAIR "peer.send(''); " READY "socket.$method(10)$data", RETURNS("''")},
    {"recvfrom-empty-among", "$empty", ITSELF, PAIR "peer.send('one'); peer.send(''); peer.send('three'); " READY "[socket.$method(10)$data, (" READY "socket.$method(10)$data), (" READY "socket.$method(10)$data)]", RETURNS("['one', '', 'three']")},
    /* One call returns one datagram. */
    {"recvfrom-not-joined", "$method.datagram.truncated", ITSELF, PAIR "peer.send('let'); peer.send('ter'); " READY "[socket.$method(10)$data, (" READY "socket.$method(10)$data)]", RETURNS("['let', 'ter']")},
    /* A maxlen of 0 removes a whole datagram. */
    {"recvfrom-maxlen-zero-takes", "$zero_takes", ITSELF, PAIR "peer.send('letter'); peer.send('next'); " READY "[socket.$method(0)$data, (" READY "socket.$method(10)$data)]", RETURNS("['', 'next']")},
    /* With MSG_TRUNC the system reports the whole length of the datagram, and today's Ruby
     * returns that many bytes. The first of them are the data, and the rest of the datagram is
     * still lost. */
    {"recvfrom-trunc-cut", "$method.datagram.truncated", ITSELF, PAIR "peer.send('letter'); peer.send('next'); " READY "[socket.$method(4, MSG_TRUNC)$data[0, 4], (" READY "socket.$method(10)$data)]", RETURNS("['lett', 'next']")},
    /* With MSG_PEEK the rest of the datagram is not lost. */
    {"recvfrom-peek-uncut", "$method.flags.peek", ITSELF, PAIR "peer.send('letter'); peer.send('next'); " READY "[socket.$method(2, MSG_PEEK)$data, socket.$method(4, MSG_PEEK)$data, socket.$method(10)$data, (" READY "socket.$method(10)$data)]", RETURNS("['le', 'lett', 'letter', 'next']")},
    /* A datagram socket has a queue rather than a connection. If its peer has sent nothing,
     * receiving never causes ENOTCONN. */
    {"recvfrom-unconnected-datagram", "$message", ITSELF, "socket = Socket.new($domain, $type, 0); socket.bind($any); stranger = Tester.socket($domain, $type); stranger.send('letter', 0, socket.getsockname); " READY "socket.$method(10)$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recvfrom_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", datagram_kinds), AXIS("method", receivers)})

/* An error that the page does not list for recvfrom: an earlier packet arrived at a port that
 * does not accept it. The socket at that port receives packets of another peer only. */
#define UNREACHABLE_ROW(message) \
    {"recvfrom-port-unreachable", "$any_error", "recvfrom-port-reachable", "third = Tester.socket($domain, $type); third.bind($other); door = Tester.socket($domain, $type); door.bind($any); door.connect(third.sockaddr); socket = Socket.new($domain, $type, 0); socket.connect(door.sockaddr); socket.send('letter', 0); " READY "socket.$method(10)", RAISES(Errno::ECONNREFUSED, message)}
static const struct sockspec_row recvfrom_unreachable_named_rows[] = {UNREACHABLE_ROW("recvfrom(2)")};
static const struct sockspec_row recvfrom_unreachable_rows[] = {UNREACHABLE_ROW(NULL)};
SOCKSPEC_TABLE(recvfrom_unreachable_named, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", udp_kinds), AXIS("method", named_receivers)})
SOCKSPEC_TABLE(recvfrom_unreachable, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", udp_kinds), AXIS("method", unnamed_receivers)})

static const struct sockspec_row recvfrom_udp_rows[] = {
    /* If the port receives the packet, there is no error. */
    {"recvfrom-port-reachable", "$any_error", ITSELF, "door = Tester.socket($domain, $type); door.bind($any); socket = Socket.new($domain, $type, 0); socket.connect(door.sockaddr); socket.send('letter', 0); door.recv(10); door.send('answer', 0, socket.getsockname); " READY "socket.$method(10)$data", RETURNS("'answer'")},
    /* The error is raised once. */
    {"recvfrom-port-unreachable-once", "$any_error", ITSELF, "third = Tester.socket($domain, $type); third.bind($other); door = Tester.socket($domain, $type); door.bind($any); door.connect(third.sockaddr); socket = Socket.new($domain, $type, 0); socket.connect(door.sockaddr); socket.send('letter', 0); " READY "raised(Errno::ECONNREFUSED, socket.$method(10)); second = Tester.socket($domain, $type); socket.connect(third.sockaddr); third.send('answer', 0, socket.getsockname); " READY "socket.$method(10)$data", RETURNS("'answer'")},
    /* The largest packet that the buffers have room for is received whole. */
    {"recvfrom-largest", "$method.maxlen", ITSELF, PAIR "message = '0123456789abcdef' * 4000; peer.send(message); " READY "socket.$method(65536)$data", RETURNS("message")},
};
SOCKSPEC_TABLE(recvfrom_udp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", udp_kinds), AXIS("method", receivers)})

/* The sender. */

static const struct sockspec_variant udp_senders[] = {
    {"udp4", {{"sender", "recvfrom.result.sender-ipv4"}, {"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"any", "in4(0, '127.0.0.1')"}, {"other", "in4(0, '127.0.0.2')"}, {"third", "in4(0, '127.255.255.254')"}, {"pair", SOCKSPEC_BOUND}}},
    {"udp6", {{"sender", "recvfrom.result.sender-ipv6"}, {"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"any", "in6(0, '::1')"}, {"other", "in6(0, '::1')"}, {"third", "in6(0, '::1')"}, {"pair", SOCKSPEC_BOUND}}},
    {"unix-dgram", {{"sender", "recvfrom.result.sender-unix"}, {"domain", "AF_UNIX"}, {"type", "SOCK_DGRAM"}, {"any", "un(path('a'))"}, {"other", "un(path('b'))"}, {"third", "un(path('c'))"}, {"pair", SOCKSPEC_BOUND}}},
};
static const struct sockspec_row recvfrom_sender_rows[] = {
    /* The second element is the packed address of the sender. */
    {"recvfrom-sender", "$sender", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', peer.sockaddr]")},
    {"recvfrom-sender-only", "$sender", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(10)[1]", RETURNS("peer.sockaddr")},
    {"recvfrom-sender-of-empty", "$sender", ITSELF, PAIR "peer.send(''); " READY "socket.$method(10)", RETURNS("['', peer.sockaddr]")},
    {"recvfrom-sender-maxlen-zero", "$sender", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(0)", RETURNS("['', peer.sockaddr]")},
    {"recvfrom-sender-of-cut", "$sender", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(3)", RETURNS("['let', peer.sockaddr]")},
    /* The sender is returned with MSG_PEEK as well, and again when the datagram is then
     * received. */
    {"recvfrom-sender-peek", "$method.flags.peek", ITSELF, PAIR "peer.send('letter'); " READY "[socket.$method(10, MSG_PEEK), socket.$method(10)]", RETURNS("[['letter', peer.sockaddr], ['letter', peer.sockaddr]]")},
    /* Each datagram has its own sender. */
    {"recvfrom-senders", "$sender", ITSELF, PAIR "third = Tester.socket($domain, SOCK_DGRAM); third.bind($third); peer.send('one'); third.send('two', 0, socket.getsockname); peer.send('three'); " READY "first = socket.$method(10); " READY "second = socket.$method(10); " READY "[first, second, socket.$method(10)]", RETURNS("[['one', peer.sockaddr], ['two', third.sockaddr], ['three', peer.sockaddr]]")},
    /* A reply can be sent to the sender's address. */
    {"recvfrom-sender-answered", "$sender", ITSELF, PAIR "peer.send('letter'); " READY "from = socket.$method(10)[1]; socket.send('answer', 0, from); peer.recv(10)", RETURNS("'answer'")},
    /* A connected socket receives from its peer only. */
    {"recvfrom-sender-connected", "$sender", ITSELF, PAIR "socket.connect(peer.sockaddr); peer.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', peer.sockaddr]")},
    /* The sender is another socket of the implementation. */
    {"recvfrom-sender-own", "$sender", ITSELF, "socket = Socket.new($domain, $type, 0); socket.bind($any); own = Socket.new($domain, $type, 0); own.bind($other); own.send('letter', 0, socket.getsockname); from = own.getsockname; " READY "socket.$method(10)", RETURNS("['letter', from]")},
    /* Omitting the flags is the same as flags of 0. */
    {"recvfrom-sender-flags", "$method.flags.default", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(10, 0)", RETURNS("['letter', peer.sockaddr]")},
};
SOCKSPEC_TABLE(recvfrom_sender, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", udp_senders), AXIS("method", sender_receivers)})

static const struct sockspec_row recvfrom_sender_unbound_rows[] = {
    /* Sending gives an unbound UDP socket an address. */
    {"recvfrom-sender-unbound", "$sender", ITSELF, "socket = Socket.new($domain, $type, 0); socket.bind($any); stranger = Tester.socket($domain, $type); stranger.connect(socket.getsockname); stranger.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', stranger.sockaddr]")},
};
static const struct sockspec_variant udp_only_senders[] = {
    {"udp4", {{"sender", "recvfrom.result.sender-ipv4"}, {"domain", "AF_INET"}, {"type", "SOCK_DGRAM"}, {"any", "in4(0, '127.0.0.1')"}}},
    {"udp6", {{"sender", "recvfrom.result.sender-ipv6"}, {"domain", "AF_INET6"}, {"type", "SOCK_DGRAM"}, {"any", "in6(0, '::1')"}}},
};
SOCKSPEC_TABLE(recvfrom_sender_unbound, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", udp_only_senders), AXIS("method", sender_receivers)})

static const struct sockspec_row recvfrom_senders_rows[] = {
    /* An IPv6 socket sees an IPv4 sender as an IPv6 address. (Ruby 1.8.7 has no constants for
     * IPPROTO_IPV6, 41, and IPV6_V6ONLY, 26.) */
    {"recvfrom-sender-mapped", "recvfrom.result.sender-ipv6", ITSELF, "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.setsockopt(41, 26, 0); socket.bind(in6(0, '::ffff:127.0.0.1')); peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.bind(in4(0, '127.0.0.1')); peer.send('letter', 0, in4(0, '127.0.0.1')[0, 2] + socket.getsockname[2, 2] + in4(0, '127.0.0.1')[4, 12]); " READY "socket.$method(10)", RETURNS("['letter', in6(peer.port, '::ffff:127.0.0.1')]")},
    /* An AF_UNIX sender without a name has an empty address. */
    {"recvfrom-sender-unnamed", "recvfrom.result.sender-unix-unnamed", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.bind(un(path('a'))); peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.connect(socket.getsockname); peer.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', '']")},
    {"recvfrom-sender-unnamed-pair", "recvfrom.result.sender-unix-unnamed", ITSELF, "socket, other = Socket.pair(AF_UNIX, SOCK_DGRAM, 0); other.send('letter', 0); " READY "socket.$method(10)", RETURNS("['letter', '']")},
    {"recvfrom-sender-unnamed-then-named", "recvfrom.result.sender-unix-unnamed", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.bind(un(path('a'))); peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.connect(socket.getsockname); peer.send('one'); named = Tester.socket(AF_UNIX, SOCK_DGRAM); named.bind(un(path('b'))); named.send('two', 0, socket.getsockname); " READY "[socket.$method(10), socket.$method(10)]", RETURNS("[['one', ''], ['two', named.sockaddr]]")},
    /* For TCP the sender is not reported. */
    {"recvfrom-sender-tcp4", "recvfrom.result.sender-stream", ITSELF, "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '127.0.0.1')); door.listen(5); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', '']")},
    {"recvfrom-sender-tcp6", "recvfrom.result.sender-stream", ITSELF, "door = Tester.socket(AF_INET6, SOCK_STREAM); door.bind(in6(0, '::1')); door.listen(5); socket = Socket.new(AF_INET6, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', '']")},
    {"recvfrom-sender-tcp-accepted", "recvfrom.result.sender-stream", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.bind(in4(0, '127.0.0.1')); server.listen(5); peer = Tester.connected(server.getsockname, SOCK_STREAM); socket, from = server.accept; peer.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', '']")},
    {"recvfrom-sender-tcp-end", "recvfrom.result.sender-stream", ITSELF, "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '127.0.0.1')); door.listen(5); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.close; " READY "socket.$method(10)", RETURNS("['', '']")},
    {"recvfrom-sender-tcp-urgent", "recvfrom.result.sender-stream", ITSELF, "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '127.0.0.1')); door.listen(5); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.send('!', MSG_OOB); IO.select(nil, nil, [socket], 5); socket.$method(10, MSG_OOB)", RETURNS("['!', '']")},
};
SOCKSPEC_TABLE(recvfrom_senders, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("method", sender_receivers)})

static const struct sockspec_row recvfrom_senders_platform_rows[] = {
    /* Linux: on AF_UNIX connections too, a named peer is reported as the sender. Every byte of
     * an abstract name counts. */
    {"recvfrom-sender-unix-stream", "recvfrom.result.sender-stream", ITSELF, "door = Tester.socket(AF_UNIX, SOCK_STREAM); door.bind(un(path('a'))); door.listen(5); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', door.sockaddr]")},
    {"recvfrom-sender-unix-seqpacket", "recvfrom.result.sender-stream", ITSELF, "door = Tester.socket(AF_UNIX, SOCK_SEQPACKET); door.bind(un(path('a'))); door.listen(5); socket = Socket.new(AF_UNIX, SOCK_SEQPACKET, 0); socket.connect(door.sockaddr); peer = door.accept; peer.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', door.sockaddr]")},
    {"recvfrom-sender-unix-stream-unnamed", "recvfrom.result.sender-stream", ITSELF, "server = Socket.new(AF_UNIX, SOCK_STREAM, 0); server.bind(un(path('a'))); server.listen(5); peer = Tester.connected(server.getsockname, SOCK_STREAM); socket, from = server.accept; peer.send('letter'); " READY "socket.$method(10)", RETURNS("['letter', '']")},
    {"recvfrom-sender-abstract", "recvfrom.result.sender-unix", ITSELF, "name = un('\\0' + path('b'))[0, length(path('b')) + 3]; socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.bind(un(path('a'))); peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind(name); peer.send('letter', 0, socket.getsockname); " READY "socket.$method(10)", RETURNS("['letter', name]")},
};
SOCKSPEC_TABLE(recvfrom_senders_platform, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux", .axes = {AXIS("method", sender_receivers)})

/* Waiting. */

/* Half a minute, as a struct timeval. */
#define RECEIVE_TIMEOUT "clear_nonblocking(socket); socket.setsockopt(SOL_SOCKET, SO_RCVTIMEO, hex('1e 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00')); "

static const struct sockspec_row recvfrom_waits_rows[] = {
    /* The call waits until data arrives. */
    {"recvfrom-waits", "$method.blocks", ITSELF, PAIR "call = start socket.$method(10); blocked(call); peer.send('letter'); finish(call)$data", RETURNS("'letter'")},
    {"recvfrom-waits-blocking", "$method.blocks", ITSELF, PAIR "clear_nonblocking(socket); call = start socket.$method(10); blocked(call); peer.send('letter'); finish(call)$data", RETURNS("'letter'")},
    {"recvfrom-waits-peeking", "$method.blocks", ITSELF, PAIR "call = start socket.$method(10, MSG_PEEK); blocked(call); peer.send('letter'); [finish(call)$data, socket.$method(10)$data]", RETURNS("['letter', 'letter']")},
    {"recvfrom-waits-again", "$method.blocks", ITSELF, PAIR "peer.send('one'); first = socket.$method(10)$data; call = start socket.$method(10); blocked(call); peer.send('two'); [first, finish(call)$data]", RETURNS("['one', 'two']")},
    {"recvfrom-waits-leaves-flag", "$method.blocks", ITSELF, PAIR "clear_nonblocking(socket); peer.send('letter'); socket.$method(10); nonblocking(socket)", RETURNS("false")},
};
SOCKSPEC_TABLE(recvfrom_waits, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", blocking_receivers)})

/* With O_NONBLOCK set, recvfrom does not wait, but raises an error that has two names. For recv
 * the page says nothing: it may raise the error, or wait as both Rubies do. */
#define UNDER_O_NONBLOCK PAIR "set_nonblocking(socket); call = start socket.$method(10); "
static const struct sockspec_row recvfrom_again_rows[] = {
    {"recvfrom-again", "$again", "recvfrom-data", UNDER_O_NONBLOCK "at_once(call)", RAISES(Errno::EAGAIN, NULL)},
};
static const struct sockspec_row recvfrom_would_block_rows[] = {
    {"recvfrom-would-block", "$would_block", "recvfrom-data", UNDER_O_NONBLOCK "at_once(call)", RAISES(Errno::EWOULDBLOCK, NULL)},
};
static const struct sockspec_row recv_again_rows[] = {
    {"recvfrom-again", "$again", ITSELF, UNDER_O_NONBLOCK "settled(call)", RETURNS_OR_RAISES("'waits'", Errno::EAGAIN)},
};
static const struct sockspec_row recv_would_block_rows[] = {
    {"recvfrom-would-block", "$would_block", ITSELF, UNDER_O_NONBLOCK "settled(call)", RETURNS_OR_RAISES("'waits'", Errno::EWOULDBLOCK)},
};
SOCKSPEC_TABLE(recvfrom_again, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", recvfrom_only)})
SOCKSPEC_TABLE(recvfrom_would_block, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", some_kinds), AXIS("method", recvfrom_only)})
SOCKSPEC_TABLE(recv_again, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", recv_only)})
SOCKSPEC_TABLE(recv_would_block, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", some_kinds), AXIS("method", recv_only)})

static const struct sockspec_row recvfrom_dontwait_rows[] = {
    /* MSG_DONTWAIT asks the system not to wait in this call. Both Rubies wait nevertheless,
     * which is allowed. The call does not set O_NONBLOCK. */
    {"recvfrom-dontwait", "$method.flags.dontwait", ITSELF, PAIR "clear_nonblocking(socket); call = start socket.$method(10, MSG_DONTWAIT); settled(call)", RETURNS_OR_RAISES("'waits'", Errno::EAGAIN)},
    {"recvfrom-dontwait-unset", "$method.flags.dontwait", ITSELF, PAIR "clear_nonblocking(socket); peer.send('letter'); " READY "socket.$method(10, MSG_DONTWAIT); nonblocking(socket)", RETURNS("false")},
};
SOCKSPEC_TABLE(recvfrom_dontwait, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", blocking_receivers)})

static const struct sockspec_row recvfrom_interrupted_rows[] = {
    /* A signal arrives before any data. */
    {"recvfrom-interrupted", "recvfrom.unix.EINTR", "recvfrom-not-interrupted", PAIR RECEIVE_TIMEOUT "call = start socket.$method(10); blocked(call); interrupted(call); finish(call)", RAISES(Errno::EINTR, NULL)},
    {"recvfrom-not-interrupted", "recvfrom.unix.EINTR", ITSELF, PAIR RECEIVE_TIMEOUT "call = start socket.$method(10); blocked(call); peer.send('letter'); finish(call)$data", RETURNS("'letter'")},
    /* The next call waits again and returns the data. */
    {"recvfrom-interrupted-then", "recvfrom.unix.EINTR", ITSELF, PAIR RECEIVE_TIMEOUT "call = start socket.$method(10); blocked(call); interrupted(call); first = rescue(Errno::EINTR, finish(call), 'interrupted'); call = start socket.$method(10); blocked(call); peer.send('letter'); [first, finish(call)$data]", RETURNS("['interrupted', 'letter']")},
};
SOCKSPEC_TABLE(recvfrom_interrupted, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", recvfrom_only)})

/* For recv the page does not say what a signal does: the call may raise Errno::EINTR, or
 * continue to wait as in both Rubies. */
static const struct sockspec_row recv_interrupted_rows[] = {
    {"recvfrom-interrupted", "recv.interrupted", ITSELF, PAIR RECEIVE_TIMEOUT "call = start socket.$method(10); blocked(call); paused(call); rescue(Errno::EINTR, (settled(call); peer.send('letter'); finish(call)), 'interrupted')", RETURNS("either('letter', 'interrupted')")},
    {"recvfrom-not-interrupted", "recv.interrupted", ITSELF, PAIR RECEIVE_TIMEOUT "call = start socket.$method(10); blocked(call); peer.send('letter'); finish(call)$data", RETURNS("'letter'")},
    /* A message that arrives after the signal is returned. */
    {"recvfrom-interrupted-then", "recv.interrupted", ITSELF, PAIR RECEIVE_TIMEOUT "call = start socket.$method(10); blocked(call); paused(call); rescue(Errno::EINTR, (settled(call); peer.send('letter'); finish(call)), (peer.send('letter'); socket.$method(10)))", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recv_interrupted, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", recv_only)})

static const struct sockspec_row recvfrom_stream_waits_rows[] = {
    /* The call waits for the first bytes only, not for maxlen bytes. */
    {"recvfrom-waits-for-some", "$method.blocks", ITSELF, PAIR "call = start socket.$method(1000); blocked(call); peer.send('a'); finish(call)$data", RETURNS("'a'")},
    /* With MSG_WAITALL the call waits for maxlen bytes or the end. */
    {"recvfrom-waits-for-all", "$method.flags.waitall", ITSELF, PAIR "clear_nonblocking(socket); call = start socket.$method(6, MSG_WAITALL); peer.send('let'); blocked(call); peer.send('ter'); finish(call)$data", RETURNS("'letter'")},
    {"recvfrom-waits-for-no-more", "$method.flags.waitall", ITSELF, PAIR "clear_nonblocking(socket); call = start socket.$method(3, MSG_WAITALL); blocked(call); peer.send('letter'); finish(call)$data", RETURNS("'let'")},
    {"recvfrom-waits-for-end", "$method.flags.waitall", ITSELF, PAIR "clear_nonblocking(socket); call = start socket.$method(10, MSG_WAITALL); peer.send('let'); blocked(call); peer.close; finish(call)$data", RETURNS("'let'")},
    /* The end of the connection ends the wait. */
    {"recvfrom-waits-end", "$method.eof", ITSELF, PAIR "call = start socket.$method(10); blocked(call); peer.close; finish(call)$data", RETURNS("''")},
    {"recvfrom-waits-end-half", "$method.eof", ITSELF, PAIR "call = start socket.$method(10); blocked(call); peer.shutdown(SHUT_WR); finish(call)$data", RETURNS("''")},
};
SOCKSPEC_TABLE(recvfrom_stream_waits, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", byte_kinds), AXIS("method", blocking_receivers)})

/* A reset of the connection by the peer ends the wait. */
#define WAITS_RESET_ROWS(of, message) \
    {"recvfrom-waits-reset", "$reset", "recvfrom-waits-end", PAIR "socket.send('letter', 0); peer.recv(10, MSG_PEEK); call = start socket.$method(10); blocked(call); peer.close; finish(call)", RAISES(Errno::ECONNRESET, message)}
static const struct sockspec_row recvfrom_waits_reset_rows[] = {WAITS_RESET_ROWS(OF_PAGE, NULL)};
static const struct sockspec_row recvfrom_waits_reset_classic_rows[] = {WAITS_RESET_ROWS(OF_METHOD, "recvfrom(2)")};
SOCKSPEC_TABLE(recvfrom_waits_reset, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds), AXIS("method", recvfrom_only)})
SOCKSPEC_TABLE(recvfrom_waits_reset_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds), AXIS("method", recv_only)})

static const struct sockspec_row recvfrom_datagram_waits_rows[] = {
    /* An empty datagram ends the wait. */
    {"recvfrom-waits-empty", "$method.blocks", ITSELF, PAIR "call = start socket.$method(10); blocked(call); peer.send(''); finish(call)$data", RETURNS("''")},
    /* With MSG_WAITALL the call receives no more than one datagram. */
    {"recvfrom-waits-for-one", "$method.blocks", ITSELF, PAIR "clear_nonblocking(socket); call = start socket.$method(10, MSG_WAITALL); blocked(call); peer.send('let'); finish(call)$data", RETURNS("'let'")},
};
SOCKSPEC_TABLE(recvfrom_datagram_waits, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", datagram_kinds), AXIS("method", blocking_receivers)})

static const struct sockspec_row recvfrom_nil_flags_rows[] = {
    /* Flags of nil are the same as flags of 0. */
    {"recvfrom-flags-nil", "$nil_flags", ITSELF, PAIR "peer.send('letter'); " READY "socket.$method(10, nil)$data", RETURNS("'letter'")},
};
static const struct sockspec_variant nil_flags_receivers[] = {
    {"recvfrom", {{"method", "recvfrom"}, {"data", "[0]"}, {"nil_flags", "recvfrom.flags.nil"}}},
    {"recv", {{"method", "recv"}, {"data", ""}, {"nil_flags", "recv.flags.default"}}},
};
SOCKSPEC_TABLE(recvfrom_nil_flags, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", nil_flags_receivers)})

/* Errors of the system. */

/* AF_NETLINK: the queue has no room for the kernel's replies to the requests in one message. */
#define RESOURCES_ROWS(of, message) \
    {"recvfrom-no-buffers", of("ENOBUFS"), "recvfrom-buffers", "socket = Socket.new(16, SOCK_RAW, 0); socket.setsockopt(SOL_SOCKET, SO_RCVBUF, 1); request = hex('10000000 0100 0500 00000000 00000000'); socket.send(request * 50, 0); " READY "socket.$method(100)", RAISES(Errno::ENOBUFS, message)}, \
    {"recvfrom-buffers", of("ENOBUFS"), ITSELF, "socket = Socket.new(16, SOCK_RAW, 0); socket.setsockopt(SOL_SOCKET, SO_RCVBUF, 1); request = hex('10000000 0100 0500 00000000 00000000'); socket.send(request, 0); " READY "answer = socket.$method(100)$data; [length(answer), answer[20, 16]]", RETURNS("[36, request]")}
static const struct sockspec_row recvfrom_resources_rows[] = {RESOURCES_ROWS(OF_PAGE, NULL)};
static const struct sockspec_row recvfrom_resources_classic_rows[] = {RESOURCES_ROWS(OF_METHOD, "recvfrom(2)")};
SOCKSPEC_TABLE(recvfrom_resources, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("method", documented_receivers)})
SOCKSPEC_TABLE(recvfrom_resources_classic, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("method", classic_receivers)})

static const struct sockspec_variant tcp4_kind[] = {SOCKSPEC_TCP4};

/* The peer never acknowledges what was sent. The system needs less than half a second to
 * retransmit and give up. */
static const struct sockspec_row recvfrom_timeout_rows[] = {
    {"recvfrom-timeout", "recvfrom.unix.ETIMEDOUT", "recvfrom-in-time", PAIR "socket.setsockopt(IPPROTO_TCP, 18, 1); peer.deafen; socket.send('letter', 0); " READY "socket.recvfrom(10)", RAISES(Errno::ETIMEDOUT, NULL)},
    {"recvfrom-in-time", "recvfrom.unix.ETIMEDOUT", ITSELF, PAIR "socket.setsockopt(IPPROTO_TCP, 18, 1); socket.send('letter', 0); peer.send('answer'); " READY "socket.recvfrom(10)[0]", RETURNS("'answer'")},
};
SOCKSPEC_TABLE(recvfrom_timeout, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .waits = true, .axes = {AXIS("kind", tcp4_kind)})

/* Arguments. */

#define VALUE(name, value) {name, {{"value", value}}}
static const struct sockspec_variant no_numbers[] = {VALUE("nil", "nil"), VALUE("text", "'10'"), VALUE("array", "[10]"), VALUE("true", "true"), VALUE("socket", "socket")};
static const struct sockspec_variant no_flags[] = {VALUE("text", "'0'"), VALUE("array", "[0]"), VALUE("true", "true")};
static const struct sockspec_variant no_ints[] = {VALUE("2-31", "2147483648"), VALUE("2-32", "4294967296"), VALUE("2-40", "1099511627776"), VALUE("below", "-2147483649")};
static const struct sockspec_variant negatives[] = {VALUE("1", "-1"), VALUE("2", "-2"), VALUE("100", "-100"), VALUE("least", "-2147483648")};
#define UDP "socket = Socket.new(AF_INET, SOCK_DGRAM, 0); socket.bind(in4(0, '127.0.0.1')); peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.connect(socket.getsockname); peer.send('letter'); " READY

static const struct sockspec_row recvfrom_maxlen_type_rows[] = {
    /* maxlen must be a number. */
    {"recvfrom-maxlen-type", "$method.maxlen.type", "recvfrom-arity-one-$method", UDP "socket.$method($value)", RAISES(TypeError, NULL)},
};
SOCKSPEC_TABLE(recvfrom_maxlen_type, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("value", no_numbers), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_maxlen_range_rows[] = {
    /* maxlen must be in the range of an int. */
    {"recvfrom-maxlen-range", "$method.maxlen.range", "recvfrom-arity-one-$method", UDP "socket.$method($value)", RAISES(RangeError, NULL)},
    {"recvfrom-flags-range", "$flags_range", "recvfrom-arity-one-$method", UDP "socket.$method(10, $value)", RAISES(RangeError, NULL)},
};
static const struct sockspec_variant range_receivers[] = {
    {"recvfrom", {{"method", "recvfrom"}, {"flags_range", "recvfrom.flags.range"}}}, {"recvfrom_nonblock", {{"method", "recvfrom_nonblock"}, {"flags_range", "recvfrom_nonblock.flags.type"}}},
    {"recv", {{"method", "recv"}, {"flags_range", "recv.flags.type"}}}, {"recv_nonblock", {{"method", "recv_nonblock"}, {"flags_range", "recv_nonblock.flags.type"}}},
};
SOCKSPEC_TABLE(recvfrom_maxlen_range, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("value", no_ints), AXIS("method", range_receivers)})

/* A fraction is truncated. */
static const struct sockspec_row recvfrom_maxlen_float_rows[] = {
    {"recvfrom-maxlen-float", "$method.maxlen.float", ITSELF, UDP "socket.$method(3.9)$data", RETURNS("'let'")},
    {"recvfrom-maxlen-float-range", "$method.maxlen.float", "recvfrom-maxlen-float", UDP "socket.$method(1.0e30)", RAISES(RangeError, NULL)},
    {"recvfrom-flags-float", "$method.flags.float", ITSELF, UDP "flags = 2.5; socket.$method(10, flags)$data; socket.$method(10, 0.5)$data", RETURNS("'letter'")},
    /* If there is not enough memory for maxlen bytes, the call receives nothing. */
    {"recvfrom-maxlen-memory", "$method.maxlen.memory", "recvfrom-maxlen-enough-memory", UDP "limit_memory(1073741824); socket.$method(2147483647)", RAISES(NoMemoryError, NULL)},
    {"recvfrom-maxlen-enough-memory", "$method.maxlen.memory", ITSELF, UDP "limit_memory(1073741824); socket.$method(1000000)$data", RETURNS("'letter'")},
    {"recvfrom-maxlen-memory-then", "$method.maxlen.memory", ITSELF, UDP "limit_memory(1073741824); raised(NoMemoryError, socket.$method(2147483647)); socket.$method(10)$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(recvfrom_maxlen_float, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("method", receivers)})

static const struct sockspec_row recvfrom_trunc_rows[] = {
    /* For a TCP stream MSG_TRUNC discards the data, and the call returns a String of that
     * length. */
    {"recvfrom-trunc", "$method.flags.trunc", ITSELF, PAIR "peer.send('letter'); " READY "thrown = socket.$method(4, MSG_TRUNC)$data; [length(thrown), socket.$method(20)$data]", RETURNS("[4, 'er']")},
};
SOCKSPEC_TABLE(recvfrom_trunc, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", tcp_kinds), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_maxlen_negative_rows[] = {
    /* maxlen must not be negative. */
    {"recvfrom-maxlen-negative", "$method.maxlen.negative", "recvfrom-arity-one-$method", UDP "socket.$method($value)", RAISES(ArgumentError, NULL)},
};
SOCKSPEC_TABLE(recvfrom_maxlen_negative, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("value", negatives), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_flags_type_rows[] = {
    /* The flags must be a number in the range of an int. */
    {"recvfrom-flags-type", "$method.flags.type", "recvfrom-arity-one-$method", UDP "socket.$method(10, $value)", RAISES(TypeError, NULL)},
};
SOCKSPEC_TABLE(recvfrom_flags_type, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("value", no_flags), AXIS("method", receivers)})

static const struct sockspec_row recvfrom_arguments_rows[] = {
    {"recvfrom-arity-none", "$method.arity", "recvfrom-arity-one", UDP "socket.$method", RAISES(ArgumentError, NULL)},
    {"recvfrom-arity-one", "$method.arity", ITSELF, UDP "socket.$method(10)$data", RETURNS("'letter'")},
    {"recvfrom-arity-two", "$method.arity", ITSELF, UDP "socket.$method(10, 0)$data", RETURNS("'letter'")},
    /* A call with wrong arguments receives nothing. */
    {"recvfrom-wrong-takes-nothing", "$method.maxlen.type", ITSELF, UDP "raised(TypeError, socket.$method(nil)); raised(ArgumentError, socket.$method(-1)); socket.$method(10)$data", RETURNS("'letter'")},
    /* readline has read more than the line into its buffer, and this method does not return
     * buffered data. */
    {"recvfrom-buffered", "$method.buffered", "recvfrom-buffered-read", "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '127.0.0.1')); door.listen(5); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.send('line\\nrest'); socket.readline; at_once(start socket.$method(10))", RAISES(IOError, "$buffered")},
    {"recvfrom-buffered-byte", "$method.buffered", "recvfrom-buffered-read", "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '127.0.0.1')); door.listen(5); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.send('line\\nr'); socket.readline; rescue(EOFError, at_once(start socket.$method(10)), 'the end')", RAISES(IOError, "$buffered")},
    {"recvfrom-buffered-read", "$method.buffered", ITSELF, "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '127.0.0.1')); door.listen(5); socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.connect(door.sockaddr); peer = door.accept; peer.send('line\\nrest\\n'); socket.readline; socket.readline; peer.send('more'); " READY "socket.$method(10)$data", RETURNS("'more'")},
    /* The page gives no message. In both Rubies it consists of the system's text and the name of
     * the call. */
    {"recvfrom-message", "$method.error.message", "recvfrom-arity-one", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.$method(10)", RAISES_EXACTLY(Errno::ENOTCONN, "Transport endpoint is not connected - recvfrom(2)")},
};
SOCKSPEC_TABLE(recvfrom_arguments, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("method", receivers)})

/* What each method documents separately. */
static const struct sockspec_row recvfrom_rows[] = {
    /* Today's Ruby takes a third argument, a String to receive into. */
    {"recvfrom-arity-three", "recvfrom.arity", "recvfrom-arity-one-recvfrom", UDP "socket.recvfrom(10, 0, 0)", RAISES_ONE("either(ArgumentError, TypeError)", NULL)},
    /* The type of maxlen is checked before the socket, and in today's Ruby its sign as well. */
    {"recvfrom-maxlen-before-socket", "recvfrom.maxlen.before-socket", "recvfrom-arity-one-recvfrom", UDP "socket.close; socket.recvfrom(-1)", RAISES(ArgumentError, NULL)},
    {"recvfrom-type-before-socket", "recvfrom.maxlen.type", "recvfrom-arity-one-recvfrom", UDP "socket.close; socket.recvfrom(nil)", RAISES(TypeError, NULL)},
    /* The first example receives only 20 bytes of a longer line. */
    {"recvfrom-example", "recvfrom.example.cut-short", ITSELF,
     "exclusively('port-2200'); socket = Socket.new(AF_INET, SOCK_STREAM, 0); sockaddr = Socket.pack_sockaddr_in(2200, 'localhost'); socket.bind(sockaddr); socket.listen(5); "
     "call = start socket.accept; "
     "other = Elsewhere::Socket.new(AF_INET, SOCK_STREAM, 0); other_sockaddr = Elsewhere::Socket.pack_sockaddr_in(2200, 'localhost'); other.connect(other_sockaddr); "
     "client, client_sockaddr = finish(call); call = start client.recvfrom(20); "
     "other.puts('Watch this get cut short!'); other.close; "
     "data = finish(call)[0]; socket.close; data",
     RETURNS("'Watch this get cut s'")},
};
SOCKSPEC_TABLE(recvfrom, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */

/* clang-format off */
static const struct sockspec_row recvfrom_link_local_rows[] = {
    /* The address of a link-local sender has the sender's scope. */
    {"recvfrom-link-local", "recvfrom.result.sender-ipv6", ITSELF, "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.bind(" SOCKSPEC_LINK_LOCAL("0") "); " SOCKSPEC_LINK_LOCAL_PEER("peer", "SOCK_DGRAM") "peer.connect(socket.getsockname); peer.send('letter'); " SOCKSPEC_READY "socket.$method(20)", RETURNS("['letter', " SOCKSPEC_LINK_LOCAL("peer.port") "]")},
    {"recvfrom-link-local-answered", "recvfrom.result.sender-ipv6", ITSELF, "socket = Socket.new(AF_INET6, SOCK_DGRAM, 0); socket.bind(" SOCKSPEC_LINK_LOCAL("0") "); " SOCKSPEC_LINK_LOCAL_PEER("peer", "SOCK_DGRAM") "peer.send('letter', 0, socket.getsockname); " SOCKSPEC_READY "text, from = socket.$method(20); socket.send('answer', 0, from); peer.recvfrom(20)", RETURNS("['answer', socket.getsockname]")},
};
/* clang-format on */
SOCKSPEC_TABLE(recvfrom_link_local, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("method", sender_receivers)})

/* clang-format off */
static const struct sockspec_row recvfrom_odd_name_rows[] = {
    /* The sender's address has every byte of its name, up to the last one. */
    {"recvfrom-odd-name", "recvfrom.result.sender-unix", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.bind(un(path('b'))); peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind($address); peer.send('letter', 0, un(path('b'))); text, from = socket.$method(20); [text, from]", RETURNS("['letter', $shown]")},
    {"recvfrom-odd-name-answered", "recvfrom.result.sender-unix", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.bind(un(path('b'))); peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind($address); peer.send('letter', 0, un(path('b'))); text, from = socket.$method(20); socket.send('answer', 0, from[0, 110]); peer.recv(20)", RETURNS("'answer'")},
};
/* clang-format on */
SOCKSPEC_TABLE(recvfrom_odd_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix",
               .axes = {AXIS("name", odd_names), AXIS("method", sender_receivers)})
