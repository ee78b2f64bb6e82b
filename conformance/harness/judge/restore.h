/* Restores the drivers and files that a case has used to what they were before it. */
#ifndef SOCKSPEC_RESTORE_H
#define SOCKSPEC_RESTORE_H

#include "conformance/harness/language/scenario.h"

/* Lets the driver close everything that the case opened. Its answer proves that it did. */
void sockspec_reset_driver(struct sockspec_scenario *scenario, struct sockspec_lease *lease);
/* Ends calls that still wait, lifts limits, resets the drivers, and fails the case if it leaks. */
void sockspec_restore_drivers(struct sockspec_scenario *scenario);
/* Removes the files that the case made. */
void sockspec_remove_paths(const struct sockspec_scenario *scenario);

#endif
