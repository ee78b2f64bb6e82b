/* The doctor's list of methods. Its findings are tested from outside, by
 * conformance/selftest/doctor. */
#include "conformance/harness/doctor/doctor.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "conformance/harness/doctor/method.h"
#include "conformance/harness/rows/catalogue.h"

/* Instance methods are called on Socket, whichever class defines them. */
Test(doctor, knows_every_documented_method) {
    size_t count = 0;
    const struct sockspec_behaviour *behaviours = sockspec_catalogue(&count);
    cr_assert_gt(count, 0);
    for (size_t i = 0; i < count; i++) {
        const char *last = strchr(behaviours[i].method, '#');
        char name[64];
        (void)snprintf(name, sizeof name, "%s%s", last == NULL ? "" : "Socket",
                       last == NULL ? behaviours[i].method : last);
        bool called = strpbrk(name, ".#") != NULL; /* Socket::Constants has no methods to call */
        cr_expect(!called || sockspec_doctor_knows(name), "%s", name);
    }
    cr_expect_not(sockspec_doctor_knows("Socket#no_such_method"));
}
