/* AF_UNIX names that fill the address, or contain NUL bytes.
 *
 * The words of a name are: $name, its bytes; $address, an address with that name; $shown, the
 * address that the system reports for it; $sort, "unix" for a path or "abstract" for an abstract
 * name. The system reports a NUL byte after a path, even after one of 108 bytes. */
#ifndef SOCKSPEC_UNIX_NAMES_H
#define SOCKSPEC_UNIX_NAMES_H

#include "conformance/harness/rows/families.h"

/* clang-format off */
#define SOCKSPEC_FILLING(length) "path('x' * (" length " + -1 * length(path(''))))"
#define SOCKSPEC_PATH(name) {"sort", "unix"}, {"name", name}, {"address", "un(" name ")"}, {"shown", "(hex('01 00') + " name " + '\\0')"}
#define SOCKSPEC_ABSTRACT(name) {"sort", "abstract"}, {"name", name}, {"address", "(hex('01 00') + " name ")"}, {"shown", "(hex('01 00') + " name ")"}

SOCKSPEC_SHARED struct sockspec_variant odd_paths[] = {
    {"path-106", {SOCKSPEC_PATH(SOCKSPEC_FILLING("106"))}},
    {"path-107", {SOCKSPEC_PATH(SOCKSPEC_FILLING("107"))}},
    {"path-108", {SOCKSPEC_PATH(SOCKSPEC_FILLING("108"))}},
};
SOCKSPEC_SHARED struct sockspec_variant odd_names[] = {
    {"path-106", {SOCKSPEC_PATH(SOCKSPEC_FILLING("106"))}},
    {"path-107", {SOCKSPEC_PATH(SOCKSPEC_FILLING("107"))}},
    {"path-108", {SOCKSPEC_PATH(SOCKSPEC_FILLING("108"))}},
    {"abstract", {SOCKSPEC_ABSTRACT("('\\0' + path('a'))")}},
    {"abstract-nul-last", {SOCKSPEC_ABSTRACT("('\\0' + path('a') + '\\0')")}},
    {"abstract-nuls-last", {SOCKSPEC_ABSTRACT("('\\0' + path('a') + '\\0\\0\\0')")}},
    {"abstract-nul-inside", {SOCKSPEC_ABSTRACT("('\\0' + path('a') + '\\0\\0b')")}},
    {"abstract-nul-first", {SOCKSPEC_ABSTRACT("('\\0\\0\\0' + path('a'))")}},
    {"abstract-107", {SOCKSPEC_ABSTRACT("('\\0' + " SOCKSPEC_FILLING("107") ")")}},
    {"abstract-107-nul-last", {SOCKSPEC_ABSTRACT("('\\0' + " SOCKSPEC_FILLING("106") " + '\\0')")}},
};
/* clang-format on */

#endif
