#include "site/assets.hpp"

#include "base/embed.hpp"

// CAFE_ASSETS is set for this file alone: the folder. CMake rebuilds it when one of them changes.
CAFE_EMBED(style, CAFE_ASSETS "/style.css");
CAFE_EMBED(pages_style, CAFE_ASSETS "/pages.css");
CAFE_EMBED(fiche_script, CAFE_ASSETS "/fiche.js");
CAFE_EMBED(basket_script, CAFE_ASSETS "/panier.js");
CAFE_EMBED(sheets_script, CAFE_ASSETS "/remettre.js");
CAFE_EMBED(booklet, CAFE_ASSETS "/booklet.css");
CAFE_EMBED(small_booklet, CAFE_ASSETS "/booklet-a5.css");
CAFE_EMBED(poster, CAFE_ASSETS "/poster.css");
CAFE_EMBED(one_file, CAFE_ASSETS "/one-file.css");
CAFE_EMBED(large_print, CAFE_ASSETS "/large.css");
CAFE_EMBED(hours_script, CAFE_ASSETS "/heures.js");
CAFE_EMBED(search_script, CAFE_ASSETS "/recherche.js");
CAFE_EMBED(reader_script, CAFE_ASSETS "/reader.js");
CAFE_EMBED(needs_script, CAFE_ASSETS "/needs.js");
CAFE_EMBED(danger_script, CAFE_ASSETS "/danger.js");
CAFE_EMBED(answers_script, CAFE_ASSETS "/reponses.js");
CAFE_EMBED(early_script, CAFE_ASSETS "/debut.js");
CAFE_EMBED(page_script, CAFE_ASSETS "/page.js");

namespace cafe::site::assets {

std::string_view style() {
    return CAFE_EMBEDDED(style);
}
std::string_view pages_style() {
    return CAFE_EMBEDDED(pages_style);
}
std::string_view fiche_script() {
    return CAFE_EMBEDDED(fiche_script);
}
std::string_view basket_script() {
    return CAFE_EMBEDDED(basket_script);
}
std::string_view sheets_script() {
    return CAFE_EMBEDDED(sheets_script);
}
std::string_view booklet() {
    return CAFE_EMBEDDED(booklet);
}
std::string_view small_booklet() {
    return CAFE_EMBEDDED(small_booklet);
}
std::string_view poster() {
    return CAFE_EMBEDDED(poster);
}
std::string_view one_file() {
    return CAFE_EMBEDDED(one_file);
}
std::string_view large_print() {
    return CAFE_EMBEDDED(large_print);
}
std::string_view hours_script() {
    return CAFE_EMBEDDED(hours_script);
}
std::string_view search_script() {
    return CAFE_EMBEDDED(search_script);
}
std::string_view reader_script() {
    return CAFE_EMBEDDED(reader_script);
}
std::string_view needs_script() {
    return CAFE_EMBEDDED(needs_script);
}
std::string_view danger_script() {
    return CAFE_EMBEDDED(danger_script);
}
std::string_view answers_script() {
    return CAFE_EMBEDDED(answers_script);
}
std::string_view early_script() {
    return CAFE_EMBEDDED(early_script);
}
std::string_view page_script() {
    return CAFE_EMBEDDED(page_script);
}

}  // namespace cafe::site::assets
