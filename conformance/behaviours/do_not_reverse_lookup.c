/* BasicSocket.do_not_reverse_lookup => true or false    BasicSocket.do_not_reverse_lookup = bool
 * Socket.do_not_reverse_lookup => true or false         Socket.do_not_reverse_lookup = bool
 * And in today's Ruby, but not in Ruby 1.8.7 and not on the page:
 * socket.do_not_reverse_lookup => true or false         socket.do_not_reverse_lookup = bool */
#include "conformance/harness/rows/row.h"

/* clang-format off */
static const struct sockspec_row do_not_reverse_lookup_rows[] = {
    /* Before it is set, the class-wide value is false in Ruby 1.8.7 and true in today's Ruby. */
    {"reverse-default", "do_not_reverse_lookup.class.default", ITSELF, "BasicSocket.do_not_reverse_lookup", RETURNS("either(false, true)")},
    /* The method returns the value that was set last. */
    {"reverse-last-true", "do_not_reverse_lookup.class.reads", ITSELF, "BasicSocket.do_not_reverse_lookup = false; BasicSocket.do_not_reverse_lookup = true; BasicSocket.do_not_reverse_lookup", RETURNS("true")},
    {"reverse-last-false", "do_not_reverse_lookup.class.reads", ITSELF, "BasicSocket.do_not_reverse_lookup = true; BasicSocket.do_not_reverse_lookup = false; BasicSocket.do_not_reverse_lookup", RETURNS("false")},
    {"reverse-twice", "do_not_reverse_lookup.class.reads", ITSELF, "BasicSocket.do_not_reverse_lookup = true; [BasicSocket.do_not_reverse_lookup, BasicSocket.do_not_reverse_lookup]", RETURNS("[true, true]")},
    {"reverse-own-process", "do_not_reverse_lookup.class.reads", ITSELF,
     "BasicSocket.do_not_reverse_lookup = true; Elsewhere::BasicSocket.do_not_reverse_lookup = false; [BasicSocket.do_not_reverse_lookup, Elsewhere::BasicSocket.do_not_reverse_lookup]", RETURNS("[true, false]")},
    {"reverse-arity", "do_not_reverse_lookup.class.arity", "reverse-last-true", "BasicSocket.do_not_reverse_lookup(true)", RAISES(ArgumentError, NULL)},
    {"reverse-arity-nil", "do_not_reverse_lookup.class.arity", "reverse-last-true", "BasicSocket.do_not_reverse_lookup(nil)", RAISES(ArgumentError, NULL)},
    /* Ruby 1.8.7 has the class methods only. In today's Ruby each socket has its own value,
     * which is initially the class-wide one. */
    {"reverse-default-new", "do_not_reverse_lookup.class.new-sockets", ITSELF, "initial = BasicSocket.do_not_reverse_lookup; Socket.new(AF_INET, SOCK_STREAM, 0).do_not_reverse_lookup", RETURNS("initial")},
    /* Setting a socket's value changes that socket only. */
    {"reverse-object-arity", "do_not_reverse_lookup.object.arity", "reverse-last-true", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.do_not_reverse_lookup(true)", RAISES(ArgumentError, NULL)},
    {"reverse-object-other", "do_not_reverse_lookup.object.only-this", ITSELF,
     "BasicSocket.do_not_reverse_lookup = false; a = Socket.new(AF_INET, SOCK_STREAM, 0); b = Socket.new(AF_INET, SOCK_STREAM, 0); a.do_not_reverse_lookup = true; "
     "[a.do_not_reverse_lookup, b.do_not_reverse_lookup, BasicSocket.do_not_reverse_lookup, Socket.new(AF_INET, SOCK_STREAM, 0).do_not_reverse_lookup]", RETURNS("[true, false, false, false]")},
    {"reverse-object-other-false", "do_not_reverse_lookup.object.only-this", ITSELF,
     "BasicSocket.do_not_reverse_lookup = true; a = Socket.new(AF_INET, SOCK_STREAM, 0); b = Socket.new(AF_INET, SOCK_STREAM, 0); a.do_not_reverse_lookup = false; "
     "[a.do_not_reverse_lookup, b.do_not_reverse_lookup, BasicSocket.do_not_reverse_lookup, Socket.new(AF_INET, SOCK_STREAM, 0).do_not_reverse_lookup]", RETURNS("[false, true, true, true]")},
    {"reverse-object-pair", "do_not_reverse_lookup.object.only-this", ITSELF,
     "BasicSocket.do_not_reverse_lookup = false; a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); a.do_not_reverse_lookup = true; [a.do_not_reverse_lookup, b.do_not_reverse_lookup]", RETURNS("[true, false]")},
    {"reverse-object-shared", "do_not_reverse_lookup.object.only-this", ITSELF,
     "BasicSocket.do_not_reverse_lookup = false; a = Socket.new(AF_INET, SOCK_STREAM, 0); b = Socket.for_fd(a.fileno); a.do_not_reverse_lookup = true; [a.do_not_reverse_lookup, b.do_not_reverse_lookup]", RETURNS("[true, false]")},
    {"reverse-object-set", "do_not_reverse_lookup.object.truthy", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.do_not_reverse_lookup = true; socket.do_not_reverse_lookup", RETURNS("true")},
    {"reverse-object-closed", "do_not_reverse_lookup.object.closed", "reverse-object-set", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.do_not_reverse_lookup = true; socket.close; socket.do_not_reverse_lookup", RAISES(IOError, "closed stream")},
    {"reverse-object-set-closed", "do_not_reverse_lookup.object.set-closed", "reverse-object-set", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.close; socket.do_not_reverse_lookup = true", RAISES(IOError, "closed stream")},
    {"reverse-object-unset-closed", "do_not_reverse_lookup.object.set-closed", "reverse-object-set", "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.close; socket.do_not_reverse_lookup = false", RAISES(IOError, "closed stream")},
};
/* clang-format on */
SOCKSPEC_TABLE(do_not_reverse_lookup, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING)

/* clang-format off */
/* Values of every kind, and which of them count as true. */
static const struct sockspec_variant values[] = {
    {"true", {{"value", "true"}, {"truth", "true"}, {"kind", "truthy"}}},
    {"one", {{"value", "1"}, {"truth", "true"}, {"kind", "truthy"}}},
    {"zero", {{"value", "0"}, {"truth", "true"}, {"kind", "truthy"}}},
    {"negative", {{"value", "-1"}, {"truth", "true"}, {"kind", "truthy"}}},
    {"text", {{"value", "'false'"}, {"truth", "true"}, {"kind", "truthy"}}},
    {"empty-text", {{"value", "''"}, {"truth", "true"}, {"kind", "truthy"}}},
    {"array", {{"value", "[false]"}, {"truth", "true"}, {"kind", "truthy"}}},
    {"empty-array", {{"value", "[]"}, {"truth", "true"}, {"kind", "truthy"}}},
    {"false", {{"value", "false"}, {"truth", "false"}, {"kind", "falsy"}}},
    {"nil", {{"value", "nil"}, {"truth", "false"}, {"kind", "falsy"}}},
};

/* The opposite is set first, so that the value has to change. */
static const struct sockspec_row do_not_reverse_lookup_value_rows[] = {
    {"reverse-set", "do_not_reverse_lookup.class.$kind", ITSELF, "BasicSocket.do_not_reverse_lookup = true; BasicSocket.do_not_reverse_lookup = $value; BasicSocket.do_not_reverse_lookup", RETURNS("$truth")},
    {"reverse-set-anew", "do_not_reverse_lookup.class.$kind", ITSELF, "BasicSocket.do_not_reverse_lookup = false; BasicSocket.do_not_reverse_lookup = $value; BasicSocket.do_not_reverse_lookup", RETURNS("$truth")},
    {"reverse-object", "do_not_reverse_lookup.object.$kind", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.do_not_reverse_lookup = true; socket.do_not_reverse_lookup = $value; socket.do_not_reverse_lookup", RETURNS("$truth")},
    {"reverse-object-anew", "do_not_reverse_lookup.object.$kind", ITSELF, "socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.do_not_reverse_lookup = false; socket.do_not_reverse_lookup = $value; socket.do_not_reverse_lookup", RETURNS("$truth")},
    {"reverse-new", "do_not_reverse_lookup.class.new-sockets", ITSELF, "BasicSocket.do_not_reverse_lookup = $value; Socket.new(AF_INET, SOCK_STREAM, 0).do_not_reverse_lookup", RETURNS("$truth")},
};
/* clang-format on */
SOCKSPEC_TABLE(do_not_reverse_lookup_value, .provoked = SOCKSPEC_PURE,
               .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("value", values)})

/* clang-format off */
static const struct sockspec_variant flags[] = {
    {"true", {{"flag", "true"}, {"opposite", "false"}}},
    {"false", {{"flag", "false"}, {"opposite", "true"}}},
};

/* All the ways to get a socket. $prepare runs before the class-wide value is set, $make after
 * it. */
static const struct sockspec_variant makers[] = {
    {"new", {{"prepare", "nil"}, {"make", "socket = Socket.new(AF_INET, SOCK_STREAM, 0)"}}},
    {"new-unix", {{"prepare", "nil"}, {"make", "socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0)"}}},
    {"pair", {{"prepare", "nil"}, {"make", "socket, other = Socket.pair(AF_UNIX, SOCK_STREAM, 0)"}}},
    {"pair-other", {{"prepare", "nil"}, {"make", "other, socket = Socket.pair(AF_UNIX, SOCK_STREAM, 0)"}}},
    {"socketpair", {{"prepare", "nil"}, {"make", "socket, other = Socket.socketpair(AF_UNIX, SOCK_STREAM, 0)"}}},
    {"accept", {{"prepare", "server = Socket.new(AF_UNIX, SOCK_STREAM, 0); server.bind(un(path('a'))); server.listen(1); caller = Tester.connected(un(path('a')), SOCK_STREAM)"}, {"make", "socket, from = server.accept"}}},
    {"accept_nonblock", {{"prepare", "server = Socket.new(AF_UNIX, SOCK_STREAM, 0); server.bind(un(path('a'))); server.listen(1); caller = Tester.connected(un(path('a')), SOCK_STREAM)"}, {"make", "socket, from = server.accept_nonblock"}}},
    {"sysaccept", {{"prepare", "server = Socket.new(AF_UNIX, SOCK_STREAM, 0); server.bind(un(path('a'))); server.listen(1); caller = Tester.connected(un(path('a')), SOCK_STREAM)"}, {"make", "fd, from = server.sysaccept; socket = Socket.for_fd(fd)"}}},
    {"for_fd", {{"prepare", "first = Socket.new(AF_INET, SOCK_STREAM, 0)"}, {"make", "socket = Socket.for_fd(first.fileno)"}}},
};

static const struct sockspec_row do_not_reverse_lookup_socket_rows[] = {
    /* In today's Ruby a socket starts with the class-wide value of the moment it is made. */
    {"reverse-starts", "do_not_reverse_lookup.class.new-sockets", ITSELF, "BasicSocket.do_not_reverse_lookup = $opposite; $prepare; BasicSocket.do_not_reverse_lookup = $flag; $make; socket.do_not_reverse_lookup", RETURNS("$flag")},
    /* The socket keeps that value when the class-wide value changes. */
    {"reverse-keeps", "do_not_reverse_lookup.class.old-sockets", ITSELF, "BasicSocket.do_not_reverse_lookup = $flag; $prepare; $make; BasicSocket.do_not_reverse_lookup = $opposite; socket.do_not_reverse_lookup", RETURNS("$flag")},
    /* The socket's own value can be changed. */
    {"reverse-changes", "do_not_reverse_lookup.object.reads", ITSELF, "BasicSocket.do_not_reverse_lookup = $opposite; $prepare; $make; socket.do_not_reverse_lookup = $flag; [socket.do_not_reverse_lookup, BasicSocket.do_not_reverse_lookup]", RETURNS("[$flag, $opposite]")},
    {"reverse-changes-back", "do_not_reverse_lookup.object.reads", ITSELF, "BasicSocket.do_not_reverse_lookup = $opposite; $prepare; $make; socket.do_not_reverse_lookup = $flag; socket.do_not_reverse_lookup = $opposite; socket.do_not_reverse_lookup", RETURNS("$opposite")},
};
/* clang-format on */
SOCKSPEC_TABLE(do_not_reverse_lookup_socket, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("maker", makers), AXIS("flag", flags)})

/* clang-format off */
static const struct sockspec_row do_not_reverse_lookup_effect_rows[] = {
    /* If the class-wide value is true, getaddrinfo returns no names. */
    {"reverse-names", "do_not_reverse_lookup.class.effect", ITSELF, "BasicSocket.do_not_reverse_lookup = false; Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM)", RETURNS("[['AF_INET', 80, 'localhost', '127.0.0.1', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
    {"reverse-no-names", "do_not_reverse_lookup.class.effect", ITSELF, "BasicSocket.do_not_reverse_lookup = true; Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM)", RETURNS("[['AF_INET', 80, '127.0.0.1', '127.0.0.1', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
    /* The value that a socket has in today's Ruby has no such effect. */
    {"reverse-names-own", "do_not_reverse_lookup.object.effect", ITSELF,
     "BasicSocket.do_not_reverse_lookup = false; socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.do_not_reverse_lookup = true; Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM)",
     RETURNS("[['AF_INET', 80, 'localhost', '127.0.0.1', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
};
/* clang-format on */
SOCKSPEC_TABLE(do_not_reverse_lookup_effect, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
/* The page lists the methods among those that Socket inherits from BasicSocket. */
static const struct sockspec_row do_not_reverse_lookup_inherited_value_rows[] = {
    {"reverse-inherited-set", "do_not_reverse_lookup.socket.set", ITSELF, "Socket.do_not_reverse_lookup = true; Socket.do_not_reverse_lookup = $value; BasicSocket.do_not_reverse_lookup", RETURNS("$truth")},
    {"reverse-inherited-set-anew", "do_not_reverse_lookup.socket.set", ITSELF, "Socket.do_not_reverse_lookup = false; Socket.do_not_reverse_lookup = $value; BasicSocket.do_not_reverse_lookup", RETURNS("$truth")},
    {"reverse-inherited-answer", "do_not_reverse_lookup.socket.set", ITSELF, "Socket.do_not_reverse_lookup = $value", RETURNS("$value")},
    {"reverse-inherited-read", "do_not_reverse_lookup.class.$kind", ITSELF, "Socket.do_not_reverse_lookup = true; BasicSocket.do_not_reverse_lookup = $value; Socket.do_not_reverse_lookup", RETURNS("$truth")},
    {"reverse-inherited-read-anew", "do_not_reverse_lookup.class.$kind", ITSELF, "Socket.do_not_reverse_lookup = false; BasicSocket.do_not_reverse_lookup = $value; Socket.do_not_reverse_lookup", RETURNS("$truth")},
    {"reverse-inherited-new", "do_not_reverse_lookup.socket.new-sockets", ITSELF, "BasicSocket.do_not_reverse_lookup = true; Socket.do_not_reverse_lookup = false; Socket.do_not_reverse_lookup = $value; Socket.new(AF_INET, SOCK_STREAM, 0).do_not_reverse_lookup", RETURNS("$truth")},
};
/* clang-format on */
SOCKSPEC_TABLE(do_not_reverse_lookup_inherited_value, .provoked = SOCKSPEC_PURE,
               .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("value", values)})

/* clang-format off */
static const struct sockspec_row do_not_reverse_lookup_inherited_rows[] = {
    {"reverse-inherited-default", "do_not_reverse_lookup.socket.reads", ITSELF, "initial = BasicSocket.do_not_reverse_lookup; Socket.do_not_reverse_lookup", RETURNS("initial")},
    {"reverse-inherited-alternating", "do_not_reverse_lookup.socket.reads", ITSELF,
     "Socket.do_not_reverse_lookup = true; a = BasicSocket.do_not_reverse_lookup; BasicSocket.do_not_reverse_lookup = false; b = Socket.do_not_reverse_lookup; Socket.do_not_reverse_lookup = true; [a, b, BasicSocket.do_not_reverse_lookup, Socket.do_not_reverse_lookup]", RETURNS("[true, false, true, true]")},
    {"reverse-inherited-own-process", "do_not_reverse_lookup.socket.reads", ITSELF,
     "Socket.do_not_reverse_lookup = true; Elsewhere::Socket.do_not_reverse_lookup = false; [Socket.do_not_reverse_lookup, Elsewhere::Socket.do_not_reverse_lookup]", RETURNS("[true, false]")},
    {"reverse-inherited-arity", "do_not_reverse_lookup.socket.arity", "reverse-inherited-default", "Socket.do_not_reverse_lookup(true)", RAISES(ArgumentError, NULL)},
    {"reverse-inherited-arity-nil", "do_not_reverse_lookup.socket.arity", "reverse-inherited-default", "Socket.do_not_reverse_lookup(nil)", RAISES(ArgumentError, NULL)},
    /* The two values have their effect on getaddrinfo, whoever sets them. */
    {"reverse-inherited-names", "do_not_reverse_lookup.socket.effect", ITSELF, "BasicSocket.do_not_reverse_lookup = true; Socket.do_not_reverse_lookup = false; Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM)", RETURNS("[['AF_INET', 80, 'localhost', '127.0.0.1', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
    {"reverse-inherited-no-names", "do_not_reverse_lookup.socket.effect", ITSELF, "BasicSocket.do_not_reverse_lookup = false; Socket.do_not_reverse_lookup = true; Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM)", RETURNS("[['AF_INET', 80, '127.0.0.1', '127.0.0.1', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
    {"reverse-inherited-object", "do_not_reverse_lookup.object.only-this", ITSELF,
     "Socket.do_not_reverse_lookup = false; socket = Socket.new(AF_INET, SOCK_STREAM, 0); socket.do_not_reverse_lookup = true; Socket.do_not_reverse_lookup", RETURNS("false")},
};
/* clang-format on */
SOCKSPEC_TABLE(do_not_reverse_lookup_inherited, .provoked = SOCKSPEC_KERNEL)
