#include "notebook.hpp"

#include <algorithm>
#include <array>

#include "base/did_you_mean.hpp"
#include "base/fold.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "git/git.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"
#include "store/changes.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

std::string user_states(const World& world) {
    const std::string states = world.variable("XDG_STATE_HOME").value_or("");
    if (states.starts_with("/")) return states;
    const std::string home = world.variable("HOME").value_or("");
    return home.starts_with("/") ? path::join(home, ".local/state") : "";
}

namespace {

using model::RecordKind;

constexpr Phrase<std::string> unknown_ref{"aucune fiche « {} »", "no record '{}'"};
constexpr Phrase<std::string> ambiguous_ref{"« {} » désigne plusieurs fiches", "'{}' names several records"};
constexpr Phrase<std::string> unreadable_ref{"la fiche {} ne peut pas être lue", "record {} cannot be read"};
constexpr Phrase<std::string> say_which{"préciser : {}", "say which: {}"};
constexpr Phrase<> see_list{"« cafe list » les montre toutes", "'cafe list' shows them all"};
constexpr Phrase<std::string> run_check{"« cafe check {} » dit pourquoi", "'cafe check {}' says why"};
constexpr Phrase<std::string> none_to_come{"aucune réunion à venir pour {}", "no meeting ahead for {}"};
constexpr Phrase<std::string> none_past{"aucune réunion passée pour {}", "no past meeting for {}"};
constexpr Phrase<> prepare_on{"en préparer une : cafe meeting new reseau --date AAAA-MM-JJ",
                              "prepare one: cafe meeting new reseau --date YYYY-MM-DD"};
constexpr Phrase<std::string> prepare_one{"en préparer une : cafe meeting new {} --next",
                                          "prepare one: cafe meeting new {} --next"};
constexpr Phrase<Words, std::string> left_out{"{0} : « {1} » dit pourquoi", "{0}: '{1}' says why"};
constexpr Phrase<std::string> taken_back{"un changement interrompu a été annulé : {} comme avant",
                                         "an interrupted change was undone: {} as before"};
constexpr Phrase<std::string> left_alone{
    "un changement interrompu n'a pas été annulé, ces fichiers ont changé depuis : {}",
    "an interrupted change was not undone, these files have changed since: {}"};
constexpr Phrase<> no_home{"pas de dossier pour le verrou et le journal : la variable HOME est vide ou absente",
                           "no folder for the lock and the journal: the variable HOME is empty or unset"};
constexpr Phrase<> set_home{"donner à HOME le chemin de votre dossier, ou à XDG_STATE_HOME celui d'un autre",
                            "set HOME to the path of your folder, or XDG_STATE_HOME to that of another"};
constexpr Phrase<> reading{"lecture des fiches", "reading the records"};
constexpr Noun unreadable_files{"fichier illisible laissé de côté", "fichiers illisibles laissés de côté",
                                "unreadable file left out", "unreadable files left out"};

// Nothing where the notebook lies in no repository and the environment names no folder of the user's.
Result<std::optional<std::string>> state_folder_if_any(World& world, const std::string& root) {
    const std::string states = user_states(world);
    auto folder = git::state_folder(world.disk, root, states.empty() ? "" : path::join(states, "cafe"));
    if (!folder) return folder.error();
    return folder->starts_with("/") ? std::optional(std::move(*folder)) : std::nullopt;
}

Error reference(Words message, Words remedy) {
    return Error{ErrorKind::reference, std::move(message), std::move(remedy)};
}

void settle_language(World& world, const std::string& language) {
    if (!world.lang_is_chosen) world.lang = language == "en" ? Lang::en : Lang::fr;
}

struct Named {
    store::Ref ref;
    std::vector<std::string> names;  // folded
};

std::vector<Named> all_named(const store::Catalog& catalog) {
    std::vector<Named> all;
    const auto add = [&](RecordKind kind, const std::string& id, const std::string& name) -> Named& {
        Named& named = all.emplace_back();
        named.ref.kind = kind;
        named.ref.id = id;
        named.names.push_back(fold::text(name));
        return named;
    };
    for (const store::PartnerEntry& entry : catalog.partners()) {
        Named& named = add(RecordKind::partner, entry.id, entry.value.name);
        named.names.push_back(fold::text(entry.value.short_name));
        for (const std::string& alias : entry.value.aliases) named.names.push_back(fold::text(alias));
    }
    for (const auto& entry : catalog.people()) add(RecordKind::person, entry.id, entry.value.name);
    for (const auto& entry : catalog.cafes()) add(RecordKind::cafe, entry.id, entry.value.name);
    for (const auto& entry : catalog.meetings()) add(RecordKind::meeting, entry.id, entry.value.title);
    return all;
}

// Every word that was typed stands in the name, in any order.
bool has_words(const std::string& name, const std::vector<std::string_view>& wanted) {
    const auto words = text::words(name);
    return !words.empty() && std::all_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    });
}

Result<store::Ref> the_one(const std::vector<store::Ref>& found, std::string_view text) {
    if (found.size() == 1) return found.front();
    constexpr std::size_t shown = 8;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(shown, found.size()); ++i) names.push_back(store::name_of(found[i]));
    if (found.size() > shown) names.emplace_back("…");
    return reference(ambiguous_ref(std::string(text)), say_which(text::join(names, ", ")));
}

// `fumel:next` and `fumel:last`: by date from today on, and until today; one that did not take place is neither.
Result<store::Ref> meeting_of(const store::Catalog& catalog, const std::string& cafe, const std::string& which,
                              const Date& day) {
    const std::string* found = nullptr;
    std::optional<Date> best;
    for (const auto& entry : catalog.meetings()) {
        const model::Meeting& meeting = entry.value;
        if (!meeting.date || meeting.cafe != (cafe == "reseau" ? "" : cafe)) continue;
        if (which == "next" ? *meeting.date < day : *meeting.date > day) continue;
        if (meeting.status == "cancelled" || meeting.status == "postponed") continue;
        if (best && (which == "next" ? *best <= *meeting.date : *best >= *meeting.date)) continue;
        best = meeting.date;
        found = &entry.id;
    }
    if (found == nullptr)
        return which == "next" ? reference(none_to_come(cafe), cafe == "reseau" ? prepare_on() : prepare_one(cafe))
                               : reference(none_past(cafe), {});
    return store::Ref{RecordKind::meeting, *found};
}

Result<store::Ref> existing(const store::Catalog& catalog, const store::Ref& ref) {
    const auto& unreadable = catalog.unreadable_records();
    if (std::binary_search(unreadable.begin(), unreadable.end(), ref))
        return reference(unreadable_ref(store::name_of(ref)), run_check(store::path_of(ref)));
    if (catalog.tree(ref) != nullptr) return ref;
    return reference(unknown_ref(store::name_of(ref)), see_list());
}

constexpr std::array folders{RecordKind::partner, RecordKind::person, RecordKind::cafe, RecordKind::meeting};

std::vector<store::Ref> with_id(const store::Catalog& catalog, const std::string& id) {
    std::vector<store::Ref> found;
    const auto& unreadable = catalog.unreadable_records();
    for (const RecordKind kind : folders) {
        const store::Ref ref{kind, id};
        if (catalog.tree(ref) != nullptr || std::binary_search(unreadable.begin(), unreadable.end(), ref))
            found.push_back(ref);
    }
    return found;
}

}  // namespace

void prefer_notebook_language(World& world, const std::string& start) {
    const auto root = store::find_notebook(world.disk, start);
    if (!root) return;
    const auto bytes = world.disk.read(path::join(*root, store::settings_file), store::largest_record);
    if (!bytes) return;
    const yaml::Parsed parsed = yaml::parse(*bytes, std::string(store::settings_file));
    if (!parsed.root) return;
    const yaml::Node* language = parsed.root->find("language");
    settle_language(world, language == nullptr ? "" : language->text);
}

Result<std::string> state_folder(World& world, const std::string& root) {
    auto folder = state_folder_if_any(world, root);
    if (!folder) return folder.error();
    if (!*folder) return Error{ErrorKind::environment, no_home(), set_home()};
    return std::move(**folder);
}

Result<std::vector<std::string>> state_folders(World& world, const std::string& root) {
    auto first = state_folder(world, root);
    if (!first) return first.error();
    std::vector<std::string> found{std::move(*first)};
    const std::string states = user_states(world);
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    if (!states.empty()) {
        std::string outside =
            path::join(path::join(states, "cafe"), fingerprint(path::normal(path::join(*here, root))));
        if (outside != found.front()) found.push_back(std::move(outside));
    }
    return found;
}

std::string cache_folder(const World& world) {
    const std::string caches = world.variable("XDG_CACHE_HOME").value_or("");
    if (caches.starts_with("/")) return path::join(caches, "cafe");
    const std::string home = world.variable("HOME").value_or("");
    return home.starts_with("/") ? path::join(home, ".cache/cafe") : "";
}

Result<store::Book> open_book_on(World& world, Disk& disk, const std::string& root) {
    auto book = store::load(disk, root, {world.threads, [&](std::size_t done, std::size_t total) {
                                             world.tell_progress(reading(), done, total);
                                         }});
    if (!book) return book.error();
    const model::Settings& settings = book->settings.value;
    settle_language(world, settings.language);
    if (!world.today) world.today = world.clock(settings.timezone.empty() ? "Europe/Paris" : settings.timezone);
    return book;
}

Result<store::Book> open_book(World& world) {
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return root.error();
    const auto state = state_folder_if_any(world, *root);
    if (!state) return state.error();
    if (*state) {
        const auto recovered = store::recover(world.disk, {*root, **state});
        if (!recovered) return recovered.error();
        if (!recovered->undone.empty()) world.say(taken_back(text::join(recovered->undone, ", ")));
        if (!recovered->left.empty()) world.say(left_alone(text::join(recovered->left, ", ")));
    }
    return open_book_on(world, world.disk, *root);
}

Result<store::Catalog> open_catalog(World& world, facts::Disclosure disclosure, facts::Lines lines) {
    auto book = open_book(world);
    if (!book) return book.error();
    store::Catalog catalog(facts::for_reader(std::move(*book), disclosure, lines).book);
    if (!catalog.unreadable_records().empty())
        world.say(left_out(count(catalog.unreadable_records().size(), unreadable_files), "cafe check"));
    return catalog;
}

Date today(const World& world) {
    return world.today.value_or(Date{});
}

Result<store::Ref> resolve(const store::Catalog& catalog, std::string_view typed, bool prefix, const Date& day) {
    const std::string text(text::trim(typed));
    if (const auto ref = store::ref_at(text.ends_with(".yaml") ? text : text + ".yaml");
        ref && (text.find('/') != std::string::npos || ref->id.empty()))
        return ref->id.empty() || model::is_id(ref->id) ? existing(catalog, *ref)
                                                        : reference(unknown_ref(utf8::printable(text)), see_list());
    if (const std::size_t colon = text.find(':'); colon != std::string::npos) {
        const std::string which = text.substr(colon + 1);
        if (which == "next" || which == "last") return meeting_of(catalog, text.substr(0, colon), which, day);
    }
    if (const auto found = with_id(catalog, text); !found.empty()) {
        if (found.size() > 1) return the_one(found, text);
        return existing(catalog, found.front());
    }
    const std::string folded = fold::text(text);
    const auto wanted = text::words(folded);
    std::vector<store::Ref> exact;
    std::vector<store::Ref> worded;
    std::vector<store::Ref> begun;
    std::vector<std::string> ids;
    for (const Named& named : all_named(catalog)) {
        ids.push_back(named.ref.id);
        if (prefix && !text.empty() && named.ref.id.starts_with(text)) begun.push_back(named.ref);
        if (wanted.empty()) continue;
        if (std::find(named.names.begin(), named.names.end(), folded) != named.names.end()) exact.push_back(named.ref);
        if (std::any_of(named.names.begin(), named.names.end(),
                        [&](const std::string& name) { return has_words(name, wanted); }))
            worded.push_back(named.ref);
    }
    for (const auto* found : {&exact, &worded, &begun})
        if (!found->empty()) return the_one(*found, utf8::printable(text));
    const auto near = text::nearest(text, ids);
    return reference(unknown_ref(utf8::printable(text)), near ? did_you_mean(*near) : see_list());
}

}  // namespace cafe::cmd
