#include "conformance/harness/rows/plan.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct sockspec_plan *sockspec_plan_make(size_t case_count, int *descriptor) {
    size_t size = sizeof(struct sockspec_plan) + case_count * sizeof(bool);
    *descriptor = memfd_create("sockspec-plan", MFD_CLOEXEC);
    if (*descriptor < 0 || ftruncate(*descriptor, (off_t)size) < 0) {
        return NULL;
    }
    struct sockspec_plan *plan =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, *descriptor, 0);
    if (plan == MAP_FAILED) {
        return NULL;
    }
    plan->case_count = case_count;
    return plan;
}

const struct sockspec_plan *sockspec_plan_open(int descriptor) {
    struct stat status;
    if (fstat(descriptor, &status) < 0) {
        return NULL;
    }
    const struct sockspec_plan *plan =
        mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, descriptor, 0);
    return plan == MAP_FAILED ? NULL : plan;
}
