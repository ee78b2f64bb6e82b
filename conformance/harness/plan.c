#include "conformance/harness/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define ANNOUNCED_PLAN "SOCKSPEC_PLAN"

struct sockspec_plan *sockspec_plan_make(size_t case_count) {
    size_t size = sizeof(struct sockspec_plan) + case_count * sizeof(bool);
    int memory = memfd_create("sockspec-plan", 0);
    if (memory < 0 || ftruncate(memory, (off_t)size) < 0) {
        return NULL;
    }
    struct sockspec_plan *plan = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
    if (plan == MAP_FAILED) {
        return NULL;
    }
    plan->case_count = case_count;
    sockspec_plan_announce(ANNOUNCED_PLAN, memory);
    return plan;
}

const struct sockspec_plan *sockspec_plan_open(void) {
    struct stat status;
    int memory = sockspec_plan_announced(ANNOUNCED_PLAN);
    if (memory < 0 || fstat(memory, &status) < 0) {
        return NULL;
    }
    const struct sockspec_plan *plan =
        mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, memory, 0);
    return plan == MAP_FAILED ? NULL : plan;
}

void sockspec_plan_announce(const char *name, int descriptor) {
    char text[16];
    (void)snprintf(text, sizeof text, "%d", descriptor);
    (void)setenv(name, text, 1);
}

int sockspec_plan_announced(const char *name) {
    const char *text = getenv(name);
    return text == NULL ? -1 : (int)strtol(text, NULL, 10);
}
