/* What the catalogue asks for and the rows check, put side by side. */
#ifndef SOCKSPEC_AUDIT_H
#define SOCKSPEC_AUDIT_H

#include <stdbool.h>
#include <stdio.h>

/* Behaviours and rows by method, then how each documented exception is provoked, then every orphan;
 * whether there is none. */
bool sockspec_audit(FILE *out);

#endif
