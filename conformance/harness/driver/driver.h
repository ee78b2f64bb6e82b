/* Folder driver: starts the drivers, leases them to workers and talks to them. This file is the
 * conversation with one driver, a separate process that serves the implementation. */
#ifndef SOCKSPEC_DRIVER_H
#define SOCKSPEC_DRIVER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "conformance/harness/driver/fault.h"
#include "conformance/harness/driver/jsonrpc.h"

enum { SOCKSPEC_TRANSCRIPT_MAX = 16 << 10 };

struct sockspec_driver {
    pid_t pid;
    int process;  /* readable once the driver has ended, even if others still hold its pipes; or
                   * -1 */
    int in;       /* the driver's standard input, which we write */
    int out;      /* the driver's standard output, which we read; non-blocking */
    int err;      /* the driver's standard error; non-blocking */
    int listener; /* the driver's system calls wait here for our answer; or -1 */
    struct sockspec_fault fault;
    bool ended;       /* the suite has noticed that the driver ended */
    bool failed;      /* the driver ended, did not answer in time, or violated the protocol */
    unsigned long id; /* the id of the last request */
    char *received;   /* bytes that are read but not yet judged */
    size_t received_length, received_room;
    size_t judged_length; /* how many bytes of `received` were judged last; they are still there */
    char stderr_tail[8192]; /* the end of what the driver wrote to standard error */
    size_t stderr_length;
    char transcript[SOCKSPEC_TRANSCRIPT_MAX];
    size_t transcript_length;
    json_t *hello;
    enum sockspec_reply_kind greeting; /* how the last hello was answered; 0 before the first */
};

void sockspec_driver_open(struct sockspec_driver *driver, pid_t pid, const int descriptors[4]);
void sockspec_driver_close(struct sockspec_driver *driver);

/* Sends a request. Returns false if that fails or takes longer than `timeout_ms`; `failure` then
 * holds the outcome. */
bool sockspec_driver_send(struct sockspec_driver *driver, const char *method, json_t *params,
                          int timeout_ms, struct sockspec_reply *failure);
/* Like sockspec_driver_send, for any line, whatever it contains. `line` includes its line feed. */
bool sockspec_driver_send_line(struct sockspec_driver *driver, const char *line, size_t length,
                               int timeout_ms, struct sockspec_reply *failure);
/* Waits up to `timeout_ms` for the answer to the last request. */
struct sockspec_reply sockspec_driver_receive(struct sockspec_driver *driver, int timeout_ms);
/* Sends a request and waits for its answer. */
struct sockspec_reply sockspec_driver_call(struct sockspec_driver *driver, const char *method,
                                           json_t *params, int timeout_ms);
/* Returns whether the last request blocks: true as soon as every thread of the driver sleeps and
 * there is no answer; false as soon as there is an answer; false after `timeout_ms` with neither. A
 * driver that works all the time gets only a fifth of `timeout_ms`. */
bool sockspec_driver_blocks(struct sockspec_driver *driver, int timeout_ms);

/* Adds a line of the suite's own to the transcript. */
void sockspec_driver_note(struct sockspec_driver *driver, const char *text);

/* Writes the most informative line of the driver's standard error to `text`: the last line that is
 * not indented, because the lines of a backtrace are indented. Writes "" if the driver wrote
 * nothing. */
void sockspec_driver_last_words(struct sockspec_driver *driver, char *text, size_t size);

/* Reads the driver's standard error into stderr_tail. */
void sockspec_driver_drain_stderr(struct sockspec_driver *driver);

#endif
