#include "conformance/harness/command/init.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "conformance/harness/command/templates.h"
#include "conformance/harness/support/memory.h"
#include "conformance/harness/support/nearest.h"

/* --- Languages -------------------------------------------------------------------------------- */

static void report_unknown_language(const char *language) {
    struct sockspec_nearest nearest = {.word = language};
    for (const struct sockspec_template *it = sockspec_templates; it->language != NULL; it++) {
        sockspec_nearest_offer(&nearest, it->language);
        sockspec_nearest_offer(&nearest, it->alias);
        if (nearest.found == it->alias) {
            nearest.found = it->language;
        }
    }
    (void)fprintf(stderr, "sockspec: unknown language '%s'%s%s the languages are", language,
                  sockspec_nearest_question(&nearest), nearest.found == NULL ? ";" : "");
    for (const struct sockspec_template *it = sockspec_templates; it->language != NULL; it++) {
        (void)fprintf(stderr, "%s %s", it == sockspec_templates ? "" : ",", it->language);
    }
    (void)fputc('\n', stderr);
}

static const struct sockspec_template *find_template(const char *language) {
    for (const struct sockspec_template *it = sockspec_templates; it->language != NULL; it++) {
        if (strcmp(it->language, language) == 0) {
            return it;
        }
    }
    report_unknown_language(language);
    return NULL;
}

/* --- Files ------------------------------------------------------------------------------------ */

/* Returns the path of a file in the directory, without a "./" that nobody needs. */
static char *path_in(const char *directory, const char *name) {
    size_t length = strlen(directory);
    if (strcmp(directory, ".") == 0 || strcmp(directory, "./") == 0) {
        return sockspec_format("%s", name);
    }
    return sockspec_format("%s%s%s", directory, directory[length - 1] == '/' ? "" : "/", name);
}

static bool report_failure(const char *path) {
    (void)fprintf(stderr, "sockspec: cannot write %s: %s\n", path, strerror(errno));
    return false;
}

/* Makes the directory and those above it. */
static bool make_directory(const char *directory) {
    char *path = sockspec_format("%s", directory);
    bool made = true;
    for (char *end = path; made && end != NULL;) {
        end = strchr(end + 1, '/');
        if (end != NULL) {
            *end = '\0';
        }
        made = mkdir(path, 0777) == 0 || errno == EEXIST || report_failure(path);
        if (end != NULL) {
            *end = '/';
        }
    }
    free(path);
    return made;
}

static bool is_free(const char *path) {
    struct stat status;
    if (lstat(path, &status) == 0) {
        (void)fprintf(stderr, "sockspec: %s exists; nothing was written\n", path);
        return false;
    }
    return errno == ENOENT || report_failure(path);
}

/* Writes a new file. A script can be executed. */
static bool write_file(const char *path, const char *text) {
    size_t length = strlen(text);
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                          strncmp(text, "#!", 2) == 0 ? 0777 : 0666);
    if (descriptor < 0) {
        return report_failure(path);
    }
    ssize_t written = write(descriptor, text, length);
    if (written >= 0 && (size_t)written < length) {
        errno = ENOSPC;
    }
    bool whole = written == (ssize_t)length || report_failure(path);
    whole = close(descriptor) == 0 && whole;
    if (!whole) {
        (void)unlink(path);
    }
    return whole;
}

static bool write_files(const struct sockspec_template *template, const char *directory) {
    bool good = make_directory(directory);
    char *paths[SOCKSPEC_TEMPLATE_FILES] = {NULL};
    size_t count = 0;
    size_t written = 0;
    for (; good && template->files[count].name != NULL; count++) {
        paths[count] = path_in(directory, template->files[count].name);
        good = is_free(paths[count]);
    }
    for (; good && written < count; written++) {
        good = write_file(paths[written], template->files[written].text);
    }
    for (size_t i = 0; i < SOCKSPEC_TEMPLATE_FILES; i++) {
        if (!good && i + 1 < written) {
            (void)unlink(paths[i]);
        } else if (good && i < count) {
            (void)printf("wrote %s\n", paths[i]);
        }
        free(paths[i]);
    }
    return good;
}

/* --- What to do next -------------------------------------------------------------------------- */

/* Prints a word as a shell reads it. */
static void print_quoted(const char *word) {
    const char *const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./+-";
    if (word[strspn(word, plain)] == '\0') {
        (void)fputs(word, stdout);
        return;
    }
    (void)putchar('\'');
    for (; *word != '\0'; word++) {
        (void)fputs(*word == '\'' ? "'\\''" : (const char[]){*word, '\0'}, stdout);
    }
    (void)putchar('\'');
}

static void print_command(const struct sockspec_template *template, const char *directory,
                          const char *command) {
    char *program = path_in(directory, template->program);
    bool bare = strchr(program, '/') == NULL;
    (void)fputs("  ", stdout);
    if (template->built) {
        (void)fputs("make", stdout);
        if (!bare) {
            (void)fputs(" -C ", stdout);
            print_quoted(directory);
        }
        (void)fputs(" && ", stdout);
    }
    print_quoted(program_invocation_name);
    (void)printf("%s %s ", command, template->library ? "--library" : "--");
    if (template->interpreter != NULL) {
        (void)printf("%s ", template->interpreter);
    } else if (bare) {
        (void)fputs("./", stdout);
    }
    print_quoted(program);
    (void)putchar('\n');
    free(program);
}

bool sockspec_init(const char *language, const char *directory) {
    const struct sockspec_template *template = find_template(language);
    if (*directory == '\0') {
        (void)fputs("sockspec: the name of the directory is empty\n", stderr);
        return false;
    }
    if (template == NULL || !write_files(template, directory)) {
        return false;
    }
    char *file = path_in(directory, template->files[0].name);
    (void)printf("\nFill in methods in %s. It works as it is, without any method.\n"
                 "Examine the %s, then check what it does:\n",
                 file, template->library ? "library" : "driver");
    free(file);
    print_command(template, directory, " doctor");
    print_command(template, directory, "");
    return true;
}
