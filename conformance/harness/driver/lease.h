/* Leases drivers to a worker. */
#ifndef SOCKSPEC_LEASE_H
#define SOCKSPEC_LEASE_H

#include "conformance/harness/driver/driver.h"
#include "conformance/harness/driver/pool_message.h"

/* In a worker: connects to the pool and returns the descriptors of its settings. Returns false if
 * there is no pool. */
bool sockspec_pool_join(int *plan, int *records);

/* In a worker: leases a driver of this kind. Returns false with the reason in `problem`. */
bool sockspec_pool_lease(const struct sockspec_driver_kind *kind, struct sockspec_driver *driver,
                         char *problem, size_t size);
/* Returns the driver to the pool. A driver that is not reusable is killed; `fate` then describes
 * how it ended ("killed by SIGSEGV"). */
void sockspec_pool_release(struct sockspec_driver *driver, bool reusable, char *fate, size_t size);

#endif
