/* The state of the reference's class as a whole, also when threads share it. */
#include <criterion/criterion.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "reference/src/internal.h"

Test(reference, is_secure_below_a_level) {
    for (int level = 0; level <= 4; level++) {
        struct sockref_error error;
        sockref_set_safe_level(level);
        cr_expect_eq(sockref__secure(3, &error), level < 3, "at level %d", level);
        if (level >= 3) {
            char expected[64];
            (void)snprintf(expected, sizeof expected, "Insecure operation at level %d", level);
            cr_expect_str_eq(error.message, expected);
            cr_expect_str_eq(sockref_error_class(&error), "SecurityError");
        }
    }
    sockref_set_safe_level(0);
}

enum { TURNS = 300 };

static atomic_bool over;

static void *toggle(void *argument) {
    (void)argument;
    for (bool flag = false; !atomic_load(&over); flag = !flag) {
        const struct sockref_value value = sockref_bool(flag);
        sockref_class_set_do_not_reverse_lookup(&value);
        sockref_set_safe_level(flag ? 1 : 2);
    }
    return NULL;
}

/* The address itself, or the name that a reverse lookup of it yields. */
static bool resolves(void) {
    struct sockref_query query = {.host = sockref_text("127.0.0.1"), .service = sockref_text("80")};
    struct sockref_addrinfos answers = {NULL, 0};
    struct sockref_error error;
    bool good = sockref_getaddrinfo(&query, &answers, &error) && answers.count > 0;
    for (size_t i = 0; good && i < answers.count; i++) {
        good = strcmp(answers.items[i].address.bytes, "127.0.0.1") == 0 &&
               answers.items[i].port == 80 && answers.items[i].host.length > 0;
    }
    sockref_addrinfos_free(&answers);
    return good;
}

static bool opens(void) {
    const struct sockref_value domain = sockref_text("AF_UNIX");
    const struct sockref_value type = sockref_text("SOCK_STREAM");
    struct sockref_socket *socket = NULL;
    struct sockref_error error;
    bool flag = false;
    bool good = sockref_new(&domain, &type, NULL, &socket, &error) &&
                sockref_do_not_reverse_lookup(socket, &flag, &error);
    sockref_free(socket);
    return good;
}

static void *use(void *argument) {
    atomic_int *failures = argument;
    for (int i = 0; i < TURNS; i++) {
        if (!resolves() || !opens()) {
            atomic_fetch_add(failures, 1);
        }
    }
    return NULL;
}

Test(reference, shares_its_state_between_threads) {
    pthread_t toggling;
    pthread_t using[2];
    atomic_int failures = 0;
    cr_assert_eq(pthread_create(&toggling, NULL, toggle, NULL), 0);
    for (size_t i = 0; i < 2; i++) {
        cr_assert_eq(pthread_create(&using[i], NULL, use, &failures), 0);
    }
    for (size_t i = 0; i < 2; i++) {
        cr_expect_eq(pthread_join(using[i], NULL), 0);
    }
    atomic_store(&over, true);
    cr_expect_eq(pthread_join(toggling, NULL), 0);
    cr_expect_eq(failures, 0);
    sockref_set_safe_level(0);
    sockref_class_set_do_not_reverse_lookup(NULL);
}

Test(reference, gives_a_socket_the_flag_of_the_class) {
    const struct sockref_value domain = sockref_integer(AF_UNIX);
    const struct sockref_value type = sockref_integer(SOCK_DGRAM);
    struct sockref_error error;
    for (int i = 0; i < 3; i++) {
        const struct sockref_value wanted = sockref_bool(i == 1);
        struct sockref_socket *pair[2];
        sockref_class_set_do_not_reverse_lookup(&wanted);
        cr_assert(sockref_pair(&domain, &type, NULL, pair, &error), "%s", error.message);
        sockref_class_set_do_not_reverse_lookup(NULL);
        for (int j = 0; j < 2; j++) {
            bool flag = i != 1;
            cr_expect(sockref_do_not_reverse_lookup(pair[j], &flag, &error));
            cr_expect_eq(flag, i == 1);
            sockref_free(pair[j]);
        }
    }
}
