/* What to ask of the system's headers. Included before any of them. */
#ifndef SOCKREF_FEATURE_H
#define SOCKREF_FEATURE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* accept4, ppoll, the _r look-ups, and names such as EAI_NODATA */
#endif

#endif
