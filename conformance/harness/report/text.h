/* Text for people: colours, and what somebody else said. */
#ifndef SOCKSPEC_TEXT_H
#define SOCKSPEC_TEXT_H

#include <stdio.h>

#include "conformance/harness/rows/row.h"

/* Control characters are written out. */
void sockspec_print_plain(FILE *out, const char *text, size_t length);

/* Colours where `out` is a terminal and nobody objects, else nothing. */
struct sockspec_palette {
    const char *strong, *good, *bad, *plain;
};
struct sockspec_palette sockspec_palette_for(FILE *out);

/* "pure", "kernel", "injected" */
const char *sockspec_provoked_name(enum sockspec_provoked provoked);

#endif
