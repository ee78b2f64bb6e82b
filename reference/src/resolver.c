/* Looks names up, and converts the arguments that specify them. */
#include "resolver.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

void sockref__fill_gai(struct sockref_error *error, const char *call, int code) {
    if (code == EAI_SYSTEM) {
        sockref__fill_errno(error, errno, call);
    } else {
        sockref__fill_error(error, SOCKREF_SOCKET_ERROR, "%s: %s", call, gai_strerror(code));
    }
}

bool sockref__service_text(const struct sockref_value *service, char *buffer, size_t size,
                           const char **text, struct sockref_error *error) {
    const char *bytes;
    size_t length;

    *text = buffer;
    if (sockref__is_nil(service)) {
        *text = NULL;
    } else if (sockref__is_fixnum(service)) {
        (void)snprintf(buffer, size, "%" PRId64, service->as.integer);
    } else {
        if (!sockref__to_bytes(service, &bytes, &length, error)) {
            return false;
        }
        sockref__copy_c_string(service, buffer, size);
    }
    return true;
}

int sockref__address_text(const struct sockaddr *address, size_t length, char *text) {
    return getnameinfo(address, (socklen_t)length, text, NI_MAXHOST, NULL, 0, NI_NUMERICHOST);
}

bool sockref__is_address(const char *text) {
    const struct addrinfo hints = {.ai_flags = AI_NUMERICHOST};
    struct addrinfo *answers;

    if (getaddrinfo(text, NULL, &hints, &answers) != 0) {
        return false;
    }
    freeaddrinfo(answers);
    return true;
}

/* Copies a string that must fit the buffer, including the NUL, and must not contain a NUL. */
static bool copy_whole(const struct sockref_value *value, const char *what, char *buffer,
                       size_t size, struct sockref_error *error) {
    if (!sockref__check_c_string(value, error)) {
        return false;
    }
    if (value->length >= size) {
        return sockref__raise(error, SOCKREF_ARGUMENT_ERROR, "%s too long (%zu)", what,
                              value->length);
    }
    sockref__copy_c_string(value, buffer, size);
    return true;
}

/* Writes an IPv4 address, given as a number, in dotted form. */
static bool integer_host(int64_t address, char *buffer, size_t size, struct sockref_error *error) {
    uint32_t bits = (uint32_t)address;

    if (!sockref__check_range(address, INT32_MIN, UINT32_MAX, "unsigned int", error)) {
        return false;
    }
    (void)snprintf(buffer, size, "%u.%u.%u.%u", bits >> 24, (bits >> 16) & 255U, (bits >> 8) & 255U,
                   bits & 255U);
    return true;
}

static bool named_host(const struct sockref_value *host, char *buffer, const char **text,
                       struct sockref_error *error) {
    *text = buffer;
    if (sockref__is_nil(host)) {
        *text = NULL;
        return true;
    }
    if (host->kind == SOCKREF_INTEGER) {
        return integer_host(host->as.integer, buffer, SOCKREF__HOST_SIZE, error);
    }
    if (!copy_whole(host, "hostname", buffer, SOCKREF__HOST_SIZE, error)) {
        return false;
    }
    if (buffer[0] == '\0' || strcmp(buffer, "<any>") == 0) {
        *text = "0.0.0.0";
    } else if (strcmp(buffer, "<broadcast>") == 0) {
        *text = "255.255.255.255";
    }
    return true;
}

static bool port_text(const struct sockref_value *port, char *buffer, const char **text,
                      struct sockref_error *error) {
    if (!sockref__is_nil(port) && port->kind == SOCKREF_STRING &&
        !copy_whole(port, "service name", buffer, SOCKREF__SERVICE_SIZE, error)) {
        return false;
    }
    return sockref__service_text(port, buffer, SOCKREF__SERVICE_SIZE, text, error);
}

bool sockref__look_up(const struct sockref_value *host, const struct sockref_value *port,
                      const struct addrinfo *hints, struct addrinfo **result,
                      struct sockref_error *error) {
    char host_buffer[SOCKREF__HOST_SIZE];
    char port_buffer[SOCKREF__SERVICE_SIZE];
    const char *name;
    const char *service;
    int code;

    if (!named_host(host, host_buffer, &name, error) ||
        !port_text(port, port_buffer, &service, error)) {
        return false;
    }
    code = getaddrinfo(name, service, hints, result);
    if (code == 0) {
        return true;
    }
    if (name != NULL && name[strlen(name) - 1] == '\n') {
        return sockref__raise(error, SOCKREF_SOCKET_ERROR, "newline at the end of hostname");
    }
    return sockref__raise_gai(error, "getaddrinfo", code);
}
