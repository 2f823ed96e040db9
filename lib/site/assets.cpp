// The assembler takes the file in, so that nothing is generated and nothing relocated at every start.
#include "site/assets.hpp"

#include <cstddef>

// CAFE_STYLE_SHEET is set for this file alone; CMake rebuilds it when the style sheet changes.
__asm__(
    ".pushsection .rodata\n"
    ".global cafe_style_begin\n"
    ".hidden cafe_style_begin\n"
    "cafe_style_begin:\n"
    ".incbin \"" CAFE_STYLE_SHEET
    "\"\n"
    ".global cafe_style_end\n"
    ".hidden cafe_style_end\n"
    "cafe_style_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const char cafe_style_begin[], cafe_style_end[];
}

namespace cafe::site::assets {

std::string_view style() {
    return {cafe_style_begin, static_cast<std::size_t>(cafe_style_end - cafe_style_begin)};
}

}  // namespace cafe::site::assets
