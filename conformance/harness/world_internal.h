/* What the parts of the world tell each other. */
#ifndef SOCKSPEC_WORLD_INTERNAL_H
#define SOCKSPEC_WORLD_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Why the world could not be made: one line, without its end. */
struct sockspec_world_reason {
    char text[256];
};

/* Writes the reason, followed by what errno means unless it is 0. Returns false, for `return`. */
__attribute__((format(printf, 2, 3))) bool sockspec_world_fail(struct sockspec_world_reason *reason,
                                                               const char *format, ...);

/* The files of fixtures/world, held in the program itself. */
extern const char *const sockspec_fixture_device;
extern const char *const sockspec_fixture_device_bridge;
extern const char *const sockspec_fixture_dnsmasq_conf;
extern const char *const sockspec_fixture_document;
extern const char *const sockspec_fixture_gai_conf;
extern const char *const sockspec_fixture_host_conf;
extern const char *const sockspec_fixture_hosts;
extern const char *const sockspec_fixture_hosts_dual;
extern const char *const sockspec_fixture_hosts_single;
extern const char *const sockspec_fixture_network;
extern const char *const sockspec_fixture_network6;
extern const char *const sockspec_fixture_nsswitch_conf;
extern const char *const sockspec_fixture_protocols;
extern const char *const sockspec_fixture_resolv_conf;
extern const char *const sockspec_fixture_services;

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

/* The file the other namespace has in the place of /etc/hosts. */
#define SOCKSPEC_WORLD_HOSTS_DUAL "/etc/hosts.dual"

/* Moves this process, alone in a new mount namespace, to the world's own root. */
bool sockspec_world_make_root(struct sockspec_world_reason *reason);

/* Names the host and settles the kernel's knobs; before any device is made. */
bool sockspec_world_settle(struct sockspec_world_reason *reason);

/* Starts `ip` on the devices, addresses and routes; waits until they are there. */
bool sockspec_world_begin_network(struct sockspec_world_child *ip,
                                  struct sockspec_world_reason *reason);
bool sockspec_world_await_network(struct sockspec_world_child *ip,
                                  struct sockspec_world_reason *reason);

/* Starts the name server; waits until it answers. */
bool sockspec_world_begin_dns(struct sockspec_world_child *server,
                              struct sockspec_world_reason *reason);
bool sockspec_world_await_dns(struct sockspec_world_child *server,
                              struct sockspec_world_reason *reason);

/* Starts the process that serves www.google.com:80 and listens on /world/unwritable-socket. */
bool sockspec_world_begin_http(struct sockspec_world_reason *reason);

#endif
