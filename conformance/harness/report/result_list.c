#include "conformance/harness/report/result_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/report/result_file.h"
#include "conformance/harness/support/memory.h"

static bool take(void *argument, const struct sockspec_result_place *place, const json_t *result) {
    struct sockspec_result_list *list = argument;
    struct sockspec_listed_result outcome = {.row = sockspec_result_text(result, "row"),
                                             .method = sockspec_result_text(result, "method"),
                                             .verdict = sockspec_result_verdict(result, "verdict"),
                                             .found = sockspec_result_found(result),
                                             .text = sockspec_result_text(result, "observed")};
    if (outcome.text != NULL && *outcome.text == '\0') {
        free(outcome.text);
        char *detail = sockspec_result_text(result, "detail");
        outcome.text = detail != NULL ? detail : sockspec_must_have(strdup(""));
    }
    if (list->count == list->room) {
        list->room = 2 * list->room + 64;
        list->results =
            sockspec_must_have(reallocarray(list->results, list->room, sizeof *list->results));
    }
    list->results[list->count++] = outcome;
    return (outcome.row != NULL && outcome.method != NULL && outcome.text != NULL) ||
           sockspec_result_refuse(place, "no line that --results writes");
}

static int by_row(const void *a, const void *b) {
    const struct sockspec_listed_result *const *left = a;
    const struct sockspec_listed_result *const *right = b;
    return strcmp((*left)->row, (*right)->row);
}

static int with_row(const void *row, const void *b) {
    const struct sockspec_listed_result *const *outcome = b;
    return strcmp(row, (*outcome)->row);
}

/* Returns whether each row has one result. */
static bool sort(struct sockspec_result_list *list, const char *path) {
    list->sorted = sockspec_must_have(calloc(list->count + 1, sizeof *list->sorted));
    for (size_t i = 0; i < list->count; i++) {
        list->sorted[i] = &list->results[i];
    }
    qsort(list->sorted, list->count, sizeof *list->sorted, by_row);
    for (size_t i = 1; i < list->count; i++) {
        if (by_row(&list->sorted[i - 1], &list->sorted[i]) == 0) {
            (void)fprintf(stderr, "sockspec: %s has two results of %s\n", path,
                          list->sorted[i]->row);
            return false;
        }
    }
    return true;
}

struct sockspec_result_list *sockspec_result_list_read(const char *path) {
    struct sockspec_result_list *list = sockspec_must_have(calloc(1, sizeof *list));
    bool understood = sockspec_result_file_read(path, take, list);
    if (understood && list->count == 0) {
        (void)fprintf(stderr, "sockspec: %s has no results\n", path);
        understood = false;
    }
    if (!understood || !sort(list, path)) {
        sockspec_result_list_free(list);
        return NULL;
    }
    return list;
}

void sockspec_result_list_free(struct sockspec_result_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        free(list->results[i].row);
        free(list->results[i].method);
        free(list->results[i].text);
    }
    free(list->results);
    free(list->sorted);
    free(list);
}

const struct sockspec_listed_result *
sockspec_result_list_find(const struct sockspec_result_list *list, const char *row) {
    const struct sockspec_listed_result **found =
        bsearch(row, list->sorted, list->count, sizeof *list->sorted, with_row);
    return found == NULL ? NULL : *found;
}
