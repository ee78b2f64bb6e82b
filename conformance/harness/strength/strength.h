/* How strong a row is: whether it notices when the answer its verdict hangs on is wrong.
 *
 * A row that passes is judged again for every way of tampering (tamper.h) with the value of its
 * last statement, which mostly is an answer of the implementation. It is also played again for
 * every way of tampering with each other answer that its verdict hangs on: those that lead to that
 * value, and those that are given a name which the last statement shows.
 *
 * Tampering is allowed where the row says so: its outcome by a kind (Integer), by either(...), by a
 * class above the exception's own, or by leaving its message open; its last statement by looking at
 * a part only: value[0], bytes[0, 8], length(), rescue() of a class. */
#ifndef SOCKSPEC_STRENGTH_H
#define SOCKSPEC_STRENGTH_H

#include "conformance/harness/language/scenario.h"

/* Passes when every tampering that is not allowed was rejected. A row that does not pass itself has
 * its own verdict. */
struct sockspec_judgement sockspec_strength_judge(struct sockspec_scenario *scenario,
                                                  const struct sockspec_case *test);

#endif
