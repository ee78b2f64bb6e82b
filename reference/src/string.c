/* Byte strings handed out, and the results made of them. */
#include "internal.h"

#include <stdlib.h>

bool sockref__string_reserve(struct sockref_string *string, size_t length,
                             struct sockref_error *error) {
    char *bytes = length < SIZE_MAX ? malloc(length + 1) : NULL;

    if (bytes == NULL) {
        return sockref__raise_no_memory(error);
    }
    bytes[length] = '\0';
    string->bytes = bytes;
    string->length = length;
    return true;
}

bool sockref__string_set(struct sockref_string *string, const void *bytes, size_t length,
                         struct sockref_error *error) {
    if (!sockref__string_reserve(string, length, error)) {
        return false;
    }
    if (length > 0) {
        memcpy(string->bytes, bytes, length);
    }
    return true;
}

bool sockref__string_set_text(struct sockref_string *string, const char *text,
                              struct sockref_error *error) {
    return sockref__string_set(string, text, strlen(text), error);
}

void sockref__string_cut(struct sockref_string *string, size_t length) {
    char *smaller;

    if (length >= string->length) {
        return;
    }
    smaller = realloc(string->bytes, length + 1);
    if (smaller != NULL) {
        string->bytes = smaller;
    }
    string->bytes[length] = '\0';
    string->length = length;
}

void sockref_string_free(struct sockref_string *string) {
    if (string != NULL) {
        free(string->bytes);
        string->bytes = NULL;
        string->length = 0;
    }
}

void sockref_addrinfos_free(struct sockref_addrinfos *list) {
    if (list == NULL) {
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        sockref_string_free(&list->items[i].host);
        sockref_string_free(&list->items[i].address);
    }
    free(list->items);
    list->items = NULL;
    list->count = 0;
}

static void free_strings(struct sockref_string **strings, size_t *count) {
    for (size_t i = 0; i < *count; i++) {
        sockref_string_free(&(*strings)[i]);
    }
    free(*strings);
    *strings = NULL;
    *count = 0;
}

void sockref_hostent_free(struct sockref_hostent *hostent) {
    if (hostent != NULL) {
        sockref_string_free(&hostent->name);
        free_strings(&hostent->aliases, &hostent->alias_count);
        free_strings(&hostent->addresses, &hostent->address_count);
    }
}

void sockref_message_free(struct sockref_message *message) {
    if (message != NULL) {
        sockref_string_free(&message->data);
        sockref_string_free(&message->sockaddr);
    }
}
