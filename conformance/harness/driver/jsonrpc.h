/* JSON-RPC 2.0, one message per line: writes requests and reads answers. */
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
    SOCKSPEC_REPLY_INVALID,     /* protocol error: this is not an answer to the request */
    SOCKSPEC_REPLY_DIED,        /* the driver has ended */
    SOCKSPEC_REPLY_TIMED_OUT,
};

struct sockspec_reply {
    enum sockspec_reply_kind kind;
    json_t *value;     /* the result, or an exception's {"class", "ancestors", "message"}; owned by
                        * the reply */
    char problem[256]; /* what was wrong, for UNSUPPORTED and the last three kinds */
    long long code;    /* the code of an error that is not an exception, else 0 */
};

/* Returns one request with its line feed; the caller frees it. `params` is borrowed. */
char *sockspec_jsonrpc_request(unsigned long id, const char *method, json_t *params,
                               size_t *length);
/* Judges one line (without its line feed) as the answer to request `id`. */
struct sockspec_reply sockspec_jsonrpc_answer(const char *line, size_t length, unsigned long id);

/* Byte strings are JSON strings of the code points U+0000 to U+00FF. */
json_t *sockspec_bytes_to_json(const void *bytes, size_t length);
/* Returns the bytes of a JSON string, NUL-terminated and owned by the caller; NULL if the value is
 * not a string or has a code point above U+00FF. */
char *sockspec_bytes_from_json(const json_t *string, size_t *length);

#endif
