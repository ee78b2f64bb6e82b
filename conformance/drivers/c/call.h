/* One call of a method: its arguments as sockref values, its result or exception as JSON. */
#ifndef SOCKSPEC_DRIVER_C_CALL_H
#define SOCKSPEC_DRIVER_C_CALL_H

#include <jansson.h>

#include "api.h"

enum { CALL_ARGUMENTS_MAX = 6 };

struct call_block;

struct call {
    struct sockref_socket *socket;                   /* the receiver of an instance method */
    struct sockref_value values[CALL_ARGUMENTS_MAX]; /* nil where left out */
    const struct sockref_value *arguments[CALL_ARGUMENTS_MAX]; /* NULL where left out */
    const json_t *params;                                      /* all of them as they came */
    bool invalid; /* set by a function that finds the arguments misshapen after all */
    struct sockref_error error;
    struct call_block *blocks; /* what the arguments point to */
};

/* Fills in `result`, or returns false with the exception in call->error. A NULL result means that
 * memory ran out in the driver itself. */
typedef bool call_function(struct call *call, json_t **result);

struct method {
    const char *name;
    bool has_receiver;
    size_t required, allowed; /* arguments, the receiver apart */
    call_function *function;
};

/* Tables of methods, each ended by a row without a name. */
extern const struct method class_methods[];
extern const struct method socket_methods[];
extern const struct method stream_methods[];
extern const struct method select_methods[];

/* False when a value is no argument: a code point beyond U+00FF, an object that is no handle. */
bool call_decode(struct call *call, const json_t *json, struct sockref_value *value);
void call_release(struct call *call);

/* Byte strings as JSON. The others look for the NUL that the library has to put behind what it
 * hands out, and the last frees it. */
json_t *encode_bytes(const char *bytes, size_t length);
json_t *encode_held(const struct sockref_string *string);
json_t *encode_string(struct sockref_string *string);

/* --- handles.c: the sockets the suite holds, by number
 * -------------------------------------------- */

json_t *handle_new(struct sockref_socket *socket);
/* NULL for what is no handle. */
struct sockref_socket *handle_socket(const json_t *json);
void handles_close_all(void);

#endif
