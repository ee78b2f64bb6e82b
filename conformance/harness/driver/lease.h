/* Leases of drivers, in a worker. */
#ifndef SOCKSPEC_LEASE_H
#define SOCKSPEC_LEASE_H

#include "conformance/harness/driver/driver.h"
#include "conformance/harness/driver/pool_message.h"

/* In a worker: the descriptors of the settings; false when there is no pool. */
bool sockspec_pool_join(int *plan, int *records);

/* In a worker: a driver of that kind; false with the reason. */
bool sockspec_pool_lease(const struct sockspec_driver_kind *kind, struct sockspec_driver *driver,
                         char *problem, size_t size);
/* Gives it back. One that is not reusable is ended, and `fate` says how ("killed by SIGSEGV"). */
void sockspec_pool_release(struct sockspec_driver *driver, bool reusable, char *fate, size_t size);

#endif
