/* socket.recv_nonblock(maxlen, flags = 0) => mesg. What it has in common with recvfrom is in
 * recvfrom.c. */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
static const struct sockspec_row recv_nonblock_rows[] = {
    {"recv-nonblock-message", "recv_nonblock.message", ITSELF, "$pair; peer.send('letter'); " SOCKSPEC_READY "socket.recv_nonblock(20)", RETURNS("'letter'")},
    {"recv-nonblock-message-flags", "recv_nonblock.message", ITSELF, "$pair; peer.send('letter'); " SOCKSPEC_READY "socket.recv_nonblock(20, 0)", RETURNS("'letter'")},
    {"recv-nonblock-again-and-again", "recv_nonblock.message", ITSELF, "$pair; raised(Errno::EAGAIN, socket.recv_nonblock(20)); peer.send('letter'); " SOCKSPEC_READY "socket.recv_nonblock(20)", RETURNS("'letter'")},
    {"recv-nonblock-retried", "recv_nonblock.message", ITSELF, "$pair; rescue(Errno::EAGAIN, socket.recv_nonblock(20), peer.send('letter')); retrying(Errno::EAGAIN, socket.recv_nonblock(20), IO.select([socket]))", RETURNS("'letter'")},
    /* If O_NONBLOCK was set, it stays set. (Ruby 1.8.7 sets the flag and today's Ruby does not,
     * so no row tests a socket without it.) */
    {"recv-nonblock-keeps", "recv_nonblock.EAGAIN", ITSELF, "$pair; set_nonblocking(socket); raised(Errno::EAGAIN, socket.recv_nonblock(20)); nonblocking(socket)", RETURNS("true")},
    /* If there is nothing to read, the call raises an exception that has two names. */
    {"recv-nonblock-EAGAIN", "recv_nonblock.EAGAIN", "recv-nonblock-message", "$pair; at_once(start socket.recv_nonblock(20))", RAISES(Errno::EAGAIN, "recvfrom(2)")},
    {"recv-nonblock-EAGAIN-cleared", "recv_nonblock.EAGAIN", "recv-nonblock-message", "$pair; clear_nonblocking(socket); at_once(start socket.recv_nonblock(20))", RAISES(Errno::EAGAIN, "recvfrom(2)")},
    {"recv-nonblock-EAGAIN-taken", "recv_nonblock.EAGAIN", "recv-nonblock-message", "$pair; peer.send('letter'); " SOCKSPEC_READY "socket.recv_nonblock(20); at_once(start socket.recv_nonblock(20))", RAISES(Errno::EAGAIN, "recvfrom(2)")},
    {"recv-nonblock-EAGAIN-twice", "recv_nonblock.EAGAIN", "recv-nonblock-message", "$pair; raised(Errno::EAGAIN, socket.recv_nonblock(20)); at_once(start socket.recv_nonblock(20))", RAISES(Errno::EAGAIN, "recvfrom(2)")},
    {"recv-nonblock-EWOULDBLOCK", "recv_nonblock.EWOULDBLOCK", "recv-nonblock-message", "$pair; at_once(start socket.recv_nonblock(20))", RAISES(Errno::EWOULDBLOCK, "recvfrom(2)")},
    {"recv-nonblock-rescued", "recv_nonblock.EWOULDBLOCK", ITSELF, "$pair; rescue(Errno::EWOULDBLOCK, socket.recv_nonblock(20), 'rescued')", RETURNS("'rescued'")},
    {"recv-nonblock-rescued-EAGAIN", "recv_nonblock.EWOULDBLOCK", ITSELF, "$pair; rescue(Errno::EAGAIN, socket.recv_nonblock(20), 'rescued')", RETURNS("'rescued'")},
    {"recv-nonblock-closed", "recv_nonblock.closed", "recv-nonblock-message", "$pair; peer.send('letter'); socket.close; socket.recv_nonblock(20)", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(recv_nonblock, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds)})

/* clang-format off */
static const struct sockspec_row recv_nonblock_bytes_rows[] = {
    {"recv-nonblock-portions", "recv_nonblock.maxlen", ITSELF, "$pair; peer.send('letter'); " SOCKSPEC_READY "[socket.recv_nonblock(1), socket.recv_nonblock(2), socket.recv_nonblock(20)]", RETURNS("['l', 'et', 'ter']")},
    {"recv-nonblock-zero", "recv_nonblock.maxlen.zero", ITSELF, "$pair; peer.send('letter'); " SOCKSPEC_READY "[socket.recv_nonblock(0), socket.recv_nonblock(20)]", RETURNS("['', 'letter']")},
    {"recv-nonblock-end", "recv_nonblock.eof", ITSELF, "$pair; peer.send('last'); peer.close; " SOCKSPEC_READY "last = socket.recv_nonblock(20); " SOCKSPEC_READY "[last, socket.recv_nonblock(20), socket.recv_nonblock(20)]", RETURNS("['last', '', '']")},
};
/* clang-format on */
SOCKSPEC_TABLE(recv_nonblock_bytes, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", byte_kinds)})
