/*
 * sockref: the Socket class of Ruby's classic socket library as a C library.
 *
 * Each function is one method; the comment above it opens with the method's Ruby signature. Where a
 * statement is a documented behaviour its id in fixtures/catalogue.tsv follows in brackets.
 *
 * Calling. Every method that can raise returns true, or false with `error` filled in; `error` is
 * written only then, and results only on true. Functions may be called from any thread; one socket
 * may be used by several threads at once only for system calls that allow it (one reads, one
 * writes), and not while it is being closed.
 *
 * Arguments. What a Ruby caller may pass in several shapes is a `struct sockref_value`, borrowed
 * for the call. Ruby's conversions apply, in Ruby's order, before anything else happens:
 *   - a byte string is wanted:  TypeError for anything else ("no implicit conversion of nil into
 *     String");
 *   - a C string is wanted:     as above, and ArgumentError "string contains null byte";
 *   - an int is wanted:         TypeError for anything that is no number, RangeError for one that
 *     does not fit ("integer 4294967296 too big to convert to `int'");
 *   - a constant is wanted:     an int, or its name, with its prefix or without ("AF_INET",
 * "INET"). An argument that a caller may leave out is given as nil; a NULL pointer is nil too.
 *
 * Results. What a function hands out (`struct sockref_string`, lists, sockets) belongs to the
 * caller, who frees it with the function named beside its type. Byte strings carry their length and
 * may hold any byte; a NUL that is not counted follows.
 *
 * System errors. Errno::E* with the message "strerror - call(2)", as in "Address already in use -
 * bind(2)". The call's name is given with each function. A method on a closed socket raises IOError
 * "closed stream" after its arguments are converted; that is not repeated below.
 *
 * Interruption. What the system reports is raised at once and nothing is tried again, where the
 * document lists it: EINTR and EMFILE by accept, EINTR by connect and recvfrom, and so on. read,
 * readline, write and puts, for which it lists nothing, begin a call that a signal interrupted
 * again, and send does so once.
 *
 * Memory. Where the caller says how much is wanted, by recvfrom and its like and by read, its lack
 * raises NoMemoryError. The little a method needs besides is taken to be there: without it the
 * process is aborted.
 */
#ifndef SOCKREF_H
#define SOCKREF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define SOCKREF_API __attribute__((visibility("default")))
#define SOCKREF_CHECKED SOCKREF_API __attribute__((warn_unused_result))
#else
#define SOCKREF_API
#define SOCKREF_CHECKED
#endif

/* --- Errors ---------------------------------------------------------------------------------- */

enum sockref_class {
    SOCKREF_SYSTEM_CALL_ERROR, /* Errno::*, named by errnum */
    SOCKREF_SOCKET_ERROR,
    SOCKREF_ARGUMENT_ERROR,
    SOCKREF_TYPE_ERROR,
    SOCKREF_RANGE_ERROR,
    SOCKREF_IO_ERROR,
    SOCKREF_EOF_ERROR,
    SOCKREF_NO_MEMORY_ERROR,
    SOCKREF_SECURITY_ERROR
};

enum {
    SOCKREF_MESSAGE_SIZE = 8192, /* a longer message is cut, as in Ruby 1.8 */
    SOCKREF_ANCESTORS_MAX = 5
};

struct sockref_error {
    enum sockref_class cls;
    int errnum; /* 0 unless cls is SOCKREF_SYSTEM_CALL_ERROR */
    char message[SOCKREF_MESSAGE_SIZE];
};

/* The exception's class: "Errno::EADDRINUSE", "SocketError", ... A static string. */
SOCKREF_API const char *sockref_error_class(const struct sockref_error *error);

/*
 * The exception's class and those it inherits from up to StandardError (or Exception, where
 * StandardError is not among them), nearest first; their number is returned. Errno classes that are
 * one class under two names here (EAGAIN and EWOULDBLOCK, EOPNOTSUPP and ENOTSUP) are both listed
 * [accept.unix.EWOULDBLOCK]. Static strings.
 */
SOCKREF_API size_t sockref_error_ancestors(const struct sockref_error *error,
                                           const char *names[SOCKREF_ANCESTORS_MAX]);

/* --- Arguments ------------------------------------------------------------------------------- */

enum sockref_kind {
    SOCKREF_NIL,
    SOCKREF_TRUE,
    SOCKREF_FALSE,
    SOCKREF_INTEGER,
    SOCKREF_FLOAT,
    SOCKREF_STRING,
    SOCKREF_ARRAY,
    SOCKREF_OBJECT /* anything else: only the name of its class is known */
};

struct sockref_value {
    enum sockref_kind kind;
    size_t length; /* of a string, in bytes; of an array, in items */
    union {
        int64_t integer;
        double real;
        const char *bytes; /* of an empty string, too, not NULL */
        const struct sockref_value *items;
        const char *class_name;
    } as;
};

static inline struct sockref_value sockref_nil(void) {
    struct sockref_value value = {SOCKREF_NIL, 0, {0}};
    return value;
}

static inline struct sockref_value sockref_bool(bool truth) {
    struct sockref_value value = {truth ? SOCKREF_TRUE : SOCKREF_FALSE, 0, {0}};
    return value;
}

static inline struct sockref_value sockref_integer(int64_t integer) {
    struct sockref_value value = {SOCKREF_INTEGER, 0, {0}};
    value.as.integer = integer;
    return value;
}

static inline struct sockref_value sockref_float(double real) {
    struct sockref_value value = {SOCKREF_FLOAT, 0, {0}};
    value.as.real = real;
    return value;
}

static inline struct sockref_value sockref_bytes(const char *bytes, size_t length) {
    struct sockref_value value = {SOCKREF_STRING, length, {0}};
    value.as.bytes = bytes;
    return value;
}

static inline struct sockref_value sockref_text(const char *text) {
    return sockref_bytes(text, strlen(text));
}

static inline struct sockref_value sockref_array(const struct sockref_value *items, size_t length) {
    struct sockref_value value = {SOCKREF_ARRAY, length, {0}};
    value.as.items = items;
    return value;
}

static inline struct sockref_value sockref_object(const char *class_name) {
    struct sockref_value value = {SOCKREF_OBJECT, 0, {0}};
    value.as.class_name = class_name;
    return value;
}

/* --- Results --------------------------------------------------------------------------------- */

/* A byte string. Freed by sockref_string_free. */
struct sockref_string {
    char *bytes;
    size_t length;
};

/* One answer of getaddrinfo; in Ruby [family_name, port, host, address, family, socktype,
 * protocol]. */
struct sockref_addrinfo {
    const char *family_name;       /* "AF_INET", "AF_INET6"; static */
    int port;                      /* in host order */
    struct sockref_string host;    /* canonical name, else the address */
    struct sockref_string address; /* presentation format */
    int family, socktype, protocol;
};

/* Freed by sockref_addrinfos_free. */
struct sockref_addrinfos {
    struct sockref_addrinfo *items;
    size_t count;
};

/* In Ruby [name, [alias, ...], family, address, ...]. Freed by sockref_hostent_free. */
struct sockref_hostent {
    struct sockref_string name;
    struct sockref_string *aliases;
    size_t alias_count;
    int family;                       /* of the first address */
    struct sockref_string *addresses; /* 4 bytes each for IPv4, 16 for IPv6; families may mix */
    size_t address_count;
};

/* In Ruby [message, sockaddr]. Freed by sockref_message_free. */
struct sockref_message {
    struct sockref_string data;
    struct sockref_string sockaddr; /* the sender's */
};

/* Release what a result owns, once; zeroed structs are fine. */
SOCKREF_API void sockref_string_free(struct sockref_string *string);
SOCKREF_API void sockref_addrinfos_free(struct sockref_addrinfos *list);
SOCKREF_API void sockref_hostent_free(struct sockref_hostent *hostent);
SOCKREF_API void sockref_message_free(struct sockref_message *message);

/* --- The library ----------------------------------------------------------------------------- */

SOCKREF_API const char *sockref_implementation(void);
SOCKREF_API const char *sockref_version(void);

/* The platform's value of every class constant it has: AF_ PF_ SOCK_ SOL_ SO_ IPPROTO_ IP_ IPV6_
 * TCP_ MSG_ AI_ NI_ EAI_ INADDR_ SHUT_ and SOMAXCONN, `count` of them. Static. */
struct sockref_constant {
    const char *name;
    int64_t value;
};
SOCKREF_API const struct sockref_constant *sockref_constants(size_t *count);

/*
 * $SAFE, 0 to begin with, for all threads. From level 3 on gethostbyname raises SecurityError
 * [gethostbyname.safe-level], at level 4 listen does [listen.safe-level].
 * Unlike Ruby's it can be lowered again.
 */
SOCKREF_API int sockref_safe_level(void);
SOCKREF_API void sockref_set_safe_level(int level);

/* --- Socket: names and addresses ------------------------------------------------------------- */

/*
 * Socket.getaddrinfo(host, service, family=nil, socktype=nil, protocol=nil, flags=nil)
 *   -> [[family_name, port, host, address, family, socktype, protocol], ...]
 *
 * `host` is nil, a name or an address; nil means the loopback addresses, or the "any" addresses
 * when `flags` has AI_PASSIVE. `service` is nil (port 0), a port number, or the name of a service
 * or a decimal number in a string. Strings end at their first NUL and are cut to 1,023 bytes.
 * `family` is nil or an integer, "AF_INET" or "AF_INET6"; any other string means unspecified. The
 * answers keep the resolver's order: for a host IPv6 precedes IPv4 if it reaches the host.
 *
 * An answer's `host` is the name its address is looked up by in reverse, or the address itself if
 * it has none or class-wide do_not_reverse_lookup is set; AI_CANONNAME puts the canonical name of
 * `host` into the first answer.
 *
 * Raises SocketError "getaddrinfo: " and the resolver's text (whatever failed, the system
 * included); TypeError for a host or service that is neither nil nor a string (an Integer service
 * apart), a family that is neither nil, Integer nor String, and non-integers in the rest;
 * RangeError.
 */
struct sockref_query {
    struct sockref_value host, service, family, socktype, protocol, flags; /* all zero: nil */
};
SOCKREF_CHECKED bool sockref_getaddrinfo(const struct sockref_query *query,
                                         struct sockref_addrinfos *result,
                                         struct sockref_error *error);

/*
 * Socket.gethostbyname(host) -> [name, [alias, ...], family, address, ...]
 *
 * `name` is the canonical name, `aliases` its aliases: the name asked for among them when it is
 * one. An address (in presentation format, or an Integer holding an IPv4 address) is looked up in
 * reverse; without a name, `name` is the address. "" and "<any>" mean 0.0.0.0, "<broadcast>" means
 * 255.255.255.255. The order of the addresses is getaddrinfo's.
 *
 * Raises SocketError "getaddrinfo: ..." for an unknown host, SocketError "newline at the end of
 * hostname"; ArgumentError "hostname too long (N)" and for a NUL; TypeError; RangeError for an
 * Integer beyond 32 bits; SecurityError before all else at safe level 3 and above.
 */
SOCKREF_CHECKED bool sockref_gethostbyname(const struct sockref_value *host,
                                           struct sockref_hostent *result,
                                           struct sockref_error *error);

/*
 * Socket.gethostbyaddr(address, family=nil) -> [name, [alias, ...], family, address, ...]
 *
 * `address` is raw: 4 bytes or 16. Without a family 16 bytes are AF_INET6, others AF_INET. Raises
 * SocketError "host not found", whatever the reason; SocketError "unknown socket domain: NAME";
 * TypeError; RangeError.
 */
SOCKREF_CHECKED bool sockref_gethostbyaddr(const struct sockref_value *address,
                                           const struct sockref_value *family,
                                           struct sockref_hostent *result,
                                           struct sockref_error *error);

/* Socket.gethostname -> string. Raises Errno::* "gethostname(3)". */
SOCKREF_CHECKED bool sockref_gethostname(struct sockref_string *result,
                                         struct sockref_error *error);

/*
 * Socket.getnameinfo(sockaddr, flags=0) -> [host, service]
 *
 * `sockaddr` is a packed sockaddr, [family, port, host] or [family, port, host, address]. An array
 * is resolved first: family nil, an Integer or a name; port and host as for pack_sockaddr_in. A
 * fourth element that is not nil must be an address in presentation format and is used instead of
 * the third; elements beyond are ignored.
 *
 * Raises SocketError "getnameinfo: ..." (too short a sockaddr: "ai_family not supported"),
 * "getaddrinfo: ...", "sockaddr resolved to multiple nodename" when the addresses of an array's
 * host give different names, "unknown socket domain: NAME"; Errno::* "getnameinfo" or "getaddrinfo"
 * when the resolver reports a system error; TypeError "expecting String or Array", "sockaddr length
 * too big"; ArgumentError "array size should be 3 or 4, N given"; RangeError.
 */
SOCKREF_CHECKED bool sockref_getnameinfo(const struct sockref_value *sockaddr,
                                         const struct sockref_value *flags,
                                         struct sockref_string *host,
                                         struct sockref_string *service,
                                         struct sockref_error *error);

/*
 * Socket.getservbyname(name, proto="tcp") -> port
 *
 * The port of the service in the system's table for that protocol. Otherwise `name` itself is read
 * as a number, 0x and 0 prefixes giving its base, after white space and a sign; the result is what
 * remains of it in an int, so "" is 0 and "-1" is -1.
 *
 * Raises SocketError "no such service NAME/PROTO" if anything trails the number; TypeError for what
 * is no string (a nil proto apart); ArgumentError for a NUL.
 */
SOCKREF_CHECKED bool sockref_getservbyname(const struct sockref_value *name,
                                           const struct sockref_value *proto, int *port,
                                           struct sockref_error *error);

/*
 * Socket.pack_sockaddr_in(port, host) = Socket.sockaddr_in(port, host) -> string
 *
 * The first address of `host` (nil: loopback; others as for gethostbyname) with `port`: nil (0), an
 * Integer, or a service name or number. Which one is first, see getaddrinfo.
 *
 * Raises SocketError "getaddrinfo: ..."; Errno::* "getaddrinfo"; ArgumentError "hostname too long
 * (N)", "service name too long (N)" and for a NUL; TypeError; RangeError.
 */
SOCKREF_CHECKED bool sockref_pack_sockaddr_in(const struct sockref_value *port,
                                              const struct sockref_value *host,
                                              struct sockref_string *result,
                                              struct sockref_error *error);
SOCKREF_CHECKED bool sockref_sockaddr_in(const struct sockref_value *port,
                                         const struct sockref_value *host,
                                         struct sockref_string *result,
                                         struct sockref_error *error);

/*
 * Socket.pack_sockaddr_un(path) = Socket.sockaddr_un(path) -> string
 *
 * A whole struct sockaddr_un, zeros after the path. Linux: "" and a path that begins with a NUL (an
 * abstract name) end where they end. Raises ArgumentError "too long unix socket path (N bytes given
 * but 108 bytes max)"; TypeError.
 */
SOCKREF_CHECKED bool sockref_pack_sockaddr_un(const struct sockref_value *path,
                                              struct sockref_string *result,
                                              struct sockref_error *error);
SOCKREF_CHECKED bool sockref_sockaddr_un(const struct sockref_value *path,
                                         struct sockref_string *result,
                                         struct sockref_error *error);

/*
 * Socket.unpack_sockaddr_in(sockaddr) -> [port, host]
 *
 * `host` is in presentation format. Raises ArgumentError "not an AF_INET/AF_INET6 sockaddr", "too
 * short sockaddr" (no room for a family); SocketError "getnameinfo: ..." (no room for an address);
 * TypeError.
 */
SOCKREF_CHECKED bool sockref_unpack_sockaddr_in(const struct sockref_value *sockaddr, int *port,
                                                struct sockref_string *host,
                                                struct sockref_error *error);

/*
 * Socket.unpack_sockaddr_un(sockaddr) -> path
 *
 * The path without the zeros that end it. Raises ArgumentError "not an AF_UNIX sockaddr", "too
 * short sockaddr"; TypeError "too long sockaddr_un - N longer than 110" and for what is no string.
 */
SOCKREF_CHECKED bool sockref_unpack_sockaddr_un(const struct sockref_value *sockaddr,
                                                struct sockref_string *path,
                                                struct sockref_error *error);

/* --- Socket: making one ---------------------------------------------------------------------- */

/* A Socket. Every socket handed out is freed by sockref_free or sockref_detach, closed or not. */
struct sockref_socket;

/* Closes the socket if it is open, and frees it. */
SOCKREF_API void sockref_free(struct sockref_socket *socket);
/* Frees it and leaves the descriptor alone. */
SOCKREF_API void sockref_detach(struct sockref_socket *socket);

/*
 * Socket.new(domain, type, protocol=0) -> socket
 *
 * Close-on-exec is set. Raises Errno::* "socket(2)"; SocketError "unknown socket domain: NAME",
 * "unknown socket type: NAME"; TypeError; RangeError.
 */
SOCKREF_CHECKED bool sockref_new(const struct sockref_value *domain,
                                 const struct sockref_value *type,
                                 const struct sockref_value *protocol,
                                 struct sockref_socket **result, struct sockref_error *error);

/* Socket.pair(domain, type, protocol=0) = Socket.socketpair(...) -> [socket, socket]. Raises
 * Errno::* "socketpair(2)" and what new raises. */
SOCKREF_CHECKED bool sockref_pair(const struct sockref_value *domain,
                                  const struct sockref_value *type,
                                  const struct sockref_value *protocol,
                                  struct sockref_socket *result[2], struct sockref_error *error);
SOCKREF_CHECKED bool sockref_socketpair(const struct sockref_value *domain,
                                        const struct sockref_value *type,
                                        const struct sockref_value *protocol,
                                        struct sockref_socket *result[2],
                                        struct sockref_error *error);

/* BasicSocket.for_fd(fd) -> socket. It owns the descriptor from now on, which may be of any kind:
 * the calls made on it tell. Raises Errno::EBADF "fstat(2)"; TypeError; RangeError. */
SOCKREF_CHECKED bool sockref_for_fd(const struct sockref_value *fd, struct sockref_socket **result,
                                    struct sockref_error *error);

/* --- Socket: connections --------------------------------------------------------------------- */

/*
 * socket.bind(sockaddr) -> 0; socket.connect_nonblock(sockaddr) -> 0
 *
 * The string's bytes go to the system as they are, with their length, which judges them. Raises
 * Errno::* "bind(2)" [bind.unix.*, bind.unix-domain.*]; TypeError. connect_nonblock sets
 * O_NONBLOCK, leaves it set, and raises Errno::* "connect(2)", EINPROGRESS among them.
 */
SOCKREF_CHECKED bool sockref_bind(struct sockref_socket *socket,
                                  const struct sockref_value *sockaddr,
                                  struct sockref_error *error);
SOCKREF_CHECKED bool sockref_connect_nonblock(struct sockref_socket *socket,
                                              const struct sockref_value *sockaddr,
                                              struct sockref_error *error);

/*
 * socket.connect(sockaddr) -> 0
 *
 * Waits for the connection [connect.blocks], also when O_NONBLOCK is set
 * [connect.waits-out-progress]; one that another call began is EALREADY then. EINTR is raised as
 * the system reports it: the connection then goes on by itself, and select tells when it is made
 * [connect.unix.EINTR]. Raises Errno::* "connect(2)" [connect.unix.*, connect.unix-domain.*];
 * TypeError.
 */
SOCKREF_CHECKED bool sockref_connect(struct sockref_socket *socket,
                                     const struct sockref_value *sockaddr,
                                     struct sockref_error *error);

/* socket.listen(backlog) -> 0. The system cuts too long a backlog. Raises SecurityError first of
 * all at safe level 4; TypeError; RangeError; Errno::* "listen(2)" [listen.unix.*]. */
SOCKREF_CHECKED bool sockref_listen(struct sockref_socket *socket,
                                    const struct sockref_value *backlog,
                                    struct sockref_error *error);

/*
 * socket.accept -> [socket, sockaddr]
 * socket.accept_nonblock -> [socket, sockaddr]
 * socket.sysaccept -> [fd, sockaddr]
 *
 * `sockaddr` has the bytes the system gave. accept raises EAGAIN on a socket with O_NONBLOCK and
 * nothing to accept. accept_nonblock sets O_NONBLOCK on `socket` and on the new one, and leaves it
 * set. The caller owns sysaccept's descriptor. Raises Errno::* "accept(2)" [accept.unix.*].
 */
SOCKREF_CHECKED bool sockref_accept(struct sockref_socket *socket, struct sockref_socket **result,
                                    struct sockref_string *sockaddr, struct sockref_error *error);
SOCKREF_CHECKED bool sockref_accept_nonblock(struct sockref_socket *socket,
                                             struct sockref_socket **result,
                                             struct sockref_string *sockaddr,
                                             struct sockref_error *error);
SOCKREF_CHECKED bool sockref_sysaccept(struct sockref_socket *socket, int *fd,
                                       struct sockref_string *sockaddr,
                                       struct sockref_error *error);

/* --- Messages -------------------------------------------------------------------------------- */

/*
 * socket.recvfrom(maxlen, flags=0) -> [message, sockaddr]
 * socket.recvfrom_nonblock(maxlen, flags=0) -> [message, sockaddr]
 * socket.recv(maxlen, flags=0) -> message
 * socket.recv_nonblock(maxlen, flags=0) -> message
 *
 * `message` is "" at the end of a stream, for an empty datagram and for maxlen 0; `sockaddr` has
 * the bytes the system gave, none for a connected stream. The _nonblock methods set O_NONBLOCK
 * first and leave it set. Raises Errno::* "recvfrom(2)" [recvfrom.unix.*]; ArgumentError "negative
 * string size (or size too big)"; NoMemoryError; IOError "recv for buffered IO" ("recvfrom for
 * buffered IO") while readline or read has left something unread; TypeError; RangeError.
 */
SOCKREF_CHECKED bool sockref_recvfrom(struct sockref_socket *socket,
                                      const struct sockref_value *maxlen,
                                      const struct sockref_value *flags,
                                      struct sockref_message *result, struct sockref_error *error);
SOCKREF_CHECKED bool sockref_recvfrom_nonblock(struct sockref_socket *socket,
                                               const struct sockref_value *maxlen,
                                               const struct sockref_value *flags,
                                               struct sockref_message *result,
                                               struct sockref_error *error);
SOCKREF_CHECKED bool sockref_recv(struct sockref_socket *socket, const struct sockref_value *maxlen,
                                  const struct sockref_value *flags, struct sockref_string *message,
                                  struct sockref_error *error);
SOCKREF_CHECKED bool sockref_recv_nonblock(struct sockref_socket *socket,
                                           const struct sockref_value *maxlen,
                                           const struct sockref_value *flags,
                                           struct sockref_string *message,
                                           struct sockref_error *error);

/*
 * socket.send(message, flags, sockaddr=nil) -> bytes sent
 *
 * A broken pipe raises EPIPE and no signal. A closed socket raises IOError before the flags are
 * converted. Raises Errno::* "send(2)", or "sendto(2)" when a sockaddr is given; TypeError;
 * RangeError.
 */
SOCKREF_CHECKED bool sockref_send(struct sockref_socket *socket,
                                  const struct sockref_value *message,
                                  const struct sockref_value *flags,
                                  const struct sockref_value *sockaddr, size_t *sent,
                                  struct sockref_error *error);

/* --- BasicSocket: ends, names, options ------------------------------------------------------- */

/* socket.close_read -> nil; socket.close_write -> nil. Shuts that direction down, and closes the
 * socket when it was the last. read, readline (write, puts) raise IOError "not opened for reading"
 * ("not opened for writing") afterwards. */
SOCKREF_CHECKED bool sockref_close_read(struct sockref_socket *socket, struct sockref_error *error);
SOCKREF_CHECKED bool sockref_close_write(struct sockref_socket *socket,
                                         struct sockref_error *error);

/* socket.shutdown(how=2) -> 0. `how` is 0, 1, 2 or the name of a SHUT_ constant. Raises Errno::*
 * "shutdown(2)"; ArgumentError "`how' should be either :SHUT_RD, :SHUT_WR, :SHUT_RDWR"; SocketError
 * "unknown shutdown argument: NAME"; TypeError; RangeError. */
SOCKREF_CHECKED bool sockref_shutdown(struct sockref_socket *socket,
                                      const struct sockref_value *how, struct sockref_error *error);

/* socket.getpeername -> sockaddr; socket.getsockname -> sockaddr. Raises Errno::* "getpeername(2)",
 * "getsockname(2)". */
SOCKREF_CHECKED bool sockref_getpeername(struct sockref_socket *socket,
                                         struct sockref_string *sockaddr,
                                         struct sockref_error *error);
SOCKREF_CHECKED bool sockref_getsockname(struct sockref_socket *socket,
                                         struct sockref_string *sockaddr,
                                         struct sockref_error *error);

/*
 * socket.getsockopt(level, optname) -> string
 * socket.setsockopt(level, optname, optval) -> 0
 *
 * An option is a byte string, 256 bytes at most when read. `optval` may also be an Integer, true
 * (1) or false (0): a C int. `level` may be the name of a SOL_ or IPPROTO_ constant, `optname` of
 * an SO_ one, or of an IP_, IPV6_ or TCP_ one at that level. Raises Errno::* "getsockopt(2)",
 * "setsockopt(2)"; SocketError "unknown protocol level: NAME", "unknown socket level option name:
 * NAME"; TypeError; RangeError.
 */
SOCKREF_CHECKED bool sockref_getsockopt(struct sockref_socket *socket,
                                        const struct sockref_value *level,
                                        const struct sockref_value *optname,
                                        struct sockref_string *optval, struct sockref_error *error);
SOCKREF_CHECKED bool sockref_setsockopt(struct sockref_socket *socket,
                                        const struct sockref_value *level,
                                        const struct sockref_value *optname,
                                        const struct sockref_value *optval,
                                        struct sockref_error *error);

/*
 * BasicSocket.do_not_reverse_lookup -> true or false; BasicSocket.do_not_reverse_lookup = flag
 *
 * Whether getaddrinfo leaves addresses as they are; false to begin with. A new socket takes its own
 * flag from it. Anything but nil and false counts as true.
 */
SOCKREF_API bool sockref_class_do_not_reverse_lookup(void);
SOCKREF_API void sockref_class_set_do_not_reverse_lookup(const struct sockref_value *flag);

/* socket.do_not_reverse_lookup -> true or false; socket.do_not_reverse_lookup = flag. */
SOCKREF_CHECKED bool sockref_do_not_reverse_lookup(struct sockref_socket *socket, bool *flag,
                                                   struct sockref_error *error);
SOCKREF_CHECKED bool sockref_set_do_not_reverse_lookup(struct sockref_socket *socket,
                                                       const struct sockref_value *flag,
                                                       struct sockref_error *error);

/* --- IO: what the document's examples use ---------------------------------------------------- */

/* socket.close -> nil. Closing twice is fine. Raises Errno::*; the socket is closed all the same.
 */
SOCKREF_CHECKED bool sockref_close(struct sockref_socket *socket, struct sockref_error *error);

/* socket.closed? -> true or false. */
SOCKREF_API bool sockref_closed(const struct sockref_socket *socket);

/* socket.fileno -> fd; the socket keeps it. */
SOCKREF_CHECKED bool sockref_fileno(struct sockref_socket *socket, int *fd,
                                    struct sockref_error *error);

/*
 * socket.write(object) -> bytes written
 * socket.puts(object) -> nil
 *
 * All of it is written, whatever it takes. What is no string is written as Ruby's to_s gives it;
 * another object raises TypeError, as an array does in write. puts adds a newline unless the string
 * ends in one, and writes the items of an array, nested ones too, as a line each.
 * Raises Errno::EPIPE and the like without a call's name. write("") and write(nil) answer 0 even on
 * a closed socket.
 */
SOCKREF_CHECKED bool sockref_write(struct sockref_socket *socket,
                                   const struct sockref_value *object, size_t *written,
                                   struct sockref_error *error);
SOCKREF_CHECKED bool sockref_puts(struct sockref_socket *socket, const struct sockref_value *object,
                                  struct sockref_error *error);

/*
 * socket.read(length=nil) -> string or nil
 *
 * Everything up to the end of the stream, or up to `length` bytes of it. At the end: "" without a
 * length or with length 0, otherwise nil, which is a result whose `bytes` is NULL. Raises
 * ArgumentError "negative length -1 given"; NoMemoryError; TypeError; RangeError; Errno::*.
 */
SOCKREF_CHECKED bool sockref_read(struct sockref_socket *socket, const struct sockref_value *length,
                                  struct sockref_string *result, struct sockref_error *error);

/* socket.readline -> string, its newline included unless the stream ended first. Raises EOFError
 * "end of file reached"; Errno::*. */
SOCKREF_CHECKED bool sockref_readline(struct sockref_socket *socket, struct sockref_string *result,
                                      struct sockref_error *error);

/*
 * IO.select(reads, writes=nil, errors=nil, timeout=nil) -> [[...], [...], [...]] or nil
 *
 * Each set is `count` sockets; `ready[i]` tells which of them are. A socket with something left
 * unread by readline is ready to be read. `timeout` is nil (for ever) or seconds, an Integer or a
 * Float. `any` is false when the time ran out, in Ruby nil. Raises ArgumentError "time interval
 * must not be negative"; TypeError "can't convert String into time interval"; IOError for a closed
 * socket; Errno::* "select(2)".
 */
struct sockref_select_set {
    struct sockref_socket *const *sockets;
    bool *ready; /* `count` of them, all written on true; may be NULL when count is 0 */
    size_t count;
};
SOCKREF_CHECKED bool sockref_select(const struct sockref_select_set sets[3],
                                    const struct sockref_value *timeout, bool *any,
                                    struct sockref_error *error);

#ifdef __cplusplus
}
#endif

#endif
