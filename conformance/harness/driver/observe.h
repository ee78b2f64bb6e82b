/* What /proc shows about a driver. These functions do not ask the driver. */
#ifndef SOCKSPEC_OBSERVE_H
#define SOCKSPEC_OBSERVE_H

#include <stdbool.h>
#include <sys/types.h>

/* Returns whether the pipe we write to is empty. */
bool sockspec_observe_drained(int pipe);
/* Returns whether every thread sleeps, and slept during the whole observation. */
bool sockspec_observe_asleep(pid_t pid);
/* Returns how many descriptors are open; -1 if this cannot be determined. */
int sockspec_observe_descriptors(pid_t pid);
/* Returns the number a new descriptor would get after `count` others are opened. Free numbers may
 * lie between those that are open. */
int sockspec_observe_next_descriptor(pid_t pid, int count);
/* Returns how many of the descriptors are sockets, which takes longer to determine. */
int sockspec_observe_sockets(pid_t pid);
/* The descriptors below 1024 that are open. */
struct sockspec_descriptor_set {
    unsigned char open[128];
};
void sockspec_observe_open(pid_t pid, struct sockspec_descriptor_set *set);
bool sockspec_descriptor_set_has(const struct sockspec_descriptor_set *set, int descriptor);
/* Returns whether one of the process's sockets has an address, which others then cannot use. */
bool sockspec_observe_any_address(pid_t pid);
/* Returns how long the process's threads have worked in total; 0 if this cannot be determined. */
long long sockspec_observe_work_ms(pid_t pid);
/* Returns how many bytes of memory the process has mapped; -1 if this cannot be determined. */
long long sockspec_observe_memory(pid_t pid);
/* Returns whether a descriptor is a socket. `pid` may be a thread of the process. */
bool sockspec_observe_is_socket(pid_t pid, int descriptor);
/* Returns the status flags (O_NONBLOCK, O_CLOEXEC, ...) of a descriptor; -1 if it is not open. */
int sockspec_observe_flags(pid_t pid, int descriptor);
/* Returns a duplicate of the descriptor in this process; -1 with errno set. */
int sockspec_observe_duplicate(pid_t pid, int descriptor);

#endif
