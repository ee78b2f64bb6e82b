/* Words of variants that are substituted in scripts, and the cells that rows of a cross product
 * claim. */
#include "conformance/harness/rows/substitute.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const struct sockspec_variant family = {
    "in4",
    {{"domain", "AF_INET"},
     {"any", "in4(0, '127.0.0.1')"},
     {"anything", "longest"},
     {"server", "server = Socket.new($domain, $type, 0)"},
     {"bound", "$server; server.bind($any)"},
     {"empty", ""},
     {"a1_b", "digits"},
     {"for_ever", "<$for_ever>"}}};
static const struct sockspec_variant method = {
    "accept", {{"type", "SOCK_STREAM"}, {"domain", "hidden by the first axis"}}};
/* As many words as there is room for. */
static const struct sockspec_variant full = {"full",
                                             {{"a", "0"},
                                              {"b", "1"},
                                              {"c", "2"},
                                              {"d", "3"},
                                              {"e", "4"},
                                              {"f", "5"},
                                              {"g", "6"},
                                              {"h", "7"},
                                              {"i", "8"},
                                              {"j", "9"},
                                              {"k", "10"},
                                              {"l", "11"}}};

Test(substitute, puts_words_in) {
    static const struct {
        const char *text, *result;
    } rows[] = {
        {"", ""},
        {"no word", "no word"},
        {"$domain", "AF_INET"},
        {"$type", "SOCK_STREAM"},
        {"[$domain, $type]", "[AF_INET, SOCK_STREAM]"},
        {"$domain$type", "AF_INETSOCK_STREAM"},
        {"a$empty.b", "a.b"},
        /* The longest matching name is used. */
        {"$anything", "longest"},
        {"$any.thing", "in4(0, '127.0.0.1').thing"},
        {"$anyThing", "in4(0, '127.0.0.1')Thing"},
        {"$a1_b", "digits"},
        /* A name that no variant defines stays as it is. */
        {"$anythin", "$anythin"},
        {"$domains", "$domains"},
        {"$nothing and $type", "$nothing and SOCK_STREAM"},
        {"$", "$"},
        {"$$type", "$SOCK_STREAM"},
        {"$ type", "$ type"},
        {"$Domain", "$Domain"},
        /* The value of a word may contain words, of any axis. */
        {"$server", "server = Socket.new(AF_INET, SOCK_STREAM, 0)"},
        {"$bound",
         "server = Socket.new(AF_INET, SOCK_STREAM, 0); server.bind(in4(0, '127.0.0.1'))"},
        /* The depth of substitution is limited. */
        {"$for_ever", "<<<<<<<<$for_ever>>>>>>>>"},
    };
    const struct sockspec_variant *const variants[SOCKSPEC_AXES] = {&family, &method};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *result = sockspec_substitute(rows[i].text, variants);
        cr_expect_str_eq(result, rows[i].result);
        free(result);
    }
}

Test(substitute, leaves_words_alone_without_variants) {
    const struct sockspec_variant *const none[SOCKSPEC_AXES] = {0};
    char *result = sockspec_substitute("$domain", none);
    cr_expect_str_eq(result, "$domain");
    free(result);
}

Test(substitute, finds_every_word_of_every_axis) {
    const struct sockspec_variant *const variants[SOCKSPEC_AXES] = {&method, &method, &method,
                                                                    &method, &method, &full};
    char *result = sockspec_substitute("$a $b $c $d $e $f $g $h $i $j $k $l $m", variants);
    cr_expect_str_eq(result, "0 1 2 3 4 5 6 7 8 9 10 11 $m");
    free(result);
}

Test(substitute, knows_the_words_of_a_variant) {
    cr_expect_str_eq(sockspec_variant_word(&family, "any", 3), "in4(0, '127.0.0.1')");
    cr_expect_str_eq(sockspec_variant_word(&family, "anything", 3), "in4(0, '127.0.0.1')");
    cr_expect_str_eq(sockspec_variant_word(&family, "anything", 8), "longest");
    cr_expect_null(sockspec_variant_word(&family, "an", 2));
    cr_expect_null(sockspec_variant_word(&family, "", 0));
    cr_expect_null(sockspec_variant_word(&family, "type", 4));
}

/* --- Claims ----------------------------------------------------------------------------------- */

Test(substitute, reads_claims) {
    static const struct {
        const char *claims, *axis, *variant;
        bool claimed;
    } rows[] = {
        {"host=a,b service=*", "host", "a", true},
        {"host=a,b service=*", "host", "b", true},
        {"host=a,b service=*", "host", "c", false},
        {"host=a,b service=*", "service", "anything", true},
        {"a=b,c d=*", "d", "e", true},
        {"a=b,c d=*", "a", "d", false},
        {"a=*", "a", "b", true},
        {"a=b,*", "a", "c", true},
        /* Names must match whole. */
        {"host=ab", "host", "a", false},
        {"host=a", "host", "ab", false},
        {"host=a,bc,d", "host", "b", false},
        {"host=a,bc,d", "host", "d", true},
        {"ghost=a host=b", "host", "a", false},
        {"host=a", "hos", "a", false},
        {"host=a", "hosts", "a", false},
        {"host=*a", "host", "a", false},
        {"host=*a", "host", "*a", true},
        /* An axis that a claim does not name is not claimed. */
        {"", "host", "a", false},
        {"host", "host", "a", false},
        {"host=", "host", "a", false},
        {"service=a", "host", "a", false},
        {"host=service=a", "service", "a", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cr_expect_eq(sockspec_claims(rows[i].claims, rows[i].axis, rows[i].variant),
                     rows[i].claimed, "\"%s\": %s=%s", rows[i].claims, rows[i].axis,
                     rows[i].variant);
    }
}

Test(substitute, claims_a_cell_on_all_its_axes) {
    static const struct sockspec_variant hosts[] = {{"a", {{0}}}, {"b", {{0}}}};
    static const struct sockspec_variant flags[] = {{"x", {{0}}}, {"y", {{0}}}};
    static const struct sockspec_table table = {.axes = {AXIS("host", hosts), AXIS("flag", flags)}};
    static const struct {
        const char *claims;
        bool claimed[2][2]; /* by host, then flag */
    } rows[] = {
        {"host=* flag=*", {{true, true}, {true, true}}},
        {"host=a flag=*", {{true, true}, {false, false}}},
        {"host=* flag=y", {{false, true}, {false, true}}},
        {"host=b flag=x", {{false, false}, {true, false}}},
        {"host=a", {{false, false}, {false, false}}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct sockspec_row row = {.script = rows[i].claims};
        for (size_t cell = 0; cell < 4; cell++) {
            const struct sockspec_variant *const variants[SOCKSPEC_AXES] = {&hosts[cell / 2],
                                                                            &flags[cell % 2]};
            cr_expect_eq(sockspec_claims_cell(&row, &table, variants),
                         rows[i].claimed[cell / 2][cell % 2], "\"%s\" of %s, %s", rows[i].claims,
                         hosts[cell / 2].name, flags[cell % 2].name);
        }
    }
}
