/* Merges the results of several runs, for example of all shards, into one record. */
#ifndef SOCKSPEC_MERGE_H
#define SOCKSPEC_MERGE_H

#include <stdbool.h>

#include "conformance/harness/run/record.h"

/* Adds what a run wrote with --results to the record, whose selected cases are marked as reported.
 * `afresh`: uses the verdicts from before a baseline was applied, because another baseline will be
 * applied. A row may occur again with the same verdict. Returns false, with one line on standard
 * error, if the file cannot be read, or if a line is not a result, is about a row that is not
 * selected or not of this suite, is of another implementation than the others, or contradicts an
 * earlier line. */
bool sockspec_merge_read(struct sockspec_record *record, const char *path, bool afresh);

#endif
