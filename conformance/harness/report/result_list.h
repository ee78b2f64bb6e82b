/* Reads what a run wrote with --results, without asking that its rows still exist. */
#ifndef SOCKSPEC_RESULT_LIST_H
#define SOCKSPEC_RESULT_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/language/verdict.h"

struct sockspec_listed_result {
    char *row, *method;
    enum sockspec_verdict verdict, found; /* with and without the run's baseline */
    char *text;                           /* what was observed, or else the reason of the verdict */
};

struct sockspec_result_list {
    struct sockspec_listed_result *results; /* in the order of the file */
    size_t count, room;
    const struct sockspec_listed_result **sorted; /* by row */
};

/* Returns NULL with one line on standard error if the file cannot be read, has no results, has a
 * line that is no result, or has two results of a row. */
struct sockspec_result_list *sockspec_result_list_read(const char *path);
void sockspec_result_list_free(struct sockspec_result_list *list);
/* Returns NULL if there is no result of that row. */
const struct sockspec_listed_result *
sockspec_result_list_find(const struct sockspec_result_list *list, const char *row);

#endif
