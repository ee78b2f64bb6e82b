/* Link-local IPv6 addresses: every device can have the same one, so the scope of the address, the
 * number of the device, is part of it. The world's device has the address fe80::1. */
#ifndef SOCKSPEC_LINK_LOCAL_H
#define SOCKSPEC_LINK_LOCAL_H

#define SOCKSPEC_LINK_LOCAL(port) "in6(" port ", 'fe80::1', interface('world0'))"
/* A socket of the tester, bound to that address. */
#define SOCKSPEC_LINK_LOCAL_PEER(name, type)                                                       \
    name " = Tester.socket(AF_INET6, " type "); " name ".bind(" SOCKSPEC_LINK_LOCAL("0") "); "

#endif
