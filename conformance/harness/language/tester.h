/*
 * The tester's own sockets: peers that no implementation under test has touched.
 *
 *   peer = Tester.socket(AF_INET, SOCK_STREAM[, protocol])
 *   peer.bind(sockaddr)  peer.listen(backlog)  peer.connect(sockaddr)  other = peer.accept
 *   peer.send(bytes[, flags[, sockaddr]])      returns the number of bytes sent
 *   peer.recv(maxlen[, flags])                 returns the bytes
 *   peer.recvfrom(maxlen[, flags])             returns [bytes, sockaddr]
 *   peer.port  peer.sockaddr  peer.peer        its port; its own address; its peer's address
 *   peer.setsockopt(level, name, integer)  peer.getsockopt(level, name)
 *   peer.option(level, name)                   returns the bytes of that option
 *   peer.shutdown(how)  peer.close  peer.abort  abort resets a TCP connection
 *   peer.deafen                                the peer no longer receives or acknowledges anything
 *   Tester.connected(a_listening_sockaddr, type)   makes a socket and connects it
 *   Tester.fill(a_listening_sockaddr, type)        how many AF_UNIX callers its queue still takes
 *   Tester.exists('path')                      whether there is such a file
 *
 * These calls block for at most 10 s. A call that fails breaks the row, because a row never judges
 * the tester's own calls.
 */
#ifndef SOCKSPEC_TESTER_H
#define SOCKSPEC_TESTER_H

#include "conformance/harness/language/scenario.h"

/* Calls `Tester.method(...)`, with a NULL receiver, or a method of one of the tester's sockets. */
struct sockspec_result sockspec_tester_call(struct sockspec_scenario *scenario,
                                            const json_t *receiver, const char *method,
                                            const json_t *arguments);
bool sockspec_is_tester_socket(const json_t *value);
void sockspec_tester_close_all(struct sockspec_scenario *scenario);

#endif
