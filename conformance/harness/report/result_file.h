/* Reads a file that a run wrote with --results, line by line. */
#ifndef SOCKSPEC_RESULT_FILE_H
#define SOCKSPEC_RESULT_FILE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/language/verdict.h"

struct sockspec_result_place {
    const char *path;
    size_t line;
};

/* Calls `take` for each line, which has every field that a report shows about a row. Returns false
 * with one line on standard error if the file cannot be read, a line is no result, or `take`
 * returns false. */
bool sockspec_result_file_read(const char *path,
                               bool (*take)(void *argument,
                                            const struct sockspec_result_place *place,
                                            const json_t *result),
                               void *argument);
/* Writes the place and a message to standard error. Returns false. */
__attribute__((format(printf, 2, 3))) bool
sockspec_result_refuse(const struct sockspec_result_place *place, const char *format, ...);

/* Returns NULL if the key is missing or is not a string of bytes. The caller frees the text. */
char *sockspec_result_text(const json_t *result, const char *key);
/* Returns SOCKSPEC_VERDICTS if there is no verdict of that name. */
enum sockspec_verdict sockspec_result_verdict(const json_t *result, const char *key);
/* Returns the verdict without a baseline. */
enum sockspec_verdict sockspec_result_found(const json_t *result);

#endif
