/* Folder rows: what there is to check, which is the tables' rows, written out as one case for every
 * combination of variants of the table's axes, and the selection of cases for a run. */
#ifndef SOCKSPEC_CASES_H
#define SOCKSPEC_CASES_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/harness/rows/catalogue.h"
#include "conformance/harness/rows/row.h"

struct sockspec_case {
    const char *id;
    const char *behaviour;
    const char *method;
    const char *script;
    const char *value;        /* the outcome's value, with words substituted */
    const char *message;      /* the outcome's message, with words substituted */
    const char *control_name; /* the control row as the row names it, with words substituted; NULL:
                               * the row needs none */
    const struct sockspec_row *row;
    const struct sockspec_table *table;
    const struct sockspec_behaviour *catalogued; /* the catalogue's entry of the behaviour; NULL:
                                                  * the catalogue does not have it */
    const struct sockspec_case *control; /* the control row; NULL: the row needs none, or the named
                                          * one does not exist */
    size_t index;
    bool needs_ipv6;
};

/* Returns all cases, in the order of the tables. They are the same in every process of a run. */
const struct sockspec_case *sockspec_cases(size_t *count);
/* Returns NULL if no case has that id. */
const struct sockspec_case *sockspec_case_find(const char *id);
/* Returns the cases of one table, for the worker that runs them. They lack method, control row
 * and catalogue entry, and the other tables cost nothing. */
const struct sockspec_case *sockspec_cases_of(const struct sockspec_table *table, size_t *count);
/* The authority's name, the page's section and the statement of the behaviour that the case checks;
 * "?" if the case names no behaviour of the catalogue. */
const char *sockspec_case_authority(const struct sockspec_case *test);
const char *sockspec_case_section(const struct sockspec_case *test);
const char *sockspec_case_statement(const struct sockspec_case *test);
/* Describes the expected outcome: "returns [...]", "raises Errno::EAGAIN (accept(2))". */
char *sockspec_case_expected(const struct sockspec_case *test);
/* Returns how many cases have the same id as another case, which is a mistake in the tables. */
size_t sockspec_cases_repeated_ids(void);

#endif
