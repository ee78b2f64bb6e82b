/* The documented behaviours: fixtures/catalogue.tsv, and the excluded ones:
 * fixtures/exclusions.tsv. Both are part of the binary. */
#ifndef SOCKSPEC_CATALOGUE_H
#define SOCKSPEC_CATALOGUE_H

#include <stddef.h>
#include <stdio.h>

/* The page that all this is a specification of. */
#define SOCKSPEC_DOCUMENT                                                                          \
    "the documentation of class Socket in Ruby 1.8 (socket.c, with the C that it prints)"

/* What a behaviour rests on. "The page" is the document. */
enum sockspec_authority {
    SOCKSPEC_DOCUMENTED, /* a sentence or an example of the page */
    SOCKSPEC_SOURCE,     /* only the C that the page prints shows it */
    SOCKSPEC_CLASSIC,    /* the page only names the method; Ruby 1.8.7 and today's Ruby agree */
    SOCKSPEC_LATER,      /* today's Ruby does it, Ruby 1.8.7 does not */
    SOCKSPEC_AUTHORITIES,
};

struct sockspec_behaviour {
    const char *id;
    const char *method;  /* "Socket#accept" */
    const char *section; /* of the page: "Socket#accept, Unix-based exceptions" */
    enum sockspec_authority authority;
    const char *platform; /* all, unix, windows */
    const char *statement;
    const char *exclusion; /* the reason why no row checks it, or NULL */
};

/* "documented", "source", "classic", "later". */
const char *sockspec_authority_name(enum sockspec_authority authority);
/* SOCKSPEC_AUTHORITIES when the `length` bytes at `name` are none of these. */
enum sockspec_authority sockspec_authority_find(const char *name, size_t length);

/* All of them, in the order of the document. */
const struct sockspec_behaviour *sockspec_catalogue(size_t *count);
/* NULL when there is none of that id. */
const struct sockspec_behaviour *sockspec_catalogue_find(const char *id);
/* The full name of a method from its last part: "accept" -> "Socket#accept"; NULL if unknown. */
const char *sockspec_catalogue_method(const char *name);
/* What is wrong with the two files, one line each on `out`; how many lines. */
size_t sockspec_catalogue_check(FILE *out);

#endif
