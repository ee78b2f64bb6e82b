/* Monotonic time. */
#ifndef SOCKSPEC_CLOCK_H
#define SOCKSPEC_CLOCK_H

#include <time.h>

static inline long long sockspec_now_us(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

static inline long long sockspec_now_ms(void) { return sockspec_now_us() / 1000; }

#endif
