/* Socket.pair and Socket.socketpair when socketpair(2) fails. */
#include "conformance/harness/rows/row.h"

static const struct sockspec_variant pairers[] = {
    {"pair", {{"method", "pair"}}},
    {"socketpair", {{"method", "socketpair"}}},
};
static const struct sockspec_variant kinds[] = {
    {"stream", {{"kind", "stream"}, {"type", "SOCK_STREAM"}}},
    {"dgram", {{"kind", "dgram"}, {"type", "SOCK_DGRAM"}}},
    {"seqpacket", {{"kind", "seqpacket"}, {"type", "SOCK_SEQPACKET"}}},
};
static const struct sockspec_variant errors[] = {
    {"EOPNOTSUPP", {{"errno", "EOPNOTSUPP"}}},
    {"EAFNOSUPPORT", {{"errno", "EAFNOSUPPORT"}}},
    {"EPROTONOSUPPORT", {{"errno", "EPROTONOSUPPORT"}}},
    {"EINVAL", {{"errno", "EINVAL"}}},
    {"ESOCKTNOSUPPORT", {{"errno", "ESOCKTNOSUPPORT"}}},
};

/* clang-format off */
static const struct sockspec_row pair_injected_rows[] = {
    {"pair-injected", "pair.$errno", "pair-injected-none-$method-$kind", "fault('socketpair', '$errno'); Socket.$method(AF_UNIX, $type, 0)", RAISES_ONE("Errno::$errno", "socketpair(2)")},
    {"pair-injected-always", "pair.$errno", "pair-injected-none-$method-$kind", "fault('socketpair', '$errno', 'always'); Socket.$method(AF_UNIX, $type, 0)", RAISES_ONE("Errno::$errno", "socketpair(2)")},
    /* The failure does not affect the next call. */
    {"pair-injected-then", "pair.$errno", ITSELF, "fault('socketpair', '$errno'); attempt = rescue(Errno::$errno, Socket.$method(AF_UNIX, $type, 0), 'raised'); one, other = Socket.$method(AF_UNIX, $type, 0); one.send('letter', 0); [attempt, other.recv(20)]", RETURNS("['raised', 'letter']")},
};
static const struct sockspec_row pair_injected_shortage_rows[] = {
    {"pair-injected-none", "socketpair.alias", ITSELF, "Socket.$method(AF_UNIX, $type, 0)", RETURNS("[Socket, Socket]")},
    /* Ruby's own library collects garbage and tries once more. An error that persists is raised. */
    {"pair-injected-shortage", "pair.EMFILE", "pair-injected-none-$method-$kind", "fault('socketpair', 'EMFILE', 'always'); Socket.$method(AF_UNIX, $type, 0)", RAISES(Errno::EMFILE, "socketpair(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(pair_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("method", pairers), AXIS("kind", kinds), AXIS("errno", errors)})
SOCKSPEC_TABLE(pair_injected_shortage, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("method", pairers), AXIS("kind", kinds)})

/* clang-format off */
#define SHORTAGE(errno) {errno, {{"errno", errno}}}
static const struct sockspec_variant shortages[] = {SHORTAGE("EMFILE"), SHORTAGE("ENFILE"), SHORTAGE("ENOMEM"), SHORTAGE("ENOBUFS")};
static const struct sockspec_row pair_injected_shortages_rows[] = {
    /* After a single failure the call may collect garbage and try again. */
    {"pair-injected-shortage-once", "pair.shortage", ITSELF, "fault('socketpair', '$errno'); rescue(Errno::$errno, Socket.$method(AF_UNIX, $type, 0), 'raised')", RETURNS("either([Socket, Socket], 'raised')")},
    /* A shortage that persists is raised. */
    {"pair-injected-shortage-always", "pair.shortage", "pair-injected-none-$method-$kind", "fault('socketpair', '$errno', 'always'); Socket.$method(AF_UNIX, $type, 0)", RAISES_ONE("Errno::$errno", "socketpair(2)")},
};
SOCKSPEC_TABLE(pair_injected_shortages, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("method", pairers), AXIS("kind", kinds), AXIS("errno", shortages)})
/* clang-format on */
