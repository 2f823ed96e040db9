// A page that has every kind of block, with one text in every place that a record can fill.
#pragma once

#include <string>

#include "view/page.hpp"

namespace cafe::test {

inline view::Page every_block(const std::string& text, Lang lang = Lang::fr) {
    using namespace view;
    const PageRef fiche{PageKind::fiche, "a"};
    Page page;
    page.self = {PageKind::fiche, "self"};
    page.lang = lang;
    page.title = page.kicker = page.lead = page.description = text;
    page.trail = {{text, {PageKind::home, ""}}};
    page.head = {{Notice{{plain(text), strong(text)}}},
                 {Tags{{{text, {PageKind::theme, "t"}, 1}, {text, {PageKind::area, "x"}, {}}}}},
                 {Actions{{{text, Link(*Outside::phone("05 36 49 00 01"))}}}}};
    page.beside_title = Section{text, {{Paragraph{quiet(text), Sign::none}}}, Look::panel, 2, ""};
    Items list = items({plain(text), to_page(text, fiche)});
    list.items.front().below = {{Paragraph{plain(text), Sign::none}}};
    Section section{text, {}, Look::guide, 2, "guide"};
    section.blocks = {{Steps{{plain(text), plain(text)}}},
                      {Facts{{{text, plain(text)}, {text, strong(text) + plain(" ") + quiet(text)}}}},
                      {std::move(list)},
                      {Table{text, {text, text}, {{plain(text), to_page(text, {PageKind::fiche, "missing"})}}}},
                      {Paragraph{to_web(text) + to_mail(text) + to_phone(text), Sign::web}}};
    page.body = {
        {std::move(section)},
        {Cards{{{fiche, text, text, text, text, {{text, {PageKind::theme, "t"}, 0}}, {{plain(text), Sign::place}}}}}},
        {Heading{plain(text)}},
        {Quote{{{Paragraph{plain(text), Sign::none}}}}}};
    page.side = {Section{text, {{Paragraph{plain(text), Sign::phone}}}, Look::panel, 2, ""}};
    return page;
}

}  // namespace cafe::test
