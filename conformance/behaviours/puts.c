/* socket.puts(value) => nil */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
/* $argument is the argument list in parentheses, $sent the data that is sent for it. */
static const struct sockspec_variant texts[] = {
    {"text", {{"argument", "('line')"}, {"sent", "'line\\n'"}, {"as", "puts.newline"}}},
    {"one-byte", {{"argument", "('x')"}, {"sent", "'x\\n'"}, {"as", "puts.newline"}}},
    {"blank", {{"argument", "(' ')"}, {"sent", "' \\n'"}, {"as", "puts.newline"}}},
    {"lines", {{"argument", "('one\\ntwo')"}, {"sent", "'one\\ntwo\\n'"}, {"as", "puts.newline"}}},
    {"carriage-return", {{"argument", "('line\\r')"}, {"sent", "'line\\r\\n'"}, {"as", "puts.newline"}}},
    {"binary", {{"argument", "('\\0\\xff\\x80')"}, {"sent", "'\\0\\xff\\x80\\n'"}, {"as", "puts.newline"}}},
    {"long", {{"argument", "('x' * 5000)"}, {"sent", "'x' * 5000 + '\\n'"}, {"as", "puts.newline"}}},
    {"integer", {{"argument", "(42)"}, {"sent", "'42\\n'"}, {"as", "puts.not-text"}}},
    {"newline", {{"argument", "('line\\n')"}, {"sent", "'line\\n'"}, {"as", "puts.has-newline"}}},
    {"only-newline", {{"argument", "('\\n')"}, {"sent", "'\\n'"}, {"as", "puts.has-newline"}}},
    {"two-newlines", {{"argument", "('line\\n\\n')"}, {"sent", "'line\\n\\n'"}, {"as", "puts.has-newline"}}},
    {"both-newlines", {{"argument", "('line\\r\\n')"}, {"sent", "'line\\r\\n'"}, {"as", "puts.has-newline"}}},
    {"lines-newline", {{"argument", "('one\\ntwo\\n')"}, {"sent", "'one\\ntwo\\n'"}, {"as", "puts.has-newline"}}},
    {"empty", {{"argument", "('')"}, {"sent", "'\\n'"}, {"as", "puts.empty"}}},
    {"none", {{"argument", ""}, {"sent", "'\\n'"}, {"as", "puts.empty"}}},
    /* Each item of an array is a line. */
    {"array", {{"argument", "(['one', 'two'])"}, {"sent", "'one\\ntwo\\n'"}, {"as", "puts.array"}}},
    {"array-of-one", {{"argument", "(['line'])"}, {"sent", "'line\\n'"}, {"as", "puts.array"}}},
    {"array-newlines", {{"argument", "(['one\\n', 'two\\n\\n', ''])"}, {"sent", "'one\\ntwo\\n\\n\\n'"}, {"as", "puts.array"}}},
    {"array-numbers", {{"argument", "([1, -2])"}, {"sent", "'1\\n-2\\n'"}, {"as", "puts.array"}}},
    {"array-nested", {{"argument", "(['one', ['two', ['three']], 'four'])"}, {"sent", "'one\\ntwo\\nthree\\nfour\\n'"}, {"as", "puts.array"}}},
    {"array-long", {{"argument", "(['x' * 2000, 'y' * 2000])"}, {"sent", "'x' * 2000 + '\\n' + 'y' * 2000 + '\\n'"}, {"as", "puts.array"}}},
    {"array-same", {{"argument", "([['one', 'two'], ['one', 'two']])"}, {"sent", "'one\\ntwo\\none\\ntwo\\n'"}, {"as", "puts.array"}}},
    {"array-deep", {{"argument", "([[[[['deep']]]]])"}, {"sent", "'deep\\n'"}, {"as", "puts.array"}}},
    {"array-values", {{"argument", "([1.5, true, false, -7])"}, {"sent", "'1.5\\ntrue\\nfalse\\n-7\\n'"}, {"as", "puts.array"}}},
    {"float", {{"argument", "(1.5)"}, {"sent", "'1.5\\n'"}, {"as", "puts.not-text"}}},
    {"negative", {{"argument", "(-70000)"}, {"sent", "'-70000\\n'"}, {"as", "puts.not-text"}}},
    {"true", {{"argument", "(true)"}, {"sent", "'true\\n'"}, {"as", "puts.not-text"}}},
    {"false", {{"argument", "(false)"}, {"sent", "'false\\n'"}, {"as", "puts.not-text"}}},
    /* An empty array in an array has no lines. */
    {"array-empty", {{"argument", "([])"}, {"sent", "''"}, {"as", "puts.array.empty"}}},
    {"array-of-empty", {{"argument", "([[], [[]]])"}, {"sent", "''"}, {"as", "puts.array.empty"}}},
    {"array-with-empty", {{"argument", "(['one', [], 'two', [[], []]])"}, {"sent", "'one\\ntwo\\n'"}, {"as", "puts.array.empty"}}},
    {"array-nil-only", {{"argument", "([nil])"}, {"sent", "either('\\n', 'nil\\n')"}, {"as", "puts.nil"}}},
    {"array-nil-nested", {{"argument", "([nil, ['one', [nil]]])"}, {"sent", "either('\\none\\n\\n', 'nil\\none\\nnil\\n')"}, {"as", "puts.nil"}}},
    {"array-nil-newline", {{"argument", "([nil, ['one', [nil]]])"}, {"sent", "'\\none\\n\\n'"}, {"as", "puts.nil.newline"}}},
    /* Ruby 1.8.7 writes nil as a word, today's Ruby as an empty line. */
    {"nil", {{"argument", "(nil)"}, {"sent", "either('\\n', 'nil\\n')"}, {"as", "puts.nil"}}},
    {"array-nil", {{"argument", "(['one', nil])"}, {"sent", "either('one\\n\\n', 'one\\nnil\\n')"}, {"as", "puts.nil"}}},
    {"nil-newline", {{"argument", "(nil)"}, {"sent", "'\\n'"}, {"as", "puts.nil.newline"}}},
};

static const struct sockspec_row puts_rows[] = {
    {"puts", "$as", ITSELF, "$pair; socket.puts$argument; socket.close; peer.recv(6000, MSG_WAITALL)", RETURNS("$sent")},
    /* The call returns nil, whatever it sends. */
    {"puts-answer", "puts.result", ITSELF, "$pair; socket.puts$argument", RETURNS("nil")},
};
/* clang-format on */
SOCKSPEC_TABLE(puts, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("text", texts), AXIS("kind", byte_kinds)})

/* clang-format off */
static const struct sockspec_row puts_connection_rows[] = {
    {"puts-result", "puts.result", ITSELF, "$pair; socket.puts('line')", RETURNS("nil")},
    {"puts-shut-down", "puts.EPIPE", "puts-result", "$pair; socket.shutdown(SHUT_WR); socket.puts('line')", RAISES(Errno::EPIPE, NULL)},
    {"puts-closed", "puts.closed", "puts-result", "$pair; socket.close; socket.puts('line')", RAISES(IOError, "closed stream")},
    {"puts-closed-nothing", "puts.closed", "puts-result", "$pair; socket.close; socket.puts", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(puts_connection, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", connection_kinds)})

/* clang-format off */
#define PUTS_AT_ONCE "$pair; socket.puts('one'); one = peer.recv(20); socket.puts('two'); [one, peer.recv(20)]"
#define PUTS_READLINE "$pair; socket.puts('question'); question = peer.recv(20); peer.send('answer\\n'); [question, socket.readline]"

static const struct sockspec_row puts_bytes_rows[] = {
    /* The data is sent at once and not buffered. */
    {"puts-at-once", "puts.newline", ITSELF, PUTS_AT_ONCE, RETURNS("['one\\n', 'two\\n']")},
    {"puts-readline", "puts.newline", ITSELF, PUTS_READLINE, RETURNS("['question\\n', 'answer\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(puts_bytes, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds)})

/* clang-format off */
static const struct sockspec_row puts_seqpacket_rows[] = {
    /* The newline may be a separate message. */
    {"puts-at-once", "puts.newline", ITSELF, PUTS_AT_ONCE, RETURNS("either(['one\\n', 'two\\n'], ['one', '\\n'])")},
    {"puts-readline", "puts.newline", ITSELF, PUTS_READLINE, RETURNS("either(['question\\n', 'answer\\n'], ['question', 'answer\\n'])")},
};
/* clang-format on */
SOCKSPEC_TABLE(puts_seqpacket, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_message_kinds)})

/* clang-format off */
static const struct sockspec_variant narrow_kinds[] = {SOCKSPEC_UNIX_STREAM};
static const struct sockspec_row puts_narrow_rows[] = {
    /* The data does not fit into the connection's buffers: the call continues as the peer reads. */
    {"puts-all", "puts.all", ITSELF, "$pair; socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 4096); call = start socket.puts('0123456789' * 9999 + '012345678'); blocked(call); first = peer.recv(50000, MSG_WAITALL); rest = peer.recv(50000, MSG_WAITALL); [finish(call), first, rest]",
     RETURNS("[nil, '0123456789' * 5000, '0123456789' * 4999 + '012345678\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(puts_narrow, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("kind", narrow_kinds)})

/* clang-format off */
/* The send buffer of AF_UNIX limits a message; a UDP packet has a limit of its own. */
#define SMALL "$pair; socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 8192); "
static const struct sockspec_row puts_message_rows[] = {
    /* If message boundaries are preserved, a text that ends with a newline is one message. */
    {"puts-message", "puts.message", ITSELF, "$pair; socket.puts('one\\n'); socket.puts('two\\n'); [peer.recv(20), peer.recv(20)]", RETURNS("['one\\n', 'two\\n']")},
    {"puts-message-lines", "puts.message", ITSELF, "$pair; socket.puts('one\\ntwo\\n'); socket.puts('next\\n'); [peer.recv(20), peer.recv(20)]", RETURNS("['one\\ntwo\\n', 'next\\n']")},
    {"puts-message-newline", "puts.message", ITSELF, "$pair; socket.puts('\\n'); socket.puts('next\\n'); [peer.recv(20), peer.recv(20)]", RETURNS("['\\n', 'next\\n']")},
    {"puts-message-empty", "puts.message", ITSELF, "$pair; socket.puts(''); socket.puts; socket.puts('next\\n'); [peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("['\\n', '\\n', 'next\\n']")},
    {"puts-message-result", "puts.result", ITSELF, "$pair; socket.puts('one\\n')", RETURNS("nil")},
    /* Each item of an array is a message. */
    {"puts-message-array", "puts.message.array", ITSELF, "$pair; socket.puts(['one\\n', 'two\\n']); [peer.recv(20), peer.recv(20)]", RETURNS("['one\\n', 'two\\n']")},
    {"puts-message-nested", "puts.message.array", ITSELF, "$pair; socket.puts(['one\\n', ['two\\n\\n', ['']], 'three\\n']); [peer.recv(20), peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("['one\\n', 'two\\n\\n', '\\n', 'three\\n']")},
    /* A message that is too long is not sent, not even in parts. */
    {"puts-message-fits", "puts.EMSGSIZE", ITSELF, SMALL "socket.puts('x' * 2000 + '\\n'); peer.recv(9000)", RETURNS("'x' * 2000 + '\\n'")},
    {"puts-message-too-long", "puts.EMSGSIZE", "puts-message-fits", SMALL "socket.puts('x' * 100000 + '\\n')", RAISES(Errno::EMSGSIZE, NULL)},
    {"puts-message-too-long-line", "puts.EMSGSIZE", "puts-message-fits", SMALL "socket.puts('x' * 100000)", RAISES(Errno::EMSGSIZE, NULL)},
    {"puts-message-too-long-then", "puts.EMSGSIZE", ITSELF, SMALL "raised(Errno::EMSGSIZE, socket.puts('x' * 100000)); socket.puts('small\\n'); peer.recv(200000)", RETURNS("'small\\n'")},
    {"puts-message-too-long-item", "puts.EMSGSIZE", ITSELF, SMALL "raised(Errno::EMSGSIZE, socket.puts(['small\\n', 'x' * 100000 + '\\n', 'last\\n'])); socket.puts('next\\n'); [peer.recv(200000), peer.recv(200000)]", RETURNS("['small\\n', 'next\\n']")},
};
static const struct sockspec_row puts_message_newline_rows[] = {
    /* In today's Ruby, the newline that the call appends belongs to the message. */
    {"puts-message-appended", "puts.message.newline", ITSELF, "$pair; socket.puts('one'); socket.puts('two'); [peer.recv(20), peer.recv(20)]", RETURNS("['one\\n', 'two\\n']")},
    {"puts-message-number", "puts.message.newline", ITSELF, "$pair; socket.puts(42); socket.puts('next'); [peer.recv(20), peer.recv(20)]", RETURNS("['42\\n', 'next\\n']")},
    {"puts-message-items", "puts.message.newline", ITSELF, "$pair; socket.puts(['one', ['two'], 'three\\n']); [peer.recv(20), peer.recv(20), peer.recv(20)]", RETURNS("['one\\n', 'two\\n', 'three\\n']")},
    {"puts-message-long", "puts.message.newline", ITSELF, "$pair; socket.puts(numbers(60000)); socket.puts('next'); [peer.recv(200000), peer.recv(20)]", RETURNS("[numbers(60000) + '\\n', 'next\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(puts_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_message_kinds)})
SOCKSPEC_TABLE(puts_message_newline, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_message_kinds)})

/* clang-format off */
static const struct sockspec_row puts_message_size_rows[] = {
    {"puts-message-size", "puts.message", ITSELF, "$pair; text = numbers($size)[1, $size] + '\\n'; socket.puts(text); socket.puts('next\\n'); [peer.recv(200000), peer.recv(20)]", RETURNS("[text, 'next\\n']")},
};
static const struct sockspec_row puts_message_size_udp6_rows[] = {
    {"puts-message-longest", "puts.message", ITSELF, "$pair; text = numbers($size)[1, $size] + '\\n'; socket.puts(text); peer.recv(200000)", RETURNS("text")},
};
static const struct sockspec_row puts_message_size_unix_rows[] = {
    {"puts-message-large", "puts.message", ITSELF, "$pair; text = numbers($size)[1, $size] + '\\n'; socket.puts(text); socket.puts('next\\n'); [peer.recv(200000), peer.recv(20)]", RETURNS("[text, 'next\\n']")},
};
static const struct sockspec_row puts_stream_size_rows[] = {
    /* All of the data arrives, in the right order. */
    {"puts-long", "puts.all", ITSELF, "$pair; call = start socket.puts(numbers($size)); received = peer.recv($size + 1, MSG_WAITALL); [finish(call), received]", RETURNS("[nil, numbers($size) + '\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(puts_message_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_message_kinds), AXIS("size", udp_sizes)})
SOCKSPEC_TABLE(puts_message_size_udp6, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", udp6_kinds), AXIS("size", udp6_sizes)})
SOCKSPEC_TABLE(puts_message_size_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", unix_message_kinds), AXIS("size", unix_message_sizes)})
SOCKSPEC_TABLE(puts_stream_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds), AXIS("size", stream_sizes)})
