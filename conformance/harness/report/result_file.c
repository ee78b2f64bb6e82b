#include "conformance/harness/report/result_file.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/driver/jsonrpc.h"

bool sockspec_result_refuse(const struct sockspec_result_place *place, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    (void)fprintf(stderr, "sockspec: %s:%zu: ", place->path, place->line);
    (void)vfprintf(stderr, format, arguments);
    (void)fputc('\n', stderr);
    va_end(arguments);
    return false;
}

char *sockspec_result_text(const json_t *result, const char *key) {
    size_t length = 0;
    return sockspec_bytes_from_json(json_object_get(result, key), &length);
}

enum sockspec_verdict sockspec_result_verdict(const json_t *result, const char *key) {
    const json_t *name = json_object_get(result, key);
    enum sockspec_verdict verdict = SOCKSPEC_PASS;
    if (json_is_string(name) && strcmp(json_string_value(name), "expected") == 0) {
        return SOCKSPEC_KNOWN; /* its name in earlier versions */
    }
    while (verdict < SOCKSPEC_VERDICTS &&
           (!json_is_string(name) ||
            strcmp(json_string_value(name), sockspec_verdict_name(verdict)) != 0)) {
        verdict++;
    }
    return verdict;
}

enum sockspec_verdict sockspec_result_found(const json_t *result) {
    enum sockspec_verdict verdict = sockspec_result_verdict(result, "verdict");
    return verdict < SOCKSPEC_KNOWN ? verdict : sockspec_result_verdict(result, "found");
}

static bool is_result(const json_t *result) {
    enum sockspec_verdict verdict = sockspec_result_verdict(result, "verdict");
    return json_is_string(json_object_get(result, "row")) && verdict < SOCKSPEC_VERDICTS &&
           json_is_string(json_object_get(result, "expected")) &&
           json_is_string(json_object_get(result, "observed")) &&
           json_is_integer(json_object_get(result, "duration_us")) &&
           json_is_string(json_object_get(result, "implementation")) &&
           sockspec_result_found(result) < SOCKSPEC_KNOWN &&
           (verdict == SOCKSPEC_PASS || verdict == SOCKSPEC_FIXED ||
            json_is_string(json_object_get(result, "detail")));
}

bool sockspec_result_file_read(const char *path,
                               bool (*take)(void *argument,
                                            const struct sockspec_result_place *place,
                                            const json_t *result),
                               void *argument) {
    FILE *file = fopen(path, "re");
    struct sockspec_result_place place = {.path = path};
    char *text = NULL;
    size_t room = 0;
    bool understood = true;
    if (file == NULL) {
        (void)fprintf(stderr, "sockspec: cannot read %s: %s\n", path, strerror(errno));
        return false;
    }
    for (ssize_t length = getline(&text, &room, file); understood && length > 0;
         length = getline(&text, &room, file)) {
        json_t *result = json_loadb(text, (size_t)length, JSON_ALLOW_NUL, NULL);
        place.line++;
        understood = is_result(result)
                         ? take(argument, &place, result)
                         : sockspec_result_refuse(&place, "no line that --results writes");
        json_decref(result);
    }
    if (understood && ferror(file) != 0) {
        (void)fprintf(stderr, "sockspec: cannot read %s: %s\n", path, strerror(errno));
        understood = false;
    }
    free(text);
    (void)fclose(file);
    return understood;
}
