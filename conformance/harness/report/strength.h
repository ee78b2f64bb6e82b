/* How strong the rows are, for people. */
#ifndef SOCKSPEC_REPORT_STRENGTH_H
#define SOCKSPEC_REPORT_STRENGTH_H

#include <stdio.h>

#include "conformance/harness/run/record.h"

/* How many wrong answers the rows of each method were given, and rejected; nothing where none was.
 */
void sockspec_report_strength(const struct sockspec_record *record, FILE *out);

#endif
