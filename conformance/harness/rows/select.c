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

/* The name can be "Socket#accept" or "accept". */
static bool is_method(const char *name, const struct sockspec_case *test) {
    const char *last = strpbrk(test->method, ".#");
    return strcmp(name, test->method) == 0 || (last != NULL && strcmp(name, last + 1) == 0);
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
           (selection->only.count == 0 || any(&selection->only, test, matches)) &&
           (selection->methods.count == 0 || any(&selection->methods, test, is_method)) &&
           !any(&selection->skip, test, matches);
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

static bool check_each(const struct sockspec_patterns *patterns, const char *what,
                       bool (*agrees)(const char *, const struct sockspec_case *)) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < patterns->count; i++) {
        bool known = false;
        for (size_t j = 0; j < count && !known; j++) {
            known = agrees(patterns->texts[i], &cases[j]);
        }
        if (!known) {
            (void)fprintf(stderr, "sockspec: no row matches %s '%s'\n", what, patterns->texts[i]);
            return false;
        }
    }
    return true;
}

bool sockspec_check_patterns(const struct sockspec_selection *selection) {
    return check_each(&selection->only, "--only", matches) &&
           check_each(&selection->skip, "--skip", matches) &&
           check_each(&selection->methods, "--method", is_method);
}
