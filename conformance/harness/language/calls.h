/* Calls of the implementation under test. */
#ifndef SOCKSPEC_CALLS_H
#define SOCKSPEC_CALLS_H

#include "conformance/harness/language/scenario.h"

/* `place` is the process in which a class method is called. */
struct sockspec_result sockspec_call(struct sockspec_scenario *scenario, int place,
                                     const char *method, json_t *params);
struct sockspec_result sockspec_start_call(struct sockspec_scenario *scenario, int place,
                                           const char *method, json_t *params);
struct sockspec_result sockspec_finish_call(struct sockspec_scenario *scenario, int place);
/* Returns the place that a value's handle belongs to; -1 if the value is not a handle. */
int sockspec_handle_place(const json_t *value);
/* Returns the verdict of a case whose driver gives no proper answer. */
enum sockspec_verdict sockspec_verdict_of(enum sockspec_reply_kind kind);
/* Returns the leased and greeted driver of a place; NULL if there is none. */
struct sockspec_driver *sockspec_driver_at(struct sockspec_scenario *scenario, int place);

#endif
