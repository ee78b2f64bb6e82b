/* Socket.pair(domain, type, protocol) => [socket, socket]
 * Socket.socketpair(domain, type, protocol) => [socket, socket] */
#include "conformance/harness/rows/row.h"

/* clang-format off */
static const struct sockspec_variant pairers[] = {
    {"pair", {{"method", "pair"}}},
    {"socketpair", {{"method", "socketpair"}}},
};

/* The kinds of AF_UNIX sockets. */
static const struct sockspec_variant kinds[] = {
    {"stream", {{"type", "SOCK_STREAM"}, {"kind", "stream"}}},
    {"dgram", {{"type", "SOCK_DGRAM"}, {"kind", "datagram"}}},
    {"seqpacket", {{"type", "SOCK_SEQPACKET"}, {"kind", "seqpacket"}}},
};

static const struct sockspec_variant domains[] = {
    {"AF_INET", {{"domain", "AF_INET"}}},
    {"AF_INET6", {{"domain", "AF_INET6"}}},
    {"AF_UNSPEC", {{"domain", "AF_UNSPEC"}}},
    {"12345", {{"domain", "12345"}}},
    {"negative", {{"domain", "-1"}}},
};

static const struct sockspec_variant types[] = {
    {"stream", {{"type", "SOCK_STREAM"}, {"kind", "stream"}}},
    {"dgram", {{"type", "SOCK_DGRAM"}, {"kind", "datagram"}}},
    {"rdm", {{"type", "SOCK_RDM"}}},
    {"0", {{"type", "0"}}},
    {"11", {{"type", "11"}}},
    {"99", {{"type", "99"}}},
    {"negative", {{"type", "-1"}}},
};

static const struct sockspec_variant protocols[] = {
    {"none", {{"protocol", ""}}},
    {"nil", {{"protocol", ", nil"}}},
    {"0", {{"protocol", ", 0"}}},
    {"tcp", {{"protocol", ", IPPROTO_TCP"}}},
    {"udp", {{"protocol", ", IPPROTO_UDP"}}},
    {"12345", {{"protocol", ", 12345"}}},
    {"negative", {{"protocol", ", -1"}}},
};

/* The forms of the protocol: the common ones, and the number of the domain itself. */
static const struct sockspec_variant unix_protocols[] = {
    {"none", {{"protocol", ""}}},
    {"nil", {{"protocol", ", nil"}}},
    {"0", {{"protocol", ", 0"}}},
    {"PF_UNIX", {{"protocol", ", PF_UNIX"}}},
    {"tcp", {{"protocol", ", IPPROTO_TCP"}}},
    {"udp", {{"protocol", ", IPPROTO_UDP"}}},
    {"12345", {{"protocol", ", 12345"}}},
    {"negative", {{"protocol", ", -1"}}},
};

static const struct sockspec_row socketpair_rows[] = {
    /* AF_UNIX creates pairs, of streams and datagrams among others. Its only protocol is AF_UNIX
     * itself. */
    {"pair-made", "pair.$kind", ITSELF, "method=* type=stream,dgram protocol=0,PF_UNIX", RETURNS("[Socket, Socket]")},
    /* Today's Ruby takes a protocol that is left out or nil as 0; Ruby 1.8.7 requires a number.
     * Here and below, the cells of these two forms have rows of their own. */
    {"pair-default", "pair.protocol.default", ITSELF, "method=* type=stream,dgram protocol=none,nil", RETURNS("[Socket, Socket]")},
    {"pair-protocol", "pair.EPROTONOSUPPORT", "pair-made/$method/stream/0", "method=* type=stream,dgram,rdm,0 protocol=tcp,udp,12345,negative", RAISES(Errno::EPROTONOSUPPORT, "socketpair(2)")},
    /* The type does not exist for AF_UNIX, or does not exist at all. */
    {"pair-type", "pair.ESOCKTNOSUPPORT", "pair-made/$method/stream/0", "method=* type=rdm,0 protocol=0,PF_UNIX", RAISES(Errno::ESOCKTNOSUPPORT, "socketpair(2)")},
    {"pair-type", "pair.protocol.default", "pair-made/$method/stream/0", "method=* type=rdm,0 protocol=none,nil", RAISES(Errno::ESOCKTNOSUPPORT, "socketpair(2)")},
    {"pair-no-type", "pair.EINVAL", "pair-made/$method/stream/0", "method=* type=11,99,negative protocol=0,PF_UNIX,tcp,udp,12345,negative", RAISES(Errno::EINVAL, "socketpair(2)")},
    {"pair-no-type", "pair.protocol.default", "pair-made/$method/stream/0", "method=* type=11,99,negative protocol=none,nil", RAISES(Errno::EINVAL, "socketpair(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(socketpair, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .cross = "Socket.$method(AF_UNIX, $type$protocol)",
               .axes = {AXIS("method", pairers), AXIS("type", types),
                        AXIS("protocol", unix_protocols)})

/* clang-format off */
static const struct sockspec_row socketpair_domain_rows[] = {
    /* The internet domains have sockets, but not pairs of them. */
    {"pair-inet-stream", "pair.EOPNOTSUPP", "pair-made/$method/stream/0", "method=* domain=AF_INET,AF_INET6 type=stream protocol=0,tcp", RAISES(Errno::EOPNOTSUPP, "socketpair(2)")},
    {"pair-inet-stream", "pair.protocol.default", "pair-made/$method/stream/0", "method=* domain=AF_INET,AF_INET6 type=stream protocol=none,nil", RAISES(Errno::EOPNOTSUPP, "socketpair(2)")},
    {"pair-inet-dgram", "pair.EOPNOTSUPP", "pair-made/$method/dgram/0", "method=* domain=AF_INET,AF_INET6 type=dgram protocol=0,udp", RAISES(Errno::EOPNOTSUPP, "socketpair(2)")},
    {"pair-inet-dgram", "pair.protocol.default", "pair-made/$method/dgram/0", "method=* domain=AF_INET,AF_INET6 type=dgram protocol=none,nil", RAISES(Errno::EOPNOTSUPP, "socketpair(2)")},
    {"pair-inet-stream-protocol", "pair.EPROTONOSUPPORT", "pair-made/$method/stream/0", "method=* domain=AF_INET,AF_INET6 type=stream protocol=udp", RAISES(Errno::EPROTONOSUPPORT, "socketpair(2)")},
    {"pair-inet-dgram-protocol", "pair.EPROTONOSUPPORT", "pair-made/$method/dgram/0", "method=* domain=AF_INET,AF_INET6 type=dgram protocol=tcp", RAISES(Errno::EPROTONOSUPPORT, "socketpair(2)")},
    {"pair-inet-type", "pair.ESOCKTNOSUPPORT", "pair-made/$method/stream/0", "method=* domain=AF_INET,AF_INET6 type=rdm,0 protocol=0,tcp,udp", RAISES(Errno::ESOCKTNOSUPPORT, "socketpair(2)")},
    {"pair-inet-type", "pair.protocol.default", "pair-made/$method/stream/0", "method=* domain=AF_INET,AF_INET6 type=rdm,0 protocol=none,nil", RAISES(Errno::ESOCKTNOSUPPORT, "socketpair(2)")},
    {"pair-inet-no-protocol", "pair.EINVAL", "pair-made/$method/stream/0", "method=* domain=AF_INET,AF_INET6 type=stream,dgram,rdm,0 protocol=12345,negative", RAISES(Errno::EINVAL, "socketpair(2)")},
    {"pair-inet-no-type", "pair.EINVAL", "pair-made/$method/stream/0", "method=* domain=AF_INET,AF_INET6 type=11,99,negative protocol=0,tcp,udp,12345,negative", RAISES(Errno::EINVAL, "socketpair(2)")},
    {"pair-inet-no-type", "pair.protocol.default", "pair-made/$method/stream/0", "method=* domain=AF_INET,AF_INET6 type=11,99,negative protocol=none,nil", RAISES(Errno::EINVAL, "socketpair(2)")},
    /* The number is not that of a domain. */
    {"pair-unspec", "pair.EAFNOSUPPORT", "pair-made/$method/stream/0", "method=* domain=AF_UNSPEC type=stream,dgram,rdm,0 protocol=0,tcp,udp,12345,negative", RAISES(Errno::EAFNOSUPPORT, "socketpair(2)")},
    {"pair-unspec", "pair.protocol.default", "pair-made/$method/stream/0", "method=* domain=AF_UNSPEC type=stream,dgram,rdm,0 protocol=none,nil", RAISES(Errno::EAFNOSUPPORT, "socketpair(2)")},
    {"pair-unspec-no-type", "pair.EINVAL", "pair-made/$method/stream/0", "method=* domain=AF_UNSPEC type=11,99,negative protocol=0,tcp,udp,12345,negative", RAISES(Errno::EINVAL, "socketpair(2)")},
    {"pair-unspec-no-type", "pair.protocol.default", "pair-made/$method/stream/0", "method=* domain=AF_UNSPEC type=11,99,negative protocol=none,nil", RAISES(Errno::EINVAL, "socketpair(2)")},
    {"pair-no-domain", "pair.EAFNOSUPPORT", "pair-made/$method/stream/0", "method=* domain=12345,negative type=stream,dgram,rdm,0,11 protocol=0,tcp,udp,12345,negative", RAISES(Errno::EAFNOSUPPORT, "socketpair(2)")},
    {"pair-no-domain", "pair.protocol.default", "pair-made/$method/stream/0", "method=* domain=12345,negative type=stream,dgram,rdm,0,11 protocol=none,nil", RAISES(Errno::EAFNOSUPPORT, "socketpair(2)")},
    {"pair-no-domain-no-type", "pair.EINVAL", "pair-made/$method/stream/0", "method=* domain=12345,negative type=99,negative protocol=0,tcp,udp,12345,negative", RAISES(Errno::EINVAL, "socketpair(2)")},
    {"pair-no-domain-no-type", "pair.protocol.default", "pair-made/$method/stream/0", "method=* domain=12345,negative type=99,negative protocol=none,nil", RAISES(Errno::EINVAL, "socketpair(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(socketpair_domain, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .cross = "Socket.$method($domain, $type$protocol)",
               .axes = {AXIS("method", pairers), AXIS("domain", domains), AXIS("type", types),
                        AXIS("protocol", protocols)})

/* clang-format off */
/* Ruby 1.8.7 knows only some of the names. $names is the behaviour that a combination of domain
 * and type belongs to, and $forms is empty if 1.8.7 knows the form of the type. */
static const struct sockspec_variant domain_forms[] = {
    {"AF_UNIX", {{"domain", "AF_UNIX"}, {"names", "pair.names$forms"}}},
    {"PF_UNIX", {{"domain", "PF_UNIX"}, {"names", "pair.names$forms"}}},
    {"AF_LOCAL", {{"domain", "AF_LOCAL"}, {"names", "pair.names$forms"}}},
    {"name-AF_UNIX", {{"domain", "'AF_UNIX'"}, {"names", "pair.names$forms"}}},
    {"name-PF_UNIX", {{"domain", "'PF_UNIX'"}, {"names", "pair.names$forms"}}},
    {"name-UNIX", {{"domain", "'UNIX'"}, {"names", "pair.names.more"}}},
    {"name-AF_LOCAL", {{"domain", "'AF_LOCAL'"}, {"names", "pair.names.more"}}},
};

static const struct sockspec_variant type_forms[] = {
    {"SOCK_STREAM", {{"type", "SOCK_STREAM"}, {"number", "1"}, {"forms", ""}}},
    {"SOCK_DGRAM", {{"type", "SOCK_DGRAM"}, {"number", "2"}, {"forms", ""}}},
    {"SOCK_SEQPACKET", {{"type", "SOCK_SEQPACKET"}, {"number", "5"}, {"forms", ""}}},
    {"name-SOCK_STREAM", {{"type", "'SOCK_STREAM'"}, {"number", "1"}, {"forms", ""}}},
    {"name-SOCK_DGRAM", {{"type", "'SOCK_DGRAM'"}, {"number", "2"}, {"forms", ""}}},
    {"name-SOCK_SEQPACKET", {{"type", "'SOCK_SEQPACKET'"}, {"number", "5"}, {"forms", ""}}},
    {"name-STREAM", {{"type", "'STREAM'"}, {"number", "1"}, {"forms", ".more"}}},
    {"name-DGRAM", {{"type", "'DGRAM'"}, {"number", "2"}, {"forms", ".more"}}},
    {"name-SEQPACKET", {{"type", "'SEQPACKET'"}, {"number", "5"}, {"forms", ".more"}}},
};

static const struct sockspec_row socketpair_names_rows[] = {
    /* The domain and the type are numbers or names, in today's Ruby also names without their
     * prefix. The sockets of the pair are of that kind, and connected. */
    {"pair-named", "$names", ITSELF, "a, b = Socket.$method($domain, $type, 0); a.send('there', 0); [b.recv(20), a.getsockopt(SOL_SOCKET, SO_TYPE), b.getsockopt(SOL_SOCKET, SO_TYPE)]",
     RETURNS("['there', hex('0$number 00 00 00'), hex('0$number 00 00 00')]")},
};
/* clang-format on */
SOCKSPEC_TABLE(socketpair_names, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix",
               .axes = {AXIS("method", pairers), AXIS("domain", domain_forms),
                        AXIS("type", type_forms)})

/* clang-format off */
#define PAIR "a, b = Socket.$method(AF_UNIX, $type, 0); "

static const struct sockspec_row socketpair_every_rows[] = {
    /* For every kind, each end receives what the other sends. */
    {"pair-there", "pair.$kind", ITSELF, PAIR "a.send('there', 0); b.recv(20)", RETURNS("'there'")},
    {"pair-back", "pair.$kind", ITSELF, PAIR "b.send('back', 0); a.recv(20)", RETURNS("'back'")},
    {"pair-both", "pair.$kind", ITSELF, PAIR "a.send('there', 0); b.send('back', 0); [b.recv(20), a.recv(20)]", RETURNS("['there', 'back']")},
    {"pair-binary", "pair.$kind", ITSELF, PAIR "a.send('\\0\\xff\\n\\x80', 0); b.recv(20)", RETURNS("'\\0\\xff\\n\\x80'")},
    {"pair-not-own", "pair.$kind", ITSELF, PAIR "a.send('there', 0); rescue(Errno::EAGAIN, a.recv_nonblock(20), 'nothing')", RETURNS("'nothing'")},
    /* The ends are separate sockets: closing one leaves the other open. */
    {"pair-separate", "pair.$kind", ITSELF, PAIR "a.close; [a.closed?, b.closed?]", RETURNS("[true, false]")},
    /* Today's Ruby sets close-on-exec, so that a program that is executed inherits neither
     * descriptor. */
    {"pair-close-on-exec", "pair.close-on-exec", ITSELF, PAIR "[close_on_exec(a), close_on_exec(b)]", RETURNS("[true, true]")},
    /* Neither end has a name. */
    {"pair-unnamed", "pair.unnamed", ITSELF, PAIR "[a.getsockname, b.getsockname, a.getpeername, b.getpeername]", RETURNS("[hex('01 00'), hex('01 00'), hex('01 00'), hex('01 00')]")},
    /* The call fails if no descriptor is free, or only one. */
    {"pair-two-free", "pair.$kind", ITSELF, "limit_descriptors(2); Socket.$method(AF_UNIX, $type, 0)", RETURNS("[Socket, Socket]")},
    {"pair-none-free", "pair.EMFILE", "pair-two-free", "limit_descriptors(0); Socket.$method(AF_UNIX, $type, 0)", RAISES(Errno::EMFILE, "socketpair(2)")},
    {"pair-one-free", "pair.EMFILE", "pair-two-free", "limit_descriptors(1); Socket.$method(AF_UNIX, $type, 0)", RAISES(Errno::EMFILE, "socketpair(2)")},
    {"pair-kept-none", "pair.EMFILE", ITSELF, "limit_descriptors(1); raised(Errno::EMFILE, Socket.$method(AF_UNIX, $type, 0)); Socket.new(AF_UNIX, $type, 0)", RETURNS("Socket")},
};
/* clang-format on */
SOCKSPEC_TABLE(socketpair_every, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("method", pairers), AXIS("kind", kinds)})

/* clang-format off */
#define STREAM "a, b = Socket.$method(AF_UNIX, SOCK_STREAM, 0); "
#define DATAGRAM "a, b = Socket.$method(AF_UNIX, SOCK_DGRAM, 0); "
#define SEQPACKET "a, b = Socket.$method(AF_UNIX, SOCK_SEQPACKET, 0); "
#define RAW "a, b = Socket.$method(AF_UNIX, SOCK_RAW, 0); "

static const struct sockspec_row socketpair_kind_rows[] = {
    /* Streams join data that was sent separately, return it in portions of any size, and end. */
    {"pair-stream-joins", "pair.stream-joins", ITSELF, STREAM "a.send('one', 0); a.send('two', 0); b.recv(20)", RETURNS("'onetwo'")},
    {"pair-stream-portions", "pair.stream-joins", ITSELF, STREAM "a.send('onetwo', 0); [b.recv(1), b.recv(3), b.recv(20)]", RETURNS("['o', 'net', 'wo']")},
    {"pair-stream-end", "pair.stream-joins", ITSELF, STREAM "a.send('one', 0); a.close; [b.recv(20), b.recv(20), b.recv(20)]", RETURNS("['one', '', '']")},
    {"pair-stream-waits", "pair.stream", ITSELF, STREAM "fd = b.fileno; call = start b.recv(20); blocked(call); hang_up(call, fd); finish(call)", RETURNS("''")},
    {"pair-stream-broken", "pair.stream", "pair-there-$method-stream", STREAM "b.close; a.send('there', 0)", RAISES(Errno::EPIPE, "send(2)")},
    {"pair-stream-lines", "pair.stream", ITSELF, STREAM "a.puts('one'); a.write('two'); a.close; [b.readline, b.read]", RETURNS("['one\\n', 'two']")},
    /* Datagrams stay separate, and bytes beyond maxlen are lost. */
    {"pair-dgram-apart", "pair.datagram", ITSELF, DATAGRAM "a.send('one', 0); a.send('two', 0); [b.recv(20), b.recv(20)]", RETURNS("['one', 'two']")},
    {"pair-dgram-cut", "pair.datagram", ITSELF, DATAGRAM "a.send('one', 0); a.send('two', 0); [b.recv(1), b.recv(20)]", RETURNS("['o', 'two']")},
    {"pair-dgram-empty", "pair.datagram", ITSELF, DATAGRAM "a.send('', 0); a.send('two', 0); [b.recv(20), b.recv(20)]", RETURNS("['', 'two']")},
    {"pair-dgram-closed", "pair.datagram", "pair-there-$method-dgram", DATAGRAM "b.close; a.send('there', 0)", RAISES(Errno::ECONNREFUSED, "send(2)")},
    {"pair-dgram-no-end", "pair.datagram", ITSELF, DATAGRAM "a.close; rescue(Errno::EAGAIN, b.recv_nonblock(20), 'nothing')", RETURNS("'nothing'")},
    /* Sequenced packets stay separate as well, and end as a stream does. */
    {"pair-seqpacket-apart", "pair.seqpacket", ITSELF, SEQPACKET "a.send('one', 0); a.send('two', 0); [b.recv(20), b.recv(20)]", RETURNS("['one', 'two']")},
    {"pair-seqpacket-cut", "pair.seqpacket", ITSELF, SEQPACKET "a.send('one', 0); a.send('two', 0); [b.recv(1), b.recv(20)]", RETURNS("['o', 'two']")},
    {"pair-seqpacket-end", "pair.seqpacket", ITSELF, SEQPACKET "a.send('one', 0); a.close; [b.recv(20), b.recv(20), b.recv(20)]", RETURNS("['one', '', '']")},
    {"pair-seqpacket-waits", "pair.seqpacket", ITSELF, SEQPACKET "fd = b.fileno; call = start b.recv(20); blocked(call); hang_up(call, fd); finish(call)", RETURNS("''")},
    {"pair-seqpacket-broken", "pair.seqpacket", "pair-there-$method-seqpacket", SEQPACKET "b.close; a.send('there', 0)", RAISES(Errno::EPIPE, "send(2)")},
    /* On AF_UNIX raw sockets are datagram sockets. */
    {"pair-raw", "pair.raw", ITSELF, RAW "a.send('there', 0); b.send('back', 0); [b.recv(20), a.recv(20)]", RETURNS("['there', 'back']")},
    {"pair-raw-apart", "pair.raw", ITSELF, RAW "a.send('one', 0); a.send('two', 0); [b.recv(20), b.recv(20)]", RETURNS("['one', 'two']")},
    {"pair-raw-cut", "pair.raw", ITSELF, RAW "a.send('one', 0); a.send('two', 0); [b.recv(1), b.recv(20)]", RETURNS("['o', 'two']")},
    {"pair-raw-type", "pair.raw", ITSELF, RAW "[a.getsockopt(SOL_SOCKET, SO_TYPE), b.getsockopt(SOL_SOCKET, SO_TYPE)]", RETURNS("[hex('02 00 00 00'), hex('02 00 00 00')]")},
    /* A String that names no domain or type is an error, and the message ends with it. */
    {"pair-domain-unknown", "pair.domain.unknown-name", "pair-there-$method-stream", "Socket.$method('AF_NOPE', SOCK_STREAM, 0)", RAISES_EXACTLY(SocketError, "either('unknown socket domain: AF_NOPE', 'unknown socket domain AF_NOPE')")},
    {"pair-domain-lower", "pair.domain.unknown-name", "pair-there-$method-stream", "Socket.$method('unix', SOCK_STREAM, 0)", RAISES_EXACTLY(SocketError, "either('unknown socket domain: unix', 'unknown socket domain unix')")},
    {"pair-domain-other-prefix", "pair.domain.unknown-name", "pair-there-$method-stream", "Socket.$method('SOCK_STREAM', SOCK_STREAM, 0)", RAISES_EXACTLY(SocketError, "either('unknown socket domain: SOCK_STREAM', 'unknown socket domain SOCK_STREAM')")},
    {"pair-domain-digits", "pair.domain.unknown-name", "pair-there-$method-stream", "Socket.$method('1', SOCK_STREAM, 0)", RAISES_EXACTLY(SocketError, "either('unknown socket domain: 1', 'unknown socket domain 1')")},
    {"pair-domain-empty", "pair.domain.unknown-name", "pair-there-$method-stream", "Socket.$method('', SOCK_STREAM, 0)", RAISES_EXACTLY(SocketError, "either('unknown socket domain: ', 'unknown socket domain ')")},
    {"pair-type-unknown", "pair.socktype.unknown-name", "pair-there-$method-stream", "Socket.$method(AF_UNIX, 'SOCK_NOPE', 0)", RAISES_EXACTLY(SocketError, "either('unknown socket type: SOCK_NOPE', 'unknown socket type SOCK_NOPE')")},
    {"pair-type-lower", "pair.socktype.unknown-name", "pair-there-$method-stream", "Socket.$method(AF_UNIX, 'stream', 0)", RAISES_EXACTLY(SocketError, "either('unknown socket type: stream', 'unknown socket type stream')")},
    {"pair-type-other-prefix", "pair.socktype.unknown-name", "pair-there-$method-stream", "Socket.$method(AF_UNIX, 'AF_UNIX', 0)", RAISES_EXACTLY(SocketError, "either('unknown socket type: AF_UNIX', 'unknown socket type AF_UNIX')")},
    {"pair-type-digits", "pair.socktype.unknown-name", "pair-there-$method-stream", "Socket.$method(AF_UNIX, '1', 0)", RAISES_EXACTLY(SocketError, "either('unknown socket type: 1', 'unknown socket type 1')")},
    /* Today's Ruby separates the name from the rest of the message by a colon; Ruby 1.8.7 has
     * only a blank there. */
    {"pair-domain-unknown-colon", "pair.domain.unknown-name.message", "pair-there-$method-stream", "Socket.$method('AF_NOPE', SOCK_STREAM, 0)", RAISES_EXACTLY(SocketError, "unknown socket domain: AF_NOPE")},
    {"pair-type-unknown-colon", "pair.socktype.unknown-name.message", "pair-there-$method-stream", "Socket.$method(AF_UNIX, 'SOCK_NOPE', 0)", RAISES_EXACTLY(SocketError, "unknown socket type: SOCK_NOPE")},
    /* Types and numbers of arguments. */
    {"pair-domain-nil", "pair.type", "pair-there-$method-stream", "Socket.$method(nil, SOCK_STREAM, 0)", RAISES(TypeError, NULL)},
    {"pair-domain-true", "pair.type", "pair-there-$method-stream", "Socket.$method(true, SOCK_STREAM, 0)", RAISES(TypeError, NULL)},
    {"pair-domain-array", "pair.type", "pair-there-$method-stream", "Socket.$method([AF_UNIX], SOCK_STREAM, 0)", RAISES(TypeError, NULL)},
    {"pair-type-nil", "pair.type", "pair-there-$method-stream", "Socket.$method(AF_UNIX, nil, 0)", RAISES(TypeError, NULL)},
    {"pair-type-true", "pair.type", "pair-there-$method-stream", "Socket.$method(AF_UNIX, true, 0)", RAISES(TypeError, NULL)},
    {"pair-type-array", "pair.type", "pair-there-$method-stream", "Socket.$method(AF_UNIX, [SOCK_STREAM], 0)", RAISES(TypeError, NULL)},
    {"pair-protocol-text", "pair.type", "pair-there-$method-stream", "Socket.$method(AF_UNIX, SOCK_STREAM, '0')", RAISES(TypeError, NULL)},
    {"pair-protocol-name", "pair.type", "pair-there-$method-stream", "Socket.$method(AF_UNIX, SOCK_STREAM, 'PF_UNIX')", RAISES(TypeError, NULL)},
    {"pair-protocol-true", "pair.type", "pair-there-$method-stream", "Socket.$method(AF_UNIX, SOCK_STREAM, true)", RAISES(TypeError, NULL)},
    {"pair-protocol-array", "pair.type", "pair-there-$method-stream", "Socket.$method(AF_UNIX, SOCK_STREAM, [0])", RAISES(TypeError, NULL)},
    {"pair-domain-wide", "pair.range", "pair-there-$method-stream", "Socket.$method(0x100000001, SOCK_STREAM, 0)", RAISES(RangeError, NULL)},
    {"pair-type-wide", "pair.range", "pair-there-$method-stream", "Socket.$method(AF_UNIX, 0x100000001, 0)", RAISES(RangeError, NULL)},
    {"pair-protocol-wide", "pair.range", "pair-there-$method-stream", "Socket.$method(AF_UNIX, SOCK_STREAM, 0x100000000)", RAISES(RangeError, NULL)},
    {"pair-none", "pair.arity", "pair-there-$method-stream", "Socket.$method", RAISES(ArgumentError, NULL)},
    {"pair-one", "pair.arity", "pair-there-$method-stream", "Socket.$method(AF_UNIX)", RAISES(ArgumentError, NULL)},
    {"pair-four", "pair.arity", "pair-there-$method-stream", "Socket.$method(AF_UNIX, SOCK_STREAM, 0, 0)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(socketpair_kind, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("method", pairers)})

/* clang-format off */
static const struct sockspec_row socketpair_alias_rows[] = {
    /* The two methods return the same result. */
    {"socketpair-stream", "socketpair.alias", ITSELF, "a, b = Socket.socketpair(AF_UNIX, SOCK_STREAM, 0); c, d = Socket.pair(AF_UNIX, SOCK_STREAM, 0); a.send('one', 0); c.send('two', 0); [b.recv(20), d.recv(20)]", RETURNS("['one', 'two']")},
    {"socketpair-dgram", "socketpair.alias", ITSELF, "a, b = Socket.socketpair(AF_UNIX, SOCK_DGRAM, 0); c, d = Socket.pair(AF_UNIX, SOCK_DGRAM, 0); a.send('one', 0); c.send('two', 0); [b.recv(20), d.recv(20)]", RETURNS("['one', 'two']")},
    {"socketpair-inet", "socketpair.alias", "socketpair-stream", "raised(Errno::EOPNOTSUPP, Socket.pair(AF_INET, SOCK_STREAM, 0)); Socket.socketpair(AF_INET, SOCK_STREAM, 0)", RAISES(Errno::EOPNOTSUPP, "socketpair(2)")},
    {"socketpair-unknown", "socketpair.alias", "socketpair-stream", "raised(SocketError, Socket.pair('AF_NOPE', SOCK_STREAM, 0)); Socket.socketpair('AF_NOPE', SOCK_STREAM, 0)", RAISES(SocketError, NULL)},
    {"socketpair-type", "socketpair.alias", "socketpair-stream", "raised(TypeError, Socket.pair(nil, SOCK_STREAM, 0)); Socket.socketpair(nil, SOCK_STREAM, 0)", RAISES(TypeError, NULL)},
    {"socketpair-arity", "socketpair.alias", "socketpair-stream", "raised(ArgumentError, Socket.pair(AF_UNIX)); Socket.socketpair(AF_UNIX)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(socketpair_alias, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix")
