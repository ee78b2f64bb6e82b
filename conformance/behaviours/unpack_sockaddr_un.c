/* Socket.unpack_sockaddr_un(sockaddr) => path */
#include "conformance/behaviours/unix_names.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */
/* All lengths from 0 to 112: as variants, and as the text of claims. */
#define TEN(what, d) what(d##0) what(d##1) what(d##2) what(d##3) what(d##4) what(d##5) what(d##6) what(d##7) what(d##8) what(d##9)
#define FIVE_TO_109(what) \
    what(5) what(6) what(7) what(8) what(9) TEN(what, 1) TEN(what, 2) TEN(what, 3) TEN(what, 4) TEN(what, 5) TEN(what, 6) \
    TEN(what, 7) TEN(what, 8) TEN(what, 9) TEN(what, 10)
#define FIVE_TO_110(what) FIVE_TO_109(what) what(110)
#define VARIANT(n) {#n, {{"length", #n}}},
#define CLAIM(n) #n ","

static const struct sockspec_variant lengths[] = {VARIANT(0) VARIANT(1) VARIANT(2) VARIANT(3) VARIANT(4) FIVE_TO_110(VARIANT) VARIANT(111) VARIANT(112)};

/* Paths that fill the address, paths that are followed by zeros, and names that begin with a NUL
 * byte. */
static const struct sockspec_variant addresses[] = {
    {"full", {{"address", "un('p' * 108)"}}},
    {"padded", {{"address", "un('pp')"}}},
    {"abstract", {{"address", "un('\\0' + 'p' * 107)"}}},
};

static const struct sockspec_row unpack_sockaddr_un_length_rows[] = {
    /* Today's Ruby refuses a String without a whole family. */
    {"unpack-un-too-short", "unpack_sockaddr_un.too-short", ITSELF, "address=* length=0,1", RAISES(ArgumentError, "too short sockaddr")},
    {"unpack-un-family", "unpack_sockaddr_un.family-only", ITSELF, "address=* length=2", RETURNS("''")},
    /* A path ends at the end of the String. (If it has 108 bytes, only today's Ruby returns it.) */
    {"unpack-un-unterminated", "unpack_sockaddr_un.unterminated", ITSELF, "address=full length=3,4," FIVE_TO_109(CLAIM), RETURNS("'p' * ($length + -2)")},
    {"unpack-un-unterminated", "unpack_sockaddr_un.longest", ITSELF, "address=full length=110", RETURNS("'p' * ($length + -2)")},
    {"unpack-un-cut", "unpack_sockaddr_un.unterminated", ITSELF, "address=padded length=3", RETURNS("'p'")},
    /* A path also ends where only zeros follow. */
    {"unpack-un-padded", "unpack_sockaddr_un.path", ITSELF, "address=padded length=4," FIVE_TO_110(CLAIM), RETURNS("'pp'")},
    {"unpack-un-zero", "unpack_sockaddr_un.path", ITSELF, "address=abstract length=3", RETURNS("''")},
    /* Today's Ruby returns a name that begins with a NUL byte; for Ruby 1.8.7 the path ends
     * there. */
    {"unpack-un-abstract", "unpack_sockaddr_un.abstract", ITSELF, "address=abstract length=4," FIVE_TO_110(CLAIM), RETURNS("'\\0' + 'p' * ($length + -3)")},
    /* Both Rubies refuse a String that is longer than the address. */
    {"unpack-un-too-long", "unpack_sockaddr_un.too-long", ITSELF, "address=* length=111,112", RAISES(TypeError, "too long sockaddr_un")},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_un_length, .provoked = SOCKSPEC_PURE,
               .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix",
               .cross = "Socket.unpack_sockaddr_un(($address + 'xx')[0, $length])",
               .axes = {AXIS("address", addresses), AXIS("length", lengths)})

/* clang-format off */
static const struct sockspec_row unpack_sockaddr_un_rows[] = {
    {"unpack-un-path", "unpack_sockaddr_un.path", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00 2f 61') + '\\0' * 106)", RETURNS("'/a'")},
    {"unpack-un-longest", "unpack_sockaddr_un.longest", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00') + 'p' * 108)", RETURNS("'p' * 108")},
    {"unpack-un-one-less", "unpack_sockaddr_un.path", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00') + 'p' * 107 + '\\0')", RETURNS("'p' * 107")},
    {"unpack-un-no-nul", "unpack_sockaddr_un.unterminated", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00 2f 61'))", RETURNS("'/a'")},
    {"unpack-un-one-nul", "unpack_sockaddr_un.path", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00 2f 61 00'))", RETURNS("'/a'")},
    /* Today's Ruby keeps NUL bytes that are followed by more of the name; for Ruby 1.8.7 the
     * path ends at the first. */
    {"unpack-un-embedded", "unpack_sockaddr_un.embedded-nul", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00 61 00 62') + '\\0' * 105)", RETURNS("'a\\0b'")},
    {"unpack-un-embedded-cut", "unpack_sockaddr_un.embedded-nul", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00 61 00 62'))", RETURNS("'a\\0b'")},
    {"unpack-un-embedded-long", "unpack_sockaddr_un.embedded-nul", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00 61') + '\\0' * 106 + 'b')", RETURNS("'a' + '\\0' * 106 + 'b'")},
    {"unpack-un-abstract-name", "unpack_sockaddr_un.abstract", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00 00 61'))", RETURNS("'\\0a'")},
    {"unpack-un-abstract-embedded", "unpack_sockaddr_un.abstract", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00 00 61 00 62'))", RETURNS("'\\0a\\0b'")},
    /* All other bytes are returned unchanged, and an empty path as an empty String. */
    {"unpack-un-binary", "unpack_sockaddr_un.path", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00 ff 80 0a 20') + '\\0' * 104)", RETURNS("'\\xff\\x80\\n '")},
    {"unpack-un-family-only", "unpack_sockaddr_un.family-only", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00'))", RETURNS("''")},
    {"unpack-un-zeros", "unpack_sockaddr_un.path", ITSELF, "Socket.unpack_sockaddr_un(hex('01 00') + '\\0' * 108)", RETURNS("''")},
    /* Addresses of other families. */
    {"unpack-un-ipv4", "unpack_sockaddr_un.wrong-family", "unpack-un-path", "Socket.unpack_sockaddr_un(in4(80, '127.0.0.1'))", RAISES(ArgumentError, "not an AF_UNIX sockaddr")},
    {"unpack-un-ipv6", "unpack_sockaddr_un.wrong-family", "unpack-un-path", "Socket.unpack_sockaddr_un(in6(80, '::1'))", RAISES(ArgumentError, "not an AF_UNIX sockaddr")},
    {"unpack-un-unspec", "unpack_sockaddr_un.wrong-family", "unpack-un-path", "Socket.unpack_sockaddr_un(hex('00 00 2f 61') + '\\0' * 106)", RAISES(ArgumentError, "not an AF_UNIX sockaddr")},
    {"unpack-un-other-byte-order", "unpack_sockaddr_un.wrong-family", "unpack-un-path", "Socket.unpack_sockaddr_un(hex('00 01 2f 61') + '\\0' * 106)", RAISES(ArgumentError, "not an AF_UNIX sockaddr")},
    {"unpack-un-no-family", "unpack_sockaddr_un.wrong-family", "unpack-un-path", "Socket.unpack_sockaddr_un('\\xff' * 110)", RAISES(ArgumentError, "not an AF_UNIX sockaddr")},
    /* Today's Ruby refuses a String without a whole family, and both refuse one that is too
     * long. */
    {"unpack-un-empty", "unpack_sockaddr_un.too-short", "unpack-un-path", "Socket.unpack_sockaddr_un('')", RAISES(ArgumentError, "too short sockaddr")},
    {"unpack-un-half-family", "unpack_sockaddr_un.too-short", "unpack-un-path", "Socket.unpack_sockaddr_un(hex('01'))", RAISES(ArgumentError, "too short sockaddr")},
    {"unpack-un-longer-zeros", "unpack_sockaddr_un.too-long", "unpack-un-path", "Socket.unpack_sockaddr_un(hex('01 00 2f 61') + '\\0' * 107)", RAISES(TypeError, "too long sockaddr_un")},
    {"unpack-un-longer-path", "unpack_sockaddr_un.too-long", "unpack-un-one-less", "Socket.unpack_sockaddr_un(hex('01 00') + 'p' * 109)", RAISES(TypeError, "too long sockaddr_un")},
    {"unpack-un-very-long", "unpack_sockaddr_un.too-long", "unpack-un-one-less", "Socket.unpack_sockaddr_un(hex('01 00') + 'p' * 4096)", RAISES(TypeError, "too long sockaddr_un")},
    /* Types and numbers of arguments. */
    {"unpack-un-nil", "unpack_sockaddr_un.type", "unpack-un-path", "Socket.unpack_sockaddr_un(nil)", RAISES(TypeError, NULL)},
    {"unpack-un-integer", "unpack_sockaddr_un.type", "unpack-un-path", "Socket.unpack_sockaddr_un(1)", RAISES(TypeError, NULL)},
    {"unpack-un-array", "unpack_sockaddr_un.type", "unpack-un-path", "Socket.unpack_sockaddr_un([un('/a')])", RAISES(TypeError, NULL)},
    {"unpack-un-true", "unpack_sockaddr_un.type", "unpack-un-path", "Socket.unpack_sockaddr_un(true)", RAISES(TypeError, NULL)},
    {"unpack-un-none", "unpack_sockaddr_un.arity", "unpack-un-path", "Socket.unpack_sockaddr_un", RAISES(ArgumentError, NULL)},
    {"unpack-un-two", "unpack_sockaddr_un.arity", "unpack-un-path", "Socket.unpack_sockaddr_un(un('/a'), nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_un, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix")

/* clang-format off */
static const struct sockspec_variant packers[] = {
    {"pack_sockaddr_un", {{"packer", "pack_sockaddr_un"}}},
    {"sockaddr_un", {{"packer", "sockaddr_un"}}},
};

/* $packed is the behaviour that such a path belongs to. */
static const struct sockspec_variant paths[] = {
    {"empty", {{"path", "''"}, {"packed", "unpack_sockaddr_un.path"}}},
    {"short", {{"path", "'/a'"}, {"packed", "unpack_sockaddr_un.path"}}},
    {"relative", {{"path", "'./a/../b'"}, {"packed", "unpack_sockaddr_un.path"}}},
    {"blanks", {{"path", "' a \\n'"}, {"packed", "unpack_sockaddr_un.path"}}},
    {"longest", {{"path", "'p' * 108"}, {"packed", "unpack_sockaddr_un.longest"}}},
    {"one-less", {{"path", "'p' * 107"}, {"packed", "unpack_sockaddr_un.path"}}},
    {"embedded", {{"path", "'a\\0b'"}, {"packed", "unpack_sockaddr_un.embedded-nul"}}},
    {"abstract", {{"path", "'\\0a'"}, {"packed", "unpack_sockaddr_un.abstract"}}},
    {"abstract-longest", {{"path", "'\\0' + 'a' * 107"}, {"packed", "unpack_sockaddr_un.abstract"}}},
    {"abstract-embedded", {{"path", "'\\0a\\0b'"}, {"packed", "unpack_sockaddr_un.abstract"}}},
    {"binary", {{"path", "'\\xff\\x80\\xc3\\xa9'"}, {"packed", "unpack_sockaddr_un.path"}}},
};

static const struct sockspec_row unpack_sockaddr_un_round_trip_rows[] = {
    {"unpack-un-packed", "$packed", ITSELF, "Socket.unpack_sockaddr_un(Socket.$packer($path))", RETURNS("$path")},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_un_round_trip, .provoked = SOCKSPEC_PURE,
               .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix",
               .axes = {AXIS("packer", packers), AXIS("path", paths)})

/* clang-format off */
static const struct sockspec_row unpack_sockaddr_un_kernel_rows[] = {
    /* The method accepts addresses that the kernel returned: with a final NUL byte, without one,
     * and unnamed. Ruby 1.8.7 does not return an abstract name. */
    {"unpack-un-getsockname", "unpack_sockaddr_un.path", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.bind(un(path('a'))); Socket.unpack_sockaddr_un(socket.getsockname)", RETURNS("path('a')")},
    {"unpack-un-getsockname-abstract", "unpack_sockaddr_un.abstract", ITSELF,
     "name = '\\0' + path('a'); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.bind(hex('01 00') + name); Socket.unpack_sockaddr_un(socket.getsockname)", RETURNS("name")},
    {"unpack-un-getsockname-unnamed", "unpack_sockaddr_un.family-only", ITSELF, "socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); Socket.unpack_sockaddr_un(socket.getsockname)", RETURNS("''")},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_un_kernel, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix")

/* clang-format off */
static const struct sockspec_variant reported_names[] = {
    {"path-106", {{"as", "unpack_sockaddr_un.path"}, SOCKSPEC_PATH(SOCKSPEC_FILLING("106"))}},
    {"path-107", {{"as", "unpack_sockaddr_un.path"}, SOCKSPEC_PATH(SOCKSPEC_FILLING("107"))}},
    {"path-108", {{"as", "unpack_sockaddr_un.longest"}, SOCKSPEC_PATH(SOCKSPEC_FILLING("108"))}},
    {"abstract-nul-inside", {{"as", "unpack_sockaddr_un.abstract"}, SOCKSPEC_ABSTRACT("('\\0' + path('a') + '\\0\\0b')")}},
    {"abstract-107", {{"as", "unpack_sockaddr_un.abstract"}, SOCKSPEC_ABSTRACT("('\\0' + " SOCKSPEC_FILLING("107") ")")}},
};
static const struct sockspec_row unpack_sockaddr_un_odd_name_rows[] = {
    /* The address is one that the system reported. */
    {"unpack-un-odd-name", "$as", ITSELF, "peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.bind($address); Socket.unpack_sockaddr_un(peer.sockaddr[0, 110])", RETURNS("$name")},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_un_odd_name, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix",
               .axes = {AXIS("name", reported_names)})
