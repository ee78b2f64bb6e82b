/* Files that come with sockspec. */
#ifndef SOCKSPEC_COMPANION_H
#define SOCKSPEC_COMPANION_H

/* Returns the path of such a file: where it was built, or where `make install` puts it. The name
 * may begin with folders ("scripts/html"). The caller frees the path, which may name no file. */
char *sockspec_companion(const char *name);

#endif
