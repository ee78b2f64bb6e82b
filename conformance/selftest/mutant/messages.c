/* Effects on messages, destinations and flags. */
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>

#include "mutant.h"

/* --- What the receiver is --------------------------------------------------------------------- */

union any_address {
    struct sockaddr address;
    struct sockaddr_storage storage;
    struct sockaddr_in in4;
};

static int option_of(int descriptor, int option) {
    int value = -1;
    socklen_t length = sizeof value;
    return getsockopt(descriptor, SOL_SOCKET, option, &value, &length) < 0 ? -1 : value;
}

static bool has_type(int descriptor, int type) { return option_of(descriptor, SO_TYPE) == type; }

static bool keeps_boundaries(int descriptor) {
    return has_type(descriptor, SOCK_DGRAM) || has_type(descriptor, SOCK_SEQPACKET);
}

static bool has_peer(int descriptor) {
    union any_address peer = {0};
    socklen_t length = sizeof peer;
    return getpeername(descriptor, &peer.address, &length) == 0;
}

static bool has_name(int descriptor) {
    union any_address name = {0};
    socklen_t length = sizeof name;
    bool internet =
        getsockname(descriptor, &name.address, &length) == 0 && name.address.sa_family != AF_UNIX;
    /* The port is at the same offset in both families. */
    return internet ? name.in4.sin_port != 0 : length > sizeof(sa_family_t);
}

/* --- Arguments -------------------------------------------------------------------------------- */

static const struct sockref_value *argument(const struct call *call, size_t place) {
    return call->args[place] == NULL ? NULL : *call->args[place];
}

static bool is_empty_text(const struct sockref_value *value) {
    return value != NULL && value->kind == SOCKREF_STRING && value->length == 0;
}

/* The copy stays: a mutant's process is short, and the call still needs it. */
static void replace(const struct call *call, size_t place, struct sockref_value value) {
    struct sockref_value *copy = malloc(sizeof *copy);
    if (copy == NULL) {
        abort();
    }
    *copy = value;
    *call->args[place] = copy;
}

/* The flags are the second argument. Returns 0 for numbers that no flags have. */
static int flags_of(const struct call *call) {
    enum { MOST = 0xffff };
    const struct sockref_value *flags = argument(call, 1);
    bool valid = flags != NULL && flags->kind == SOCKREF_INTEGER && flags->as.integer >= 0 &&
                 flags->as.integer <= MOST;
    return valid ? (int)flags->as.integer : 0;
}

static void set_flags(const struct call *call, int flags) {
    if (flags != flags_of(call)) {
        replace(call, 1, (struct sockref_value){.kind = SOCKREF_INTEGER, .as.integer = flags});
    }
}

/* --- Messages --------------------------------------------------------------------------------- */

static void lose_message(int descriptor) {
    char byte = 0;
    (void)recv(descriptor, &byte, 1, MSG_DONTWAIT);
}

/* The message after those that were read is lost. */
static void lost(struct call *call, int descriptor) {
    if (call->good && keeps_boundaries(descriptor)) {
        lose_message(descriptor);
    }
}

/* On a connection, the message after an empty one is lost. */
static void skips(struct call *call, int descriptor) {
    const struct sockref_string *text = call->texts[0];
    if (call->good && text->length == 0 && has_type(descriptor, SOCK_SEQPACKET)) {
        lose_message(descriptor);
    }
}

static void extra(struct call *call, int descriptor) {
    if (call->good && keeps_boundaries(descriptor)) {
        (void)send(descriptor, "", 0, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
}

/* A text that is longer than a UDP packet is cut instead of refused. */
static void cut(struct call *call, int descriptor) {
    enum { LONGEST = 65507 };
    const struct sockref_value *text = argument(call, 0);
    if (text != NULL && text->kind == SOCKREF_STRING && text->length > LONGEST &&
        has_type(descriptor, SOCK_DGRAM)) {
        struct sockref_value shorter = *text;
        shorter.length = LONGEST - 1;
        replace(call, 0, shorter);
    }
}

/* An empty text is sent as a message. */
static void sent(struct call *call, int descriptor) {
    if (is_empty_text(argument(call, 0)) && keeps_boundaries(descriptor)) {
        (void)send(descriptor, "", 0, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
}

/* An empty message is not sent to the peer: with Linux' MSG_PROBE, UDP sends none. */
static void unsent(struct call *call, int descriptor) {
    enum { PROBE = 0x10 };
    const struct sockref_value *destination = argument(call, 2);
    if (is_empty_text(argument(call, 0)) && destination == NULL && has_peer(descriptor)) {
        set_flags(call, flags_of(call) | PROBE);
    }
}

/* --- Destinations and names ------------------------------------------------------------------- */

/* A connected TCP socket refuses a destination. */
static void refused(struct call *call, int descriptor) {
    const struct sockref_value *destination = argument(call, 2);
    if (call->good && destination != NULL && destination->kind == SOCKREF_STRING &&
        has_type(descriptor, SOCK_STREAM)) {
        call->good = false;
        *call->error = (struct sockref_error){
            .cls = SOCKREF_SYSTEM_CALL_ERROR, .errnum = EISCONN, .message = "send(2)"};
    }
}

/* A datagram socket without a name and a peer has nothing to wait for: it is at its end. */
static void ends(struct call *call, int descriptor) {
    (void)call;
    if (has_type(descriptor, SOCK_DGRAM) && !has_name(descriptor) && !has_peer(descriptor)) {
        (void)shutdown(descriptor, SHUT_RD);
    }
}

/* --- Flags ------------------------------------------------------------------------------------ */

/* One flag overrides another. */
static void peek_lost(struct call *call, int descriptor) {
    int flags = flags_of(call);
    (void)descriptor;
    set_flags(call, (flags & (MSG_WAITALL | MSG_DONTWAIT)) != 0 ? flags & ~MSG_PEEK : flags);
}

static void urgent_lost(struct call *call, int descriptor) {
    int flags = flags_of(call);
    (void)descriptor;
    set_flags(call, (flags & (MSG_WAITALL | MSG_DONTWAIT)) != 0 ? flags & ~MSG_OOB : flags);
}

static void unknown_lost(struct call *call, int descriptor) {
    enum { KNOWN = MSG_OOB | MSG_PEEK | MSG_WAITALL | MSG_DONTWAIT | MSG_DONTROUTE | MSG_TRUNC };
    int flags = flags_of(call);
    (void)descriptor;
    set_flags(call, flags & KNOWN);
}

/* MSG_DONTWAIT does its work by means of O_NONBLOCK. */
static void change_nonblocking(const struct call *call, int descriptor, bool nonblocking) {
    int flags = fcntl(descriptor, F_GETFL);
    if ((flags_of(call) & MSG_DONTWAIT) != 0) {
        (void)fcntl(descriptor, F_SETFL, nonblocking ? flags | O_NONBLOCK : flags & ~O_NONBLOCK);
    }
}

static void dontwait_sets(struct call *call, int descriptor) {
    change_nonblocking(call, descriptor, true);
}

static void dontwait_clears(struct call *call, int descriptor) {
    change_nonblocking(call, descriptor, false);
}

/* --- All of them ------------------------------------------------------------------------------ */

static const struct {
    const char *name;
    void (*effect)(struct call *call, int descriptor);
} changes[] = {
    {"lost", lost},
    {"skips", skips},
    {"extra", extra},
    {"cut", cut},
    {"sent", sent},
    {"unsent", unsent},
    {"refused", refused},
    {"ends", ends},
    {"peek_lost", peek_lost},
    {"urgent_lost", urgent_lost},
    {"unknown_lost", unknown_lost},
    {"dontwait_sets", dontwait_sets},
    {"dontwait_clears", dontwait_clears},
};

void mutant_message(struct call *call, const char *name) {
    struct sockref_error error;
    int descriptor = -1;
    if (!sockref_fileno(call->receiver, &descriptor, &error)) {
        return;
    }
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        if (strcmp(changes[i].name, name) == 0) {
            changes[i].effect(call, descriptor);
        }
    }
}
