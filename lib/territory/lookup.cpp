#include "territory/lookup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace cafe::territory {

namespace {

// Longer texts are no names; this bounds the work on hostile ones.
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_run = 14;  // words
constexpr std::size_t most_suggestions = 5;

constexpr std::array<std::string_view, 7> country_words{"france",         "france entiere",     "la france",
                                                        "national",       "national territory", "territoire national",
                                                        "toute la france"};

bool is_country(std::string_view key) {
    return std::find(country_words.begin(), country_words.end(), key) != country_words.end();
}

bool is_five_digits(std::string_view text) {
    return text.size() == 5 && text::is_digits(text);
}

// "2a004" → "2A004"
using ascii::upper;

std::vector<std::string_view> words_of(std::string_view key) {
    return text::split(key, ' ');
}

bool is_one_word(std::string_view key) {
    return key.find(' ') == std::string_view::npos;
}

std::optional<Index> departement_by_code(std::string_view text) {
    return text.size() < 2 || text.size() > 3 ? std::nullopt : tables::find_departement(upper(text));
}

std::optional<Index> departement_by_name(std::string_view key) {
    for (const blob::Name& name : tables::named(key))
        if (name.kind == blob::Kind::departement) return name.row;
    return std::nullopt;
}

Spot spot_of(const blob::Name& name) {
    switch (name.kind) {
        case blob::Kind::commune: return {AreaKind::commune, name.row};
        case blob::Kind::part: return {AreaKind::quarter, name.row};
        case blob::Kind::epci: return {AreaKind::epci, name.row};
        case blob::Kind::departement: return {AreaKind::departement, name.row};
        case blob::Kind::region: return {AreaKind::region, name.row};
    }
    return {};
}

bool is_said(Said said, AreaKind kind) {
    switch (said) {
        case Said::nothing: return true;
        case Said::commune: return kind == AreaKind::commune || kind == AreaKind::quarter;
        case Said::epci: return kind == AreaKind::epci;
        case Said::departement: return kind == AreaKind::departement;
        case Said::region: return kind == AreaKind::region;
    }
    return false;
}

// The commune that a spot of the tables is or lies in.
std::optional<Index> commune_of(const Spot& area) {
    if (area.kind == AreaKind::commune) return area.row;
    if (area.kind == AreaKind::quarter && area.row < tables::parts()) return tables::part(area.row).commune;
    return std::nullopt;
}

bool has_code(Index commune, std::string_view five) {
    const tables::Commune found = tables::commune(commune);
    return found.code == five || std::any_of(found.postcodes.begin(), found.postcodes.end(),
                                             [&](Index postcode) { return tables::postcode(postcode) == five; });
}

bool is_capital(const Spot& area) {
    return area.kind == AreaKind::commune && tables::departement(tables::departement_of(area.row)).capital == area.row;
}

// The communes that a postcode serves; of Paris, Lyon and Marseille the arrondissement alone.
std::vector<Spot> areas_of_postcode(Index postcode) {
    std::vector<Spot> found;
    for (Index part = 0; part < tables::parts(); ++part) {
        const auto codes = tables::part(part).postcodes;
        if (std::find(codes.begin(), codes.end(), postcode) != codes.end()) found.push_back({AreaKind::quarter, part});
    }
    if (!found.empty()) return found;
    for (const Index commune : tables::communes_of_postcode(postcode)) found.push_back({AreaKind::commune, commune});
    return found;
}

// Two names of one piece of land ("Paris", "La Réunion") are no ambiguity: the narrower kind stands for both.
void drop_same_land(std::vector<Spot>& found, const Atlas& atlas) {
    const auto stands_for = [&](const Spot& narrow, const Spot& wide) {
        return narrow.kind < wide.kind && narrow.kind != AreaKind::quarter && atlas.size(narrow) == atlas.size(wide) &&
               atlas.holds(narrow, wide);
    };
    const std::vector<Spot> all = found;
    std::erase_if(found, [&](const Spot& wide) {
        return std::any_of(all.begin(), all.end(), [&](const Spot& narrow) { return stands_for(narrow, wide); });
    });
}

// "villeneuve sur lot" goes on behind "villeneuve".
bool goes_on_behind(std::string_view name, std::string_view beginning) {
    return name.size() > beginning.size() && name.starts_with(beginning) && name[beginning.size()] == ' ';
}

// A bit for each letter and figure of a folded name; rare characters share one, which only makes more names alike.
std::uint32_t letters_of(std::string_view name) {
    std::uint32_t letters = 0;
    for (const char character : name)
        if (character != ' ') letters |= 1U << (static_cast<unsigned char>(character) % 32U);
    return letters;
}

// Every word of `asked` in that order: "sainte livrade lot" in "sainte livrade sur lot".
bool has_words_of(std::string_view name, const std::vector<std::string_view>& asked) {
    auto wanted = asked.begin();
    for (std::size_t begin = 0; begin < name.size() && wanted != asked.end();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        if (name.substr(begin, end - begin) == *wanted) ++wanted;
        begin = end + 1;
    }
    return wanted == asked.end();
}

}  // namespace

std::string place_key(std::string_view text) {
    const std::string folded = fold::place(text);
    const std::vector<std::string_view> words = words_of(folded);
    std::string key;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && words[i] == "cedex") break;
        if (i > 0) key.push_back(' ');
        key += i > 0 && i + 1 < words.size() && words[i] == "s" ? std::string_view("sur") : words[i];
    }
    return key;
}

Lookup::Lookup(const Atlas& atlas, std::vector<Index> departements)
    : atlas_(&atlas), departements_(std::move(departements)) {}

void Lookup::add_word(std::string_view said, std::string owner, const Spot& means) {
    OwnWord word{place_key(said), std::move(owner), means};
    if (word.key.empty()) return;
    const auto behind = std::upper_bound(words_.begin(), words_.end(), word.key,
                                         [](const std::string& key, const OwnWord& other) { return key < other.key; });
    words_.insert(behind, std::move(word));
}

bool Lookup::has_word(std::string_view said) const {
    const std::string key = place_key(said);
    return std::any_of(words_.begin(), words_.end(), [&](const OwnWord& word) { return word.key == key; });
}

// ---- The whole text -----------------------------------------------------------------------------------------------

Resolved Lookup::resolve(std::string_view written, Spoken spoken, std::string_view without) const {
    const std::string_view text = text::trim(written);
    if (text.empty() || text.size() > longest_name) return Unresolved{};
    if (auto found = by_prefix(text, spoken)) return *found;
    if (const auto own = atlas_->own_by_id(text); own && text != without) return atlas_->ref(atlas_->own_spot(*own));

    const std::string key = place_key(text);
    if (key.empty()) return Unresolved{};
    if (auto found = by_own_word(key, without)) return *found;
    if (auto found = by_bare_code(text, spoken)) return *found;
    if (const auto row = departement_by_code(without_article(key)))  // "le 47"
        return atlas_->ref(Spot{AreaKind::departement, *row});
    if (is_country(key)) return atlas_->ref(Spot{});

    std::vector<Asked> asked = readings(key);
    for (Asked& more : qualified(text, key)) asked.push_back(std::move(more));
    if (auto found = by_name(asked, spoken)) return *found;
    if (auto found = by_own_id(key, without)) return *found;
    if (auto found = by_loose_name(key)) {
        if (spoken == Spoken::command_line) return *found;
        // A record writes the name in full.
        if (const auto* area = std::get_if<AreaRef>(&*found))
            return Unresolved{Unresolved::Why::unknown, {atlas_->candidate(*atlas_->spot(*area))}};
    }
    return suggest(asked.back().key, spoken);
}

Resolved Lookup::resolve_address(std::string_view commune, std::string_view postcode) const {
    const Resolved by_words = resolve(commune, Spoken::record);
    const auto* area = std::get_if<AreaRef>(&by_words);
    const auto spot = area ? atlas_->spot(*area) : std::nullopt;
    if (spot && atlas_->position(*spot)) return by_words;  // the network's own quarter
    if (is_five_digits(postcode) && commune.size() <= longest_name) {
        std::vector<Asked> asked = readings(place_key(commune));
        for (Asked& reading : asked) reading.five = postcode;
        if (auto found = by_name(asked, Spoken::record)) return *found;
    }
    return by_words;
}

// ---- Codes --------------------------------------------------------------------------------------------------------

std::optional<Resolved> Lookup::by_prefix(std::string_view text, Spoken spoken) const {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string prefix = fold::text(text.substr(0, colon));
    const std::string code = upper(text::trim(text.substr(colon + 1)));
    const auto answer = [&](AreaKind kind, std::optional<Index> row) -> Resolved {
        if (!row) return Unresolved{};
        return atlas_->ref(Spot{kind, *row});
    };
    if (prefix == "insee") {
        if (const auto row = tables::find_commune(code)) return answer(AreaKind::commune, row);
        if (const auto row = tables::find_part(code)) return answer(AreaKind::quarter, row);
        return by_five_digits(code, Spoken::record);  // unknown, but perhaps a postcode
    }
    if (prefix == "cp") return by_postcode(code, spoken);
    if (prefix == "epci") return answer(AreaKind::epci, tables::find_epci(code));
    if (prefix == "dep") return answer(AreaKind::departement, tables::find_departement(code));
    if (prefix == "reg") return answer(AreaKind::region, tables::find_region(code));
    return std::nullopt;
}

std::optional<Resolved> Lookup::by_bare_code(std::string_view text, Spoken spoken) const {
    if (is_five_digits(text)) return by_five_digits(text, spoken);
    const std::string code = upper(text);
    if (const auto row = tables::find_commune(code)) return atlas_->ref(Spot{AreaKind::commune, *row});  // "2A004"
    if (const auto row = tables::find_epci(code)) return atlas_->ref(Spot{AreaKind::epci, *row});
    if (const auto row = departement_by_code(code)) return atlas_->ref(Spot{AreaKind::departement, *row});
    return std::nullopt;
}

Resolved Lookup::by_five_digits(std::string_view digits, Spoken spoken) const {
    const auto commune = tables::find_commune(digits);
    const auto part = tables::find_part(digits);
    const auto postcode = tables::find_postcode(digits);
    const std::optional<Spot> insee = commune ? std::optional(Spot{AreaKind::commune, *commune})
                                      : part  ? std::optional(Spot{AreaKind::quarter, *part})
                                              : std::nullopt;
    if (!postcode) {
        if (insee) return atlas_->ref(*insee);
        return Unresolved{};
    }
    Resolved as_postcode = by_postcode(digits, spoken);
    if (insee && (spoken == Spoken::record || as_postcode == Resolved(atlas_->ref(*insee)))) return atlas_->ref(*insee);
    if (!insee && spoken == Spoken::command_line) return as_postcode;

    // Both readings, or none that counts here: what is refused still names what may have been meant.
    Unresolved refused{insee ? Unresolved::Why::ambiguous : Unresolved::Why::unknown, {}};
    if (insee) refused.candidates.push_back(atlas_->candidate(*insee));
    const auto served = areas_of_postcode(*postcode);
    for (const Spot& area : served) {
        if (insee == area) continue;
        Candidate candidate = atlas_->candidate(area);
        constexpr Phrase<Words, std::string> with_postcode{"{}, code postal {}", "{}, postcode {}"};
        candidate.detail = with_postcode(candidate.detail, std::string(digits));
        if (served.size() == 1) candidate.how = fmt::format("cp:{}", digits);
        refused.candidates.push_back(std::move(candidate));
    }
    return refused;
}

// Of several communes a question means all; a record says which.
Resolved Lookup::by_postcode(std::string_view postcode, Spoken spoken) const {
    const auto row = tables::find_postcode(postcode);
    if (!row) return Unresolved{};
    const auto served = areas_of_postcode(*row);
    const bool of_communes =
        std::all_of(served.begin(), served.end(), [](const Spot& area) { return area.kind == AreaKind::commune; });
    if (spoken == Spoken::command_line && served.size() > 1 && of_communes)
        return atlas_->ref(Spot{AreaKind::postcode, *row});
    return one_or_all(served);
}

// ---- The notebook's own words -------------------------------------------------------------------------------------

std::optional<Resolved> Lookup::by_own_word(std::string_view key, std::string_view without) const {
    for (const std::string_view said : {key, without_article(key)}) {
        std::vector<Spot> found;
        const auto first =
            std::lower_bound(words_.begin(), words_.end(), said,
                             [](const OwnWord& word, std::string_view wanted) { return word.key < wanted; });
        for (auto word = first; word != words_.end() && word->key == said; ++word) {
            const bool counts = without.empty() || word->owner != without;
            if (counts && std::find(found.begin(), found.end(), word->means) == found.end())
                found.push_back(word->means);
        }
        if (!found.empty()) return one_or_all(found);
    }
    return std::nullopt;
}

// "Circo Fumel" for circo-fumel; last, because an id may be made like the name of a commune.
std::optional<Resolved> Lookup::by_own_id(std::string_view key, std::string_view without) const {
    std::string id(key);
    std::replace(id.begin(), id.end(), ' ', '-');
    const auto own = atlas_->own_by_id(id);
    if (!own || id == without) return std::nullopt;
    return atlas_->ref(atlas_->own_spot(*own));
}

// ---- Names --------------------------------------------------------------------------------------------------------

// The ways to understand a folded name, the most literal first.
std::vector<Lookup::Asked> Lookup::readings(std::string_view key) {
    std::vector<Asked> list;
    const auto read = [&](std::string_view text, Said said, bool article) {
        Asked asked;
        asked.key = text;
        asked.said = said;
        asked.article = article;
        list.push_back(std::move(asked));
    };
    read(key, Said::nothing, false);
    if (const auto rest = without_article(key); rest != key) read(rest, Said::nothing, true);
    if (const Designated front = designated(key); front.said != Said::nothing) {
        read(front.rest, front.said, false);
        if (front.said == Said::epci) read(epci_core(key), Said::epci, false);
    } else if (says_epci_at_the_end(key)) {
        read(epci_core(key), Said::epci, false);
    }
    return list;
}

// "Brax (47)", "Brax, Haute-Garonne", "Brax 47", "47500 Fumel", "Fumel (47106)": a name and what narrows it down.
std::vector<Lookup::Asked> Lookup::qualified(std::string_view text, std::string_view key) {
    std::string name;
    std::optional<Index> departement;
    std::string five;
    if (const std::size_t cut = text.find_first_of("(,"); cut != std::string_view::npos) {
        const std::string behind = fold::place(text.substr(cut));
        name = place_key(text.substr(0, cut));
        departement = departement_by_code(behind);
        if (!departement) departement = departement_by_name(behind);
        if (is_five_digits(behind)) five = behind;
    } else if (const std::size_t last = key.rfind(' '); last != std::string_view::npos) {
        const std::string_view first_word = key.substr(0, key.find(' '));
        const std::string_view last_word = key.substr(last + 1);
        departement = departement_by_code(last_word);
        if (is_five_digits(last_word)) five = last_word;
        name = key.substr(0, last);
        if (is_five_digits(first_word)) {
            five = first_word;
            departement.reset();
            name = key.substr(first_word.size() + 1);
        }
    }
    if (name.empty() || (!departement && five.empty())) return {};
    std::vector<Asked> list = readings(name);
    for (Asked& asked : list) {
        asked.departement = departement;
        asked.five = five;
    }
    return list;
}

std::vector<Spot> Lookup::bearers(const Asked& asked, bool only_in_notebook) const {
    std::vector<Spot> found;
    auto best = blob::Form::core;
    for (const blob::Name& name : tables::named(asked.key)) {
        const Spot area = spot_of(name);
        const auto commune = commune_of(area);
        if (!is_said(asked.said, area.kind) || (asked.article && commune) || name.form > best) continue;
        if (name.form == blob::Form::core && asked.said != Said::epci && is_one_word(asked.key)) continue;
        if (asked.departement && !atlas_->meets(Spot{AreaKind::departement, *asked.departement}, area)) continue;
        if (!asked.five.empty() && !(commune && has_code(*commune, asked.five))) continue;
        if (only_in_notebook && !in_notebook(area)) continue;
        if (name.form < best) found.clear();
        best = name.form;
        found.push_back(area);
    }
    drop_same_land(found, *atlas_);
    return found;
}

// A commune elsewhere is called just so, but here people may well say it for short: "Penne" is a commune of the Tarn,
// and in the Lot-et-Garonne Penne-d'Agenais. The capital of a département needs no such care.
std::vector<Spot> Lookup::local_short_forms(const Asked& asked, const std::vector<Spot>& elsewhere) const {
    if (asked.departement || !asked.five.empty() || !is_said(asked.said, AreaKind::commune)) return {};
    const bool of_communes =
        std::all_of(elsewhere.begin(), elsewhere.end(), [](const Spot& area) { return commune_of(area); });
    if (!of_communes || (elsewhere.size() == 1 && is_capital(elsewhere.front()))) return {};
    std::vector<Spot> found;
    for (const blob::Name& name : tables::named_longer(asked.key)) {
        const Spot area = spot_of(name);
        if (area.kind == AreaKind::commune && in_notebook(area) &&
            std::find(found.begin(), found.end(), area) == found.end())
            found.push_back(area);
    }
    return found;
}

bool Lookup::begins_only(const std::vector<Asked>& asked) const {
    return std::all_of(asked.begin(), asked.end(),
                       [&](const Asked& reading) { return bearers(reading, false).empty(); });
}

bool Lookup::bearers_elsewhere_only(const std::vector<Asked>& asked) const {
    return std::all_of(asked.begin(), asked.end(),
                       [&](const Asked& reading) { return bearers(reading, true).empty(); });
}

std::optional<Resolved> Lookup::by_name(const std::vector<Asked>& asked, Spoken spoken) const {
    for (const Asked& reading : asked)
        if (const auto found = bearers(reading, true); !found.empty()) return one_or_all(found);
    for (const Asked& reading : asked) {
        const auto elsewhere = bearers(reading, false);
        if (elsewhere.empty()) continue;
        std::vector<Spot> found = local_short_forms(reading, elsewhere);
        // Whoever asks means the one here; a record is read by others too.
        if (spoken == Spoken::command_line && !found.empty()) return one_or_all(found);
        found.insert(found.end(), elsewhere.begin(), elsewhere.end());
        return one_or_all(found);
    }
    // « à Sigoulès » is Sigoulès-et-Flaugeac: nobody else is called so, and one here begins so.
    constexpr std::size_t shortest_beginning = 5;
    if (spoken == Spoken::record) return std::nullopt;
    for (const Asked& reading : asked) {
        if (reading.key.size() < shortest_beginning || reading.article || without_article(reading.key) != reading.key)
            continue;
        if (const auto found = local_short_forms(reading, {}); !found.empty()) return one_or_all(found);
    }
    return std::nullopt;
}

// What people say and no list of names has: « Paris 15 » for its 15th arrondissement, « Grand Lyon » for the métropole.
std::optional<Resolved> Lookup::by_loose_name(std::string_view key) const {
    constexpr std::array<std::string_view, 3> great{"grand ", "le grand ", "greater "};
    std::vector<Asked> asked;
    for (const std::string_view word : great) {
        if (!key.starts_with(word)) continue;
        Asked reading;
        reading.key = key.substr(word.size());
        reading.said = Said::epci;
        asked.push_back(std::move(reading));
    }
    if (const std::size_t last = key.rfind(' '); last != std::string_view::npos) {
        const std::string_view number = key.substr(last + 1);
        if (number.size() <= 2 && text::is_digits(number) && number.front() != '0') {
            Asked reading;
            reading.key = std::string(key) + (number == "1" ? "er" : "e");
            asked.push_back(std::move(reading));
        }
    }
    return by_name(asked, Spoken::record);
}

const std::vector<Lookup::Suggested>& Lookup::suggested() const {
    std::call_once(suggestions_->made, [&] {
        for (const blob::Name& name : tables::named_from("")) {
            if (name.form == blob::Form::core) continue;
            const std::string_view folded = tables::folded(name);
            const Spot area = spot_of(name);
            suggestions_->names.push_back({folded, letters_of(folded), area, in_notebook(area)});
        }
    });
    return suggestions_->names;
}

// What is written nearly like it: in the notebook's départements, and on the command line in all of France.
Unresolved Lookup::suggest(std::string_view key, Spoken spoken) const {
    const std::vector<std::string_view> asked = words_of(key);
    const std::size_t limit = std::clamp<std::size_t>(key.size() / 3, 1, 3);
    std::vector<std::tuple<std::size_t, std::string, std::size_t>> near;  // cost, name, position in spots
    std::vector<Spot> spots;
    const auto consider = [&](std::string_view name, const Spot& area, std::size_t extra) {
        std::size_t cost = limit + 1;
        if (key.size() > 2 && goes_on_behind(name, key))
            cost = 0;
        else if (key.size() > 3 && (has_words_of(name, asked) || (extra == 0 && goes_on_behind(key, name))))
            cost = 1;
        else if (name.size() <= key.size() + limit && key.size() <= name.size() + limit)
            cost = text::edit_distance(key, name, limit);
        if (cost > limit) return;
        near.emplace_back(cost + extra, std::string(name), spots.size());
        spots.push_back(area);
    };
    for (const OwnWord& word : words_) consider(word.key, word.means, 0);
    const bool only_here = spoken == Spoken::record && !departements_.empty();
    const std::uint32_t letters = letters_of(key);
    for (const Suggested& one : suggested()) {
        const bool wide = one.area.kind == AreaKind::departement || one.area.kind == AreaKind::region;
        if (only_here && !one.here && !wide) continue;
        // An edit takes at most one letter away; a name that holds all the words holds all the letters; and one that
        // the text begins with has no others.
        const auto missing = static_cast<std::size_t>(std::popcount(letters & ~one.letters));
        if (missing > limit && (one.letters & ~letters) != 0) continue;
        consider(one.name, one.area, one.here ? 0 : 1);
    }
    std::sort(near.begin(), near.end());
    std::vector<Spot> best;
    for (const auto& [cost, name, at] : near) {
        if (best.size() == most_suggestions) break;
        if (std::find(best.begin(), best.end(), spots[at]) == best.end()) best.push_back(spots[at]);
    }
    return Unresolved{Unresolved::Why::unknown, candidates(best)};
}

// ---- Inside a sentence --------------------------------------------------------------------------------------------

std::optional<Match> Lookup::area_at(std::span<const fold::Word> words, std::size_t start, Announced announced) const {
    if (start >= words.size()) return std::nullopt;
    for (std::size_t count = std::min(longest_run, words.size() - start); count > 0; --count)
        if (auto found = match(words.subspan(start, count), announced)) return found;
    return std::nullopt;
}

std::optional<Match> Lookup::match(std::span<const fold::Word> run, Announced announced) const {
    std::string written;
    for (const fold::Word& word : run) {
        if (!written.empty()) written.push_back(' ');
        written += word.folded;
    }
    if (written.size() > longest_name) return std::nullopt;
    const std::string key = place_key(written);
    const std::size_t count = run.size();
    const bool is_announced = announced == Announced::yes;
    const bool has_article = without_article(key) != key;
    const std::string_view bare = without_article(key);
    const bool one_word = is_one_word(bare);
    // "cedex" and what follows it are cut from a key, but never the words of a sentence.
    if (words_of(key).size() != count) return std::nullopt;

    if (auto found = by_own_word(key, {})) return Match{count, *found, true};
    if (count == 2)
        if (auto found = by_prefix(fmt::format("{}:{}", run[0].folded, run[1].folded), Spoken::command_line))
            return std::holds_alternative<AreaRef>(*found) || !std::get<Unresolved>(*found).candidates.empty()
                       ? std::optional(Match{count, *found, true})
                       : std::nullopt;
    if (text::is_digits(bare.substr(0, 1)) && one_word) {
        if (!is_announced) return std::nullopt;
        const auto found = by_bare_code(bare, Spoken::command_line);
        if (!found || *found == Resolved(Unresolved{})) return std::nullopt;
        const bool may_be_a_number =
            bare.size() < 5 && !has_article && !in_notebook(*atlas_->spot(std::get<AreaRef>(*found)));
        return Match{count, *found, !may_be_a_number};
    }
    if (is_country(key) && (is_announced || count > 1)) return Match{count, atlas_->ref(Spot{}), true};

    std::vector<Asked> asked = readings(key);
    for (Asked& more : qualified(key, key)) asked.push_back(std::move(more));
    const auto found = by_name(asked, Spoken::command_line);
    if (!found) {
        auto own = count > 1 ? by_own_id(key, {}) : std::nullopt;
        if (!own && count > 1) own = by_loose_name(key);
        return own ? std::optional(Match{count, *own, true}) : std::nullopt;
    }
    const bool certain = !one_word || (is_announced && !has_article);
    if (const auto* area = std::get_if<AreaRef>(&*found)) {
        const bool is_narrow = area->kind == AreaKind::commune || area->kind == AreaKind::quarter;
        if (one_word && is_narrow && !is_announced && !in_notebook(*atlas_->spot(*area))) return std::nullopt;
        // « port » alone is no Port-Sainte-Marie.
        if (is_narrow && !is_announced && bearers_elsewhere_only(asked) && (one_word || begins_only(asked)))
            return std::nullopt;
        return Match{count, *found, certain};
    }
    if (one_word && !is_announced) return std::nullopt;
    return Match{count, *found, certain};
}

// ---- Small jobs ---------------------------------------------------------------------------------------------------

bool Lookup::in_notebook(const Spot& area) const {
    const auto of_notebook = [&](Index departement) {
        return std::binary_search(departements_.begin(), departements_.end(), departement);
    };
    if (const auto commune = commune_of(area)) return of_notebook(tables::departement_of(*commune));
    switch (area.kind) {
        case AreaKind::departement: return of_notebook(area.row);
        case AreaKind::epci: {
            const auto members = tables::epci(area.row).communes;
            return std::any_of(members.begin(), members.end(),
                               [&](Index commune) { return of_notebook(tables::departement_of(commune)); });
        }
        case AreaKind::postcode: {
            const auto served = tables::communes_of_postcode(area.row);
            return std::any_of(served.begin(), served.end(),
                               [&](Index commune) { return of_notebook(tables::departement_of(commune)); });
        }
        case AreaKind::region:
            return std::any_of(departements_.begin(), departements_.end(),
                               [&](Index departement) { return tables::departement(departement).region == area.row; });
        default: return true;  // the notebook's own
    }
}

Resolved Lookup::one_or_all(const std::vector<Spot>& found) const {
    if (found.size() == 1) return atlas_->ref(found.front());
    return Unresolved{Unresolved::Why::ambiguous, candidates(found)};
}

std::vector<Candidate> Lookup::candidates(const std::vector<Spot>& found) const {
    std::vector<Candidate> list;
    for (const Spot& area : found) list.push_back(atlas_->candidate(area));
    return list;
}

}  // namespace cafe::territory
