// The built-in vocabularies: the files of lib/model/vocabulary as bytes of the program. The assembler takes them in, so
// that nothing is generated and no table of pointers has to be relocated at every start.
#include <cstddef>

#include "model/vocabulary.hpp"

// CAFE_VOCABULARY_DIR is set for this file alone; CMake rebuilds it when one of the files changes.
#define CAFE_EMBED(symbol, file)                  \
    __asm__(                                      \
        ".pushsection .rodata\n"                  \
        ".global cafe_" symbol                    \
        "_begin\n"                                \
        ".hidden cafe_" symbol                    \
        "_begin\n"                                \
        "cafe_" symbol                            \
        "_begin:\n"                               \
        ".incbin \"" CAFE_VOCABULARY_DIR "/" file \
        "\"\n"                                    \
        ".global cafe_" symbol                    \
        "_end\n"                                  \
        ".hidden cafe_" symbol                    \
        "_end\n"                                  \
        "cafe_" symbol                            \
        "_end:\n"                                 \
        ".byte 0\n"                               \
        ".popsection\n")

CAFE_EMBED("themes", "themes.yaml");
CAFE_EMBED("publics", "publics.yaml");
CAFE_EMBED("kinds", "kinds.yaml");
CAFE_EMBED("acronyms", "acronyms.yaml");

extern "C" {
extern const char cafe_themes_begin[], cafe_themes_end[];
extern const char cafe_publics_begin[], cafe_publics_end[];
extern const char cafe_kinds_begin[], cafe_kinds_end[];
extern const char cafe_acronyms_begin[], cafe_acronyms_end[];
}

namespace cafe::model {

namespace {

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view builtin_themes() {
    return between(cafe_themes_begin, cafe_themes_end);
}
std::string_view builtin_publics() {
    return between(cafe_publics_begin, cafe_publics_end);
}
std::string_view builtin_kinds() {
    return between(cafe_kinds_begin, cafe_kinds_end);
}
std::string_view builtin_acronyms() {
    return between(cafe_acronyms_begin, cafe_acronyms_end);
}

}  // namespace cafe::model
