/* JSON-RPC 2.0, one message a line: requests out, answers in. */
#ifndef SOCKSPEC_JSONRPC_H
#define SOCKSPEC_JSONRPC_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum { SOCKSPEC_LINE_MAX = 1 << 20 };

enum sockspec_reply_kind {
    SOCKSPEC_REPLY_RESULT = 1,
    SOCKSPEC_REPLY_EXCEPTION,
    SOCKSPEC_REPLY_UNSUPPORTED, /* -32601 */
    SOCKSPEC_REPLY_INVALID,     /* not an answer to the request: a protocol error */
    SOCKSPEC_REPLY_DIED,        /* the driver is gone */
    SOCKSPEC_REPLY_TIMED_OUT,
};

struct sockspec_reply {
    enum sockspec_reply_kind kind;
    json_t *value;     /* the result, or an exception's {"class", "ancestors", "message"}; owned */
    char problem[256]; /* what was wrong, of the last three kinds and of UNSUPPORTED */
    long long code;    /* of an error that is no exception, else 0 */
};

/* One request and its line feed; the caller frees it. `params` is borrowed. */
char *sockspec_jsonrpc_request(unsigned long id, const char *method, json_t *params,
                               size_t *length);
/* Judges one line (without its line feed) as the answer to request `id`. */
struct sockspec_reply sockspec_jsonrpc_answer(const char *line, size_t length, unsigned long id);

/* Byte strings are JSON strings of the code points U+0000 to U+00FF. */
json_t *sockspec_bytes_to_json(const void *bytes, size_t length);
/* The bytes of a JSON string, NUL-terminated, owned by the caller; NULL if it is none or has a
 * code point above U+00FF. */
char *sockspec_bytes_from_json(const json_t *string, size_t *length);

#endif
