/* Text forms of hosts and services that are neither plain names nor plain numbers. Ruby passes them
 * to the system's resolver, which decides what they mean.
 *
 * The words of a host are: $host, the argument; for an address also $bytes and $text, its bytes and
 * its presentation format. The words of a service are: $service, the argument; for a port also
 * $port, its number. */
#ifndef SOCKSPEC_TEXT_FORMS_H
#define SOCKSPEC_TEXT_FORMS_H

#include "conformance/harness/rows/families.h"

/* clang-format off */
#define SOCKSPEC_LOOPBACK {"bytes", "7f 00 00 01"}, {"text", "127.0.0.1"}
/* The forms of inet_aton(3): fewer parts, hexadecimal and octal parts, leading zeros. */
SOCKSPEC_SHARED struct sockspec_variant address_forms[] = {
    {"two-parts", {{"host", "'127.1'"}, SOCKSPEC_LOOPBACK}},
    {"three-parts", {{"host", "'127.0.1'"}, SOCKSPEC_LOOPBACK}},
    {"wide-part", {{"host", "'192.0.522'"}, {"bytes", "c0 00 02 0a"}, {"text", "192.0.2.10"}}},
    {"one-part", {{"host", "'2130706433'"}, SOCKSPEC_LOOPBACK}},
    {"hex", {{"host", "'0x7f000001'"}, SOCKSPEC_LOOPBACK}},
    {"hex-part", {{"host", "'0x7f.1'"}, SOCKSPEC_LOOPBACK}},
    {"hex-capitals", {{"host", "'0X7F.0.0.1'"}, SOCKSPEC_LOOPBACK}},
    {"octal", {{"host", "'017700000001'"}, SOCKSPEC_LOOPBACK}},
    {"octal-part", {{"host", "'0177.1'"}, SOCKSPEC_LOOPBACK}},
    {"zeros", {{"host", "'127.0.0.01'"}, SOCKSPEC_LOOPBACK}},
    {"all-zeros", {{"host", "'127.000.000.001'"}, SOCKSPEC_LOOPBACK}},
    {"zero", {{"host", "'0'"}, {"bytes", "00 00 00 00"}, {"text", "0.0.0.0"}}},
};

/* Neither an address nor a name. */
SOCKSPEC_SHARED struct sockspec_variant broken_hosts[] = {
    {"blank-before", {{"host", "' 127.0.0.1'"}}},
    {"blank-after", {{"host", "'127.0.0.1 '"}}},
    {"tab-before", {{"host", "'\\t127.0.0.1'"}}},
    {"blank-before-short", {{"host", "' 127.1'"}}},
    {"blank-after-short", {{"host", "'127.1 '"}}},
    {"blank-before-ipv6", {{"host", "' ::1'"}}},
    {"blank-after-ipv6", {{"host", "'::1 '"}}},
    {"blank-before-name", {{"host", "' printer.example'"}}},
    {"blank-after-name", {{"host", "'printer.example '"}}},
    {"only-blank", {{"host", "' '"}}},
    {"dot-after", {{"host", "'127.0.0.1.'"}}},
    {"dot-before", {{"host", "'.127.0.0.1'"}}},
    {"two-dots", {{"host", "'127..1'"}}},
    {"sign", {{"host", "'+127.0.0.1'"}}},
    {"no-octal", {{"host", "'08.0.0.1'"}}},
    {"too-large", {{"host", "'256.1'"}}},
    {"too-large-number", {{"host", "'4294967296'"}}},
    {"brackets", {{"host", "'[::1]'"}}},
    {"prefix", {{"host", "'127.0.0.1/8'"}}},
};

/* Digits are decimal. Blanks and a sign may precede them. */
SOCKSPEC_SHARED struct sockspec_variant port_forms[] = {
    {"blank", {{"service", "' 80'"}, {"port", "80"}}},
    {"blanks", {{"service", "'   80'"}, {"port", "80"}}},
    {"tab", {{"service", "'\\t80'"}, {"port", "80"}}},
    {"newline", {{"service", "'\\n80'"}, {"port", "80"}}},
    {"plus", {{"service", "'+80'"}, {"port", "80"}}},
    {"zero-before", {{"service", "'080'"}, {"port", "80"}}},
    {"zeros-before", {{"service", "'00000000000000000000000000080'"}, {"port", "80"}}},
    {"no-octal", {{"service", "'010'"}, {"port", "10"}}},
    {"empty", {{"service", "''"}, {"port", "0"}}},
};

/* Neither the digits of a port nor a listed service. */
SOCKSPEC_SHARED struct sockspec_variant broken_services[] = {
    {"blank-after", {{"service", "'80 '"}}},
    {"newline-after", {{"service", "'80\\n'"}}},
    {"blank-between", {{"service", "'8 0'"}}},
    {"hex", {{"service", "'0x50'"}}},
    {"hex-capitals", {{"service", "'0X50'"}}},
    {"fraction", {{"service", "'80.0'"}}},
    {"exponent", {{"service", "'1e2'"}}},
    {"negative", {{"service", "'-80'"}}},
    {"only-blank", {{"service", "' '"}}},
    {"capitals", {{"service", "'HTTP'"}}},
    {"capital", {{"service", "'Http'"}}},
    {"alias-capitals", {{"service", "'WWW'"}}},
    {"name-blank-before", {{"service", "' http'"}}},
    {"name-blank-after", {{"service", "'http '"}}},
};

/* The case of a host does not matter. */
SOCKSPEC_SHARED struct sockspec_variant capital_hosts[] = {
    {"localhost", {{"host", "'LOCALHOST'"}, {"bytes", "7f 00 00 01"}, {"text", "127.0.0.1"}, {"name", "localhost"}}},
    {"file", {{"host", "'Printer.EXAMPLE'"}, {"bytes", "c0 00 02 0a"}, {"text", "192.0.2.10"}, {"name", "printer.example"}}},
    {"alias", {{"host", "'LP'"}, {"bytes", "c0 00 02 0a"}, {"text", "192.0.2.10"}, {"name", "printer.example"}}},
    {"dns", {{"host", "'WWW.Example.COM'"}, {"bytes", "c0 00 22 a6"}, {"text", "192.0.34.166"}, {"name", "www.example.com"}}},
};
/* clang-format on */

#endif
