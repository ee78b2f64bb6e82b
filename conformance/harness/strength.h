/* How strong a row is: whether it notices when the answer its verdict hangs on is wrong.
 *
 * A row that passes is played again for every way of tampering (tamper.h) with each answer that its
 * verdict hangs on: those the implementation gives in the row's last statement, and those that are
 * given a name which that statement shows. Where the statement's value is something else than an
 * answer, it is tampered with as well.
 *
 * Tampering is allowed where the row says so: its outcome by a kind (Integer), by either(...), by a
 * class above the exception's own, or by leaving its message open; its last statement by looking at
 * a part only: value[0], bytes[0, 8], length(), rescue() of a class. */
#ifndef SOCKSPEC_STRENGTH_H
#define SOCKSPEC_STRENGTH_H

#include "conformance/harness/scenario.h"

/* Passes when every tampering that is not allowed was rejected. A row that does not pass itself has
 * its own verdict. */
struct sockspec_judgement sockspec_strength_play(struct sockspec_scenario *scenario,
                                                 const struct sockspec_case *test);

#endif
