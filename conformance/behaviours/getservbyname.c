/* Socket.getservbyname(name, proto = "tcp") => port */
#include "conformance/harness/row.h"

/* clang-format off */
static const struct sockspec_row getservbyname_rows[] = {
    /* Otherwise the name itself is read as a number, in the base its prefix gives ... */
    {"getservbyname-hex", "getservbyname.fallback.base-prefix", ITSELF, "Socket.getservbyname('0x50', 'tcp')", RETURNS("80")},
};
/* clang-format on */
SOCKSPEC_TABLE(getservbyname, .provoked = SOCKSPEC_KERNEL)
