#include "conformance/harness/report/causes.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/report/reason.h"
#include "conformance/harness/support/memory.h"

bool sockspec_has_cause(enum sockspec_verdict verdict) {
    return verdict != SOCKSPEC_PASS && verdict < SOCKSPEC_UNSUPPORTED;
}

/* Returns the verdict without the baseline. */
static enum sockspec_verdict found_of(const struct sockspec_entry *entry) {
    return entry->verdict < SOCKSPEC_KNOWN ? entry->verdict : entry->found;
}

/* Methods with two names have one implementation. */
static const char *method_of(const struct sockspec_case *test) {
    static const struct {
        const char *alias, *method;
    } aliases[] = {{"Socket.sockaddr_in", "Socket.pack_sockaddr_in"},
                   {"Socket.sockaddr_un", "Socket.pack_sockaddr_un"},
                   {"Socket.socketpair", "Socket.pair"}};
    for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++) {
        if (strcmp(test->method, aliases[i].alias) == 0) {
            return aliases[i].method;
        }
    }
    return test->method;
}

/* Returns the length of an address as reports show it ("in4(80, '127.0.0.1')"), or 0. */
static size_t address_length(const char *text) {
    static const char *const functions[] = {"in4(", "in6(", "un(", "byte-swapped family, in4(",
                                            "byte-swapped family, in6("};
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
        size_t length = strlen(functions[i]);
        const char *end = strncmp(text, functions[i], length) == 0 ? strchr(text, ')') : NULL;
        if (end != NULL) {
            return (size_t)(end - text) + 1;
        }
    }
    return 0;
}

/* Returns the length of a quoted text at the beginning of `text`, or 0. */
static size_t quoted_length(const char *text) {
    const char *close = *text == '`' ? "'" : text;
    if (*text != '\'' && *text != '"' && *text != '`') {
        return 0;
    }
    for (size_t at = 1; text[at] != '\0'; at++) {
        if (text[at] == '\\' && text[at + 1] != '\0') {
            at++;
        } else if (text[at] == *close) {
            return at + 1;
        }
    }
    return strlen(text);
}

/* Numbers, quoted texts and addresses differ between rows of one cause. A number within a word, as
 * in SO_LINGER2 or bind(2), stays. */
static void put_general(FILE *out, const char *text) {
    for (const char *at = text; *at != '\0' && *at != '\n';) {
        size_t address = address_length(at);
        size_t quoted = address > 0 ? 0 : quoted_length(at);
        bool starts = at == text || (!isalnum((unsigned char)at[-1]) && at[-1] != '_');
        bool call = at > text && at[-1] == '(' && at[0] != '\0' && at[1] == ')';
        bool apostrophe = at > text && isalpha((unsigned char)at[-1]) && *at == '\'';
        if (address > 0) {
            (void)fputs("an address", out);
            at += address;
        } else if (quoted > 0 && !apostrophe) {
            (void)fputs("'...'", out);
            at += quoted;
        } else if (starts && !call && isdigit((unsigned char)*at)) {
            (void)fputc('N', out);
            at += strspn(at, "0123456789");
        } else {
            (void)fputc(*at++, out);
        }
    }
}

/* Returns what follows `mark`, or NULL. */
static const char *behind(const char *text, const char *mark) {
    const char *found = strstr(text, mark);
    return found == NULL ? NULL : found + strlen(mark);
}

/* Returns the exception that was raised where another outcome was expected, or NULL. */
static const char *raised_by(const struct sockspec_entry *entry) {
    const char *difference = sockspec_difference_of(entry);
    if (found_of(entry) == SOCKSPEC_BROKEN && entry->detail != NULL) {
        return behind(entry->detail, " raises ");
    }
    bool raises = difference != NULL && entry->observed != NULL &&
                  strncmp(difference, "the message ", strlen("the message ")) != 0;
    return raises ? behind(entry->observed, "raises ") : NULL;
}

/* Writes an exception. The class of an errno says everything; a message of another class goes
 * without what follows its second colon, which is specific to a case. */
static void put_exception(FILE *out, const char *exception) {
    enum { MOST = 256 };
    char text[MOST];
    (void)snprintf(text, sizeof text, "%s", exception);
    char *message = strstr(text, ": ");
    char *behind = message == NULL ? NULL : strstr(message + 2, ": ");
    if (strncmp(text, "Errno::", strlen("Errno::")) == 0) {
        behind = message;
    }
    if (behind != NULL) {
        *behind = '\0';
    }
    (void)fputs("raises ", out);
    put_general(out, text);
}

/* Values differ in many ways that have one cause, so only the method counts. */
static bool is_of_values(const char *difference) {
    return strncmp(difference, "it ", 3) != 0 && strncmp(difference, "the ", 4) != 0;
}

static char *text_of(const struct sockspec_case *test, const struct sockspec_entry *entry) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&text, &size));
    const char *exception = raised_by(entry);
    const char *difference = sockspec_difference_of(entry);
    if (exception != NULL) {
        put_exception(out, exception);
    } else if (difference != NULL && strncmp(difference, "the message names ", 18) == 0) {
        /* Whoever forgets the system call in one method mostly forgets it in all. */
        (void)fputs(strncmp(difference + 18, "no call", 7) == 0
                        ? "the message does not name the system call"
                        : "the message names another system call",
                    out);
    } else if (difference != NULL) {
        (void)fprintf(out, "%s: ", method_of(test));
        if (is_of_values(difference)) {
            (void)fputs("returns another value", out);
        } else {
            put_general(out, difference);
        }
    } else {
        if (found_of(entry) != SOCKSPEC_FAIL) {
            (void)fprintf(out, "%s: ", sockspec_verdict_name(found_of(entry)));
        }
        put_general(out, entry->detail == NULL ? "" : entry->detail);
    }
    (void)fclose(out);
    return text;
}

/* A row whose control row fails has the control row's cause. */
static const struct sockspec_case *root_of(const struct sockspec_record *record,
                                           const struct sockspec_case *test) {
    enum { MOST = 8 };
    for (int i = 0; i < MOST; i++) {
        const struct sockspec_entry *entry = &record->entries[test->index];
        bool by_control =
            found_of(entry) == SOCKSPEC_BROKEN && entry->detail != NULL &&
            strncmp(entry->detail, SOCKSPEC_BY_CONTROL_ROW, strlen(SOCKSPEC_BY_CONTROL_ROW)) == 0;
        const struct sockspec_case *control = test->control;
        if (!by_control || control == NULL || !record->entries[control->index].recorded ||
            !sockspec_has_cause(found_of(&record->entries[control->index]))) {
            break;
        }
        test = control;
    }
    return test;
}

/* Less is more basic: fail before broken, examples of the document before other rows, the page
 * before Ruby, and a short script before a long one. */
static size_t rank_of(const struct sockspec_record *record, const struct sockspec_case *test) {
    const size_t script_most = 100000;
    bool broken = record->entries[test->index].verdict == SOCKSPEC_BROKEN;
    bool example = strstr(sockspec_case_section(test), "example") != NULL;
    size_t authority =
        test->catalogued == NULL ? SOCKSPEC_AUTHORITIES : (size_t)test->catalogued->authority;
    size_t group = (size_t)(broken ? 2 : 0) + (size_t)(example ? 0 : 1);
    return (group * (SOCKSPEC_AUTHORITIES + 1) + authority) * script_most + strlen(test->script);
}

static int by_size(const void *a, const void *b) {
    const struct sockspec_cause *left = a;
    const struct sockspec_cause *right = b;
    return left->count != right->count ? (left->count < right->count ? 1 : -1)
                                       : strcmp(left->text, right->text);
}

static size_t find_text(const struct sockspec_causes *causes, const char *text) {
    size_t i = 0;
    while (i < causes->count && strcmp(causes->causes[i].text, text) != 0) {
        i++;
    }
    return i;
}

static void add(struct sockspec_causes *causes, const struct sockspec_record *record,
                const struct sockspec_case *test, char *text) {
    size_t at = find_text(causes, text);
    if (at == causes->count) {
        causes->causes =
            sockspec_must_have(realloc(causes->causes, (at + 1) * sizeof *causes->causes));
        causes->causes[causes->count++] = (struct sockspec_cause){.text = text, .sample = test};
    } else {
        free(text);
    }
    struct sockspec_cause *cause = &causes->causes[at];
    cause->count++;
    if (rank_of(record, test) < rank_of(record, cause->sample)) {
        cause->sample = test;
    }
}

char *sockspec_cause_of(const struct sockspec_record *record, const struct sockspec_case *test) {
    if (found_of(&record->entries[test->index]) == SOCKSPEC_PASS) {
        return NULL;
    }
    const struct sockspec_case *root = root_of(record, test);
    return text_of(root, &record->entries[root->index]);
}

struct sockspec_causes *sockspec_causes_find(const struct sockspec_record *record) {
    struct sockspec_causes *causes = sockspec_must_have(calloc(1, sizeof *causes));
    size_t count = 0;
    const struct sockspec_case *cases = sockspec_cases(&count);
    char **texts = sockspec_must_have(calloc(count + 1, sizeof *texts));
    causes->of_case = sockspec_must_have(calloc(count + 1, sizeof *causes->of_case));
    for (size_t i = 0; i < count; i++) {
        const struct sockspec_entry *entry = &record->entries[i];
        if (entry->reported && entry->recorded && sockspec_has_cause(entry->verdict)) {
            texts[i] = sockspec_cause_of(record, &cases[i]);
            add(causes, record, &cases[i], sockspec_must_have(strdup(texts[i])));
        }
    }
    if (causes->count > 0) {
        qsort(causes->causes, causes->count, sizeof *causes->causes, by_size);
    }
    for (size_t i = 0; i < count; i++) {
        causes->of_case[i] = texts[i] == NULL ? causes->count : find_text(causes, texts[i]);
        free(texts[i]);
    }
    free(texts);
    return causes;
}

void sockspec_causes_free(struct sockspec_causes *causes) {
    for (size_t i = 0; i < causes->count; i++) {
        free(causes->causes[i].text);
    }
    free(causes->causes);
    free(causes->of_case);
    free(causes);
}
