/* The files of fixtures/world, which are embedded in the program. */
#ifndef SOCKSPEC_WORLD_FIXTURES_H
#define SOCKSPEC_WORLD_FIXTURES_H

extern const char *const sockspec_fixture_device;
extern const char *const sockspec_fixture_device_bridge;
extern const char *const sockspec_fixture_dnsmasq_conf;
extern const char *const sockspec_fixture_document;
extern const char *const sockspec_fixture_gai_conf;
extern const char *const sockspec_fixture_host_conf;
extern const char *const sockspec_fixture_hosts;
extern const char *const sockspec_fixture_hosts_dual;
extern const char *const sockspec_fixture_hosts_single;
extern const char *const sockspec_fixture_network;
extern const char *const sockspec_fixture_network6;
extern const char *const sockspec_fixture_nsswitch_conf;
extern const char *const sockspec_fixture_protocols;
extern const char *const sockspec_fixture_resolv_conf;
extern const char *const sockspec_fixture_services;

#endif
