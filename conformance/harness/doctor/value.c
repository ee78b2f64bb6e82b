#include "conformance/harness/doctor/value.h"

#include <stdlib.h>

#include "conformance/harness/doctor/patient.h"
#include "conformance/harness/support/memory.h"

#define PAIR "a, b = Socket.pair(AF_UNIX, SOCK_STREAM, 0); "

/* Ways to send all bytes to the implementation and get them back. The first one that the driver
 * serves is used. One that fails may be the implementation's fault as long as another one works. */
static const char *const byte_ways[][2] = {
    {PAIR "a.write(bytes); b.read(256)", "bytes"},
    {PAIR "a.send(bytes, 0); b.recv(256)", "bytes"},
    {"a = Socket.pack_sockaddr_un(bytes[1, 85]); b = Socket.pack_sockaddr_un(bytes[86, 85]); "
     "c = Socket.pack_sockaddr_un(bytes[171, 85]); "
     "[a[2, 85], Socket.unpack_sockaddr_un(a), b[2, 85], Socket.unpack_sockaddr_un(b), "
     "c[2, 85], Socket.unpack_sockaddr_un(c)]",
     "[bytes[1, 85], bytes[1, 85], bytes[86, 85], bytes[86, 85], bytes[171, 85], bytes[171, 85]]"},
    {"a = Socket.pack_sockaddr_in(33153, '128.159.160.255'); [a, Socket.unpack_sockaddr_in(a)]",
     "[in4(33153, '128.159.160.255'), [33153, '128.159.160.255']]"},
};

static void check_bytes(struct sockspec_doctor *doctor) {
    char *wrong = NULL;
    for (size_t i = 0; i < sizeof byte_ways / sizeof byte_ways[0]; i++) {
        struct sockspec_result result = sockspec_doctor_evaluate(doctor, byte_ways[i][0]);
        if (result.kind != SOCKSPEC_RESULT_VALUE) {
            json_decref(result.value);
            continue;
        }
        struct sockspec_result sent = sockspec_doctor_evaluate(doctor, byte_ways[i][1]);
        bool same = json_equal(result.value, sent.value) == 1;
        if (!same && wrong == NULL) {
            char *came = sockspec_render(&result);
            wrong = sockspec_format("%s %s", byte_ways[i][0], came);
            free(came);
        }
        json_decref(sent.value);
        json_decref(result.value);
        if (same) {
            free(wrong);
            doctor->skipped[0] = '\0';
            return;
        }
    }
    if (wrong != NULL) {
        sockspec_doctor_find(doctor, "%s", wrong);
        free(wrong);
    }
}

static void check_large_answer(struct sockspec_doctor *doctor) {
    struct sockspec_result result = sockspec_doctor_evaluate(
        doctor, PAIR "sent = a.send('\\xff' * 131072, 0); [sent, length(b.recv(131072))]");
    if (result.kind == SOCKSPEC_RESULT_VALUE &&
        json_equal(json_array_get(result.value, 0), json_array_get(result.value, 1)) != 1) {
        sockspec_doctor_find(
            doctor, "of %" JSON_INTEGER_FORMAT " bytes sent %" JSON_INTEGER_FORMAT " come back",
            json_integer_value(json_array_get(result.value, 0)),
            json_integer_value(json_array_get(result.value, 1)));
    }
    json_decref(result.value);
}

/* clang-format off */
const struct sockspec_doctor_check sockspec_doctor_value_checks[] = {
    {"byte strings", check_bytes,
     "code points U+0000 to U+00FF stand for the bytes: decode a JSON string as ISO-8859-1, not as "
     "UTF-8, and encode bytes likewise", SOCKSPEC_DOCTOR_DEMANDS},
    {"a large answer", check_large_answer,
     "write a line at any length, up to 1 MiB, and all of it", SOCKSPEC_DOCTOR_DEMANDS},
    {NULL, NULL, NULL, SOCKSPEC_DOCTOR_DEMANDS},
};
/* clang-format on */
