// Files that are built into the program and published as they are.
#pragma once

#include <string_view>

namespace cafe::site::assets {

/// lib/site/assets/style.css.
std::string_view style();
/// lib/site/assets/pages.css: of all pages but the first, behind the other.
std::string_view pages_style();
/// lib/site/assets/booklet.css: of a booklet, behind the other.
std::string_view booklet();
/// lib/site/assets/booklet-a5.css: of one on A5, behind both.
std::string_view small_booklet();
/// lib/site/assets/one-file.css: of an edition in one file, behind the first.
std::string_view one_file();
/// lib/site/assets/poster.css: of a poster, behind the style of the pages.
std::string_view poster();
/// lib/site/assets/large.css: of a sheet in large print, instead of the other.
std::string_view large_print();
/// lib/site/assets/heures.js: whether somebody is there now.
std::string_view hours_script();
/// lib/site/assets/fiche.js: what the page of a fiche does besides.
std::string_view fiche_script();
/// lib/site/assets/debut.js: what the home page does before it is shown.
std::string_view early_script();
/// lib/site/assets/page.js: what the home page does.
std::string_view page_script();
/// lib/site/assets/panier.js: the bar of kept cards; page.js brings it.
std::string_view basket_script();
/// lib/site/assets/remettre.js: the sheet of several fiches, behind its data (site/sheet_data.hpp).
std::string_view sheets_script();
/// lib/site/assets/danger.js: danger in a question; page.js brings it with its table (site/danger_data.hpp).
std::string_view danger_script();
/// lib/site/assets/reponses.js: how answers are shown; page.js brings it with its data (site/answer_data.hpp).
std::string_view answers_script();
/// lib/site/assets/reader.js: how questions are read beyond their phrases (site/reader_data.hpp).
std::string_view reader_script();
/// lib/site/assets/needs.js: how surely a fiche answers what was heard; behind the reader.
std::string_view needs_script();
/// lib/site/assets/recherche.js: the algorithm of `cafe find`, which touches no page; page.js brings it.
std::string_view search_script();

}  // namespace cafe::site::assets
