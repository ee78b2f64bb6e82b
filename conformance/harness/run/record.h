/* The record of a run: the result of every case. All counts, files and the exit status come from
 * it, and from nothing else. */
#ifndef SOCKSPEC_RECORD_H
#define SOCKSPEC_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/language/verdict.h"

/* How the detail begins of a row that is judged by its control row, whose id follows. */
#define SOCKSPEC_BY_CONTROL_ROW "its control row "

struct sockspec_entry {
    bool recorded;
    bool reported; /* selected itself, not only as a control row */
    enum sockspec_verdict verdict;
    enum sockspec_verdict found; /* the verdict before a baseline was applied, if one was applied */
    char *observed;
    char *detail;
    char *transcript;
    char *listed; /* what a baseline says about the row, and the line to change; NULL: nothing */
    long long duration_us;
    size_t tamperings, allowed, accepted; /* for a row whose strength is measured */
    char *covered;                        /* as in a judgement */
};

struct sockspec_record {
    struct sockspec_entry *entries; /* indexed by case */
    size_t count;
    size_t latest;                    /* the case recorded last; `count` if there is none */
    size_t counts[SOCKSPEC_VERDICTS]; /* of the reported cases, once settled */
    size_t reported;
    size_t missing; /* never recorded, because of a mistake in the suite */
    size_t left_out;
    char implementation[128];
    char no_driver[8192]; /* why the run could not continue; may have several lines */
};

struct sockspec_record *sockspec_record_make(size_t count);
void sockspec_record_free(struct sockspec_record *record);

/* Called by a worker: sends a result over the announced socket. */
void sockspec_record_send(int socket, size_t index, const struct sockspec_judgement *judgement,
                          long long duration_us);
/* Called by the process that leads the run: sends what is judged, or why there is no driver. */
void sockspec_record_send_implementation(int socket, const char *text);
void sockspec_record_send_no_driver(int socket, const char *text);
/* Receives one message. Returns false if no more can come. */
bool sockspec_record_receive(struct sockspec_record *record, int socket);

/* Call it if a run ended early. Cases without a verdict, and passes whose control row has no
 * verdict, are then not reported. */
void sockspec_record_leave_out(struct sockspec_record *record);
/* Call it when all results are in. A case whose control row did not pass does not count as a
 * pass. */
void sockspec_record_settle(struct sockspec_record *record);
/* Adds another run of the same cases, which is settled, too. Of two verdicts a pass yields, so that
 * a row passes if it always passed. Takes texts out of `other`. */
void sockspec_record_combine(struct sockspec_record *record, struct sockspec_record *other);
/* Counts the verdicts as they are now. */
void sockspec_record_count(struct sockspec_record *record);

#endif
