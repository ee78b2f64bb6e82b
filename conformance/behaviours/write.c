/* socket.write(value) => bytes written */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
static const struct sockspec_variant sizes[] = {
    {"1", {{"size", "1"}}}, {"2", {{"size", "2"}}}, {"1023", {{"size", "1023"}}}, {"1024", {{"size", "1024"}}}, {"1025", {{"size", "1025"}}}, {"8191", {{"size", "8191"}}}, {"8192", {{"size", "8192"}}}, {"8193", {{"size", "8193"}}},
};

static const struct sockspec_row write_size_rows[] = {
    {"write-size", "write.result", ITSELF, "$pair; written = socket.write('x' * $size); [written, peer.recv($size, MSG_WAITALL)]", RETURNS("[$size, 'x' * $size]")},
};
/* clang-format on */
SOCKSPEC_TABLE(write_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds), AXIS("size", sizes)})

/* clang-format off */
static const struct sockspec_row write_rows[] = {
    {"write-result", "write.result", ITSELF, "$pair; socket.write('letter')", RETURNS("6")},
    {"write-empty", "write.result", ITSELF, "$pair; written = socket.write(''); socket.write('x'); [written, peer.recv(20)]", RETURNS("[0, 'x']")},
    {"write-empty-writing-closed", "write.result", ITSELF, "$pair; socket.close_write; socket.write('')", RETURNS("0")},
    /* The data is sent at once and not buffered. */
    {"write-at-once", "write.sent-at-once", ITSELF, "$pair; socket.write('letter'); peer.recv(20)", RETURNS("'letter'")},
    {"write-each-at-once", "write.sent-at-once", ITSELF, "$pair; socket.write('one'); one = peer.recv(20); socket.write('two'); [one, peer.recv(20)]", RETURNS("['one', 'two']")},
    {"write-before-send", "write.sent-at-once", ITSELF, "$pair; socket.write('one'); one = peer.recv(20); socket.send('two', 0); two = peer.recv(20); socket.write('three'); [one, two, peer.recv(20)]", RETURNS("['one', 'two', 'three']")},
    {"write-binary", "write.all", ITSELF, "$pair; written = socket.write('\\0\\xff\\x80\\r\\n\\0'); [written, peer.recv(20)]", RETURNS("[6, '\\0\\xff\\x80\\r\\n\\0']")},
    {"write-no-newline", "write.all", ITSELF, "$pair; socket.write('line'); peer.recv(20)", RETURNS("'line'")},
    {"write-request", "write.all", ITSELF, "$pair; socket.write('GET / HTTP/1.0\\r\\n\\r\\n'); peer.recv(20)", RETURNS("'GET / HTTP/1.0\\r\\n\\r\\n'")},
    /* A value that is not a String is converted to one and written. */
    {"write-integer", "write.not-text", ITSELF, "$pair; written = socket.write(42); [written, peer.recv(20)]", RETURNS("[2, '42']")},
    {"write-negative", "write.not-text", ITSELF, "$pair; written = socket.write(-70000); [written, peer.recv(20)]", RETURNS("[6, '-70000']")},
    {"write-zero", "write.not-text", ITSELF, "$pair; written = socket.write(0); [written, peer.recv(20)]", RETURNS("[1, '0']")},
    {"write-true", "write.not-text", ITSELF, "$pair; written = socket.write(true); [written, peer.recv(20)]", RETURNS("[4, 'true']")},
    {"write-false", "write.not-text", ITSELF, "$pair; written = socket.write(false); [written, peer.recv(20)]", RETURNS("[5, 'false']")},
    {"write-nil", "write.not-text", ITSELF, "$pair; written = socket.write(nil); socket.write('x'); [written, peer.recv(20)]", RETURNS("[0, 'x']")},
    /* The peer no longer reads. */
    {"write-shut-down", "write.EPIPE", "write-result", "$pair; socket.shutdown(SHUT_WR); socket.write('x')", RAISES(Errno::EPIPE, NULL)},
    {"write-shut-down-says", "write.EPIPE", "write-result", "$pair; socket.shutdown(SHUT_WR); socket.write('x')", RAISES_EXACTLY(Errno::EPIPE, "Broken pipe")},
    {"write-shut-down-only", "write.EPIPE", "write-result", "$pair; socket.shutdown(SHUT_WR); rescue(SocketError, socket.write('x'), 'rescued')", RAISES(Errno::EPIPE, NULL)},
    {"write-shut-down-is-SystemCallError", "write.EPIPE", ITSELF, "$pair; socket.shutdown(SHUT_WR); rescue(SystemCallError, socket.write('x'), 'rescued')", RETURNS("'rescued'")},
    {"write-shut-down-lives", "write.EPIPE", ITSELF, "$pair; socket.shutdown(SHUT_WR); raised(Errno::EPIPE, socket.write('x')); raised(Errno::EPIPE, socket.write('x')); peer.send('still'); socket.recv(20)", RETURNS("'still'")},
    {"write-closed", "write.closed", "write-result", "$pair; socket.close; socket.write('x')", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(write, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds)})

/* clang-format off */
/* A Float is written with the fewest digits that identify it, in plain or, far from 1, in
 * exponential notation. Ruby 1.8.7 writes no more than 15 digits, and uses exponential notation
 * from 1e14 on. The values for which that differs belong to write.not-text.float. */
static const struct sockspec_variant floats[] = {
    {"half", {{"number", "1.5"}, {"text", "1.5"}, {"as", "write.not-text"}}},
    {"negative", {{"number", "-0.25"}, {"text", "-0.25"}, {"as", "write.not-text"}}},
    {"whole", {{"number", "100.0"}, {"text", "100.0"}, {"as", "write.not-text"}}},
    {"tenth", {{"number", "0.1"}, {"text", "0.1"}, {"as", "write.not-text"}}},
    {"sum", {{"number", "0.30000000000000004"}, {"text", "0.30000000000000004"}, {"as", "write.not-text.float"}}},
    {"digits", {{"number", "123456789.125"}, {"text", "123456789.125"}, {"as", "write.not-text"}}},
    {"large", {{"number", "100000000000000.0"}, {"text", "100000000000000.0"}, {"as", "write.not-text.float"}}},
    {"large-with-fraction", {{"number", "1234567890123456.5"}, {"text", "1234567890123456.5"}, {"as", "write.not-text.float"}}},
    {"larger", {{"number", "1000000000000000.0"}, {"text", "1.0e+15"}, {"as", "write.not-text"}}},
    {"largest", {{"number", "1.5e300"}, {"text", "1.5e+300"}, {"as", "write.not-text"}}},
    {"16-digits", {{"number", "1234567890123456.0"}, {"text", "1.234567890123456e+15"}, {"as", "write.not-text.float"}}},
    {"15-digits", {{"number", "123456789012345.0"}, {"text", "123456789012345.0"}, {"as", "write.not-text.float"}}},
    {"17-digits", {{"number", "12345678901234568.0"}, {"text", "1.2345678901234568e+16"}, {"as", "write.not-text.float"}}},
    {"1e16", {{"number", "10000000000000000.0"}, {"text", "1.0e+16"}, {"as", "write.not-text"}}},
    {"digits-and-exponent", {{"number", "1.2345e20"}, {"text", "1.2345e+20"}, {"as", "write.not-text"}}},
    {"greatest", {{"number", "1.7976931348623157e308"}, {"text", "1.7976931348623157e+308"}, {"as", "write.not-text.float"}}},
    {"least", {{"number", "5.0e-324"}, {"text", "5.0e-324"}, {"as", "write.not-text.float"}}},
    {"least-normal", {{"number", "2.2250738585072014e-308"}, {"text", "2.2250738585072014e-308"}, {"as", "write.not-text.float"}}},
    {"zero", {{"number", "0.0"}, {"text", "0.0"}, {"as", "write.not-text"}}},
    {"negative-zero", {{"number", "-0.0"}, {"text", "-0.0"}, {"as", "write.not-text"}}},
    {"negative-large", {{"number", "-1.5e300"}, {"text", "-1.5e+300"}, {"as", "write.not-text"}}},
    {"small", {{"number", "0.0001"}, {"text", "0.0001"}, {"as", "write.not-text"}}},
    {"small-digits", {{"number", "0.00012345"}, {"text", "0.00012345"}, {"as", "write.not-text"}}},
    {"smaller", {{"number", "0.00001"}, {"text", "1.0e-05"}, {"as", "write.not-text"}}},
    {"smaller-digits", {{"number", "0.000012345"}, {"text", "1.2345e-05"}, {"as", "write.not-text"}}},
};
static const struct sockspec_row write_float_rows[] = {
    {"write-float", "$as", ITSELF, "$pair; written = socket.write($number); [written, peer.recv(40)]", RETURNS("[length('$text'), '$text']")},
};
/* clang-format on */
SOCKSPEC_TABLE(write_float, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("float", floats), AXIS("kind", tcp_kinds)})

/* clang-format off */
static const struct sockspec_row write_tcp_rows[] = {
    {"write-peer-there", "write.result", ITSELF, "$pair; socket.write('x')", RETURNS("1")},
    {"write-peer-reset", "write.EPIPE", "write-peer-there", "$pair; peer.abort; IO.select([socket]); raised(Errno::ECONNRESET, socket.recv(1)); socket.write('x')", RAISES(Errno::EPIPE, NULL)},
    {"write-peer-gone", "write.EPIPE", "write-peer-there", "$pair; peer.close; IO.select([socket]); socket.write('x'); rescue(Errno::EPIPE, socket.write('x'), 0); socket.write('x')", RAISES(Errno::EPIPE, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(write_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", tcp_kinds)})

/* clang-format off */
/* A connection with small buffers. */
#define CONNECTED "door = Tester.socket(AF_UNIX, SOCK_STREAM); door.bind(un(path('a'))); door.listen(1); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.connect(un(path('a'))); peer = door.accept; "
#define FULL CONNECTED "socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 4096); "
static const struct sockspec_row write_pair_rows[] = {
    {"write-pair", "write.result", ITSELF, "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); a.write('x')", RETURNS("1")},
    {"write-pair-closed", "write.EPIPE", "write-pair", "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); b.close; a.write('x')", RAISES(Errno::EPIPE, NULL)},
    {"write-pair-lives", "write.EPIPE", ITSELF, "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); b.close; raised(Errno::EPIPE, a.write('x')); a.getsockname", RETURNS("hex('01 00')")},
    /* The call also writes if the descriptor now refers to something other than a socket. */
    {"write-no-socket", "write.no-socket", ITSELF, "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); replace_descriptor(a); a.write('\\x01\\0\\0\\0\\0\\0\\0\\0')", RETURNS("8")},
    /* The data does not fit into the connection's buffers: the call continues as the peer reads. */
    {"write-all", "write.all.large", ITSELF,
     FULL "call = start socket.write('0123456789' * 10000); blocked(call); first = peer.recv(50000, MSG_WAITALL); rest = peer.recv(50000, MSG_WAITALL); [finish(call), first, rest]",
     RETURNS("[100000, '0123456789' * 5000, '0123456789' * 5000]")},
    {"write-all-nonblocking", "write.waits-nonblocking", ITSELF,
     FULL "set_nonblocking(socket); call = start socket.write('0123456789' * 10000); blocked(call); first = peer.recv(50000, MSG_WAITALL); rest = peer.recv(50000, MSG_WAITALL); [finish(call), first, rest]",
     RETURNS("[100000, '0123456789' * 5000, '0123456789' * 5000]")},
    /* Data to read does not make a socket writable. */
    {"write-all-nonblocking-readable", "write.waits-nonblocking", ITSELF,
     FULL "set_nonblocking(socket); peer.send('unread'); call = start socket.write('0123456789' * 10000); blocked(call); first = peer.recv(50000, MSG_WAITALL); rest = peer.recv(50000, MSG_WAITALL); [finish(call), first, rest]",
     RETURNS("[100000, '0123456789' * 5000, '0123456789' * 5000]")},
    /* A signal does not end the call, whether it has written something or is waiting to start. */
    {"write-all-paused", "write.interrupted", ITSELF,
     FULL "clear_nonblocking(socket); socket.setsockopt(SOL_SOCKET, SO_SNDTIMEO, hex('3c 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00')); call = start socket.write('0123456789' * 10000); "
     "blocked(call); paused(call); blocked(call); paused(call); blocked(call); paused(call); blocked(call); first = peer.recv(50000, MSG_WAITALL); rest = peer.recv(50000, MSG_WAITALL); [finish(call), first, rest]",
     RETURNS("[100000, '0123456789' * 5000, '0123456789' * 5000]")},
    {"write-all-then-close", "write.all.large", ITSELF,
     CONNECTED "socket.write('0123456789' * 5000); socket.close; [peer.recv(50000, MSG_WAITALL), peer.recv(20)]",
     RETURNS("['0123456789' * 5000, '']")},
};
/* clang-format on */
SOCKSPEC_TABLE(write_pair, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix")

/* clang-format off */
/* An array is written as one text. In Ruby 1.8.7 that is $joined, the items one after another; in
 * today's Ruby it is $literal, the array as a program would write it. */
static const struct sockspec_variant arrays[] = {
    {"text", {{"array", "['one', 'two']"}, {"joined", "'onetwo'"}, {"literal", "'[\"one\", \"two\"]'"}}},
    {"one", {{"array", "['one']"}, {"joined", "'one'"}, {"literal", "'[\"one\"]'"}}},
    {"numbers", {{"array", "[1, -2, 1.5]"}, {"joined", "'1-21.5'"}, {"literal", "'[1, -2, 1.5]'"}}},
    {"nested", {{"array", "[1, [2, ['three']], 4]"}, {"joined", "'12three4'"}, {"literal", "'[1, [2, [\"three\"]], 4]'"}}},
    {"values", {{"array", "[true, false, nil]"}, {"joined", "'truefalse'"}, {"literal", "'[true, false, nil]'"}}},
    {"empty", {{"array", "[]"}, {"joined", "''"}, {"literal", "'[]'"}}},
    {"of-empty", {{"array", "[[], ['']]"}, {"joined", "''"}, {"literal", "'[[], [\"\"]]'"}}},
    {"newline", {{"array", "['one\\n', 'two\\t']"}, {"joined", "'one\\ntwo\\t'"}, {"literal", "'[\"one\\\\n\", \"two\\\\t\"]'"}}},
    {"codes", {{"array", "['\\x1b', '\\xe9', '#$', '#@']"}, {"joined", "'\\x1b\\xe9#$#@'"}, {"literal", "'[\"\\\\e\", \"\\\\xE9\", \"\\\\#$\", \"\\\\#@\"]'"}}},
    {"letters", {{"array", "['\\x07\\x08\\t\\n\\x0b\\x0c\\r', 'a#b']"}, {"joined", "'\\x07\\x08\\t\\n\\x0b\\x0c\\ra#b'"}, {"literal", "'[\"\\\\a\\\\b\\\\t\\\\n\\\\v\\\\f\\\\r\", \"a#b\"]'"}}},
    {"quotes", {{"array", "['\"', '\\\\', '#{', '#', '\\'']"}, {"joined", "'\"\\\\#{#\\''"}, {"literal", "'[\"\\\\\"\", \"\\\\\\\\\", \"\\\\#{\", \"#\", \"\\'\"]'"}}},
};
static const struct sockspec_row write_array_rows[] = {
    {"write-array", "write.not-text.array", ITSELF, "$pair; written = socket.write($array); socket.close; [written, peer.recv(100, MSG_WAITALL)]", RETURNS("either([length($joined), $joined], [length($literal), $literal])")},
    {"write-array-literal", "write.not-text.array.literal", ITSELF, "$pair; written = socket.write($array); socket.close; [written, peer.recv(100, MSG_WAITALL)]", RETURNS("[length($literal), $literal]")},
};
/* clang-format on */
SOCKSPEC_TABLE(write_array, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("array", arrays), AXIS("kind", byte_kinds)})

/* clang-format off */
/* The send buffer of AF_UNIX limits a message; a UDP packet has a limit of its own. */
#define SMALL "$pair; socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); "
static const struct sockspec_row write_message_rows[] = {
    /* If message boundaries are preserved, one call sends one message. */
    {"write-message", "write.message", ITSELF, "$pair; one = socket.write('one'); two = socket.write('letter'); [one, two, peer.recv(20), peer.recv(20)]", RETURNS("[3, 6, 'one', 'letter']")},
    {"write-message-lines", "write.message", ITSELF, "$pair; socket.write('one\\ntwo\\n'); socket.write('next'); [peer.recv(20), peer.recv(20)]", RETURNS("['one\\ntwo\\n', 'next']")},
    {"write-message-binary", "write.message", ITSELF, "$pair; written = socket.write('\\0\\xff\\x80\\r\\n\\0'); [written, peer.recv(20)]", RETURNS("[6, '\\0\\xff\\x80\\r\\n\\0']")},
    {"write-message-number", "write.message", ITSELF, "$pair; written = socket.write(-70000); socket.write('next'); [written, peer.recv(20), peer.recv(20)]", RETURNS("[6, '-70000', 'next']")},
    {"write-message-and-send", "write.message", ITSELF, "$pair; socket.write('one'); socket.send('two', 0); socket.write('three'); [peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("['one', 'two', 'three']")},
    {"write-message-answered", "write.message", ITSELF, "$pair; socket.write('question'); question = peer.recv(20); peer.send('answer'); [question, socket.recv(20)]", RETURNS("['question', 'answer']")},
    {"write-message-nonblocking", "write.message", ITSELF, "$pair; set_nonblocking(socket); socket.write('one'); socket.write('two'); [peer.recv(20), peer.recv(20)]", RETURNS("['one', 'two']")},
    /* An empty text is no message. */
    {"write-message-empty", "write.message.empty", ITSELF, "$pair; written = socket.write(''); socket.write('x'); [written, peer.recv(20)]", RETURNS("[0, 'x']")},
    {"write-message-empty-among", "write.message.empty", ITSELF, "$pair; socket.write('one'); socket.write(''); socket.write('two'); [peer.recv(20), peer.recv(20)]", RETURNS("['one', 'two']")},
    {"write-message-nil", "write.message.empty", ITSELF, "$pair; written = socket.write(nil); socket.write('x'); [written, peer.recv(20)]", RETURNS("[0, 'x']")},
    /* A message that is too long is not sent, not even in parts. */
    {"write-message-fits", "write.EMSGSIZE", ITSELF, SMALL "written = socket.write('x' * 2000); [written, peer.recv(9000)]", RETURNS("[2000, 'x' * 2000]")},
    {"write-message-too-long", "write.EMSGSIZE", "write-message-fits", SMALL "socket.write('x' * 100000)", RAISES(Errno::EMSGSIZE, NULL)},
    {"write-message-too-long-then", "write.EMSGSIZE", ITSELF, SMALL "raised(Errno::EMSGSIZE, socket.write('x' * 100000)); written = socket.write('small'); [written, peer.recv(200000)]", RETURNS("[5, 'small']")},
    {"write-message-too-long-nonblocking", "write.EMSGSIZE", "write-message-fits", SMALL "set_nonblocking(socket); socket.write('x' * 100000)", RAISES(Errno::EMSGSIZE, NULL)},
    {"write-message-closed", "write.closed", "write-message-fits", SMALL "socket.close; socket.write('x')", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(write_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_message_kinds)})

/* clang-format off */
static const struct sockspec_row write_message_size_rows[] = {
    {"write-message-size", "write.message", ITSELF, "$pair; written = socket.write(numbers($size)); socket.write('next'); [written, peer.recv(200000), peer.recv(20)]", RETURNS("[$size, numbers($size), 'next']")},
};
static const struct sockspec_row write_message_size_udp6_rows[] = {
    {"write-message-longest", "write.message", ITSELF, "$pair; written = socket.write(numbers($size)); [written, peer.recv(200000)]", RETURNS("[$size, numbers($size)]")},
};
static const struct sockspec_row write_message_size_unix_rows[] = {
    {"write-message-long", "write.message", ITSELF, "$pair; written = socket.write(numbers($size)); socket.write('next'); [written, peer.recv(200000), peer.recv(20)]", RETURNS("[$size, numbers($size), 'next']")},
};
static const struct sockspec_row write_stream_size_rows[] = {
    /* All of the data arrives, in the right order. */
    {"write-long", "write.all.large", ITSELF, "$pair; call = start socket.write(numbers($size)); received = peer.recv($size, MSG_WAITALL); [finish(call), received]", RETURNS("[$size, numbers($size)]")},
};
/* clang-format on */
SOCKSPEC_TABLE(write_message_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_message_kinds), AXIS("size", udp_sizes)})
SOCKSPEC_TABLE(write_message_size_udp6, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", udp6_kinds), AXIS("size", udp6_sizes)})
SOCKSPEC_TABLE(write_message_size_unix, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", unix_message_kinds), AXIS("size", unix_message_sizes)})
SOCKSPEC_TABLE(write_stream_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds), AXIS("size", stream_sizes)})

/* clang-format off */
static const struct sockspec_variant nobodies[] = {
    {"udp4", {{"domain", "AF_INET"}, {"any", "in4(0, '127.0.0.1')"}, {"error", "EDESTADDRREQ"}}},
    {"udp6", {{"domain", "AF_INET6"}, {"any", "in6(0, '::1')"}, {"error", "EDESTADDRREQ"}}},
    {"unix-dgram", {{"domain", "AF_UNIX"}, {"any", "un(path('a'))"}, {"error", "ENOTCONN"}}},
};
static const struct sockspec_row write_nobody_rows[] = {
    /* The socket has no peer. */
    {"write-message-to-nobody", "write.no-peer", "write-message-fits", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.write('x')", RAISES_ONE("Errno::$error", NULL)},
    {"write-message-bound-to-nobody", "write.no-peer", "write-message-fits", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.bind($any); socket.write('x')", RAISES_ONE("Errno::$error", NULL)},
};
/* An earlier packet arrived at a port that does not accept it: the socket there receives packets of
 * another peer only. */
#define DOOR "door = Tester.socket($domain, $type); door.bind($any); "
static const struct sockspec_row write_refused_rows[] = {
    {"write-message-refused", "write.ECONNREFUSED", "write-message-not-refused", "third = Tester.socket($domain, $type); third.bind($other); " DOOR "door.connect(third.sockaddr); socket = Socket.new($domain, $type, 0); socket.connect(door.sockaddr); socket.write('letter'); " SOCKSPEC_READY "socket.write('letter')", RAISES(Errno::ECONNREFUSED, NULL)},
    {"write-message-not-refused", "write.ECONNREFUSED", ITSELF, DOOR "socket = Socket.new($domain, $type, 0); socket.connect(door.sockaddr); socket.write('letter'); [door.recv(20), socket.write('letter')]", RETURNS("['letter', 6]")},
};
/* clang-format on */
SOCKSPEC_TABLE(write_nobody, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", nobodies)})
SOCKSPEC_TABLE(write_refused, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", udp_kinds)})
