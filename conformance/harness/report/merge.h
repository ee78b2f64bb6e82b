/* The results of several runs, say all shards, as one record. */
#ifndef SOCKSPEC_MERGE_H
#define SOCKSPEC_MERGE_H

#include <stdbool.h>

#include "conformance/harness/run/record.h"

/* Adds what a run wrote as --results to the record, whose selected cases are marked as reported;
 * `afresh`: with the verdicts before a baseline was asked, since another is going to be. A row may
 * come again with the same verdict. False, with one line on standard error, when the file
 * cannot be read, or a line of it is no result, is of a row that is not selected or not of this
 * suite, of another implementation than the others, or contradicts an earlier one. */
bool sockspec_merge_read(struct sockspec_record *record, const char *path, bool afresh);

#endif
