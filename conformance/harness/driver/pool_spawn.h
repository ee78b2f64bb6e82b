/* Starts one driver process. */
#ifndef SOCKSPEC_POOL_SPAWN_H
#define SOCKSPEC_POOL_SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "conformance/harness/driver/pool_message.h"

struct sockspec_pool_settings {
    char *const *command; /* of the driver, NULL-terminated */
    bool in_world;
    bool patient; /* with drivers that end: however many of them do, there are others */
    int plan;     /* given to every worker: the plan's descriptor, */
    int records;  /* and where its records go */
};

/* `descriptors` are our ends of its standard input, output and error, and what serves its faults.
 * -1 with the reason. */
pid_t sockspec_pool_spawn(const struct sockspec_pool_settings *settings,
                          const struct sockspec_driver_kind *kind,
                          int descriptors[SOCKSPEC_POOL_DESCRIPTORS], char *problem, size_t size);
/* Ends it and its process group; says how it ended. `status`: of wait, when it is already known. */
void sockspec_pool_end(pid_t pid, const int *status, char *fate, size_t size);

#endif
