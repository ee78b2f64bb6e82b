/* socket.read(length = nil) => bytes or nil */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
static const struct sockspec_row read_rows[] = {
    /* Without a length the call reads everything until the end. */
    {"read-all", "read.to-eof", ITSELF, "$pair; peer.send('page'); peer.close; socket.read", RETURNS("'page'")},
    {"read-all-nil", "read.length-nil", ITSELF, "$pair; peer.send('page'); peer.close; socket.read(nil)", RETURNS("'page'")},
    {"read-all-sends", "read.to-eof", ITSELF, "$pair; peer.send('one '); peer.send('two\\n'); peer.send('three'); peer.close; socket.read", RETURNS("'one two\\nthree'")},
    {"read-all-waits", "read.to-eof", ITSELF, "$pair; call = start socket.read; blocked(call); peer.send('one'); blocked(call); peer.send('two'); peer.close; finish(call)", RETURNS("'onetwo'")},
    {"read-all-half-closed", "read.to-eof", ITSELF, "$pair; socket.write('request'); peer.recv(20); peer.send('page'); peer.shutdown(SHUT_WR); socket.read", RETURNS("'page'")},
    {"read-all-long", "read.to-eof", ITSELF, "$pair; peer.send('0123456789' * 3000); peer.close; socket.read", RETURNS("'0123456789' * 3000")},
    {"read-all-writing-closed", "read.to-eof", ITSELF, "$pair; socket.close_write; peer.send('page'); peer.close; socket.read", RETURNS("'page'")},
    /* The stream is at its end. */
    {"read-empty", "read.empty", ITSELF, "$pair; peer.close; socket.read", RETURNS("''")},
    {"read-empty-again", "read.empty", ITSELF, "$pair; peer.send('page'); peer.close; [socket.read, socket.read, socket.read]", RETURNS("['page', '', '']")},
    /* With a length the call waits for that many bytes. */
    {"read-length", "read.length", ITSELF, "$pair; peer.send('letter'); [socket.read(1), socket.read(2), socket.read(3)]", RETURNS("['l', 'et', 'ter']")},
    {"read-length-exact", "read.length", ITSELF, "$pair; peer.send('letter'); socket.read(6)", RETURNS("'letter'")},
    {"read-length-waits", "read.length", ITSELF, "$pair; peer.send('one'); call = start socket.read(6); blocked(call); peer.send('two'); finish(call)", RETURNS("'onetwo'")},
    {"read-length-joins", "read.length", ITSELF, "$pair; peer.send('on'); peer.send('et'); peer.send('wo'); socket.read(6)", RETURNS("'onetwo'")},
    {"read-length-leaves", "read.length", ITSELF, "$pair; peer.send('letter'); peer.close; [socket.read(4), socket.read]", RETURNS("['lett', 'er']")},
    {"read-length-long", "read.length", ITSELF, "$pair; peer.send('0123456789' * 3000); [socket.read(20000), socket.read(10000)]", RETURNS("['0123456789' * 2000, '0123456789' * 1000]")},
    /* If the stream ends first, the call returns the bytes before the end. */
    {"read-length-short", "read.length", ITSELF, "$pair; peer.send('one'); peer.close; [socket.read(6), socket.read(6)]", RETURNS("['one', nil]")},
    {"read-length-short-waits", "read.length", ITSELF, "$pair; peer.send('one'); call = start socket.read(6); blocked(call); peer.close; finish(call)", RETURNS("'one'")},
    {"read-length-end", "read.length-eof", ITSELF, "$pair; peer.close; socket.read(1)", RETURNS("nil")},
    {"read-length-end-again", "read.length-eof", ITSELF, "$pair; peer.close; [socket.read(1), socket.read(100), socket.read]", RETURNS("[nil, nil, '']")},
    /* In today's Ruby the call reads no more bytes than that, and the rest remains for recv.
     * Ruby 1.8.7 reads ahead, and recv raises IOError. */
    {"read-length-recv", "read.length.no-more", ITSELF, "$pair; peer.send('letter'); four = socket.read(4); [four, at_once(start socket.recv(20))]", RETURNS("['lett', 'er']")},
    {"read-length-waits-recv", "read.length.no-more", ITSELF, "$pair; peer.send('one'); call = start socket.read(6); blocked(call); peer.send('twothree'); six = finish(call); [six, at_once(start socket.recv(20))]", RETURNS("['onetwo', 'three']")},
    /* The length is 0. */
    {"read-zero", "read.length-zero", ITSELF, "$pair; at_once(start socket.read(0))", RETURNS("''")},
    {"read-zero-keeps", "read.length-zero", ITSELF, "$pair; peer.send('letter'); [socket.read(0), socket.read(6)]", RETURNS("['', 'letter']")},
    {"read-zero-end", "read.length-zero", ITSELF, "$pair; peer.close; socket.read(0)", RETURNS("''")},
    {"read-negative", "read.length-negative", "read-length-exact", "$pair; peer.send('letter'); socket.read(-1)", RAISES(ArgumentError, NULL)},
    {"read-negative-keeps", "read.length-negative", ITSELF, "$pair; peer.send('letter'); raised(ArgumentError, socket.read(-1)); socket.read(6)", RETURNS("'letter'")},
    {"read-text", "read.length-type", "read-length-exact", "$pair; peer.send('letter'); socket.read('6')", RAISES(TypeError, NULL)},
    {"read-array", "read.length-type", "read-length-exact", "$pair; peer.send('letter'); socket.read([6])", RAISES(TypeError, NULL)},
    /* All byte values are read unchanged. */
    {"read-binary", "read.binary", ITSELF, "$pair; peer.send('\\0\\xff\\x80\\r\\n\\0'); peer.close; socket.read", RETURNS("'\\0\\xff\\x80\\r\\n\\0'")},
    {"read-binary-length", "read.binary", ITSELF, "$pair; peer.send('\\0\\xff\\x80\\r\\n\\0'); [socket.read(2), socket.read(4)]", RETURNS("['\\0\\xff', '\\x80\\r\\n\\0']")},
    {"read-utf8", "read.binary", ITSELF, "$pair; peer.send('\\xc3\\xa9\\xc3\\xa9'); [socket.read(1), socket.read(3)]", RETURNS("['\\xc3', '\\xa9\\xc3\\xa9']")},
    /* After readline the call returns the rest. */
    {"read-after-readline", "read.to-eof", ITSELF, "$pair; peer.send('line\\nrest\\nof it'); peer.close; [socket.readline, socket.read]", RETURNS("['line\\n', 'rest\\nof it']")},
    {"read-length-after-readline", "read.length", ITSELF, "$pair; peer.send('line\\nrest'); [socket.readline, socket.read(2), socket.read(2)]", RETURNS("['line\\n', 're', 'st']")},
    /* In today's Ruby the call waits even if the socket has O_NONBLOCK; Ruby 1.8.7 raises
     * Errno::EAGAIN. */
    {"read-nonblocking", "read.waits-nonblocking", ITSELF, "$pair; set_nonblocking(socket); call = start socket.read(6); blocked(call); peer.send('one'); blocked(call); peer.send('two'); finish(call)", RETURNS("'onetwo'")},
    /* A signal does not end the call. */
    {"read-paused", "read.interrupted", ITSELF, SOCKSPEC_RECEIVE_TIMEOUT "call = start socket.read(6); blocked(call); paused(call); blocked(call); paused(call); blocked(call); peer.send('onetwo'); finish(call)", RETURNS("'onetwo'")},
    /* The fraction of a length is truncated. */
    {"read-fraction", "read.length-float", ITSELF, "$pair; peer.send('letter'); socket.read(3.9)", RETURNS("'let'")},
    {"read-fraction-less", "read.length-float", ITSELF, "$pair; peer.send('letter'); at_once(start socket.read(0.9))", RETURNS("''")},
    {"read-fraction-large", "read.length-range", "read-fraction", "$pair; peer.send('letter'); socket.read(1.0e30)", RAISES(RangeError, NULL)},
    {"read-fraction-negative", "read.length-range", "read-fraction", "$pair; peer.send('letter'); socket.read(-1.0e30)", RAISES(RangeError, NULL)},
    {"read-fraction-above-64-bits", "read.length-range", "read-fraction", "$pair; peer.send('letter'); socket.read(1.0e19)", RAISES(RangeError, NULL)},
    {"read-fraction-below-64-bits", "read.length-range", "read-fraction", "$pair; peer.send('letter'); socket.read(-1.0e19)", RAISES(RangeError, NULL)},
    /* The smallest Float beyond 64 bits: RangeError in today's Ruby, ArgumentError in Ruby
     * 1.8.7. */
    {"read-fraction-just-above", "read.length-range.exact", "read-fraction", "$pair; peer.send('letter'); socket.read(9223372036854775808.0)", RAISES(RangeError, NULL)},
    {"read-fraction-least", "read.length-negative", "read-fraction", "$pair; peer.send('letter'); socket.read(-9223372036854775808.0)", RAISES(ArgumentError, NULL)},
    /* There is not enough memory for the length. */
    {"read-memory", "read.length-memory", "read-memory-enough", "$pair; peer.send('letter'); limit_memory(1073741824); at_once(start socket.read(2147483648))", RAISES(NoMemoryError, NULL)},
    {"read-memory-enough", "read.length-memory", ITSELF, "$pair; peer.send('letter'); limit_memory(1073741824); socket.read(6)", RETURNS("'letter'")},
    {"read-memory-keeps", "read.length-memory", ITSELF, "$pair; peer.send('letter'); limit_memory(1073741824); raised(NoMemoryError, at_once(start socket.read(2147483648))); socket.read(6)", RETURNS("'letter'")},
    {"read-closed", "read.closed", "read-length-exact", "$pair; peer.send('letter'); socket.close; socket.read(6)", RAISES(IOError, "closed stream")},
    {"read-closed-all", "read.closed", "read-all", "$pair; peer.send('page'); peer.close; socket.close; socket.read", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(read, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds)})

/* clang-format off */
static const struct sockspec_row read_tcp_rows[] = {
    /* The peer resets the connection, and the call raises that error. In today's Ruby it does so
     * even after it has read some bytes, while Ruby 1.8.7 returns those bytes. */
    {"read-peer-there", "read.length", ITSELF, "$pair; peer.send('x'); IO.select([socket]); socket.read(1)", RETURNS("'x'")},
    {"read-peer-reset", "read.ECONNRESET", "read-peer-there", "$pair; peer.abort; IO.select([socket]); socket.read(1)", RAISES(Errno::ECONNRESET, NULL)},
    {"read-peer-reset-all", "read.ECONNRESET", "read-peer-there", "$pair; peer.abort; IO.select([socket]); socket.read", RAISES(Errno::ECONNRESET, NULL)},
    {"read-peer-reset-waits", "read.ECONNRESET.partial", "read-length-waits", "$pair; peer.send('one'); call = start socket.read(6); blocked(call); peer.abort; finish(call)", RAISES(Errno::ECONNRESET, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(read_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", tcp_kinds)})

/* clang-format off */
static const struct sockspec_row read_message_rows[] = {
    /* If message boundaries are preserved, the call returns a message of the given length, or the
     * first bytes of a longer message. */
    {"read-message", "read.message", ITSELF, "$pair; peer.send('one'); peer.send('letter'); [socket.read(3), socket.read(6)]", RETURNS("['one', 'letter']")},
    {"read-message-first", "read.message", ITSELF, "$pair; peer.send('letter'); at_once(start socket.read(3))", RETURNS("'let'")},
    {"read-message-binary", "read.message", ITSELF, "$pair; peer.send('\\0\\xff\\x80\\r\\n\\0'); socket.read(6)", RETURNS("'\\0\\xff\\x80\\r\\n\\0'")},
    {"read-message-waits", "read.message", ITSELF, "$pair; call = start socket.read(6); blocked(call); peer.send('letter'); finish(call)", RETURNS("'letter'")},
    /* It joins messages that are shorter than the length. */
    {"read-message-joined", "read.message", ITSELF, "$pair; peer.send('one'); peer.send('two'); socket.read(6)", RETURNS("'onetwo'")},
    {"read-message-joined-waits", "read.message", ITSELF, "$pair; peer.send('one'); call = start socket.read(6); blocked(call); peer.send('two'); finish(call)", RETURNS("'onetwo'")},
    /* An empty message counts as end of file. */
    {"read-message-all", "read.message.empty", ITSELF, "$pair; peer.send('one'); peer.send('two'); peer.send(''); socket.read", RETURNS("'onetwo'")},
    {"read-message-empty", "read.message.empty", ITSELF, "$pair; peer.send(''); socket.read(3)", RETURNS("nil")},
    {"read-message-empty-all", "read.message.empty", ITSELF, "$pair; peer.send(''); socket.read", RETURNS("''")},
    {"read-message-empty-short", "read.message.empty", ITSELF, "$pair; peer.send('one'); peer.send(''); socket.read(6)", RETURNS("'one'")},
    {"read-message-zero", "read.length-zero", ITSELF, "$pair; peer.send('letter'); [socket.read(0), socket.read(6)]", RETURNS("['', 'letter']")},
    {"read-message-closed", "read.closed", "read-message", "$pair; peer.send('letter'); socket.close; socket.read(6)", RAISES(IOError, "closed stream")},
};
static const struct sockspec_row read_message_later_rows[] = {
    /* In today's Ruby the rest of a longer message is lost, and the next call reads the next
     * message. Ruby 1.8.7 reads ahead and keeps the rest. */
    {"read-message-cut", "read.message.cut", ITSELF, "$pair; peer.send('letter'); peer.send('next'); let = socket.read(3); [let, at_once(start socket.read(4))]", RETURNS("['let', 'next']")},
    {"read-message-then-recv", "read.message.cut", ITSELF, "$pair; peer.send('letter'); peer.send('next'); let = socket.read(3); [let, at_once(start socket.recv(20))]", RETURNS("['let', 'next']")},
    {"read-message-empty-then", "read.message.empty.then", ITSELF, "$pair; peer.send('one'); peer.send(''); peer.send('two'); [socket.read(6), socket.read(3)]", RETURNS("['one', 'two']")},
};
/* clang-format on */
SOCKSPEC_TABLE(read_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", message_kinds)})
SOCKSPEC_TABLE(read_message_later, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", message_kinds)})

/* clang-format off */
/* Ruby 1.8.7 reads messages through a buffer of 4 KiB and loses what does not fit into it. */
#define MESSAGE_SIZE(id) {id, "read.message.large", ITSELF, "$pair; peer.send(numbers($size)); " SOCKSPEC_READY "read = at_once(start socket.read($size)); peer.send('next'); [read, socket.read(4)]", RETURNS("[numbers($size), 'next']")}
static const struct sockspec_row read_message_size_rows[] = {MESSAGE_SIZE("read-message-size")};
static const struct sockspec_row read_message_size_udp6_rows[] = {MESSAGE_SIZE("read-message-longest")};
static const struct sockspec_row read_message_size_unix_rows[] = {MESSAGE_SIZE("read-message-large")};
static const struct sockspec_row read_stream_size_rows[] = {
    /* All of the data is read, in the right order. */
    {"read-long", "read.length", ITSELF, "$pair; call = start socket.read($size); peer.send(numbers($size)); peer.send('next'); [finish(call), socket.read(4)]", RETURNS("[numbers($size), 'next']")},
    {"read-long-all", "read.to-eof", ITSELF, "$pair; call = start socket.read; peer.send(numbers($size)); peer.close; finish(call)", RETURNS("numbers($size)")},
};
/* clang-format on */
SOCKSPEC_TABLE(read_message_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", message_kinds), AXIS("size", udp_sizes)})
SOCKSPEC_TABLE(read_message_size_udp6, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", udp6_kinds), AXIS("size", udp6_sizes)})
SOCKSPEC_TABLE(read_message_size_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", unix_message_kinds), AXIS("size", unix_message_sizes)})
SOCKSPEC_TABLE(read_stream_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds), AXIS("size", answered_sizes)})
