/* socket.accept_nonblock => [socket, sockaddr]: what it does in addition to accept. (The rows of
 * accept.c run for both methods.) */
#include "conformance/harness/rows/families.h"

#define ACCEPTED "client, from = server.accept_nonblock"
#define SHADOW "shadow = Socket.for_fd(server.fileno)"

/* The blocking mode of the descriptor before the call. */
#define BLOCKING "clear_nonblocking(server); before = nonblocking(server)"

/* clang-format off */
static const struct sockspec_row accept_nonblock_rows[] = {
    /* The call returns the same result as accept. */
    {"accept-nonblock-waiting", "accept_nonblock.result", ITSELF, "$listening; clear_nonblocking(server); $caller; client, from = at_once(start server.accept_nonblock); [client, from]", RETURNS("[Socket, caller.sockaddr]")},
    {"accept-nonblock-talks", "accept_nonblock.result", ITSELF, "$listening; $caller; " ACCEPTED "; caller.send('to you'); client.send('and back', 0); IO.select([client]); [client.recv(20), caller.recv(20)]", RETURNS("['to you', 'and back']")},
    {"accept-nonblock-peer", "accept_nonblock.result", ITSELF, "$listening; $caller; " ACCEPTED "; [client.getpeername, client.getsockname]", RETURNS("[from, caller.peer]")},
    {"accept-nonblock-closed-client", "accept_nonblock.result", ITSELF, "$listening; at = server.getsockname; $caller; " ACCEPTED "; client.close; second = Tester.connected(at, $type); " ACCEPTED "; [client, from]", RETURNS("[Socket, second.sockaddr]")},
    {"accept-nonblock-selected", "accept_nonblock.result", ITSELF, "$listening; $caller; ready = IO.select([server]); " ACCEPTED "; [ready, from]", RETURNS("[[[server], [], []], caller.sockaddr]")},

    /* The call sets O_NONBLOCK, whether it then succeeds or fails. */
    {"accept-nonblock-sets", "accept_nonblock.sets-nonblock", ITSELF, "$listening; " BLOCKING "; $caller; " ACCEPTED "; [before, nonblocking(server)]", RETURNS("[false, true]")},
    {"accept-nonblock-sets-again", "accept_nonblock.sets-nonblock", ITSELF, "$listening; " BLOCKING "; raised(Errno::EAGAIN, at_once(start server.accept_nonblock)); [before, nonblocking(server)]", RETURNS("[false, true]")},
    {"accept-nonblock-sets-invalid", "accept_nonblock.sets-nonblock", ITSELF, "$server; " BLOCKING "; raised(Errno::EINVAL, at_once(start server.accept_nonblock)); [before, nonblocking(server)]", RETURNS("[false, true]")},
    {"accept-nonblock-sets-full", "accept_nonblock.sets-nonblock", ITSELF, "$listening; " BLOCKING "; $caller; limit_descriptors(0); raised(Errno::EMFILE, server.accept_nonblock); [before, nonblocking(server)]", RETURNS("[false, true]")},
    /* The call sets O_NONBLOCK each time. */
    {"accept-nonblock-sets-twice", "accept_nonblock.sets-nonblock", ITSELF, "$listening; raised(Errno::EAGAIN, at_once(start server.accept_nonblock)); " BLOCKING "; raised(Errno::EAGAIN, at_once(start server.accept_nonblock)); [before, nonblocking(server)]", RETURNS("[false, true]")},
    {"accept-nonblock-set-already", "accept_nonblock.sets-nonblock", ITSELF, "$listening; set_nonblocking(server); $caller; " ACCEPTED "; nonblocking(server)", RETURNS("true")},
    /* The flag is set on the descriptor, not only in the object. */
    {"accept-nonblock-sets-shadow", "accept_nonblock.sets-nonblock", ITSELF, "$listening; " BLOCKING "; " SHADOW "; $caller; " ACCEPTED "; [before, nonblocking(shadow)]", RETURNS("[false, true]")},
    /* A later call of accept therefore does not wait. */
    {"accept-nonblock-then-accept", "accept_nonblock.sets-nonblock", "accept-nonblock-then-accept-waiting", "$listening; clear_nonblocking(server); $caller; " ACCEPTED "; at_once(start server.accept)", RAISES(Errno::EAGAIN, NULL)},
    {"accept-nonblock-then-accept-waiting", "accept_nonblock.sets-nonblock", ITSELF, "$listening; at = server.getsockname; clear_nonblocking(server); $caller; " ACCEPTED "; second = Tester.connected(at, $type); client, from = at_once(start server.accept); from", RETURNS("second.sockaddr")},
    /* A call with a wrong number of arguments does not set O_NONBLOCK. */
    {"accept-nonblock-sets-not", "accept_nonblock.arity", ITSELF, "$listening; " BLOCKING "; raised(ArgumentError, server.accept_nonblock(1)); [before, nonblocking(server)]", RETURNS("[false, false]")},

    /* The call does not wait while the queue is empty. */
    {"accept-nonblock-again", "accept_nonblock.EAGAIN", "accept-nonblock-waiting", "$listening; clear_nonblocking(server); at_once(start server.accept_nonblock)", RAISES(Errno::EAGAIN, NULL)},
    {"accept-nonblock-again-drained", "accept_nonblock.EAGAIN", "accept-nonblock-waiting", "$listening; $caller; " ACCEPTED "; clear_nonblocking(server); at_once(start server.accept_nonblock)", RAISES(Errno::EAGAIN, NULL)},
    {"accept-nonblock-again-twice", "accept_nonblock.EAGAIN", "accept-nonblock-waiting", "$listening; raised(Errno::EAGAIN, at_once(start server.accept_nonblock)); at_once(start server.accept_nonblock)", RAISES(Errno::EAGAIN, NULL)},
    {"accept-nonblock-again-selected", "accept_nonblock.EAGAIN", ITSELF, "$listening; at = server.getsockname; raised(Errno::EAGAIN, at_once(start server.accept_nonblock)); waiting = start IO.select([server]); blocked(waiting); caller = Tester.connected(at, $type); finish(waiting); " ACCEPTED "; from", RETURNS("caller.sockaddr")},
    {"accept-nonblock-retrying", "accept_nonblock.EAGAIN", ITSELF, "$listening; client, from = retrying(Errno::EAGAIN, at_once(start server.accept_nonblock), (caller = Tester.connected(server.getsockname, $type); IO.select([server]))); from", RETURNS("caller.sockaddr")},

    /* The message names the system call if the queue is empty. (accept.c tests the messages of
     * other errors.) */
    {"accept-nonblock-again-message", "accept_nonblock.error.message", "accept-nonblock-waiting", "$listening; clear_nonblocking(server); at_once(start server.accept_nonblock)", RAISES(Errno::EAGAIN, "accept(2)")},

    /* The call raises the errors of accept, also on a descriptor that was in blocking mode. */
    {"accept-nonblock-unbound", "accept_nonblock.exceptions", "accept-nonblock-waiting", "server = Socket.new($domain, $type, 0); clear_nonblocking(server); at_once(start server.accept_nonblock)", RAISES(Errno::EINVAL, NULL)},
    {"accept-nonblock-not-listening", "accept_nonblock.exceptions", "accept-nonblock-waiting", "$server; clear_nonblocking(server); at_once(start server.accept_nonblock)", RAISES(Errno::EINVAL, NULL)},
    {"accept-nonblock-connected", "accept_nonblock.exceptions", "accept-nonblock-waiting", "$connected; clear_nonblocking(socket); at_once(start socket.accept_nonblock)", RAISES(Errno::EINVAL, NULL)},
    {"accept-nonblock-too-many-open", "accept_nonblock.exceptions", "accept-nonblock-one-left", "$listening; clear_nonblocking(server); $caller; limit_descriptors(0); server.accept_nonblock", RAISES(Errno::EMFILE, NULL)},
    {"accept-nonblock-one-left", "accept_nonblock.exceptions", ITSELF, "$listening; clear_nonblocking(server); $caller; limit_descriptors(1); " ACCEPTED "; from", RETURNS("caller.sockaddr")},
    {"accept-nonblock-bad-descriptor", "accept_nonblock.exceptions", "accept-nonblock-shadow-open", "$listening; clear_nonblocking(server); $caller; " SHADOW "; shadow.close; server.accept_nonblock", RAISES(Errno::EBADF, NULL)},
    {"accept-nonblock-shadow-open", "accept_nonblock.exceptions", ITSELF, "$listening; clear_nonblocking(server); $caller; " SHADOW "; " ACCEPTED "; from", RETURNS("caller.sockaddr")},
    {"accept-nonblock-no-socket", "accept_nonblock.exceptions", "accept-nonblock-waiting", "$listening; clear_nonblocking(server); $caller; replace_descriptor(server); server.accept_nonblock", RAISES(Errno::ENOTSOCK, NULL)},
    /* After each of these errors the call works once the cause is gone. */
    {"accept-nonblock-one-after-another", "accept_nonblock.exceptions", ITSELF, "$server; raised(Errno::EINVAL, server.accept_nonblock); server.listen(5); raised(Errno::EAGAIN, at_once(start server.accept_nonblock)); spare = Socket.new($domain, $type, 0); $caller; limit_descriptors(0); raised(Errno::EMFILE, server.accept_nonblock); spare.close; " ACCEPTED "; from", RETURNS("caller.sockaddr")},

    /* The new socket also has O_NONBLOCK set. */
    {"accept-nonblock-client-flag", "accept_nonblock.accepted-nonblock", ITSELF, "$listening; clear_nonblocking(server); $caller; " ACCEPTED "; nonblocking(client)", RETURNS("true")},
    {"accept-nonblock-client-flag-set", "accept_nonblock.accepted-nonblock", ITSELF, "$listening; set_nonblocking(server); $caller; " ACCEPTED "; nonblocking(client)", RETURNS("true")},
    /* recvfrom on the new socket, with nothing to read, therefore behaves as the page says for
     * O_NONBLOCK. */
    {"accept-nonblock-client-again", "recvfrom.unix.EAGAIN", "accept-nonblock-client-hears", "$listening; $caller; " ACCEPTED "; at_once(start client.recvfrom(20))", RAISES(Errno::EAGAIN, NULL)},
    {"accept-nonblock-client-hears", "accept_nonblock.accepted-nonblock", ITSELF, "$listening; $caller; " ACCEPTED "; caller.send('here'); IO.select([client]); client.recvfrom(20)[0]", RETURNS("'here'")},

    /* A closed socket raises IOError. */
    {"accept-nonblock-closed", "accept_nonblock.closed", "accept-nonblock-waiting", "$listening; clear_nonblocking(server); $caller; server.close; server.accept_nonblock", RAISES(IOError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_nonblock, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row accept_nonblock_datagram_rows[] = {
    /* On a datagram socket in blocking mode, the call fails and still sets O_NONBLOCK. */
    {"accept-nonblock-datagram", "accept_nonblock.exceptions", "accept-nonblock-waiting", "$bound; clear_nonblocking(socket); at_once(start socket.accept_nonblock)", RAISES(Errno::EOPNOTSUPP, NULL)},
    {"accept-nonblock-sets-datagram", "accept_nonblock.sets-nonblock", ITSELF, "$bound; clear_nonblocking(socket); before = nonblocking(socket); raised(Errno::EOPNOTSUPP, at_once(start socket.accept_nonblock)); [before, nonblocking(socket)]", RETURNS("[false, true]")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_nonblock_datagram, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("family", datagram_families)})

/* The families whose listeners can be shut down permanently. */
static const struct sockspec_variant shut_down_ip[] = {
    {"in4",
     {{"domain", "AF_INET"},
      {"type", "SOCK_STREAM"},
      {"any", "in4(0, '127.0.0.1')"},
      SOCKSPEC_STREAM_WORDS}},
    {"in6",
     {{"domain", "AF_INET6"},
      {"type", "SOCK_STREAM"},
      {"any", "in6(0, '::1')"},
      SOCKSPEC_STREAM_WORDS}},
};
static const struct sockspec_variant shut_down_unix[] = {
    {"unix",
     {{"domain", "AF_UNIX"},
      {"type", "SOCK_STREAM"},
      {"any", "un(path('a'))"},
      SOCKSPEC_STREAM_WORDS}},
    {"seqpacket",
     {{"domain", "AF_UNIX"},
      {"type", "SOCK_SEQPACKET"},
      {"any", "un(path('a'))"},
      SOCKSPEC_STREAM_WORDS}},
};

/* clang-format off */
static const struct sockspec_row accept_nonblock_shut_down_rows[] = {
    /* A socket that was shut down no longer accepts connections. */
    {"accept-nonblock-shut-down", "accept_nonblock.exceptions", "accept-nonblock-waiting", "$listening; clear_nonblocking(server); server.shutdown(2); at_once(start server.accept_nonblock)", RAISES(Errno::EINVAL, NULL)},
};
static const struct sockspec_row accept_nonblock_shut_down_linux_rows[] = {
    /* For AF_UNIX, Linux checks the empty queue first. (Without O_NONBLOCK the error is EINVAL
     * for AF_UNIX as well.) */
    {"accept-nonblock-shut-down-linux", "accept_nonblock.exceptions", "accept-nonblock-waiting", "$listening; clear_nonblocking(server); server.shutdown(2); at_once(start server.accept_nonblock)", RAISES(Errno::EAGAIN, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_nonblock_shut_down, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("family", shut_down_ip)})
SOCKSPEC_TABLE(accept_nonblock_shut_down_linux, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .platform = "Linux",
               .axes = {AXIS("family", shut_down_unix)})

#define EXAMPLE_SERVER                                                                             \
    "exclusively('port-2200')\n"                                                                   \
    "socket = Socket.new(AF_INET, SOCK_STREAM, 0)\n"                                               \
    "sockaddr = Socket.sockaddr_in(2200, 'localhost')\n"                                           \
    "socket.bind(sockaddr)\n"                                                                      \
    "socket.listen(5)\n"
#define EXAMPLE_CALLER                                                                             \
    "other_socket = Elsewhere::Socket.new(AF_INET, SOCK_STREAM, 0); "                              \
    "other_sockaddr = Elsewhere::Socket.sockaddr_in(2200, 'localhost'); "                          \
    "other_socket.connect(other_sockaddr); "                                                       \
    "other_socket.puts('Hello from script 2.')"
#define EXAMPLE_RESCUED "[Errno::EAGAIN, Errno::ECONNABORTED, Errno::EPROTO, Errno::EINTR]"
#define EXAMPLE_TALK                                                                               \
    "client_said = client_socket.readline\n"                                                       \
    "client_socket.puts('Hello from script one!')\n"                                               \
    "socket.close\n"                                                                               \
    "server_said = other_socket.readline\n"                                                        \
    "other_socket.close\n"                                                                         \
    "[client_said, server_said]"

/* clang-format off */
static const struct sockspec_row accept_nonblock_example_rows[] = {
    /* The document's example: the other script runs while this one waits in select. */
    {"accept-nonblock-example", "accept_nonblock.example.server", ITSELF, EXAMPLE_SERVER
     "client_socket, client_sockaddr = retrying(" EXAMPLE_RESCUED ", socket.accept_nonblock, (waiting = start IO.select([socket]); " EXAMPLE_CALLER "; finish(waiting)))\n"
     EXAMPLE_TALK, RETURNS("['Hello from script 2.\\n', 'Hello from script one!\\n']")},
    /* The document's example, when the other script has connected before: nothing is rescued. */
    {"accept-nonblock-example-late", "accept_nonblock.example.server", ITSELF, EXAMPLE_SERVER EXAMPLE_CALLER "\n"
     "client_socket, client_sockaddr = retrying(" EXAMPLE_RESCUED ", socket.accept_nonblock, IO.select([socket]))\n"
     EXAMPLE_TALK, RETURNS("['Hello from script 2.\\n', 'Hello from script one!\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_nonblock_example, .provoked = SOCKSPEC_KERNEL)

/* The errors that the example rescues. */
static const struct sockspec_variant rescued_errors[] = {
    {"EAGAIN", {{"errno", "EAGAIN"}}},
    {"ECONNABORTED", {{"errno", "ECONNABORTED"}}},
    {"EPROTO", {{"errno", "EPROTO"}}},
    {"EINTR", {{"errno", "EINTR"}}},
};

/* clang-format off */
static const struct sockspec_row accept_nonblock_injected_example_rows[] = {
    /* The document's example, when the call first fails with each of these errors and nobody has
     * connected. */
    {"accept-nonblock-injected-example", "accept_nonblock.example.server", ITSELF, EXAMPLE_SERVER
     "fault('accept', '$errno')\n"
     "client_socket, client_sockaddr = retrying(" EXAMPLE_RESCUED ", socket.accept_nonblock, (waiting = start IO.select([socket]); " EXAMPLE_CALLER "; finish(waiting)))\n"
     EXAMPLE_TALK, RETURNS("['Hello from script 2.\\n', 'Hello from script one!\\n']")},
    /* The document's example, when the call first fails with each of these errors and somebody
     * has connected. */
    {"accept-nonblock-injected-example-late", "accept_nonblock.example.server", ITSELF, EXAMPLE_SERVER EXAMPLE_CALLER "\n"
     "fault('accept', '$errno')\n"
     "client_socket, client_sockaddr = retrying(" EXAMPLE_RESCUED ", socket.accept_nonblock, IO.select([socket]))\n"
     EXAMPLE_TALK, RETURNS("['Hello from script 2.\\n', 'Hello from script one!\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(accept_nonblock_injected_example, .provoked = SOCKSPEC_INJECTED,
               .axes = {AXIS("errno", rescued_errors)})
