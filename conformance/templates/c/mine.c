/*
 * A library for sockspec to check: an implementation of Ruby's classic Socket class in C.
 *
 * Fill in methods: take one out of its comment below, and replace its semicolon by a body.
 * sockref.h describes each of them. Methods that are missing are reported as unsupported.
 * Everything else is done: errors, constants, and the functions that free results.
 *
 * A method returns true, or false after raise_error(error, SOCKREF_SOCKET_ERROR, "no such service
 * %s/%s", name, protocol) or raise_errno(error, "bind(2)"). Give out strings with copy_bytes. A
 * string in an argument has a length, and no NUL behind it: copy_text returns a C string.
 */
#include <errno.h>
#include <linux/filter.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sockref.h"

struct sockref_socket {
    int fd; /* -1: closed */
};

#define MAY_BE_UNUSED __attribute__((unused))

MAY_BE_UNUSED __attribute__((format(printf, 3, 4))) static bool
raise_error(struct sockref_error *error, enum sockref_class cls, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    error->cls = cls;
    error->errnum = 0;
    (void)vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return false;
}

/* Raises the exception of errno, such as Errno::EADDRINUSE for the call "bind(2)". */
MAY_BE_UNUSED static bool raise_errno(struct sockref_error *error, const char *call) {
    int number = errno;
    (void)raise_error(error, SOCKREF_SYSTEM_CALL_ERROR, "%s - %s", strerror(number), call);
    error->errnum = number;
    return false;
}

/* Makes a string of the bytes, with the NUL that follows every string. */
MAY_BE_UNUSED static void copy_bytes(struct sockref_string *string, const void *bytes,
                                     size_t length) {
    string->bytes = calloc(1, length + 1);
    string->length = length;
    if (string->bytes == NULL) {
        abort();
    }
    if (length > 0) {
        memcpy(string->bytes, bytes, length);
    }
}

/* Returns a C string with the bytes of an argument, up to the first NUL. Free it. */
MAY_BE_UNUSED static char *copy_text(const struct sockref_value *string) {
    char *text = strndup(string->as.bytes, string->length);
    if (text == NULL) {
        abort();
    }
    return text;
}

/* --- Methods --------------------------------------------------------------------------------- */

/* clang-format off */
// bool sockref_getaddrinfo(const struct sockref_query *query, struct sockref_addrinfos *result, struct sockref_error *error);
// bool sockref_gethostbyname(const struct sockref_value *host, struct sockref_hostent *result, struct sockref_error *error);
// bool sockref_gethostbyaddr(const struct sockref_value *address, const struct sockref_value *family, struct sockref_hostent *result, struct sockref_error *error);
// bool sockref_gethostname(struct sockref_string *result, struct sockref_error *error);
// bool sockref_getnameinfo(const struct sockref_value *sockaddr, const struct sockref_value *flags, struct sockref_string *host, struct sockref_string *service, struct sockref_error *error);
// bool sockref_getservbyname(const struct sockref_value *name, const struct sockref_value *proto, int *port, struct sockref_error *error);
// bool sockref_pack_sockaddr_in(const struct sockref_value *port, const struct sockref_value *host, struct sockref_string *result, struct sockref_error *error);
// bool sockref_sockaddr_in(const struct sockref_value *port, const struct sockref_value *host, struct sockref_string *result, struct sockref_error *error);
// bool sockref_pack_sockaddr_un(const struct sockref_value *path, struct sockref_string *result, struct sockref_error *error);
// bool sockref_sockaddr_un(const struct sockref_value *path, struct sockref_string *result, struct sockref_error *error);
// bool sockref_unpack_sockaddr_in(const struct sockref_value *sockaddr, int *port, struct sockref_string *host, struct sockref_error *error);
// bool sockref_unpack_sockaddr_un(const struct sockref_value *sockaddr, struct sockref_string *path, struct sockref_error *error);
// bool sockref_new(const struct sockref_value *domain, const struct sockref_value *type, const struct sockref_value *protocol, struct sockref_socket **result, struct sockref_error *error);
// bool sockref_pair(const struct sockref_value *domain, const struct sockref_value *type, const struct sockref_value *protocol, struct sockref_socket *result[2], struct sockref_error *error);
// bool sockref_socketpair(const struct sockref_value *domain, const struct sockref_value *type, const struct sockref_value *protocol, struct sockref_socket *result[2], struct sockref_error *error);
// bool sockref_for_fd(const struct sockref_value *fd, struct sockref_socket **result, struct sockref_error *error);
// bool sockref_bind(struct sockref_socket *socket, const struct sockref_value *sockaddr, struct sockref_error *error);
// bool sockref_connect_nonblock(struct sockref_socket *socket, const struct sockref_value *sockaddr, struct sockref_error *error);
// bool sockref_connect(struct sockref_socket *socket, const struct sockref_value *sockaddr, struct sockref_error *error);
// bool sockref_listen(struct sockref_socket *socket, const struct sockref_value *backlog, struct sockref_error *error);
// bool sockref_accept(struct sockref_socket *socket, struct sockref_socket **result, struct sockref_string *sockaddr, struct sockref_error *error);
// bool sockref_accept_nonblock(struct sockref_socket *socket, struct sockref_socket **result, struct sockref_string *sockaddr, struct sockref_error *error);
// bool sockref_sysaccept(struct sockref_socket *socket, int *fd, struct sockref_string *sockaddr, struct sockref_error *error);
// bool sockref_recvfrom(struct sockref_socket *socket, const struct sockref_value *maxlen, const struct sockref_value *flags, struct sockref_message *result, struct sockref_error *error);
// bool sockref_recvfrom_nonblock(struct sockref_socket *socket, const struct sockref_value *maxlen, const struct sockref_value *flags, struct sockref_message *result, struct sockref_error *error);
// bool sockref_recv(struct sockref_socket *socket, const struct sockref_value *maxlen, const struct sockref_value *flags, struct sockref_string *message, struct sockref_error *error);
// bool sockref_recv_nonblock(struct sockref_socket *socket, const struct sockref_value *maxlen, const struct sockref_value *flags, struct sockref_string *message, struct sockref_error *error);
// bool sockref_send(struct sockref_socket *socket, const struct sockref_value *message, const struct sockref_value *flags, const struct sockref_value *sockaddr, size_t *sent, struct sockref_error *error);
// bool sockref_close_read(struct sockref_socket *socket, struct sockref_error *error);
// bool sockref_close_write(struct sockref_socket *socket, struct sockref_error *error);
// bool sockref_shutdown(struct sockref_socket *socket, const struct sockref_value *how, struct sockref_error *error);
// bool sockref_getpeername(struct sockref_socket *socket, struct sockref_string *sockaddr, struct sockref_error *error);
// bool sockref_getsockname(struct sockref_socket *socket, struct sockref_string *sockaddr, struct sockref_error *error);
// bool sockref_getsockopt(struct sockref_socket *socket, const struct sockref_value *level, const struct sockref_value *optname, struct sockref_string *optval, struct sockref_error *error);
// bool sockref_setsockopt(struct sockref_socket *socket, const struct sockref_value *level, const struct sockref_value *optname, const struct sockref_value *optval, struct sockref_error *error);
// bool sockref_class_do_not_reverse_lookup(void);
// void sockref_class_set_do_not_reverse_lookup(const struct sockref_value *flag);
// bool sockref_do_not_reverse_lookup(struct sockref_socket *socket, bool *flag, struct sockref_error *error);
// bool sockref_set_do_not_reverse_lookup(struct sockref_socket *socket, const struct sockref_value *flag, struct sockref_error *error);
// bool sockref_close(struct sockref_socket *socket, struct sockref_error *error);
// bool sockref_closed(const struct sockref_socket *socket);
// bool sockref_fileno(struct sockref_socket *socket, int *fd, struct sockref_error *error);
// bool sockref_write(struct sockref_socket *socket, const struct sockref_value *object, size_t *written, struct sockref_error *error);
// bool sockref_puts(struct sockref_socket *socket, const struct sockref_value *object, struct sockref_error *error);
// bool sockref_read(struct sockref_socket *socket, const struct sockref_value *length, struct sockref_string *result, struct sockref_error *error);
// bool sockref_readline(struct sockref_socket *socket, struct sockref_string *result, struct sockref_error *error);
// bool sockref_select(const struct sockref_select_set sets[3], const struct sockref_value *timeout, bool *any, struct sockref_error *error);
/* clang-format on */

/* --- Errors ---------------------------------------------------------------------------------- */

const char *sockref_error_class(const struct sockref_error *error) {
    static const char *const names[] = {[SOCKREF_SYSTEM_CALL_ERROR] = "SystemCallError",
                                        [SOCKREF_SOCKET_ERROR] = "SocketError",
                                        [SOCKREF_ARGUMENT_ERROR] = "ArgumentError",
                                        [SOCKREF_TYPE_ERROR] = "TypeError",
                                        [SOCKREF_RANGE_ERROR] = "RangeError",
                                        [SOCKREF_IO_ERROR] = "IOError",
                                        [SOCKREF_EOF_ERROR] = "EOFError",
                                        [SOCKREF_NO_MEMORY_ERROR] = "NoMemoryError",
                                        [SOCKREF_SECURITY_ERROR] = "SecurityError"};
    enum { NUMBERS = 256 };
    static _Thread_local char errno_names[NUMBERS][40];
    if (error->cls != SOCKREF_SYSTEM_CALL_ERROR || error->errnum < 0 || error->errnum >= NUMBERS) {
        return names[error->cls];
    }
    const char *name = strerrorname_np(error->errnum);
    char *written = errno_names[error->errnum];
    (void)snprintf(written, sizeof errno_names[0], "Errno::%s", name == NULL ? "EUNKNOWN" : name);
    return error->errnum == EOPNOTSUPP ? "Errno::EOPNOTSUPP" : written;
}

size_t sockref_error_ancestors(const struct sockref_error *error,
                               const char *names[SOCKREF_ANCESTORS_MAX]) {
    size_t count = 0;
    bool system = error->cls == SOCKREF_SYSTEM_CALL_ERROR;
    names[count++] = sockref_error_class(error);
    if (system && error->errnum == EAGAIN) {
        names[count++] = "Errno::EWOULDBLOCK";
    } else if (system && error->errnum == EOPNOTSUPP) {
        names[count++] = "Errno::ENOTSUP";
    }
    if (system) {
        names[count++] = "SystemCallError";
    } else if (error->cls == SOCKREF_EOF_ERROR) {
        names[count++] = "IOError";
    }
    names[count++] = error->cls == SOCKREF_NO_MEMORY_ERROR ? "Exception" : "StandardError";
    return count;
}

/* --- The library ----------------------------------------------------------------------------- */

const char *sockref_implementation(void) { return "mine"; }

const char *sockref_version(void) { return "1"; }

/* $SAFE. It changes nothing until methods ask for it. */
static int safe_level = 0;

int sockref_safe_level(void) { return safe_level; }

void sockref_set_safe_level(int level) { safe_level = level; }

/* --- What callers free ----------------------------------------------------------------------- */

void sockref_free(struct sockref_socket *socket) {
    if (socket != NULL && socket->fd >= 0) {
        (void)close(socket->fd);
    }
    free(socket);
}

void sockref_detach(struct sockref_socket *socket) { free(socket); }

void sockref_string_free(struct sockref_string *string) { free(string->bytes); }

void sockref_addrinfos_free(struct sockref_addrinfos *list) {
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].host.bytes);
        free(list->items[i].address.bytes);
    }
    free(list->items);
}

void sockref_hostent_free(struct sockref_hostent *hostent) {
    for (size_t i = 0; i < hostent->alias_count; i++) {
        free(hostent->aliases[i].bytes);
    }
    for (size_t i = 0; i < hostent->address_count; i++) {
        free(hostent->addresses[i].bytes);
    }
    free(hostent->aliases);
    free(hostent->addresses);
    free(hostent->name.bytes);
}

void sockref_message_free(struct sockref_message *message) {
    free(message->data.bytes);
    free(message->sockaddr.bytes);
}

/* --- Constants: leave out those that the implementation lacks ----------------------------------
 */

/* clang-format off */
#define N(name) {#name, name}
static const struct sockref_constant constants[] = {
    N(AF_ALG), N(AF_APPLETALK), N(AF_AX25), N(AF_BLUETOOTH), N(AF_CAN), N(AF_DECnet), N(AF_IB),
    N(AF_INET), N(AF_INET6), N(AF_IPX), N(AF_ISDN), N(AF_KCM), N(AF_KEY), N(AF_LLC),
    N(AF_LOCAL), N(AF_MAX), N(AF_MPLS), N(AF_NETLINK), N(AF_PACKET), N(AF_PPPOX), N(AF_RDS), N(AF_ROUTE),
    N(AF_SNA), N(AF_TIPC), N(AF_UNIX), N(AF_UNSPEC), N(AF_VSOCK), N(AF_XDP), N(AI_ADDRCONFIG),
    N(AI_ALL), N(AI_CANONNAME), N(AI_NUMERICHOST), N(AI_NUMERICSERV), N(AI_PASSIVE),
    N(AI_V4MAPPED), N(EAI_ADDRFAMILY), N(EAI_AGAIN), N(EAI_BADFLAGS), N(EAI_FAIL),
    N(EAI_FAMILY), N(EAI_MEMORY), N(EAI_NODATA), N(EAI_NONAME), N(EAI_OVERFLOW),
    N(EAI_SERVICE), N(EAI_SOCKTYPE), N(EAI_SYSTEM), N(INADDR_ALLHOSTS_GROUP), N(INADDR_ANY),
    N(INADDR_BROADCAST), N(INADDR_LOOPBACK), N(INADDR_MAX_LOCAL_GROUP), N(INADDR_NONE),
    N(INADDR_UNSPEC_GROUP), N(IPPROTO_AH), N(IPPROTO_DSTOPTS), N(IPPROTO_EGP), N(IPPROTO_ESP),
    N(IPPROTO_FRAGMENT), N(IPPROTO_HOPOPTS), N(IPPROTO_ICMP), N(IPPROTO_ICMPV6),
    N(IPPROTO_IDP), N(IPPROTO_IGMP), N(IPPROTO_IP), N(IPPROTO_IPV6), N(IPPROTO_NONE),
    N(IPPROTO_PUP), N(IPPROTO_RAW), N(IPPROTO_ROUTING), N(IPPROTO_TCP), N(IPPROTO_TP),
    N(IPPROTO_UDP), N(IPV6_CHECKSUM), N(IPV6_DONTFRAG), N(IPV6_DSTOPTS), N(IPV6_HOPLIMIT),
    N(IPV6_HOPOPTS), N(IPV6_JOIN_GROUP), N(IPV6_LEAVE_GROUP), N(IPV6_MULTICAST_HOPS),
    N(IPV6_MULTICAST_IF), N(IPV6_MULTICAST_LOOP), N(IPV6_NEXTHOP), N(IPV6_PATHMTU),
    N(IPV6_PKTINFO), N(IPV6_RECVDSTOPTS), N(IPV6_RECVHOPLIMIT), N(IPV6_RECVHOPOPTS),
    N(IPV6_RECVPATHMTU), N(IPV6_RECVPKTINFO), N(IPV6_RECVRTHDR), N(IPV6_RECVTCLASS),
    N(IPV6_RTHDR), N(IPV6_RTHDRDSTOPTS), N(IPV6_RTHDR_TYPE_0), N(IPV6_TCLASS),
    N(IPV6_UNICAST_HOPS), N(IPV6_V6ONLY), N(IP_ADD_MEMBERSHIP), N(IP_ADD_SOURCE_MEMBERSHIP),
    N(IP_BLOCK_SOURCE), N(IP_DEFAULT_MULTICAST_LOOP), N(IP_DEFAULT_MULTICAST_TTL),
    N(IP_DROP_MEMBERSHIP), N(IP_DROP_SOURCE_MEMBERSHIP), N(IP_FREEBIND), N(IP_HDRINCL),
    N(IP_IPSEC_POLICY), N(IP_MAX_MEMBERSHIPS), N(IP_MINTTL), N(IP_MSFILTER), N(IP_MTU),
    N(IP_MTU_DISCOVER), N(IP_MULTICAST_IF), N(IP_MULTICAST_LOOP), N(IP_MULTICAST_TTL),
    N(IP_OPTIONS), N(IP_PASSSEC), N(IP_PKTINFO), N(IP_PKTOPTIONS), N(IP_PMTUDISC_DO),
    N(IP_PMTUDISC_DONT), N(IP_PMTUDISC_WANT), N(IP_RECVERR), N(IP_RECVOPTS), N(IP_RECVRETOPTS),
    N(IP_RECVTOS), N(IP_RECVTTL), N(IP_RETOPTS), N(IP_ROUTER_ALERT), N(IP_TOS),
    N(IP_TRANSPARENT), N(IP_TTL), N(IP_UNBLOCK_SOURCE), N(IP_XFRM_POLICY), N(MSG_CONFIRM),
    N(MSG_CTRUNC), N(MSG_DONTROUTE), N(MSG_DONTWAIT), N(MSG_EOR), N(MSG_ERRQUEUE),
    N(MSG_FASTOPEN), N(MSG_FIN), N(MSG_MORE), N(MSG_NOSIGNAL), N(MSG_OOB), N(MSG_PEEK),
    N(MSG_PROXY), N(MSG_RST), N(MSG_SYN), N(MSG_TRUNC), N(MSG_WAITALL), N(NI_DGRAM),
    N(NI_MAXHOST), N(NI_MAXSERV), N(NI_NAMEREQD), N(NI_NOFQDN), N(NI_NUMERICHOST),
    N(NI_NUMERICSERV), N(PF_ALG), N(PF_APPLETALK), N(PF_AX25), N(PF_BLUETOOTH), N(PF_CAN),
    N(PF_DECnet), N(PF_IB), N(PF_INET), N(PF_INET6), N(PF_IPX), N(PF_ISDN), N(PF_KCM),
    N(PF_KEY), N(PF_LLC), N(PF_LOCAL), N(PF_MAX), N(PF_MPLS), N(PF_NETLINK), N(PF_PACKET), N(PF_PPPOX),
    N(PF_RDS), N(PF_ROUTE), N(PF_SNA), N(PF_TIPC), N(PF_UNIX), N(PF_UNSPEC), N(PF_VSOCK),
    N(PF_XDP), N(SHUT_RD), N(SHUT_RDWR), N(SHUT_WR), N(SOCK_CLOEXEC), N(SOCK_DGRAM),
    N(SOCK_NONBLOCK), N(SOCK_PACKET), N(SOCK_RAW), N(SOCK_RDM), N(SOCK_SEQPACKET),
    N(SOCK_STREAM), N(SOL_IP), N(SOL_SOCKET), N(SOL_TCP), N(SOL_UDP), N(SOMAXCONN),
    N(SO_ACCEPTCONN), N(SO_ATTACH_FILTER), N(SO_BINDTODEVICE), N(SO_BPF_EXTENSIONS),
    N(SO_BROADCAST), N(SO_BUSY_POLL), N(SO_DEBUG), N(SO_DETACH_FILTER), N(SO_DOMAIN),
    N(SO_DONTROUTE), N(SO_ERROR), N(SO_GET_FILTER), N(SO_KEEPALIVE), N(SO_LINGER),
    N(SO_LOCK_FILTER), N(SO_MARK), N(SO_MAX_PACING_RATE), N(SO_NOFCS), N(SO_NO_CHECK),
    N(SO_OOBINLINE), N(SO_PASSCRED), N(SO_PASSSEC), N(SO_PEEK_OFF), N(SO_PEERCRED),
    N(SO_PEERNAME), N(SO_PEERSEC), N(SO_PRIORITY), N(SO_PROTOCOL), N(SO_RCVBUF),
    N(SO_RCVBUFFORCE), N(SO_RCVLOWAT), N(SO_RCVTIMEO), N(SO_REUSEADDR), N(SO_REUSEPORT),
    N(SO_RXQ_OVFL), N(SO_SECURITY_AUTHENTICATION), N(SO_SECURITY_ENCRYPTION_NETWORK),
    N(SO_SECURITY_ENCRYPTION_TRANSPORT), N(SO_SELECT_ERR_QUEUE), N(SO_SNDBUF),
    N(SO_SNDBUFFORCE), N(SO_SNDLOWAT), N(SO_SNDTIMEO), N(SO_TIMESTAMP), N(SO_TIMESTAMPING),
    N(SO_TIMESTAMPNS), N(SO_TYPE), N(SO_WIFI_STATUS), N(TCP_CONGESTION),
    N(TCP_COOKIE_TRANSACTIONS), N(TCP_CORK), N(TCP_DEFER_ACCEPT), N(TCP_FASTOPEN), N(TCP_INFO),
    N(TCP_KEEPCNT), N(TCP_KEEPIDLE), N(TCP_KEEPINTVL), N(TCP_LINGER2), N(TCP_MAXSEG),
    N(TCP_MD5SIG), N(TCP_NODELAY), N(TCP_QUEUE_SEQ), N(TCP_QUICKACK), N(TCP_REPAIR),
    N(TCP_REPAIR_OPTIONS), N(TCP_REPAIR_QUEUE), N(TCP_SYNCNT), N(TCP_THIN_DUPACK),
    N(TCP_THIN_LINEAR_TIMEOUTS), N(TCP_TIMESTAMP), N(TCP_USER_TIMEOUT), N(TCP_WINDOW_CLAMP),
    N(IFF_ALLMULTI), N(IFF_AUTOMEDIA), N(IFF_BROADCAST), N(IFF_DEBUG), N(IFF_DYNAMIC),
    N(IFF_LOOPBACK), N(IFF_MASTER), N(IFF_MULTICAST), N(IFF_NOARP), N(IFF_NOTRAILERS),
    N(IFF_POINTOPOINT), N(IFF_PORTSEL), N(IFF_PROMISC), N(IFF_RUNNING), N(IFF_SLAVE), N(IFF_UP),
    N(IFNAMSIZ), N(IF_NAMESIZE), N(INET6_ADDRSTRLEN), N(INET_ADDRSTRLEN), N(IPPORT_RESERVED),
    N(IPPORT_USERRESERVED), N(MCAST_BLOCK_SOURCE), N(MCAST_EXCLUDE), N(MCAST_INCLUDE),
    N(MCAST_JOIN_GROUP), N(MCAST_JOIN_SOURCE_GROUP), N(MCAST_LEAVE_GROUP),
    N(MCAST_LEAVE_SOURCE_GROUP), N(MCAST_MSFILTER), N(MCAST_UNBLOCK_SOURCE), N(SCM_CREDENTIALS),
    N(SCM_RIGHTS), N(SCM_TIMESTAMP), N(SCM_TIMESTAMPING), N(SCM_TIMESTAMPNS),
    N(SCM_WIFI_STATUS), N(UDP_CORK),
};
/* clang-format on */

const struct sockref_constant *sockref_constants(size_t *count) {
    *count = sizeof constants / sizeof constants[0];
    return constants;
}
