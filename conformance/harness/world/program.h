/* Programs of the host that are started in the world. */
#ifndef SOCKSPEC_WORLD_PROGRAM_H
#define SOCKSPEC_WORLD_PROGRAM_H

#include <stdbool.h>
#include <sys/types.h>

#include "conformance/harness/world/reason.h"

/* Writes `content`, whole, to `fd`. Returns false with errno set. */
bool sockspec_world_write(int fd, const char *content);

/* A program of the host, started in the world. */
struct sockspec_world_program {
    const char *name;         /* looked up in PATH and in the system's own directories */
    const char *package;      /* the Debian package that has it */
    char *const *arguments;   /* ended by NULL, the name included */
    const char *const *input; /* ended by NULL: its standard input, one after the other */
};
struct sockspec_world_child {
    pid_t pid;
    int errors; /* what it writes on its standard error */
};
bool sockspec_world_spawn(const struct sockspec_world_program *program,
                          struct sockspec_world_child *child, struct sockspec_world_reason *reason);

/* Frees a child from its parent's terminal, signal handlers, and open files from `first` on. */
void sockspec_world_detach(int first);

#endif
