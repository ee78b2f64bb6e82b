/* socket.accept => [socket, sockaddr], and what accept_nonblock and sysaccept have in common
 * with it. */
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/unix_names.h"
#include "conformance/harness/rows/families.h"

/* Reading the accepted socket: the data that the caller sent has already arrived. */
#define ACCEPTED "client, from = server.$method; client = $wrap"

/* A second object for the same descriptor. The first object does not notice what the second does
 * to it. */
#define SHADOW "shadow = Socket.for_fd(server.fileno)"

/* Each waiting caller sends a different message, so that the rows can identify it. */
#define THREE_CALLERS                                                                              \
    "first = Tester.connected(at, $type); first.send('1'); "                                       \
    "second = Tester.connected(at, $type); second.send('2'); "                                     \
    "third = Tester.connected(at, $type); third.send('3')"
#define HEAR_ONE(name) ACCEPTED "; IO.select([client]); " name " = client.recv(1)"

/* A listener that is bound to the wildcard address. */
#define WILDCARD_SERVER                                                                            \
    "server = Socket.new($domain, SOCK_STREAM, 0); server.bind($everywhere); server.listen(5)"

/* clang-format off */
static const struct sockspec_row accept_rows[] = {
    /* If a connection is waiting, the call returns at once, with a connected socket and the
     * caller's address. */
    {"accept-waiting", "accept.result.socket", ITSELF, "$listening; $caller; client, from = server.$method; client = $wrap; [client.getpeername, from]", RETURNS("[from, caller.sockaddr]")},
    {"accept-kind", "accept.result.socket", ITSELF, "$listening; $caller; client, from = server.$method; $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
    {"accept-two-elements", "accept.result.socket", ITSELF, "$listening; $caller; pair = server.$method; client = pair[0]; $wrap; length(pair)", RETURNS("2")},
    {"accept-own-address", "accept.result.socket", ITSELF, "$listening; $caller; " ACCEPTED "; client.getsockname", RETURNS("caller.peer")},
    /* The accepted socket is connected in both directions. */
    {"accept-hears", "accept.result.socket", ITSELF, "$listening; $caller; " ACCEPTED "; caller.send('to you'); IO.select([client]); client.recv(20)", RETURNS("'to you'")},
    {"accept-hears-earlier", "accept.result.socket", ITSELF, "$listening; $caller; caller.send('earlier'); " ACCEPTED "; IO.select([client]); client.recv(20)", RETURNS("'earlier'")},
    {"accept-speaks", "accept.result.socket", ITSELF, "$listening; $caller; " ACCEPTED "; client.send('to you', 0); caller.recv(20)", RETURNS("'to you'")},
    {"accept-hears-the-end", "accept.result.socket", ITSELF, "$listening; $caller; " ACCEPTED "; caller.shutdown(SHUT_WR); IO.select([client]); client.read", RETURNS("''")},
    /* The accepted socket has no pending error. */
    {"accept-no-error", "accept.result.socket", ITSELF, "$listening; $caller; " ACCEPTED "; client.getsockopt(SOL_SOCKET, SO_ERROR)", RETURNS("hex('00 00 00 00')")},
    /* Today's Ruby does not pass the new descriptor on to a program that is executed; Ruby 1.8.7
     * does. */
    {"accept-close-on-exec", "$method.close-on-exec", ITSELF, "$listening; $caller; " ACCEPTED "; close_on_exec(client)", RETURNS("true")},
    /* A connection is accepted even if its caller closed it while it was in the queue. */
    {"accept-gone", "accept.result.socket", ITSELF, "$listening; $caller; caller.send('farewell'); caller.close; " ACCEPTED "; IO.select([client]); client.recv(20)", RETURNS("'farewell'")},
    /* The listener does not change when accept is called or the accepted socket is closed or
     * used. */
    {"accept-listener-stays", "accept.result.socket", ITSELF, "$listening; at = server.getsockname; $caller; " ACCEPTED "; client.close; second = Tester.connected(at, $type); " ACCEPTED "; [from, server.getsockname]", RETURNS("[second.sockaddr, at]")},
    {"accept-listener-used", "accept.result.socket", ITSELF, "$listening; at = server.getsockname; $caller; one, from = server.$method; client = one; one = $wrap; second = Tester.connected(at, $type); two, from = server.$method; client = two; two = $wrap; one.send('1', 0); two.send('2', 0); [caller.recv(5), second.recv(5)]", RETURNS("['1', '2']")},
    /* Closing the listener leaves the accepted socket open. */
    {"accept-client-stays", "accept.result.socket", ITSELF, "$listening; $caller; " ACCEPTED "; server.close; client.send('still here', 0); caller.recv(20)", RETURNS("'still here'")},
    /* With O_NONBLOCK set, the call returns the same result if a caller is waiting. */
    {"accept-nonblocking-waiting", "accept.result.socket", ITSELF, "$listening; set_nonblocking(server); $caller; client, from = at_once(start server.$method); $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
    {"accept-blocking-waiting", "accept.result.socket", ITSELF, "$listening; clear_nonblocking(server); $caller; client, from = at_once(start server.$method); $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
    /* The call also works through a second object for the descriptor, while the first object is
     * open. */
    {"accept-shadow-open", "accept.result.socket", ITSELF, "$listening; $caller; " SHADOW "; client, from = server.$method; $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
    {"accept-through-shadow", "accept.result.socket", ITSELF, "$listening; $caller; " SHADOW "; server = shadow; client, from = server.$method; $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},

    /* Connections are accepted in the order in which they arrived. */
    {"accept-order", "accept.order", ITSELF, "$listening; at = server.getsockname; " THREE_CALLERS "; " HEAR_ONE("a") "; " HEAR_ONE("b") "; " HEAR_ONE("c") "; [a, b, c]", RETURNS("['1', '2', '3']")},
    {"accept-order-between", "accept.order", ITSELF, "$listening; at = server.getsockname; first = Tester.connected(at, $type); first.send('1'); second = Tester.connected(at, $type); second.send('2'); " HEAR_ONE("a") "; third = Tester.connected(at, $type); third.send('3'); " HEAR_ONE("b") "; " HEAR_ONE("c") "; [a, b, c]", RETURNS("['1', '2', '3']")},

    /* With O_NONBLOCK set and an empty queue (no connection yet, or all accepted), the call
     * raises Errno::EAGAIN. The caller can try again later. */
    {"accept-again", "accept.unix.EAGAIN", "accept-nonblocking-waiting", "$listening; set_nonblocking(server); at_once(start server.$method)", RAISES(Errno::EAGAIN, NULL)},
    {"accept-again-drained", "accept.unix.EAGAIN", "accept-nonblocking-waiting", "$listening; set_nonblocking(server); $caller; " ACCEPTED "; at_once(start server.$method)", RAISES(Errno::EAGAIN, NULL)},
    {"accept-again-then", "accept.unix.EAGAIN", ITSELF, "$listening; set_nonblocking(server); raised(Errno::EAGAIN, at_once(start server.$method)); $caller; client, from = server.$method; $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
    /* Errno::EWOULDBLOCK is another name for Errno::EAGAIN. */
    {"accept-would-block", "accept.unix.EWOULDBLOCK", "accept-nonblocking-waiting", "$listening; set_nonblocking(server); at_once(start server.$method)", RAISES(Errno::EWOULDBLOCK, NULL)},
    {"accept-would-block-rescued", "accept.unix.EWOULDBLOCK", ITSELF, "$listening; set_nonblocking(server); rescue(Errno::EWOULDBLOCK, at_once(start server.$method), 'rescued')", RETURNS("'rescued'")},

    /* The page names the exceptions only, not their messages. The message names the system call:
     * today's Ruby does so for all three methods, Ruby 1.8.7 for accept_nonblock. */
    {"accept-message-not-listening", "$method.error.message", "accept-waiting", "$server; at_once(start server.$method)", RAISES(Errno::EINVAL, "accept(2)")},
    {"accept-message-no-socket", "$method.error.message", "accept-waiting", "$listening; $caller; replace_descriptor(server); server.$method", RAISES(Errno::ENOTSOCK, "accept(2)")},
    {"accept-message-too-many-open", "$method.error.message", "accept-one-left", "$listening; $caller; limit_descriptors(0); server.$method", RAISES(Errno::EMFILE, "accept(2)")},

    /* The descriptor was closed without the object knowing it. */
    {"accept-bad-descriptor", "accept.unix.EBADF", "accept-shadow-open", "$listening; $caller; " SHADOW "; shadow.close; server.$method", RAISES(Errno::EBADF, NULL)},
    /* The descriptor now refers to something other than a socket, and the object does not know
     * it. */
    {"accept-no-socket", "accept.unix.ENOTSOCK", "accept-waiting", "$listening; $caller; replace_descriptor(server); server.$method", RAISES(Errno::ENOTSOCK, NULL)},

    /* The socket is not listening: it was never bound, or is only bound, or is connected. */
    {"accept-unbound", "accept.unix.EINVAL", "accept-waiting", "server = Socket.new($domain, $type, 0); at_once(start server.$method)", RAISES(Errno::EINVAL, NULL)},
    {"accept-not-listening", "accept.unix.EINVAL", "accept-waiting", "$server; at_once(start server.$method)", RAISES(Errno::EINVAL, NULL)},
    {"accept-connected", "accept.unix.EINVAL", "accept-waiting", "$connected; at_once(start socket.$method)", RAISES(Errno::EINVAL, NULL)},
    {"accept-accepted", "accept.unix.EINVAL", "accept-waiting", "$listening; $caller; " ACCEPTED "; at_once(start client.$method)", RAISES(Errno::EINVAL, NULL)},
    /* Once the socket listens, the call succeeds. */
    {"accept-listening-then", "accept.unix.EINVAL", ITSELF, "$server; raised(Errno::EINVAL, at_once(start server.$method)); server.listen(5); $caller; client, from = server.$method; $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},

    /* The call fails if no descriptor is free. One free descriptor is enough. */
    {"accept-too-many-open", "accept.unix.EMFILE", "accept-one-left", "$listening; $caller; limit_descriptors(0); server.$method", RAISES(Errno::EMFILE, NULL)},
    {"accept-one-left", "accept.unix.EMFILE", ITSELF, "$listening; $caller; limit_descriptors(1); client, from = server.$method; $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
    /* After that failure the connection stays in the queue. */
    {"accept-one-closed", "accept.unix.EMFILE", ITSELF, "spare = Socket.new($domain, $type, 0); $listening; $caller; limit_descriptors(0); raised(Errno::EMFILE, server.$method); spare.close; client, from = server.$method; $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},

    /* A closed socket object raises IOError. */
    {"accept-closed", "$method.closed", "accept-waiting", "$listening; $caller; server.close; server.$method", RAISES(IOError, NULL)},
    {"accept-closed-unbound", "$method.closed", "accept-waiting", "server = Socket.new($domain, $type, 0); server.close; server.$method", RAISES(IOError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(accept, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", accept_methods)})

/* clang-format off */
static const struct sockspec_row accept_wait_rows[] = {
    /* Without O_NONBLOCK the call waits while the queue is empty, and returns the first caller. */
    {"accept-blocks", "$method.blocks", ITSELF, "$listening; clear_nonblocking(server); at = server.getsockname; call = start server.$method; blocked(call); caller = Tester.connected(at, $type); client, from = finish(call); $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
    {"accept-blocks-drained", "$method.blocks", ITSELF, "$listening; clear_nonblocking(server); at = server.getsockname; $caller; " ACCEPTED "; call = start server.$method; blocked(call); second = Tester.connected(at, $type); client, from = finish(call); $wrap; [client, from]", RETURNS("[$accepted, second.sockaddr]")},
    {"accept-blocks-then-hears", "$method.blocks", ITSELF, "$listening; clear_nonblocking(server); at = server.getsockname; call = start server.$method; blocked(call); caller = Tester.connected(at, $type); caller.send('here'); client, from = finish(call); client = $wrap; IO.select([client]); client.recv(20)", RETURNS("'here'")},
    /* These methods do not set O_NONBLOCK. */
    {"accept-leaves-blocking", "$method.blocks", ITSELF, "$listening; clear_nonblocking(server); $caller; " ACCEPTED "; nonblocking(server)", RETURNS("false")},
    /* A listener that has been shut down no longer listens. */
    {"accept-shut-down", "accept.unix.EINVAL", "accept-shut-down-half", "$listening; clear_nonblocking(server); server.shutdown(2); at_once(start server.$method)", RAISES(Errno::EINVAL, NULL)},
    {"accept-shut-down-half", "accept.unix.EINVAL", ITSELF, "$listening; clear_nonblocking(server); $caller; server.shutdown(1); client, from = at_once(start server.$method); $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
    /* A signal arrives before a connection does. (If a receive timeout is set, Linux does not
     * resume the call.) */
    {"accept-interrupted", "accept.unix.EINTR", "accept-not-interrupted", "$listening; clear_nonblocking(server); at = server.getsockname; server.setsockopt(SOL_SOCKET, SO_RCVTIMEO, hex('3c 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00')); call = start server.$method; blocked(call); interrupted(call); finish(call)", RAISES(Errno::EINTR, NULL)},
    {"accept-not-interrupted", "accept.unix.EINTR", ITSELF, "$listening; clear_nonblocking(server); at = server.getsockname; server.setsockopt(SOL_SOCKET, SO_RCVTIMEO, hex('3c 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00')); call = start server.$method; blocked(call); caller = Tester.connected(at, $type); client, from = finish(call); $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
    {"accept-interrupted-then", "accept.unix.EINTR", ITSELF, "$listening; clear_nonblocking(server); server.setsockopt(SOL_SOCKET, SO_RCVTIMEO, hex('3c 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00')); call = start server.$method; blocked(call); interrupted(call); raised(Errno::EINTR, finish(call)); $caller; client, from = server.$method; $wrap; [client, from]", RETURNS("[$accepted, caller.sockaddr]")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_wait, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("method", waiting_accept_methods)})

/* clang-format off */
static const struct sockspec_row accept_datagram_rows[] = {
    /* Datagram sockets have no connections and cannot accept any, whether new, bound or with a
     * peer. */
    {"accept-datagram-new", "accept.unix.EOPNOTSUPP", "accept-waiting", "socket = Socket.new($domain, $type, 0); at_once(start socket.$method)", RAISES(Errno::EOPNOTSUPP, NULL)},
    {"accept-datagram", "accept.unix.EOPNOTSUPP", "accept-waiting", "$bound; at_once(start socket.$method)", RAISES(Errno::EOPNOTSUPP, NULL)},
    {"accept-datagram-connected", "accept.unix.EOPNOTSUPP", "accept-waiting", "$bound; $peer; socket.connect(peer.sockaddr); at_once(start socket.$method)", RAISES(Errno::EOPNOTSUPP, NULL)},
    {"accept-datagram-nonblocking", "accept.unix.EOPNOTSUPP", "accept-nonblocking-waiting", "$bound; set_nonblocking(socket); at_once(start socket.$method)", RAISES(Errno::EOPNOTSUPP, NULL)},
    /* The socket remains usable after the failure. */
    {"accept-datagram-then", "accept.unix.EOPNOTSUPP", ITSELF, "$bound; $peer; raised(Errno::EOPNOTSUPP, at_once(start socket.$method)); peer.send('still'); IO.select([socket]); socket.recv(20)", RETURNS("'still'")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", datagram_families), AXIS("method", accept_methods)})

/* The callers of a listener that is bound to the wildcard address. $from is the address a caller
 * binds to, $known the address the listener sees. */
#define IPV4_CALLER(address)                                                                       \
    {                                                                                              \
        {"domain", "AF_INET"}, {"everywhere", "in4(0, '0.0.0.0')"}, {"calling", "AF_INET"},        \
            {"from", "in4(0, '" address "')"},                                                     \
            {"to", "server.getsockname[0, 4] + in4(0, '" address "')[4, 12]"}, {                   \
            "known", "in4(caller.port, '" address "')"                                             \
        }                                                                                          \
    }
#define IPV6_CALLER(address)                                                                       \
    {                                                                                              \
        {"domain", "AF_INET6"}, {"everywhere", "in6(0, '::')"}, {"calling", "AF_INET6"},           \
            {"from", "in6(0, '" address "')"},                                                     \
            {"to", "server.getsockname[0, 4] + in6(0, '" address "')[4, 24]"}, {                   \
            "known", "in6(caller.port, '" address "')"                                             \
        }                                                                                          \
    }
static const struct sockspec_variant ipv4_callers[] = {
    {"loopback", IPV4_CALLER("127.0.0.1")},
    {"loopback-2", IPV4_CALLER("127.0.0.2")},
    {"loopback-last", IPV4_CALLER("127.255.255.254")},
    {"device", IPV4_CALLER("192.0.2.1")},
    {"device-80", IPV4_CALLER("192.0.2.80")},
};
static const struct sockspec_variant ipv6_callers[] = {
    {"loopback", IPV6_CALLER("::1")},
    {"device", IPV6_CALLER("2001:db8:1::1")},
    {"mapped",
     {{"domain", "AF_INET6"},
      {"everywhere", "in6(0, '::')"},
      {"calling", "AF_INET"},
      {"from", "in4(0, '127.0.0.1')"},
      {"to", "in4(0, '127.0.0.1')[0, 2] + server.getsockname[2, 2] + in4(0, '127.0.0.1')[4, 12]"},
      {"known", "in6(caller.port, '::ffff:127.0.0.1')"}}},
};

#define CALL_IN                                                                                    \
    WILDCARD_SERVER "; caller = Tester.socket($calling, SOCK_STREAM); "                            \
                    "caller.bind($from); caller.connect($to)"

/* clang-format off */
static const struct sockspec_row accept_ipv4_rows[] = {
    /* The sockaddr has the address and the port of the caller, whichever of its addresses the
     * caller uses. */
    {"accept-ipv4", "accept.result.address-ipv4", ITSELF, CALL_IN "; client, from = server.$method; $wrap; from", RETURNS("$known")},
    /* The packed string has 16 bytes, as from pack_sockaddr_in. */
    {"accept-ipv4-length", "accept.result.address-ipv4", ITSELF, CALL_IN "; client, from = server.$method; $wrap; length(from)", RETURNS("16")},
    {"accept-ipv4-unpacked", "accept.result.address-ipv4", ITSELF, CALL_IN "; client, from = server.$method; $wrap; Socket.unpack_sockaddr_in(from)[0]", RETURNS("caller.port")},
    /* The sockaddr equals what getpeername returns for the accepted socket. */
    {"accept-ipv4-peer", "accept.result.address-ipv4", ITSELF, CALL_IN "; " ACCEPTED "; [client.getpeername, from]", RETURNS("[$known, $known]")},
};
static const struct sockspec_row accept_ipv6_rows[] = {
    {"accept-ipv6", "accept.result.address-ipv6", ITSELF, CALL_IN "; client, from = server.$method; $wrap; from", RETURNS("$known")},
    {"accept-ipv6-length", "accept.result.address-ipv6", ITSELF, CALL_IN "; client, from = server.$method; $wrap; length(from)", RETURNS("28")},
    {"accept-ipv6-unpacked", "accept.result.address-ipv6", ITSELF, CALL_IN "; client, from = server.$method; $wrap; Socket.unpack_sockaddr_in(from)[0]", RETURNS("caller.port")},
    {"accept-ipv6-peer", "accept.result.address-ipv6", ITSELF, CALL_IN "; " ACCEPTED "; [client.getpeername, from]", RETURNS("[$known, $known]")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_ipv4, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("caller", ipv4_callers), AXIS("method", accept_methods)})
SOCKSPEC_TABLE(accept_ipv6, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("caller", ipv6_callers), AXIS("method", accept_methods)})

/* AF_UNIX sockets with connections. */
static const struct sockspec_variant unix_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}, {"domain", "AF_UNIX"}}},
    {"seqpacket", {{"type", "SOCK_SEQPACKET"}, {"domain", "AF_UNIX"}}},
};

#define UNIX_SERVER                                                                                \
    "server = Socket.new(AF_UNIX, $type, 0); server.bind(un(path('server'))); server.listen(5); "  \
    "at = server.getsockname; caller = Tester.socket(AF_UNIX, $type)"
#define FROM_PATH(name) "caller.bind(un(" name ")); caller.connect(at)"
#define ANSWERED "; client, from = server.$method; $wrap; from"

/* A path that fills all of the 108 bytes of sun_path. */
#define LONGEST_PATH "path('x' * (108 + -1 * length(path(''))))"

/* clang-format off */
static const struct sockspec_row accept_unix_rows[] = {
    /* For a caller without a name, the sockaddr has only the family. */
    {"accept-unix-unnamed", "accept.result.address-unix-unnamed", ITSELF, UNIX_SERVER "; caller.connect(at)" ANSWERED, RETURNS("hex('01 00')")},
    {"accept-unix-unnamed-length", "accept.result.address-unix-unnamed", ITSELF, UNIX_SERVER "; caller.connect(at); client, from = server.$method; $wrap; length(from)", RETURNS("2")},
    /* For a caller bound to a path, the sockaddr has that path, as in the caller's own address. */
    {"accept-unix-path", "accept.result.address-unix", ITSELF, UNIX_SERVER "; name = path('caller'); " FROM_PATH("name") ANSWERED, RETURNS("hex('01 00') + name + '\\0'")},
    {"accept-unix-path-as-known", "accept.result.address-unix", ITSELF, UNIX_SERVER "; " FROM_PATH("path('caller')") ANSWERED, RETURNS("caller.sockaddr")},
    {"accept-unix-path-unpacked", "accept.result.address-unix", ITSELF, UNIX_SERVER "; name = path('caller'); " FROM_PATH("name") "; client, from = server.$method; $wrap; Socket.unpack_sockaddr_un(from)", RETURNS("name")},
    {"accept-unix-path-peer", "accept.result.address-unix", ITSELF, UNIX_SERVER "; name = path('caller'); " FROM_PATH("name") "; " ACCEPTED "; client.getpeername", RETURNS("from")},
    {"accept-unix-path-blanks", "accept.result.address-unix", ITSELF, UNIX_SERVER "; name = path(' a caller\\n\\xff\\x80'); " FROM_PATH("name") ANSWERED, RETURNS("hex('01 00') + name + '\\0'")},
    /* An abstract name is returned with exactly the bytes that it has. */
    {"accept-unix-abstract", "accept.result.address-unix", ITSELF, UNIX_SERVER "; name = path('caller'); caller.bind(hex('01 00 00') + name); caller.connect(at)" ANSWERED, RETURNS("hex('01 00 00') + name")},
    {"accept-unix-abstract-zeros", "accept.result.address-unix", ITSELF, UNIX_SERVER "; name = path('caller'); caller.bind(hex('01 00 00') + name + '\\0\\0b\\0'); caller.connect(at)" ANSWERED, RETURNS("hex('01 00 00') + name + '\\0\\0b\\0'")},
    {"accept-unix-abstract-chosen", "accept.result.address-unix", ITSELF, UNIX_SERVER "; caller.bind(hex('01 00')); caller.connect(at)" ANSWERED, RETURNS("caller.sockaddr")},
    /* The listener may have an abstract name, too. */
    {"accept-unix-by-abstract", "accept.result.address-unix", ITSELF, "server = Socket.new(AF_UNIX, $type, 0); server.bind(hex('01 00 00') + path('server')); server.listen(5); at = server.getsockname; caller = Tester.socket(AF_UNIX, $type); " FROM_PATH("path('caller')") ANSWERED, RETURNS("caller.sockaddr")},
    /* The longest names are returned whole. */
    {"accept-unix-longest-path", "$method.address.capacity", ITSELF, UNIX_SERVER "; name = " LONGEST_PATH "; " FROM_PATH("name") "; client, from = server.$method; $wrap; [length(name), from[0, 110]]", RETURNS("[108, hex('01 00') + name]")},
    {"accept-unix-longest-as-known", "$method.address.capacity", ITSELF, UNIX_SERVER "; " FROM_PATH(LONGEST_PATH) ANSWERED, RETURNS("caller.sockaddr")},
    {"accept-unix-longest-abstract", "$method.address.capacity", ITSELF, UNIX_SERVER "; name = path('x' * (107 + -1 * length(path('')))); caller.bind(hex('01 00 00') + name); caller.connect(at)" ANSWERED, RETURNS("hex('01 00 00') + name")},
    {"accept-unix-longest-terminated", "$method.address.capacity", ITSELF, UNIX_SERVER "; name = path('x' * (107 + -1 * length(path('')))); " FROM_PATH("name") ANSWERED, RETURNS("hex('01 00') + name + '\\0'")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_unix, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("type", unix_types), AXIS("method", accept_methods)})

/* clang-format off */
static const struct sockspec_row accept_seqpacket_rows[] = {
    /* Sockets of sequenced packets have connections and preserve message boundaries. */
    {"accept-seqpacket", "accept.seqpacket", ITSELF, "server = Socket.new(AF_UNIX, SOCK_SEQPACKET, 0); server.bind(un(path('a'))); server.listen(5); caller = Tester.connected(server.getsockname, SOCK_SEQPACKET); caller.send('one'); caller.send('two'); " ACCEPTED "; [client.recv(20), client.recv(20)]", RETURNS("['one', 'two']")},
    {"accept-seqpacket-type", "accept.seqpacket", ITSELF, "server = Socket.new(AF_UNIX, SOCK_SEQPACKET, 0); server.bind(un(path('a'))); server.listen(5); caller = Tester.connected(server.getsockname, SOCK_SEQPACKET); " ACCEPTED "; client.send('one', 0); client.send('two', 0); [caller.recv(20), caller.recv(20)]", RETURNS("['one', 'two']")},
    /* The methods accept no argument. */
    {"accept-argument-nil", "$method.arity", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.listen(5); server.$method(nil)", RAISES(ArgumentError, NULL)},
    {"accept-argument-integer", "$method.arity", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.listen(5); server.$method(1)", RAISES(ArgumentError, NULL)},
    {"accept-argument-text", "$method.arity", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.listen(5); server.$method('x')", RAISES(ArgumentError, NULL)},
    {"accept-arguments-two", "$method.arity", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.listen(5); server.$method(1, 2)", RAISES(ArgumentError, NULL)},
    /* The number of arguments is checked before the socket. */
    {"accept-argument-closed", "$method.arity", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.close; server.$method(1)", RAISES(ArgumentError, NULL)},
    {"accept-argument-then", "$method.arity", ITSELF, "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.bind(in4(0, '127.0.0.1')); server.listen(5); caller = Tester.connected(server.getsockname, SOCK_STREAM); raised(ArgumentError, server.$method(1)); client, from = server.$method; $wrap; from", RETURNS("caller.sockaddr")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_seqpacket, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("method", accept_methods)})

/* clang-format off */
static const struct sockspec_row accept_example_rows[] = {
    /* The document's example. */
    {"accept-example", "accept.example.server", ITSELF,
     "exclusively('port-2200')\n"
     "socket = Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "sockaddr = Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "socket.bind(sockaddr)\n"
     "socket.listen(5)\n"
     "accepting = start socket.accept\n"
     "other_socket = Elsewhere::Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "other_sockaddr = Elsewhere::Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "other_socket.connect(other_sockaddr)\n"
     "client, client_sockaddr = finish(accepting)\n"
     "other_socket.puts('Hello from script 2.')\n"
     "client_said = client.readline\n"
     "client.puts('Hello from script one!')\n"
     "socket.close\n"
     "server_said = other_socket.readline\n"
     "other_socket.close\n"
     "[client_said, server_said]", RETURNS("['Hello from script 2.\\n', 'Hello from script one!\\n']")},
    /* The document's example again, with the second script finished before the first one
     * accepts. */
    {"accept-example-late", "accept.example.server", ITSELF,
     "exclusively('port-2200')\n"
     "socket = Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "sockaddr = Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "socket.bind(sockaddr)\n"
     "socket.listen(5)\n"
     "other_socket = Elsewhere::Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "other_sockaddr = Elsewhere::Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "other_socket.connect(other_sockaddr)\n"
     "other_socket.puts('Hello from script 2.')\n"
     "reading = start other_socket.readline\n"
     "client, client_sockaddr = socket.accept\n"
     "client_said = client.readline\n"
     "client.puts('Hello from script one!')\n"
     "socket.close\n"
     "server_said = finish(reading)\n"
     "other_socket.close\n"
     "[client_said, client_sockaddr[0, 2], server_said]", RETURNS("['Hello from script 2.\\n', sockaddr[0, 2], 'Hello from script one!\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_example, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
#define LINK_LOCAL_SERVER "server = Socket.new(AF_INET6, SOCK_STREAM, 0); server.bind(" SOCKSPEC_LINK_LOCAL("0") "); server.listen(5); " SOCKSPEC_LINK_LOCAL_PEER("caller", "SOCK_STREAM") "caller.connect(server.getsockname); client, from = server.$method; client = $wrap; "

static const struct sockspec_row accept_link_local_rows[] = {
    /* The address of a link-local caller has the caller's scope. */
    {"accept-link-local", "accept.result.address-ipv6", ITSELF, LINK_LOCAL_SERVER "from", RETURNS(SOCKSPEC_LINK_LOCAL("caller.port"))},
    {"accept-link-local-text", "accept.result.address-ipv6", ITSELF, LINK_LOCAL_SERVER "Socket.unpack_sockaddr_in(from)", RETURNS("[caller.port, 'fe80::1%world0']")},
    {"accept-link-local-ends", "accept.result.socket", ITSELF, LINK_LOCAL_SERVER "[client.getpeername, client.getsockname]", RETURNS("[caller.sockaddr, caller.peer]")},
    /* The address can be used to call the caller back. */
    {"accept-link-local-called-back", "accept.result.address-ipv6", ITSELF, LINK_LOCAL_SERVER "caller.abort; back = Tester.socket(AF_INET6, SOCK_STREAM); back.bind(from); back.sockaddr", RETURNS("from")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_link_local, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("method", accept_methods)})

/* clang-format off */
static const struct sockspec_row accept_odd_name_rows[] = {
    /* The address has every byte of the caller's name, up to the last one. */
    {"accept-odd-name", "accept.result.address-unix", ITSELF, UNIX_SERVER "; caller.bind($address); caller.connect(at); client, from = server.$method; $wrap; from", RETURNS("$shown")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_odd_name, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix",
               .axes = {AXIS("name", odd_names), AXIS("type", unix_types),
                        AXIS("method", accept_methods)})
