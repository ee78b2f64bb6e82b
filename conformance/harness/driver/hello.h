/* The handshake with a driver, and what its hello says about the implementation. */
#ifndef SOCKSPEC_HELLO_H
#define SOCKSPEC_HELLO_H

#include "conformance/harness/driver/driver.h"

/* The first answer may take this many times as long as any other, because the driver has to start.
 * A virtual machine starts slowly while other processes run. */
enum { SOCKSPEC_START_FACTOR = 6 };

/* Sends hello to the driver and keeps its answer. Waits up to SOCKSPEC_START_FACTOR times
 * `timeout_ms`. Returns false with the reason in `problem`. */
bool sockspec_driver_greet(struct sockspec_driver *driver, int timeout_ms, char *problem,
                           size_t size);
/* The name and version the driver gives its implementation, and the file of the library if one was
 * named: "sockref 0.1.0 (libmine.so)". */
void sockspec_driver_title(const struct sockspec_driver *driver, const char *library, char *title,
                           size_t size);
bool sockspec_driver_has_feature(const struct sockspec_driver *driver, const char *feature);
bool sockspec_driver_has_method(const struct sockspec_driver *driver, const char *method);

#endif
