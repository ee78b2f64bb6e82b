/* IO.select, whose arguments are lists of sockets. */
#include <stdlib.h>

#include "call.h"

struct list {
    struct sockref_socket **sockets;
    bool *ready;
    size_t count;
};

static void free_lists(struct list lists[3]) {
    for (size_t i = 0; i < 3; i++) {
        free(lists[i].sockets);
        free(lists[i].ready);
    }
}

/* Converts a list of handles to sockets; null or no list gives no sockets. */
static bool to_list(const json_t *json, struct list *list) {
    if (json != NULL && !json_is_null(json) && !json_is_array(json)) {
        return false;
    }
    list->count = json_array_size(json);
    list->sockets = calloc(list->count + 1, sizeof(struct sockref_socket *));
    list->ready = calloc(list->count + 1, sizeof *list->ready);
    if (list->sockets == NULL || list->ready == NULL) {
        return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        list->sockets[i] = handle_socket(json_array_get(json, i));
        if (list->sockets[i] == NULL) {
            return false;
        }
    }
    return true;
}

/* Returns the handles of a parameter that are ready. */
static json_t *ready_handles(const json_t *json, const struct list *list) {
    json_t *handles = json_array();

    for (size_t i = 0; i < list->count; i++) {
        if (list->ready[i]) {
            (void)json_array_append(handles, json_array_get(json, i));
        }
    }
    return handles;
}

static bool select_lists(struct call *call, struct list lists[3], json_t **result) {
    struct sockref_select_set sets[3];
    bool any;

    for (size_t i = 0; i < 3; i++) {
        sets[i] = (struct sockref_select_set){lists[i].sockets, lists[i].ready, lists[i].count};
    }
    if (!api.select(sets, call->arguments[3], &any, &call->error)) {
        return false;
    }
    if (!any) {
        *result = json_null();
        return true;
    }
    *result = json_array();
    for (size_t i = 0; i < 3; i++) {
        const json_t *handles = json_array_get(call->params, i);

        (void)json_array_append_new(*result, ready_handles(handles, &lists[i]));
    }
    return true;
}

static bool call_select(struct call *call, json_t **result) {
    struct list lists[3] = {{NULL, NULL, 0}, {NULL, NULL, 0}, {NULL, NULL, 0}};
    bool ok = true;

    for (size_t i = 0; i < 3 && !call->invalid; i++) {
        call->invalid = !to_list(json_array_get(call->params, i), &lists[i]);
    }
    if (!call->invalid) {
        ok = select_lists(call, lists, result);
    }
    free_lists(lists);
    return ok;
}

const struct method select_methods[] = {
    {"IO.select", false, 1, 4, call_select},
    {NULL, false, 0, 0, NULL},
};
