#include <algorithm>

#include "change.hpp"
#include "change_told.hpp"
#include "command.hpp"
#include "edit/assignment.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> no_record{"aucune fiche n'est donnée", "no record was given"};
constexpr Phrase<> write_so{"écrire par exemple : cafe verify ccas-fumel --how phone",
                            "write for example: cafe verify ccas-fumel --how phone"};
constexpr Phrase<std::string> not_a_fiche{"{} n'est pas une fiche partenaire : elle ne se vérifie pas",
                                          "{} is not a partner record: it cannot be verified"};
constexpr Phrase<std::string> not_a_meeting{"{} n'est pas une réunion", "{} is not a meeting"};
constexpr Phrase<std::string, std::string> said_verified{"{0} : vérifié le {1}", "{0}: verified on {1}"};
constexpr Phrase<std::string, std::string, Words> said_corrected{"{0} : vérifié le {1} ; {2}",
                                                                 "{0}: verified on {1}; {2}"};
constexpr Phrase<> stands_already{"rien à changer : la vérification d'aujourd'hui est déjà écrite",
                                  "nothing to change: today's check is already written"};

constexpr Phrase<std::string, std::string, std::string> newer{
    "{0} est vérifié le {1}, après le {2} : la date de l'ordinateur est-elle juste ?",
    "{0} was verified on {1}, after {2}: is the computer's date right?"};
constexpr Phrase<std::string, std::string> say_older{
    "dire le jour : --today DATE ; ou changer la date : cafe set {0} verified.on={1}",
    "say the day: --today DATE; or change the date: cafe set {0} verified.on={1}"};

// A check that is older than the one that is written would make the record look older than it is.
Result<Done> none_is_newer(const store::Book& book, const std::vector<store::Ref>& refs, const Date& day) {
    for (const store::Ref& ref : refs) {
        const auto* partner = store::find(book.partners, ref.id);
        if (partner == nullptr || !partner->value.verified || !partner->value.verified->on) continue;
        const Date written = *partner->value.verified->on;
        if (written > day)
            return Error{ErrorKind::usage, newer(ref.id, written.iso(), day.iso()), say_older(ref.id, day.iso())};
    }
    return Done{};
}

// What `verified` becomes: all of it is of today, nothing of the last time stays.
Result<Map> verification(const World& world, const store::Catalog& catalog, const Arguments& arguments) {
    Map verified{Member{"on", today(world).iso()}};
    if (const std::string by = arguments.value("--by"); !by.empty()) verified.push_back(Member{"by", by});
    std::string how = arguments.value("--how");
    const std::string typed = arguments.value("--meeting");
    std::string meeting;
    if (!typed.empty()) {
        const auto ref = resolve(catalog, typed, false, today(world));
        if (!ref) return ref.error();
        if (ref->kind != model::RecordKind::meeting)
            return Error{ErrorKind::reference, not_a_meeting(store::name_of(*ref)), {}};
        meeting = ref->id;
        // What was read again at the table was right on that day.
        const auto& date = catalog.meeting(meeting)->date;
        if (date && *date <= today(world)) verified.front().value = Value(date->iso());
        if (how.empty()) how = "meeting";
    }
    if (!how.empty()) verified.push_back(Member{"how", how});
    if (!meeting.empty()) verified.push_back(Member{"meeting", meeting});
    return verified;
}

Result<Change> verified(const World& world, const store::Book& book, const Arguments& arguments) {
    const store::Catalog catalog(book);
    std::vector<store::Ref> refs;
    std::vector<std::string> words;
    for (const std::string& word : arguments.words) {
        if (edit::is_assignment(word)) {
            words.push_back(word);
            continue;
        }
        auto ref = resolve(catalog, word, false, today(world));
        if (!ref) return ref.error();
        if (ref->kind != model::RecordKind::partner)
            return Error{ErrorKind::reference, not_a_fiche(store::name_of(*ref)), {}};
        if (std::find(refs.begin(), refs.end(), *ref) == refs.end()) refs.push_back(std::move(*ref));
    }
    if (refs.empty()) return Error{ErrorKind::usage, no_record(), write_so()};
    auto edits = edit::assignments(words, model::partner_shape());
    if (!edits) return edits.error();
    Words corrections = same(edit::in_one_line(*edits));
    auto verified = verification(world, catalog, arguments);
    if (!verified) return verified.error();
    const std::string on = *verified->front().value.text();
    edits->insert(edits->begin(), edit::Edit{{{"verified"}}, edit::Op::set, Value{std::move(*verified)}});
    if (const auto latest = none_is_newer(book, refs, *Date::parse(on)); !latest) return latest.error();

    Change change;
    std::string names;
    for (const store::Ref& ref : refs) {
        const store::Source* source = source_of(book, ref);
        if (source == nullptr) continue;
        auto text = edit::apply(*source, *edits);
        if (!text) return text.error();
        change.files.push_back({source->path, source->text, std::move(*text)});
        names += (names.empty() ? "" : ", ") + ref.id;
    }
    const auto checked = check_change(book, change.files, Keys::known);
    if (!checked) return checked.error();
    if (refs.size() == 1 && !corrections.empty()) {
        auto corrected = field_changes(change.files, Versions(book));
        std::erase_if(corrected.changes,
                      [](const ToldChange& told) { return told.change.path.steps.front() == "verified"; });
        corrections = in_words(corrected);
    }
    change.said = corrections.empty() ? said_verified(names, on) : said_corrected(names, on, corrections);
    change.unchanged = stands_already();
    if (refs.size() == 1) change.id = refs.front().id;
    return change;
}

Result<int> run_verify(World& world, const Arguments& arguments) {
    return change_notebook(world, arguments, [&](const store::Book& book) { return verified(world, book, arguments); });
}

std::vector<Option> options() {
    std::vector<Option> all{
        {"--how",
         ValueKind::choice,
         {"COMMENT", "HOW"},
         {"meeting (en réunion), phone, email, visit (sur place), web", "meeting, phone, email, visit, web"},
         {"meeting", "phone", "email", "visit", "web"}},
        {"--meeting",
         ValueKind::meeting,
         {"RÉUNION", "REF"},
         {"la réunion où la fiche a été relue", "the meeting where it was checked"}},
        {"--by",
         ValueKind::text,
         {"QUI", "WHO"},
         {"qui a confirmé : une personne, ou quelques mots", "who confirmed: a person, or a few words"}}};
    for (Option& option : change_options()) all.push_back(std::move(option));
    return all;
}

}  // namespace

const Command& verify_command() {
    static const Command command{
        .name = "verify",
        .group = Group::change,
        .summary = {"noter qu'une fiche a été relue, avec ses corrections",
                    "note that a record was checked, with its corrections"},
        .arguments = {"FICHE… [CHAMP=VALEUR…]", "REF… [PATH=VALUE…]"},
        .least = 1,
        .options = options(),
        .about =
            {"« Est-ce toujours juste ? » a reçu sa réponse : la date du jour, ou celle de la réunion (--meeting), "
             "entre dans la fiche, avec la manière (--how). Les corrections s'écrivent à la suite, comme pour « cafe "
             "set » : "
             "tout est un seul changement.",
             "'Is it still right?' has its answer: today's date, or the meeting's (--meeting), goes into the "
             "record, with how it was checked (--how). Corrections follow, as for 'cafe set': all of it is one "
             "change."},
        .examples = {{"cafe verify ccas-fumel --how phone", {"relue au téléphone", "checked by phone"}},
                     {"cafe verify ccas-fumel adil-47 --meeting 2026-11-06-fumel",
                      {"deux fiches, en réunion", "two records, at a meeting"}},
                     {"cafe verify ccas-fumel --how phone phones.0.number=\"05 36 49 00 01\"",
                      {"avec une correction", "with a correction"}}},
        .run = run_verify,
        .word = ValueKind::reference,
        .further = {ValueKind::record_or_set},
    };
    return command;
}

}  // namespace cafe::cmd
