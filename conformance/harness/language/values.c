#include "conformance/harness/language/values.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "conformance/harness/language/calls.h"
#include "conformance/harness/language/constants.h"
#include "conformance/harness/support/memory.h"

/* The suite builds socket addresses itself and shares no code with any implementation. */
struct sockspec_result sockspec_function_in4(struct sockspec_scenario *scenario,
                                             json_t *arguments) {
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)sockspec_integer_at(arguments, 0))};
    if (inet_pton(AF_INET, sockspec_text_at(arguments, 1), &address.sin_addr) != 1) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "no IPv4 address: %s",
                             sockspec_text_at(arguments, 1));
    }
    return sockspec_result_of(sockspec_bytes_to_json(&address, sizeof address));
}

struct sockspec_result sockspec_function_in6(struct sockspec_scenario *scenario,
                                             json_t *arguments) {
    struct sockaddr_in6 address = {.sin6_family = AF_INET6,
                                   .sin6_port = htons((uint16_t)sockspec_integer_at(arguments, 0)),
                                   .sin6_scope_id = (uint32_t)sockspec_integer_at(arguments, 2)};
    if (inet_pton(AF_INET6, sockspec_text_at(arguments, 1), &address.sin6_addr) != 1) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "no IPv6 address: %s",
                             sockspec_text_at(arguments, 1));
    }
    return sockspec_result_of(sockspec_bytes_to_json(&address, sizeof address));
}

struct sockspec_result sockspec_function_interface(struct sockspec_scenario *scenario,
                                                   json_t *arguments) {
    const char *name = sockspec_text_at(arguments, 0);
    unsigned index = if_nametoindex(name);
    return index != 0 ? sockspec_result_of(json_integer((json_int_t)index))
                      : sockspec_stop(scenario, SOCKSPEC_NOT_RUN, "there is no device %s", name);
}

struct sockspec_result sockspec_function_un(struct sockspec_scenario *scenario, json_t *arguments) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = 0;
    char *path = sockspec_bytes_from_json(json_array_get(arguments, 0), &length);
    if (path == NULL || length > sizeof address.sun_path) {
        free(path);
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "no path of at most 108 bytes");
    }
    memcpy(address.sun_path, path, length);
    free(path);
    return sockspec_result_of(sockspec_bytes_to_json(&address, sizeof address));
}

struct sockspec_result sockspec_function_hex(struct sockspec_scenario *scenario,
                                             json_t *arguments) {
    (void)scenario;
    const char *text = sockspec_text_at(arguments, 0);
    unsigned char *bytes = sockspec_must_have(malloc(strlen(text) + 1));
    size_t count = 0;
    char digits[3] = "";
    size_t have = 0;
    for (; *text != '\0'; text++) {
        if (isxdigit((unsigned char)*text)) {
            digits[have++] = *text;
        }
        if (have == 2) {
            bytes[count++] = (unsigned char)strtoul(digits, NULL, 16);
            have = 0;
        }
    }
    json_t *value = sockspec_bytes_to_json(bytes, count);
    free(bytes);
    return sockspec_result_of(value);
}

/* No part of these bytes can be lost, repeated or moved without a visible difference. */
struct sockspec_result sockspec_function_numbers(struct sockspec_scenario *scenario,
                                                 json_t *arguments) {
    enum { LONGEST_NUMBER = 24 };
    json_int_t wanted = sockspec_integer_at(arguments, 0);
    if (wanted < 0) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "numbers() takes a length");
    }
    size_t length = (size_t)wanted;
    char *bytes = sockspec_must_have(malloc(length + LONGEST_NUMBER));
    size_t count = 0;
    for (int number = 0; count < length; number++) {
        count += (size_t)snprintf(bytes + count, LONGEST_NUMBER, "%d,", number);
    }
    json_t *value = sockspec_bytes_to_json(bytes, length);
    free(bytes);
    return sockspec_result_of(value);
}

struct sockspec_result sockspec_function_length(struct sockspec_scenario *scenario,
                                                json_t *arguments) {
    json_t *value = json_array_get(arguments, 0);
    size_t size = json_array_size(value);
    if (json_is_string(value)) {
        free(sockspec_bytes_from_json(value, &size));
    } else if (!json_is_array(value)) {
        return sockspec_stop(scenario, SOCKSPEC_BROKEN, "only strings and arrays have a length");
    }
    return sockspec_result_of(json_integer((json_int_t)size));
}

struct sockspec_result sockspec_function_constant(struct sockspec_scenario *scenario,
                                                  json_t *arguments) {
    const struct sockspec_driver *driver = sockspec_driver_at(scenario, SOCKSPEC_HERE);
    if (driver == NULL) {
        return sockspec_no_result();
    }
    json_t *constants = json_object_get(driver->hello, "constants");
    const char *name = sockspec_text_at(arguments, 0);
    json_t *value = json_object_get(constants, name);
    return value == NULL ? sockspec_stop_undeclared(scenario, name)
                         : sockspec_result_of(json_incref(value));
}
