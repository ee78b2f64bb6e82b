/* Tables of rows: how a file in behaviours/ writes down what is documented.
 *
 * A row is an id, the catalogued behaviour it checks, its twin, a script (see script.h for the
 * notation) and the outcome of the script's last statement. A table says what its rows share. */
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
    const char *message; /* of an exception; NULL: any but "" */
    const char *refusal; /* of a result: the class of the exception allowed in its place, or NULL */
};

/* The last statement's value matches the pattern `text`; either(a, b) names the alternatives where
 * the document leaves a choice. */
#define RETURNS(text)                                                                              \
    { SOCKSPEC_RETURNS, text, NULL, NULL }
/* The value matches the pattern, or the statement raises `class`: where it is up to the platform,
 * or where Ruby 1.8.7 does one and today's Ruby the other. */
#define RETURNS_OR_RAISES(text, class)                                                             \
    { SOCKSPEC_RETURNS, text, NULL, #class }
/* It raises `class` or a descendant, and the message names the call or ends as given; NULL: any
 * message. Where Ruby 1.8.7 and today's Ruby differ, class and message can name both:
 * RAISES_ONE("either(ArgumentError, SocketError)", "either('send(2)', 'sendto(2)')"). */
#define RAISES(class, end)                                                                         \
    { SOCKSPEC_RAISES, #class, end, NULL }
/* The same; the class is text, with words of variants: "Errno::$errno". */
#define RAISES_ONE(class, end)                                                                     \
    { SOCKSPEC_RAISES, class, end, NULL }
/* It raises, and the whole message reads as given. */
#define RAISES_EXACTLY(class, message)                                                             \
    { SOCKSPEC_RAISES_EXACTLY, #class, message, NULL }

/* A row whose outcome is a success needs no twin. */
#define ITSELF NULL

struct sockspec_row {
    const char *id;        /* immutable; never positional */
    const char *behaviour; /* its id in fixtures/catalogue.tsv */
    const char *twin;      /* id of a succeeding row that differs in one factor, with words of
                              variants or without the variants it shares; or ITSELF */
    const char *script;    /* in a cross product: the cells claimed, "axis=a,b axis=*" */
    struct sockspec_outcome outcome;
};

/* One value of an axis: `$name` in scripts, outcomes and behaviours is replaced by its text. */
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
    SOCKSPEC_KERNEL,   /* the condition really arises */
    SOCKSPEC_INJECTED, /* the suite answered the system call itself */
};

enum sockspec_needs {
    SOCKSPEC_NEEDS_WORLD, /* names, routes or paths only the world has */
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
    const char *names; /* the hosts file drivers live with: NULL "single", or "dual" */
    const char
        *feature; /* of the implementation, from its hello, without which rows do not apply */
    const char *platform; /* rows that record what this kernel does where the document differs */
    struct sockspec_axis axes[SOCKSPEC_AXES];
    const char *before; /* a script played once before the rows, not before each of them */
    bool waits;         /* some of its rows wait a second, so that it is better played on its own */
    const char *cross;  /* the script of every cell of axes; rows then claim cells */
};

/* Called by the Criterion test of a table: runs its selected rows and records each. */
void sockspec_run_table(const struct sockspec_table *table);

/* Registers `name##_rows` under `name`. The rest of the arguments are fields of the table. */
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
