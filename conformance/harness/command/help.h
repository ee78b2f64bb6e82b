/* Prints the text of --help. */
#ifndef SOCKSPEC_HELP_H
#define SOCKSPEC_HELP_H

#include <stdio.h>

void sockspec_help(FILE *out);

#endif
