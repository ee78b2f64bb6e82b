#include "conformance/harness/command/bazel.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* An empty value counts as a missing one. */
static const char *find(const char *name) {
    const char *value = getenv(name);
    return value == NULL ? "" : value;
}

static bool ask_shard(struct sockspec_shard *shard) {
    const char *total = find("TEST_TOTAL_SHARDS");
    const char *index = find("TEST_SHARD_INDEX");
    if (strcmp(total, "0") == 0 || (*total == '\0' && *index == '\0')) {
        return true;
    }
    int count = sockspec_shard_number(total, strlen(total));
    int place = sockspec_shard_number(index, strlen(index));
    if (place < 0 || place >= count) {
        (void)fprintf(stderr,
                      "sockspec: TEST_SHARD_INDEX '%s' of TEST_TOTAL_SHARDS '%s' names no shard; "
                      "from 0 on, %d shards at most\n",
                      index, total, SOCKSPEC_SHARDS_MAX);
        return false;
    }
    *shard = (struct sockspec_shard){.index = place + 1, .count = count, .may_be_empty = true};
    return true;
}

static bool touch(const char *path) {
    int fd = *path == '\0' ? -1 : open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (*path != '\0' && (fd < 0 || futimens(fd, NULL) < 0)) {
        (void)fprintf(stderr, "sockspec: cannot write %s: %s\n", path, strerror(errno));
        return false;
    }
    return fd < 0 || close(fd) == 0;
}

bool sockspec_bazel_ask(struct sockspec_options *options) {
    const char *xml = find("XML_OUTPUT_FILE");
    if (options->junit == NULL && *xml != '\0') {
        options->junit = xml;
    }
    return (options->selection.shard.count > 0 || ask_shard(&options->selection.shard)) &&
           touch(find("TEST_SHARD_STATUS_FILE"));
}
