#include "conformance/harness/driver/driver.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "conformance/harness/driver/observe.h"
#include "conformance/harness/support/clock.h"
#include "conformance/harness/support/memory.h"

void sockspec_driver_open(struct sockspec_driver *driver, pid_t pid, const int descriptors[4]) {
    *driver = (struct sockspec_driver){.pid = pid,
                                       .process = (int)syscall(SYS_pidfd_open, pid, 0),
                                       .in = descriptors[0],
                                       .out = descriptors[1],
                                       .err = descriptors[2],
                                       .listener = descriptors[3]};
    (void)fcntl(driver->in, F_SETFL, O_NONBLOCK);
    (void)fcntl(driver->out, F_SETFL, O_NONBLOCK);
    (void)fcntl(driver->err, F_SETFL, O_NONBLOCK);
}

void sockspec_driver_close(struct sockspec_driver *driver) {
    (void)close(driver->in);
    (void)close(driver->out);
    (void)close(driver->err);
    (void)close(driver->listener);
    (void)close(driver->process);
    free(driver->received);
    json_decref(driver->hello);
}

static void note(struct sockspec_driver *driver, const char *direction, const char *text,
                 size_t length) {
    enum { LINE_SHOWN = 600 };
    size_t room = sizeof driver->transcript - driver->transcript_length;
    int shown = length > LINE_SHOWN ? LINE_SHOWN : (int)length;
    int used = snprintf(driver->transcript + driver->transcript_length, room, "%s%.*s%s\n",
                        direction, shown, text, length > LINE_SHOWN ? " ..." : "");
    if (used > 0 && (size_t)used < room) {
        driver->transcript_length += (size_t)used;
    }
}

void sockspec_driver_note(struct sockspec_driver *driver, const char *text) {
    note(driver, "-- ", text, strlen(text));
}

void sockspec_driver_drain_stderr(struct sockspec_driver *driver) {
    enum { KEPT = sizeof driver->stderr_tail / 2, READS_MAX = 512 };
    /* The number of reads is limited, because the driver's output may never end. */
    for (int reads = 0; reads < READS_MAX; reads++) {
        if (driver->stderr_length > KEPT) {
            memmove(driver->stderr_tail, driver->stderr_tail + driver->stderr_length - KEPT, KEPT);
            driver->stderr_length = KEPT;
        }
        ssize_t got = read(driver->err, driver->stderr_tail + driver->stderr_length, KEPT - 1);
        if (got <= 0) {
            return;
        }
        driver->stderr_length += (size_t)got;
    }
}

void sockspec_driver_last_words(struct sockspec_driver *driver, char *text, size_t size) {
    sockspec_driver_drain_stderr(driver);
    const char *said = driver->stderr_tail;
    const char *end = said + driver->stderr_length;
    *text = '\0';
    for (const char *line = said; line < end;) {
        const char *feed = memchr(line, '\n', (size_t)(end - line));
        const char *stop = feed == NULL ? end : feed;
        if (stop > line && *line != ' ' && *line != '\t') {
            (void)snprintf(text, size, "%.*s", (int)(stop - line), line);
        }
        line = stop + 1;
    }
}

/* Waits until `fd` is ready for `events`. Meanwhile reads the driver's standard error and answers
 * its system calls. Returns false at the deadline, or when the driver has ended and nothing is left
 * to read. */
static bool wait_for(struct sockspec_driver *driver, int fd, short events, long long deadline) {
    /* poll ignores a descriptor of -1. */
    struct pollfd polled[] = {{.fd = fd, .events = events},
                              {.fd = driver->listener, .events = POLLIN},
                              {.fd = driver->err, .events = POLLIN},
                              {.fd = driver->process, .events = POLLIN}};
    for (;;) {
        long long left = driver->ended ? 0 : deadline - sockspec_now_ms();
        int ready = poll(polled, sizeof polled / sizeof polled[0], left < 0 ? 0 : (int)left);
        if (ready == 0 || (ready < 0 && errno != EINTR)) {
            return false;
        }
        if ((polled[1].revents & POLLIN) != 0) {
            sockspec_fault_serve(driver->listener, &driver->fault);
        }
        if (polled[2].revents != 0) {
            sockspec_driver_drain_stderr(driver);
        }
        for (size_t i = 1; i < sizeof polled / sizeof polled[0]; i++) {
            if ((polled[i].revents & (POLLHUP | POLLERR)) != 0) {
                polled[i].fd = -1; /* nothing more arrives here */
            }
        }
        if (ready > 0 && polled[0].revents != 0) {
            return true;
        }
        if (left <= 0) {
            return false;
        }
        /* Whatever the driver wrote before it ended can be read by now, so look once more. */
        driver->ended = driver->ended || polled[3].revents != 0;
    }
}

/* Reads what is available. Returns false at end of file. */
static bool read_more(struct sockspec_driver *driver) {
    enum { STEP = 16 << 10 };
    if (driver->received_room - driver->received_length < STEP) {
        driver->received_room += STEP;
        driver->received = sockspec_must_have(realloc(driver->received, driver->received_room));
    }
    ssize_t got = read(driver->out, driver->received + driver->received_length, STEP);
    if (got > 0) {
        driver->received_length += (size_t)got;
    }
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

static struct sockspec_reply broken_off(struct sockspec_driver *driver,
                                        enum sockspec_reply_kind kind, const char *problem) {
    struct sockspec_reply reply = {.kind = kind};
    (void)snprintf(reply.problem, sizeof reply.problem, "%s", problem);
    driver->failed = true;
    return reply;
}

/* Output that arrives before a request is sent is not the answer to anything. */
static bool spoke_unasked(struct sockspec_driver *driver) {
    struct pollfd stray = {.fd = driver->out, .events = POLLIN};
    if (poll(&stray, 1, 0) <= 0 || (stray.revents & POLLIN) == 0) {
        return false;
    }
    (void)read_more(driver);
    note(driver, "<- ", driver->received, driver->received_length);
    driver->judged_length = driver->received_length;
    driver->received_length = 0;
    return true;
}

bool sockspec_driver_send_line(struct sockspec_driver *driver, const char *line, size_t length,
                               int timeout_ms, struct sockspec_reply *failure) {
    if (spoke_unasked(driver)) {
        *failure = broken_off(driver, SOCKSPEC_REPLY_INVALID,
                              "output on standard output that nobody asked for");
        return false;
    }
    note(driver, "-> ", line, length - 1);
    long long deadline = sockspec_now_ms() + timeout_ms;
    size_t sent = 0;
    bool refused = false;
    while (sent < length) {
        ssize_t written = write(driver->in, line + sent, length - sent);
        refused = written < 0 && errno != EAGAIN;
        sent += written < 0 ? 0 : (size_t)written;
        if (refused || (written < 0 && !wait_for(driver, driver->in, POLLOUT, deadline))) {
            break;
        }
    }
    if (sent < length) {
        *failure =
            refused || driver->ended
                ? broken_off(driver, SOCKSPEC_REPLY_DIED, "the driver takes no more requests")
                : broken_off(driver, SOCKSPEC_REPLY_TIMED_OUT, "the request is not read in time");
    }
    return sent == length;
}

bool sockspec_driver_send(struct sockspec_driver *driver, const char *method, json_t *params,
                          int timeout_ms, struct sockspec_reply *failure) {
    size_t length = 0;
    char *line = sockspec_jsonrpc_request(++driver->id, method, params, &length);
    bool sent = sockspec_driver_send_line(driver, line, length, timeout_ms, failure);
    free(line);
    return sent;
}

/* Judges the first line received. Nobody asked for what follows it. */
static struct sockspec_reply judge_line(struct sockspec_driver *driver, const char *end) {
    size_t length = (size_t)(end - driver->received);
    size_t beyond = driver->received_length - length - 1;
    note(driver, "<- ", driver->received, length);
    driver->judged_length = driver->received_length;
    driver->received_length = 0;
    if (length > SOCKSPEC_LINE_MAX) {
        return broken_off(driver, SOCKSPEC_REPLY_INVALID, "a line over 1 MiB");
    }
    struct sockspec_reply reply = sockspec_jsonrpc_answer(driver->received, length, driver->id);
    if (beyond > 0) {
        note(driver, "<- ", end + 1, beyond);
        json_decref(reply.value);
        return broken_off(driver, SOCKSPEC_REPLY_INVALID,
                          "more on standard output than one answer");
    }
    return reply;
}

static struct sockspec_reply receive_line(struct sockspec_driver *driver, int timeout_ms) {
    long long deadline = sockspec_now_ms() + timeout_ms;
    for (;;) {
        if (!wait_for(driver, driver->out, POLLIN, deadline)) {
            return driver->ended
                       ? broken_off(driver, SOCKSPEC_REPLY_DIED, "the driver ended")
                       : broken_off(driver, SOCKSPEC_REPLY_TIMED_OUT, "no answer in time");
        }
        bool open = read_more(driver);
        const char *end = driver->received_length == 0
                              ? NULL
                              : memchr(driver->received, '\n', driver->received_length);
        if (end != NULL) {
            return judge_line(driver, end);
        }
        if (driver->received_length > SOCKSPEC_LINE_MAX) {
            return broken_off(driver, SOCKSPEC_REPLY_INVALID, "a line over 1 MiB");
        }
        if (!open) {
            return broken_off(driver, SOCKSPEC_REPLY_DIED, "the driver ended");
        }
    }
}

struct sockspec_reply sockspec_driver_receive(struct sockspec_driver *driver, int timeout_ms) {
    struct sockspec_reply reply = receive_line(driver, timeout_ms);
    driver->failed = driver->failed || reply.kind == SOCKSPEC_REPLY_INVALID;
    return reply;
}

struct sockspec_reply sockspec_driver_call(struct sockspec_driver *driver, const char *method,
                                           json_t *params, int timeout_ms) {
    struct sockspec_reply failure;
    return sockspec_driver_send(driver, method, params, timeout_ms, &failure)
               ? sockspec_driver_receive(driver, timeout_ms)
               : failure;
}

bool sockspec_driver_blocks(struct sockspec_driver *driver, int timeout_ms) {
    enum { LOOK_AGAIN_MS = 1, WORK_PART = 5 };
    long long deadline = sockspec_now_ms() + timeout_ms;
    long long work_end = sockspec_observe_work_ms(driver->pid) + timeout_ms / WORK_PART;
    while (sockspec_now_ms() < deadline && sockspec_observe_work_ms(driver->pid) <= work_end) {
        sockspec_driver_drain_stderr(driver); /* so that a full pipe is not the reason why the
                                               * driver sleeps */
        bool asleep = sockspec_observe_drained(driver->in) &&
                      sockspec_observe_asleep(driver->pid) && sockspec_observe_drained(driver->err);
        struct pollfd polled[] = {{.fd = driver->out, .events = POLLIN},
                                  {.fd = driver->process, .events = POLLIN},
                                  {.fd = driver->listener, .events = POLLIN}};
        int ready = poll(polled, 3, asleep ? 0 : LOOK_AGAIN_MS);
        if (polled[0].revents != 0 || polled[1].revents != 0) {
            return false;
        }
        if (ready > 0) { /* the driver sleeps because a system call waits for our answer */
            sockspec_fault_serve(driver->listener, &driver->fault);
        } else if (asleep) {
            return true;
        }
    }
    return false;
}
