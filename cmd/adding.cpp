#include "adding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "asking.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/values.hpp"
#include "territory/territory.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;
using model::VocabularyKind;

// ---- Ids -----------------------------------------------------------------------------------------------------------

bool is_taken(const store::Book& book, const store::Changes& files, const store::Ref& ref) {
    const std::string path = store::path_of(ref);
    return std::any_of(book.sources.begin(), book.sources.end(), [&](const auto& one) { return one->path == path; }) ||
           std::find(book.unreadable.begin(), book.unreadable.end(), ref) != book.unreadable.end() ||
           std::any_of(files.begin(), files.end(), [&](const auto& one) { return one.path == path; });
}

std::string without_letters(RecordKind kind) {
    return kind == RecordKind::partner ? "partner" : kind == RecordKind::person ? "person" : "cafe";
}

// ---- Copies --------------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 18> of_partner{
    "kind",      "parent",   "missions", "limits",   "themes",   "publics",   "publics_note", "age_min",  "age_max",
    "territory", "services", "fee",      "fee_note", "referral", "languages", "verify_every", "audience", "tags"};
constexpr std::array<std::string_view, 3> of_person{"language", "invitations", "audience"};
constexpr std::array<std::string_view, 2> of_cafe{"schedule", "invite"};
// Parts that are somebody's, or a state of a day.
constexpr std::array<std::string_view, 5> never{"contact", "capacity", "from", "until", "professionals"};

Value stripped(const Value& value) {
    if (value.list() != nullptr) {
        List list;
        for (const Value& item : *value.list()) list.push_back(stripped(item));
        return Value{std::move(list)};
    }
    if (value.map() == nullptr) return value;
    Map map;
    for (const Member& member : *value.map())
        if (std::find(never.begin(), never.end(), member.key) == never.end())
            map.push_back(Member{member.key, stripped(member.value)});
    return Value{std::move(map)};
}

template <std::size_t N>
Value only(const Value& from, const std::array<std::string_view, N>& keys) {
    Map map;
    for (const Member& member : *from.map())
        if (std::find(keys.begin(), keys.end(), member.key) != keys.end())
            map.push_back(Member{member.key, stripped(member.value)});
    return Value{std::move(map)};
}

// Days on which this café does not meet are its own; months and public holidays are habits.
void drop_dates(Value& record) {
    auto* map = std::get_if<Map>(&record.held);
    for (Member& member : *map) {
        auto* schedule = std::get_if<Map>(&member.value.held);
        if (member.key != "schedule" || schedule == nullptr) continue;
        for (Member& part : *schedule)
            if (auto* list = std::get_if<List>(&part.value.held); part.key == "except" && list != nullptr)
                std::erase_if(*list,
                              [](const Value& day) { return day.text() != nullptr && Date::parse(*day.text()); });
        std::erase_if(*schedule,
                      [](const Member& part) { return part.value.list() != nullptr && part.value.list()->empty(); });
    }
}

std::vector<std::string> texts_at(const Value& record, std::string_view key) {
    const Value* value = record.find(key);
    if (value == nullptr) return {};
    if (value->text() != nullptr) return {*value->text()};
    std::vector<std::string> texts;
    if (value->list() != nullptr)
        for (const Value& item : *value->list())
            if (item.text() != nullptr) texts.push_back(*item.text());
    return texts;
}

std::string text_at(const Value& record, std::string_view key) {
    const auto texts = texts_at(record, key);
    return texts.size() == 1 ? texts.front() : "";
}

bool begins_with_vowel(const std::string& name) {
    const std::string folded = fold::text(name);
    return !folded.empty() && std::string_view("aeiouyh").find(folded.front()) != std::string_view::npos;
}

// « Café partenaires de Fumel », Fumel → Agen: « Café partenaires d'Agen ».
std::string with_place(const std::string& name, const std::string& old_place, const std::string& place) {
    const std::size_t at = name.rfind(old_place);
    if (old_place.empty() || at == std::string::npos) return place;
    std::string before = name.substr(0, at);
    for (const std::string_view link : {" de ", " d'", " d’"}) {
        if (!before.ends_with(link)) continue;
        before.resize(before.size() - link.size());
        before += begins_with_vowel(place) ? " d'" : " de ";
        break;
    }
    return before + place + name.substr(at + old_place.size());
}

// The place that a café's name holds: one of the words it begins with a capital that is also in its address.
std::string place_of(const Value& cafe) {
    const Value* venue = cafe.find("place");
    return venue == nullptr ? "" : text_at(*venue, "commune");
}

// ---- Questions -----------------------------------------------------------------------------------------------------

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

std::string free_id(const store::Book& book, const store::Changes& files, RecordKind kind, const std::string& name) {
    const std::size_t limit = kind == RecordKind::cafe ? model::longest_cafe_id : model::longest_id;
    constexpr std::size_t room_for_number = 4;
    std::string slug = fold::slug(name, limit - room_for_number);
    const bool nameless = slug.empty();
    if (nameless) slug = without_letters(kind);
    std::string id = nameless ? slug + "-1" : slug;
    for (int number = 2; !model::is_id(id, limit) || is_taken(book, files, {kind, id}); ++number)
        id = slug + "-" + std::to_string(number);
    return id;
}

Value copied(RecordKind kind, const Value& from) {
    if (kind == RecordKind::partner) return only(from, of_partner);
    if (kind == RecordKind::person) return only(from, of_person);
    Value record = only(from, of_cafe);
    drop_dates(record);
    return record;
}

NextCafe next_cafe(const territory::Territory& territory, const Value& from, const Value& record,
                   const std::string& typed) {
    NextCafe next{typed, typed, {}};
    const std::string invite = text_at(record, "invite");
    const auto areas = texts_at(from, "territory");
    const bool of_own_area = std::any_of(areas.begin(), areas.end(), [&](const std::string& area) {
        return invite == "touches:" + area || invite == "in:" + area;
    });
    const auto resolved = territory.resolve(typed, territory::Spoken::record);
    const auto* area = std::get_if<territory::AreaRef>(&resolved);
    if (area != nullptr) {
        const std::string place = territory.name(*area);
        next.name = with_place(text_at(from, "name"), place_of(from), place);
        next.edits.push_back({{{"territory"}}, edit::Op::set, Value{List{Value{place}}}});
        const bool quoted = place.find(' ') != std::string::npos;
        const std::string asked = quoted ? "\"" + place + "\"" : place;
        if (of_own_area)
            next.edits.push_back({{{"invite"}}, edit::Op::set, Value{invite.substr(0, invite.find(':') + 1) + asked}});
    }
    // Whoever is invited elsewhere is not this café's to invite.
    if (area == nullptr || !of_own_area) next.edits.push_back({{{"invite"}}, edit::Op::remove, {}});
    return next;
}

Result<TypedContact> contact_of(const std::string& typed) {
    static constexpr Phrase<std::string> no_contact{"« {} » n'est pas un contact", "'{}' is not a contact"};
    static constexpr Phrase<> write_it{"écrire \"Marie Delmas <marie@example.org>\"",
                                       "write \"Marie Delmas <marie@example.org>\""};
    const std::size_t open = typed.find('<');
    TypedContact contact{std::string(text::trim(std::string_view(typed).substr(0, open))), ""};
    if (open != std::string::npos) {
        const std::size_t close = typed.find('>', open);
        const bool ends = close != std::string::npos && text::trim(std::string_view(typed).substr(close + 1)).empty();
        if (ends) contact.email = text::trim(std::string_view(typed).substr(open + 1, close - open - 1));
        if (!ends || !model::is_email(contact.email)) contact.name.clear();
    }
    if (contact.name.empty() || contact.name.find('@') != std::string::npos)
        return Error{ErrorKind::usage, no_contact(utf8::printable(typed)), write_it()};
    return contact;
}

Result<std::string> known_person(const store::Catalog& catalog, const TypedContact& contact) {
    static constexpr Phrase<std::string, std::string> other_email{"{0} a une autre adresse que {1}",
                                                                  "{0} has another address than {1}"};
    static constexpr Phrase<std::string, std::string> say_who{
        "la même personne : --contact {0} ; une autre : cafe add person \"{1}\" d'abord",
        "the same person: --contact {0}; somebody else: cafe add person \"{1}\" first"};
    const std::string name = fold::text(contact.name);
    std::string by_name;
    bool has_email = false;
    for (const auto& person : catalog.people()) {
        for (const auto& email : person.value.emails)
            if (!contact.email.empty() && fold::text(email.address) == fold::text(contact.email)) return person.id;
        if (fold::text(person.value.name) != name || !by_name.empty()) continue;
        by_name = person.id;
        has_email = !person.value.emails.empty();
    }
    if (by_name.empty() || contact.email.empty() || !has_email) return by_name;
    return Error{ErrorKind::usage, other_email("people/" + by_name, contact.email), say_who(by_name, contact.name)};
}

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
