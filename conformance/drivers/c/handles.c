#include <stdlib.h>

#include "call.h"

static struct sockref_socket **sockets;
static size_t count;
static size_t room;
static json_int_t before_first; /* the last number used before the last reset; no number is used
                                 * twice */

json_t *handle_new(struct sockref_socket *socket) {
    if (count == room) {
        size_t larger = room == 0 ? 16 : room * 2;
        struct sockref_socket **moved = realloc(sockets, larger * sizeof(struct sockref_socket *));

        if (moved == NULL) {
            api.free(socket);
            return NULL;
        }
        sockets = moved;
        room = larger;
    }
    sockets[count++] = socket;
    return json_pack("{s:I}", "socket", before_first + (json_int_t)count);
}

struct sockref_socket *handle_socket(const json_t *json) {
    const json_t *number = json_object_get(json, "socket");
    json_int_t index = json_integer_value(number) - before_first - 1;

    if (!json_is_integer(number) || json_object_size(json) != 1 || index < 0 ||
        index >= (json_int_t)count) {
        return NULL;
    }
    return sockets[index];
}

/* Standard input and output belong to the suite, even if for_fd has made sockets of them. */
static bool is_standard_stream(struct sockref_socket *socket) {
    struct sockref_error error;
    int fd;

    return api.fileno != NULL && api.fileno(socket, &fd, &error) && fd <= 2;
}

void handles_close_all(void) {
    for (size_t i = 0; i < count; i++) {
        if (is_standard_stream(sockets[i])) {
            api.detach(sockets[i]);
        } else {
            api.free(sockets[i]);
        }
    }
    before_first += (json_int_t)count;
    count = 0;
}
