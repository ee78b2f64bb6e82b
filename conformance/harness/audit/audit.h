/* Folder audit: compares what the catalogue asks for with what the rows check. */
#ifndef SOCKSPEC_AUDIT_H
#define SOCKSPEC_AUDIT_H

#include <stdbool.h>
#include <stdio.h>

/* Prints behaviours and rows by method, then how the condition for each documented exception is
 * produced, then every orphan. Returns whether there is no orphan. */
bool sockspec_audit(FILE *out);

#endif
