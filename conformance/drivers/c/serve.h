/* The protocol: turns the line of a request into the line of its answer. */
#ifndef SOCKSPEC_DRIVER_C_SERVE_H
#define SOCKSPEC_DRIVER_C_SERVE_H

#include "call.h"

/* A line with its newline. The memory is reused for the next line. */
struct output {
    char *bytes;
    size_t length, room;
};

/* Stores the state that sockspec.reset restores. */
void serve_start(void);

/* Returns false if no answer can be made because memory ran out. A notification is not answered:
 * its line is empty. */
bool serve(const char *line, size_t length, struct output *output);

#endif
