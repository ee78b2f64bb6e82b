#include "conformance/harness/command/option_values.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { JOBS_MAX = 32, CAUSES_MAX = 100000, REPEAT_MAX = 1000 };

bool sockspec_option_pattern(struct sockspec_patterns *patterns, const char *text) {
    if (patterns->count == SOCKSPEC_PATTERNS_MAX) {
        (void)fprintf(stderr, "sockspec: more than %d patterns\n", SOCKSPEC_PATTERNS_MAX);
        return false;
    }
    patterns->texts[patterns->count++] = text;
    return true;
}

static bool read_number(const char *option, const char *text, double least, double most,
                        double *number) {
    char *end = NULL;
    errno = 0;
    *number = strtod(text, &end);
    if (end == text || *end != '\0' || errno != 0 || !(*number >= least && *number <= most)) {
        (void)fprintf(stderr, "sockspec: --%s takes a number from %g to %g, not '%s'\n", option,
                      least, most, text);
        return false;
    }
    return true;
}

static bool read_whole_number(const char *option, const char *text, int most, int *whole) {
    double number = 0;
    if (!read_number(option, text, 1, most, &number)) {
        return false;
    }
    *whole = (int)number;
    if (number > *whole) {
        (void)fprintf(stderr, "sockspec: --%s takes a whole number, not '%s'\n", option, text);
        return false;
    }
    return true;
}

bool sockspec_option_jobs(int *jobs, const char *text) {
    return read_whole_number("jobs", text, JOBS_MAX, jobs);
}

bool sockspec_option_cause(int *cause, const char *text) {
    if (strcmp(text, "all") == 0) {
        *cause = SOCKSPEC_ALL_CAUSES;
        return true;
    }
    return read_whole_number("cause", text, CAUSES_MAX, cause);
}

bool sockspec_option_repeat(int *repeat, const char *text) {
    return read_whole_number("repeat", text, REPEAT_MAX, repeat);
}

bool sockspec_option_timeout(int *timeout_ms, const char *text) {
    double seconds = 0;
    if (!read_number("timeout", text, 0.001, 3600, &seconds)) {
        return false;
    }
    *timeout_ms = (int)(seconds * 1000);
    return true;
}

bool sockspec_option_world(enum sockspec_world_wish *world, const char *text) {
    static const char *const wishes[] = {"auto", "require", "off"};
    for (size_t i = 0; i < sizeof wishes / sizeof wishes[0]; i++) {
        if (strcmp(text, wishes[i]) == 0) {
            *world = (enum sockspec_world_wish)i;
            return true;
        }
    }
    (void)fprintf(stderr, "sockspec: --world is auto, require or off, not '%s'\n", text);
    return false;
}

bool sockspec_option_authorities(bool authorities[SOCKSPEC_AUTHORITIES], const char *text) {
    bool chosen[SOCKSPEC_AUTHORITIES] = {false};
    for (const char *name = text;;) {
        size_t length = strcspn(name, ",");
        bool all = length == strlen("all") && strncmp(name, "all", length) == 0;
        enum sockspec_authority authority = sockspec_authority_find(name, length);
        if (!all && authority == SOCKSPEC_AUTHORITIES) {
            (void)fprintf(stderr,
                          "sockspec: --authority takes documented, source, classic, later, a list "
                          "of these, or all, not '%s'\n",
                          text);
            return false;
        }
        for (size_t i = 0; i < SOCKSPEC_AUTHORITIES; i++) {
            chosen[i] = chosen[i] || all || i == authority;
        }
        if (name[length] == '\0') {
            break;
        }
        name += length + 1;
    }
    memcpy(authorities, chosen, sizeof chosen);
    return true;
}
