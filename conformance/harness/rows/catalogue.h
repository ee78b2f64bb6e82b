/* The documented behaviours (fixtures/catalogue.tsv) and the excluded ones
 * (fixtures/exclusions.tsv). Both files are embedded in the binary. */
#ifndef SOCKSPEC_CATALOGUE_H
#define SOCKSPEC_CATALOGUE_H

#include <stddef.h>
#include <stdio.h>

/* The page that the catalogue specifies. */
#define SOCKSPEC_DOCUMENT                                                                          \
    "the documentation of class Socket in Ruby 1.8 (socket.c, with the C that it prints)"

/* What establishes a behaviour. "The page" is the document. */
enum sockspec_authority {
    SOCKSPEC_DOCUMENTED, /* a sentence or an example of the page */
    SOCKSPEC_SOURCE,     /* only the C code that the page prints shows the behaviour */
    SOCKSPEC_CLASSIC,    /* the page only names the method; Ruby 1.8.7 and today's Ruby agree on the
                          * behaviour */
    SOCKSPEC_LATER,      /* today's Ruby has the behaviour, Ruby 1.8.7 does not */
    SOCKSPEC_AUTHORITIES,
};

struct sockspec_behaviour {
    const char *id;
    const char *method;  /* "Socket#accept" */
    const char *section; /* the section of the page: "Socket#accept, Unix-based exceptions" */
    enum sockspec_authority authority;
    const char *platform; /* "all", "unix" or "windows" */
    const char *statement;
    const char *exclusion; /* the reason why no row checks the behaviour, or NULL */
};

/* Returns "documented", "source", "classic" or "later". */
const char *sockspec_authority_name(enum sockspec_authority authority);
/* Returns SOCKSPEC_AUTHORITIES if the `length` bytes at `name` are none of these names. */
enum sockspec_authority sockspec_authority_find(const char *name, size_t length);

/* Returns all behaviours, in the order of the document. */
const struct sockspec_behaviour *sockspec_catalogue(size_t *count);
/* Returns NULL if no behaviour has that id. */
const struct sockspec_behaviour *sockspec_catalogue_find(const char *id);
/* Returns the full name of a method from its last part: "accept" -> "Socket#accept"; NULL if the
 * name is unknown. */
const char *sockspec_catalogue_method(const char *name);
/* Writes what is wrong with the two files to `out`, one line for each problem. Returns the number
 * of lines. */
size_t sockspec_catalogue_check(FILE *out);

#endif
