/* Bazel's protocol between a test and who runs it, which others speak, too. */
#ifndef SOCKSPEC_BAZEL_H
#define SOCKSPEC_BAZEL_H

#include <stdbool.h>

#include "conformance/harness/command/options.h"

/* Takes from the environment what the command line left open; false with one line on standard
 * error.
 *
 *   TEST_TOTAL_SHARDS, TEST_SHARD_INDEX  the shard, counted from 0; it may be empty. A total of 0,
 * or none, asks for no shard. TEST_SHARD_STATUS_FILE               is touched: that is how a test
 * says it knows shards XML_OUTPUT_FILE                      as --junit */
bool sockspec_bazel_ask(struct sockspec_options *options);

#endif
