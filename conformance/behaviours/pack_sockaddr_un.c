/* Socket.pack_sockaddr_un(path) => sockaddr
 * Socket.sockaddr_un(path) => sockaddr */
#include "conformance/behaviours/unix_names.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */
static const struct sockspec_variant packers[] = {
    {"pack_sockaddr_un", {{"method", "pack_sockaddr_un"}}},
    {"sockaddr_un", {{"method", "sockaddr_un"}}},
};

/* All lengths from 0 to 112: as variants, and as the text of claims. */
#define TEN(what, d) what(d##0) what(d##1) what(d##2) what(d##3) what(d##4) what(d##5) what(d##6) what(d##7) what(d##8) what(d##9)
#define ONE_TO_106(what) \
    what(1) what(2) what(3) what(4) what(5) what(6) what(7) what(8) what(9) TEN(what, 1) TEN(what, 2) TEN(what, 3) TEN(what, 4) \
    TEN(what, 5) TEN(what, 6) TEN(what, 7) TEN(what, 8) TEN(what, 9) what(100) what(101) what(102) what(103) what(104) what(105) what(106)
#define VARIANT(n) {#n, {{"length", #n}}},
#define CLAIM(n) #n ","

static const struct sockspec_variant lengths[] = {VARIANT(0) ONE_TO_106(VARIANT) VARIANT(107) VARIANT(108) VARIANT(109) VARIANT(110) VARIANT(111) VARIANT(112)};

static const struct sockspec_row pack_sockaddr_un_path_rows[] = {
    /* Today's Ruby packs an empty path as the family alone, which is the address of an unnamed
     * socket. */
    {"pack-un-empty", "pack_sockaddr_un.empty", ITSELF, "method=* length=0", RETURNS("hex('01 00')")},
    /* The result has the family, the path, and zeros up to the size of the address. */
    {"pack-un-path", "pack_sockaddr_un.path", ITSELF, "method=* length=" ONE_TO_106(CLAIM) "107", RETURNS("hex('01 00') + ('p' * $length + '\\0' * 108)[0, 108]")},
    /* A path of 108 bytes leaves no room for zeros. Only today's Ruby packs it. */
    {"pack-un-longest", "pack_sockaddr_un.longest", ITSELF, "method=* length=108", RETURNS("hex('01 00') + 'p' * 108")},
    /* Both Rubies refuse a longer path. */
    {"pack-un-too-long", "pack_sockaddr_un.too-long", "pack-un-path/pack_sockaddr_un/107", "method=* length=109,110,111,112", RAISES(ArgumentError, "too long unix socket path")},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_un_path, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .cross = "Socket.$method('p' * $length)",
               .axes = {AXIS("method", packers), AXIS("length", lengths)})

/* clang-format off */
static const struct sockspec_row pack_sockaddr_un_abstract_rows[] = {
    /* Today's Ruby packs a name that begins with a NUL byte without zeros after it, because they
     * would be part of the name; Ruby 1.8.7 refuses every NUL byte. */
    {"pack-un-abstract", "pack_sockaddr_un.abstract", ITSELF, "method=* length=0," ONE_TO_106(CLAIM) "107", RETURNS("hex('01 00 00') + 'a' * $length")},
    {"pack-un-abstract-too-long", "pack_sockaddr_un.nul-too-long", "pack-un-abstract/pack_sockaddr_un/107", "method=* length=108,109,110,111,112", RAISES(ArgumentError, "too long unix socket path")},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_un_abstract, .provoked = SOCKSPEC_PURE,
               .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix",
               .cross = "Socket.$method('\\0' + 'a' * $length)",
               .axes = {AXIS("method", packers), AXIS("length", lengths)})

/* clang-format off */
static const struct sockspec_row pack_sockaddr_un_rows[] = {
    {"pack-un-text", "pack_sockaddr_un.path", ITSELF, "Socket.$method('/world/tmp/socket')", RETURNS("hex('01 00 2f 77 6f 72 6c 64 2f 74 6d 70 2f 73 6f 63 6b 65 74') + '\\0' * 91")},
    {"pack-un-relative", "pack_sockaddr_un.path", ITSELF, "Socket.$method('socket')", RETURNS("hex('01 00 73 6f 63 6b 65 74') + '\\0' * 102")},
    {"pack-un-odd-names", "pack_sockaddr_un.path", ITSELF, "[Socket.$method('.'), Socket.$method(' '), Socket.$method('a b\\n')]", RETURNS("[hex('01 00 2e') + '\\0' * 107, hex('01 00 20') + '\\0' * 107, hex('01 00 61 20 62 0a') + '\\0' * 104]")},
    {"pack-un-length", "pack_sockaddr_un.length", ITSELF, "[length(Socket.$method('p')), length(Socket.$method('p' * 54)), length(Socket.$method('p' * 107))]", RETURNS("[110, 110, 110]")},
    /* In today's Ruby a NUL byte elsewhere in the path is a byte like any other. */
    {"pack-un-embedded", "pack_sockaddr_un.embedded-nul", ITSELF, "Socket.$method('a\\0b')", RETURNS("hex('01 00 61 00 62') + '\\0' * 105")},
    {"pack-un-embedded-last", "pack_sockaddr_un.embedded-nul", ITSELF, "Socket.$method('a\\0')", RETURNS("hex('01 00 61') + '\\0' * 107")},
    {"pack-un-embedded-longest", "pack_sockaddr_un.embedded-nul", ITSELF, "Socket.$method('a' * 53 + '\\0' + 'b' * 54)", RETURNS("hex('01 00') + 'a' * 53 + '\\0' + 'b' * 54")},
    {"pack-un-embedded-too-long", "pack_sockaddr_un.nul-too-long", "pack-un-embedded-longest", "Socket.$method('a' * 53 + '\\0' + 'b' * 55)", RAISES(ArgumentError, "too long unix socket path")},
    {"pack-un-abstract-zeros", "pack_sockaddr_un.abstract", ITSELF, "Socket.$method('\\0a\\0b\\0')", RETURNS("hex('01 00 00 61 00 62 00')")},
    {"pack-un-abstract-only-zeros", "pack_sockaddr_un.abstract", ITSELF, "Socket.$method('\\0\\0\\0')", RETURNS("hex('01 00 00 00 00')")},
    /* The bytes of the path are not changed. */
    {"pack-un-binary", "pack_sockaddr_un.binary", ITSELF, "Socket.$method('\\x80\\xfe\\xff')", RETURNS("hex('01 00 80 fe ff') + '\\0' * 105")},
    {"pack-un-binary-utf8", "pack_sockaddr_un.binary", ITSELF, "Socket.$method('\\xc3\\xa9')", RETURNS("hex('01 00 c3 a9') + '\\0' * 106")},
    {"pack-un-binary-longest", "pack_sockaddr_un.longest", ITSELF, "Socket.$method('\\xff' * 108)", RETURNS("hex('01 00') + '\\xff' * 108")},
    {"pack-un-binary-too-long", "pack_sockaddr_un.too-long", "pack-un-binary", "Socket.$method('\\xff' * 109)", RAISES(ArgumentError, "too long unix socket path")},
    {"pack-un-very-long", "pack_sockaddr_un.too-long", "pack-un-text", "Socket.$method('p' * 4096)", RAISES(ArgumentError, "too long unix socket path")},
    /* Types and numbers of arguments. */
    {"pack-un-nil", "pack_sockaddr_un.type", "pack-un-text", "Socket.$method(nil)", RAISES(TypeError, NULL)},
    {"pack-un-integer", "pack_sockaddr_un.type", "pack-un-text", "Socket.$method(1)", RAISES(TypeError, NULL)},
    {"pack-un-array", "pack_sockaddr_un.type", "pack-un-text", "Socket.$method(['/world/tmp/socket'])", RAISES(TypeError, NULL)},
    {"pack-un-true", "pack_sockaddr_un.type", "pack-un-text", "Socket.$method(true)", RAISES(TypeError, NULL)},
    {"pack-un-none", "pack_sockaddr_un.arity", "pack-un-text", "Socket.$method", RAISES(ArgumentError, NULL)},
    {"pack-un-two", "pack_sockaddr_un.arity", "pack-un-text", "Socket.$method('/world/tmp/socket', nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_un, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix", .axes = {AXIS("method", packers)})

/* clang-format off */
static const struct sockspec_row pack_sockaddr_un_usable_rows[] = {
    /* The kernel creates the file that the packed address names, or in today's Ruby the abstract
     * name. */
    {"pack-un-bound", "pack_sockaddr_un.usable", ITSELF,
     "name = path('bound'); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.bind(Socket.$method(name)); socket.listen(1); caller = Tester.connected(un(name), SOCK_STREAM); "
     "[Tester.exists(name), Socket.unpack_sockaddr_un(socket.getsockname)]", RETURNS("[true, name]")},
    {"pack-un-bound-abstract", "pack_sockaddr_un.abstract", ITSELF,
     "name = '\\0' + path('bound'); packed = Socket.$method(name); socket = Socket.new(AF_UNIX, SOCK_STREAM, 0); socket.bind(packed); socket.listen(1); "
     "caller = Tester.connected(packed, SOCK_STREAM); [Tester.exists(path('bound')), socket.getsockname]", RETURNS("[false, hex('01 00') + name]")},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_un_usable, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix",
               .axes = {AXIS("method", packers)})

/* clang-format off */
static const struct sockspec_row sockaddr_un_rows[] = {
    /* The two methods return the same result. */
    {"sockaddr-un-path", "sockaddr_un.alias", ITSELF, "[Socket.sockaddr_un('/a'), Socket.pack_sockaddr_un('/a')]", RETURNS("[un('/a'), un('/a')]")},
    {"sockaddr-un-abstract", "sockaddr_un.alias.abstract", ITSELF, "[Socket.sockaddr_un('\\0a'), Socket.pack_sockaddr_un('\\0a')]", RETURNS("[hex('01 00 00 61'), hex('01 00 00 61')]")},
    {"sockaddr-un-too-long", "sockaddr_un.alias", "sockaddr-un-path", "raised(ArgumentError, Socket.pack_sockaddr_un('p' * 109)); Socket.sockaddr_un('p' * 109)", RAISES(ArgumentError, "too long unix socket path")},
    {"sockaddr-un-type", "sockaddr_un.alias", "sockaddr-un-path", "raised(TypeError, Socket.pack_sockaddr_un(nil)); Socket.sockaddr_un(nil)", RAISES(TypeError, NULL)},
    {"sockaddr-un-arity", "sockaddr_un.alias", "sockaddr-un-path", "raised(ArgumentError, Socket.pack_sockaddr_un); Socket.sockaddr_un", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(sockaddr_un, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .feature = "unix")

/* clang-format off */
static const struct sockspec_variant bindable_paths[] = {
    {"path-106", {{"as", "pack_sockaddr_un.usable"}, SOCKSPEC_PATH(SOCKSPEC_FILLING("106"))}},
    {"path-107", {{"as", "pack_sockaddr_un.usable"}, SOCKSPEC_PATH(SOCKSPEC_FILLING("107"))}},
    {"path-108", {{"as", "pack_sockaddr_un.longest"}, SOCKSPEC_PATH(SOCKSPEC_FILLING("108"))}},
    {"abstract-nul-last", {{"as", "pack_sockaddr_un.abstract"}, SOCKSPEC_ABSTRACT("('\\0' + path('a') + '\\0')")}},
    {"abstract-nul-inside", {{"as", "pack_sockaddr_un.abstract"}, SOCKSPEC_ABSTRACT("('\\0' + path('a') + '\\0\\0b')")}},
    {"abstract-107", {{"as", "pack_sockaddr_un.abstract"}, SOCKSPEC_ABSTRACT("('\\0' + " SOCKSPEC_FILLING("107") ")")}},
    {"abstract-107-nul-last", {{"as", "pack_sockaddr_un.abstract"}, SOCKSPEC_ABSTRACT("('\\0' + " SOCKSPEC_FILLING("106") " + '\\0')")}},
};
static const struct sockspec_row pack_sockaddr_un_odd_name_rows[] = {
    /* A socket that is bound to the packed name has exactly that name. */
    {"pack-un-odd-name", "$as", ITSELF, "packed = Socket.$method($name); socket = Socket.new(AF_UNIX, SOCK_DGRAM, 0); socket.bind(packed); peer = Tester.socket(AF_UNIX, SOCK_DGRAM); peer.send('letter', 0, $address); [socket.recv(20), socket.getsockname]", RETURNS("['letter', $shown]")},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_un_odd_name, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING, .feature = "unix",
               .axes = {AXIS("method", packers), AXIS("name", bindable_paths)})
