/* Name look-ups, shared by getaddrinfo, gethostbyname, getnameinfo and pack_sockaddr_in. */
#ifndef SOCKREF_RESOLVER_H
#define SOCKREF_RESOLVER_H

#include "internal.h"
#include "platform.h"

/* The sizes of Ruby's own buffers: a name or service must be shorter. */
enum { SOCKREF__HOST_SIZE = 1025, SOCKREF__SERVICE_SIZE = 32, SOCKREF__CUT_SIZE = 1024 };

/* Looks up a host and port, in the forms that pack_sockaddr_in and gethostbyname take. */
bool sockref__look_up(const struct sockref_value *host, const struct sockref_value *port,
                      const struct addrinfo *hints, struct addrinfo **result,
                      struct sockref_error *error);

/* Fills in SocketError "call: text", or the system's own error. */
void sockref__fill_gai(struct sockref_error *error, const char *call, int code);
/* NOLINTNEXTLINE(readability-identifier-naming): as sockref__raise */
#define sockref__raise_gai(error, call, code) (sockref__fill_gai(error, call, code), false)

/* Converts a service argument to text: an Integer's digits, or up to size - 1 bytes of a string.
 * Nil gives NULL. */
bool sockref__service_text(const struct sockref_value *service, char *buffer, size_t size,
                           const char **text, struct sockref_error *error);

/* Writes an address in presentation format to a buffer of NI_MAXHOST bytes. Returns an EAI code if
 * the address is too short. */
int sockref__address_text(const struct sockaddr *address, size_t length, char *text);

/* Returns whether a host is an address in presentation format. */
bool sockref__is_address(const char *host);

#endif
