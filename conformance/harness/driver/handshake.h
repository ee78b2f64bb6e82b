/* Says why a driver gave no proper hello, and what to do. */
#ifndef SOCKSPEC_HANDSHAKE_H
#define SOCKSPEC_HANDSHAKE_H

#include <stdio.h>

#include "conformance/harness/driver/driver.h"

/* What is known about a failed hello. Take it while the driver is open; it may be printed later. */
struct sockspec_handshake {
    const char *cause; /* the likely cause and what to do, or NULL */
    char words[1000];  /* the most informative line of standard error, or "" */
    char output[2048]; /* the beginning of standard output */
    char errors[8192]; /* the end of standard error */
};

/* Examines a driver whose hello failed. */
void sockspec_handshake_examine(struct sockspec_driver *driver,
                                struct sockspec_handshake *handshake);
/* Copies what the driver has written to standard error. */
void sockspec_handshake_take_errors(const struct sockspec_driver *driver, char *text, size_t size);
/* Prints the cause and what the driver wrote, in indented lines. */
void sockspec_handshake_print(const struct sockspec_handshake *handshake, FILE *out);
/* Prints what to do about a command that cannot be started. `problem` ends with the system's text.
 */
void sockspec_handshake_print_start(const char *command, const char *problem, FILE *out);
/* Prints lines of a driver's text below a label: all, or the first and last ones of many. */
void sockspec_print_block(FILE *out, const char *margin, const char *label, const char *text);

#endif
