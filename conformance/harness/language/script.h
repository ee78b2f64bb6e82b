/* The notation rows are written in: a small part of Ruby, read by the harness.
 *
 *   server = Socket.new(AF_INET, SOCK_STREAM, 0)      a call of the implementation, a name for it
 *   client, sockaddr = server.accept                  names for the parts of a result
 *   BasicSocket.do_not_reverse_lookup = true          a setter
 *   Elsewhere::Socket.new(...)                        the same in a second process
 *   peer = Tester.socket(AF_INET, SOCK_STREAM)        a socket of the tester's own (tester.h)
 *   call = start server.accept                        sends the call; its answer is read later
 *   blocked(call)                                     the call waits in the kernel
 *   finish(call)                                      its result
 *   at_once(call)                                     its result; it fails when it waits
 *   settled(call)                                     its result, or 'waits' when it waits
 *   interrupted(call)                                 a signal ends what it waits for
 *   paused(call)                                      a signal stops it, and it goes on
 *   hang_up(call, fd)                                 shuts down the descriptor it waits for; a
 *                                                     new connect there finds no route
 *   raised(Errno::EAGAIN, expression)                 a step that has to raise
 *   rescue(Errno::EINPROGRESS, expression, otherwise) begin expression; rescue; otherwise; end
 *   retrying(Errno::EAGAIN, expression, meanwhile)    the same with retry
 *   lasts(0.05, expression)                           whether it takes so many seconds or more
 *   (a; b; c)                                         a sequence; its value is c's
 *
 * Values: nil true false, integers, floats, 'text' with \0 \n \r \t \\ \' \xNN, [arrays], 'x' * 3,
 * 'a' + 'b', MSG_PEEK | MSG_OOB, value[0], bytes[0, 8]. A capitalised name is a constant with the
 * value the implementation under test gives it; in a Tester call, the value this platform has.
 * Functions: in4(port, 'address'), in6(port, 'address'[, scope]), un('path'), hex('0a 0b'),
 * path('name') (a fresh file name of the row's own), length(x), constant('AF_INET'),
 * nonblocking(socket), clear_nonblocking(socket), set_nonblocking(socket) (the flag itself, asked
 * and changed from outside), close_on_exec(socket) (that flag), replace_descriptor(socket) (by one
 * that is no socket, unseen by the implementation), limit_descriptors(n) (so many more can be
 * opened), limit_memory(n) (so many more bytes can be had), safe_level(n) (of the implementation,
 * until the row ends), exclusively('port-2200').
 * In a table of injected faults, fault('accept', 'EPROTO'): that system call (fault.c has the list)
 * fails so, once; fault('accept', 'EINTR', 3): the third one from now; fault('wait', 'EINTR', 0.5):
 * once, after so many seconds; fault('accept', 'EMFILE', 'always'): every one, a hundred at most;
 * fault('accept', 'EIO', 1, socket): those on that socket; fault('accept', '4000'): with an errno
 * that has no name.
 *
 * Statements end with ; or a line feed. The value of the last one is the row's outcome. */
#ifndef SOCKSPEC_SCRIPT_H
#define SOCKSPEC_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

enum sockspec_node_kind {
    SOCKSPEC_NODE_NIL,
    SOCKSPEC_NODE_TRUE,
    SOCKSPEC_NODE_FALSE,
    SOCKSPEC_NODE_INTEGER,
    SOCKSPEC_NODE_FLOAT,
    SOCKSPEC_NODE_STRING,
    SOCKSPEC_NODE_NAME,
    SOCKSPEC_NODE_CONSTANT,
    SOCKSPEC_NODE_ARRAY,
    SOCKSPEC_NODE_CALL,     /* items[0] is the receiver, the rest are arguments */
    SOCKSPEC_NODE_FUNCTION, /* items are arguments */
    SOCKSPEC_NODE_OPERATOR, /* text is "|", "+" or "*" */
    SOCKSPEC_NODE_INDEX,    /* items: value, index[, length] */
    SOCKSPEC_NODE_START,    /* items[0] is the call */
    SOCKSPEC_NODE_ASSIGN,   /* items: names, then the value */
    SOCKSPEC_NODE_SEQUENCE,
};

struct sockspec_node {
    enum sockspec_node_kind kind;
    long long integer;
    double real;
    char *text; /* name, constant, method, function, operator or string */
    size_t length;
    struct sockspec_node **items;
    size_t count;
};

/* A sequence node, or NULL with what is wrong in `problem`. */
struct sockspec_node *sockspec_script_parse(const char *text, char *problem, size_t size);
/* A single expression: the pattern of an outcome. */
struct sockspec_node *sockspec_script_parse_expression(const char *text, char *problem,
                                                       size_t size);
void sockspec_script_free(struct sockspec_node *node);

#endif
