/* The methods that wait have no time limit of their own. A wait in the kernel that has one ends
 * here at once, as if an hour or a year had passed: the method has to continue to wait. */
#include "conformance/behaviours/receiving.h"

/* clang-format off */
/* Every wait that has a time limit ends. */
#define LATER "expire_waits(1000000000); "

static const struct sockspec_row accept_long_wait_rows[] = {
    {"accept-waits-long", "$method.blocks", ITSELF, "$listening; clear_nonblocking(server); at = server.getsockname; " LATER "call = start server.$method; blocked(call); caller = Tester.connected(at, $type); client, from = finish(call); $wrap; from", RETURNS("caller.sockaddr")},
};
SOCKSPEC_TABLE(accept_long_wait, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("family", stream_families), AXIS("method", waiting_accept_methods)})

static const struct sockspec_row receive_long_wait_rows[] = {
    {"recvfrom-waits-long", "$method.blocks", ITSELF, "$pair; clear_nonblocking(socket); " LATER "call = start socket.$method(20); blocked(call); peer.send('letter'); finish(call)$data", RETURNS("'letter'")},
};
SOCKSPEC_TABLE(receive_long_wait, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", blocking_receivers)})

/* $blocking is the behaviour of a socket without O_NONBLOCK, $nonblocking that of a socket with
 * it. */
static const struct sockspec_variant waiting_readers[] = {
    {"read", {{"call", "socket.read(5)"}, {"blocking", "read.length"}, {"nonblocking", "read.waits-nonblocking"}}},
    {"readline", {{"call", "socket.readline"}, {"blocking", "readline.waits"}, {"nonblocking", "readline.waits-nonblocking"}}},
};
static const struct sockspec_row read_long_wait_rows[] = {
    {"stream-waits-long", "$blocking", ITSELF, "$pair; clear_nonblocking(socket); " LATER "call = start $call; blocked(call); peer.send('line\\n'); finish(call)", RETURNS("'line\\n'")},
    {"stream-waits-long-partial", "$blocking", ITSELF, "$pair; clear_nonblocking(socket); peer.send('li'); " LATER "call = start $call; blocked(call); peer.send('ne\\n'); finish(call)", RETURNS("'line\\n'")},
    {"stream-waits-long-nonblocking", "$nonblocking", ITSELF, "$pair; set_nonblocking(socket); " LATER "call = start $call; blocked(call); peer.send('line\\n'); finish(call)", RETURNS("'line\\n'")},
};
SOCKSPEC_TABLE(read_long_wait, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", byte_kinds), AXIS("reader", waiting_readers)})

/* The buffers of the connection are full until the peer reads. */
static const struct sockspec_variant full_kinds[] = {SOCKSPEC_UNIX_STREAM};
static const struct sockspec_variant waiting_writers[] = {
    {"write", {{"method", "write"}, {"all", "write.all.large"}, {"nonblocking", "write.waits-nonblocking"}}},
    {"puts", {{"method", "puts"}, {"all", "puts.all"}, {"nonblocking", "puts.all"}}},
};
static const struct sockspec_row write_long_wait_rows[] = {
    /* Every call is intercepted while the tester does nothing else, so the peer does not read here. */
    {"stream-room-waits-long", "$all", ITSELF, "$pair; clear_nonblocking(socket); socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 4096); " LATER "call = start socket.$method('0123456789' * 10000); blocked(call)", RETURNS("true")},
    {"stream-room-waits-long-nonblocking", "$nonblocking", ITSELF, "$pair; set_nonblocking(socket); socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 4096); " LATER "call = start socket.$method('0123456789' * 10000); blocked(call)", RETURNS("true")},
};
SOCKSPEC_TABLE(write_long_wait, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix", .axes = {AXIS("kind", full_kinds), AXIS("writer", waiting_writers)})

/* select with a timeout: shorter waits end, so the call must ask for the whole timeout or wait
 * several times. */
static const struct sockspec_variant timeouts[] = {
    {"none", {{"timeout", ""}, {"limit", "1000000000"}, {"as", "select.waits"}}},
    {"nil", {{"timeout", ", nil, nil, nil"}, {"limit", "1000000000"}, {"as", "select.waits"}}},
    {"31", {{"timeout", ", nil, nil, 31"}, {"limit", "20"}, {"as", "select.timeout-whole"}}},
    {"61", {{"timeout", ", nil, nil, 61"}, {"limit", "50"}, {"as", "select.timeout-whole"}}},
    {"301.5", {{"timeout", ", nil, nil, 301.5"}, {"limit", "290"}, {"as", "select.timeout-whole"}}},
    {"3601", {{"timeout", ", nil, nil, 3601"}, {"limit", "3590"}, {"as", "select.timeout-whole"}}},
    {"86401", {{"timeout", ", nil, nil, 86401"}, {"limit", "86390"}, {"as", "select.timeout-whole"}}},
    {"1000000", {{"timeout", ", nil, nil, 1000000"}, {"limit", "999990"}, {"as", "select.timeout-whole"}}},
};
static const struct sockspec_row select_long_wait_rows[] = {
    {"select-waits-long", "$as", ITSELF, "$pair; expire_waits($limit); call = start IO.select([socket]$timeout); blocked(call); peer.send('x'); finish(call)", RETURNS("[[socket], [], []]")},
};
SOCKSPEC_TABLE(select_long_wait, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", some_kinds), AXIS("timeout", timeouts)})
/* clang-format on */
