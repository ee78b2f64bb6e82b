/* Socket.getaddrinfo(host, service, family = nil, socktype = nil, protocol = nil, flags = nil)
 *   => [[family name, port, host name, address, family, socktype, protocol], ...]
 *
 * This file covers the elements of the result, and each argument separately. getaddrinfo_cross.c
 * covers combinations of arguments. */
#include "conformance/behaviours/getaddrinfo.h"
#include "conformance/behaviours/large_hosts.h"
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/text_forms.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */

#define NO_REVERSE "BasicSocket.do_not_reverse_lookup = true; "
#define REVERSE "BasicSocket.do_not_reverse_lookup = false; "

/* Entries that have the address in place of the host name. */
#define ENTRY(family, port, address, type, protocol) "['" family "', " port ", '" address "', '" address "', " family ", " type ", " protocol "]"
#define TCP4(port, address) ENTRY("AF_INET", port, address, "SOCK_STREAM", "IPPROTO_TCP")
#define UDP4(port, address) ENTRY("AF_INET", port, address, "SOCK_DGRAM", "IPPROTO_UDP")
#define RAW4(port, address) ENTRY("AF_INET", port, address, "SOCK_RAW", "0")
#define TCP6(port, address) ENTRY("AF_INET6", port, address, "SOCK_STREAM", "IPPROTO_TCP")
#define UDP6(port, address) ENTRY("AF_INET6", port, address, "SOCK_DGRAM", "IPPROTO_UDP")
#define RAW6(port, address) ENTRY("AF_INET6", port, address, "SOCK_RAW", "0")
/* Entries for port 80 over TCP, with a given host name, or with either of two. */
#define NAMED4(name, address) "['AF_INET', 80, '" name "', '" address "', AF_INET, SOCK_STREAM, IPPROTO_TCP]"
#define NAMED6(name, address) "['AF_INET6', 80, '" name "', '" address "', AF_INET6, SOCK_STREAM, IPPROTO_TCP]"
#define EITHER4(name, other, address) "['AF_INET', 80, either('" name "', '" other "'), '" address "', AF_INET, SOCK_STREAM, IPPROTO_TCP]"
#define EITHER6(name, other, address) "['AF_INET6', 80, either('" name "', '" other "'), '" address "', AF_INET6, SOCK_STREAM, IPPROTO_TCP]"

static const struct sockspec_variant both_families[] = {
    {"in4", {{"family", "AF_INET"},  {"host", "printer.example"},   {"address", "192.0.2.10"},    {"unnamed", "192.0.2.33"}}},
    {"in6", {{"family", "AF_INET6"}, {"host", "ipv6-only.example"}, {"address", "2001:db8:1::16"}, {"unnamed", "2001:db8:1::33"}}},
};

static const struct sockspec_variant both_types[] = {
    {"stream", {{"type", "SOCK_STREAM"}, {"protocol", "IPPROTO_TCP"}}},
    {"dgram",  {{"type", "SOCK_DGRAM"},  {"protocol", "IPPROTO_UDP"}}},
};

#define ASK REVERSE "answer = Socket.getaddrinfo('$host', 53, nil, $type); "

static const struct sockspec_row getaddrinfo_elements_rows[] = {
    /* The result has an entry for each address, and each entry has seven elements. */
    {"getaddrinfo-shape",         "getaddrinfo.result.array",         ITSELF, ASK "answer",       RETURNS("[[String, Integer, String, String, Integer, Integer, Integer]]")},
    /* The first two elements are the name of the family and the port. */
    {"getaddrinfo-family-name",   "getaddrinfo.result.family-name",   ITSELF, ASK "answer[0][0]", RETURNS("'$family'")},
    {"getaddrinfo-port",          "getaddrinfo.result.port",          ITSELF, ASK "answer[0][1]", RETURNS("53")},
    /* The third element is the host name that a reverse lookup of the address yields, the fourth
     * the address as text. */
    {"getaddrinfo-host-name",     "getaddrinfo.result.host-name",     ITSELF, ASK "answer[0][2]", RETURNS("'$host'")},
    {"getaddrinfo-address",       "getaddrinfo.result.address",       ITSELF, ASK "answer[0][3]", RETURNS("'$address'")},
    /* The last three elements are the numbers of the family, the type and the protocol. */
    {"getaddrinfo-family-number", "getaddrinfo.result.family-number", ITSELF, ASK "answer[0][4]", RETURNS("$family")},
    {"getaddrinfo-socktype",      "getaddrinfo.result.socktype",      ITSELF, ASK "answer[0][5]", RETURNS("$type")},
    {"getaddrinfo-protocol",      "getaddrinfo.result.protocol",      ITSELF, ASK "answer[0][6]", RETURNS("$protocol")},
    {"getaddrinfo-protocol-implied", "getaddrinfo.protocol.implied",  ITSELF, ASK "answer[0][6]", RETURNS("$protocol")},
    /* If the address has no name, the third element is the address. */
    {"getaddrinfo-unnamed", "getaddrinfo.result.host-unresolved", ITSELF, REVERSE "Socket.getaddrinfo('$unnamed', 53, nil, $type)",
     RETURNS("[['$family', 53, '$unnamed', '$unnamed', $family, $type, $protocol]]")},
    /* The first four elements form an address array that getnameinfo accepts. */
    {"getaddrinfo-address-array", "getaddrinfo.result.address-array", ITSELF,
     ASK "af, port, name, addr = answer[0]; Socket.getnameinfo([af, port, name, addr], NI_NUMERICSERV)", RETURNS("['$host', '53']")},
    {"getaddrinfo-address-array-numeric", "getaddrinfo.result.address-array", ITSELF,
     ASK "af, port, name, addr = answer[0]; Socket.getnameinfo([af, port, name, addr], NI_NUMERICHOST | NI_NUMERICSERV)", RETURNS("['$address', '53']")},
};
SOCKSPEC_TABLE(getaddrinfo_elements, .provoked = SOCKSPEC_KERNEL,
               .axes = {AXIS("family", both_families), AXIS("type", both_types)})

/* For most hosts the canonical name is the name that a reverse lookup of the address yields. One
 * host has another name there, and the address of one host has no name. $reverse is the
 * behaviour that the returned name then shows. */
static const struct sockspec_variant named_hosts[] = {
    {"name",       {{"reverse", "getaddrinfo.result.host-name"}, {"host", "printer.example"},       {"name", "printer.example"},    {"address", "192.0.2.10"}}},
    {"alias",      {{"reverse", "getaddrinfo.result.host-name"}, {"host", "printer"},               {"name", "printer.example"},    {"address", "192.0.2.10"}}},
    {"alias-2",    {{"reverse", "getaddrinfo.result.host-name"}, {"host", "lp"},                    {"name", "printer.example"},    {"address", "192.0.2.10"}}},
    {"address",    {{"reverse", "getaddrinfo.result.host-name"}, {"host", "192.0.2.10"},            {"name", "printer.example"},    {"address", "192.0.2.10"}}},
    {"loopback",   {{"reverse", "getaddrinfo.result.host-name"}, {"host", "127.0.0.1"},             {"name", "localhost"},          {"address", "127.0.0.1"}}},
    {"dns",        {{"reverse", "getaddrinfo.result.host-name"}, {"host", "www.example.com"},       {"name", "www.example.com"},    {"address", "192.0.34.166"}}},
    {"dns-shared", {{"reverse", "getaddrinfo.result.host-name-reverse"}, {"host", "example.com"},           {"name", "www.example.com"},    {"address", "192.0.34.166"}}},
    {"dns-alias",  {{"reverse", "getaddrinfo.result.host-name"}, {"host", "smtp.telus.net"},        {"name", "smtp.svc.telus.net"}, {"address", "199.185.220.249"}}},
    {"dns-chain",  {{"reverse", "getaddrinfo.result.host-name"}, {"host", "chain.example.com"},     {"name", "end.example.com"},    {"address", "192.0.2.20"}}},
    {"dns-text",   {{"reverse", "getaddrinfo.result.host-name"}, {"host", "199.185.220.249"},       {"name", "smtp.svc.telus.net"}, {"address", "199.185.220.249"}}},
    {"no-reverse", {{"reverse", "getaddrinfo.result.host-unresolved"}, {"host", "no-reverse.example.com"}, {"name", "192.0.2.77"},        {"address", "192.0.2.77"}}},
};

static const struct sockspec_row getaddrinfo_host_name_rows[] = {
    {"getaddrinfo-reverse", "$reverse", ITSELF, REVERSE "Socket.getaddrinfo('$host', 80, AF_INET, SOCK_STREAM)",
     RETURNS("[['AF_INET', 80, '$name', '$address', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
    /* If the class-wide flag is set, the result contains no names, even for a host that was
     * given by name. */
    {"getaddrinfo-reverse-off", "getaddrinfo.reverse-lookup-off", ITSELF, NO_REVERSE "Socket.getaddrinfo('$host', 80, AF_INET, SOCK_STREAM)",
     RETURNS("[" TCP4("80", "$address") "]")},
    {"getaddrinfo-address-looked-up", "getaddrinfo.host.name", ITSELF, NO_REVERSE "answer = Socket.getaddrinfo('$host', 80, AF_INET, SOCK_STREAM); answer[0][3]",
     RETURNS("'$address'")},
};
SOCKSPEC_TABLE(getaddrinfo_host_name, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("host", named_hosts)})

static const struct sockspec_row getaddrinfo_host_rows[] = {
    /* By default, names are looked up. */
    {"getaddrinfo-reverse-default", "getaddrinfo.result.host-name", ITSELF, "Socket.getaddrinfo('192.0.2.10', 80, nil, SOCK_STREAM)",
     RETURNS("[['AF_INET', 80, 'printer.example', '192.0.2.10', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
    {"getaddrinfo-reverse-each", "getaddrinfo.result.host-name", ITSELF, REVERSE "Socket.getaddrinfo('both.example', 80, nil, SOCK_STREAM)",
     RETURNS("[['AF_INET6', 80, 'both.example', '2001:db8:1::18', AF_INET6, SOCK_STREAM, IPPROTO_TCP], "
             "['AF_INET', 80, 'both.example', '192.0.2.18', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
    /* The result lists all addresses of a host, IPv6 before IPv4, and those of each family in
     * the order in which they are listed. */
    {"getaddrinfo-both-text", "getaddrinfo.family.nil", ITSELF, NO_REVERSE "Socket.getaddrinfo('both.example', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "2001:db8:1::18") ", " TCP4("80", "192.0.2.18") "]")},
    {"getaddrinfo-both-dns", "getaddrinfo.family.ipv6-first", ITSELF, NO_REVERSE "Socket.getaddrinfo('dual.example.com', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "2001:db8:1::30") ", " TCP4("80", "192.0.2.30") "]")},
    {"getaddrinfo-many", "getaddrinfo.host.order", ITSELF, NO_REVERSE "Socket.getaddrinfo('many.example.com', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "2001:db8:1::11") ", " TCP6("80", "2001:db8:1::12") ", "
             TCP4("80", "192.0.2.11") ", " TCP4("80", "192.0.2.12") ", " TCP4("80", "192.0.2.13") "]")},
    {"getaddrinfo-many-ipv4", "getaddrinfo.host.order", ITSELF, NO_REVERSE "Socket.getaddrinfo('many.example.com', 80, AF_INET, SOCK_STREAM)",
     RETURNS("[" TCP4("80", "192.0.2.11") ", " TCP4("80", "192.0.2.12") ", " TCP4("80", "192.0.2.13") "]")},
    {"getaddrinfo-many-ipv6", "getaddrinfo.family.inet6", ITSELF, NO_REVERSE "Socket.getaddrinfo('many.example.com', 80, AF_INET6, SOCK_STREAM)",
     RETURNS(EITHER("[" TCP6("80", "2001:db8:1::11") ", " TCP6("80", "2001:db8:1::12") "]", "[" TCP6("80", "2001:db8:1::12") ", " TCP6("80", "2001:db8:1::11") "]"))},
    {"getaddrinfo-many-each", "getaddrinfo.host.name", ITSELF, NO_REVERSE "Socket.getaddrinfo('many.example.com', 80, AF_INET6, SOCK_DGRAM)",
     RETURNS(EITHER("[" UDP6("80", "2001:db8:1::11") ", " UDP6("80", "2001:db8:1::12") "]", "[" UDP6("80", "2001:db8:1::12") ", " UDP6("80", "2001:db8:1::11") "]"))},
    {"getaddrinfo-only-ipv4", "getaddrinfo.family.ipv4-otherwise", ITSELF, NO_REVERSE "Socket.getaddrinfo('www.example.com', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP4("80", "192.0.34.166") "]")},
    {"getaddrinfo-only-ipv6", "getaddrinfo.family.ipv6-first", ITSELF, NO_REVERSE "Socket.getaddrinfo('v6.example.com', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "2001:db8:1::6") "]")},
    /* If a host cannot be reached over IPv6, its IPv4 address comes first; its IPv6 address may
     * be left out. */
    {"getaddrinfo-half-routed", "getaddrinfo.family.ipv4-otherwise", ITSELF, NO_REVERSE "Socket.getaddrinfo('half-routed.example', 80, nil, SOCK_STREAM)",
     RETURNS(EITHER("[" TCP4("80", "192.0.2.26") ", " TCP6("80", "2001:db8:ffff::26") "]", "[" TCP4("80", "192.0.2.26") "]"))},
    /* Upper and lower case in a name are equivalent. */
    {"getaddrinfo-capitals", "getaddrinfo.host.name", ITSELF, NO_REVERSE "Socket.getaddrinfo('Printer.EXAMPLE', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP4("80", "192.0.2.10") "]")},
    /* An address is returned as text of its family, in whichever notation it was given. */
    {"getaddrinfo-ipv4-any", "getaddrinfo.host.ipv4-text", ITSELF, NO_REVERSE "Socket.getaddrinfo('0.0.0.0', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP4("80", "0.0.0.0") "]")},
    {"getaddrinfo-ipv4-broadcast", "getaddrinfo.host.ipv4-text", ITSELF, NO_REVERSE "Socket.getaddrinfo('255.255.255.255', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP4("80", "255.255.255.255") "]")},
    {"getaddrinfo-ipv4-far", "getaddrinfo.host.ipv4-text", ITSELF, NO_REVERSE "Socket.getaddrinfo('10.20.30.40', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP4("80", "10.20.30.40") "]")},
    {"getaddrinfo-ipv6-any", "getaddrinfo.host.ipv6-text", ITSELF, NO_REVERSE "Socket.getaddrinfo('::', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "::") "]")},
    {"getaddrinfo-ipv6-any-0", "getaddrinfo.host.ipv6-text", ITSELF, NO_REVERSE "Socket.getaddrinfo('0::0', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "::") "]")},
    {"getaddrinfo-ipv6-capitals", "getaddrinfo.host.ipv6-text", ITSELF, NO_REVERSE "Socket.getaddrinfo('2001:DB8:0001:0:0:0:0:1', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "2001:db8:1::1") "]")},
    {"getaddrinfo-ipv6-mapped", "getaddrinfo.host.ipv6-text", ITSELF, NO_REVERSE "Socket.getaddrinfo('::ffff:192.0.2.10', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "::ffff:192.0.2.10") "]")},
    {"getaddrinfo-ipv6-full", "getaddrinfo.host.ipv6-text", ITSELF, NO_REVERSE "Socket.getaddrinfo('1:2:3:4:5:6:7:8', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "1:2:3:4:5:6:7:8") "]")},
    {"getaddrinfo-ipv4-five", "getaddrinfo.error.unknown-host", "getaddrinfo-ipv4-far", "Socket.getaddrinfo('10.20.30.40.50', 80, nil, SOCK_STREAM)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-ipv4-300", "getaddrinfo.error.unknown-host", "getaddrinfo-ipv4-far", "Socket.getaddrinfo('10.20.30.300', 80, nil, SOCK_STREAM)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-ipv6-nine", "getaddrinfo.error.unknown-host", "getaddrinfo-ipv6-full", "Socket.getaddrinfo('1:2:3:4:5:6:7:8:9', 80, nil, SOCK_STREAM)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-ipv6-g", "getaddrinfo.error.unknown-host", "getaddrinfo-ipv6-full", "Socket.getaddrinfo('1:2:3:4:5:6:7:g', 80, nil, SOCK_STREAM)", RAISES(SocketError, "getaddrinfo:")},
    /* A nil host stands for the loopback address, or with AI_PASSIVE for the wildcard address.
     * With a host, AI_PASSIVE changes nothing. */
    {"getaddrinfo-nil-ipv4", "getaddrinfo.loopback.nil-host-ipv4", ITSELF, NO_REVERSE "Socket.getaddrinfo(nil, 80, AF_INET, SOCK_STREAM)",
     RETURNS("[" TCP4("80", "127.0.0.1") "]")},
    {"getaddrinfo-nil-ipv6", "getaddrinfo.loopback.nil-host-ipv6", ITSELF, NO_REVERSE "Socket.getaddrinfo(nil, 80, AF_INET6, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "::1") "]")},
    {"getaddrinfo-nil-order", "getaddrinfo.loopback.ipv6-first", ITSELF, NO_REVERSE "Socket.getaddrinfo(nil, 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "::1") ", " TCP4("80", "127.0.0.1") "]")},
    {"getaddrinfo-passive-ipv4", "getaddrinfo.passive.nil-host-ipv4", ITSELF, NO_REVERSE "Socket.getaddrinfo(nil, 80, AF_INET, SOCK_STREAM, nil, AI_PASSIVE)",
     RETURNS("[" TCP4("80", "0.0.0.0") "]")},
    {"getaddrinfo-passive-ipv6", "getaddrinfo.passive.nil-host-ipv6", ITSELF, NO_REVERSE "Socket.getaddrinfo(nil, 80, AF_INET6, SOCK_STREAM, nil, AI_PASSIVE)",
     RETURNS("[" TCP6("80", "::") "]")},
    {"getaddrinfo-passive-text", "getaddrinfo.passive.host-given", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', 80, nil, SOCK_STREAM, nil, AI_PASSIVE)",
     RETURNS("[" TCP4("80", "127.0.0.1") "]")},
    {"getaddrinfo-passive-ipv6-text", "getaddrinfo.passive.host-given", ITSELF, NO_REVERSE "Socket.getaddrinfo('::1', 80, nil, SOCK_STREAM, nil, AI_PASSIVE)",
     RETURNS("[" TCP6("80", "::1") "]")},
    {"getaddrinfo-passive-name", "getaddrinfo.passive.host-given", ITSELF, NO_REVERSE "Socket.getaddrinfo('printer.example', 80, nil, SOCK_STREAM, nil, AI_PASSIVE)",
     RETURNS("[" TCP4("80", "192.0.2.10") "]")},
    /* AI_CANONNAME: the result has the canonical name, whichever name was given, or the address
     * if names are not looked up. */
    {"getaddrinfo-canonname", "getaddrinfo.flags.canonname", ITSELF, NO_REVERSE "Socket.getaddrinfo('printer.example', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" EITHER4("printer.example", "192.0.2.10", "192.0.2.10") "]")},
    {"getaddrinfo-canonname-alias", "getaddrinfo.flags.canonname", ITSELF, NO_REVERSE "Socket.getaddrinfo('lp', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" EITHER4("printer.example", "192.0.2.10", "192.0.2.10") "]")},
    {"getaddrinfo-canonname-alias-reverse", "getaddrinfo.flags.canonname", ITSELF, REVERSE "Socket.getaddrinfo('lp', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" NAMED4("printer.example", "192.0.2.10") "]")},
    {"getaddrinfo-canonname-dns", "getaddrinfo.flags.canonname", ITSELF, NO_REVERSE "Socket.getaddrinfo('smtp.telus.net', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" EITHER4("smtp.svc.telus.net", "199.185.220.249", "199.185.220.249") "]")},
    {"getaddrinfo-canonname-chain", "getaddrinfo.flags.canonname", ITSELF, NO_REVERSE "Socket.getaddrinfo('chain.example.com', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" EITHER4("end.example.com", "192.0.2.20", "192.0.2.20") "]")},
    /* The canonical name is the one in the host's own record or the one that a reverse lookup of
     * its address yields, which differs here. */
    {"getaddrinfo-canonname-no-reverse", "getaddrinfo.flags.canonname", ITSELF, REVERSE "Socket.getaddrinfo('example.com', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" EITHER4("example.com", "www.example.com", "192.0.34.166") "]")},
    /* Each entry of the result has the canonical name or its address. */
    {"getaddrinfo-canonname-first-only", "getaddrinfo.flags.canonname", ITSELF, NO_REVERSE "Socket.getaddrinfo('gateway', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" EITHER6("gateway.example", "2001:db8:1::1", "2001:db8:1::1") ", " EITHER4("gateway.example", "192.0.2.1", "192.0.2.1") "]")},
    /* The canonical name of an address is the name that its reverse lookup yields. */
    {"getaddrinfo-canonname-address", "getaddrinfo.flags.canonname", ITSELF, REVERSE "Socket.getaddrinfo('192.0.2.10', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" NAMED4("printer.example", "192.0.2.10") "]")},
    /* Since Ruby 1.9 the canonical name is in the first entry only, and is there even if names
     * are not looked up. */
    {"getaddrinfo-canonname-off", "getaddrinfo.flags.canonname-lookup-off", ITSELF, NO_REVERSE "Socket.getaddrinfo('printer.example', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" NAMED4("printer.example", "192.0.2.10") "]")},
    {"getaddrinfo-canonname-off-alias", "getaddrinfo.flags.canonname-lookup-off", ITSELF, NO_REVERSE "Socket.getaddrinfo('lp', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" NAMED4("printer.example", "192.0.2.10") "]")},
    {"getaddrinfo-canonname-off-chain", "getaddrinfo.flags.canonname-lookup-off", ITSELF, NO_REVERSE "Socket.getaddrinfo('chain.example.com', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" NAMED4("end.example.com", "192.0.2.20") "]")},
    {"getaddrinfo-canonname-off-no-reverse", "getaddrinfo.flags.canonname-lookup-off", ITSELF, NO_REVERSE "Socket.getaddrinfo('example.com', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" NAMED4("example.com", "192.0.34.166") "]")},
    {"getaddrinfo-canonname-off-first-only", "getaddrinfo.flags.canonname-lookup-off", ITSELF, NO_REVERSE "Socket.getaddrinfo('gateway', 80, nil, SOCK_STREAM, nil, AI_CANONNAME)",
     RETURNS("[" NAMED6("gateway.example", "2001:db8:1::1") ", " TCP4("80", "192.0.2.1") "]")},
    {"getaddrinfo-canonname-off-types", "getaddrinfo.flags.canonname-lookup-off", ITSELF, NO_REVERSE "Socket.getaddrinfo('gateway', 'domain', nil, nil, nil, AI_CANONNAME)",
     RETURNS("[['AF_INET6', 53, 'gateway.example', '2001:db8:1::1', AF_INET6, SOCK_STREAM, IPPROTO_TCP], " UDP6("53", "2001:db8:1::1") ", " TCP4("53", "192.0.2.1") ", " UDP4("53", "192.0.2.1") "]")},
    /* AI_NUMERICHOST: the host must be an address. */
    {"getaddrinfo-numerichost", "getaddrinfo.flags.numerichost", ITSELF, NO_REVERSE "Socket.getaddrinfo('192.0.2.10', 80, nil, SOCK_STREAM, nil, AI_NUMERICHOST)",
     RETURNS("[" TCP4("80", "192.0.2.10") "]")},
    {"getaddrinfo-numerichost-ipv6", "getaddrinfo.flags.numerichost", ITSELF, NO_REVERSE "Socket.getaddrinfo('2001:db8:1::1', 80, nil, SOCK_STREAM, nil, AI_NUMERICHOST)",
     RETURNS("[" TCP6("80", "2001:db8:1::1") "]")},
    {"getaddrinfo-numerichost-name", "getaddrinfo.flags.numerichost", "getaddrinfo-numerichost", "Socket.getaddrinfo('printer.example', 80, nil, SOCK_STREAM, nil, AI_NUMERICHOST)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-numerichost-localhost", "getaddrinfo.flags.numerichost", "getaddrinfo-numerichost", "Socket.getaddrinfo('localhost', 80, nil, SOCK_STREAM, nil, AI_NUMERICHOST)", RAISES(SocketError, "getaddrinfo:")},
};
SOCKSPEC_TABLE(getaddrinfo_host, .provoked = SOCKSPEC_KERNEL)

static const struct sockspec_row getaddrinfo_dual_rows[] = {
    /* If localhost has addresses of both families, IPv6 comes first, and either family can be
     * requested alone. For IPv4, some systems read ::1 as another 127.0.0.1, and the result then
     * has 127.0.0.1 twice. */
    {"getaddrinfo-dual", "getaddrinfo.family.ipv6-first", ITSELF, NO_REVERSE "Socket.getaddrinfo('localhost', 80, nil, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "::1") ", " TCP4("80", "127.0.0.1") "]")},
    {"getaddrinfo-dual-unspec", "getaddrinfo.family.unspec", ITSELF, NO_REVERSE "Socket.getaddrinfo('localhost', 80, AF_UNSPEC, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "::1") ", " TCP4("80", "127.0.0.1") "]")},
    {"getaddrinfo-dual-inet", "getaddrinfo.family.inet", ITSELF, NO_REVERSE "Socket.getaddrinfo('localhost', 80, AF_INET, SOCK_STREAM)",
     RETURNS(EITHER("[" TCP4("80", "127.0.0.1") "]", "[" TCP4("80", "127.0.0.1") ", " TCP4("80", "127.0.0.1") "]"))},
    {"getaddrinfo-dual-inet-types", "getaddrinfo.family.inet", ITSELF, NO_REVERSE "Socket.getaddrinfo('localhost', 80, AF_INET)",
     RETURNS(EITHER(ALL_TYPES(TCP4("80", "127.0.0.1"), UDP4("80", "127.0.0.1"), RAW4("80", "127.0.0.1")), ALL_TYPES_OF_TWO(TCP4("80", "127.0.0.1"), UDP4("80", "127.0.0.1"), RAW4("80", "127.0.0.1"), TCP4("80", "127.0.0.1"), UDP4("80", "127.0.0.1"), RAW4("80", "127.0.0.1"))))},
    {"getaddrinfo-dual-inet6", "getaddrinfo.family.inet6", ITSELF, NO_REVERSE "Socket.getaddrinfo('localhost', 80, AF_INET6, SOCK_STREAM)",
     RETURNS("[" TCP6("80", "::1") "]")},
    {"getaddrinfo-dual-reverse", "getaddrinfo.result.host-name", ITSELF, REVERSE "Socket.getaddrinfo('localhost', 80, nil, SOCK_STREAM)",
     RETURNS("[['AF_INET6', 80, 'localhost', '::1', AF_INET6, SOCK_STREAM, IPPROTO_TCP], ['AF_INET', 80, 'localhost', '127.0.0.1', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
};
SOCKSPEC_TABLE(getaddrinfo_dual, .provoked = SOCKSPEC_KERNEL, .names = "dual")

#define PORTS(service) NO_REVERSE "Socket.getaddrinfo('127.0.0.1', " service ", AF_INET)"

static const struct sockspec_row getaddrinfo_service_rows[] = {
    /* A service, given by name or alias, has the ports and types that the services file lists
     * for it. */
    {"getaddrinfo-service-http",     "getaddrinfo.service.name", ITSELF, PORTS("'http'"),   RETURNS("[" TCP4("80", "127.0.0.1") "]")},
    {"getaddrinfo-service-www",      "getaddrinfo.service.name", ITSELF, PORTS("'www'"),    RETURNS("[" TCP4("80", "127.0.0.1") "]")},
    {"getaddrinfo-service-ssh",      "getaddrinfo.service.name", ITSELF, PORTS("'ssh'"),    RETURNS("[" TCP4("22", "127.0.0.1") "]")},
    {"getaddrinfo-service-largest",  "getaddrinfo.service.name", ITSELF, PORTS("'sockspec-largest'"),    RETURNS("[" TCP4("65535", "127.0.0.1") "]")},
    {"getaddrinfo-service-large",    "getaddrinfo.service.name", ITSELF, PORTS("'sockspec-large'"),      RETURNS("[" TCP4("40000", "127.0.0.1") "]")},
    {"getaddrinfo-service-order",    "getaddrinfo.service.name", ITSELF, PORTS("'sockspec-byte-order'"), RETURNS("[" TCP4("4660", "127.0.0.1") "]")},
    {"getaddrinfo-service-both",     "getaddrinfo.socktype.nil", ITSELF, PORTS("'domain'"), RETURNS(TWO_TYPES(TCP4("53", "127.0.0.1"), UDP4("53", "127.0.0.1")))},
    {"getaddrinfo-service-split",    "getaddrinfo.socktype.nil", ITSELF, PORTS("'sockspec-split'"), RETURNS(TWO_TYPES(TCP4("7001", "127.0.0.1"), UDP4("7002", "127.0.0.1")))},
    {"getaddrinfo-service-split-alias", "getaddrinfo.socktype.nil", ITSELF, PORTS("'sockspec-split-alias'"), RETURNS(TWO_TYPES(TCP4("7001", "127.0.0.1"), UDP4("7002", "127.0.0.1")))},
    {"getaddrinfo-service-tcp-only", "getaddrinfo.socktype.nil-one-protocol", ITSELF, PORTS("'sockspec-tcp-only'"), RETURNS("[" TCP4("7000", "127.0.0.1") "]")},
    {"getaddrinfo-service-udp-only", "getaddrinfo.socktype.nil-one-protocol", ITSELF, PORTS("'sockspec-udp-only'"), RETURNS("[" UDP4("7000", "127.0.0.1") "]")},
    {"getaddrinfo-service-tftp",     "getaddrinfo.socktype.nil-one-protocol", ITSELF, PORTS("'tftp'"), RETURNS("[" UDP4("69", "127.0.0.1") "]")},
    /* A port, given as a number or as digits, has all types. A nil service is port 0. */
    {"getaddrinfo-service-0",        "getaddrinfo.service.number", ITSELF, PORTS("0"),     RETURNS(ALL_TYPES(TCP4("0", "127.0.0.1"), UDP4("0", "127.0.0.1"), RAW4("0", "127.0.0.1")))},
    {"getaddrinfo-service-1",        "getaddrinfo.service.number", ITSELF, PORTS("1"),     RETURNS(ALL_TYPES(TCP4("1", "127.0.0.1"), UDP4("1", "127.0.0.1"), RAW4("1", "127.0.0.1")))},
    {"getaddrinfo-service-80",       "getaddrinfo.service.number", ITSELF, PORTS("80"),    RETURNS(ALL_TYPES(TCP4("80", "127.0.0.1"), UDP4("80", "127.0.0.1"), RAW4("80", "127.0.0.1")))},
    {"getaddrinfo-service-4660",     "getaddrinfo.service.number", ITSELF, PORTS("4660"),  RETURNS(ALL_TYPES(TCP4("4660", "127.0.0.1"), UDP4("4660", "127.0.0.1"), RAW4("4660", "127.0.0.1")))},
    {"getaddrinfo-service-65535",    "getaddrinfo.service.number", ITSELF, PORTS("65535"), RETURNS(ALL_TYPES(TCP4("65535", "127.0.0.1"), UDP4("65535", "127.0.0.1"), RAW4("65535", "127.0.0.1")))},
    {"getaddrinfo-service-digits-0", "getaddrinfo.service.digits", ITSELF, PORTS("'0'"),     RETURNS(ALL_TYPES(TCP4("0", "127.0.0.1"), UDP4("0", "127.0.0.1"), RAW4("0", "127.0.0.1")))},
    {"getaddrinfo-service-digits-80", "getaddrinfo.service.digits", ITSELF, PORTS("'80'"),   RETURNS(ALL_TYPES(TCP4("80", "127.0.0.1"), UDP4("80", "127.0.0.1"), RAW4("80", "127.0.0.1")))},
    {"getaddrinfo-service-digits-65535", "getaddrinfo.service.digits", ITSELF, PORTS("'65535'"), RETURNS(ALL_TYPES(TCP4("65535", "127.0.0.1"), UDP4("65535", "127.0.0.1"), RAW4("65535", "127.0.0.1")))},
    {"getaddrinfo-service-nil",      "getaddrinfo.service.nil",    ITSELF, PORTS("nil"),   RETURNS(ALL_TYPES(TCP4("0", "127.0.0.1"), UDP4("0", "127.0.0.1"), RAW4("0", "127.0.0.1")))},
    {"getaddrinfo-service-nil-both", "getaddrinfo.service.nil",    ITSELF, NO_REVERSE "Socket.getaddrinfo('both.example', nil, nil, SOCK_STREAM)", RETURNS("[" TCP6("0", "2001:db8:1::18") ", " TCP4("0", "192.0.2.18") "]")},
    /* The document does not give the order of the types. Raw sockets come last. */
    {"getaddrinfo-type-order-number", "getaddrinfo.socktype.nil-order", ITSELF, PORTS("80"),  RETURNS("[" TCP4("80", "127.0.0.1") ", " UDP4("80", "127.0.0.1") ", " RAW4("80", "127.0.0.1") "]")},
    {"getaddrinfo-type-order-nil",    "getaddrinfo.socktype.nil-order", ITSELF, PORTS("nil"), RETURNS("[" TCP4("0", "127.0.0.1") ", " UDP4("0", "127.0.0.1") ", " RAW4("0", "127.0.0.1") "]")},
    {"getaddrinfo-type-order-name",   "getaddrinfo.socktype.nil-order", ITSELF, PORTS("'sockspec-split'"), RETURNS("[" TCP4("7001", "127.0.0.1") ", " UDP4("7002", "127.0.0.1") "]")},
    {"getaddrinfo-type-order-both",   "getaddrinfo.socktype.nil-order", ITSELF, NO_REVERSE "Socket.getaddrinfo('both.example', '80', nil)",
     RETURNS("[" TCP6("80", "2001:db8:1::18") ", " UDP6("80", "2001:db8:1::18") ", " RAW6("80", "2001:db8:1::18") ", "
             TCP4("80", "192.0.2.18") ", " UDP4("80", "192.0.2.18") ", " RAW4("80", "192.0.2.18") "]")},
    /* If a protocol is given, the result for a host name has no raw sockets. */
    {"getaddrinfo-protocol-one-tcp",  "getaddrinfo.protocol.one-type", ITSELF, NO_REVERSE "Socket.getaddrinfo('ipv4-only.example', '80', nil, nil, IPPROTO_TCP)", RETURNS("[" TCP4("80", "192.0.2.14") "]")},
    {"getaddrinfo-protocol-one-udp",  "getaddrinfo.protocol.one-type", ITSELF, NO_REVERSE "Socket.getaddrinfo('both.example', '80', nil, nil, IPPROTO_UDP)",
     RETURNS("[" UDP6("80", "2001:db8:1::18") ", " UDP4("80", "192.0.2.18") "]")},
    /* A String that is neither a listed service nor a number is invalid, and so is a negative
     * number. */
    {"getaddrinfo-service-unknown",  "getaddrinfo.error.unknown-service", "getaddrinfo-service-http", PORTS("'nosuchservice'"), RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-service-capitals", "getaddrinfo.error.unknown-service", "getaddrinfo-service-http", PORTS("'HTTP'"),          RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-service-trailing", "getaddrinfo.error.unknown-service", "getaddrinfo-service-digits-80", PORTS("'80x'"),      RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-service-negative", "getaddrinfo.service.negative", "getaddrinfo-service-1",  PORTS("-1"),  RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-service-negative-80", "getaddrinfo.service.negative", "getaddrinfo-service-80", PORTS("-80"), RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-service-other-type", "getaddrinfo.error.unknown-service", "getaddrinfo-service-tftp", "Socket.getaddrinfo('127.0.0.1', 'tftp', AF_INET, SOCK_STREAM)", RAISES(SocketError, "getaddrinfo:")},
    /* AI_NUMERICSERV: the service must be digits. Ruby 1.8.7 lacks this flag. */
    {"getaddrinfo-numericserv", "getaddrinfo.flags.numericserv", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', '80', nil, SOCK_STREAM, nil, AI_NUMERICSERV)",
     RETURNS("[" TCP4("80", "127.0.0.1") "]")},
    {"getaddrinfo-numericserv-number", "getaddrinfo.flags.numericserv", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', 80, nil, SOCK_STREAM, nil, AI_NUMERICSERV)",
     RETURNS("[" TCP4("80", "127.0.0.1") "]")},
    {"getaddrinfo-numericserv-name", "getaddrinfo.flags.numericserv", "getaddrinfo-numericserv", "Socket.getaddrinfo('127.0.0.1', 'http', nil, SOCK_STREAM, nil, AI_NUMERICSERV)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-numericserv-alias", "getaddrinfo.flags.numericserv", "getaddrinfo-numericserv", "Socket.getaddrinfo('127.0.0.1', 'www', nil, SOCK_STREAM, nil, AI_NUMERICSERV)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-numeric-both", "getaddrinfo.flags.numericserv", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', '80', nil, SOCK_STREAM, nil, AI_NUMERICHOST | AI_NUMERICSERV)",
     RETURNS("[" TCP4("80", "127.0.0.1") "]")},
};
SOCKSPEC_TABLE(getaddrinfo_service, .provoked = SOCKSPEC_KERNEL)

/* The third to the sixth argument can be left out and are nil then. */
static const struct sockspec_variant argument_counts[] = {
    {"2", {{"rest", ""}}},
    {"3", {{"rest", ", nil"}}},
    {"4", {{"rest", ", nil, nil"}}},
    {"5", {{"rest", ", nil, nil, nil"}}},
    {"6", {{"rest", ", nil, nil, nil, nil"}}},
};

static const struct sockspec_row getaddrinfo_defaults_rows[] = {
    {"getaddrinfo-defaults-ipv4", "getaddrinfo.defaults", ITSELF, NO_REVERSE "Socket.getaddrinfo('192.0.2.10', 80$rest)",
     RETURNS(ALL_TYPES(TCP4("80", "192.0.2.10"), UDP4("80", "192.0.2.10"), RAW4("80", "192.0.2.10")))},
    {"getaddrinfo-defaults-ipv6", "getaddrinfo.defaults", ITSELF, NO_REVERSE "Socket.getaddrinfo('2001:db8:1::1', 80$rest)",
     RETURNS(ALL_TYPES(TCP6("80", "2001:db8:1::1"), UDP6("80", "2001:db8:1::1"), RAW6("80", "2001:db8:1::1")))},
    {"getaddrinfo-defaults-both", "getaddrinfo.defaults", ITSELF, NO_REVERSE "Socket.getaddrinfo('both.example', 'http'$rest)",
     RETURNS("[" TCP6("80", "2001:db8:1::18") ", " TCP4("80", "192.0.2.18") "]")},
    {"getaddrinfo-defaults-nil", "getaddrinfo.defaults", ITSELF, NO_REVERSE "Socket.getaddrinfo(nil, 'tftp'$rest)",
     RETURNS(EITHER("[" UDP6("69", "::1") ", " UDP4("69", "127.0.0.1") "]", "[" UDP4("69", "127.0.0.1") ", " UDP6("69", "::1") "]"))},
    {"getaddrinfo-defaults-both-nil", "getaddrinfo.both-nil", "getaddrinfo-defaults-nil", "Socket.getaddrinfo(nil, nil$rest)", RAISES(SocketError, "getaddrinfo:")},
};
SOCKSPEC_TABLE(getaddrinfo_defaults, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("count", argument_counts)})

#define LOOPBACK "[" TCP4("80", "127.0.0.1") "]"

static const struct sockspec_row getaddrinfo_arguments_rows[] = {
    {"getaddrinfo-given", "getaddrinfo.host.ipv4-text", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)", RETURNS(LOOPBACK)},
    /* The method takes two to six arguments. */
    {"getaddrinfo-arity-0", "getaddrinfo.arity-low",  "getaddrinfo-given", "Socket.getaddrinfo()",            RAISES(ArgumentError, NULL)},
    {"getaddrinfo-arity-1", "getaddrinfo.arity-low",  "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1')", RAISES(ArgumentError, NULL)},
    {"getaddrinfo-arity-7", "getaddrinfo.arity-high", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, nil, nil, nil, nil, nil)", RAISES(ArgumentError, NULL)},
    /* The host is a String or nil. */
    {"getaddrinfo-host-integer", "getaddrinfo.host.type", "getaddrinfo-given", "Socket.getaddrinfo(2130706433, 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",    RAISES(TypeError, NULL)},
    {"getaddrinfo-host-zero",    "getaddrinfo.host.type", "getaddrinfo-given", "Socket.getaddrinfo(0, 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",             RAISES(TypeError, NULL)},
    {"getaddrinfo-host-true",    "getaddrinfo.host.type", "getaddrinfo-given", "Socket.getaddrinfo(true, 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",          RAISES(TypeError, NULL)},
    {"getaddrinfo-host-false",   "getaddrinfo.host.type", "getaddrinfo-given", "Socket.getaddrinfo(false, 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",         RAISES(TypeError, NULL)},
    {"getaddrinfo-host-float",   "getaddrinfo.host.type", "getaddrinfo-given", "Socket.getaddrinfo(127.1, 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",         RAISES(TypeError, NULL)},
    {"getaddrinfo-host-array",   "getaddrinfo.host.type", "getaddrinfo-given", "Socket.getaddrinfo(['127.0.0.1'], 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(TypeError, NULL)},
    /* The first 1,023 bytes of the host are used: this 127.0.0.1, padded with zeros, is that
     * long. */
    {"getaddrinfo-host-1023", "getaddrinfo.host.truncated", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.' + '0' * 1014 + '1', 80, nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    /* Bytes of the host after the first 1,023 are ignored. */
    {"getaddrinfo-host-1024", "getaddrinfo.host.truncated", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.' + '0' * 1014 + '17', 80, nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-host-1024-garbage", "getaddrinfo.host.truncated", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.' + '0' * 1014 + '1/', 80, nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-host-5000", "getaddrinfo.host.truncated", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.' + '0' * 1014 + '1' + '/' * 3977, 80, nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    /* The host ends at a NUL byte. */
    {"getaddrinfo-host-nul",      "getaddrinfo.host.nul", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1\\0', 80, nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-host-nul-more", "getaddrinfo.host.nul", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1\\0.2', 80, nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-host-nul-name", "getaddrinfo.host.nul", ITSELF, NO_REVERSE "Socket.getaddrinfo('localhost\\0.example', 80, nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    /* A String as host is always a name or an address; no String has a special meaning. */
    {"getaddrinfo-host-empty",     "getaddrinfo.host.empty", "getaddrinfo-given", "Socket.getaddrinfo('', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",     RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-host-nul-first", "getaddrinfo.host.empty", "getaddrinfo-given", "Socket.getaddrinfo('\\0127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-host-any",       "getaddrinfo.host.words", "getaddrinfo-given", "Socket.getaddrinfo('<any>', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-host-broadcast", "getaddrinfo.host.words", "getaddrinfo-given", "Socket.getaddrinfo('<broadcast>', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(SocketError, "getaddrinfo:")},
    /* The service is a String, nil or a small Integer. */
    {"getaddrinfo-service-true",   "getaddrinfo.service.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', true, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",   RAISES(TypeError, NULL)},
    {"getaddrinfo-service-false",  "getaddrinfo.service.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', false, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",  RAISES(TypeError, NULL)},
    {"getaddrinfo-service-float",  "getaddrinfo.service.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80.0, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",   RAISES(TypeError, NULL)},
    {"getaddrinfo-service-array",  "getaddrinfo.service.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', [80], AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",   RAISES(TypeError, NULL)},
    {"getaddrinfo-service-bignum", "getaddrinfo.service.bignum", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 4611686018427387904, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(TypeError, NULL)},
    {"getaddrinfo-service-63-bits", "getaddrinfo.service.bignum", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 9223372036854775807, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(TypeError, NULL)},
    {"getaddrinfo-service-minus-63-bits", "getaddrinfo.service.bignum", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', -4611686018427387905, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(TypeError, NULL)},
    /* The first 1,023 bytes of the service are used, up to a NUL byte. */
    {"getaddrinfo-service-1023",   "getaddrinfo.service.truncated", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', '0' * 1021 + '80', nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-service-1024",   "getaddrinfo.service.truncated", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', '0' * 1021 + '808', nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-service-1024-garbage", "getaddrinfo.service.truncated", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', '0' * 1021 + '80x', nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-service-5000",   "getaddrinfo.service.truncated", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', '0' * 1021 + '80' + 'x' * 3977, nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-service-nul",    "getaddrinfo.service.nul", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', '80\\0', nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-service-nul-more", "getaddrinfo.service.nul", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', '80\\080', nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    {"getaddrinfo-service-nul-name", "getaddrinfo.service.nul", ITSELF, NO_REVERSE "Socket.getaddrinfo('127.0.0.1', 'http\\0s', nil, SOCK_STREAM)", RETURNS(LOOPBACK)},
    /* The family is nil, a number or a String. A String other than the two known names has the
     * same effect as nil. */
    {"getaddrinfo-family-type-true",  "getaddrinfo.family.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, true, SOCK_STREAM, IPPROTO_TCP, 0)",      RAISES(TypeError, NULL)},
    {"getaddrinfo-family-type-false", "getaddrinfo.family.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, false, SOCK_STREAM, IPPROTO_TCP, 0)",     RAISES(TypeError, NULL)},
    {"getaddrinfo-family-type-array", "getaddrinfo.family.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, [AF_INET], SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(TypeError, NULL)},
    {"getaddrinfo-family-type-float", "getaddrinfo.family.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, 2.0, SOCK_STREAM, IPPROTO_TCP, 0)",   RAISES(TypeError, NULL)},
    {"getaddrinfo-family-bignum",     "getaddrinfo.family.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, 4611686018427387904, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(TypeError, NULL)},
    {"getaddrinfo-family-range",      "getaddrinfo.family.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, 2147483648, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(RangeError, NULL)},
    {"getaddrinfo-family-range-low",  "getaddrinfo.family.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, -2147483649, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(RangeError, NULL)},
    {"getaddrinfo-family-fixnum",     "getaddrinfo.family.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, 4611686018427387903, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(RangeError, NULL)},
    {"getaddrinfo-family-fixnum-least", "getaddrinfo.family.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, -4611686018427387904, SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(RangeError, NULL)},
    /* The socktype, protocol and flags are nil or numbers in the range of an int. */
    {"getaddrinfo-socktype-type-text",  "getaddrinfo.socktype.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, 'SOCK_STREAM', IPPROTO_TCP, 0)", RAISES(TypeError, NULL)},
    {"getaddrinfo-socktype-type-digit", "getaddrinfo.socktype.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, '1', IPPROTO_TCP, 0)",           RAISES(TypeError, NULL)},
    {"getaddrinfo-socktype-type-true",  "getaddrinfo.socktype.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, true, IPPROTO_TCP, 0)",          RAISES(TypeError, NULL)},
    {"getaddrinfo-socktype-range",      "getaddrinfo.socktype.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, 2147483648, IPPROTO_TCP, 0)",   RAISES(RangeError, NULL)},
    {"getaddrinfo-socktype-range-low",  "getaddrinfo.socktype.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, -2147483649, IPPROTO_TCP, 0)",  RAISES(RangeError, NULL)},
    {"getaddrinfo-socktype-range-32-bits", "getaddrinfo.socktype.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, 4294967297, IPPROTO_TCP, 0)", RAISES(RangeError, NULL)},
    {"getaddrinfo-socktype-range-63-bits", "getaddrinfo.socktype.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, 9223372036854775807, IPPROTO_TCP, 0)", RAISES(RangeError, NULL)},
    {"getaddrinfo-protocol-type-text",  "getaddrinfo.protocol.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, 'tcp', 0)",          RAISES(TypeError, NULL)},
    {"getaddrinfo-protocol-type-digit", "getaddrinfo.protocol.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, '6', 0)",            RAISES(TypeError, NULL)},
    {"getaddrinfo-protocol-type-true",  "getaddrinfo.protocol.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, true, 0)",           RAISES(TypeError, NULL)},
    {"getaddrinfo-protocol-range",      "getaddrinfo.protocol.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, 2147483648, 0)",    RAISES(RangeError, NULL)},
    {"getaddrinfo-protocol-range-low",  "getaddrinfo.protocol.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, -2147483649, 0)",   RAISES(RangeError, NULL)},
    {"getaddrinfo-protocol-range-32-bits", "getaddrinfo.protocol.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, 4294967302, 0)", RAISES(RangeError, NULL)},
    {"getaddrinfo-protocol-range-63-bits", "getaddrinfo.protocol.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, 9223372036854775807, 0)", RAISES(RangeError, NULL)},
    {"getaddrinfo-flags-type-text",     "getaddrinfo.flags.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 'AI_PASSIVE')", RAISES(TypeError, NULL)},
    {"getaddrinfo-flags-type-digit",    "getaddrinfo.flags.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, '0')",      RAISES(TypeError, NULL)},
    {"getaddrinfo-flags-type-true",     "getaddrinfo.flags.type", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, true)",     RAISES(TypeError, NULL)},
    {"getaddrinfo-flags-range",         "getaddrinfo.flags.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 2147483648)", RAISES(RangeError, NULL)},
    {"getaddrinfo-flags-range-low",     "getaddrinfo.flags.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, -2147483649)", RAISES(RangeError, NULL)},
    {"getaddrinfo-flags-range-32-bits", "getaddrinfo.flags.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 4294967296)", RAISES(RangeError, NULL)},
    {"getaddrinfo-flags-range-63-bits", "getaddrinfo.flags.range", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 9223372036854775807)", RAISES(RangeError, NULL)},
};
SOCKSPEC_TABLE(getaddrinfo_arguments, .provoked = SOCKSPEC_KERNEL)

/* Strings that name no family. */
static const struct sockspec_variant unknown_families[] = {
    {"empty",     {{"text", ""}}},
    {"unix",      {{"text", "AF_UNIX"}}},
    {"unspec",    {{"text", "AF_UNSPEC"}}},
    {"pf",        {{"text", "PF_INET"}}},
    {"short",     {{"text", "INET"}}},
    {"small",     {{"text", "af_inet"}}},
    {"longer",    {{"text", "AF_INET66"}}},
    {"blank",     {{"text", "AF_INET "}}},
    {"number",    {{"text", "2"}}},
    {"nul-first", {{"text", "\\0AF_INET"}}},
    {"nonsense",  {{"text", "nonsense"}}},
};

static const struct sockspec_row getaddrinfo_unknown_family_rows[] = {
    {"getaddrinfo-family-unknown", "getaddrinfo.family.unknown-name", ITSELF, NO_REVERSE "Socket.getaddrinfo('both.example', 80, '$text', SOCK_STREAM)",
     RETURNS("[" TCP6("80", "2001:db8:1::18") ", " TCP4("80", "192.0.2.18") "]")},
};
SOCKSPEC_TABLE(getaddrinfo_unknown_family, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("text", unknown_families)})

static const struct sockspec_row getaddrinfo_family_rows[] = {
    /* The name of a family ends at a NUL byte. */
    {"getaddrinfo-family-nul", "getaddrinfo.family.nul", ITSELF, NO_REVERSE "Socket.getaddrinfo('both.example', 80, 'AF_INET\\0', SOCK_STREAM)",
     RETURNS("[" TCP4("80", "192.0.2.18") "]")},
    {"getaddrinfo-family-nul-more", "getaddrinfo.family.nul", ITSELF, NO_REVERSE "Socket.getaddrinfo('both.example', 80, 'AF_INET\\06', SOCK_STREAM)",
     RETURNS("[" TCP4("80", "192.0.2.18") "]")},
    {"getaddrinfo-family-nul-6", "getaddrinfo.family.nul", ITSELF, NO_REVERSE "Socket.getaddrinfo('both.example', 80, 'AF_INET6\\0x', SOCK_STREAM)",
     RETURNS("[" TCP6("80", "2001:db8:1::18") "]")},
    /* An address does not match the other family, whether that is given by number or by name. */
    {"getaddrinfo-mismatch-4",      "getaddrinfo.invalid-combination", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, AF_INET6, SOCK_STREAM, IPPROTO_TCP, 0)",   RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-mismatch-4-name", "getaddrinfo.invalid-combination", "getaddrinfo-given", "Socket.getaddrinfo('127.0.0.1', 80, 'AF_INET6', SOCK_STREAM, IPPROTO_TCP, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-mismatch-6",      "getaddrinfo.invalid-combination", "getaddrinfo-given", "Socket.getaddrinfo('::1', 80, AF_INET, SOCK_STREAM, IPPROTO_TCP, 0)",          RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-mismatch-6-name", "getaddrinfo.invalid-combination", "getaddrinfo-given", "Socket.getaddrinfo('::1', 80, 'AF_INET', SOCK_STREAM, IPPROTO_TCP, 0)",        RAISES(SocketError, "getaddrinfo:")},
};
SOCKSPEC_TABLE(getaddrinfo_family, .provoked = SOCKSPEC_KERNEL)

/* Every failure of the resolver raises SocketError. */
static const struct sockspec_row getaddrinfo_error_rows[] = {
    {"getaddrinfo-no-error",        "getaddrinfo.host.name", ITSELF, NO_REVERSE "Socket.getaddrinfo('printer.example', 'http', AF_INET, SOCK_STREAM, 0, 0)", RETURNS("[" TCP4("80", "192.0.2.10") "]")},
    {"getaddrinfo-error-message",   "getaddrinfo.error.message", "getaddrinfo-no-error", "Socket.getaddrinfo('nobody.example', 'http', AF_INET, SOCK_STREAM, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-host", "getaddrinfo.error.unknown-host", "getaddrinfo-no-error", "Socket.getaddrinfo('nobody.example', 'http', AF_INET, SOCK_STREAM, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-host-unspec", "getaddrinfo.error.unknown-host", "getaddrinfo-no-error", "Socket.getaddrinfo('nobody.example', 'http', nil, SOCK_STREAM, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-both-nil", "getaddrinfo.both-nil", "getaddrinfo-no-error", "Socket.getaddrinfo(nil, nil, AF_INET, SOCK_STREAM, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-service", "getaddrinfo.error.unknown-service", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'nosuchservice', AF_INET, SOCK_STREAM, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-family", "getaddrinfo.error.family", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', AF_UNIX, SOCK_STREAM, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-family-no", "getaddrinfo.error.family", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', 12345, SOCK_STREAM, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-family-negative", "getaddrinfo.error.family", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', -1, SOCK_STREAM, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-socktype", "getaddrinfo.error.socktype", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', AF_INET, 12345, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-socktype-negative", "getaddrinfo.error.socktype", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', AF_INET, -1, 0, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-combination", "getaddrinfo.error.socktype", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', AF_INET, SOCK_STREAM, IPPROTO_UDP, 0)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-flags", "getaddrinfo.error.flags", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', AF_INET, SOCK_STREAM, 0, 0x40000000)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-flags-all", "getaddrinfo.error.flags", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', AF_INET, SOCK_STREAM, 0, -1)", RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-flags-text", "getaddrinfo.error.flags", "getaddrinfo-numerichost", "Socket.getaddrinfo('192.0.2.10', 80, nil, SOCK_STREAM, nil, 0x40000000)", RAISES(SocketError, "getaddrinfo:")},
    /* The message ends with the system's text for the cause. */
    {"getaddrinfo-error-text-host", "getaddrinfo.error.text", "getaddrinfo-no-error", "Socket.getaddrinfo('nobody.example', 'http', AF_INET, SOCK_STREAM, 0, 0)", RAISES_EXACTLY(SocketError, "getaddrinfo: Name or service not known")},
    {"getaddrinfo-error-text-service", "getaddrinfo.error.text", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'nosuchservice', AF_INET, SOCK_STREAM, 0, 0)", RAISES_EXACTLY(SocketError, "getaddrinfo: Servname not supported for ai_socktype")},
    {"getaddrinfo-error-text-family", "getaddrinfo.error.text", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', AF_UNIX, SOCK_STREAM, 0, 0)", RAISES_EXACTLY(SocketError, "getaddrinfo: ai_family not supported")},
    {"getaddrinfo-error-text-socktype", "getaddrinfo.error.text", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', AF_INET, 12345, 0, 0)", RAISES_EXACTLY(SocketError, "getaddrinfo: ai_socktype not supported")},
    {"getaddrinfo-error-text-flags", "getaddrinfo.error.text", "getaddrinfo-no-error", "Socket.getaddrinfo('printer.example', 'http', AF_INET, SOCK_STREAM, 0, 0x40000000)", RAISES_EXACTLY(SocketError, "getaddrinfo: Bad value for ai_flags")},
};
SOCKSPEC_TABLE(getaddrinfo_error, .provoked = SOCKSPEC_KERNEL)

static const struct sockspec_row getaddrinfo_descriptors_rows[] = {
    /* The lookup fails if no descriptor is free. */
    {"getaddrinfo-one-left", "getaddrinfo.error.system", ITSELF, "BasicSocket.do_not_reverse_lookup = true; Socket.getaddrinfo('www.example.com', 80); limit_descriptors(1); Socket.getaddrinfo('www.example.com', 80, AF_INET, SOCK_STREAM)", RETURNS("[" TCP4("80", "192.0.34.166") "]")},
    {"getaddrinfo-none-left", "getaddrinfo.error.system", "getaddrinfo-one-left", "BasicSocket.do_not_reverse_lookup = true; Socket.getaddrinfo('www.example.com', 80); limit_descriptors(0); Socket.getaddrinfo('www.example.com', 80, AF_INET, SOCK_STREAM)", RAISES(SocketError, "getaddrinfo:")},
    /* If no descriptor is free, the name of an address cannot be looked up, and the entry has
     * the address in place of the name. */
    {"getaddrinfo-none-left-reverse", "getaddrinfo.result.host-unresolved", ITSELF, "BasicSocket.do_not_reverse_lookup = false; Socket.getaddrinfo('www.example.com', 80); limit_descriptors(0); Socket.getaddrinfo('192.0.34.166', 80, AF_INET, SOCK_STREAM)", RETURNS("[" TCP4("80", "192.0.34.166") "]")},
    /* If the protocol is neither TCP nor UDP, the entries are raw sockets. libc decides whether
     * these have a port. */
    {"getaddrinfo-protocol-raw", "getaddrinfo.protocol.raw", ITSELF, "BasicSocket.do_not_reverse_lookup = true; Socket.getaddrinfo('192.0.34.166', 80, AF_INET, nil, IPPROTO_ICMP)", RETURNS_OR_RAISES("[['AF_INET', 80, '192.0.34.166', '192.0.34.166', AF_INET, SOCK_RAW, IPPROTO_ICMP]]", SocketError)},
};
SOCKSPEC_TABLE(getaddrinfo_descriptors, .provoked = SOCKSPEC_KERNEL)

/* The lookup fails if a name server has not answered within a second. */
static const struct sockspec_row getaddrinfo_no_answer_rows[] = {
    {"getaddrinfo-error-no-answer", "getaddrinfo.error.no-answer", "getaddrinfo-no-error", "Socket.getaddrinfo('silent.example.com', 'http', AF_INET, SOCK_STREAM, 0, 0)",
     RAISES(SocketError, "getaddrinfo:")},
    {"getaddrinfo-error-text-no-answer", "getaddrinfo.error.text", "getaddrinfo-no-error", "Socket.getaddrinfo('silent.example.com', 'http', AF_INET, SOCK_STREAM, 0, 0)",
     RAISES_EXACTLY(SocketError, "getaddrinfo: Temporary failure in name resolution")},
};
SOCKSPEC_TABLE(getaddrinfo_no_answer, .provoked = SOCKSPEC_KERNEL, .waits = true)

static const struct sockspec_variant any_addresses[] = {
    {"in4", {{"family", "AF_INET"},  {"any", "0.0.0.0"}, {"to", "in4(port, '127.0.0.1')"}}},
    {"in6", {{"family", "AF_INET6"}, {"any", "::"},      {"to", "in6(port, '::1')"}}},
};

static const struct sockspec_row getaddrinfo_bindable_rows[] = {
    /* A socket can be bound to an address returned for AI_PASSIVE, listen there, and be reached
     * through the loopback address. */
    {"getaddrinfo-bindable", "getaddrinfo.passive.bindable", ITSELF,
     "entries = Socket.getaddrinfo(nil, 0, $family, SOCK_STREAM, nil, AI_PASSIVE); af, port, name, addr = entries[0]; "
     "server = Socket.new(entries[0][4], entries[0][5], entries[0][6]); server.bind(Socket.pack_sockaddr_in(port, addr)); server.listen(5); "
     "port, any = Socket.unpack_sockaddr_in(server.getsockname); peer = Tester.connected($to, SOCK_STREAM); "
     "client, from = server.accept; [addr, any, client, from]",
     RETURNS("['$any', '$any', Socket, peer.sockaddr]")},
};
SOCKSPEC_TABLE(getaddrinfo_bindable, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("family", any_addresses)})

/* The document's client tries one address after the other. */
#define NEXT(at) "af, port, name, addr = addrinfo[" at "]; sock = Socket.new(addrinfo[" at "][4], SOCK_STREAM, 0); "
#define TRY "sock.connect(Socket.pack_sockaddr_in(port, addr))"

static const struct sockspec_row getaddrinfo_example_rows[] = {
    /* The host of the example has one address, to which there is no route here, so the client
     * gets no connection. */
    {"getaddrinfo-example-client", "getaddrinfo.example.client", ITSELF,
     REVERSE "addrinfo = Socket.getaddrinfo('www.example.com', 'www', nil, SOCK_STREAM); " NEXT("0") "rescue(Errno::ENETUNREACH, " TRY ", [af, port, name, addr])",
     RETURNS("['AF_INET', 80, 'www.example.com', '192.0.34.166']")},
    /* The client connects to an address where a socket listens. */
    {"getaddrinfo-example-client-connects", "getaddrinfo.example.client", ITSELF,
     "addrinfo = Socket.getaddrinfo('www.google.com', 'www', nil, SOCK_STREAM); " NEXT("0") TRY, RETURNS("0")},
    /* If the first address refuses the connection, the client tries the next. */
    {"getaddrinfo-example-client-in-turn", "getaddrinfo.example.client", ITSELF,
     "door = Tester.socket(AF_INET, SOCK_STREAM); door.bind(in4(0, '192.0.2.1')); door.listen(5); "
     "addrinfo = Socket.getaddrinfo('gateway.example', door.port, nil, SOCK_STREAM); "
     NEXT("0") "raised(Errno::ECONNREFUSED, " TRY "); " NEXT("1") TRY,
     RETURNS("0")},
    /* Over UDP, connect succeeds even if the service is missing. Only sending shows that. */
    {"getaddrinfo-example-client-datagram", "getaddrinfo.example.client-datagram", ITSELF,
     "addrinfo = Socket.getaddrinfo('127.0.0.1', 'discard', nil, SOCK_DGRAM); af, port, name, addr = addrinfo[0]; "
     "sock = Socket.new(addrinfo[0][4], SOCK_DGRAM, 0); sock.connect(Socket.pack_sockaddr_in(port, addr))",
     RETURNS("0")},
    {"getaddrinfo-example-datagram-answered", "getaddrinfo.example.client-datagram", ITSELF,
     "peer = Tester.socket(AF_INET, SOCK_DGRAM); peer.bind(in4(0, '127.0.0.1')); "
     "addrinfo = Socket.getaddrinfo('127.0.0.1', peer.port, nil, SOCK_DGRAM); af, port, name, addr = addrinfo[0]; "
     "sock = Socket.new(addrinfo[0][4], SOCK_DGRAM, 0); sock.connect(Socket.pack_sockaddr_in(port, addr)); sock.send('ping', 0); "
     "data, from = peer.recvfrom(10); peer.send('pong', 0, from); sock.recv(10)",
     RETURNS("'pong'")},
    {"getaddrinfo-example-datagram-refused", "getaddrinfo.example.client-datagram", "getaddrinfo-example-datagram-answered",
     "addrinfo = Socket.getaddrinfo('127.0.0.1', 'discard', nil, SOCK_DGRAM); af, port, name, addr = addrinfo[0]; "
     "sock = Socket.new(addrinfo[0][4], SOCK_DGRAM, 0); sock.connect(Socket.pack_sockaddr_in(port, addr)); sock.send('ping', 0); sock.recv(10)",
     RAISES(Errno::ECONNREFUSED, NULL)},
    /* The document's server listens on the first address, of either family. Port 80 is
     * privileged, so the server uses a free port here. */
    {"getaddrinfo-example-server-answer", "getaddrinfo.example.server", ITSELF,
     "addrinfo = Socket.getaddrinfo(nil, 'www', nil, SOCK_STREAM, nil, AI_PASSIVE); af, port, name, addr = addrinfo[0]; [af, port, addr]",
     RETURNS("either(['AF_INET6', 80, '::'], ['AF_INET', 80, '0.0.0.0'])")},
    {"getaddrinfo-example-server", "getaddrinfo.example.server", ITSELF,
     "addrinfo = Socket.getaddrinfo(nil, 'www', nil, SOCK_STREAM, nil, AI_PASSIVE); af, port, name, addr = addrinfo[0]; "
     "sock = Socket.new(addrinfo[0][4], SOCK_STREAM, 0); sock.bind(Socket.pack_sockaddr_in(0, addr)); sock.listen(5); "
     "port, any = Socket.unpack_sockaddr_in(sock.getsockname); call = start sock.accept; blocked(call); "
     "peer = Tester.connected(in4(port, '127.0.0.1'), SOCK_STREAM); client, from = finish(call); client.send('hello', 0); peer.recv(10)",
     RETURNS("'hello'")},
};
SOCKSPEC_TABLE(getaddrinfo_example, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */

/* clang-format off */
#define LINK_LOCAL_ENTRY(host) "['AF_INET6', 80, '" host "', '" host "', AF_INET6, SOCK_STREAM, IPPROTO_TCP]"
static const struct sockspec_row getaddrinfo_link_local_rows[] = {
    /* A link-local address has a scope: a device, by its name or its number. */
    {"getaddrinfo-link-local", "getaddrinfo.host.scope", ITSELF, NO_REVERSE "Socket.getaddrinfo('fe80::1%world0', 80, nil, SOCK_STREAM)", RETURNS("[" LINK_LOCAL_ENTRY("fe80::1%world0") "]")},
    {"getaddrinfo-link-local-inet6", "getaddrinfo.host.scope", ITSELF, NO_REVERSE "Socket.getaddrinfo('fe80::1%world0', 'http', AF_INET6, SOCK_STREAM)", RETURNS("[" LINK_LOCAL_ENTRY("fe80::1%world0") "]")},
    {"getaddrinfo-link-local-number", "getaddrinfo.host.scope", ITSELF, NO_REVERSE "Socket.getaddrinfo('fe80::1%1', 80, nil, SOCK_STREAM)", RETURNS("[" LINK_LOCAL_ENTRY("fe80::1%lo") "]")},
    {"getaddrinfo-link-local-numerichost", "getaddrinfo.host.scope", ITSELF, NO_REVERSE "Socket.getaddrinfo('fe80::1%world0', 80, nil, SOCK_STREAM, nil, AI_NUMERICHOST)", RETURNS("[" LINK_LOCAL_ENTRY("fe80::1%world0") "]")},
    {"getaddrinfo-link-local-reverse", "getaddrinfo.host.scope", ITSELF, REVERSE "Socket.getaddrinfo('fe80::1%world0', 80, nil, SOCK_STREAM)", RETURNS("[" LINK_LOCAL_ENTRY("fe80::1%world0") "]")},
    {"getaddrinfo-link-local-multicast", "getaddrinfo.host.scope", ITSELF, NO_REVERSE "Socket.getaddrinfo('ff02::1%world0', 80, nil, SOCK_STREAM)", RETURNS("[" LINK_LOCAL_ENTRY("ff02::1%world0") "]")},
    /* The device does not exist. */
    {"getaddrinfo-link-local-no-device", "getaddrinfo.error.unknown-host", "getaddrinfo-link-local", NO_REVERSE "Socket.getaddrinfo('fe80::1%world9', 80, nil, SOCK_STREAM)", RAISES(SocketError, "getaddrinfo:")},
};
/* clang-format on */
SOCKSPEC_TABLE(getaddrinfo_link_local, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
static const struct sockspec_row getaddrinfo_address_form_rows[] = {
    /* The resolver gets the host unchanged. */
    {"getaddrinfo-form", "getaddrinfo.host.short-form", ITSELF, NO_REVERSE "Socket.getaddrinfo($host, 80, nil, SOCK_STREAM)", RETURNS("[['AF_INET', 80, '$text', '$text', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
};
static const struct sockspec_row getaddrinfo_broken_host_rows[] = {
    {"getaddrinfo-host-broken", "getaddrinfo.error.unknown-host", "getaddrinfo-given", "Socket.getaddrinfo($host, 80, nil, SOCK_STREAM)", RAISES(SocketError, "getaddrinfo:")},
};
static const struct sockspec_row getaddrinfo_capital_host_rows[] = {
    {"getaddrinfo-host-capitals", "getaddrinfo.host.name", ITSELF, NO_REVERSE "Socket.getaddrinfo($host, 80, AF_INET, SOCK_STREAM)", RETURNS("[['AF_INET', 80, '$text', '$text', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
};
/* The host of a service form can be an address or a name. */
static const struct sockspec_variant form_hosts[] = {
    {"address", {{"form_name", "address"}, {"form_host", "'192.0.2.10'"}}},
    {"name", {{"form_name", "name"}, {"form_host", "'printer.example'"}}},
};
static const struct sockspec_row getaddrinfo_port_form_rows[] = {
    {"getaddrinfo-port", "getaddrinfo.service.digits-form", ITSELF, NO_REVERSE "Socket.getaddrinfo($form_host, $service, nil, SOCK_STREAM)", RETURNS("[['AF_INET', $port, '192.0.2.10', '192.0.2.10', AF_INET, SOCK_STREAM, IPPROTO_TCP]]")},
    {"getaddrinfo-port-datagram", "getaddrinfo.service.digits-form", ITSELF, NO_REVERSE "Socket.getaddrinfo($form_host, $service, nil, SOCK_DGRAM)", RETURNS("[['AF_INET', $port, '192.0.2.10', '192.0.2.10', AF_INET, SOCK_DGRAM, IPPROTO_UDP]]")},
};
static const struct sockspec_row getaddrinfo_broken_service_rows[] = {
    {"getaddrinfo-service-broken", "getaddrinfo.error.unknown-service", "getaddrinfo-port-$form_name-blank", "Socket.getaddrinfo($form_host, $service, nil, SOCK_STREAM)", RAISES(SocketError, "getaddrinfo:")},
};
#define ENTRY4(address) "['AF_INET', 80, '" address "', '" address "', AF_INET, SOCK_STREAM, IPPROTO_TCP]"
#define ENTRY6(address) "['AF_INET6', 80, '" address "', '" address "', AF_INET6, SOCK_STREAM, IPPROTO_TCP]"
static const struct sockspec_row getaddrinfo_long_name_rows[] = {
    {"getaddrinfo-long", "getaddrinfo.host.name", ITSELF, NO_REVERSE "[Socket.getaddrinfo($long, 80, AF_INET6, SOCK_STREAM), Socket.getaddrinfo($long, 80, AF_INET, SOCK_STREAM)]",
     RETURNS("[[['AF_INET6', 80, $text6, $text6, AF_INET6, SOCK_STREAM, IPPROTO_TCP]], [['AF_INET', 80, $text4, $text4, AF_INET, SOCK_STREAM, IPPROTO_TCP]]]")},
    /* A reverse lookup of the address returns the whole name. */
    {"getaddrinfo-long-reverse", "getaddrinfo.result.host-name", ITSELF, REVERSE "[Socket.getaddrinfo($text6, 80, nil, SOCK_STREAM)[0][2], Socket.getaddrinfo($text4, 80, nil, SOCK_STREAM)[0][2]]", RETURNS("[$long, $long]")},
};
static const struct sockspec_row getaddrinfo_large_host_rows[] = {
    {"getaddrinfo-seven", "getaddrinfo.host.name", ITSELF, NO_REVERSE "Socket.getaddrinfo('seven.example', 80, AF_INET, SOCK_STREAM)", RETURNS("["ENTRY4("192.0.2.145") ", " ENTRY4("192.0.2.146") ", " ENTRY4("192.0.2.147") ", " ENTRY4("192.0.2.148") ", " ENTRY4("192.0.2.149") ", " ENTRY4("192.0.2.150") ", " ENTRY4("192.0.2.151")"]")},
    {"getaddrinfo-seven-ipv6", "getaddrinfo.host.name", ITSELF, NO_REVERSE "Socket.getaddrinfo('seven.example', 80, AF_INET6, SOCK_STREAM)", RETURNS("["ENTRY6("2001:db8:1::141") ", " ENTRY6("2001:db8:1::142") ", " ENTRY6("2001:db8:1::143") ", " ENTRY6("2001:db8:1::144") ", " ENTRY6("2001:db8:1::145") ", " ENTRY6("2001:db8:1::146") ", " ENTRY6("2001:db8:1::147")"]")},
    {"getaddrinfo-seven-both", "getaddrinfo.host.name", ITSELF, NO_REVERSE "length(Socket.getaddrinfo('seven.example', 80, nil, SOCK_STREAM))", RETURNS("14")},
    {"getaddrinfo-six-aliases", "getaddrinfo.host.name", ITSELF, NO_REVERSE "[Socket.getaddrinfo('one', 80, AF_INET, SOCK_STREAM), Socket.getaddrinfo('six', 80, AF_INET, SOCK_STREAM)]", RETURNS("[[" ENTRY4("192.0.2.140") "], [" ENTRY4("192.0.2.140") "]]")},
};
SOCKSPEC_TABLE(getaddrinfo_address_form, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("form", address_forms)})
SOCKSPEC_TABLE(getaddrinfo_broken_host, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("host", broken_hosts)})
SOCKSPEC_TABLE(getaddrinfo_capital_host, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("host", capital_hosts)})
SOCKSPEC_TABLE(getaddrinfo_port_form, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("to", form_hosts), AXIS("form", port_forms)})
SOCKSPEC_TABLE(getaddrinfo_broken_service, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("to", form_hosts), AXIS("service", broken_services)})
SOCKSPEC_TABLE(getaddrinfo_long_name, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("size", long_names)})
SOCKSPEC_TABLE(getaddrinfo_large_host, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */
