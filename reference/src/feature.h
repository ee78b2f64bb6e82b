/* The feature macros for the system's headers. Include this file before any of them. */
#ifndef SOCKREF_FEATURE_H
#define SOCKREF_FEATURE_H

/* NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): libc's name */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* accept4, ppoll, the _r look-ups, and names such as EAI_NODATA */
#endif
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */

#endif
