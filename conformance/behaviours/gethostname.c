/* Socket.gethostname => name */
#include "conformance/harness/rows/row.h"

/* clang-format off */
static const struct sockspec_row gethostname_rows[] = {
    /* The method returns the name that uname(2) reports. */
    {"gethostname-name", "gethostname.name", ITSELF, "Socket.gethostname", RETURNS("'sockspec'")},
    {"gethostname-twice", "gethostname.name", ITSELF, "first = Socket.gethostname; [Socket.gethostname, first]", RETURNS("['sockspec', 'sockspec']")},
    /* The name can be looked up if the system lists it. */
    {"gethostname-listed", "gethostname.name", ITSELF, "host = Socket.gethostbyname(Socket.gethostname); host[0]", RETURNS("'sockspec'")},
    /* The method takes no argument. */
    {"gethostname-arity-1", "gethostname.arity", "gethostname-name", "Socket.gethostname(nil)", RAISES(ArgumentError, NULL)},
    {"gethostname-arity-2", "gethostname.arity", "gethostname-name", "Socket.gethostname(nil, nil)", RAISES(ArgumentError, NULL)},
};
SOCKSPEC_TABLE(gethostname, .provoked = SOCKSPEC_KERNEL)

static const struct sockspec_variant errors[] = {{"EPERM", {{"errno", "EPERM"}}}, {"EFAULT", {{"errno", "EFAULT"}}}};
static const struct sockspec_row gethostname_injected_rows[] = {
    /* An error of the system is raised. */
    {"gethostname-injected-none", "gethostname.name", ITSELF, "Socket.gethostname", RETURNS("'sockspec'")},
    {"gethostname-injected", "gethostname.any-error", "gethostname-injected-none-$errno", "fault('gethostname', '$errno'); Socket.gethostname", RAISES_ONE("Errno::$errno", "either('gethostname(3)', 'gethostname')")},
    {"gethostname-injected-then", "gethostname.any-error", ITSELF, "fault('gethostname', '$errno'); failed = rescue(Errno::$errno, Socket.gethostname, 'failed'); [failed, Socket.gethostname]", RETURNS("['failed', 'sockspec']")},
    /* The message of today's Ruby names the call as gethostname(3), that of Ruby 1.8.7 as
     * gethostname. */
    {"gethostname-injected-message", "gethostname.error.message", "gethostname-injected-none-$errno", "fault('gethostname', '$errno'); Socket.gethostname", RAISES_ONE("Errno::$errno", "gethostname(3)")},
};
SOCKSPEC_TABLE(gethostname_injected, .provoked = SOCKSPEC_INJECTED, .axes = {AXIS("errno", errors)})
/* clang-format on */
