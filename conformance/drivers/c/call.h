/* One call of a method: its arguments as sockref values, its result or exception as JSON. */
#ifndef SOCKSPEC_DRIVER_C_CALL_H
#define SOCKSPEC_DRIVER_C_CALL_H

#include <jansson.h>

#include "api.h"

enum { CALL_ARGUMENTS_MAX = 6 };

struct call_block;

struct call {
    struct sockref_socket *socket;                   /* the receiver of an instance method */
    struct sockref_value values[CALL_ARGUMENTS_MAX]; /* nil if omitted */
    const struct sockref_value *arguments[CALL_ARGUMENTS_MAX]; /* NULL if omitted */
    const json_t *params;                                      /* all arguments as they were
                                                                * received */
    bool invalid; /* set by a function that finds that the arguments have the wrong shape */
    struct sockref_error error;
    struct call_block *blocks; /* the memory that the arguments point to */
};

/* Fills in `result`, or returns false with the exception in call->error. A NULL result means that
 * the driver itself ran out of memory. */
typedef bool call_function(struct call *call, json_t **result);

struct method {
    const char *name;
    bool has_receiver;
    size_t required, allowed; /* the number of arguments, without the receiver */
    call_function *function;
};

/* Tables of methods. Each ends with a row without a name. */
extern const struct method class_methods[];
extern const struct method socket_methods[];
extern const struct method stream_methods[];
extern const struct method select_methods[];

/* Returns false if a value is not a valid argument: it has a code point beyond U+00FF, or is an
 * object but not a handle. */
bool call_decode(struct call *call, const json_t *json, struct sockref_value *value);
void call_release(struct call *call);

/* Convert byte strings to JSON. encode_held and encode_string also check for the NUL that the
 * library must put behind a string it returns; encode_string frees the string. */
json_t *encode_bytes(const char *bytes, size_t length);
json_t *encode_held(const struct sockref_string *string);
json_t *encode_string(struct sockref_string *string);

/* --- handles.c: the sockets the suite holds, by number -------------------------------------- */

json_t *handle_new(struct sockref_socket *socket);
/* Returns NULL if the value is not a handle. */
struct sockref_socket *handle_socket(const json_t *json);
void handles_close_all(void);

#endif
