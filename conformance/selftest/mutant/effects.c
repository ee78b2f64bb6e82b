/* What a mutant does besides its method's work, or loses of it. */
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <unistd.h>

#include "mutant.h"

/* --- Descriptors of a call -------------------------------------------------------------------- */

static int descriptor_of(struct sockref_socket *socket) {
    struct sockref_error error;
    int descriptor = -1;
    return socket != NULL && sockref_fileno(socket, &descriptor, &error) ? descriptor : -1;
}

enum { RECEIVER, MADE };

/* The descriptors of the receiver, or of what the call returned. Returns their number. */
static size_t descriptors_of(const struct call *call, int whose, int descriptors[3]) {
    size_t count = 0;
    if (whose == RECEIVER) {
        descriptors[count++] = descriptor_of(call->receiver);
        return count;
    }
    for (size_t i = 0; call->good && i < 2; i++) {
        if (call->made[i] != NULL) {
            descriptors[count++] = descriptor_of(*call->made[i]);
        }
    }
    if (call->good && call->descriptor != NULL) {
        descriptors[count++] = *call->descriptor;
    }
    return count;
}

/* --- Options ---------------------------------------------------------------------------------- */

static const struct option {
    const char *name;
    int level, number, value;
} options[] = {
    {"broadcast", SOL_SOCKET, SO_BROADCAST, 1},
    {"cork", IPPROTO_TCP, TCP_CORK, 1},
    {"dontroute", SOL_SOCKET, SO_DONTROUTE, 1},
    {"keepalive", SOL_SOCKET, SO_KEEPALIVE, 1},
    {"keepidle", IPPROTO_TCP, TCP_KEEPIDLE, 60},
    {"nodelay", IPPROTO_TCP, TCP_NODELAY, 1},
    {"oobinline", SOL_SOCKET, SO_OOBINLINE, 1},
    {"passcred", SOL_SOCKET, SO_PASSCRED, 1},
    {"priority", SOL_SOCKET, SO_PRIORITY, 3},
    {"rcvbuf", SOL_SOCKET, SO_RCVBUF, 100000},
    {"rcvlowat", SOL_SOCKET, SO_RCVLOWAT, 2},
    {"reuseaddr", SOL_SOCKET, SO_REUSEADDR, 1},
    {"reuseport", SOL_SOCKET, SO_REUSEPORT, 1},
    {"sndbuf", SOL_SOCKET, SO_SNDBUF, 100000},
    {"timestamp", SOL_SOCKET, SO_TIMESTAMP, 1},
    {"tos", IPPROTO_IP, IP_TOS, IPTOS_LOWDELAY},
    {"ttl", IPPROTO_IP, IP_TTL, 33},
};

static void set_option(const struct call *call, int whose, const char *name) {
    const struct linger linger = {.l_onoff = 1, .l_linger = 5};
    const struct timeval hour = {.tv_sec = 3600};
    int descriptors[3];
    size_t count = descriptors_of(call, whose, descriptors);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < sizeof options / sizeof options[0]; k++) {
            if (strcmp(options[k].name, name) == 0) {
                (void)setsockopt(descriptors[i], options[k].level, options[k].number,
                                 &options[k].value, sizeof options[k].value);
            }
        }
        if (strcmp(name, "linger") == 0) {
            (void)setsockopt(descriptors[i], SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
        } else if (strcmp(name, "rcvtimeo") == 0) {
            (void)setsockopt(descriptors[i], SOL_SOCKET, SO_RCVTIMEO, &hour, sizeof hour);
        } else if (strcmp(name, "sndtimeo") == 0) {
            (void)setsockopt(descriptors[i], SOL_SOCKET, SO_SNDTIMEO, &hour, sizeof hour);
        }
    }
}

static void option(struct call *call, const char *name) {
    if (call->good) {
        set_option(call, RECEIVER, name);
    }
}

static void made_option(struct call *call, const char *name) { set_option(call, MADE, name); }

/* --- O_NONBLOCK ------------------------------------------------------------------------------- */

static void set_flag(const struct call *call, int whose, bool nonblocking) {
    int descriptors[3];
    size_t count = descriptors_of(call, whose, descriptors);
    for (size_t i = 0; i < count; i++) {
        int flags = fcntl(descriptors[i], F_GETFL);
        (void)fcntl(descriptors[i], F_SETFL,
                    nonblocking ? flags | O_NONBLOCK : flags & ~O_NONBLOCK);
    }
}

static void flag(struct call *call, const char *name) {
    if (call->good) {
        set_flag(call, RECEIVER, strcmp(name, "set") == 0);
    }
}

static void flag_failed(struct call *call, const char *name) {
    if (!call->good) {
        set_flag(call, RECEIVER, strcmp(name, "set") == 0);
    }
}

static void flag_made(struct call *call, const char *name) {
    set_flag(call, MADE, strcmp(name, "set") == 0);
}

/* --- Descriptors that nobody closes ----------------------------------------------------------- */

static void open_something(const char *name) {
    if (strcmp(name, "file") == 0) {
        (void)!open("/dev/null", O_RDONLY | O_CLOEXEC);
    } else if (strcmp(name, "eventfd") == 0) {
        (void)!eventfd(0, EFD_CLOEXEC);
    } else if (strcmp(name, "timer") == 0) {
        (void)!timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    } else {
        (void)!socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    }
}

static void leak(struct call *call, const char *name) {
    if (call->good) {
        open_something(name);
    }
}

static void leak_failed(struct call *call, const char *name) {
    if (!call->good) {
        open_something(name);
    }
}

/* --- What is lost of results and arguments ---------------------------------------------------- */

/* Changes the bytes of an address or a text; `length` may become less. */
typedef void text_change(char *bytes, size_t *length, const char *name);

static sa_family_t family_of(const char *bytes, size_t length) {
    sa_family_t family = AF_UNSPEC;
    if (length >= sizeof family) {
        memcpy(&family, bytes, sizeof family);
    }
    return family;
}

static void drop_scope(char *bytes, size_t *length, const char *name) {
    (void)name;
    if (*length == sizeof(struct sockaddr_in6) && family_of(bytes, *length) == AF_INET6) {
        memset(bytes + offsetof(struct sockaddr_in6, sin6_scope_id), 0, sizeof(uint32_t));
    } else if (*length > 0 && memchr(bytes, '%', *length) != NULL) {
        *length = (size_t)((char *)memchr(bytes, '%', *length) - bytes);
        bytes[*length] = '\0';
    }
}

/* The last byte of a path that fills its field, or of a path of 108 bytes. */
static void cut_path(char *bytes, size_t *length, const char *name) {
    enum { FIELD = sizeof((struct sockaddr_un *)NULL)->sun_path };
    bool whole = *length == sizeof(struct sockaddr_un) && family_of(bytes, *length) == AF_UNIX &&
                 bytes[*length - 1] != '\0';
    (void)name;
    if (whole || *length == FIELD) {
        *length -= 1;
    }
}

/* The NUL bytes at the end of an abstract name. */
static void drop_nuls(char *bytes, size_t *length, const char *name) {
    const size_t begin = offsetof(struct sockaddr_un, sun_path);
    (void)name;
    if (family_of(bytes, *length) == AF_UNIX && *length > begin + 1 && bytes[begin] == '\0') {
        while (*length > begin + 1 && bytes[*length - 1] == '\0') {
            *length -= 1;
        }
    }
}

/* All bytes beyond that number. */
static void cut(char *bytes, size_t *length, const char *name) {
    size_t most = strtoul(name, NULL, 10);
    if (*length > most) {
        *length = most;
        bytes[most] = '\0';
    }
}

/* The first byte beyond that number is wrong. */
static void garble(char *bytes, size_t *length, const char *name) {
    size_t most = strtoul(name, NULL, 10);
    if (*length > most) {
        bytes[most] = (char)(bytes[most] ^ 1);
    }
}

static void change_results(const struct call *call, const char *name, text_change *change) {
    for (size_t i = 0; call->good && i < 2; i++) {
        if (call->texts[i] != NULL && call->texts[i]->bytes != NULL) {
            change(call->texts[i]->bytes, &call->texts[i]->length, name);
        }
    }
}

/* Strings among the arguments are replaced by changed copies. The copies stay: a mutant's process
 * is short, and the call still needs them. */
static void change_arguments(const struct call *call, const char *name, text_change *change) {
    for (size_t i = 0; i < sizeof call->args / sizeof call->args[0]; i++) {
        const struct sockref_value *old = call->args[i] == NULL ? NULL : *call->args[i];
        if (old == NULL || old->kind != SOCKREF_STRING) {
            continue;
        }
        struct sockref_value *copy = malloc(sizeof *copy);
        char *bytes = malloc(old->length + 1);
        if (copy == NULL || bytes == NULL) {
            abort();
        }
        memcpy(bytes, old->as.bytes, old->length + 1);
        *copy = *old;
        copy->as.bytes = bytes;
        change(bytes, &copy->length, name);
        *call->args[i] = copy;
    }
}

static void result_scope(struct call *call, const char *name) {
    change_results(call, name, drop_scope);
}
static void argument_scope(struct call *call, const char *name) {
    change_arguments(call, name, drop_scope);
}
static void result_path(struct call *call, const char *name) {
    change_results(call, name, cut_path);
}
static void argument_path(struct call *call, const char *name) {
    change_arguments(call, name, cut_path);
}
static void result_nuls(struct call *call, const char *name) {
    change_results(call, name, drop_nuls);
}
static void argument_nuls(struct call *call, const char *name) {
    change_arguments(call, name, drop_nuls);
}
static void result_cut(struct call *call, const char *name) { change_results(call, name, cut); }
static void result_garbled(struct call *call, const char *name) {
    change_results(call, name, garble);
}
static void argument_garbled(struct call *call, const char *name) {
    change_arguments(call, name, garble);
}

/* --- Numbers, the order of checks, safe levels -------------------------------------------------
 */

static bool is_int(const struct sockref_value *value) {
    return value != NULL && value->kind == SOCKREF_INTEGER && value->as.integer >= INT32_MIN &&
           value->as.integer <= INT32_MAX;
}

/* The value of an option of SOL_SOCKET, when it is an int, loses bits or its sign. */
static void argument_number(struct call *call, const char *name) {
    const struct sockref_value **value = call->args[2];
    if (!is_int(*value) || !is_int(*call->args[0]) || (*call->args[0])->as.integer != SOL_SOCKET) {
        return;
    }
    struct sockref_value *copy = malloc(sizeof *copy);
    if (copy == NULL) {
        abort();
    }
    *copy = **value;
    if (strcmp(name, "short") == 0) {
        copy->as.integer &= 0xffff;
    } else if (strcmp(name, "unsigned") == 0 && copy->as.integer < 0) {
        copy->as.integer = 0;
    } else if (strcmp(name, "one") == 0 && (copy->as.integer < 0 || copy->as.integer > 0xffff)) {
        copy->as.integer = 1;
    }
    *value = copy;
}

/* The state of the socket is checked before the arguments. */
static void check_state_first(struct call *call, const char *name) {
    struct sockref_error *error = call->error;
    if (call->good || (error->cls != SOCKREF_TYPE_ERROR && error->cls != SOCKREF_RANGE_ERROR &&
                       error->cls != SOCKREF_ARGUMENT_ERROR)) {
        return;
    }
    if (strcmp(name, "closed") == 0) {
        if (sockref_closed(call->receiver)) {
            error->cls = SOCKREF_IO_ERROR;
        }
    } else {
        struct sockaddr_storage peer;
        socklen_t length = sizeof peer;
        if (getpeername(descriptor_of(call->receiver), (struct sockaddr *)&peer, &length) < 0) {
            error->cls = SOCKREF_SYSTEM_CALL_ERROR;
            error->errnum = errno;
        }
    }
}

static int level;

static void forget_level(struct call *call, const char *name) {
    (void)call;
    (void)name;
    level = sockref_safe_level();
    sockref_set_safe_level(0);
}

static void restore_level(struct call *call, const char *name) {
    (void)call;
    (void)name;
    sockref_set_safe_level(level);
}

/* --- Arguments that are changed --------------------------------------------------------------- */

/* A copy that stays, as the call needs it. */
static struct sockref_value *copy_of(const struct sockref_value *value) {
    struct sockref_value *copy = malloc(sizeof *copy);
    if (copy == NULL) {
        abort();
    }
    *copy = *value;
    return copy;
}

/* A number is at most the one that `name` gives. */
static void argument_capped(struct call *call, const char *name) {
    const struct sockref_value *old = *call->args[0];
    long most = strtol(name, NULL, 10);
    if (old == NULL || (old->kind != SOCKREF_INTEGER && old->kind != SOCKREF_FLOAT)) {
        return;
    }
    struct sockref_value *copy = copy_of(old);
    if (is_int(old) && copy->as.integer > most) {
        copy->as.integer = most;
    } else if (copy->kind == SOCKREF_FLOAT && copy->as.real > (double)most) {
        copy->as.real = (double)most;
    }
    *call->args[0] = copy;
}

/* The blanks before and after a text. */
static void strip(char *bytes, size_t *length, const char *name) {
    size_t blanks = strspn(bytes, " \t");
    (void)name;
    if (blanks < *length) {
        *length -= blanks;
        memmove(bytes, bytes + blanks, *length + 1);
    }
    while (*length > 1 && strchr(" \t", bytes[*length - 1]) != NULL) {
        bytes[--*length] = '\0';
    }
}

static void argument_stripped(struct call *call, const char *name) {
    change_arguments(call, name, strip);
}

/* write gets nil for an array, puts gets nil for an empty one. */
static void argument_array(struct call *call, const char *name) {
    static const struct sockref_value nil = {.kind = SOCKREF_NIL};
    const struct sockref_value *object = *call->args[0];
    (void)name;
    if (object != NULL && object->kind == SOCKREF_ARRAY &&
        (object->length == 0 || strcmp(call->method, "write") == 0)) {
        *call->args[0] = copy_of(&nil);
    }
}

/* An errno is mistaken for EIO. */
static void mistake_errno(struct call *call, const char *name) {
    if (!call->good && call->error->cls == SOCKREF_SYSTEM_CALL_ERROR &&
        call->error->errnum == (strcmp(name, "ENFILE") == 0 ? ENFILE : ENOMEM)) {
        call->error->errnum = EIO;
    }
}

/* --- All effects ------------------------------------------------------------------------------ */

#define OPTIONS                                                                                    \
    "broadcast cork dontroute keepalive keepidle linger nodelay oobinline passcred priority "      \
    "rcvbuf rcvlowat rcvtimeo reuseaddr reuseport sndbuf sndtimeo timestamp tos ttl"
#define HAVE_RECEIVER                                                                              \
    "bind connect connect_nonblock listen accept accept_nonblock sysaccept recvfrom "              \
    "recvfrom_nonblock recv recv_nonblock send close_read close_write shutdown getpeername "       \
    "getsockname getsockopt do_not_reverse_lookup set_do_not_reverse_lookup write puts read "      \
    "readline "
/* The options that AF_UNIX sockets have, too. */
#define UNIX_OPTIONS                                                                               \
    "broadcast dontroute keepalive linger oobinline passcred priority rcvbuf rcvlowat rcvtimeo "   \
    "reuseaddr sndbuf sndtimeo timestamp"
#define MAKE_PAIR "pair socketpair "
#define MAKE_ONE "new for_fd accept accept_nonblock sysaccept "
#define BLOCKING                                                                                   \
    "bind connect listen accept sysaccept recvfrom recv send close_read close_write shutdown "     \
    "getpeername getsockname getsockopt setsockopt do_not_reverse_lookup "                         \
    "set_do_not_reverse_lookup write puts read readline"
/* close_read, close_write and do_not_reverse_lookup only fail on a closed socket. */
#define BLOCKING_FAILS                                                                             \
    "bind connect listen accept sysaccept recvfrom recv send shutdown getpeername getsockname "    \
    "getsockopt setsockopt write puts read readline"
#define RECEIVERS "recv recv_nonblock recvfrom recvfrom_nonblock"
#define LOOK_UPS                                                                                   \
    "getaddrinfo gethostbyname gethostbyaddr getnameinfo getservbyname pack_sockaddr_in "          \
    "sockaddr_in pack_sockaddr_un sockaddr_un unpack_sockaddr_in unpack_sockaddr_un "              \
    "gethostname "

typedef void call_effect(struct call *call, const char *name);

/* METHOD:GROUP-NAME is a mutant, for each of the methods and each of the names. */
static const struct {
    const char *group, *names, *methods;
    call_effect *before, *after;
} effects[] = {
    /* An option is set, on the receiver or on what is returned. */
    {"option", OPTIONS, HAVE_RECEIVER, NULL, option},
    {"made", OPTIONS, MAKE_ONE, NULL, made_option},
    {"made", UNIX_OPTIONS, MAKE_PAIR, NULL, made_option},

    /* O_NONBLOCK is set or cleared by a method that should leave it as it was. */
    {"nonblock", "set clear", BLOCKING, NULL, flag},
    {"nonblock_failed", "set clear", BLOCKING_FAILS, NULL, flag_failed},
    {"nonblock_made", "set clear", "for_fd", NULL, flag_made},
    {"nonblock_made", "set", "new pair socketpair accept", NULL, flag_made},
    {"nonblock_made", "clear", "accept_nonblock", NULL, flag_made},
    {"nonblock", "clear", "accept_nonblock connect_nonblock recv_nonblock recvfrom_nonblock", NULL,
     flag},
    {"nonblock_failed", "clear", "accept_nonblock connect_nonblock recv_nonblock recvfrom_nonblock",
     NULL, flag_failed},

    /* A descriptor stays open. */
    {"keeps", "file eventfd timer socket",
     LOOK_UPS HAVE_RECEIVER MAKE_ONE MAKE_PAIR "setsockopt close select", NULL, leak},
    {"keeps_failed", "file eventfd timer socket",
     LOOK_UPS HAVE_RECEIVER "new pair socketpair for_fd setsockopt close select", NULL,
     leak_failed},

    /* An address loses its scope, the end of its path, or the NUL bytes of its name. */
    {"scope", "result",
     "accept accept_nonblock sysaccept recvfrom recvfrom_nonblock getsockname getpeername "
     "getnameinfo pack_sockaddr_in sockaddr_in unpack_sockaddr_in",
     NULL, result_scope},
    {"scope", "argument", "bind connect connect_nonblock send", argument_scope, NULL},
    {"path", "result",
     "accept accept_nonblock sysaccept recvfrom recvfrom_nonblock getsockname getpeername "
     "pack_sockaddr_un sockaddr_un unpack_sockaddr_un",
     NULL, result_path},
    {"path", "argument", "bind connect connect_nonblock send", argument_path, NULL},
    {"nuls", "result",
     "accept accept_nonblock sysaccept recvfrom recvfrom_nonblock getsockname getpeername "
     "pack_sockaddr_un sockaddr_un",
     NULL, result_nuls},
    {"nuls", "argument", "bind connect connect_nonblock send", argument_nuls, NULL},

    /* Data beyond a number of bytes is lost or wrong. */
    {"cut", "8192 16384 65536", "recv recv_nonblock recvfrom recvfrom_nonblock read readline", NULL,
     result_cut},
    {"garbled", "8192 16384 65536", "recv recv_nonblock recvfrom recvfrom_nonblock read readline",
     NULL, result_garbled},
    {"garbled", "8192 16384 65536", "send write puts", argument_garbled, NULL},

    /* On a socket that preserves message boundaries, a message is lost, added or cut. */
    {"message", "lost", "read readline", NULL, mutant_message},
    {"message", "extra", "write puts", NULL, mutant_message},
    {"message", "cut", "write puts", mutant_message, NULL},
    {"empty", "sent", "write", mutant_message, NULL},
    {"empty", "unsent", "send", mutant_message, NULL},
    {"empty", "skips", RECEIVERS, NULL, mutant_message},

    /* A connected stream refuses a destination; a datagram socket without a name is at its end. */
    {"destination", "refused", "send", NULL, mutant_message},
    {"unbound", "ends", RECEIVERS, mutant_message, NULL},

    /* A flag is lost beside others, or changes O_NONBLOCK. */
    {"flags", "peek_lost urgent_lost", RECEIVERS, mutant_message, NULL},
    {"flags", "urgent_lost unknown_lost", "send", mutant_message, NULL},
    {"flags", "unknown_lost", RECEIVERS, mutant_message, NULL},
    {"flags", "dontwait_sets dontwait_clears", "send recv recvfrom", mutant_message, NULL},

    /* An option's value loses bits or its sign. */
    {"number", "short unsigned one", "setsockopt", argument_number, NULL},

    /* A number has a maximum of the method's own: a backlog, a timeout, a descriptor. */
    {"cap", "128 255 65535", "listen", argument_capped, NULL},
    {"cap", "30 60 600 3600", "select", argument_capped, NULL},
    {"cap", "1023", "for_fd", argument_capped, NULL},

    /* Long names are cut, and texts lose the blanks around them. */
    {"cut", "63 127 252 254", "getnameinfo", NULL, result_cut},
    {"blanks", "stripped", "gethostbyname pack_sockaddr_in sockaddr_in", argument_stripped, NULL},

    /* An array is taken for nil. */
    {"array", "nil", "write puts", argument_array, NULL},

    /* A shortage is reported as another error. */
    {"errno", "ENFILE ENOMEM", "new pair socketpair", NULL, mistake_errno},

    /* A constant is missing (methods.c). */
    {"lost", "IPPORT_RESERVED IPPORT_USERRESERVED", "constants", NULL, NULL},

    /* The state of the socket comes before the arguments. */
    {"first", "closed",
     "bind connect connect_nonblock listen recvfrom recvfrom_nonblock recv recv_nonblock send "
     "shutdown read",
     NULL, check_state_first},
    {"first", "connected", "shutdown", NULL, check_state_first},

    /* The safe level is ignored. */
    {"safe", "ignored",
     "gethostbyname pack_sockaddr_in sockaddr_in new bind connect connect_nonblock listen accept "
     "accept_nonblock sysaccept recvfrom recvfrom_nonblock recv recv_nonblock send close_read "
     "close_write shutdown getpeername getsockname getsockopt setsockopt close write puts read "
     "readline select",
     forget_level, restore_level},
};

/* Whether the blank-separated words have that one. */
static bool has_word(const char *words, const char *word, size_t length) {
    for (; words != NULL && *words != '\0'; words += strcspn(words, " ")) {
        words += strspn(words, " ");
        if (length > 0 && strcspn(words, " ") == length && strncmp(words, word, length) == 0) {
            return true;
        }
    }
    return false;
}

bool mutant_is(const char *method, const char *effect) {
    char name[128];
    int length = snprintf(name, sizeof name, "%s%s%s", method, effect == NULL ? "" : ":",
                          effect == NULL ? "" : effect);
    return has_word(getenv("SOCKSPEC_MUTANT"), name, (size_t)length);
}

static void apply(struct call *call, bool before) {
    for (size_t i = 0; i < sizeof effects / sizeof effects[0]; i++) {
        call_effect *effect = before ? effects[i].before : effects[i].after;
        if (effect == NULL || !has_word(effects[i].methods, call->method, strlen(call->method))) {
            continue;
        }
        const char *names = effects[i].names;
        for (size_t length; *names != '\0'; names += length + strspn(names + length, " ")) {
            char name[64];
            char full[128];
            length = strcspn(names, " ");
            (void)snprintf(name, sizeof name, "%.*s", (int)length, names);
            (void)snprintf(full, sizeof full, "%s-%s", effects[i].group, name);
            if (mutant_is(call->method, full)) {
                effect(call, name);
            }
        }
    }
}

void mutant_before(struct call *call) {
    if (getenv("SOCKSPEC_MUTANT") != NULL) {
        apply(call, true);
    }
}

void mutant_after(struct call *call) {
    if (getenv("SOCKSPEC_MUTANT") != NULL) {
        int saved = errno;
        apply(call, false);
        errno = saved;
    }
}

/* All mutants with effects, as lines of "METHOD GROUP NAMES": for scripts/behaviours. */
const char *mutant_effects(void);
const char *mutant_effects(void) {
    static char text[16384];
    size_t used = 0;
    for (size_t i = 0; i < sizeof effects / sizeof effects[0]; i++) {
        used += (size_t)snprintf(text + used, sizeof text - used, "%s|%s|%s\n", effects[i].methods,
                                 effects[i].group, effects[i].names);
        if (used >= sizeof text) {
            abort();
        }
    }
    return text;
}
