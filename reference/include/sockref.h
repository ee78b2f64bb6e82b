/*
 * sockref: the Socket class of Ruby's classic socket library as a C library.
 *
 * Each function is one method. The comment above it begins with the method's Ruby signature. If a
 * statement is a documented behaviour, its id in fixtures/catalogue.tsv follows in brackets.
 *
 * Calling. Every method that can raise returns true, or false with `error` filled in. `error` is
 * written only on false, and results are written only on true. Functions may be called from any
 * thread. Several threads may use one socket at once only for system calls that allow it (one
 * reads, one writes), and not while it is being closed.
 *
 * Arguments. An argument that a Ruby caller may pass in several forms is a `struct sockref_value`,
 * borrowed for the call. Ruby's conversions apply, in Ruby's order, before anything else happens:
 *   - for a byte string: TypeError for anything else ("no implicit conversion of nil into String");
 *   - for a C string: like a byte string, and also ArgumentError "string contains null byte";
 *   - for an int: TypeError for anything that is not a number, RangeError for a number that does
 *     not fit ("integer 4294967296 too big to convert to `int'");
 *   - for a constant: an int, or the constant's name, with or without its prefix ("AF_INET",
 *     "INET").
 * For an argument that a caller may omit, pass nil; a NULL pointer also means nil.
 *
 * Results. What a function returns (`struct sockref_string`, lists, sockets) belongs to the caller,
 * who frees it with the function named beside its type. Byte strings carry their length and may
 * contain any byte; a NUL that is not counted follows them.
 *
 * System errors. A system error raises Errno::E* with the message "strerror - call(2)", as in
 * "Address already in use - bind(2)". Each function below names the call. A method on a closed
 * socket raises IOError "closed stream" after its arguments are converted; this is not repeated
 * below.
 *
 * Interruption. Where the document lists an error that the system reports, the method raises it at
 * once and does not try again: EINTR and EMFILE by accept, EINTR by connect and recvfrom, and so
 * on. The document lists none for read, readline, write and puts: these methods restart a call that
 * a signal interrupted. send restarts a call once.
 *
 * Memory. Where the caller says how much is wanted (recvfrom and similar methods, and read), a lack
 * of memory raises NoMemoryError. The small amounts that methods need otherwise are assumed to be
 * available: without them, the process is aborted.
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

/* Returns the exception's class: "Errno::EADDRINUSE", "SocketError", ... A static string. */
SOCKREF_API const char *sockref_error_class(const struct sockref_error *error);

/*
 * Returns the exception's class and the classes it inherits from, nearest first, up to
 * StandardError (or up to Exception, if StandardError is not among them). The return value is their
 * number. If one Errno class has two names here (EAGAIN and EWOULDBLOCK, EOPNOTSUPP and ENOTSUP),
 * both names are listed [accept.unix.EWOULDBLOCK]. Static strings.
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
    SOCKREF_OBJECT /* any other object: only the name of its class is known */
};

struct sockref_value {
    enum sockref_kind kind;
    size_t length; /* a string's length in bytes; an array's length in items */
    union {
        int64_t integer;
        double real;
        const char *bytes; /* not NULL, even for an empty string; a NUL need not follow */
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

/* A byte string. Free it with sockref_string_free. */
struct sockref_string {
    char *bytes;
    size_t length;
};

/* One answer of getaddrinfo. In Ruby: [family_name, port, host, address, family, socktype,
 * protocol]. */
struct sockref_addrinfo {
    const char *family_name;       /* "AF_INET" or "AF_INET6"; static */
    int port;                      /* in host byte order */
    struct sockref_string host;    /* the canonical name, or the address */
    struct sockref_string address; /* in presentation format */
    int family, socktype, protocol;
};

/* Free it with sockref_addrinfos_free. */
struct sockref_addrinfos {
    struct sockref_addrinfo *items;
    size_t count;
};

/* In Ruby: [name, [alias, ...], family, address, ...]. Free it with sockref_hostent_free. */
struct sockref_hostent {
    struct sockref_string name;
    struct sockref_string *aliases;
    size_t alias_count;
    int family;                       /* the family of the first address */
    struct sockref_string *addresses; /* IPv4: 4 bytes each, IPv6: 16 bytes; families may mix */
    size_t address_count;
};

/* In Ruby: [message, sockaddr]. Free it with sockref_message_free. */
struct sockref_message {
    struct sockref_string data;
    struct sockref_string sockaddr; /* the sender's address */
};

/* Free what a result owns. Call them once for each result; structs of zeros are allowed. */
SOCKREF_API void sockref_string_free(struct sockref_string *string);
SOCKREF_API void sockref_addrinfos_free(struct sockref_addrinfos *list);
SOCKREF_API void sockref_hostent_free(struct sockref_hostent *hostent);
SOCKREF_API void sockref_message_free(struct sockref_message *message);

/* --- The library ----------------------------------------------------------------------------- */

SOCKREF_API const char *sockref_implementation(void);
SOCKREF_API const char *sockref_version(void);

/* The platform's value of every class constant that the platform has: AF_ PF_ SOCK_ SOL_ SO_
 * IPPROTO_ IP_ IPV6_ TCP_ MSG_ AI_ NI_ EAI_ INADDR_ SHUT_ and SOMAXCONN. `count` is their number.
 * Static. */
struct sockref_constant {
    const char *name;
    int64_t value;
};
SOCKREF_API const struct sockref_constant *sockref_constants(size_t *count);

/*
 * $SAFE, for all threads; initially 0. Unlike Ruby's $SAFE, this level can be lowered again.
 *
 * SecurityError is raised from level 2 on by setsockopt; from level 3 on by gethostbyname
 * [gethostbyname.safe-level], new, gethostname, accept, sysaccept and accept_nonblock; at level 4
 * by listen [listen.safe-level], send, write, puts, and by pack_sockaddr_in if the port or the host
 * is a string. These methods raise it before they look at their arguments, except that accept,
 * sysaccept and accept_nonblock first look at the socket. At level 4, every other method of a
 * socket (except closed?) and select raise it for a socket that was made below level 3, where they
 * would otherwise raise IOError for a closed socket. No other function raises it.
 */
SOCKREF_API int sockref_safe_level(void);
SOCKREF_API void sockref_set_safe_level(int level);

/* --- Socket: names and addresses ------------------------------------------------------------- */

/*
 * Socket.getaddrinfo(host, service, family=nil, socktype=nil, protocol=nil, flags=nil)
 *   -> [[family_name, port, host, address, family, socktype, protocol], ...]
 *
 * `host` is nil, a name or an address. Nil means the loopback addresses, or the "any" addresses if
 * `flags` has AI_PASSIVE. `service` is nil (port 0), a port number, or a string with the name of a
 * service or a decimal number. Strings end at their first NUL and are cut to 1,023 bytes. `family`
 * is nil, an integer, "AF_INET" or "AF_INET6"; any other string means unspecified. The answers are
 * in the resolver's order: for a host, IPv6 precedes IPv4 if IPv6 reaches the host.
 *
 * `host` of an answer is the name that a reverse look-up gives for its address. It is the address
 * itself if there is no such name or if the class-wide do_not_reverse_lookup is set. AI_CANONNAME
 * puts the canonical name of `host` into the first answer.
 *
 * Raises SocketError "getaddrinfo: " followed by the resolver's text, whatever failed, even for a
 * system error. Raises TypeError for a host or service that is neither nil nor a string (except an
 * Integer service), for a family that is neither nil, Integer nor String, and for non-integers in
 * the other arguments. Raises RangeError.
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
 * `name` is the canonical name. `aliases` are its aliases, including the requested name if it is an
 * alias. An address (in presentation format, or an Integer that holds an IPv4 address) is looked up
 * in reverse; if it has no name, `name` is the address. "" and "<any>" mean 0.0.0.0, "<broadcast>"
 * means 255.255.255.255. The order of the addresses is the order of getaddrinfo.
 *
 * Raises SocketError "getaddrinfo: ..." for an unknown host, SocketError "newline at the end of
 * hostname"; ArgumentError "hostname too long (N)" and ArgumentError for a NUL; TypeError;
 * RangeError for an Integer beyond 32 bits; SecurityError, before everything else, at safe level 3
 * and above.
 */
SOCKREF_CHECKED bool sockref_gethostbyname(const struct sockref_value *host,
                                           struct sockref_hostent *result,
                                           struct sockref_error *error);

/*
 * Socket.gethostbyaddr(address, family=nil) -> [name, [alias, ...], family, address, ...]
 *
 * `address` is raw: 4 or 16 bytes. Without a family, an address of 16 bytes is AF_INET6, any other
 * is AF_INET. Raises SocketError "host not found", whatever the reason; SocketError "unknown socket
 * domain: NAME"; TypeError; RangeError.
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
 * is resolved first: family is nil, an Integer or a name; port and host are as for
 * pack_sockaddr_in. A fourth element that is not nil must be an address in presentation format, and
 * is used instead of the third. Further elements are ignored.
 *
 * Raises SocketError "getnameinfo: ..." (for too short a sockaddr: "ai_family not supported"),
 * "getaddrinfo: ...", "sockaddr resolved to multiple nodename" if the addresses of an array's host
 * give different names, "unknown socket domain: NAME"; Errno::* "getnameinfo" or "getaddrinfo" if
 * the resolver reports a system error; TypeError "expecting String or Array", "sockaddr length too
 * big"; ArgumentError "array size should be 3 or 4, N given"; RangeError.
 */
SOCKREF_CHECKED bool sockref_getnameinfo(const struct sockref_value *sockaddr,
                                         const struct sockref_value *flags,
                                         struct sockref_string *host,
                                         struct sockref_string *service,
                                         struct sockref_error *error);

/*
 * Socket.getservbyname(name, proto="tcp") -> port
 *
 * Returns the port of the service in the system's table for that protocol. If the table has no such
 * service, `name` itself is read as a number: after white space and a sign, the prefixes 0x and 0
 * give its base. The result is what remains of the number in an int, so "" is 0 and "-1" is -1.
 *
 * Raises SocketError "no such service NAME/PROTO" if anything follows the number; TypeError for a
 * value that is not a string (except a nil proto); ArgumentError for a NUL.
 */
SOCKREF_CHECKED bool sockref_getservbyname(const struct sockref_value *name,
                                           const struct sockref_value *proto, int *port,
                                           struct sockref_error *error);

/*
 * Socket.pack_sockaddr_in(port, host) = Socket.sockaddr_in(port, host) -> string
 *
 * Packs the first address of `host` (nil: loopback; other values as for gethostbyname) with `port`,
 * which is nil (0), an Integer, or a service name or number. See getaddrinfo for which address is
 * first.
 *
 * Raises SocketError "getaddrinfo: ..."; Errno::* "getaddrinfo"; ArgumentError "hostname too long
 * (N)", "service name too long (N)" and ArgumentError for a NUL; TypeError; RangeError.
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
 * Returns a whole struct sockaddr_un, with zeros after the path. On Linux, the result for "" and
 * for a path that begins with a NUL (an abstract name) ends where the path ends. Raises
 * ArgumentError "too long unix socket path (N bytes given but 108 bytes max)"; TypeError.
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
 * Returns the path without its trailing zeros. Raises ArgumentError "not an AF_UNIX sockaddr", "too
 * short sockaddr"; TypeError "too long sockaddr_un - N longer than 110" and TypeError for a value
 * that is not a string.
 */
SOCKREF_CHECKED bool sockref_unpack_sockaddr_un(const struct sockref_value *sockaddr,
                                                struct sockref_string *path,
                                                struct sockref_error *error);

/* --- Socket: making one ---------------------------------------------------------------------- */

/* A Socket. The caller frees every socket a function returns with sockref_free or sockref_detach,
 * even if it is closed. */
struct sockref_socket;

/* Closes the socket if it is open, and frees it. */
SOCKREF_API void sockref_free(struct sockref_socket *socket);
/* Frees the socket and leaves its descriptor open. */
SOCKREF_API void sockref_detach(struct sockref_socket *socket);

/*
 * Socket.new(domain, type, protocol=0) -> socket
 *
 * Sets close-on-exec. Raises Errno::* "socket(2)"; SocketError "unknown socket domain: NAME",
 * "unknown socket type: NAME"; TypeError; RangeError.
 */
SOCKREF_CHECKED bool sockref_new(const struct sockref_value *domain,
                                 const struct sockref_value *type,
                                 const struct sockref_value *protocol,
                                 struct sockref_socket **result, struct sockref_error *error);

/* Socket.pair(domain, type, protocol=0) = Socket.socketpair(...) -> [socket, socket]. Raises
 * Errno::* "socketpair(2)" and everything that new raises. */
SOCKREF_CHECKED bool sockref_pair(const struct sockref_value *domain,
                                  const struct sockref_value *type,
                                  const struct sockref_value *protocol,
                                  struct sockref_socket *result[2], struct sockref_error *error);
SOCKREF_CHECKED bool sockref_socketpair(const struct sockref_value *domain,
                                        const struct sockref_value *type,
                                        const struct sockref_value *protocol,
                                        struct sockref_socket *result[2],
                                        struct sockref_error *error);

/* BasicSocket.for_fd(fd) -> socket. The socket owns the descriptor from now on. The descriptor may
 * be of any kind; calls made on it report if the kind is wrong. Raises Errno::EBADF "fstat(2)";
 * TypeError; RangeError. */
SOCKREF_CHECKED bool sockref_for_fd(const struct sockref_value *fd, struct sockref_socket **result,
                                    struct sockref_error *error);

/* --- Socket: connections --------------------------------------------------------------------- */

/*
 * socket.bind(sockaddr) -> 0; socket.connect_nonblock(sockaddr) -> 0
 *
 * The string's bytes are passed to the system unchanged, with their length, and the system checks
 * them. Raises Errno::* "bind(2)" [bind.unix.*, bind.unix-domain.*]; TypeError. connect_nonblock
 * sets O_NONBLOCK, leaves it set, and raises Errno::* "connect(2)", including EINPROGRESS.
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
 * Waits for the connection [connect.blocks], even if O_NONBLOCK is set
 * [connect.waits-out-progress]; raises EALREADY then if another call began the connection. EINTR is
 * raised as the system reports it: the connection then continues by itself, and select reports when
 * it is made [connect.unix.EINTR]. Raises Errno::* "connect(2)" [connect.unix.*,
 * connect.unix-domain.*]; TypeError.
 */
SOCKREF_CHECKED bool sockref_connect(struct sockref_socket *socket,
                                     const struct sockref_value *sockaddr,
                                     struct sockref_error *error);

/* socket.listen(backlog) -> 0. The system cuts a backlog that is too long. Raises SecurityError,
 * before everything else, at safe level 4; TypeError; RangeError; Errno::* "listen(2)"
 * [listen.unix.*]. */
SOCKREF_CHECKED bool sockref_listen(struct sockref_socket *socket,
                                    const struct sockref_value *backlog,
                                    struct sockref_error *error);

/*
 * socket.accept -> [socket, sockaddr]
 * socket.accept_nonblock -> [socket, sockaddr]
 * socket.sysaccept -> [fd, sockaddr]
 *
 * `sockaddr` contains the bytes that the system returned. accept raises EAGAIN on a socket that has
 * O_NONBLOCK and nothing to accept. accept_nonblock sets O_NONBLOCK on `socket` and on the new
 * socket, and leaves it set. The caller owns the descriptor that sysaccept returns. Raises Errno::*
 * "accept(2)" [accept.unix.*].
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
 * `message` is "" at the end of a stream, for an empty datagram and for maxlen 0. `sockaddr`
 * contains the bytes that the system returned; it is empty for a connected stream. The _nonblock
 * methods set O_NONBLOCK first and leave it set. Raises Errno::* "recvfrom(2)" [recvfrom.unix.*];
 * ArgumentError "negative string size (or size too big)"; NoMemoryError; IOError "recv for buffered
 * IO" ("recvfrom for buffered IO") if readline or read has left bytes unread; TypeError;
 * RangeError.
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
 * A broken pipe raises EPIPE and sends no signal. A closed socket raises IOError before the flags
 * are converted. Raises Errno::* "send(2)", or "sendto(2)" if a sockaddr is given; TypeError;
 * RangeError.
 */
SOCKREF_CHECKED bool sockref_send(struct sockref_socket *socket,
                                  const struct sockref_value *message,
                                  const struct sockref_value *flags,
                                  const struct sockref_value *sockaddr, size_t *sent,
                                  struct sockref_error *error);

/* --- BasicSocket: ends, names, options ------------------------------------------------------- */

/* socket.close_read -> nil; socket.close_write -> nil. Shuts that direction down, and closes the
 * socket if it was the last open direction. Afterwards, read and readline (write and puts) raise
 * IOError "not opened for reading" ("not opened for writing"). */
SOCKREF_CHECKED bool sockref_close_read(struct sockref_socket *socket, struct sockref_error *error);
SOCKREF_CHECKED bool sockref_close_write(struct sockref_socket *socket,
                                         struct sockref_error *error);

/* socket.shutdown(how=2) -> 0. `how` is 0, 1, 2 or the name of a SHUT_ constant. Raises Errno::*
 * "shutdown(2)"; ArgumentError "`how' should be either :SHUT_RD, :SHUT_WR, :SHUT_RDWR"; SocketError
 * "unknown shutdown argument: NAME"; TypeError; RangeError. */
SOCKREF_CHECKED bool sockref_shutdown(struct sockref_socket *socket,
                                      const struct sockref_value *how, struct sockref_error *error);

/* socket.getpeername -> sockaddr; socket.getsockname -> sockaddr. Raise Errno::* "getpeername(2)",
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
 * An option is a byte string; getsockopt reads at most 256 bytes. `optval` may also be an Integer,
 * true (1) or false (0), which is set as a C int. `level` may be the name of a SOL_ or IPPROTO_
 * constant. `optname` may be the name of an SO_ constant, or of an IP_, IPV6_ or TCP_ constant at
 * that level. Raises Errno::* "getsockopt(2)", "setsockopt(2)"; SocketError "unknown protocol
 * level: NAME", "unknown socket level option name: NAME"; TypeError; RangeError.
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
 * Whether getaddrinfo leaves addresses as they are; initially false. A new socket copies its own
 * flag from this one. Every value except nil and false counts as true. The classes Socket and
 * BasicSocket share the flag. At safe level 4, Ruby's setter raises SecurityError; this function
 * has no error to return, so that is up to its caller.
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

/* socket.close -> nil. Closing twice is allowed. Raises Errno::*, but the socket is closed even
 * then. */
SOCKREF_CHECKED bool sockref_close(struct sockref_socket *socket, struct sockref_error *error);

/* socket.closed? -> true or false. */
SOCKREF_API bool sockref_closed(const struct sockref_socket *socket);

/* socket.fileno -> fd. The socket continues to own the descriptor. */
SOCKREF_CHECKED bool sockref_fileno(struct sockref_socket *socket, int *fd,
                                    struct sockref_error *error);

/*
 * socket.write(object) -> bytes written
 * socket.puts(object) -> nil
 *
 * Writes everything, however many calls that takes. A value that is not a string is written as
 * Ruby's to_s returns it; any other object raises TypeError. write writes an array as a program
 * would, such as ["one", 2, nil]. puts adds a newline unless the string ends in one. It writes each
 * item of an array, also of nested arrays, as a line. On a datagram socket, write sends one
 * datagram, and puts one for each line. Raises Errno::EPIPE and similar errors without a call's
 * name. write("") and write(nil) send nothing and return 0 even on a closed socket.
 */
SOCKREF_CHECKED bool sockref_write(struct sockref_socket *socket,
                                   const struct sockref_value *object, size_t *written,
                                   struct sockref_error *error);
SOCKREF_CHECKED bool sockref_puts(struct sockref_socket *socket, const struct sockref_value *object,
                                  struct sockref_error *error);

/*
 * socket.read(length=nil) -> string or nil
 *
 * Reads everything up to the end of the stream, or at most `length` bytes. At the end of the
 * stream, the result is "" without a length or with length 0; otherwise it is nil, which is a
 * result whose `bytes` is NULL. Raises ArgumentError "negative length -1 given"; NoMemoryError;
 * TypeError; RangeError; Errno::*.
 */
SOCKREF_CHECKED bool sockref_read(struct sockref_socket *socket, const struct sockref_value *length,
                                  struct sockref_string *result, struct sockref_error *error);

/* socket.readline -> string. The string includes its newline unless the stream ended first. Raises
 * EOFError "end of file reached"; Errno::*. */
SOCKREF_CHECKED bool sockref_readline(struct sockref_socket *socket, struct sockref_string *result,
                                      struct sockref_error *error);

/*
 * IO.select(reads, writes=nil, errors=nil, timeout=nil) -> [[...], [...], [...]] or nil
 *
 * Each set has `count` sockets; `ready[i]` says whether socket i is ready. A socket with bytes that
 * readline left unread is ready for reading. `timeout` is nil (forever) or a number of seconds, an
 * Integer or a Float. `any` is false if the time ran out, for which Ruby returns nil. Raises
 * ArgumentError "time interval must not be negative"; TypeError "can't convert String into time
 * interval"; IOError for a closed socket; Errno::* "select(2)".
 */
struct sockref_select_set {
    struct sockref_socket *const *sockets;
    bool *ready; /* `count` entries, all written on true; may be NULL if count is 0 */
    size_t count;
};
SOCKREF_CHECKED bool sockref_select(const struct sockref_select_set sets[3],
                                    const struct sockref_value *timeout, bool *any,
                                    struct sockref_error *error);

#ifdef __cplusplus
}
#endif

#endif
