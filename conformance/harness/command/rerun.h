/* Selects the rows of --rerun. */
#ifndef SOCKSPEC_RERUN_H
#define SOCKSPEC_RERUN_H

#include "conformance/harness/command/options.h"

enum sockspec_rerun {
    SOCKSPEC_RERUN_ROWS,    /* the selection has the rows, or there is no --rerun */
    SOCKSPEC_RERUN_NOTHING, /* every row passed, as one line on standard error says */
    SOCKSPEC_RERUN_UNREADABLE,
};

/* Reads the results that --rerun names. Limits the selection to the rows that did not pass, with
 * one line on standard error if some of them no longer exist. */
enum sockspec_rerun sockspec_rerun_read(struct sockspec_options *options);

#endif
