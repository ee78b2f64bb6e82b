#include "conformance/harness/catalogue.h"

#include <search.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/embed.h"

SOCKSPEC_EMBED(catalogue_tsv, "fixtures/catalogue.tsv");
SOCKSPEC_EMBED(exclusions_tsv, "fixtures/exclusions.tsv");

enum { FIELDS = 5 };

static struct sockspec_behaviour *behaviours;
static size_t behaviour_count;
static size_t problem_count;
static struct hsearch_data index_by_id;

/* Splits a line at its tabs, in place; how many fields there were. */
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

static void each_line(const char *text, bool (*read_line)(char *line)) {
    char *copy = strdup(text);
    char *rest = copy;
    for (char *line = strsep(&rest, "\n"); line != NULL; line = strsep(&rest, "\n")) {
        if (*line != '\0' && *line != '#' && strncmp(line, "id\t", 3) != 0 && !read_line(line)) {
            problem_count++;
        }
    }
    /* The copy stays: the fields are parts of it. */
}

static struct sockspec_behaviour *find(const char *id) {
    ENTRY wanted = {.key = (char *)(size_t)id};
    ENTRY *found = NULL;
    return hsearch_r(wanted, FIND, &found, &index_by_id) != 0 ? found->data : NULL;
}

static bool read_behaviour(char *line) {
    const char *fields[FIELDS] = {0};
    if (split_fields(line, fields) != FIELDS || find(fields[0]) != NULL) {
        return false;
    }
    struct sockspec_behaviour *behaviour = &behaviours[behaviour_count++];
    *behaviour =
        (struct sockspec_behaviour){fields[0], fields[1], fields[2], fields[3], fields[4], NULL};
    ENTRY entry = {.key = (char *)(size_t)behaviour->id, .data = behaviour};
    ENTRY *stored = NULL;
    return hsearch_r(entry, ENTER, &stored, &index_by_id) != 0;
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
    behaviours = calloc(lines, sizeof *behaviours);
    if (behaviours == NULL || hcreate_r(lines * 2, &index_by_id) == 0) {
        abort();
    }
    each_line(catalogue_tsv, read_behaviour);
    each_line(exclusions_tsv, read_exclusion);
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
