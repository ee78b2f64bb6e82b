#include "conformance/harness/report/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

const char *sockspec_provoked_name(enum sockspec_provoked provoked) {
    static const char *const names[] = {"?", "pure", "kernel", "injected"};
    return names[provoked];
}

struct sockspec_palette sockspec_palette_for(FILE *out) {
    const char *unwanted = getenv("NO_COLOR");
    bool coloured = isatty(fileno(out)) == 1 && (unwanted == NULL || *unwanted == '\0');
    return coloured ? (struct sockspec_palette){"\033[1m", "\033[32m", "\033[31m", "\033[0m"}
                    : (struct sockspec_palette){"", "", "", ""};
}

/* Text from a driver must not reach a terminal unchanged. */
void sockspec_print_plain(FILE *out, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool controls = (byte < ' ' && byte != '\t') || byte == 0x7F;
        (void)fprintf(out, controls ? "\\x%02x" : "%c", byte);
    }
}
