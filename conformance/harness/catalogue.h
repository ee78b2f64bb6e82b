/* The documented behaviours: fixtures/catalogue.tsv, and the excluded ones:
 * fixtures/exclusions.tsv. Both are part of the binary. */
#ifndef SOCKSPEC_CATALOGUE_H
#define SOCKSPEC_CATALOGUE_H

#include <stddef.h>
#include <stdio.h>

struct sockspec_behaviour {
    const char *id;
    const char *method;    /* "Socket#accept" */
    const char *authority; /* documented, source, listed */
    const char *platform;  /* all, unix, windows */
    const char *statement;
    const char *exclusion; /* the reason why no row checks it, or NULL */
};

/* All of them, in the order of the document. */
const struct sockspec_behaviour *sockspec_catalogue(size_t *count);
/* NULL when there is none of that id. */
const struct sockspec_behaviour *sockspec_catalogue_find(const char *id);
/* The full name of a method from its last part: "accept" -> "Socket#accept"; NULL if unknown. */
const char *sockspec_catalogue_method(const char *name);
/* What is wrong with the two files, one line each on `out`; how many lines. */
size_t sockspec_catalogue_check(FILE *out);

#endif
