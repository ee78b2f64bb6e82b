#include "conformance/harness/doctor/examination.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "conformance/harness/driver/handshake.h"
#include "conformance/harness/report/text.h"

/* Prints a line of the transcript, cut to fit a line of the report but never within a character. */
static void tell_line(const char *line, size_t length) {
    enum { SHOWN = 160 };
    size_t shown = length > SHOWN ? SHOWN : length;
    while (shown > 0 && shown < length && ((unsigned char)line[shown] & 0xC0) == 0x80) {
        shown--;
    }
    (void)fputs("         ", stdout);
    sockspec_print_plain(stdout, line, shown);
    (void)puts(shown < length ? " ..." : "");
}

/* Prints the last request and everything that followed it. */
static void tell_transcript(const struct sockspec_driver *driver) {
    enum { LINES_MAX = 4 };
    const char *end = driver->transcript + driver->transcript_length;
    const char *from = driver->transcript;
    for (const char *line = from; line < end; line = strchr(line, '\n') + 1) {
        from = strncmp(line, "-> ", 3) == 0 ? line : from;
    }
    for (int lines = 0; from < end && lines < LINES_MAX; lines++) {
        const char *feed = strchr(from, '\n');
        tell_line(from, (size_t)(feed - from));
        from = feed + 1;
    }
}

/* The same problem can occur everywhere, so the first few findings are enough to show it. */
void sockspec_doctor_tell(struct sockspec_doctor *doctor, const char *finding, const char *advice) {
    struct sockspec_palette palette = sockspec_palette_for(stdout);
    if (doctor->findings++ >= SOCKSPEC_DOCTOR_FINDINGS_SHOWN) {
        return;
    }
    bool advises = doctor->check->weight == SOCKSPEC_DOCTOR_ADVISES;
    if (advises) {
        (void)fputs("note     ", stdout);
    } else {
        (void)printf("%swrong%s    ", palette.bad, palette.plain);
    }
    (void)printf("%s%s%s: ", palette.strong, doctor->check->name, palette.plain);
    sockspec_print_plain(stdout, finding, strlen(finding));
    (void)printf("\n         %s: %s\n", advises ? "no run needs it; advice" : "fix", advice);
    tell_transcript(&doctor->scenario.places[SOCKSPEC_HERE].driver);
    bool dismissed = !doctor->scenario.places[SOCKSPEC_HERE].leased;
    bool greeted = *doctor->title != '\0';
    const char *feed = strchr(doctor->errors, '\n');
    if (dismissed && !greeted && feed != NULL && feed[1] != '\0') {
        sockspec_print_block(stdout, "         ", "standard error", doctor->errors);
    } else if (dismissed && *doctor->noise != '\0') {
        (void)fputs("         standard error: ", stdout);
        sockspec_print_plain(stdout, doctor->noise, strlen(doctor->noise));
        (void)putchar('\n');
    }
}

void sockspec_doctor_find(struct sockspec_doctor *doctor, const char *format, ...) {
    char finding[1024];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(finding, sizeof finding, format, arguments);
    va_end(arguments);
    sockspec_doctor_tell(doctor, finding, doctor->check->advice);
}

void sockspec_doctor_skip(struct sockspec_doctor *doctor, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(doctor->skipped, sizeof doctor->skipped, format, arguments);
    va_end(arguments);
}

void sockspec_doctor_note(struct sockspec_doctor *doctor, const char *format, ...) {
    va_list arguments;
    doctor->noted = true;
    (void)printf("note     %s: ", doctor->check->name);
    va_start(arguments, format);
    (void)vprintf(format, arguments);
    va_end(arguments);
    (void)putchar('\n');
}
