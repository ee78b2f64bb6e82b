#include "conformance/harness/language/result.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "conformance/harness/driver/integers.h"
#include "conformance/harness/driver/jsonrpc.h"
#include "conformance/harness/support/memory.h"

struct sockspec_result sockspec_result_of(json_t *value) {
    return (struct sockspec_result){SOCKSPEC_RESULT_VALUE, value};
}

struct sockspec_result sockspec_no_result(void) {
    return (struct sockspec_result){SOCKSPEC_RESULT_NONE, NULL};
}

/* Finds the class itself among its ancestors. Names before it are not ancestors. */
static size_t find_own_class(const json_t *exception, const json_t *ancestors) {
    const json_t *own = json_object_get(exception, "class");
    for (size_t i = 0; i < json_array_size(ancestors); i++) {
        if (json_equal(json_array_get(ancestors, i), own)) {
            return i;
        }
    }
    return 0;
}

bool sockspec_is_a(const json_t *exception, const char *class, size_t length) {
    const json_t *ancestors = json_object_get(exception, "ancestors");
    size_t own = find_own_class(exception, ancestors);
    for (size_t i = own; i < json_array_size(ancestors); i++) {
        const char *ancestor = json_string_value(json_array_get(ancestors, i));
        if (strlen(ancestor) == length && strncmp(ancestor, class, length) == 0) {
            return true;
        }
    }
    return false;
}

/* Ports chosen by the kernel differ from run to run, but reports must not differ. */
static bool is_ephemeral(unsigned long port) {
    enum { FIRST = 32768, LAST = 60999 };
    return port >= FIRST && port <= LAST;
}

static void render_port(FILE *out, unsigned long port) {
    if (is_ephemeral(port)) {
        (void)fputs("ephemeral", out);
    } else {
        (void)fprintf(out, "%lu", port);
    }
}

/* Writes a whole socket address as the function that makes it. Returns false if this is not a
 * socket address. Some implementations write the family in network byte order, like the port. */
static bool render_sockaddr(FILE *out, const char *bytes, size_t length) {
    union {
        struct sockaddr any;
        struct sockaddr_in in4;
        struct sockaddr_in6 in6;
    } address;
    const char *swapped = "";
    static const char zero[sizeof address.in4.sin_zero];
    char text[INET6_ADDRSTRLEN];
    if (length != sizeof address.in4 && length != sizeof address.in6) {
        return false;
    }
    memcpy(&address, bytes, length);
    if (address.any.sa_family == htons(AF_INET) || address.any.sa_family == htons(AF_INET6)) {
        swapped = htons(AF_INET) == AF_INET ? "" : "byte-swapped family, ";
        address.any.sa_family = ntohs(address.any.sa_family);
    }
    if (length == sizeof address.in4 && address.in4.sin_family == AF_INET &&
        memcmp(address.in4.sin_zero, zero, sizeof zero) == 0) {
        (void)fprintf(out, "%sin4(", swapped);
        render_port(out, ntohs(address.in4.sin_port));
        (void)fprintf(out, ", '%s')", inet_ntop(AF_INET, &address.in4.sin_addr, text, sizeof text));
        return true;
    }
    if (length == sizeof address.in6 && address.in6.sin6_family == AF_INET6 &&
        address.in6.sin6_flowinfo == 0) {
        (void)fprintf(out, "%sin6(", swapped);
        render_port(out, ntohs(address.in6.sin6_port));
        (void)fprintf(out, ", '%s', %u)",
                      inet_ntop(AF_INET6, &address.in6.sin6_addr, text, sizeof text),
                      address.in6.sin6_scope_id);
        return true;
    }
    return false;
}

static void render_text(FILE *out, const char *bytes, size_t length) {
    enum { SHOWN = 400 };
    (void)fputc('\'', out);
    for (size_t i = 0; i < length && i < SHOWN; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte == '\'' || byte == '\\') {
            (void)fprintf(out, "\\%c", byte);
        } else if (byte < 0x20 || byte > 0x7E) {
            (void)fprintf(out, "\\x%02x", byte);
        } else {
            (void)fputc(byte, out);
        }
    }
    (void)fputs(length > SHOWN ? "...'" : "'", out);
}

static void render_bytes(FILE *out, const json_t *string) {
    size_t length = 0;
    char *bytes = sockspec_bytes_from_json(string, &length);
    if (bytes == NULL) {
        (void)fputs("'(not a byte string)'", out);
    } else if (!render_sockaddr(out, bytes, length)) {
        render_text(out, bytes, length);
    }
    free(bytes);
}

/* Some implementations add the address to an exception's message. */
static void render_message(FILE *out, const char *message) {
    for (const char *at = message; *at != '\0';) {
        char *end = NULL;
        unsigned long port =
            *at == ':' && isdigit((unsigned char)at[1]) ? strtoul(at + 1, &end, 10) : 0;
        (void)fputc(*at++, out);
        if (is_ephemeral(port)) {
            render_port(out, port);
            at = end;
        }
    }
}

static void render_value(FILE *out, const json_t *value) {
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        (void)fputs(sockspec_integer_digits(value) != NULL ? sockspec_integer_digits(value)
                                                           : "#<Socket>",
                    out);
        break;
    case JSON_ARRAY:
        (void)fputc('[', out);
        for (size_t i = 0; i < json_array_size(value); i++) {
            (void)fputs(i == 0 ? "" : ", ", out);
            render_value(out, json_array_get(value, i));
        }
        (void)fputc(']', out);
        break;
    case JSON_STRING:
        render_bytes(out, value);
        break;
    case JSON_INTEGER:
        (void)fprintf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        break;
    case JSON_REAL:
        (void)fprintf(out, "%g", json_real_value(value));
        break;
    case JSON_TRUE:
        (void)fputs("true", out);
        break;
    case JSON_FALSE:
        (void)fputs("false", out);
        break;
    case JSON_NULL:
        (void)fputs("nil", out);
        break;
    }
}

char *sockspec_render_value(const json_t *value) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&text, &size));
    render_value(out, value);
    (void)fclose(out);
    return text;
}

char *sockspec_render(const struct sockspec_result *result) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&text, &size));
    if (result->kind == SOCKSPEC_RESULT_EXCEPTION) {
        (void)fprintf(out,
                      "raises %s: ", json_string_value(json_object_get(result->value, "class")));
        render_message(out, json_string_value(json_object_get(result->value, "message")));
    } else if (result->kind == SOCKSPEC_RESULT_VALUE) {
        (void)fputs("returns ", out);
        render_value(out, result->value);
    }
    (void)fclose(out);
    return text;
}
