/* Manipulates a driver's process without the implementation's cooperation. */
#ifndef SOCKSPEC_PROCESS_H
#define SOCKSPEC_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

/* Replaces an open descriptor of a process with something that is not a socket. Returns false with
 * errno set: ENOSYS on a machine whose instructions this code does not know, EAGAIN if the process
 * does not wait in a system call. */
bool sockspec_process_replace_descriptor(pid_t pid, int descriptor);
/* Makes a process that waits in a system call duplicate its descriptor to one of that number or
 * above. Returns the number, or -1 with errno set. */
int sockspec_process_duplicate_descriptor(pid_t pid, int descriptor, int least);

/* Stops a process and lets it continue. System calls that a signal ends early then fail with
 * EINTR. */
bool sockspec_process_interrupt(pid_t pid);

/* Shuts down every socket of a process, or sends it a datagram, so that a call that waits for one
 * of them returns. */
void sockspec_process_shut_down(pid_t pid);
/* Shuts down a duplicate of a driver's socket that is connected or connecting. Returns false if
 * that is impossible. If the implementation then connects again, it fails at once, because no route
 * leads from that socket any more. */
bool sockspec_process_cut_off(int descriptor);

#endif
