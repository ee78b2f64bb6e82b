/* What a run without a world of its own needs of the host, and gives back. */
#ifndef SOCKSPEC_OUTSIDE_H
#define SOCKSPEC_OUTSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

bool sockspec_outside_has_ipv6(void);

/* Makes a temporary directory for the AF_UNIX paths of rows, in TMPDIR where that fits, else in
 * /tmp; its name is put into `path`. */
bool sockspec_outside_make_directory(char *path, size_t size);

/* Removes it, and what Criterion's processes left when they were ended: the socket of the one that
 * led the tests, and the shared memory of its dead workers. */
void sockspec_outside_clean_up(const char *path, pid_t leader);

#endif
