/* Rows that test runners count as skipped, and why a row did not pass. */
#ifndef SOCKSPEC_REASON_H
#define SOCKSPEC_REASON_H

#include <stdbool.h>

#include "conformance/harness/run/record.h"

bool sockspec_is_skip(enum sockspec_verdict verdict);
/* For a row that the baseline lists, this is what the baseline says. */
const char *sockspec_reason_of(const struct sockspec_entry *entry);
/* Returns how the outcome differs from the expected one; NULL if the detail says something else. */
const char *sockspec_difference_of(const struct sockspec_entry *entry);

#endif
