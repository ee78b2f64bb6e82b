/* bind when the system call itself fails. Every documented errno is injected for every kind of
 * socket, whether or not this kernel would produce it. */
#include "conformance/harness/rows/families.h"

#define FAILS "fault('bind', '$errno')"
/* An attempt that should raise, and its outcome. */
#define ATTEMPTED(address)                                                                         \
    "attempt = rescue(SystemCallError, rescue(Errno::$errno, (socket.bind(" address                \
    "); 'bound'), 'raised'), 'raised another')"

#define ERROR(errno, behaviour)                                                                    \
    {                                                                                              \
        {"errno", errno}, { "behaviour", behaviour }                                               \
    }
static const struct sockspec_variant listed_errors[] = {
    {"EACCES", ERROR("EACCES", "bind.unix.EACCES")},
    {"EADDRINUSE", ERROR("EADDRINUSE", "bind.unix.EADDRINUSE")},
    {"EADDRNOTAVAIL", ERROR("EADDRNOTAVAIL", "bind.unix.EADDRNOTAVAIL")},
    {"EAFNOSUPPORT", ERROR("EAFNOSUPPORT", "bind.unix.EAFNOSUPPORT")},
    {"EBADF", ERROR("EBADF", "bind.unix.EBADF")},
    {"EFAULT", ERROR("EFAULT", "bind.unix.EFAULT")},
    {"EINVAL-bound", ERROR("EINVAL", "bind.unix.EINVAL-bound")},
    {"EINVAL-length", ERROR("EINVAL", "bind.unix.EINVAL-length")},
    {"ENAMETOOLONG", ERROR("ENAMETOOLONG", "bind.unix.ENAMETOOLONG")},
    {"ENOBUFS", ERROR("ENOBUFS", "bind.unix.ENOBUFS")},
    {"ENOSR", ERROR("ENOSR", "bind.unix.ENOSR")},
    {"ENOTSOCK", ERROR("ENOTSOCK", "bind.unix.ENOTSOCK")},
    {"EOPNOTSUPP", ERROR("EOPNOTSUPP", "bind.unix.EOPNOTSUPP")},
};

/* clang-format off */
static const struct sockspec_row bind_injected_none_rows[] = {
    /* Without a fault the calls of this file succeed. */
    {"bind-injected-none", "bind.result", ITSELF, "$socket; socket.bind($any)", RETURNS("0")},
};
static const struct sockspec_row bind_injected_rows[] = {
    /* The error is raised the first time it occurs. */
    {"bind-injected", "$behaviour", "bind-injected-none-$kind", "$socket; " FAILS "; socket.bind($any)", RAISES_ONE("Errno::$errno", "bind(2)")},
    /* An error that keeps occurring is raised, too. */
    {"bind-injected-always", "$behaviour", "bind-injected-none-$kind", "$socket; fault('bind', '$errno', 'always'); socket.bind($any)", RAISES_ONE("Errno::$errno", "bind(2)")},
    /* After the failure the socket has no address, and the same call can succeed. */
    {"bind-injected-then", "$behaviour", ITSELF, "$socket; before = socket.getsockname; " FAILS "; " ATTEMPTED("$any") "; [attempt, socket.getsockname, socket.bind($any)]", RETURNS("['raised', before, 0]")},
    /* A socket that already has an address keeps it. */
    {"bind-injected-keeps", "$behaviour", ITSELF, "$socket; socket.bind($any); at = socket.getsockname; " FAILS "; " ATTEMPTED("$other") "; [attempt, socket.getsockname]", RETURNS("['raised', at]")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_injected_none, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", socket_kinds)})
SOCKSPEC_TABLE(bind_injected, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", socket_kinds), AXIS("errno", listed_errors)})

/* The errors that are documented for AF_UNIX in addition. */
static const struct sockspec_variant unix_errors[] = {
    {"EACCES", ERROR("EACCES", "bind.unix-domain.EACCES")},
    {"EDESTADDRREQ", ERROR("EDESTADDRREQ", "bind.unix-domain.EDESTADDRREQ")},
    {"EISDIR", ERROR("EISDIR", "bind.unix-domain.EISDIR")},
    {"EIO", ERROR("EIO", "bind.unix-domain.EIO")},
    {"ELOOP", ERROR("ELOOP", "bind.unix-domain.ELOOP")},
    {"ENAMETOOLONG", ERROR("ENAMETOOLONG", "bind.unix-domain.ENAMETOOLONG")},
    {"ENOENT", ERROR("ENOENT", "bind.unix-domain.ENOENT")},
    {"ENOTDIR", ERROR("ENOTDIR", "bind.unix-domain.ENOTDIR")},
    {"EROFS", ERROR("EROFS", "bind.unix-domain.EROFS")},
};
static const struct sockspec_variant unix_kinds[] = {
    {"unix-stream", SOCKSPEC_UNIX_KIND("unix-stream", "SOCK_STREAM")},
    {"unix-dgram", SOCKSPEC_UNIX_KIND("unix-dgram", "SOCK_DGRAM")},
    {"unix-seqpacket", SOCKSPEC_UNIX_KIND("unix-seqpacket", "SOCK_SEQPACKET")},
};

/* clang-format off */
static const struct sockspec_row bind_injected_unix_rows[] = {
    {"bind-injected-path", "$behaviour", "bind-injected-none-$kind", "$socket; " FAILS "; socket.bind($any)", RAISES_ONE("Errno::$errno", "bind(2)")},
    {"bind-injected-path-always", "$behaviour", "bind-injected-none-$kind", "$socket; fault('bind', '$errno', 'always'); socket.bind($any)", RAISES_ONE("Errno::$errno", "bind(2)")},
    /* The failed call leaves no file, and the name can be used later. */
    {"bind-injected-path-then", "$behaviour", ITSELF, "$socket; name = path('a'); before = socket.getsockname; " FAILS "; " ATTEMPTED("un(name)") "; [attempt, Tester.exists(name), socket.getsockname, socket.bind(un(name)), Tester.exists(name)]", RETURNS("['raised', false, before, 0, true]")},
    /* The file of the socket's own address stays. */
    {"bind-injected-path-keeps", "$behaviour", ITSELF, "$socket; name = path('a'); socket.bind(un(name)); at = socket.getsockname; " FAILS "; " ATTEMPTED("$other") "; [attempt, Tester.exists(name), socket.getsockname]", RETURNS("['raised', true, at]")},
    /* A file that takes the requested name stays, too. */
    {"bind-injected-path-in-the-way", "$behaviour", ITSELF, "$socket; name = path('a'); holder = Tester.socket(AF_UNIX, $type); holder.bind(un(name)); " FAILS "; " ATTEMPTED("un(name)") "; [attempt, Tester.exists(name), socket.getsockname]", RETURNS("['raised', true, hex('01 00')]")},
    /* The error is also raised for an abstract name. */
    {"bind-injected-abstract", "$behaviour", "bind-injected-none-$kind", "$socket; " FAILS "; socket.bind(hex('01 00 00') + path('a'))", RAISES_ONE("Errno::$errno", "bind(2)")},
};
static const struct sockspec_row bind_injected_conditions_rows[] = {
    /* The remaining groups are cases where this kernel reports no error, or another one. First,
     * a socket that was shut down. */
    {"bind-injected-shut-down", "bind.unix.EINVAL-bound", "bind-injected-none-$kind", "socket, peer = Socket.pair(AF_UNIX, $type, 0); socket.shutdown(2); fault('bind', 'EINVAL'); socket.bind($any)", RAISES(Errno::EINVAL, "bind(2)")},
    /* An address of another family is given. */
    {"bind-injected-foreign4", "bind.unix.EAFNOSUPPORT", "bind-injected-none-$kind", "$socket; fault('bind', 'EAFNOSUPPORT'); socket.bind(in4(0, '127.0.0.1'))", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    {"bind-injected-foreign6", "bind.unix.EAFNOSUPPORT", "bind-injected-none-$kind", "$socket; fault('bind', 'EAFNOSUPPORT'); socket.bind(in6(0, '::1'))", RAISES(Errno::EAFNOSUPPORT, "bind(2)")},
    /* The path is longer than PATH_MAX. The implementation must leave that check to the system. */
    {"bind-injected-long-path", "bind.unix.ENAMETOOLONG", "bind-injected-none-$kind", "$socket; fault('bind', 'ENAMETOOLONG'); socket.bind(hex('01 00') + '/a' * 2049)", RAISES(Errno::ENAMETOOLONG, "bind(2)")},
    {"bind-injected-long-component", "bind.unix-domain.ENAMETOOLONG", "bind-injected-none-$kind", "$socket; fault('bind', 'ENAMETOOLONG'); socket.bind(hex('01 00') + '/' + 'a' * 256)", RAISES(Errno::ENAMETOOLONG, "bind(2)")},
    /* The path is empty. */
    {"bind-injected-empty", "bind.unix-domain.ENOENT", "bind-injected-none-$kind", "$socket; fault('bind', 'ENOENT'); socket.bind(un(''))", RAISES(Errno::ENOENT, "bind(2)")},
    {"bind-injected-no-path", "bind.unix-domain.ENOENT", "bind-injected-none-$kind", "$socket; fault('bind', 'ENOENT'); socket.bind(hex('01 00'))", RAISES(Errno::ENOENT, "bind(2)")},
    /* The string is empty: there is no address at all. */
    {"bind-injected-nothing", "bind.unix-domain.EDESTADDRREQ", "bind-injected-none-$kind", "$socket; fault('bind', 'EDESTADDRREQ'); socket.bind('')", RAISES(Errno::EDESTADDRREQ, "bind(2)")},
    {"bind-injected-nothing-again", "bind.unix-domain.EISDIR", "bind-injected-none-$kind", "$socket; fault('bind', 'EISDIR'); socket.bind('')", RAISES(Errno::EISDIR, "bind(2)")},
};
/* clang-format on */
SOCKSPEC_TABLE(bind_injected_unix, .provoked = SOCKSPEC_INJECTED, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("kind", unix_kinds), AXIS("errno", unix_errors)})
SOCKSPEC_TABLE(bind_injected_conditions, .provoked = SOCKSPEC_INJECTED,
               .needs = SOCKSPEC_NEEDS_NOTHING, .axes = {AXIS("kind", unix_kinds)})
