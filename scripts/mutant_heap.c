/*
 * The checked heap of a mutant. The linker's --wrap redirects the library's allocations to this
 * file. A write outside a block, a block that is released twice, and a block that is not released
 * when the driver is reset end the driver.
 */
#include <netdb.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "sockref.h"

/* NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the linker's names */
void *__real_malloc(size_t size);
void __real_free(void *block);
int __real_getaddrinfo(const char *host, const char *service, const struct addrinfo *hints,
                       struct addrinfo **list);
void __real_freeaddrinfo(struct addrinfo *list);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *bytes, size_t size);
void __wrap_free(void *bytes);
int __wrap_getaddrinfo(const char *host, const char *service, const struct addrinfo *hints,
                       struct addrinfo **list);
void __wrap_freeaddrinfo(struct addrinfo *list);

/* The names that these functions of state.c get in a checked library. */
void watched_class_set_do_not_reverse_lookup(const struct sockref_value *flag);
void watched_set_safe_level(int level);

enum { GARBAGE = 0xa5, MARGIN = 16 };

/* Each block lies between two margins. */
struct block {
    size_t size;
    struct block *self;
    unsigned char before[MARGIN];
};

static size_t blocks, answers; /* not yet released */
static bool resetting;

static void fill_margins(struct block *block) {
    memset(block->before, GARBAGE, MARGIN);
    memset((unsigned char *)(block + 1) + block->size, GARBAGE, MARGIN);
}

static struct block *check(void *bytes) {
    struct block *block = (struct block *)bytes - 1;
    const unsigned char *after = (unsigned char *)bytes + block->size;

    if (block->self != block) {
        abort();
    }
    for (size_t i = 0; i < MARGIN; i++) {
        if (block->before[i] != GARBAGE || after[i] != GARBAGE) {
            abort();
        }
    }
    return block;
}

void *__wrap_malloc(size_t size) {
    struct block *block = size > SIZE_MAX / 2 ? NULL : __real_malloc(sizeof *block + size + MARGIN);

    if (block == NULL) {
        return NULL;
    }
    *block = (struct block){.size = size, .self = block};
    fill_margins(block);
    blocks++;
    return block + 1;
}

void *__wrap_calloc(size_t count, size_t size) {
    void *bytes = count > 0 && size > SIZE_MAX / count ? NULL : __wrap_malloc(count * size);

    return bytes == NULL ? NULL : memset(bytes, 0, count * size);
}

void __wrap_free(void *bytes) {
    if (bytes != NULL) {
        struct block *block = check(bytes);

        block->self = NULL;
        blocks--;
        __real_free(block);
    }
}

/* A size of 0 releases the block, as in glibc. */
void *__wrap_realloc(void *bytes, size_t size) {
    void *other = bytes != NULL && size == 0 ? NULL : __wrap_malloc(size);

    if (size == 0) {
        __wrap_free(bytes);
        return other;
    }
    if (bytes != NULL && other != NULL) {
        size_t old = check(bytes)->size;

        memcpy(other, bytes, old < size ? old : size);
        __wrap_free(bytes);
    }
    return other;
}

static size_t length(const struct addrinfo *list) {
    size_t count = 0;

    for (; list != NULL; list = list->ai_next) {
        count++;
    }
    return count;
}

int __wrap_getaddrinfo(const char *host, const char *service, const struct addrinfo *hints,
                       struct addrinfo **list) {
    int code = __real_getaddrinfo(host, service, hints, list);

    answers += code == 0 ? length(*list) : 0;
    return code;
}

void __wrap_freeaddrinfo(struct addrinfo *list) {
    answers -= length(list);
    __real_freeaddrinfo(list);
}
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */

/* A reset of the driver calls these two functions last. */
void sockref_class_set_do_not_reverse_lookup(const struct sockref_value *flag) {
    resetting = true;
    watched_class_set_do_not_reverse_lookup(flag);
}

void sockref_set_safe_level(int level) {
    if (resetting && (blocks > 0 || answers > 0)) {
        abort();
    }
    resetting = false;
    watched_set_safe_level(level);
}
