#include "site/sheet_data.hpp"

#include <fmt/format.h>

#include <variant>

#include "render/typography.hpp"
#include "site/search_codes.hpp"

namespace cafe::site {

namespace {

using namespace view;

constexpr Phrase<> not_public{"Pas pour le public, donc pas sur cette feuille\u202f: #",
                              "Not for the public, so not on this sheet: #"};
constexpr Phrase<> none_kept{"Aucune carte n’est retenue.", "No card is kept."};

// As a sheet of its own has it.
class SheetWriter {
public:
    explicit SheetWriter(Lang lang) : lang_(lang) {}

    // The emergency numbers, then each section: its heading, its blocks.
    [[nodiscard]] std::string page(const Page& page) const {
        std::string sections;
        for (const Block& block : page.body)
            if (const auto* section = std::get_if<Section>(&block.is))
                sections += fmt::format("{}[{},{}]", sections.empty() ? "" : ",", words(section->title),
                                        blocks(section->blocks));
        return fmt::format("[{},[{}]]", blocks(page.head), sections);
    }

private:
    [[nodiscard]] std::string words(std::string_view text) const {
        std::string set = render::typeset(text, lang_);
        return quoted(lang_ == Lang::fr ? render::with_apostrophes(std::move(set)) : set);
    }

    // A run is its words, where it leads, whether it is strong.
    [[nodiscard]] std::string runs(const Text& text) const {
        return listed(text, [&](const Inline& run) {
            const auto* outside = run.link ? std::get_if<Outside>(&*run.link) : nullptr;
            return fmt::format("[{},{},{}]", words(run.text), quoted(outside == nullptr ? "" : outside->href()),
                               run.tone == Tone::strong ? 1 : 0);
        });
    }

    // A list of lines in a frame, a paragraph, rows with their labels: told apart by their first letter.
    [[nodiscard]] std::string blocks(const std::vector<Block>& blocks) const {
        return listed(blocks,
                      [&](const Block& block) { return std::visit([&](const auto& is) { return of(is); }, block.is); });
    }
    [[nodiscard]] std::string of(const Notice& notice) const {
        return fmt::format("[\"n\",{}]", listed(notice.lines, [&](const Text& line) { return runs(line); }));
    }
    [[nodiscard]] std::string of(const Paragraph& paragraph) const {
        return fmt::format("[\"p\",{}]", runs(paragraph.text));
    }
    [[nodiscard]] std::string of(const Facts& facts) const {
        return fmt::format("[\"f\",{}]", listed(facts.rows, [&](const auto& row) {
                               return fmt::format("[{},{}]", words(row.first), runs(row.second));
                           }));
    }
    // A sheet holds no other (view/handout.cpp).
    template <class Other>
    [[nodiscard]] std::string of(const Other&) const {
        return "[\"p\",[]]";
    }

    Lang lang_;
};

}  // namespace

std::string sheet_data(const std::vector<std::string>& ids, const std::function<view::Page(const std::string&)>& sheet,
                       Lang lang) {
    const SheetWriter writer(lang);
    const std::vector<std::string> said{not_public().in(lang), none_kept().in(lang)};
    std::string out = "FEUILLES={\"l\":" + texts(said) + ",\"f\":{";
    for (const std::string& id : ids)
        out += fmt::format("{}{}:{}", out.back() == '{' ? "\n" : ",\n", quoted(id), writer.page(sheet(id)));
    return out + "}};\n";
}

}  // namespace cafe::site
