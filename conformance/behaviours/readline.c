/* socket.readline => line */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
static const struct sockspec_row readline_rows[] = {
    /* The line includes its newline. The next call continues after it. */
    {"readline-one", "readline.line", ITSELF, "$pair; peer.send('line\\n'); socket.readline", RETURNS("'line\\n'")},
    {"readline-next", "readline.next", ITSELF, "$pair; peer.send('one\\ntwo\\nthree\\n'); [socket.readline, socket.readline, socket.readline]", RETURNS("['one\\n', 'two\\n', 'three\\n']")},
    {"readline-empty-line", "readline.next", ITSELF, "$pair; peer.send('\\n\\nx\\n'); [socket.readline, socket.readline, socket.readline]", RETURNS("['\\n', '\\n', 'x\\n']")},
    {"readline-return", "readline.next", ITSELF, "$pair; peer.send('one\\r\\ntwo\\rthree\\n'); [socket.readline, socket.readline]", RETURNS("['one\\r\\n', 'two\\rthree\\n']")},
    {"readline-binary", "readline.next", ITSELF, "$pair; peer.send('\\0\\xff\\x80\\n\\0\\n'); [socket.readline, socket.readline]", RETURNS("['\\0\\xff\\x80\\n', '\\0\\n']")},
    {"readline-long", "readline.next", ITSELF, "$pair; peer.send('0123456789' * 2000 + '\\nrest\\n'); [socket.readline, socket.readline]", RETURNS("['0123456789' * 2000 + '\\n', 'rest\\n']")},
    {"readline-of-sends", "readline.next", ITSELF, "$pair; peer.send('o'); peer.send('n'); peer.send('e\\nt'); peer.send('wo\\n'); [socket.readline, socket.readline]", RETURNS("['one\\n', 'two\\n']")},
    {"readline-answered", "readline.line", ITSELF, "$pair; peer.send('question\\n'); question = socket.readline; socket.puts('answer'); [question, peer.recv(20)]", RETURNS("['question\\n', 'answer\\n']")},
    /* The call waits until it has a whole line. */
    {"readline-waits", "readline.waits", ITSELF, "$pair; call = start socket.readline; blocked(call); peer.send('line\\n'); finish(call)", RETURNS("'line\\n'")},
    {"readline-waits-for-newline", "readline.waits", ITSELF, "$pair; peer.send('li'); call = start socket.readline; blocked(call); peer.send('ne'); blocked(call); peer.send('\\n'); finish(call)", RETURNS("'line\\n'")},
    {"readline-waits-no-more", "readline.waits", ITSELF, "$pair; peer.send('one\\ntwo'); at_once(start socket.readline)", RETURNS("'one\\n'")},
    {"readline-waits-after", "readline.next", ITSELF, "$pair; peer.send('one\\ntw'); one = socket.readline; call = start socket.readline; blocked(call); peer.send('o\\n'); [one, finish(call)]", RETURNS("['one\\n', 'two\\n']")},
    /* The end of the stream ends the last line. After that, the call raises EOFError. */
    {"readline-last", "readline.last", ITSELF, "$pair; peer.send('one\\nlast'); peer.close; [socket.readline, socket.readline]", RETURNS("['one\\n', 'last']")},
    {"readline-last-only", "readline.last", ITSELF, "$pair; peer.send('last'); peer.close; socket.readline", RETURNS("'last'")},
    {"readline-last-waits", "readline.last", ITSELF, "$pair; peer.send('last'); call = start socket.readline; blocked(call); peer.close; finish(call)", RETURNS("'last'")},
    {"readline-end", "readline.eof", "readline-one", "$pair; peer.close; socket.readline", RAISES(EOFError, "end of file reached")},
    {"readline-end-after", "readline.eof", "readline-one", "$pair; peer.send('line\\n'); peer.close; socket.readline; socket.readline", RAISES(EOFError, "end of file reached")},
    {"readline-end-after-last", "readline.eof", "readline-last-only", "$pair; peer.send('last'); peer.close; socket.readline; socket.readline", RAISES(EOFError, "end of file reached")},
    {"readline-end-twice", "readline.eof", "readline-one", "$pair; peer.close; raised(EOFError, socket.readline); socket.readline", RAISES(EOFError, "end of file reached")},
    {"readline-end-is-IOError", "readline.eof", ITSELF, "$pair; peer.close; rescue(IOError, socket.readline, 'rescued')", RETURNS("'rescued'")},
    {"readline-shut-down", "readline.eof", "readline-one", "$pair; socket.shutdown(SHUT_RD); socket.readline", RAISES(EOFError, "end of file reached")},
    /* The call waits even with O_NONBLOCK set or after a signal. */
    {"readline-nonblocking", "readline.waits-nonblocking", ITSELF, "$pair; set_nonblocking(socket); call = start socket.readline; blocked(call); peer.send('li'); blocked(call); peer.send('ne\\n'); finish(call)", RETURNS("'line\\n'")},
    {"readline-paused", "readline.interrupted", ITSELF, SOCKSPEC_RECEIVE_TIMEOUT "call = start socket.readline; blocked(call); paused(call); blocked(call); paused(call); blocked(call); peer.send('line\\n'); finish(call)", RETURNS("'line\\n'")},
    {"readline-closed", "readline.closed", "readline-one", "$pair; peer.send('line\\n'); socket.close; socket.readline", RAISES(IOError, "closed stream")},
    {"readline-closed-buffered", "readline.closed", "readline-next", "$pair; peer.send('one\\ntwo\\n'); socket.readline; socket.close; socket.readline", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(readline, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds)})

/* clang-format off */
static const struct sockspec_row readline_tcp_rows[] = {
    /* The connection was reset: the call raises that error. */
    {"readline-peer-there", "readline.line", ITSELF, "$pair; peer.send('\\n'); IO.select([socket]); socket.readline", RETURNS("'\\n'")},
    {"readline-peer-reset", "readline.ECONNRESET", "readline-peer-there", "$pair; peer.abort; IO.select([socket]); socket.readline", RAISES(Errno::ECONNRESET, NULL)},
    {"readline-peer-reset-waits", "readline.ECONNRESET", "readline-waits-for-newline", "$pair; peer.send('li'); call = start socket.readline; blocked(call); peer.abort; finish(call)", RAISES(Errno::ECONNRESET, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(readline_tcp, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", tcp_kinds)})

/* clang-format off */
static const struct sockspec_row readline_message_rows[] = {
    /* If message boundaries are preserved, a line may take several messages, and a message may
     * hold several lines. */
    {"readline-message", "readline.message", ITSELF, "$pair; peer.send('one\\n'); peer.send('two\\n'); [socket.readline, socket.readline]", RETURNS("['one\\n', 'two\\n']")},
    {"readline-message-joined", "readline.message", ITSELF, "$pair; peer.send('o'); peer.send('n'); peer.send('e\\nt'); peer.send('wo\\n'); [socket.readline, socket.readline]", RETURNS("['one\\n', 'two\\n']")},
    {"readline-message-lines", "readline.message", ITSELF, "$pair; peer.send('one\\n\\ntwo\\n'); [socket.readline, socket.readline, socket.readline]", RETURNS("['one\\n', '\\n', 'two\\n']")},
    {"readline-message-waits", "readline.message", ITSELF, "$pair; call = start socket.readline; blocked(call); peer.send('li'); blocked(call); peer.send('ne\\n'); finish(call)", RETURNS("'line\\n'")},
    {"readline-message-answered", "readline.message", ITSELF, "$pair; socket.write('question\\n'); question = peer.recv(20); peer.send('answer\\n'); [question, socket.readline]", RETURNS("['question\\n', 'answer\\n']")},
    /* An empty message counts as end of file. */
    {"readline-message-empty", "readline.message.empty", "readline-message", "$pair; peer.send(''); socket.readline", RAISES(EOFError, "end of file reached")},
    {"readline-message-empty-last", "readline.message.empty", ITSELF, "$pair; peer.send('last'); peer.send(''); socket.readline", RETURNS("'last'")},
    {"readline-message-closed", "readline.closed", "readline-message", "$pair; peer.send('line\\n'); socket.close; socket.readline", RAISES(IOError, "closed stream")},
};
static const struct sockspec_row readline_message_later_rows[] = {
    {"readline-message-empty-then", "readline.message.empty.then", ITSELF, "$pair; peer.send(''); raised(EOFError, socket.readline); peer.send('line\\n'); socket.readline", RETURNS("'line\\n'")},
    /* Ruby 1.8.7 reads messages through a buffer of 4 KiB and loses what does not fit into it. The
     * buffer of today's Ruby has 8 KiB. */
    {"readline-message-long", "readline.message.large", ITSELF, "$pair; peer.send(numbers(8191) + '\\n'); peer.send('next\\n'); " SOCKSPEC_READY "line = at_once(start socket.readline); [line, at_once(start socket.readline)]", RETURNS("[numbers(8191) + '\\n', 'next\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(readline_message, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", linked_message_kinds)})
SOCKSPEC_TABLE(readline_message_later, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", message_kinds)})

/* clang-format off */
static const struct sockspec_row readline_size_rows[] = {
    /* All of a long line is read, in the right order. */
    {"readline-long-line", "readline.next", ITSELF, "$pair; call = start socket.readline; peer.send(numbers($size) + '\\nrest\\n'); [finish(call), socket.readline]", RETURNS("[numbers($size) + '\\n', 'rest\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(readline_size, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds), AXIS("size", answered_sizes)})
