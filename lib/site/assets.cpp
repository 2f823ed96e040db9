// The assembler takes the files in, so that nothing is generated and nothing relocated at every start.
#include "site/assets.hpp"

#include <cstddef>

// CAFE_ASSETS is set for this file alone: the folder. CMake rebuilds it when one of them changes.
#define CAFE_TAKE_IN(name, file)          \
    __asm__(                              \
        ".pushsection .rodata\n"          \
        ".global cafe_" name              \
        "_begin\n"                        \
        ".hidden cafe_" name              \
        "_begin\n"                        \
        "cafe_" name                      \
        "_begin:\n"                       \
        ".incbin \"" CAFE_ASSETS "/" file \
        "\"\n"                            \
        ".global cafe_" name              \
        "_end\n"                          \
        ".hidden cafe_" name              \
        "_end\n"                          \
        "cafe_" name                      \
        "_end:\n"                         \
        ".byte 0\n"                       \
        ".popsection\n")

CAFE_TAKE_IN("style", "style.css");
CAFE_TAKE_IN("large_print", "large.css");
CAFE_TAKE_IN("hours_script", "heures.js");
CAFE_TAKE_IN("search_script", "recherche.js");
CAFE_TAKE_IN("danger_script", "danger.js");
CAFE_TAKE_IN("page_script", "page.js");

extern "C" {
extern const char cafe_style_begin[], cafe_style_end[];
extern const char cafe_large_print_begin[], cafe_large_print_end[];
extern const char cafe_hours_script_begin[], cafe_hours_script_end[];
extern const char cafe_search_script_begin[], cafe_search_script_end[];
extern const char cafe_danger_script_begin[], cafe_danger_script_end[];
extern const char cafe_page_script_begin[], cafe_page_script_end[];
}

namespace cafe::site::assets {

namespace {

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view style() {
    return between(cafe_style_begin, cafe_style_end);
}
std::string_view large_print() {
    return between(cafe_large_print_begin, cafe_large_print_end);
}
std::string_view hours_script() {
    return between(cafe_hours_script_begin, cafe_hours_script_end);
}
std::string_view search_script() {
    return between(cafe_search_script_begin, cafe_search_script_end);
}
std::string_view danger_script() {
    return between(cafe_danger_script_begin, cafe_danger_script_end);
}
std::string_view page_script() {
    return between(cafe_page_script_begin, cafe_page_script_end);
}

}  // namespace cafe::site::assets
