/* Embeds the files of fixtures/world in the program, so that the program needs no other files. */
#include "conformance/harness/world/fixtures.h"
#include "conformance/harness/support/embed.h"

#define FIXTURE(name, file)                                                                        \
    SOCKSPEC_EMBED(world_##name, "fixtures/world/" file);                                          \
    const char *const sockspec_fixture_##name = world_##name

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
