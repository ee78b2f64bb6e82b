/* Embeds a file of the project in the binary, as a NUL-terminated array `name`. */
#ifndef SOCKSPEC_EMBED_H
#define SOCKSPEC_EMBED_H

#define SOCKSPEC_EMBED(name, path)                                                                 \
    __asm__(".pushsection .rodata\n" #name ":\n.incbin \"" path "\"\n.byte 0\n.popsection\n");     \
    extern const char(name)[] __attribute__((visibility("hidden")))

#endif
