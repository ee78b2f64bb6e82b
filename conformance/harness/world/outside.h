/* What a run without its own world makes on the host and removes afterwards. */
#ifndef SOCKSPEC_OUTSIDE_H
#define SOCKSPEC_OUTSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

bool sockspec_outside_has_ipv6(void);

/* Makes a temporary directory for the rows' AF_UNIX paths and puts its name into `path`. The
 * directory is in TMPDIR if its name fits, and in /tmp otherwise. */
bool sockspec_outside_make_directory(char *path, size_t size);

/* Removes the directory and what Criterion's processes left behind when they were killed: the
 * socket of the process that led the tests, and the shared memory of its dead workers. */
void sockspec_outside_clean_up(const char *path, pid_t leader);

#endif
