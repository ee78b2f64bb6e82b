/* In the coverage variant, a process writes its counts before it ends with _exit or abort,
 * executes another program, or installs a filter that would hold up the writing. */
#include <seccomp.h>

/* NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): not ours */
void __gcov_dump(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);
_Noreturn void __real_abort(void);
_Noreturn void __wrap_abort(void);
int __real_execve(const char *path, char *const arguments[], char *const environment[]);
int __wrap_execve(const char *path, char *const arguments[], char *const environment[]);
int __real_seccomp_load(scmp_filter_ctx filter);
int __wrap_seccomp_load(scmp_filter_ctx filter);

_Noreturn void __wrap__exit(int status) {
    __gcov_dump();
    __real__exit(status);
}

_Noreturn void __wrap_abort(void) {
    __gcov_dump();
    __real_abort();
}

int __wrap_execve(const char *path, char *const arguments[], char *const environment[]) {
    __gcov_dump();
    return __real_execve(path, arguments, environment);
}

int __wrap_seccomp_load(scmp_filter_ctx filter) {
    __gcov_dump();
    return __real_seccomp_load(filter);
}
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */
