/* Socket.gethostbyname(host) => [name, [alias, ...], family, address, ...] */
#include "conformance/behaviours/large_hosts.h"
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/text_forms.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */

#define IPV4_LOOPBACK "hex('7f 00 00 01')"
#define IPV6_LOOPBACK "hex('00000000 00000000 00000000 00000001')"

/* The document does not specify the order of aliases or addresses. */
#define ANY_ORDER(one, other) "either([" one ", " other "], [" other ", " one "])"
/* The end of a result for a host with one address of each family. */
#define SIX_AND_FOUR(host, six, four) "either([" host ", AF_INET6, " six ", " four "], [" host ", AF_INET, " four ", " six "])"
#define PRINTER ANY_ORDER("'printer'", "'lp'")
#define BOTH_SIX "hex('2001 0db8 0001 0000 0000 0000 0000 0018')"
#define BOTH_FOUR "hex('c0 00 02 12')"
#define NO_REVERSE "BasicSocket.do_not_reverse_lookup = true; "
#define SIMILAR(host) "Socket.getaddrinfo('" host "', 0, Socket::AF_UNSPEC, Socket::SOCK_STREAM, nil, Socket::AI_CANONNAME)"
#define SIMILAR_IPV4(name, address) "['AF_INET', 0, either('" name "', '" address "'), '" address "', AF_INET, SOCK_STREAM, IPPROTO_TCP]"
#define SIMILAR_IPV6(name, address) "['AF_INET6', 0, either('" name "', '" address "'), '" address "', AF_INET6, SOCK_STREAM, IPPROTO_TCP]"

/* The document's examples, as written. */
static const struct sockspec_row gethostbyname_example_rows[] = {
    {"gethostbyname-example-single",   "gethostbyname.example.single", ITSELF, "Socket.gethostbyname('example.com')",    RETURNS("['example.com', [], AF_INET, hex('c0 00 22 a6')]")},
    {"gethostbyname-example-alias",    "gethostbyname.example.alias",  ITSELF, "Socket.gethostbyname('smtp.telus.net')", RETURNS("['smtp.svc.telus.net', ['smtp.telus.net'], AF_INET, hex('c7 b9 dc f9')]")},
    {"gethostbyname-example-reverse-loopback", "gethostbyname.example.reverse-loopback", ITSELF, "Socket.gethostbyname('127.0.0.1')", RETURNS("['localhost', [], AF_INET, " IPV4_LOOPBACK "]")},
    {"gethostbyname-example-reverse-address", "gethostbyname.example.reverse-address", ITSELF, "Socket.gethostbyname('192.0.34.166')", RETURNS("['www.example.com', [], AF_INET, hex('c0 00 22 a6')]")},
    /* The host from the document's note: it has addresses of two families, although the third
     * element names one only. */
    {"gethostbyname-note-ensemble",    "gethostbyname.note.ensemble",  ITSELF, "Socket.gethostbyname('ensemble.local')",
     RETURNS("['ensemble.local', [], AF_INET6, hex('fe80 0004 0000 0000 0203 93ff fead 088c'), hex('c0 a8 7b 9a')]")},
    /* getaddrinfo returns what the document calls similar information, here for a name, an alias
     * and a host of two families. While reverse lookups are off, Ruby 1.8.7 returns the address
     * in place of the canonical name. */
    {"gethostbyname-similar-single",   "gethostbyname.similar-getaddrinfo", ITSELF, NO_REVERSE SIMILAR("example.com"), RETURNS("[" SIMILAR_IPV4("example.com", "192.0.34.166") "]")},
    {"gethostbyname-similar-alias",    "gethostbyname.similar-getaddrinfo", ITSELF, NO_REVERSE SIMILAR("smtp.telus.net"), RETURNS("[" SIMILAR_IPV4("smtp.svc.telus.net", "199.185.220.249") "]")},
    {"gethostbyname-similar-ensemble", "gethostbyname.similar-getaddrinfo", ITSELF, NO_REVERSE SIMILAR("ensemble.local"),
     RETURNS(ANY_ORDER(SIMILAR_IPV6("ensemble.local", "fe80:4::203:93ff:fead:88c"), SIMILAR_IPV4("ensemble.local", "192.168.123.154")))},
    {"gethostbyname-similar-many",     "gethostbyname.similar-getaddrinfo", ITSELF,
     NO_REVERSE "entries = " SIMILAR("many.example.com") "; [entries[0][2], entries[0][3], entries[1][3], entries[2][3], entries[3][3], entries[4][3]]",
     RETURNS("[either('many.example.com', entries[0][3]), String, String, String, String, String]")},
    /* Today's Ruby returns the canonical name. */
    {"gethostbyname-similar-name",       "gethostbyname.similar-getaddrinfo.name", ITSELF, NO_REVERSE "entries = " SIMILAR("example.com") "; entries[0][2]", RETURNS("'example.com'")},
    {"gethostbyname-similar-name-alias", "gethostbyname.similar-getaddrinfo.name", ITSELF, NO_REVERSE "entries = " SIMILAR("smtp.telus.net") "; entries[0][2]", RETURNS("'smtp.svc.telus.net'")},
    /* Both Rubies list the addresses in the system's order, IPv6 first. */
    {"gethostbyname-similar-order",      "gethostbyname.similar-getaddrinfo.order", ITSELF,
     NO_REVERSE "entries = " SIMILAR("many.example.com") "; [entries[0][3], entries[1][3], entries[2][3], entries[3][3], entries[4][3]]",
     RETURNS("['2001:db8:1::11', '2001:db8:1::12', '192.0.2.11', '192.0.2.12', '192.0.2.13']")},
    {"gethostbyname-similar-order-ensemble", "gethostbyname.similar-getaddrinfo.order", ITSELF,
     NO_REVERSE "entries = " SIMILAR("ensemble.local") "; [entries[0][3], entries[1][3]]", RETURNS("['fe80:4::203:93ff:fead:88c', '192.168.123.154']")},
};
SOCKSPEC_TABLE(gethostbyname_example, .provoked = SOCKSPEC_KERNEL)

/* The document's example in which localhost has addresses of two families. */
static const struct sockspec_row gethostbyname_dual_rows[] = {
    {"gethostbyname-example-localhost", "gethostbyname.example.localhost", ITSELF, "Socket.gethostbyname('localhost')",
     RETURNS("['localhost', [], AF_INET6, " IPV6_LOOPBACK ", " IPV4_LOOPBACK "]")},
    {"gethostbyname-similar-localhost", "gethostbyname.similar-getaddrinfo", ITSELF, NO_REVERSE SIMILAR("localhost"),
     RETURNS(ANY_ORDER(SIMILAR_IPV6("localhost", "::1"), SIMILAR_IPV4("localhost", "127.0.0.1")))},
    /* Each address yields the name localhost there. */
    {"gethostbyname-dual-ipv4", "gethostbyname.host.ipv4-text", ITSELF, "Socket.gethostbyname('127.0.0.1')", RETURNS("['localhost', [], AF_INET, " IPV4_LOOPBACK "]")},
    {"gethostbyname-dual-ipv6", "gethostbyname.host.ipv6-text", ITSELF, "Socket.gethostbyname('::1')", RETURNS("['localhost', [], AF_INET6, " IPV6_LOOPBACK "]")},
    {"gethostbyname-dual-printer", "gethostbyname.host.name", ITSELF, "Socket.gethostbyname('printer.example')", RETURNS("['printer.example', " PRINTER ", AF_INET, hex('c0 00 02 0a')]")},
};
SOCKSPEC_TABLE(gethostbyname_dual, .provoked = SOCKSPEC_KERNEL, .names = "dual")

static const struct sockspec_row gethostbyname_name_rows[] = {
    /* The result has the host's name and its address. */
    {"gethostbyname-localhost", "gethostbyname.host.name", ITSELF, "Socket.gethostbyname('localhost')", RETURNS("['localhost', [], AF_INET, " IPV4_LOOPBACK "]")},
    {"gethostbyname-ipv4-only", "gethostbyname.host.name", ITSELF, "Socket.gethostbyname('ipv4-only.example')", RETURNS("['ipv4-only.example', [], AF_INET, hex('c0 00 02 0e')]")},
    {"gethostbyname-ipv6-only", "gethostbyname.host.name", ITSELF, "Socket.gethostbyname('ipv6-only.example')", RETURNS("['ipv6-only.example', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0016')]")},
    {"gethostbyname-own",       "gethostbyname.host.name", ITSELF, "Socket.gethostbyname('sockspec')", RETURNS("['sockspec', [], AF_INET, hex('7f 00 01 01')]")},
    {"gethostbyname-dns",       "gethostbyname.host.name", ITSELF, "Socket.gethostbyname('www.example.com')", RETURNS("['www.example.com', [], AF_INET, hex('c0 00 22 a6')]")},
    {"gethostbyname-dns-ipv6",  "gethostbyname.host.name", ITSELF, "Socket.gethostbyname('v6.example.com')", RETURNS("['v6.example.com', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0006')]")},
    {"gethostbyname-no-reverse", "gethostbyname.host.name", ITSELF, "Socket.gethostbyname('no-reverse.example.com')", RETURNS("['no-reverse.example.com', [], AF_INET, hex('c0 00 02 4d')]")},
    /* If the host is given by an alias, or in capitals, the result has the canonical name. */
    {"gethostbyname-canonical",         "gethostbyname.result.name", ITSELF, "host = Socket.gethostbyname('printer.example'); host[0]", RETURNS("'printer.example'")},
    {"gethostbyname-canonical-alias",   "gethostbyname.result.name", ITSELF, "host = Socket.gethostbyname('printer'); host[0]", RETURNS("'printer.example'")},
    {"gethostbyname-canonical-alias-2", "gethostbyname.result.name", ITSELF, "host = Socket.gethostbyname('lp'); host[0]", RETURNS("'printer.example'")},
    {"gethostbyname-canonical-capitals", "gethostbyname.result.name", ITSELF, "host = Socket.gethostbyname('PRINTER.example'); host[0]", RETURNS("'printer.example'")},
    {"gethostbyname-canonical-dns",     "gethostbyname.result.name", ITSELF, "host = Socket.gethostbyname('smtp.telus.net'); host[0]", RETURNS("'smtp.svc.telus.net'")},
    {"gethostbyname-canonical-chain",   "gethostbyname.result.name", ITSELF, "host = Socket.gethostbyname('chain.example.com'); host[0]", RETURNS("'end.example.com'")},
    /* The result lists all aliases, whichever name was given. */
    {"gethostbyname-aliases",         "gethostbyname.result.aliases", ITSELF, "host = Socket.gethostbyname('printer.example'); host[1]", RETURNS(PRINTER)},
    {"gethostbyname-aliases-alias",   "gethostbyname.result.aliases", ITSELF, "host = Socket.gethostbyname('printer'); host[1]", RETURNS(PRINTER)},
    {"gethostbyname-aliases-alias-2", "gethostbyname.result.aliases", ITSELF, "host = Socket.gethostbyname('lp'); host[1]", RETURNS(PRINTER)},
    {"gethostbyname-aliases-both",    "gethostbyname.result.aliases", ITSELF, "host = Socket.gethostbyname('gateway.example'); host[1]", RETURNS("['gateway']")},
    {"gethostbyname-aliases-twin",    "gethostbyname.result.aliases", ITSELF, "host = Socket.gethostbyname('twin.example'); host[1]", RETURNS(ANY_ORDER("'twin'", "'double'"))},
    {"gethostbyname-aliases-ipv6",    "gethostbyname.result.aliases", ITSELF, "host = Socket.gethostbyname('named6.example'); host[1]", RETURNS("['alias6']")},
    {"gethostbyname-aliases-dns",     "gethostbyname.result.aliases", ITSELF, "host = Socket.gethostbyname('smtp.telus.net'); host[1]", RETURNS("['smtp.telus.net']")},
    {"gethostbyname-aliases-chain",   "gethostbyname.result.aliases", ITSELF, "host = Socket.gethostbyname('chain.example.com'); host[1]", RETURNS(ANY_ORDER("'chain.example.com'", "'link.example.com'"))},
    {"gethostbyname-aliases-half-chain", "gethostbyname.result.aliases", ITSELF, "host = Socket.gethostbyname('link.example.com'); host[1]", RETURNS("['link.example.com']")},
    /* A host without aliases has an empty list. */
    {"gethostbyname-no-aliases",      "gethostbyname.result.no-aliases", ITSELF, "host = Socket.gethostbyname('ipv4-only.example'); host[1]", RETURNS("[]")},
    {"gethostbyname-no-aliases-both", "gethostbyname.result.no-aliases", ITSELF, "host = Socket.gethostbyname('both.example'); host[1]", RETURNS("[]")},
    {"gethostbyname-no-aliases-dns",  "gethostbyname.result.no-aliases", ITSELF, "host = Socket.gethostbyname('end.example.com'); host[1]", RETURNS("[]")},
    /* Both Rubies list each alias once, and do not list the name itself, which in one family may
     * be an alias of the name in the other. */
    {"gethostbyname-aliases-exchanged", "gethostbyname.aliases.once", ITSELF, "host = Socket.gethostbyname('second.example'); length(host[1])", RETURNS("1")},
    /* The aliases have the order of the hosts file. */
    {"gethostbyname-aliases-order",   "gethostbyname.aliases.order", ITSELF, "host = Socket.gethostbyname('printer.example'); host[1]", RETURNS("['printer', 'lp']")},
    {"gethostbyname-aliases-order-twin", "gethostbyname.aliases.order", ITSELF, "host = Socket.gethostbyname('twin.example'); host[1]", RETURNS("['twin', 'double']")},
    /* The third element is the family of the first address. */
    {"gethostbyname-family-ipv4", "gethostbyname.result.family", ITSELF, "host = Socket.gethostbyname('ipv4-only.example'); host[2]", RETURNS("AF_INET")},
    {"gethostbyname-family-ipv6", "gethostbyname.result.family", ITSELF, "host = Socket.gethostbyname('ipv6-only.example'); host[2]", RETURNS("AF_INET6")},
    {"gethostbyname-family-both", "gethostbyname.result.family", ITSELF, "host = Socket.gethostbyname('both.example'); [host[2], host[3]]", RETURNS("either([AF_INET6, " BOTH_SIX "], [AF_INET, " BOTH_FOUR "])")},
    /* An address consists of its bytes alone. */
    {"gethostbyname-address-ipv4", "gethostbyname.result.address", ITSELF, "host = Socket.gethostbyname('ipv4-only.example'); [length(host), host[3]]", RETURNS("[4, hex('c0 00 02 0e')]")},
    {"gethostbyname-address-ipv6", "gethostbyname.result.address", ITSELF, "host = Socket.gethostbyname('ipv6-only.example'); [length(host), host[3]]", RETURNS("[4, hex('2001 0db8 0001 0000 0000 0000 0000 0016')]")},
    /* Further addresses follow the first. */
    {"gethostbyname-more-addresses", "gethostbyname.result.more-addresses", ITSELF, "Socket.gethostbyname('many.example.com')", RETURNS("['many.example.com', [], Integer, String, String, String, String, String]")},
    /* The further addresses can be of another family. */
    {"gethostbyname-mixed",          "gethostbyname.mixed-families", ITSELF, "Socket.gethostbyname('both.example')", RETURNS(SIX_AND_FOUR("'both.example', []", BOTH_SIX, BOTH_FOUR))},
    {"gethostbyname-mixed-aliases",  "gethostbyname.mixed-families", ITSELF, "Socket.gethostbyname('gateway')",
     RETURNS(SIX_AND_FOUR("'gateway.example', ['gateway']", "hex('2001 0db8 0001 0000 0000 0000 0000 0001')", "hex('c0 00 02 01')"))},
    {"gethostbyname-mixed-dns",      "gethostbyname.mixed-families", ITSELF, "Socket.gethostbyname('dual.example.com')",
     RETURNS(SIX_AND_FOUR("'dual.example.com', []", "hex('2001 0db8 0001 0000 0000 0000 0000 0030')", "hex('c0 00 02 1e')"))},
    /* Each address is listed once. How many families are listed is not tested here. */
    {"gethostbyname-once",           "gethostbyname.one-entry-per-address", ITSELF, "length(Socket.gethostbyname('printer.example'))", RETURNS("4")},
    {"gethostbyname-once-both",      "gethostbyname.one-entry-per-address", ITSELF, "length(Socket.gethostbyname('both.example'))", RETURNS("either(4, 5)")},
    /* In both Rubies the first address is of IPv6, if the host has one. */
    {"gethostbyname-first",          "gethostbyname.first-address", ITSELF, "host = Socket.gethostbyname('both.example'); [host[2], host[3]]", RETURNS("[AF_INET6, " BOTH_SIX "]")},
    {"gethostbyname-first-dns",      "gethostbyname.first-address", ITSELF, "host = Socket.gethostbyname('dual.example.com'); [host[2], host[3]]", RETURNS("[AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0030')]")},
    /* Today's Ruby lists the other addresses in the system's order, IPv6 before IPv4. */
    {"gethostbyname-order",          "gethostbyname.mixed-families.order", ITSELF, "Socket.gethostbyname('both.example')", RETURNS("['both.example', [], AF_INET6, " BOTH_SIX ", " BOTH_FOUR "]")},
    {"gethostbyname-order-many",     "gethostbyname.mixed-families.order", ITSELF, "Socket.gethostbyname('many.example.com')",
     RETURNS("['many.example.com', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0011'), hex('2001 0db8 0001 0000 0000 0000 0000 0012'), "
             "hex('c0 00 02 0b'), hex('c0 00 02 0c'), hex('c0 00 02 0d')]")},
};
SOCKSPEC_TABLE(gethostbyname_name, .provoked = SOCKSPEC_KERNEL)

static const struct sockspec_row gethostbyname_address_rows[] = {
    /* An address given as text is looked up in reverse. The result has its name, the aliases of
     * that name, and the address. */
    {"gethostbyname-ipv4-text",         "gethostbyname.host.ipv4-text", ITSELF, "Socket.gethostbyname('192.0.2.14')", RETURNS("['ipv4-only.example', [], AF_INET, hex('c0 00 02 0e')]")},
    {"gethostbyname-ipv4-text-aliases", "gethostbyname.host.ipv4-text", ITSELF, "Socket.gethostbyname('192.0.2.10')", RETURNS("['printer.example', " PRINTER ", AF_INET, hex('c0 00 02 0a')]")},
    {"gethostbyname-ipv4-text-dns",     "gethostbyname.host.ipv4-text", ITSELF, "Socket.gethostbyname('199.185.220.249')", RETURNS("['smtp.svc.telus.net', [], AF_INET, hex('c7 b9 dc f9')]")},
    {"gethostbyname-ipv6-text",         "gethostbyname.host.ipv6-text", ITSELF, "Socket.gethostbyname('2001:db8:1::16')", RETURNS("['ipv6-only.example', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0016')]")},
    {"gethostbyname-ipv6-text-aliases", "gethostbyname.host.ipv6-text", ITSELF, "Socket.gethostbyname('2001:db8:1::1')", RETURNS("['gateway.example', ['gateway'], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0001')]")},
    {"gethostbyname-ipv6-text-loopback", "gethostbyname.host.ipv6-text", ITSELF, "Socket.gethostbyname('::1')", RETURNS("['ip6-localhost', ['ip6-loopback'], AF_INET6, " IPV6_LOOPBACK "]")},
    {"gethostbyname-ipv6-text-long",    "gethostbyname.host.ipv6-text", ITSELF, "Socket.gethostbyname('2001:DB8:1:0:0:0:0:16')", RETURNS("['ipv6-only.example', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0016')]")},
    /* For an address of a host with two families, the result has that address only. */
    {"gethostbyname-ipv4-text-of-both", "gethostbyname.host.ipv4-text", ITSELF, "Socket.gethostbyname('192.0.2.18')", RETURNS("['both.example', [], AF_INET, hex('c0 00 02 12')]")},
    {"gethostbyname-ipv6-text-of-both", "gethostbyname.host.ipv6-text", ITSELF, "Socket.gethostbyname('2001:db8:1::18')", RETURNS("['both.example', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0018')]")},
    /* If the address has no name, the result has the address as its name. */
    {"gethostbyname-unnamed-ipv4", "gethostbyname.result.name-unresolved", ITSELF, "Socket.gethostbyname('192.0.2.77')", RETURNS("['192.0.2.77', [], AF_INET, hex('c0 00 02 4d')]")},
    {"gethostbyname-unnamed-ipv6", "gethostbyname.result.name-unresolved", ITSELF, "Socket.gethostbyname('2001:db8:1::77')", RETURNS("['2001:db8:1::77', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0077')]")},
    /* Some hosts are not Strings, or have a special meaning. */
    {"gethostbyname-any-empty",    "gethostbyname.any",       ITSELF, "Socket.gethostbyname('')",            RETURNS("['0.0.0.0', [], AF_INET, hex('00 00 00 00')]")},
    {"gethostbyname-any",          "gethostbyname.any",       ITSELF, "Socket.gethostbyname('<any>')",       RETURNS("['0.0.0.0', [], AF_INET, hex('00 00 00 00')]")},
    {"gethostbyname-broadcast",    "gethostbyname.broadcast", ITSELF, "Socket.gethostbyname('<broadcast>')", RETURNS("['255.255.255.255', [], AF_INET, hex('ff ff ff ff')]")},
    {"gethostbyname-integer",      "gethostbyname.integer",   ITSELF, "host = Socket.gethostbyname(3221226061); [host[2], host[3]]", RETURNS("[AF_INET, hex('c0 00 02 4d')]")},
    {"gethostbyname-integer-loopback", "gethostbyname.integer", ITSELF, "host = Socket.gethostbyname(0x7f000001); [host[2], host[3]]", RETURNS("[AF_INET, " IPV4_LOOPBACK "]")},
    {"gethostbyname-integer-zero", "gethostbyname.integer",   ITSELF, "host = Socket.gethostbyname(0); [host[2], host[3]]", RETURNS("[AF_INET, hex('00 00 00 00')]")},
    {"gethostbyname-integer-octets", "gethostbyname.integer", ITSELF, "host = Socket.gethostbyname(0xc0a87b9a); [host[2], host[3]]", RETURNS("[AF_INET, hex('c0 a8 7b 9a')]")},
    {"gethostbyname-integer-negative", "gethostbyname.integer-range", ITSELF, "host = Socket.gethostbyname(-1); [host[2], host[3]]", RETURNS("[AF_INET, hex('ff ff ff ff')]")},
    {"gethostbyname-integer-smallest", "gethostbyname.integer-range", ITSELF, "host = Socket.gethostbyname(-2147483648); [host[2], host[3]]", RETURNS("[AF_INET, hex('80 00 00 00')]")},
    {"gethostbyname-integer-last", "gethostbyname.integer",   ITSELF, "host = Socket.gethostbyname(0xffffffff); [host[2], host[3]]", RETURNS("[AF_INET, hex('ff ff ff ff')]")},
    /* Today's Ruby refuses an Integer beyond 32 bits; Ruby 1.8.7 uses its lowest 32 bits. */
    {"gethostbyname-integer-too-large", "gethostbyname.integer-beyond", "gethostbyname-integer-last", "Socket.gethostbyname(0x100000000)", RAISES_EXACTLY(RangeError, "integer 4294967296 too big to convert to `unsigned int'")},
    {"gethostbyname-integer-too-small", "gethostbyname.integer-beyond", "gethostbyname-integer-negative", "Socket.gethostbyname(-2147483649)", RAISES_EXACTLY(RangeError, "integer -2147483649 too small to convert to `unsigned int'")},
};
SOCKSPEC_TABLE(gethostbyname_address, .provoked = SOCKSPEC_KERNEL)

static const struct sockspec_row gethostbyname_error_rows[] = {
    /* A name that does not exist or has no address, and nil, cannot be found. */
    {"gethostbyname-unknown",    "gethostbyname.unknown", "gethostbyname-ipv4-only", "Socket.gethostbyname('nobody.example')", RAISES(SocketError, "getaddrinfo:")},
    {"gethostbyname-no-address", "gethostbyname.unknown", "gethostbyname-dns", "Socket.gethostbyname('no-address.example.com')", RAISES(SocketError, "getaddrinfo:")},
    {"gethostbyname-five",       "gethostbyname.unknown", "gethostbyname-unnamed-ipv4", "Socket.gethostbyname('192.0.2.77.1')", RAISES(SocketError, "getaddrinfo:")},
    {"gethostbyname-blank",      "gethostbyname.unknown", "gethostbyname-unnamed-ipv4", "Socket.gethostbyname(' 192.0.2.77')", RAISES(SocketError, "getaddrinfo:")},
    {"gethostbyname-nil",        "gethostbyname.nil", "gethostbyname-ipv4-only", "Socket.gethostbyname(nil)", RAISES(SocketError, NULL)},
    /* The host is a String or an Integer. */
    {"gethostbyname-type-array", "gethostbyname.type", "gethostbyname-ipv4-only", "Socket.gethostbyname(['ipv4-only.example'])", RAISES(TypeError, NULL)},
    {"gethostbyname-type-empty", "gethostbyname.type", "gethostbyname-ipv4-only", "Socket.gethostbyname([])", RAISES(TypeError, NULL)},
    {"gethostbyname-type-true",  "gethostbyname.type", "gethostbyname-ipv4-only", "Socket.gethostbyname(true)", RAISES(TypeError, NULL)},
    {"gethostbyname-type-false", "gethostbyname.type", "gethostbyname-ipv4-only", "Socket.gethostbyname(false)", RAISES(TypeError, NULL)},
    {"gethostbyname-arity-0",    "gethostbyname.arity", "gethostbyname-ipv4-only", "Socket.gethostbyname()", RAISES(ArgumentError, NULL)},
    {"gethostbyname-arity-2",    "gethostbyname.arity", "gethostbyname-ipv4-only", "Socket.gethostbyname('ipv4-only.example', nil)", RAISES(ArgumentError, NULL)},
    /* A host name must not end in a newline or be very long. */
    {"gethostbyname-newline",    "gethostbyname.newline", "gethostbyname-ipv4-only", "Socket.gethostbyname('ipv4-only.example\\n')", RAISES_EXACTLY(SocketError, "newline at the end of hostname")},
    {"gethostbyname-newlines",   "gethostbyname.newline", "gethostbyname-ipv4-only", "Socket.gethostbyname('\\n\\n')", RAISES_EXACTLY(SocketError, "newline at the end of hostname")},
    {"gethostbyname-1025",       "gethostbyname.too-long", "gethostbyname-ipv4-only", "Socket.gethostbyname('x' * 1025)", RAISES(ArgumentError, "hostname too long")},
    {"gethostbyname-5000",       "gethostbyname.too-long", "gethostbyname-ipv4-only", "Socket.gethostbyname('x' * 5000)", RAISES(ArgumentError, "hostname too long")},
    {"gethostbyname-1025-digits", "gethostbyname.too-long", "gethostbyname-unnamed-ipv4", "Socket.gethostbyname('192.0.2.77' + '0' * 1015)", RAISES(ArgumentError, "hostname too long")},
    {"gethostbyname-1023",       "gethostbyname.unknown", "gethostbyname-ipv4-only", "Socket.gethostbyname('x' * 1023)", RAISES(SocketError, "getaddrinfo:")},
    /* Today's Ruby refuses a NUL byte. In Ruby 1.8.7 the host ends there. */
    {"gethostbyname-nul",        "gethostbyname.nul", "gethostbyname-ipv4-only", "Socket.gethostbyname('ipv4-only\\0.example')", RAISES(ArgumentError, NULL)},
    {"gethostbyname-nul-last",   "gethostbyname.nul", "gethostbyname-ipv4-only", "Socket.gethostbyname('ipv4-only.example\\0')", RAISES(ArgumentError, NULL)},
    {"gethostbyname-nul-only",   "gethostbyname.nul", "gethostbyname-any-empty", "Socket.gethostbyname('\\0')", RAISES(ArgumentError, NULL)},
    /* No descriptor is free for the lookup: Ruby 1.8.7 raises SocketError, today's Ruby the
     * system's own error. */
    {"gethostbyname-one-left",   "gethostbyname.EMFILE", ITSELF, "Socket.gethostbyname('www.example.com'); limit_descriptors(1); host = Socket.gethostbyname('www.example.com'); host[3]", RETURNS("hex('c0 00 22 a6')")},
    {"gethostbyname-none-left",  "gethostbyname.EMFILE", "gethostbyname-one-left", "Socket.gethostbyname('www.example.com'); limit_descriptors(0); Socket.gethostbyname('www.example.com')", RAISES_ONE("either(Errno::EMFILE, SocketError)", "either('getaddrinfo', 'getaddrinfo:')")},
    {"gethostbyname-none-left-errno",  "gethostbyname.EMFILE.errno", "gethostbyname-one-left", "Socket.gethostbyname('www.example.com'); limit_descriptors(0); Socket.gethostbyname('www.example.com')", RAISES(Errno::EMFILE, "getaddrinfo")},
};
SOCKSPEC_TABLE(gethostbyname_error, .provoked = SOCKSPEC_KERNEL)

/* From safe level 3 on, the call is refused, whatever the host is. */
static const struct sockspec_row gethostbyname_safe_rows[] = {
    {"gethostbyname-safe-0", "gethostbyname.safe-level", ITSELF, "safe_level(0); host = Socket.gethostbyname('127.0.0.1'); host[3]", RETURNS(IPV4_LOOPBACK)},
    {"gethostbyname-safe-1", "gethostbyname.safe-level", ITSELF, "safe_level(1); host = Socket.gethostbyname('127.0.0.1'); host[3]", RETURNS(IPV4_LOOPBACK)},
    {"gethostbyname-safe-2", "gethostbyname.safe-level", ITSELF, "safe_level(2); host = Socket.gethostbyname('127.0.0.1'); host[3]", RETURNS(IPV4_LOOPBACK)},
    {"gethostbyname-safe-3", "gethostbyname.safe-level", "gethostbyname-safe-2", "safe_level(3); Socket.gethostbyname('127.0.0.1')", RAISES(SecurityError, NULL)},
    {"gethostbyname-safe-4", "gethostbyname.safe-level", "gethostbyname-safe-2", "safe_level(4); Socket.gethostbyname('127.0.0.1')", RAISES(SecurityError, NULL)},
    {"gethostbyname-safe-3-unknown", "gethostbyname.safe-level", "gethostbyname-safe-2", "safe_level(3); Socket.gethostbyname('nobody.example')", RAISES(SecurityError, NULL)},
    {"gethostbyname-safe-3-type", "gethostbyname.safe-level", "gethostbyname-safe-2", "safe_level(3); Socket.gethostbyname(true)", RAISES(SecurityError, NULL)},
    /* A safe level ends with the row that set it. */
    {"gethostbyname-safe-after", "gethostbyname.safe-level", ITSELF, "host = Socket.gethostbyname('127.0.0.1'); host[3]", RETURNS(IPV4_LOOPBACK)},
};
SOCKSPEC_TABLE(gethostbyname_safe, .provoked = SOCKSPEC_KERNEL, .feature = "safe_level")
/* clang-format on */

/* clang-format off */
static const struct sockspec_row gethostbyname_link_local_rows[] = {
    /* The scope of a link-local address is not part of the address bytes. */
    {"gethostbyname-link-local", "gethostbyname.host.scope", ITSELF, "host = Socket.gethostbyname('fe80::1%world0'); [host[1], host[2], host[3], length(host)]", RETURNS("[[], AF_INET6, hex('fe80 0000 0000 0000 0000 0000 0000 0001'), 4]")},
    {"gethostbyname-link-local-number", "gethostbyname.host.scope", ITSELF, "host = Socket.gethostbyname('fe80::1%1'); [host[1], host[2], host[3], length(host)]", RETURNS("[[], AF_INET6, hex('fe80 0000 0000 0000 0000 0000 0000 0001'), 4]")},
};
/* clang-format on */
SOCKSPEC_TABLE(gethostbyname_link_local, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
static const struct sockspec_row gethostbyname_address_form_rows[] = {
    /* The first element may be the host or the name of its address. */
    {"gethostbyname-form", "gethostbyname.host.short-form", ITSELF, "host = Socket.gethostbyname($host); [length(host), host[2], host[3]]", RETURNS("[4, AF_INET, hex('$bytes')]")},
};
static const struct sockspec_row gethostbyname_broken_host_rows[] = {
    {"gethostbyname-broken", "gethostbyname.unknown", "gethostbyname-ipv4-only", "Socket.gethostbyname($host)", RAISES(SocketError, "getaddrinfo:")},
};
static const struct sockspec_row gethostbyname_capital_host_rows[] = {
    /* The canonical name is in the case of the hosts file or the name server, which may repeat the
     * case of the question. */
    {"gethostbyname-capitals", "gethostbyname.host.name", ITSELF, "host = Socket.gethostbyname($host); [host[0], host[2], host[3]]", RETURNS("[either('$name', $host), AF_INET, hex('$bytes')]")},
};
static const struct sockspec_row gethostbyname_long_name_rows[] = {
    {"gethostbyname-long", "gethostbyname.result.name", ITSELF, "Socket.gethostbyname($long)", RETURNS(SIX_AND_FOUR("$long, []", "$six", "$four"))},
    /* A reverse lookup of the address returns the whole name. */
    {"gethostbyname-long-reverse", "gethostbyname.host.ipv4-text", ITSELF, "Socket.gethostbyname($text4)", RETURNS("[$long, [], AF_INET, $four]")},
    {"gethostbyname-long-reverse-ipv6", "gethostbyname.host.ipv6-text", ITSELF, "Socket.gethostbyname($text6)", RETURNS("[$long, [], AF_INET6, $six]")},
};
static const struct sockspec_row gethostbyname_large_host_rows[] = {
    /* Six aliases, and seven addresses of each family. */
    {"gethostbyname-six-aliases", "gethostbyname.aliases.order", ITSELF, "host = Socket.gethostbyname('six-aliases.example'); [host[0], host[1]]", RETURNS("['six-aliases.example', " SOCKSPEC_SIX_ALIASES "]")},
    {"gethostbyname-sixth-alias", "gethostbyname.aliases.order", ITSELF, "host = Socket.gethostbyname('six'); [host[0], host[1]]", RETURNS("['six-aliases.example', " SOCKSPEC_SIX_ALIASES "]")},
    {"gethostbyname-seven", "gethostbyname.mixed-families.order", ITSELF, "Socket.gethostbyname('seven.example')", RETURNS("['seven.example', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0141'), hex('2001 0db8 0001 0000 0000 0000 0000 0142'), hex('2001 0db8 0001 0000 0000 0000 0000 0143'), hex('2001 0db8 0001 0000 0000 0000 0000 0144'), hex('2001 0db8 0001 0000 0000 0000 0000 0145'), hex('2001 0db8 0001 0000 0000 0000 0000 0146'), hex('2001 0db8 0001 0000 0000 0000 0000 0147'), hex('c0 00 02 91'), hex('c0 00 02 92'), hex('c0 00 02 93'), hex('c0 00 02 94'), hex('c0 00 02 95'), hex('c0 00 02 96'), hex('c0 00 02 97')]")},
    {"gethostbyname-seven-count", "gethostbyname.result.more-addresses", ITSELF, "length(Socket.gethostbyname('seven.example'))", RETURNS("17")},
};
SOCKSPEC_TABLE(gethostbyname_address_form, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("form", address_forms)})
SOCKSPEC_TABLE(gethostbyname_broken_host, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("host", broken_hosts)})
SOCKSPEC_TABLE(gethostbyname_capital_host, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("host", capital_hosts)})
SOCKSPEC_TABLE(gethostbyname_long_name, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("size", long_names)})
SOCKSPEC_TABLE(gethostbyname_large_host, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */
