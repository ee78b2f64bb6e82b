/*
 * The axes that most tables use: address families, and the variants of a method.
 *
 * Words of a family: $family is its name; $domain and $type are socket(2)'s arguments; $any is a
 * fresh address to bind to; $server is a bound socket `server`; $listening is $server, listening;
 * $caller is the tester's socket `caller`, connected to it; $connected is the implementation's
 * `socket`, connected to the tester's `peer`; $other is a second fresh address. Datagram families
 * also have $bound (a bound `socket`) and $peer (the tester's `peer`, connected to that socket, and
 * bound so that its address is known).
 */
#ifndef SOCKSPEC_FAMILIES_H
#define SOCKSPEC_FAMILIES_H

#include "conformance/harness/rows/row.h"

#define SOCKSPEC_SHARED __attribute__((unused)) static const

#define SOCKSPEC_STREAM_WORDS                                                                      \
    {"server", "server = Socket.new($domain, $type, 0); server.bind($any)"},                       \
        {"listening", "$server; server.listen(5)"},                                                \
        {"caller", "caller = Tester.socket($domain, $type); caller.connect(server.getsockname)"},  \
    {                                                                                              \
        "connected", "door = Tester.socket($domain, $type); door.bind($any); door.listen(5); "     \
                     "socket = Socket.new($domain, $type, 0); socket.connect(door.sockaddr); "     \
                     "peer = door.accept"                                                          \
    }

/* Connection-oriented sockets. */
SOCKSPEC_SHARED struct sockspec_variant stream_families[] = {
    {"in4",
     {{"family", "in4"},
      {"domain", "AF_INET"},
      {"type", "SOCK_STREAM"},
      {"any", "in4(0, '127.0.0.1')"},
      {"other", "in4(0, '127.0.0.2')"},
      SOCKSPEC_STREAM_WORDS}},
    {"in6",
     {{"family", "in6"},
      {"domain", "AF_INET6"},
      {"type", "SOCK_STREAM"},
      {"any", "in6(0, '::1')"},
      {"other", "in6(0, '::1')"},
      SOCKSPEC_STREAM_WORDS}},
    {"unix",
     {{"family", "unix"},
      {"domain", "AF_UNIX"},
      {"type", "SOCK_STREAM"},
      {"any", "un(path('a'))"},
      {"other", "un(path('b'))"},
      SOCKSPEC_STREAM_WORDS}},
    {"seqpacket",
     {{"family", "seqpacket"},
      {"domain", "AF_UNIX"},
      {"type", "SOCK_SEQPACKET"},
      {"any", "un(path('a'))"},
      {"other", "un(path('b'))"},
      SOCKSPEC_STREAM_WORDS}},
};

#define SOCKSPEC_DATAGRAM_WORDS                                                                    \
    {"type", "SOCK_DGRAM"},                                                                        \
        {"bound", "socket = Socket.new($domain, SOCK_DGRAM, 0); socket.bind($any)"}, {             \
        "peer", "peer = Tester.socket($domain, SOCK_DGRAM); peer.bind($other); "                   \
                "peer.connect(socket.getsockname)"                                                 \
    }

/* Connectionless sockets. */
SOCKSPEC_SHARED struct sockspec_variant datagram_families[] = {
    {"in4",
     {{"family", "in4"},
      {"domain", "AF_INET"},
      {"any", "in4(0, '127.0.0.1')"},
      {"other", "in4(0, '127.0.0.1')"},
      SOCKSPEC_DATAGRAM_WORDS}},
    {"in6",
     {{"family", "in6"},
      {"domain", "AF_INET6"},
      {"any", "in6(0, '::1')"},
      {"other", "in6(0, '::1')"},
      SOCKSPEC_DATAGRAM_WORDS}},
    {"unix",
     {{"family", "unix"},
      {"domain", "AF_UNIX"},
      {"any", "un(path('a'))"},
      {"other", "un(path('b'))"},
      SOCKSPEC_DATAGRAM_WORDS}},
};

#define SOCKSPEC_KIND(kind, domain, type, any, other)                                              \
    {                                                                                              \
        {"kind", kind}, {"domain", domain}, {"type", type}, {"any", any}, {"other", other}, {      \
            "socket", "socket = Socket.new($domain, $type, 0)"                                     \
        }                                                                                          \
    }
#define SOCKSPEC_UNIX_KIND(kind, type)                                                             \
    SOCKSPEC_KIND(kind, "AF_UNIX", type, "un(path('a'))", "un(path('b'))")

/* Every kind of socket that an address can be passed to: $kind is the kind; $socket is such a
 * socket without an address. */
SOCKSPEC_SHARED struct sockspec_variant socket_kinds[] = {
    {"tcp4",
     SOCKSPEC_KIND("tcp4", "AF_INET", "SOCK_STREAM", "in4(0, '127.0.0.1')", "in4(0, '127.0.0.1')")},
    {"tcp6", SOCKSPEC_KIND("tcp6", "AF_INET6", "SOCK_STREAM", "in6(0, '::1')", "in6(0, '::1')")},
    {"udp4",
     SOCKSPEC_KIND("udp4", "AF_INET", "SOCK_DGRAM", "in4(0, '127.0.0.1')", "in4(0, '127.0.0.1')")},
    {"udp6", SOCKSPEC_KIND("udp6", "AF_INET6", "SOCK_DGRAM", "in6(0, '::1')", "in6(0, '::1')")},
    {"unix-stream", SOCKSPEC_UNIX_KIND("unix-stream", "SOCK_STREAM")},
    {"unix-dgram", SOCKSPEC_UNIX_KIND("unix-dgram", "SOCK_DGRAM")},
    {"unix-seqpacket", SOCKSPEC_UNIX_KIND("unix-seqpacket", "SOCK_SEQPACKET")},
};

/* The methods that make the same system call. $accepted is the kind of the first value they return;
 * $wrap makes a socket of that value when it is called `client`. */
#define SOCKSPEC_ACCEPT                                                                            \
    {                                                                                              \
        "accept", {                                                                                \
            {"method", "accept"}, {"accepted", "Socket"}, { "wrap", "client" }                     \
        }                                                                                          \
    }
#define SOCKSPEC_ACCEPT_NONBLOCK                                                                   \
    {                                                                                              \
        "accept_nonblock", {                                                                       \
            {"method", "accept_nonblock"}, {"accepted", "Socket"}, { "wrap", "client" }            \
        }                                                                                          \
    }
#define SOCKSPEC_SYSACCEPT                                                                         \
    {                                                                                              \
        "sysaccept", {                                                                             \
            {"method", "sysaccept"}, {"accepted", "Integer"}, { "wrap", "Socket.for_fd(client)" }  \
        }                                                                                          \
    }
SOCKSPEC_SHARED struct sockspec_variant accept_methods[] = {
    SOCKSPEC_ACCEPT, SOCKSPEC_ACCEPT_NONBLOCK, SOCKSPEC_SYSACCEPT};
/* The methods that wait, and the method that does not wait. */
SOCKSPEC_SHARED struct sockspec_variant waiting_accept_methods[] = {SOCKSPEC_ACCEPT,
                                                                    SOCKSPEC_SYSACCEPT};
SOCKSPEC_SHARED struct sockspec_variant nonblock_accept_methods[] = {SOCKSPEC_ACCEPT_NONBLOCK};

SOCKSPEC_SHARED struct sockspec_variant connect_methods[] = {
    {"connect", {{"method", "connect"}}},
    {"connect_nonblock", {{"method", "connect_nonblock"}}},
};

/* $data selects the message from the value they return. */
SOCKSPEC_SHARED struct sockspec_variant receive_methods[] = {
    {"recvfrom", {{"method", "recvfrom"}, {"data", "[0]"}}},
    {"recvfrom_nonblock", {{"method", "recvfrom_nonblock"}, {"data", "[0]"}}},
    {"recv", {{"method", "recv"}, {"data", ""}}},
    {"recv_nonblock", {{"method", "recv_nonblock"}, {"data", ""}}},
};

#endif
