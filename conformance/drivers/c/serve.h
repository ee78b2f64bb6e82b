/* The protocol: a request's line in, its answer's line out. */
#ifndef SOCKSPEC_DRIVER_C_SERVE_H
#define SOCKSPEC_DRIVER_C_SERVE_H

#include "call.h"

/* A line, its newline included; the room is kept from one to the next. */
struct output {
    char *bytes;
    size_t length, room;
};

/* Remembers the state that sockspec.reset restores. */
void serve_start(void);

/* False when no answer can be made: memory ran out. No line answers a notification. */
bool serve(const char *line, size_t length, struct output *output);

#endif
