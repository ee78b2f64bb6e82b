/* The command html: makes a page of results. */
#ifndef SOCKSPEC_HTML_H
#define SOCKSPEC_HTML_H

#include "conformance/harness/command/options.h"

/* Replaces this process by the script that makes the page. Returns an exit status, with one line on
 * standard error, if it cannot be started. */
int sockspec_make_page(const struct sockspec_options *options);

#endif
