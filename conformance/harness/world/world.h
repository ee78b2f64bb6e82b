/*
 * Folder world: makes the world every run happens in, which is a set of Linux namespaces with the
 * same names, files and network everywhere.
 *
 * The files in fixtures/world define what the world holds: `hosts`, `services`, `protocols` and
 * `dnsmasq.conf` define the names; `network.ip` and `network6.ip` define the addresses and the
 * errno each address gives. The world has these files:
 *
 *   /world/tmp                empty, for AF_UNIX sockets
 *   /world/file               a regular file: ENOTDIR below it, ECONNREFUSED when connected to
 *   /world/loop               a symbolic link to itself: ELOOP at it and below it
 *   /world/long-name          a symbolic link to a name of 300 bytes: ENAMETOOLONG at and below it
 *   /world/read-only          on a read-only mount, with a `file`: EROFS for a new name
 *   /world/unsearchable       of mode 0, with a file `below`: EACCES for whatever is in it
 *   /world/unwritable         of mode 0555: EACCES for a new name
 *   /world/unwritable-socket  a listening stream socket of mode 0: EACCES when connected to
 *   /world/missing            does not exist, and a driver cannot make it: ENOENT below it
 *
 * (bind(2) does not follow a link that is the last name: it fails with EADDRINUSE. A new name
 * directly in /world is refused with EACCES.)
 *
 * The host's files are in their usual places, with these exceptions: /proc is fresh; /dev/shm is
 * empty; /tmp can be read, but files written there vanish with the world, except below the working
 * directory; /etc is the host's, with the files that define names replaced. A file that must
 * outlast the run therefore has to be opened before the world starts, or be outside /tmp.
 *
 * The environment is the caller's, except for the language, which is C.UTF-8, and the variables
 * that the C library's resolver reads.
 */
#ifndef SOCKSPEC_WORLD_H
#define SOCKSPEC_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/*
 * Starts `life(argument)` as the first process of a new world (user, network, mount, UTS, IPC and
 * PID namespaces; root goes without the user namespace if it cannot have one). Returns the process
 * id of that process as the caller sees it, or -1 with a one-line reason in `reason`. The exit
 * status of that process is what `life` returns.
 *
 * The caller must have only one thread. The world and everything in it ends when its first process
 * ends; that process ends when the caller ends, even if SIGKILL ends the caller. Because it is the
 * first process, it inherits orphans and ignores signals it has no handler for. It has children it
 * did not start (the world's servers), and it keeps the caller's working directory and open files.
 */
pid_t sockspec_world_start(int (*life)(void *argument), void *argument, char *reason, size_t size);

#endif
