#include "ask_field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "asking.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "territory/territory.hpp"

namespace cafe::cmd {

namespace {

using model::VocabularyKind;

struct Known {
    std::string id;
    std::string label;
    std::vector<std::string> said;  // folded: id, labels, synonyms
};

template <class T>
Known known(const T& term, Lang lang) {
    Known one{term.id, lang == Lang::fr ? term.label.fr : term.label.en, {}};
    const auto add = [&](const std::string& text) {
        if (!text.empty()) one.said.push_back(fold::text(text));
    };
    add(term.id);
    add(term.label.fr);
    add(term.label.en);
    for (const std::string& text : term.synonyms.fr) add(text);
    for (const std::string& text : term.synonyms.en) add(text);
    return one;
}

std::vector<Known> all_known(const model::Vocabulary& vocabulary, VocabularyKind kind, Lang lang) {
    std::vector<Known> all;
    if (kind == VocabularyKind::kinds)
        for (const auto& term : vocabulary.kinds) all.push_back(known(term, lang));
    if (kind == VocabularyKind::publics)
        for (const auto& term : vocabulary.publics) all.push_back(known(term, lang));
    if (kind != VocabularyKind::themes) return all;
    for (const auto& family : vocabulary.families) {
        all.push_back(known(family, lang));
        for (const auto& term : family.children) all.push_back(known(term, lang));
    }
    return all;
}

// The sharpest reading that any entry bears: the very word, a beginning, a part.
std::vector<const Known*> meant(const std::vector<Known>& all, const std::string& typed) {
    const std::string folded = fold::text(typed);
    std::vector<const Known*> found;
    const auto gather = [&](auto matches) {
        for (const Known& one : all)
            if (std::any_of(one.said.begin(), one.said.end(), matches)) found.push_back(&one);
        return !found.empty();
    };
    for (const Known& one : all)
        if (one.id == typed) return {&one};
    if (folded.empty()) return found;
    if (gather([&](const std::string& said) { return said == folded; })) return found;
    if (gather([&](const std::string& said) { return said.starts_with(folded); })) return found;
    gather([&](const std::string& said) { return said.find(folded) != std::string::npos; });
    return found;
}

std::string line_of(const Known& one) {
    return one.id + " – " + one.label;
}

/// One question about words of a vocabulary.
class VocabularyQuestion {
public:
    VocabularyQuestion(World& world, std::vector<Known> all) : world_(world), all_(std::move(all)) {}

    // The id that a word means; empty when there is none yet (that was said). Nothing at the end of the input.
    std::optional<std::string> id_of(const std::string& typed) {
        if (typed == "?") {
            for (const Known& one : all_) world_.err << "  " << utf8::printable(line_of(one)) << '\n';
            return "";
        }
        const auto found = meant(all_, typed);
        if (found.size() == 1) return found.front()->id;
        return found.empty() ? nearest(typed) : choose(found);
    }

private:
    std::optional<std::string> nearest(const std::string& typed) {
        static constexpr Phrase<std::string> unknown{"« {} » : inconnu (? pour la liste)",
                                                     "'{}': unknown (? for the list)"};
        static constexpr Phrase<std::string> perhaps{"{} ? [O/n] ", "{}? [Y/n] "};
        std::vector<std::string> words;
        for (const Known& one : all_) words.insert(words.end(), one.said.begin(), one.said.end());
        const auto near = text::nearest(typed, words);
        const auto found = near ? meant(all_, *near) : std::vector<const Known*>{};
        if (found.empty()) {
            world_.err << unknown(utf8::printable(typed)).in(world_.lang) << '\n';
            return "";
        }
        if (found.size() > 1) return choose(found);
        const auto yes = ask_yes(world_, perhaps(line_of(*found.front())), true);
        if (!yes) return std::nullopt;
        return *yes ? found.front()->id : "";
    }

    std::optional<std::string> choose(const std::vector<const Known*>& found) {
        static constexpr Phrase<> which{"Numéro : ", "Number: "};
        constexpr std::size_t most = 12;
        const std::size_t shown = std::min(most, found.size());
        for (std::size_t i = 0; i < shown; ++i)
            world_.err << fmt::format("  {:2} {}\n", i + 1, utf8::printable(line_of(*found[i])));
        if (shown < found.size()) world_.err << "     …\n";
        const auto answer = ask(world_, which());
        if (!answer) return std::nullopt;
        const auto number = text::to_integer(*answer);
        if (!number || *number < 1 || static_cast<std::size_t>(*number) > shown) return "";
        return found[static_cast<std::size_t>(*number) - 1]->id;
    }

    World& world_;
    std::vector<Known> all_;
};

std::vector<std::string> parts_of(const std::string& answer, bool list) {
    std::vector<std::string> parts;
    if (!list) return {answer};
    for (const std::string_view part : text::split(answer, ','))
        if (const auto word = text::trim(part); !word.empty()) parts.emplace_back(word);
    return parts;
}

Words question_for(const model::Field& field) {
    static constexpr Phrase<Words> of_words{"{} (un mot, ou ? pour la liste) : ", "{} (a word, or ? for the list): "};
    static constexpr Phrase<Words> of_several{"{} (séparés par des virgules, ? pour la liste) : ",
                                              "{} (separated by commas, ? for the list): "};
    static constexpr Phrase<Words> of_areas{"{} (communes ou autres, séparés par des virgules) : ",
                                            "{} (communes or others, separated by commas): "};
    static constexpr Phrase<Words> plain{"{} : ", "{}: "};
    const Words label{std::string(field.label.fr), std::string(field.label.en)};
    if (field.vocabulary != VocabularyKind::none) return field.list ? of_several(label) : of_words(label);
    return field.type == model::Type::area ? of_areas(label) : plain(label);
}

}  // namespace

std::optional<Value> ask_for(World& world, const store::Catalog& catalog, const model::Field& field) {
    VocabularyQuestion words(world, all_known(catalog.vocabulary(), field.vocabulary, world.lang));
    while (true) {
        const auto answer = ask(world, question_for(field));
        if (!answer) return std::nullopt;
        List values;
        bool good = true;
        for (const std::string& part : parts_of(*answer, field.list)) {
            std::optional<std::string> value = part;
            if (field.vocabulary != VocabularyKind::none && !part.empty()) value = words.id_of(part);
            if (!value) return std::nullopt;
            if (field.type == model::Type::area) {
                const auto resolved = catalog.territory().resolve(part, territory::Spoken::record);
                if (const auto* unresolved = std::get_if<territory::Unresolved>(&resolved)) {
                    world.err << utf8::printable(territory::explain(part, *unresolved).in(world.lang)) << '\n';
                    value = "";
                }
            }
            good = good && !value->empty();
            values.emplace_back(*value);
        }
        if (!good || values.empty()) continue;
        return field.list ? Value{std::move(values)} : values.front();
    }
}

}  // namespace cafe::cmd
