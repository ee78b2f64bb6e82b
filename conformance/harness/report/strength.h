/* Reports to people how strong the rows are. */
#ifndef SOCKSPEC_REPORT_STRENGTH_H
#define SOCKSPEC_REPORT_STRENGTH_H

#include <stdio.h>

#include "conformance/harness/run/record.h"

/* Reports how many wrong answers the rows of each method were given, and how many they rejected.
 * Writes nothing if there were none. */
void sockspec_report_strength(const struct sockspec_record *record, FILE *out);

#endif
