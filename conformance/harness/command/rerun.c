#include "conformance/harness/command/rerun.h"

#include <stdio.h>
#include <stdlib.h>

#include "conformance/harness/report/result_list.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/plural.h"

enum sockspec_rerun sockspec_rerun_read(struct sockspec_options *options) {
    size_t count = 0;
    size_t failed = 0;
    size_t unknown = 0;
    (void)sockspec_cases(&count);
    if (options->rerun == NULL) {
        return SOCKSPEC_RERUN_ROWS;
    }
    struct sockspec_result_list *list = sockspec_result_list_read(options->rerun);
    if (list == NULL) {
        return SOCKSPEC_RERUN_UNREADABLE;
    }
    static bool *chosen; /* until the program ends */
    chosen = sockspec_must_have(calloc(count, sizeof *chosen));
    for (size_t i = 0; i < list->count; i++) {
        if (list->results[i].verdict == SOCKSPEC_PASS) {
            continue;
        }
        const struct sockspec_case *test = sockspec_case_find(list->results[i].row);
        failed++;
        unknown += test == NULL ? 1 : 0;
        if (test != NULL) {
            chosen[test->index] = true;
        }
    }
    sockspec_result_list_free(list);
    options->selection.chosen = chosen;
    if (unknown > 0) {
        (void)fprintf(stderr, "sockspec: %zu %s of %s no longer %s and %s left out\n", unknown,
                      sockspec_plural(unknown, "row", "rows"), options->rerun,
                      sockspec_plural(unknown, "exists", "exist"),
                      sockspec_plural(unknown, "is", "are"));
    }
    if (failed == 0) {
        (void)fprintf(stderr, "sockspec: nothing to rerun: every row of %s passed\n",
                      options->rerun);
        return SOCKSPEC_RERUN_NOTHING;
    }
    return SOCKSPEC_RERUN_ROWS;
}
