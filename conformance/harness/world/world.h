/*
 * The world every run happens in: namespaces of its own, with names, files and a network that are
 * the same everywhere.
 *
 * What it holds is written in fixtures/world: `hosts`, `services`, `protocols`, `dnsmasq.conf` for
 * the names, `network.ip` and `network6.ip` for the addresses and the errno each one gives. Its
 * files:
 *
 *   /world/tmp                empty, for AF_UNIX sockets
 *   /world/file               a regular file: ENOTDIR below it, ECONNREFUSED when connected to
 *   /world/loop               a symbolic link to itself: ELOOP at it and below it
 *   /world/long-name          a symbolic link to a name of 300 bytes: ENAMETOOLONG, likewise
 *   /world/read-only          on a read-only mount, with a `file`: EROFS for a new name
 *   /world/unsearchable       of mode 0, with a file `below`: EACCES for whatever is in it
 *   /world/unwritable         of mode 0555: EACCES for a new name
 *   /world/unwritable-socket  a listening stream socket of mode 0: EACCES when connected to
 *   /world/missing            not there, nor can a driver make it: ENOENT below it
 *
 * (bind(2) does not follow a link that is the last name: EADDRINUSE. A new name straight in /world
 * is refused with EACCES.)
 *
 * The host's files are where they were, with these exceptions: /proc is fresh; /dev/shm is empty;
 * /tmp can be read, but what is written there vanishes with the world, except below the working
 * directory; /etc is the host's, with the files of names replaced. So a file that is to outlast the
 * run is opened before the world starts, or lies outside /tmp.
 *
 * The environment is the caller's, but for the language, which is C.UTF-8, and what the C library's
 * resolver takes from it.
 */
#ifndef SOCKSPEC_WORLD_H
#define SOCKSPEC_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/*
 * Starts `life(argument)` as the first process of a new world (user, network, mount, UTS, IPC and
 * PID namespaces; root does without the user namespace where it is refused one). Returns its
 * process id as the caller sees it, or -1 with a one-line reason in `reason`. The exit status of
 * that process is what `life` returns.
 *
 * The caller has one thread. The world ends, with everything in it, when its first process ends;
 * that process ends when the caller does, even by SIGKILL. Being first, it inherits orphans and
 * ignores the signals it has no handler for; it has children it did not start (the world's
 * servers), and keeps the caller's working directory and open files.
 */
pid_t sockspec_world_start(int (*life)(void *argument), void *argument, char *reason, size_t size);

#endif
