/* Starts the host's programs that set up the world. */
#include "conformance/harness/world/program.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* An ordinary user's PATH may lack the directories that hold these programs. */
static bool find(const char *name, char *path, size_t size) {
    char directories[4096];
    const char *own = getenv("PATH");
    snprintf(directories, sizeof directories, "%s:/usr/sbin:/usr/bin:/sbin:/bin",
             own != NULL ? own : "");
    char *rest = NULL;
    for (char *each = strtok_r(directories, ":", &rest); each != NULL;
         each = strtok_r(NULL, ":", &rest)) {
        int length = snprintf(path, size, "%s/%s", each, name);
        if (length > 0 && (size_t)length < size && access(path, X_OK) == 0) {
            return true;
        }
    }
    return false;
}

bool sockspec_world_write(int fd, const char *content) {
    while (*content != '\0') {
        ssize_t written = write(fd, content, strlen(content));
        if (written < 0) {
            return false;
        }
        content += written;
    }
    return true;
}

static int open_input(const char *const *input) {
    int fd = memfd_create("input", MFD_CLOEXEC);
    for (; fd >= 0 && *input != NULL; input++) {
        if (!sockspec_world_write(fd, *input)) {
            close(fd);
            return -1;
        }
    }
    if (fd >= 0) {
        lseek(fd, 0, SEEK_SET);
    }
    return fd;
}

void sockspec_world_detach(int first) {
    setsid();
    struct sigaction standard = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; number++) {
        sigaction(number, &standard, NULL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    syscall(SYS_close_range, (unsigned)first, ~0U, 0);
}

static _Noreturn void become(const char *path, char *const *arguments, int input, int errors) {
    static char language[] = "LC_ALL=C";
    static char *environment[] = {language, NULL};
    int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (dup2(input, STDIN_FILENO) >= 0 && dup2(nothing, STDOUT_FILENO) >= 0 &&
        dup2(errors, STDERR_FILENO) >= 0) {
        sockspec_world_detach(STDERR_FILENO + 1);
        execve(path, arguments, environment);
    }
    _exit(127);
}

bool sockspec_world_spawn(const struct sockspec_world_program *program,
                          struct sockspec_world_child *child,
                          struct sockspec_world_reason *reason) {
    char path[4096];
    errno = 0;
    if (!find(program->name, path, sizeof path)) {
        errno = 0;
        return sockspec_world_fail(reason, "%s is missing: install the package %s", program->name,
                                   program->package);
    }
    int input = open_input(program->input);
    int errors[2] = {-1, -1};
    if (input < 0 || pipe2(errors, O_CLOEXEC) < 0) {
        return sockspec_world_fail(reason, "cannot start %s", path);
    }
    child->errors = errors[0];
    child->pid = fork();
    if (child->pid == 0) {
        become(path, program->arguments, input, errors[1]);
    }
    close(input);
    close(errors[1]);
    return child->pid > 0 || sockspec_world_fail(reason, "cannot start %s", path);
}
