/* Cases: the rows of all tables, each written out for every variant of its table's axes. */
#ifndef SOCKSPEC_CASES_H
#define SOCKSPEC_CASES_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/rows/row.h"

struct sockspec_case {
    const char *id;
    const char *behaviour;
    const char *method;
    const char *script;
    const char *value;     /* of the outcome, written out */
    const char *message;   /* of the outcome, written out */
    const char *twin_name; /* as the row gives it, written out; NULL: it needs none */
    const struct sockspec_row *row;
    const struct sockspec_table *table;
    const struct sockspec_case *twin; /* NULL: none is needed, or the one named does not exist */
    size_t index;
    bool needs_ipv6;
};

/* All cases, in the order of the tables. The same in every process of a run. */
const struct sockspec_case *sockspec_cases(size_t *count);
/* NULL when there is none of that id. */
const struct sockspec_case *sockspec_case_find(const char *id);
/* The cases of one table, for the worker that plays them: without method and twin, and without the
 * cost of all others. */
const struct sockspec_case *sockspec_cases_of(const struct sockspec_table *table, size_t *count);
/* Of the behaviour it checks: the authority's name, the section of the page, and the statement. "?"
 * where it names no behaviour of the catalogue. */
const char *sockspec_case_authority(const struct sockspec_case *test);
const char *sockspec_case_section(const struct sockspec_case *test);
const char *sockspec_case_statement(const struct sockspec_case *test);
/* How the outcome is written: "returns [...]", "raises Errno::EAGAIN (accept(2))". */
char *sockspec_case_expected(const struct sockspec_case *test);
/* How many cases have the id of another one: a fault of the tables. */
size_t sockspec_cases_repeated_ids(void);

#endif
