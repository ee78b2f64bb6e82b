/* What every process of a run knows: made before the first of them starts. */
#ifndef SOCKSPEC_PLAN_H
#define SOCKSPEC_PLAN_H

#include <stdbool.h>
#include <stddef.h>

struct sockspec_plan {
    int timeout_ms;
    bool keeps_transcripts; /* of rows that pass, too */
    bool in_world;
    bool strength; /* rows are not only played: their answers are tampered with */
    bool has_ipv6;
    char outside_reason[256]; /* why there is no world */
    char directory[64];       /* for the AF_UNIX paths of rows */
    size_t case_count;
    bool selected[]; /* by the case's index */
};

/* Makes the plan in memory that `descriptor` shares with other processes; NULL with errno. */
struct sockspec_plan *sockspec_plan_make(size_t case_count, int *descriptor);
/* In a worker: the plan behind the descriptor; NULL with errno. */
const struct sockspec_plan *sockspec_plan_open(int descriptor);

#endif
