#include "conformance/harness/rows/shard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/rows/cases.h"
#include "conformance/harness/support/memory.h"

int sockspec_shard_number(const char *text, size_t length) {
    int number = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
        if (number > SOCKSPEC_SHARDS_MAX) {
            return -1;
        }
    }
    return length == 0 ? -1 : number;
}

bool sockspec_shard_read(struct sockspec_shard *shard, const char *text) {
    const char *slash = strchrnul(text, '/');
    int index = sockspec_shard_number(text, (size_t)(slash - text));
    int count = *slash == '\0' ? -1 : sockspec_shard_number(slash + 1, strlen(slash + 1));
    if (index < 1 || index > count) {
        (void)fprintf(stderr,
                      "sockspec: --shard takes I/N, from 1/N to N/N, N %d at most, not '%s'\n",
                      SOCKSPEC_SHARDS_MAX, text);
        return false;
    }
    *shard = (struct sockspec_shard){.index = index, .count = count};
    return true;
}

/* Returns the shard, counted from 0, that has the fewest rows so far. */
static int find_lightest(const size_t *loads, int count) {
    int lightest = 0;
    for (int i = 1; i < count; i++) {
        lightest = loads[i] < loads[lightest] ? i : lightest;
    }
    return lightest;
}

size_t sockspec_shard_keep(const struct sockspec_shard *shard, bool *selected) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    size_t loads[SOCKSPEC_SHARDS_MAX] = {0};
    /* The shard of each control row, counted from 1 and indexed by case; 0: none yet. */
    int *homes = sockspec_must_have(calloc(count + 1, sizeof *homes));
    for (size_t i = 0; i < count; i++) {
        if (!selected[i]) {
            continue;
        }
        int *home = &homes[cases[i].control == NULL ? i : cases[i].control->index];
        if (*home == 0) {
            *home = find_lightest(loads, shard->count) + 1;
        }
        loads[*home - 1]++;
        selected[i] = *home == shard->index;
    }
    free(homes);
    return loads[shard->index - 1];
}
