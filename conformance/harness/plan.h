/* What every process of a run shares: the plan, made before the first one starts, and the two
 * sockets that lead from the workers to the pool (leases) and to the command (records). */
#ifndef SOCKSPEC_PLAN_H
#define SOCKSPEC_PLAN_H

#include <stdbool.h>
#include <stddef.h>

struct sockspec_plan {
    int timeout_ms;
    bool in_world;
    bool has_ipv6;
    bool interrupted;
    char outside_reason[256]; /* why there is no world */
    char directory[64];       /* for the AF_UNIX paths of rows */
    size_t case_count;
    bool selected[]; /* by the case's index */
};

/* Makes the plan in memory that processes started later share, and announces it to them. */
struct sockspec_plan *sockspec_plan_make(size_t case_count);
/* In a worker: the plan announced. */
const struct sockspec_plan *sockspec_plan_open(void);

/* Announces a descriptor to processes started later, and reads what was announced. */
void sockspec_plan_announce(const char *name, int descriptor);
int sockspec_plan_announced(const char *name);

#define SOCKSPEC_ANNOUNCED_POOL "SOCKSPEC_POOL"
#define SOCKSPEC_ANNOUNCED_RECORDS "SOCKSPEC_RECORDS"

#endif
