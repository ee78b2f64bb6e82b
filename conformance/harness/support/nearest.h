/* Finds the word that somebody probably meant who wrote another one. */
#ifndef SOCKSPEC_NEAREST_H
#define SOCKSPEC_NEAREST_H

#include <stddef.h>

/* Begin with `found` NULL, and offer words. */
struct sockspec_nearest {
    const char *word;  /* the word as written */
    const char *found; /* the nearest of the offered words; NULL: none is near */
    size_t distance;
};

/* Of words that are equally near, the one offered first stays. */
void sockspec_nearest_offer(struct sockspec_nearest *nearest, const char *candidate);
/* Returns "; did you mean 'accept'?", or an empty text. It is valid until the next call. */
const char *sockspec_nearest_question(const struct sockspec_nearest *nearest);

#endif
