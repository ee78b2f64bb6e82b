/*
 * Tables of rows: a file in behaviours/ uses them to write down what is documented.
 *
 * A row consists of an id, the catalogued behaviour it checks, its control row (`control`), a
 * script (see script.h for the notation) and the expected outcome of the script's last statement. A
 * table holds what its rows have in common.
 */
#ifndef SOCKSPEC_ROW_H
#define SOCKSPEC_ROW_H

#include <criterion/criterion.h>
#include <stdbool.h>
#include <stddef.h>

enum sockspec_outcome_kind {
    SOCKSPEC_RETURNS = 1,
    SOCKSPEC_RAISES,
    SOCKSPEC_RAISES_EXACTLY,
};

struct sockspec_outcome {
    enum sockspec_outcome_kind kind;
    const char *value;   /* the pattern of the result, or the class of the exception */
    const char *message; /* the message of an exception; NULL: any message except "" */
    const char *refusal; /* for a result: the class of the exception that is allowed instead, or
                          * NULL */
};

/* The last statement's value must match the pattern `text`; either(a, b) names the alternatives
 * where the document leaves a choice. */
#define RETURNS(text)                                                                              \
    { SOCKSPEC_RETURNS, text, NULL, NULL }
/* The value must match the pattern, or the statement must raise `class`. For behaviours that depend
 * on the platform, or on which Ruby 1.8.7 and today's Ruby differ. */
#define RETURNS_OR_RAISES(text, class)                                                             \
    { SOCKSPEC_RETURNS, text, NULL, #class }
/* The statement must raise `class` or a descendant, and the message must name the call or end as
 * given; NULL allows any message. Where Ruby 1.8.7 and today's Ruby differ, class and message can
 * name both: RAISES_ONE("either(ArgumentError, SocketError)", "either('send(2)', 'sendto(2)')"). */
#define RAISES(class, end)                                                                         \
    { SOCKSPEC_RAISES, #class, end, NULL }
/* Like RAISES, but the class is text that can contain words of variants: "Errno::$errno". */
#define RAISES_ONE(class, end)                                                                     \
    { SOCKSPEC_RAISES, class, end, NULL }
/* The statement must raise `class`, and the whole message must be as given. */
#define RAISES_EXACTLY(class, message)                                                             \
    { SOCKSPEC_RAISES_EXACTLY, #class, message, NULL }

/* A row that expects success needs no control row. */
#define ITSELF NULL

struct sockspec_row {
    const char *id;        /* immutable, and independent of the row's position */
    const char *behaviour; /* its id in fixtures/catalogue.tsv */
    const char *control;   /* the id of a row that succeeds and differs in one factor, with words of
                            * variants or without the variants that both rows have in common; or
                            * ITSELF */
    const char *script;    /* in a cross product: the claimed cells, "axis=a,b axis=*" */
    struct sockspec_outcome outcome;
};

/* One value of an axis. Its texts replace `$name` in scripts, outcomes and behaviours. */
struct sockspec_variant {
    const char *name;
    struct {
        const char *name, *text;
    } words[12];
};

struct sockspec_axis {
    const char *name;
    const struct sockspec_variant *variants;
    size_t count;
};

#define AXIS(name, variants)                                                                       \
    { name, variants, sizeof(variants) / sizeof((variants)[0]) }

enum sockspec_provoked {
    SOCKSPEC_PURE = 1, /* no kernel involved */
    SOCKSPEC_KERNEL,   /* the condition really occurs */
    SOCKSPEC_INJECTED, /* the suite answers the system call itself */
};

enum sockspec_needs {
    SOCKSPEC_NEEDS_WORLD, /* needs names, routes or paths that only the world has */
    SOCKSPEC_NEEDS_NOTHING,
};

enum { SOCKSPEC_AXES = 6 };

struct sockspec_table {
    const char *name;
    const char *file;
    const struct sockspec_row *rows;
    size_t count;
    enum sockspec_provoked provoked;
    enum sockspec_needs needs;
    const char *names;    /* the hosts file that the drivers use: NULL for "single", or "dual" */
    const char *feature;  /* what the implementation's hello must list for the rows to apply */
    const char *platform; /* set for rows that record what this kernel does where it differs from
                           * the document */
    struct sockspec_axis axes[SOCKSPEC_AXES];
    const char *before; /* a script that is run once before all rows, not before each row */
    bool waits;         /* some rows wait for a second, so the table should run on its own */
    const char *cross;  /* the script of every cell of the axes; the rows then claim cells */
};

/* The Criterion test of a table calls this: it runs the table's selected rows and records each. */
void sockspec_run_table(const struct sockspec_table *table);

/* Registers `name##_rows` under `name`. The other arguments are fields of the table. */
#define SOCKSPEC_TABLE(id, ...)                                                                    \
    static const struct sockspec_table id##_table = {.name = #id,                                  \
                                                     .file = __FILE__,                             \
                                                     .rows = id##_rows,                            \
                                                     .count =                                      \
                                                         sizeof(id##_rows) / sizeof(id##_rows[0]), \
                                                     __VA_ARGS__};                                 \
    __attribute__((                                                                                \
        used,                                                                                      \
        section("sockspec_tables"))) static const struct sockspec_table *const id##_registered =   \
        &id##_table;                                                                               \
    Test(tables, id) { sockspec_run_table(&id##_table); }

#endif
