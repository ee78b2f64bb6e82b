/* Bazel's protocol between a test and the program that runs it, which other programs use, too. */
#ifndef SOCKSPEC_BAZEL_H
#define SOCKSPEC_BAZEL_H

#include <stdbool.h>

#include "conformance/harness/command/options.h"

/*
 * Takes settings that the command line leaves open from the environment. Returns false with one
 * line on standard error.
 *
 *   TEST_TOTAL_SHARDS, TEST_SHARD_INDEX  the shard, counted from 0; it may be empty. A total of
 *                                        0, or no total, asks for no shard.
 *   TEST_SHARD_STATUS_FILE               is touched, which says that the test supports shards
 *   XML_OUTPUT_FILE                      like --junit
 */
bool sockspec_bazel_ask(struct sockspec_options *options);

#endif
