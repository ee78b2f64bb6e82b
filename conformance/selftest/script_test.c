/* The notation's parser: how it reads every form, which texts it refuses and where, and that no
 * text makes it crash. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/harness/language/script.h"
#include "conformance/harness/support/memory.h"

/* --- A tree as text: (.method receiver argument ...), {statement; statement} ------------------ */

static void print_node(FILE *out, const struct sockspec_node *node);

static void print_items(FILE *out, const struct sockspec_node *node, const char *between) {
    for (size_t i = 0; i < node->count; i++) {
        (void)fputs(i == 0 ? "" : between, out);
        print_node(out, node->items[i]);
    }
}

static void print_list(FILE *out, const char *head, const struct sockspec_node *node) {
    (void)fprintf(out, "(%s%s", head, node->count > 0 ? " " : "");
    print_items(out, node, " ");
    (void)fputc(')', out);
}

static void print_string(FILE *out, const struct sockspec_node *node) {
    (void)fputc('\'', out);
    for (size_t i = 0; i < node->length; i++) {
        unsigned char byte = (unsigned char)node->text[i];
        bool printable = byte >= ' ' && byte < 0x7F;
        (void)fprintf(out, printable ? "%c" : "<%02x>", byte);
    }
    (void)fputc('\'', out);
}

static void print_node(FILE *out, const struct sockspec_node *node) {
    switch (node->kind) {
    case SOCKSPEC_NODE_NIL:
        (void)fputs("nil", out);
        break;
    case SOCKSPEC_NODE_TRUE:
        (void)fputs("true", out);
        break;
    case SOCKSPEC_NODE_FALSE:
        (void)fputs("false", out);
        break;
    case SOCKSPEC_NODE_INTEGER:
        (void)fprintf(out, "%lld", node->integer);
        break;
    case SOCKSPEC_NODE_FLOAT:
        (void)fprintf(out, "%g", node->real);
        break;
    case SOCKSPEC_NODE_STRING:
        print_string(out, node);
        break;
    case SOCKSPEC_NODE_NAME:
        (void)fputs(node->text, out);
        break;
    case SOCKSPEC_NODE_CONSTANT:
        (void)fprintf(out, "<%s>", node->text);
        break;
    case SOCKSPEC_NODE_ARRAY:
        (void)fputc('[', out);
        print_items(out, node, " ");
        (void)fputc(']', out);
        break;
    case SOCKSPEC_NODE_CALL:
        (void)fprintf(out, "(.%s ", node->text);
        print_items(out, node, " ");
        (void)fputc(')', out);
        break;
    case SOCKSPEC_NODE_FUNCTION:
    case SOCKSPEC_NODE_OPERATOR:
        print_list(out, node->text, node);
        break;
    case SOCKSPEC_NODE_INDEX:
        print_list(out, "index", node);
        break;
    case SOCKSPEC_NODE_START:
        print_list(out, "start", node);
        break;
    case SOCKSPEC_NODE_ASSIGN:
        print_list(out, "=", node);
        break;
    case SOCKSPEC_NODE_SEQUENCE:
        (void)fputc('{', out);
        print_items(out, node, "; ");
        (void)fputc('}', out);
        break;
    }
}

typedef struct sockspec_node *parser(const char *text, char *problem, size_t size);

/* The tree of a text, or "error: " and the problem. The caller frees it. */
static char *read_text(parser *parse, const char *text) {
    char problem[128] = "nothing said";
    char *written = NULL;
    size_t size = 0;
    FILE *out = sockspec_must_have(open_memstream(&written, &size));
    struct sockspec_node *node = parse(text, problem, sizeof problem);
    if (node == NULL) {
        (void)fprintf(out, "error: %s", problem);
    } else {
        print_node(out, node);
    }
    sockspec_node_free(node);
    (void)fclose(out);
    return written;
}

struct reading_row {
    const char *text, *tree;
};

static void expect_readings(parser *parse, const struct reading_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char *tree = read_text(parse, rows[i].text);
        cr_expect_str_eq(tree, rows[i].tree, "\"%s\" is read as %s, not %s", rows[i].text, tree,
                         rows[i].tree);
        free(tree);
    }
}

#define ROWS(rows) rows, sizeof(rows) / sizeof((rows)[0])

/* clang-format off */
static const struct reading_row expression_rows[] = {
    /* A word is a value, a name, a constant or a function. */
    {"nil",                   "nil"},
    {"true",                  "true"},
    {"false",                 "false"},
    {"nilly",                 "nilly"},
    {"untrue",                "untrue"},
    {"_a1",                   "_a1"},
    {"AF_INET",               "<AF_INET>"},
    {"Socket::AF_INET",       "<Socket::AF_INET>"},
    {"Errno::EAGAIN",         "<Errno::EAGAIN>"},
    {"path()",                "(path)"},
    {"path('a')",             "(path 'a')"},
    {"in4( 0 , 'b' )",        "(in4 0 'b')"},
    {"path ('a')",            "error: unexpected text before \"('a')\""},

    /* The prefix of an Integer gives its base. */
    {"0",                     "0"},
    {"42",                    "42"},
    {"-1",                    "-1"},
    {"010",                   "8"},
    {"0x7F",                  "127"},
    {"9223372036854775807",   "9223372036854775807"},
    {"-9223372036854775808",  "-9223372036854775808"},
    {"9223372036854775808",   "error: too large a number before \"9223372036854775808\""},
    {"-9223372036854775809",  "error: too large a number before \"-9223372036854775809\""},
    {"08",                    "error: unexpected text before \"8\""},
    {"12abc",                 "error: unexpected text before \"abc\""},
    /* A number with a fraction is a Float. */
    {"0.5",                   "0.5"},
    {"-2.25",                 "-2.25"},
    {"1.0e20",                "1e+20"},
    {"123456789012345678901.0", "1.23457e+20"},
    {"5.0e-324",              "4.94066e-324"},
    {"1.0e400",               "error: too large a number before \"1.0e400\""},
    {"1.",                    "error: a method's name is missing before \"\""},
    {"-",                     "error: unexpected text before \"-\""},

    /* Strings can contain any byte. */
    {"''",                    "''"},
    {"' a b '",               "' a b '"},
    {"'a;b\nc'",              "'a;b<0a>c'"},
    {"'\\0\\n\\r\\t'",        "'<00><0a><0d><09>'"},
    {"'\\\\\\''",             "'\\''"},
    {"'\\x00\\xfF\\x41'",     "'<00><ff>A'"},
    {"'\xc3\xa9'",            "'<c3><a9>'"},
    {"'\"#$'",                "'\"#$'"},
    {"'\\q'",                 "error: unknown escape before \"q'\""},
    {"'\\x4'",                "error: unknown escape before \"x4'\""},
    {"'\\xg0'",               "error: unknown escape before \"xg0'\""},
    {"'\\",                   "error: unknown escape before \"\""},
    {"'abc",                  "error: unterminated string before \"\""},
    {"'abc\\'",               "error: unterminated string before \"\""},

    /* Arrays. */
    {"[]",                    "[]"},
    {"[1, [2], nil]",         "[1 [2] nil]"},
    {"[1,]",                  "error: a value is missing before \"]\""},
    {"[1",                    "error: ']' missing before \"\""},
    {"[1 2]",                 "error: ']' missing before \"2]\""},

    /* Calls and indices are parsed from left to right, and bind most tightly. */
    {"a.b",                   "(.b a)"},
    {"a.b()",                 "(.b a)"},
    {"a.b.c(1)",              "(.c (.b a) 1)"},
    {"a.closed?",             "(.closed? a)"},
    {"Socket.new(1, 2)",      "(.new <Socket> 1 2)"},
    {"Elsewhere::Socket.new", "(.new <Elsewhere::Socket>)"},
    {"a[0]",                  "(index a 0)"},
    {"a[0, 8][1]",            "(index (index a 0 8) 1)"},
    {"a.b[0].c",              "(.c (index (.b a) 0))"},
    {"'x'[0]",                "(index 'x' 0)"},
    {"a.b(c.d, [e])",         "(.b a (.d c) [e])"},
    {"a.",                    "error: a method's name is missing before \"\""},
    {"a.(1)",                 "error: a method's name is missing before \"(1)\""},
    {"f(1",                   "error: ')' missing before \"\""},
    {"a.b(1",                 "error: ')' missing before \"\""},
    {"a[1",                   "error: ']' missing before \"\""},

    /* * binds more tightly than +, and + than |. Operators of the same precedence are parsed
     * from left to right. */
    {"1 + 2 + 3",             "(+ (+ 1 2) 3)"},
    {"1 + 2 * 3",             "(+ 1 (* 2 3))"},
    {"1 * 2 + 3",             "(+ (* 1 2) 3)"},
    {"A | B + 1 | C",         "(| (| <A> (+ <B> 1)) <C>)"},
    {"'x' * 3 + 'y'",         "(+ (* 'x' 3) 'y')"},
    {"a.b * c[0]",            "(* (.b a) (index c 0))"},
    {"1+2*3|4",               "(| (+ 1 (* 2 3)) 4)"},
    {"1 +",                   "error: a value is missing before \"\""},
    {"| 1",                   "error: a value is missing before \"| 1\""},

    /* A sequence of statements in parentheses is an expression. */
    {"(1)",                   "{1}"},
    {"(1; 2)",                "{1; 2}"},
    {"(a = 1; a) * 2",        "(* {(= a 1); a} 2)"},
    {"(1 + 2) * 3",           "(* {(+ 1 2)} 3)"},
    {"(;1;)",                 "{1}"},
    {"()",                    "error: no statement before \"\""},
    {"(1",                    "error: ')' missing before \"\""},
    {"1)",                    "error: unexpected text before \")\""},

    /* start applies to everything that follows. */
    {"start a.b(1)",          "(start (.b a 1))"},
    {"started",               "started"},
    {"start",                 "error: a value is missing before \"\""},

    /* The whole text must be one expression. */
    {" 1 ",                   "1"},
    {"",                      "error: a value is missing before \"\""},
    {"1 2",                   "error: unexpected text before \"2\""},
    {"1; 2",                  "error: unexpected text before \"; 2\""},
    {"a = 1",                 "error: unexpected text before \"= 1\""},
    {"$domain",               "error: a value is missing before \"$domain\""},
    {"@",                     "error: a value is missing before \"@\""},
    {"\xff",                  "error: a value is missing before \"\xff\""},
    {"? thirty bytes of what follows are shown",
                              "error: a value is missing before \"? thirty bytes of what follows\""},
};

static const struct reading_row script_rows[] = {
    /* A statement ends with ; or a line feed. */
    {"a",                     "{a}"},
    {"a; b",                  "{a; b}"},
    {"a\nb",                  "{a; b}"},
    {" ;\n a ;; b \n\n",      "{a; b}"},
    {"a b",                   "error: unexpected text before \"b\""},
    {"a;)",                   "error: a value is missing before \")\""},

    /* An assignment sets one name to a value, or several names to its elements. */
    {"a = 1",                 "{(= a 1)}"},
    {"a=b.c",                 "{(= a (.c b))}"},
    {"a, b = c.d",            "{(= a b (.d c))}"},
    {"a, b, c = [1, 2, 3]",   "{(= a b c [1 2 3])}"},
    {"call = start a.b",      "{(= call (start (.b a)))}"},
    {"a, b",                  "error: '=' missing before \"\""},
    {"a =",                   "error: a value is missing before \"\""},
    {"a == b",                "error: a value is missing before \"= b\""},
    {"A = 1",                 "error: only a name can be assigned to before \"= 1\""},
    {"1 = 1",                 "error: only a name can be assigned to before \"= 1\""},
    {"a[0] = 1",              "error: only a name can be assigned to before \"= 1\""},
    {"a, b.c = 1",            "error: only a name can be assigned to before \"= 1\""},
    {"a.b, c = 1",            "error: only a name can be assigned to before \"= 1\""},

    /* An assignment to a method without arguments calls its setter. */
    {"a.b = 1",               "{(.b= a 1)}"},
    {"A.b = c.d",             "{(.b= <A> (.d c))}"},
    {"a.b.c = 1",             "{(.c= (.b a) 1)}"},
    {"a.b(1) = 2",            "error: only a name can be assigned to before \"= 2\""},

    /* A script has at least one statement. */
    {"",                      "error: no statement before \"\""},
    {" \n;; ",                "error: no statement before \"\""},

    /* The parser reports the first problem. */
    {"a = '\\q'; b = )",      "error: unknown escape before \"q'; b = )\""},
    {"f([1, 'abc)",           "error: unterminated string before \"\""},
};
/* clang-format on */

Test(script, reads_every_form_of_an_expression) {
    expect_readings(sockspec_script_parse_expression, ROWS(expression_rows));
}

Test(script, reads_every_form_of_a_statement) {
    expect_readings(sockspec_script_parse, ROWS(script_rows));
}

Test(script, measures_the_first_statement) {
    static const struct {
        const char *text, *first;
    } rows[] = {
        {"a", "a"},
        {"a; b", "a"},
        {"a\nb", "a"},
        {"a, b = c.d(1); e", "a, b = c.d(1)"},
        {"a = 'x;y'; b", "a = 'x;y'"},
        {"a = 'x\\';y'; b", "a = 'x\\';y'"},
        {"rescue(IOError, (a; b\nc), [1]); d", "rescue(IOError, (a; b\nc), [1])"},
        {"a = (b; c", "a = (b; c"},
        {"a = ; b", "a = ; b"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cr_expect_eq(sockspec_script_statement_length(rows[i].text), strlen(rows[i].first), "%s",
                     rows[i].text);
    }
}

/* --- Limits ----------------------------------------------------------------------------------- */

enum { NESTING_MAX = 64 };

enum { TEXT_SIZE = 1024 };

static void add(char *text, const char *piece) {
    (void)strncat(text, piece, TEXT_SIZE - strlen(text) - 1);
}

/* `depth` nested expressions. */
static void nest(char *text, size_t depth, const char *open, const char *close) {
    *text = '\0';
    for (size_t i = 1; i < depth; i++) {
        add(text, open);
    }
    add(text, "1");
    for (size_t i = 1; i < depth; i++) {
        add(text, close);
    }
}

Test(script, nests_to_a_limit) {
    static const struct {
        const char *open, *close;
    } rows[] = {{"(", ")"}, {"[", "]"}, {"f(", ")"}, {"a.b(", ")"}, {"a[", "]"}, {"start ", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[TEXT_SIZE];
        nest(text, NESTING_MAX, rows[i].open, rows[i].close);
        char *whole = read_text(sockspec_script_parse_expression, text);
        cr_expect_null(strstr(whole, "error"), "%s: %s", rows[i].open, whole);
        free(whole);
        nest(text, NESTING_MAX + 1, rows[i].open, rows[i].close);
        char *refused = read_text(sockspec_script_parse_expression, text);
        cr_expect_not_null(strstr(refused, "error: nested too deeply before \""), "%s: %s",
                           rows[i].open, refused);
        free(refused);
    }
}

Test(script, says_no_more_than_there_is_room_for) {
    static const char whole[] = "unexpected text before \"b\"";
    for (size_t size = 1; size < sizeof whole + 2; size++) {
        char problem[sizeof whole + 4];
        memset(problem, '#', sizeof problem);
        cr_expect_null(sockspec_script_parse("a b", problem, size));
        size_t length = size <= sizeof whole ? size - 1 : sizeof whole - 1;
        cr_expect_eq(strnlen(problem, size), length, "in %zu bytes", size);
        cr_expect_eq(strncmp(problem, whole, length), 0, "in %zu bytes", size);
        cr_expect_eq(problem[size], '#', "beyond %zu bytes", size);
    }
}

/* --- Random input ----------------------------------------------------------------------------- */

static uint32_t next_random(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Most of the input resembles a script, because a script has only a few kinds of pieces. */
static void compose(char *text, uint32_t *random) {
    static const char *const pieces[] = {
        "(",    ")",      "[",     "]",      "'",    "\\",  "\\x",  ",",          ";",
        "\n",   ".",      "=",     "|",      "+",    "*",   "-",    "0",          "0x",
        "12",   "a",      "b",     "c.d",    "a = ", "nil", "true", " ",          "?",
        "'x'",  "Socket", "start", "start ", "::",   "$d",  "@",    "\x80",       "\xff",
        "f(a)", "\t",     "#",     "\1",     "%n",   "[0]", "\"",   "99999999999"};
    size_t count = next_random(random) % 16;
    *text = '\0';
    for (size_t i = 0; i < count; i++) {
        const char *piece = pieces[next_random(random) % (sizeof pieces / sizeof pieces[0])];
        add(text, piece);
    }
}

Test(script, survives_garbage) {
    enum { INPUTS = 100000 };
    static parser *const parsers[] = {sockspec_script_parse, sockspec_script_parse_expression};
    uint32_t random = 2463534242;
    size_t readable = 0;
    for (size_t i = 0; i < INPUTS; i++) {
        char text[TEXT_SIZE];
        char problem[64] = "";
        compose(text, &random);
        struct sockspec_node *node = parsers[i % 2](text, problem, sizeof problem);
        cr_assert((node == NULL) == (*problem != '\0'), "\"%s\": %s", text, problem);
        readable += node != NULL;
        sockspec_node_free(node);
    }
    cr_expect_gt(readable, 1000, "all but garbage is refused: %zu", readable);
    cr_expect_lt(readable, INPUTS / 2, "garbage is read: %zu", readable);
}
