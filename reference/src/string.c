/* Memory, byte strings returned to callers, and the results that contain them. */
#include "internal.h"

#include <stdlib.h>

void *sockref__reallocate(void *block, size_t size) {
    void *larger = realloc(block, size);

    if (larger == NULL) { /* LCOV_EXCL_BR_LINE - no row can take away the last bytes of memory */
        abort();          /* LCOV_EXCL_LINE - the same */
    }
    return larger;
}

bool sockref__string_reserve(struct sockref_string *string, size_t length,
                             struct sockref_error *error) {
    string->bytes = calloc(length + 1, sizeof *string->bytes);
    if (string->bytes == NULL) {
        return sockref__raise_no_memory(error);
    }
    string->length = length;
    return true;
}

void sockref__string_set(struct sockref_string *string, const void *bytes, size_t length) {
    string->bytes = sockref__reallocate(NULL, length + 1);
    memcpy(string->bytes, bytes, length);
    string->bytes[length] = '\0';
    string->length = length;
}

void sockref__string_set_text(struct sockref_string *string, const char *text) {
    sockref__string_set(string, text, strlen(text));
}

void sockref_string_free(struct sockref_string *string) { free(string->bytes); }

void sockref_addrinfos_free(struct sockref_addrinfos *list) {
    for (size_t i = 0; i < list->count; i++) {
        sockref_string_free(&list->items[i].host);
        sockref_string_free(&list->items[i].address);
    }
    free(list->items);
}

static void free_strings(struct sockref_string *strings, size_t count) {
    for (size_t i = 0; i < count; i++) {
        sockref_string_free(&strings[i]);
    }
    free(strings);
}

void sockref_hostent_free(struct sockref_hostent *hostent) {
    sockref_string_free(&hostent->name);
    free_strings(hostent->aliases, hostent->alias_count);
    free_strings(hostent->addresses, hostent->address_count);
}

void sockref_message_free(struct sockref_message *message) {
    sockref_string_free(&message->data);
    sockref_string_free(&message->sockaddr);
}
