/* Socket.gethostbyaddr(address[, family]) => [name, [alias, ...], family, address, ...] */
#include "conformance/behaviours/large_hosts.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */

/* The behaviours of rows that do not test the family. Ruby 1.8.7 does not accept a family's
 * name, so all rows that give a name belong to the behaviour for names. */
#define GIVEN {"aliases", "gethostbyaddr.aliases"}, {"binary", "gethostbyaddr.binary"}, {"result", "gethostbyaddr.result"}, \
              {"unknown", "gethostbyaddr.unknown"}, {"length", "gethostbyaddr.length"}, {"presentation", "gethostbyaddr.text"}
#define NAMED {"aliases", "gethostbyaddr.family.name"}, {"binary", "gethostbyaddr.family.name"}, {"result", "gethostbyaddr.family.name"}, \
              {"unknown", "gethostbyaddr.family.name"}, {"length", "gethostbyaddr.family.name"}, {"presentation", "gethostbyaddr.family.name"}

/* The forms in which the family can be given. */
static const struct sockspec_variant ipv4_spellings[] = {
    {"number",  {{"family", ", AF_INET"},   {"spelled", "gethostbyaddr.ipv4"}, GIVEN}},
    {"name",    {{"family", ", 'AF_INET'"}, {"spelled", "gethostbyaddr.family.name"}, NAMED}},
    {"nil",     {{"family", ", nil"},       {"spelled", "gethostbyaddr.family.default"}, GIVEN}},
    {"default", {{"family", ""},            {"spelled", "gethostbyaddr.family.default"}, GIVEN}},
};

static const struct sockspec_row gethostbyaddr_ipv4_rows[] = {
    /* Four bytes are looked up as an IPv4 address. The result has the name listed for it, its
     * aliases, the family and the bytes. */
    {"gethostbyaddr-ipv4",          "$spelled", ITSELF, "Socket.gethostbyaddr(hex('c0 00 02 0e')$family)", RETURNS("['ipv4-only.example', [], AF_INET, hex('c0 00 02 0e')]")},
    {"gethostbyaddr-ipv4-loopback", "$spelled", ITSELF, "Socket.gethostbyaddr(hex('7f 00 00 01')$family)", RETURNS("['localhost', [], AF_INET, hex('7f 00 00 01')]")},
    {"gethostbyaddr-ipv4-dns",      "$spelled", ITSELF, "Socket.gethostbyaddr(hex('c0 00 22 a6')$family)", RETURNS("['www.example.com', [], AF_INET, hex('c0 00 22 a6')]")},
    {"gethostbyaddr-ipv4-aliases",  "$aliases", ITSELF, "Socket.gethostbyaddr(hex('c0 00 02 0a')$family)", RETURNS("['printer.example', ['printer', 'lp'], AF_INET, hex('c0 00 02 0a')]")},
    {"gethostbyaddr-ipv4-high",     "$binary", ITSELF, "Socket.gethostbyaddr(hex('c7 b9 dc f9')$family)", RETURNS("['smtp.svc.telus.net', [], AF_INET, hex('c7 b9 dc f9')]")},
    {"gethostbyaddr-ipv4-of-both",  "$result", ITSELF, "Socket.gethostbyaddr(hex('c0 00 02 12')$family)", RETURNS("['both.example', [], AF_INET, hex('c0 00 02 12')]")},
    /* An address that is not listed, or bytes that are not an address, cannot be found. */
    {"gethostbyaddr-ipv4-unknown",  "$unknown", "gethostbyaddr-ipv4", "Socket.gethostbyaddr(hex('c0 00 02 4d')$family)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-ipv4-empty",    "$length", "gethostbyaddr-ipv4", "Socket.gethostbyaddr(''$family)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-ipv4-3",        "$length", "gethostbyaddr-ipv4", "Socket.gethostbyaddr(hex('c0 00 02')$family)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-ipv4-5",        "$length", "gethostbyaddr-ipv4", "Socket.gethostbyaddr(hex('c0 00 02 0e 00')$family)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-ipv4-sockaddr", "$length", "gethostbyaddr-ipv4", "Socket.gethostbyaddr(in4(80, '192.0.2.14')[0, 15]$family)", RAISES(SocketError, "host not found")},
    /* An address in presentation format is not accepted. */
    {"gethostbyaddr-ipv4-text",     "$presentation", "gethostbyaddr-ipv4-loopback", "Socket.gethostbyaddr('127.0.0.1'$family)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-ipv4-host",     "$presentation", "gethostbyaddr-ipv4-loopback", "Socket.gethostbyaddr('localhost'$family)", RAISES(SocketError, "host not found")},
};
SOCKSPEC_TABLE(gethostbyaddr_ipv4, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("family", ipv4_spellings)})

static const struct sockspec_variant ipv6_spellings[] = {
    {"number",  {{"family", ", AF_INET6"},   {"spelled", "gethostbyaddr.ipv6"}, GIVEN}},
    {"name",    {{"family", ", 'AF_INET6'"}, {"spelled", "gethostbyaddr.family.name"}, NAMED}},
    {"nil",     {{"family", ", nil"},        {"spelled", "gethostbyaddr.family.default"}, GIVEN}},
    {"default", {{"family", ""},             {"spelled", "gethostbyaddr.family.default"}, GIVEN}},
};

static const struct sockspec_row gethostbyaddr_ipv6_rows[] = {
    /* Sixteen bytes are looked up as an IPv6 address, even if no family is given. */
    {"gethostbyaddr-ipv6",          "$spelled", ITSELF, "Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0016')$family)",
     RETURNS("['ipv6-only.example', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0016')]")},
    {"gethostbyaddr-ipv6-loopback", "$spelled", ITSELF, "Socket.gethostbyaddr(hex('0000 0000 0000 0000 0000 0000 0000 0001')$family)",
     RETURNS("['ip6-localhost', ['ip6-loopback'], AF_INET6, hex('0000 0000 0000 0000 0000 0000 0000 0001')]")},
    {"gethostbyaddr-ipv6-aliases",  "$aliases", ITSELF, "Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0001')$family)",
     RETURNS("['gateway.example', ['gateway'], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0001')]")},
    {"gethostbyaddr-ipv6-link-local", "$binary", ITSELF, "Socket.gethostbyaddr(hex('fe80 0004 0000 0000 0203 93ff fead 088c')$family)",
     RETURNS("['ensemble.local', [], AF_INET6, hex('fe80 0004 0000 0000 0203 93ff fead 088c')]")},
    {"gethostbyaddr-ipv6-dns",      "$spelled", ITSELF, "Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0006')$family)",
     RETURNS("['v6.example.com', [], AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0006')]")},
    {"gethostbyaddr-ipv6-unknown",  "$unknown", "gethostbyaddr-ipv6", "Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0077')$family)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-ipv6-15",       "$length", "gethostbyaddr-ipv6", "Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 00')$family)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-ipv6-17",       "$length", "gethostbyaddr-ipv6", "Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0016 00')$family)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-ipv6-text",     "$presentation", "gethostbyaddr-ipv6-loopback", "Socket.gethostbyaddr('::1'$family)", RAISES(SocketError, "host not found")},
};
SOCKSPEC_TABLE(gethostbyaddr_ipv6, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("family", ipv6_spellings)})

static const struct sockspec_row gethostbyaddr_arguments_rows[] = {
    {"gethostbyaddr-given",        "gethostbyaddr.ipv4", ITSELF, "host = Socket.gethostbyaddr(hex('c0 00 02 0e'), AF_INET); host[0]", RETURNS("'ipv4-only.example'")},
    {"gethostbyaddr-given-ipv6",   "gethostbyaddr.ipv6", ITSELF, "host = Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0016'), AF_INET6); host[0]", RETURNS("'ipv6-only.example'")},
    /* The number of bytes must match the given family. */
    {"gethostbyaddr-4-as-ipv6",    "gethostbyaddr.length", "gethostbyaddr-given", "Socket.gethostbyaddr(hex('c0 00 02 0e'), AF_INET6)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-16-as-ipv4",   "gethostbyaddr.length", "gethostbyaddr-given-ipv6", "Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0016'), AF_INET)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-4-as-unix",    "gethostbyaddr.length", "gethostbyaddr-given", "Socket.gethostbyaddr(hex('c0 00 02 0e'), AF_UNIX)", RAISES(SocketError, "host not found")},
    {"gethostbyaddr-one-left",       "gethostbyaddr.no-descriptor", ITSELF, "Socket.gethostbyaddr(hex('c0 00 02 0e')); limit_descriptors(1); host = Socket.gethostbyaddr(hex('c0 00 02 0e'), AF_INET); host[0]", RETURNS("'ipv4-only.example'")},
    {"gethostbyaddr-none-left",      "gethostbyaddr.no-descriptor", "gethostbyaddr-one-left", "Socket.gethostbyaddr(hex('c0 00 02 0e')); limit_descriptors(0); Socket.gethostbyaddr(hex('c0 00 02 0e'), AF_INET)", RAISES_EXACTLY(SocketError, "host not found")},
    /* The name of a family needs no prefix, and can be the protocol family's. */
    {"gethostbyaddr-family-short",   "gethostbyaddr.family.name", ITSELF, "host = Socket.gethostbyaddr(hex('c0 00 02 0e'), 'INET'); host[0]", RETURNS("'ipv4-only.example'")},
    {"gethostbyaddr-family-short-ipv6", "gethostbyaddr.family.name", ITSELF, "host = Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0016'), 'INET6'); host[0]", RETURNS("'ipv6-only.example'")},
    {"gethostbyaddr-family-protocol", "gethostbyaddr.family.name", ITSELF, "host = Socket.gethostbyaddr(hex('c0 00 02 0e'), 'PF_INET'); host[0]", RETURNS("'ipv4-only.example'")},
    {"gethostbyaddr-family-protocol-ipv6", "gethostbyaddr.family.name", ITSELF, "host = Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0016'), 'PF_INET6'); host[0]", RETURNS("'ipv6-only.example'")},
    {"gethostbyaddr-family-unknown", "gethostbyaddr.family.unknown-name", "gethostbyaddr-given", "Socket.gethostbyaddr(hex('c0 00 02 0e'), 'AF_NONE')", RAISES_EXACTLY(SocketError, "unknown socket domain: AF_NONE")},
    {"gethostbyaddr-family-array",   "gethostbyaddr.family.type", "gethostbyaddr-given", "Socket.gethostbyaddr(hex('c0 00 02 0e'), [AF_INET])", RAISES(TypeError, NULL)},
    {"gethostbyaddr-family-range",   "gethostbyaddr.family.range", "gethostbyaddr-given", "Socket.gethostbyaddr(hex('c0 00 02 0e'), 2147483648)", RAISES(RangeError, NULL)},
    /* The address must be a String. */
    {"gethostbyaddr-type-integer", "gethostbyaddr.type", "gethostbyaddr-given", "Socket.gethostbyaddr(3221225998, AF_INET)",   RAISES(TypeError, NULL)},
    {"gethostbyaddr-type-nil",     "gethostbyaddr.type", "gethostbyaddr-given", "Socket.gethostbyaddr(nil, AF_INET)",          RAISES(TypeError, NULL)},
    {"gethostbyaddr-type-true",    "gethostbyaddr.type", "gethostbyaddr-given", "Socket.gethostbyaddr(true, AF_INET)",         RAISES(TypeError, NULL)},
    {"gethostbyaddr-type-array",   "gethostbyaddr.type", "gethostbyaddr-given", "Socket.gethostbyaddr([192, 0, 2, 14], AF_INET)", RAISES(TypeError, NULL)},
    {"gethostbyaddr-arity-0",      "gethostbyaddr.arity", "gethostbyaddr-given", "Socket.gethostbyaddr()", RAISES(ArgumentError, NULL)},
    {"gethostbyaddr-arity-3",      "gethostbyaddr.arity", "gethostbyaddr-given", "Socket.gethostbyaddr(hex('c0 00 02 0e'), AF_INET, nil)", RAISES(ArgumentError, NULL)},
};
SOCKSPEC_TABLE(gethostbyaddr_arguments, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */

/* clang-format off */
static const struct sockspec_row gethostbyaddr_long_name_rows[] = {
    {"gethostbyaddr-long", "gethostbyaddr.ipv4", ITSELF, "Socket.gethostbyaddr($four)", RETURNS("[$long, [], AF_INET, $four]")},
    {"gethostbyaddr-long-ipv6", "gethostbyaddr.ipv6", ITSELF, "Socket.gethostbyaddr($six, AF_INET6)", RETURNS("[$long, [], AF_INET6, $six]")},
};
static const struct sockspec_row gethostbyaddr_large_host_rows[] = {
    {"gethostbyaddr-six-aliases", "gethostbyaddr.aliases", ITSELF, "Socket.gethostbyaddr(hex('c0 00 02 8c'))", RETURNS("['six-aliases.example', " SOCKSPEC_SIX_ALIASES ", AF_INET, hex('c0 00 02 8c')]")},
    {"gethostbyaddr-six-aliases-ipv6", "gethostbyaddr.aliases", ITSELF, "Socket.gethostbyaddr(hex('2001 0db8 0001 0000 0000 0000 0000 0140'), AF_INET6)", RETURNS("['six-aliases.example', " SOCKSPEC_SIX_ALIASES ", AF_INET6, hex('2001 0db8 0001 0000 0000 0000 0000 0140')]")},
    /* The result has the address that was asked for, and none of the host's others. */
    {"gethostbyaddr-seventh", "gethostbyaddr.result", ITSELF, "Socket.gethostbyaddr(hex('c0 00 02 97'))", RETURNS("['seven.example', [], AF_INET, hex('c0 00 02 97')]")},
};
SOCKSPEC_TABLE(gethostbyaddr_long_name, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("size", long_names)})
SOCKSPEC_TABLE(gethostbyaddr_large_host, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */
