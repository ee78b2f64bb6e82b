#include "conformance/harness/rows/catalogue.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/support/embed.h"
#include "conformance/harness/support/memory.h"

SOCKSPEC_EMBED(catalogue_tsv, "fixtures/catalogue.tsv");
SOCKSPEC_EMBED(exclusions_tsv, "fixtures/exclusions.tsv");

enum { FIELDS = 6 };

static struct sockspec_behaviour *behaviours;
static size_t behaviour_count;
static size_t problem_count;
static struct sockspec_behaviour **by_id; /* all behaviours, in the order of their ids */

/* Splits a line at its tabs, in place. Returns the number of fields. */
static size_t split_fields(char *line, const char *fields[FIELDS]) {
    size_t count = 0;
    for (char *field = line; field != NULL;) {
        char *tab = strchr(field, '\t');
        if (tab != NULL) {
            *tab++ = '\0';
        }
        if (count < FIELDS) {
            fields[count] = field;
        }
        count++;
        field = tab;
    }
    return count;
}

/* Calls `read_line` for each line of a file, except for the first line and comments. */
static void each_line(char *text, bool (*read_line)(char *line)) {
    char *rest = text;
    for (char *line = strsep(&rest, "\n"); line != NULL; line = strsep(&rest, "\n")) {
        if (*line != '\0' && *line != '#' && strncmp(line, "id\t", 3) != 0 && !read_line(line)) {
            problem_count++;
        }
    }
}

static const char *const authorities[SOCKSPEC_AUTHORITIES] = {"documented", "source", "classic",
                                                              "later"};

const char *sockspec_authority_name(enum sockspec_authority authority) {
    return authorities[authority];
}

enum sockspec_authority sockspec_authority_find(const char *name, size_t length) {
    enum sockspec_authority authority = SOCKSPEC_DOCUMENTED;
    while (authority < SOCKSPEC_AUTHORITIES &&
           (strlen(authorities[authority]) != length ||
            strncmp(name, authorities[authority], length) != 0)) {
        authority++;
    }
    return authority;
}

static bool read_behaviour(char *line) {
    const char *fields[FIELDS] = {0};
    if (split_fields(line, fields) != FIELDS) {
        return false;
    }
    enum sockspec_authority authority = sockspec_authority_find(fields[3], strlen(fields[3]));
    if (authority == SOCKSPEC_AUTHORITIES || fields[2][0] == '\0') {
        return false;
    }
    behaviours[behaviour_count++] = (struct sockspec_behaviour){
        fields[0], fields[1], fields[2], authority, fields[4], fields[5], NULL};
    return true;
}

static int compare_ids(const void *left, const void *right) {
    const struct sockspec_behaviour *const *one = left;
    const struct sockspec_behaviour *const *other = right;
    return strcmp((*one)->id, (*other)->id);
}

static void index_behaviours(void) {
    for (size_t i = 0; i < behaviour_count; i++) {
        by_id[i] = &behaviours[i];
    }
    qsort(by_id, behaviour_count, sizeof *by_id, compare_ids);
    for (size_t i = 1; i < behaviour_count; i++) {
        problem_count += strcmp(by_id[i - 1]->id, by_id[i]->id) == 0;
    }
}

static struct sockspec_behaviour *find(const char *id) {
    struct sockspec_behaviour wanted = {.id = id};
    const struct sockspec_behaviour *key = &wanted;
    struct sockspec_behaviour **found =
        bsearch(&key, by_id, behaviour_count, sizeof *by_id, compare_ids);
    return found == NULL ? NULL : *found;
}

static bool read_exclusion(char *line) {
    const char *fields[FIELDS] = {0};
    bool whole = split_fields(line, fields) == 2 && fields[1][0] != '\0';
    struct sockspec_behaviour *behaviour = whole ? find(fields[0]) : NULL;
    if (behaviour == NULL) {
        return false;
    }
    behaviour->exclusion = fields[1];
    return true;
}

static void load(void) {
    if (behaviours != NULL) {
        return;
    }
    size_t lines = 1;
    for (const char *at = catalogue_tsv; *at != '\0'; at++) {
        lines += *at == '\n';
    }
    /* These copies are kept, because the behaviours point into them. */
    static char *catalogue;
    static char *exclusions;
    catalogue = sockspec_must_have(strdup(catalogue_tsv));
    exclusions = sockspec_must_have(strdup(exclusions_tsv));
    behaviours = sockspec_must_have(calloc(lines, sizeof *behaviours));
    by_id = sockspec_must_have(calloc(lines, sizeof *by_id));
    each_line(catalogue, read_behaviour);
    index_behaviours();
    each_line(exclusions, read_exclusion);
}

const struct sockspec_behaviour *sockspec_catalogue(size_t *count) {
    load();
    *count = behaviour_count;
    return behaviours;
}

const struct sockspec_behaviour *sockspec_catalogue_find(const char *id) {
    load();
    return find(id);
}

const char *sockspec_catalogue_method(const char *name) {
    load();
    for (size_t i = 0; i < behaviour_count; i++) {
        const char *method = behaviours[i].method;
        const char *last = strpbrk(method, ".#");
        if (last != NULL && strcmp(last + 1, name) == 0) {
            return method;
        }
    }
    return NULL;
}

size_t sockspec_catalogue_check(FILE *out) {
    load();
    if (problem_count > 0) {
        (void)fprintf(out, "%zu malformed or repeated lines in the catalogue or its exclusions\n",
                      problem_count);
    }
    return problem_count;
}
