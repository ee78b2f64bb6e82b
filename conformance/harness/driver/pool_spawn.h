/* Starts one driver process. */
#ifndef SOCKSPEC_POOL_SPAWN_H
#define SOCKSPEC_POOL_SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "conformance/harness/driver/pool_message.h"

struct sockspec_pool_settings {
    char *const *command; /* the driver's command, NULL-terminated */
    bool in_world;
    bool patient; /* replaces drivers that end, however many do */
    int plan;     /* sent to every worker: the plan's descriptor */
    int records;  /* sent to every worker: the descriptor for its records */
};

/* Starts a driver. `descriptors` receives our ends of its standard input, output and error, and the
 * descriptor that serves its faults. Returns -1 with the reason in `problem`. */
pid_t sockspec_pool_spawn(const struct sockspec_pool_settings *settings,
                          const struct sockspec_driver_kind *kind,
                          int descriptors[SOCKSPEC_POOL_DESCRIPTORS], char *problem, size_t size);
/* Kills the driver and its process group, and writes to `fate` how it ended. `status` is the status
 * from wait, if it is already known. */
void sockspec_pool_end(pid_t pid, const int *status, char *fate, size_t size);

#endif
