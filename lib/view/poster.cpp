#include "view/poster.hpp"

#include "view/theme.hpp"
#include "view/urgent.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> question{"Dans quelle situation, qui appeler ?", "In which situation, whom to call?"};
constexpr Phrase<std::string, std::string> made{"{}, au {}", "{}, {}"};

}  // namespace

std::optional<Page> poster(const Directory& directory, std::string_view theme) {
    const Edition& edition = directory.edition;
    std::vector<Block> situations = situation_blocks(directory, theme);
    if (situations.empty()) return std::nullopt;
    Page page;
    page.self = {PageKind::theme, std::string(theme)};
    page.lang = edition.lang;
    page.title = theme_label(directory, theme);
    page.kicker = question().in(edition.lang);
    page.description = page.kicker;
    if (auto numbers = emergency_numbers_of(directory, theme)) page.head.push_back({std::move(*numbers)});
    page.body = std::move(situations);
    page.body.push_back({Paragraph{
        quiet(made(title_of(edition.catalog.settings()), plain_date(edition.today).in(edition.lang)).in(edition.lang)),
        Sign::none}});
    return page;
}

}  // namespace cafe::view
