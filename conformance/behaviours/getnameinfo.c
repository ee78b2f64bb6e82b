/* Socket.getnameinfo(sockaddr, flags = 0) => [host, service]
 *
 * The address is a packed String or an array: [family, port, host] or [family, port, ignored,
 * address]. */
#include "conformance/behaviours/large_hosts.h"
#include "conformance/behaviours/link_local.h"
#include "conformance/behaviours/text_forms.h"
#include "conformance/harness/rows/row.h"

/* clang-format off */

/* The forms of each address, with its name and its text. Two addresses have no name. */
static const struct sockspec_variant addresses[] = {
    {"packed4",  {{"address", "in4($port, '192.0.2.10')"},                       {"name", "printer.example"},   {"text", "192.0.2.10"}}},
    {"packed6",  {{"address", "in6($port, '2001:db8:1::16')"},                   {"name", "ipv6-only.example"}, {"text", "2001:db8:1::16"}}},
    {"three4",   {{"address", "['AF_INET', $port, 'printer.example']"},          {"name", "printer.example"},   {"text", "192.0.2.10"}}},
    {"four6",    {{"address", "['AF_INET6', $port, 'lp', '2001:db8:1::16']"},    {"name", "ipv6-only.example"}, {"text", "2001:db8:1::16"}}},
    {"unnamed4", {{"address", "in4($port, '192.0.2.33')"},                       {"text", "192.0.2.33"}}},
    {"unnamed6", {{"address", "['AF_INET6', $port, 'lp', '2001:db8:1::33']"},    {"text", "2001:db8:1::33"}}},
};

/* Ports that are listed for TCP only, for a different service on UDP, and for no service. */
static const struct sockspec_variant ports[] = {
    {"http", {{"port", "80"},   {"tcp", "http"}, {"udp", "80"}}},
    {"exec", {{"port", "512"},  {"tcp", "exec"}, {"udp", "biff"}}},
    {"none", {{"port", "7009"}, {"tcp", "7009"}, {"udp", "7009"}}},
};

static const struct sockspec_variant host_flags[] = {
    {"plain",       {{"host_flags", "0"}}},
    {"numerichost", {{"host_flags", "NI_NUMERICHOST"}}},
    {"namereqd",    {{"host_flags", "NI_NAMEREQD"}}},
    {"both",        {{"host_flags", "NI_NUMERICHOST | NI_NAMEREQD"}}},
};

static const struct sockspec_variant numericserv[] = {{"name", {{"numericserv", ""}}}, {"number", {{"numericserv", " | NI_NUMERICSERV"}}}};
static const struct sockspec_variant dgram[] = {{"tcp", {{"dgram", ""}}}, {"udp", {{"dgram", " | NI_DGRAM"}}}};
static const struct sockspec_variant nofqdn[] = {{"full", {{"nofqdn", ""}}}, {"nofqdn", {{"nofqdn", " | NI_NOFQDN"}}}};

static const struct sockspec_row getnameinfo_flags_rows[] = {
    /* The result has the name and the service, which is that of TCP, or with NI_DGRAM that of
     * UDP. NI_NOFQDN shortens names in the host's own domain; the host has no domain here. */
    {"getnameinfo-names", "getnameinfo.result", ITSELF,
     "address=packed4,packed6,three4,four6 port=* host=plain serv=name dgram=tcp nofqdn=*", RETURNS("['$name', '$tcp']")},
    {"getnameinfo-names-dgram", "getnameinfo.flags.dgram", ITSELF,
     "address=packed4,packed6,three4,four6 port=* host=plain serv=name dgram=udp nofqdn=*", RETURNS("['$name', '$udp']")},
    /* NI_NUMERICSERV: the service is the digits of the port. */
    {"getnameinfo-names-numericserv", "getnameinfo.flags.numericserv", ITSELF,
     "address=packed4,packed6,three4,four6 port=* host=plain serv=number dgram=* nofqdn=*", RETURNS("['$name', '$port']")},
    /* NI_NUMERICHOST: the host is the address as text, even if it has a name. */
    {"getnameinfo-numerichost", "getnameinfo.flags.numerichost", ITSELF,
     "address=* port=* host=numerichost serv=name dgram=tcp nofqdn=*", RETURNS("['$text', '$tcp']")},
    {"getnameinfo-numerichost-dgram", "getnameinfo.flags.numerichost", ITSELF,
     "address=* port=* host=numerichost serv=name dgram=udp nofqdn=*", RETURNS("['$text', '$udp']")},
    {"getnameinfo-both-numeric", "getnameinfo.flags.both-numeric", ITSELF,
     "address=* port=* host=numerichost serv=number dgram=* nofqdn=*", RETURNS("['$text', '$port']")},
    /* For an address without a name, the host is the address as text. */
    {"getnameinfo-unnamed", "getnameinfo.host-unknown", ITSELF,
     "address=unnamed4,unnamed6 port=* host=plain serv=name dgram=tcp nofqdn=*", RETURNS("['$text', '$tcp']")},
    {"getnameinfo-unnamed-dgram", "getnameinfo.host-unknown", ITSELF,
     "address=unnamed4,unnamed6 port=* host=plain serv=name dgram=udp nofqdn=*", RETURNS("['$text', '$udp']")},
    {"getnameinfo-unnamed-numericserv", "getnameinfo.host-unknown", ITSELF,
     "address=unnamed4,unnamed6 port=* host=plain serv=number dgram=* nofqdn=*", RETURNS("['$text', '$port']")},
    /* With NI_NAMEREQD an address without a name is an error. */
    {"getnameinfo-namereqd", "getnameinfo.flags.namereqd", ITSELF,
     "address=packed4,packed6,three4,four6 port=* host=namereqd serv=name dgram=tcp nofqdn=*", RETURNS("['$name', '$tcp']")},
    {"getnameinfo-namereqd-dgram", "getnameinfo.flags.namereqd", ITSELF,
     "address=packed4,packed6,three4,four6 port=* host=namereqd serv=name dgram=udp nofqdn=*", RETURNS("['$name', '$udp']")},
    {"getnameinfo-namereqd-numericserv", "getnameinfo.flags.namereqd", ITSELF,
     "address=packed4,packed6,three4,four6 port=* host=namereqd serv=number dgram=* nofqdn=*", RETURNS("['$name', '$port']")},
    {"getnameinfo-namereqd-unnamed", "getnameinfo.flags.namereqd", ITSELF,
     "address=unnamed4,unnamed6 port=* host=namereqd serv=* dgram=* nofqdn=*", RAISES(SocketError, "getnameinfo:")},
    /* NI_NAMEREQD and NI_NUMERICHOST contradict each other and are an error together. */
    {"getnameinfo-namereqd-numerichost", "getnameinfo.flags.namereqd", ITSELF,
     "address=* port=* host=both serv=* dgram=* nofqdn=*", RAISES(SocketError, "getnameinfo:")},
};
SOCKSPEC_TABLE(getnameinfo_flags, .provoked = SOCKSPEC_KERNEL,
               .cross = "Socket.getnameinfo($address, $host_flags$numericserv$dgram$nofqdn)",
               .axes = {AXIS("address", addresses), AXIS("port", ports), AXIS("host", host_flags),
                        AXIS("serv", numericserv), AXIS("dgram", dgram), AXIS("nofqdn", nofqdn)})

/* Flags that are left out are 0. */
static const struct sockspec_variant no_flags[] = {
    {"default", {{"flags", ""}}},
    {"nil",     {{"flags", ", nil"}}},
    {"zero",    {{"flags", ", 0"}}},
};

static const struct sockspec_row getnameinfo_default_rows[] = {
    {"getnameinfo-default-ipv4",  "getnameinfo.flags.default", ITSELF, "Socket.getnameinfo(in4(80, '192.0.2.10')$flags)", RETURNS("['printer.example', 'http']")},
    {"getnameinfo-default-ipv6",  "getnameinfo.flags.default", ITSELF, "Socket.getnameinfo(in6(80, '2001:db8:1::16')$flags)", RETURNS("['ipv6-only.example', 'http']")},
    {"getnameinfo-default-array", "getnameinfo.flags.default", ITSELF, "Socket.getnameinfo(['AF_INET', 80, '192.0.2.10']$flags)", RETURNS("['printer.example', 'http']")},
    {"getnameinfo-default-exec",  "getnameinfo.flags.default", ITSELF, "Socket.getnameinfo(in4(512, '192.0.2.33')$flags)", RETURNS("['192.0.2.33', 'exec']")},
};
SOCKSPEC_TABLE(getnameinfo_default, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("flags", no_flags)})

static const struct sockspec_row getnameinfo_packed_rows[] = {
    /* For a packed address, the result has the canonical name, from the hosts file or the DNS,
     * and the service. */
    {"getnameinfo-ipv4",           "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(in4(80, '192.0.2.10'))",     RETURNS("['printer.example', 'http']")},
    {"getnameinfo-ipv4-loopback",  "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(in4(22, '127.0.0.1'))",      RETURNS("['localhost', 'ssh']")},
    {"getnameinfo-ipv4-both",      "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(in4(443, '192.0.2.18'))",    RETURNS("['both.example', 'https']")},
    {"getnameinfo-ipv4-dns",       "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(in4(80, '192.0.34.166'))",   RETURNS("['www.example.com', 'http']")},
    {"getnameinfo-ipv4-dns-alias", "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(in4(25, '199.185.220.249'))", RETURNS("['smtp.svc.telus.net', 'smtp']")},
    {"getnameinfo-ipv6",           "getnameinfo.sockaddr.ipv6", ITSELF, "Socket.getnameinfo(in6(80, '2001:db8:1::16'))", RETURNS("['ipv6-only.example', 'http']")},
    {"getnameinfo-ipv6-loopback",  "getnameinfo.sockaddr.ipv6", ITSELF, "Socket.getnameinfo(in6(22, '::1'))",            RETURNS("['ip6-localhost', 'ssh']")},
    {"getnameinfo-ipv6-both",      "getnameinfo.sockaddr.ipv6", ITSELF, "Socket.getnameinfo(in6(443, '2001:db8:1::18'))", RETURNS("['both.example', 'https']")},
    {"getnameinfo-ipv6-dns",       "getnameinfo.sockaddr.ipv6", ITSELF, "Socket.getnameinfo(in6(80, '2001:db8:1::6'))",  RETURNS("['v6.example.com', 'http']")},
    /* The method accepts what the class's own methods pack. */
    {"getnameinfo-packed-here",    "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(Socket.pack_sockaddr_in(80, '192.0.2.10'))", RETURNS("['printer.example', 'http']")},
    {"getnameinfo-packed-here-6",  "getnameinfo.sockaddr.ipv6", ITSELF, "Socket.getnameinfo(Socket.pack_sockaddr_in(80, '2001:db8:1::16'))", RETURNS("['ipv6-only.example', 'http']")},
    /* For an unlisted port the service is its digits. */
    {"getnameinfo-port-7009",      "getnameinfo.service-unknown", ITSELF, "Socket.getnameinfo(in4(7009, '192.0.2.10'))", RETURNS("['printer.example', '7009']")},
    {"getnameinfo-port-0",         "getnameinfo.service-unknown", ITSELF, "Socket.getnameinfo(in4(0, '192.0.2.10'))",    RETURNS("['printer.example', '0']")},
    {"getnameinfo-port-udp-only",  "getnameinfo.service-unknown", ITSELF, "Socket.getnameinfo(in4(69, '192.0.2.10'))",   RETURNS("['printer.example', '69']")},
    {"getnameinfo-port-65534",     "getnameinfo.service-unknown", ITSELF, "Socket.getnameinfo(in6(65534, '2001:db8:1::16'))", RETURNS("['ipv6-only.example', '65534']")},
    /* For a listed port the service is its name, whatever the bytes of the port are. */
    {"getnameinfo-port-65535",     "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(in4(65535, '192.0.2.10'))",  RETURNS("['printer.example', 'sockspec-largest']")},
    {"getnameinfo-port-40000",     "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(in4(40000, '192.0.2.10'))",  RETURNS("['printer.example', 'sockspec-large']")},
    {"getnameinfo-port-4660",      "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(in4(4660, '192.0.2.10'))",   RETURNS("['printer.example', 'sockspec-byte-order']")},
    {"getnameinfo-port-tftp",      "getnameinfo.flags.dgram", ITSELF, "Socket.getnameinfo(in4(69, '192.0.2.10'), NI_DGRAM)", RETURNS("['printer.example', 'tftp']")},
    {"getnameinfo-port-7002",      "getnameinfo.flags.dgram", ITSELF, "Socket.getnameinfo(in4(7002, '192.0.2.10'), NI_DGRAM)", RETURNS("['printer.example', 'sockspec-split']")},
    /* Both elements are Strings, the host first. The class-wide flag changes nothing. */
    {"getnameinfo-shape",          "getnameinfo.result", ITSELF, "Socket.getnameinfo(in4(7009, '192.0.2.33'))", RETURNS("[String, String]")},
    {"getnameinfo-reverse-off",    "getnameinfo.ignores-reverse-lookup", ITSELF, "BasicSocket.do_not_reverse_lookup = true; Socket.getnameinfo(in4(80, '192.0.2.10'))", RETURNS("['printer.example', 'http']")},
    {"getnameinfo-reverse-off-array", "getnameinfo.ignores-reverse-lookup", ITSELF, "BasicSocket.do_not_reverse_lookup = true; Socket.getnameinfo(['AF_INET', 80, 'x', '192.0.2.10'])", RETURNS("['printer.example', 'http']")},
    {"getnameinfo-reverse-on",     "getnameinfo.ignores-reverse-lookup", ITSELF, "BasicSocket.do_not_reverse_lookup = false; Socket.getnameinfo(in4(80, '192.0.2.10'), NI_NUMERICHOST)", RETURNS("['192.0.2.10', 'http']")},
    /* A truncated address is an error: Ruby 1.8.7 raises TypeError, today's Ruby SocketError. */
    {"getnameinfo-empty",   "getnameinfo.sockaddr.invalid", "getnameinfo-ipv4", "Socket.getnameinfo('')",                               RAISES_ONE("either(SocketError, TypeError)", NULL)},
    {"getnameinfo-1",       "getnameinfo.sockaddr.invalid", "getnameinfo-ipv4", "Socket.getnameinfo(in4(80, '192.0.2.10')[0, 1])",      RAISES_ONE("either(SocketError, TypeError)", NULL)},
    {"getnameinfo-2",       "getnameinfo.sockaddr.invalid", "getnameinfo-ipv4", "Socket.getnameinfo(in4(80, '192.0.2.10')[0, 2])",      RAISES_ONE("either(SocketError, TypeError)", NULL)},
    {"getnameinfo-8",       "getnameinfo.sockaddr.invalid", "getnameinfo-ipv4", "Socket.getnameinfo(in4(80, '192.0.2.10')[0, 8])",      RAISES_ONE("either(SocketError, TypeError)", NULL)},
    {"getnameinfo-15",      "getnameinfo.sockaddr.invalid", "getnameinfo-ipv4", "Socket.getnameinfo(in4(80, '192.0.2.10')[0, 15])",     RAISES_ONE("either(SocketError, TypeError)", NULL)},
    {"getnameinfo-ipv6-2",  "getnameinfo.sockaddr.invalid", "getnameinfo-ipv6", "Socket.getnameinfo(in6(80, '2001:db8:1::16')[0, 2])",  RAISES_ONE("either(SocketError, TypeError)", NULL)},
    {"getnameinfo-ipv6-16", "getnameinfo.sockaddr.invalid", "getnameinfo-ipv6", "Socket.getnameinfo(in6(80, '2001:db8:1::16')[0, 16])", RAISES_ONE("either(SocketError, TypeError)", NULL)},
    {"getnameinfo-ipv6-23", "getnameinfo.sockaddr.invalid", "getnameinfo-ipv6", "Socket.getnameinfo(in6(80, '2001:db8:1::16')[0, 23])", RAISES_ONE("either(SocketError, TypeError)", NULL)},
    {"getnameinfo-text",    "getnameinfo.sockaddr.invalid", "getnameinfo-ipv4", "Socket.getnameinfo('192.0.2.10')",                     RAISES_ONE("either(SocketError, TypeError)", NULL)},
    {"getnameinfo-empty-refused", "getnameinfo.sockaddr.invalid.error", "getnameinfo-ipv4", "Socket.getnameinfo('')",                           RAISES(SocketError, "getnameinfo:")},
    {"getnameinfo-8-refused",     "getnameinfo.sockaddr.invalid.error", "getnameinfo-ipv4", "Socket.getnameinfo(in4(80, '192.0.2.10')[0, 8])",  RAISES(SocketError, "getnameinfo:")},
    {"getnameinfo-text-refused",  "getnameinfo.sockaddr.invalid.error", "getnameinfo-ipv4", "Socket.getnameinfo('192.0.2.10')",                 RAISES(SocketError, "getnameinfo:")},
};
SOCKSPEC_TABLE(getnameinfo_packed, .provoked = SOCKSPEC_KERNEL)

static const struct sockspec_row getnameinfo_array_rows[] = {
    /* An array of three elements has a family, a port and a host, which is given by address or
     * by name. */
    {"getnameinfo-three",           "getnameinfo.array.three", ITSELF, "Socket.getnameinfo(['AF_INET', 80, '192.0.2.10'])",      RETURNS("['printer.example', 'http']")},
    {"getnameinfo-three-name",      "getnameinfo.array.three", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 'printer.example'])", RETURNS("['printer.example', 'http']")},
    {"getnameinfo-three-alias",     "getnameinfo.array.three", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 'lp'])",              RETURNS("['printer.example', 'http']")},
    {"getnameinfo-three-both",      "getnameinfo.array.three", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 'both.example'])",    RETURNS("['both.example', 'http']")},
    {"getnameinfo-three-ipv6",      "getnameinfo.array.ipv6",  ITSELF, "Socket.getnameinfo(['AF_INET6', 80, '2001:db8:1::16'])", RETURNS("['ipv6-only.example', 'http']")},
    {"getnameinfo-three-ipv6-name", "getnameinfo.array.ipv6",  ITSELF, "Socket.getnameinfo(['AF_INET6', 80, 'both.example'], NI_NUMERICHOST)", RETURNS("['2001:db8:1::18', 'http']")},
    /* In an array of four elements the last one is the address, and the host before it is
     * ignored. */
    {"getnameinfo-four",            "getnameinfo.array.four", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 'lp', '192.0.2.10'])",             RETURNS("['printer.example', 'http']")},
    {"getnameinfo-four-other",      "getnameinfo.array.four", ITSELF, "Socket.getnameinfo(['AF_INET', 80, '192.0.2.14', '192.0.2.10'])",     RETURNS("['printer.example', 'http']")},
    {"getnameinfo-four-unknown",    "getnameinfo.array.four", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 'nobody.example', '192.0.2.10'])", RETURNS("['printer.example', 'http']")},
    {"getnameinfo-four-host-nil",   "getnameinfo.array.four", ITSELF, "Socket.getnameinfo(['AF_INET', 80, nil, '192.0.2.10'])",              RETURNS("['printer.example', 'http']")},
    {"getnameinfo-four-ipv6",       "getnameinfo.array.ipv6", ITSELF, "Socket.getnameinfo(['AF_INET6', 80, 'lp', '2001:db8:1::16'])",        RETURNS("['ipv6-only.example', 'http']")},
    {"getnameinfo-four-name",       "getnameinfo.array.four", "getnameinfo-four", "Socket.getnameinfo(['AF_INET', 80, 'lp', 'printer.example'])", RAISES(SocketError, "getaddrinfo:")},
    /* If the last of four elements is nil, the host before it is used. */
    {"getnameinfo-four-nil",        "getnameinfo.array.four-nil", ITSELF, "Socket.getnameinfo(['AF_INET', 80, '192.0.2.10', nil])", RETURNS("['printer.example', 'http']")},
    {"getnameinfo-four-nil-name",   "getnameinfo.array.four-nil", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 'printer', nil])",    RETURNS("['printer.example', 'http']")},
    /* A nil family is determined by the host. A number, or a name without its prefix, works like
     * the full name. */
    {"getnameinfo-family-nil",      "getnameinfo.array.family-nil", ITSELF, "Socket.getnameinfo([nil, 80, '192.0.2.10'])",              RETURNS("['printer.example', 'http']")},
    {"getnameinfo-family-nil-ipv6", "getnameinfo.array.family-nil", ITSELF, "Socket.getnameinfo([nil, 80, '2001:db8:1::16'])",          RETURNS("['ipv6-only.example', 'http']")},
    {"getnameinfo-family-nil-both", "getnameinfo.array.family-nil", ITSELF, "Socket.getnameinfo([nil, 80, 'both.example'])",            RETURNS("['both.example', 'http']")},
    {"getnameinfo-family-nil-four", "getnameinfo.array.family-nil", ITSELF, "Socket.getnameinfo([nil, 80, 'lp', '2001:db8:1::16'])",    RETURNS("['ipv6-only.example', 'http']")},
    {"getnameinfo-family-number",   "getnameinfo.array.family-number", ITSELF, "Socket.getnameinfo([AF_INET, 80, '192.0.2.10'])",       RETURNS("['printer.example', 'http']")},
    {"getnameinfo-family-number-6", "getnameinfo.array.family-number", ITSELF, "Socket.getnameinfo([AF_INET6, 80, '2001:db8:1::16'])",  RETURNS("['ipv6-only.example', 'http']")},
    {"getnameinfo-family-number-both", "getnameinfo.array.family-number", ITSELF, "Socket.getnameinfo([AF_INET, 80, 'both.example'], NI_NUMERICHOST)", RETURNS("['192.0.2.18', 'http']")},
    {"getnameinfo-family-short",    "getnameinfo.array.three", ITSELF, "Socket.getnameinfo(['INET', 80, '192.0.2.10'])",                RETURNS("['printer.example', 'http']")},
    /* Today's Ruby refuses a String that names no family; Ruby 1.8.7 leaves the family to the
     * host. */
    {"getnameinfo-family-unknown",  "getnameinfo.array.family-unknown", "getnameinfo-three", "Socket.getnameinfo(['nonsense', 80, '192.0.2.10'])", RAISES(SocketError, NULL)},
    {"getnameinfo-family-empty",    "getnameinfo.array.family-unknown", "getnameinfo-three", "Socket.getnameinfo(['', 80, '192.0.2.10'])", RAISES(SocketError, NULL)},
    {"getnameinfo-family-unix",     "getnameinfo.array.family-unknown", "getnameinfo-three", "Socket.getnameinfo(['AF_UNIX', 80, '192.0.2.10'])", RAISES(SocketError, NULL)},
    /* The port is a service name of the protocol in question, digits, or nil. */
    {"getnameinfo-service-name",    "getnameinfo.array.service-name", ITSELF, "Socket.getnameinfo(['AF_INET', 'http', '192.0.2.10'])", RETURNS("['printer.example', 'http']")},
    {"getnameinfo-service-alias",   "getnameinfo.array.service-name", ITSELF, "Socket.getnameinfo(['AF_INET', 'www', '192.0.2.10'])",  RETURNS("['printer.example', 'http']")},
    {"getnameinfo-service-number",  "getnameinfo.array.service-name", ITSELF, "Socket.getnameinfo(['AF_INET', 'http', '192.0.2.10'], NI_NUMERICSERV)", RETURNS("['printer.example', '80']")},
    {"getnameinfo-service-digits",  "getnameinfo.array.service-name", ITSELF, "Socket.getnameinfo(['AF_INET', '80', '192.0.2.10'])",   RETURNS("['printer.example', 'http']")},
    {"getnameinfo-service-udp",     "getnameinfo.array.service-name", ITSELF, "Socket.getnameinfo(['AF_INET', 'biff', '192.0.2.10'], NI_DGRAM)", RETURNS("['printer.example', 'biff']")},
    {"getnameinfo-service-split",   "getnameinfo.array.service-name", ITSELF, "Socket.getnameinfo(['AF_INET', 'sockspec-split', '192.0.2.10'], NI_NUMERICSERV)", RETURNS("['printer.example', '7001']")},
    {"getnameinfo-service-split-numeric", "getnameinfo.array.service-name", ITSELF, "Socket.getnameinfo(['AF_INET', 'sockspec-split', '192.0.2.10'], NI_NUMERICHOST | NI_NUMERICSERV)", RETURNS("['192.0.2.10', '7001']")},
    {"getnameinfo-service-split-udp", "getnameinfo.array.service-name", ITSELF, "Socket.getnameinfo(['AF_INET', 'sockspec-split', '192.0.2.10'], NI_NUMERICSERV | NI_DGRAM)", RETURNS("['printer.example', '7002']")},
    {"getnameinfo-service-other",   "getnameinfo.array.service-name", "getnameinfo-service-udp", "Socket.getnameinfo(['AF_INET', 'biff', '192.0.2.10'])", RAISES(SocketError, "getaddrinfo:")},
    {"getnameinfo-service-unknown", "getnameinfo.array.service-name", "getnameinfo-service-name", "Socket.getnameinfo(['AF_INET', 'nosuchservice', '192.0.2.10'])", RAISES(SocketError, "getaddrinfo:")},
    {"getnameinfo-port-nil",        "getnameinfo.array.port-nil", ITSELF, "Socket.getnameinfo(['AF_INET', nil, '192.0.2.10'])", RETURNS("['printer.example', '0']")},
    {"getnameinfo-port-nil-four",   "getnameinfo.array.port-nil", ITSELF, "Socket.getnameinfo(['AF_INET6', nil, 'lp', '2001:db8:1::16'])", RETURNS("['ipv6-only.example', '0']")},
    {"getnameinfo-port-512",        "getnameinfo.flags.dgram", ITSELF, "Socket.getnameinfo(['AF_INET', 512, '192.0.2.10'])", RETURNS("['printer.example', 'exec']")},
    {"getnameinfo-port-512-udp",    "getnameinfo.flags.dgram", ITSELF, "Socket.getnameinfo(['AF_INET', 512, '192.0.2.10'], NI_DGRAM)", RETURNS("['printer.example', 'biff']")},
    /* A nil host is the loopback address. */
    {"getnameinfo-host-nil",        "getnameinfo.array.host-nil", ITSELF, "Socket.getnameinfo(['AF_INET', 80, nil])",  RETURNS("['localhost', 'http']")},
    {"getnameinfo-host-nil-ipv6",   "getnameinfo.array.host-nil", ITSELF, "Socket.getnameinfo(['AF_INET6', 80, nil])", RETURNS("['ip6-localhost', 'http']")},
    {"getnameinfo-host-nil-text",   "getnameinfo.array.host-nil", ITSELF, "Socket.getnameinfo(['AF_INET', 80, nil], NI_NUMERICHOST)", RETURNS("['127.0.0.1', 'http']")},
    {"getnameinfo-host-nil-four",   "getnameinfo.array.host-nil", ITSELF, "Socket.getnameinfo(['AF_INET', 80, nil, nil])", RETURNS("['localhost', 'http']")},
    {"getnameinfo-host-unknown",    "getnameinfo.array.three", "getnameinfo-three-name", "Socket.getnameinfo(['AF_INET', 80, 'nobody.example'])", RAISES(SocketError, "getaddrinfo:")},
    /* The host must match the family. */
    {"getnameinfo-mismatch-6",      "getnameinfo.array.mismatch", "getnameinfo-three-ipv6", "Socket.getnameinfo(['AF_INET', 80, '2001:db8:1::16'])", RAISES(SocketError, "getaddrinfo:")},
    {"getnameinfo-mismatch-4",      "getnameinfo.array.mismatch", "getnameinfo-three", "Socket.getnameinfo(['AF_INET6', 80, '192.0.2.10'])", RAISES(SocketError, "getaddrinfo:")},
    {"getnameinfo-mismatch-four-6", "getnameinfo.array.mismatch", "getnameinfo-four-ipv6", "Socket.getnameinfo(['AF_INET', 80, 'lp', '2001:db8:1::16'])", RAISES(SocketError, "getaddrinfo:")},
    {"getnameinfo-mismatch-four-4", "getnameinfo.array.mismatch", "getnameinfo-four", "Socket.getnameinfo(['AF_INET6', 80, 'lp', '192.0.2.10'])", RAISES(SocketError, "getaddrinfo:")},
    /* All addresses of a host must yield one name. With NI_NAMEREQD each of them must have a
     * name. */
    {"getnameinfo-one-name",   "getnameinfo.array.several-addresses", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 'many.example.com'], NI_NAMEREQD)", RETURNS("['many.example.com', 'http']")},
    {"getnameinfo-two-names",  "getnameinfo.array.several-names", "getnameinfo-one-name", "Socket.getnameinfo(['AF_INET', 80, 'two-names.example'])", RAISES_EXACTLY(SocketError, "sockaddr resolved to multiple nodename")},
    {"getnameinfo-two-names-numeric", "getnameinfo.array.several-names", "getnameinfo-one-name", "Socket.getnameinfo(['AF_INET', 80, 'many.example.com'], NI_NUMERICHOST)", RAISES_EXACTLY(SocketError, "sockaddr resolved to multiple nodename")},
    {"getnameinfo-half-named", "getnameinfo.array.several-names", "getnameinfo-one-name", "Socket.getnameinfo(['AF_INET', 80, 'half-named.example.com'], NI_NAMEREQD)", RAISES(SocketError, "getnameinfo:")},
    /* An array with fewer than three elements is not an address. */
    {"getnameinfo-size-0", "getnameinfo.array.size", "getnameinfo-three", "Socket.getnameinfo([])",                RAISES(ArgumentError, "array size should be")},
    {"getnameinfo-size-1", "getnameinfo.array.size", "getnameinfo-three", "Socket.getnameinfo(['AF_INET'])",       RAISES(ArgumentError, "array size should be")},
    {"getnameinfo-size-2", "getnameinfo.array.size", "getnameinfo-three", "Socket.getnameinfo(['AF_INET', 80])",   RAISES(ArgumentError, "array size should be")},
};
SOCKSPEC_TABLE(getnameinfo_array, .provoked = SOCKSPEC_KERNEL)

static const struct sockspec_row getnameinfo_arguments_rows[] = {
    {"getnameinfo-given", "getnameinfo.flags.both-numeric", ITSELF, "Socket.getnameinfo(in4(80, '127.0.0.1'), NI_NUMERICHOST | NI_NUMERICSERV)", RETURNS("['127.0.0.1', '80']")},
    /* The address is a String or an array. */
    {"getnameinfo-type-integer", "getnameinfo.type", "getnameinfo-given", "Socket.getnameinfo(80, NI_NUMERICHOST | NI_NUMERICSERV)",    RAISES(TypeError, NULL)},
    {"getnameinfo-type-nil",     "getnameinfo.type", "getnameinfo-given", "Socket.getnameinfo(nil, NI_NUMERICHOST | NI_NUMERICSERV)",   RAISES(TypeError, NULL)},
    {"getnameinfo-type-true",    "getnameinfo.type", "getnameinfo-given", "Socket.getnameinfo(true, NI_NUMERICHOST | NI_NUMERICSERV)",  RAISES(TypeError, NULL)},
    {"getnameinfo-type-false",   "getnameinfo.type", "getnameinfo-given", "Socket.getnameinfo(false, NI_NUMERICHOST | NI_NUMERICSERV)", RAISES(TypeError, NULL)},
    {"getnameinfo-arity-0",      "getnameinfo.arity", "getnameinfo-given", "Socket.getnameinfo()",                                     RAISES(ArgumentError, NULL)},
    {"getnameinfo-arity-3",      "getnameinfo.arity", "getnameinfo-given", "Socket.getnameinfo(in4(80, '127.0.0.1'), NI_NUMERICHOST | NI_NUMERICSERV, nil)", RAISES(ArgumentError, NULL)},
    /* The flags are a number of known bits. */
    {"getnameinfo-flags-text",   "getnameinfo.flags.type", "getnameinfo-given", "Socket.getnameinfo(in4(80, '127.0.0.1'), 'NI_NUMERICHOST')", RAISES(TypeError, NULL)},
    {"getnameinfo-flags-digits", "getnameinfo.flags.type", "getnameinfo-given", "Socket.getnameinfo(in4(80, '127.0.0.1'), '3')",              RAISES(TypeError, NULL)},
    {"getnameinfo-flags-true",   "getnameinfo.flags.type", "getnameinfo-given", "Socket.getnameinfo(in4(80, '127.0.0.1'), true)",             RAISES(TypeError, NULL)},
    {"getnameinfo-flags-array",  "getnameinfo.flags.type", "getnameinfo-given", "Socket.getnameinfo(in4(80, '127.0.0.1'), [NI_NUMERICHOST])", RAISES(TypeError, NULL)},
    {"getnameinfo-flags-unknown", "getnameinfo.flags.invalid", "getnameinfo-given", "Socket.getnameinfo(in4(80, '127.0.0.1'), 0x40000000)",   RAISES(SocketError, "getnameinfo:")},
    {"getnameinfo-flags-more",   "getnameinfo.flags.invalid", "getnameinfo-given", "Socket.getnameinfo(in4(80, '127.0.0.1'), NI_NUMERICHOST | NI_NUMERICSERV | 0x40000000)", RAISES(SocketError, "getnameinfo:")},
    {"getnameinfo-flags-all",    "getnameinfo.flags.invalid", "getnameinfo-given", "Socket.getnameinfo(in4(80, '127.0.0.1'), -1)",            RAISES(SocketError, "getnameinfo:")},
    {"getnameinfo-flags-unknown-array", "getnameinfo.flags.invalid", "getnameinfo-given", "Socket.getnameinfo(['AF_INET', 80, '127.0.0.1'], 0x40000000)", RAISES(SocketError, "getnameinfo:")},
    /* Today's Ruby accepts a String of up to 2,048 bytes; Ruby 1.8.7 refuses one that is longer
     * than an address. */
    {"getnameinfo-long",         "getnameinfo.sockaddr.long", ITSELF, "Socket.getnameinfo(in4(80, '127.0.0.1') + '\\0' * 2032, NI_NUMERICHOST | NI_NUMERICSERV)", RETURNS("['127.0.0.1', '80']")},
    {"getnameinfo-too-long",     "getnameinfo.sockaddr.long", "getnameinfo-long", "Socket.getnameinfo(in4(80, '127.0.0.1') + '\\0' * 2033, NI_NUMERICHOST | NI_NUMERICSERV)", RAISES(TypeError, NULL)},
};
SOCKSPEC_TABLE(getnameinfo_arguments, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING)

static const struct sockspec_row getnameinfo_silent_rows[] = {
    /* The name server does not answer. */
    {"getnameinfo-no-answer", "getnameinfo.no-answer", "getnameinfo-answer", "Socket.getnameinfo(in4(80, '192.0.2.88'))", RAISES(SocketError, "getnameinfo:")},
    {"getnameinfo-answer", "getnameinfo.no-answer", ITSELF, "Socket.getnameinfo(in4(80, '192.0.2.11'))", RETURNS("['many.example.com', 'http']")},
};
SOCKSPEC_TABLE(getnameinfo_silent, .provoked = SOCKSPEC_KERNEL, .waits = true)

static const struct sockspec_row getnameinfo_descriptors_rows[] = {
    /* No descriptor is free for the reverse lookup, so the name cannot be looked up. */
    {"getnameinfo-one-left", "getnameinfo.no-descriptor", ITSELF, "Socket.getnameinfo(in4(80, '192.0.2.11')); limit_descriptors(1); Socket.getnameinfo(in4(80, '192.0.2.11'))", RETURNS("['many.example.com', 'http']")},
    {"getnameinfo-none-left", "getnameinfo.no-descriptor", "getnameinfo-one-left", "Socket.getnameinfo(in4(80, '192.0.2.11')); limit_descriptors(0); Socket.getnameinfo(in4(80, '192.0.2.11'))", RAISES(SocketError, "getnameinfo:")},
    {"getnameinfo-none-left-numeric", "getnameinfo.no-descriptor", ITSELF, "Socket.getnameinfo(in4(80, '192.0.2.11')); limit_descriptors(0); Socket.getnameinfo(in4(80, '192.0.2.11'), NI_NUMERICHOST | NI_NUMERICSERV)", RETURNS("['192.0.2.11', '80']")},
    /* No descriptor is free to look up an array's host: Ruby 1.8.7 raises SocketError, today's
     * Ruby the system's own error. */
    {"getnameinfo-one-left-host", "getnameinfo.array.EMFILE", ITSELF, "Socket.getnameinfo(in4(80, '192.0.2.11')); limit_descriptors(1); Socket.getnameinfo(['AF_INET', 80, 'many.example.com'])", RETURNS("['many.example.com', 'http']")},
    {"getnameinfo-none-left-host", "getnameinfo.array.EMFILE", "getnameinfo-one-left-host", "Socket.getnameinfo(in4(80, '192.0.2.11')); limit_descriptors(0); Socket.getnameinfo(['AF_INET', 80, 'many.example.com'])", RAISES_ONE("either(Errno::EMFILE, SocketError)", "either('getaddrinfo', 'getaddrinfo:')")},
    {"getnameinfo-none-left-host-errno", "getnameinfo.array.EMFILE.errno", "getnameinfo-one-left-host", "Socket.getnameinfo(in4(80, '192.0.2.11')); limit_descriptors(0); Socket.getnameinfo(['AF_INET', 80, 'many.example.com'])", RAISES(Errno::EMFILE, "getaddrinfo")},
};
SOCKSPEC_TABLE(getnameinfo_descriptors, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */

/* clang-format off */
static const struct sockspec_row getnameinfo_link_local_rows[] = {
    /* The text of a link-local address ends with % and the device that its scope names, or with
     * the number if no device has it. */
    {"getnameinfo-link-local", "getnameinfo.scope", ITSELF, "Socket.getnameinfo(" SOCKSPEC_LINK_LOCAL("80") ", NI_NUMERICHOST)", RETURNS("['fe80::1%world0', 'http']")},
    {"getnameinfo-link-local-lo", "getnameinfo.scope", ITSELF, "Socket.getnameinfo(in6(80, 'fe80::1', 1), NI_NUMERICHOST)", RETURNS("['fe80::1%lo', 'http']")},
    {"getnameinfo-link-local-no-device", "getnameinfo.scope", ITSELF, "Socket.getnameinfo(in6(80, 'fe80::1', 305419896), NI_NUMERICHOST)", RETURNS("['fe80::1%305419896', 'http']")},
    {"getnameinfo-link-local-unnamed", "getnameinfo.scope", ITSELF, "Socket.getnameinfo(" SOCKSPEC_LINK_LOCAL("80") ")", RETURNS("['fe80::1%world0', 'http']")},
    {"getnameinfo-link-local-packed", "getnameinfo.scope", ITSELF, "Socket.getnameinfo(Socket.pack_sockaddr_in(80, 'fe80::1%world0'), NI_NUMERICHOST)", RETURNS("['fe80::1%world0', 'http']")},
    /* The host of an array can have a scope, given by the device's name or number. */
    {"getnameinfo-link-local-three", "getnameinfo.scope", ITSELF, "Socket.getnameinfo(['AF_INET6', 80, 'fe80::1%world0'], NI_NUMERICHOST)", RETURNS("['fe80::1%world0', 'http']")},
    {"getnameinfo-link-local-four", "getnameinfo.scope", ITSELF, "Socket.getnameinfo(['AF_INET6', 80, 'lp', 'fe80::1%world0'], NI_NUMERICHOST)", RETURNS("['fe80::1%world0', 'http']")},
    {"getnameinfo-link-local-number", "getnameinfo.scope", ITSELF, "Socket.getnameinfo(['AF_INET6', 80, 'lp', 'fe80::1%1'], NI_NUMERICHOST)", RETURNS("['fe80::1%lo', 'http']")},
    {"getnameinfo-link-local-any-family", "getnameinfo.scope", ITSELF, "Socket.getnameinfo([nil, 80, 'fe80::1%world0'], NI_NUMERICHOST)", RETURNS("['fe80::1%world0', 'http']")},
};
/* clang-format on */
SOCKSPEC_TABLE(getnameinfo_link_local, .provoked = SOCKSPEC_KERNEL)

/* clang-format off */
#define DIGITS ", NI_NUMERICHOST | NI_NUMERICSERV)"
static const struct sockspec_variant array_forms[] = {
    {"three", {{"array", "three"}, {"before", ""}}},
    {"four", {{"array", "four"}, {"before", "'x', "}}},
};
static const struct sockspec_row getnameinfo_address_form_rows[] = {
    {"getnameinfo-form", "getnameinfo.array.host-form", ITSELF, "Socket.getnameinfo(['AF_INET', 80, $before$host]" DIGITS, RETURNS("['$text', '80']")},
};
static const struct sockspec_row getnameinfo_broken_host_rows[] = {
    {"getnameinfo-host-broken", "getnameinfo.array.$array", "getnameinfo-form-$array-two-parts", "Socket.getnameinfo(['AF_INET', 80, $before$host]" DIGITS, RAISES(SocketError, "getaddrinfo:")},
};
static const struct sockspec_row getnameinfo_capital_host_rows[] = {
    {"getnameinfo-host-capitals", "getnameinfo.array.three", ITSELF, "Socket.getnameinfo(['AF_INET', 80, $host])", RETURNS("['$name', 'http']")},
};
static const struct sockspec_row getnameinfo_port_form_rows[] = {
    {"getnameinfo-port", "getnameinfo.array.port-form", ITSELF, "Socket.getnameinfo(['AF_INET', $service, $before'192.0.2.10']" DIGITS, RETURNS("['192.0.2.10', '$port']")},
};
static const struct sockspec_row getnameinfo_broken_service_rows[] = {
    {"getnameinfo-service-broken", "getnameinfo.array.service-name", "getnameinfo-port-$array-blank", "Socket.getnameinfo(['AF_INET', $service, $before'192.0.2.10']" DIGITS, RAISES(SocketError, "getaddrinfo:")},
};
static const struct sockspec_row getnameinfo_long_name_rows[] = {
    {"getnameinfo-long", "getnameinfo.sockaddr.ipv4", ITSELF, "Socket.getnameinfo(in4(80, $text4))", RETURNS("[$long, 'http']")},
    {"getnameinfo-long-ipv6", "getnameinfo.sockaddr.ipv6", ITSELF, "Socket.getnameinfo(in6(80, $text6))", RETURNS("[$long, 'http']")},
    {"getnameinfo-long-three", "getnameinfo.array.three", ITSELF, "Socket.getnameinfo(['AF_INET', 80, $long])", RETURNS("[$long, 'http']")},
    {"getnameinfo-long-four", "getnameinfo.array.four", ITSELF, "Socket.getnameinfo(['AF_INET6', 80, 'x', $text6])", RETURNS("[$long, 'http']")},
};
static const struct sockspec_row getnameinfo_large_host_rows[] = {
    {"getnameinfo-seven", "getnameinfo.array.several-addresses", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 'seven.example'])", RETURNS("['seven.example', 'http']")},
    {"getnameinfo-seven-ipv6", "getnameinfo.array.several-addresses", ITSELF, "Socket.getnameinfo(['AF_INET6', 80, 'seven.example'])", RETURNS("['seven.example', 'http']")},
    {"getnameinfo-sixth-alias", "getnameinfo.array.three", ITSELF, "Socket.getnameinfo(['AF_INET', 80, 'six'])", RETURNS("['six-aliases.example', 'http']")},
};
SOCKSPEC_TABLE(getnameinfo_address_form, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("array", array_forms), AXIS("form", address_forms)})
SOCKSPEC_TABLE(getnameinfo_broken_host, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("array", array_forms), AXIS("host", broken_hosts)})
SOCKSPEC_TABLE(getnameinfo_capital_host, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("host", capital_hosts)})
SOCKSPEC_TABLE(getnameinfo_port_form, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("array", array_forms), AXIS("form", port_forms)})
SOCKSPEC_TABLE(getnameinfo_broken_service, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("array", array_forms), AXIS("service", broken_services)})
SOCKSPEC_TABLE(getnameinfo_long_name, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("size", long_names)})
SOCKSPEC_TABLE(getnameinfo_large_host, .provoked = SOCKSPEC_KERNEL)
/* clang-format on */
