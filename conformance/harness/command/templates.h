/* The templates of drivers that `sockspec init` writes: the files of conformance/templates,
 * embedded in the program. */
#ifndef SOCKSPEC_TEMPLATES_H
#define SOCKSPEC_TEMPLATES_H

#include <stdbool.h>
#include <stddef.h>

enum { SOCKSPEC_TEMPLATE_FILES = 3 };

struct sockspec_template {
    const char *language;
    const char *alias; /* another name that people try */
    struct {
        const char *name;
        const char *text;
    } files[SOCKSPEC_TEMPLATE_FILES + 1]; /* the first is the one to edit; the last has no name */
    bool built;                           /* `make` builds it */
    bool library;                         /* it is a library, not a driver */
    const char *interpreter;              /* starts the program, or NULL */
    const char *program;                  /* the file that is run or loaded */
};

/* All languages; the last has no name. */
extern const struct sockspec_template sockspec_templates[];

#endif
