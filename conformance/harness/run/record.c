#include "conformance/harness/run/record.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "conformance/harness/driver/jsonrpc.h"
#include "conformance/harness/rows/cases.h"
#include "conformance/harness/support/memory.h"

/* The maximal size of a message, and how much of it each text may take. */
enum {
    MESSAGE_MAX = 160 << 10,
    COVERED_MAX = 32 << 10,
    OBSERVED_MAX = 24 << 10,
    DETAIL_MAX = 8 << 10,
    TRANSCRIPT_MAX = 90 << 10
};

struct sockspec_record *sockspec_record_make(size_t count) {
    struct sockspec_record *record = sockspec_must_have(calloc(1, sizeof *record));
    record->count = record->latest = count;
    record->entries = sockspec_must_have(calloc(count, sizeof *record->entries));
    return record;
}

void sockspec_record_free(struct sockspec_record *record) {
    for (size_t i = 0; i < record->count; i++) {
        free(record->entries[i].observed);
        free(record->entries[i].detail);
        free(record->entries[i].transcript);
        free(record->entries[i].listed);
        free(record->entries[i].covered);
    }
    free(record->entries);
    free(record);
}

static void send_message(int socket, json_t *message) {
    char *text = json_dumps(message, JSON_COMPACT);
    json_decref(message);
    if (text != NULL) {
        while (send(socket, text, strlen(text), MSG_NOSIGNAL) < 0 && errno == EINTR) {
        }
    }
    free(text);
}

/* Returns how many bytes of a text take no more than `room` in a message, with control characters
 * escaped. */
static size_t fitting_length(const char *text, size_t room) {
    size_t length = 0;
    for (size_t used = 0; text[length] != '\0'; length++) {
        unsigned char byte = (unsigned char)text[length];
        bool is_double = byte > '~' || byte == '"' || byte == '\\';
        used += byte < ' ' ? strlen("\\u0000") : is_double ? 2 : 1;
        if (used > room) {
            break;
        }
    }
    return length;
}

/* Implementations may write text of any length; only its beginning is sent. */
static json_t *text_or_null(const char *text, size_t room) {
    if (text == NULL) {
        return json_null();
    }
    size_t length = fitting_length(text, room);
    if (text[length] == '\0') {
        return sockspec_bytes_to_json(text, length);
    }
    char *cut = sockspec_format("%.*s ...", (int)length, text);
    json_t *string = sockspec_bytes_to_json(cut, strlen(cut));
    free(cut);
    return string;
}

void sockspec_record_send(int socket, size_t index, const struct sockspec_judgement *judgement,
                          long long duration_us) {
    send_message(socket, json_pack("{sIsisIsIsIsIsosososo}", "index", (json_int_t)index, "verdict",
                                   (int)judgement->verdict, "duration", (json_int_t)duration_us,
                                   "tamperings", (json_int_t)judgement->tamperings, "allowed",
                                   (json_int_t)judgement->allowed, "accepted",
                                   (json_int_t)judgement->accepted, "observed",
                                   text_or_null(judgement->observed, OBSERVED_MAX), "covered",
                                   text_or_null(judgement->covered, COVERED_MAX), "detail",
                                   text_or_null(judgement->detail, DETAIL_MAX), "transcript",
                                   text_or_null(judgement->transcript, TRANSCRIPT_MAX)));
}

void sockspec_record_send_implementation(int socket, const char *text) {
    send_message(socket, json_pack("{so}", "implementation", text_or_null(text, DETAIL_MAX)));
}

void sockspec_record_send_no_driver(int socket, const char *text) {
    send_message(socket, json_pack("{so}", "no_driver", text_or_null(text, OBSERVED_MAX)));
}

static char *take_text(const json_t *message, const char *key) {
    size_t length = 0;
    return sockspec_bytes_from_json(json_object_get(message, key), &length);
}

static void take_note(char *to, size_t size, const json_t *message, const char *key) {
    char *text = take_text(message, key);
    if (text != NULL && *to == '\0') {
        (void)snprintf(to, size, "%s", text);
    }
    free(text);
}

static void take_entry(struct sockspec_record *record, const json_t *message) {
    json_int_t index = json_integer_value(json_object_get(message, "index"));
    json_int_t verdict = json_integer_value(json_object_get(message, "verdict"));
    if (index < 0 || (size_t)index >= record->count || record->entries[index].recorded ||
        verdict < 0 || verdict >= SOCKSPEC_VERDICTS) {
        return;
    }
    struct sockspec_entry *entry = &record->entries[index];
    entry->recorded = true;
    record->latest = (size_t)index;
    entry->verdict = (enum sockspec_verdict)verdict;
    entry->duration_us = json_integer_value(json_object_get(message, "duration"));
    entry->tamperings = (size_t)json_integer_value(json_object_get(message, "tamperings"));
    entry->allowed = (size_t)json_integer_value(json_object_get(message, "allowed"));
    entry->accepted = (size_t)json_integer_value(json_object_get(message, "accepted"));
    entry->observed = take_text(message, "observed");
    entry->detail = take_text(message, "detail");
    entry->transcript = take_text(message, "transcript");
    entry->covered = take_text(message, "covered");
}

bool sockspec_record_receive(struct sockspec_record *record, int socket) {
    static char text[MESSAGE_MAX];
    ssize_t length = recv(socket, text, sizeof text, 0);
    if (length <= 0) {
        return length < 0 && errno == EINTR;
    }
    json_t *message = json_loadb(text, (size_t)length, JSON_ALLOW_NUL, NULL);
    take_note(record->implementation, sizeof record->implementation, message, "implementation");
    take_note(record->no_driver, sizeof record->no_driver, message, "no_driver");
    if (json_is_integer(json_object_get(message, "index"))) {
        take_entry(record, message);
    }
    json_decref(message);
    return true;
}

/* Without a passing control row, an outcome proves nothing about its cause. */
static void settle_control(struct sockspec_record *record, const struct sockspec_case *test) {
    struct sockspec_entry *entry = &record->entries[test->index];
    if (test->row->control == NULL || entry->verdict != SOCKSPEC_PASS) {
        return;
    }
    const struct sockspec_entry *control =
        test->control == NULL ? NULL : &record->entries[test->control->index];
    if (control != NULL && control->recorded && control->verdict == SOCKSPEC_PASS) {
        return;
    }
    /* If the control row was not run or is unsupported, the row gets the same verdict, because it
     * proves nothing either. */
    bool open = control != NULL && (!control->recorded || control->verdict == SOCKSPEC_NOT_RUN ||
                                    control->verdict == SOCKSPEC_UNSUPPORTED);
    enum sockspec_verdict verdict =
        control != NULL && control->recorded ? control->verdict : SOCKSPEC_NOT_RUN;
    entry->verdict = open ? verdict : SOCKSPEC_BROKEN;
    free(entry->detail);
    entry->detail =
        sockspec_format(SOCKSPEC_BY_CONTROL_ROW "%s did not pass (%s)",
                        test->control == NULL ? test->control_name : test->control->id,
                        test->control == NULL ? "there is none" : sockspec_verdict_name(verdict));
}

void sockspec_record_leave_out(struct sockspec_record *record) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        struct sockspec_entry *entry = &record->entries[i];
        const struct sockspec_case *control = cases[i].control;
        bool open = control != NULL && !record->entries[control->index].recorded;
        if (entry->reported && (!entry->recorded || (entry->verdict == SOCKSPEC_PASS && open))) {
            entry->reported = false;
            record->left_out++;
        }
    }
}

void sockspec_record_settle(struct sockspec_record *record) {
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    for (size_t i = 0; i < count; i++) {
        settle_control(record, &cases[i]);
    }
}

void sockspec_record_combine(struct sockspec_record *record, struct sockspec_record *other) {
    for (size_t i = 0; i < record->count; i++) {
        struct sockspec_entry *entry = &record->entries[i];
        struct sockspec_entry *another = &other->entries[i];
        bool new_or_worse = !entry->recorded ||
                            (entry->verdict == SOCKSPEC_PASS && another->verdict != SOCKSPEC_PASS);
        if (another->reported && another->recorded && new_or_worse) {
            const struct sockspec_entry moved = *entry;
            *entry = *another;
            *another = moved;
        }
    }
    memcpy(record->no_driver, other->no_driver, sizeof record->no_driver);
}

void sockspec_record_count(struct sockspec_record *record) {
    record->reported = record->missing = 0;
    memset(record->counts, 0, sizeof record->counts);
    for (size_t i = 0; i < record->count; i++) {
        const struct sockspec_entry *entry = &record->entries[i];
        if (entry->reported) {
            record->reported++;
            record->missing += entry->recorded ? 0 : 1;
            record->counts[entry->verdict] += entry->recorded ? 1 : 0;
        }
    }
}
