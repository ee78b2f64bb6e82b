#include "conformance/harness/command/html.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/command/companion.h"
#include "conformance/harness/command/finish.h"
#include "conformance/harness/support/memory.h"

int sockspec_make_page(const struct sockspec_options *options) {
    enum { FIXED_WORDS = 6 };
    static char program[] = "python3";
    static char writes_no_cache[] = "-B";
    static char output[] = "--output";
    static char files[] = "--";
    char *script = sockspec_companion("scripts/html");
    size_t count = 0;
    while (options->files[count] != NULL) {
        count++;
    }
    if (access(script, R_OK) < 0) {
        (void)fprintf(stderr, "sockspec: cannot read %s: %s\n", script, strerror(errno));
        free(script);
        return SOCKSPEC_USAGE;
    }
    char **words = sockspec_must_have(calloc(FIXED_WORDS + count + 1, sizeof *words));
    char *const fixed[FIXED_WORDS] = {program, writes_no_cache, script,
                                      output,  options->output, files};
    memcpy(words, fixed, sizeof fixed);
    memcpy(&words[FIXED_WORDS], options->files, count * sizeof *words);
    (void)execvp(program, words);
    if (errno == ENOENT) {
        (void)fputs("sockspec: html needs python3, which is not installed or not in PATH\n",
                    stderr);
    } else {
        (void)fprintf(stderr, "sockspec: cannot run python3: %s\n", strerror(errno));
    }
    free(words);
    free(script);
    return SOCKSPEC_USAGE;
}
