/* The record of a run: what every case came to. All counts, files and the exit status come from it
 * and from nothing else. */
#ifndef SOCKSPEC_RECORD_H
#define SOCKSPEC_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/language/verdict.h"

struct sockspec_entry {
    bool recorded;
    bool reported; /* selected itself, not only as a twin */
    enum sockspec_verdict verdict;
    enum sockspec_verdict found; /* what it was before a baseline was asked, if one was */
    char *observed;
    char *detail;
    char *transcript;
    char *listed; /* what a baseline has to do with it, and the line to change; NULL: nothing */
    long long duration_us;
    size_t tamperings, allowed, accepted; /* of a row whose strength is tried */
    char *covered;                        /* as in a judgement */
};

struct sockspec_record {
    struct sockspec_entry *entries; /* by the case's index */
    size_t count;
    size_t latest;                    /* the case recorded last; `count`: none */
    size_t counts[SOCKSPEC_VERDICTS]; /* of the reported ones, once settled */
    size_t reported;
    size_t missing; /* never recorded: a fault of the suite */
    size_t left_out;
    char implementation[128];
    char no_driver[512]; /* why the run could not go on */
};

struct sockspec_record *sockspec_record_make(size_t count);
void sockspec_record_free(struct sockspec_record *record);

/* From a worker, over the announced socket. */
void sockspec_record_send(int socket, size_t index, const struct sockspec_judgement *judgement,
                          long long duration_us);
/* From the process that leads the run: what is judged; why there is no driver. */
void sockspec_record_send_implementation(int socket, const char *text);
void sockspec_record_send_no_driver(int socket, const char *text);
/* Takes one message; false when no more can come. */
bool sockspec_record_receive(struct sockspec_record *record, int socket);

/* Where a run ended early: what came to no verdict, or to a pass whose twin has none, is no longer
 * reported. */
void sockspec_record_leave_out(struct sockspec_record *record);
/* Once all is in: a case whose twin did not pass is no pass. */
void sockspec_record_settle(struct sockspec_record *record);
/* Fills in the counts, of the verdicts as they are now. */
void sockspec_record_count(struct sockspec_record *record);

#endif
