/* Text for people: colours, and text from drivers. */
#ifndef SOCKSPEC_TEXT_H
#define SOCKSPEC_TEXT_H

#include <stdio.h>

#include "conformance/harness/rows/row.h"

/* Prints the text with control characters written out. */
void sockspec_print_plain(FILE *out, const char *text, size_t length);

/* Colours if `out` is a terminal and nothing disables them, else empty strings. */
struct sockspec_palette {
    const char *strong, *good, *bad, *plain;
};
struct sockspec_palette sockspec_palette_for(FILE *out);

/* "pure", "kernel", "injected" */
const char *sockspec_provoked_name(enum sockspec_provoked provoked);

#endif
