/*
 * Folder strength: measures how strong a row is, which is whether it notices that an answer on
 * which its verdict depends is wrong.
 *
 * A row that passes is judged again for every way of tampering (tamper.h) with the value of its
 * last statement, which mostly is an answer of the implementation. It is also run again for every
 * way of tampering with each other answer that its verdict depends on: the answers that lead to
 * that value, and the answers that are given a name which the last statement shows.
 *
 * A tampering is allowed where the row says so. The row's outcome says so by a kind (Integer), by
 * either(...), by a class above the exception's own, or by leaving the exception's message open.
 * The row's last statement says so by looking only at a part: value[0], bytes[0, 8], length(),
 * rescue() of a class.
 */
#ifndef SOCKSPEC_STRENGTH_H
#define SOCKSPEC_STRENGTH_H

#include "conformance/harness/language/scenario.h"

/* Passes if every tampering that is not allowed was rejected. A row that does not pass without
 * tampering keeps its own verdict. */
struct sockspec_judgement sockspec_strength_judge(struct sockspec_scenario *scenario,
                                                  const struct sockspec_case *test);

#endif
