/*
 * Folder language: parses and evaluates the notation that rows are written in, a small part of
 * Ruby.
 *
 *   server = Socket.new(AF_INET, SOCK_STREAM, 0)      calls the implementation, names the result
 *   client, sockaddr = server.accept                  names the elements of a result
 *   BasicSocket.do_not_reverse_lookup = true          calls a setter
 *   Elsewhere::Socket.new(...)                        makes the call in a second process
 *   peer = Tester.socket(AF_INET, SOCK_STREAM)        makes a socket of the tester (tester.h)
 *   call = start server.accept                        sends the call; its answer is read later
 *   blocked(call)                                     checks that the call waits in the kernel
 *   finish(call)                                      returns its result
 *   at_once(call)                                     returns its result; fails if the call waits
 *   settled(call)                                     returns its result, or 'waits' if it waits
 *   interrupted(call)                                 interrupts the call's wait by a signal
 *   paused(call)                                      stops the call by a signal; it then continues
 *   hang_up(call, fd)                                 shuts down the descriptor it waits for; a
 *                                                     new connect there finds no route
 *   raised(Errno::EAGAIN, expression)                 a step that must raise
 *   rescue(Errno::EINPROGRESS, expression, otherwise) begin expression; rescue; otherwise; end
 *   retrying(Errno::EAGAIN, expression, meanwhile)    on EAGAIN, evaluates `meanwhile`; retries
 *   lasts(0.05, expression)                           whether it takes this many seconds or more
 *   (a; b; c)                                         a sequence; its value is c's
 *
 * Values: nil true false, integers, floats, 'text' with \0 \n \r \t \\ \' \xNN, [arrays], 'x' * 3,
 * 'a' + 'b', MSG_PEEK | MSG_OOB, value[0], bytes[0, 8]. A capitalised name is a constant. It has
 * the value that the implementation under test gives it; in a Tester call, it has this platform's
 * value.
 *
 * Functions:
 *   in4(port, 'address'), in6(port, 'address'[, scope]), un('path'), hex('0a 0b')
 *   interface('world0')              the number of a network device: the scope of its addresses
 *   numbers(n)                       the first n bytes of '0,1,2,3,...', which never repeat
 *   path('name')                     a fresh file name of the row's own
 *   length(x), constant('AF_INET')
 *   nonblocking(socket)              the flag itself, read from outside the implementation
 *   clear_nonblocking(socket), set_nonblocking(socket)
 *                                    change that flag from outside
 *   close_on_exec(socket)            that flag, read from outside
 *   replace_descriptor(socket)       puts a descriptor that is not a socket in its place; the
 *                                    implementation does not see it
 *   duplicate_descriptor(socket, n)  makes a duplicate of its descriptor, numbered n or above, in
 * the driver; returns the number limit_descriptors(n)             at most n more descriptors can be
 * opened limit_memory(n)                  at most n more bytes can be allocated safe_level(n) sets
 * the implementation's level until the row ends exclusively('port-2200')
 *
 * Tables of injected faults also have fault(). The operation names a system call (fault.c has the
 * list):
 *   fault('accept', 'EPROTO')            the call fails with EPROTO, once
 *   fault('accept', 'EINTR', 3)          the third call from now fails
 *   fault('wait', 'EINTR', 0.5)          the call fails once, after this many seconds
 *   fault('accept', 'EMFILE', 'always')  every call fails, a hundred at most
 *   fault('accept', 'EIO', 1, socket)    only calls on this socket count
 *   fault('accept', '4000')              the call fails with an errno that has no name
 *   expire_waits(60)                     a wait in the kernel with a time limit below 60 seconds
 * ends at once, as if the time had passed; a hundred at most watch('listen') changes nothing;
 * records the arguments of the call argument(1)                          the second argument of the
 * last watched call, as an int
 *
 * Statements end with ; or a line feed. The value of the last statement is the row's outcome.
 */
#ifndef SOCKSPEC_SCRIPT_H
#define SOCKSPEC_SCRIPT_H

#include <stddef.h>

#include "conformance/harness/language/node.h"

/* Returns a sequence node, or NULL with the error in `problem`. */
struct sockspec_node *sockspec_script_parse(const char *text, char *problem, size_t size);
/* Parses a single expression: the pattern of an outcome. */
struct sockspec_node *sockspec_script_parse_expression(const char *text, char *problem,
                                                       size_t size);
/* Returns how many bytes of a script its first statement takes; all, if it is unreadable. */
size_t sockspec_script_statement_length(const char *text);

#endif
