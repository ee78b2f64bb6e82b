/* The settings that every process of a run shares; made before the first of them starts. */
#ifndef SOCKSPEC_PLAN_H
#define SOCKSPEC_PLAN_H

#include <stdbool.h>
#include <stddef.h>

struct sockspec_plan {
    int timeout_ms;
    bool keeps_transcripts; /* also of rows that pass */
    bool in_world;
    bool strength; /* the run measures strength: the rows' answers are tampered with, too */
    bool has_ipv6;
    char outside_reason[256]; /* why the run has no world */
    char directory[64];       /* for the rows' AF_UNIX paths */
    size_t case_count;
    bool selected[]; /* indexed by case */
};

/* Makes the plan in memory that other processes can share through `descriptor`. Returns NULL with
 * errno set. */
struct sockspec_plan *sockspec_plan_make(size_t case_count, int *descriptor);
/* In a worker: opens the plan behind the descriptor. Returns NULL with errno set. */
const struct sockspec_plan *sockspec_plan_open(int descriptor);

#endif
