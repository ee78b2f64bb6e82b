/* read, readline, write, puts and select when the system call with which they wait fails. */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
/* With O_NONBLOCK set, these methods wait for the socket themselves. */
#define WAITING "$pair; set_nonblocking(socket); "
#define FAILS "fault('wait', '$errno'); "
#define ERROR(errno) {#errno, {{"errno", #errno}}}
static const struct sockspec_variant errors[] = {ERROR(EINVAL), ERROR(ENOMEM)};

/* $call and its result when the peer sends a line. In Ruby 1.8.7 read does not wait with
 * O_NONBLOCK set, but raises Errno::EAGAIN. */
static const struct sockspec_variant readers[] = {
    {"read", {{"method", "read"}, {"call", "socket.read(5)"}, {"interrupted", "read.interrupted.nonblocking"}}},
    {"readline", {{"method", "readline"}, {"call", "socket.readline"}, {"interrupted", "readline.interrupted"}}},
};
static const struct sockspec_row stream_injected_rows[] = {
    {"stream-waits", "$method.waits-nonblocking", ITSELF, WAITING "call = start $call; blocked(call); peer.send('line\\n'); finish(call)", RETURNS("'line\\n'")},
    /* The error is raised, or, as in both Rubies, the wait starts again. */
    {"stream-wait-fails", "$method.any-error", ITSELF, WAITING FAILS "rescue(Errno::$errno, settled(start $call), 'raised')", RETURNS("either('raised', 'waits')")},
    /* The call returns the line that then arrives. */
    {"stream-wait-fails-then", "$method.any-error", ITSELF, WAITING FAILS "call = start $call; rescue(Errno::$errno, (settled(call); peer.send('line\\n'); finish(call)), (peer.send('line\\n'); $call))", RETURNS("'line\\n'")},
    /* A signal is not a failure: the wait starts again. */
    {"stream-wait-interrupted", "$interrupted", ITSELF, WAITING "fault('wait', 'EINTR'); call = start $call; blocked(call); peer.send('line\\n'); finish(call)", RETURNS("'line\\n'")},
};
SOCKSPEC_TABLE(stream_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", byte_kinds), AXIS("reader", readers), AXIS("errno", errors)})

#define FULL "$pair; socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 4096); set_nonblocking(socket); "
static const struct sockspec_variant writers[] = {{"write", {{"method", "write"}, {"answer", "5"}}}, {"puts", {{"method", "puts"}, {"answer", "nil"}}}};
static const struct sockspec_variant narrow_kinds[] = {SOCKSPEC_UNIX_STREAM};
/* In today's Ruby an error while waiting for room is raised; Ruby 1.8.7 tries again for ever. */
static const struct sockspec_row stream_injected_full_rows[] = {
    {"stream-room", "$method.any-error", ITSELF, FULL "[socket.$method('line\\n'), peer.recv(20)]", RETURNS("[$answer, 'line\\n']")},
    {"stream-room-fails", "$method.any-error", "stream-room", FULL FAILS "socket.$method('0123456789' * 10000)", RAISES_ONE("Errno::$errno", NULL)},
};
SOCKSPEC_TABLE(stream_injected_full, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", narrow_kinds), AXIS("writer", writers), AXIS("errno", errors)})

static const struct sockspec_row select_injected_rows[] = {
    {"select-injected-none", "select.readable", ITSELF, "$pair; peer.send('x'); IO.select([socket], nil, nil, 600)", RETURNS("[[socket], [], []]")},
    {"select-injected", "select.any-error", "select-injected-none", "$pair; peer.send('x'); " FAILS "IO.select([socket], nil, nil, 600)", RAISES_ONE("Errno::$errno", NULL)},
    {"select-injected-then", "select.any-error", ITSELF, "$pair; peer.send('x'); " FAILS "failed = rescue(Errno::$errno, IO.select([socket], nil, nil, 600), 'failed'); [failed, IO.select([socket], nil, nil, 600)]", RETURNS("['failed', [[socket], [], []]]")},
    {"select-injected-interrupted", "select.interrupted", ITSELF, "$pair; peer.send('x'); fault('wait', 'EINTR'); IO.select([socket], nil, nil, 600)", RETURNS("[[socket], [], []]")},
    {"select-injected-interrupted-for-ever", "select.interrupted", ITSELF, "$pair; peer.send('x'); fault('wait', 'EINTR'); IO.select([socket])", RETURNS("[[socket], [], []]")},
    /* A signal does not extend the timeout. */
    {"select-injected-interrupted-late", "select.interrupted", ITSELF, "$pair; fault('wait', 'EINTR'); IO.select([socket], nil, nil, 0.000001)", RETURNS("nil")},
};
SOCKSPEC_TABLE(select_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("errno", errors)})

static const struct sockspec_row select_injected_signal_rows[] = {
    /* After a signal the wait continues for the rest of the timeout: most of it, or none. */
    {"select-injected-signal-early", "select.interrupted", ITSELF, "$pair; fault('wait', 'EINTR'); call = start IO.select([socket], nil, nil, 600); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket], [], []]")},
    {"select-injected-signal-late", "select.interrupted", ITSELF, "$pair; fault('wait', 'EINTR', 0.2); at_once(start IO.select([socket], nil, nil, 0.2))", RETURNS("nil")},
    {"select-injected-signal-late-ready", "select.interrupted", ITSELF, "$pair; peer.send('x'); fault('wait', 'EINTR', 0.02); at_once(start IO.select([socket], nil, nil, 0.02))", RETURNS("[[socket], [], []]")},
};
SOCKSPEC_TABLE(select_injected_signal, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", some_kinds)})
/* clang-format on */
