/* Calls of the implementation under test. */
#ifndef SOCKSPEC_CALLS_H
#define SOCKSPEC_CALLS_H

#include "conformance/harness/language/scenario.h"

/* `place` is where a class method is called. */
struct sockspec_result sockspec_call(struct sockspec_scenario *scenario, int place,
                                     const char *method, json_t *params);
struct sockspec_result sockspec_start_call(struct sockspec_scenario *scenario, int place,
                                           const char *method, json_t *params);
struct sockspec_result sockspec_finish_call(struct sockspec_scenario *scenario, int place);
/* The place a value's handle belongs to, -1 if it is no handle. */
int sockspec_handle_place(const json_t *value);
/* What a case comes to whose driver gives no proper answer. */
enum sockspec_verdict sockspec_verdict_of(enum sockspec_reply_kind kind);
/* The driver of a place, leased and greeted; NULL when there is none. */
struct sockspec_driver *sockspec_driver_at(struct sockspec_scenario *scenario, int place);

#endif
