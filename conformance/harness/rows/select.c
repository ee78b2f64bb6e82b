#include "conformance/harness/rows/select.h"

#include <fnmatch.h>
#include <stdio.h>
#include <string.h>

#include "conformance/harness/rows/cases.h"
#include "conformance/harness/rows/catalogue.h"
#include "conformance/harness/support/plural.h"

static bool matches(const char *pattern, const struct sockspec_case *test) {
    return fnmatch(pattern, test->id, 0) == 0 || fnmatch(pattern, test->behaviour, 0) == 0;
}

/* "accept" of "Socket#accept" */
static const char *last_name(const char *method) {
    const char *last = strpbrk(method, ".#");
    return last == NULL ? method : last + 1;
}

/* The pattern can be of names like "Socket#accept" or like "accept". */
static bool is_method(const char *pattern, const struct sockspec_case *test) {
    return fnmatch(pattern, test->method, 0) == 0 ||
           fnmatch(pattern, last_name(test->method), 0) == 0;
}

static bool any(const struct sockspec_patterns *patterns, const struct sockspec_case *test,
                bool (*agrees)(const char *, const struct sockspec_case *)) {
    for (size_t i = 0; i < patterns->count; i++) {
        if (agrees(patterns->texts[i], test)) {
            return true;
        }
    }
    return false;
}

static bool has_authority(const struct sockspec_selection *selection,
                          const struct sockspec_case *test) {
    return test->catalogued == NULL || selection->authorities[test->catalogued->authority];
}

static bool is_selected(const struct sockspec_selection *selection,
                        const struct sockspec_case *test) {
    return has_authority(selection, test) &&
           (selection->chosen == NULL || selection->chosen[test->index]) &&
           (selection->only.count == 0 || any(&selection->only, test, matches)) &&
           (selection->methods.count == 0 || any(&selection->methods, test, is_method)) &&
           !any(&selection->skip, test, matches);
}

void sockspec_offer_ids(struct sockspec_nearest *nearest) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        sockspec_nearest_offer(nearest, cases[i].id);
    }
    const struct sockspec_behaviour *behaviours = sockspec_catalogue(&count);
    for (size_t i = 0; i < count; i++) {
        sockspec_nearest_offer(nearest, behaviours[i].id);
    }
}

size_t sockspec_select(const struct sockspec_selection *selection, bool *selected, size_t *all) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    *all = 0;
    for (size_t i = 0; i < count; i++) {
        selected[i] = is_selected(selection, &cases[i]);
        *all += selected[i] ? 1 : 0;
    }
    return selection->shard.count == 0 ? *all : sockspec_shard_keep(&selection->shard, selected);
}

void sockspec_report_nothing_selected(const struct sockspec_selection *selection) {
    struct sockspec_selection wider = *selection;
    size_t count = 0;
    size_t others = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    memset(wider.authorities, true, sizeof wider.authorities);
    for (size_t i = 0; i < count; i++) {
        others += is_selected(&wider, &cases[i]) ? 1 : 0;
    }
    if (others == 0) {
        (void)fputs("sockspec: nothing selected\n", stderr);
    } else {
        (void)fprintf(stderr,
                      "sockspec: nothing selected; %zu %s of another authority: add --authority "
                      "all\n",
                      others, sockspec_plural(others, "row is", "rows are"));
    }
}

static bool is_pattern(const char *text) { return strpbrk(text, "*?[") != NULL; }

static void report_unknown_id(const char *option, const char *text) {
    struct sockspec_nearest nearest = {.word = text};
    if (!is_pattern(text)) {
        sockspec_offer_ids(&nearest);
    }
    (void)fprintf(stderr, "sockspec: no row matches %s '%s'%s\n", option, text,
                  sockspec_nearest_question(&nearest));
}

static void report_unknown_method(const char *option, const char *text) {
    struct sockspec_nearest nearest = {.word = text};
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count && !is_pattern(text); i++) {
        sockspec_nearest_offer(&nearest, last_name(cases[i].method));
        sockspec_nearest_offer(&nearest, cases[i].method);
    }
    if (is_pattern(text)) {
        (void)fprintf(stderr, "sockspec: no method matches %s '%s'\n", option, text);
    } else {
        (void)fprintf(stderr, "sockspec: unknown method '%s'%s\n", text,
                      sockspec_nearest_question(&nearest));
    }
}

static bool check_each(const struct sockspec_patterns *patterns, const char *option,
                       bool (*agrees)(const char *, const struct sockspec_case *),
                       void (*report)(const char *, const char *)) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < patterns->count; i++) {
        bool known = false;
        for (size_t j = 0; j < count && !known; j++) {
            known = agrees(patterns->texts[i], &cases[j]);
        }
        if (!known) {
            report(option, patterns->texts[i]);
            return false;
        }
    }
    return true;
}

bool sockspec_check_patterns(const struct sockspec_selection *selection) {
    return check_each(&selection->only, "--only", matches, report_unknown_id) &&
           check_each(&selection->skip, "--skip", matches, report_unknown_id) &&
           check_each(&selection->methods, "--method", is_method, report_unknown_method);
}
