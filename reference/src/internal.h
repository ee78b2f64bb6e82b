/* Declarations shared by the library's own files: raising, converting arguments, making results. */
#ifndef SOCKREF_INTERNAL_H
#define SOCKREF_INTERNAL_H

#include "feature.h"

#include "sockref.h"

/* --- error.c: each fills in `error` and returns false ---------------------------------------- */

#if defined(__GNUC__)
#define SOCKREF__FORMAT(string, first) __attribute__((format(printf, string, first)))
#else
#define SOCKREF__FORMAT(string, first)
#endif

void sockref__fill_error(struct sockref_error *error, enum sockref_class cls, const char *format,
                         ...) SOCKREF__FORMAT(3, 4);
void sockref__fill_errno(struct sockref_error *error, int errnum, const char *call);

/* These are macros, so that every caller can see that they are false. They are named like the
 * functions they replace. */
/* NOLINTBEGIN(readability-identifier-naming) */
#define sockref__raise(error, cls, ...) (sockref__fill_error(error, cls, __VA_ARGS__), false)
/* "strerror - call", or "strerror" alone when call is NULL. */
#define sockref__raise_errno(error, errnum, call) (sockref__fill_errno(error, errnum, call), false)
#define sockref__raise_no_memory(error)                                                            \
    sockref__raise(error, SOCKREF_NO_MEMORY_ERROR, "failed to allocate memory")
/* NOLINTEND(readability-identifier-naming) */

/* --- value.c: Ruby's conversions of arguments ------------------------------------------------ */

extern const struct sockref_value sockref__nil;

/* NULL stands for nil everywhere; this function converts it. */
static inline const struct sockref_value *sockref__given(const struct sockref_value *value) {
    return value == NULL ? &sockref__nil : value;
}

static inline bool sockref__is_nil(const struct sockref_value *value) {
    return sockref__given(value)->kind == SOCKREF_NIL;
}

/* Returns whether Ruby treats the value as true. */
static inline bool sockref__truthy(const struct sockref_value *value) {
    return !sockref__is_nil(value) && value->kind != SOCKREF_FALSE;
}

/* Returns how Ruby describes a value (not NULL) in "no implicit conversion of ... into ...". */
const char *sockref__describe(const struct sockref_value *value);

/* Returns whether the value is an Integer that fits one of Ruby's immediate ones. A larger Integer
 * is not a port. */
bool sockref__is_fixnum(const struct sockref_value *value);

/* Raises RangeError if the number does not fit the C type of that name. */
bool sockref__check_range(int64_t number, int64_t least, int64_t greatest, const char *type,
                          struct sockref_error *error);
bool sockref__to_int(const struct sockref_value *value, int *result, struct sockref_error *error);
/* Like sockref__to_int, but returns `otherwise` for nil. */
bool sockref__to_int_or(const struct sockref_value *value, int otherwise, int *result,
                        struct sockref_error *error);
bool sockref__to_int64(const struct sockref_value *value, int64_t *result,
                       struct sockref_error *error);
/* Copies nothing: the result points into the value. */
bool sockref__to_bytes(const struct sockref_value *value, const char **bytes, size_t *length,
                       struct sockref_error *error);
/* Returns a copy of a C string, which the caller frees; NULL if an exception was raised. */
char *sockref__to_c_string(const struct sockref_value *value, struct sockref_error *error);
/* Raises what the conversion to a C string would raise: TypeError, or ArgumentError for a NUL. */
bool sockref__check_c_string(const struct sockref_value *value, struct sockref_error *error);
/* Copies what fits. A NUL in the value ends the copy, as in any C string. */
void sockref__copy_c_string(const struct sockref_value *value, char *buffer, size_t size);

/* --- string.c: memory, and byte strings returned to callers -------------------------------- */

/* realloc for the library's own needs. It is assumed not to fail; if it fails, the process is
 * aborted. */
void *sockref__reallocate(void *block, size_t size);

/* `bytes` must not be NULL, even if `length` is 0. */
void sockref__string_set(struct sockref_string *string, const void *bytes, size_t length);
void sockref__string_set_text(struct sockref_string *string, const char *text);
/* Reserves `length` bytes that the caller of a method asked for, to be filled in. The bytes are
 * zeros, followed by one more zero. */
bool sockref__string_reserve(struct sockref_string *string, size_t length,
                             struct sockref_error *error);

/* --- constants.c ------------------------------------------------------------------------------ */

/* Converts an int, or a string that names a constant with one of the prefixes (a list that ends
 * with NULL) or without a prefix. Raises SocketError "`what`: NAME" if the name is unknown. */
bool sockref__to_constant(const struct sockref_value *value, const char *const *prefixes,
                          const char *what, int *result, struct sockref_error *error);
bool sockref__to_family(const struct sockref_value *value, int *result,
                        struct sockref_error *error);

/* --- state.c ---------------------------------------------------------------------------------- */

/* Raises SecurityError at safe level `level` and above. */
bool sockref__secure(int level, struct sockref_error *error);

/* --- handle.c: the state of a socket ---------------------------------------------------------- */

struct sockref_socket {
    int fd; /* -1 once closed */
    bool readable, writable;
    bool tainted; /* made at safe level 3 or above, so that level 4 may use it */
    bool do_not_reverse_lookup;
    struct sockref_string unread; /* bytes that readline or read has received but not yet
                                   * returned */
};

/* Makes a socket that owns the descriptor. */
struct sockref_socket *sockref__wrap(int fd);
/* Raises SecurityError at safe level 4, unless the socket is tainted. */
bool sockref__check_secure(const struct sockref_socket *socket, struct sockref_error *error);
/* Does the same, and then raises IOError if the socket is closed. */
bool sockref__check_open(const struct sockref_socket *socket, struct sockref_error *error);
/* Returns the bytes of a sockaddr, for a socket that must be open. */
bool sockref__check_sockaddr(const struct sockref_socket *socket,
                             const struct sockref_value *sockaddr, const char **address,
                             size_t *length, struct sockref_error *error);
bool sockref__check_readable(const struct sockref_socket *socket, struct sockref_error *error);
bool sockref__check_writable(const struct sockref_socket *socket, struct sockref_error *error);

static inline bool sockref__has_unread(const struct sockref_socket *socket) {
    return socket->unread.length > 0;
}

/* The size of the address buffer in every call that fills one in. No address needs as much
 * [accept.address.capacity]. */
enum { SOCKREF__ADDRESS_SIZE = 1024 };

#endif
