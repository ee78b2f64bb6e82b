/* Socket.pack_sockaddr_in(port, host) => sockaddr
 * Socket.sockaddr_in(port, host) => sockaddr */
#include "conformance/behaviours/large_hosts.h"
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/text_forms.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */
static const struct sockspec_variant packers[] = {
    {"pack_sockaddr_in", {{"method", "pack_sockaddr_in"}}},
    {"sockaddr_in", {{"method", "sockaddr_in"}}},
};

/* $port is the argument, $bytes the port's bytes in the address, $number the port. */
static const struct sockspec_variant ports[] = {
    {"nil", {{"port", "nil"}, {"bytes", "00 00"}, {"number", "0"}}},
    {"0", {{"port", "0"}, {"bytes", "00 00"}, {"number", "0"}}},
    {"1", {{"port", "1"}, {"bytes", "00 01"}, {"number", "1"}}},
    {"80", {{"port", "80"}, {"bytes", "00 50"}, {"number", "80"}}},
    {"255", {{"port", "255"}, {"bytes", "00 ff"}, {"number", "255"}}},
    {"256", {{"port", "256"}, {"bytes", "01 00"}, {"number", "256"}}},
    {"4660", {{"port", "4660"}, {"bytes", "12 34"}, {"number", "4660"}}},
    {"32768", {{"port", "32768"}, {"bytes", "80 00"}, {"number", "32768"}}},
    {"65534", {{"port", "65534"}, {"bytes", "ff fe"}, {"number", "65534"}}},
    {"65535", {{"port", "65535"}, {"bytes", "ff ff"}, {"number", "65535"}}},
    {"digits-0", {{"port", "'0'"}, {"bytes", "00 00"}, {"number", "0"}}},
    {"digits-80", {{"port", "'80'"}, {"bytes", "00 50"}, {"number", "80"}}},
    {"digits-4660", {{"port", "'4660'"}, {"bytes", "12 34"}, {"number", "4660"}}},
    {"digits-65535", {{"port", "'65535'"}, {"bytes", "ff ff"}, {"number", "65535"}}},
    {"http", {{"port", "'http'"}, {"bytes", "00 50"}, {"number", "80"}}},
    {"alias-www", {{"port", "'www'"}, {"bytes", "00 50"}, {"number", "80"}}},
    {"tcp-only", {{"port", "'sockspec-tcp-only'"}, {"bytes", "1b 58"}, {"number", "7000"}}},
    {"udp-only", {{"port", "'sockspec-udp-only'"}, {"bytes", "1b 58"}, {"number", "7000"}}},
    {"byte-order", {{"port", "'sockspec-byte-order'"}, {"bytes", "12 34"}, {"number", "4660"}}},
    {"large", {{"port", "'sockspec-large'"}, {"bytes", "9c 40"}, {"number", "40000"}}},
    {"largest", {{"port", "'sockspec-largest'"}, {"bytes", "ff ff"}, {"number", "65535"}}},
};

static const struct sockspec_variant hosts[] = {
    {"nil", {{"host", "nil"}}},
    {"empty", {{"host", "''"}}},
    {"any", {{"host", "'<any>'"}}},
    {"broadcast", {{"host", "'<broadcast>'"}}},
    {"INADDR_ANY", {{"host", "INADDR_ANY"}}},
    {"INADDR_LOOPBACK", {{"host", "INADDR_LOOPBACK"}}},
    {"INADDR_BROADCAST", {{"host", "INADDR_BROADCAST"}}},
    {"1", {{"host", "1"}}},
    {"0xC0000222", {{"host", "0xC0000222"}}},
    {"127.0.0.1", {{"host", "'127.0.0.1'"}}},
    {"0.0.0.0", {{"host", "'0.0.0.0'"}}},
    {"255.255.255.255", {{"host", "'255.255.255.255'"}}},
    {"192.0.34.166", {{"host", "'192.0.34.166'"}}},
    {"in6-any", {{"host", "'::'"}}},
    {"in6-loopback", {{"host", "'::1'"}}},
    {"in6-short", {{"host", "'2001:db8::a:0:1'"}}},
    {"in6-whole", {{"host", "'2001:0db8:0123:4567:89ab:cdef:0123:4567'"}}},
    {"in6-upper", {{"host", "'2001:DB8::FACE'"}}},
    {"in6-mapped", {{"host", "'::ffff:192.0.34.166'"}}},
    {"in6-ones", {{"host", "'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'"}}},
    {"localhost", {{"host", "'localhost'"}}},
    {"printer", {{"host", "'printer.example'"}}},
    {"printer-alias", {{"host", "'lp'"}}},
    {"ipv6-only", {{"host", "'ipv6-only.example'"}}},
    {"both", {{"host", "'both.example'"}}},
};

static const struct sockspec_row pack_sockaddr_in_rows[] = {
    /* A nil host is the loopback address, of IPv6 if IPv6 is available. */
    {"pack-in-host-nil", "pack_sockaddr_in.host-nil", ITSELF,
     "method=* host=nil port=0,1,80,255,256,4660,32768,65534,65535,digits-0,digits-80,digits-4660,digits-65535,http,alias-www,tcp-only,udp-only,byte-order,large,largest",
     RETURNS("in6($number, '::1')")},
    /* The host and the port cannot both be nil. */
    {"pack-in-nothing", "pack_sockaddr_in.nothing", ITSELF, "method=* host=nil port=nil", RAISES(SocketError, "getaddrinfo:")},
    /* Hosts that have a special meaning. */
    {"pack-in-host-empty", "pack_sockaddr_in.host-empty", ITSELF, "method=* host=empty port=*", RETURNS("hex('02 00 $bytes 00 00 00 00 00 00 00 00 00 00 00 00')")},
    {"pack-in-host-any", "pack_sockaddr_in.host-any", ITSELF, "method=* host=any port=*", RETURNS("hex('02 00 $bytes 00 00 00 00 00 00 00 00 00 00 00 00')")},
    {"pack-in-host-broadcast", "pack_sockaddr_in.host-broadcast", ITSELF, "method=* host=broadcast port=*", RETURNS("hex('02 00 $bytes ff ff ff ff 00 00 00 00 00 00 00 00')")},
    /* Hosts that are Integers. */
    {"pack-in-integer-any", "pack_sockaddr_in.host-integer", ITSELF, "method=* host=INADDR_ANY port=*", RETURNS("hex('02 00 $bytes 00 00 00 00 00 00 00 00 00 00 00 00')")},
    {"pack-in-integer-loopback", "pack_sockaddr_in.host-integer", ITSELF, "method=* host=INADDR_LOOPBACK port=*", RETURNS("hex('02 00 $bytes 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-integer-broadcast", "pack_sockaddr_in.host-integer", ITSELF, "method=* host=INADDR_BROADCAST port=*", RETURNS("hex('02 00 $bytes ff ff ff ff 00 00 00 00 00 00 00 00')")},
    {"pack-in-integer-one", "pack_sockaddr_in.host-integer", ITSELF, "method=* host=1 port=*", RETURNS("hex('02 00 $bytes 00 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-integer-order", "pack_sockaddr_in.host-integer", ITSELF, "method=* host=0xC0000222 port=*", RETURNS("hex('02 00 $bytes c0 00 02 22 00 00 00 00 00 00 00 00')")},
    /* IPv4 addresses in presentation format, with every kind of port. */
    {"pack-in-ipv4", "pack_sockaddr_in.ipv4", ITSELF, "method=* host=127.0.0.1 port=1,80,255,256,4660,32768,65534", RETURNS("hex('02 00 $bytes 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-port-nil", "pack_sockaddr_in.port-nil", ITSELF, "method=* host=127.0.0.1 port=nil", RETURNS("hex('02 00 00 00 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-port-ends", "pack_sockaddr_in.port-ends", ITSELF, "method=* host=127.0.0.1 port=0,65535", RETURNS("hex('02 00 $bytes 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-port-digits", "pack_sockaddr_in.port-digits", ITSELF, "method=* host=127.0.0.1 port=digits-0,digits-80,digits-4660,digits-65535", RETURNS("hex('02 00 $bytes 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-port-name", "pack_sockaddr_in.port-name", ITSELF, "method=* host=127.0.0.1 port=http,alias-www,tcp-only,udp-only,byte-order,large,largest", RETURNS("hex('02 00 $bytes 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-ipv4-zeros", "pack_sockaddr_in.ipv4", ITSELF, "method=* host=0.0.0.0 port=*", RETURNS("hex('02 00 $bytes 00 00 00 00 00 00 00 00 00 00 00 00')")},
    {"pack-in-ipv4-ones", "pack_sockaddr_in.ipv4", ITSELF, "method=* host=255.255.255.255 port=*", RETURNS("hex('02 00 $bytes ff ff ff ff 00 00 00 00 00 00 00 00')")},
    {"pack-in-ipv4-order", "pack_sockaddr_in.ipv4", ITSELF, "method=* host=192.0.34.166 port=*", RETURNS("hex('02 00 $bytes c0 00 22 a6 00 00 00 00 00 00 00 00')")},
    /* An IPv6 address has the family, the port, the flow label, sixteen bytes of address and the
     * scope. */
    {"pack-in-ipv6-any", "pack_sockaddr_in.ipv6", ITSELF, "method=* host=in6-any port=*", RETURNS("hex('0a 00 $bytes 00000000 00000000 00000000 00000000 00000000 00000000')")},
    {"pack-in-ipv6-loopback", "pack_sockaddr_in.ipv6", ITSELF, "method=* host=in6-loopback port=*", RETURNS("hex('0a 00 $bytes 00000000 00000000 00000000 00000000 00000001 00000000')")},
    {"pack-in-ipv6-short", "pack_sockaddr_in.ipv6", ITSELF, "method=* host=in6-short port=*", RETURNS("hex('0a 00 $bytes 00000000 20010db8 00000000 0000000a 00000001 00000000')")},
    {"pack-in-ipv6-whole", "pack_sockaddr_in.ipv6", ITSELF, "method=* host=in6-whole port=*", RETURNS("hex('0a 00 $bytes 00000000 20010db8 01234567 89abcdef 01234567 00000000')")},
    {"pack-in-ipv6-upper", "pack_sockaddr_in.ipv6", ITSELF, "method=* host=in6-upper port=*", RETURNS("hex('0a 00 $bytes 00000000 20010db8 00000000 00000000 0000face 00000000')")},
    {"pack-in-ipv6-mapped", "pack_sockaddr_in.ipv6", ITSELF, "method=* host=in6-mapped port=*", RETURNS("hex('0a 00 $bytes 00000000 00000000 00000000 0000ffff c00022a6 00000000')")},
    {"pack-in-ipv6-ones", "pack_sockaddr_in.ipv6", ITSELF, "method=* host=in6-ones port=*", RETURNS("hex('0a 00 $bytes 00000000 ffffffff ffffffff ffffffff ffffffff 00000000')")},
    /* For a name, the result has its first address, with IPv6 before IPv4. */
    {"pack-in-name", "pack_sockaddr_in.host-name", ITSELF, "method=* host=localhost port=*", RETURNS("hex('02 00 $bytes 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-name-aliased", "pack_sockaddr_in.host-name", ITSELF, "method=* host=printer,printer-alias port=*", RETURNS("hex('02 00 $bytes c0 00 02 0a 00 00 00 00 00 00 00 00')")},
    {"pack-in-name-ipv6", "pack_sockaddr_in.host-name", ITSELF, "method=* host=ipv6-only port=*", RETURNS("in6($number, '2001:db8:1::16')")},
    {"pack-in-name-both", "pack_sockaddr_in.host-name", ITSELF, "method=* host=both port=*", RETURNS("in6($number, '2001:db8:1::18')")},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_in, .provoked = SOCKSPEC_KERNEL,
               .cross = "Socket.$method($port, $host)",
               .axes = {AXIS("method", packers), AXIS("host", hosts), AXIS("port", ports)})

/* clang-format off */
static const struct sockspec_row pack_sockaddr_in_name_rows[] = {
    /* Names that the name server knows: with one address, with several, with both families, and
     * an alias. */
    {"pack-in-dns-example", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, 'www.example.com')", RETURNS("hex('02 00 00 50 c0 00 22 a6 00 00 00 00 00 00 00 00')")},
    {"pack-in-dns-alias", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(25, 'smtp.telus.net')", RETURNS("hex('02 00 00 19 c7 b9 dc f9 00 00 00 00 00 00 00 00')")},
    {"pack-in-dns-chain", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, 'chain.example.com')", RETURNS("hex('02 00 00 50 c0 00 02 14 00 00 00 00 00 00 00 00')")},
    {"pack-in-dns-dual", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, 'dual.example.com')", RETURNS("in6(80, '2001:db8:1::30')")},
    {"pack-in-dns-ipv6", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, 'v6.example.com')", RETURNS("in6(80, '2001:db8:1::6')")},
    {"pack-in-name-upper", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, 'LOCALHOST')", RETURNS("hex('02 00 00 50 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    /* If several protocols list a service, the port is that of the first. */
    {"pack-in-service-split", "pack_sockaddr_in.port-name", ITSELF, "Socket.$method('sockspec-split', '127.0.0.1')", RETURNS("hex('02 00 1b 59 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-service-alias", "pack_sockaddr_in.port-name", ITSELF, "Socket.$method('sockspec-split-alias', '127.0.0.1')", RETURNS("hex('02 00 1b 59 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    /* A service whose name reads as a number is found by that name. */
    {"pack-in-service-hexlike", "pack_sockaddr_in.port-name", ITSELF, "Socket.$method('0x1f', '127.0.0.1')", RETURNS("hex('02 00 1b 62 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    /* Digits are decimal, whatever their prefix. */
    {"pack-in-digits-none", "pack_sockaddr_in.port-empty", ITSELF, "Socket.$method('', '127.0.0.1')", RETURNS("hex('02 00 00 00 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-digits-zeros", "pack_sockaddr_in.port-digits", ITSELF, "Socket.$method('0080', '127.0.0.1')", RETURNS("hex('02 00 00 50 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    {"pack-in-digits-octal", "pack_sockaddr_in.port-digits", ITSELF, "Socket.$method('010', '127.0.0.1')", RETURNS("hex('02 00 00 0a 7f 00 00 01 00 00 00 00 00 00 00 00')")},
    /* A link-local address has its scope. The loopback device has number one. */
    {"pack-in-scope-number", "pack_sockaddr_in.ipv6-scope", ITSELF, "Socket.$method(80, 'fe80::1%1')", RETURNS("hex('0a 00 00 50 00000000 fe800000 00000000 00000000 00000001 01000000')")},
    {"pack-in-scope-name", "pack_sockaddr_in.ipv6-scope", ITSELF, "Socket.$method(80, 'fe80::1%lo')", RETURNS("hex('0a 00 00 50 00000000 fe800000 00000000 00000000 00000001 01000000')")},
    /* Any notation that inet_aton(3) accepts is an IPv4 address. */
    {"pack-in-ipv4-two-parts", "pack_sockaddr_in.ipv4", ITSELF, "Socket.$method(80, '127.1')", RETURNS("hex('02 00 00 50 7f 00 00 01 00 00 00 00 00 00 00 00')")},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_in_name, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("method", packers)})

/* clang-format off */
static const struct sockspec_row pack_sockaddr_in_dual_rows[] = {
    /* If localhost has two addresses, the first is the one of IPv6. */
    {"pack-in-localhost-dual", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, 'localhost')", RETURNS("in6(80, '::1')")},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_in_dual, .provoked = SOCKSPEC_KERNEL, .names = "dual",
               .axes = {AXIS("method", packers)})

/* clang-format off */
static const struct sockspec_row pack_sockaddr_in_error_rows[] = {
    {"pack-in-known", "pack_sockaddr_in.ipv4", ITSELF, "Socket.$method(80, '192.0.34.166')", RETURNS("in4(80, '192.0.34.166')")},
    /* The host does not exist, or is not an address although it resembles one. */
    {"pack-in-host-unknown", "pack_sockaddr_in.host-unknown", "pack-in-known", "Socket.$method(80, 'nobody.invalid')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-host-no-address", "pack_sockaddr_in.host-unknown", "pack-in-known", "Socket.$method(80, 'no-address.example.com')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-host-octet", "pack_sockaddr_in.host-unknown", "pack-in-known", "Socket.$method(80, '192.0.34.256')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-host-five", "pack_sockaddr_in.host-unknown", "pack-in-known", "Socket.$method(80, '192.0.34.166.1')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-host-colons", "pack_sockaddr_in.host-unknown", "pack-in-known", "Socket.$method(80, '1::2::3')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-host-brackets", "pack_sockaddr_in.host-unknown", "pack-in-known", "Socket.$method(80, '[::1]')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-host-blank", "pack_sockaddr_in.host-unknown", "pack-in-known", "Socket.$method(80, ' ')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-host-blank-before", "pack_sockaddr_in.host-unknown", "pack-in-known", "Socket.$method(80, ' 192.0.34.166')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-host-longest", "pack_sockaddr_in.host-unknown", "pack-in-known", "Socket.$method(80, 'a' * 1024)", RAISES(SocketError, "getaddrinfo:")},
    /* The service does not exist. */
    {"pack-in-port-unknown", "pack_sockaddr_in.port-unknown", "pack-in-known", "Socket.$method('no-such-service', '192.0.34.166')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-port-trailing", "pack_sockaddr_in.port-unknown", "pack-in-known", "Socket.$method('80x', '192.0.34.166')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-port-hex", "pack_sockaddr_in.port-unknown", "pack-in-known", "Socket.$method('0x50', '192.0.34.166')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-port-upper", "pack_sockaddr_in.port-unknown", "pack-in-known", "Socket.$method('HTTP', '192.0.34.166')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-port-negative", "pack_sockaddr_in.port-unknown", "pack-in-known", "Socket.$method(-1, '192.0.34.166')", RAISES(SocketError, "getaddrinfo:")},
    {"pack-in-port-longest", "pack_sockaddr_in.port-unknown", "pack-in-known", "Socket.$method('a' * 31, '192.0.34.166')", RAISES(SocketError, "getaddrinfo:")},
    /* The host or the service is too long for the buffers of the system's functions. */
    {"pack-in-host-1025", "pack_sockaddr_in.host-too-long", "pack-in-known", "Socket.$method(80, 'a' * 1025)", RAISES(ArgumentError, "hostname too long")},
    {"pack-in-host-4096", "pack_sockaddr_in.host-too-long", "pack-in-known", "Socket.$method(80, 'a' * 4096)", RAISES(ArgumentError, "hostname too long")},
    {"pack-in-port-32", "pack_sockaddr_in.port-too-long", "pack-in-known", "Socket.$method('a' * 32, '192.0.34.166')", RAISES(ArgumentError, "service name too long")},
    {"pack-in-port-32-digits", "pack_sockaddr_in.port-too-long", "pack-in-known", "Socket.$method('0' * 30 + '80', '192.0.34.166')", RAISES(ArgumentError, "service name too long")},
    {"pack-in-port-4096", "pack_sockaddr_in.port-too-long", "pack-in-known", "Socket.$method('a' * 4096, '192.0.34.166')", RAISES(ArgumentError, "service name too long")},
    /* Today's Ruby refuses a NUL byte. For the system and for Ruby 1.8.7 the name ends there. */
    {"pack-in-nul-in-host", "pack_sockaddr_in.nul", "pack-in-known", "Socket.$method(80, '192.0.34.166\\0x')", RAISES(ArgumentError, NULL)},
    {"pack-in-nul-ends-host", "pack_sockaddr_in.nul", "pack-in-known", "Socket.$method(80, '192.0.34.166\\0')", RAISES(ArgumentError, NULL)},
    {"pack-in-nul-begins-host", "pack_sockaddr_in.nul", "pack-in-known", "Socket.$method(80, '\\0')", RAISES(ArgumentError, NULL)},
    {"pack-in-nul-in-port", "pack_sockaddr_in.nul", "pack-in-known", "Socket.$method('80\\0x', '192.0.34.166')", RAISES(ArgumentError, NULL)},
    {"pack-in-nul-ends-port", "pack_sockaddr_in.nul", "pack-in-known", "Socket.$method('80\\0', '192.0.34.166')", RAISES(ArgumentError, NULL)},
    {"pack-in-nul-begins-port", "pack_sockaddr_in.nul", "pack-in-known", "Socket.$method('\\0', '192.0.34.166')", RAISES(ArgumentError, NULL)},
    /* Types of arguments. */
    {"pack-in-host-array", "pack_sockaddr_in.host-type", "pack-in-known", "Socket.$method(80, [])", RAISES(TypeError, NULL)},
    {"pack-in-host-in-array", "pack_sockaddr_in.host-type", "pack-in-known", "Socket.$method(80, ['192.0.34.166'])", RAISES(TypeError, NULL)},
    {"pack-in-host-float", "pack_sockaddr_in.host-type", "pack-in-known", "Socket.$method(80, 192.1)", RAISES(TypeError, NULL)},
    {"pack-in-host-true", "pack_sockaddr_in.host-type", "pack-in-known", "Socket.$method(80, true)", RAISES(TypeError, NULL)},
    {"pack-in-host-false", "pack_sockaddr_in.host-type", "pack-in-known", "Socket.$method(80, false)", RAISES(TypeError, NULL)},
    {"pack-in-port-array", "pack_sockaddr_in.port-type", "pack-in-known", "Socket.$method([], '192.0.34.166')", RAISES(TypeError, NULL)},
    {"pack-in-port-in-array", "pack_sockaddr_in.port-type", "pack-in-known", "Socket.$method([80], '192.0.34.166')", RAISES(TypeError, NULL)},
    {"pack-in-port-float", "pack_sockaddr_in.port-type", "pack-in-known", "Socket.$method(80.0, '192.0.34.166')", RAISES(TypeError, NULL)},
    {"pack-in-port-true", "pack_sockaddr_in.port-type", "pack-in-known", "Socket.$method(true, '192.0.34.166')", RAISES(TypeError, NULL)},
    {"pack-in-port-false", "pack_sockaddr_in.port-type", "pack-in-known", "Socket.$method(false, '192.0.34.166')", RAISES(TypeError, NULL)},
    /* Today's Ruby accepts an Integer host of at most 32 bits; Ruby 1.8.7 uses its lowest 32
     * bits. */
    {"pack-in-host-range", "pack_sockaddr_in.host-range", "pack-in-known", "Socket.$method(80, 0x100000000)", RAISES(RangeError, NULL)},
    /* No descriptor is free for the lookup: Ruby 1.8.7 raises SocketError, today's Ruby the
     * system's own error. */
    {"pack-in-one-left", "pack_sockaddr_in.EMFILE", ITSELF, "Socket.$method(80, 'www.example.com'); limit_descriptors(1); Socket.$method(80, 'www.example.com')", RETURNS("in4(80, '192.0.34.166')")},
    {"pack-in-none-left", "pack_sockaddr_in.EMFILE", "pack-in-one-left", "Socket.$method(80, 'www.example.com'); limit_descriptors(0); Socket.$method(80, 'www.example.com')", RAISES_ONE("either(Errno::EMFILE, SocketError)", "either('getaddrinfo', 'getaddrinfo:')")},
    {"pack-in-none-left-errno", "pack_sockaddr_in.EMFILE.errno", "pack-in-one-left", "Socket.$method(80, 'www.example.com'); limit_descriptors(0); Socket.$method(80, 'www.example.com')", RAISES(Errno::EMFILE, "getaddrinfo")},
    /* Numbers of arguments. */
    {"pack-in-none", "pack_sockaddr_in.arity", "pack-in-known", "Socket.$method", RAISES(ArgumentError, NULL)},
    {"pack-in-one", "pack_sockaddr_in.arity", "pack-in-known", "Socket.$method(80)", RAISES(ArgumentError, NULL)},
    {"pack-in-three", "pack_sockaddr_in.arity", "pack-in-known", "Socket.$method(80, '192.0.34.166', nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_in_error, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("method", packers)})

/* clang-format off */
/* A port that the tester holds without listening, and that the implementation may share. */
#define HELD "holder = Tester.socket($domain, $type); holder.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); holder.bind($address); "

static const struct sockspec_variant places[] = {
    {"in4", {{"domain", "AF_INET"}, {"address", "in4(0, '127.0.0.1')"}, {"host", "'127.0.0.1'"}}},
    {"in4-name", {{"domain", "AF_INET"}, {"address", "in4(0, '127.0.0.1')"}, {"host", "'localhost'"}}},
    {"in4-integer", {{"domain", "AF_INET"}, {"address", "in4(0, '127.0.0.1')"}, {"host", "INADDR_LOOPBACK"}}},
    {"in4-any", {{"domain", "AF_INET"}, {"address", "in4(0, '0.0.0.0')"}, {"host", "'<any>'"}}},
    {"in4-other", {{"domain", "AF_INET"}, {"address", "in4(0, '127.9.8.7')"}, {"host", "'127.9.8.7'"}}},
    {"in6", {{"domain", "AF_INET6"}, {"address", "in6(0, '::1')"}, {"host", "'::1'"}}},
    {"in6-any", {{"domain", "AF_INET6"}, {"address", "in6(0, '::')"}, {"host", "'::'"}}},
};

static const struct sockspec_variant types[] = {
    {"stream", {{"type", "SOCK_STREAM"}}},
    {"dgram", {{"type", "SOCK_DGRAM"}}},
};

static const struct sockspec_row pack_sockaddr_in_usable_rows[] = {
    /* The kernel accepts the address and returns it unchanged. */
    {"pack-in-bound", "pack_sockaddr_in.usable", ITSELF,
     HELD "packed = Socket.$method(holder.port, $host); socket = Socket.new($domain, $type, 0); socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); socket.bind(packed); [packed, socket.getsockname]", RETURNS("[holder.sockaddr, holder.sockaddr]")},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_in_usable, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("method", packers), AXIS("place", places), AXIS("type", types)})

/* clang-format off */
static const struct sockspec_row sockaddr_in_rows[] = {
    /* The two methods return the same result. */
    {"sockaddr-in-ipv4", "sockaddr_in.alias", ITSELF, "[Socket.sockaddr_in(80, '127.0.0.1'), Socket.pack_sockaddr_in(80, '127.0.0.1')]", RETURNS("[in4(80, '127.0.0.1'), in4(80, '127.0.0.1')]")},
    {"sockaddr-in-ipv6", "sockaddr_in.alias", ITSELF, "[Socket.sockaddr_in(80, '::1'), Socket.pack_sockaddr_in(80, '::1')]", RETURNS("[in6(80, '::1'), in6(80, '::1')]")},
    {"sockaddr-in-name", "sockaddr_in.alias", ITSELF, "[Socket.sockaddr_in('http', 'localhost'), Socket.pack_sockaddr_in('http', 'localhost')]", RETURNS("[in4(80, '127.0.0.1'), in4(80, '127.0.0.1')]")},
    {"sockaddr-in-unknown", "sockaddr_in.alias", "sockaddr-in-name", "raised(SocketError, Socket.pack_sockaddr_in('http', 'nobody.invalid')); Socket.sockaddr_in('http', 'nobody.invalid')", RAISES(SocketError, "getaddrinfo:")},
    {"sockaddr-in-too-long", "sockaddr_in.alias", "sockaddr-in-name", "raised(ArgumentError, Socket.pack_sockaddr_in('http', 'a' * 1025)); Socket.sockaddr_in('http', 'a' * 1025)", RAISES(ArgumentError, "hostname too long")},
    {"sockaddr-in-type", "sockaddr_in.alias", "sockaddr-in-name", "raised(TypeError, Socket.pack_sockaddr_in('http', [])); Socket.sockaddr_in('http', [])", RAISES(TypeError, NULL)},
    {"sockaddr-in-arity", "sockaddr_in.alias", "sockaddr-in-name", "raised(ArgumentError, Socket.pack_sockaddr_in('http')); Socket.sockaddr_in('http')", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(sockaddr_in, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
static const struct sockspec_row pack_sockaddr_in_link_local_rows[] = {
    {"pack-in-link-local", "pack_sockaddr_in.ipv6-scope", ITSELF, "Socket.$method(80, 'fe80::1%world0')", RETURNS(SOCKSPEC_LINK_LOCAL("80"))},
    {"pack-in-link-local-service", "pack_sockaddr_in.ipv6-scope", ITSELF, "Socket.$method('http', 'fe80::1%world0')", RETURNS(SOCKSPEC_LINK_LOCAL("80"))},
    {"pack-in-link-local-large", "pack_sockaddr_in.ipv6-scope", ITSELF, "Socket.$method(80, 'fe80::1%305419896')", RETURNS("in6(80, 'fe80::1', 305419896)")},
    {"pack-in-link-local-no-device", "pack_sockaddr_in.host-unknown", "pack-in-link-local", "Socket.$method(80, 'fe80::1%world9')", RAISES(SocketError, "getaddrinfo:")},
};
/* clang-format on */
SOCKSPEC_TABLE(pack_sockaddr_in_link_local, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("method", packers)})

/* clang-format off */
static const struct sockspec_row pack_sockaddr_in_address_form_rows[] = {
    {"pack-in-form", "pack_sockaddr_in.host-form", ITSELF, "Socket.$method(80, $host)", RETURNS("hex('02 00 00 50 $bytes 00 00 00 00 00 00 00 00')")},
};
static const struct sockspec_row pack_sockaddr_in_broken_host_rows[] = {
    {"pack-in-host-broken", "pack_sockaddr_in.host-unknown", "pack-in-known-$method", "Socket.$method(80, $host)", RAISES(SocketError, "getaddrinfo:")},
};
static const struct sockspec_row pack_sockaddr_in_capital_host_rows[] = {
    {"pack-in-host-capitals", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, $host)", RETURNS("hex('02 00 00 50 $bytes 00 00 00 00 00 00 00 00')")},
};
static const struct sockspec_row pack_sockaddr_in_port_form_rows[] = {
    {"pack-in-port", "pack_sockaddr_in.port-form", ITSELF, "[Socket.$method($service, '192.0.2.10'), Socket.$method($service, 'printer.example')]", RETURNS("[in4($port, '192.0.2.10'), in4($port, '192.0.2.10')]")},
};
static const struct sockspec_row pack_sockaddr_in_broken_service_rows[] = {
    {"pack-in-port-broken", "pack_sockaddr_in.port-unknown", "pack-in-known-$method", "Socket.$method($service, '192.0.2.10')", RAISES(SocketError, NULL)},
};
static const struct sockspec_row pack_sockaddr_in_long_name_rows[] = {
    {"pack-in-long", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, $long)", RETURNS("in6(80, $text6)")},
};
static const struct sockspec_row pack_sockaddr_in_large_host_rows[] = {
    {"pack-in-seven", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, 'seven.example')", RETURNS("in6(80, '2001:db8:1::141')")},
    {"pack-in-sixth-alias", "pack_sockaddr_in.host-name", ITSELF, "Socket.$method(80, 'six')", RETURNS("in6(80, '2001:db8:1::140')")},
};
SOCKSPEC_TABLE(pack_sockaddr_in_address_form, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("method", packers), AXIS("form", address_forms)})
SOCKSPEC_TABLE(pack_sockaddr_in_broken_host, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("method", packers), AXIS("host", broken_hosts)})
SOCKSPEC_TABLE(pack_sockaddr_in_capital_host, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("method", packers), AXIS("host", capital_hosts)})
SOCKSPEC_TABLE(pack_sockaddr_in_port_form, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("method", packers), AXIS("form", port_forms)})
SOCKSPEC_TABLE(pack_sockaddr_in_broken_service, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("method", packers), AXIS("service", broken_services)})
SOCKSPEC_TABLE(pack_sockaddr_in_long_name, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("method", packers), AXIS("size", long_names)})
SOCKSPEC_TABLE(pack_sockaddr_in_large_host, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("method", packers)})
/* clang-format on */
