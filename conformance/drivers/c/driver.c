/*
 * sockspec-driver-c LIBRARY: serves a shared library that exports the functions of sockref.h to
 * sockspec. Reads one JSON-RPC request per line from standard input and writes one answer per line
 * to standard output. Exits at the end of its input.
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "serve.h"

#ifdef __SANITIZE_ADDRESS__
/* The library must report a lack of memory itself, also under the sanitizer. */
/* NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the sanitizer's name */
const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "allocator_may_return_null=1"; }
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */
#endif

enum { LINE_AT_FIRST = 1 << 16 };

/* The line being read, and the input after it. */
struct input {
    char *bytes;
    size_t start, end, room;
};

/* Returns whether to try again: after a signal, or once the stream is ready. A method under test
 * may have set O_NONBLOCK on the stream through a socket made by for_fd. */
static bool try_again(int fd, short events) {
    struct pollfd polled = {.fd = fd, .events = events};

    return errno == EINTR || (errno == EAGAIN && poll(&polled, 1, -1) >= 0);
}

static bool write_all(const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);

        if (written < 0 && !try_again(STDOUT_FILENO, POLLOUT)) {
            return false;
        }
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return true;
}

/* Makes room for more input, and drops what was already served. */
static bool make_room(struct input *input) {
    char *larger;

    if (input->start > 0) {
        memmove(input->bytes, input->bytes + input->start, input->end - input->start);
        input->end -= input->start;
        input->start = 0;
    }
    if (input->end < input->room) {
        return true;
    }
    input->room = input->room == 0 ? LINE_AT_FIRST : input->room * 2;
    larger = realloc(input->bytes, input->room);
    if (larger == NULL) {
        return false;
    }
    input->bytes = larger;
    return true;
}

/* Reads until a line is complete. Returns NULL at the end of input. */
static const char *read_line(struct input *input, size_t *length) {
    size_t searched = 0;

    for (;;) {
        const char *line = input->bytes + input->start;
        size_t unread = input->end - input->start;
        const char *newline =
            unread > searched ? memchr(line + searched, '\n', unread - searched) : NULL;
        ssize_t count;

        if (newline != NULL) {
            *length = (size_t)(newline - line);
            input->start += *length + 1;
            return line;
        }
        searched = unread;
        if (!make_room(input)) {
            return NULL;
        }
        do {
            count = read(STDIN_FILENO, input->bytes + input->end, input->room - input->end);
        } while (count < 0 && try_again(STDIN_FILENO, POLLIN));
        if (count <= 0) {
            return NULL;
        }
        input->end += (size_t)count;
    }
}

static bool serve_input(void) {
    struct input input = {NULL, 0, 0, 0};
    struct output output = {NULL, 0, 0};
    const char *line;
    size_t length;
    bool ok = make_room(&input);

    while (ok && (line = read_line(&input, &length)) != NULL) {
        ok = serve(line, length, &output) && write_all(output.bytes, output.length);
    }
    free(input.bytes);
    free(output.bytes);
    return ok;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        (void)fprintf(stderr, "usage: sockspec-driver-c LIBRARY\n");
        return EXIT_FAILURE;
    }
    if (!api_load(argv[1])) {
        return EXIT_FAILURE;
    }
    serve_start();
    return serve_input() ? EXIT_SUCCESS : EXIT_FAILURE;
}
