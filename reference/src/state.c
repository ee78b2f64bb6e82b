/* Class-wide state: the reverse look-up flag, the safe level and the version. */
#include "internal.h"

#include <stdatomic.h>

static atomic_bool do_not_reverse_lookup;
static atomic_int safe_level;

const char *sockref_implementation(void) { return "sockref"; }

const char *sockref_version(void) { return "0.1.0"; }

bool sockref_class_do_not_reverse_lookup(void) { return atomic_load(&do_not_reverse_lookup); }

void sockref_class_set_do_not_reverse_lookup(const struct sockref_value *flag) {
    atomic_store(&do_not_reverse_lookup, sockref__truthy(flag));
}

int sockref_safe_level(void) { return atomic_load(&safe_level); }

void sockref_set_safe_level(int level) { atomic_store(&safe_level, level); }

bool sockref__secure(int level, struct sockref_error *error) {
    int current = sockref_safe_level();

    if (current < level) {
        return true;
    }
    return sockref__raise(error, SOCKREF_SECURITY_ERROR, "Insecure operation at level %d", current);
}
