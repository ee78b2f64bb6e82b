/* Uses the reference from several threads at once. Built with ThreadSanitizer, it reports every
 * race. It exits with 0 if each call does what it does in a single thread. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "sockref.h"

enum { TURNS = 300, THREADS = 4 };

static atomic_bool over;

static void expect(bool holds, const char *what) {
    if (!holds) {
        (void)fprintf(stderr, "threads: %s does otherwise than for one thread\n", what);
        _Exit(EXIT_FAILURE);
    }
}

/* The shared state: the class-wide flag and the safe level. */
static void *toggle(void *unused) {
    (void)unused;
    for (int i = 0; !atomic_load(&over); i++) {
        const struct sockref_value flag = sockref_bool(i % 2 == 0);
        sockref_class_set_do_not_reverse_lookup(&flag);
        sockref_set_safe_level(i % 2);
        (void)sockref_class_do_not_reverse_lookup();
        (void)sockref_safe_level();
    }
    return NULL;
}

static void talk(void) {
    struct sockref_error error;
    struct sockref_socket *pair[2] = {NULL, NULL};
    struct sockref_string heard = {NULL, 0};
    const struct sockref_value domain = sockref_text("AF_UNIX");
    const struct sockref_value type = sockref_text("SOCK_STREAM");
    const struct sockref_value said = sockref_text("hello");
    const struct sockref_value flags = sockref_integer(0);
    const struct sockref_value most = sockref_integer(5);
    size_t sent = 0;
    expect(sockref_pair(&domain, &type, NULL, pair, &error), "pair");
    expect(sockref_send(pair[0], &said, &flags, NULL, &sent, &error) && sent == 5, "send");
    expect(sockref_recv(pair[1], &most, NULL, &heard, &error) && heard.length == 5, "recv");
    sockref_string_free(&heard);
    sockref_free(pair[0]);
    sockref_free(pair[1]);
}

static void name(void) {
    struct sockref_error error;
    struct sockref_string packed = {NULL, 0};
    struct sockref_string host = {NULL, 0};
    const struct sockref_value service = sockref_text("0x50");
    const struct sockref_value number = sockref_integer(80);
    const struct sockref_value address = sockref_text("127.0.0.1");
    int port = 0;
    expect(sockref_getservbyname(&service, NULL, &port, &error) && port == 80, "getservbyname");
    expect(sockref_pack_sockaddr_in(&number, &address, &packed, &error), "pack_sockaddr_in");
    const struct sockref_value sockaddr = sockref_bytes(packed.bytes, packed.length);
    expect(sockref_unpack_sockaddr_in(&sockaddr, &port, &host, &error) && port == 80,
           "unpack_sockaddr_in");
    sockref_string_free(&packed);
    sockref_string_free(&host);
}

/* Messages contain the system's texts, which are shared as well. */
static void fail(void) {
    struct sockref_error error;
    struct sockref_socket *socket = NULL;
    const struct sockref_value domain = sockref_text("AF_INET");
    const struct sockref_value type = sockref_text("SOCK_STREAM");
    const struct sockref_value nowhere = sockref_text("");
    struct sockref_query query;
    struct sockref_addrinfos answers = {NULL, 0};
    memset(&query, 0, sizeof query);
    query.host = sockref_text("127.0.0.1");
    query.flags = sockref_integer(-1);
    expect(sockref_new(&domain, &type, NULL, &socket, &error), "new");
    expect(!sockref_bind(socket, &nowhere, &error) && strstr(error.message, "bind(2)") != NULL,
           "bind");
    expect(!sockref_getaddrinfo(&query, &answers, &error), "getaddrinfo");
    sockref_free(socket);
}

static void *use(void *unused) {
    (void)unused;
    for (int i = 0; i < TURNS; i++) {
        talk();
        name();
        fail();
    }
    return NULL;
}

int main(void) {
    pthread_t toggling;
    pthread_t using[THREADS];
    expect(pthread_create(&toggling, NULL, toggle, NULL) == 0, "pthread_create");
    for (size_t i = 0; i < THREADS; i++) {
        expect(pthread_create(&using[i], NULL, use, NULL) == 0, "pthread_create");
    }
    for (size_t i = 0; i < THREADS; i++) {
        (void)pthread_join(using[i], NULL);
    }
    atomic_store(&over, true);
    (void)pthread_join(toggling, NULL);
    (void)printf("%d threads, %d turns each\n", THREADS, TURNS);
    return EXIT_SUCCESS;
}
