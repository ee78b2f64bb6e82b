/* The servers that the document's examples and the rows connect to: HTTP on www.google.com:80, and
 * a socket that nobody may connect to. */
#include "conformance/harness/world/http.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "conformance/harness/world/fixtures.h"
#include "conformance/harness/world/program.h"

enum { BACKLOG = 8, REQUEST_SIZE = 4096, PATIENCE_SECONDS = 10 };

/* The server's descriptors in addition to the standard ones. */
enum { GOOGLE = STDERR_FILENO + 1, UNWRITABLE };

static int listen_at_google(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(80)};
    inet_pton(AF_INET, "192.0.2.80", &address.sin_addr);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd >= 0 && (bind(fd, (const struct sockaddr *)&address, sizeof address) < 0 ||
                    listen(fd, BACKLOG) < 0)) {
        close(fd);
        return -1;
    }
    return fd;
}

static int listen_unwritable(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "/world/unwritable-socket"};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd >= 0 && (bind(fd, (const struct sockaddr *)&address, sizeof address) < 0 ||
                    chmod(address.sun_path, 0) < 0 || listen(fd, BACKLOG) < 0)) {
        close(fd);
        return -1;
    }
    return fd;
}

/* A request ends with an empty line. Lines may end in LF alone. */
static bool read_request(int client) {
    char request[REQUEST_SIZE];
    size_t length = 0;
    while (length < sizeof request - 1) {
        ssize_t got = recv(client, request + length, sizeof request - 1 - length, 0);
        if (got <= 0) {
            return false;
        }
        length += (size_t)got;
        request[length] = '\0';
        if (strstr(request, "\n\r\n") != NULL || strstr(request, "\n\n") != NULL) {
            return strncmp(request, "GET /", strlen("GET /")) == 0;
        }
    }
    return false;
}

static void answer(int client) {
    struct timeval patience = {.tv_sec = PATIENCE_SECONDS};
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (read_request(client)) {
        dprintf(client,
                "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: %zu\r\n"
                "Connection: close\r\n\r\n",
                strlen(sockspec_fixture_document));
        sockspec_world_write(client, sockspec_fixture_document);
    }
    shutdown(client, SHUT_RDWR);
}

/* Each connection gets its own process, so a client that sends nothing does not delay the
 * others. */
static _Noreturn void serve(int fd) {
    prctl(PR_SET_NAME, "world-http");
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_IGN);
    for (;;) {
        int client = accept4(fd, NULL, NULL, SOCK_CLOEXEC);
        if (client >= 0 && fork() == 0) {
            answer(client);
            _exit(0);
        }
        if (client >= 0) {
            close(client);
        }
    }
}

/* Closes every descriptor of the process except the two sockets. */
static void keep_only(int google, int unwritable) {
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        dup2(nothing, fd);
    }
    dup2(google, GOOGLE);
    dup2(unwritable, UNWRITABLE);
    sockspec_world_detach(UNWRITABLE + 1);
}

bool sockspec_world_begin_http(struct sockspec_world_reason *reason) {
    int google = listen_at_google();
    int unwritable = listen_unwritable();
    if (google < 0 || unwritable < 0) {
        return sockspec_world_fail(reason, "cannot listen in the world");
    }
    pid_t pid = fork();
    if (pid == 0) {
        keep_only(google, unwritable);
        serve(GOOGLE);
    }
    close(google);
    close(unwritable);
    return pid > 0 || sockspec_world_fail(reason, "fork");
}
