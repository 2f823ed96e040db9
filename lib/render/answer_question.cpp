// How a question was understood.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/answer.hpp"
#include "render/answer_detail.hpp"
#include "view/hours.hpp"
#include "view/understood.hpp"
#include "view/wording.hpp"

namespace cafe::render {

namespace {

using query::Clue;
using query::MeaningKind;
using store::Catalog;
using utf8::one_line;
using view::denied_understood;
using view::excluded_understood;
using view::kind_understood;
using view::partner_understood;
using view::public_understood;
using view::theme_understood;
using view::understood_as;
using view::word_understood;

constexpr Phrase<std::size_t, std::string> partners_understood{"{} partenaires (« {} »)", "{} partners ('{}')"};
constexpr Phrase<std::string> touching{"tout ou partie de {}", "all or part of {}"};
constexpr Phrase<std::string> near_understood{"autour de {}", "around {}"};
constexpr Phrase<std::string, std::string> within_understood{"à moins de {1} km de {0}", "within {1} km of {0}"};
constexpr Phrase<std::string> situation_understood{"situation « {} »", "situation '{}'"};
constexpr Phrase<std::string> phone_understood{"téléphone {}", "phone {}"};
constexpr Phrase<std::string, std::string> corrected{"« {} » lu « {} »", "'{}' read as '{}'"};
constexpr Phrase<Words, std::string> learned_understood{"thème {} (d'après « {} »)", "theme {} (from '{}')"};
constexpr Phrase<Words, std::string> learned_kind_understood{"genre : {} (d'après « {} »)",
                                                                   "kind: {} (from '{}')"};
constexpr Phrase<std::string> seat_understood{"ce qui est à {}", "what is in {}"};
constexpr Phrase<Words> probably{"Thème probable : {}", "Probably about: {}"};
constexpr Phrase<std::string> hours_of_asked_day{"horaires du {}", "hours on {}"};
constexpr Phrase<> nothing_said{"rien de particulier", "nothing in particular"};

constexpr Phrase<> ranking_only{"ne fait que classer :", "only ranks:"};
constexpr Phrase<std::string> ignored_words{"laissé de côté : {}", "ignored: {}"};
constexpr Phrase<> all_of{"tout ceci", "all of"};
constexpr Phrase<> any_of{"l'un de ceux-ci", "any of"};
constexpr Phrase<> none_of{"rien de ceci", "none of"};
constexpr Phrase<> everything{"tout le monde", "everyone"};

model::VocabularyKind vocabulary_of(MeaningKind kind) {
    switch (kind) {
        case MeaningKind::theme: return model::VocabularyKind::themes;
        case MeaningKind::public_: return model::VocabularyKind::publics;
        case MeaningKind::kind: return model::VocabularyKind::kinds;
        case MeaningKind::partner: break;
    }
    return model::VocabularyKind::none;
}

// The labels of a clue's meanings of one kind; empty when it has none.
std::vector<Words> labels(const Catalog& catalog, const Clue& clue, MeaningKind kind) {
    std::vector<Words> found;
    for (const query::Meaning& meaning : clue.meanings)
        if (meaning.kind == kind) found.push_back(label_of(catalog, kind, meaning.id));
    return found;
}

std::vector<std::string> partners_of(const Clue& clue) {
    std::vector<std::string> ids;
    for (const query::Meaning& meaning : clue.meanings)
        if (meaning.kind == MeaningKind::partner) ids.push_back(meaning.id);
    return ids;
}

std::string kilometres(double value) {
    return value == static_cast<double>(static_cast<int>(value)) ? std::to_string(static_cast<int>(value))
                                                                 : fmt::format("{:.1f}", value);
}

Words area_understood(const Catalog& catalog, const Clue& clue) {
    const std::string name = catalog.territory().name(*clue.area);
    if (clue.relation == query::Relation::near) return near_understood(name);
    if (clue.within) return within_understood(name, kilometres(*clue.within));
    if (clue.relation == query::Relation::seat) return seat_understood(name);
    return clue.relation == query::Relation::touches ? touching(name) : same(name);
}

Words meanings_understood(const Catalog& catalog, const Clue& clue) {
    std::vector<Words> parts;
    const std::string asked = one_line(clue.asked);
    if (const auto themes = labels(catalog, clue, MeaningKind::theme); clue.learned && !themes.empty())
        return learned_understood(joined(themes), asked);
    if (const auto kinds = labels(catalog, clue, MeaningKind::kind); clue.learned && !kinds.empty())
        return learned_kind_understood(joined(kinds), asked);
    if (const auto themes = labels(catalog, clue, MeaningKind::theme); !themes.empty())
        parts.push_back(theme_understood(joined(themes), asked));
    if (const auto publics = labels(catalog, clue, MeaningKind::public_); !publics.empty())
        parts.push_back(public_understood(joined(publics), asked));
    if (const auto kinds = labels(catalog, clue, MeaningKind::kind); !kinds.empty())
        parts.push_back(kind_understood(joined(kinds), asked));
    const auto partners = partners_of(clue);
    if (partners.size() == 1) {
        const auto* entry = catalog.partner(partners.front());
        parts.push_back(partner_understood(entry == nullptr ? partners.front() : one_line(entry->value.name), asked));
    } else if (partners.size() > 1) {
        parts.push_back(partners_understood(partners.size(), asked));
    }
    const Words all = joined(parts);
    return clue.denied ? denied_understood(all) : all;
}

void explain_into(std::string& out, const Catalog& catalog, const query::Query& query,
                  const query::Expression& expression, std::size_t depth, std::vector<bool>& named, Lang lang) {
    const auto line = [&](const std::string& text) { out += std::string(depth * 2, ' ') + text + '\n'; };
    if (expression.kind == query::Expression::Kind::clue) {
        named[expression.clue] = true;
        return line(clue_understood(catalog, query.clues[expression.clue]).in(lang));
    }
    if (expression.parts.empty()) return line(everything().in(lang));
    const bool is_one = expression.parts.size() == 1 && expression.kind != query::Expression::Kind::none;
    if (!is_one) {
        switch (expression.kind) {
            case query::Expression::Kind::any: line(any_of().in(lang)); break;
            case query::Expression::Kind::none: line(none_of().in(lang)); break;
            default: line(all_of().in(lang)); break;
        }
    }
    for (const query::Expression& part : expression.parts)
        explain_into(out, catalog, query, part, is_one ? depth : depth + 1, named, lang);
}

std::vector<std::string> ids_asked(const query::Query& query, MeaningKind kind) {
    std::vector<std::string> ids;
    for (const Clue& clue : query.clues)
        for (const query::Meaning& meaning : clue.meanings)
            if (!clue.excluded && meaning.kind == kind && std::find(ids.begin(), ids.end(), meaning.id) == ids.end())
                ids.push_back(meaning.id);
    return ids;
}

}  // namespace

Words label_of(const Catalog& catalog, MeaningKind kind, const std::string& id) {
    return catalog.vocabulary().label(vocabulary_of(kind), id);
}

Words joined(const std::vector<Words>& words) {
    return cafe::joined(words, " / ");
}

Words clue_understood(const Catalog& catalog, const Clue& clue) {
    switch (clue.kind) {
        case Clue::Kind::words: return meanings_understood(catalog, clue);
        case Clue::Kind::area: return area_understood(catalog, clue);
        case Clue::Kind::phone: return phone_understood(one_line(clue.asked));
        case Clue::Kind::situation: return situation_understood(one_line(clue.asked));
        case Clue::Kind::person: return view::person_understood(one_line(clue.asked));
        case Clue::Kind::text: {
            const Words word = word_understood(one_line(clue.asked));
            return clue.denied ? denied_understood(word) : word;
        }
        case Clue::Kind::phrase:
        case Clue::Kind::field:
        case Clue::Kind::age: break;
    }
    return same(one_line(clue.asked));
}

std::string understood_line(const Catalog& catalog, const query::Query& query, const Date& today, Lang lang) {
    std::vector<std::string> parts;
    for (const Clue& clue : query.clues) {
        const Words words = clue_understood(catalog, clue);
        parts.push_back((clue.excluded ? excluded_understood(words) : words).in(lang));
    }
    for (const query::Correction& one : query.corrected)
        parts.push_back(corrected(one_line(one.typed), one.read).in(lang));
    if (query.day)
        parts.push_back(hours_of_asked_day(view::weekday_name(day_asked(query, today).weekday(), lang)).in(lang));
    return understood_as(parts.empty() ? nothing_said().in(lang) : text::join(parts, " · ")).in(lang);
}

std::string probable_line(const Catalog& catalog, const query::Query& query, Lang lang) {
    std::vector<Words> themes;
    for (const query::Guess& guess : query.probable) themes.push_back(label_of(catalog, MeaningKind::theme, guess.id));
    return themes.empty() ? std::string() : probably(joined(themes)).in(lang);
}

std::string explained(const Catalog& catalog, const query::Query& query, Lang lang) {
    std::string out;
    std::vector<bool> named(query.clues.size());
    explain_into(out, catalog, query, query.filter, 0, named, lang);
    bool first = true;
    for (std::size_t clue = 0; clue < named.size(); ++clue) {
        if (named[clue]) continue;
        if (first) out += ranking_only().in(lang) + "\n";
        first = false;
        out += "  " + clue_understood(catalog, query.clues[clue]).in(lang) + "\n";
    }
    if (!query.ignored.empty()) out += ignored_words(text::join(query.ignored, ", ")).in(lang) + "\n";
    return out;
}

render::Json understood_json(const Catalog& catalog, const query::Query& query) {
    std::vector<std::string> areas;
    std::vector<std::string> words;
    for (const Clue& clue : query.clues) {
        if (clue.excluded)
            words.push_back("not:" + clue.asked);
        else if (clue.kind == Clue::Kind::area)
            areas.push_back(catalog.territory().name(*clue.area));
        else if (clue.kind != Clue::Kind::words)
            words.push_back(clue.asked);
    }
    std::vector<render::Json> excluded;
    for (const Clue& clue : query.clues) {
        if (!clue.excluded) continue;
        const auto one = [&](std::string_view kind, const std::string& value) {
            excluded.push_back(
                render::JsonObject().add("kind", kind).add("value", value).add("asked", clue.asked).done());
        };
        if (clue.kind == Clue::Kind::area) one("place", catalog.territory().name(*clue.area));
        for (const std::string& person : clue.people) one("person", person);
        for (const query::Meaning& meaning : clue.meanings)
            one(meaning.kind == MeaningKind::theme     ? "theme"
                : meaning.kind == MeaningKind::public_ ? "public"
                : meaning.kind == MeaningKind::kind    ? "kind"
                                                       : "partner",
                meaning.id);
        if (clue.kind == Clue::Kind::text) one("word", clue.asked);
    }
    std::vector<render::Json> probable;
    for (const query::Guess& guess : query.probable)
        probable.push_back(render::JsonObject()
                               .add("theme", guess.id)
                               .add("p", render::json_number(std::round(guess.p * 100) / 100))
                               .done());
    std::vector<render::Json> corrections;
    for (const query::Correction& one : query.corrected)
        corrections.push_back(render::JsonObject().add("typed", one.typed).add("read", one.read).done());
    return render::JsonObject()
        .add("themes", render::json_list(ids_asked(query, MeaningKind::theme)))
        .add("publics", render::json_list(ids_asked(query, MeaningKind::public_)))
        .add("kinds", render::json_list(ids_asked(query, MeaningKind::kind)))
        .add("partners", render::json_list(ids_asked(query, MeaningKind::partner)))
        .add("areas", render::json_list(areas))
        .add("words", render::json_list(words))
        .add("corrected", render::json_list(corrections))
        .add("ignored", render::json_list(query.ignored))
        .add("excluded", render::json_list(excluded))
        .add("probable", render::json_list(probable))
        .done();
}

}  // namespace cafe::render
