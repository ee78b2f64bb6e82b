/* Memory: a request for more than can exist. */
#include "conformance/harness/support/memory.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/harness/run/record.h"

Test(memory, ends_the_program_where_none_is_left) {
    char words[64] = "";
    int channel[2];
    int status = 0;
    cr_assert_eq(pipe(channel), 0);
    pid_t pid = fork();
    if (pid == 0) {
        (void)dup2(channel[1], STDERR_FILENO);
        (void)sockspec_record_make(SIZE_MAX);
        _exit(0);
    }
    (void)close(channel[1]);
    cr_expect_eq(waitpid(pid, &status, 0), pid);
    cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT, "status %d", status);
    cr_expect_gt(read(channel[0], words, sizeof words - 1), 0);
    cr_expect_str_eq(words, "sockspec: out of memory\n");
    (void)close(channel[0]);
}
