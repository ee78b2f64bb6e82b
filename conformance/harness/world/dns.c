/* The name server of the world. */
#include "conformance/harness/world/dns.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "conformance/harness/world/fixtures.h"

bool sockspec_world_begin_dns(struct sockspec_world_child *server,
                              struct sockspec_world_reason *reason) {
    static char name[] = "dnsmasq";
    static char foreground[] = "--no-daemon";
    static char input[] = "--conf-file=-";
    static char *const arguments[] = {name, foreground, input, NULL};
    const char *const scripts[] = {sockspec_fixture_dnsmasq_conf, NULL};
    const struct sockspec_world_program program = {name, "dnsmasq-base", arguments, scripts};
    return sockspec_world_spawn(&program, server, reason);
}

/* The name server writes a line when its sockets are bound. The pipe stays open, because writing a
 * later line to a closed pipe would kill the server. */
bool sockspec_world_await_dns(struct sockspec_world_child *server,
                              struct sockspec_world_reason *reason) {
    char said[512];
    size_t length = 0;
    while (length < sizeof said - 1) {
        ssize_t got = read(server->errors, said + length, sizeof said - 1 - length);
        if (got <= 0) {
            break;
        }
        length += (size_t)got;
        said[length] = '\0';
        if (strstr(said, "started, version") != NULL) {
            return true;
        }
    }
    said[length] = '\0';
    const char *line = said + strspn(said, "\n");
    errno = 0;
    return sockspec_world_fail(reason, "the name server does not start: %.*s",
                               (int)strcspn(line, "\n"), line);
}
