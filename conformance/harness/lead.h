/* The process that leads a run's tables: it greets a first driver, then lets Criterion run them. */
#ifndef SOCKSPEC_LEAD_H
#define SOCKSPEC_LEAD_H

#include "conformance/harness/run.h"

enum { SOCKSPEC_LED = 0, SOCKSPEC_LED_NO_DRIVER = 4 };

/* `records`: where records go. `program`: this program's file, as it was called outside the world.
 * What came of it is the process's exit status. */
int sockspec_lead_tables(const struct sockspec_run *run, int records, const char *program);

#endif
