// Files as bytes of the program. The assembler takes them in, so that nothing is generated and no table of pointers has
// to be relocated at every start.
#pragma once

#include <cstddef>
#include <string_view>

/// Takes the file at `path` (a string literal) in under a name of its own in the whole program. Stands outside of every
/// namespace; CMake builds the source anew when the file changes (OBJECT_DEPENDS).
#define CAFE_EMBED(name, path)                                                                        \
    __asm__(                                                                                          \
        ".pushsection .rodata\n"                                                                      \
        ".global cafe_" #name "_begin\n.hidden cafe_" #name "_begin\ncafe_" #name                     \
        "_begin:\n"                                                                                   \
        ".incbin \"" path                                                                             \
        "\"\n"                                                                                        \
        ".global cafe_" #name "_end\n.hidden cafe_" #name "_end\ncafe_" #name                         \
        "_end:\n"                                                                                     \
        ".byte 0\n"                                                                                   \
        ".popsection\n");                                                                             \
    extern "C" {                                                                                      \
    extern const char cafe_##name##_begin[], cafe_##name##_end[];                                     \
    }                                                                                                 \
    static_assert(sizeof(#name) > 1)

/// The bytes of a file that CAFE_EMBED took in.
#define CAFE_EMBEDDED(name) \
    std::string_view { cafe_##name##_begin, static_cast<std::size_t>(cafe_##name##_end - cafe_##name##_begin) }
