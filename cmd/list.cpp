#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "facts/quality.hpp"
#include "indexed.hpp"
#include "meeting.hpp"
#include "model/fields.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "query/filter.hpp"
#include "query/today.hpp"
#include "view/lists.hpp"
#include "view/subjects.hpp"

namespace cafe::cmd {

namespace {

using view::nearest_subject;
using view::Subject;
using view::subject_called;
using view::subjects;

using model::RecordKind;
using Made = view::MadeList;

constexpr Phrase<std::size_t> nothing{"rien ne correspond (sur {})", "nothing matches (of {})"};
constexpr Phrase<> empty_notebook{"le carnet est encore vide de ces fiches", "the notebook holds none of these yet"};

constexpr Phrase<std::string> takes_no_query{"« cafe list {} » ne prend pas de question",
                                             "'cafe list {}' takes no query"};
constexpr Phrase<std::string, std::string> search_instead{
    "les partenaires dont la fiche le dit : cafe list partners {}{}",
    "the partners whose record says it: cafe list partners {}{}"};
constexpr Phrase<std::string> no_such_list{"« {} » n'est pas une liste, et aucune fiche ne le dit",
                                           "'{}' is no list, and no record says it"};
constexpr Phrase<std::string> did_you_mean{"vouliez-vous dire « cafe list {} » ?", "did you mean 'cafe list {}'?"};

// What a list of records is made for.
struct For {
    Lang lang;
    view::Wanted wanted;
};

Result<Made> list_records(const store::Catalog& catalog, RecordKind kind, std::span<const std::string> words,
                          For whom) {
    const auto ids = query::filter(words, catalog, kind, "cafe list");
    if (!ids) return ids.error();
    if (kind == RecordKind::meeting) return Made{meetings_listing(catalog, *ids, whom.lang), catalog.meetings().size()};
    return view::list_of(catalog, kind, *ids, whom.lang, whom.wanted);
}

// A query of partners. One of which nothing comes and whose first word is nearly the name of a list was meant as that.
Result<Made> list_by_query(const store::Catalog& catalog, std::span<const std::string> words, For whom) {
    auto made = list_records(catalog, RecordKind::partner, words, whom);
    if (words.empty() || (made && !made->list.records.empty())) return made;
    const std::string& first = words.front();
    constexpr std::size_t worth_a_guess = 5;
    const auto near = first.find_first_of(":\"( ") == std::string::npos && utf8::length(first) >= worth_a_guess
                          ? nearest_subject(first)
                          : std::nullopt;
    if (!near) return made;
    return Error{ErrorKind::usage, no_such_list(utf8::printable(first)), did_you_mean(*near)};
}

Result<Made> make(const store::Catalog& catalog, std::span<const std::string> words, For whom) {
    const Subject* subject = words.empty() ? nullptr : subject_called(words.front());
    if (subject == nullptr) return list_by_query(catalog, words, whom);
    const std::span<const std::string> query = words.subspan(1);
    if (subject->record) return list_records(catalog, *subject->record, query, whom);
    if (!query.empty())
        return Error{ErrorKind::usage, takes_no_query(words.front()),
                     search_instead(words.front(), query.empty() ? "" : " " + query.front())};
    if (subject->vocabulary != model::VocabularyKind::none)
        return view::list_of_words(catalog, subject->vocabulary, whom.lang);
    if (subject->acronyms) return view::list_of_acronyms(catalog, whom.lang);
    return view::list_of_areas(catalog, subject->areas, whom.lang);
}

// What a fiche does not hold but can be asked for with --fields.
const model::Shape& shape_with_quality() {
    static const model::Shape shape = [] {
        model::Shape made = model::partner_shape();
        model::Field field;
        field.key = "quality";
        field.type = model::Type::number;
        field.storage = model::Storage::number;
        made.fields.push_back(field);
        return made;
    }();
    return shape;
}

void add_quality(const store::Catalog& catalog, const Date& day, Listing& listing) {
    listing.shape = &shape_with_quality();
    for (Listed& record : listing.records) {
        const store::PartnerEntry* entry = catalog.partner(record.id);
        if (entry == nullptr) continue;
        yaml::Node added = mapping_of({{"quality", std::to_string(facts::quality(entry->value, day).score)}});
        record.tree.entries.push_back(std::move(added.entries.front()));
    }
}

bool asks_for_quality(const Arguments& arguments) {
    for (const std::string& value : arguments.values("--fields"))
        for (const std::string_view field : text::split(value, ','))
            if (text::trim(field) == "quality") return true;
    return false;
}

Result<int> run_list(World& world, const Arguments& arguments) {
    const auto opened = catalog_to_the_end(world);
    if (!opened) return opened.error();
    const store::Catalog* const catalog = *opened;
    const std::vector<std::string> words = query::with_today(arguments.words, today(world));
    auto made = make(*catalog, words, {world.lang, wanted_of(arguments)});
    if (!made) return made.error();
    if (made->list.shape == &model::partner_shape() && asks_for_quality(arguments))
        add_quality(*catalog, today(world), made->list);
    auto code = print_listing(world, arguments, made->list);
    world.kept.push_back(std::make_shared<const Listing>(std::move(made->list)));
    const auto machine = wants_machine_form(arguments);
    if (code && *code == 1 && machine && !*machine) world.say(made->of == 0 ? empty_notebook() : nothing(made->of));
    return code;
}

std::vector<std::string_view> first_words() {
    std::vector<std::string_view> words;
    for (const Subject& subject : subjects()) words.push_back(subject.names.front());
    return words;
}

const model::Shape& shape_listed(std::string_view first_word) {
    const Subject* subject = subject_called(first_word);
    if (subject == nullptr) return model::partner_shape();
    return subject->record ? model::shape_of(*subject->record) : view::listed_word_shape();
}

}  // namespace

const Command& list_command() {
    static const Command command{
        .name = "list",
        .group = Group::ask,
        .summary = {"un tableau : partenaires, personnes, cafés, réunions, vocabulaire, territoires",
                    "a table: partners, people, cafes, meetings, vocabulary, areas"},
        .arguments = {"[LISTE] [QUESTION…]", "[LIST] [QUERY…]"},
        .options = machine_options(),
        .about = {"LISTE : partners, people, cafes, meetings, ou sans question themes, publics, kinds, acronyms, areas "
                  "(territoires du réseau et des fiches), communes, epci, departements ; en français aussi "
                  "(personnes, réunions, thèmes, genres, sigles, territoires…). Sans LISTE : les partenaires. La "
                  "question filtre : tous ses mots doivent être vrais. Elle peut "
                  "nommer un champ "
                  "(kind:caf, address.commune:Fumel, siret: pour « a un SIRET »), un thème (theme:logement), un "
                  "territoire (in:Fumel, "
                  "touches:circo-fumel), et se combiner avec OR, not: et des parenthèses.",
                  "LIST: partners, people, cafes, meetings, or without a query themes, publics, kinds, acronyms, areas "
                  "(those of the network and of records), communes, epci, departements; in French too (personnes, "
                  "réunions, thèmes, genres, sigles, territoires…). Without LIST: the partners. The query filters: all "
                  "of its words must be true. It may name a field "
                  "(kind:caf, "
                  "address.commune:Fumel, siret: for 'has a SIRET'), a theme (theme:housing), an area (in:Fumel, "
                  "touches:circo-fumel), and "
                  "join them with OR, not: and parentheses."},
        .examples = {{"cafe list kind:ccas-cias", {"tous les CCAS", "all the CCAS"}},
                     {"cafe list theme:logement in:Fumel --csv --fields id,name,phones.number",
                      {"pour un tableur", "for a spreadsheet"}},
                     {"cafe list --fields quality,id,name", {"la note de chaque fiche", "the score of each record"}},
                     {"cafe list kinds",
                      {"les genres d'organismes, et combien il y en a",
                       "the kinds of organisations, and how many there are"}},
                     {"cafe list meetings", {"les réunions, la dernière d'abord", "the meetings, the last one first"}}},
        .run = run_list,
        .unites = true,
        .first_words = first_words(),
        .shape = shape_listed,
    };
    return command;
}

}  // namespace cafe::cmd
