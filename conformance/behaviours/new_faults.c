/* Socket.new when socket(2) fails, for every kind of socket. */
#include "conformance/harness/rows/families.h"

static const struct sockspec_variant errors[] = {
    {"EAFNOSUPPORT", {{"errno", "EAFNOSUPPORT"}}},
    {"EINVAL", {{"errno", "EINVAL"}}},
    {"EPROTONOSUPPORT", {{"errno", "EPROTONOSUPPORT"}}},
    {"EPERM", {{"errno", "EPERM"}}},
};

/* clang-format off */
static const struct sockspec_row new_injected_rows[] = {
    {"new-injected", "new.$errno", "new-injected-none-$kind", "fault('socket', '$errno'); Socket.new($domain, $type, 0)", RAISES_ONE("Errno::$errno", "socket(2)")},
    {"new-injected-always", "new.$errno", "new-injected-none-$kind", "fault('socket', '$errno', 'always'); Socket.new($domain, $type, 0)", RAISES_ONE("Errno::$errno", "socket(2)")},
    /* The failure affects neither the next call nor existing sockets. */
    {"new-injected-then", "new.$errno", ITSELF, "fault('socket', '$errno'); attempt = rescue(Errno::$errno, Socket.new($domain, $type, 0), 'raised'); $socket; [attempt, socket.bind($any)]", RETURNS("['raised', 0]")},
    {"new-injected-beside", "new.$errno", ITSELF, "$socket; fault('socket', '$errno'); attempt = rescue(Errno::$errno, Socket.new($domain, $type, 0), 'raised'); [attempt, socket.bind($any)]", RETURNS("['raised', 0]")},
};
static const struct sockspec_row new_injected_shortage_rows[] = {
    {"new-injected-none", "new.distinct", ITSELF, "Socket.new($domain, $type, 0)", RETURNS("Socket")},
    /* Ruby's own library collects garbage and tries once more. An error that persists is raised. */
    {"new-injected-shortage", "new.EMFILE", "new-injected-none-$kind", "fault('socket', 'EMFILE', 'always'); Socket.new($domain, $type, 0)", RAISES(Errno::EMFILE, "socket(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(new_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", socket_kinds), AXIS("errno", errors)})
SOCKSPEC_TABLE(new_injected_shortage, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", socket_kinds)})

/* clang-format off */
#define SHORTAGE(errno) {errno, {{"errno", errno}}}
static const struct sockspec_variant shortages[] = {SHORTAGE("EMFILE"), SHORTAGE("ENFILE"), SHORTAGE("ENOMEM"), SHORTAGE("ENOBUFS")};
static const struct sockspec_row new_injected_shortages_rows[] = {
    /* After a single failure the call may collect garbage and try again. A second try that succeeds
     * leaves one socket. */
    {"new-injected-shortage-once", "new.shortage", ITSELF, "fault('socket', '$errno'); attempt = rescue(Errno::$errno, Socket.new($domain, $type, 0), 'raised'); $socket; socket.bind($any); attempt", RETURNS("either(Socket, 'raised')")},
    /* A shortage that persists is raised. */
    {"new-injected-shortage-always", "new.shortage", "new-injected-none-$kind", "fault('socket', '$errno', 'always'); Socket.new($domain, $type, 0)", RAISES_ONE("Errno::$errno", "socket(2)")},
};
SOCKSPEC_TABLE(new_injected_shortages, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", socket_kinds), AXIS("errno", shortages)})
/* clang-format on */
