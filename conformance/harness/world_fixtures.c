/* The files of fixtures/world, put into the program, so that it needs no file beside it. Assembled from the repository's root. */
#include "world_internal.h"

#define FIXTURE(name, file)                                                                        \
    __asm__(".pushsection .rodata\n"                                                               \
            ".global sockspec__" #name "_begin\n"                                                  \
            ".global sockspec__" #name "_end\n"                                                    \
            "sockspec__" #name "_begin:\n"                                                         \
            ".incbin \"fixtures/world/" file "\"\n"                                                \
            "sockspec__" #name "_end:\n"                                                           \
            ".byte 0\n"                                                                            \
            ".popsection\n");                                                                      \
    extern const char sockspec__##name##_begin[];                                                  \
    extern const char sockspec__##name##_end[];                                                    \
    const struct sockspec_fixture sockspec_fixture_##name = {sockspec__##name##_begin,             \
                                                             sockspec__##name##_end}

FIXTURE(device, "device.ip");
FIXTURE(device_bridge, "device-bridge.ip");
FIXTURE(dnsmasq_conf, "dnsmasq.conf");
FIXTURE(document, "document.html");
FIXTURE(gai_conf, "gai.conf");
FIXTURE(host_conf, "host.conf");
FIXTURE(hosts, "hosts");
FIXTURE(hosts_dual, "hosts.dual");
FIXTURE(hosts_single, "hosts.single");
FIXTURE(network, "network.ip");
FIXTURE(network6, "network6.ip");
FIXTURE(nsswitch_conf, "nsswitch.conf");
FIXTURE(protocols, "protocols");
FIXTURE(resolv_conf, "resolv.conf");
FIXTURE(services, "services");
