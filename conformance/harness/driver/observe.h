/* What /proc tells of a driver: seen, not asked. */
#ifndef SOCKSPEC_OBSERVE_H
#define SOCKSPEC_OBSERVE_H

#include <stdbool.h>
#include <sys/types.h>

/* Nothing is left in the pipe we write to. */
bool sockspec_observe_drained(int pipe);
/* Every thread sleeps, and did throughout the look. */
bool sockspec_observe_asleep(pid_t pid);
/* How many descriptors are open; -1 when it cannot be seen. */
int sockspec_observe_descriptors(pid_t pid);
/* The number of the next descriptor but `count`: some are free between those that are open. */
int sockspec_observe_next_descriptor(pid_t pid, int count);
/* How many of them are sockets, which takes longer to find out. */
int sockspec_observe_sockets(pid_t pid);
/* Whether one of its sockets has an address, so that it is in somebody's way. */
bool sockspec_observe_any_address(pid_t pid);
/* For how long its threads have worked, all in all; 0 when it cannot be seen. */
long long sockspec_observe_work_ms(pid_t pid);
/* How many bytes of memory it has mapped; -1 when it cannot be seen. */
long long sockspec_observe_memory(pid_t pid);
/* Whether a descriptor is a socket. `pid` may be a thread of the process. */
bool sockspec_observe_is_socket(pid_t pid, int descriptor);
/* The status flags (O_NONBLOCK, O_CLOEXEC, ...) of a descriptor; -1 when it is not open. */
int sockspec_observe_flags(pid_t pid, int descriptor);
/* The same descriptor in this process; -1 with errno. */
int sockspec_observe_duplicate(pid_t pid, int descriptor);

#endif
