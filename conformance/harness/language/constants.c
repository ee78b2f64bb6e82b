#include "conformance/harness/language/constants.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>

bool sockspec_platform_constant(const char *name, long long *value) {
#define CONSTANT(name)                                                                             \
    { #name, name }
    static const struct {
        const char *name;
        int value;
    } constants[] = {
        CONSTANT(AF_INET),      CONSTANT(AF_INET6),     CONSTANT(AF_UNIX),
        CONSTANT(SOCK_STREAM),  CONSTANT(SOCK_DGRAM),   CONSTANT(SOCK_SEQPACKET),
        CONSTANT(SOL_SOCKET),   CONSTANT(IPPROTO_TCP),  CONSTANT(IPPROTO_UDP),
        CONSTANT(IPPROTO_IPV6), CONSTANT(IPV6_V6ONLY),  CONSTANT(SO_RCVBUF),
        CONSTANT(SO_SNDBUF),    CONSTANT(SO_REUSEADDR), CONSTANT(SO_OOBINLINE),
        CONSTANT(SO_TYPE),      CONSTANT(SO_ERROR),     CONSTANT(MSG_OOB),
        CONSTANT(MSG_PEEK),     CONSTANT(MSG_DONTWAIT), CONSTANT(SHUT_RD),
        CONSTANT(SHUT_WR),      CONSTANT(SHUT_RDWR),    CONSTANT(TCP_NODELAY),
        CONSTANT(SO_KEEPALIVE), CONSTANT(SO_BROADCAST), CONSTANT(MSG_WAITALL),
    };
#undef CONSTANT
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++) {
        if (strcmp(constants[i].name, name) == 0) {
            *value = constants[i].value;
            return true;
        }
    }
    return false;
}

struct sockspec_result sockspec_stop_undeclared(struct sockspec_scenario *scenario,
                                                const char *constant) {
    return sockspec_stop(scenario, SOCKSPEC_UNSUPPORTED, "the constant %s is not declared",
                         constant);
}
