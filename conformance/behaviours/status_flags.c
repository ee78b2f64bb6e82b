/* O_NONBLOCK: only the methods that are said to set it change it. */
#include "conformance/harness/rows/families.h"

/* clang-format off */
static const struct sockspec_variant modes[] = {
    {"blocking", {{"mode", "clear_nonblocking"}, {"flag", "false"}}},
    {"nonblocking", {{"mode", "set_nonblocking"}, {"flag", "true"}}},
};

/* The socket is connected to `peer`, and its flag is set or cleared. */
#define CONNECTED "$connected; $mode(socket); "
#define UNCONNECTED "socket = Socket.new($domain, $type, 0); $mode(socket); "
#define FLAG "nonblocking(socket)"

static const struct sockspec_row status_flag_rows[] = {
    /* The call succeeds. */
    {"flag-bind", "bind.leaves-nonblock", ITSELF, UNCONNECTED "socket.bind($any); " FLAG, RETURNS("$flag")},
    {"flag-listen", "listen.leaves-nonblock", ITSELF, "$server; $mode(server); server.listen(5); nonblocking(server)", RETURNS("$flag")},
    {"flag-connect", "connect.leaves-nonblock", ITSELF, "door = Tester.socket($domain, $type); door.bind($any); door.listen(5); " UNCONNECTED "socket.connect(door.sockaddr); " FLAG, RETURNS("$flag")},
    {"flag-accept", "accept.leaves-nonblock", ITSELF, "$listening; $caller; $mode(server); client, from = server.accept; nonblocking(server)", RETURNS("$flag")},
    {"flag-sysaccept", "sysaccept.leaves-nonblock", ITSELF, "$listening; $caller; $mode(server); fd, from = server.sysaccept; client = Socket.for_fd(fd); nonblocking(server)", RETURNS("$flag")},
    {"flag-send", "send.leaves-nonblock", ITSELF, CONNECTED "socket.send('x', 0); " FLAG, RETURNS("$flag")},
    {"flag-recv", "recv.leaves-nonblock", ITSELF, CONNECTED "peer.send('x'); IO.select([socket]); socket.recv(1); " FLAG, RETURNS("$flag")},
    {"flag-recvfrom", "recvfrom.leaves-nonblock", ITSELF, CONNECTED "peer.send('x'); IO.select([socket]); socket.recvfrom(1); " FLAG, RETURNS("$flag")},
    {"flag-close-read", "close_read.leaves-nonblock", ITSELF, CONNECTED "socket.close_read; " FLAG, RETURNS("$flag")},
    {"flag-close-write", "close_write.leaves-nonblock", ITSELF, CONNECTED "socket.close_write; " FLAG, RETURNS("$flag")},
    {"flag-shutdown", "shutdown.leaves-nonblock", ITSELF, CONNECTED "socket.shutdown(1); " FLAG, RETURNS("$flag")},
    {"flag-getpeername", "getpeername.leaves-nonblock", ITSELF, CONNECTED "socket.getpeername; " FLAG, RETURNS("$flag")},
    {"flag-getsockname", "getsockname.leaves-nonblock", ITSELF, CONNECTED "socket.getsockname; " FLAG, RETURNS("$flag")},
    {"flag-getsockopt", "getsockopt.leaves-nonblock", ITSELF, CONNECTED "socket.getsockopt(SOL_SOCKET, SO_TYPE); " FLAG, RETURNS("$flag")},
    {"flag-setsockopt", "setsockopt.leaves-nonblock", ITSELF, CONNECTED "socket.setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1); " FLAG, RETURNS("$flag")},
    {"flag-write", "write.leaves-nonblock", ITSELF, CONNECTED "socket.write('x'); " FLAG, RETURNS("$flag")},
    {"flag-puts", "puts.leaves-nonblock", ITSELF, CONNECTED "socket.puts('x'); " FLAG, RETURNS("$flag")},
    {"flag-read", "read.leaves-nonblock", ITSELF, CONNECTED "peer.send('x'); IO.select([socket]); socket.read(1); " FLAG, RETURNS("$flag")},
    {"flag-readline", "readline.leaves-nonblock", ITSELF, CONNECTED "peer.send('x\\n'); IO.select([socket]); socket.readline; " FLAG, RETURNS("$flag")},
    {"flag-select", "select.leaves-nonblock", ITSELF, CONNECTED "IO.select([socket], [socket], [socket]); " FLAG, RETURNS("$flag")},
    {"flag-for-fd", "for_fd.leaves-nonblock", ITSELF, CONNECTED "shadow = Socket.for_fd(socket.fileno); [nonblocking(shadow), " FLAG "]", RETURNS("[$flag, $flag]")},
    {"flag-for-fd-accepted", "for_fd.leaves-nonblock", ITSELF, "$listening; $caller; fd, from = server.sysaccept; client = Socket.for_fd(fd); $mode(client); again = Socket.for_fd(fd); nonblocking(again)", RETURNS("$flag")},

    /* The stream has ended. */
    {"flag-end-recv", "recv.leaves-nonblock", ITSELF, CONNECTED "peer.close; IO.select([socket]); socket.recv(1); " FLAG, RETURNS("$flag")},
    {"flag-end-recvfrom", "recvfrom.leaves-nonblock", ITSELF, CONNECTED "peer.close; IO.select([socket]); socket.recvfrom(1); " FLAG, RETURNS("$flag")},
    {"flag-end-read", "read.leaves-nonblock", ITSELF, CONNECTED "peer.close; IO.select([socket]); socket.read; " FLAG, RETURNS("$flag")},
    {"flag-end-readline", "readline.leaves-nonblock", ITSELF, CONNECTED "peer.close; IO.select([socket]); raised(EOFError, socket.readline); " FLAG, RETURNS("$flag")},

    /* The call fails. */
    {"flag-failed-bind", "bind.leaves-nonblock", ITSELF, "$server; $mode(server); raised(Errno::EINVAL, server.bind($other)); nonblocking(server)", RETURNS("$flag")},
    {"flag-failed-listen", "listen.leaves-nonblock", ITSELF, CONNECTED "raised(Errno::EINVAL, socket.listen(5)); " FLAG, RETURNS("$flag")},
    {"flag-failed-connect", "connect.leaves-nonblock", ITSELF, "door = Tester.socket($domain, $type); door.bind($any); " UNCONNECTED "raised(Errno::ECONNREFUSED, socket.connect(door.sockaddr)); " FLAG, RETURNS("$flag")},
    {"flag-failed-accept", "accept.leaves-nonblock", ITSELF, "$server; $mode(server); raised(Errno::EINVAL, server.accept); nonblocking(server)", RETURNS("$flag")},
    {"flag-failed-sysaccept", "sysaccept.leaves-nonblock", ITSELF, "$server; $mode(server); raised(Errno::EINVAL, server.sysaccept); nonblocking(server)", RETURNS("$flag")},
    {"flag-failed-send", "send.leaves-nonblock", ITSELF, UNCONNECTED "raised(SystemCallError, socket.send('x', 0)); " FLAG, RETURNS("$flag")},
    {"flag-failed-recv", "recv.leaves-nonblock", ITSELF, UNCONNECTED "raised(SystemCallError, socket.recv(1)); " FLAG, RETURNS("$flag")},
    {"flag-failed-recvfrom", "recvfrom.leaves-nonblock", ITSELF, UNCONNECTED "raised(SystemCallError, socket.recvfrom(1)); " FLAG, RETURNS("$flag")},
    {"flag-failed-shutdown", "shutdown.leaves-nonblock", ITSELF, CONNECTED "raised(ArgumentError, socket.shutdown(9)); " FLAG, RETURNS("$flag")},
    {"flag-failed-getpeername", "getpeername.leaves-nonblock", ITSELF, UNCONNECTED "raised(Errno::ENOTCONN, socket.getpeername); " FLAG, RETURNS("$flag")},
    {"flag-failed-getsockopt", "getsockopt.leaves-nonblock", ITSELF, UNCONNECTED "raised(SystemCallError, socket.getsockopt(SOL_SOCKET, 9999)); " FLAG, RETURNS("$flag")},
    {"flag-failed-setsockopt", "setsockopt.leaves-nonblock", ITSELF, UNCONNECTED "raised(SystemCallError, socket.setsockopt(SOL_SOCKET, 9999, 1)); " FLAG, RETURNS("$flag")},
    {"flag-failed-write", "write.leaves-nonblock", ITSELF, CONNECTED "socket.shutdown(1); raised(Errno::EPIPE, socket.write('x')); " FLAG, RETURNS("$flag")},
    {"flag-failed-puts", "puts.leaves-nonblock", ITSELF, CONNECTED "socket.shutdown(1); raised(Errno::EPIPE, socket.puts('x')); " FLAG, RETURNS("$flag")},

    /* A flag that is set stays set, also where the method need not set it. */
    {"flag-recv-nonblock", "recv_nonblock.leaves-nonblock-set", ITSELF, "$connected; set_nonblocking(socket); peer.send('x'); IO.select([socket]); [socket.recv_nonblock(1), nonblocking(socket)]", RETURNS("['x', true]")},
    {"flag-end-recv-nonblock", "recv_nonblock.leaves-nonblock-set", ITSELF, "$connected; set_nonblocking(socket); peer.close; IO.select([socket]); [socket.recv_nonblock(1), nonblocking(socket)]", RETURNS("['', true]")},
};
/* clang-format on */
SOCKSPEC_TABLE(status_flag, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families), AXIS("mode", modes)})

/* clang-format off */
/* The call waits first. */
static const struct sockspec_row status_flag_wait_rows[] = {
    {"flag-wait-accept", "accept.leaves-nonblock", ITSELF, "$listening; clear_nonblocking(server); at = server.getsockname; call = start server.accept; blocked(call); caller = Tester.connected(at, $type); client, from = finish(call); nonblocking(server)", RETURNS("false")},
    {"flag-wait-sysaccept", "sysaccept.leaves-nonblock", ITSELF, "$listening; clear_nonblocking(server); at = server.getsockname; call = start server.sysaccept; blocked(call); caller = Tester.connected(at, $type); fd, from = finish(call); client = Socket.for_fd(fd); nonblocking(server)", RETURNS("false")},
    {"flag-wait-recv", "recv.leaves-nonblock", ITSELF, "$connected; clear_nonblocking(socket); call = start socket.recv(1); blocked(call); peer.send('x'); finish(call); nonblocking(socket)", RETURNS("false")},
    {"flag-wait-recvfrom", "recvfrom.leaves-nonblock", ITSELF, "$connected; clear_nonblocking(socket); call = start socket.recvfrom(1); blocked(call); peer.send('x'); finish(call); nonblocking(socket)", RETURNS("false")},
    {"flag-wait-read", "read.leaves-nonblock", ITSELF, "$connected; clear_nonblocking(socket); call = start socket.read(1); blocked(call); peer.send('x'); finish(call); nonblocking(socket)", RETURNS("false")},
    {"flag-wait-readline", "readline.leaves-nonblock", ITSELF, "$connected; clear_nonblocking(socket); call = start socket.readline; blocked(call); peer.send('x\\n'); finish(call); nonblocking(socket)", RETURNS("false")},
    {"flag-wait-select", "select.leaves-nonblock", ITSELF, "$connected; clear_nonblocking(socket); call = start IO.select([socket]); blocked(call); peer.send('x'); finish(call); nonblocking(socket)", RETURNS("false")},
};
/* clang-format on */
SOCKSPEC_TABLE(status_flag_wait, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", stream_families)})

/* clang-format off */
/* Datagram sockets: `socket` is bound, and `peer` is connected to it. */
#define PEERS "$bound; $peer; $mode(socket); "

static const struct sockspec_row status_flag_datagram_rows[] = {
    {"flag-datagram-bind", "bind.leaves-nonblock", ITSELF, UNCONNECTED "socket.bind($any); " FLAG, RETURNS("$flag")},
    {"flag-datagram-connect", "connect.leaves-nonblock", ITSELF, PEERS "socket.connect(peer.sockaddr); " FLAG, RETURNS("$flag")},
    {"flag-datagram-send", "send.leaves-nonblock", ITSELF, PEERS "socket.send('x', 0, peer.sockaddr); " FLAG, RETURNS("$flag")},
    {"flag-datagram-recv", "recv.leaves-nonblock", ITSELF, PEERS "peer.send('x'); IO.select([socket]); socket.recv(1); " FLAG, RETURNS("$flag")},
    {"flag-datagram-recvfrom", "recvfrom.leaves-nonblock", ITSELF, PEERS "peer.send('x'); IO.select([socket]); socket.recvfrom(1); " FLAG, RETURNS("$flag")},
    {"flag-datagram-getsockname", "getsockname.leaves-nonblock", ITSELF, PEERS "socket.getsockname; " FLAG, RETURNS("$flag")},
    {"flag-datagram-failed-listen", "listen.leaves-nonblock", ITSELF, PEERS "raised(Errno::EOPNOTSUPP, socket.listen(5)); " FLAG, RETURNS("$flag")},
    {"flag-datagram-failed-accept", "accept.leaves-nonblock", ITSELF, PEERS "raised(Errno::EOPNOTSUPP, socket.accept); " FLAG, RETURNS("$flag")},
    {"flag-datagram-failed-send", "send.leaves-nonblock", ITSELF, PEERS "raised(SystemCallError, socket.send('x', 0)); " FLAG, RETURNS("$flag")},
    {"flag-datagram-recv-nonblock", "recv_nonblock.leaves-nonblock-set", ITSELF, "$bound; $peer; set_nonblocking(socket); peer.send('x'); IO.select([socket]); [socket.recv_nonblock(1), nonblocking(socket)]", RETURNS("['x', true]")},
};
/* clang-format on */
SOCKSPEC_TABLE(status_flag_datagram, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("family", datagram_families), AXIS("mode", modes)})

/* clang-format off */
/* Failures that no kernel gives on demand. */
static const struct sockspec_row status_flag_fault_rows[] = {
    {"flag-injected-getsockname", "getsockname.leaves-nonblock", ITSELF, CONNECTED "fault('getsockname', 'ENOBUFS'); raised(Errno::ENOBUFS, socket.getsockname); " FLAG, RETURNS("$flag")},
    {"flag-injected-getpeername", "getpeername.leaves-nonblock", ITSELF, CONNECTED "fault('getpeername', 'ENOBUFS'); raised(Errno::ENOBUFS, socket.getpeername); " FLAG, RETURNS("$flag")},
    {"flag-injected-shutdown", "shutdown.leaves-nonblock", ITSELF, CONNECTED "fault('shutdown', 'ENOBUFS'); raised(Errno::ENOBUFS, socket.shutdown(1)); " FLAG, RETURNS("$flag")},
    {"flag-injected-read", "read.leaves-nonblock", ITSELF, CONNECTED "peer.send('x'); fault('receive', 'EIO'); raised(Errno::EIO, socket.read(1)); " FLAG, RETURNS("$flag")},
    {"flag-injected-readline", "readline.leaves-nonblock", ITSELF, CONNECTED "peer.send('x\\n'); fault('receive', 'EIO'); raised(Errno::EIO, socket.readline); " FLAG, RETURNS("$flag")},
};
/* clang-format on */
SOCKSPEC_TABLE(status_flag_fault, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_WORLD,
               .axes = {AXIS("family", stream_families), AXIS("mode", modes)})
