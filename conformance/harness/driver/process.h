/* What is done to a driver's process behind the implementation's back. */
#ifndef SOCKSPEC_PROCESS_H
#define SOCKSPEC_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

/* Puts something that is no socket under the number of an open descriptor of a process. False with
 * errno: ENOSYS where only other machines' instructions are known, EAGAIN when the process does not
 * wait in a system call. */
bool sockspec_process_replace_descriptor(pid_t pid, int descriptor);

/* Stops a process and lets it go on: system calls that a signal ends early end with EINTR. */
bool sockspec_process_interrupt(pid_t pid);

/* Shuts every socket of a process down, or sends it a datagram: what waits for one of them ends. */
void sockspec_process_shut_down(pid_t pid);
/* Shuts down a duplicate of a driver's socket, connected or connecting; false when it cannot be. An
 * implementation that then connects again fails at once: no route leads from that socket any more.
 */
bool sockspec_process_cut_off(int descriptor);

#endif
