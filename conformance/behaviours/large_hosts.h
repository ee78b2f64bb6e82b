/* Hosts of the world with names of up to 255 bytes, with six aliases, and with seven addresses of a
 * family.
 *
 * The words of a long name are: $long, the name; $six and $text6, its IPv6 address in binary and as
 * text; $four and $text4, its IPv4 address. */
#ifndef SOCKSPEC_LARGE_HOSTS_H
#define SOCKSPEC_LARGE_HOSTS_H

#include "conformance/harness/rows/families.h"

/* clang-format off */
#define SOCKSPEC_LONG_NAME(size, long, six, text6, four, text4) \
    {size, {{"long", long}, {"six", "hex('2001 0db8 0001 0000 0000 0000 0000 " six "')"}, {"text6", "'" text6 "'"}, {"four", "hex('c0 00 02 " four "')"}, {"text4", "'" text4 "'"}}}
SOCKSPEC_SHARED struct sockspec_variant long_names[] = {
    SOCKSPEC_LONG_NAME("64", "('x' * 60 + '.' + 'x' * 3)", "0064", "2001:db8:1::64", "81", "192.0.2.129"),
    SOCKSPEC_LONG_NAME("65", "('x' * 60 + '.' + 'x' * 4)", "0065", "2001:db8:1::65", "82", "192.0.2.130"),
    SOCKSPEC_LONG_NAME("128", "(('x' * 60 + '.') * 2 + 'x' * 6)", "0128", "2001:db8:1::128", "83", "192.0.2.131"),
    SOCKSPEC_LONG_NAME("253", "(('x' * 60 + '.') * 4 + 'x' * 9)", "0253", "2001:db8:1::253", "84", "192.0.2.132"),
    SOCKSPEC_LONG_NAME("254", "(('x' * 60 + '.') * 4 + 'x' * 10)", "0254", "2001:db8:1::254", "85", "192.0.2.133"),
    SOCKSPEC_LONG_NAME("255", "(('x' * 60 + '.') * 4 + 'x' * 11)", "0255", "2001:db8:1::255", "86", "192.0.2.134"),
};

#define SOCKSPEC_SIX_ALIASES "['one', 'two', 'three', 'four', 'five', 'six']"
/* clang-format on */

#endif
