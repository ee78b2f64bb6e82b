/* Patterns of outcomes for what the document leaves open about the result of Socket.getaddrinfo.
 * The arguments of the macros are entries as text, or lists of entries. */
#ifndef SOCKSPEC_GETADDRINFO_H
#define SOCKSPEC_GETADDRINFO_H

/* clang-format off */

/* Two results, both of which the document allows. */
#define EITHER(one, other) "either(" one ", " other ")"
/* The document neither orders the types nor says whether a port without a name supports raw
 * sockets. */
#define ALL_TYPES(tcp, udp, raw) \
    "either([" tcp ", " udp ", " raw "], [" tcp ", " udp "], [" udp ", " tcp ", " raw "], [" udp ", " tcp "])"
#define ALL_TYPES_OF_TWO(tcp, udp, raw, tcp_next, udp_next, raw_next) \
    "either([" tcp ", " udp ", " raw ", " tcp_next ", " udp_next ", " raw_next "], [" tcp ", " udp ", " tcp_next ", " udp_next "], " \
    "[" udp ", " tcp ", " raw ", " udp_next ", " tcp_next ", " raw_next "], [" udp ", " tcp ", " udp_next ", " tcp_next "])"
#define TWO_TYPES(tcp, udp) "either([" tcp ", " udp "], [" udp ", " tcp "])"
#define TWO_TYPES_OF_TWO(tcp, udp, tcp_next, udp_next) \
    "either([" tcp ", " udp ", " tcp_next ", " udp_next "], [" udp ", " tcp ", " udp_next ", " tcp_next "])"
/* With a protocol given, only entries of that protocol remain. A raw socket can have any
 * protocol. */
#define ONE_PROTOCOL(entry, raw) "either([" entry "], [" entry ", " raw "])"
#define ONE_PROTOCOL_OF_TWO(entry, raw, next, raw_next) "either([" entry ", " next "], [" entry ", " raw ", " next ", " raw_next "])"

/* clang-format on */

#endif
