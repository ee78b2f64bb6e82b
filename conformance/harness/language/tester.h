/* The tester's own sockets: peers that no implementation under test has touched.
 *
 *   peer = Tester.socket(AF_INET, SOCK_STREAM[, protocol])
 *   peer.bind(sockaddr)  peer.listen(backlog)  peer.connect(sockaddr)  other = peer.accept
 *   peer.send(bytes[, flags[, sockaddr]])      how many bytes were sent
 *   peer.recv(maxlen[, flags])                 the bytes
 *   peer.recvfrom(maxlen[, flags])             [bytes, sockaddr]
 *   peer.port  peer.sockaddr  peer.peer        of its own address; its own; its peer's
 *   peer.setsockopt(level, name, integer)  peer.getsockopt(level, name)
 *   peer.shutdown(how)  peer.close  peer.abort  abort resets a TCP connection
 *   peer.deafen                                it hears nothing any more, and acknowledges nothing
 *   Tester.connected(a_listening_sockaddr, type)   socket and connect in one
 *   Tester.fill(a_listening_sockaddr, type)        how many AF_UNIX callers its queue still takes
 *   Tester.exists('path')                      whether there is such a file
 *
 * They block 10 s at most. One that fails breaks the row: it is never what a row judges. */
#ifndef SOCKSPEC_TESTER_H
#define SOCKSPEC_TESTER_H

#include "conformance/harness/language/scenario.h"

/* `Tester.method(...)`, with a NULL receiver, and methods of the tester's sockets. */
struct sockspec_result sockspec_tester_call(struct sockspec_scenario *scenario,
                                            const json_t *receiver, const char *method,
                                            const json_t *arguments);
bool sockspec_is_tester_socket(const json_t *value);
void sockspec_tester_close_all(struct sockspec_scenario *scenario);
/* The value this platform gives a constant that Tester calls use; false if unknown. */
bool sockspec_platform_constant(const char *name, long long *value);

#endif
