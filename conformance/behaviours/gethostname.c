/* Socket.gethostname => name */
#include "conformance/harness/row.h"

/* clang-format off */
static const struct sockspec_row gethostname_rows[] = {
    /* The host is called what uname(2) calls it. */
    {"gethostname-name", "gethostname.name", ITSELF, "Socket.gethostname", RETURNS("'sockspec'")},
    {"gethostname-twice", "gethostname.name", ITSELF, "first = Socket.gethostname; [Socket.gethostname, first]", RETURNS("['sockspec', 'sockspec']")},
    /* The name can be looked up, where the system lists it. */
    {"gethostname-listed", "gethostname.name", ITSELF, "host = Socket.gethostbyname(Socket.gethostname); host[0]", RETURNS("'sockspec'")},
    /* It takes no argument. */
    {"gethostname-arity-1", "gethostname.arity", "gethostname-name", "Socket.gethostname(nil)", RAISES(ArgumentError, NULL)},
    {"gethostname-arity-2", "gethostname.arity", "gethostname-name", "Socket.gethostname(nil, nil)", RAISES(ArgumentError, NULL)},
};
/* clang-format on */
SOCKSPEC_TABLE(gethostname, .provoked = SOCKSPEC_KERNEL)
