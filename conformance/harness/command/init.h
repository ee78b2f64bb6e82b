/* The command `init`: writes a driver that a user then fills in. */
#ifndef SOCKSPEC_INIT_H
#define SOCKSPEC_INIT_H

#include <stdbool.h>

/* Writes the template of the language into the directory, which is made if it is missing, and
 * prints the files and the next commands. Returns false with one line on standard error, and writes
 * no file, if there is no such language, if a file exists, or if one cannot be written. */
bool sockspec_init(const char *language, const char *directory);

#endif
