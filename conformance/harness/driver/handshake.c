#include "conformance/harness/driver/handshake.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"

enum { LINES_SHOWN = 40, FIRST_SHOWN = 10, WIDTH_SHOWN = 1000 };

#define FLUSH "flush standard output after each line"

/* Prints a line with control characters replaced. */
static void print_line(FILE *out, const char *margin, const char *line, size_t length) {
    (void)fprintf(out, "%s  ", margin);
    for (size_t i = 0; i < length && i < WIDTH_SHOWN; i++) {
        unsigned char byte = (unsigned char)line[i];
        (void)fputc(byte < ' ' || byte == 0x7F ? (byte == '\t' ? '\t' : '?') : byte, out);
    }
    (void)fputs(length > WIDTH_SHOWN ? " ...\n" : "\n", out);
}

static size_t count_lines(const char *text) {
    size_t lines = 0;
    for (; *text != '\0';
         text += text[strcspn(text, "\n")] == '\0' ? strlen(text) : strcspn(text, "\n") + 1) {
        lines++;
    }
    return lines;
}

void sockspec_print_block(FILE *out, const char *margin, const char *label, const char *text) {
    size_t lines = count_lines(text);
    size_t skipped = lines > LINES_SHOWN ? lines - LINES_SHOWN : 0;
    if (lines == 0) {
        return;
    }
    (void)fprintf(out, "%s%s:\n", margin, label);
    for (size_t i = 0; i < lines; i++) {
        size_t length = strcspn(text, "\n");
        if (skipped > 0 && i == FIRST_SHOWN) {
            (void)fprintf(out, "%s  ... %zu more lines ...\n", margin, skipped);
        }
        if (skipped == 0 || i < FIRST_SHOWN || i >= FIRST_SHOWN + skipped) {
            print_line(out, margin, text, length);
        }
        text += length + (text[length] == '\n' ? 1 : 0);
    }
}

/* Returns the cause of an answer that is something else. */
static const char *explain_answer(const struct sockspec_driver *driver) {
    const char *first = driver->judged_length == 0 ? "" : driver->received;
    if (driver->judged_length == 0 || *first == '{') {
        return "its answer is not the one that conformance/README.md describes";
    }
    return "it writes other text, such as a banner or a log, to standard output before its answer: "
           "write such text to standard error";
}

static const char *explain(struct sockspec_driver *driver) {
    switch (driver->greeting) {
    case SOCKSPEC_REPLY_TIMED_OUT:
        if (driver->received_length > 0) {
            driver->judged_length = driver->received_length;
            return "its answer has no line feed at its end: end each answer with one, and " FLUSH;
        }
        return sockspec_observe_drained(driver->in)
                   ? "it read the request, but its answer stays in a buffer: " FLUSH
                     "; or it waits for the end of its input: read it line by line"
                   : "it does not read requests from standard input";
    case SOCKSPEC_REPLY_DIED:
        driver->judged_length = driver->received_length;
        return driver->received_length > 0 || driver->stderr_length == 0
                   ? "it ends early: a driver answers requests until its standard input ends"
                   : NULL;
    case SOCKSPEC_REPLY_INVALID:
        return explain_answer(driver);
    case SOCKSPEC_REPLY_RESULT:
    case SOCKSPEC_REPLY_EXCEPTION:
    case SOCKSPEC_REPLY_UNSUPPORTED:
        break;
    }
    return "it answers, but its hello is not the one that conformance/README.md describes";
}

/* Copies what the driver has written to standard output, and what it writes in the next moment. */
static void take_output(struct sockspec_driver *driver, char *text, size_t size) {
    enum { QUIET_MS = 200, READS_MAX = 50 };
    size_t length = driver->judged_length < size ? driver->judged_length : size - 1;
    if (length > 0) {
        memcpy(text, driver->received, length);
    }
    for (int reads = 0; reads < READS_MAX && length + 1 < size; reads++) {
        struct pollfd polled = {.fd = driver->out, .events = POLLIN};
        ssize_t got = poll(&polled, 1, QUIET_MS) > 0
                          ? read(driver->out, text + length, size - 1 - length)
                          : -1;
        if (got <= 0) {
            break;
        }
        length += (size_t)got;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\0') {
            text[i] = '?';
        }
    }
    text[length] = '\0';
}

void sockspec_handshake_take_errors(const struct sockspec_driver *driver, char *text, size_t size) {
    size_t length = 0;
    for (size_t i = 0; i < driver->stderr_length && length + 1 < size; i++) {
        text[length] = driver->stderr_tail[i];
        if (text[length] == '\0') {
            text[length] = '?';
        }
        length++;
    }
    text[length] = '\0';
}

void sockspec_handshake_examine(struct sockspec_driver *driver,
                                struct sockspec_handshake *handshake) {
    sockspec_driver_last_words(driver, handshake->words, sizeof handshake->words);
    handshake->cause = explain(driver);
    take_output(driver, handshake->output, sizeof handshake->output);
    sockspec_handshake_take_errors(driver, handshake->errors, sizeof handshake->errors);
}

void sockspec_handshake_print(const struct sockspec_handshake *handshake, FILE *out) {
    if (handshake->cause != NULL) {
        (void)fprintf(out, "  likely cause: %s\n", handshake->cause);
    }
    sockspec_print_block(out, "  ", "standard output", handshake->output);
    if (count_lines(handshake->errors) > 1 ||
        strlen(handshake->errors) > sizeof handshake->words - 1) {
        sockspec_print_block(out, "  ", "standard error", handshake->errors);
    }
}

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text);
    return length >= strlen(end) && strcmp(text + length - strlen(end), end) == 0;
}

void sockspec_handshake_print_start(const char *command, const char *problem, FILE *out) {
    int errnum = ends_with(problem, strerror(EACCES))   ? EACCES
                 : ends_with(problem, strerror(ENOENT)) ? ENOENT
                                                        : 0;
    bool is_path = strchr(command, '/') != NULL;
    if (errnum == EACCES) {
        (void)fprintf(out,
                      "  likely cause: %s is not executable: name its interpreter (-- ruby "
                      "%s), or make it executable: chmod +x %s\n",
                      command, command, command);
    } else if (errnum == ENOENT && is_path && access(command, F_OK) == 0) {
        (void)fputs("  likely cause: its first line (#!) names an interpreter that is not there\n",
                    out);
    } else if (errnum == ENOENT) {
        (void)fprintf(out, "  likely cause: there is no %s %s%s\n", is_path ? "file" : "command",
                      command, is_path ? "" : " in PATH; a file here needs a path: ./FILE");
    }
}
