/* Suggestions for misspelt words. */
#include "conformance/harness/support/nearest.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *const words[] = {"accept", "accept_nonblock", "bind",     "connect", "list",
                                    "lists",  "recvfrom",        "shutdown", NULL};

/* clang-format off */
static const struct {
    const char *word, *found; /* NULL: none is near */
} nearest_rows[] = {
    {"accept",          "accept"},
    {"acept",           "accept"},          /* a letter is missing */
    {"acccept",         "accept"},          /* one is too many */
    {"eccept",          "accept"},          /* one is another */
    {"shudtown",        "shutdown"},        /* two are exchanged, which is one change ... */
    {"lsit",            "list"},            /* ... also in a word of which only one may change */
    {"lits",            "list"},
    {"shtdwon",         NULL},              /* two changes are too many in seven letters */
    {"acceptnonblok",   "accept_nonblock"}, /* a long word may differ in more */
    {"bnid",            "bind"},
    {"bxnx",            NULL},
    {"b",               NULL},
    {"",                NULL},
    {"frobnicate",      NULL},
};
/* clang-format on */

Test(nearest, finds_the_word_that_was_meant) {
    for (size_t i = 0; i < sizeof nearest_rows / sizeof nearest_rows[0]; i++) {
        struct sockspec_nearest nearest = {.word = nearest_rows[i].word};
        for (size_t j = 0; words[j] != NULL; j++) {
            sockspec_nearest_offer(&nearest, words[j]);
        }
        cr_expect_str_eq(nearest.found == NULL ? "" : nearest.found,
                         nearest_rows[i].found == NULL ? "" : nearest_rows[i].found, "%s",
                         nearest_rows[i].word);
    }
}

Test(nearest, asks) {
    struct sockspec_nearest nearest = {.word = "acept"};
    cr_expect_str_empty(sockspec_nearest_question(&nearest));
    sockspec_nearest_offer(&nearest, "accept");
    cr_expect_str_eq(sockspec_nearest_question(&nearest), "; did you mean 'accept'?");
}

Test(nearest, ignores_words_that_are_too_long) {
    static char long_word[400];
    memset(long_word, 'a', sizeof long_word - 1);
    struct sockspec_nearest nearest = {.word = long_word};
    sockspec_nearest_offer(&nearest, long_word);
    cr_expect_null(nearest.found);
}
