/* Socket.unpack_sockaddr_in(sockaddr) => [port, host] */
#include "conformance/behaviours/link_local.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */
/* All lengths from 0 to more than the longest address, as variants. */
#define TEN(d) VARIANT(d##0), VARIANT(d##1), VARIANT(d##2), VARIANT(d##3), VARIANT(d##4), VARIANT(d##5), VARIANT(d##6), VARIANT(d##7), VARIANT(d##8), VARIANT(d##9)
#define VARIANT(n) {#n, {{"length", #n}}}
static const struct sockspec_variant lengths[] = {TEN(), TEN(1), TEN(2), VARIANT(30), VARIANT(31), VARIANT(32), VARIANT(128), VARIANT(1024)};

static const struct sockspec_variant addresses[] = {
    {"in4", {{"address", "in4(4660, '192.0.34.166')"}}},
    {"in6", {{"address", "in6(4660, '2001:db8::1')"}}},
};

static const struct sockspec_row unpack_sockaddr_in_length_rows[] = {
    /* Today's Ruby refuses a String without a whole family; Ruby 1.8.7 does not check the
     * length. */
    {"unpack-in-too-short", "unpack_sockaddr_in.too-short", ITSELF, "address=* length=0,1", RAISES(ArgumentError, "too short sockaddr")},
    /* Today's Ruby also refuses a String that has the family but not the whole address. */
    {"unpack-in-cut", "unpack_sockaddr_in.cut", ITSELF, "address=in4 length=2,3,4,5,6,7,8,9,10,11,12,13,14,15", RAISES(SocketError, "getnameinfo:")},
    {"unpack-in-cut-ipv6", "unpack_sockaddr_in.cut", ITSELF, "address=in6 length=2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27", RAISES(SocketError, "getnameinfo:")},
    {"unpack-in-whole", "unpack_sockaddr_in.ipv4", ITSELF, "address=in4 length=16", RETURNS("[4660, '192.0.34.166']")},
    {"unpack-in-whole-ipv6", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6 length=28", RETURNS("[4660, '2001:db8::1']")},
    /* Bytes after the address are ignored. */
    {"unpack-in-longer", "unpack_sockaddr_in.longer", ITSELF, "address=in4 length=17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,128,1024", RETURNS("[4660, '192.0.34.166']")},
    {"unpack-in-longer-ipv6", "unpack_sockaddr_in.longer", ITSELF, "address=in6 length=29,30,31,32,128,1024", RETURNS("[4660, '2001:db8::1']")},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_in_length, .provoked = SOCKSPEC_PURE,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .cross = "Socket.unpack_sockaddr_in(($address + 'x' * 1024)[0, $length])",
               .axes = {AXIS("address", addresses), AXIS("length", lengths)})

/* clang-format off */
static const struct sockspec_variant ports[] = {
    {"0", {{"port", "0"}, {"bytes", "00 00"}}},
    {"1", {{"port", "1"}, {"bytes", "00 01"}}},
    {"80", {{"port", "80"}, {"bytes", "00 50"}}},
    {"255", {{"port", "255"}, {"bytes", "00 ff"}}},
    {"256", {{"port", "256"}, {"bytes", "01 00"}}},
    {"4660", {{"port", "4660"}, {"bytes", "12 34"}}},
    {"32767", {{"port", "32767"}, {"bytes", "7f ff"}}},
    {"32768", {{"port", "32768"}, {"bytes", "80 00"}}},
    {"65280", {{"port", "65280"}, {"bytes", "ff 00"}}},
    {"65535", {{"port", "65535"}, {"bytes", "ff ff"}}},
};

static const struct sockspec_variant bytes[] = {
    {"any", {{"sockaddr", "02 00 $bytes 00 00 00 00 00 00 00 00 00 00 00 00"}}},
    {"loopback", {{"sockaddr", "02 00 $bytes 7f 00 00 01 00 00 00 00 00 00 00 00"}}},
    {"broadcast", {{"sockaddr", "02 00 $bytes ff ff ff ff 00 00 00 00 00 00 00 00"}}},
    {"digits", {{"sockaddr", "02 00 $bytes 0a c8 09 63 00 00 00 00 00 00 00 00"}}},
    {"not-zero", {{"sockaddr", "02 00 $bytes c0 00 22 a6 ff ff ff ff ff ff ff ff"}}},
    {"in6-any", {{"sockaddr", "0a 00 $bytes 00000000 00000000 00000000 00000000 00000000 00000000"}}},
    {"in6-loopback", {{"sockaddr", "0a 00 $bytes 00000000 00000000 00000000 00000000 00000001 00000000"}}},
    {"in6-longest", {{"sockaddr", "0a 00 $bytes 00000000 20010db8 11112222 33334444 55556666 00000000"}}},
    {"in6-leading", {{"sockaddr", "0a 00 $bytes 00000000 20010db8 00010203 0a0b00c0 0d000001 00000000"}}},
    {"in6-run-in-the-middle", {{"sockaddr", "0a 00 $bytes 00000000 20010db8 00000000 00000001 00020003 00000000"}}},
    {"in6-run-at-the-end", {{"sockaddr", "0a 00 $bytes 00000000 20010db8 00010000 00000000 00000000 00000000"}}},
    {"in6-run-at-the-start", {{"sockaddr", "0a 00 $bytes 00000000 00000000 00000001 00020003 00040005 00000000"}}},
    {"in6-longest-run", {{"sockaddr", "0a 00 $bytes 00000000 00010000 00000002 00000000 00000003 00000000"}}},
    {"in6-first-run", {{"sockaddr", "0a 00 $bytes 00000000 00010000 00000002 00030000 00000004 00000000"}}},
    {"in6-mapped", {{"sockaddr", "0a 00 $bytes 00000000 00000000 00000000 0000ffff c00022a6 00000000"}}},
    {"in6-ones", {{"sockaddr", "0a 00 $bytes 00000000 ffffffff ffffffff ffffffff ffffffff 00000000"}}},
    {"in6-flow", {{"sockaddr", "0a 00 $bytes 000fffff 20010db8 00000000 00000000 00000001 00000000"}}},
};

static const struct sockspec_row unpack_sockaddr_in_rows[] = {
    {"unpack-in-any", "unpack_sockaddr_in.ipv4", ITSELF, "address=any port=*", RETURNS("[$port, '0.0.0.0']")},
    /* Nothing is looked up: the result has neither the name of the loopback address nor that of
     * a service. */
    {"unpack-in-loopback", "unpack_sockaddr_in.numeric", ITSELF, "address=loopback port=*", RETURNS("[$port, '127.0.0.1']")},
    {"unpack-in-broadcast", "unpack_sockaddr_in.ipv4", ITSELF, "address=broadcast port=*", RETURNS("[$port, '255.255.255.255']")},
    {"unpack-in-digits", "unpack_sockaddr_in.ipv4", ITSELF, "address=digits port=*", RETURNS("[$port, '10.200.9.99']")},
    {"unpack-in-rest-ignored", "unpack_sockaddr_in.ipv4", ITSELF, "address=not-zero port=*", RETURNS("[$port, '192.0.34.166']")},
    /* An IPv6 address is returned in its shortest form, without the longest run of zeros, or the
     * first of several that are equally long. */
    {"unpack-in-ipv6-any", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-any port=*", RETURNS("[$port, '::']")},
    {"unpack-in-ipv6-loopback", "unpack_sockaddr_in.numeric", ITSELF, "address=in6-loopback port=*", RETURNS("[$port, '::1']")},
    {"unpack-in-ipv6-longest", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-longest port=*", RETURNS("[$port, '2001:db8:1111:2222:3333:4444:5555:6666']")},
    {"unpack-in-ipv6-leading", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-leading port=*", RETURNS("[$port, '2001:db8:1:203:a0b:c0:d00:1']")},
    {"unpack-in-ipv6-middle", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-run-in-the-middle port=*", RETURNS("[$port, '2001:db8::1:2:3']")},
    {"unpack-in-ipv6-end", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-run-at-the-end port=*", RETURNS("[$port, '2001:db8:1::']")},
    {"unpack-in-ipv6-start", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-run-at-the-start port=*", RETURNS("[$port, '::1:2:3:4:5']")},
    {"unpack-in-ipv6-longest-run", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-longest-run port=*", RETURNS("[$port, '1:0:0:2::3']")},
    {"unpack-in-ipv6-first-run", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-first-run port=*", RETURNS("[$port, '1::2:3:0:0:4']")},
    {"unpack-in-ipv6-mapped", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-mapped port=*", RETURNS("[$port, '::ffff:192.0.34.166']")},
    {"unpack-in-ipv6-ones", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-ones port=*", RETURNS("[$port, 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff']")},
    {"unpack-in-ipv6-flow", "unpack_sockaddr_in.ipv6", ITSELF, "address=in6-flow port=*", RETURNS("[$port, '2001:db8::1']")},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_in, .provoked = SOCKSPEC_PURE, .needs = SOCKSPEC_NEEDS_NOTHING,
               .cross = "Socket.unpack_sockaddr_in(hex('$sockaddr'))",
               .axes = {AXIS("address", bytes), AXIS("port", ports)})

/* clang-format off */
static const struct sockspec_variant packers[] = {
    {"pack_sockaddr_in", {{"packer", "pack_sockaddr_in"}}},
    {"sockaddr_in", {{"packer", "sockaddr_in"}}},
};

static const struct sockspec_variant hosts[] = {
    {"0.0.0.0", {{"host", "'0.0.0.0'"}}},
    {"127.0.0.1", {{"host", "'127.0.0.1'"}}},
    {"255.255.255.255", {{"host", "'255.255.255.255'"}}},
    {"192.0.34.166", {{"host", "'192.0.34.166'"}}},
    {"in6-any", {{"host", "'::'"}}},
    {"in6-loopback", {{"host", "'::1'"}}},
    {"in6-example", {{"host", "'2001:db8::a:0:1'"}}},
    {"in6-ones", {{"host", "'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'"}}},
    {"in6-scope", {{"host", "'fe80::1%lo'"}}},
};

static const struct sockspec_row unpack_sockaddr_in_round_trip_rows[] = {
    {"unpack-in-packed", "unpack_sockaddr_in.round-trip", ITSELF, "Socket.unpack_sockaddr_in(Socket.$packer($port, $host))", RETURNS("[$port, $host]")},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_in_round_trip, .provoked = SOCKSPEC_PURE,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("packer", packers), AXIS("port", ports), AXIS("host", hosts)})

/* clang-format off */
static const struct sockspec_row unpack_sockaddr_in_other_rows[] = {
    {"unpack-in-good", "unpack_sockaddr_in.ipv4", ITSELF, "Socket.unpack_sockaddr_in(in4(80, '127.0.0.1'))", RETURNS("[80, '127.0.0.1']")},
    {"unpack-in-good-ipv6", "unpack_sockaddr_in.ipv6", ITSELF, "Socket.unpack_sockaddr_in(in6(80, '::1'))", RETURNS("[80, '::1']")},
    /* The scope of a link-local address is part of its text. */
    {"unpack-in-scope", "unpack_sockaddr_in.scope", ITSELF, "Socket.unpack_sockaddr_in(in6(80, 'fe80::1', 1))", RETURNS("[80, 'fe80::1%lo']")},
    {"unpack-in-scope-none", "unpack_sockaddr_in.scope", ITSELF, "Socket.unpack_sockaddr_in(in6(80, 'fe80::1', 0))", RETURNS("[80, 'fe80::1']")},
    /* The method accepts addresses that the kernel returned. */
    {"unpack-in-getsockname", "unpack_sockaddr_in.ipv4", ITSELF, "peer = Tester.socket(AF_INET, SOCK_STREAM); peer.bind(in4(0, '127.0.0.1')); port, host = Socket.unpack_sockaddr_in(peer.sockaddr); [port, host]", RETURNS("[peer.port, '127.0.0.1']")},
    {"unpack-in-getsockname-ipv6", "unpack_sockaddr_in.ipv6", ITSELF, "peer = Tester.socket(AF_INET6, SOCK_STREAM); peer.bind(in6(0, '::1')); port, host = Socket.unpack_sockaddr_in(peer.sockaddr); [port, host]", RETURNS("[peer.port, '::1']")},
    /* Other families, and numbers that are not a family. */
    {"unpack-in-unix", "unpack_sockaddr_in.wrong-family", "unpack-in-good", "Socket.unpack_sockaddr_in(un('/a'))", RAISES(ArgumentError, "not an AF_INET/AF_INET6 sockaddr")},
    {"unpack-in-unix-unnamed", "unpack_sockaddr_in.wrong-family", "unpack-in-good", "Socket.unpack_sockaddr_in(hex('01 00'))", RAISES(ArgumentError, "not an AF_INET/AF_INET6 sockaddr")},
    {"unpack-in-unspec", "unpack_sockaddr_in.wrong-family", "unpack-in-good", "Socket.unpack_sockaddr_in(hex('00 00 00 50 7f 00 00 01 00 00 00 00 00 00 00 00'))", RAISES(ArgumentError, "not an AF_INET/AF_INET6 sockaddr")},
    {"unpack-in-other-byte-order", "unpack_sockaddr_in.wrong-family", "unpack-in-good", "Socket.unpack_sockaddr_in(hex('00 02 00 50 7f 00 00 01 00 00 00 00 00 00 00 00'))", RAISES(ArgumentError, "not an AF_INET/AF_INET6 sockaddr")},
    {"unpack-in-no-family", "unpack_sockaddr_in.wrong-family", "unpack-in-good", "Socket.unpack_sockaddr_in('\\xff' * 28)", RAISES(ArgumentError, "not an AF_INET/AF_INET6 sockaddr")},
    {"unpack-in-text", "unpack_sockaddr_in.wrong-family", "unpack-in-good", "Socket.unpack_sockaddr_in('127.0.0.1')", RAISES(ArgumentError, "not an AF_INET/AF_INET6 sockaddr")},
    /* Today's Ruby refuses Strings that are too short for an address; Ruby 1.8.7 does not check
     * the length. */
    {"unpack-in-empty", "unpack_sockaddr_in.too-short", "unpack-in-good", "Socket.unpack_sockaddr_in('')", RAISES(ArgumentError, "too short sockaddr")},
    {"unpack-in-half-family", "unpack_sockaddr_in.too-short", "unpack-in-good", "Socket.unpack_sockaddr_in(hex('02'))", RAISES(ArgumentError, "too short sockaddr")},
    {"unpack-in-cut-text", "unpack_sockaddr_in.cut", "unpack-in-good", "Socket.unpack_sockaddr_in(hex('02 00 00 50 7f 00 00 01'))", RAISES(SocketError, "getnameinfo:")},
    /* Types and numbers of arguments. */
    {"unpack-in-nil", "unpack_sockaddr_in.type", "unpack-in-good", "Socket.unpack_sockaddr_in(nil)", RAISES(TypeError, NULL)},
    {"unpack-in-integer", "unpack_sockaddr_in.type", "unpack-in-good", "Socket.unpack_sockaddr_in(80)", RAISES(TypeError, NULL)},
    {"unpack-in-array", "unpack_sockaddr_in.type", "unpack-in-good", "Socket.unpack_sockaddr_in([80, '127.0.0.1'])", RAISES(TypeError, NULL)},
    {"unpack-in-true", "unpack_sockaddr_in.type", "unpack-in-good", "Socket.unpack_sockaddr_in(true)", RAISES(TypeError, NULL)},
    {"unpack-in-none", "unpack_sockaddr_in.arity", "unpack-in-good", "Socket.unpack_sockaddr_in", RAISES(ArgumentError, NULL)},
    {"unpack-in-two", "unpack_sockaddr_in.arity", "unpack-in-good", "Socket.unpack_sockaddr_in(in4(80, '127.0.0.1'), nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_in_other, .provoked = SOCKSPEC_KERNEL,
               .needs = SOCKSPEC_NEEDS_NOTHING)

/* clang-format off */
static const struct sockspec_row unpack_sockaddr_in_link_local_rows[] = {
    {"unpack-in-link-local", "unpack_sockaddr_in.scope", ITSELF, "Socket.unpack_sockaddr_in(" SOCKSPEC_LINK_LOCAL("80") ")", RETURNS("[80, 'fe80::1%world0']")},
    /* No device has the number. */
    {"unpack-in-link-local-large", "unpack_sockaddr_in.scope", ITSELF, "Socket.unpack_sockaddr_in(in6(80, 'fe80::1', 305419896))", RETURNS("[80, 'fe80::1%305419896']")},
    {"unpack-in-link-local-packed", "unpack_sockaddr_in.round-trip", ITSELF, "port, host = Socket.unpack_sockaddr_in(" SOCKSPEC_LINK_LOCAL("80") "); Socket.pack_sockaddr_in(port, host)", RETURNS(SOCKSPEC_LINK_LOCAL("80"))},
};
/* clang-format on */
SOCKSPEC_TABLE(unpack_sockaddr_in_link_local, .provoked = SOCKSPEC_KERNEL)
