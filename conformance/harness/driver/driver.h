/* The conversation with one driver: a separate process that serves the implementation. */
#ifndef SOCKSPEC_DRIVER_H
#define SOCKSPEC_DRIVER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "conformance/harness/driver/fault.h"
#include "conformance/harness/driver/jsonrpc.h"

enum { SOCKSPEC_TRANSCRIPT_MAX = 16 << 10 };

/* Its first answer may take so many times as long as any other: it has to start, and a virtual
 * machine does so at leisure where others work, too. */
enum { SOCKSPEC_START_FACTOR = 6 };

struct sockspec_driver {
    pid_t pid;
    int process;  /* readable once it has ended, whoever still holds its pipes; or -1 */
    int in;       /* its standard input, written by us */
    int out;      /* its standard output, read by us, non-blocking */
    int err;      /* its standard error, non-blocking */
    int listener; /* its system calls wait there for us, or -1 */
    struct sockspec_fault fault;
    bool ended;       /* seen to have */
    bool failed;      /* it ended, did not answer in time, or spoke no protocol */
    unsigned long id; /* of the last request */
    char *received;   /* read and not yet judged */
    size_t received_length, received_room;
    char stderr_tail[4096]; /* the last of what it said on standard error */
    size_t stderr_length;
    char transcript[SOCKSPEC_TRANSCRIPT_MAX];
    size_t transcript_length;
    json_t *hello;
};

void sockspec_driver_open(struct sockspec_driver *driver, pid_t pid, const int descriptors[4]);
void sockspec_driver_close(struct sockspec_driver *driver);

/* Sends a request; false when that fails within `timeout_ms`, with what it comes to. */
bool sockspec_driver_send(struct sockspec_driver *driver, const char *method, json_t *params,
                          int timeout_ms, struct sockspec_reply *failure);
/* The same of any line, its line feed included, whatever it says. */
bool sockspec_driver_send_line(struct sockspec_driver *driver, const char *line, size_t length,
                               int timeout_ms, struct sockspec_reply *failure);
/* Waits for the answer to the last request, `timeout_ms` at most. */
struct sockspec_reply sockspec_driver_receive(struct sockspec_driver *driver, int timeout_ms);
/* Both. */
struct sockspec_reply sockspec_driver_call(struct sockspec_driver *driver, const char *method,
                                           json_t *params, int timeout_ms);
/* Whether the last request blocks: true as soon as every thread of the driver sleeps and no answer
 * is there, false as soon as there is one, or after `timeout_ms` with neither, a fifth of which is
 * enough for one that works all the time. */
bool sockspec_driver_blocks(struct sockspec_driver *driver, int timeout_ms);

/* Greets the driver and keeps its hello, waiting SOCKSPEC_START_FACTOR times `timeout_ms` at most;
 * false with the reason in `problem`. */
bool sockspec_driver_greet(struct sockspec_driver *driver, int timeout_ms, char *problem,
                           size_t size);
/* What it calls its implementation, name and version, and the file of the library, if one was
 * named: "sockref 0.1.0 (libmine.so)". */
void sockspec_driver_title(const struct sockspec_driver *driver, const char *library, char *title,
                           size_t size);
bool sockspec_driver_has_feature(const struct sockspec_driver *driver, const char *feature);
bool sockspec_driver_has_method(const struct sockspec_driver *driver, const char *method);

/* Adds a line of our own to the transcript. */
void sockspec_driver_note(struct sockspec_driver *driver, const char *text);

/* The line of its standard error that says most: the last one, where the lines of a backtrace,
 * which are indented, do not count. "" if it said nothing. */
void sockspec_driver_last_words(struct sockspec_driver *driver, char *text, size_t size);

/* Takes what is on its standard error into stderr_tail. */
void sockspec_driver_drain_stderr(struct sockspec_driver *driver);

#endif
