/* connect and connect_nonblock when the system call itself fails: each errno that is documented,
 * for every kind of socket, whatever this kernel would have to say. */
#include "conformance/behaviours/connecting.h"

#define DOOR SOCKSPEC_DOOR
#define TO SOCKSPEC_TO
#define KNOCKING DOOR TO
#define FAILS "fault('connect', '$errno'); "
#define ALWAYS_FAILS "fault('connect', '$errno', 'always'); "

/* clang-format off */
#define LISTED(errno) {#errno, {{"errno", #errno}, {"behaviour", "connect.unix." #errno}}}
#define LISTED_FOR_PATHS(errno) {#errno, {{"errno", #errno}, {"behaviour", "connect.unix-domain." #errno}}}
#define UNLISTED(errno) {#errno, {{"errno", #errno}}}

static const struct sockspec_row connect_injected_none_rows[] = {
    /* Without a fault the calls of this file succeed. */
    {"connect-injected-none", "$method.result", ITSELF, KNOCKING "$attempt", RETURNS("0")},
};
SOCKSPEC_TABLE(connect_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", all_kinds), AXIS("method", attempts)})

/* All that are listed but EINPROGRESS, of which the methods make different things. */
static const struct sockspec_variant listed_errors[] = {
    LISTED(EACCES), LISTED(EADDRINUSE), LISTED(EADDRNOTAVAIL), LISTED(EAFNOSUPPORT), LISTED(EALREADY), LISTED(EBADF), LISTED(ECONNREFUSED),
    LISTED(ECONNRESET), LISTED(EFAULT), LISTED(EHOSTUNREACH), LISTED(EINTR), LISTED(EISCONN), LISTED(EINVAL), LISTED(ENAMETOOLONG),
    LISTED(ENETDOWN), LISTED(ENETUNREACH), LISTED(ENOBUFS), LISTED(ENOSR), LISTED(ENOTSOCK), LISTED(EOPNOTSUPP), LISTED(EPROTOTYPE),
    LISTED(ETIMEDOUT),
};
static const struct sockspec_row connect_injected_rows[] = {
    /* What the system says is raised, the first time it says so. */
    {"connect-injected", "$behaviour", "connect-injected-none-$kind-$method", KNOCKING FAILS "socket.$method(to)", RAISES(Errno::$errno, "connect(2)")},
};
SOCKSPEC_TABLE(connect_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", all_kinds), AXIS("method", attempts), AXIS("errno", listed_errors)})

static const struct sockspec_variant listed_path_errors[] = {
    LISTED_FOR_PATHS(EIO), LISTED_FOR_PATHS(ELOOP), LISTED_FOR_PATHS(ENAMETOOLONG), LISTED_FOR_PATHS(ENOENT), LISTED_FOR_PATHS(ENOTDIR),
};
static const struct sockspec_row connect_injected_path_rows[] = {
    /* The same for what is listed for AF_UNIX. */
    {"connect-injected-path", "$behaviour", "connect-injected-none-$kind-$method", KNOCKING FAILS "socket.$method(to)", RAISES(Errno::$errno, "connect(2)")},
};
SOCKSPEC_TABLE(connect_injected_path, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", unix_kinds), AXIS("method", attempts), AXIS("errno", listed_path_errors)})
/* clang-format on */
