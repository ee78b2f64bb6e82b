/* socket.sysaccept => [descriptor, sockaddr]: what it does in addition to accept. (The rows of
 * accept.c run for both methods.) */
#include "conformance/harness/rows/families.h"

#define ACCEPTED "fd, from = server.sysaccept"
#define SHADOW "shadow = Socket.for_fd(server.fileno)"

/* clang-format off */
static const struct sockspec_row sysaccept_rows[] = {
    /* The call returns a descriptor number and the address. */
    {"sysaccept-waiting", "sysaccept.result.descriptor", ITSELF, "$listening; $caller; " ACCEPTED "; client = Socket.for_fd(fd); [fd, from]", RETURNS("[Integer, caller.sockaddr]")},
    {"sysaccept-fileno", "sysaccept.result.descriptor", ITSELF, "$listening; $caller; " ACCEPTED "; client = Socket.for_fd(fd); client.fileno", RETURNS("fd")},
    {"sysaccept-two", "sysaccept.result.descriptor", ITSELF, "$listening; at = server.getsockname; $caller; " ACCEPTED "; client = Socket.for_fd(fd); second = Tester.connected(at, $type); other, from = server.sysaccept; client = Socket.for_fd(other); second.send('2'); IO.select([client]); [client.fileno, from, client.recv(5)]", RETURNS("[other, second.sockaddr, '2']")},
    /* No object owns the descriptor. It stays open until it is closed explicitly. */
    {"sysaccept-unowned", "sysaccept.result.descriptor", ITSELF, "$listening; $caller; " ACCEPTED "; server.close; client = Socket.for_fd(fd); client.send('open', 0); caller.recv(20)", RETURNS("'open'")},
    {"sysaccept-closed-once", "sysaccept.result.descriptor", ITSELF, "$listening; $caller; " ACCEPTED "; client = Socket.for_fd(fd); client.close; caller.recv(20)", RETURNS("''")},

    {"sysaccept-address", "sysaccept.result.address", ITSELF, "$listening; $caller; " ACCEPTED "; client = Socket.for_fd(fd); from", RETURNS("caller.sockaddr")},
    {"sysaccept-address-peer", "sysaccept.result.address", ITSELF, "$listening; $caller; " ACCEPTED "; client = Socket.for_fd(fd); client.getpeername", RETURNS("from")},

    /* for_fd makes a socket of the descriptor. */
    {"sysaccept-for-fd", "sysaccept.for_fd", ITSELF, "$listening; $caller; " ACCEPTED "; Socket.for_fd(fd)", RETURNS("Socket")},
    {"sysaccept-for-fd-hears", "sysaccept.for_fd", ITSELF, "$listening; $caller; " ACCEPTED "; client = Socket.for_fd(fd); caller.send('to you'); IO.select([client]); client.recv(20)", RETURNS("'to you'")},
    {"sysaccept-for-fd-speaks", "sysaccept.for_fd", ITSELF, "$listening; $caller; " ACCEPTED "; client = Socket.for_fd(fd); client.send('to you', 0); caller.recv(20)", RETURNS("'to you'")},
    {"sysaccept-for-fd-addresses", "sysaccept.for_fd", ITSELF, "$listening; $caller; " ACCEPTED "; client = Socket.for_fd(fd); [client.getsockname, client.getpeername]", RETURNS("[caller.peer, from]")},

    /* The call waits as accept does, and does not wait with O_NONBLOCK set. */
    {"sysaccept-blocks", "sysaccept.blocks", ITSELF, "$listening; clear_nonblocking(server); at = server.getsockname; call = start server.sysaccept; blocked(call); caller = Tester.connected(at, $type); fd, from = finish(call); client = Socket.for_fd(fd); [fd, from]", RETURNS("[Integer, caller.sockaddr]")},
    {"sysaccept-leaves-blocking", "sysaccept.blocks", ITSELF, "$listening; clear_nonblocking(server); $caller; " ACCEPTED "; client = Socket.for_fd(fd); nonblocking(server)", RETURNS("false")},
    {"sysaccept-leaves-nonblocking", "sysaccept.blocks", ITSELF, "$listening; set_nonblocking(server); $caller; " ACCEPTED "; client = Socket.for_fd(fd); nonblocking(server)", RETURNS("true")},
    {"sysaccept-again", "sysaccept.exceptions", "sysaccept-set-waiting", "$listening; set_nonblocking(server); at_once(start server.sysaccept)", RAISES(Errno::EAGAIN, NULL)},
    {"sysaccept-set-waiting", "sysaccept.exceptions", ITSELF, "$listening; set_nonblocking(server); $caller; fd, from = at_once(start server.sysaccept); client = Socket.for_fd(fd); from", RETURNS("caller.sockaddr")},

    /* The call raises the errors of accept. A failure leaves no descriptor open (the suite
     * counts them) and the listener as it was. */
    {"sysaccept-not-listening", "sysaccept.exceptions", "sysaccept-waiting", "$server; at_once(start server.sysaccept)", RAISES(Errno::EINVAL, NULL)},
    {"sysaccept-too-many-open", "sysaccept.exceptions", "sysaccept-one-left", "$listening; $caller; limit_descriptors(0); server.sysaccept", RAISES(Errno::EMFILE, NULL)},
    {"sysaccept-one-left", "sysaccept.exceptions", ITSELF, "$listening; $caller; limit_descriptors(1); " ACCEPTED "; client = Socket.for_fd(fd); from", RETURNS("caller.sockaddr")},
    {"sysaccept-bad-descriptor", "sysaccept.exceptions", "sysaccept-shadow-open", "$listening; $caller; " SHADOW "; shadow.close; server.sysaccept", RAISES(Errno::EBADF, NULL)},
    {"sysaccept-shadow-open", "sysaccept.exceptions", ITSELF, "$listening; $caller; " SHADOW "; " ACCEPTED "; client = Socket.for_fd(fd); from", RETURNS("caller.sockaddr")},
    {"sysaccept-no-socket", "sysaccept.exceptions", "sysaccept-waiting", "$listening; $caller; replace_descriptor(server); server.sysaccept", RAISES(Errno::ENOTSOCK, NULL)},
    {"sysaccept-one-after-another", "sysaccept.exceptions", ITSELF, "$server; raised(Errno::EINVAL, server.sysaccept); server.listen(5); spare = Socket.new($domain, $type, 0); $caller; limit_descriptors(0); raised(Errno::EMFILE, server.sysaccept); spare.close; " ACCEPTED "; client = Socket.for_fd(fd); from", RETURNS("caller.sockaddr")},

    {"sysaccept-closed", "sysaccept.closed", "sysaccept-waiting", "$listening; $caller; server.close; server.sysaccept", RAISES(IOError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(sysaccept, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
static const struct sockspec_row sysaccept_example_rows[] = {
    /* The document's example: the other script connects while this one waits. */
    {"sysaccept-example", "sysaccept.example.server", ITSELF,
     "exclusively('port-2200')\n"
     "socket = Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "sockaddr = Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "socket.bind(sockaddr)\n"
     "socket.listen(5)\n"
     "accepting = start socket.sysaccept\n"
     "other_socket = Elsewhere::Socket.new(AF_INET, SOCK_STREAM, 0)\n"
     "other_sockaddr = Elsewhere::Socket.pack_sockaddr_in(2200, 'localhost')\n"
     "other_socket.connect(other_sockaddr)\n"
     "client_fd, client_sockaddr = finish(accepting)\n"
     "client_socket = Socket.for_fd(client_fd)\n"
     "other_socket.puts('Hello from script 2.')\n"
     "client_said = client_socket.readline\n"
     "client_socket.puts('Hello from script one!')\n"
     "socket.close\n"
     "server_said = other_socket.readline\n"
     "other_socket.close\n"
     "[client_said, server_said]", RETURNS("['Hello from script 2.\\n', 'Hello from script one!\\n']")},
    /* The document's example, when the other script has finished before this one accepts. */
    {"sysaccept-example-late", "sysaccept.example.server", ITSELF,
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
     "client_fd, client_sockaddr = socket.sysaccept\n"
     "client_socket = Socket.for_fd(client_fd)\n"
     "client_said = client_socket.readline\n"
     "client_socket.puts('Hello from script one!')\n"
     "socket.close\n"
     "server_said = finish(reading)\n"
     "other_socket.close\n"
     "[client_said, client_sockaddr[0, 2], server_said]", RETURNS("['Hello from script 2.\\n', sockaddr[0, 2], 'Hello from script one!\\n']")},
};
/* clang-format on */
SOCKSPEC_TABLE(sysaccept_example, .provoked = SOCKSPEC_KERNEL)
