/* Programs of the host that are started in the world. */
#ifndef SOCKSPEC_WORLD_PROGRAM_H
#define SOCKSPEC_WORLD_PROGRAM_H

#include <stdbool.h>
#include <sys/types.h>

#include "conformance/harness/world/reason.h"

/* Writes all of `content` to `fd`. Returns false with errno set. */
bool sockspec_world_write(int fd, const char *content);

/* A program of the host, started in the world. */
struct sockspec_world_program {
    const char *name;         /* looked up in PATH and in the system's directories */
    const char *package;      /* the Debian package that contains the program */
    char *const *arguments;   /* NULL-terminated; the first is the program's name */
    const char *const *input; /* NULL-terminated; the texts are its standard input, in this order */
};
struct sockspec_world_child {
    pid_t pid;
    int errors; /* a descriptor to read the child's standard error from */
};
bool sockspec_world_spawn(const struct sockspec_world_program *program,
                          struct sockspec_world_child *child, struct sockspec_world_reason *reason);

/* Detaches a child from its parent's terminal and signal handlers, and closes its open files from
 * descriptor `first` on. */
void sockspec_world_detach(int first);

#endif
