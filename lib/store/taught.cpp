#include "store/taught.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "store/layout.hpp"

namespace cafe::store {

namespace {

constexpr std::string_view beginning =
    "# Ce que disent les gens, et le thème ou la fiche que cela veut dire (cafe teach).\nmeans\tphrase\n";
constexpr std::string_view titles = "means";

}  // namespace

std::vector<Taught> read_taught(std::string_view text) {
    std::vector<Taught> all;
    int number = 0;
    for (const std::string_view whole : text::split(text, '\n')) {
        ++number;
        const std::string_view line = text::trim(whole);
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        Taught taught;
        taught.target = text::trim(line.substr(0, tab));
        taught.line = number;
        if (tab != std::string_view::npos) taught.phrase = text::trim(line.substr(tab + 1));
        if (taught.target != titles) all.push_back(std::move(taught));
    }
    return all;
}

std::vector<Taught> taught_in(Disk& disk, const std::string& root) {
    const std::string path = path::join(root, taught_file);
    const auto info = disk.info(path);
    if (!info || !*info) return {};
    const auto text = disk.read(path, largest_record);
    return text ? read_taught(*text) : std::vector<Taught>{};
}

void learn(const std::vector<Taught>& taught, model::Vocabulary& vocabulary) {
    for (const Taught& line : taught) {
        if (line.phrase.empty()) continue;
        for (model::Family& family : vocabulary.families) {
            if (family.id == line.target) family.synonyms.fr.push_back(line.phrase);
            for (model::Term& theme : family.children)
                if (theme.id == line.target) theme.synonyms.fr.push_back(line.phrase);
        }
    }
}

std::string with_taught(std::string_view text, const Taught& line) {
    const auto known = read_taught(text);
    const bool stands = std::any_of(known.begin(), known.end(), [&](const Taught& one) {
        return one.target == line.target && one.phrase == line.phrase;
    });
    if (stands) return std::string(text);
    std::string out(text.empty() ? beginning : text);
    if (!out.ends_with('\n')) out += '\n';
    return out + line.target + "\t" + line.phrase + "\n";
}

}  // namespace cafe::store
